/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "agent/alarm.h"

#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>

struct _LueurAlarm
{
  int fd;
  guint source;
  GSourceOnceFunc callback;
  gpointer data;
};

static gboolean
on_ready (int fd, GIOCondition condition, gpointer data)
{
  LueurAlarm *self = data;
  guint64 count;

  /* Whether the time has come or the clock was set (ECANCELED): either way it is time to look again. */
  if (read (fd, &count, sizeof count) < 0)
    g_debug ("The clock was set");
  self->callback (self->data);
  return G_SOURCE_CONTINUE;
}

/**
 * lueur_alarm_new:
 * @callback: called in the main context
 * @data: for @callback
 *
 * Returns: (transfer full): an alarm that is not set
 */
LueurAlarm *
lueur_alarm_new (GSourceOnceFunc callback, gpointer data)
{
  LueurAlarm *self = g_new0 (LueurAlarm, 1);

  self->callback = callback;
  self->data = data;
  /* The wall clock's own timer: it goes off on waking when its time came during sleep. */
  self->fd = timerfd_create (CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  if (self->fd < 0)
    g_error ("timerfd_create: %m");
  self->source = g_unix_fd_add (self->fd, G_IO_IN, on_ready, self);
  return self;
}

void
lueur_alarm_free (LueurAlarm *self)
{
  g_source_remove (self->source);
  close (self->fd);
  g_free (self);
}

/**
 * lueur_alarm_set:
 * @wall: µs since the epoch; a moment that is over is now
 */
void
lueur_alarm_set (LueurAlarm *self, gint64 wall)
{
  gint64 at = MAX (wall, 1);
  struct itimerspec spec = { .it_value = { at / G_USEC_PER_SEC, at % G_USEC_PER_SEC * 1000 } };

  if (timerfd_settime (self->fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &spec, NULL) < 0)
    g_warning ("timerfd_settime: %m");
}
