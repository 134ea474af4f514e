/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A face in a pose, as render nodes. */

#include "ui/avatar/face.h"

#include <math.h>
#include <string.h>

/* How far bones and depth move things, in page units: docs/avatar-format.md, “Bones”. */
#define BREATH_RISE 3.0f
#define SHOULDER_RISE 10.0f
#define HEAD_SHIFT 6.0f
#define DEPTH_X 12.0f
#define DEPTH_Y 9.0f

/* An outline that no point of has moved by so many pixels stays what it is. */
#define SAME_PIXELS 0.15f
#define INVISIBLE 0.004f

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
} Shape;

/* Where an item is within its run. */
typedef struct
{
  float x, y, rotate, scale, opacity;
} Local;

typedef struct
{
  const LueurPart *part;
  GskRenderNode *picture; /* (nullable) */
  int shape;              /* index, or -1 */
  int clip;               /* index of a shape, or -1 */
  int clip_item;          /* whose shape that is */
  gboolean far_clip;      /* the clip belongs to another run, which moves in another way */
  float pivot[2];
  int run;
  Local local;            /* of @node */
  Local clip_local;       /* of the clip's owner, when the run was drawn last */
  gboolean drawn;
  GskRenderNode *node;    /* (nullable): in the room of the run, not clipped yet */
} Item;

/* Neighbours that follow the same bone at the same depth: one transform moves them all. */
typedef struct
{
  LueurBone bone;
  float depth;
  guint first, n;
  GskRenderNode *node; /* (nullable): all of them */
} Run;

