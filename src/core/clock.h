/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define LUEUR_TYPE_CLOCK (lueur_clock_get_type ())
G_DECLARE_DERIVABLE_TYPE (LueurClock, lueur_clock, LUEUR, CLOCK, GObject)

/**
 * LueurClockClass:
 * @get_wall: microseconds since the Unix epoch; may jump either way
 * @get_monotonic: microseconds that never go back and stop during suspend
 * @get_boottime: microseconds that never go back and go on during suspend
 * @get_timezone: (transfer full): the zone that days and hours are told in
 * @add_timeout: runs @callback once after @delay_ms of monotonic time; returns an id, never 0
 * @remove_timeout: cancels what @add_timeout returned; unknown ids are ignored
 *
 * All the time there is. Nothing in Lueur reads the system's clocks itself, so a test that hands in
 * another clock owns time.
 */
struct _LueurClockClass
{
  GObjectClass parent_class;

  gint64 (*get_wall) (LueurClock *self);
  gint64 (*get_monotonic) (LueurClock *self);
  gint64 (*get_boottime) (LueurClock *self);
  GTimeZone *(*get_timezone) (LueurClock *self);
  guint (*add_timeout) (LueurClock *self, guint delay_ms, GSourceOnceFunc callback, gpointer data);
  void (*remove_timeout) (LueurClock *self, guint id);
};

LueurClock *lueur_clock_new (void);
gint64      lueur_clock_get_wall (LueurClock *self);
gint64      lueur_clock_get_monotonic (LueurClock *self);
gint64      lueur_clock_get_boottime (LueurClock *self);
GTimeZone  *lueur_clock_get_timezone (LueurClock *self);
GDateTime  *lueur_clock_get_local (LueurClock *self);
guint       lueur_clock_add_timeout (LueurClock *self, guint delay_ms, GSourceOnceFunc callback, gpointer data);
void        lueur_clock_remove_timeout (LueurClock *self, guint id);

G_END_DECLS
