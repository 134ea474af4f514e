/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Four bones, and what depth adds to one of them. */

#include "ui/avatar/face-bones.h"

#include <math.h>

/* How far bones and depth move things, in page units: docs/avatar-format.md, “Bones”. */
#define BREATH_RISE 3.0f
#define SHOULDER_RISE 10.0f
#define HEAD_SHIFT 6.0f
#define DEPTH_X 12.0f
#define DEPTH_Y 9.0f

GskTransform *
lueur_face_turn (GskTransform *from, float degrees, const float pivot[2])
{
  if (fabsf (degrees) < 0.001f)
    return from;
  from = gsk_transform_translate (from, &GRAPHENE_POINT_INIT (pivot[0], pivot[1]));
  from = gsk_transform_rotate (from, degrees);
  return gsk_transform_translate (from, &GRAPHENE_POINT_INIT (-pivot[0], -pivot[1]));
}

static GskTransform *
turn_body (GskTransform *from, const LueurRig *rig, float degrees)
{
  return lueur_face_turn (from, degrees, (float[2]){ rig->pivot_body[0] - rig->origin[0], rig->pivot_body[1] - rig->origin[1] });
}

static GskTransform *
turn_head (GskTransform *from, const LueurRig *rig, float degrees)
{
  return lueur_face_turn (from, degrees, (float[2]){ rig->pivot_head[0] - rig->origin[0], rig->pivot_head[1] - rig->origin[1] });
}

static void
set (LueurFaceBones *bones, LueurBone bone, GskTransform *at)
{
  gsk_transform_unref (bones->at[bone]);
  bones->at[bone] = at;
  bones->changed |= 1u << bone;
}

void
lueur_face_bones_update (LueurFaceBones *bones, const LueurRig *rig, const LueurPose *pose, float least)
{
  const float *v = pose->v;
  float rise = -BREATH_RISE * v[LUEUR_PARAM_BREATH], shoulder = -SHOULDER_RISE * v[LUEUR_PARAM_SHOULDER];
  float x = HEAD_SHIFT * v[LUEUR_PARAM_HEAD_X], y = HEAD_SHIFT * v[LUEUR_PARAM_HEAD_Y];
  float lean = LUEUR_LEAN_DEGREES * v[LUEUR_PARAM_BODY_LEAN], roll = LUEUR_ROLL_DEGREES * v[LUEUR_PARAM_HEAD_ROLL];
  /* A turn is always followed to the end: pictures are drawn for the angle where it stops. */
  gboolean body = !bones->begun || fabsf (rise - bones->rise) >= least || lean != bones->lean;

  bones->changed = 0;
  if (body)
    {
      bones->rise = rise;
      bones->lean = lean;
      set (bones, LUEUR_BONE_BODY, turn_body (gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, rise)), rig, lean));
    }
  if (body || fabsf (shoulder - bones->shoulder) >= least)
    {
      bones->shoulder = shoulder;
      set (bones, LUEUR_BONE_SHOULDERS,
           gsk_transform_translate (gsk_transform_ref (bones->at[LUEUR_BONE_BODY]), &GRAPHENE_POINT_INIT (0, shoulder)));
    }
  if (body || fabsf (x - bones->head[0]) >= least || fabsf (y - bones->head[1]) >= least || roll != bones->roll)
    {
      bones->head[0] = x;
      bones->head[1] = y;
      bones->roll = roll;
      set (bones, LUEUR_BONE_HEAD,
           turn_head (gsk_transform_translate (gsk_transform_ref (bones->at[LUEUR_BONE_BODY]), &GRAPHENE_POINT_INIT (x, y)),
                      rig, roll));
    }
  bones->begun = TRUE;
}

void
lueur_face_bones_clear (LueurFaceBones *bones)
{
  for (guint i = 0; i < LUEUR_N_BONES; i++)
    g_clear_pointer (&bones->at[i], gsk_transform_unref);
}

GskTransform *
lueur_face_bones_upright (const LueurRig *rig, LueurBone bone, float lean, float roll)
{
  GskTransform *at = NULL;

  if (bone == LUEUR_BONE_HEAD)
    at = turn_head (at, rig, -roll);
  return bone != LUEUR_BONE_STILL ? turn_body (at, rig, -lean) : at;
}

graphene_point_t
lueur_face_depth_shift (LueurBone bone, float depth, const LueurPose *pose)
{
  if (bone != LUEUR_BONE_HEAD)
    return GRAPHENE_POINT_INIT (0, 0);
  return GRAPHENE_POINT_INIT (depth * pose->v[LUEUR_PARAM_HEAD_X] * DEPTH_X, depth * pose->v[LUEUR_PARAM_HEAD_Y] * DEPTH_Y);
}
