/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * LueurTiles: a titled row of buttons of which one is down: pictures, colours or words. Arrow keys and a
 * screen reader go through it as through radio buttons.
 *
 * Properties: title (string), selected (string: the id of the tile that is down, "" for none).
 * Signal "picked" (string): the person chose a tile.
 */
#define LUEUR_TYPE_TILES (lueur_tiles_get_type ())
G_DECLARE_FINAL_TYPE (LueurTiles, lueur_tiles, LUEUR, TILES, GtkWidget)

GtkWidget  *lueur_tiles_new (const char *title);
/* A picture that comes later: see lueur_tiles_set_paintable. */
void        lueur_tiles_add_face (LueurTiles *self, const char *id, const char *title);
void        lueur_tiles_add_picture (LueurTiles *self, const char *id, const char *title, int width, int height);
void        lueur_tiles_add_colour (LueurTiles *self, const char *id, const char *title, const GdkRGBA *colour);
void        lueur_tiles_add_words (LueurTiles *self, const char *id, const char *title);
/* Any other widget at the end, such as a button for more. */
void        lueur_tiles_append (LueurTiles *self, GtkWidget *widget);
void        lueur_tiles_set_paintable (LueurTiles *self, const char *id, GdkPaintable *paintable);
/* What a tile is called, where that was not known when it was added. */
void        lueur_tiles_set_name (LueurTiles *self, const char *id, const char *title);
void        lueur_tiles_set_selected (LueurTiles *self, const char *id);
const char *lueur_tiles_get_selected (LueurTiles *self);
guint       lueur_tiles_get_n_tiles (LueurTiles *self);
const char *lueur_tiles_get_id (LueurTiles *self, guint position);
/* Presses a tile as the person would; for tests. */
gboolean    lueur_tiles_pick (LueurTiles *self, const char *id);

G_END_DECLS
