/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window-private.h"

G_BEGIN_DECLS

/*
 * What the window can be asked to do with companions, by their id:
 *
 *   win.library, win.leave-library, win.bin, win.companion (x)
 *   win.companion-talk, -edit, -duplicate, -archive, -pause, -end, -delete, -erase (x), win.companion-export (xs)
 */
void lueur_library_install_actions (GtkWidgetClass *widget_class);
/* Shows the library, with what was last opened in it. */
void lueur_library_show (LueurWindow *self);
void lueur_library_leave (LueurWindow *self);
gboolean lueur_library_is_shown (LueurWindow *self);

G_END_DECLS
