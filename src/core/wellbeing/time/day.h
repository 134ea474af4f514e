/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A day starts at this local hour unless the person chose another, as in GNOME Shell's break manager: a late evening is
 * one evening. */
#define LUEUR_DAY_HOUR 3
/* The latest hour that can be chosen. */
#define LUEUR_DAY_HOUR_MAX 6

/**
 * LueurDayStart:
 * @hour: the local hour at which days start, 0 to %LUEUR_DAY_HOUR_MAX
 * @before: the hour at which they started until the end of the day @until
 * @until: the day that ran when the person chose @hour; 0 when they never did
 *
 * When days start. A choice takes effect with the next day: the one that runs keeps its name, and ends at the later of both
 * hours, so that no day is there twice, and none is cut short of what it was.
 */
typedef struct
{
  guint hour;
  guint before;
  guint32 until;
} LueurDayStart;

/* @start: (nullable) everywhere: NULL for %LUEUR_DAY_HOUR. */

/* Days are told as Julian day numbers (g_date_get_julian()), so that they can be counted. */
guint32 lueur_day_at (gint64 wall, GTimeZone *zone, const LueurDayStart *start);
/* The moment (wall, µs) at which the day after the one of @wall starts. */
gint64  lueur_day_next_start (gint64 wall, GTimeZone *zone, const LueurDayStart *start);
/* The local hour at which @day ends. */
guint   lueur_day_get_end_hour (guint32 day, const LueurDayStart *start);
/* The moment (wall, µs) of @minute in the calendar's @date, a Julian number. */
gint64  lueur_day_moment (guint32 date, guint minute, GTimeZone *zone);
/* Seconds that local time is ahead of UTC at @seconds since the epoch. */
gint64  lueur_day_offset (GTimeZone *zone, gint64 seconds);

void lueur_day_start_init (LueurDayStart *start, guint hour, guint before, guint32 until);
/* The person chose @hour. Returns: whether that is another one */
gboolean lueur_day_start_choose (LueurDayStart *start, guint hour, gint64 wall, GTimeZone *zone);

/* The same day as the store writes it, yyyymmdd; and back, 0 for what is no date. */
int     lueur_day_to_date (guint32 day);
guint32 lueur_day_from_date (int date);

G_END_DECLS
