/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * A button with a word on it beside the title of a page or a dialog. In a window that is cramped (#LueurWindow:cramped) both
 * would not fit: then it stands at the foot, across all of it, and the title has the bar for itself.
 */
void lueur_foot_button_add (AdwToolbarView *view, AdwHeaderBar *bar, GtkWidget *button, GtkPackType side);

G_END_DECLS
