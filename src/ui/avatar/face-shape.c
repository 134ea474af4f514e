/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The outlines of a face that change. */

#include "ui/avatar/face-shape.h"

#include <math.h>
#include <string.h>

/* Nobody can tell an outline that is so much beside its place, in pixels. */
#define SAME_CURVE 0.12
/* What is cut by an outline thinner than this cannot be seen. */
#define THIN_PIXELS 0.7f

/* Whether neither handle of the curve from @at over @p lies further beside the line between its ends than @least, nor
 * outside of it. */
static gboolean
is_straight (const float *at, const float *p, float least)
{
  float dx = p[4] - at[0], dy = p[5] - at[1], long2 = dx * dx + dy * dy, most = least * least * long2;

  for (guint i = 0; i < 4; i += 2)
    {
      float x = p[i] - at[0], y = p[i + 1] - at[1], beside = x * dy - y * dx, along = x * dx + y * dy;

      if (beside * beside > most || along < 0 || along > long2)
        return FALSE;
    }
  return TRUE;
}

/* Adds the curve from @at over @p, by the simplest means that stay within @least page units of it: GTK takes three times
 * as long over a cubic curve, which may have a cusp, as over a quadratic one, and twice as long over that as over a line.
 * One in the place of a cubic is off by 0.048 times the cubic's third difference at most, a pair of them by 0.02
 * times that. */
static void
add_curve (GskPathBuilder *builder, const float *at, const float *p, float least)
{
  float x, y, off2, least2 = least * least;

  if (is_straight (at, p, least))
    {
      gsk_path_builder_line_to (builder, p[4], p[5]);
      return;
    }
  x = p[4] - at[0] + 3 * (p[0] - p[2]);
  y = p[5] - at[1] + 3 * (p[1] - p[3]);
  off2 = x * x + y * y;
  if (off2 * (0.048f * 0.048f) < least2)
    gsk_path_builder_quad_to (builder, (3 * (p[0] + p[2]) - at[0] - p[4]) / 4, (3 * (p[1] + p[3]) - at[1] - p[5]) / 4, p[4], p[5]);
  else if (off2 * (0.02f * 0.02f) < least2)
    {
      float a[2] = { (at[0] + 3 * p[0]) / 4, (at[1] + 3 * p[1]) / 4 }, b[2] = { (3 * p[2] + p[4]) / 4, (3 * p[3] + p[5]) / 4 };

      gsk_path_builder_quad_to (builder, a[0], a[1], (a[0] + b[0]) / 2, (a[1] + b[1]) / 2);
      gsk_path_builder_quad_to (builder, b[0], b[1], p[4], p[5]);
    }
  else
    gsk_path_builder_cubic_to (builder, p[0], p[1], p[2], p[3], p[4], p[5]);
}

static GskPath *
build_path (GskPathBuilder *builder, const LueurOutline *outline, const float *p, float least)
{
  const float *at = p;

  for (guint i = 0; i < outline->n_ops; i++)
    switch (outline->ops[i])
      {
      case 'M':
        gsk_path_builder_move_to (builder, p[0], p[1]);
        at = p;
        p += 2;
        break;
      case 'L':
        gsk_path_builder_line_to (builder, p[0], p[1]);
        at = p;
        p += 2;
        break;
      case 'C':
        add_curve (builder, at, p, least);
        at = p + 4;
        p += 6;
        break;
      default:
        gsk_path_builder_close (builder);
      }
  return gsk_path_builder_to_path (builder);
}

graphene_rect_t
lueur_points_hull (const float *points, guint n_floats, float grow)
{
  float x0 = INFINITY, y0 = INFINITY, x1 = -INFINITY, y1 = -INFINITY;

  for (guint i = 0; i + 1 < n_floats; i += 2)
    {
      x0 = MIN (x0, points[i]);
      x1 = MAX (x1, points[i]);
      y0 = MIN (y0, points[i + 1]);
      y1 = MAX (y1, points[i + 1]);
    }
  if (!(x1 >= x0))
    return GRAPHENE_RECT_INIT (0, 0, 0, 0);
  return GRAPHENE_RECT_INIT (x0 - grow, y0 - grow, x1 - x0 + 2 * grow, y1 - y0 + 2 * grow);
}

static GdkRGBA
stop_colour (const LueurPlates *plates, const LueurPaint *paint, guint i, float opacity)
{
  GdkRGBA colour = paint->stops[i].colour;
  int material = paint->stops[i].material;

  if (material >= 0 && (plates->coloured & (1u << material)))
    {
      float alpha = colour.alpha;

      colour = plates->tones[material][paint->stops[i].tone];
      colour.alpha = alpha;
    }
  colour.alpha *= opacity;
  return colour;
}

static GskRenderNode *
paint_node (const LueurPlates *plates, const LueurPaint *paint, float opacity, const graphene_rect_t *box)
{
  if (paint->kind == LUEUR_PAINT_GRADIENT)
    {
      GskColorStop stops[LUEUR_PAINT_MAX_STOPS];
      graphene_point_t from = { paint->from[0], paint->from[1] }, to = { paint->to[0], paint->to[1] };

      for (guint i = 0; i < paint->n_stops; i++)
        stops[i] = (GskColorStop){ paint->stops[i].offset, stop_colour (plates, paint, i, opacity) };
      if (paint->of_box)
        {
          from = GRAPHENE_POINT_INIT (box->origin.x + from.x * box->size.width, box->origin.y + from.y * box->size.height);
          to = GRAPHENE_POINT_INIT (box->origin.x + to.x * box->size.width, box->origin.y + to.y * box->size.height);
        }
      if (fabsf (from.x - to.x) + fabsf (from.y - to.y) > 0.01f)
        return gsk_linear_gradient_node_new (box, &from, &to, stops, paint->n_stops);
    }

  {
    GdkRGBA colour = stop_colour (plates, paint, 0, opacity);
    return gsk_color_node_new (&colour, box);
  }
}

