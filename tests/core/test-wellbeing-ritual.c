/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/wellbeing/rituals/ritual-schedule.h"
#include "support/fake-clock.h"

#define SECOND ((gint64) G_USEC_PER_SEC)
#define MINUTE (60 * SECOND)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* A person with one ritual, and who looks whether it is due. */
typedef struct
{
  LueurFakeClock *clock;
  LueurRitualPlan plan;
  LueurRitualMark mark;
  guint fired;
} Life;

static LueurMoment
now (Life *life)
{
  LueurClock *clock = LUEUR_CLOCK (life->clock);
  g_autoptr (GTimeZone) zone = lueur_clock_get_timezone (clock);

  /* The clock keeps the zone alive. */
  return (LueurMoment){ lueur_clock_get_wall (clock), lueur_clock_get_monotonic (clock), lueur_clock_get_boottime (clock),
                        zone };
}

static Life
life_new (const char *zone, int year, int month, int day, int hour, int minute, guint chosen)
{
  return (Life){ .clock = lueur_fake_clock_new (zone, year, month, day, hour, minute), .plan = { .minute = chosen } };
}

static void
life_clear (Life *life)
{
  g_assert_finalize_object (life->clock);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Life, life_clear)

static gboolean
look (Life *life)
{
  LueurMoment m = now (life);
  guint32 day;

  lueur_ritual_mark_settle (&life->mark, &m);
  if (!lueur_ritual_is_due (&life->plan, &life->mark, &m, &day))
    return FALSE;
  lueur_ritual_mark_set (&life->mark, day, &m);
  life->fired++;
  return TRUE;
}

static gint64
next (Life *life)
{
  LueurMoment m = now (life);

  return lueur_ritual_next (&life->plan, &life->mark, &m);
}

/* Goes on to @usec from now, looking whenever it is said to be worth it; returns how many came. */
static guint
pass (Life *life, gint64 usec)
{
  guint before = life->fired;
  gint64 end = lueur_clock_get_wall (LUEUR_CLOCK (life->clock)) + usec;

  while (TRUE)
    {
      gint64 wall = lueur_clock_get_wall (LUEUR_CLOCK (life->clock)), to;

      look (life);
      to = next (life);
      g_assert_cmpint (to, >, wall);
      if (to > end)
        {
          lueur_fake_clock_advance (life->clock, end - wall);
          look (life);
          return life->fired - before;
        }
      lueur_fake_clock_advance (life->clock, to - wall);
    }
}

static void
assert_local (Life *life, gint64 wall, int day, int hour, int minute)
{
  g_autoptr (GTimeZone) zone = lueur_clock_get_timezone (LUEUR_CLOCK (life->clock));
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (wall);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);

  g_assert_cmpint (g_date_time_get_day_of_month (local), ==, day);
  g_assert_cmpint (g_date_time_get_hour (local), ==, hour);
  g_assert_cmpint (g_date_time_get_minute (local), ==, minute);
}

static void
test_once_a_day (void)
{
  g_auto (Life) life = life_new ("Europe/Paris", 2026, 5, 4, 7, 59, 8 * 60);

  g_assert_false (look (&life));
  assert_local (&life, next (&life), 4, 8, 0);
  lueur_fake_clock_advance (life.clock, MINUTE - 1);
  g_assert_false (look (&life));
  lueur_fake_clock_advance (life.clock, 1);
  g_assert_true (look (&life));
  g_assert_false (look (&life));
  assert_local (&life, next (&life), 5, 8, 0);
  g_assert_cmpuint (pass (&life, 10 * DAY), ==, 10);
  /* Another hour on the same day is for tomorrow. */
  life.plan.minute = 9 * 60;
  g_assert_cmpuint (pass (&life, 10 * HOUR), ==, 0);
  g_assert_cmpuint (pass (&life, DAY), ==, 1);
}

/* The day lasts until 03:00, and so does what was chosen for its end. */
static void
test_night_hours (void)
{
  static const guint minutes[] = { 0, 30, 179, 180, 1439 };

  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    {
      g_auto (Life) life = life_new ("Europe/Paris", 2026, 5, 4, 12, 0, minutes[i]);

      g_assert_cmpuint (pass (&life, 30 * DAY), ==, 30);
    }
}

static void
test_slept_over (void)
{
  g_auto (Life) life = life_new ("Europe/Paris", 2026, 5, 4, 7, 0, 8 * 60);

  /* Within two hours it is made up for, later it is left out. */
  lueur_fake_clock_suspend (life.clock, 2 * HOUR + 59 * MINUTE);
  g_assert_true (look (&life));
  lueur_fake_clock_suspend (life.clock, 24 * HOUR + MINUTE);
  g_assert_false (look (&life));
  assert_local (&life, next (&life), 6, 8, 0);
  /* Whole days of sleep are not made up for one by one. */
  lueur_fake_clock_suspend (life.clock, 9 * DAY + 23 * HOUR);
  g_assert_true (look (&life));
  g_assert_false (look (&life));
}

