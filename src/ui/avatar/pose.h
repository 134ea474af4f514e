/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LueurParam:
 *
 * What a face can do: the parameters of docs/avatar-format.md, in its order. All rest at 0.
 * `L` and `R` are the companion's own sides.
 */
typedef enum
{
  LUEUR_PARAM_BROW_RAISE_L,
  LUEUR_PARAM_BROW_RAISE_R,
  LUEUR_PARAM_BROW_ANGLE_L,
  LUEUR_PARAM_BROW_ANGLE_R,
  LUEUR_PARAM_BROW_FURROW,
  LUEUR_PARAM_EYE_OPEN_L,
  LUEUR_PARAM_EYE_OPEN_R,
  LUEUR_PARAM_EYE_SMILE_L,
  LUEUR_PARAM_EYE_SMILE_R,
  LUEUR_PARAM_GAZE_X,
  LUEUR_PARAM_GAZE_Y,
  LUEUR_PARAM_PUPIL,
  LUEUR_PARAM_MOUTH_SMILE,
  LUEUR_PARAM_MOUTH_OPEN,
  LUEUR_PARAM_MOUTH_WIDTH,
  LUEUR_PARAM_MOUTH_POUT,
  LUEUR_PARAM_MOUTH_PRESS,
  LUEUR_PARAM_MOUTH_ASYM,
  LUEUR_PARAM_NOSE_WRINKLE,
  LUEUR_PARAM_CHEEK_BLUSH,
  LUEUR_PARAM_TEAR,
  LUEUR_PARAM_SWEAT,
  LUEUR_PARAM_HEAD_X,
  LUEUR_PARAM_HEAD_Y,
  LUEUR_PARAM_HEAD_ROLL,
  LUEUR_PARAM_BODY_LEAN,
  LUEUR_PARAM_SHOULDER,
  LUEUR_PARAM_BREATH,
  LUEUR_PARAM_HEART,
  LUEUR_PARAM_SPARKLE,
} LueurParam;

#define LUEUR_N_PARAMS 30

/**
 * LueurPose:
 *
 * A point in the space of what a face can do. A plain value.
 */
typedef struct
{
  float v[LUEUR_N_PARAMS];
} LueurPose;

const char *lueur_param_get_name (LueurParam param);
gboolean    lueur_param_from_name (const char *name, gssize length, LueurParam *param);
/* Lowest value of @param: -1 or 0. The highest is 1. */
float       lueur_param_get_minimum (LueurParam param);
/* Whether a face may do without. */
gboolean    lueur_param_is_optional (LueurParam param);

/* @pose becomes @a + (@b - @a) × @t. May be one of them. */
void lueur_pose_mix (LueurPose *pose, const LueurPose *a, const LueurPose *b, float t);
/* Brings every value back into its range; what is not a number becomes 0. */
void lueur_pose_clamp (LueurPose *pose);
/* Largest difference of any parameter, in [0, 2]. */
float lueur_pose_distance (const LueurPose *a, const LueurPose *b);
float lueur_pose_get_shift (const LueurPose *a, const LueurPose *b);

/**
 * LueurSprings:
 *
 * One critically damped spring a parameter: a pose that follows another without ever jumping or
 * swinging past it.
 */
typedef struct
{
  LueurPose at;
  LueurPose speed; /* a second */
} LueurSprings;

void lueur_springs_init (LueurSprings *springs, const LueurPose *at);
typedef enum
{
  LUEUR_SPRINGS_REST,  /* all are where they are pulled */
  LUEUR_SPRINGS_CREEP, /* so slowly that a few frames a second show it all */
  LUEUR_SPRINGS_MOVE,
} LueurSpringsState;

/* Moves towards @target for @seconds. */
LueurSpringsState lueur_springs_advance (LueurSprings *springs, const LueurPose *target, double seconds);

G_END_DECLS
