/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fourteen weeks of a life in which all goes on at once: use, pauses, sleep of the machine, clocks that are set, flights and
 * both changes of clocks; beside the state machines a plain count that does nothing but add up. */

#include "core/wellbeing/time/line-policy.h"
#include "core/wellbeing/time/nudge-policy.h"
#include "support/fake-clock.h"

#define SECOND ((gint64) G_USEC_PER_SEC)
#define MINUTE (60 * SECOND)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)
#define PERIOD (30 * MINUTE)

typedef struct
{
  LueurFakeClock *clock;
  LueurUsage usage;
  LueurNudgePolicy nudges;
  LueurLinePolicy lines;
  LueurNoticePolicy notices;

  /* The plain count */
  gint64 counted;
  gint64 booked;
  gboolean running;
  LueurMoment last;
  gint64 since_pause; /* active time since the last nudge, or absence */
  gint64 last_typing;

  guint n_nudges, n_notices, n_lines, n_days, n_ignored_days;
} Life;

static LueurMoment
now (Life *life)
{
  LueurClock *clock = LUEUR_CLOCK (life->clock);
  g_autoptr (GTimeZone) zone = lueur_clock_get_timezone (clock);

  return (LueurMoment){ lueur_clock_get_wall (clock), lueur_clock_get_monotonic (clock), lueur_clock_get_boottime (clock),
                        zone };
}

static void
on_span (guint32 day, guint hour, gint64 usec, gpointer data)
{
  Life *life = data;

  g_assert_cmpint (usec, >, 0);
  g_assert_cmpuint (hour, <, 24);
  g_assert_true (g_date_valid_julian (day));
  life->booked += usec;
}

/* What a person with a stopwatch would say that lies between the last event and this one. */
static void
count (Life *life, const LueurMoment *m, gboolean runs)
{
  gint64 gap = m->monotonic - life->last.monotonic, slept = (m->boottime - life->last.boottime) - gap;

  if (life->running && gap <= LUEUR_USAGE_MAX_GAP && slept <= SECOND)
    {
      life->counted += gap;
      life->since_pause += gap;
    }
  if (m->boottime - life->last.boottime >= 5 * MINUTE)
    life->since_pause = 0;
  life->running = runs;
  life->last = *m;
}

static void
look (Life *life, LueurUsageChange change)
{
  LueurMoment m = now (life);
  guint id = life->nudges.id, ignored = life->nudges.ignored;
  gint64 notice = life->notices.at, silent = life->nudges.silent_until;
  LueurLine line = life->lines.line;
  guint32 notice_day = life->notices.day;

  if (change & LUEUR_USAGE_PAUSED)
    lueur_nudge_policy_rested (&life->nudges);
  if (change & LUEUR_USAGE_DAY)
    {
      life->n_days++;
      lueur_nudge_policy_new_day (&life->nudges);
    }
  if (!life->usage.present)
    return;
  lueur_nudge_policy_update (&life->nudges, life->usage.active, &m);
  lueur_line_policy_update (&life->lines, &life->usage, lueur_nudge_policy_wait (&life->nudges, &m) == 0, &m);
  lueur_notice_policy_update (&life->notices, &life->usage, &m);

  /* A suggestion: after half an hour at least, not in the middle of typing for longer than two minutes. */
  if (life->nudges.id != id)
    {
      life->n_nudges++;
      g_assert_cmpuint (life->nudges.id, ==, id + 1);
      g_assert_cmpint (life->since_pause, >=, PERIOD);
      g_assert_true (silent == 0 || silent <= m.wall || silent - m.wall > 25 * HOUR);
      g_assert_true (m.monotonic - life->last_typing >= LUEUR_NUDGE_PAUSE ||
                     m.monotonic - life->nudges.due_since >= LUEUR_NUDGE_PATIENCE);
      life->since_pause = 0;
    }
  /* The third that nobody heeds is the last of the day. */
  g_assert_cmpuint (life->nudges.ignored, <=, LUEUR_NUDGE_IGNORED_MAX);
  if (life->nudges.ignored > ignored && life->nudges.ignored == LUEUR_NUDGE_IGNORED_MAX)
    {
      life->n_ignored_days++;
      g_assert_cmpint (life->nudges.silent_until, >, m.wall);
      g_assert_cmpint (life->nudges.silent_until - m.wall, <=, 25 * HOUR);
    }
  /* The notice: at the first session of a day, then every three hours. */
  g_assert_cmpuint (life->notices.day, ==, life->usage.day);
  g_assert_cmpint (m.boottime - MAX (life->notices.at, life->usage.session_start), <, LUEUR_NOTICE_PERIOD);
  if (life->notices.at != notice)
    {
      life->n_notices++;
      g_assert_true (life->notices.visible);
      g_assert_true (notice_day != life->usage.day || m.boottime - notice >= LUEUR_NOTICE_PERIOD);
    }
  life->n_lines += life->lines.line != line && life->lines.line != LUEUR_LINE_NONE;
}

static void
check (Life *life)
{
  LueurMoment m = now (life);

  g_assert_cmpint (life->usage.total, ==, life->counted);
  g_assert_cmpint (life->booked, ==, life->counted);
  g_assert_cmpint (life->usage.active, >=, 0);
  g_assert_cmpint (life->usage.active, <=, life->usage.total);
  g_assert_cmpint (life->usage.today, >=, 0);
  g_assert_cmpint (life->usage.today, <=, life->usage.total);
  g_assert_cmpint (lueur_usage_get_today (&life->usage, &m), >=, 0);
  /* A day that a clock set back makes longer goes on; it never has more than was lived. */
  g_assert_cmpint (lueur_usage_get_today (&life->usage, &m), <=, life->usage.today);
}

