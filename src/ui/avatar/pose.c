/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Poses and the springs that lead from one to the next. Pure: no clock, no widget. */

#include "ui/avatar/pose.h"

#include <math.h>
#include <string.h>

/*
 * @omega: stiffness of the spring, in radians a second. A critically damped spring has covered 90 % of
 * its way after 3.9 / omega seconds: 14 is a blink of an eyelid's own muscles (0.28 s), 5 a head that
 * turns in thought (0.8 s).
 * @reach: how far the full swing moves what it moves most, in page units: what can be seen of a change.
 */
static const struct
{
  const char *name;
  float minimum;
  float omega;
  float reach;
} params[LUEUR_N_PARAMS] = {
  [LUEUR_PARAM_BROW_RAISE_L] = { "brow.raise.l", -1, 15, 16 },
  [LUEUR_PARAM_BROW_RAISE_R] = { "brow.raise.r", -1, 14, 16 },
  [LUEUR_PARAM_BROW_ANGLE_L] = { "brow.angle.l", -1, 14, 12 },
  [LUEUR_PARAM_BROW_ANGLE_R] = { "brow.angle.r", -1, 13, 12 },
  [LUEUR_PARAM_BROW_FURROW] = { "brow.furrow", 0, 13, 8 },
  [LUEUR_PARAM_EYE_OPEN_L] = { "eye.open.l", -1, 18, 18 },
  [LUEUR_PARAM_EYE_OPEN_R] = { "eye.open.r", -1, 18, 18 },
  [LUEUR_PARAM_EYE_SMILE_L] = { "eye.smile.l", 0, 12, 12 },
  [LUEUR_PARAM_EYE_SMILE_R] = { "eye.smile.r", 0, 12, 12 },
  [LUEUR_PARAM_GAZE_X] = { "gaze.x", -1, 42, 9 },
  [LUEUR_PARAM_GAZE_Y] = { "gaze.y", -1, 42, 6 },
  [LUEUR_PARAM_PUPIL] = { "pupil", -1, 6, 3 },
  [LUEUR_PARAM_MOUTH_SMILE] = { "mouth.smile", -1, 13, 14 },
  [LUEUR_PARAM_MOUTH_OPEN] = { "mouth.open", 0, 20, 40 },
  [LUEUR_PARAM_MOUTH_WIDTH] = { "mouth.width", -1, 17, 16 },
  [LUEUR_PARAM_MOUTH_POUT] = { "mouth.pout", 0, 16, 16 },
  [LUEUR_PARAM_MOUTH_PRESS] = { "mouth.press", 0, 16, 6 },
  [LUEUR_PARAM_MOUTH_ASYM] = { "mouth.asym", -1, 12, 8 },
  [LUEUR_PARAM_NOSE_WRINKLE] = { "nose.wrinkle", 0, 13, 5 },
  [LUEUR_PARAM_CHEEK_BLUSH] = { "cheek.blush", 0, 4, 8 },
  [LUEUR_PARAM_TEAR] = { "tear", 0, 3, 30 },
  [LUEUR_PARAM_SWEAT] = { "sweat", 0, 4, 14 },
  [LUEUR_PARAM_HEAD_X] = { "head.x", -1, 7, 18 },
  [LUEUR_PARAM_HEAD_Y] = { "head.y", -1, 7, 15 },
  [LUEUR_PARAM_HEAD_ROLL] = { "head.roll", -1, 8.5f, 40 },
  [LUEUR_PARAM_BODY_LEAN] = { "body.lean", -1, 7, 30 },
  [LUEUR_PARAM_SHOULDER] = { "shoulder", -1, 7, 10 },
  [LUEUR_PARAM_BREATH] = { "breath", 0, 12, 3 },
  [LUEUR_PARAM_HEART] = { "heart", 0, 5, 16 },
  [LUEUR_PARAM_SPARKLE] = { "sparkle", 0, 6, 8 },
};

/* Below this nothing is seen at any size that we draw: a thousandth of a parameter is 0.01 units. What turns
 * is done a little sooner, for it costs most while it lasts; a hundredth of it is a third of a unit at the hair. */
#define STILL 0.0015f
#define STILL_TURN 0.008f
#define STILL_SPEED 0.01f
/* In page units a second: what creeps like this looks the same at ten frames a second as at sixty. */
#define CREEPING 4.0f

/**
 * lueur_param_get_name:
 *
 * Returns: (transfer none): the name that rigs use
 */
const char *
lueur_param_get_name (LueurParam param)
{
  g_return_val_if_fail ((guint) param < LUEUR_N_PARAMS, NULL);

  return params[param].name;
}

/**
 * lueur_param_from_name:
 * @name: a name out of a rig
 * @length: its bytes, or -1
 * @param: (out): the parameter
 *
 * Returns: whether there is such a parameter
 */
