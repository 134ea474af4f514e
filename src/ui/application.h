/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/context.h"

G_BEGIN_DECLS

#define LUEUR_TYPE_APPLICATION (lueur_application_get_type ())
G_DECLARE_FINAL_TYPE (LueurApplication, lueur_application, LUEUR, APPLICATION, AdwApplication)

LueurApplication *lueur_application_new (void);
LueurContext     *lueur_application_get_context (LueurApplication *self);

G_END_DECLS
