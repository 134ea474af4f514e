/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/wellbeing/time/line-policy.h"

static int
local_hour (const LueurMoment *now)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (now->wall);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, now->zone) : NULL;

  return local != NULL ? g_date_time_get_hour (local) : 12;
}

static gboolean
late_is_due (const LueurLinePolicy *policy, const LueurUsage *usage, const LueurMoment *now)
{
  int hour, end;

  if (policy->late_hour < 0 || usage->day == policy->late_day)
    return FALSE;
  hour = local_hour (now);
  /* The evening goes on until the day ends; where late is an hour after that, until the morning. */
  end = (int) lueur_day_get_end_hour (usage->day, now->day_start);
  if (policy->late_hour >= end && policy->late_hour < policy->morning_hour)
    end = policy->morning_hour;
  if (policy->late_hour < end)
    return hour >= policy->late_hour && hour < end;
  return hour >= policy->late_hour || hour < end;
}

static gboolean
goal_is_due (const LueurLinePolicy *policy, const LueurUsage *usage)
{
  return policy->goal > 0 && usage->day != policy->goal_day && usage->today >= policy->goal - policy->goal_ahead;
}

/**
 * lueur_line_policy_init:
 * @policy: (out caller-allocates):
 */
void
lueur_line_policy_init (LueurLinePolicy *policy)
{
  *policy = (LueurLinePolicy){ .goal_ahead = LUEUR_LINE_GOAL_AHEAD, .late_hour = 23, .morning_hour = LUEUR_LINE_MORNING_HOUR };
}

/**
 * lueur_line_policy_is_waiting:
 *
 * Returns: whether a line would come if the moment were good
 */
gboolean
lueur_line_policy_is_waiting (const LueurLinePolicy *policy, const LueurUsage *usage, const LueurMoment *now)
{
  return policy->line == LUEUR_LINE_NONE && (goal_is_due (policy, usage) || late_is_due (policy, usage, now));
}

/**
 * lueur_line_policy_update:
 * @good_moment: nobody types and no reply streams
 *
 * Looks again.
 */
void
lueur_line_policy_update (LueurLinePolicy *policy, const LueurUsage *usage, gboolean good_moment, const LueurMoment *now)
{
  if (policy->line != LUEUR_LINE_NONE && usage->total - policy->since >= LUEUR_LINE_LASTS)
    policy->line = LUEUR_LINE_NONE;
  if (policy->line != LUEUR_LINE_NONE || !good_moment)
    return;

  if (goal_is_due (policy, usage))
    {
      policy->line = LUEUR_LINE_GOAL;
      policy->goal_day = usage->day;
    }
  else if (late_is_due (policy, usage, now))
    {
      policy->line = LUEUR_LINE_LATE;
      policy->late_day = usage->day;
    }
  else
    return;
  policy->since = usage->total;
}

/**
 * lueur_line_policy_dismiss:
 *
 * The line was read, or the person went away.
 */
void
lueur_line_policy_dismiss (LueurLinePolicy *policy)
{
  policy->line = LUEUR_LINE_NONE;
}

/**
 * lueur_line_policy_is_night:
 *
 * Returns: whether the app must not start anything by itself now
 */
gboolean
lueur_line_policy_is_night (const LueurLinePolicy *policy, const LueurMoment *now)
{
  int hour = local_hour (now), from = policy->late_hour < 0 ? 23 : policy->late_hour;

  if (from < policy->morning_hour)
    return hour >= from && hour < policy->morning_hour;
  return hour >= from || hour < policy->morning_hour;
}

/**
 * lueur_notice_policy_init:
 * @policy: (out caller-allocates): for somebody of whom nothing is known
 */
void
lueur_notice_policy_init (LueurNoticePolicy *policy)
{
  *policy = (LueurNoticePolicy){ .period = LUEUR_NOTICE_PERIOD };
}

/**
 * lueur_notice_policy_update:
 *
 * Looks again; to be called after every event that @usage was told.
 */
void
lueur_notice_policy_update (LueurNoticePolicy *policy, const LueurUsage *usage, const LueurMoment *now)
{
  if (policy->visible && usage->total - policy->since >= LUEUR_NOTICE_LASTS)
    policy->visible = FALSE;
  if (usage->session_start == 0)
    return;
  if (policy->day == usage->day && now->boottime - MAX (policy->at, usage->session_start) < policy->period)
    return;
  policy->visible = TRUE;
  policy->day = usage->day;
  policy->at = now->boottime;
  policy->since = usage->total;
}
