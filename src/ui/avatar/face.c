/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A face in a pose, as render nodes. */

#include "ui/avatar/face.h"

#include <math.h>
#include <string.h>

/* How far bones and depth move things, in page units and degrees: docs/avatar-format.md, “Bones”. */
#define BREATH_RISE 3.0f
#define LEAN_DEGREES 4.0f
#define SHOULDER_RISE 10.0f
#define HEAD_SHIFT 6.0f
#define ROLL_DEGREES 9.0f
#define DEPTH_X 12.0f
#define DEPTH_Y 9.0f

#define SAME_WEIGHT 0.0005f
#define INVISIBLE 0.004f

typedef struct
{
  const LueurMorph *morph;
  float *weights; /* of the path that is kept; one a key */
  float *points;
  GskPath *path;
  GskRenderNode *node; /* (nullable): the painted path */
} Shape;

typedef struct
{
  const LueurPart *part;
  GskRenderNode *picture; /* (nullable) */
  int shape;              /* index, or -1 */
  int clip;               /* index of a shape, or -1 */
  float pivot[2];
} Item;

struct _LueurFace
{
  LueurPlates *plates;
  Item *items;
  guint n_items;
  Shape *shapes;
  guint n_shapes;
  GskRenderNode **nodes; /* room for a frame's nodes */
  guint n_textures;
  guint n_paths;
};

/* --- Shapes --------------------------------------------------------------------------------- */

static float
key_weight (const LueurKey *key, const LueurPose *pose)
{
  float weight = 1;

  for (guint i = 0; i < key->n_terms && weight > 0; i++)
    weight *= CLAMP (pose->v[key->param[i]] / key->value[i], 0, 1);
  return weight;
}

static GskPath *
build_path (const LueurOutline *outline, const float *p)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  for (guint i = 0; i < outline->n_ops; i++)
    switch (outline->ops[i])
      {
      case 'M':
        gsk_path_builder_move_to (builder, p[0], p[1]);
        p += 2;
        break;
      case 'L':
        gsk_path_builder_line_to (builder, p[0], p[1]);
        p += 2;
        break;
      case 'C':
        gsk_path_builder_cubic_to (builder, p[0], p[1], p[2], p[3], p[4], p[5]);
        p += 6;
        break;
      default:
        gsk_path_builder_close (builder);
      }
  return gsk_path_builder_free_to_path (builder);
}

static graphene_rect_t
hull (const float *points, guint n_floats, float grow)
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
stop_colour (const LueurFace *self, const LueurPaint *paint, guint i)
{
  const LueurPlates *plates = self->plates;
  GdkRGBA colour = paint->stops[i].colour;
  int material = paint->stops[i].material;

  if (material >= 0 && (plates->coloured & (1u << material)))
    {
      float alpha = colour.alpha;

      colour = plates->tones[material][paint->stops[i].tone];
      colour.alpha = alpha;
    }
  return colour;
}

static GskRenderNode *
paint_node (LueurFace *self, const LueurPaint *paint, const graphene_rect_t *box)
{
  if (paint->kind == LUEUR_PAINT_GRADIENT)
    {
      GskColorStop stops[LUEUR_PAINT_MAX_STOPS];
      graphene_point_t from = { paint->from[0], paint->from[1] }, to = { paint->to[0], paint->to[1] };

      for (guint i = 0; i < paint->n_stops; i++)
        stops[i] = (GskColorStop){ paint->stops[i].offset, stop_colour (self, paint, i) };
      if (paint->of_box)
        {
          from = GRAPHENE_POINT_INIT (box->origin.x + from.x * box->size.width, box->origin.y + from.y * box->size.height);
          to = GRAPHENE_POINT_INIT (box->origin.x + to.x * box->size.width, box->origin.y + to.y * box->size.height);
        }
      if (fabsf (from.x - to.x) + fabsf (from.y - to.y) > 0.01f)
        return gsk_linear_gradient_node_new (box, &from, &to, stops, paint->n_stops);
    }

  {
    GdkRGBA colour = stop_colour (self, paint, 0);
    return gsk_color_node_new (&colour, box);
  }
}

