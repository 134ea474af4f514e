/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/chat/review-ask.h"

#include "core/exchange/card-persona.h"
#include "core/exchange/card-reading.h"
#include "core/provider/question.h"

#define REPLY_TOKENS 900

static const char instructions[] =
    "You propose small edits to the description of a companion, from what a person said. You answer with one JSON object "
    "and nothing else.";

typedef struct
{
  LueurPersona *persona;
  GPtrArray *proposals;
} Ask;

static void
ask_free (gpointer data)
{
  Ask *self = data;

  g_object_unref (self->persona);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  g_free (self);
}

/* An edit is shown before it is taken; but what goes against the rules of every companion is not even proposed. */
static gboolean
is_fit (LueurPersona *persona)
{
  g_autofree char *json = lueur_persona_to_json (persona);
  g_autoptr (GPtrArray) findings = lueur_concern_find (json);
  g_autofree char *minor = lueur_persona_find_minor (persona);

  return findings->len == 0 && minor == NULL;
}

/* What the rules say of a field goes before what the model says of it. */
static void
merge (Ask *self, const char *answer)
{
  g_autoptr (GPtrArray) more = lueur_review_parse (self->persona, answer);
  gboolean fit = is_fit (self->persona);

  while (more->len > 0)
    {
      LueurProposal *proposal = g_ptr_array_steal_index (more, 0);
      gboolean known = FALSE;

      for (guint i = 0; i < self->proposals->len && !known; i++)
        known = ((LueurProposal *) self->proposals->pdata[i])->field == proposal->field;
      /* What was there before is the person's own doing. */
      if (known || (fit && !is_fit (proposal->after)))
        lueur_proposal_free (proposal);
      else
        g_ptr_array_add (self->proposals, proposal);
    }
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autofree char *answer = lueur_question_ask_finish (LUEUR_CONTEXT (source), result, NULL);

  if (answer != NULL)
    merge (g_task_get_task_data (task), answer);
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, TRUE);
}

void
lueur_review_ask_async (LueurContext *context, LueurPersona *persona, GPtrArray *opinions, const char *works,
                        const char *bothers, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *question = NULL;
  g_autofree char *schema = lueur_review_dup_schema ();
  Ask *self;

  g_return_if_fail (LUEUR_IS_CONTEXT (context) && LUEUR_IS_PERSONA (persona));

  task = g_task_new (context, cancellable, callback, data);
  g_task_set_source_tag (task, lueur_review_ask_async);
  self = g_new0 (Ask, 1);
  self->persona = lueur_persona_copy (persona);
  self->proposals = lueur_review_propose (persona, opinions, works, bothers);
  g_task_set_task_data (task, self, ask_free);
  question = lueur_review_ask (persona, opinions, works, bothers);
  lueur_question_ask_async (context,
                            &(LueurQuestion){ .instructions = instructions, .text = question, .persona = self->persona, .schema = schema,
                                              .reply_tokens = REPLY_TOKENS, .seconds = LUEUR_REVIEW_SECONDS },
                            cancellable, on_answered, g_object_ref (task));
}

GPtrArray *
lueur_review_ask_finish (LueurContext *context, GAsyncResult *result, GError **error)
{
  Ask *self;

  g_return_val_if_fail (g_task_is_valid (result, context), NULL);

  self = g_task_get_task_data (G_TASK (result));
  return g_task_propagate_boolean (G_TASK (result), error) ? g_steal_pointer (&self->proposals) : NULL;
}
