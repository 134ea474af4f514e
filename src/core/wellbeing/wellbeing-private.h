/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of this object share: wellbeing.c (the object and its face), wellbeing-round.c (asks every policy and
 * tells what changed), wellbeing-told.c (what happens, and what the person answers), wellbeing-figures.c (what is
 * recorded, and what a restart must not forget). */

#include "core/wellbeing/time/nudge-policy.h"
#include "core/wellbeing/wellbeing.h"

G_BEGIN_DECLS

struct _LueurWellbeing
{
  GObject parent_instance;

  gboolean do_not_disturb; /* the desktop asks for it */
  gboolean quiet;          /* something weighs more */

  LueurClock *clock;
  LueurSettings *settings;

  LueurDayStart day_start;
  LueurUsage usage;
  LueurNudgePolicy nudges;
  LueurLinePolicy lines;
  LueurNoticePolicy notices;
  gboolean focused;
  gboolean locked;
  guint32 wind_down_ended; /* the day it was ended for */
  guint timeout;

  LueurUsageSink sink;
  gint64 companion;
  gint64 pending; /* µs of active time not yet handed to the sink */
  guint32 pending_day;
  guint pending_hour;
  guint32 restored_day;
  gint64 restored; /* µs that earlier runs recorded for restored_day */

  /* As last notified */
  gboolean shown_nudge;
  guint shown_nudge_id;
  guint shown_active;
  guint shown_today;
  gboolean shown_notice;
  LueurLine shown_line;
  gboolean shown_wind_down;
};

typedef enum
{
  PROP_NUDGE = 1,
  PROP_NUDGE_ID,
  PROP_ACTIVE_SECONDS,
  PROP_TODAY_SECONDS,
  PROP_NOTICE,
  PROP_LINE,
  PROP_WIND_DOWN,
  PROP_DO_NOT_DISTURB,
} LueurWellbeingProp;

#define LUEUR_WELLBEING_N_PROPS (PROP_DO_NOT_DISTURB + 1)
extern GParamSpec *lueur_wellbeing_props[LUEUR_WELLBEING_N_PROPS];

static inline gint64
lueur_wellbeing_minutes (guint n)
{
  return n * G_GINT64_CONSTANT (60000000);
}

static inline guint
lueur_wellbeing_seconds (gint64 usec)
{
  return (guint) CLAMP (usec / G_USEC_PER_SEC, 0, G_MAXUINT);
}

/* To be undone with g_time_zone_unref (moment.zone). */
LueurMoment lueur_wellbeing_read_moment (LueurWellbeing *self);
gint64      lueur_wellbeing_today (LueurWellbeing *self, const LueurMoment *now);
gboolean    lueur_wellbeing_winds_down (LueurWellbeing *self, const LueurMoment *now);

/* Sets the one timer there is, @delay µs from now; none for a negative one. */
void lueur_wellbeing_arm (LueurWellbeing *self, gint64 delay);
/* Asks every policy again, sets the timer, and tells what changed. */
void lueur_wellbeing_refresh (LueurWellbeing *self, const LueurMoment *now);
void lueur_wellbeing_refresh_now (LueurWellbeing *self);
/* What counting brought about, then a refresh. */
void lueur_wellbeing_handle (LueurWellbeing *self, LueurUsageChange change, const LueurMoment *now);

/* A LueurUsageSpan. */
void lueur_wellbeing_on_span (guint32 day, guint hour, gint64 usec, gpointer data);
void lueur_wellbeing_flush (LueurWellbeing *self);
void lueur_wellbeing_tell_nudge (LueurWellbeing *self, const char *outcome);
void lueur_wellbeing_save_state (LueurWellbeing *self, const LueurMoment *now);
void lueur_wellbeing_load_state (LueurWellbeing *self, const LueurMoment *now);
/* @hour: from which days start, from tomorrow on. */
void lueur_wellbeing_choose_day_start (LueurWellbeing *self, guint hour, const LueurMoment *now);
void lueur_wellbeing_load_day_start (LueurWellbeing *self, const LueurMoment *now);

G_END_DECLS
