/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything out, and in. Export reads on a connection and a thread of its own, once all that was asked to be written is;
 * import writes where everything is written. */

#include "core/model/library-archive.h"

#include "core/model/library-private.h"
#include "core/store/database.h"
#include "core/store/store-private.h"

static gboolean
is_cancelled (gpointer data)
{
  return g_cancellable_is_cancelled (data);
}

/* --- Out ------------------------------------------------------------------------------------------------- */

typedef struct
{
  char *path;
  char *avatars;
  char *settings;
  char *language;
  char *database;
  gint64 now;
  LueurArchiveProgress *progress;
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_clear_pointer (&self->progress, lueur_archive_progress_unref);
  g_free (self->path);
  g_free (self->avatars);
  g_free (self->settings);
  g_free (self->language);
  g_free (self->database);
  g_free (self);
}

static void
run_export (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *job = data;
  LueurArchiveExport order = { job->path, job->avatars, job->settings, job->language, job->now };
  GError *error = NULL;
  g_autoptr (LueurDatabase) db = lueur_database_open (job->database, LUEUR_DATABASE_READER, &error);
  LueurArchiveSummary *summary = NULL;

  if (db != NULL)
    {
      if (cancellable != NULL)
        lueur_database_set_stop (db, is_cancelled, cancellable);
      summary = lueur_archive_write (db, &order, job->progress, cancellable, &error);
    }
  if (summary != NULL)
    g_task_return_pointer (task, summary, (GDestroyNotify) lueur_archive_summary_free);
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

  if (lueur_store_finish (LUEUR_STORE (source), result, lueur_library_export_async, &error) == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, run_export);
}

void
lueur_library_export_async (LueurLibrary *self, const LueurArchiveExport *order, LueurArchiveProgress *progress,
                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task;
  Export *job;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && order->path != NULL);

  task = g_task_new (self, cancellable, callback, data);
  job = g_new0 (Export, 1);
  job->path = g_strdup (order->path);
  job->avatars = g_strdup (order->avatars);
  job->settings = g_strdup (order->settings);
  job->language = g_strdup (order->language);
  job->database = g_strdup (lueur_store_get_path (self->store));
  job->now = order->now;
  job->progress = progress != NULL ? lueur_archive_progress_ref (progress) : NULL;
  g_task_set_source_tag (task, lueur_library_export_async);
  g_task_set_task_data (task, job, export_free);
  lueur_library_flush (self);
  lueur_store_write (self->store, do_nothing, lueur_ask_new (), NULL, lueur_library_export_async, on_all_written, task);
}

LueurArchiveSummary *
lueur_library_export_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- In -------------------------------------------------------------------------------------------------- */

typedef struct
{
  char *path;
  char *avatars;
  LueurArchiveFigureCheck check;
  gboolean without_records;
  gboolean replace;
  LueurArchiveProgress *progress;
  GCancellable *cancellable;
} Import;

static void
import_free (gpointer data)
{
  Import *self = data;

  g_clear_pointer (&self->progress, lueur_archive_progress_unref);
  g_clear_object (&self->cancellable);
  g_free (self->path);
  g_free (self->avatars);
  g_free (self);
}

static gpointer
do_import (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;
  const Import *job = ask->other_data;
  LueurArchiveImport order = { job->path, job->avatars, job->check, job->without_records, job->replace };

  return lueur_archive_import (db, &order, job->progress, job->cancellable, error);
}

static LueurShelf *
make_empty_shelf (void)
{
  LueurShelf *shelf = g_new0 (LueurShelf, 1);

  shelf->personas = g_ptr_array_new ();
  shelf->conversations = g_ptr_array_new ();
  shelf->persons = g_ptr_array_new ();
  return shelf;
}

static void
on_shelf_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurLibrary *self = g_task_get_source_object (task);
  const LueurArchiveAccount *account = g_object_get_data (G_OBJECT (task), "lueur-account");
  g_autoptr (LueurShelf) shelf = lueur_store_read_shelf_finish (LUEUR_STORE (source), result, NULL);

  /* It was taken in: where the lists cannot tell, the next start does. What is no more is shown no more in any case. */
  if (account->replaced)
    {
      if (shelf == NULL)
        shelf = make_empty_shelf ();
      lueur_library_show_shelf (self, shelf);
    }
  else if (shelf != NULL)
    {
      lueur_library_merge_persons (self, shelf->persons);
      lueur_library_merge_shelf (self, shelf);
    }
  g_task_return_pointer (task, g_object_steal_data (G_OBJECT (task), "lueur-account"),
                         (GDestroyNotify) lueur_archive_account_free);
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurLibrary *self = g_task_get_source_object (task);
  GError *error = NULL;
  LueurArchiveAccount *account = lueur_store_finish (LUEUR_STORE (source), result, lueur_library_import_async, &error);

  if (account == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_object_set_data_full (G_OBJECT (task), "lueur-account", account, (GDestroyNotify) lueur_archive_account_free);
  lueur_store_read_shelf_async (self->store, NULL, on_shelf_read, g_steal_pointer (&task));
}

void
lueur_library_import_async (LueurLibrary *self, const LueurArchiveImport *order, LueurArchiveProgress *progress,
                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task;
  LueurAsk *ask;
  Import *job;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && order->path != NULL);

  /* What was taken in stays, however late it was cancelled: the thread that does it says which. */
  task = g_task_new (self, NULL, callback, data);
  job = g_new0 (Import, 1);
  job->path = g_strdup (order->path);
  job->avatars = g_strdup (order->avatars);
  job->check = order->check;
  job->without_records = order->without_records;
  job->replace = order->replace;
  job->progress = progress != NULL ? lueur_archive_progress_ref (progress) : NULL;
  g_set_object (&job->cancellable, cancellable);
  g_task_set_source_tag (task, lueur_library_import_async);
  /* What stands in composers goes before it: after it there may be no such conversation any more. */
  lueur_library_flush (self);
  ask = lueur_ask_new ();
  ask->other_data = job;
  ask->other_free = import_free;
  lueur_store_write (self->store, do_import, ask, (GDestroyNotify) lueur_archive_account_free, lueur_library_import_async,
                     on_imported, task);
}

LueurArchiveAccount *
lueur_library_import_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
