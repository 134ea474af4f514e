/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The store's calls about the bin, and about what is erased for good. */

#include "core/store/store-private.h"
#include "core/store/verbs.h"

/* --- The bin --- */

static gpointer
do_read_bin (LueurDatabase *db, gpointer request, GError **error)
{
  return lueur_verb_read_bin (db, error);
}

void
lueur_store_read_bin_async (LueurStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  lueur_store_read (self, do_read_bin, lueur_ask_new (), lueur_store_free_array, FALSE, lueur_store_read_bin_async,
                    cancellable,
                    callback, data);
}

GPtrArray *
lueur_store_read_bin_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return lueur_store_finish (self, result, lueur_store_read_bin_async, error);
}

static gpointer
do_delete_message (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return lueur_store_box_id (lueur_verb_delete_message (db, ask->id, ask->now, error));
}

void
lueur_store_delete_message_async (LueurStore *self, gint64 id, gint64 now, GAsyncReadyCallback callback, gpointer data)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->id = id;
  ask->now = now;
  lueur_store_write (self, do_delete_message, ask, g_free, lueur_store_delete_message_async, callback, data);
}

gint64
lueur_store_delete_message_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return lueur_store_finish_id (self, result, lueur_store_delete_message_async, error);
}

static gpointer
do_restore_message (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return lueur_store_box_id (lueur_verb_restore_message (db, ask->id, error));
}

void
lueur_store_restore_message_async (LueurStore *self, gint64 id, GAsyncReadyCallback callback, gpointer data)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->id = id;
  lueur_store_write (self, do_restore_message, ask, g_free, lueur_store_restore_message_async, callback, data);
}

gint64
lueur_store_restore_message_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return lueur_store_finish_id (self, result, lueur_store_restore_message_async, error);
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
  return lueur_store_finish (self, result, lueur_store_set_deleted_async, error) != NULL;
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
  return lueur_store_finish (self, result, lueur_store_erase_async, error) != NULL;
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
  return lueur_store_finish (self, result, lueur_store_purge_async, error) != NULL;
}

/* --- Whether writing works --- */

static gpointer
do_probe (LueurDatabase *db, gpointer request, GError **error)
{
  return GINT_TO_POINTER (lueur_verb_probe (db, error));
}

void
lueur_store_probe (LueurStore *self)
{
  lueur_store_write_aside (self, do_probe, lueur_ask_new (), (GDestroyNotify) lueur_ask_free);
}
