/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which day a moment belongs to, where days start in the night. */

#include "core/wellbeing/time/day.h"

#define SECOND ((gint64) G_USEC_PER_SEC)
#define DAY_SECONDS (G_GINT64_CONSTANT (24) * 3600)
/* The first of January 1970, as g_date_get_julian() counts. */
#define EPOCH_JULIAN 719163

/* The day by the hour that the wall shows, not by hours of elapsed time: on the two nights a year when clocks change, only
 * the former starts the day at its hour. */
static guint32
day_from_hour (gint64 wall, GTimeZone *zone, guint start)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (wall);
  g_autoptr (GDateTime) local = NULL;
  int year, month, day;
  guint32 julian;
  GDate date;

  /* A clock outside the years 1 to 9999 is nobody's: the epoch will do. */
  if (utc == NULL)
    utc = g_date_time_new_from_unix_utc (0);
  local = g_date_time_to_timezone (utc, zone);
  g_date_time_get_ymd (local, &year, &month, &day);
  if (year < 1 || year > G_MAXUINT16)
    return 1;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  julian = g_date_get_julian (&date);
  return (guint) g_date_time_get_hour (local) < start && julian > 1 ? julian - 1 : julian;
}

/**
 * lueur_day_at:
 * @wall: microseconds since the epoch
 * @zone: where
 * @start: (nullable): when days start
 *
 * Returns: the Julian number of the day
 */
guint32
lueur_day_at (gint64 wall, GTimeZone *zone, const LueurDayStart *start)
{
  guint32 day, before;

  if (start == NULL)
    return day_from_hour (wall, zone, LUEUR_DAY_HOUR);
  day = day_from_hour (wall, zone, start->hour);
  if (start->until == 0)
    return day;
  before = day_from_hour (wall, zone, start->before);
  if (before < start->until)
    return before;
  /* The day that ran is over when it is by both hours. */
  return before == start->until || day <= start->until ? start->until : day;
}

guint
lueur_day_get_end_hour (guint32 day, const LueurDayStart *start)
{
  if (start == NULL)
    return LUEUR_DAY_HOUR;
  if (start->until == 0 || day > start->until)
    return start->hour;
  return day == start->until ? MAX (start->hour, start->before) : start->before;
}

/**
 * lueur_day_next_start:
 * @wall: microseconds since the epoch
 * @zone: where
 * @start: (nullable): when days start
 *
 * Returns: when the next day starts, in microseconds since the epoch
 */
gint64
lueur_day_next_start (gint64 wall, GTimeZone *zone, const LueurDayStart *start)
{
  guint32 day = lueur_day_at (wall, zone, start);

  return lueur_day_moment (day + 1, lueur_day_get_end_hour (day, start) * 60, zone);
}

gint64
lueur_day_offset (GTimeZone *zone, gint64 seconds)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, seconds);

  return interval >= 0 ? g_time_zone_get_offset (zone, interval) : 0;
}

/**
 * lueur_day_moment:
 * @date: of the calendar
 * @minute: of the local day, in [0, 1440)
 *
 * Returns: that moment; a local time that the clocks skip is the first moment after the gap, one that comes twice is the
 *   first
 */
gint64
lueur_day_moment (guint32 date, guint minute, GTimeZone *zone)
{
  gint64 local = ((gint64) date - EPOCH_JULIAN) * DAY_SECONDS + minute * 60;
  gint64 before = lueur_day_offset (zone, local - DAY_SECONDS), after = lueur_day_offset (zone, local + DAY_SECONDS);
  gint64 early = local - MAX (before, after), late = local - MIN (before, after);

  if (early + lueur_day_offset (zone, early) == local)
    return early * SECOND;
  if (late + lueur_day_offset (zone, late) == local)
    return late * SECOND;
  /* Skipped: the clocks go on somewhere in between. */
  while (late - early > 1)
    {
      gint64 middle = early + (late - early) / 2;

      if (lueur_day_offset (zone, middle) == before)
        early = middle;
      else
        late = middle;
    }
  return late * SECOND;
}

/**
 * lueur_day_start_init:
 * @start: (out caller-allocates): as it was kept; what makes no sense is mended
 */
void
lueur_day_start_init (LueurDayStart *start, guint hour, guint before, guint32 until)
{
  start->hour = MIN (hour, LUEUR_DAY_HOUR_MAX);
  start->before = MIN (before, LUEUR_DAY_HOUR_MAX);
  start->until = g_date_valid_julian (until) && start->hour != start->before ? until : 0;
}

/**
 * lueur_day_start_choose:
 * @hour: 0 to %LUEUR_DAY_HOUR_MAX
 *
 * Returns: whether @start is another now
 */
gboolean
lueur_day_start_choose (LueurDayStart *start, guint hour, gint64 wall, GTimeZone *zone)
{
  guint32 today = lueur_day_at (wall, zone, start);

  hour = MIN (hour, LUEUR_DAY_HOUR_MAX);
  if (hour == start->hour)
    return FALSE;
  /* Who changes their mind within a day changes what is to come, not what the day began with. */
  lueur_day_start_init (start, hour, start->until == today ? start->before : start->hour, today);
  return TRUE;
}

/**
 * lueur_day_to_date:
 * @day: Julian number
 *
 * Returns: yyyymmdd
 */
int
lueur_day_to_date (guint32 day)
{
  GDate date;

  g_date_clear (&date, 1);
  if (!g_date_valid_julian (day))
    return 0;
  g_date_set_julian (&date, day);
  return g_date_get_year (&date) * 10000 + g_date_get_month (&date) * 100 + g_date_get_day (&date);
}

/**
 * lueur_day_from_date:
 * @date: yyyymmdd
 *
 * Returns: the Julian number, 0 when there is no such day
 */
guint32
lueur_day_from_date (int date)
{
  GDate parsed;
  int year = date / 10000, month = date / 100 % 100, day = date % 100;

  if (date <= 0 || year > 9999 || !g_date_valid_dmy (day, month, year))
    return 0;
  g_date_clear (&parsed, 1);
  g_date_set_dmy (&parsed, day, month, year);
  return g_date_get_julian (&parsed);
}
