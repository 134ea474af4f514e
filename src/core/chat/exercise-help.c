/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A model that helps with an exercise: with requests of the exercise's own, one answer each, looked at before it is shown.
 * Without a model the exercise is whole: its questions are its own. */

#include "core/chat/exercise-help.h"

#include <string.h>

#include "core/language.h"
#include "core/model/text.h"
#include "core/provider/question.h"
#include "core/wellbeing/conduct/conduct.h"
#include "core/wellbeing/conduct/findings.h"

#define QUESTION_MAX_CHARS 300
#define DRAFT_MAX_CHARS 4000
#define QUESTION_TOKENS 120
#define DRAFT_TOKENS 900
/* The step of the message in which nobody reads what is written. */
#define PRIVATE_STEP 1

static const char question_en[] =
    "You help a person with a short exercise: “%s”. They are at this step: “%s” They write what follows. Ask them exactly one "
    "short question that helps them to go on by themselves. No advice, no praise, no verdict on anybody, no second question, "
    "no greeting. Answer in their language, with the question alone.";
static const char question_fr[] =
    "Tu aides une personne dans un court exercice\u00a0: « %s ». Elle en est à cette étape\u00a0: « %s » Elle écrit ce qui suit. Pose-lui "
    "exactement une courte question qui l’aide à continuer par elle-même. Pas de conseil, pas d’éloge, pas de jugement sur "
    "quiconque, pas de deuxième question, pas de salutation. %s. Réponds par la question seule.";
static const char draft_en[] =
    "What follows is a person’s draft of a message to somebody in their life. Put it in other words: clearer and kinder, with "
    "their own meaning, in the first person, in their language, about as long. Add no fact, no promise and no reproach; leave "
    "out nothing that they ask for. Answer with the message alone.";
static const char draft_fr[] =
    "Ce qui suit est le brouillon d’un message qu’une personne adresse à quelqu’un de sa vie. Reformule-le\u00a0: plus clair et plus "
    "doux, avec son propre sens, à la première personne, dans sa langue, à peu près aussi long. N’ajoute aucun fait, aucune "
    "promesse, aucun reproche\u202f; n’enlève rien de ce qu’elle demande. Réponds par le message seul.";

typedef struct
{
  LueurPersona *persona;
  LueurExerciseHelp help;
  char *instructions;
  char *text;
  char *language;
  guint bad; /* what was found in the first answer */
} Help;

static void
help_free (gpointer data)
{
  Help *self = data;

  g_clear_object (&self->persona);
  g_free (self->instructions);
  g_free (self->text);
  g_free (self->language);
  g_free (self);
}

static char *
write_instructions (LueurExercise *exercise, LueurExerciseHelp help, const char *language, gboolean formal)
{
  gboolean french = g_strcmp0 (language, "fr") == 0;
  const char *title = lueur_exercise_kind_get_title (lueur_exercise_get_kind (exercise), language);
  const char *say = lueur_exercise_get_say (exercise);

  if (help == LUEUR_EXERCISE_HELP_REPHRASE)
    return g_strdup (french ? draft_fr : draft_en);
  return french ? g_strdup_printf (question_fr, title, say, formal ? "Vouvoie-la" : "Tutoie-la")
                : g_strdup_printf (question_en, title, say);
}

static void ask (GTask *task);

/* The first question of @answer, or the draft; %NULL where there is none. */
static char *
take (const Help *self, const char *answer)
{
  g_autofree char *clean = NULL;
  char *mark;

  if (self->help == LUEUR_EXERCISE_HELP_REPHRASE)
    {
      clean = lueur_text_clean (answer, -1, DRAFT_MAX_CHARS);
      g_strstrip (clean);
      return *clean != '\0' ? g_steal_pointer (&clean) : NULL;
    }
  clean = lueur_text_clean_line (answer, -1, QUESTION_MAX_CHARS);
  mark = strchr (clean, '?');
  if (mark == NULL)
    return NULL;
  mark[1] = '\0';
  g_strstrip (clean);
  return strlen (clean) > 1 ? g_steal_pointer (&clean) : NULL;
}

