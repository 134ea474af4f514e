/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A conversation out: on a connection and a thread of its own, once all that was asked to be written is. */

#include "core/model/library-transcript.h"

#include "core/model/library-private.h"
#include "core/store/database.h"
#include "core/store/store-private.h"

typedef struct
{
  LueurTranscriptOrder order; /* its strings are ours */
  char *database;
  LueurArchiveProgress *progress;
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_clear_pointer (&self->progress, lueur_archive_progress_unref);
  g_free ((char *) self->order.path);
  g_free ((char *) self->order.language);
  g_free (self->database);
  g_free (self);
}

static gboolean
is_cancelled (gpointer data)
{
  return g_cancellable_is_cancelled (data);
}

static void
run_export (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *job = data;
  GError *error = NULL;
  g_autoptr (LueurDatabase) db = lueur_database_open (job->database, LUEUR_DATABASE_READER, &error);
  gint64 n = -1;

  if (db != NULL)
    {
      if (cancellable != NULL)
        lueur_database_set_stop (db, is_cancelled, cancellable);
      n = lueur_transcript_write (db, &job->order, job->progress, cancellable, &error);
    }
  if (n >= 0)
    g_task_return_int (task, n);
  else
    g_task_return_error (task, error);
}

static gpointer
do_nothing (LueurDatabase *db, gpointer request, GError **error)
{
  return GINT_TO_POINTER (TRUE);
}

static void
on_all_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (lueur_store_finish (LUEUR_STORE (source), result, lueur_library_export_conversation_async, &error) == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, run_export);
}

void
lueur_library_export_conversation_async (LueurLibrary *self, const LueurTranscriptOrder *order,
                                         LueurArchiveProgress *progress, GCancellable *cancellable,
                                         GAsyncReadyCallback callback, gpointer data)
{
  GTask *task;
  Export *job;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && order->path != NULL);

  task = g_task_new (self, cancellable, callback, data);
  job = g_new0 (Export, 1);
  job->order = *order;
  job->order.path = g_strdup (order->path);
  job->order.language = g_strdup (order->language);
  job->database = g_strdup (lueur_store_get_path (self->store));
  job->progress = progress != NULL ? lueur_archive_progress_ref (progress) : NULL;
  g_task_set_source_tag (task, lueur_library_export_conversation_async);
  /* What is whole by then stays, however late it was cancelled: the thread that writes it says which. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, export_free);
  lueur_library_flush (self);
  lueur_store_write (self->store, do_nothing, lueur_ask_new (), NULL, lueur_library_export_conversation_async,
                     on_all_written, task);
}

gint64
lueur_library_export_conversation_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);
  return g_task_propagate_int (G_TASK (result), error);
}
