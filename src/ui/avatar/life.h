/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/avatar/pose.h"

G_BEGIN_DECLS

/**
 * LueurLife:
 *
 * What a face does on its own: blinks, small shifts of gaze and head, breath. A plain value; every
 * call is told the time in seconds of any clock that never goes back.
 */
typedef struct
{
  guint32 seed;
  gboolean begun;
  double blink_at;    /* next blink begins */
  double blink_since; /* the running one began; -1: none */
  gboolean again;     /* a second one follows */
  double gaze_at, drift_at;
  float gaze[2], drift[2];
  double breath_from; /* phase 0 of the running breath */
  double breath_length;
} LueurLife;

void lueur_life_init (LueurLife *life, guint32 seed);
/**
 * lueur_life_plan:
 * @life: a life
 * @now: seconds
 * @liveliness: in [0, 1]; 0 stops everything
 * @arousal: in [-1, 1]: a stirred face breathes faster
 * @calm: in [0, 1]: how much room an expression leaves for wandering eyes
 * @target: (inout): what the springs will follow; shifts of gaze and head are added
 *
 * To be called before the springs.
 */
void lueur_life_plan (LueurLife *life, double now, double liveliness, double arousal, double calm, LueurPose *target);
/* After the springs: eyelids and breath, which have a course of their own. TRUE while a blink runs. */
gboolean lueur_life_finish (LueurLife *life, double now, double liveliness, LueurPose *pose);
/* When something happens next, breath aside. */
double lueur_life_next (const LueurLife *life);

G_END_DECLS
