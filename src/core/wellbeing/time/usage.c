/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/wellbeing/time/usage.h"

/* Boot time running ahead of monotonic time by more than this between two events: the machine slept. */
#define SLEEP_TOLERANCE G_USEC_PER_SEC
/* Wall and boot time drifting apart by more than this between two events: somebody set the clock. A
 * daemon that slews the clock stays below 500 ppm, which is 0.09 s over the longest gap that counts. */
#define JUMP_TOLERANCE (2 * G_USEC_PER_SEC)
#define HOUR_USEC (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

static GDateTime *
local_time (gint64 wall, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (wall);

  /* A clock outside the years 1 to 9999 is nobody's: the epoch will do. */
  if (utc == NULL)
    utc = g_date_time_new_from_unix_utc (0);
  return g_date_time_to_timezone (utc, zone);
}

/* Fills the hour_… members for @wall. */
static void
look_up_hour (LueurUsage *usage, gint64 wall, const LueurMoment *now)
{
  g_autoptr (GDateTime) local = NULL;
  GTimeZone *zone = now->zone;
  gint64 into_hour;

  if (zone == usage->hour_zone && wall >= usage->hour_from && wall < usage->hour_until)
    return;

  local = local_time (wall, zone);
  into_hour = (g_date_time_get_minute (local) * 60 + g_date_time_get_second (local)) * (gint64) G_USEC_PER_SEC +
              g_date_time_get_microsecond (local);
  if (zone != usage->hour_zone)
    {
      g_clear_pointer (&usage->hour_zone, g_time_zone_unref);
      usage->hour_zone = g_time_zone_ref (zone);
    }
  usage->hour_from = wall - into_hour;
  usage->hour_until = usage->hour_from + HOUR_USEC;
  usage->hour_day = lueur_day_at (wall, zone, now->day_start);
  usage->hour = (guint) g_date_time_get_hour (local);
}

static LueurUsageChange
start_day (LueurUsage *usage, guint32 day)
{
  if (day == usage->day)
    return 0;
  usage->day = day;
  usage->today = 0;
  return LUEUR_USAGE_DAY;
}

/* Books @length that ended at @end, cut at the full hours so that each piece has one day and one hour. */
static LueurUsageChange
book (LueurUsage *usage, gint64 length, gint64 end, const LueurMoment *now)
{
  LueurUsageChange change = 0;

  usage->active += length;
  usage->total += length;
  while (length > 0)
    {
      gint64 start = end - length, piece;

      look_up_hour (usage, start, now);
      piece = MIN (length, usage->hour_until - start);
      if (usage->hour_day > usage->day)
        change |= start_day (usage, usage->hour_day);
      usage->today += piece;
      if (usage->span != NULL)
        usage->span (usage->hour_day, usage->hour, piece, usage->span_data);
      length -= piece;
    }
  return change;
}

static gint64
absence (LueurUsage *usage, const LueurMoment *now)
{
  return usage->seen ? MAX (now->boottime - usage->last.boottime, 0) : 0;
}

/* One step of the clockwork: what lies between the last event and this one. */
static LueurUsageChange
step (LueurUsage *usage, const LueurMoment *now)
{
  LueurUsageChange change = 0;
  gint64 gap = now->monotonic - usage->last.monotonic;
  gint64 elapsed = absence (usage, now);
  gboolean jumped = FALSE;

  if (usage->seen)
    {
      jumped = ABS ((now->wall - usage->last.wall) - elapsed) > JUMP_TOLERANCE;
      if (jumped)
        change |= LUEUR_USAGE_JUMPED;
      if (elapsed >= usage->break_length && usage->active > 0)
        {
          usage->active = 0;
          change |= LUEUR_USAGE_PAUSED;
        }
    }
  if (usage->session_start == 0 || elapsed >= LUEUR_USAGE_SESSION_GAP)
    {
      usage->session_start = now->boottime;
      change |= LUEUR_USAGE_SESSION;
    }

  look_up_hour (usage, now->wall, now);
  if (usage->day == 0)
    change |= start_day (usage, usage->hour_day);
  else if (jumped)
    {
      /* A date that came by setting the clock is no new day: the total goes on under another name. It
       * is one only where the time that really went by reaches past the end of the day. */
      if (lueur_day_at (usage->last.wall + elapsed, now->zone, now->day_start) > usage->day)
        change |= start_day (usage, usage->hour_day);
      usage->day = usage->hour_day;
    }

  if (usage->seen && usage->running && gap > 0 && gap <= usage->max_gap && elapsed - gap <= SLEEP_TOLERANCE)
    change |= book (usage, gap, now->wall, now);

  /* A day ends only forwards: a flight to the west does not begin yesterday anew. */
  look_up_hour (usage, now->wall, now);
  if (usage->hour_day > usage->day)
    change |= start_day (usage, usage->hour_day);

  usage->last = *now;
  usage->last.zone = NULL;
  usage->last.day_start = NULL;
  usage->seen = TRUE;
  return change;
}

