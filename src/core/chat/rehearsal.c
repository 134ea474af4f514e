/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/chat/rehearsal.h"

#include "core/chat/persona-text.h"
#include "core/chat/prompt.h"
#include "core/provider/open.h"
#include "core/wellbeing/crisis.h"

#define REPLY_MAX_BYTES (64 * 1024)

struct _LueurRehearsal
{
  GObject parent_instance;

  LueurContext *context;
  LueurPersona *persona;
  LueurPerson *person;
  LueurCrisis *crisis;
  GPtrArray *said; /* the person's words and the replies to them, in turn */
  gboolean busy;
};

typedef struct
{
  char *text;
  GString *reply;
  LueurPersona *persona;
  LueurNetTextFunc text_func;
  gpointer text_data;
} Say;

G_DEFINE_FINAL_TYPE (LueurRehearsal, lueur_rehearsal, G_TYPE_OBJECT)

static void
say_free (Say *self)
{
  g_free (self->text);
  g_string_free (self->reply, TRUE);
  g_clear_object (&self->persona);
  g_free (self);
}

static void
on_text (const char *text, gsize length, gpointer data)
{
  Say *say = g_task_get_task_data (data);

  if (say->reply->len + length > REPLY_MAX_BYTES)
    return;
  g_string_append_len (say->reply, text, (gssize) length);
  say->text_func (text, length, say->text_data);
}

static void
on_reply (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurRehearsal *self = g_task_get_source_object (task);
  Say *say = g_task_get_task_data (task);
  g_auto (LueurChatOutcome) outcome = { 0 };
  GError *error = NULL;

  self->busy = FALSE;
  if (!lueur_provider_chat_finish (LUEUR_PROVIDER (source), result, &outcome, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  g_ptr_array_add (self->said, g_strdup (say->text));
  g_ptr_array_add (self->said, g_strdup (say->reply->str));
  g_task_return_pointer (task, g_strdup (say->reply->str), g_free);
}

static LueurPrompt *
compose (LueurRehearsal *self, Say *say)
{
  LueurSettings *settings = lueur_context_get_settings (self->context);
  g_autoptr (GArray) turns = g_array_new (FALSE, FALSE, sizeof (LueurTurn));
  g_autofree char *about = lueur_persona_text_person (say->persona, self->person);
  LueurTurn last = { LUEUR_TURN_USER, say->text };
  guint context_tokens, reply_tokens;

  g_object_get (settings, "context-tokens", &context_tokens, "reply-tokens", &reply_tokens, NULL);
  for (guint i = 0; i < self->said->len; i++)
    {
      LueurTurn turn = { i % 2 == 0 ? LUEUR_TURN_USER : LUEUR_TURN_COMPANION, g_ptr_array_index (self->said, i) };

      g_array_append_val (turns, turn);
    }
  g_array_append_val (turns, last);
  return lueur_prompt_compose (&(LueurPromptInput) {
      .persona = say->persona,
      .history = (const LueurTurn *) (gpointer) turns->data,
      .n_history = turns->len,
      .context_tokens = context_tokens,
      .reply_tokens = reply_tokens,
      .person_name = self->person != NULL ? lueur_person_get_name (self->person) : NULL,
      .person = about,
      .idle_usec = -1,
  });
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurRehearsal *self = g_task_get_source_object (task);
  Say *say = g_task_get_task_data (task);
  LueurSettings *settings = lueur_context_get_settings (self->context);
  GError *error = NULL;
  g_autoptr (LueurProvider) provider = lueur_provider_open_finish (LUEUR_CONTEXT (source), result, &error);
  g_autoptr (LueurPrompt) prompt = NULL;
  guint reply_tokens;
  double temperature;

  if (provider == NULL)
    {
      self->busy = FALSE;
      g_task_return_error (task, error);
      return;
    }
  prompt = compose (self, say);
  g_object_get (settings, "reply-tokens", &reply_tokens, "temperature", &temperature, NULL);
  lueur_provider_chat_async (provider,
                             &(LueurChatRequest) { .prompt = prompt, .model = lueur_settings_get_model (settings),
                                                   .temperature = temperature, .reply_tokens = reply_tokens,
                                                   .persona = say->persona, .seed = 1, .variant = self->said->len / 2 },
                             g_task_get_cancellable (task), on_text, task, on_reply, g_object_ref (task));
}

static void
lueur_rehearsal_finalize (GObject *object)
{
  LueurRehearsal *self = LUEUR_REHEARSAL (object);

  g_clear_object (&self->context);
  g_clear_object (&self->persona);
  g_clear_object (&self->person);
  g_clear_pointer (&self->crisis, lueur_crisis_free);
  g_clear_pointer (&self->said, g_ptr_array_unref);

  G_OBJECT_CLASS (lueur_rehearsal_parent_class)->finalize (object);
}

static void
lueur_rehearsal_class_init (LueurRehearsalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lueur_rehearsal_finalize;
}

static void
lueur_rehearsal_init (LueurRehearsal *self)
{
  self->said = g_ptr_array_new_with_free_func (g_free);
}

/**
 * lueur_rehearsal_new:
 * @persona: who is tried; read anew for every exchange
 * @person: (nullable): who the person is
 *
 * Returns: (transfer full): with %LUEUR_REHEARSAL_EXCHANGES exchanges to come
 */
LueurRehearsal *
lueur_rehearsal_new (LueurContext *context, LueurPersona *persona, LueurPerson *person)
{
  LueurRehearsal *self = g_object_new (LUEUR_TYPE_REHEARSAL, NULL);

  self->context = g_object_ref (context);
  self->persona = g_object_ref (persona);
  g_set_object (&self->person, person);
  return self;
}

guint
lueur_rehearsal_get_n_left (LueurRehearsal *self)
{
  return LUEUR_REHEARSAL_EXCHANGES - MIN (self->said->len / 2, LUEUR_REHEARSAL_EXCHANGES);
}

/**
 * lueur_rehearsal_say_async:
 * @text: what the person says
 * @text_func: called as the reply comes
 *
 * What is said is looked at for danger before anything is sent; where there is some, nothing is.
 */
void
lueur_rehearsal_say_async (LueurRehearsal *self, const char *text, GCancellable *cancellable, LueurNetTextFunc text_func,
                           gpointer text_data, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  LueurAdulthood adulthood = lueur_settings_get_adulthood (lueur_context_get_settings (self->context));
  Say *say = g_new0 (Say, 1);

  g_task_set_source_tag (task, lueur_rehearsal_say_async);
  say->text = g_strdup (text);
  say->reply = g_string_new (NULL);
  say->persona = adulthood == LUEUR_ADULTHOOD_ADULT ? lueur_persona_copy (self->persona)
                                                    : lueur_persona_without_romance (self->persona);
  say->text_func = text_func;
  say->text_data = text_data;
  g_task_set_task_data (task, say, (GDestroyNotify) say_free);
  if (self->busy || lueur_rehearsal_get_n_left (self) == 0)
    {
      g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_BUSY, "");
      return;
    }
  if (self->crisis == NULL)
    self->crisis = lueur_crisis_new ();
  if (lueur_crisis_read (self->crisis, text, -1, NULL) >= LUEUR_CRISIS_PASSIVE)
    {
      g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "");
      return;
    }
  self->busy = TRUE;
  lueur_provider_open_async (self->context, cancellable, on_opened, g_object_ref (task));
}

char *
lueur_rehearsal_say_finish (LueurRehearsal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
