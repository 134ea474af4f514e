/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Work that pictures need, beside the main thread and never in its way. */

#include "ui/avatar/errands.h"

/* Threads at once, at most: a list of faces must not take a whole processor from the window it is in. */
#define MAX_THREADS 2

typedef struct
{
  GTask *task;
  GTaskThreadFunc func;
} Errand;

static guint holds; /* main thread only */

static void
run (gpointer data, gpointer nothing)
{
  Errand *errand = data;
  GTask *task = errand->task;

  if (!g_task_return_error_if_cancelled (task))
    errand->func (task, g_task_get_source_object (task), g_task_get_task_data (task), g_task_get_cancellable (task));
  g_object_unref (task);
  g_free (errand);
}

static int
n_threads (void)
{
  return CLAMP ((int) g_get_num_processors () - 1, 1, MAX_THREADS);
}

static GThreadPool *
get_pool (void)
{
  static GThreadPool *pool;

  if (pool == NULL)
    pool = g_thread_pool_new (run, NULL, holds > 0 ? 0 : n_threads (), FALSE, NULL);
  return pool;
}

/**
 * lueur_errands_run:
 * @func: returns @task's result, like that of g_task_run_in_thread()
 *
 * Runs @func in a thread when its turn comes: one processor stays free, and errands wait for one another.
 */
void
lueur_errands_run (GTask *task, GTaskThreadFunc func)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->task = g_object_ref (task);
  errand->func = func;
  g_thread_pool_push (get_pool (), errand, NULL);
}

/**
 * lueur_errands_hold:
 *
 * Lets nothing begin until as many calls of lueur_errands_release() came. A window that starts holds them until its
 * first frame is on the screen: words are there sooner, and faces no later.
 */
void
lueur_errands_hold (void)
{
  if (holds++ == 0)
    g_thread_pool_set_max_threads (get_pool (), 0, NULL);
}

void
lueur_errands_release (void)
{
  g_return_if_fail (holds > 0);

  if (--holds == 0)
    g_thread_pool_set_max_threads (get_pool (), n_threads (), NULL);
}
