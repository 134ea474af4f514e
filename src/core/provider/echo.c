/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/provider/echo.h"

#include <string.h>

#include "core/echo/echo.h"
#include "core/wellbeing/danger/care.h"

/**
 * LueurEchoProvider:
 *
 * The built-in companion behind the same face as a model. It opens no socket and starts no thread: the
 * reply is there at once, and is given word by word because one that falls from the sky reads badly.
 */
struct _LueurEchoProvider
{
  GObject parent_instance;

  LueurClock *clock;
  LueurReader *reader;
  guint pace_ms;
};

static void provider_init (LueurProviderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LueurEchoProvider, lueur_echo_provider, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (LUEUR_TYPE_PROVIDER, provider_init))

/* In words of the pace: before the first one, and after the end of a sentence. */
#define THINKING_WORDS 9
#define BREATH_WORDS 4

typedef struct
{
  char *reply;
  char *next; /* where the words begin that were not given yet */
  guint timeout_id;
  gulong cancelled_id;
  LueurNetTextFunc text_func;
  gpointer text_data;
} Talk;

static void step (gpointer data);

static void
talk_free (Talk *talk)
{
  g_free (talk->reply);
  g_free (talk);
}

/* Returns: (transfer full): the task, which nothing refers to any more */
static GTask *
settle (GTask *task)
{
  LueurEchoProvider *self = g_task_get_source_object (task);
  Talk *talk = g_task_get_task_data (task);

  lueur_clock_remove_timeout (self->clock, talk->timeout_id);
  talk->timeout_id = 0;
  if (talk->cancelled_id != 0)
    g_signal_handler_disconnect (g_task_get_cancellable (task), talk->cancelled_id);
  talk->cancelled_id = 0;
  return task;
}

static gboolean
return_cancelled (gpointer task)
{
  g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
  return G_SOURCE_REMOVE;
}

static gboolean
return_done (gpointer task)
{
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, TRUE);
  return G_SOURCE_REMOVE;
}

static void
return_later (GTask *task, GSourceFunc func)
{
  g_autoptr (GSource) later = g_idle_source_new ();

  g_source_set_priority (later, G_PRIORITY_DEFAULT);
  g_source_set_static_name (later, "lueur-echo");
  g_task_attach_source (task, later, func);
}

static void
on_cancelled (GCancellable *cancellable, GTask *data)
{
  g_autoptr (GTask) task = settle (data);

  return_later (task, return_cancelled);
}

static gboolean
ends_sentence (const char *start, const char *end)
{
  const char *last = g_utf8_find_prev_char (start, end);

  while (last != NULL && g_unichar_isspace (g_utf8_get_char (last)))
    last = g_utf8_find_prev_char (start, last);
  return last != NULL && (strchr (".!?\n", *last) != NULL || g_str_has_prefix (last, "…"));
}

/* The end of the word at @from, with the spaces after it. */
static char *
skip_word (char *from)
{
  char *p = from;

  while (*p != '\0' && !g_ascii_isspace (*p))
    p++;
  while (g_ascii_isspace (*p))
    p++;
  return p;
}

static void
wait (GTask *task, guint words)
{
  LueurEchoProvider *self = g_task_get_source_object (task);
  Talk *talk = g_task_get_task_data (task);

  talk->timeout_id = lueur_clock_add_timeout (self->clock, words * self->pace_ms, step, task);
}

static void
step (gpointer data)
{
  GTask *task = data;
  LueurEchoProvider *self = g_task_get_source_object (task);
  Talk *talk = g_task_get_task_data (task);
  char *start = talk->next;
  char *end = self->pace_ms > 0 ? skip_word (start) : start + strlen (start);
  g_autofree char *piece = g_strndup (start, (gsize) (end - start));
  g_autoptr (GTask) over = NULL;

  talk->timeout_id = 0;
  talk->next = end;
  /* Waiting for the next word comes first: whoever takes this one may cancel. */
  if (*end != '\0')
    wait (task, ends_sentence (start, end) ? BREATH_WORDS : 1);
  else
    {
      over = settle (task);
      return_later (over, return_done);
    }
  if (talk->text_func != NULL)
    talk->text_func (piece, strlen (piece), talk->text_data);
}

static char *
answer_danger (const char *text, const char *language, gboolean formal, gpointer data)
{
  const LueurChatRequest *request = data;
  const char *answer;
  const LueurTurn *turns;
  guint n_turns;

  if (request->crisis < LUEUR_CRISIS_PASSIVE)
    return NULL;
  answer = lueur_care_get_answer (request->crisis, language, formal);
  turns = lueur_prompt_get_turns (request->prompt, &n_turns);
  /* The same words twice would be a machine's; but what is urgent is said as often as it takes. */
  for (guint i = 0; i < n_turns && request->crisis < LUEUR_CRISIS_IMMINENT; i++)
    if (turns[i].role != LUEUR_TURN_USER && strcmp (turns[i].text, answer) == 0)
      return NULL;
  return g_strdup (answer);
}

