/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/context.h"

G_BEGIN_DECLS

#define LUEUR_TYPE_WINDOW (lueur_window_get_type ())
G_DECLARE_FINAL_TYPE (LueurWindow, lueur_window, LUEUR, WINDOW, AdwApplicationWindow)

LueurWindow *lueur_window_new (AdwApplication *application, LueurContext *context);

void         lueur_window_appear (LueurWindow *self);
/* A character card, to be looked at and saved or not. */
void lueur_window_open_file (LueurWindow *self, GFile *file);
/* Asks whether to do what a link of the scheme “lueur” wants. */
void lueur_window_open_link (LueurWindow *self, const char *uri);

G_END_DECLS
