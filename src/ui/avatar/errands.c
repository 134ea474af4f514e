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

static guint holds;
static GQueue held = G_QUEUE_INIT; /* of Errand */

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

static void
begin (Errand *errand)
{
  static GThreadPool *pool;

  if (pool == NULL)
    pool = g_thread_pool_new (run, NULL, CLAMP ((int) g_get_num_processors () - 1, 1, MAX_THREADS), FALSE, NULL);
  g_thread_pool_push (pool, errand, NULL);
}

/**
 * lueur_errands_run:
 * @func: returns @task's result, like that of g_task_run_in_thread()
 *
 * Runs @func in a thread when its turn comes: one processor stays free, and errands wait for one another.
 * All of this file is called on the main thread.
 */
void
lueur_errands_run (GTask *task, GTaskThreadFunc func)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->task = g_object_ref (task);
  errand->func = func;
  if (holds > 0)
    g_queue_push_tail (&held, errand);
  else
    begin (errand);
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
  holds++;
}

void
lueur_errands_release (void)
{
  g_return_if_fail (holds > 0);

  holds--;
  while (holds == 0 && !g_queue_is_empty (&held))
    begin (g_queue_pop_head (&held));
}
