/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the person thinks of replies, and of a companion as a whole. */

#include "core/model/library-private.h"

#include "core/model/message-private.h"
#include "core/model/text.h"

#define OPINIONS_MAX 500
#define OPINION_WORDS_MAX 1000
#define REASON_MAX 40

typedef struct
{
  LueurMessage *message;
  int before;
  char *reason_before;
} Opinion;

static void
opinion_free (Opinion *self)
{
  g_object_unref (self->message);
  g_free (self->reason_before);
  g_free (self);
}

static void
on_opinion_set (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurLibrary *self = g_task_get_source_object (task);
  Opinion *opinion = g_task_get_task_data (task);
  GError *error = NULL;

  if (lueur_store_set_opinion_finish (self->store, result, &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  lueur_message_set_opinion (opinion->message, opinion->before, opinion->reason_before);
  g_task_return_error (task, error);
}

void
lueur_library_set_opinion_async (LueurLibrary *self, LueurMessage *message, int thumb, const char *reason,
                                 const char *words, GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer data)
{
  LueurOpinionRow *row;
  Opinion *opinion;
  GTask *task;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_MESSAGE (message));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, lueur_library_set_opinion_async);
  opinion = g_new0 (Opinion, 1);
  opinion->message = g_object_ref (message);
  opinion->before = lueur_message_get_thumb (message);
  opinion->reason_before = g_strdup (lueur_message_get_thumb_reason (message));
  g_task_set_task_data (task, opinion, (GDestroyNotify) opinion_free);

  row = g_new0 (LueurOpinionRow, 1);
  row->message = lueur_message_get_id (message);
  row->thumb = CLAMP (thumb, -1, 1);
  row->reason = lueur_text_clean_line (reason, -1, REASON_MAX);
  row->words = lueur_text_clean (words, -1, OPINION_WORDS_MAX);
  row->created_at = lueur_clock_get_wall (self->clock);
  lueur_message_set_opinion (message, row->thumb, row->reason);
  lueur_store_set_opinion_async (self->store, row, on_opinion_set, task);
}

gboolean
lueur_library_set_opinion_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_opinions_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  GPtrArray *rows = lueur_store_read_opinions_finish (LUEUR_STORE (source), result, &error);

  if (rows != NULL)
    g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
lueur_library_read_opinions_async (LueurLibrary *self, LueurPersona *persona, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer data)
{
  GTask *task;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_PERSONA (persona));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, lueur_library_read_opinions_async);
  lueur_store_read_opinions_async (self->store, lueur_persona_get_id (persona), OPINIONS_MAX, cancellable,
                                   on_opinions_read, task);
}

GPtrArray *
lueur_library_read_opinions_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- How it goes --- */

static void
on_review_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  LueurReviewRow *row = lueur_store_read_review_finish (LUEUR_STORE (source), result, &error);

  if (row != NULL)
    g_task_return_pointer (task, row, (GDestroyNotify) lueur_review_row_free);
  else
    g_task_return_error (task, error);
}

void
lueur_library_read_review_async (LueurLibrary *self, LueurPersona *persona, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GDateTime) now = NULL;
  GTask *task;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_PERSONA (persona));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, lueur_library_read_review_async);
  now = lueur_clock_get_local (self->clock);
  lueur_store_read_review_async (self->store, lueur_persona_get_id (persona),
                                 now != NULL ? g_date_time_get_utc_offset (now) : 0, cancellable, on_review_read,
                                 task);
}

LueurReviewRow *
lueur_library_read_review_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
on_review_set (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (lueur_store_set_review_finish (LUEUR_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
lueur_library_set_review_async (LueurLibrary *self, LueurPersona *persona, const char *works, const char *bothers,
                                gint64 answered_at, gint64 wait_until, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data)
{
  LueurReviewRow *row;
  GTask *task;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_PERSONA (persona));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, lueur_library_set_review_async);
  row = g_new0 (LueurReviewRow, 1);
  row->persona = lueur_persona_get_id (persona);
  row->works = lueur_text_clean (works, -1, OPINION_WORDS_MAX);
  row->bothers = lueur_text_clean (bothers, -1, OPINION_WORDS_MAX);
  row->answered_at = answered_at;
  row->wait_until = wait_until;
  lueur_store_set_review_async (self->store, row, on_review_set, task);
}

gboolean
lueur_library_set_review_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