static void
paint_shape (LueurFace *self, Shape *shape)
{
  const LueurMorph *morph = shape->morph;
  graphene_rect_t box = hull (shape->points, morph->rest.n_floats, morph->stroke_width + 1);
  GskRenderNode *layers[2];
  guint n = 0;

  g_clear_pointer (&shape->node, gsk_render_node_unref);
  if (morph->clip_only)
    return;
  if (morph->fill.kind != LUEUR_PAINT_NONE)
    {
      graphene_rect_t tight = hull (shape->points, morph->rest.n_floats, morph->fill.kind == LUEUR_PAINT_GRADIENT ? 0 : 1);
      GskRenderNode *paint = paint_node (self, &morph->fill, &tight);

      layers[n++] = gsk_fill_node_new (paint, shape->path, morph->even_odd ? GSK_FILL_RULE_EVEN_ODD : GSK_FILL_RULE_WINDING);
      gsk_render_node_unref (paint);
    }
  if (morph->stroke.kind != LUEUR_PAINT_NONE && morph->stroke_width > 0.01f)
    {
      GskStroke *stroke = gsk_stroke_new (morph->stroke_width);
      GskRenderNode *paint = paint_node (self, &morph->stroke, &box);

      gsk_stroke_set_line_cap (stroke, morph->line_cap);
      gsk_stroke_set_line_join (stroke, morph->line_join);
      layers[n++] = gsk_stroke_node_new (paint, shape->path, stroke);
      gsk_render_node_unref (paint);
      gsk_stroke_free (stroke);
    }
  if (n == 0)
    return;
  shape->node = n == 1 ? gsk_render_node_ref (layers[0]) : gsk_container_node_new (layers, n);
  for (guint i = 0; i < n; i++)
    gsk_render_node_unref (layers[i]);
}

/* Brings a shape to @pose; does nothing while its weights stay what they were. */
static void
shape_update (LueurFace *self, Shape *shape, const LueurPose *pose)
{
  const LueurMorph *morph = shape->morph;
  gboolean same = shape->path != NULL;

  for (guint k = 0; k < morph->keys->len; k++)
    {
      float weight = key_weight (&g_array_index (morph->keys, LueurKey, k), pose);

      if (!(fabsf (weight - shape->weights[k]) <= SAME_WEIGHT))
        {
          shape->weights[k] = weight;
          same = FALSE;
        }
    }
  if (same)
    return;

  memcpy (shape->points, morph->rest.points, sizeof (float) * morph->rest.n_floats);
  for (guint k = 0; k < morph->keys->len; k++)
    {
      const LueurKey *key = &g_array_index (morph->keys, LueurKey, k);
      float weight = shape->weights[k];

      if (weight != 0)
        for (guint f = 0; f < morph->rest.n_floats; f++)
          shape->points[f] += weight * key->delta[f];
    }
  g_clear_pointer (&shape->path, gsk_path_unref);
  shape->path = build_path (&morph->rest, shape->points);
  self->n_paths++;
  paint_shape (self, shape);
}

/* --- Bones ---------------------------------------------------------------------------------- */

typedef struct
{
  GskTransform *body;
  GskTransform *shoulders;
  GskTransform *head;
} Bones;

static GskTransform *
turned (GskTransform *from, float degrees, const float pivot[2])
{
  if (fabsf (degrees) < 0.001f)
    return from;
  from = gsk_transform_translate (from, &GRAPHENE_POINT_INIT (pivot[0], pivot[1]));
  from = gsk_transform_rotate (from, degrees);
  return gsk_transform_translate (from, &GRAPHENE_POINT_INIT (-pivot[0], -pivot[1]));
}

static Bones
bones_for (const LueurRig *rig, const LueurPose *pose)
{
  const float *v = pose->v;
  float body_pivot[2] = { rig->pivot_body[0] - rig->origin[0], rig->pivot_body[1] - rig->origin[1] };
  float head_pivot[2] = { rig->pivot_head[0] - rig->origin[0], rig->pivot_head[1] - rig->origin[1] };
  Bones bones;

  bones.body = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, -BREATH_RISE * v[LUEUR_PARAM_BREATH]));
  bones.body = turned (bones.body, LEAN_DEGREES * v[LUEUR_PARAM_BODY_LEAN], body_pivot);
  bones.shoulders = gsk_transform_translate (gsk_transform_ref (bones.body),
                                             &GRAPHENE_POINT_INIT (0, -SHOULDER_RISE * v[LUEUR_PARAM_SHOULDER]));
  bones.head = gsk_transform_translate (
      gsk_transform_ref (bones.body),
      &GRAPHENE_POINT_INIT (HEAD_SHIFT * v[LUEUR_PARAM_HEAD_X], HEAD_SHIFT * v[LUEUR_PARAM_HEAD_Y]));
  bones.head = turned (bones.head, ROLL_DEGREES * v[LUEUR_PARAM_HEAD_ROLL], head_pivot);
  return bones;
}

static void
bones_clear (Bones *bones)
{
  gsk_transform_unref (bones->body);
  gsk_transform_unref (bones->shoulders);
  gsk_transform_unref (bones->head);
}

