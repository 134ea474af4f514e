/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Weeks of use, a clock that is wrong, a start anew. */

#include "wellbeing-fixture.h"

static void
test_restart (void)
{
  Fixture f;
  guint32 day;

  setup (&f, 10, 0);
  point (&f, 20 * MINUTE);
  stop (&f);
  g_assert_cmpuint (f.seconds_kept, ==, 20 * 60);
  lueur_fake_clock_advance (f.clock, MINUTE);
  start (&f);
  day = lueur_wellbeing_get_day (f.wellbeing);
  lueur_wellbeing_restore_day (f.wellbeing, day, f.seconds_kept);
  g_assert_cmpuint (lueur_wellbeing_get_today_seconds (f.wellbeing), ==, 20 * 60);
  point (&f, 10 * MINUTE);
  g_assert_true (nudge (&f));
  g_assert_cmpuint (lueur_wellbeing_get_today_seconds (f.wellbeing), ==, 30 * 60);
  teardown (&f);
}

static void
count_wakeups (gpointer object, GParamSpec *pspec, gpointer count)
{
  (*(guint *) count)++;
}

static void
test_idle_is_idle (void)
{
  Fixture f;
  guint notified = 0;

  setup (&f, 10, 0);
  point (&f, 10 * MINUTE);
  g_assert_cmpuint (lueur_fake_clock_get_n_timeouts (f.clock), ==, 0);
  g_signal_connect (f.wellbeing, "notify", G_CALLBACK (count_wakeups), &notified);
  /* Events without a second between them notify nobody. */
  for (guint i = 0; i < 100; i++)
    lueur_wellbeing_note_input (f.wellbeing, FALSE);
  g_assert_cmpuint (notified, ==, 0);
  teardown (&f);
}

/* Fourteen weeks in one person's life, over the change of clocks, with sleep, flights and a wrong clock. */
static void
live (const char *zone, int year, int month, int day)
{
  Fixture f;
  gint64 began = g_get_monotonic_time ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260328);
  guint nudges = 0, notices = 0, days_used = 0;
  guint expected = 0;

  setup (&f, 8, 0);
  lueur_wellbeing_set_focused (f.wellbeing, FALSE);
  lueur_fake_clock_set_zone (f.clock, zone);
  lueur_fake_clock_set_local (f.clock, year, month, day, 8, 0);
  /* A settled start: what the new date meant for an empty day is over. */
  lueur_wellbeing_set_focused (f.wellbeing, TRUE);
  lueur_wellbeing_set_focused (f.wellbeing, FALSE);
  lueur_fake_clock_suspend (f.clock, 24 * HOUR);
  f.seconds_kept = 0;

  for (guint d = 0; d < 14 * 7; d++)
    {
      guint sessions = (guint) g_rand_int_range (rand, 0, 4), today = 0;
      gboolean notice_seen = FALSE;
      gint64 midnight_to_come = lueur_clock_get_wall (LUEUR_CLOCK (f.clock));
      LueurMoment m = { .wall = midnight_to_come, .zone = lueur_clock_get_timezone (LUEUR_CLOCK (f.clock)) };
      gint64 end = lueur_day_next_start (m.wall, m.zone, NULL);

      g_time_zone_unref (m.zone);
      for (guint s = 0; s < sessions; s++)
        {
          guint length = (guint) g_rand_int_range (rand, 5, 70), before = lueur_wellbeing_get_nudge_id (f.wellbeing);

          lueur_wellbeing_set_focused (f.wellbeing, TRUE);
          notice_seen |= lueur_wellbeing_get_notice (f.wellbeing);
          /* Timers slept along with the machine; the first sign of life settles what stood. */
          g_assert_false (nudge (&f));
          use (&f, length * MINUTE, 30 * SECOND, g_rand_boolean (rand));
          lueur_wellbeing_set_focused (f.wellbeing, FALSE);
          today += length * 60;
          expected += length * 60;
          g_assert_cmpuint (lueur_wellbeing_get_today_seconds (f.wellbeing), ==, today);
          nudges += lueur_wellbeing_get_nudge_id (f.wellbeing) - before;
          if (length >= 31)
            g_assert_cmpuint (lueur_wellbeing_get_nudge_id (f.wellbeing), >, before);
          else if (length < 30)
            g_assert_cmpuint (lueur_wellbeing_get_nudge_id (f.wellbeing), ==, before);
          if (g_rand_boolean (rand))
            lueur_fake_clock_suspend (f.clock, 90 * MINUTE);
          else
            {
              lueur_fake_clock_advance (f.clock, 90 * MINUTE);
              g_assert_false (nudge (&f));
            }
        }
      if (sessions > 0)
        {
          days_used++;
          notices += notice_seen;
          g_assert_true (notice_seen);
        }
      /* Asleep until five hours after the day's start, whatever clocks do at night. */
      lueur_fake_clock_suspend (f.clock, end + 5 * HOUR - lueur_clock_get_wall (LUEUR_CLOCK (f.clock)));
      g_assert_cmpuint (lueur_wellbeing_get_today_seconds (f.wellbeing), ==, 0);
    }
  g_assert_cmpuint (f.seconds_kept, ==, expected);
  g_assert_cmpuint (notices, ==, days_used);
  g_assert_cmpuint (nudges, >, 50);
  g_test_message ("14 weeks in %s: %u minutes of use, %u nudges, %" G_GINT64_FORMAT " ms", zone, expected / 60, nudges,
                  (g_get_monotonic_time () - began) / 1000);
  teardown (&f);
}