static char *
write_reply (LueurEchoProvider *self, const LueurChatRequest *request)
{
  g_autoptr (LueurEcho) echo = lueur_echo_new (request->persona, self->reader, request->seed);
  g_autoptr (GArray) turns = g_array_new (FALSE, FALSE, sizeof (LueurEchoTurn));
  g_autoptr (GDateTime) now = lueur_clock_get_local (self->clock);
  guint n_turns;
  const LueurTurn *all = lueur_prompt_get_turns (request->prompt, &n_turns);

  lueur_echo_set_close_person (echo, request->close_person);
  lueur_echo_set_person (echo, request->person_name);
  lueur_echo_set_now (echo, now);
  lueur_echo_set_calm (echo, request->calm || request->crisis >= LUEUR_CRISIS_PASSIVE);
  lueur_echo_set_crisis (echo, answer_danger, (gpointer) request);
  for (guint i = 0; i < n_turns; i++)
    if (all[i].role != LUEUR_TURN_SYSTEM)
      {
        LueurEchoTurn turn = { all[i].role == LUEUR_TURN_USER, all[i].text };

        g_array_append_val (turns, turn);
      }
  return lueur_echo_reply (echo, (const LueurEchoTurn *) (gpointer) turns->data, turns->len, request->variant);
}

static void
echo_chat_async (LueurProvider *provider, const LueurChatRequest *request, GCancellable *cancellable,
                 LueurNetTextFunc text_func, gpointer text_data, GAsyncReadyCallback callback, gpointer data)
{
  LueurEchoProvider *self = LUEUR_ECHO_PROVIDER (provider);
  g_autoptr (GTask) task = g_task_new (provider, cancellable, callback, data);
  Talk *talk = g_new0 (Talk, 1);

  g_task_set_source_tag (task, echo_chat_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, talk, (GDestroyNotify) talk_free);
  if (g_cancellable_is_cancelled (cancellable))
    {
      g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
      return;
    }
  talk->reply = write_reply (self, request);
  talk->next = talk->reply;
  talk->text_func = text_func;
  talk->text_data = text_data;
  if (cancellable != NULL)
    talk->cancelled_id = g_signal_connect (cancellable, "cancelled", G_CALLBACK (on_cancelled), task);
  wait (g_steal_pointer (&task), THINKING_WORDS);
}

static gboolean
echo_chat_finish (LueurProvider *provider, GAsyncResult *result, LueurChatOutcome *outcome, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
echo_list_models_async (LueurProvider *provider, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (provider, cancellable, callback, data);

  g_task_set_source_tag (task, echo_list_models_async);
  g_task_return_pointer (task, g_new0 (char *, 1), (GDestroyNotify) g_strfreev);
}

static GStrv
echo_list_models_finish (LueurProvider *provider, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
lueur_echo_provider_finalize (GObject *object)
{
  LueurEchoProvider *self = LUEUR_ECHO_PROVIDER (object);

  g_clear_object (&self->clock);
  g_clear_pointer (&self->reader, lueur_reader_unref);
  G_OBJECT_CLASS (lueur_echo_provider_parent_class)->finalize (object);
}

static void
lueur_echo_provider_class_init (LueurEchoProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lueur_echo_provider_finalize;
}

static void
provider_init (LueurProviderInterface *iface)
{
  iface->scripted = TRUE;
  iface->chat_async = echo_chat_async;
  iface->chat_finish = echo_chat_finish;
  iface->list_models_async = echo_list_models_async;
  iface->list_models_finish = echo_list_models_finish;
}

static void
lueur_echo_provider_init (LueurEchoProvider *self)
{
}

/**
 * lueur_echo_provider_new:
 * @clock: times the words
 * @reader: (nullable): what Écho reads feelings with
 * @pace_ms: milliseconds a word, %LUEUR_ECHO_PACE_MS for people; 0 gives the whole reply at once
 *
 * Returns: (transfer full): the built-in companion
 */
LueurProvider *
lueur_echo_provider_new (LueurClock *clock, const LueurReader *reader, guint pace_ms)
{
  LueurEchoProvider *self = g_object_new (LUEUR_TYPE_ECHO_PROVIDER, NULL);

  self->clock = g_object_ref (clock);
  self->reader = reader != NULL ? lueur_reader_ref ((LueurReader *) reader) : NULL;
  self->pace_ms = pace_ms;
  return LUEUR_PROVIDER (self);
}
