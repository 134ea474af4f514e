/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/context.h"

G_BEGIN_DECLS

/* LueurPreferences: the preferences dialog. Every row is bound to a setting; there is nothing to save. */
#define LUEUR_TYPE_PREFERENCES (lueur_preferences_get_type ())
G_DECLARE_FINAL_TYPE (LueurPreferences, lueur_preferences, LUEUR, PREFERENCES, AdwPreferencesDialog)

LueurPreferences *lueur_preferences_new (LueurContext *context);

/* Opens on one of "model", "chat", "wellbeing", "privacy". */
void lueur_preferences_show_page (LueurPreferences *self, const char *name);

G_END_DECLS
