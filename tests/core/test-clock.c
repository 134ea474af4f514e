/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/clock.h"
#include "support/fake-clock.h"
#include "support/loop.h"

#define SECOND ((gint64) G_USEC_PER_SEC)
#define HOUR (3600 * SECOND)

static void
set_flag (gpointer flag)
{
  *(gboolean *) flag = TRUE;
}

static void
test_real (void)
{
  g_autoptr (LueurClock) clock = lueur_clock_new ();
  g_autoptr (GDateTime) local = lueur_clock_get_local (clock);
  gint64 monotonic = lueur_clock_get_monotonic (clock);
  gboolean fired = FALSE, removed = FALSE;
  guint id;

  g_assert_cmpint (ABS (lueur_clock_get_wall (clock) - g_get_real_time ()), <, 5 * SECOND);
  g_assert_cmpint (ABS (g_date_time_to_unix_usec (local) - g_get_real_time ()), <, 5 * SECOND);
  g_assert_cmpint (lueur_clock_get_boottime (clock), >=, monotonic);

  g_assert_cmpuint (lueur_clock_add_timeout (clock, 20, set_flag, &fired), !=, 0);
  id = lueur_clock_add_timeout (clock, 10, set_flag, &removed);
  lueur_clock_remove_timeout (clock, id);
  g_assert_true (lueur_test_wait_flag (&fired, 5000));
  g_assert_false (removed);
  g_assert_cmpint (lueur_clock_get_monotonic (clock), >=, monotonic + 15000);

  /* Ids that have gone are nobody's. */
  lueur_clock_remove_timeout (clock, id);
  lueur_clock_remove_timeout (clock, 0);
}

typedef struct
{
  LueurClock *clock;
  GString *log;
  gint64 start;
  guint left;
} Trace;

static void
note (Trace *trace, const char *what)
{
  g_string_append_printf (trace->log, "%s@%" G_GINT64_FORMAT " ", what,
                          (lueur_clock_get_monotonic (trace->clock) - trace->start) / 1000);
}

static void
note_a (gpointer trace)
{
  note (trace, "a");
}

static void
note_b (gpointer trace)
{
  note (trace, "b");
}

static void
note_again (gpointer data)
{
  Trace *trace = data;

  note (trace, "again");
  if (--trace->left > 0)
    lueur_clock_add_timeout (trace->clock, 100, note_again, trace);
}

static void
test_fake_order (void)
{
  g_autoptr (LueurFakeClock) fake = lueur_fake_clock_new ("UTC", 2026, 1, 1, 12, 0);
  g_autoptr (GString) log = g_string_new (NULL);
  LueurClock *clock = LUEUR_CLOCK (fake);
  Trace trace = { clock, log, lueur_clock_get_monotonic (clock), 3 };
  guint id;

  lueur_clock_add_timeout (clock, 300, note_b, &trace);
  lueur_clock_add_timeout (clock, 150, note_a, &trace);
  lueur_clock_add_timeout (clock, 100, note_again, &trace);
  id = lueur_clock_add_timeout (clock, 120, note_b, &trace);
  lueur_clock_add_timeout (clock, 5000, note_a, &trace);
  lueur_clock_remove_timeout (clock, id);

  lueur_fake_clock_advance (fake, 99 * 1000);
  g_assert_cmpstr (log->str, ==, "");
  lueur_fake_clock_advance (fake, SECOND);
  /* "again" at 300 was added after "b" at 300, so it comes after it. */
  g_assert_cmpstr (log->str, ==, "again@100 a@150 again@200 b@300 again@300 ");
  g_assert_cmpuint (lueur_fake_clock_get_n_timeouts (fake), ==, 1);
  g_assert_cmpint (lueur_clock_get_monotonic (clock) - trace.start, ==, 1099 * 1000);
}

static void
test_fake_suspend_and_jump (void)
{
  g_autoptr (LueurFakeClock) fake = lueur_fake_clock_new ("Europe/Paris", 2026, 6, 1, 22, 30);
  LueurClock *clock = LUEUR_CLOCK (fake);
  gint64 wall = lueur_clock_get_wall (clock), monotonic = lueur_clock_get_monotonic (clock);
  gint64 boottime = lueur_clock_get_boottime (clock);
  gboolean fired = FALSE;

  lueur_clock_add_timeout (clock, 1000, set_flag, &fired);
  lueur_fake_clock_suspend (fake, HOUR);
  g_assert_false (fired);
  g_assert_cmpint (lueur_clock_get_wall (clock) - wall, ==, HOUR);
  g_assert_cmpint (lueur_clock_get_boottime (clock) - boottime, ==, HOUR);
  g_assert_cmpint (lueur_clock_get_monotonic (clock), ==, monotonic);

  lueur_fake_clock_jump (fake, -30 * HOUR);
  g_assert_cmpint (lueur_clock_get_wall (clock) - wall, ==, -29 * HOUR);
  g_assert_cmpint (lueur_clock_get_boottime (clock) - boottime, ==, HOUR);

  lueur_fake_clock_advance_seconds (fake, 1);
  g_assert_true (fired);
}

static void
test_fake_zone (void)
{
  g_autoptr (LueurFakeClock) fake = lueur_fake_clock_new ("Europe/Paris", 2026, 3, 29, 1, 30);
  LueurClock *clock = LUEUR_CLOCK (fake);
  g_autoptr (GDateTime) before = lueur_clock_get_local (clock), after = NULL, away = NULL;

  g_assert_cmpint (g_date_time_get_hour (before), ==, 1);
  /* That night clocks go from 02:00 to 03:00. */
  lueur_fake_clock_advance_seconds (fake, 3600);
  after = lueur_clock_get_local (clock);
  g_assert_cmpint (g_date_time_get_hour (after), ==, 3);
  g_assert_cmpint (g_date_time_get_minute (after), ==, 30);

  lueur_fake_clock_set_zone (fake, "America/New_York");
  away = lueur_clock_get_local (clock);
  g_assert_cmpint (g_date_time_get_hour (away), ==, 21);
  g_assert_cmpint (g_date_time_get_day_of_month (away), ==, 28);
}

static void
test_loop_deadline (void)
{
  gboolean never = FALSE;
  gint64 start = g_get_monotonic_time ();

  g_assert_false (lueur_test_wait_flag (&never, 30));
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 25 * 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clock/real", test_real);
  g_test_add_func ("/clock/fake/order", test_fake_order);
  g_test_add_func ("/clock/fake/suspend-and-jump", test_fake_suspend_and_jump);
  g_test_add_func ("/clock/fake/zone", test_fake_zone);
  g_test_add_func ("/clock/loop/deadline", test_loop_deadline);

  return g_test_run ();
}
