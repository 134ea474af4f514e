/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/avatar/face-course.h"

G_BEGIN_DECLS

/**
 * LueurFaceShape:
 *
 * A morph in the pose that is drawn: its outline and the node that paints it, kept for as long as they hold.
 */
typedef struct
{
  const LueurMorph *morph;
  guint course;        /* index of what weighs its keys */
  float *points;
  GskPath *path;         /* (nullable): not made yet */
  GskRenderNode *node;   /* (nullable): the painted path */
  GskRenderNode *fill;   /* (nullable): what fills it, wherever it goes; NULL too for what is made anew for each shape */
  GskRenderNode *ink;    /* (nullable): the same for its line */
  GskStroke *stroke;     /* (nullable) */
  gboolean cuts;         /* others are clipped to it */
  gboolean stale;        /* its course went on while it could not be seen */
  gboolean changed;      /* in this frame */
  float density;         /* how much of its own opacity its paint takes upon itself */
  float opacity;         /* what is left of that for the whole */
  gboolean is_thin;      /* of what cuts: too thin to see anything through it, as a mouth that is shut */
} LueurFaceShape;

void lueur_face_shape_init (LueurFaceShape *shape, const LueurPlates *plates, const LueurMorph *morph);
void lueur_face_shape_clear (LueurFaceShape *shape);
/* Makes it anew for @weights, one a key. @builder is empty before and after. */
void lueur_face_shape_update (LueurFaceShape *shape, const LueurPlates *plates, const float *weights, GskPathBuilder *builder);

/* The box around points, @grow larger on every side. */
graphene_rect_t lueur_points_hull (const float *points, guint n_floats, float grow);

G_END_DECLS
