/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The store's calls about lorebooks that were given to a companion. */

#include "core/store/store-private.h"
#include "core/store/verbs.h"

static gpointer
do_add_book (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return lueur_store_box_id (lueur_verb_add_book (db, ask->book, error));
}

void
lueur_store_add_book_async (LueurStore *self, LueurBookRow *row, GAsyncReadyCallback callback, gpointer data)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->book = row;
  lueur_store_write (self, do_add_book, ask, g_free, lueur_store_add_book_async, callback, data);
}

gint64
lueur_store_add_book_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return lueur_store_finish_id (self, result, lueur_store_add_book_async, error);
}

static gpointer
do_read_books (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return lueur_verb_read_books (db, ask->id, error);
}

void
lueur_store_read_books_async (LueurStore *self, gint64 persona, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer data)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->id = persona;
  lueur_store_read (self, do_read_books, ask, lueur_store_free_array, FALSE, lueur_store_read_books_async, cancellable,
                    callback, data);
}

GPtrArray *
lueur_store_read_books_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return lueur_store_finish (self, result, lueur_store_read_books_async, error);
}

static gpointer
do_remove_book (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return GINT_TO_POINTER (lueur_verb_remove_book (db, ask->id, error));
}

void
lueur_store_remove_book_async (LueurStore *self, gint64 id, GAsyncReadyCallback callback, gpointer data)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->id = id;
  lueur_store_write (self, do_remove_book, ask, NULL, lueur_store_remove_book_async, callback, data);
}

gboolean
lueur_store_remove_book_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return lueur_store_finish (self, result, lueur_store_remove_book_async, error) != NULL;
}
