/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/wellbeing/wellbeing.h"
#include "support/fake-clock.h"

#define SECOND ((gint64) G_USEC_PER_SEC)
#define MINUTE (60 * SECOND)
#define HOUR (60 * MINUTE)

/* The real object with the real settings (in memory) under a clock of the test's own. */
typedef struct
{
  LueurFakeClock *clock;
  LueurSettings *settings;
  LueurWellbeing *wellbeing;
  guint seconds_kept;
  guint records;
} Fixture;

static void
keep (guint32 day, guint hour, gint64 companion, guint seconds, gpointer data)
{
  Fixture *f = data;

  g_assert_cmpuint (hour, <, 24);
  g_assert_cmpuint (seconds, >, 0);
  f->seconds_kept += seconds;
  f->records++;
}

static void
start (Fixture *f)
{
  LueurUsageSink sink = { keep, f, NULL };

  f->wellbeing = lueur_wellbeing_new (LUEUR_CLOCK (f->clock), f->settings);
  lueur_wellbeing_set_sink (f->wellbeing, &sink);
  lueur_wellbeing_set_focused (f->wellbeing, TRUE);
}

static void
stop (Fixture *f)
{
  g_assert_finalize_object (f->wellbeing);
  g_assert_cmpuint (lueur_fake_clock_get_n_timeouts (f->clock), ==, 0);
}

