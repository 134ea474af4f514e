/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/wellbeing/time/usage.h"

G_BEGIN_DECLS

/* A suggestion waits for a pause of this length in typing, as long as nothing else is chosen… */
#define LUEUR_NUDGE_PAUSE (G_GINT64_CONSTANT (5) * G_USEC_PER_SEC)
/* …and for the end of a reply, but not longer than this. */
#define LUEUR_NUDGE_PATIENCE (G_GINT64_CONSTANT (120) * G_USEC_PER_SEC)
/* "In 5 minutes", counted in active time. */
#define LUEUR_NUDGE_POSTPONE (G_GINT64_CONSTANT (300) * G_USEC_PER_SEC)
/* Active time after which a suggestion that got no answer counts as ignored and goes. */
#define LUEUR_NUDGE_STALE (G_GINT64_CONSTANT (300) * G_USEC_PER_SEC)
/* After so many of those, silence until tomorrow (Workrave's rule). */
#define LUEUR_NUDGE_IGNORED_MAX 3

typedef enum
{
  LUEUR_NUDGE_IDLE,  /* counting */
  LUEUR_NUDGE_DUE,   /* waiting for a pause */
  LUEUR_NUDGE_SHOWN, /* said, and not yet answered */
} LueurNudgePhase;

/**
 * LueurNudgePolicy:
 * @period: active time after which a pause is suggested, µs; 0 for never
 * @phase: where it stands
 * @id: grows with every suggestion
 * @postpone: for how long one is put off, µs of active time
 * @typing_pause: how long nothing has to be typed before one shows, µs
 * @patience: how long it waits at most for that and for the end of a reply, µs
 * @ignored_max: after so many in a row without an answer, silence until tomorrow
 * @ignored: suggestions in a row that got no answer
 * @silent_until: no suggestion before this moment (wall, µs); 0 for none
 * @do_not_disturb: nothing is shown; counting goes on
 * @streaming: a reply is coming in
 *
 * When to suggest a pause: a pure state machine. It never disables anything: it only says whether a
 * suggestion stands.
 */
typedef struct
{
  gint64 period;
  gint64 postpone;
  gint64 typing_pause;
  gint64 patience;
  LueurNudgePhase phase;
  guint id;
  guint ignored_max;
  guint ignored;
  gint64 silent_until;
  gboolean do_not_disturb;
  gboolean streaming;

  gint64 base;         /* value of active that the delay counts from */
  gint64 delay;        /* active µs from base to the next suggestion */
  gboolean postponed;  /* delay is a postponement, not the period */
  gint64 due_since;    /* monotonic */
  gint64 shown_active; /* value of active when it was shown */
  gint64 last_typing;  /* monotonic; G_MININT64 / 2 for never */
} LueurNudgePolicy;

void lueur_nudge_policy_init (LueurNudgePolicy *policy, gint64 period);
void lueur_nudge_policy_set_period (LueurNudgePolicy *policy, gint64 period);
void lueur_nudge_policy_typed (LueurNudgePolicy *policy, const LueurMoment *now);
/* Looks again, with @active as lueur_usage has it. Returns: µs of monotonic time after which to look
 * again although nothing happens, or -1 when only an event can change anything. */
gint64 lueur_nudge_policy_update (LueurNudgePolicy *policy, gint64 active, const LueurMoment *now);
/* A real pause was taken, whether suggested or not: the count has started over. */
void lueur_nudge_policy_rested (LueurNudgePolicy *policy);
/* A day began: what was ignored yesterday is forgotten. */
void lueur_nudge_policy_new_day (LueurNudgePolicy *policy);

void lueur_nudge_policy_take_break (LueurNudgePolicy *policy, gint64 active);
void lueur_nudge_policy_postpone (LueurNudgePolicy *policy, gint64 active);
void lueur_nudge_policy_not_today (LueurNudgePolicy *policy, gint64 active, const LueurMoment *now);

gboolean lueur_nudge_policy_is_visible (const LueurNudgePolicy *policy);
gboolean lueur_nudge_policy_is_silent (const LueurNudgePolicy *policy, const LueurMoment *now);
/* The person typed just now, or a reply streams: no moment for a suggestion. Same return as update. */
gint64   lueur_nudge_policy_wait (const LueurNudgePolicy *policy, const LueurMoment *now);

G_END_DECLS
