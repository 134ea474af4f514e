/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/wellbeing/time/usage.h"

G_BEGIN_DECLS

/**
 * LueurLine:
 *
 * Lines of one sentence that stand in the window for a while and ask for nothing.
 */
typedef enum
{
  LUEUR_LINE_NONE,
  LUEUR_LINE_LATE, /* it is past the hour that the person calls late; once a day */
  LUEUR_LINE_GOAL, /* ten minutes are left of the day's goal; once a day */
} LueurLine;

/* The one warning comes this long before the goal is reached, unless the settings say otherwise. */
#define LUEUR_LINE_GOAL_AHEAD (G_GINT64_CONSTANT (600) * G_USEC_PER_SEC)
/* A line goes after this much active time. */
#define LUEUR_LINE_LASTS (G_GINT64_CONSTANT (300) * G_USEC_PER_SEC)
/* The night in which the app starts nothing by itself ends at this hour. */
#define LUEUR_LINE_MORNING_HOUR 7

/**
 * LueurLinePolicy:
 * @goal: the day's goal, µs of active time; 0 for none
 * @goal_ahead: how long before it the warning comes, µs of active time
 * @late_hour: the hour from which it is late, 0 to 23; -1 for never
 * @morning_hour: the hour at which the night ends, 0 to 23
 * @line: what stands now
 * @late_day: the day whose late line was said
 * @goal_day: the day whose warning was said
 *
 * The two lines of a day: a pure state machine.
 */
typedef struct
{
  gint64 goal;
  gint64 goal_ahead;
  int late_hour;
  int morning_hour;
  LueurLine line;
  guint32 late_day;
  guint32 goal_day;
  gint64 since; /* value of total when the line came */
} LueurLinePolicy;

void lueur_line_policy_init (LueurLinePolicy *policy);
/* @good_moment: nobody types and no reply streams. */
void lueur_line_policy_update (LueurLinePolicy *policy, const LueurUsage *usage, gboolean good_moment, const LueurMoment *now);
void lueur_line_policy_dismiss (LueurLinePolicy *policy);
/* Whether one of the lines waits for a good moment. */
gboolean lueur_line_policy_is_waiting (const LueurLinePolicy *policy, const LueurUsage *usage, const LueurMoment *now);
/* Whether it is night: between @late_hour (23 where that is -1) and @morning_hour. */
gboolean lueur_line_policy_is_night (const LueurLinePolicy *policy, const LueurMoment *now);

/* The notice that one talks to a program comes this long after the last in continuing use: New York
 * General Business Law § 1702 and California SB 243 (2025) ask for every three hours. */
#define LUEUR_NOTICE_PERIOD (G_GINT64_CONSTANT (3) * 3600 * G_USEC_PER_SEC)
/* To somebody who said that they are under 18, every hour. */
#define LUEUR_NOTICE_PERIOD_MINOR (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)
/* It stands for this much active time. */
#define LUEUR_NOTICE_LASTS (G_GINT64_CONSTANT (600) * G_USEC_PER_SEC)

/**
 * LueurNoticePolicy:
 * @period: between two in continuing use, µs; %LUEUR_NOTICE_PERIOD unless the person is under 18
 * @visible: the notice is to be seen
 * @day: the day whose first session had its notice
 * @at: boot time of the last notice, 0 for none
 *
 * When to say that one talks to a program (EU AI Act art. 50 as well). It knows no setting: nothing
 * turns it off.
 */
typedef struct
{
  gint64 period;
  gboolean visible;
  guint32 day;
  gint64 at;
  gint64 since; /* value of total when it came */
} LueurNoticePolicy;

void lueur_notice_policy_init (LueurNoticePolicy *policy);
void lueur_notice_policy_update (LueurNoticePolicy *policy, const LueurUsage *usage, const LueurMoment *now);

G_END_DECLS
