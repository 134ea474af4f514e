/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/wellbeing/rituals/ritual-schedule.h"

#include "core/wellbeing/time/line-policy.h"

#define SECOND ((gint64) G_USEC_PER_SEC)
#define DAY_SECONDS (G_GINT64_CONSTANT (24) * 3600)
#define DAY_MINUTES (24 * 60)
/* Wall and boot time drifting apart by more than this since the last one: somebody set the clock. A daemon that slews it
 * stays below 500 ppm, which is 43 s a day. */
#define DRIFT (G_GINT64_CONSTANT (300) * SECOND)
/* From here to LUEUR_LINE_MORNING_HOUR nothing comes that was not chosen for it. */
#define NIGHT_HOUR 23

static gint64
floor_div (gint64 a, gint64 b)
{
  return a / b - (a % b < 0);
}

static guint
local_minute (const LueurMoment *now)
{
  gint64 seconds = floor_div (now->wall, SECOND);
  gint64 local = seconds + lueur_day_offset (now->zone, seconds);

  return (guint) ((local - floor_div (local, DAY_SECONDS) * DAY_SECONDS) / 60);
}

/* A ritual has its hour, and its day is but the name of one occasion: it is the same whenever the person’s days start. */
static guint32
day_at (gint64 wall, GTimeZone *zone)
{
  return lueur_day_at (wall, zone, NULL);
}

gint64
lueur_ritual_moment (guint32 day, guint minute, GTimeZone *zone)
{
  return lueur_day_moment (day + (minute < LUEUR_DAY_HOUR * 60), minute, zone);
}

gboolean
lueur_ritual_mark_settle (LueurRitualMark *mark, const LueurMoment *now)
{
  LueurRitualMark settled = *mark;
  guint32 day;

  if (mark->wall == 0)
    return FALSE;
  if (mark->boottime != 0 && mark->boottime <= now->boottime)
    {
      gint64 wall = now->wall - (now->boottime - mark->boottime);

      /* How long ago it was is known, whatever the calendar says now. */
      if (ABS (wall - mark->wall) > DRIFT)
        {
          settled.wall = wall;
          settled.day = day_at (wall, now->zone);
        }
    }
  else if (mark->wall > now->wall)
    {
      /* Nobody knows how long ago it was: as if it had just been. One may be left out, none comes twice. */
      settled = (LueurRitualMark){ now->wall, MAX (now->boottime, 1), day_at (now->wall, now->zone) };
    }
  else
    {
      /* From now on this boot's clock measures the time since, even if it began before that did. */
      settled.boottime = now->boottime - (now->wall - mark->wall);
      if (settled.boottime == 0)
        settled.boottime = -1;
    }

  /* A flight moves the day by one; what says more is damaged. */
  day = day_at (settled.wall, now->zone);
  if (settled.day > day + 2)
    settled.day = day;
  if (settled.wall == mark->wall && settled.day == mark->day && settled.boottime == mark->boottime)
    return FALSE;
  *mark = settled;
  return TRUE;
}

/* µs until another may come. */
static gint64
wait_after (const LueurRitualMark *mark, const LueurMoment *now)
{
  gint64 since;

  if (mark->wall == 0)
    return 0;
  since = mark->boottime != 0 ? now->boottime - mark->boottime : now->wall - mark->wall;
  return since >= 0 ? MAX (LUEUR_RITUAL_APART - since, 0) : LUEUR_RITUAL_APART;
}

static gboolean
is_within (guint minute, guint from, guint to)
{
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}

/* A late one must not come at an hour that is kept quiet, unless the person chose an hour in it. */
static gboolean
is_kept_quiet (const LueurRitualPlan *plan, guint minute)
{
  if (plan->quiet && is_within (minute, plan->quiet_from, plan->quiet_to) &&
      !is_within (plan->minute, plan->quiet_from, plan->quiet_to))
    return TRUE;
  return is_within (minute, NIGHT_HOUR * 60, LUEUR_LINE_MORNING_HOUR * 60) &&
         !is_within (plan->minute, NIGHT_HOUR * 60, LUEUR_LINE_MORNING_HOUR * 60);
}

/* Whether that day's is still to come, or to be made up for, as far as the calendar goes. */
static gboolean
is_open (const LueurRitualPlan *plan, const LueurRitualMark *mark, guint32 day, gint64 at, const LueurMoment *now)
{
  if (now->wall - at >= LUEUR_RITUAL_GRACE)
    return FALSE;
  if (mark->wall != 0 && day <= mark->day)
    return FALSE;
  /* A date that is yet to come was written by a clock that was wrong. */
  return plan->since <= at || plan->since > now->wall;
}

/**
 * lueur_ritual_is_due:
 * @mark: settled by lueur_ritual_mark_settle()
 * @day: (out): the day that it is for
 *
 * Returns: whether it is to come now
 */
gboolean
lueur_ritual_is_due (const LueurRitualPlan *plan, const LueurRitualMark *mark, const LueurMoment *now, guint32 *day)
{
  guint32 today = day_at (now->wall, now->zone);

  g_return_val_if_fail (plan->minute < DAY_MINUTES, FALSE);

  if (wait_after (mark, now) > 0 || is_kept_quiet (plan, local_minute (now)))
    return FALSE;
  for (guint32 d = today - 1; d <= today; d++)
    {
      gint64 at = lueur_ritual_moment (d, plan->minute, now->zone);

      if (at > now->wall || !is_open (plan, mark, d, at, now))
        continue;
      *day = d;
      return TRUE;
    }
  return FALSE;
}

/**
 * lueur_ritual_next:
 * @mark: settled by lueur_ritual_mark_settle()
 *
 * Returns: a moment (wall, µs) at which to look again: not later than when it is due next
 */
gint64
lueur_ritual_next (const LueurRitualPlan *plan, const LueurRitualMark *mark, const LueurMoment *now)
{
  guint32 today = day_at (now->wall, now->zone), due;
  gint64 free_at = now->wall + wait_after (mark, now);

  if (lueur_ritual_is_due (plan, mark, now, &due))
    return now->wall;
  for (guint32 d = today - 1; d <= today + 2; d++)
    {
      gint64 at = lueur_ritual_moment (d, plan->minute, now->zone), moment = MAX (at, free_at);

      if (is_open (plan, mark, d, at, now) && moment > now->wall && moment - at < LUEUR_RITUAL_GRACE)
        return moment;
    }
  return now->wall + DAY_SECONDS * SECOND;
}

/**
 * lueur_ritual_mark_set:
 * @day: as lueur_ritual_is_due() told
 *
 * It came: @mark knows.
 */
void
lueur_ritual_mark_set (LueurRitualMark *mark, guint32 day, const LueurMoment *now)
{
  *mark = (LueurRitualMark){ now->wall, MAX (now->boottime, 1), day };
}
