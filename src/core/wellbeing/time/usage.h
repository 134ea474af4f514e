/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/wellbeing/time/day.h"

G_BEGIN_DECLS

/**
 * LueurMoment:
 * @wall: microseconds since the epoch; may jump
 * @monotonic: microseconds that stop during suspend
 * @boottime: microseconds that go on during suspend
 * @zone: the zone the person is in (borrowed)
 * @day_start: (nullable): when their days start (borrowed); %NULL for %LUEUR_DAY_HOUR
 *
 * One reading of all the clocks, as the state machines of this room are told the time.
 */
typedef struct
{
  gint64 wall;
  gint64 monotonic;
  gint64 boottime;
  GTimeZone *zone;
  const LueurDayStart *day_start;
} LueurMoment;

/* Longest gap between two events that still counts as use, unless told otherwise; ActivityWatch's default
 * (aw-watcher-afk). */
#define LUEUR_USAGE_MAX_GAP (G_GINT64_CONSTANT (180) * G_USEC_PER_SEC)
/* An absence that ends a session of continuing use. */
#define LUEUR_USAGE_SESSION_GAP (G_GINT64_CONSTANT (30) * 60 * G_USEC_PER_SEC)

/* A stretch of active time that lies within one local hour of one day. */
typedef void (*LueurUsageSpan) (guint32 day, guint hour, gint64 usec, gpointer data);

/**
 * LueurUsage:
 * @active: active time since the last real pause, µs
 * @today: active time of this day, µs
 * @total: active time since the start, µs; only grows
 * @day: the day that @today belongs to; 0 before the first event
 * @session_start: boot time at which this session of use began; 0 for none
 * @break_length: an absence of this many µs is a real pause
 * @max_gap: longest gap between two events that counts as use, µs
 *
 * Counts active time out of input events: a pure state machine, told the time by whoever feeds it.
 * The other members are its own.
 */
typedef struct
{
  gint64 active;
  gint64 today;
  gint64 total;
  guint32 day;
  gint64 session_start;
  gint64 break_length;
  gint64 max_gap;

  LueurUsageSpan span;
  gpointer span_data;

  gboolean present;
  gboolean running; /* an event was seen since the person is present: the next gap may count */
  gboolean seen;    /* last holds a moment */
  LueurMoment last; /* without what is borrowed */

  /* The local hour that was looked up last, so that most events need no calendar. */
  GTimeZone *hour_zone;
  gint64 hour_from;
  gint64 hour_until;
  guint32 hour_day;
  guint hour;
} LueurUsage;

/* What an event brought about. */
typedef enum
{
  LUEUR_USAGE_PAUSED = 1 << 0,  /* before it, a real pause: @active starts over */
  LUEUR_USAGE_SESSION = 1 << 1, /* it starts a session */
  LUEUR_USAGE_DAY = 1 << 2,     /* it starts a day: @today starts over */
  LUEUR_USAGE_JUMPED = 1 << 3,  /* the wall clock had been set */
} LueurUsageChange;

void lueur_usage_init (LueurUsage *usage, gint64 break_length, LueurUsageSpan span, gpointer data);
void lueur_usage_clear (LueurUsage *usage);
/* Days start at another hour from now on. */
void lueur_usage_forget_hour (LueurUsage *usage);
/* A key, a pointer, a focus gained or lost. Ignored while the person is not present. */
LueurUsageChange lueur_usage_event (LueurUsage *usage, const LueurMoment *now);
/* Present: our window has the focus and the screen is not locked. */
LueurUsageChange lueur_usage_set_present (LueurUsage *usage, gboolean present, const LueurMoment *now);
/* The person has been away for a real pause, as told by a timer rather than by an event: FALSE when not yet. */
gboolean lueur_usage_check_absence (LueurUsage *usage, const LueurMoment *now);
/* Today's active time at @now, µs: 0 when the day of the last event is over. */
gint64   lueur_usage_get_today (LueurUsage *usage, const LueurMoment *now);
/* Goes on where an earlier run of the program left off at @wall, if that is not too long ago. */
void     lueur_usage_resume (LueurUsage *usage, const LueurMoment *now, gint64 wall, gint64 active, gint64 session);

G_END_DECLS
