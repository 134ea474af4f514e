/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/context.h"

G_BEGIN_DECLS

#define LUEUR_TYPE_FEELINGS_PAGE (lueur_feelings_page_get_type ())
G_DECLARE_FINAL_TYPE (LueurFeelingsPage, lueur_feelings_page, LUEUR, FEELINGS_PAGE, AdwNavigationPage)

/* LueurFeelingsPage: the journal of feelings, for who turns it on, and the wheel of words. Action: feelings.erase. */
void lueur_feelings_page_set_context (LueurFeelingsPage *self, LueurContext *context);

G_END_DECLS
