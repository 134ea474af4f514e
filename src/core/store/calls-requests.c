/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The store's calls about what was sent for replies. */

#include "core/store/store-private.h"

#include "core/store/verbs.h"

static gpointer
do_save_request (LueurDatabase *db, gpointer request, GError **error)
{
  return GINT_TO_POINTER (lueur_verb_save_request (db, request, error));
}

void
lueur_store_save_request (LueurStore *self, LueurRequestRow *row)
{
  lueur_store_write_aside (self, do_save_request, row, (GDestroyNotify) lueur_request_row_free);
}

static gpointer
do_read_request (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return lueur_verb_read_request (db, ask->id, error);
}

void
lueur_store_read_request_async (LueurStore *self, gint64 message, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->id = message;
  lueur_store_read (self, do_read_request, ask, (GDestroyNotify) lueur_request_row_free, FALSE,
                    lueur_store_read_request_async, cancellable, callback, data);
}

LueurRequestRow *
lueur_store_read_request_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return lueur_store_finish (self, result, lueur_store_read_request_async, error);
}
