/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a session brings together before it asks: the conversation from its memory and from the store, and
 * settings, time and person. */

#include "core/chat/compose.h"

#include "core/chat/persona-text.h"
#include "core/chat/prompt.h"
#include "core/chat/tokens.h"
#include "core/chat/turns.h"
#include "core/exchange/card.h"
#include "core/net/endpoint.h"
#include "core/wellbeing/conduct/findings.h"

/* Messages that are read beyond what is loaded, at most. */
#define MAX_EARLIER 5000
/* Of the person's latest messages, how many are read for loneliness, and how many must tell of it. */
#define CUE_TURNS 12
#define CUES 2

typedef struct
{
  LueurPersona *persona;
  GArray *turns; /* LueurTurn: what is loaded, up to the reply */
  GBytes *card;  /* (nullable): the file it came in */
} Compose;

static void
compose_free (Compose *self)
{
  g_object_unref (self->persona);
  g_array_unref (self->turns);
  g_clear_pointer (&self->card, g_bytes_unref);
  g_free (self);
}

static guint
get_uint (LueurSettings *settings, const char *name)
{
  guint value;

  g_object_get (settings, name, &value, NULL);
  return value;
}

/* How many messages more might find room, if they are half as long as those that are loaded. */
static guint
count_wanted (const GArray *turns, guint budget)
{
  guint64 sum = 0;
  guint each;

  for (guint i = 0; i < turns->len; i++)
    {
      sum += lueur_tokens_estimate (g_array_index (turns, LueurTurn, i).text) + LUEUR_TOKENS_PER_TURN;
      if (sum > budget)
        return 0;
    }
  each = MAX (LUEUR_TOKENS_PER_TURN + 1, (guint) (sum / MAX (1, turns->len) / 2));
  return MIN (MAX_EARLIER, (budget - (guint) sum) / each + 1);
}

/* How long the person had been silent before their last message. */
static gint64
measure_idle (LueurChatSession *self)
{
  LueurConversation *conversation = self->conversation;
  gint64 last = 0;

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (conversation)); i > 0; i--)
    {
      LueurMessage *message = lueur_conversation_get_message (conversation, i - 1);

      if (lueur_message_get_role (message) != LUEUR_ROLE_USER)
        continue;
      if (last != 0)
        return MAX (0, last - lueur_message_get_created_at (message));
      last = lueur_message_get_created_at (message);
    }
  return -1;
}

/* Which of the companion's greetings it began with, from 1 on; 0 where that is not known. */
static guint
find_greeting (LueurChatSession *self, GPtrArray *earlier)
{
  LueurMessage *first = lueur_conversation_get_message (self->conversation, 0);

  if (earlier != NULL && earlier->len > 0)
    {
      const LueurMessageRow *row = earlier->pdata[0];

      return row->depth == 1 && row->role == LUEUR_ROLE_COMPANION ? row->swipe_index + 1 : 0;
    }
  if (first == NULL || lueur_conversation_get_has_older (self->conversation) ||
      lueur_message_get_role (first) != LUEUR_ROLE_COMPANION)
    return 0;
  return lueur_message_get_swipe_index (first) + 1;
}

/* Whether the person speaks of loneliness, now and before: once may be a turn of phrase. */
static gboolean
has_cues (LueurChatSession *self, GArray *turns)
{
  const LueurConduct *conduct = lueur_care_get_conduct (lueur_context_get_care (self->context));
  guint n_read = 0, n_lonely = 0;

  for (guint i = turns->len; i > 0 && n_read < CUE_TURNS; i--)
    {
      const LueurTurn *turn = &g_array_index (turns, LueurTurn, i - 1);

      if (turn->role != LUEUR_TURN_USER)
        continue;
      if (n_read++ == 0 && (!lueur_conduct_is_lonely (conduct, turn->text) || lueur_conduct_is_farewell (conduct, turn->text)))
        return FALSE;
      n_lonely += lueur_conduct_is_lonely (conduct, turn->text);
    }
  return n_lonely >= CUES;
}

