/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The store's calls, one after the other: what is asked is put into one value, and a verb takes it out again
 * on the thread that does it. */

#include "core/store/store-private.h"

#include "core/store/verbs.h"

static void
unref_array (gpointer array)
{
  g_ptr_array_unref (array);
}

static gpointer
finish_pointer (LueurStore *self, GAsyncResult *result, gpointer tag, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- What a start reads --- */

static gpointer
do_read_shelf (LueurDatabase *db, gpointer request, GError **error)
{
  return lueur_verb_read_shelf (db, error);
}

void
lueur_store_read_shelf_async (LueurStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  lueur_store_read (self, do_read_shelf, lueur_ask_new (), (GDestroyNotify) lueur_shelf_free, FALSE,
                    lueur_store_read_shelf_async, cancellable, callback, data);
}

LueurShelf *
lueur_store_read_shelf_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, lueur_store_read_shelf_async, error);
}

/* --- Companions --- */

static gpointer
do_save_persona (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;
  gint64 id = lueur_verb_save_persona (db, ask->persona, error);

  return id != 0 ? g_memdup2 (&id, sizeof id) : NULL;
}

void
lueur_store_save_persona_async (LueurStore *self, LueurPersonaRow *row, GAsyncReadyCallback callback, gpointer data)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->persona = row;
  lueur_store_write (self, do_save_persona, ask, g_free, lueur_store_save_persona_async, callback, data);
}

gint64
lueur_store_save_persona_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  g_autofree gint64 *id = finish_pointer (self, result, lueur_store_save_persona_async, error);

  return id != NULL ? *id : 0;
}

static gpointer
do_read_versions (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return lueur_verb_read_versions (db, ask->id, error);
}

void
lueur_store_read_versions_async (LueurStore *self, gint64 persona, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->id = persona;
  lueur_store_read (self, do_read_versions, ask, unref_array, FALSE, lueur_store_read_versions_async, cancellable,
                    callback, data);
}

GPtrArray *
lueur_store_read_versions_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, lueur_store_read_versions_async, error);
}

/* --- Who the person is --- */

static gpointer
do_save_person (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;
  gint64 id = lueur_verb_save_person (db, ask->person, error);

  return id != 0 ? g_memdup2 (&id, sizeof id) : NULL;
}

void
lueur_store_save_person_async (LueurStore *self, LueurPersonRow *row, GAsyncReadyCallback callback, gpointer data)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->person = row;
  lueur_store_write (self, do_save_person, ask, g_free, lueur_store_save_person_async, callback, data);
}

gint64
lueur_store_save_person_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  g_autofree gint64 *id = finish_pointer (self, result, lueur_store_save_person_async, error);

  return id != NULL ? *id : 0;
}

static gpointer
do_set_person (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return GINT_TO_POINTER (lueur_verb_set_person (db, ask->id, ask->other, error));
}

void
lueur_store_set_person_async (LueurStore *self, gint64 conversation, gint64 person, GAsyncReadyCallback callback,
                              gpointer data)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->id = conversation;
  ask->other = person;
  lueur_store_write (self, do_set_person, ask, NULL, lueur_store_set_person_async, callback, data);
}

gboolean
lueur_store_set_person_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, lueur_store_set_person_async, error) != NULL;
}

/* --- Conversations --- */

typedef struct
{
  gint64 conversation;
  gint64 message;
} Started;

static gpointer
do_start_conversation (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;
  Started *started;

  if (!lueur_verb_start_conversation_with (db, ask->conversation, ask->message, ask->messages, error))
    return NULL;
  started = g_new0 (Started, 1);
  started->conversation = ask->conversation->id;
  started->message = ask->message != NULL ? ask->message->id : 0;
  return started;
}

void
lueur_store_start_conversation_async (LueurStore *self, LueurConversationRow *row, LueurMessageRow *first,
                                      GPtrArray *others, GAsyncReadyCallback callback, gpointer data)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->conversation = row;
  ask->message = first;
  ask->messages = others;
  lueur_store_write (self, do_start_conversation, ask, g_free, lueur_store_start_conversation_async, callback, data);
}

gboolean
lueur_store_start_conversation_finish (LueurStore *self, GAsyncResult *result, gint64 *conversation, gint64 *message,
                                       GError **error)
{
  g_autofree Started *started = finish_pointer (self, result, lueur_store_start_conversation_async, error);

  if (started == NULL)
    return FALSE;
  if (conversation != NULL)
    *conversation = started->conversation;
  if (message != NULL)
    *message = started->message;
  return TRUE;
}

static gpointer
do_rename_conversation (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return lueur_verb_rename_conversation (db, ask->id, ask->text, error);
}

void
lueur_store_rename_conversation_async (LueurStore *self, gint64 id, const char *title, GAsyncReadyCallback callback,
                                       gpointer data)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->id = id;
  ask->text = g_strdup (title);
  lueur_store_write (self, do_rename_conversation, ask, g_free, lueur_store_rename_conversation_async, callback, data);
}

char *
lueur_store_rename_conversation_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, lueur_store_rename_conversation_async, error);
}

static gpointer
do_set_draft (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return GINT_TO_POINTER (lueur_verb_set_draft (db, ask->id, ask->text, ask->now, error));
}

void
lueur_store_set_draft (LueurStore *self, gint64 conversation, const char *text, gint64 now)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->id = conversation;
  ask->text = g_strdup (text);
  ask->now = now;
  lueur_store_write_aside (self, do_set_draft, ask, (GDestroyNotify) lueur_ask_free);
}

/* --- Messages --- */

