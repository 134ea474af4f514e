/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/wellbeing/exercises/exercise.h"

G_BEGIN_DECLS

#define LUEUR_EXERCISE_MAX_STEPS 9

/**
 * LueurExerciseStep:
 * @kind: what is asked for
 * @say: what the companion says; `[tu/vous]` by register
 * @hint: (nullable): an example, or how to go about it
 * @choices: for a choice, or to sort into
 * @skip: for a choice: how many of the following steps the second one skips
 */
typedef struct
{
  LueurStepKind kind;
  const char *say;
  const char *hint;
  const char *choices[LUEUR_EXERCISE_MAX_CHOICES];
  guint skip;
} LueurExerciseStep;

/**
 * LueurExerciseWords:
 * @title: what it is called
 * @summary: what for, in a line
 * @steps: the last one is a %LUEUR_STEP_RESULT
 * @result: lines of what is handed back: `{n}` is the answer of step n (from 0). A line whose answers were all left
 *   empty is left out; `{s0}`, `{s1}`, `{s2}` are what was sorted there, as a list.
 */
typedef struct
{
  const char *title;
  const char *summary;
  LueurExerciseStep steps[LUEUR_EXERCISE_MAX_STEPS];
  const char *result;
} LueurExerciseWords;

extern const LueurExerciseWords lueur_exercise_words_en[LUEUR_N_EXERCISES];
extern const LueurExerciseWords lueur_exercise_words_fr[LUEUR_N_EXERCISES];

G_END_DECLS
