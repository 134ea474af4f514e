/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A face in a pose, as render nodes. */

#include <math.h>
#include <string.h>

#include "ui/avatar/face-private.h"

#define INVISIBLE 0.004f
/* Nobody can tell a shift of less, in pixels. What was held back is made up for by the first that is more. */
#define SMALLEST_SHIFT 0.08f

/* --- Nodes ---------------------------------------------------------------------------------- */

GskRenderNode *
lueur_face_together (GskRenderNode **nodes, guint n)
{
  GskRenderNode *result;

  if (n <= 1)
    return n == 1 ? nodes[0] : NULL;
  result = gsk_container_node_new (nodes, n);
  for (guint i = 0; i < n; i++)
    gsk_render_node_unref (nodes[i]);
  return result;
}

/* As lueur_face_moved(), but @node stays the caller's: every reference that is taken and let go costs a check of its
 * type, and a frame has hundreds. */
static GskRenderNode *
in_place (GskRenderNode *node, GskTransform *transform)
{
  GskRenderNode *result;

  if (transform == NULL || gsk_transform_get_category (transform) == GSK_TRANSFORM_CATEGORY_IDENTITY)
    result = gsk_render_node_ref (node);
  else
    result = gsk_transform_node_new (node, transform);
  gsk_transform_unref (transform);
  return result;
}

GskRenderNode *
lueur_face_moved (GskRenderNode *node, GskTransform *transform)
{
  GskRenderNode *result = in_place (node, transform);

  gsk_render_node_unref (node);
  return result;
}

/* --- Where things are ------------------------------------------------------------------------- */

static LueurFaceLocal
local_of (const LueurPart *part, const LueurPose *pose)
{
  LueurFaceLocal local = { 0, 0, 0, 1, part->opacity };

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
is_same (const LueurFaceLocal *a, const LueurFaceLocal *b, float least)
{
  return fabsf (a->x - b->x) < least && fabsf (a->y - b->y) < least && fabsf (a->rotate - b->rotate) < 0.02f &&
         fabsf (a->scale - b->scale) < 0.0005f && fabsf (a->opacity - b->opacity) < INVISIBLE;
}

/* @at, then what @local adds to it. */
static GskTransform *
add_local (GskTransform *at, const LueurFaceLocal *local, const float pivot[2])
{
  if (local->x != 0 || local->y != 0)
    at = gsk_transform_translate (at, &GRAPHENE_POINT_INIT (local->x, local->y));
  at = lueur_face_turn (at, local->rotate, pivot);
  if (fabsf (local->scale - 1) > 0.0005f)
    {
      at = gsk_transform_translate (at, &GRAPHENE_POINT_INIT (pivot[0], pivot[1]));
      at = gsk_transform_scale (at, local->scale, local->scale);
      at = gsk_transform_translate (at, &GRAPHENE_POINT_INIT (-pivot[0], -pivot[1]));
    }
  return at;
}

/* The way from the room of one run into that of another. */
static GskTransform *
way (LueurFace *self, const LueurFaceRun *from, const LueurFaceRun *to)
{
  GskTransform *back;

  if (from == to)
    return NULL;
  if (from->bone == to->bone)
    return gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (to->shift.x - from->shift.x, to->shift.y - from->shift.y));
  back = gsk_transform_translate (gsk_transform_ref (self->bones.at[from->bone]), &from->shift);
  back = gsk_transform_transform (gsk_transform_invert (back), self->bones.at[to->bone]);
  return gsk_transform_translate (back, &to->shift);
}

/* --- What has changed ------------------------------------------------------------------------- */

/* Which parameters are others than at the last call, as a bit set. */
static guint32
take_pose (LueurFace *self, const LueurPose *pose)
{
  guint32 moved = 0;

  for (guint i = 0; i < LUEUR_N_PARAMS; i++)
    moved |= (guint32) (pose->v[i] != self->pose.v[i]) << i;
  self->pose = *pose;
  return moved;
}

static void
touch_group (LueurFace *self, LueurFaceLevel level, guint index)
{
  self->groups[level][index].changed = TRUE;
}

static void
update_runs (LueurFace *self, float least)
{
  for (guint i = 0; i < self->n_groups[LUEUR_FACE_RUNS]; i++)
    {
      LueurFaceRun *run = &self->runs[i];
      graphene_point_t shift = lueur_face_depth_shift (run->bone, run->depth, &self->pose);

      if (fabsf (shift.x - run->shift.x) < least && fabsf (shift.y - run->shift.y) < least)
        continue;
      run->shift = shift;
      gsk_transform_unref (run->at);
      run->at = gsk_transform_translate (NULL, &shift);
      self->groups[LUEUR_FACE_RUNS][i].moved = TRUE;
    }
  for (guint i = 0; i < self->n_groups[LUEUR_FACE_LIMBS]; i++)
    {
      LueurFaceGroup *limb = &self->groups[LUEUR_FACE_LIMBS][i];
      guint run = self->groups[LUEUR_FACE_CLUSTERS][limb->first].first;

      limb->moved = (self->bones.changed >> self->runs[run].bone) & 1;
    }
}

