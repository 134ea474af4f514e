/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The store's calls about companions: their fields, their versions, the files they came in, what the person thinks of
 * their replies; and about who the person is. */

#include "core/store/store-private.h"
#include "core/store/verbs.h"

/* --- Companions --- */

static gpointer
do_save_persona (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return lueur_store_box_id (lueur_verb_save_persona (db, ask->persona, error));
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
  return lueur_store_finish_id (self, result, lueur_store_save_persona_async, error);
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
  lueur_store_read (self, do_read_versions, ask, lueur_store_free_array, FALSE, lueur_store_read_versions_async,
                    cancellable,
                    callback, data);
}

GPtrArray *
lueur_store_read_versions_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return lueur_store_finish (self, result, lueur_store_read_versions_async, error);
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
  return lueur_store_finish (self, result, lueur_store_save_card_async, error) != NULL;
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
  return lueur_store_finish (self, result, lueur_store_read_card_async, error);
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
  return lueur_store_finish (self, result, lueur_store_set_opinion_async, error) != NULL;
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
  lueur_store_read (self, do_read_opinions, ask, lueur_store_free_array, FALSE, lueur_store_read_opinions_async,
                    cancellable,
                    callback, data);
}

GPtrArray *
lueur_store_read_opinions_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return lueur_store_finish (self, result, lueur_store_read_opinions_async, error);
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
  return lueur_store_finish (self, result, lueur_store_read_review_async, error);
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
  return lueur_store_finish (self, result, lueur_store_set_review_async, error) != NULL;
}

/* --- Who the person is --- */

static gpointer
do_save_person (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return lueur_store_box_id (lueur_verb_save_person (db, ask->person, error));
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
  return lueur_store_finish_id (self, result, lueur_store_save_person_async, error);
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
  return lueur_store_finish (self, result, lueur_store_set_person_async, error) != NULL;
}
