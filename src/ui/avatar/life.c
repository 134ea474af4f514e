/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Small signs of life. People blink 15 to 20 times a minute, at intervals that are anything but even;
 * an eyelid closes in under a tenth of a second and takes twice that to open. Eyes that rest on a
 * face hop by a degree or two once or twice a second; ours hop less, for they share a screen with text.
 */

#include "ui/avatar/life.h"

#include <math.h>
#include <string.h>

#define CLOSING 0.075
#define SHUT 0.035
#define OPENING 0.15
#define BLINK (CLOSING + SHUT + OPENING)
/* Lids lower than this are an expression's own: a blink would open them. */
#define ALREADY_SHUT (-0.6f)

static double
random_unit (LueurLife *life)
{
  life->seed ^= life->seed << 13;
  life->seed ^= life->seed >> 17;
  life->seed ^= life->seed << 5;
  return life->seed / 4294967296.0;
}

static double
random_between (LueurLife *life, double low, double high)
{
  return low + (high - low) * random_unit (life);
}

/* Mostly three to five seconds, at times one, at times ten. */
static double
next_blink (LueurLife *life, double now, double liveliness)
{
  double u = random_unit (life) + random_unit (life) + random_unit (life) - 1.5; /* about normal */

  return now + 3.6 * exp (0.55 * u) * (1.5 - 0.5 * liveliness);
}

void
lueur_life_init (LueurLife *life, guint32 seed)
{
  memset (life, 0, sizeof *life);
  life->seed = seed != 0 ? seed : 0x9e3779b9;
  life->blink_since = -1;
  life->breath_length = 4.4;
}

static void
begin (LueurLife *life, double now, double liveliness)
{
  life->begun = TRUE;
  life->blink_at = now + random_between (life, 0.6, 3);
  life->gaze_at = now + random_between (life, 0.8, 2);
  life->drift_at = now + random_between (life, 1, 4);
  life->breath_from = now - random_unit (life) * life->breath_length;
}

static void
plan_gaze (LueurLife *life, double now, double calm)
{
  float before[2] = { life->gaze[0], life->gaze[1] };

  if (now < life->gaze_at)
    return;
  if (random_unit (life) < 0.55)
    life->gaze[0] = life->gaze[1] = 0; /* back to whom it looks at */
  else if (random_unit (life) < 0.15 * calm)
    {
      life->gaze[0] = (float) random_between (life, -0.5, 0.5); /* a thought */
      life->gaze[1] = (float) random_between (life, -0.35, 0.15);
    }
  else
    {
      life->gaze[0] = (float) random_between (life, -0.16, 0.16);
      life->gaze[1] = (float) random_between (life, -0.1, 0.1);
    }
  life->gaze_at = now + random_between (life, 0.7, 3.4);
  /* People blink when their eyes jump. */
  if (hypotf (life->gaze[0] - before[0], life->gaze[1] - before[1]) > 0.35f && random_unit (life) < 0.6)
    life->blink_at = MIN (life->blink_at, now);
}

/* The head shifts and turns a little. It does not tilt: a head at an angle that never holds still would have
 * to be turned in every frame, which costs more than all the rest. */
static void
plan_drift (LueurLife *life, double now)
{
  if (now < life->drift_at)
    return;
  life->drift[0] = (float) random_between (life, -0.14, 0.14);
  life->drift[1] = (float) random_between (life, -0.1, 0.1);
  life->drift_at = now + random_between (life, 3, 9);
}

void
lueur_life_plan (LueurLife *life, double now, double liveliness, double arousal, double calm, LueurPose *target)
{
  float much = (float) (CLAMP (liveliness, 0, 1) * CLAMP (calm, 0, 1));
  float *v = target->v;

  if (liveliness <= 0)
    {
      life->begun = FALSE;
      life->blink_since = -1;
      return;
    }
  if (!life->begun || now - MIN (MIN (life->gaze_at, life->blink_at), life->drift_at) > 30)
    begin (life, now, liveliness); /* the first time, or after a long absence */

  plan_gaze (life, now, calm);
  plan_drift (life, now);
  v[LUEUR_PARAM_GAZE_X] += life->gaze[0] * much;
  v[LUEUR_PARAM_GAZE_Y] += life->gaze[1] * much;
  v[LUEUR_PARAM_HEAD_X] += life->drift[0] * much;
  v[LUEUR_PARAM_HEAD_Y] += life->drift[1] * much;

  if (life->blink_since < 0 && now >= life->blink_at)
    {
      if (MIN (v[LUEUR_PARAM_EYE_OPEN_L], v[LUEUR_PARAM_EYE_OPEN_R]) > ALREADY_SHUT)
        {
          life->blink_since = now;
          life->again = !life->again && random_unit (life) < 0.16;
        }
      life->blink_at = next_blink (life, now, liveliness);
    }

  if (now - life->breath_from >= life->breath_length)
    {
      life->breath_from = now;
      life->breath_length = random_between (life, 4.0, 5.0) - 1.4 * CLAMP (arousal, -0.6, 1);
    }
}

/* In for two fifths, out for as long, then nothing. */
static float
breath_at (double phase)
{
  if (phase < 0.4)
    return (float) (0.5 - 0.5 * cos (G_PI * phase / 0.4));
  if (phase < 0.85)
    return (float) (0.5 + 0.5 * cos (G_PI * (phase - 0.4) / 0.45));
  return 0;
}

static float
shut_at (double t)
{
  if (t < CLOSING)
    return (float) (0.5 - 0.5 * cos (G_PI * t / CLOSING));
  if (t < CLOSING + SHUT)
    return 1;
  if (t < BLINK)
    return (float) (0.5 + 0.5 * cos (G_PI * (t - CLOSING - SHUT) / OPENING));
  return 0;
}

gboolean
lueur_life_finish (LueurLife *life, double now, double liveliness, LueurPose *pose)
{
  float *v = pose->v;
  float shut = 0;

  if (liveliness <= 0)
    return FALSE;
  v[LUEUR_PARAM_BREATH]
      = breath_at (CLAMP ((now - life->breath_from) / life->breath_length, 0, 1)) * (float) (0.4 + 0.6 * liveliness);

  if (life->blink_since >= 0)
    {
      double t = now - life->blink_since;

      shut = shut_at (t);
      if (t >= BLINK)
        {
          life->blink_since = -1;
          if (life->again)
            life->blink_at = now + 0.08;
        }
      /* Lids only ever go down in a blink, and come back to where the expression has them. */
      v[LUEUR_PARAM_EYE_OPEN_L] -= (v[LUEUR_PARAM_EYE_OPEN_L] + 1) * shut;
      v[LUEUR_PARAM_EYE_OPEN_R] -= (v[LUEUR_PARAM_EYE_OPEN_R] + 1) * shut;
    }
  return life->blink_since >= 0;
}

double
lueur_life_next (const LueurLife *life)
{
  return MIN (life->blink_at, MIN (life->gaze_at, life->drift_at));
}
