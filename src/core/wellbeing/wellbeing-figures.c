/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is recorded of the time spent, and what a restart must not forget. */

#include "core/wellbeing/wellbeing-private.h"

/* Records are handed on in pieces of at least this much, unless the window is left. */
#define FLUSH_USEC (G_GINT64_CONSTANT (60) * G_USEC_PER_SEC)
/* Wall seconds, active seconds, session seconds, then the days of the late line, the goal's warning and
 * the notice, and the wall seconds of the last notice: what a restart of the program must not forget. */
#define STATE_TYPE "(xuuuuux)"
/* The hour at which days start, the one before it, and the last day of that. */
#define DAY_STATE_TYPE "(uuu)"

void
lueur_wellbeing_flush (LueurWellbeing *self)
{
  guint whole = lueur_wellbeing_seconds (self->pending);

  if (whole == 0)
    return;
  /* What is left of a second stays for the next record, so that sums do not drift. */
  self->pending -= whole * (gint64) G_USEC_PER_SEC;
  if (self->sink.add != NULL)
    self->sink.add (self->pending_day, self->pending_hour, self->companion, whole, self->sink.data);
}

void
lueur_wellbeing_on_span (guint32 day, guint hour, gint64 usec, gpointer data)
{
  LueurWellbeing *self = data;

  if (day != self->pending_day || hour != self->pending_hour)
    lueur_wellbeing_flush (self);
  self->pending_day = day;
  self->pending_hour = hour;
  self->pending += usec;
  if (self->pending >= FLUSH_USEC)
    lueur_wellbeing_flush (self);
}

void
lueur_wellbeing_tell_nudge (LueurWellbeing *self, const char *outcome)
{
  if (self->sink.nudge != NULL && self->usage.day != 0)
    self->sink.nudge (self->usage.day, outcome, self->sink.data);
}

void
lueur_wellbeing_save_state (LueurWellbeing *self, const LueurMoment *now)
{
  gint64 session = self->usage.session_start != 0 ? now->boottime - self->usage.session_start : 0;
  gint64 notice = self->notices.at != 0 ? now->wall - (now->boottime - self->notices.at) : 0;

  if (!self->usage.seen)
    return;
  g_settings_set (lueur_settings_get_gsettings (self->settings), "wellbeing-state", STATE_TYPE,
                  now->wall / G_USEC_PER_SEC, lueur_wellbeing_seconds (self->usage.active),
                  lueur_wellbeing_seconds (session), self->lines.late_day, self->lines.goal_day, self->notices.day,
                  notice / G_USEC_PER_SEC);
}

void
lueur_wellbeing_load_state (LueurWellbeing *self, const LueurMoment *now)
{
  gint64 wall, notice, since_notice;
  guint32 active, session;

  g_settings_get (lueur_settings_get_gsettings (self->settings), "wellbeing-state", STATE_TYPE, &wall, &active,
                  &session, &self->lines.late_day, &self->lines.goal_day, &self->notices.day, &notice);
  wall = CLAMP (wall, 0, G_MAXINT64 / G_USEC_PER_SEC) * G_USEC_PER_SEC;
  notice = CLAMP (notice, 0, G_MAXINT64 / G_USEC_PER_SEC) * G_USEC_PER_SEC;
  lueur_usage_resume (&self->usage, now, wall, active * (gint64) G_USEC_PER_SEC, session * (gint64) G_USEC_PER_SEC);
  since_notice = now->wall - notice;
  if (notice != 0 && since_notice >= 0 && since_notice < self->notices.period)
    self->notices.at = MAX (now->boottime - since_notice, 1);
}

void
lueur_wellbeing_choose_day_start (LueurWellbeing *self, guint hour, const LueurMoment *now)
{
  if (!lueur_day_start_choose (&self->day_start, hour, now->wall, now->zone))
    return;
  lueur_usage_forget_hour (&self->usage);
  g_settings_set (lueur_settings_get_gsettings (self->settings), "day-start-state", DAY_STATE_TYPE, self->day_start.hour,
                  self->day_start.before, self->day_start.until);
}

void
lueur_wellbeing_load_day_start (LueurWellbeing *self, const LueurMoment *now)
{
  guint hour, before;
  guint32 until;

  g_settings_get (lueur_settings_get_gsettings (self->settings), "day-start-state", DAY_STATE_TYPE, &hour, &before, &until);
  lueur_day_start_init (&self->day_start, hour, before, until);
  /* A day that is yet to come was written by a clock that was wrong. */
  if (self->day_start.until > lueur_day_at (now->wall, now->zone, &self->day_start) + 1)
    lueur_day_start_init (&self->day_start, hour, hour, 0);
}

/**
 * lueur_wellbeing_set_sink:
 * @sink: (nullable): who keeps the records; copied
 */
void
lueur_wellbeing_set_sink (LueurWellbeing *self, const LueurUsageSink *sink)
{
  if (self->sink.destroy != NULL)
    self->sink.destroy (self->sink.data);
  self->sink = sink != NULL ? *sink : (LueurUsageSink){ NULL };
}

/**
 * lueur_wellbeing_set_companion:
 * @companion: LueurPersona:id, 0 for nobody
 */
void
lueur_wellbeing_set_companion (LueurWellbeing *self, gint64 companion)
{
  if (self->companion == companion)
    return;
  lueur_wellbeing_flush (self);
  self->companion = companion;
}

/**
 * lueur_wellbeing_restore_day:
 * @day: Julian number
 * @seconds_recorded: active seconds
 */
void
lueur_wellbeing_restore_day (LueurWellbeing *self, guint32 day, guint seconds_recorded)
{
  self->restored_day = day;
  self->restored = seconds_recorded * (gint64) G_USEC_PER_SEC;
  if (self->usage.day == day)
    self->usage.today += self->restored;
  lueur_wellbeing_refresh_now (self);
}

/**
 * lueur_wellbeing_get_day:
 *
 * Returns: the Julian number of today
 */
guint32
lueur_wellbeing_get_day (LueurWellbeing *self)
{
  LueurMoment now = lueur_wellbeing_read_moment (self);
  guint32 day = lueur_day_at (now.wall, now.zone, now.day_start);

  g_time_zone_unref (now.zone);
  return day;
}

/**
 * lueur_wellbeing_forget:
 *
 * Starts today's count at nothing and takes away what a restart would bring back. The suggestion of a pause goes on
 * from where it is: it depends on the time since the last one alone.
 */
void
lueur_wellbeing_forget (LueurWellbeing *self)
{
  self->pending = 0;
  self->restored = 0;
  self->usage.today = 0;
  g_settings_reset (lueur_settings_get_gsettings (self->settings), "wellbeing-state");
  lueur_wellbeing_refresh_now (self);
}
