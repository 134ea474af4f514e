/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/fake-clock.h"

typedef struct
{
  guint id;
  gint64 due; /* monotonic µs */
  GSourceOnceFunc callback;
  gpointer data;
} Timeout;

struct _LueurFakeClock
{
  LueurClock parent_instance;

  gint64 wall;
  gint64 monotonic;
  gint64 boottime;
  GTimeZone *zone;
  GArray *timeouts; /* of Timeout, in order of id: the earlier added wins among equals */
  guint last_id;
};

G_DEFINE_FINAL_TYPE (LueurFakeClock, lueur_fake_clock, LUEUR_TYPE_CLOCK)

/* A callback that re-arms itself without delay would hold time still for ever. */
#define MAX_RUNS_AT_ONE_MOMENT 100000

/* Index of the timeout that falls due first, or -1. */
static int
find_next (LueurFakeClock *self)
{
  int next = -1;

  for (guint i = 0; i < self->timeouts->len; i++)
    if (next < 0 || g_array_index (self->timeouts, Timeout, i).due < g_array_index (self->timeouts, Timeout, next).due)
      next = (int) i;
  return next;
}

static void
move (LueurFakeClock *self, gint64 usec)
{
  self->wall += usec;
  self->monotonic += usec;
  self->boottime += usec;
}

static gint64
fake_get_wall (LueurClock *clock)
{
  return LUEUR_FAKE_CLOCK (clock)->wall;
}

static gint64
fake_get_monotonic (LueurClock *clock)
{
  return LUEUR_FAKE_CLOCK (clock)->monotonic;
}

static gint64
fake_get_boottime (LueurClock *clock)
{
  return LUEUR_FAKE_CLOCK (clock)->boottime;
}

static GTimeZone *
fake_get_timezone (LueurClock *clock)
{
  return g_time_zone_ref (LUEUR_FAKE_CLOCK (clock)->zone);
}

static guint
fake_add_timeout (LueurClock *clock, guint delay_ms, GSourceOnceFunc callback, gpointer data)
{
  LueurFakeClock *self = LUEUR_FAKE_CLOCK (clock);
  Timeout timeout = { ++self->last_id, self->monotonic + (gint64) delay_ms * 1000, callback, data };

  g_array_append_val (self->timeouts, timeout);
  return timeout.id;
}

static void
fake_remove_timeout (LueurClock *clock, guint id)
{
  LueurFakeClock *self = LUEUR_FAKE_CLOCK (clock);

  for (guint i = 0; i < self->timeouts->len; i++)
    if (g_array_index (self->timeouts, Timeout, i).id == id)
      {
        g_array_remove_index (self->timeouts, i);
        return;
      }
}

static void
lueur_fake_clock_finalize (GObject *object)
{
  LueurFakeClock *self = LUEUR_FAKE_CLOCK (object);

  g_array_unref (self->timeouts);
  g_time_zone_unref (self->zone);
  G_OBJECT_CLASS (lueur_fake_clock_parent_class)->finalize (object);
}

static void
lueur_fake_clock_class_init (LueurFakeClockClass *klass)
{
  LueurClockClass *clock_class = LUEUR_CLOCK_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lueur_fake_clock_finalize;
  clock_class->get_wall = fake_get_wall;
  clock_class->get_monotonic = fake_get_monotonic;
  clock_class->get_boottime = fake_get_boottime;
  clock_class->get_timezone = fake_get_timezone;
  clock_class->add_timeout = fake_add_timeout;
  clock_class->remove_timeout = fake_remove_timeout;
}

static void
lueur_fake_clock_init (LueurFakeClock *self)
{
  self->timeouts = g_array_new (FALSE, FALSE, sizeof (Timeout));
  self->zone = g_time_zone_new_utc ();
  self->monotonic = G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC;
  self->boottime = self->monotonic;
}

LueurFakeClock *
lueur_fake_clock_new (const char *zone, int year, int month, int day, int hour, int minute)
{
  LueurFakeClock *self = g_object_new (LUEUR_TYPE_FAKE_CLOCK, NULL);

  lueur_fake_clock_set_zone (self, zone);
  lueur_fake_clock_set_local (self, year, month, day, hour, minute);
  return self;
}

void
lueur_fake_clock_advance (LueurFakeClock *self, gint64 usec)
{
  gint64 end = self->monotonic + usec;
  guint runs = 0;
  int next;

  g_return_if_fail (usec >= 0);

  g_object_ref (self); /* a callback may drop the last reference of what it tests */
  while ((next = find_next (self)) >= 0)
    {
      Timeout timeout = g_array_index (self->timeouts, Timeout, next);

      if (timeout.due > end)
        break;
      if (timeout.due > self->monotonic)
        {
          move (self, timeout.due - self->monotonic);
          runs = 0;
        }
      if (++runs > MAX_RUNS_AT_ONE_MOMENT)
        g_error ("a timeout re-arms itself without any delay");
      g_array_remove_index (self->timeouts, (guint) next);
      timeout.callback (timeout.data);
    }
  if (end > self->monotonic)
    move (self, end - self->monotonic);
  g_object_unref (self);
}

void
lueur_fake_clock_advance_seconds (LueurFakeClock *self, gint64 seconds)
{
  lueur_fake_clock_advance (self, seconds * G_USEC_PER_SEC);
}

void
lueur_fake_clock_suspend (LueurFakeClock *self, gint64 usec)
{
  g_return_if_fail (usec >= 0);

  self->wall += usec;
  self->boottime += usec;
}

void
lueur_fake_clock_jump (LueurFakeClock *self, gint64 usec)
{
  self->wall += usec;
}

void
lueur_fake_clock_set_wall (LueurFakeClock *self, gint64 usec)
{
  self->wall = usec;
}

void
lueur_fake_clock_set_monotonic (LueurFakeClock *self, gint64 usec)
{
  self->monotonic = usec;
}

void
lueur_fake_clock_set_boottime (LueurFakeClock *self, gint64 usec)
{
  self->boottime = usec;
}

void
lueur_fake_clock_set_local (LueurFakeClock *self, int year, int month, int day, int hour, int minute)
{
  g_autoptr (GDateTime) local = g_date_time_new (self->zone, year, month, day, hour, minute, 0);

  g_assert_nonnull (local);
  self->wall = g_date_time_to_unix_usec (local);
}

void
lueur_fake_clock_set_zone (LueurFakeClock *self, const char *zone)
{
  GTimeZone *found = g_time_zone_new_identifier (zone);

  g_assert_nonnull (found);
  g_time_zone_unref (self->zone);
  self->zone = found;
}

guint
lueur_fake_clock_get_n_timeouts (LueurFakeClock *self)
{
  return self->timeouts->len;
}