/* Once, to a model: Écho has lines of its own for it. (transfer full) (nullable) */
static char *
dup_reach_out (LueurChatSession *self, LueurPersona *persona, GArray *turns)
{
  LueurCare *care = lueur_context_get_care (self->context);
  /* Whose names they are has agreed to nothing: they stay on this machine. */
  gboolean here = lueur_endpoint_is_local (lueur_settings_get_base_url (lueur_context_get_settings (self->context)));
  LueurContact *close = here ? lueur_records_suggest_person (lueur_context_get_records (self->context)) : NULL;

  if (self->scripted || lueur_care_get_calm (care) || !has_cues (self, turns) || !lueur_care_take_reach_out (care))
    return NULL;
  return lueur_care_dup_reach_out_note (lueur_persona_get_language (persona), close != NULL ? lueur_contact_get_name (close) : NULL);
}

/* What is to be heeded in this reply above all. (transfer full) (nullable) */
static char *
dup_reminder (LueurChatSession *self, LueurPersona *persona, GArray *turns)
{
  const char *language = lueur_persona_get_language (persona);
  const char *guard = self->n_bad > 0 ? lueur_guard_get_note (self->guard, language) : NULL;
  g_autofree char *mend = lueur_findings_dup_reminder (self->mend, language);
  g_autofree char *reach = dup_reach_out (self, persona, turns);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  if (guard != NULL)
    g_strv_builder_add (parts, guard);
  if (mend != NULL)
    g_strv_builder_add (parts, mend);
  if (reach != NULL)
    g_strv_builder_add (parts, reach);
  texts = g_strv_builder_end (parts);
  return texts[0] != NULL ? g_strjoinv ("\n", texts) : NULL;
}

static LueurPrompt *
compose (LueurChatSession *self, Compose *what, GArray *turns, GPtrArray *earlier, guint n_earlier)
{
  LueurSettings *settings = lueur_context_get_settings (self->context);
  LueurPerson *person = lueur_library_get_person (lueur_context_get_library (self->context), self->conversation);
  g_autofree char *about = lueur_persona_text_person (what->persona, person);
  g_autoptr (GDateTime) now = lueur_clock_get_local (lueur_context_get_clock (self->context));
  guint64 seed = (guint64) lueur_conversation_get_id (self->conversation);
  gboolean calm = lueur_care_get_calm (lueur_context_get_care (self->context));
  g_autofree char *reminder = dup_reminder (self, what->persona, turns);

  return lueur_prompt_compose (&(LueurPromptInput) {
      .persona = what->persona,
      .history = (const LueurTurn *) (gpointer) turns->data,
      .n_history = turns->len,
      .n_earlier = n_earlier,
      .context_tokens = get_uint (settings, "context-tokens"),
      .reply_tokens = get_uint (settings, "reply-tokens"),
      .person_name = person != NULL ? lueur_person_get_name (person) : NULL,
      .person = about,
      .books = self->books != NULL ? (LueurBook *const *) self->books->pdata : NULL,
      .n_books = self->books != NULL && !calm ? self->books->len : 0,
      .greeting = find_greeting (self, earlier),
      .calm = calm,
      .reminder = reminder,
      .now = now,
      .idle_usec = measure_idle (self),
      /* Another try at the same reply is another request. */
      .seed = seed * 1000003 + turns->len + n_earlier + (guint64) lueur_message_get_swipe_index (self->reply) * 7919,
      .conversation_seed = seed,
  });
}

static void
on_earlier_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurChatSession *self = g_task_get_source_object (task);
  Compose *what = g_task_get_task_data (task);
  g_autoptr (GPtrArray) rows = lueur_library_read_earlier_finish (LUEUR_LIBRARY (source), result, NULL);
  g_autoptr (GArray) turns = NULL;
  guint n = rows != NULL ? rows->len : 0;
  guint loaded = g_list_model_get_n_items (G_LIST_MODEL (self->conversation));

  if (g_task_return_error_if_cancelled (task))
    return;
  turns = lueur_turns_prepend (rows, what->turns);
  g_task_return_pointer (task,
                         compose (self, what, turns, rows,
                                  lueur_conversation_get_n_messages (self->conversation)
                                      - MIN (lueur_conversation_get_n_messages (self->conversation), loaded + n)),
                         (GDestroyNotify) lueur_prompt_unref);
}

static gboolean
wants_whole_talk (LueurChatSession *self)
{
  for (guint i = 0; self->books != NULL && i < self->books->len; i++)
    if (((const LueurBook *) self->books->pdata[i])->whole_talk)
      return TRUE;
  return FALSE;
}