static void
update_movers (LueurFace *self, guint32 moved, float least)
{
  for (guint i = 0; i < self->movers->len; i++)
    {
      const LueurFaceMover *mover = &g_array_index (self->movers, LueurFaceMover, i);
      LueurFaceItem *item = &self->items[mover->item];
      LueurFaceLocal local;

      item->moved = FALSE;
      if (!(mover->inputs & moved))
        continue;
      local = local_of (item->part, &self->pose);
      if (is_same (&local, &item->local, least))
        continue;
      item->local = local;
      item->moved = TRUE;
    }
}

/* First what cuts others, then the rest, but for what cannot be seen: teeth behind lips that are shut, a tear that
 * nobody weeps. */
static void
update_shapes (LueurFace *self, guint32 moved)
{
  for (guint i = 0; i < self->n_courses; i++)
    lueur_face_course_update (&self->courses[i], &self->pose, moved);
  for (guint i = 0; i < self->shaped->len; i++)
    {
      const LueurFaceItem *item = &self->items[g_array_index (self->shaped, guint, i)];
      LueurFaceShape *shape = &self->shapes[item->shape];
      const LueurFaceCourse *course = &self->courses[shape->course];
      int clip = self->pieces[item->piece].clip;

      shape->changed = FALSE;
      shape->stale |= course->changed;
      if (!shape->stale || (!shape->cuts && (item->local.opacity < INVISIBLE || (clip >= 0 && self->shapes[clip].is_thin))))
        continue;
      lueur_face_shape_update (shape, self->plates, course->drawn, self->builder);
      self->n_paths++;
    }
}

static void
draw_item (LueurFace *self, LueurFaceItem *item)
{
  float opacity = item->local.opacity;
  GskRenderNode *node = item->picture;
  GskTransform *at;

  if (item->shape >= 0)
    {
      node = self->shapes[item->shape].node;
      opacity *= self->shapes[item->shape].opacity;
    }
  g_clear_pointer (&item->node, gsk_render_node_unref);
  touch_group (self, LUEUR_FACE_PIECES, item->piece);
  if (node == NULL || opacity < INVISIBLE)
    return;
  at = add_local (NULL, &item->local, item->pivot);
  item->node = opacity < 1 - INVISIBLE ? lueur_face_moved (gsk_opacity_node_new (node, opacity), at) : in_place (node, at);
}

/* Most items only ever move with their run. */
static void
update_items (LueurFace *self)
{
  for (guint i = 0; i < self->n_items && self->fresh; i++)
    draw_item (self, &self->items[i]);
  if (self->fresh)
    {
      self->fresh = FALSE;
      return;
    }
  for (guint i = 0; i < self->shaped->len; i++)
    {
      LueurFaceItem *item = &self->items[g_array_index (self->shaped, guint, i)];

      if (self->shapes[item->shape].changed && !item->moved)
        draw_item (self, item);
    }
  for (guint i = 0; i < self->movers->len; i++)
    {
      LueurFaceItem *item = &self->items[g_array_index (self->movers, LueurFaceMover, i).item];

      if (item->moved)
        draw_item (self, item);
    }
}

/* Outlines that moved, or that moved against what they cut. */
static void
update_cuts (LueurFace *self)
{
  for (guint i = 0; i < self->cut->len; i++)
    {
      guint index = g_array_index (self->cut, guint, i);
      const LueurFacePiece *piece = &self->pieces[index];
      guint other = self->pieces[self->items[piece->owner].piece].run;

      if (self->shapes[piece->clip].changed || self->items[piece->owner].moved ||
          (piece->far && (self->groups[LUEUR_FACE_RUNS][piece->run].moved || self->groups[LUEUR_FACE_RUNS][other].moved ||
                          (self->runs[piece->run].bone != self->runs[other].bone && self->bones.changed != 0))))
        touch_group (self, LUEUR_FACE_PIECES, index);
    }
}

/* --- The tree ----------------------------------------------------------------------------------- */

/* (transfer full) (nullable) */
static GskRenderNode *
collect (LueurFace *self, LueurFaceLevel level, const LueurFaceGroup *group)
{
  guint n = 0;

  for (guint i = group->first; i < (guint) group->first + group->n; i++)
    {
      GskRenderNode *node = level == LUEUR_FACE_PIECES ? self->items[i].node : self->groups[level - 1][i].node;

      if (node != NULL)
        self->nodes[n++] = node;
    }
  if (n <= 1)
    return n == 1 ? gsk_render_node_ref (self->nodes[0]) : NULL;
  return gsk_container_node_new (self->nodes, n);
}

