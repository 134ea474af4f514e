/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUEUR_TYPE_WHEEL (lueur_wheel_get_type ())
G_DECLARE_FINAL_TYPE (LueurWheel, lueur_wheel, LUEUR, WHEEL, GtkWidget)

/*
 * LueurWheel: words for feelings on three rings, to choose one from. Left and right go round a ring, up and down go out
 * and in; Enter, Space or a click chooses. Each word is an accessible of its own (role button) that also says what it is
 * a shade of. The one that is pointed at stands in the middle.
 *
 * Where the words of the outer ring could not be read, it is left out. A click on a family then opens it: it stands in the
 * middle, with all its words around it and the other families aside; the next click on it chooses it, and one beside the
 * wheel folds it again. The arrow keys open what they come to, and down from the family folds it.
 *
 * Property: selected (string, nullable, read only): id of the word that is pointed at.
 * Signal: "chosen" (const char *id).
 */
GtkWidget  *lueur_wheel_new (void);
const char *lueur_wheel_get_selected (LueurWheel *self);
void        lueur_wheel_select (LueurWheel *self, const char *id);
void        lueur_wheel_get_hue (guint family, GdkRGBA *hue);

G_END_DECLS
