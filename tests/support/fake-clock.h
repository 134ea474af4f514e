/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"

G_BEGIN_DECLS

#define LUEUR_TYPE_FAKE_CLOCK (lueur_fake_clock_get_type ())
G_DECLARE_FINAL_TYPE (LueurFakeClock, lueur_fake_clock, LUEUR, FAKE_CLOCK, LueurClock)

/*
 * LueurFakeClock: a clock that stands still until a test moves it. Its timeouts run inside
 * lueur_fake_clock_advance(), on the caller's stack, in the order in which they fall due; each sees
 * the clock at its own moment. It needs no main loop.
 */

/* Starts at that local moment in @zone ("Europe/Paris"), with monotonic and boot time at one hour. */
LueurFakeClock *lueur_fake_clock_new (const char *zone, int year, int month, int day, int hour, int minute);

/* Time passes: all three clocks go on by @usec (never negative) and timeouts that fall due run. */
void lueur_fake_clock_advance (LueurFakeClock *self, gint64 usec);
void lueur_fake_clock_advance_seconds (LueurFakeClock *self, gint64 seconds);
/* The machine sleeps: wall and boot time go on, monotonic time stands still, no timeout runs. */
void lueur_fake_clock_suspend (LueurFakeClock *self, gint64 usec);
/* Somebody sets the wall clock, by @usec either way; the other two know nothing of it. */
void lueur_fake_clock_jump (LueurFakeClock *self, gint64 usec);

/* Sets one clock and runs nothing. */
void lueur_fake_clock_set_wall (LueurFakeClock *self, gint64 usec);
void lueur_fake_clock_set_monotonic (LueurFakeClock *self, gint64 usec);
void lueur_fake_clock_set_boottime (LueurFakeClock *self, gint64 usec);
/* Sets the wall clock to a local moment of the current zone. */
void lueur_fake_clock_set_local (LueurFakeClock *self, int year, int month, int day, int hour, int minute);
/* The person travels: same instant, another zone. */
void lueur_fake_clock_set_zone (LueurFakeClock *self, const char *zone);

/* How many timeouts wait: a test of "nothing is left behind". */
guint lueur_fake_clock_get_n_timeouts (LueurFakeClock *self);

G_END_DECLS
