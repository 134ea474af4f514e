/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An end to what takes too long. */

#include "ui/avatar/guard.h"

#include <pthread.h>
#include <string.h>

/* How often it looks again at the least (us). */
#define LOOK_AGAIN 20000
#define HOUR_FACTOR 10

static gint64
read_clock (clockid_t clock)
{
  struct timespec time;

  return clock_gettime (clock, &time) == 0 ? time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000 : 0;
}

static gpointer
guard_thread (gpointer data)
{
  LueurGuard *guard = data;

  g_mutex_lock (&guard->lock);
  while (!guard->over)
    {
      gint64 left = guard->most - (read_clock (guard->clock) - guard->begun), now = g_get_monotonic_time ();

      if (left <= 0 || now >= guard->latest)
        {
          guard->fired = TRUE;
          break;
        }
      /* It cannot have worked longer than it was. */
      g_cond_wait_until (&guard->done, &guard->lock, MIN (now + MAX (left, LOOK_AGAIN), guard->latest));
    }
  g_mutex_unlock (&guard->lock);
  if (guard->fired)
    g_cancellable_cancel (guard->cancellable);
  return NULL;
}

void
lueur_guard_start (LueurGuard *guard, guint seconds)
{
  memset (guard, 0, sizeof *guard);
  if (pthread_getcpuclockid (pthread_self (), &guard->clock) != 0)
    guard->clock = CLOCK_MONOTONIC;
  guard->begun = read_clock (guard->clock);
  guard->most = seconds * G_TIME_SPAN_SECOND;
  guard->latest = g_get_monotonic_time () + HOUR_FACTOR * guard->most;
  g_mutex_init (&guard->lock);
  g_cond_init (&guard->done);
  guard->cancellable = g_cancellable_new ();
  guard->thread = g_thread_new ("lueur-avatar-guard", guard_thread, guard);
}

gboolean
lueur_guard_stop (LueurGuard *guard)
{
  g_mutex_lock (&guard->lock);
  guard->over = TRUE;
  g_cond_signal (&guard->done);
  g_mutex_unlock (&guard->lock);
  g_thread_join (guard->thread);
  g_mutex_clear (&guard->lock);
  g_cond_clear (&guard->done);
  g_object_unref (guard->cancellable);
  return guard->fired;
}
