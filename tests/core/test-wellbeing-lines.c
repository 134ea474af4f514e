/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in a line of its own: late, the goal, and the notice that one talks to a program. */

#include "wellbeing-fixture.h"

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wellbeing/lines/late", test_late_line);
  g_test_add_func ("/wellbeing/lines/goal", test_goal);
  g_test_add_func ("/wellbeing/lines/goal-warning", test_goal_warning);
  g_test_add_func ("/wellbeing/lines/notice", test_notice);
  g_test_add_func ("/wellbeing/lines/notice-minor", test_notice_minor);
  return g_test_run ();
}
