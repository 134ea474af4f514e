/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/context.h"
#include "core/model/persona.h"
#include "core/wellbeing/exercises/exercise.h"

G_BEGIN_DECLS

/* How long a model may take to help (s). */
#define LUEUR_EXERCISE_HELP_SECONDS 40

/**
 * LueurExerciseHelp:
 * @LUEUR_EXERCISE_HELP_NONE: none here: breathing, grounding, choices, and what was promised to be read by nobody
 * @LUEUR_EXERCISE_HELP_QUESTION: one question that helps to go on
 * @LUEUR_EXERCISE_HELP_REPHRASE: the draft in other words
 *
 * What a connected model can do at a step, if the person asks for it.
 */
typedef enum
{
  LUEUR_EXERCISE_HELP_NONE,
  LUEUR_EXERCISE_HELP_QUESTION,
  LUEUR_EXERCISE_HELP_REPHRASE,
} LueurExerciseHelp;

LueurExerciseHelp lueur_exercise_help_for (LueurExercise *exercise);

/* Sends @text, the step and nothing else, once the person asked for it. @persona: (nullable). finish: (transfer full);
 * errors: G_IO_ERROR_PERMISSION_DENIED where @text sounds like danger and nothing was sent (the card comes then),
 * G_IO_ERROR_NOT_FOUND where no answer came or none was fit to be shown, G_IO_ERROR_CANCELLED. */
void  lueur_exercise_help_async (LueurContext *context, LueurPersona *persona, LueurExercise *exercise, const char *text,
                                 GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
char *lueur_exercise_help_finish (LueurContext *context, GAsyncResult *result, GError **error);

G_END_DECLS
