/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When outlines are worth making anew. */

#include "ui/avatar/face-course.h"

#include <math.h>
#include <string.h>

/* Outlines of which no point has moved by so many pixels stay what they are. Those that were made anew in the frame
 * before may wait for the next unless they move fast: making paths is most of what a frame costs us, and a mouth
 * whose shape changes thirty times a second is three shapes for every sound. */
#define SAME_PIXELS 0.35f
#define SAME_PIXELS_AT_SPEED 4.0f
/* An outline of more commands than this is no edge but a texture, such as the hairs of a beard: while it moves it may
 * be so many times as far beside its place. Once nothing moves it is where it belongs. */
#define LONG_OUTLINE 64
#define PATIENCE 4

static float
key_weight (const LueurKey *key, const LueurPose *pose)
{
  float weight = 1;

  for (guint i = 0; i < key->n_terms && weight > 0; i++)
    weight *= CLAMP (pose->v[key->param[i]] / key->value[i], 0, 1);
  return weight;
}

static gboolean
is_same_key (const LueurKey *a, const LueurKey *b)
{
  return a->n_terms == b->n_terms && memcmp (a->param, b->param, sizeof (LueurParam) * a->n_terms) == 0 &&
         memcmp (a->value, b->value, sizeof (float) * a->n_terms) == 0;
}

static float
patience_for (const LueurMorph *morph)
{
  return morph->rest.n_ops > LONG_OUTLINE ? PATIENCE : 1;
}

gboolean
lueur_face_course_fits (const LueurFaceCourse *course, const LueurMorph *morph)
{
  if (course->keys->len != morph->keys->len || course->patience != patience_for (morph))
    return FALSE;
  for (guint k = 0; k < morph->keys->len; k++)
    if (!is_same_key (&g_array_index (course->keys, LueurKey, k), &g_array_index (morph->keys, LueurKey, k)))
      return FALSE;
  return TRUE;
}

void
lueur_face_course_init (LueurFaceCourse *course, const LueurMorph *morph)
{
  memset (course, 0, sizeof *course);
  course->keys = morph->keys;
  course->patience = patience_for (morph);
  course->room = MAX (LUEUR_KEY_ROOM (morph->keys->len), LUEUR_KEY_STEP);
  course->now = g_new0 (float, 3 * course->room);
  course->drawn = course->now + course->room;
  course->reach = course->drawn + course->room;
  for (guint k = 0; k < morph->keys->len; k++)
    {
      const LueurKey *key = &g_array_index (morph->keys, LueurKey, k);

      for (guint i = 0; i < key->n_terms; i++)
        course->inputs |= 1u << key->param[i];
    }
}

void
lueur_face_course_clear (LueurFaceCourse *course)
{
  g_clear_pointer (&course->now, g_free);
}

void
lueur_face_course_add (LueurFaceCourse *course, const LueurMorph *morph, double scale)
{
  for (guint k = 0; k < morph->keys->len; k++)
    {
      float reach = g_array_index (morph->keys, LueurKey, k).reach * (float) scale;

      course->reach[k] = MAX (course->reach[k], reach);
    }
}

/* How far anything has moved since it was drawn, in pixels; never less than it really has. In whole steps, so that
 * the compiler needs no loop for what is left over. */
static float
distance (const LueurFaceCourse *course)
{
  float sums[LUEUR_KEY_STEP] = { 0 }, all = 0;

  for (guint k = 0; k < course->room; k += LUEUR_KEY_STEP)
    for (guint i = 0; i < LUEUR_KEY_STEP; i++)
      sums[i] += fabsf (course->now[k + i] - course->drawn[k + i]) * course->reach[k + i];
  for (guint i = 0; i < LUEUR_KEY_STEP; i++)
    all += sums[i];
  return all;
}

void
lueur_face_course_update (LueurFaceCourse *course, const LueurPose *pose, guint32 moved)
{
  gboolean at_speed = course->changed, moving = (course->inputs & moved) != 0;
  float by, least;

  course->changed = FALSE;
  if (course->begun && !moving && !course->owing)
    return;
  for (guint k = 0; k < course->keys->len; k++)
    course->now[k] = key_weight (&g_array_index (course->keys, LueurKey, k), pose);
  by = distance (course);
  least = (at_speed ? SAME_PIXELS_AT_SPEED : SAME_PIXELS) * (moving ? course->patience : 1);
  course->owing = by >= SAME_PIXELS && by < least;
  if (course->begun && by < least)
    return;
  memcpy (course->drawn, course->now, sizeof (float) * course->room);
  course->changed = course->begun = TRUE;
  course->owing = FALSE;
}
