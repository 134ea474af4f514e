/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a page goes in a box. */

#include "ui/avatar/stage.h"

#include <math.h>

/* A box that is wider than this for its height, and smaller than that in box units, shows the head alone. */
#define SQUARE 0.88
#define SMALL 136
/* How much larger than its box is wide a page gets in one that is taller, so that the face does not stand below an empty half. What
 * is left out at the sides is ends of shoulders: hair goes out to that. */
#define TALLER 1.2
/* The head, in shares of the page: a square around where docs/avatar-format.md puts it. */
#define HEAD_X 0.5
#define HEAD_Y 0.42
#define HEAD_SIDE 0.74 /* of the page's width */

static double
on_pixel (double at, double scale_factor)
{
  return scale_factor > 0 ? round (at * scale_factor) / scale_factor : at;
}

static void
set_clip (LueurStage *stage, double x, double y, double width, double height, double radius)
{
  gsk_rounded_rect_init_from_rect (&stage->clip, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height),
                                   (float) radius);
}

gboolean
lueur_stage_wants_head (double width, double height)
{
  return width / height > SQUARE && MIN (width, height) < SMALL;
}

void
lueur_stage_for_rig (LueurStage *stage, double width, double height, double page_width, double page_height,
                     gboolean head, double scale_factor)
{
  stage->is_round = head;
  if (stage->is_round)
    {
      double side = MIN (width, height);

      stage->scale = side / (HEAD_SIDE * page_width);
      stage->x = on_pixel (width / 2 - HEAD_X * page_width * stage->scale, scale_factor);
      stage->y = on_pixel (height / 2 - HEAD_Y * page_height * stage->scale, scale_factor);
      set_clip (stage, (width - side) / 2, (height - side) / 2, side, side, side / 2);
      return;
    }
  stage->scale = MIN (TALLER * width / page_width, height / page_height);
  stage->x = on_pixel ((width - page_width * stage->scale) / 2, scale_factor);
  stage->y = on_pixel (height - page_height * stage->scale, scale_factor);
  set_clip (stage, MAX (stage->x, 0), stage->y, MIN (page_width * stage->scale, width), page_height * stage->scale, 0);
}

void
lueur_stage_for_square (LueurStage *stage, double width, double height, double page_width, double page_height, double side,
                        double y)
{
  stage->is_round = FALSE;
  stage->scale = MIN (width, height) / (side * page_width);
  stage->x = width / 2 - page_width / 2 * stage->scale;
  stage->y = height / 2 - y * page_height * stage->scale;
  set_clip (stage, 0, 0, width, height, 0);
}

void
lueur_stage_for_picture (LueurStage *stage, double width, double height, double picture_width, double picture_height,
                         gboolean whole, double scale_factor)
{
  double sx = width / picture_width, sy = height / picture_height;

  stage->scale = whole ? MIN (sx, sy) : MAX (sx, sy);
  stage->x = on_pixel ((width - picture_width * stage->scale) / 2, scale_factor);
  /* Figures stand on the ground; of photographs the upper part matters more. */
  stage->y = on_pixel (whole ? height - picture_height * stage->scale : (height - picture_height * stage->scale) * 0.3,
                       scale_factor);
  stage->is_round = !whole && width / height > SQUARE && width / height < 1 / SQUARE;
  if (whole)
    set_clip (stage, 0, 0, width, height, 0);
  else if (stage->is_round)
    {
      double side = MIN (width, height);
      set_clip (stage, (width - side) / 2, (height - side) / 2, side, side, side / 2);
    }
  else
    set_clip (stage, 0, 0, width, height, MIN (width, height) * 0.12);
}

void
lueur_stage_append (const LueurStage *stage, GtkSnapshot *snapshot, GskRenderNode *node)
{
  if (gsk_rounded_rect_is_rectilinear (&stage->clip))
    gtk_snapshot_push_clip (snapshot, &stage->clip.bounds);
  else
    gtk_snapshot_push_rounded_clip (snapshot, &stage->clip);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) stage->x, (float) stage->y));
  gtk_snapshot_scale (snapshot, (float) stage->scale, (float) stage->scale);
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}
