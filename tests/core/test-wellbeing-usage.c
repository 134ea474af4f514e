/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/wellbeing/time/usage.h"
#include "support/fake-clock.h"

#define SECOND ((gint64) G_USEC_PER_SEC)
#define MINUTE (60 * SECOND)
#define HOUR (60 * MINUTE)

/* A usage with its clock, and a book of what was told to be kept: [day][hour] in µs. */
typedef struct
{
  LueurFakeClock *clock;
  LueurUsage usage;
  GHashTable *book; /* day -> gint64[24] */
} Fixture;

static void
keep (guint32 day, guint hour, gint64 usec, gpointer data)
{
  Fixture *f = data;
  gint64 *hours = g_hash_table_lookup (f->book, GUINT_TO_POINTER (day));

  g_assert_cmpuint (hour, <, 24);
  g_assert_cmpint (usec, >, 0);
  if (hours == NULL)
    {
      hours = g_new0 (gint64, 24);
      g_hash_table_insert (f->book, GUINT_TO_POINTER (day), hours);
    }
  hours[hour] += usec;
}

static void
setup (Fixture *f, const char *zone, int year, int month, int day, int hour, int minute)
{
  f->clock = lueur_fake_clock_new (zone, year, month, day, hour, minute);
  f->book = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  lueur_usage_init (&f->usage, 5 * MINUTE, keep, f);
}

static void
teardown (Fixture *f)
{
  lueur_usage_clear (&f->usage);
  g_hash_table_unref (f->book);
  g_assert_finalize_object (f->clock);
}

/* The zone stays alive with the clock, which keeps it until it is given another. */
static LueurMoment
now (Fixture *f)
{
  LueurClock *clock = LUEUR_CLOCK (f->clock);
  g_autoptr (GTimeZone) zone = lueur_clock_get_timezone (clock);

  return (LueurMoment){ lueur_clock_get_wall (clock), lueur_clock_get_monotonic (clock), lueur_clock_get_boottime (clock),
                        zone };
}

static LueurUsageChange
event (Fixture *f)
{
  LueurMoment m = now (f);

  return lueur_usage_event (&f->usage, &m);
}

static LueurUsageChange
present (Fixture *f, gboolean is_present)
{
  LueurMoment m = now (f);

  return lueur_usage_set_present (&f->usage, is_present, &m);
}

static gint64
today (Fixture *f)
{
  LueurMoment m = now (f);

  return lueur_usage_get_today (&f->usage, &m);
}

/* @total of use, with an event every @every. */
static LueurUsageChange
use (Fixture *f, gint64 total, gint64 every)
{
  LueurUsageChange change = 0;

  for (gint64 done = 0; done < total; done += every)
    {
      lueur_fake_clock_advance (f->clock, MIN (every, total - done));
      change |= event (f);
    }
  return change;
}

static gint64
booked (Fixture *f, guint32 day)
{
  gint64 *hours = g_hash_table_lookup (f->book, GUINT_TO_POINTER (day)), sum = 0;

  for (guint i = 0; hours != NULL && i < 24; i++)
    sum += hours[i];
  return sum;
}

static gint64
booked_hour (Fixture *f, guint32 day, guint hour)
{
  gint64 *hours = g_hash_table_lookup (f->book, GUINT_TO_POINTER (day));

  return hours != NULL ? hours[hour] : 0;
}