/**
 * lueur_usage_init:
 * @usage: (out caller-allocates): to be cleared with lueur_usage_clear()
 * @break_length: how long an absence is a real pause, µs
 * @span: (nullable): told every stretch of active time
 * @data: for @span
 */
void
lueur_usage_init (LueurUsage *usage, gint64 break_length, LueurUsageSpan span, gpointer data)
{
  *usage = (LueurUsage){ .break_length = break_length, .max_gap = LUEUR_USAGE_MAX_GAP, .span = span, .span_data = data };
}

/**
 * lueur_usage_clear:
 *
 * Drops what @usage holds.
 */
void
lueur_usage_clear (LueurUsage *usage)
{
  lueur_usage_forget_hour (usage);
}

/**
 * lueur_usage_forget_hour:
 *
 * Looks the day up anew: days start at another hour.
 */
void
lueur_usage_forget_hour (LueurUsage *usage)
{
  g_clear_pointer (&usage->hour_zone, g_time_zone_unref);
  usage->hour_from = usage->hour_until = 0;
}

/**
 * lueur_usage_event:
 * @now: the moment of it
 *
 * The person did something in the focused window.
 *
 * Returns: what that brought about
 */
LueurUsageChange
lueur_usage_event (LueurUsage *usage, const LueurMoment *now)
{
  LueurUsageChange change;

  if (!usage->present)
    return 0;
  change = step (usage, now);
  usage->running = TRUE;
  return change;
}

/**
 * lueur_usage_set_present:
 * @present: whether the window has the focus and the screen is unlocked
 *
 * Coming and going are things that a person does, so both count as events.
 *
 * Returns: what that brought about
 */
LueurUsageChange
lueur_usage_set_present (LueurUsage *usage, gboolean present, const LueurMoment *now)
{
  LueurUsageChange change;

  if (usage->present == present)
    return 0;
  usage->present = TRUE;
  change = lueur_usage_event (usage, now);
  usage->present = present;
  usage->running = present;
  return change;
}

/**
 * lueur_usage_check_absence:
 *
 * Returns: whether the person has been away for a real pause by now; the count then starts over
 */
gboolean
lueur_usage_check_absence (LueurUsage *usage, const LueurMoment *now)
{
  if (!usage->seen || absence (usage, now) < usage->break_length)
    return FALSE;
  usage->active = 0;
  usage->running = FALSE;
  return TRUE;
}

/**
 * lueur_usage_get_today:
 *
 * Returns: active microseconds of the day of @now
 */
gint64
lueur_usage_get_today (LueurUsage *usage, const LueurMoment *now)
{
  gint64 lived = usage->last.wall + absence (usage, now);

  return usage->seen && lueur_day_at (lived, now->zone, now->day_start) > usage->day ? 0 : usage->today;
}

/**
 * lueur_usage_resume:
 * @wall: when the earlier run of the program saw its last event
 * @active: its active time then, µs
 * @session: how long its session had lasted then, µs
 *
 * Closing and opening the window is no pause. Only believed when @wall lies a little in the past:
 * two runs share no other clock.
 */
void
lueur_usage_resume (LueurUsage *usage, const LueurMoment *now, gint64 wall, gint64 active, gint64 session)
{
  gint64 gap = now->wall - wall;

  if (usage->seen || gap < 0)
    return;
  if (gap < usage->break_length)
    usage->active = CLAMP (active, 0, 24 * HOUR_USEC);
  if (gap < LUEUR_USAGE_SESSION_GAP)
    usage->session_start = MAX (now->boottime - gap - CLAMP (session, 0, 24 * HOUR_USEC), 1);
}
