/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The store's calls about the bin, and about what the person thinks of replies. */

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

static gint64
finish_id (LueurStore *self, GAsyncResult *result, gpointer tag, GError **error)
{
  g_autofree gint64 *id = finish_pointer (self, result, tag, error);

  return id != NULL ? *id : 0;
}

static gpointer
box_id (gint64 id)
{
  return id != 0 ? g_memdup2 (&id, sizeof id) : NULL;
}

/* --- The bin --- */

static gpointer
do_read_bin (LueurDatabase *db, gpointer request, GError **error)
{
  return lueur_verb_read_bin (db, error);
}

void
lueur_store_read_bin_async (LueurStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  lueur_store_read (self, do_read_bin, lueur_ask_new (), unref_array, FALSE, lueur_store_read_bin_async, cancellable,
                    callback, data);
}

GPtrArray *
lueur_store_read_bin_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, lueur_store_read_bin_async, error);
}

static gpointer
do_delete_message (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return box_id (lueur_verb_delete_message (db, ask->id, ask->now, error));
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
  return finish_id (self, result, lueur_store_delete_message_async, error);
}

static gpointer
do_restore_message (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return box_id (lueur_verb_restore_message (db, ask->id, error));
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
  return finish_id (self, result, lueur_store_restore_message_async, error);
}

/* --- The files that companions came in --- */

static gpointer
do_save_card (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return GINT_TO_POINTER (lueur_verb_save_card (db, ask->id, ask->bytes, ask->now, error));
}

void
lueur_store_save_card_async (LueurStore *self, gint64 persona, GBytes *file, gint64 now, GAsyncReadyCallback callback,
                             gpointer data)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->id = persona;
  ask->bytes = g_bytes_ref (file);
  ask->now = now;
  lueur_store_write (self, do_save_card, ask, NULL, lueur_store_save_card_async, callback, data);
}

gboolean
lueur_store_save_card_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, lueur_store_save_card_async, error) != NULL;
}

static gpointer
do_read_card (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return lueur_verb_read_card (db, ask->id, error);
}

void
lueur_store_read_card_async (LueurStore *self, gint64 persona, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer data)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->id = persona;
  lueur_store_read (self, do_read_card, ask, (GDestroyNotify) g_bytes_unref, FALSE, lueur_store_read_card_async,
                    cancellable, callback, data);
}

GBytes *
lueur_store_read_card_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, lueur_store_read_card_async, error);
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

/* --- What the person thinks --- */

static gpointer
do_set_opinion (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return GINT_TO_POINTER (lueur_verb_set_opinion (db, ask->opinion, error));
}

void
lueur_store_set_opinion_async (LueurStore *self, LueurOpinionRow *row, GAsyncReadyCallback callback, gpointer data)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->opinion = row;
  lueur_store_write (self, do_set_opinion, ask, NULL, lueur_store_set_opinion_async, callback, data);
}

gboolean
lueur_store_set_opinion_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, lueur_store_set_opinion_async, error) != NULL;
}

static gpointer
do_read_opinions (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return lueur_verb_read_opinions (db, ask->id, (guint) ask->n, error);
}

void
lueur_store_read_opinions_async (LueurStore *self, gint64 persona, guint limit, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->id = persona;
  ask->n = limit;
  lueur_store_read (self, do_read_opinions, ask, unref_array, FALSE, lueur_store_read_opinions_async, cancellable,
                    callback, data);
}

GPtrArray *
lueur_store_read_opinions_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, lueur_store_read_opinions_async, error);
}

static gpointer
do_read_review (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return lueur_verb_read_review (db, ask->id, ask->now, error);
}

void
lueur_store_read_review_async (LueurStore *self, gint64 persona, gint64 offset, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer data)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->id = persona;
  ask->now = offset;
  lueur_store_read (self, do_read_review, ask, (GDestroyNotify) lueur_review_row_free, FALSE,
                    lueur_store_read_review_async, cancellable, callback, data);
}

LueurReviewRow *
lueur_store_read_review_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, lueur_store_read_review_async, error);
}

static gpointer
do_set_review (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return GINT_TO_POINTER (lueur_verb_set_review (db, ask->review, error));
}

void
lueur_store_set_review_async (LueurStore *self, LueurReviewRow *row, GAsyncReadyCallback callback, gpointer data)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->review = row;
  lueur_store_write (self, do_set_review, ask, NULL, lueur_store_set_review_async, callback, data);
}

gboolean
lueur_store_set_review_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, lueur_store_set_review_async, error) != NULL;
}