gboolean
lueur_param_from_name (const char *name, gssize length, LueurParam *param)
{
  gsize n = length < 0 ? strlen (name) : (gsize) length;

  for (guint i = 0; i < LUEUR_N_PARAMS; i++)
    if (strlen (params[i].name) == n && memcmp (params[i].name, name, n) == 0)
      {
        *param = i;
        return TRUE;
      }
  return FALSE;
}

float
lueur_param_get_minimum (LueurParam param)
{
  g_return_val_if_fail ((guint) param < LUEUR_N_PARAMS, 0);

  return params[param].minimum;
}

gboolean
lueur_param_is_optional (LueurParam param)
{
  return param == LUEUR_PARAM_HEART || param == LUEUR_PARAM_SPARKLE || param == LUEUR_PARAM_NOSE_WRINKLE ||
         param == LUEUR_PARAM_SWEAT || param == LUEUR_PARAM_PUPIL || param == LUEUR_PARAM_MOUTH_ASYM;
}

void
lueur_pose_mix (LueurPose *pose, const LueurPose *a, const LueurPose *b, float t)
{
  for (guint i = 0; i < LUEUR_N_PARAMS; i++)
    pose->v[i] = a->v[i] + (b->v[i] - a->v[i]) * t;
}

void
lueur_pose_clamp (LueurPose *pose)
{
  for (guint i = 0; i < LUEUR_N_PARAMS; i++)
    pose->v[i] = isfinite (pose->v[i]) ? CLAMP (pose->v[i], params[i].minimum, 1) : 0;
}

/**
 * lueur_pose_get_shift:
 * @a: a pose
 * @b: another
 *
 * Returns: about how far, in page units, anything is from where it is in the other pose
 */
float
lueur_pose_get_shift (const LueurPose *a, const LueurPose *b)
{
  float most = 0;

  for (guint i = 0; i < LUEUR_N_PARAMS; i++)
    most = MAX (most, fabsf (a->v[i] - b->v[i]) * params[i].reach);
  return most;
}

float
lueur_pose_distance (const LueurPose *a, const LueurPose *b)
{
  float most = 0;

  for (guint i = 0; i < LUEUR_N_PARAMS; i++)
    most = MAX (most, fabsf (a->v[i] - b->v[i]));
  return most;
}

void
lueur_springs_init (LueurSprings *springs, const LueurPose *at)
{
  springs->at = *at;
  lueur_pose_clamp (&springs->at);
  memset (&springs->speed, 0, sizeof springs->speed);
}

/**
 * lueur_springs_advance:
 * @springs: the springs
 * @target: where they pull; may change at every call
 * @seconds: time since the last call, in seconds; longer gaps are as good as short ones
 *
 * Uses the exact solution of the critically damped spring, so that ten steps of 10 ms and one of 100 ms
 * end in the same place, and no step is long enough to make it swing.
 *
 * Returns: whether anything moves, and whether it can be seen to
 */
LueurSpringsState
lueur_springs_advance (LueurSprings *springs, const LueurPose *target, double seconds)
{
  LueurSpringsState state = LUEUR_SPRINGS_REST;
  float t = isfinite (seconds) ? (float) CLAMP (seconds, 0, 60) : 0;

  for (guint i = 0; i < LUEUR_N_PARAMS; i++)
    {
      float goal = isfinite (target->v[i]) ? CLAMP (target->v[i], params[i].minimum, 1) : 0;
      float w = params[i].omega;
      float x = springs->at.v[i] - goal, v = springs->speed.v[i];
      float c = v + w * x, decay = expf (-w * t);
      float at = (x + c * t) * decay, speed = (v - w * c * t) * decay;
      float still = i == LUEUR_PARAM_HEAD_ROLL || i == LUEUR_PARAM_BODY_LEAN ? STILL_TURN : STILL;

      /* A spring that is pulled back while it still runs forward may pass its goal by what it
         carries; a face that does so looks like rubber. It stops there instead. */
      if ((x > 0 && at < 0) || (x < 0 && at > 0))
        at = speed = 0;

      if (fabsf (at) < still && fabsf (speed) < STILL_SPEED * still / STILL)
        at = speed = 0;
      else if (fabsf (speed) * params[i].reach > CREEPING || (speed == 0 && at != 0))
        state = LUEUR_SPRINGS_MOVE;
      else
        state = MAX (state, LUEUR_SPRINGS_CREEP);

      springs->at.v[i] = CLAMP (goal + at, params[i].minimum, 1);
      springs->speed.v[i] = speed;
      if (!isfinite (springs->at.v[i]) || !isfinite (speed))
        {
          springs->at.v[i] = goal;
          springs->speed.v[i] = 0;
        }
    }
  return state;
}
