/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/wellbeing/time/nudge-policy.h"

/* A silence ends with the day, so one that would last longer than a day, the hour that clocks may gain in it and the hours
 * by which its end may be put off was written under a clock that has been set back since. */
#define LONGEST_SILENCE ((G_GINT64_CONSTANT (25) + LUEUR_DAY_HOUR_MAX) * 3600 * G_USEC_PER_SEC)

static void
count_from (LueurNudgePolicy *policy, gint64 active, gboolean postponed)
{
  policy->phase = LUEUR_NUDGE_IDLE;
  policy->base = active;
  policy->postponed = postponed;
  policy->delay = postponed ? policy->postpone : policy->period;
}

static void
be_silent (LueurNudgePolicy *policy, gint64 active, const LueurMoment *now)
{
  policy->silent_until = lueur_day_next_start (now->wall, now->zone, now->day_start);
  count_from (policy, active, FALSE);
}

/**
 * lueur_nudge_policy_init:
 * @policy: (out caller-allocates):
 * @period: active time after which a pause is suggested, µs; 0 for never
 */
void
lueur_nudge_policy_init (LueurNudgePolicy *policy, gint64 period)
{
  *policy = (LueurNudgePolicy){ .period = period,
                                 .delay = period,
                                 .postpone = LUEUR_NUDGE_POSTPONE,
                                 .typing_pause = LUEUR_NUDGE_PAUSE,
                                 .patience = LUEUR_NUDGE_PATIENCE,
                                 .ignored_max = LUEUR_NUDGE_IGNORED_MAX,
                                 .last_typing = G_MININT64 / 2 };
}

/**
 * lueur_nudge_policy_set_period:
 * @period: µs; 0 takes back a suggestion that stands
 */
void
lueur_nudge_policy_set_period (LueurNudgePolicy *policy, gint64 period)
{
  policy->period = period;
  if (!policy->postponed || period == 0)
    policy->delay = period;
  if (period == 0)
    policy->phase = LUEUR_NUDGE_IDLE;
}

/**
 * lueur_nudge_policy_typed:
 *
 * The person typed a key.
 */
void
lueur_nudge_policy_typed (LueurNudgePolicy *policy, const LueurMoment *now)
{
  policy->last_typing = now->monotonic;
}

/**
 * lueur_nudge_policy_wait:
 *
 * Returns: 0 when this is a good moment to say something, else how long to wait for one, in µs;
 *   -1 when that depends on a reply that streams
 */
gint64
lueur_nudge_policy_wait (const LueurNudgePolicy *policy, const LueurMoment *now)
{
  if (policy->streaming)
    return -1;
  return MAX (policy->last_typing + policy->typing_pause - now->monotonic, 0);
}

/**
 * lueur_nudge_policy_update:
 * @active: active time since the last real pause, µs
 *
 * Returns: after how many µs to call this again although nothing happened, or -1
 */
gint64
lueur_nudge_policy_update (LueurNudgePolicy *policy, gint64 active, const LueurMoment *now)
{
  gint64 wait, patience;

  if (policy->period == 0 || lueur_nudge_policy_is_silent (policy, now))
    {
      policy->phase = LUEUR_NUDGE_IDLE;
      return -1;
    }
  if (policy->silent_until != 0)
    {
      /* The silence is over: a day starts with a whole period. */
      policy->silent_until = 0;
      policy->ignored = 0;
      count_from (policy, active, FALSE);
    }

  if (policy->phase == LUEUR_NUDGE_IDLE && active - policy->base >= policy->delay)
    {
      policy->phase = LUEUR_NUDGE_DUE;
      policy->due_since = now->monotonic;
    }

  if (policy->phase == LUEUR_NUDGE_DUE)
    {
      if (policy->do_not_disturb)
        return -1;
      wait = lueur_nudge_policy_wait (policy, now);
      patience = MAX (policy->due_since + policy->patience - now->monotonic, 0);
      if (wait != 0 && patience != 0)
        return wait > 0 ? MIN (wait, patience) : patience;
      policy->phase = LUEUR_NUDGE_SHOWN;
      policy->shown_active = active;
      policy->id++;
    }
  else if (policy->phase == LUEUR_NUDGE_SHOWN)
    {
      if (policy->do_not_disturb)
        /* What nobody could see was not ignored. */
        policy->shown_active = active;
      else if (active - policy->shown_active >= LUEUR_NUDGE_STALE)
        {
          gint64 shown = policy->shown_active;

          if (++policy->ignored >= policy->ignored_max)
            be_silent (policy, active, now);
          else
            count_from (policy, shown, FALSE);
        }
    }
  return -1;
}

/**
 * lueur_nudge_policy_rested:
 *
 * The person was away for a real pause. Whatever stood is settled by that.
 */
void
lueur_nudge_policy_rested (LueurNudgePolicy *policy)
{
  policy->ignored = 0;
  count_from (policy, 0, FALSE);
}

/**
 * lueur_nudge_policy_new_day:
 *
 * A day began while the person was there.
 */
void
lueur_nudge_policy_new_day (LueurNudgePolicy *policy)
{
  policy->ignored = 0;
}

/**
 * lueur_nudge_policy_take_break:
 *
 * The answer "take a break". Whether they do is up to them: no reminder follows before a whole period.
 */
void
lueur_nudge_policy_take_break (LueurNudgePolicy *policy, gint64 active)
{
  policy->ignored = 0;
  count_from (policy, active, FALSE);
}

/**
 * lueur_nudge_policy_postpone:
 *
 * The answer "in 5 minutes", which may be given as often as one likes.
 */
void
lueur_nudge_policy_postpone (LueurNudgePolicy *policy, gint64 active)
{
  policy->ignored = 0;
  count_from (policy, active, TRUE);
}

/**
 * lueur_nudge_policy_not_today:
 *
 * The answer "not today": silence until the next day starts.
 */
void
lueur_nudge_policy_not_today (LueurNudgePolicy *policy, gint64 active, const LueurMoment *now)
{
  policy->ignored = 0;
  be_silent (policy, active, now);
}

/**
 * lueur_nudge_policy_is_visible:
 *
 * Returns: whether a suggestion is to be seen right now
 */
gboolean
lueur_nudge_policy_is_visible (const LueurNudgePolicy *policy)
{
  return policy->phase == LUEUR_NUDGE_SHOWN && !policy->do_not_disturb;
}

/**
 * lueur_nudge_policy_is_silent:
 *
 * Returns: whether "not today" (or three ignored suggestions) still holds
 */
gboolean
lueur_nudge_policy_is_silent (const LueurNudgePolicy *policy, const LueurMoment *now)
{
  return policy->silent_until > now->wall && policy->silent_until - now->wall <= LONGEST_SILENCE;
}
