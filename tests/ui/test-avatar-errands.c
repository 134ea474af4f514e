/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The threads that draw: how many there are, when they begin, what a cancelled errand costs. */

#include <gio/gio.h>

#include "support/loop.h"
#include "ui/avatar/errands.h"

typedef struct
{
  gint running, most, done;
  gboolean on_main;
  GThread *main;
} Tally;

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Tally *tally = data;
  gint now = g_atomic_int_add (&tally->running, 1) + 1, most = g_atomic_int_get (&tally->most);

  while (now > most && !g_atomic_int_compare_and_exchange (&tally->most, most, now))
    most = g_atomic_int_get (&tally->most);
  if (g_thread_self () == tally->main)
    tally->on_main = TRUE;
  g_usleep (20000);
  g_atomic_int_add (&tally->running, -1);
  g_task_return_boolean (task, TRUE);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  Tally *tally = data;

  g_assert_true (g_thread_self () == tally->main);
  tally->done++;
  g_task_propagate_boolean (G_TASK (result), NULL);
}

static void
run (Tally *tally, GCancellable *cancellable)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, on_done, tally);

  g_task_set_task_data (task, tally, NULL);
  lueur_errands_run (task, work);
}

static void
wait_for (Tally *tally, gint n)
{
  for (guint i = 0; i < 300 && tally->done < n; i++)
    lueur_test_spin (10);
  g_assert_cmpint (tally->done, ==, n);
}

/* All are run, none on the main thread, and never more than two at once. */
static void
test_all_run (void)
{
  Tally tally = { .main = g_thread_self () };

  for (guint i = 0; i < 20; i++)
    run (&tally, NULL);
  wait_for (&tally, 20);
  g_assert_false (tally.on_main);
  g_assert_cmpint (tally.most, >=, 1);
  g_assert_cmpint (tally.most, <=, 2);
}

/* Nothing begins while anybody holds; all of it does once the last lets go. */
static void
test_held (void)
{
  Tally tally = { .main = g_thread_self () };

  lueur_errands_hold ();
  lueur_errands_hold ();
  for (guint i = 0; i < 4; i++)
    run (&tally, NULL);
  lueur_test_spin (120);
  g_assert_cmpint (tally.done, ==, 0);
  g_assert_cmpint (tally.most, ==, 0);
  lueur_errands_release ();
  lueur_test_spin (120);
  g_assert_cmpint (tally.done, ==, 0);
  lueur_errands_release ();
  wait_for (&tally, 4);
}

/* What was cancelled before its turn came is answered for, and not run. */
static void
test_cancelled (void)
{
  Tally tally = { .main = g_thread_self () };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  lueur_errands_hold ();
  run (&tally, cancellable);
  run (&tally, NULL);
  g_cancellable_cancel (cancellable);
  lueur_errands_release ();
  wait_for (&tally, 2);
  g_assert_cmpint (tally.most, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/avatar/errands/all-run", test_all_run);
  g_test_add_func ("/avatar/errands/held", test_held);
  g_test_add_func ("/avatar/errands/cancelled", test_cancelled);
  return g_test_run ();
}
