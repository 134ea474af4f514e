/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Laying out a face: what it is made of, in which order, and what hangs on what. */

#include <string.h>

#include "ui/avatar/face-private.h"

/* Of how many children a node is made at most, roughly: fewer make more levels, more make more to copy. */
#define CHUNK 6

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

/* --- Items ---------------------------------------------------------------------------------- */

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

      if (plate->part != part)
        continue;
      nodes[n] = gsk_texture_node_new (plate->texture, &box);
      if (n++ == 0)
        all = box;
      else
        graphene_rect_union (&all, &box, &all);
    }
  if (n == 0)
    return NULL;
  middle = GRAPHENE_POINT_INIT (all.origin.x + all.size.width / 2, all.origin.y + all.size.height / 2);
  back = lueur_face_bones_upright (self->plates->rig, self->plates->rig->parts[part].bone,
                                   self->plates->lean * LUEUR_LEAN_DEGREES, self->plates->roll * LUEUR_ROLL_DEGREES);
  gsk_transform_transform_point (back, &middle, &middle);
  pivot[0] = middle.x;
  pivot[1] = middle.y;
  return lueur_face_moved (lueur_face_together (nodes, n), back);
}

static void
add_item (LueurFace *self, guint index)
{
  const LueurRig *rig = self->plates->rig;
  const LueurPart *part = &rig->parts[index];
  LueurFaceItem *item = &self->items[self->n_items];

  item->part = part;
  item->shape = part->morph;
  if (part->morph < 0)
    {
      item->picture = picture_node (self, (int) index, item->pivot);
      if (item->picture == NULL)
        return;
    }
  else
    {
      const LueurOutline *rest = &rig->morphs[part->morph].rest;
      graphene_rect_t box = lueur_points_hull (rest->points, rest->n_floats, 0);

      item->pivot[0] = box.origin.x + box.size.width / 2;
      item->pivot[1] = box.origin.y + box.size.height / 2;
    }
  if (part->has_pivot)
    {
      item->pivot[0] = part->pivot[0] - rig->origin[0];
      item->pivot[1] = part->pivot[1] - rig->origin[1];
    }
  if (part->n_binds > 0)
    {
      LueurFaceMover mover = { 0, self->n_items };

      for (guint i = 0; i < part->n_binds; i++)
        mover.inputs |= 1u << part->binds[i].param;
      g_array_append_val (self->movers, mover);
    }
  item->local = (LueurFaceLocal){ 0, 0, 0, 1, part->opacity };
  self->n_items++;
}

/* --- Shapes --------------------------------------------------------------------------------- */

static guint
course_for (LueurFace *self, const LueurMorph *morph)
{
  guint i = 0;

  while (i < self->n_courses && !lueur_face_course_fits (&self->courses[i], morph))
    i++;
  if (i == self->n_courses)
    lueur_face_course_init (&self->courses[self->n_courses++], morph);
  return i;
}

static void
make_shapes (LueurFace *self)
{
  const LueurRig *rig = self->plates->rig;

  self->n_shapes = rig->n_morphs;
  self->shapes = g_new0 (LueurFaceShape, MAX (rig->n_morphs, 1));
  self->courses = g_new0 (LueurFaceCourse, MAX (rig->n_morphs, 1));
  for (guint i = 0; i < rig->n_morphs; i++)
    {
      LueurFaceShape *shape = &self->shapes[i];

      lueur_face_shape_init (shape, self->plates, &rig->morphs[i]);
      shape->course = course_for (self, shape->morph);
      if (self->plates->worn[shape->morph->part])
        lueur_face_course_add (&self->courses[shape->course], shape->morph, self->plates->scale);
    }
}

static int
find_item_of_shape (LueurFace *self, int shape)
{
  for (guint i = self->n_items; i > 0; i--)
    if (self->items[i - 1].shape == shape)
      return (int) i - 1;
  return -1;
}

static void
order_shaped (LueurFace *self)
{
  for (guint cuts = 2; cuts-- > 0;)
    for (guint i = 0; i < self->n_items; i++)
      if (self->items[i].shape >= 0 && self->shapes[self->items[i].shape].cuts == (gboolean) cuts)
        g_array_append_val (self->shaped, i);
}

/* --- The tree ------------------------------------------------------------------------------- */

/* Puts the next child of @level under a group of its own, or under the last one where @along. Returns which. */
static guint
put (LueurFace *self, LueurFaceLevel level, guint child, gboolean along)
{
  LueurFaceGroup *groups = self->groups[level];

  if (!along)
    groups[self->n_groups[level]++] = (LueurFaceGroup){ .first = (guint16) child, .changed = TRUE };
  groups[self->n_groups[level] - 1].n++;
  return self->n_groups[level] - 1;
}

static gboolean
has_room (LueurFace *self, LueurFaceLevel level)
{
  return self->n_groups[level] > 0 && self->groups[level][self->n_groups[level] - 1].n < CHUNK;
}

