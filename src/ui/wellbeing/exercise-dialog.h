/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/context.h"

G_BEGIN_DECLS

#define LUEUR_TYPE_EXERCISE_DIALOG (lueur_exercise_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LueurExerciseDialog, lueur_exercise_dialog, LUEUR, EXERCISE_DIALOG, AdwDialog)

/*
 * LueurExerciseDialog: five short exercises with a companion, with or without a model. What was begun is kept until it is
 * finished or discarded; closing the dialog is leaving, at any step, without a word.
 *
 * Actions: exercise.start (s: id), exercise.discard (s: id).
 */
/* @persona: (nullable): who keeps company */
LueurExerciseDialog *lueur_exercise_dialog_new (LueurContext *context, LueurPersona *persona);
/* "message", "dispute", "calm", "decision" or "order"; begins it, or goes on with it. */
void                 lueur_exercise_dialog_start (LueurExerciseDialog *self, const char *id);

G_END_DECLS