/* Turned on at 8:30 for 8:00: from tomorrow on. */
static void
test_not_made_up_for (void)
{
  g_auto (Life) life = life_new ("Europe/Paris", 2026, 5, 4, 8, 30, 8 * 60);

  life.plan.since = lueur_clock_get_wall (LUEUR_CLOCK (life.clock));
  g_assert_false (look (&life));
  assert_local (&life, next (&life), 5, 8, 0);
  g_assert_cmpuint (pass (&life, 7 * DAY), ==, 7);
  /* Asked for while the clock stood years ahead: that keeps nothing back. */
  life.plan.since = lueur_clock_get_wall (LUEUR_CLOCK (life.clock)) + 1000 * DAY;
  g_assert_cmpuint (pass (&life, 7 * DAY), ==, 7);
}

static void
test_clocks_change (void)
{
  static const struct
  {
    const char *zone;
    int year, month, day; /* clocks change in the night to this day */
    guint minute;
    int hour_shown, minute_shown;
  } cases[] = {
    { "Europe/Paris", 2026, 3, 29, 150, 3, 0 },         /* 02:30 does not exist */
    { "Europe/Paris", 2026, 10, 25, 150, 2, 30 },       /* 02:30 twice */
    { "America/New_York", 2026, 3, 8, 150, 3, 0 },
    { "America/New_York", 2026, 11, 1, 90, 1, 30 },
    { "Australia/Lord_Howe", 2026, 10, 4, 135, 2, 30 }, /* by half an hour: 02:15 does not exist */
    { "Australia/Lord_Howe", 2026, 4, 5, 105, 1, 45 },
    { "Europe/Paris", 2026, 3, 29, 480, 8, 0 },
    { "Europe/Paris", 2026, 10, 25, 480, 8, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Life) life = life_new (cases[i].zone, cases[i].year, cases[i].month, cases[i].day, 0, 1, cases[i].minute);

      life.plan.since = lueur_clock_get_wall (LUEUR_CLOCK (life.clock));
      assert_local (&life, next (&life), cases[i].day, cases[i].hour_shown, cases[i].minute_shown);
      g_assert_cmpuint (pass (&life, next (&life) - life.plan.since), ==, 1);
      g_assert_cmpuint (pass (&life, 20 * HOUR), ==, 0);
      g_assert_cmpuint (pass (&life, 7 * DAY - 19 * HOUR), ==, 7);
    }
}

static void
test_clock_set (void)
{
  const gint64 jumps[] = { -365 * DAY, 365 * DAY, -DAY, DAY, -3 * HOUR, 3 * HOUR, -5000 * DAY, 5000 * DAY };

  for (guint i = 0; i < G_N_ELEMENTS (jumps); i++)
    {
      g_auto (Life) life = life_new ("Europe/Paris", 2026, 5, 4, 7, 0, 8 * 60);

      /* Not a second time that day, however often its hour comes by. */
      g_assert_cmpuint (pass (&life, 90 * MINUTE), ==, 1);
      lueur_fake_clock_jump (life.clock, jumps[i]);
      g_assert_false (look (&life));
      lueur_fake_clock_set_wall (life.clock, lueur_ritual_moment (lueur_day_at (lueur_clock_get_wall (LUEUR_CLOCK (life.clock)),
                                                                                now (&life).zone, NULL),
                                                                  8 * 60, now (&life).zone));
      g_assert_false (look (&life));
      g_assert_cmpuint (pass (&life, 10 * HOUR), ==, 0);
      /* The day after, and every other one. */
      g_assert_cmpuint (pass (&life, 14 * HOUR), ==, 1);
      g_assert_cmpuint (pass (&life, 6 * DAY), ==, 6);
      /* Set right again, it goes on as before. */
      lueur_fake_clock_jump (life.clock, -jumps[i]);
      g_assert_cmpuint (pass (&life, 3 * DAY), >=, 2);
    }
}

