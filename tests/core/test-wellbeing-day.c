/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When a day starts, and what it means to choose another hour: no day twice, none lost, no total that jumps. */

#include "core/wellbeing/time/day.h"
#include "core/wellbeing/wellbeing.h"
#include "support/fake-clock.h"

#define SECOND ((gint64) G_USEC_PER_SEC)
#define MINUTE (60 * SECOND)
#define HOUR (60 * MINUTE)

static const char *const zones[] = { "Europe/Paris", "America/New_York", "Australia/Lord_Howe", "America/Havana",
                                     "Africa/Cairo" };

static void
walk (GTimeZone *zone, const LueurDayStart *start, gint64 from, gint64 length, gint64 step)
{
  guint32 last = lueur_day_at (from, zone, start);

  for (gint64 wall = from; wall < from + length; wall += step)
    {
      guint32 day = lueur_day_at (wall, zone, start);
      gint64 next = lueur_day_next_start (wall, zone, start);

      g_assert_cmpuint (day, >=, last);
      g_assert_cmpuint (day, <=, last + 1);
      last = day;
      g_assert_cmpint (next, >, wall);
      g_assert_cmpint (next - wall, <=, 31 * HOUR);
      g_assert_cmpuint (lueur_day_at (next, zone, start), ==, day + 1);
      g_assert_cmpuint (lueur_day_at (next - 1, zone, start), ==, day);
    }
}

