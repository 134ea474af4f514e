/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A face in a pose, as render nodes. */

#include "ui/avatar/face.h"

#include <math.h>
#include <string.h>

#include "ui/avatar/face-shape.h"

/* How far bones and depth move things, in page units: docs/avatar-format.md, “Bones”. */
#define BREATH_RISE 3.0f
#define SHOULDER_RISE 10.0f
#define HEAD_SHIFT 6.0f
#define DEPTH_X 12.0f
#define DEPTH_Y 9.0f

#define INVISIBLE 0.004f

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
  gboolean cuts;          /* something is clipped to its shape */
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
  LueurFaceShape *shapes;
  guint n_shapes;
  GskRenderNode **nodes; /* room for a frame's nodes */
  guint n_textures;
  guint n_paths;
};

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
  const LueurFaceShape *clip = &self->shapes[item->clip];
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
  gboolean changed = clip_update (self, item, pose);
  GskRenderNode *node;
  Local local;

  /* Most pictures only ever move with their run. */
  if (item->drawn && item->part->n_binds == 0 && item->shape < 0)
    return changed && item->node != NULL;
  local = local_of (item->part, pose);

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
      if (k > 0 && self->shapes[item->clip].is_thin)
        while (k > 0)
          gsk_render_node_unref (inside[--k]);
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
      graphene_rect_t box = lueur_points_hull (rest->points, rest->n_floats, 0);

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
            self->items[k].cuts = TRUE;
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
  self->shapes = g_new0 (LueurFaceShape, MAX (rig->n_morphs, 1));
  for (guint i = 0; i < rig->n_morphs; i++)
    lueur_face_shape_init (&self->shapes[i], plates, &rig->morphs[i]);
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
    lueur_face_shape_clear (&self->shapes[i]);
  g_free (self->items);
  g_free (self->nodes);
  g_free (self->shapes);
  lueur_plates_unref (self->plates);
  g_free (self);
}

static void
update_shape (LueurFace *self, int index, const LueurPose *pose)
{
  LueurFaceShape *shape = &self->shapes[index];

  lueur_face_shape_update (shape, self->plates, pose);
  if (shape->changed)
    self->n_paths++;
}

/* First what cuts others, then the rest, but for what cannot be seen: teeth behind lips that are shut. */
static void
update_shapes (LueurFace *self, const LueurPose *pose)
{
  for (guint i = 0; i < self->n_items; i++)
    if (self->items[i].shape >= 0 && self->items[i].cuts)
      update_shape (self, self->items[i].shape, pose);
  for (guint i = 0; i < self->n_items; i++)
    {
      Item *item = &self->items[i];

      if (item->shape < 0 || item->cuts)
        continue;
      if (item->clip >= 0 && self->shapes[item->clip].is_thin && self->shapes[item->shape].path != NULL)
        self->shapes[item->shape].changed = FALSE;
      else
        update_shape (self, item->shape, pose);
    }
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

  update_shapes (self, pose);
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