/* Écho answers to what is said now, and reads no books. A book may ask for what was said long ago. */
static void
read_earlier (LueurChatSession *self, GTask *task)
{
  LueurSettings *settings = lueur_context_get_settings (self->context);
  Compose *what = g_task_get_task_data (task);
  guint context = get_uint (settings, "context-tokens"), reply = get_uint (settings, "reply-tokens"), wanted = 0;

  if (!self->scripted && wants_whole_talk (self))
    wanted = MAX_EARLIER;
  else if (!self->scripted)
    wanted = count_wanted (what->turns, context > reply ? context - reply : 0);
  lueur_library_read_earlier_async (lueur_context_get_library (self->context), self->conversation, wanted,
                                    g_task_get_cancellable (task), on_earlier_read, task);
}

static void
unref_bytes (gpointer data)
{
  g_bytes_unref (data);
}

static void
unref_book (gpointer data)
{
  lueur_book_unref (data);
}

/* A card may be large, and its book of a thousand patterns. */
static void
parse_books (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GPtrArray *files = data;
  GPtrArray *books = g_ptr_array_new_with_free_func (unref_book);

  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr (LueurCard) card = lueur_card_new_from_bytes (files->pdata[i], NULL);
      LueurBook *book = card != NULL ? lueur_book_new_from_card (card) : NULL;

      if (book != NULL)
        g_ptr_array_add (books, book);
    }
  g_task_return_pointer (task, books, (GDestroyNotify) g_ptr_array_unref);
}

static void
on_books_parsed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurChatSession *self = g_task_get_source_object (task);
  GPtrArray *books = g_task_propagate_pointer (G_TASK (result), NULL);

  if (g_task_return_error_if_cancelled (task))
    {
      g_clear_pointer (&books, g_ptr_array_unref);
      return;
    }
  g_clear_pointer (&self->books, g_ptr_array_unref);
  self->books = books;
  read_earlier (self, g_steal_pointer (&task));
}

/* Its card's first, as it was there first. */
static void
on_books_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurChatSession *self = g_task_get_source_object (task);
  Compose *what = g_task_get_task_data (task);
  g_autoptr (GPtrArray) rows = lueur_library_read_books_finish (LUEUR_LIBRARY (source), result, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (unref_bytes);
  g_autoptr (GTask) parse = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (rows == NULL)
    {
      /* The disk refused: the next turn asks again. */
      read_earlier (self, g_steal_pointer (&task));
      return;
    }
  if (what->card != NULL)
    g_ptr_array_add (files, g_bytes_ref (what->card));
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (files, g_bytes_ref (((const LueurBookRow *) rows->pdata[i])->file));
  parse = g_task_new (NULL, g_task_get_cancellable (task), on_books_parsed, g_object_ref (task));
  g_task_set_task_data (parse, g_steal_pointer (&files), (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (parse, parse_books);
}

static void
on_card_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurChatSession *self = g_task_get_source_object (task);
  Compose *what = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  what->card = lueur_library_read_card_finish (LUEUR_LIBRARY (source), result, &error);
  if (g_task_return_error_if_cancelled (task))
    return;
  if (error != NULL)
    {
      read_earlier (self, g_steal_pointer (&task));
      return;
    }
  lueur_library_read_books_async (LUEUR_LIBRARY (source), lueur_conversation_get_persona (self->conversation),
                                  g_task_get_cancellable (task), on_books_read, g_object_ref (task));
}

void
lueur_turn_compose_async (LueurChatSession *self, LueurPersona *persona, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);
  Compose *what = g_new0 (Compose, 1);
  LueurLibrary *library = lueur_context_get_library (self->context);

  g_task_set_source_tag (task, lueur_turn_compose_async);
  what->persona = g_object_ref (persona);
  what->turns = lueur_turns_collect (self->conversation, self->reply);
  g_task_set_task_data (task, what, (GDestroyNotify) compose_free);
  if (self->scripted || (self->books != NULL && self->books_serial == lueur_library_get_books_serial (library)))
    read_earlier (self, task);
  else
    {
      self->books_serial = lueur_library_get_books_serial (library);
      g_clear_pointer (&self->books, g_ptr_array_unref);
      lueur_library_read_card_async (library, lueur_conversation_get_persona (self->conversation), cancellable,
                                     on_card_read, task);
    }
}

LueurPrompt *
lueur_turn_compose_finish (LueurChatSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