/* Takes @node: what an outline cuts is brought into the room of the outline, cut, and brought back. */
static GskRenderNode *
cut (LueurFace *self, const LueurFacePiece *piece, GskRenderNode *node)
{
  const LueurFaceShape *clip = &self->shapes[piece->clip];
  const LueurFaceItem *owner = &self->items[piece->owner];
  GskTransform *around = way (self, &self->runs[piece->run], &self->runs[self->pieces[owner->piece].run]);
  GskRenderNode *result;

  around = add_local (around, &owner->local, owner->pivot);
  node = lueur_face_moved (node, gsk_transform_invert (gsk_transform_ref (around)));
  result = gsk_fill_node_new (node, clip->path, clip->morph->even_odd ? GSK_FILL_RULE_EVEN_ODD : GSK_FILL_RULE_WINDING);
  gsk_render_node_unref (node);
  return lueur_face_moved (result, around);
}

/* (transfer full) (nullable): where a group of @level is put */
static GskTransform *
place_of (LueurFace *self, LueurFaceLevel level, guint index)
{
  guint run;

  if (level == LUEUR_FACE_RUNS)
    return gsk_transform_ref (self->runs[index].at);
  if (level != LUEUR_FACE_LIMBS)
    return NULL;
  run = self->groups[LUEUR_FACE_CLUSTERS][self->groups[level][index].first].first;
  return gsk_transform_ref (self->bones.at[self->runs[run].bone]);
}

static void
update_level (LueurFace *self, LueurFaceLevel level)
{
  for (guint i = 0; i < self->n_groups[level]; i++)
    {
      LueurFaceGroup *group = &self->groups[level][i];

      if (!group->changed && !group->moved)
        continue;
      if (group->changed)
        {
          g_clear_pointer (&group->inside, gsk_render_node_unref);
          if (level != LUEUR_FACE_PIECES || self->pieces[i].clip < 0)
            group->inside = collect (self, level, group);
          else if (!self->shapes[self->pieces[i].clip].is_thin)
            {
              GskRenderNode *node = collect (self, level, group);

              group->inside = node != NULL ? cut (self, &self->pieces[i], node) : NULL;
            }
        }
      g_clear_pointer (&group->node, gsk_render_node_unref);
      if (group->inside != NULL)
        group->node = in_place (group->inside, place_of (self, level, i));
      group->changed = group->moved = FALSE;
      if (level + 1 < LUEUR_FACE_N_LEVELS)
        touch_group (self, level + 1, group->parent);
      else
        g_clear_pointer (&self->root, gsk_render_node_unref);
    }
}

/* --- Public --------------------------------------------------------------------------------- */

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

  self->plates = lueur_plates_ref (plates);
  self->fresh = TRUE;
  lueur_face_build (self);
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
  for (guint l = 0; l < LUEUR_FACE_N_LEVELS; l++)
    {
      for (guint i = 0; i < self->n_groups[l]; i++)
        {
          g_clear_pointer (&self->groups[l][i].inside, gsk_render_node_unref);
          g_clear_pointer (&self->groups[l][i].node, gsk_render_node_unref);
        }
      g_free (self->groups[l]);
    }
  g_clear_pointer (&self->root, gsk_render_node_unref);
  for (guint i = 0; i < self->n_items; i++)
    gsk_transform_unref (self->runs[i].at);
  for (guint i = 0; i < self->n_shapes; i++)
    lueur_face_shape_clear (&self->shapes[i]);
  for (guint i = 0; i < self->n_courses; i++)
    lueur_face_course_clear (&self->courses[i]);
  lueur_face_bones_clear (&self->bones);
  gsk_path_builder_unref (self->builder);
  g_array_unref (self->movers);
  g_array_unref (self->shaped);
  g_array_unref (self->cut);
  g_free (self->items);
  g_free (self->shapes);
  g_free (self->courses);
  g_free (self->pieces);
  g_free (self->runs);
  g_free (self->nodes);
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
  float least = SMALLEST_SHIFT / (float) self->plates->scale;
  guint32 moved = take_pose (self, pose);

  if (!self->begun)
    moved = G_MAXUINT32;
  self->begun = TRUE;
  lueur_face_bones_update (&self->bones, self->plates->rig, pose, least);
  update_runs (self, self->root != NULL ? least : 0);
  update_movers (self, moved, least);
  update_shapes (self, moved);
  update_items (self);
  update_cuts (self);
  for (guint l = 0; l < LUEUR_FACE_N_LEVELS; l++)
    update_level (self, l);
  if (self->root == NULL)
    {
      LueurFaceGroup all = { .n = (guint16) self->n_groups[LUEUR_FACE_LIMBS] };

      self->root = collect (self, LUEUR_FACE_N_LEVELS, &all);
    }
  return self->root != NULL ? gsk_render_node_ref (self->root) : NULL;
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
lueur_face_get_n_paths (LueurFace *self)
{
  return self->n_paths;
}