static guint32
julian (int year, int month, int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

static void
test_gaps (void)
{
  Fixture f;

  setup (&f, "Europe/Paris", 2026, 5, 4, 10, 0);
  /* Nothing counts before the window has the focus. */
  lueur_fake_clock_advance (f.clock, MINUTE);
  g_assert_cmpuint (event (&f), ==, 0);
  g_assert_cmpint (f.usage.active, ==, 0);

  g_assert_cmpuint (present (&f, TRUE), ==, LUEUR_USAGE_SESSION | LUEUR_USAGE_DAY);
  use (&f, 180 * SECOND, 180 * SECOND); /* just within */
  g_assert_cmpint (f.usage.active, ==, 180 * SECOND);
  use (&f, 181 * SECOND, 181 * SECOND); /* just outside: the whole gap is left out */
  g_assert_cmpint (f.usage.active, ==, 180 * SECOND);
  use (&f, 10 * SECOND, SECOND / 2);
  g_assert_cmpint (f.usage.active, ==, 190 * SECOND);
  g_assert_cmpint (today (&f), ==, 190 * SECOND);
  g_assert_cmpint (booked (&f, f.usage.day), ==, 190 * SECOND);
  teardown (&f);
}

static void
test_focus_and_lock (void)
{
  Fixture f;

  setup (&f, "Europe/Paris", 2026, 5, 4, 10, 0);
  present (&f, TRUE);
  use (&f, 2 * MINUTE, 10 * SECOND);
  /* Going away is itself an event, what follows is not ours. */
  lueur_fake_clock_advance (f.clock, 20 * SECOND);
  present (&f, FALSE);
  g_assert_cmpint (f.usage.active, ==, 140 * SECOND);
  use (&f, 4 * MINUTE, 10 * SECOND);
  g_assert_cmpint (f.usage.active, ==, 140 * SECOND);
  /* The gap between leaving and coming back never counts, short as it may be. */
  present (&f, TRUE);
  g_assert_cmpint (f.usage.active, ==, 140 * SECOND);
  use (&f, MINUTE, 10 * SECOND);
  g_assert_cmpint (f.usage.active, ==, 200 * SECOND);
  present (&f, TRUE);
  g_assert_cmpint (f.usage.active, ==, 200 * SECOND);
  teardown (&f);
}

static void
test_pause (void)
{
  Fixture f;
  LueurMoment m;

  setup (&f, "Europe/Paris", 2026, 5, 4, 10, 0);
  present (&f, TRUE);
  use (&f, 20 * MINUTE, 30 * SECOND);

  lueur_fake_clock_advance (f.clock, 5 * MINUTE - SECOND);
  m = now (&f);
  g_assert_false (lueur_usage_check_absence (&f.usage, &m));
  g_assert_cmpuint (event (&f) & LUEUR_USAGE_PAUSED, ==, 0);
  g_assert_cmpint (f.usage.active, ==, 20 * MINUTE);

  lueur_fake_clock_advance (f.clock, 5 * MINUTE);
  m = now (&f);
  g_assert_cmpuint (event (&f) & LUEUR_USAGE_PAUSED, !=, 0);
  g_assert_cmpint (f.usage.active, ==, 0);
  g_assert_cmpint (today (&f), ==, 20 * MINUTE);

  /* Told by a timer, it is not told twice. */
  use (&f, MINUTE, 10 * SECOND);
  lueur_fake_clock_advance (f.clock, 6 * MINUTE);
  m = now (&f);
  g_assert_true (lueur_usage_check_absence (&f.usage, &m));
  g_assert_cmpint (f.usage.active, ==, 0);
  g_assert_cmpuint (event (&f) & LUEUR_USAGE_PAUSED, ==, 0);
  teardown (&f);
}

static void
test_session (void)
{
  Fixture f;

  setup (&f, "Europe/Paris", 2026, 5, 4, 10, 0);
  g_assert_cmpuint (present (&f, TRUE) & LUEUR_USAGE_SESSION, !=, 0);
  g_assert_cmpuint (use (&f, 2 * HOUR, 29 * MINUTE) & LUEUR_USAGE_SESSION, ==, 0);
  g_assert_cmpuint (use (&f, 30 * MINUTE, 30 * MINUTE) & LUEUR_USAGE_SESSION, !=, 0);
  teardown (&f);
}

static void
test_suspend (void)
{
  Fixture f;

  setup (&f, "Europe/Paris", 2026, 5, 4, 10, 0);
  present (&f, TRUE);
  use (&f, 10 * MINUTE, 30 * SECOND);

  /* A minute of sleep is within the gap by the wall, but nobody was there. */
  lueur_fake_clock_advance (f.clock, 10 * SECOND);
  lueur_fake_clock_suspend (f.clock, MINUTE);
  lueur_fake_clock_advance (f.clock, 10 * SECOND);
  event (&f);
  g_assert_cmpint (f.usage.active, ==, 10 * MINUTE);
  use (&f, MINUTE, 30 * SECOND);
  g_assert_cmpint (f.usage.active, ==, 11 * MINUTE);

  /* A long sleep is a pause although monotonic time stood still. */
  lueur_fake_clock_suspend (f.clock, HOUR);
  g_assert_cmpuint (event (&f) & LUEUR_USAGE_PAUSED, !=, 0);
  g_assert_cmpint (f.usage.active, ==, 0);
  g_assert_cmpint (today (&f), ==, 11 * MINUTE);

  /* A sleep over 03:00 ends the day. */
  lueur_fake_clock_suspend (f.clock, 20 * HOUR);
  g_assert_cmpint (today (&f), ==, 0);
  g_assert_cmpuint (event (&f) & LUEUR_USAGE_DAY, !=, 0);
  g_assert_cmpint (booked (&f, julian (2026, 5, 4)), ==, 11 * MINUTE);
  teardown (&f);
}

static void
test_clock_set (void)
{
  Fixture f;
  const gint64 jumps[] = { -365 * 24 * HOUR, 365 * 24 * HOUR, -2 * HOUR, 2 * HOUR, 30 * 24 * HOUR, -30 * 24 * HOUR };
  gint64 expected = 0, sum = 0;
  GHashTableIter iter;
  gpointer value;

  setup (&f, "Europe/Paris", 2026, 5, 4, 10, 0);
  present (&f, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (jumps); i++)
    {
      use (&f, 10 * MINUTE, 30 * SECOND);
      expected += 10 * MINUTE;
      g_assert_cmpint (today (&f), ==, expected);
      lueur_fake_clock_jump (f.clock, jumps[i]);
      /* Neither at once nor at the next event does the total change by what nobody lived. */
      g_assert_cmpint (today (&f), ==, expected);
      lueur_fake_clock_advance (f.clock, 10 * SECOND);
      g_assert_cmpuint (event (&f), ==, LUEUR_USAGE_JUMPED);
      expected += 10 * SECOND;
      g_assert_cmpint (today (&f), ==, expected);
      g_assert_cmpint (f.usage.active, ==, expected);
    }
  g_hash_table_iter_init (&iter, f.book);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    for (guint hour = 0; hour < 24; hour++)
      sum += ((gint64 *) value)[hour];
  g_assert_cmpint (sum, ==, expected);

  /* A day that really ends while the clock is a year behind ends. */
  lueur_fake_clock_jump (f.clock, -365 * 24 * HOUR);
  lueur_fake_clock_advance (f.clock, 20 * HOUR);
  g_assert_cmpint (today (&f), ==, 0);
  g_assert_cmpuint (event (&f) & LUEUR_USAGE_DAY, !=, 0);
  g_assert_cmpint (today (&f), ==, 0);
  g_assert_cmpuint (f.usage.day, ==, julian (2025, 5, 5));
  teardown (&f);
}

static void
test_clock_set_before_year_one (void)
{
  Fixture f;

  setup (&f, "Europe/Paris", 2026, 5, 4, 10, 0);
  present (&f, TRUE);
  use (&f, MINUTE, 10 * SECOND);
  lueur_fake_clock_set_wall (f.clock, G_MININT64 / 4);
  event (&f);
  use (&f, MINUTE, 10 * SECOND);
  lueur_fake_clock_set_wall (f.clock, G_MAXINT64 / 4);
  event (&f);
  use (&f, MINUTE, 10 * SECOND);
  g_assert_cmpint (f.usage.active, ==, 3 * MINUTE);
  teardown (&f);
}

static void
test_day_boundary (void)
{
  Fixture f;
  guint32 sunday = julian (2026, 5, 3), monday = julian (2026, 5, 4);

  setup (&f, "Europe/Paris", 2026, 5, 4, 2, 30);
  g_assert_cmpuint (present (&f, TRUE) & LUEUR_USAGE_DAY, !=, 0);
  g_assert_cmpuint (f.usage.day, ==, sunday);
  use (&f, 29 * MINUTE, 30 * SECOND);
  g_assert_cmpint (today (&f), ==, 29 * MINUTE);
  /* One gap that lies across 03:00 is cut there. */
  g_assert_cmpuint (use (&f, 2 * MINUTE, 2 * MINUTE) & LUEUR_USAGE_DAY, !=, 0);
  g_assert_cmpint (today (&f), ==, MINUTE);
  g_assert_cmpint (booked_hour (&f, sunday, 2), ==, 30 * MINUTE);
  g_assert_cmpint (booked_hour (&f, monday, 3), ==, MINUTE);
  g_assert_cmpint (f.usage.active, ==, 31 * MINUTE);
  teardown (&f);
}

static void
test_daylight_saving (void)
{
  static const struct
  {
    const char *zone;
    int year, month, day; /* clocks change in the night to this day */
    gint64 length;        /* of the day that ends at 03:00 of it */
  } cases[] = {
    { "Europe/Paris", 2026, 3, 29, 23 * HOUR },
    { "Europe/Paris", 2026, 10, 25, 25 * HOUR },
    { "America/New_York", 2026, 3, 8, 23 * HOUR },
    { "America/New_York", 2026, 11, 1, 25 * HOUR },
    { "Australia/Lord_Howe", 2026, 4, 5, 24 * HOUR + 30 * MINUTE },
    { "Asia/Kolkata", 2026, 3, 29, 24 * HOUR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint32 after = julian (cases[i].year, cases[i].month, cases[i].day);
      guint days = 0;
      GDate before;
      Fixture f;

      g_date_clear (&before, 1);
      g_date_set_julian (&before, after - 1);
      setup (&f, cases[i].zone, cases[i].year, (int) g_date_get_month (&before), g_date_get_day (&before), 12, 0);
      /* From noon before to noon after, without a pause. */
      present (&f, TRUE);
      for (guint n = 0; n < 12 * 60 + (guint) ((cases[i].length - 24 * HOUR) / MINUTE) + 12 * 60; n++)
        if (use (&f, MINUTE, MINUTE) & LUEUR_USAGE_DAY)
          days++;
      g_assert_cmpuint (days, ==, 1);
      g_assert_cmpuint (f.usage.day, ==, after);
      /* That day began at 03:00 by the wall, so nine hours of it have passed at noon. */
      g_assert_cmpint (today (&f), ==, 9 * HOUR);
      g_assert_cmpint (booked (&f, after - 1), ==, cases[i].length - 9 * HOUR);
      g_assert_cmpint (booked (&f, after), ==, 9 * HOUR);
      teardown (&f);
    }
}

static void
test_next_day_start (void)
{
  Fixture f;
  LueurMoment m;

  setup (&f, "Europe/Paris", 2026, 3, 28, 22, 0);
  m = now (&f);
  /* 22:00 to 03:00 in the short night. */
  g_assert_cmpint (lueur_day_next_start (m.wall, m.zone, NULL) - m.wall, ==, 4 * HOUR);
  lueur_fake_clock_set_local (f.clock, 2026, 10, 25, 1, 0);
  m = now (&f);
  g_assert_cmpint (lueur_day_next_start (m.wall, m.zone, NULL) - m.wall, ==, 3 * HOUR);
  lueur_fake_clock_set_local (f.clock, 2026, 7, 1, 3, 0);
  m = now (&f);
  g_assert_cmpint (lueur_day_next_start (m.wall, m.zone, NULL) - m.wall, ==, 24 * HOUR);
  teardown (&f);
}

static void
test_travel (void)
{
  Fixture f;

  setup (&f, "Europe/Paris", 2026, 5, 4, 4, 0);
  present (&f, TRUE);
  use (&f, 20 * MINUTE, MINUTE);
  g_assert_cmpuint (f.usage.day, ==, julian (2026, 5, 4));

  /* West: it is yesterday there. The day that was begun goes on. */
  lueur_fake_clock_set_zone (f.clock, "America/New_York");
  g_assert_cmpuint (use (&f, 10 * MINUTE, MINUTE) & LUEUR_USAGE_DAY, ==, 0);
  g_assert_cmpint (today (&f), ==, 30 * MINUTE);
  g_assert_cmpint (booked (&f, julian (2026, 5, 3)), ==, 10 * MINUTE);

  /* East: the next day comes sooner. */
  lueur_fake_clock_set_local (f.clock, 2026, 5, 4, 20, 0);
  event (&f);
  lueur_fake_clock_set_zone (f.clock, "Asia/Tokyo");
  g_assert_cmpuint (use (&f, MINUTE, MINUTE) & LUEUR_USAGE_DAY, !=, 0);
  g_assert_cmpuint (f.usage.day, ==, julian (2026, 5, 5));
  g_assert_cmpint (today (&f), ==, MINUTE);
  teardown (&f);
}

static void
test_resume (void)
{
  Fixture f;
  LueurMoment m;

  setup (&f, "Europe/Paris", 2026, 5, 4, 10, 0);
  m = now (&f);
  lueur_usage_resume (&f.usage, &m, m.wall - 2 * MINUTE, 20 * MINUTE, HOUR);
  g_assert_cmpint (f.usage.active, ==, 20 * MINUTE);
  g_assert_cmpuint (present (&f, TRUE) & LUEUR_USAGE_SESSION, ==, 0);
  g_assert_cmpint (m.boottime - f.usage.session_start, <=, HOUR + 2 * MINUTE);
  teardown (&f);

  /* Too long ago, and "in the future", because the clock was set back. */
  setup (&f, "Europe/Paris", 2026, 5, 4, 10, 0);
  m = now (&f);
  lueur_usage_resume (&f.usage, &m, m.wall - 31 * MINUTE, 20 * MINUTE, HOUR);
  lueur_usage_resume (&f.usage, &m, m.wall + HOUR, 20 * MINUTE, HOUR);
  g_assert_cmpint (f.usage.active, ==, 0);
  g_assert_cmpuint (present (&f, TRUE) & LUEUR_USAGE_SESSION, !=, 0);
  teardown (&f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wellbeing/usage/gaps", test_gaps);
  g_test_add_func ("/wellbeing/usage/focus-and-lock", test_focus_and_lock);
  g_test_add_func ("/wellbeing/usage/pause", test_pause);
  g_test_add_func ("/wellbeing/usage/session", test_session);
  g_test_add_func ("/wellbeing/usage/suspend", test_suspend);
  g_test_add_func ("/wellbeing/usage/clock-set", test_clock_set);
  g_test_add_func ("/wellbeing/usage/clock-set-out-of-range", test_clock_set_before_year_one);
  g_test_add_func ("/wellbeing/usage/day-boundary", test_day_boundary);
  g_test_add_func ("/wellbeing/usage/daylight-saving", test_daylight_saving);
  g_test_add_func ("/wellbeing/usage/next-day-start", test_next_day_start);
  g_test_add_func ("/wellbeing/usage/travel", test_travel);
  g_test_add_func ("/wellbeing/usage/resume", test_resume);

  return g_test_run ();
}