/* Where @item is, and how opaque. (transfer full) (nullable): the identity is NULL */
static GskTransform *
place (const Item *item, const Bones *bones, const LueurPose *pose, float *opacity)
{
  const LueurPart *part = item->part;
  GskTransform *at = NULL;
  float x = 0, y = 0, rotate = 0, scale = 1;

  *opacity = part->opacity;
  for (guint i = 0; i < part->n_binds; i++)
    {
      float by = part->binds[i].factor * pose->v[part->binds[i].param];

      switch (part->binds[i].property)
        {
        case LUEUR_BIND_X: x += by; break;
        case LUEUR_BIND_Y: y += by; break;
        case LUEUR_BIND_ROTATE: rotate += by; break;
        case LUEUR_BIND_SCALE: scale += by; break;
        case LUEUR_BIND_OPACITY: *opacity += by; break;
        }
    }
  *opacity = CLAMP (*opacity, 0, 1);

  switch (part->bone)
    {
    case LUEUR_BONE_STILL:
      break;
    case LUEUR_BONE_BODY:
      at = gsk_transform_ref (bones->body);
      break;
    case LUEUR_BONE_SHOULDERS:
      at = gsk_transform_ref (bones->shoulders);
      break;
    case LUEUR_BONE_HEAD:
      at = gsk_transform_ref (bones->head);
      x += part->depth * pose->v[LUEUR_PARAM_HEAD_X] * DEPTH_X;
      y += part->depth * pose->v[LUEUR_PARAM_HEAD_Y] * DEPTH_Y;
      break;
    }
  if (x != 0 || y != 0)
    at = gsk_transform_translate (at, &GRAPHENE_POINT_INIT (x, y));
  at = turned (at, rotate, item->pivot);
  if (fabsf (scale - 1) > 0.001f)
    {
      at = gsk_transform_translate (at, &GRAPHENE_POINT_INIT (item->pivot[0], item->pivot[1]));
      at = gsk_transform_scale (at, MAX (scale, 0.01f), MAX (scale, 0.01f));
      at = gsk_transform_translate (at, &GRAPHENE_POINT_INIT (-item->pivot[0], -item->pivot[1]));
    }
  return at;
}

/* Takes @node and @transform. */
static GskRenderNode *
moved (GskRenderNode *node, GskTransform *transform)
{
  GskRenderNode *result;

  if (transform == NULL || gsk_transform_get_category (transform) == GSK_TRANSFORM_CATEGORY_IDENTITY)
    {
      gsk_transform_unref (transform);
      return node;
    }
  result = gsk_transform_node_new (node, transform);
  gsk_render_node_unref (node);
  gsk_transform_unref (transform);
  return result;
}

static const Item *
item_of_shape (const LueurFace *self, int shape)
{
  for (guint i = 0; i < self->n_items; i++)
    if (self->items[i].shape == shape)
      return &self->items[i];
  return NULL;
}

static GskRenderNode *
draw_item (LueurFace *self, const Item *item, const Bones *bones, const LueurPose *pose)
{
  GskRenderNode *node = item->shape >= 0 ? self->shapes[item->shape].node : item->picture;
  GskTransform *at;
  float opacity;

  if (node == NULL)
    return NULL;
  at = place (item, bones, pose, &opacity);
  if (item->shape >= 0)
    opacity *= self->shapes[item->shape].morph->opacity;
  if (opacity < INVISIBLE)
    {
      gsk_transform_unref (at);
      return NULL;
    }
  node = opacity < 1 - INVISIBLE ? gsk_opacity_node_new (node, opacity) : gsk_render_node_ref (node);

  if (item->clip >= 0)
    {
      const Shape *clip = &self->shapes[item->clip];
      float unused;
      GskTransform *around = place (item_of_shape (self, item->clip), bones, pose, &unused);
      GskTransform *inside = gsk_transform_invert (gsk_transform_ref (around));
      GskRenderNode *clipped;

      /* The clip moves by itself: what it clips is brought into its room. */
      node = moved (node, gsk_transform_transform (inside, at));
      gsk_transform_unref (at);
      clipped = gsk_fill_node_new (node, clip->path, clip->morph->even_odd ? GSK_FILL_RULE_EVEN_ODD : GSK_FILL_RULE_WINDING);
      gsk_render_node_unref (node);
      return moved (clipped, around);
    }
  return moved (node, at);
}

/* --- Public --------------------------------------------------------------------------------- */

/* The morph called as @morph that is worn: a slot may offer several brows. */
static int
worn_twin (const LueurPlates *plates, int morph)
{
  const LueurRig *rig = plates->rig;

  if (morph < 0 || plates->worn[rig->morphs[morph].part])
    return morph;
  for (guint i = 0; i < rig->n_morphs; i++)
    if (plates->worn[rig->morphs[i].part] && strcmp (rig->morphs[i].name, rig->morphs[morph].name) == 0)
      return (int) i;
  return -1;
}

