/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/avatar/plates.h"

G_BEGIN_DECLS

/**
 * LueurFaceShape:
 *
 * A morph in the pose that is drawn: its outline and the node that paints it, kept for as long as they hold.
 */
typedef struct
{
  const LueurMorph *morph;
  float *weights; /* of the path that is kept; one a key */
  float *wanted;  /* of the pose that is drawn */
  float *points;
  GskPath *path;
  GskRenderNode *node;   /* (nullable): the painted path */
  GskRenderNode *fill;   /* (nullable): what fills it, wherever it goes; NULL too for what is made anew for each shape */
  GskRenderNode *ink;    /* (nullable): the same for its line */
  GskStroke *stroke;     /* (nullable) */
  gboolean changed;      /* in this frame */
  gboolean is_thin;      /* too thin to see: a mouth that is shut */
} LueurFaceShape;

void lueur_face_shape_init (LueurFaceShape *shape, const LueurPlates *plates, const LueurMorph *morph);
void lueur_face_shape_clear (LueurFaceShape *shape);
/* Brings it to @pose; does nothing while nobody could see a difference. Tells by "changed". */
void lueur_face_shape_update (LueurFaceShape *shape, const LueurPlates *plates, const LueurPose *pose);

/* The box around points, @grow larger on every side. */
graphene_rect_t lueur_points_hull (const float *points, guint n_floats, float grow);

G_END_DECLS
