/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/context.h"
#include "core/wellbeing/exercises/exercise.h"

G_BEGIN_DECLS

#define LUEUR_TYPE_EXERCISE_PAGE (lueur_exercise_page_get_type ())
G_DECLARE_FINAL_TYPE (LueurExercisePage, lueur_exercise_page, LUEUR, EXERCISE_PAGE, AdwNavigationPage)

/*
 * LueurExercisePage: one exercise, a step at a time, with the companion's face, which breathes along where breathing is
 * the step. Actions: exercise.next, exercise.back, exercise.copy, exercise.help (a connected model asks one
 * question, or rephrases the draft).
 */
/* @persona: (nullable) */
void           lueur_exercise_page_set_company (LueurExercisePage *self, LueurContext *context, LueurPersona *persona);
void           lueur_exercise_page_start (LueurExercisePage *self, LueurExerciseKind kind);
LueurExercise *lueur_exercise_page_get_exercise (LueurExercisePage *self); /* (nullable) */
/* Keeps what was written for later, and stops what moves. */
void           lueur_exercise_page_leave (LueurExercisePage *self);
/* Keeps nothing. */
void           lueur_exercise_page_forget (LueurExercisePage *self);

G_END_DECLS