static void
setup (Fixture *f, int hour, int minute)
{
  GSettings *gsettings;
  g_auto (GStrv) keys = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;

  f->seconds_kept = f->records = 0;
  f->clock = lueur_fake_clock_new ("Europe/Paris", 2026, 5, 4, hour, minute);
  f->settings = lueur_settings_new ();
  gsettings = lueur_settings_get_gsettings (f->settings);
  g_object_get (gsettings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (gsettings, keys[i]);
  start (f);
}

static void
teardown (Fixture *f)
{
  stop (f);
  g_assert_finalize_object (f->settings);
  g_assert_finalize_object (f->clock);
}

/* Moves the pointer every 20 s for that long; types instead where @typing. */
static void
use (Fixture *f, gint64 length, gint64 every, gboolean typing)
{
  for (gint64 done = 0; done < length; done += every)
    {
      lueur_fake_clock_advance (f->clock, MIN (every, length - done));
      lueur_wellbeing_note_input (f->wellbeing, typing);
    }
}

static void
point (Fixture *f, gint64 length)
{
  use (f, length, 20 * SECOND, FALSE);
}

static void
type (Fixture *f, gint64 length)
{
  use (f, length, 2 * SECOND, TRUE);
}

static gboolean
nudge (Fixture *f)
{
  return lueur_wellbeing_get_nudge (f->wellbeing);
}

static void
test_after_thirty_minutes (void)
{
  Fixture f;

  setup (&f, 10, 0);
  point (&f, 30 * MINUTE - 20 * SECOND);
  g_assert_false (nudge (&f));
  point (&f, 20 * SECOND);
  g_assert_true (nudge (&f));
  g_assert_cmpuint (lueur_wellbeing_get_nudge_id (f.wellbeing), ==, 1);
  g_assert_cmpuint (lueur_wellbeing_get_active_seconds (f.wellbeing), ==, 30 * 60);

  /* Five minutes away: the suggestion goes by itself, with the window closed or not, and all begins anew. */
  lueur_fake_clock_advance (f.clock, 5 * MINUTE + SECOND);
  g_assert_false (nudge (&f));
  g_assert_cmpuint (lueur_wellbeing_get_active_seconds (f.wellbeing), ==, 0);
  lueur_wellbeing_note_input (f.wellbeing, FALSE);
  point (&f, 30 * MINUTE - 20 * SECOND);
  g_assert_false (nudge (&f));
  point (&f, 20 * SECOND);
  g_assert_true (nudge (&f));
  teardown (&f);
}

static void
test_absence_resets (void)
{
  Fixture f;

  setup (&f, 10, 0);
  for (int i = 0; i < 5; i++)
    {
      point (&f, 25 * MINUTE);
      lueur_fake_clock_advance (f.clock, 5 * MINUTE);
      lueur_wellbeing_note_input (f.wellbeing, FALSE);
      g_assert_false (nudge (&f));
    }
  /* Four minutes are no pause. */
  point (&f, 25 * MINUTE);
  lueur_fake_clock_advance (f.clock, 4 * MINUTE);
  lueur_wellbeing_note_input (f.wellbeing, FALSE);
  point (&f, 5 * MINUTE);
  g_assert_true (nudge (&f));
  teardown (&f);
}

static void
test_other_window (void)
{
  Fixture f;

  setup (&f, 10, 0);
  lueur_wellbeing_set_focused (f.wellbeing, FALSE);
  point (&f, 2 * HOUR);
  g_assert_cmpuint (lueur_wellbeing_get_today_seconds (f.wellbeing), ==, 0);
  lueur_wellbeing_set_focused (f.wellbeing, TRUE);
  lueur_wellbeing_set_locked (f.wellbeing, TRUE);
  point (&f, 2 * HOUR);
  g_assert_cmpuint (lueur_wellbeing_get_today_seconds (f.wellbeing), ==, 0);
  lueur_wellbeing_set_locked (f.wellbeing, FALSE);
  point (&f, 10 * MINUTE);
  g_assert_cmpuint (lueur_wellbeing_get_today_seconds (f.wellbeing), ==, 600);
  g_assert_false (nudge (&f));
  teardown (&f);
}

static void
test_waits_for_a_pause (void)
{
  Fixture f;

  setup (&f, 10, 0);
  point (&f, 30 * MINUTE - 20 * SECOND);
  type (&f, 60 * SECOND);
  g_assert_false (nudge (&f));
  /* It comes five seconds after the last key, without any further event. */
  lueur_fake_clock_advance (f.clock, 4900 * 1000);
  g_assert_false (nudge (&f));
  lueur_fake_clock_advance (f.clock, 200 * 1000);
  g_assert_true (nudge (&f));
  teardown (&f);

  /* Who never stops is told after two minutes. */
  setup (&f, 10, 0);
  point (&f, 30 * MINUTE - 20 * SECOND);
  type (&f, 20 * SECOND + 2 * MINUTE - 4 * SECOND);
  g_assert_false (nudge (&f));
  type (&f, 8 * SECOND);
  g_assert_true (nudge (&f));
  teardown (&f);
}

static void
test_waits_for_a_reply (void)
{
  Fixture f;

  setup (&f, 10, 0);
  point (&f, 29 * MINUTE);
  lueur_wellbeing_set_streaming (f.wellbeing, TRUE);
  point (&f, MINUTE + 40 * SECOND);
  g_assert_false (nudge (&f));
  lueur_wellbeing_set_streaming (f.wellbeing, FALSE);
  g_assert_true (nudge (&f));
  teardown (&f);

  setup (&f, 10, 0);
  point (&f, 29 * MINUTE);
  lueur_wellbeing_set_streaming (f.wellbeing, TRUE);
  point (&f, MINUTE);
  g_assert_false (nudge (&f));
  lueur_fake_clock_advance (f.clock, 2 * MINUTE + SECOND);
  g_assert_true (nudge (&f));
  teardown (&f);
}

static void
test_due_elsewhere (void)
{
  Fixture f;

  /* Due while typing, then away in another window: nothing follows the person there. */
  setup (&f, 10, 0);
  point (&f, 29 * MINUTE);
  type (&f, MINUTE);
  lueur_wellbeing_set_focused (f.wellbeing, FALSE);
  lueur_fake_clock_advance (f.clock, MINUTE);
  g_assert_false (nudge (&f));
  lueur_wellbeing_set_focused (f.wellbeing, TRUE);
  g_assert_true (nudge (&f));
  teardown (&f);
}

static void
test_postpone (void)
{
  Fixture f;

  setup (&f, 10, 0);
  point (&f, 30 * MINUTE);
  for (guint i = 1; i <= 40; i++)
    {
      g_assert_true (nudge (&f));
      g_assert_cmpuint (lueur_wellbeing_get_nudge_id (f.wellbeing), ==, i);
      lueur_wellbeing_postpone (f.wellbeing);
      g_assert_false (nudge (&f));
      point (&f, 5 * MINUTE - 20 * SECOND);
      g_assert_false (nudge (&f));
      point (&f, 20 * SECOND);
    }
  teardown (&f);
}

static void
test_take_break (void)
{
  Fixture f;

  setup (&f, 10, 0);
  point (&f, 30 * MINUTE);
  lueur_wellbeing_take_break (f.wellbeing);
  g_assert_false (nudge (&f));
  /* They stay all the same: nobody insists before a whole period. */
  point (&f, 29 * MINUTE + 40 * SECOND);
  g_assert_false (nudge (&f));
  point (&f, 20 * SECOND);
  g_assert_true (nudge (&f));
  teardown (&f);
}

static void
test_not_today (void)
{
  Fixture f;
  gint64 until;

  setup (&f, 10, 0);
  point (&f, 30 * MINUTE);
  lueur_wellbeing_not_today (f.wellbeing);
  g_assert_false (nudge (&f));
  g_object_get (f.settings, "nudge-silent-until", &until, NULL);
  g_assert_cmpint (until, ==, lueur_clock_get_wall (LUEUR_CLOCK (f.clock)) / SECOND + (16 * 60 + 30) * 60);
  point (&f, 3 * HOUR);
  g_assert_false (nudge (&f));

  /* It holds when the program is started again. */
  stop (&f);
  start (&f);
  point (&f, 13 * HOUR + 29 * MINUTE);
  g_assert_false (nudge (&f));
  /* 03:00: the day after starts with a whole period. */
  point (&f, 20 * MINUTE);
  g_assert_false (nudge (&f));
  point (&f, 12 * MINUTE);
  g_assert_true (nudge (&f));
  g_object_get (f.settings, "nudge-silent-until", &until, NULL);
  g_assert_cmpint (until, ==, 0);
  teardown (&f);
}

static void
test_silence_of_another_year (void)
{
  Fixture f;

  setup (&f, 10, 0);
  point (&f, 30 * MINUTE);
  lueur_wellbeing_not_today (f.wellbeing);
  /* The clock had been a year ahead: that silence is not to last a year. */
  lueur_fake_clock_jump (f.clock, -365 * 24 * HOUR);
  point (&f, 31 * MINUTE);
  g_assert_true (nudge (&f));
  teardown (&f);
}

static void
test_three_ignored (void)
{
  Fixture f;

  setup (&f, 10, 0);
  for (guint i = 1; i <= 3; i++)
    {
      point (&f, i == 1 ? 30 * MINUTE : 25 * MINUTE);
      g_assert_true (nudge (&f));
      g_assert_cmpuint (lueur_wellbeing_get_nudge_id (f.wellbeing), ==, i);
      point (&f, 4 * MINUTE + 40 * SECOND);
      g_assert_true (nudge (&f));
      point (&f, 20 * SECOND);
      g_assert_false (nudge (&f));
    }
  point (&f, 15 * HOUR);
  g_assert_cmpuint (lueur_wellbeing_get_nudge_id (f.wellbeing), ==, 3);
  /* It is 02:35 or so; at 03:00 tomorrow begins. */
  point (&f, HOUR);
  g_assert_cmpuint (lueur_wellbeing_get_nudge_id (f.wellbeing), ==, 4);
  teardown (&f);
}

static void
test_answers_end_the_row (void)
{
  Fixture f;

  setup (&f, 10, 0);
  for (guint i = 1; i <= 9; i++)
    {
      point (&f, i == 1 ? 30 * MINUTE : 25 * MINUTE);
      g_assert_cmpuint (lueur_wellbeing_get_nudge_id (f.wellbeing), ==, i);
      if (i % 3 == 0)
        {
          lueur_wellbeing_take_break (f.wellbeing);
          point (&f, 5 * MINUTE);
        }
      else
        point (&f, 5 * MINUTE);
      g_assert_false (nudge (&f));
    }
  teardown (&f);
}

static void
test_do_not_disturb (void)
{
  Fixture f;

  setup (&f, 10, 0);
  lueur_wellbeing_set_do_not_disturb (f.wellbeing, TRUE);
  point (&f, 50 * MINUTE);
  g_assert_false (nudge (&f));
  g_assert_cmpuint (lueur_wellbeing_get_active_seconds (f.wellbeing), ==, 50 * 60);
  lueur_wellbeing_set_do_not_disturb (f.wellbeing, FALSE);
  g_assert_true (nudge (&f));

  /* What was hidden meanwhile was not ignored. */
  lueur_wellbeing_set_do_not_disturb (f.wellbeing, TRUE);
  g_assert_false (nudge (&f));
  point (&f, 20 * MINUTE);
  lueur_wellbeing_set_do_not_disturb (f.wellbeing, FALSE);
  g_assert_true (nudge (&f));
  g_assert_cmpuint (lueur_wellbeing_get_nudge_id (f.wellbeing), ==, 1);
  teardown (&f);
}

static void
test_settings (void)
{
  Fixture f;

  setup (&f, 10, 0);
  g_object_set (f.settings, "nudge-minutes", 0, NULL);
  point (&f, 2 * HOUR);
  g_assert_false (nudge (&f));
  g_object_set (f.settings, "nudge-minutes", 10, NULL);
  point (&f, 20 * SECOND);
  g_assert_true (nudge (&f));
  g_object_set (f.settings, "nudge-minutes", 0, NULL);
  g_assert_false (nudge (&f));
  teardown (&f);
}

static void
test_late_line (void)
{
  Fixture f;
  guint times = 0;
  LueurLine before = LUEUR_LINE_NONE;

  setup (&f, 22, 0);
  g_assert_false (lueur_wellbeing_is_night (f.wellbeing));
  point (&f, 59 * MINUTE);
  g_assert_cmpint (lueur_wellbeing_get_line (f.wellbeing), ==, LUEUR_LINE_NONE);
  type (&f, 70 * SECOND);
  g_assert_cmpint (lueur_wellbeing_get_line (f.wellbeing), ==, LUEUR_LINE_NONE);
  lueur_fake_clock_advance (f.clock, 6 * SECOND);
  g_assert_cmpint (lueur_wellbeing_get_line (f.wellbeing), ==, LUEUR_LINE_LATE);
  g_assert_true (lueur_wellbeing_is_night (f.wellbeing));
  point (&f, 6 * MINUTE);
  g_assert_cmpint (lueur_wellbeing_get_line (f.wellbeing), ==, LUEUR_LINE_NONE);
  /* Once: not after midnight, not after a restart. */
  stop (&f);
  start (&f);
  for (guint i = 0; i < 22 * 60 * 3; i++)
    {
      LueurLine line;

      point (&f, 20 * SECOND);
      line = lueur_wellbeing_get_line (f.wellbeing);
      if (line != before && line == LUEUR_LINE_LATE)
        times++;
      before = line;
    }
  g_assert_cmpuint (times, ==, 0);
  /* The evening after. */
  point (&f, 2 * HOUR);
  g_object_set (f.settings, "nudge-minutes", 0, NULL);
  point (&f, HOUR);
  teardown (&f);

  setup (&f, 23, 30);
  g_settings_set_int (lueur_settings_get_gsettings (f.settings), "late-hour", -1);
  lueur_wellbeing_dismiss_line (f.wellbeing);
  point (&f, 3 * HOUR);
  g_assert_cmpint (lueur_wellbeing_get_line (f.wellbeing), ==, LUEUR_LINE_NONE);
  teardown (&f);
}

static void
test_goal (void)
{
  Fixture f;
  guint warned = 0;

  setup (&f, 10, 0);
  g_settings_set_uint (lueur_settings_get_gsettings (f.settings), "daily-goal-minutes", 60);
  g_settings_set_boolean (lueur_settings_get_gsettings (f.settings), "wind-down", TRUE);
  point (&f, 50 * MINUTE - 20 * SECOND);
  g_assert_cmpint (lueur_wellbeing_get_line (f.wellbeing), ==, LUEUR_LINE_NONE);
  for (guint i = 0; i < 3 * 60 * 3; i++)
    {
      LueurLine before = lueur_wellbeing_get_line (f.wellbeing);

      point (&f, 20 * SECOND);
      if (before == LUEUR_LINE_NONE && lueur_wellbeing_get_line (f.wellbeing) == LUEUR_LINE_GOAL)
        {
          warned++;
          g_assert_cmpuint (lueur_wellbeing_get_today_seconds (f.wellbeing), ==, 50 * 60);
        }
      g_assert_cmpint (lueur_wellbeing_get_wind_down (f.wellbeing), ==,
                       lueur_wellbeing_get_today_seconds (f.wellbeing) >= 3600);
    }
  g_assert_cmpuint (warned, ==, 1);
  lueur_wellbeing_end_wind_down (f.wellbeing);
  point (&f, HOUR);
  g_assert_false (lueur_wellbeing_get_wind_down (f.wellbeing));
  teardown (&f);

  /* Off by default. */
  setup (&f, 10, 0);
  point (&f, 5 * HOUR);
  g_assert_cmpint (lueur_wellbeing_get_line (f.wellbeing), ==, LUEUR_LINE_NONE);
  teardown (&f);
}

/* Earlier, if somebody wants to know earlier. */
static void
test_goal_warning (void)
{
  Fixture f;

  setup (&f, 10, 0);
  g_settings_set_uint (lueur_settings_get_gsettings (f.settings), "daily-goal-minutes", 60);
  g_settings_set_uint (lueur_settings_get_gsettings (f.settings), "goal-warning-minutes", 25);
  point (&f, 35 * MINUTE - 20 * SECOND);
  g_assert_cmpint (lueur_wellbeing_get_line (f.wellbeing), ==, LUEUR_LINE_NONE);
  point (&f, 20 * SECOND);
  g_assert_cmpint (lueur_wellbeing_get_line (f.wellbeing), ==, LUEUR_LINE_GOAL);
  g_assert_cmpuint (lueur_wellbeing_get_goal_warning_minutes (f.wellbeing), ==, 25);
  teardown (&f);
}

static void
test_notice (void)
{
  Fixture f;
  gint64 last = 0;

  setup (&f, 9, 0);
  g_assert_true (lueur_wellbeing_get_notice (f.wellbeing));
  point (&f, 10 * MINUTE);
  g_assert_false (lueur_wellbeing_get_notice (f.wellbeing));

  /* In use without a real pause: never more than three hours without it. */
  for (guint i = 0; i < 17 * 60 * 3; i++)
    {
      gint64 now;

      point (&f, 20 * SECOND);
      now = lueur_clock_get_boottime (LUEUR_CLOCK (f.clock));
      if (lueur_wellbeing_get_notice (f.wellbeing) || last == 0)
        last = now;
      g_assert_cmpint (now - last, <=, 3 * HOUR);
    }
  g_assert_cmpint (last, !=, 0);
  teardown (&f);

  /* Short sessions of one day: once. A restart within the day: not again. */
  setup (&f, 9, 0);
  point (&f, 12 * MINUTE);
  lueur_wellbeing_set_focused (f.wellbeing, FALSE);
  lueur_fake_clock_advance (f.clock, 4 * HOUR);
  lueur_wellbeing_set_focused (f.wellbeing, TRUE);
  g_assert_false (lueur_wellbeing_get_notice (f.wellbeing));
  stop (&f);
  start (&f);
  g_assert_false (lueur_wellbeing_get_notice (f.wellbeing));
  lueur_wellbeing_set_focused (f.wellbeing, FALSE);
  lueur_fake_clock_advance (f.clock, 20 * HOUR);
  lueur_wellbeing_set_focused (f.wellbeing, TRUE);
  g_assert_true (lueur_wellbeing_get_notice (f.wellbeing));
  teardown (&f);
}

/* To somebody who said that they are under 18, every hour; from the moment they say it, and after a restart. */
static void
test_notice_minor (void)
{
  Fixture f;
  gint64 last = 0;
  guint n = 0;

  setup (&f, 9, 0);
  g_object_set (f.settings, "adulthood", LUEUR_ADULTHOOD_MINOR, NULL);
  for (guint i = 0; i < 5 * 60 * 3; i++)
    {
      gboolean before = lueur_wellbeing_get_notice (f.wellbeing);
      gint64 now;

      point (&f, 20 * SECOND);
      now = lueur_clock_get_boottime (LUEUR_CLOCK (f.clock));
      n += !before && lueur_wellbeing_get_notice (f.wellbeing);
      if (lueur_wellbeing_get_notice (f.wellbeing) || last == 0)
        last = now;
      g_assert_cmpint (now - last, <=, HOUR);
      if (i == 400)
        {
          stop (&f);
          start (&f);
        }
    }
  g_assert_cmpuint (n, >=, 4);
  /* An adult has three hours. */
  g_object_set (f.settings, "adulthood", LUEUR_ADULTHOOD_ADULT, NULL);
  point (&f, 11 * MINUTE);
  n = 0;
  for (guint i = 0; i < 2 * 60 * 3; i++)
    {
      gboolean before = lueur_wellbeing_get_notice (f.wellbeing);

      point (&f, 20 * SECOND);
      n += !before && lueur_wellbeing_get_notice (f.wellbeing);
    }
  g_assert_cmpuint (n, ==, 0);
  teardown (&f);
}

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

/* How long it is put off, and how long it waits for who writes. */
static void
test_waits_are_editable (void)
{
  GSettings *gsettings;
  Fixture f;

  setup (&f, 10, 0);
  gsettings = lueur_settings_get_gsettings (f.settings);
  g_settings_set_uint (gsettings, "postpone-minutes", 12);
  g_assert_cmpuint (lueur_wellbeing_get_postpone_minutes (f.wellbeing), ==, 12);
  point (&f, 30 * MINUTE);
  g_assert_true (nudge (&f));
  lueur_wellbeing_postpone (f.wellbeing);
  point (&f, 12 * MINUTE - 20 * SECOND);
  g_assert_false (nudge (&f));
  point (&f, 20 * SECOND);
  g_assert_true (nudge (&f));
  teardown (&f);

  setup (&f, 10, 0);
  gsettings = lueur_settings_get_gsettings (f.settings);
  g_settings_set_uint (gsettings, "typing-pause-seconds", 20);
  point (&f, 30 * MINUTE - 20 * SECOND);
  type (&f, 60 * SECOND);
  lueur_fake_clock_advance (f.clock, 19900 * 1000);
  g_assert_false (nudge (&f));
  lueur_fake_clock_advance (f.clock, 200 * 1000);
  g_assert_true (nudge (&f));
  teardown (&f);

  setup (&f, 10, 0);
  gsettings = lueur_settings_get_gsettings (f.settings);
  g_settings_set_uint (gsettings, "typing-patience-seconds", 30);
  point (&f, 30 * MINUTE - 20 * SECOND);
  type (&f, 20 * SECOND + 26 * SECOND);
  g_assert_false (nudge (&f));
  type (&f, 8 * SECOND);
  g_assert_true (nudge (&f));
  teardown (&f);
}

/* What a person may set otherwise: the gap that counts as use, how many silences are an answer, when the night ends. */
static void
test_defaults_are_editable (void)
{
  GSettings *gsettings;
  Fixture f;

  setup (&f, 10, 0);
  gsettings = lueur_settings_get_gsettings (f.settings);
  use (&f, 20 * MINUTE, 4 * MINUTE, FALSE);
  g_assert_cmpuint (lueur_wellbeing_get_active_seconds (f.wellbeing), ==, 0);
  g_settings_set_uint (gsettings, "gap-seconds", 300);
  use (&f, 20 * MINUTE, 4 * MINUTE, FALSE);
  g_assert_cmpuint (lueur_wellbeing_get_active_seconds (f.wellbeing), ==, 20 * 60);
  g_settings_set_uint (gsettings, "nudges-ignored", 1);
  point (&f, 10 * MINUTE);
  g_assert_true (nudge (&f));
  point (&f, 120 * MINUTE);
  g_assert_false (nudge (&f));
  g_assert_cmpuint (lueur_wellbeing_get_nudge_id (f.wellbeing), ==, 1);
  lueur_fake_clock_set_local (f.clock, 2026, 5, 5, 8, 0);
  g_assert_false (lueur_wellbeing_is_night (f.wellbeing));
  g_settings_set_int (gsettings, "morning-hour", 9);
  g_assert_true (lueur_wellbeing_is_night (f.wellbeing));
  teardown (&f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wellbeing/nudge/after-thirty-minutes", test_after_thirty_minutes);
  g_test_add_func ("/wellbeing/nudge/absence-resets", test_absence_resets);
  g_test_add_func ("/wellbeing/nudge/other-window", test_other_window);
  g_test_add_func ("/wellbeing/nudge/waits-for-a-pause", test_waits_for_a_pause);
  g_test_add_func ("/wellbeing/nudge/waits-for-a-reply", test_waits_for_a_reply);
  g_test_add_func ("/wellbeing/nudge/due-elsewhere", test_due_elsewhere);
  g_test_add_func ("/wellbeing/nudge/postpone", test_postpone);
  g_test_add_func ("/wellbeing/nudge/take-break", test_take_break);
  g_test_add_func ("/wellbeing/nudge/not-today", test_not_today);
  g_test_add_func ("/wellbeing/nudge/silence-of-another-year", test_silence_of_another_year);
  g_test_add_func ("/wellbeing/nudge/three-ignored", test_three_ignored);
  g_test_add_func ("/wellbeing/nudge/answers-end-the-row", test_answers_end_the_row);
  g_test_add_func ("/wellbeing/nudge/do-not-disturb", test_do_not_disturb);
  g_test_add_func ("/wellbeing/nudge/settings", test_settings);
  g_test_add_func ("/wellbeing/lines/late", test_late_line);
  g_test_add_func ("/wellbeing/lines/goal", test_goal);
  g_test_add_func ("/wellbeing/lines/goal-warning", test_goal_warning);
  g_test_add_func ("/wellbeing/lines/notice", test_notice);
  g_test_add_func ("/wellbeing/lines/notice-minor", test_notice_minor);
  g_test_add_func ("/wellbeing/restart", test_restart);
  g_test_add_func ("/wellbeing/idle-is-idle", test_idle_is_idle);
  g_test_add_func ("/wellbeing/fourteen-weeks", test_fourteen_weeks);
  g_test_add_func ("/wellbeing/odd-times", test_odd_times);

  g_test_add_func ("/wellbeing/nudge/defaults-are-editable", test_defaults_are_editable);
  g_test_add_func ("/wellbeing/nudge/waits-are-editable", test_waits_are_editable);
  return g_test_run ();
}
