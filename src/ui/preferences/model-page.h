/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/context.h"

G_BEGIN_DECLS

/* LueurModelPage: who answers, and where. Nothing is sent anywhere before the person agreed to it. */
#define LUEUR_TYPE_MODEL_PAGE (lueur_model_page_get_type ())
G_DECLARE_FINAL_TYPE (LueurModelPage, lueur_model_page, LUEUR, MODEL_PAGE, AdwPreferencesPage)

void lueur_model_page_set_context (LueurModelPage *self, LueurContext *context);

G_END_DECLS
