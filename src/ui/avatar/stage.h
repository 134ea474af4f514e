/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LueurStage:
 * @scale: box units a page unit
 * @x: where the page's left edge lies in the box
 * @y: where its upper edge lies
 * @clip: what is shown of it; its corners are square where nothing is cut
 * @is_round: whether @clip is a circle around the head
 *
 * How a page is laid into a box: the whole of it, or the head alone.
 */
typedef struct
{
  double scale;
  double x, y;
  GskRoundedRect clip;
  gboolean is_round;
} LueurStage;

/* For a page of @page_width by @page_height, or only the head of it; @scale_factor: pixels a box unit, so that the
 * page begins on a pixel. */
void lueur_stage_for_rig (LueurStage *stage, double width, double height, double page_width, double page_height,
                          gboolean head, double scale_factor);
/* Whether a box is so small and square that the head alone is the better picture. */
gboolean lueur_stage_wants_head (double width, double height);
/* For a square of the page: @side in shares of its width, its middle at @y of its height. */
void lueur_stage_for_square (LueurStage *stage, double width, double height, double page_width, double page_height,
                             double side, double y);
/* For a picture: all of it where @whole, else as much as fills the box, with soft corners. */
void lueur_stage_for_picture (LueurStage *stage, double width, double height, double picture_width,
                              double picture_height, gboolean whole, double scale_factor);
/* Draws @node, which is in page units, into the box. */
void lueur_stage_append (const LueurStage *stage, GtkSnapshot *snapshot, GskRenderNode *node);

G_END_DECLS