static void
act (Life *life, gboolean present)
{
  LueurMoment m = now (life);
  gboolean was = life->usage.present;

  if (was || present)
    count (life, &m, present);
  if (was != present)
    look (life, lueur_usage_set_present (&life->usage, present, &m));
  else if (present)
    look (life, lueur_usage_event (&life->usage, &m));
  check (life);
}

static void
live (const char *zone, int month, guint32 seed)
{
  static const char *const zones[] = { "Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Tokyo",
                                       "Pacific/Auckland", "America/Los_Angeles" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Life life = { .clock = lueur_fake_clock_new (zone, 2026, month, 10, 8, 0), .last_typing = G_MININT64 / 2 };
  gint64 end;

  lueur_usage_init (&life.usage, 5 * MINUTE, on_span, &life);
  lueur_nudge_policy_init (&life.nudges, PERIOD);
  lueur_line_policy_init (&life.lines);
  lueur_notice_policy_init (&life.notices);
  life.lines.goal = 60 * MINUTE;
  life.last = now (&life);
  end = life.last.boottime + 98 * DAY;
  while (now (&life).boottime < end)
    {
      switch (g_rand_int_range (rand, 0, 400))
        {
        case 0:
          act (&life, FALSE);
          lueur_fake_clock_advance (life.clock, g_rand_int_range (rand, 1, 9 * 3600) * SECOND);
          break;
        case 1:
          lueur_fake_clock_suspend (life.clock, g_rand_int_range (rand, 2, 12 * 3600) * SECOND);
          break;
        case 2:
          if (g_rand_int_range (rand, 0, 8) == 0)
            lueur_fake_clock_jump (life.clock, g_rand_int_range (rand, -366, 366) * (g_rand_boolean (rand) ? DAY : HOUR / 7));
          break;
        case 3:
          if (g_rand_int_range (rand, 0, 8) == 0)
            lueur_fake_clock_set_zone (life.clock, zones[g_rand_int_range (rand, 0, G_N_ELEMENTS (zones))]);
          break;
        case 4:
          if (lueur_nudge_policy_is_visible (&life.nudges))
            {
              lueur_nudge_policy_take_break (&life.nudges, life.usage.active);
              life.since_pause = 0;
            }
          break;
        default:
          lueur_fake_clock_advance (life.clock, g_rand_int_range (rand, 1, 190) * SECOND);
          if (life.usage.present && g_rand_int_range (rand, 0, 3) == 0)
            {
              LueurMoment m = now (&life);

              lueur_nudge_policy_typed (&life.nudges, &m);
              life.last_typing = m.monotonic;
            }
          act (&life, TRUE);
          break;
        }
    }
  /* It was a life: all of it happened. */
  g_assert_cmpint (life.counted, >, 14 * HOUR);
  g_assert_cmpuint (life.n_nudges, >, 50);
  g_assert_cmpuint (life.n_ignored_days, >, 3);
  g_assert_cmpuint (life.n_notices, >, life.n_days / 2);
  g_assert_cmpuint (life.n_lines, >, 10);
  g_assert_cmpuint (life.n_days, >, 60);
  lueur_usage_clear (&life.usage);
  g_assert_finalize_object (life.clock);
}

static void
test_fourteen_weeks (void)
{
  static const char *const zones[] = { "Europe/Paris", "America/New_York", "Australia/Lord_Howe" };
  gint64 began = g_get_monotonic_time ();
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    for (guint32 seed = 1; seed <= 3; seed++, n += 2)
      {
        live (zones[i], 2, seed); /* over the change of spring, or autumn in the south */
        live (zones[i], 8, seed); /* and over the other one */
      }
  g_test_message ("%u times 14 weeks: %" G_GINT64_FORMAT " ms", n, (g_get_monotonic_time () - began) / 1000);
}

/* Sessions that an earlier, wrong clock put into the future, and counts that are damaged: nothing is believed of them. */
static void
test_sessions_in_the_future (void)
{
  Life life = { .clock = lueur_fake_clock_new ("Europe/Paris", 2026, 5, 4, 10, 0) };
  const gint64 walls[] = { DAY, 400 * DAY, G_MAXINT64 / 2, 60 * SECOND };

  for (guint i = 0; i < G_N_ELEMENTS (walls); i++)
    {
      LueurMoment m = now (&life);

      life.booked = 0;
      lueur_usage_init (&life.usage, 5 * MINUTE, on_span, &life);
      lueur_usage_resume (&life.usage, &m, MIN (m.wall, G_MAXINT64 - walls[i]) + walls[i], 3 * HOUR, 2 * HOUR);
      g_assert_cmpint (life.usage.active, ==, 0);
      lueur_usage_set_present (&life.usage, TRUE, &m);
      lueur_fake_clock_advance (life.clock, MINUTE);
      m = now (&life);
      lueur_usage_event (&life.usage, &m);
      g_assert_cmpint (life.usage.active, ==, MINUTE);
      g_assert_cmpint (life.usage.today, ==, MINUTE);
      g_assert_cmpint (life.booked, ==, MINUTE);
      lueur_usage_clear (&life.usage);
    }
  g_assert_finalize_object (life.clock);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wellbeing/weeks/fourteen", test_fourteen_weeks);
  g_test_add_func ("/wellbeing/weeks/sessions-in-the-future", test_sessions_in_the_future);

  return g_test_run ();
}