static gpointer
do_read_page (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return lueur_verb_read_page (db, ask->id, ask->other, ask->n, error);
}

void
lueur_store_read_page_async (LueurStore *self, gint64 conversation, gint64 before, guint n, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->id = conversation;
  ask->other = before;
  ask->n = n;
  lueur_store_read (self, do_read_page, ask, (GDestroyNotify) lueur_page_free, FALSE, lueur_store_read_page_async,
                    cancellable, callback, data);
}

LueurPage *
lueur_store_read_page_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, lueur_store_read_page_async, error);
}

static gpointer
do_append_message (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;
  gboolean durable = ask->message->role == LUEUR_ROLE_USER;

  if (!lueur_verb_append_message (db, ask->message, ask->other, ask->text, ask->flag, durable, error))
    return NULL;
  return g_steal_pointer (&ask->message);
}

void
lueur_store_append_message_async (LueurStore *self, LueurMessageRow *row, gint64 sibling, const char *title,
                                  gboolean clear_draft, GAsyncReadyCallback callback, gpointer data)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->message = row;
  ask->other = sibling;
  ask->text = g_strdup (title);
  ask->flag = clear_draft;
  lueur_store_write (self, do_append_message, ask, (GDestroyNotify) lueur_message_row_free,
                     lueur_store_append_message_async, callback, data);
}

LueurMessageRow *
lueur_store_append_message_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, lueur_store_append_message_async, error);
}

static gpointer
do_select_swipe (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return lueur_verb_select_swipe (db, ask->id, ask->n, error);
}

void
lueur_store_select_swipe_async (LueurStore *self, gint64 message, int step, GAsyncReadyCallback callback,
                                gpointer data)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->id = message;
  ask->n = step;
  lueur_store_write (self, do_select_swipe, ask, (GDestroyNotify) lueur_page_free, lueur_store_select_swipe_async,
                     callback, data);
}

LueurPage *
lueur_store_select_swipe_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, lueur_store_select_swipe_async, error);
}

static gpointer
do_search (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return lueur_verb_search (db, ask->text, ask->n, error);
}

void
lueur_store_search_async (LueurStore *self, const char *words, guint limit, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer data)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->text = g_strdup (words);
  ask->n = limit;
  lueur_store_read (self, do_search, ask, unref_array, TRUE, lueur_store_search_async, cancellable, callback, data);
}

GPtrArray *
lueur_store_search_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, lueur_store_search_async, error);
}

/* --- Delete and erase --- */

static gpointer
do_set_deleted (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return GINT_TO_POINTER (lueur_verb_set_deleted (db, ask->kind, ask->id, ask->now, error));
}

void
lueur_store_set_deleted_async (LueurStore *self, LueurKind kind, gint64 id, gint64 deleted_at,
                               GAsyncReadyCallback callback, gpointer data)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->kind = kind;
  ask->id = id;
  ask->now = deleted_at;
  lueur_store_write (self, do_set_deleted, ask, NULL, lueur_store_set_deleted_async, callback, data);
}

gboolean
lueur_store_set_deleted_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, lueur_store_set_deleted_async, error) != NULL;
}

static gpointer
do_erase (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return GINT_TO_POINTER (lueur_verb_erase (db, ask->kind, ask->id, error));
}

void
lueur_store_erase_async (LueurStore *self, LueurKind kind, gint64 id, GAsyncReadyCallback callback, gpointer data)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->kind = kind;
  ask->id = id;
  lueur_store_write (self, do_erase, ask, NULL, lueur_store_erase_async, callback, data);
}

gboolean
lueur_store_erase_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, lueur_store_erase_async, error) != NULL;
}

static gpointer
do_purge (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return GINT_TO_POINTER (lueur_verb_purge (db, ask->now, ask->flag, error));
}

void
lueur_store_purge_async (LueurStore *self, gint64 now, gboolean all, GAsyncReadyCallback callback, gpointer data)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->now = now;
  ask->flag = all;
  lueur_store_write (self, do_purge, ask, NULL, lueur_store_purge_async, callback, data);
}

gboolean
lueur_store_purge_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, lueur_store_purge_async, error) != NULL;
}

/* --- The log of use --- */

static gpointer
do_add_usage (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return GINT_TO_POINTER (lueur_verb_add_usage (db, &ask->usage, ask->now, error));
}

void
lueur_store_add_usage (LueurStore *self, const LueurUsageRow *row, gint64 now)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->usage = *row;
  ask->now = now;
  lueur_store_write_aside (self, do_add_usage, ask, (GDestroyNotify) lueur_ask_free);
}

static gpointer
do_read_usage (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return lueur_verb_read_usage (db, ask->from, ask->to, error);
}

void
lueur_store_read_usage_async (LueurStore *self, int from, int to, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer data)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->from = from;
  ask->to = to;
  lueur_store_read (self, do_read_usage, ask, unref_array, FALSE, lueur_store_read_usage_async, cancellable, callback,
                    data);
}

GPtrArray *
lueur_store_read_usage_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, lueur_store_read_usage_async, error);
}

static gpointer
do_erase_usage (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return GINT_TO_POINTER (lueur_verb_erase_usage (db, ask->to, error));
}

void
lueur_store_erase_usage_async (LueurStore *self, int before, GAsyncReadyCallback callback, gpointer data)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->to = before;
  lueur_store_write (self, do_erase_usage, ask, NULL, lueur_store_erase_usage_async, callback, data);
}

gboolean
lueur_store_erase_usage_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, lueur_store_erase_usage_async, error) != NULL;
}
