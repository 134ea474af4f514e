/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/chat/rehearsal.h"

#include "core/chat/guard.h"
#include "core/chat/persona-text.h"
#include "core/chat/prompt.h"
#include "core/provider/open.h"

#define REPLY_MAX_BYTES (64 * 1024)

struct _LueurRehearsal
{
  GObject parent_instance;

  LueurContext *context;
  LueurPersona *persona;
  LueurPerson *person;
  GPtrArray *said; /* the person's words and the replies to them, in turn */
  gboolean busy;
};

typedef struct
{
  char *text;
  GString *reply;
  LueurProvider *provider;
  LueurGuard guard; /* other than none: @reply is looked at before it is shown */
  guint n_bad;      /* replies that were not fit to be */
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
  g_clear_object (&self->provider);
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
  if (say->guard == LUEUR_GUARD_NONE)
    say->text_func (text, length, say->text_data);
}

static void send_request (GTask *task);

static void
take_reply (GTask *task, const char *text)
{
  LueurRehearsal *self = g_task_get_source_object (task);
  Say *say = g_task_get_task_data (task);

  self->busy = FALSE;
  g_ptr_array_add (self->said, g_strdup (say->text));
  g_ptr_array_add (self->said, g_strdup (text));
  g_task_return_pointer (task, g_strdup (text), g_free);
}

/* As in a conversation: one that clings, or claims to be human, is asked for once more; then plain words stand in its
 * place. Returns: whether the reply may be shown */
static gboolean
accept (GTask *task, gboolean whole)
{
  LueurRehearsal *self = g_task_get_source_object (task);
  Say *say = g_task_get_task_data (task);

  if (say->guard == LUEUR_GUARD_NONE)
    return whole;
  return whole && say->reply->len > 0 &&
         lueur_guard_accepts (say->guard, lueur_context_get_care (self->context), say->text, say->reply->str);
}

static void
on_reply (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurRehearsal *self = g_task_get_source_object (task);
  Say *say = g_task_get_task_data (task);
  g_auto (LueurChatOutcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean whole = lueur_provider_chat_finish (LUEUR_PROVIDER (source), result, &outcome, &error);

  if (accept (task, whole))
    take_reply (task, say->reply->str);
  else if (!whole && say->n_bad == 0)
    {
      self->busy = FALSE;
      g_task_return_error (task, g_steal_pointer (&error));
    }
  else if (say->n_bad++ == 0)
    {
      g_string_truncate (say->reply, 0);
      send_request (task);
    }
  else
    take_reply (task, lueur_guard_get_plain (say->guard, lueur_persona_get_language (say->persona),
                                             lueur_persona_get_formal (say->persona)));
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
      .calm = lueur_care_get_calm (lueur_context_get_care (self->context)),
      .reminder = say->n_bad > 0 ? lueur_guard_get_note (say->guard, lueur_persona_get_language (say->persona)) : NULL,
  });
}

static void
send_request (GTask *task)
{
  LueurRehearsal *self = g_task_get_source_object (task);
  Say *say = g_task_get_task_data (task);
  LueurSettings *settings = lueur_context_get_settings (self->context);
  g_autoptr (LueurPrompt) prompt = compose (self, say);
  guint reply_tokens;
  double temperature;

  g_object_get (settings, "reply-tokens", &reply_tokens, "temperature", &temperature, NULL);
  lueur_provider_chat_async (say->provider,
                             &(LueurChatRequest) { .prompt = prompt, .model = lueur_settings_get_model (settings),
                                                   .temperature = temperature, .reply_tokens = reply_tokens,
                                                   .persona = say->persona, .seed = 1, .variant = self->said->len / 2 },
                             g_task_get_cancellable (task), on_text, task, on_reply, g_object_ref (task));
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurRehearsal *self = g_task_get_source_object (task);
  Say *say = g_task_get_task_data (task);
  GError *error = NULL;

  say->provider = lueur_provider_open_finish (LUEUR_CONTEXT (source), result, &error);
  if (say->provider == NULL)
    {
      self->busy = FALSE;
      g_task_return_error (task, error);
      return;
    }
  if (!lueur_provider_is_scripted (lueur_context_get_settings (self->context)))
    say->guard = lueur_guard_for (lueur_context_get_care (self->context), say->text);
  send_request (task);
}

/* “stop”, or what the person chose to say instead: nobody is asked. */
static gboolean
is_stop (LueurRehearsal *self, Say *say)
{
  g_auto (GStrv) words = NULL;

  g_object_get (say->persona, "stop-words", &words, NULL);
  return lueur_conduct_is_stop (lueur_care_get_conduct (lueur_context_get_care (self->context)), say->text,
                                (const char *const *) words);
}

static void
lueur_rehearsal_finalize (GObject *object)
{
  LueurRehearsal *self = LUEUR_REHEARSAL (object);

  g_clear_object (&self->context);
  g_clear_object (&self->persona);
  g_clear_object (&self->person);
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
 * What is said is looked at for danger before anything is sent; where there is some, nothing is. A reply to a goodbye, or
 * to “are you human?”, is checked before @text_func tells anything of it.
 */
void
lueur_rehearsal_say_async (LueurRehearsal *self, const char *text, GCancellable *cancellable, LueurNetTextFunc text_func,
                           gpointer text_data, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  LueurAdulthood adulthood;
  Say *say = g_new0 (Say, 1);

  lueur_age_note (lueur_context_get_age (self->context), text, "");
  adulthood = lueur_settings_get_adulthood (lueur_context_get_settings (self->context));
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
  /* The card comes as it does in a conversation, and stays with the window when this is closed. */
  if (lueur_care_note (lueur_context_get_care (self->context), text) >= LUEUR_CRISIS_PASSIVE)
    {
      g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "");
      return;
    }
  self->busy = TRUE;
  if (is_stop (self, say))
    {
      take_reply (task, lueur_care_get_stopped (lueur_persona_get_language (say->persona), lueur_persona_get_formal (say->persona)));
      return;
    }
  lueur_provider_open_async (self->context, cancellable, on_opened, g_object_ref (task));
}

char *
lueur_rehearsal_say_finish (LueurRehearsal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
