/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gsk/gsk.h>

#include "ui/avatar/rig.h"

G_BEGIN_DECLS

#define LUEUR_N_BONES (LUEUR_BONE_HEAD + 1)

/**
 * LueurFaceBones:
 * @at: where each bone is; %NULL where nothing moves it
 * @changed: bit set of the bones that the last update moved
 *
 * Where the bones of a face are: docs/avatar-format.md, “Bones”.
 */
typedef struct
{
  GskTransform *at[LUEUR_N_BONES];
  guint changed;
  gboolean begun;
  float rise, shoulder, head[2]; /* in page units, as in @at */
  float lean, roll;              /* in degrees */
} LueurFaceBones;

/* Brings them to @pose, but for shifts of less than @least page units. */
void lueur_face_bones_update (LueurFaceBones *bones, const LueurRig *rig, const LueurPose *pose, float least);
void lueur_face_bones_clear (LueurFaceBones *bones);

/* @from, then a turn about a point of the page, in degrees. Takes @from. (nullable) */
GskTransform *lueur_face_turn (GskTransform *from, float degrees, const float pivot[2]);
/* Turns pictures back that were drawn for a bone that leans or rolls; in degrees. In the pose that they were drawn
 * for, the bone's own turn undoes that again, and they are only shifted. (transfer full) (nullable) */
GskTransform *lueur_face_bones_upright (const LueurRig *rig, LueurBone bone, float lean, float roll);
/* How far a part of that depth is shifted when the head turns. */
graphene_point_t lueur_face_depth_shift (LueurBone bone, float depth, const LueurPose *pose);

G_END_DECLS
