/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plain values around an archive. */

#include "core/exchange/archive/common.h"

G_DEFINE_QUARK (lueur-archive-error-quark, lueur_archive_error)

/* Atomics are as wide as an int everywhere: enough for a fraction. */
#define WHOLE 10000

struct _LueurArchiveProgress
{
  guint64 total; /* of the thread that works, alone */
  guint64 done;
  int fraction;  /* atomic */
};

LueurArchiveProgress *
lueur_archive_progress_new (void)
{
  return g_atomic_rc_box_new0 (LueurArchiveProgress);
}

LueurArchiveProgress *
lueur_archive_progress_ref (LueurArchiveProgress *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
lueur_archive_progress_unref (LueurArchiveProgress *self)
{
  g_atomic_rc_box_release (self);
}

/**
 * lueur_archive_progress_get_fraction:
 *
 * Returns: how much is done, [0, 1]; any thread may ask
 */
double
lueur_archive_progress_get_fraction (LueurArchiveProgress *self)
{
  return g_atomic_int_get (&self->fraction) / (double) WHOLE;
}

/* @self: (nullable) */
void
lueur_archive_progress_set_total (LueurArchiveProgress *self, guint64 total)
{
  if (self == NULL)
    return;
  self->total = total;
  self->done = 0;
  g_atomic_int_set (&self->fraction, 0);
}

/* @self: (nullable) */
void
lueur_archive_progress_advance (LueurArchiveProgress *self, guint64 n)
{
  if (self == NULL || self->total == 0)
    return;
  self->done = MIN (self->done + n, self->total);
  g_atomic_int_set (&self->fraction, (int) (self->done * (double) WHOLE / (double) self->total));
}

void
lueur_archive_summary_free (LueurArchiveSummary *self)
{
  g_free (self->made);
  g_free (self->program);
  g_free (self);
}

void
lueur_archive_account_free (LueurArchiveAccount *self)
{
  g_free (self->settings);
  g_free (self);
}

/* FALSE, for whoever returns it. */
gboolean
lueur_archive_fail (GError **error, LueurArchiveError code, const char *sentence)
{
  g_set_error_literal (error, LUEUR_ARCHIVE_ERROR, code, sentence);
  return FALSE;
}

gboolean
lueur_archive_fail_damaged (GError **error)
{
  return lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_DAMAGED, "A part of the archive is not as it should be.");
}

/* --- On a thread ---------------------------------------------------------------------------------------- */

typedef struct
{
  char *path;
  LueurArchiveProgress *progress; /* (nullable) */
} Check;

static void
check_free (gpointer data)
{
  Check *self = data;

  g_clear_pointer (&self->progress, lueur_archive_progress_unref);
  g_free (self->path);
  g_free (self);
}

static void
run_check (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Check *check = data;
  GError *error = NULL;
  LueurArchiveSummary *summary = lueur_archive_check (check->path, check->progress, cancellable, &error);

  if (summary != NULL)
    g_task_return_pointer (task, summary, (GDestroyNotify) lueur_archive_summary_free);
  else
    g_task_return_error (task, error);
}

void
lueur_archive_check_async (const char *path, LueurArchiveProgress *progress, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Check *check = g_new0 (Check, 1);

  check->path = g_strdup (path);
  check->progress = progress != NULL ? lueur_archive_progress_ref (progress) : NULL;
  g_task_set_source_tag (task, lueur_archive_check_async);
  g_task_set_task_data (task, check, check_free);
  g_task_run_in_thread (task, run_check);
}

LueurArchiveSummary *
lueur_archive_check_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