/* What another run of the machine wrote down, under a clock that was in the future. */
static void
test_was_in_the_future (void)
{
  g_auto (Life) life = life_new ("Europe/Paris", 2026, 5, 4, 8, 5, 8 * 60);
  LueurMoment m = now (&life);

  life.mark = (LueurRitualMark){ m.wall + 1500 * DAY, 0, lueur_day_at (m.wall + 1500 * DAY, m.zone, NULL) };
  /* One is left out, then all is as it was. */
  g_assert_cmpuint (pass (&life, 12 * HOUR), ==, 0);
  g_assert_cmpuint (pass (&life, 7 * DAY), ==, 7);

  /* A boot clock of another boot says nothing. */
  life.mark.boottime = now (&life).boottime + DAY;
  g_assert_cmpuint (pass (&life, 7 * DAY), ==, 7);
  /* A day that is damaged does not silence it for ever. */
  life.mark.day = G_MAXUINT32;
  g_assert_cmpuint (pass (&life, 7 * DAY), >=, 6);
  life.mark = (LueurRitualMark){ G_MAXINT64, G_MAXINT64, 0 };
  g_assert_cmpuint (pass (&life, 7 * DAY), >=, 6);
  life.mark = (LueurRitualMark){ G_MININT64 / 2, 0, 0 };
  g_assert_cmpuint (pass (&life, 7 * DAY), ==, 7);
}

static void
test_travel (void)
{
  g_auto (Life) life = life_new ("Asia/Tokyo", 2026, 5, 4, 7, 0, 8 * 60);

  g_assert_cmpuint (pass (&life, 2 * HOUR), ==, 1);
  /* West, it is last evening there: this day had its word. */
  lueur_fake_clock_set_zone (life.clock, "America/New_York");
  g_assert_cmpuint (pass (&life, 23 * HOUR), ==, 0);
  g_assert_cmpuint (pass (&life, 15 * HOUR), ==, 1);
  /* East, the next morning comes eleven hours after the last: it waits for the twelfth. */
  lueur_fake_clock_set_zone (life.clock, "Asia/Tokyo");
  g_assert_cmpuint (pass (&life, 10 * HOUR - MINUTE), ==, 0);
  g_assert_cmpuint (pass (&life, 2 * MINUTE), ==, 1);
  g_assert_cmpuint (pass (&life, 5 * DAY), >=, 4);
}

static void
test_quiet_hours (void)
{
  g_auto (Life) life = life_new ("Europe/Paris", 2026, 5, 4, 20, 0, 21 * 60);

  life.plan.quiet = TRUE;
  life.plan.quiet_from = 22 * 60;
  life.plan.quiet_to = 8 * 60;
  /* Late for a sleep of the machine, in the quiet hours: left out. */
  lueur_fake_clock_suspend (life.clock, 2 * HOUR + MINUTE);
  g_assert_false (look (&life));
  g_assert_cmpuint (pass (&life, DAY), ==, 1);
  /* Chosen within them: that counts more. */
  life.plan.minute = 23 * 60 + 30;
  g_assert_cmpuint (pass (&life, 7 * DAY), ==, 6); /* today had its own */
  life.plan.minute = 7 * 60;
  g_assert_cmpuint (pass (&life, 7 * DAY), >=, 6);

  /* The night is quiet without being asked to. */
  life.plan.quiet = FALSE;
  life.plan.minute = 22 * 60 + 30;
  g_assert_cmpuint (pass (&life, 3 * DAY), >=, 2);
  lueur_fake_clock_set_local (life.clock, 2027, 5, 4, 22, 0);
  life.mark = (LueurRitualMark){ 0 };
  lueur_fake_clock_suspend (life.clock, 61 * MINUTE);
  g_assert_false (look (&life));
  lueur_fake_clock_set_local (life.clock, 2027, 5, 4, 22, 45);
  g_assert_true (look (&life));
}

static int
local_minute (Life *life)
{
  g_autoptr (GDateTime) local = lueur_clock_get_local (LUEUR_CLOCK (life->clock));

  return g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);
}

/* @days of a life without surprises but clocks that change: one a day, to the minute. */
static void
live_plainly (const char *zone, guint days, guint chosen)
{
  g_auto (Life) life = life_new (zone, 2026, 1, 5, 12, 0, chosen);
  guint odd = 0;
  guint32 last = 0;

  for (guint i = 0; i < days; i++)
    {
      gint64 at = next (&life);
      LueurMoment m;

      g_assert_cmpint (at - lueur_clock_get_wall (LUEUR_CLOCK (life.clock)), <, 26 * HOUR);
      lueur_fake_clock_advance (life.clock, at - lueur_clock_get_wall (LUEUR_CLOCK (life.clock)));
      g_assert_true (look (&life));
      m = now (&life);
      odd += local_minute (&life) != (int) chosen;
      g_assert_true (last == 0 || life.mark.day == last + 1);
      g_assert_cmpint (m.wall, ==, at);
      last = life.mark.day;
    }
  /* Only in the night when its hour is left out. */
  g_assert_cmpuint (odd, <=, days > 98 ? 1 : 0 + (chosen < 180));
}

/* The same with sleep, clocks set and flights, at random: never two within twelve hours of living, never two for one
 * day unless the calendar was turned back, never at an hour that was not chosen. */