static void
add_item (LueurFace *self, guint index)
{
  const LueurPart *part = &self->plates->rig->parts[index];
  const LueurPlate *plate = &self->plates->plates[index];
  Item *item = &self->items[self->n_items];

  item->part = part;
  item->shape = part->morph;
  item->clip = worn_twin (self->plates, part->clip);
  if (part->morph < 0)
    {
      g_autoptr (GdkTexture) texture = NULL;

      if (plate->pixels == NULL)
        return;
      texture = gdk_memory_texture_new (plate->width, plate->height, GDK_MEMORY_DEFAULT, plate->pixels, plate->stride);
      self->n_textures++;
      item->picture = gsk_texture_node_new (texture, &GRAPHENE_RECT_INIT (plate->x, plate->y, plate->w, plate->h));
      item->pivot[0] = plate->x + plate->w / 2;
      item->pivot[1] = plate->y + plate->h / 2;
    }
  else
    {
      const LueurOutline *rest = &self->shapes[part->morph].morph->rest;
      graphene_rect_t box = hull (rest->points, rest->n_floats, 0);

      item->pivot[0] = box.origin.x + box.size.width / 2;
      item->pivot[1] = box.origin.y + box.size.height / 2;
    }
  if (part->has_pivot)
    {
      item->pivot[0] = part->pivot[0] - self->plates->rig->origin[0];
      item->pivot[1] = part->pivot[1] - self->plates->rig->origin[1];
    }
  self->n_items++;
}

/**
 * lueur_face_new:
 * @plates: (transfer none): its parts
 *
 * Returns: (transfer full): a face
 */
LueurFace *
lueur_face_new (LueurPlates *plates)
{
  LueurFace *self = g_new0 (LueurFace, 1);
  const LueurRig *rig = plates->rig;

  self->plates = lueur_plates_ref (plates);
  self->items = g_new0 (Item, rig->n_parts);
  self->nodes = g_new0 (GskRenderNode *, rig->n_parts);
  self->n_shapes = rig->n_morphs;
  self->shapes = g_new0 (Shape, MAX (rig->n_morphs, 1));
  for (guint i = 0; i < rig->n_morphs; i++)
    {
      Shape *shape = &self->shapes[i];

      shape->morph = &rig->morphs[i];
      shape->weights = g_new0 (float, MAX (shape->morph->keys->len, 1));
      shape->points = g_new0 (float, MAX (shape->morph->rest.n_floats, 1));
    }
  for (guint i = 0; i < rig->n_parts; i++)
    if (plates->worn[i])
      add_item (self, i);
  /* A clip whose own part is not there clips nothing. */
  for (guint i = 0; i < self->n_items; i++)
    if (self->items[i].clip >= 0 && item_of_shape (self, self->items[i].clip) == NULL)
      self->items[i].clip = -1;
  return self;
}

void
lueur_face_free (LueurFace *self)
{
  for (guint i = 0; i < self->n_items; i++)
    g_clear_pointer (&self->items[i].picture, gsk_render_node_unref);
  for (guint i = 0; i < self->n_shapes; i++)
    {
      g_clear_pointer (&self->shapes[i].node, gsk_render_node_unref);
      g_clear_pointer (&self->shapes[i].path, gsk_path_unref);
      g_free (self->shapes[i].weights);
      g_free (self->shapes[i].points);
    }
  g_free (self->items);
  g_free (self->nodes);
  g_free (self->shapes);
  lueur_plates_unref (self->plates);
  g_free (self);
}

/**
 * lueur_face_draw:
 * @self: the face
 * @pose: how it looks
 *
 * Returns: (transfer full) (nullable): the face in page units
 */
GskRenderNode *
lueur_face_draw (LueurFace *self, const LueurPose *pose)
{
  Bones bones = bones_for (self->plates->rig, pose);
  GskRenderNode *result = NULL;
  guint n = 0;

  for (guint i = 0; i < self->n_items; i++)
    if (self->items[i].shape >= 0)
      shape_update (self, &self->shapes[self->items[i].shape], pose);
  for (guint i = 0; i < self->n_items; i++)
    {
      GskRenderNode *node = draw_item (self, &self->items[i], &bones, pose);

      if (node != NULL)
        self->nodes[n++] = node;
    }
  if (n > 0)
    result = gsk_container_node_new (self->nodes, n);
  for (guint i = 0; i < n; i++)
    gsk_render_node_unref (self->nodes[i]);
  bones_clear (&bones);
  return result;
}

float
lueur_face_get_width (LueurFace *self)
{
  return self->plates->rig->width;
}

float
lueur_face_get_height (LueurFace *self)
{
  return self->plates->rig->height;
}

LueurPlates *
lueur_face_get_plates (LueurFace *self)
{
  return self->plates;
}

guint
lueur_face_get_n_textures (LueurFace *self)
{
  return self->n_textures;
}

guint
lueur_face_get_n_paths (LueurFace *self)
{
  return self->n_paths;
}
