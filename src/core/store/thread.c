/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/store/thread.h"

/* What a job is from the push to the reply. It has one owner at a time: the queue, the thread, the reply. */
typedef struct
{
  LueurThreadJob ask;
  GMainContext *context;
  gulong cancelled_handler;
  gpointer answer;
  GError *error;
  guint serial;    /* of the jobs that supersede each other; 0 for all others */
  gboolean end;    /* the last one */
  int cancelled;   /* atomic */
} Job;

struct _LueurStoreThread
{
  GAsyncQueue *queue;
  GMutex lock;
  GCond cond;
  char *path;
  LueurDatabaseMode mode;
  gatomicrefcount ref;
  guint serial; /* atomic: of the latest superseding job */
  gboolean ended; /* under lock */
};

/* What the thread asks itself while SQL runs. */
typedef struct
{
  LueurStoreThread *thread;
  Job *job;
} Run;

static void
job_free (Job *job)
{
  g_clear_error (&job->error);
  g_main_context_unref (job->context);
  g_clear_object (&job->ask.cancellable);
  g_free (job);
}

static void
thread_unref (LueurStoreThread *self)
{
  if (!g_atomic_ref_count_dec (&self->ref))
    return;
  g_async_queue_unref (self->queue);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->cond);
  g_free (self->path);
  g_free (self);
}

static gboolean
is_over (LueurStoreThread *self, Job *job)
{
  return g_atomic_int_get (&job->cancelled) ||
         (job->serial != 0 && job->serial < (guint) g_atomic_int_get (&self->serial));
}

static gboolean
must_stop (gpointer data)
{
  Run *run = data;

  return is_over (run->thread, run->job);
}

static void
on_cancelled (GCancellable *cancellable, gpointer data)
{
  Job *job = data;

  g_atomic_int_set (&job->cancelled, TRUE);
}

/* Where it was asked: whatever is no plain value is touched only here. */
static gboolean
deliver (gpointer data)
{
  Job *job = data;

  g_cancellable_disconnect (job->ask.cancellable, job->cancelled_handler);
  if (job->ask.reply != NULL)
    job->ask.reply (job->answer, job->error, job->ask.reply_data);
  return G_SOURCE_REMOVE;
}

static void
send_back (Job *job)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "lueur-store-reply");
  g_source_set_callback (source, deliver, job, (GDestroyNotify) job_free);
  g_source_attach (source, job->context);
}

static void
do_job (LueurStoreThread *self, LueurDatabase *db, Job *job)
{
  Run run = { self, job };

  if (is_over (self, job))
    g_set_error_literal (&job->error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "not wanted any more");
  else
    {
      lueur_database_set_stop (db, must_stop, &run);
      job->answer = job->ask.verb (db, job->ask.request, &job->error);
      lueur_database_set_stop (db, NULL, NULL);
    }
  if (job->ask.request_free != NULL)
    g_clear_pointer (&job->ask.request, job->ask.request_free);
}

static gpointer
work (gpointer data)
{
  LueurStoreThread *self = data;
  g_autoptr (GError) error = NULL;
  LueurDatabase *db = lueur_database_open (self->path, self->mode, &error);

  while (TRUE)
    {
      Job *job = g_async_queue_pop (self->queue);
      gboolean end = job->end;

      if (!end)
        {
          if (db != NULL)
            do_job (self, db, job);
          else
            {
              job->error = g_error_copy (error);
              if (job->ask.request_free != NULL)
                g_clear_pointer (&job->ask.request, job->ask.request_free);
            }
          send_back (job);
        }
      else
        job_free (job);
      if (end)
        break;
    }
  g_clear_pointer (&db, lueur_database_close);
  g_mutex_lock (&self->lock);
  self->ended = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->lock);
  thread_unref (self);
  return NULL;
}

/**
 * lueur_store_thread_new:
 * @name: of the thread
 * @path: of the database
 * @mode: of its connection
 *
 * Starts the thread, which opens the connection first. When that fails, every job ends with that error.
 */
LueurStoreThread *
lueur_store_thread_new (const char *name, const char *path, LueurDatabaseMode mode)
{
  LueurStoreThread *self = g_new0 (LueurStoreThread, 1);

  g_atomic_ref_count_init (&self->ref);
  self->queue = g_async_queue_new ();
  g_mutex_init (&self->lock);
  g_cond_init (&self->cond);
  self->path = g_strdup (path);
  self->mode = mode;
  g_atomic_ref_count_inc (&self->ref);
  g_thread_unref (g_thread_new (name, work, self));
  return self;
}

/**
 * lueur_store_thread_push:
 * @job: copied; what it points at is handed over
 */
void
lueur_store_thread_push (LueurStoreThread *self, const LueurThreadJob *ask)
{
  Job *job = g_new0 (Job, 1);

  job->ask = *ask;
  job->context = g_main_context_ref_thread_default ();
  if (ask->supersedes)
    job->serial = g_atomic_int_add ((int *) &self->serial, 1) + 1;
  if (ask->cancellable != NULL)
    {
      g_object_ref (ask->cancellable);
      job->cancelled_handler = g_cancellable_connect (ask->cancellable, G_CALLBACK (on_cancelled), job, NULL);
    }
  g_async_queue_push (self->queue, job);
}

gboolean
lueur_store_thread_end (LueurStoreThread *self, guint timeout_ms)
{
  gint64 deadline = g_get_monotonic_time () + timeout_ms * G_TIME_SPAN_MILLISECOND;
  Job *job = g_new0 (Job, 1);
  gboolean ended;

  job->end = TRUE;
  job->context = g_main_context_ref_thread_default ();
  g_async_queue_push (self->queue, job);
  g_mutex_lock (&self->lock);
  while (!self->ended && g_cond_wait_until (&self->cond, &self->lock, deadline))
    ;
  ended = self->ended;
  g_mutex_unlock (&self->lock);
  thread_unref (self);
  return ended;
}
