/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An end to what takes too long. */

#include "ui/avatar/guard.h"

#include <string.h>

static gpointer
guard_thread (gpointer data)
{
  LueurGuard *guard = data;

  g_mutex_lock (&guard->lock);
  while (!guard->over)
    if (!g_cond_wait_until (&guard->done, &guard->lock, guard->until))
      {
        guard->fired = !guard->over;
        break;
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
  guard->until = g_get_monotonic_time () + seconds * G_TIME_SPAN_SECOND;
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
