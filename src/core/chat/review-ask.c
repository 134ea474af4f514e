/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/chat/review-ask.h"

#include "core/provider/open.h"

#define ANSWER_MAX_BYTES (64 * 1024)
#define REPLY_TOKENS 900

static const char instructions[] =
    "You propose small edits to the description of a companion, from what a person said. You answer with one JSON array "
    "and nothing else.";

typedef struct
{
  LueurPersona *persona;
  GPtrArray *proposals;
  GString *answer;
  char *question;
  GCancellable *own;
  guint timeout;
} Ask;

static void
ask_free (gpointer data)
{
  Ask *self = data;

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_object_unref (self->persona);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  g_string_free (self->answer, TRUE);
  g_free (self->question);
  g_object_unref (self->own);
  g_free (self);
}

static gboolean
on_time (gpointer data)
{
  Ask *self = data;

  self->timeout = 0;
  g_cancellable_cancel (self->own);
  return G_SOURCE_REMOVE;
}

static void
settle (GTask *task)
{
  Ask *self = g_task_get_task_data (task);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, TRUE);
}

static void
on_text (const char *text, gsize length, gpointer data)
{
  Ask *self = g_task_get_task_data (data);

  if (self->answer->len + length > ANSWER_MAX_BYTES)
    {
      g_string_truncate (self->answer, 0);
      g_cancellable_cancel (self->own);
      return;
    }
  g_string_append_len (self->answer, text, length);
}

/* What the rules say of a field goes before what the model says of it. */
static void
merge (Ask *self)
{
  g_autoptr (GPtrArray) more = lueur_review_parse (self->persona, self->answer->str);

  while (more->len > 0)
    {
      LueurProposal *proposal = g_ptr_array_steal_index (more, 0);
      gboolean known = FALSE;

      for (guint i = 0; i < self->proposals->len && !known; i++)
        known = ((LueurProposal *) self->proposals->pdata[i])->field == proposal->field;
      if (known)
        lueur_proposal_free (proposal);
      else
        g_ptr_array_add (self->proposals, proposal);
    }
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_auto (LueurChatOutcome) outcome = { 0 };

  if (lueur_provider_chat_finish (LUEUR_PROVIDER (source), result, &outcome, NULL))
    merge (g_task_get_task_data (task));
  settle (task);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurContext *context = LUEUR_CONTEXT (source);
  Ask *self = g_task_get_task_data (task);
  g_autoptr (LueurProvider) provider = lueur_provider_open_finish (context, result, NULL);
  const LueurTurn turns[] = { { LUEUR_TURN_SYSTEM, instructions }, { LUEUR_TURN_USER, self->question } };
  g_autoptr (LueurPrompt) prompt = NULL;

  if (provider == NULL || g_cancellable_is_cancelled (self->own))
    {
      settle (task);
      return;
    }
  prompt = lueur_prompt_new_of_turns (turns, G_N_ELEMENTS (turns));
  lueur_provider_chat_async (provider,
                             &(LueurChatRequest) { .prompt = prompt,
                                                   .model = lueur_settings_get_model (lueur_context_get_settings (context)),
                                                   .temperature = 0.2, .reply_tokens = REPLY_TOKENS,
                                                   .persona = self->persona },
                             self->own, on_text, task, on_answered, g_object_ref (task));
}

void
lueur_review_ask_async (LueurContext *context, LueurPersona *persona, GPtrArray *opinions, const char *works,
                        const char *bothers, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;
  Ask *self;

  g_return_if_fail (LUEUR_IS_CONTEXT (context) && LUEUR_IS_PERSONA (persona));

  task = g_task_new (context, cancellable, callback, data);
  g_task_set_source_tag (task, lueur_review_ask_async);
  self = g_new0 (Ask, 1);
  self->persona = lueur_persona_copy (persona);
  self->proposals = lueur_review_propose (persona, opinions, works, bothers);
  self->answer = g_string_new (NULL);
  self->own = g_cancellable_new ();
  g_task_set_task_data (task, self, ask_free);
  if (lueur_provider_is_scripted (lueur_context_get_settings (context)))
    {
      settle (task);
      return;
    }
  self->question = lueur_review_ask (persona, opinions, works, bothers);
  self->timeout = g_timeout_add_seconds (LUEUR_REVIEW_SECONDS, on_time, self);
  g_source_set_name_by_id (self->timeout, "lueur-review-time");
  lueur_provider_open_async (context, self->own, on_opened, g_object_ref (task));
}

GPtrArray *
lueur_review_ask_finish (LueurContext *context, GAsyncResult *result, GError **error)
{
  Ask *self;

  g_return_val_if_fail (g_task_is_valid (result, context), NULL);

  self = g_task_get_task_data (G_TASK (result));
  return g_task_propagate_boolean (G_TASK (result), error) ? g_steal_pointer (&self->proposals) : NULL;
}
