/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUEUR_TYPE_DRAWING (lueur_drawing_get_type ())
G_DECLARE_FINAL_TYPE (LueurDrawing, lueur_drawing, LUEUR, DRAWING, GtkWidget)

/*
 * LueurDrawing: one of the app's own line drawings, in the colours of the style: an ornament beside words that say the
 * same, so that screen readers pass over it. Property: resource (string): an SVG whose shapes have the classes ink,
 * outline, soft, accent, lamp, paper, thin, two, three, dot.
 */
GtkWidget *lueur_drawing_new (const char *resource);

G_END_DECLS
