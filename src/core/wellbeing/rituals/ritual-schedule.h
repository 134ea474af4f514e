/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/wellbeing/time/usage.h"

G_BEGIN_DECLS

/* One that the machine slept over still comes within this time; later it is left out. */
#define LUEUR_RITUAL_GRACE (G_GINT64_CONSTANT (2) * 3600 * G_USEC_PER_SEC)
/* Never two of one kind within this time, wherever the person flies and however clocks are set. */
#define LUEUR_RITUAL_APART (G_GINT64_CONSTANT (12) * 3600 * G_USEC_PER_SEC)

/**
 * LueurRitualPlan:
 * @minute: of the local day, in [0, 1440): the hour that the person chose
 * @since: when they asked for it (wall, µs); 0 for unknown. What lay before is not made up for
 * @quiet: whether there are hours in which the companion does not write first
 * @quiet_from: minute of the local day
 * @quiet_to: minute of the local day
 *
 * One ritual, as the person wants it.
 */
typedef struct
{
  guint minute;
  gint64 since;
  gboolean quiet;
  guint quiet_from;
  guint quiet_to;
} LueurRitualPlan;

/**
 * LueurRitualMark:
 * @wall: when it came last (wall, µs); 0 for never
 * @boottime: the same by the clock of this boot (µs), negative for before it; 0 when that is not known
 * @day: the day that it was for, as a Julian number; it began at 03:00
 *
 * What is remembered of a ritual.
 */
typedef struct
{
  gint64 wall;
  gint64 boottime;
  guint32 day;
} LueurRitualMark;

/* The moment (wall, µs) of @minute in @day, which begins at 03:00: minutes before that belong to the night at its end. A
 * local time that the clocks skip is the first moment after the gap; one that comes twice is the first. */
gint64   lueur_ritual_moment (guint32 day, guint minute, GTimeZone *zone);
/* Brings the mark in line with a clock that was set since. Returns: whether it changed, and is to be kept anew */
gboolean lueur_ritual_mark_settle (LueurRitualMark *mark, const LueurMoment *now);
/* Whether it is due @now; @day (out): what for. @mark: settled. */
gboolean lueur_ritual_is_due (const LueurRitualPlan *plan, const LueurRitualMark *mark, const LueurMoment *now, guint32 *day);
/* When it is due next (wall, µs), if nobody sets a clock or travels: @now or later. @mark: settled. */
gint64   lueur_ritual_next (const LueurRitualPlan *plan, const LueurRitualMark *mark, const LueurMoment *now);
/* It came. */
void     lueur_ritual_mark_set (LueurRitualMark *mark, guint32 day, const LueurMoment *now);

G_END_DECLS
