/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/clock.h"

#include <time.h>

G_DEFINE_TYPE (LueurClock, lueur_clock, G_TYPE_OBJECT)

static gint64
read_clock (clockid_t id)
{
  struct timespec now;

  clock_gettime (id, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static gint64
real_get_wall (LueurClock *self)
{
  return g_get_real_time ();
}

static gint64
real_get_monotonic (LueurClock *self)
{
  return read_clock (CLOCK_MONOTONIC);
}

static gint64
real_get_boottime (LueurClock *self)
{
  return read_clock (CLOCK_BOOTTIME);
}

static GTimeZone *
real_get_timezone (LueurClock *self)
{
  return g_time_zone_new_local ();
}

static guint
real_add_timeout (LueurClock *self, guint delay_ms, GSourceOnceFunc callback, gpointer data)
{
  guint id = g_timeout_add_once (delay_ms, callback, data);

  g_source_set_name_by_id (id, "lueur-clock");
  return id;
}

static void
real_remove_timeout (LueurClock *self, guint id)
{
  GSource *source = g_main_context_find_source_by_id (NULL, id);

  if (source != NULL)
    g_source_destroy (source);
}

static void
lueur_clock_class_init (LueurClockClass *klass)
{
  klass->get_wall = real_get_wall;
  klass->get_monotonic = real_get_monotonic;
  klass->get_boottime = real_get_boottime;
  klass->get_timezone = real_get_timezone;
  klass->add_timeout = real_add_timeout;
  klass->remove_timeout = real_remove_timeout;
}

static void
lueur_clock_init (LueurClock *self)
{
}

/**
 * lueur_clock_new:
 *
 * Returns: (transfer full): the system's clock
 */
LueurClock *
lueur_clock_new (void)
{
  return g_object_new (LUEUR_TYPE_CLOCK, NULL);
}

/**
 * lueur_clock_get_wall:
 *
 * Returns: microseconds since the Unix epoch. May jump: use it to tell a date, not to measure.
 */
gint64
lueur_clock_get_wall (LueurClock *self)
{
  return LUEUR_CLOCK_GET_CLASS (self)->get_wall (self);
}

/**
 * lueur_clock_get_monotonic:
 *
 * Returns: microseconds that never go back and stop while the machine sleeps
 */
gint64
lueur_clock_get_monotonic (LueurClock *self)
{
  return LUEUR_CLOCK_GET_CLASS (self)->get_monotonic (self);
}

/**
 * lueur_clock_get_boottime:
 *
 * Returns: microseconds that never go back and go on while the machine sleeps. Where it grows faster
 *   than [method@Clock.get_monotonic], the machine was suspended.
 */
gint64
lueur_clock_get_boottime (LueurClock *self)
{
  return LUEUR_CLOCK_GET_CLASS (self)->get_boottime (self);
}

/**
 * lueur_clock_get_timezone:
 *
 * Returns: (transfer full): the zone the person lives in right now
 */
GTimeZone *
lueur_clock_get_timezone (LueurClock *self)
{
  return LUEUR_CLOCK_GET_CLASS (self)->get_timezone (self);
}

/**
 * lueur_clock_get_local:
 *
 * Returns: (transfer full): now, in the person's zone
 */
GDateTime *
lueur_clock_get_local (LueurClock *self)
{
  g_autoptr (GTimeZone) zone = lueur_clock_get_timezone (self);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (lueur_clock_get_wall (self));

  return g_date_time_to_timezone (utc, zone);
}

/**
 * lueur_clock_add_timeout:
 * @delay_ms: milliseconds of monotonic time
 * @callback: called once, in the main context
 * @data: for @callback
 *
 * Returns: an id for [method@Clock.remove_timeout], never 0
 */
guint
lueur_clock_add_timeout (LueurClock *self, guint delay_ms, GSourceOnceFunc callback, gpointer data)
{
  return LUEUR_CLOCK_GET_CLASS (self)->add_timeout (self, delay_ms, callback, data);
}

/**
 * lueur_clock_remove_timeout:
 * @id: from [method@Clock.add_timeout]; one that has fired already, or 0, is ignored
 */
void
lueur_clock_remove_timeout (LueurClock *self, guint id)
{
  if (id != 0)
    LUEUR_CLOCK_GET_CLASS (self)->remove_timeout (self, id);
}