/* Both changes of clocks, and a plain night. */
static void
test_nights (void)
{
  static const int nights[][3] = { { 2026, 3, 28 }, { 2026, 10, 24 }, { 2026, 3, 7 }, { 2026, 10, 31 }, { 2026, 4, 4 },
                                   { 2026, 10, 3 }, { 2026, 4, 23 }, { 2026, 10, 29 }, { 2026, 7, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    for (guint k = 0; k < G_N_ELEMENTS (nights); k++)
      {
        g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zones[i]);
        g_autoptr (GDateTime) noon = g_date_time_new (zone, nights[k][0], nights[k][1], nights[k][2], 12, 0, 0);

        g_assert_nonnull (zone);
        for (guint hour = 0; hour <= LUEUR_DAY_HOUR_MAX; hour++)
          {
            LueurDayStart start;

            lueur_day_start_init (&start, hour, hour, 0);
            walk (zone, &start, g_date_time_to_unix_usec (noon), 36 * HOUR, 15 * MINUTE);
          }
      }
}

/* From every hour to every hour, chosen at any hour of the day: the day that runs keeps its name, and after it all is as if
 * it had never been otherwise. */
static void
test_choose (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Paris");

  for (guint month = 3; month <= 10; month += 7)
    for (guint old = 0; old <= LUEUR_DAY_HOUR_MAX; old++)
      for (guint hour = 0; hour <= LUEUR_DAY_HOUR_MAX; hour++)
        for (guint at = 0; at < 24; at++)
          {
            /* The last Sundays of March and October. */
            g_autoptr (GDateTime) when = g_date_time_new (zone, 2026, (int) month, month == 3 ? 28 : 24, (int) at, 30, 0);
            gint64 wall = g_date_time_to_unix_usec (when);
            LueurDayStart start, plain;
            guint32 before;

            lueur_day_start_init (&start, old, old, 0);
            lueur_day_start_init (&plain, hour, hour, 0);
            before = lueur_day_at (wall, zone, &start);
            g_assert_cmpint (lueur_day_start_choose (&start, hour, wall, zone), ==, old != hour);
            g_assert_cmpuint (lueur_day_at (wall, zone, &start), ==, before);
            /* What was recorded is not moved to another day. */
            g_assert_cmpuint (lueur_day_at (wall - 3 * 24 * HOUR, zone, &start), ==, before - 3);
            walk (zone, &start, wall, 60 * HOUR, HOUR);
            g_assert_cmpuint (lueur_day_at (wall + 72 * HOUR, zone, &start), ==,
                              lueur_day_at (wall + 72 * HOUR, zone, &plain));
          }
}

/* Once there and back within a day is as if nothing had been chosen; damage is mended. */
static void
test_changed_mind (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Paris");
  g_autoptr (GDateTime) noon = g_date_time_new (zone, 2026, 5, 4, 12, 0, 0);
  gint64 wall = g_date_time_to_unix_usec (noon);
  LueurDayStart start;

  lueur_day_start_init (&start, 3, 3, 0);
  for (guint hour = 4; hour <= 6; hour++)
    g_assert_true (lueur_day_start_choose (&start, hour, wall, zone));
  walk (zone, &start, wall, 48 * HOUR, 10 * MINUTE);
  g_assert_true (lueur_day_start_choose (&start, 3, wall + HOUR, zone));
  g_assert_cmpuint (start.until, ==, 0);
  g_assert_cmpint (lueur_day_next_start (wall, zone, &start) - wall, ==, 15 * HOUR);

  lueur_day_start_init (&start, 99, 99, G_MAXUINT32);
  g_assert_cmpuint (start.hour, ==, LUEUR_DAY_HOUR_MAX);
  g_assert_cmpuint (start.until, ==, 0);
  g_assert_false (lueur_day_start_choose (&start, 99, wall, zone));
}

/* --- In a session that goes on ----------------------------------------------------------------------- */

typedef struct
{
  LueurFakeClock *clock;
  LueurSettings *settings;
  GSettings *gsettings;
  LueurWellbeing *wellbeing;
  gint64 kept[8]; /* seconds, by days from the first on */
  guint32 first;
  guint n_late;
  guint n_notices;
  guint n_days;
  guint last_today;
} Life;

static void
keep (guint32 day, guint hour, gint64 companion, guint seconds, gpointer data)
{
  Life *life = data;

  g_assert_cmpuint (day, >=, life->first);
  g_assert_cmpuint (day - life->first, <, G_N_ELEMENTS (life->kept));
  life->kept[day - life->first] += seconds;
}

static void
start (Life *life)
{
  LueurUsageSink sink = { keep, life, NULL };

  life->wellbeing = lueur_wellbeing_new (LUEUR_CLOCK (life->clock), life->settings);
  lueur_wellbeing_set_sink (life->wellbeing, &sink);
}

static void
begin (Life *life, const char *zone, int month, int day, int hour)
{
  g_auto (GStrv) keys = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;

  *life = (Life){ .clock = lueur_fake_clock_new (zone, 2026, month, day, hour, 0), .settings = lueur_settings_new () };
  life->gsettings = lueur_settings_get_gsettings (life->settings);
  g_object_get (life->gsettings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (life->gsettings, keys[i]);
  start (life);
  life->first = lueur_wellbeing_get_day (life->wellbeing);
}

static void
end (Life *life)
{
  lueur_wellbeing_set_focused (life->wellbeing, FALSE);
  g_settings_reset (life->gsettings, "day-start");
  g_settings_reset (life->gsettings, "day-start-state");
  g_assert_finalize_object (life->wellbeing);
  g_assert_finalize_object (life->settings);
  g_assert_finalize_object (life->clock);
}

static void
use (Life *life, guint minutes)
{
  lueur_wellbeing_set_focused (life->wellbeing, TRUE);
  for (guint i = 0; i < minutes; i++)
    {
      gboolean late = lueur_wellbeing_get_line (life->wellbeing) == LUEUR_LINE_LATE;
      gboolean notice = lueur_wellbeing_get_notice (life->wellbeing);
      guint today;

      lueur_fake_clock_advance (life->clock, MINUTE);
      lueur_wellbeing_note_input (life->wellbeing, FALSE);
      life->n_late += !late && lueur_wellbeing_get_line (life->wellbeing) == LUEUR_LINE_LATE;
      life->n_notices += !notice && lueur_wellbeing_get_notice (life->wellbeing);
      today = lueur_wellbeing_get_today_seconds (life->wellbeing);
      /* A minute more, or a new day. */
      if (today != life->last_today + 60)
        {
          g_assert_cmpuint (today, <=, 60);
          life->n_days++;
        }
      life->last_today = today;
    }
}

static gint64
sum (const Life *life)
{
  gint64 all = 0;

  for (guint i = 0; i < G_N_ELEMENTS (life->kept); i++)
    all += life->kept[i];
  return all;
}

/* Later, in the middle of the night: the evening goes on to the new hour, once. */
static void
test_later (void)
{
  Life life;

  begin (&life, "Europe/Paris", 5, 4, 22);
  use (&life, 4 * 60); /* 02:00 */
  g_settings_set_uint (life.gsettings, "day-start", 5);
  use (&life, 2 * 60); /* 04:00 */
  g_assert_cmpuint (lueur_wellbeing_get_day (life.wellbeing), ==, life.first);
  g_assert_cmpuint (life.n_days, ==, 0);
  g_assert_cmpuint (life.n_late, ==, 1);
  use (&life, 2 * 60); /* 06:00 */
  g_assert_cmpuint (lueur_wellbeing_get_day (life.wellbeing), ==, life.first + 1);
  g_assert_cmpuint (life.n_days, ==, 1);
  g_assert_cmpuint (lueur_wellbeing_get_today_seconds (life.wellbeing), ==, 3600);
  use (&life, 24 * 60);
  g_assert_cmpuint (life.n_days, ==, 2);
  g_assert_cmpuint (life.n_late, ==, 2);
  lueur_wellbeing_set_focused (life.wellbeing, FALSE);
  g_assert_cmpint (life.kept[0], ==, 7 * 3600);
  g_assert_cmpint (life.kept[1], ==, 24 * 3600);
  g_assert_cmpint (life.kept[2], ==, 3600);
  g_assert_cmpint (sum (&life), ==, 32 * 3600);
  end (&life);
}

/* Earlier, at an hour that would be tomorrow already: today goes on as it began, over a restart too. */
static void
test_earlier (void)
{
  Life life;

  begin (&life, "Europe/Paris", 5, 4, 22);
  use (&life, 2 * 60 + 30); /* 00:30 */
  g_settings_set_uint (life.gsettings, "day-start", 0);
  use (&life, 30); /* 01:00 */
  g_assert_cmpuint (lueur_wellbeing_get_day (life.wellbeing), ==, life.first);
  lueur_wellbeing_set_focused (life.wellbeing, FALSE);
  g_assert_finalize_object (life.wellbeing);
  start (&life);
  g_assert_cmpuint (lueur_wellbeing_get_day (life.wellbeing), ==, life.first);
  lueur_wellbeing_restore_day (life.wellbeing, life.first, (guint) life.kept[0]);
  use (&life, 60); /* 02:00 */
  g_assert_cmpuint (lueur_wellbeing_get_today_seconds (life.wellbeing), ==, 4 * 3600);
  g_assert_cmpuint (life.n_days, ==, 0);
  g_assert_cmpuint (life.n_notices, <=, 2);
  g_assert_cmpuint (life.n_late, ==, 1);
  use (&life, 60 + 22 * 60); /* 01:00 of the day after: that one began at 03:00 and ended at midnight */
  lueur_wellbeing_set_focused (life.wellbeing, FALSE);
  g_assert_cmpuint (life.n_days, ==, 2);
  g_assert_cmpint (life.kept[0], ==, 5 * 3600);
  g_assert_cmpint (life.kept[1], ==, 21 * 3600);
  g_assert_cmpint (life.kept[2], ==, 3600);
  end (&life);
}

/* Changed while the program was not running: as if it had been just now. */
static void
test_while_away (void)
{
  Life life;

  begin (&life, "Europe/Paris", 5, 4, 22);
  use (&life, 60);
  lueur_wellbeing_set_focused (life.wellbeing, FALSE);
  g_assert_finalize_object (life.wellbeing);
  lueur_fake_clock_advance (life.clock, 5 * HOUR + 30 * MINUTE); /* 04:30 of the next day */
  g_settings_set_uint (life.gsettings, "day-start", 6);
  start (&life);
  g_assert_cmpuint (lueur_wellbeing_get_day (life.wellbeing), ==, life.first + 1);
  lueur_fake_clock_advance (life.clock, 24 * HOUR);
  g_assert_cmpuint (lueur_wellbeing_get_day (life.wellbeing), ==, life.first + 1);
  lueur_fake_clock_advance (life.clock, 2 * HOUR);
  g_assert_cmpuint (lueur_wellbeing_get_day (life.wellbeing), ==, life.first + 2);

  /* A change that a wrong clock dated into the future holds nothing up. */
  g_settings_set (life.gsettings, "day-start-state", "(uuu)", 6, 1, lueur_wellbeing_get_day (life.wellbeing) + 900);
  g_assert_finalize_object (life.wellbeing);
  start (&life);
  lueur_fake_clock_advance (life.clock, 22 * HOUR + 15 * MINUTE); /* 04:45: the day before, still */
  g_assert_cmpuint (lueur_wellbeing_get_day (life.wellbeing), ==, life.first + 2);
  end (&life);
}

/* The nights when clocks change, with the hour that is skipped, or comes twice, as the start. */
static void
test_clocks_change (void)
{
  static const struct
  {
    int month, day;
    guint evening; /* hours from 22:00 to 02:00, as they are lived */
  } nights[] = { { 3, 28, 4 }, { 10, 24, 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (nights); i++)
    {
      Life life;

      begin (&life, "Europe/Paris", nights[i].month, nights[i].day, 22);
      g_settings_set_uint (life.gsettings, "day-start", 2);
      /* The running day ends as it began, at 03:00: in March that is 02:00, in October an hour more. */
      use (&life, 12 * 60);
      lueur_wellbeing_set_focused (life.wellbeing, FALSE);
      g_assert_cmpuint (life.n_days, ==, 1);
      g_assert_cmpuint (life.n_late, ==, 1);
      g_assert_cmpint (life.kept[0], ==, (nights[i].month == 3 ? 4 : 6) * 3600);
      g_assert_cmpint (sum (&life), ==, 12 * 3600);
      end (&life);

      begin (&life, "Europe/Paris", nights[i].month, nights[i].day - 2, 12);
      g_settings_set_uint (life.gsettings, "day-start", 2);
      lueur_fake_clock_advance (life.clock, (2 * 24 + 10) * HOUR); /* 22:00 */
      life.first = lueur_wellbeing_get_day (life.wellbeing);
      use (&life, 12 * 60);
      lueur_wellbeing_set_focused (life.wellbeing, FALSE);
      g_assert_cmpuint (life.n_days, ==, 1);
      g_assert_cmpint (life.kept[0], ==, nights[i].evening * 3600);
      g_assert_cmpint (sum (&life), ==, 12 * 3600);
      end (&life);
    }
}

/* “Not today” keeps its word when the end of the day is put off: it holds for the day it was said on. */
static void
test_not_today (void)
{
  Life life;

  begin (&life, "Europe/Paris", 5, 4, 10);
  g_settings_set_uint (life.gsettings, "day-start", 6);
  use (&life, 31);
  g_assert_true (lueur_wellbeing_get_nudge (life.wellbeing));
  lueur_wellbeing_not_today (life.wellbeing);
  for (guint i = 0; i < 19 * 2; i++)
    {
      use (&life, 30);
      g_assert_false (lueur_wellbeing_get_nudge (life.wellbeing)); /* until 05:31 */
    }
  use (&life, 61); /* 06:32 */
  g_assert_true (lueur_wellbeing_get_nudge (life.wellbeing));
  end (&life);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wellbeing/day/nights", test_nights);
  g_test_add_func ("/wellbeing/day/choose", test_choose);
  g_test_add_func ("/wellbeing/day/changed-mind", test_changed_mind);
  g_test_add_func ("/wellbeing/day/later", test_later);
  g_test_add_func ("/wellbeing/day/earlier", test_earlier);
  g_test_add_func ("/wellbeing/day/while-away", test_while_away);
  g_test_add_func ("/wellbeing/day/clocks-change", test_clocks_change);
  g_test_add_func ("/wellbeing/day/not-today", test_not_today);
  return g_test_run ();
}
