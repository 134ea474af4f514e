/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/provider/question.h"

/* Low: the same question is to get about the same answer. */
#define TEMPERATURE 0.2

typedef struct
{
  LueurPrompt *prompt;
  LueurPersona *persona;
  char *schema;
  guint reply_tokens;
  LueurQuestionProgress progress;
  gpointer progress_data;
  GString *answer;
  GCancellable *own; /* ends the request: at the caller's word, at the time that is up, or at too long an answer */
  GCancellable *caller;
  gulong cancelled_id;
  guint timeout;
} Call;

static void
call_free (gpointer data)
{
  Call *self = data;

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->caller != NULL)
    g_cancellable_disconnect (self->caller, self->cancelled_id);
  g_clear_object (&self->caller);
  g_clear_object (&self->own);
  g_clear_pointer (&self->prompt, lueur_prompt_unref);
  g_clear_object (&self->persona);
  g_string_free (self->answer, TRUE);
  g_free (self->schema);
  g_free (self);
}

static void
on_cancelled (GCancellable *caller, gpointer own)
{
  g_cancellable_cancel (own);
}

static gboolean
on_time (gpointer data)
{
  Call *self = data;

  self->timeout = 0;
  g_cancellable_cancel (self->own);
  return G_SOURCE_REMOVE;
}

static void
on_text (const char *text, gsize length, gpointer data)
{
  Call *self = g_task_get_task_data (data);

  if (g_cancellable_is_cancelled (self->own))
    return;
  if (self->answer->len + length > LUEUR_QUESTION_ANSWER_MAX)
    {
      g_cancellable_cancel (self->own);
      return;
    }
  g_string_append_len (self->answer, text, length);
  if (self->progress != NULL)
    self->progress (self->answer->len, self->progress_data);
}

static void
settle (GTask *task, gboolean answered)
{
  Call *self = g_task_get_task_data (task);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, answered ? g_strdup (self->answer->str) : NULL, g_free);
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_auto (LueurChatOutcome) outcome = { 0 };

  settle (task, lueur_provider_chat_finish (LUEUR_PROVIDER (source), result, &outcome, NULL));
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Call *self = g_task_get_task_data (task);
  LueurContext *context = LUEUR_CONTEXT (source);
  g_autoptr (LueurProvider) provider = lueur_provider_open_finish (context, result, NULL);

  if (provider == NULL || g_cancellable_is_cancelled (self->own))
    {
      settle (task, FALSE);
      return;
    }
  lueur_provider_chat_async (provider,
                             &(LueurChatRequest) { .prompt = self->prompt,
                                                   .model = lueur_settings_get_model (lueur_context_get_settings (context)),
                                                   .temperature = TEMPERATURE, .reply_tokens = self->reply_tokens,
                                                   .persona = self->persona, .schema = self->schema },
                             self->own, on_text, task, on_answered, g_object_ref (task));
}

void
lueur_question_ask_async (LueurContext *context, const LueurQuestion *question, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;
  Call *self;

  g_return_if_fail (LUEUR_IS_CONTEXT (context) && question != NULL && LUEUR_IS_PERSONA (question->persona));

  task = g_task_new (context, cancellable, callback, data);
  g_task_set_source_tag (task, lueur_question_ask_async);
  self = g_new0 (Call, 1);
  self->answer = g_string_new (NULL);
  self->own = g_cancellable_new ();
  self->persona = g_object_ref (question->persona);
  self->schema = g_strdup (question->schema);
  self->reply_tokens = question->reply_tokens;
  self->progress = question->progress;
  self->progress_data = question->progress_data;
  g_task_set_task_data (task, self, call_free);
  if (lueur_provider_is_scripted (lueur_context_get_settings (context)))
    {
      settle (task, FALSE);
      return;
    }
  self->prompt = lueur_prompt_new_of_turns (
      (LueurTurn[]){ { LUEUR_TURN_SYSTEM, question->instructions }, { LUEUR_TURN_USER, question->text } }, 2);
  if (cancellable != NULL)
    {
      self->caller = g_object_ref (cancellable);
      self->cancelled_id = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled), g_object_ref (self->own),
                                                  g_object_unref);
    }
  self->timeout = g_timeout_add_seconds (question->seconds, on_time, self);
  g_source_set_name_by_id (self->timeout, "lueur-question-time");
  lueur_provider_open_async (context, self->own, on_opened, g_object_ref (task));
}

char *
lueur_question_ask_finish (LueurContext *context, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, context), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, lueur_question_ask_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
