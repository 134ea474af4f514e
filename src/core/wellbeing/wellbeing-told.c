/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What happens in the window, and what the person answers. */

#include "core/wellbeing/wellbeing-private.h"

static void
update_presence (LueurWellbeing *self)
{
  LueurMoment now = lueur_wellbeing_read_moment (self);
  gboolean present = self->focused && !self->locked, left = self->usage.present && !present;

  lueur_wellbeing_handle (self, lueur_usage_set_present (&self->usage, present, &now), &now);
  if (left)
    {
      lueur_wellbeing_flush (self);
      lueur_wellbeing_save_state (self, &now);
    }
  g_time_zone_unref (now.zone);
}

/**
 * lueur_wellbeing_note_input:
 * @typing: whether it was a key rather than a pointer
 *
 * The focused window saw an event.
 */
void
lueur_wellbeing_note_input (LueurWellbeing *self, gboolean typing)
{
  LueurMoment now = lueur_wellbeing_read_moment (self);

  if (typing)
    lueur_nudge_policy_typed (&self->nudges, &now);
  lueur_wellbeing_handle (self, lueur_usage_event (&self->usage, &now), &now);
  g_time_zone_unref (now.zone);
}

/**
 * lueur_wellbeing_set_focused:
 *
 * Whether a window of ours has the focus.
 */
void
lueur_wellbeing_set_focused (LueurWellbeing *self, gboolean focused)
{
  self->focused = focused;
  update_presence (self);
}

/**
 * lueur_wellbeing_set_locked:
 *
 * Whether the screen is locked or blanked (GtkApplication:screensaver-active).
 */
void
lueur_wellbeing_set_locked (LueurWellbeing *self, gboolean locked)
{
  self->locked = locked;
  update_presence (self);
}

/**
 * lueur_wellbeing_set_streaming:
 *
 * Whether a reply comes in, which a suggestion does not interrupt.
 */
void
lueur_wellbeing_set_streaming (LueurWellbeing *self, gboolean streaming)
{
  self->nudges.streaming = streaming;
  lueur_wellbeing_refresh_now (self);
}

/**
 * lueur_wellbeing_set_do_not_disturb:
 *
 * Whether the desktop asks for quiet. Time is counted all the same.
 */
void
lueur_wellbeing_set_do_not_disturb (LueurWellbeing *self, gboolean do_not_disturb)
{
  if (self->do_not_disturb == do_not_disturb)
    return;
  self->do_not_disturb = do_not_disturb;
  self->nudges.do_not_disturb = do_not_disturb || self->quiet;
  lueur_wellbeing_refresh_now (self);
  g_object_notify_by_pspec (G_OBJECT (self), lueur_wellbeing_props[PROP_DO_NOT_DISTURB]);
}

void
lueur_wellbeing_set_quiet (LueurWellbeing *self, gboolean quiet)
{
  if (self->quiet == quiet)
    return;
  self->quiet = quiet;
  self->nudges.do_not_disturb = quiet || self->do_not_disturb;
  lueur_wellbeing_refresh_now (self);
  g_object_notify_by_pspec (G_OBJECT (self), lueur_wellbeing_props[PROP_LINE]);
}

/**
 * lueur_wellbeing_take_break:
 *
 * The answer "take a break". It locks nothing.
 */
void
lueur_wellbeing_take_break (LueurWellbeing *self)
{
  if (lueur_nudge_policy_is_visible (&self->nudges))
    lueur_wellbeing_tell_nudge (self, LUEUR_NUDGE_TAKEN);
  lueur_nudge_policy_take_break (&self->nudges, self->usage.active);
  lueur_wellbeing_refresh_now (self);
}

/**
 * lueur_wellbeing_postpone:
 *
 * The answer "in 5 minutes".
 */
void
lueur_wellbeing_postpone (LueurWellbeing *self)
{
  if (lueur_nudge_policy_is_visible (&self->nudges))
    lueur_wellbeing_tell_nudge (self, LUEUR_NUDGE_LATER);
  lueur_nudge_policy_postpone (&self->nudges, self->usage.active);
  lueur_wellbeing_refresh_now (self);
}

/**
 * lueur_wellbeing_not_today:
 *
 * The answer "not today", which also holds when the program is started again.
 */
void
lueur_wellbeing_not_today (LueurWellbeing *self)
{
  LueurMoment now = lueur_wellbeing_read_moment (self);

  if (lueur_nudge_policy_is_visible (&self->nudges))
    lueur_wellbeing_tell_nudge (self, LUEUR_NUDGE_NOT_TODAY);
  lueur_nudge_policy_not_today (&self->nudges, self->usage.active, &now);
  g_object_set (self->settings, "nudge-silent-until", self->nudges.silent_until / G_USEC_PER_SEC, NULL);
  lueur_wellbeing_refresh (self, &now);
  g_time_zone_unref (now.zone);
}

/**
 * lueur_wellbeing_dismiss_line:
 *
 * Takes the line away before its time.
 */
void
lueur_wellbeing_dismiss_line (LueurWellbeing *self)
{
  lueur_line_policy_dismiss (&self->lines);
  lueur_wellbeing_refresh_now (self);
}

/**
 * lueur_wellbeing_end_wind_down:
 *
 * Back to full life for the rest of the day.
 */
void
lueur_wellbeing_end_wind_down (LueurWellbeing *self)
{
  self->wind_down_ended = self->usage.day;
  lueur_wellbeing_refresh_now (self);
}
