/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"
#include "core/settings.h"
#include "core/wellbeing/time/line-policy.h"

G_BEGIN_DECLS

GType lueur_line_get_type (void);
#define LUEUR_TYPE_LINE (lueur_line_get_type ())

/*
 * LueurWellbeing: counts active time and says when a pause would do good. It joins the pure state
 * machines (usage.h, nudge-policy.h, line-policy.h) with the clock and the settings; what is shown is
 * somebody else's business (ui/wellbeing), who binds to its properties.
 *
 * Properties:
 *   nudge            bool  a pause is suggested right now
 *   nudge-id         uint  grows with each suggestion
 *   active-seconds   uint  since the last real pause
 *   today-seconds    uint  of this day, which starts at the hour that the settings say
 *   notice           bool  the line that one talks to a program is due (wellbeing.md point 11)
 *   line             LueurLine  a line of one sentence that stands in the window
 *   wind-down        bool  the day's goal is reached and the person asked the avatar to slow down then
 *   do-not-disturb   bool  (writable) the desktop is not to be disturbed: the nudge hides
 */
#define LUEUR_TYPE_WELLBEING (lueur_wellbeing_get_type ())
G_DECLARE_FINAL_TYPE (LueurWellbeing, lueur_wellbeing, LUEUR, WELLBEING, GObject)

LueurWellbeing *lueur_wellbeing_new (LueurClock *clock, LueurSettings *settings);

/* The focused window saw a key or a pointer; cheap, call it for every one. */
void lueur_wellbeing_note_input (LueurWellbeing *self, gboolean typing);
/* The window gained or lost the focus; the session was locked or unlocked. */
void lueur_wellbeing_set_focused (LueurWellbeing *self, gboolean focused);
void lueur_wellbeing_set_locked (LueurWellbeing *self, gboolean locked);
/* A reply streams: no nudge now. */
void lueur_wellbeing_set_streaming (LueurWellbeing *self, gboolean streaming);
void lueur_wellbeing_set_do_not_disturb (LueurWellbeing *self, gboolean do_not_disturb);
/* Something weighs more than any suggestion: nothing is suggested. Time is counted all the same. */
void lueur_wellbeing_set_quiet (LueurWellbeing *self, gboolean quiet);

/* What the person answered. */
void lueur_wellbeing_take_break (LueurWellbeing *self);
void lueur_wellbeing_postpone (LueurWellbeing *self);
void lueur_wellbeing_not_today (LueurWellbeing *self);
void lueur_wellbeing_dismiss_line (LueurWellbeing *self);
void lueur_wellbeing_end_wind_down (LueurWellbeing *self);

gboolean  lueur_wellbeing_get_nudge (LueurWellbeing *self);
guint     lueur_wellbeing_get_nudge_id (LueurWellbeing *self);
guint     lueur_wellbeing_get_active_seconds (LueurWellbeing *self);
guint     lueur_wellbeing_get_today_seconds (LueurWellbeing *self);
guint     lueur_wellbeing_get_break_minutes (LueurWellbeing *self);
guint           lueur_wellbeing_get_postpone_minutes (LueurWellbeing *self);
guint           lueur_wellbeing_get_goal_warning_minutes (LueurWellbeing *self);
gboolean  lueur_wellbeing_get_notice (LueurWellbeing *self);
LueurLine lueur_wellbeing_get_line (LueurWellbeing *self);
gboolean  lueur_wellbeing_get_wind_down (LueurWellbeing *self);
gboolean  lueur_wellbeing_get_do_not_disturb (LueurWellbeing *self);
/* Night, when the app starts nothing by itself outside its window. */
gboolean  lueur_wellbeing_is_night (LueurWellbeing *self);

/**
 * LueurUsageSink:
 * @add: @seconds of active time within @hour (local, 0 to 23) of @day (Julian number), with the companion
 *   of that id (0: none). Called about once a minute of use, and when the window is left
 * @nudge: (nullable): what became of a suggested pause on @day: one of %LUEUR_NUDGE_TAKEN and so on
 * @data: for both
 * @destroy: (nullable): for @data
 *
 * Who keeps the records.
 */
typedef struct
{
  void (*add) (guint32 day, guint hour, gint64 companion, guint seconds, gpointer data);
  gpointer data;
  GDestroyNotify destroy;
  void (*nudge) (guint32 day, const char *outcome, gpointer data);
} LueurUsageSink;

/* A pause followed, or was promised; put off; no more that day; or nothing was said to it. */
#define LUEUR_NUDGE_TAKEN "taken"
#define LUEUR_NUDGE_LATER "later"
#define LUEUR_NUDGE_NOT_TODAY "not-today"
#define LUEUR_NUDGE_UNANSWERED "unanswered"

void lueur_wellbeing_set_sink (LueurWellbeing *self, const LueurUsageSink *sink);
/* With whom the person is from now on: LueurPersona:id, 0 for nobody. */
void lueur_wellbeing_set_companion (LueurWellbeing *self, gint64 companion);
/* Forgets what was counted and the state that a restart would bring back: for when all records are erased. */
void lueur_wellbeing_forget (LueurWellbeing *self);
/* What earlier runs of the program recorded for @day; to be called once, as soon as it is read. */
void lueur_wellbeing_restore_day (LueurWellbeing *self, guint32 day, guint seconds);
/* The Julian number of today. */
guint32 lueur_wellbeing_get_day (LueurWellbeing *self);

G_END_DECLS