static guint
live_wildly (const char *zone, guint days, guint chosen, guint32 seed)
{
  static const char *const zones[] = { "Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Tokyo",
                                       "Pacific/Auckland", "Pacific/Honolulu", "Asia/Kolkata", "America/St_Johns" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_auto (Life) life = life_new (zone, 2026, 1, 5, 12, 0, chosen);
  gint64 lived = now (&life).boottime, end = lived + days * DAY, last = 0;
  guint32 last_day = 0;
  gboolean turned_back = FALSE, first = TRUE;

  while (now (&life).boottime < end)
    {
      LueurMoment m = now (&life);
      gint64 step = MIN (next (&life) - m.wall, g_rand_int_range (rand, 1, 12 * 3600) * SECOND);

      g_assert_cmpint (step, >=, 0);
      switch (g_rand_int_range (rand, 0, 24))
        {
        case 0:
        case 1:
        case 2:
        case 3:
          lueur_fake_clock_suspend (life.clock, g_rand_int_range (rand, 1, 20 * 3600) * SECOND);
          break;
        case 4:
          step = g_rand_int_range (rand, -400, 400) * (g_rand_boolean (rand) ? DAY : HOUR) / 7;
          turned_back |= step < 0;
          lueur_fake_clock_jump (life.clock, step);
          break;
        case 5:
          lueur_fake_clock_set_zone (life.clock, zones[g_rand_int_range (rand, 0, G_N_ELEMENTS (zones))]);
          break;
        case 6:
          /* Another boot: its clock starts over, and what was written down has none. */
          life.mark.boottime = 0;
          break;
        default:
          lueur_fake_clock_advance (life.clock, step);
          break;
        }
      if (!look (&life))
        continue;
      m = now (&life);
      /* At the hour or at most two after it; where the clocks went on in between, the wall shows one more. */
      g_assert_cmpint ((local_minute (&life) - (int) chosen + 1440) % 1440, <=, 180);
      g_assert_cmpint (m.wall - lueur_ritual_moment (life.mark.day, chosen, m.zone), >=, 0);
      g_assert_cmpint (m.wall - lueur_ritual_moment (life.mark.day, chosen, m.zone), <, LUEUR_RITUAL_GRACE);
      if (!first)
        {
          g_assert_cmpint (m.boottime - last, >=, LUEUR_RITUAL_APART);
          g_assert_true (turned_back || life.mark.day > last_day);
        }
      first = FALSE;
      turned_back = FALSE;
      last = m.boottime;
      last_day = life.mark.day;
    }
  return life.fired;
}

static void
test_a_year (void)
{
  static const char *const zones[] = { "Europe/Paris", "America/New_York", "Australia/Lord_Howe" };
  static const guint chosen[] = { 8 * 60, 20 * 60 + 30, 150, 23 * 60 + 30 };
  gint64 began = g_get_monotonic_time ();
  guint fired = 0;

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    for (guint j = 0; j < G_N_ELEMENTS (chosen); j++)
      {
        live_plainly (zones[i], 98, chosen[j]);
        live_plainly (zones[i], 365, chosen[j]);
      }
  g_test_message ("463 days of 12 lives: %" G_GINT64_FORMAT " ms", (g_get_monotonic_time () - began) / 1000);
  began = g_get_monotonic_time ();
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    for (guint j = 0; j < G_N_ELEMENTS (chosen); j++)
      for (guint32 seed = 1; seed <= 8; seed++)
        {
          guint n = live_wildly (zones[i], 98, chosen[j], seed);

          /* Wild as it is, the rituals go on. */
          g_assert_cmpuint (n, >, 10);
          g_assert_cmpuint (n, <=, 98);
          fired += n;
        }
  g_test_message ("14 weeks of 96 wild lives, %u rituals: %" G_GINT64_FORMAT " ms", fired,
                  (g_get_monotonic_time () - began) / 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wellbeing/ritual/once-a-day", test_once_a_day);
  g_test_add_func ("/wellbeing/ritual/night-hours", test_night_hours);
  g_test_add_func ("/wellbeing/ritual/slept-over", test_slept_over);
  g_test_add_func ("/wellbeing/ritual/not-made-up-for", test_not_made_up_for);
  g_test_add_func ("/wellbeing/ritual/clocks-change", test_clocks_change);
  g_test_add_func ("/wellbeing/ritual/clock-set", test_clock_set);
  g_test_add_func ("/wellbeing/ritual/was-in-the-future", test_was_in_the_future);
  g_test_add_func ("/wellbeing/ritual/travel", test_travel);
  g_test_add_func ("/wellbeing/ritual/quiet-hours", test_quiet_hours);
  g_test_add_func ("/wellbeing/ritual/a-year", test_a_year);

  return g_test_run ();
}
