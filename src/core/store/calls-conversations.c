/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The store's calls about conversations and their messages. */

#include "core/store/store-private.h"
#include "core/store/verbs.h"

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
  return lueur_store_finish (self, result, lueur_store_read_shelf_async, error);
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
  g_autofree Started *started = lueur_store_finish (self, result, lueur_store_start_conversation_async, error);

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
  return lueur_store_finish (self, result, lueur_store_rename_conversation_async, error);
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
  return lueur_store_finish (self, result, lueur_store_read_page_async, error);
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
  return lueur_store_finish (self, result, lueur_store_append_message_async, error);
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
  return lueur_store_finish (self, result, lueur_store_select_swipe_async, error);
}

/* --- Search --- */

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
  lueur_store_read (self, do_search, ask, lueur_store_free_array, TRUE, lueur_store_search_async, cancellable,
                    callback, data);
}

GPtrArray *
lueur_store_search_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return lueur_store_finish (self, result, lueur_store_search_async, error);
}