/* Wide enough for any shape of any pose: a paint that does not depend on the shape is made once. */
static const graphene_rect_t everywhere = { { -4096, -4096 }, { 12288, 12288 } };

static gboolean
needs_box (const LueurPaint *paint)
{
  return paint->kind == LUEUR_PAINT_GRADIENT && paint->of_box;
}

static void
prepare_paint (LueurFaceShape *shape, const LueurPlates *plates)
{
  const LueurMorph *morph = shape->morph;
  gboolean filled = morph->fill.kind != LUEUR_PAINT_NONE;
  gboolean lined = morph->stroke.kind != LUEUR_PAINT_NONE && morph->stroke_width > 0.01f;

  /* What is painted in one go needs no layer of its own to be seen through: software renderers draw such a layer
   * apart and then once more. */
  shape->opacity = filled && lined ? morph->opacity : 1;
  shape->density = filled && lined ? 1 : morph->opacity;
  if (filled && !needs_box (&morph->fill))
    shape->fill = paint_node (plates, &morph->fill, shape->density, &everywhere);
  if (!lined)
    return;
  if (!needs_box (&morph->stroke))
    shape->ink = paint_node (plates, &morph->stroke, shape->density, &everywhere);
  shape->stroke = gsk_stroke_new (morph->stroke_width);
  gsk_stroke_set_line_cap (shape->stroke, morph->line_cap);
  gsk_stroke_set_line_join (shape->stroke, morph->line_join);
}

/* (transfer full) */
static GskRenderNode *
paint_for (const LueurPlates *plates, const LueurFaceShape *shape, const LueurPaint *paint, GskRenderNode *kept)
{
  graphene_rect_t box;

  if (kept != NULL)
    return gsk_render_node_ref (kept);
  box = lueur_points_hull (shape->points, shape->morph->rest.n_floats, paint == &shape->morph->stroke ? shape->morph->stroke_width : 0);
  return paint_node (plates, paint, shape->density, &box);
}

static void
paint_shape (LueurFaceShape *shape, const LueurPlates *plates)
{
  const LueurMorph *morph = shape->morph;
  GskRenderNode *layers[2];
  guint n = 0;

  g_clear_pointer (&shape->node, gsk_render_node_unref);
  if (morph->clip_only)
    return;
  if (morph->fill.kind != LUEUR_PAINT_NONE)
    {
      GskRenderNode *paint = paint_for (plates, shape, &morph->fill, shape->fill);

      layers[n++] = gsk_fill_node_new (paint, shape->path, morph->even_odd ? GSK_FILL_RULE_EVEN_ODD : GSK_FILL_RULE_WINDING);
      gsk_render_node_unref (paint);
    }
  if (shape->stroke != NULL)
    {
      GskRenderNode *paint = paint_for (plates, shape, &morph->stroke, shape->ink);

      layers[n++] = gsk_stroke_node_new (paint, shape->path, shape->stroke);
      gsk_render_node_unref (paint);
    }
  if (n == 0)
    return;
  shape->node = n == 1 ? gsk_render_node_ref (layers[0]) : gsk_container_node_new (layers, n);
  for (guint i = 0; i < n; i++)
    gsk_render_node_unref (layers[i]);
}

/* Four numbers that the processor takes at once, wherever they lie. */
typedef float Four __attribute__ ((vector_size (16), aligned (4), may_alias));

/* In whole steps: both have room for what is left over. */
static void
add_scaled (float *points, const float *delta, float weight, guint n)
{
  for (guint f = 0; f < n; f += LUEUR_KEY_STEP)
    for (guint k = 0; k < LUEUR_KEY_STEP; k += 4)
      *(Four *) (points + f + k) += weight * *(const Four *) (delta + f + k);
}

void
lueur_face_shape_update (LueurFaceShape *shape, const LueurPlates *plates, const float *weights, GskPathBuilder *builder)
{
  const LueurMorph *morph = shape->morph;

  memcpy (shape->points, morph->rest.points, sizeof (float) * morph->rest.n_floats);
  for (guint k = 0; k < morph->keys->len; k++)
    if (weights[k] != 0)
      add_scaled (shape->points, g_array_index (morph->keys, LueurKey, k).delta, weights[k], morph->rest.n_floats);
  g_clear_pointer (&shape->path, gsk_path_unref);
  shape->path = build_path (builder, &morph->rest, shape->points, (float) (SAME_CURVE / plates->scale));
  if (shape->cuts)
    {
      graphene_rect_t box = lueur_points_hull (shape->points, morph->rest.n_floats, 0);

      shape->is_thin = MIN (box.size.width, box.size.height) * plates->scale < THIN_PIXELS;
    }
  paint_shape (shape, plates);
  shape->changed = TRUE;
  shape->stale = FALSE;
}

void
lueur_face_shape_init (LueurFaceShape *shape, const LueurPlates *plates, const LueurMorph *morph)
{
  shape->morph = morph;
  shape->points = g_new0 (float, LUEUR_KEY_ROOM (morph->rest.n_floats) + LUEUR_KEY_STEP);
  prepare_paint (shape, plates);
}

void
lueur_face_shape_clear (LueurFaceShape *shape)
{
  g_clear_pointer (&shape->node, gsk_render_node_unref);
  g_clear_pointer (&shape->path, gsk_path_unref);
  g_clear_pointer (&shape->fill, gsk_render_node_unref);
  g_clear_pointer (&shape->ink, gsk_render_node_unref);
  g_clear_pointer (&shape->stroke, gsk_stroke_free);
  g_free (shape->points);
}