struct _LueurFace
{
  LueurPlates *plates;
  Item *items;
  guint n_items;
  Run *runs;
  guint n_runs;
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

/* Wide enough for any shape of any pose: a paint that does not depend on the shape is made once. */
static const graphene_rect_t everywhere = { { -4096, -4096 }, { 12288, 12288 } };

static gboolean
needs_box (const LueurPaint *paint)
{
  return paint->kind == LUEUR_PAINT_GRADIENT && paint->of_box;
}

static void
prepare_paint (LueurFace *self, Shape *shape)
{
  const LueurMorph *morph = shape->morph;

  if (morph->fill.kind != LUEUR_PAINT_NONE && !needs_box (&morph->fill))
    shape->fill = paint_node (self, &morph->fill, &everywhere);
  if (morph->stroke.kind == LUEUR_PAINT_NONE || morph->stroke_width <= 0.01f)
    return;
  if (!needs_box (&morph->stroke))
    shape->ink = paint_node (self, &morph->stroke, &everywhere);
  shape->stroke = gsk_stroke_new (morph->stroke_width);
  gsk_stroke_set_line_cap (shape->stroke, morph->line_cap);
  gsk_stroke_set_line_join (shape->stroke, morph->line_join);
}

/* (transfer full) */
static GskRenderNode *
paint_for (LueurFace *self, const Shape *shape, const LueurPaint *paint, GskRenderNode *kept)
{
  graphene_rect_t box;

  if (kept != NULL)
    return gsk_render_node_ref (kept);
  box = hull (shape->points, shape->morph->rest.n_floats, paint == &shape->morph->stroke ? shape->morph->stroke_width : 0);
  return paint_node (self, paint, &box);
}

static void
paint_shape (LueurFace *self, Shape *shape)
{
  const LueurMorph *morph = shape->morph;
  GskRenderNode *layers[2];
  guint n = 0;

  g_clear_pointer (&shape->node, gsk_render_node_unref);
  if (morph->clip_only)
    return;
  if (morph->fill.kind != LUEUR_PAINT_NONE)
    {
      GskRenderNode *paint = paint_for (self, shape, &morph->fill, shape->fill);

      layers[n++] = gsk_fill_node_new (paint, shape->path, morph->even_odd ? GSK_FILL_RULE_EVEN_ODD : GSK_FILL_RULE_WINDING);
      gsk_render_node_unref (paint);
    }
  if (shape->stroke != NULL)
    {
      GskRenderNode *paint = paint_for (self, shape, &morph->stroke, shape->ink);

      layers[n++] = gsk_stroke_node_new (paint, shape->path, shape->stroke);
      gsk_render_node_unref (paint);
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
  float moved_by = shape->path != NULL ? 0 : INFINITY;

  for (guint k = 0; k < morph->keys->len; k++)
    {
      const LueurKey *key = &g_array_index (morph->keys, LueurKey, k);
      float weight = key_weight (key, pose);

      moved_by += fabsf (weight - shape->weights[k]) * key->reach;
      shape->wanted[k] = weight;
    }
  shape->changed = !(moved_by * self->plates->scale < SAME_PIXELS);
  if (!shape->changed)
    return;

  memcpy (shape->weights, shape->wanted, sizeof (float) * morph->keys->len);
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
  bones.body = turned (bones.body, LUEUR_LEAN_DEGREES * v[LUEUR_PARAM_BODY_LEAN], body_pivot);
  bones.shoulders = gsk_transform_translate (gsk_transform_ref (bones.body),
                                             &GRAPHENE_POINT_INIT (0, -SHOULDER_RISE * v[LUEUR_PARAM_SHOULDER]));
  bones.head = gsk_transform_translate (
      gsk_transform_ref (bones.body),
      &GRAPHENE_POINT_INIT (HEAD_SHIFT * v[LUEUR_PARAM_HEAD_X], HEAD_SHIFT * v[LUEUR_PARAM_HEAD_Y]));
  bones.head = turned (bones.head, LUEUR_ROLL_DEGREES * v[LUEUR_PARAM_HEAD_ROLL], head_pivot);
  return bones;
}

static void
bones_clear (Bones *bones)
{
  gsk_transform_unref (bones->body);
  gsk_transform_unref (bones->shoulders);
  gsk_transform_unref (bones->head);
}

static GskTransform *
bone_of (const Bones *bones, LueurBone bone)
{
  switch (bone)
    {
    case LUEUR_BONE_BODY:
      return gsk_transform_ref (bones->body);
    case LUEUR_BONE_SHOULDERS:
      return gsk_transform_ref (bones->shoulders);
    case LUEUR_BONE_HEAD:
      return gsk_transform_ref (bones->head);
    case LUEUR_BONE_STILL:
    default:
      return NULL;
    }
}

/* How far depth shifts a run when the head turns. */
static graphene_point_t
shift_of (const Run *run, const LueurPose *pose)
{
  if (run->bone != LUEUR_BONE_HEAD)
    return GRAPHENE_POINT_INIT (0, 0);
  return GRAPHENE_POINT_INIT (run->depth * pose->v[LUEUR_PARAM_HEAD_X] * DEPTH_X,
                              run->depth * pose->v[LUEUR_PARAM_HEAD_Y] * DEPTH_Y);
}

/* (transfer full) (nullable): the identity is NULL */
static GskTransform *
place_of (const Run *run, const Bones *bones, const LueurPose *pose)
{
  GskTransform *at = bone_of (bones, run->bone);
  graphene_point_t shift = shift_of (run, pose);

  return shift.x != 0 || shift.y != 0 ? gsk_transform_translate (at, &shift) : at;
}

static Local
local_of (const LueurPart *part, const LueurPose *pose)
{
  Local local = { 0, 0, 0, 1, part->opacity };

  for (guint i = 0; i < part->n_binds; i++)
    {
      float by = part->binds[i].factor * pose->v[part->binds[i].param];

      switch (part->binds[i].property)
        {
        case LUEUR_BIND_X: local.x += by; break;
        case LUEUR_BIND_Y: local.y += by; break;
        case LUEUR_BIND_ROTATE: local.rotate += by; break;
        case LUEUR_BIND_SCALE: local.scale += by; break;
        case LUEUR_BIND_OPACITY: local.opacity += by; break;
        }
    }
  local.scale = MAX (local.scale, 0.01f);
  local.opacity = CLAMP (local.opacity, 0, 1);
  return local;
}

static gboolean
is_same (const Local *a, const Local *b)
{
  return fabsf (a->x - b->x) < 0.01f && fabsf (a->y - b->y) < 0.01f && fabsf (a->rotate - b->rotate) < 0.01f &&
         fabsf (a->scale - b->scale) < 0.0005f && fabsf (a->opacity - b->opacity) < 0.002f;
}

/* @at, then what @local adds to it. */
static GskTransform *
add_local (GskTransform *at, const Local *local, const float pivot[2])
{
  if (local->x != 0 || local->y != 0)
    at = gsk_transform_translate (at, &GRAPHENE_POINT_INIT (local->x, local->y));
  at = turned (at, local->rotate, pivot);
  if (fabsf (local->scale - 1) > 0.0005f)
    {
      at = gsk_transform_translate (at, &GRAPHENE_POINT_INIT (pivot[0], pivot[1]));
      at = gsk_transform_scale (at, local->scale, local->scale);
      at = gsk_transform_translate (at, &GRAPHENE_POINT_INIT (-pivot[0], -pivot[1]));
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

/* The way from the room of @from into that of @to. */
static GskTransform *
way (const Run *from, const Run *to, const Bones *bones, const LueurPose *pose)
{
  if (from == to)
    return NULL;
  if (from->bone == to->bone)
    {
      graphene_point_t a = shift_of (from, pose), b = shift_of (to, pose);

      return gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (b.x - a.x, b.y - a.y));
    }

  {
    GskTransform *target = place_of (to, bones, pose), *back = gsk_transform_invert (place_of (from, bones, pose));

    back = gsk_transform_transform (back, target);
    gsk_transform_unref (target);
    return back;
  }
}

/* Takes @node, which is in the room of @item's run. */
static GskRenderNode *
clipped (LueurFace *self, const Item *item, GskRenderNode *node, const Bones *bones, const LueurPose *pose)
{
  const Shape *clip = &self->shapes[item->clip];
  const Item *owner = &self->items[item->clip_item];
  /* Into the room of the clip and back: @around places it, its inverse brings the item there. */
  GskTransform *around = way (&self->runs[item->run], &self->runs[owner->run], bones, pose);
  GskRenderNode *result;

  around = add_local (around, &item->clip_local, owner->pivot);
  node = moved (node, gsk_transform_invert (gsk_transform_ref (around)));
  result = gsk_fill_node_new (node, clip->path, clip->morph->even_odd ? GSK_FILL_RULE_EVEN_ODD : GSK_FILL_RULE_WINDING);
  gsk_render_node_unref (node);
  return moved (result, around);
}

/* Whether the outline around @item is another than when it was drawn last. */
static gboolean
clip_update (LueurFace *self, Item *item, const LueurPose *pose)
{
  Local local;

  if (item->clip < 0)
    return FALSE;
  local = local_of (self->items[item->clip_item].part, pose);
  if (item->drawn && is_same (&local, &item->clip_local) && !item->far_clip && !self->shapes[item->clip].changed)
    return FALSE;
  item->clip_local = local;
  return TRUE;
}

/* Brings @item to @pose. Returns whether anything changed. */
static gboolean
item_update (LueurFace *self, Item *item, const LueurPose *pose)
{
  Local local = local_of (item->part, pose);
  gboolean changed = clip_update (self, item, pose);
  GskRenderNode *node;

  if (item->shape >= 0)
    local.opacity *= self->shapes[item->shape].morph->opacity;
  if (item->drawn && is_same (&local, &item->local) && !(item->shape >= 0 && self->shapes[item->shape].changed))
    return changed && item->node != NULL;
  item->drawn = TRUE;
  item->local = local;
  g_clear_pointer (&item->node, gsk_render_node_unref);
  node = item->shape >= 0 ? self->shapes[item->shape].node : item->picture;
  if (node == NULL || local.opacity < INVISIBLE)
    return TRUE;
  node = local.opacity < 1 - INVISIBLE ? gsk_opacity_node_new (node, local.opacity) : gsk_render_node_ref (node);
  item->node = moved (node, add_local (NULL, &local, item->pivot));
  return TRUE;
}

/* One node of several, all of which it takes. */
static GskRenderNode *
together (GskRenderNode **nodes, guint n)
{
  GskRenderNode *result = n == 1 ? gsk_render_node_ref (nodes[0]) : gsk_container_node_new (nodes, n);

  for (guint i = 0; i < n; i++)
    gsk_render_node_unref (nodes[i]);
  return result;
}

static void
rebuild_run (LueurFace *self, Run *run, const Bones *bones, const LueurPose *pose)
{
  /* Room behind the frame's own nodes: first those of the run, then those of one outline. */
  GskRenderNode **nodes = self->nodes + self->n_runs, **inside = nodes + run->n;
  guint n = 0, end = run->first + run->n;

  g_clear_pointer (&run->node, gsk_render_node_unref);
  for (guint i = run->first; i < end;)
    {
      const Item *item = &self->items[i];
      guint k = 0;

      if (item->clip < 0)
        {
          if (item->node != NULL)
            nodes[n++] = gsk_render_node_ref (item->node);
          i++;
          continue;
        }
      /* What one outline cuts is cut once. */
      for (; i < end && self->items[i].clip == item->clip; i++)
        if (self->items[i].node != NULL)
          inside[k++] = gsk_render_node_ref (self->items[i].node);
      if (k > 0)
        nodes[n++] = clipped (self, item, together (inside, k), bones, pose);
    }
  if (n > 0)
    run->node = together (nodes, n);
}

/* (transfer full) (nullable) */
static GskRenderNode *
draw_run (LueurFace *self, Run *run, const Bones *bones, const LueurPose *pose)
{
  gboolean changed = FALSE;

  for (guint i = run->first; i < run->first + run->n; i++)
    changed |= item_update (self, &self->items[i], pose);
  if (changed)
    rebuild_run (self, run, bones, pose);
  return run->node != NULL ? moved (gsk_render_node_ref (run->node), place_of (run, bones, pose)) : NULL;
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

/* Turns pictures back that were drawn for a bone that leans or rolls. In the pose that they were drawn for the
 * bone's own turn undoes that again, and they are only shifted. */
static GskTransform *
upright (LueurFace *self, LueurBone bone)
{
  const LueurPlates *plates = self->plates;
  const LueurRig *rig = plates->rig;
  const float body[2] = { rig->pivot_body[0] - rig->origin[0], rig->pivot_body[1] - rig->origin[1] };
  const float head[2] = { rig->pivot_head[0] - rig->origin[0], rig->pivot_head[1] - rig->origin[1] };
  GskTransform *at = NULL;

  if (bone == LUEUR_BONE_HEAD)
    at = turned (at, -plates->roll * LUEUR_ROLL_DEGREES, head);
  return bone != LUEUR_BONE_STILL ? turned (at, -plates->lean * LUEUR_LEAN_DEGREES, body) : at;
}

/* The pictures of a part as one node, and the middle of its ink. */
static GskRenderNode *
picture_node (LueurFace *self, int part, float pivot[2])
{
  const GArray *plates = self->plates->plates;
  GskRenderNode *nodes[16];
  GskTransform *back;
  graphene_point_t middle;
  graphene_rect_t all;
  guint n = 0;

  for (guint i = 0; i < plates->len && n < G_N_ELEMENTS (nodes); i++)
    {
      const LueurPlate *plate = &g_array_index (plates, LueurPlate, i);
      graphene_rect_t box = GRAPHENE_RECT_INIT (plate->x, plate->y, plate->w, plate->h);
      g_autoptr (GdkTexture) texture = NULL;

      if (plate->part != part)
        continue;
      texture = gdk_memory_texture_new (plate->width, plate->height, GDK_MEMORY_DEFAULT, plate->pixels, plate->stride);
      self->n_textures++;
      nodes[n] = gsk_texture_node_new (texture, &box);
      if (n++ == 0)
        all = box;
      else
        graphene_rect_union (&all, &box, &all);
    }
  if (n == 0)
    return NULL;
  middle = GRAPHENE_POINT_INIT (all.origin.x + all.size.width / 2, all.origin.y + all.size.height / 2);
  back = upright (self, self->plates->rig->parts[part].bone);
  gsk_transform_transform_point (back, &middle, &middle);
  pivot[0] = middle.x;
  pivot[1] = middle.y;
  return moved (together (nodes, n), back);
}

static void
add_item (LueurFace *self, guint index)
{
  const LueurPart *part = &self->plates->rig->parts[index];
  Item *item = &self->items[self->n_items];

  item->part = part;
  item->shape = part->morph;
  item->clip = worn_twin (self->plates, part->clip);
  if (part->morph < 0)
    {
      item->picture = picture_node (self, (int) index, item->pivot);
      if (item->picture == NULL)
        return;
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

static void
make_runs (LueurFace *self)
{
  self->runs = g_new0 (Run, MAX (self->n_items, 1));
  for (guint i = 0; i < self->n_items; i++)
    {
      Item *item = &self->items[i];
      Run *run = self->n_runs > 0 ? &self->runs[self->n_runs - 1] : NULL;

      if (run == NULL || run->bone != item->part->bone || run->depth != item->part->depth)
        {
          run = &self->runs[self->n_runs++];
          run->bone = item->part->bone;
          run->depth = item->part->depth;
          run->first = i;
        }
      run->n++;
      item->run = (int) self->n_runs - 1;
    }
}

static void
link_clips (LueurFace *self)
{
  for (guint i = 0; i < self->n_items; i++)
    {
      Item *item = &self->items[i];
      int clip = item->clip;
      const Run *mine = &self->runs[item->run], *its;

      if (clip < 0)
        continue;
      /* A clip whose own part is not there clips nothing. */
      item->clip = -1;
      for (guint k = 0; k < self->n_items; k++)
        if (self->items[k].shape == clip)
          {
            item->clip = clip;
            item->clip_item = (int) k;
          }
      if (item->clip < 0)
        continue;
      its = &self->runs[self->items[item->clip_item].run];
      item->far_clip = mine->bone != its->bone ||
                       (mine->bone == LUEUR_BONE_HEAD && mine->depth != its->depth);
    }
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
  self->n_shapes = rig->n_morphs;
  self->shapes = g_new0 (Shape, MAX (rig->n_morphs, 1));
  for (guint i = 0; i < rig->n_morphs; i++)
    {
      Shape *shape = &self->shapes[i];

      shape->morph = &rig->morphs[i];
      shape->weights = g_new0 (float, MAX (shape->morph->keys->len, 1));
      prepare_paint (self, shape);
      shape->wanted = g_new0 (float, MAX (shape->morph->keys->len, 1));
      shape->points = g_new0 (float, MAX (shape->morph->rest.n_floats, 1));
    }
  for (guint i = 0; i < rig->n_parts; i++)
    if (plates->worn[i])
      add_item (self, i);
  make_runs (self);
  link_clips (self);
  self->nodes = g_new0 (GskRenderNode *, self->n_runs + 2 * self->n_items + 1);
  return self;
}

void
lueur_face_free (LueurFace *self)
{
  for (guint i = 0; i < self->n_items; i++)
    {
      g_clear_pointer (&self->items[i].picture, gsk_render_node_unref);
      g_clear_pointer (&self->items[i].node, gsk_render_node_unref);
    }
  for (guint i = 0; i < self->n_runs; i++)
    g_clear_pointer (&self->runs[i].node, gsk_render_node_unref);
  g_free (self->runs);
  for (guint i = 0; i < self->n_shapes; i++)
    {
      g_clear_pointer (&self->shapes[i].node, gsk_render_node_unref);
      g_clear_pointer (&self->shapes[i].path, gsk_path_unref);
      g_clear_pointer (&self->shapes[i].fill, gsk_render_node_unref);
      g_clear_pointer (&self->shapes[i].ink, gsk_render_node_unref);
      g_clear_pointer (&self->shapes[i].stroke, gsk_stroke_free);
      g_free (self->shapes[i].weights);
      g_free (self->shapes[i].wanted);
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
  for (guint i = 0; i < self->n_runs; i++)
    {
      GskRenderNode *node = draw_run (self, &self->runs[i], &bones, pose);

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