static void
make_tree (LueurFace *self)
{
  const LueurFaceItem *before = NULL;
  int clip_before = -1;

  for (guint l = 0; l < LUEUR_FACE_N_LEVELS; l++)
    self->groups[l] = g_new0 (LueurFaceGroup, MAX (self->n_items, 1));
  self->pieces = g_new0 (LueurFacePiece, MAX (self->n_items, 1));
  self->runs = g_new0 (LueurFaceRun, MAX (self->n_items, 1));
  for (guint i = 0; i < self->n_items; i++)
    {
      LueurFaceItem *item = &self->items[i];
      int clip = worn_twin (self->plates, item->part->clip);
      /* A clip whose own part is not there clips nothing. */
      int owner = clip >= 0 ? find_item_of_shape (self, clip) : -1;
      gboolean same_bone = before != NULL && before->part->bone == item->part->bone;
      gboolean same_run = same_bone && before->part->depth == item->part->depth, same_chunk, same_piece, same_cluster;
      LueurFacePiece *piece;
      guint p, c, r, k, l;

      if (owner < 0)
        clip = -1;
      same_piece = same_run && clip >= 0 && clip == clip_before;
      p = put (self, LUEUR_FACE_PIECES, i, same_piece);
      item->piece = p;
      before = item;
      clip_before = clip;
      if (same_piece)
        continue;
      same_chunk = same_run && has_room (self, LUEUR_FACE_CHUNKS);
      c = put (self, LUEUR_FACE_CHUNKS, p, same_chunk);
      r = same_chunk ? self->n_groups[LUEUR_FACE_RUNS] - 1 : put (self, LUEUR_FACE_RUNS, c, same_run);
      same_cluster = same_run || (same_bone && has_room (self, LUEUR_FACE_CLUSTERS));
      k = same_run ? self->n_groups[LUEUR_FACE_CLUSTERS] - 1 : put (self, LUEUR_FACE_CLUSTERS, r, same_cluster);
      l = same_cluster ? self->n_groups[LUEUR_FACE_LIMBS] - 1 : put (self, LUEUR_FACE_LIMBS, k, same_bone);
      self->groups[LUEUR_FACE_PIECES][p].parent = (guint16) c;
      self->groups[LUEUR_FACE_CHUNKS][c].parent = (guint16) r;
      self->groups[LUEUR_FACE_RUNS][r].parent = (guint16) k;
      self->groups[LUEUR_FACE_CLUSTERS][k].parent = (guint16) l;
      self->runs[r].bone = item->part->bone;
      self->runs[r].depth = item->part->depth;

      piece = &self->pieces[p];
      piece->clip = clip;
      piece->owner = (guint) MAX (owner, 0);
      piece->run = r;
      if (clip < 0)
        continue;
      self->shapes[clip].cuts = TRUE;
      g_array_append_val (self->cut, p);
    }

  for (guint i = 0; i < self->cut->len; i++)
    {
      LueurFacePiece *piece = &self->pieces[g_array_index (self->cut, guint, i)];

      piece->far = self->pieces[self->items[piece->owner].piece].run != piece->run;
    }
}

static guint
most_children (LueurFace *self)
{
  guint most = self->n_groups[LUEUR_FACE_LIMBS];

  for (guint l = 0; l < LUEUR_FACE_N_LEVELS; l++)
    for (guint i = 0; i < self->n_groups[l]; i++)
      most = MAX (most, self->groups[l][i].n);
  return MAX (most, 1);
}

void
lueur_face_build (LueurFace *self)
{
  const LueurPlates *plates = self->plates;

  self->builder = gsk_path_builder_new ();
  self->movers = g_array_new (FALSE, FALSE, sizeof (LueurFaceMover));
  self->shaped = g_array_new (FALSE, FALSE, sizeof (guint));
  self->cut = g_array_new (FALSE, FALSE, sizeof (guint));
  self->items = g_new0 (LueurFaceItem, MAX (plates->rig->n_parts, 1));
  make_shapes (self);
  for (guint i = 0; i < plates->rig->n_parts; i++)
    if (plates->worn[i])
      add_item (self, i);
  make_tree (self);
  order_shaped (self);
  self->nodes = g_new0 (GskRenderNode *, most_children (self));
}

/* --- Other pictures of the same face ------------------------------------------------------------ */

/* Whether two sets of pictures differ in nothing but the tilt that they were drawn for. */
static gboolean
is_alike (const LueurPlates *a, const LueurPlates *b)
{
  return a->rig == b->rig && a->scale == b->scale && a->coloured == b->coloured &&
         memcmp (a->worn, b->worn, sizeof (gboolean) * a->rig->n_parts) == 0 && memcmp (a->tones, b->tones, sizeof a->tones) == 0;
}

static gboolean
has_item (LueurFace *self, int part)
{
  for (guint i = 0; i < self->n_items; i++)
    if (self->items[i].part == &self->plates->rig->parts[part])
      return TRUE;
  return FALSE;
}

/**
 * lueur_face_set_plates:
 * @self: a face
 * @plates: (transfer none): the same parts, drawn for another tilt
 *
 * Takes pictures in place of those that it has, and keeps all of its outlines.
 *
 * Returns: %FALSE where they are of another face, size or colour: nothing was changed then
 */
gboolean
lueur_face_set_plates (LueurFace *self, LueurPlates *plates)
{
  if (!is_alike (self->plates, plates))
    return FALSE;
  /* What lay outside of the page at one angle may come into it at another. */
  for (guint i = 0; i < plates->plates->len; i++)
    if (!has_item (self, g_array_index (plates->plates, LueurPlate, i).part))
      return FALSE;

  lueur_plates_ref (plates);
  lueur_plates_unref (self->plates);
  self->plates = plates;
  for (guint i = 0; i < self->n_items; i++)
    {
      LueurFaceItem *item = &self->items[i];
      float pivot[2] = { item->pivot[0], item->pivot[1] };

      if (item->shape >= 0)
        continue;
      g_clear_pointer (&item->picture, gsk_render_node_unref);
      item->picture = picture_node (self, (int) (item->part - plates->rig->parts), pivot);
      if (!item->part->has_pivot)
        memcpy (item->pivot, pivot, sizeof pivot);
    }
  self->fresh = TRUE;
  return TRUE;
}
