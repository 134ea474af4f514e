/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/look.h"
#include "ui/avatar/face.h"
#include "ui/avatar/wardrobe.h"

G_BEGIN_DECLS

/**
 * LueurDresser:
 *
 * Gets a look ready to be shown in a box: reads its figure, has its parts drawn at the box's size on
 * another thread, and keeps what it had until that is done. Signal "changed": there is something new to
 * show, or it failed.
 */
#define LUEUR_TYPE_DRESSER (lueur_dresser_get_type ())
G_DECLARE_FINAL_TYPE (LueurDresser, lueur_dresser, LUEUR, DRESSER, GObject)

LueurDresser *lueur_dresser_new (LueurWardrobe *wardrobe);
void          lueur_dresser_set_look (LueurDresser *self, const char *json); /* (nullable) */
/* The box, in its own units, and how many pixels one of them is. */
void          lueur_dresser_set_box (LueurDresser *self, double width, double height, double scale_factor);
/* For rigs: how the body leans and the head rolls, or is about to; both are parameters. */
void          lueur_dresser_set_tilt (LueurDresser *self, float lean, float roll);
/* For pictures: which of them. */
void          lueur_dresser_set_expression (LueurDresser *self, LueurExpression expression);

const LueurLook *lueur_dresser_get_look (LueurDresser *self);
LueurFigure     *lueur_dresser_get_figure (LueurDresser *self); /* (nullable) */
LueurFace       *lueur_dresser_get_face (LueurDresser *self); /* (nullable): not for pictures */
GdkTexture      *lueur_dresser_get_picture (LueurDresser *self); /* (nullable): for pictures */
/* Counts the faces and pictures that there were: a new number, a new thing to show. */
guint            lueur_dresser_get_serial (LueurDresser *self);
gboolean         lueur_dresser_is_loading (LueurDresser *self);
const char      *lueur_dresser_get_error (LueurDresser *self); /* (nullable): a sentence */

G_END_DECLS
