/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One round: every policy is asked, the one timer there is is set, what changed is told. */

#include "core/wellbeing/wellbeing-private.h"

static void on_timeout (gpointer data);

/* The person is away: what stood is settled by that. */
static void
rest (LueurWellbeing *self)
{
  if (lueur_nudge_policy_is_visible (&self->nudges))
    lueur_wellbeing_tell_nudge (self, LUEUR_NUDGE_TAKEN);
  lueur_nudge_policy_rested (&self->nudges);
  lueur_line_policy_dismiss (&self->lines);
}

#define NOTIFY_IF_NEW(shown, value, prop)                                        \
  G_STMT_START                                                                   \
  {                                                                              \
    __typeof__ (shown) current = (value);                                        \
    if ((shown) != current)                                                      \
      {                                                                          \
        (shown) = current;                                                       \
        g_object_notify_by_pspec (G_OBJECT (self), lueur_wellbeing_props[prop]); \
      }                                                                          \
  }                                                                              \
  G_STMT_END

void
lueur_wellbeing_arm (LueurWellbeing *self, gint64 delay)
{
  lueur_clock_remove_timeout (self->clock, self->timeout);
  self->timeout = 0;
  if (delay >= 0)
    /* Rounded up: a timer that fires a hair early would find nothing changed and fire again. */
    self->timeout = lueur_clock_add_timeout (self->clock, (guint) MIN (delay / 1000 + 1, G_MAXINT), on_timeout, self);
}

void
lueur_wellbeing_refresh (LueurWellbeing *self, const LueurMoment *now)
{
  gint64 silent_until = self->nudges.silent_until, delay = -1;

  if (self->usage.present)
    {
      gint64 wait = lueur_nudge_policy_wait (&self->nudges, now);
      guint ignored = self->nudges.ignored;

      delay = lueur_nudge_policy_update (&self->nudges, self->usage.active, now);
      if (self->nudges.ignored > ignored)
        lueur_wellbeing_tell_nudge (self, LUEUR_NUDGE_UNANSWERED);
      lueur_line_policy_update (&self->lines, &self->usage, wait == 0, now);
      if (wait > 0 && lueur_line_policy_is_waiting (&self->lines, &self->usage, now))
        delay = delay < 0 ? wait : MIN (delay, wait);
      lueur_notice_policy_update (&self->notices, &self->usage, now);
    }
  if (self->nudges.phase != LUEUR_NUDGE_IDLE)
    {
      gint64 gone = MAX (self->usage.last.monotonic + self->usage.break_length - now->monotonic, 0);

      delay = delay < 0 ? gone : MIN (delay, gone);
    }
  lueur_wellbeing_arm (self, delay);

  if (self->nudges.silent_until != silent_until)
    g_object_set (self->settings, "nudge-silent-until", self->nudges.silent_until / G_USEC_PER_SEC, NULL);

  g_object_freeze_notify (G_OBJECT (self));
  NOTIFY_IF_NEW (self->shown_nudge_id, self->nudges.id, PROP_NUDGE_ID);
  NOTIFY_IF_NEW (self->shown_nudge, lueur_nudge_policy_is_visible (&self->nudges), PROP_NUDGE);
  NOTIFY_IF_NEW (self->shown_active, lueur_wellbeing_seconds (self->usage.active), PROP_ACTIVE_SECONDS);
  NOTIFY_IF_NEW (self->shown_today, lueur_wellbeing_seconds (lueur_wellbeing_today (self, now)), PROP_TODAY_SECONDS);
  NOTIFY_IF_NEW (self->shown_notice, self->notices.visible, PROP_NOTICE);
  NOTIFY_IF_NEW (self->shown_line, self->lines.line, PROP_LINE);
  NOTIFY_IF_NEW (self->shown_wind_down, lueur_wellbeing_winds_down (self, now), PROP_WIND_DOWN);
  g_object_thaw_notify (G_OBJECT (self));
}

void
lueur_wellbeing_refresh_now (LueurWellbeing *self)
{
  LueurMoment now = lueur_wellbeing_read_moment (self);

  lueur_wellbeing_refresh (self, &now);
  g_time_zone_unref (now.zone);
}

void
lueur_wellbeing_handle (LueurWellbeing *self, LueurUsageChange change, const LueurMoment *now)
{
  if (change & LUEUR_USAGE_PAUSED)
    rest (self);
  if (change & LUEUR_USAGE_DAY)
    {
      lueur_nudge_policy_new_day (&self->nudges);
      if (self->usage.day == self->restored_day)
        self->usage.today += self->restored;
    }
  lueur_wellbeing_refresh (self, now);
}

static void
on_timeout (gpointer data)
{
  LueurWellbeing *self = data;
  LueurMoment now = lueur_wellbeing_read_moment (self);

  self->timeout = 0;
  if (lueur_usage_check_absence (&self->usage, &now))
    rest (self);
  lueur_wellbeing_refresh (self, &now);
  g_time_zone_unref (now.zone);
}