static void
test_fourteen_weeks (void)
{
  live ("Europe/Paris", 2026, 2, 10);      /* over 29 March */
  live ("Europe/Paris", 2026, 9, 1);       /* over 25 October */
  live ("America/New_York", 2026, 2, 10);  /* over 8 March */
  live ("America/New_York", 2026, 9, 1);   /* over 1 November */
}

static void
test_odd_times (void)
{
  Fixture f;
  static const char *const zones[] = { "Europe/Paris", "America/New_York", "Asia/Tokyo", "Pacific/Auckland", "UTC" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint active_before = 0, before = 0, total = 0;
  gboolean focused = TRUE;

  setup (&f, 10, 0);
  for (guint i = 0; i < 5000; i++)
    {
      guint active, after;

      switch (g_rand_int_range (rand, 0, 12))
        {
        case 0:
          lueur_fake_clock_jump (f.clock, (gint64) g_rand_double_range (rand, -4e14, 4e14));
          break;
        case 1:
          lueur_fake_clock_suspend (f.clock, g_rand_int_range (rand, 0, 1000) * SECOND);
          break;
        case 2:
          lueur_fake_clock_set_zone (f.clock, zones[g_rand_int_range (rand, 0, G_N_ELEMENTS (zones))]);
          break;
        case 3:
          focused = g_rand_boolean (rand);
          lueur_wellbeing_set_focused (f.wellbeing, focused);
          break;
        default:
          lueur_fake_clock_advance (f.clock, g_rand_int_range (rand, 0, 200) * SECOND);
        }
      lueur_wellbeing_note_input (f.wellbeing, g_rand_boolean (rand));
      active = lueur_wellbeing_get_active_seconds (f.wellbeing);
      after = lueur_wellbeing_get_today_seconds (f.wellbeing);
      /* Whatever the clocks did, a step adds at most one gap, and nothing goes below zero. */
      g_assert_cmpuint (active, <=, active_before + 181);
      active_before = active;
      if (!focused)
        continue;
      g_assert_cmpuint (after, <=, before + 181);
      before = after;
      total = MAX (total, after);
    }
  g_assert_cmpuint (total, >, 0);
  teardown (&f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wellbeing/restart", test_restart);
  g_test_add_func ("/wellbeing/idle-is-idle", test_idle_is_idle);
  g_test_add_func ("/wellbeing/fourteen-weeks", test_fourteen_weeks);
  g_test_add_func ("/wellbeing/odd-times", test_odd_times);
  return g_test_run ();
}
