/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The store's calls for what the person keeps about themselves: minutes, things counted by day, small records. */

#include "core/store/store-private.h"
#include "core/store/verbs.h"

static LueurAsk *
ask_record (const char *kind, const char *key)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->record = g_new0 (LueurRecordRow, 1);
  ask->record->kind = g_strdup (kind);
  ask->record->key = g_strdup (key);
  return ask;
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
  lueur_store_read (self, do_read_usage, ask, lueur_store_free_array, FALSE, lueur_store_read_usage_async,
                    cancellable, callback,
                    data);
}

GPtrArray *
lueur_store_read_usage_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return lueur_store_finish (self, result, lueur_store_read_usage_async, error);
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
  return lueur_store_finish (self, result, lueur_store_erase_usage_async, error) != NULL;
}

/* --- Things counted by day --- */

static gpointer
do_add_tally (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return GINT_TO_POINTER (lueur_verb_add_tally (db, ask->tally, error));
}

void
lueur_store_add_tally (LueurStore *self, const char *kind, int day, const char *word, gint64 n, double sum)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->tally = g_new0 (LueurTallyRow, 1);
  *ask->tally = (LueurTallyRow){ g_strdup (kind), g_strdup (word), day, n, sum };
  lueur_store_write_aside (self, do_add_tally, ask, (GDestroyNotify) lueur_ask_free);
}

static gpointer
do_read_tallies (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return lueur_verb_read_tallies (db, ask->text, ask->from, ask->to, error);
}

void
lueur_store_read_tallies_async (LueurStore *self, const char *kind, int from, int to, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->text = g_strdup (kind);
  ask->from = from;
  ask->to = to;
  lueur_store_read (self, do_read_tallies, ask, lueur_store_free_array, FALSE, lueur_store_read_tallies_async,
                    cancellable,
                    callback, data);
}

GPtrArray *
lueur_store_read_tallies_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return lueur_store_finish (self, result, lueur_store_read_tallies_async, error);
}

/* --- Small records --- */

static gpointer
do_put_record (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return GINT_TO_POINTER (lueur_verb_put_record (db, ask->record, error));
}

void
lueur_store_put_record_async (LueurStore *self, const char *kind, const char *key, const char *body, gint64 now,
                              GAsyncReadyCallback callback, gpointer data)
{
  LueurAsk *ask = ask_record (kind, key);

  ask->record->body = g_strdup (body);
  ask->record->updated_at = now;
  lueur_store_write (self, do_put_record, ask, NULL, lueur_store_put_record_async, callback, data);
}

gboolean
lueur_store_put_record_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return lueur_store_finish (self, result, lueur_store_put_record_async, error) != NULL;
}

static gpointer
do_read_records (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return lueur_verb_read_records (db, ask->text, error);
}

void
lueur_store_read_records_async (LueurStore *self, const char *kind, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->text = g_strdup (kind);
  lueur_store_read (self, do_read_records, ask, lueur_store_free_array, FALSE, lueur_store_read_records_async,
                    cancellable,
                    callback, data);
}

GPtrArray *
lueur_store_read_records_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return lueur_store_finish (self, result, lueur_store_read_records_async, error);
}

static gpointer
do_erase_records (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return GINT_TO_POINTER (lueur_verb_erase_records (db, ask->record->kind, ask->record->key, error));
}

void
lueur_store_erase_records_async (LueurStore *self, const char *kind, const char *key, GAsyncReadyCallback callback,
                                 gpointer data)
{
  lueur_store_write (self, do_erase_records, ask_record (kind, key), NULL, lueur_store_erase_records_async, callback,
                     data);
}

gboolean
lueur_store_erase_records_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return lueur_store_finish (self, result, lueur_store_erase_records_async, error) != NULL;
}