/* A question is looked at as any reply is. A draft is the person's own and goes to somebody else: only danger matters. */
static guint
look_at (const Help *self, LueurCare *care, const char *answer)
{
  if (lueur_care_read (care, answer) >= LUEUR_CRISIS_PASSIVE)
    return LUEUR_FINDING_BAD;
  return self->help == LUEUR_EXERCISE_HELP_QUESTION
             ? lueur_findings_of (lueur_care_get_conduct (care), "", answer) & LUEUR_FINDING_BAD
             : 0;
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurContext *context = LUEUR_CONTEXT (source);
  Help *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autofree char *answer = lueur_question_ask_finish (context, result, &error);
  g_autofree char *taken = answer != NULL ? take (self, answer) : NULL;
  guint bad = taken != NULL ? look_at (self, lueur_context_get_care (context), taken) : 0;

  if (error != NULL)
    g_task_return_error (task, error);
  else if (taken != NULL && bad == 0)
    g_task_return_pointer (task, g_steal_pointer (&taken), g_free);
  else if (answer != NULL && self->bad == 0)
    {
      self->bad = LUEUR_FINDING_READ | bad;
      ask (task);
    }
  else
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "no answer that is fit to be shown");
}

/* The rules end what the model is told, as in a conversation. */
static void
ask (GTask *task)
{
  Help *self = g_task_get_task_data (task);
  g_autofree char *reminder = lueur_findings_dup_reminder (self->bad, self->language);
  g_autofree char *instructions = g_strjoin ("\n\n", self->instructions, lueur_conduct_get_block (self->language), NULL);
  g_autofree char *mended = reminder != NULL ? g_strjoin ("\n\n", self->instructions, reminder,
                                                          lueur_conduct_get_block (self->language), NULL)
                                             : NULL;

  lueur_question_ask_async (g_task_get_source_object (task),
                            &(LueurQuestion) {
                                .instructions = mended != NULL ? mended : instructions,
                                .text = self->text,
                                .persona = self->persona,
                                .reply_tokens = self->help == LUEUR_EXERCISE_HELP_REPHRASE ? DRAFT_TOKENS : QUESTION_TOKENS,
                                .seconds = LUEUR_EXERCISE_HELP_SECONDS,
                            },
                            g_task_get_cancellable (task), on_answered, g_object_ref (task));
}

/* --- Public -------------------------------------------------------------------------------------- */

/**
 * lueur_exercise_help_for:
 *
 * Returns: what a model could do at the step where @exercise stands
 */
LueurExerciseHelp
lueur_exercise_help_for (LueurExercise *exercise)
{
  LueurExerciseKind kind = lueur_exercise_get_kind (exercise);

  switch (lueur_exercise_get_step (exercise))
    {
    case LUEUR_STEP_RESULT:
      return kind == LUEUR_EXERCISE_MESSAGE ? LUEUR_EXERCISE_HELP_REPHRASE : LUEUR_EXERCISE_HELP_NONE;
    case LUEUR_STEP_LINE:
    case LUEUR_STEP_TEXT:
      if (kind == LUEUR_EXERCISE_CALM ||
          (kind == LUEUR_EXERCISE_MESSAGE && lueur_exercise_get_position (exercise) == PRIVATE_STEP))
        return LUEUR_EXERCISE_HELP_NONE;
      return LUEUR_EXERCISE_HELP_QUESTION;
    case LUEUR_STEP_CHOICE:
    case LUEUR_STEP_BREATHE:
    case LUEUR_STEP_SORT:
    default:
      return LUEUR_EXERCISE_HELP_NONE;
    }
}

/**
 * lueur_exercise_help_async:
 * @persona: (nullable): who keeps company
 * @text: what stands in the step's field
 */
void
lueur_exercise_help_async (LueurContext *context, LueurPersona *persona, LueurExercise *exercise, const char *text,
                           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (context, cancellable, callback, data);
  Help *self = g_new0 (Help, 1);

  g_return_if_fail (LUEUR_IS_CONTEXT (context) && exercise != NULL);

  g_task_set_source_tag (task, lueur_exercise_help_async);
  g_task_set_task_data (task, self, help_free);
  self->persona = persona != NULL ? lueur_persona_copy (persona) : lueur_persona_new ();
  self->language = g_strdup (persona != NULL ? lueur_persona_get_language (persona) : lueur_language_get_default ());
  self->help = lueur_exercise_help_for (exercise);
  self->text = lueur_text_clean (text, -1, DRAFT_MAX_CHARS);
  if (self->help == LUEUR_EXERCISE_HELP_NONE || *g_strstrip (self->text) == '\0')
    {
      g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "nothing to help with");
      return;
    }
  /* Before anything is sent anywhere, as in a conversation. */
  if (lueur_care_note (lueur_context_get_care (context), self->text) >= LUEUR_CRISIS_PASSIVE)
    {
      g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "");
      return;
    }
  self->instructions = write_instructions (exercise, self->help, self->language,
                                           persona != NULL && lueur_persona_get_formal (persona));
  ask (task);
}

char *
lueur_exercise_help_finish (LueurContext *context, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, context), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
