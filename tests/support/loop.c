/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <time.h>

#include "support/loop.h"

#define AWAIT_MS 10000
#define ASK_AGAIN_MS 20
/* What one turn counts at most: more than between two questions where there is nothing to do. */
#define TURN_MS 25

static void
set_flag (gpointer flag)
{
  *(gboolean *) flag = TRUE;
}

static gboolean
ask_again (gpointer nothing)
{
  return G_SOURCE_CONTINUE;
}

static gboolean
flag_is_set (gpointer flag)
{
  return *(const gboolean *) flag;
}

static gboolean
slot_is_filled (gpointer slot)
{
  return *(GAsyncResult **) slot != NULL;
}

gboolean
lueur_test_wait_until (LueurTestPredicate predicate, gpointer data, guint timeout_ms)
{
  gint64 left = (gint64) timeout_ms * 1000, now = g_get_monotonic_time ();
  GSource *again;

  if (predicate (data))
    return TRUE;

  again = g_timeout_source_new (ASK_AGAIN_MS);
  g_source_set_static_name (again, "lueur-test-ask-again");
  g_source_set_callback (again, ask_again, NULL, NULL);
  g_source_attach (again, NULL);
  while (!predicate (data) && left > 0)
    {
      gint64 before = now;

      g_main_context_iteration (NULL, TRUE);
      now = g_get_monotonic_time ();
      left -= MIN (now - before, TURN_MS * 1000);
    }
  g_source_destroy (again);
  g_source_unref (again);

  return predicate (data);
}

gboolean
lueur_test_wait_flag (const gboolean *flag, guint timeout_ms)
{
  return lueur_test_wait_until (flag_is_set, (gpointer) flag, timeout_ms);
}

void
lueur_test_spin (guint ms)
{
  gboolean never = FALSE;

  lueur_test_wait_flag (&never, ms);
}

void
lueur_test_drain (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

gint64
lueur_test_cpu_time (void)
{
  struct timespec used;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &used);
  return (gint64) used.tv_sec * G_USEC_PER_SEC + used.tv_nsec / 1000;
}

void
lueur_test_keep_result (GObject *source, GAsyncResult *result, gpointer slot)
{
  g_assert_null (*(GAsyncResult **) slot);
  *(GAsyncResult **) slot = g_object_ref (result);
}

void
lueur_test_await (GAsyncResult **slot)
{
  if (!lueur_test_wait_until (slot_is_filled, slot, AWAIT_MS))
    g_error ("an asynchronous call did not return within %d s", AWAIT_MS / 1000);
}

gboolean
lueur_test_wait_notify (gpointer object, const char *property, guint timeout_ms)
{
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);
  gboolean seen = FALSE;
  gulong handler = g_signal_connect_swapped (object, signal, G_CALLBACK (set_flag), &seen);

  lueur_test_wait_flag (&seen, timeout_ms);
  g_signal_handler_disconnect (object, handler);
  return seen;
}
