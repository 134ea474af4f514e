/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/model/persona.h"

G_BEGIN_DECLS

/*
 * LueurFaceTile: a companion’s face for a grid of many: a still picture that is made when it comes into sight, and
 * moves only while it is asked to (under the pointer, or with the focus).
 *
 * Properties: persona (LueurPersona), seen (bool: near enough to the screen to be worth a picture), live (bool).
 */
#define LUEUR_TYPE_FACE_TILE (lueur_face_tile_get_type ())
G_DECLARE_FINAL_TYPE (LueurFaceTile, lueur_face_tile, LUEUR, FACE_TILE, GtkWidget)

GtkWidget *lueur_face_tile_new (int width, int height);
void       lueur_face_tile_set_persona (LueurFaceTile *self, LueurPersona *persona);
void       lueur_face_tile_set_seen (LueurFaceTile *self, gboolean seen);
void       lueur_face_tile_set_live (LueurFaceTile *self, gboolean live);
/* Whether a picture is on its way. */
gboolean   lueur_face_tile_is_loading (LueurFaceTile *self);

G_END_DECLS
