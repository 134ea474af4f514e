/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LueurExerciseKind:
 *
 * What a therapist might propose for the uses people have of a companion. Each is a few steps and ends by handing
 * something back: a draft, a question, a step, a list.
 */
typedef enum
{
  LUEUR_EXERCISE_MESSAGE,  /* write or rephrase an emotional message: a draft */
  LUEUR_EXERCISE_DISPUTE,  /* step back from a dispute: one question */
  LUEUR_EXERCISE_CALM,     /* calm a passing anxiety: one step */
  LUEUR_EXERCISE_DECISION, /* explore a life decision: what to find out, and from whom */
  LUEUR_EXERCISE_ORDER,    /* put thoughts in order: a list */
  LUEUR_N_EXERCISES,
} LueurExerciseKind;

typedef enum
{
  LUEUR_STEP_LINE,    /* a sentence or two */
  LUEUR_STEP_TEXT,    /* as much as one likes */
  LUEUR_STEP_CHOICE,  /* one of the choices; the answer is its number */
  LUEUR_STEP_BREATHE, /* paced breathing (breath.h); no answer */
  LUEUR_STEP_SORT,    /* every line of an earlier answer gets one of the choices; the answer is their numbers, "0120" */
  LUEUR_STEP_RESULT,  /* what is handed back */
} LueurStepKind;

#define LUEUR_EXERCISE_MAX_CHOICES 4
/* Longest answer, in bytes; most lines that are sorted. */
#define LUEUR_EXERCISE_MAX_BYTES 16000
#define LUEUR_EXERCISE_MAX_LINES 30

/*
 * LueurExercise: one exercise, step by step: a plain state machine without clock or widget. Any step may be left empty.
 * Its words are those of the companion's language and register.
 */
typedef struct _LueurExercise LueurExercise;

const char *lueur_exercise_kind_get_id (LueurExerciseKind kind);
gboolean    lueur_exercise_kind_from_id (const char *id, LueurExerciseKind *kind);
/* As the person's own language calls it. */
const char *lueur_exercise_kind_get_title (LueurExerciseKind kind, const char *language);
const char *lueur_exercise_kind_get_summary (LueurExerciseKind kind, const char *language);

LueurExercise *lueur_exercise_new (LueurExerciseKind kind, const char *language, gboolean formal);
/* One that was begun; NULL where @json is none. (transfer full) (nullable) */
LueurExercise *lueur_exercise_from_json (LueurExerciseKind kind, const char *json);
char          *lueur_exercise_to_json (LueurExercise *self);
void           lueur_exercise_free (LueurExercise *self);

LueurExerciseKind lueur_exercise_get_kind (LueurExercise *self);
guint             lueur_exercise_get_position (LueurExercise *self); /* of the step, from 0 */
guint             lueur_exercise_get_length (LueurExercise *self);   /* with the result */
LueurStepKind     lueur_exercise_get_step (LueurExercise *self);
const char       *lueur_exercise_get_say (LueurExercise *self);  /* what the companion says */
const char       *lueur_exercise_get_hint (LueurExercise *self); /* "" for none */
guint             lueur_exercise_get_n_choices (LueurExercise *self);
const char       *lueur_exercise_get_choice (LueurExercise *self, guint index);
const char       *lueur_exercise_get_answer (LueurExercise *self); /* "" for none yet */
/* Lines to sort. (transfer full) */
GStrv             lueur_exercise_dup_lines (LueurExercise *self);
void              lueur_exercise_set_answer (LueurExercise *self, const char *answer);
gboolean          lueur_exercise_next (LueurExercise *self); /* FALSE at the end */
gboolean          lueur_exercise_back (LueurExercise *self); /* FALSE at the beginning */
/* Whether anything was written: whether it is worth keeping for later. */
gboolean          lueur_exercise_is_begun (LueurExercise *self);
/* What is handed back, of what was written alone. (transfer full) */
char             *lueur_exercise_dup_result (LueurExercise *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurExercise, lueur_exercise_free)

G_END_DECLS
