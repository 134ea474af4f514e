/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <time.h>

G_BEGIN_DECLS

/**
 * LueurGuard:
 * @cancellable: cancelled once the time is over
 *
 * Ends what takes too much work: a thread that waits beside the one that works. What counts is the processor's time of that
 * one: on a machine that does other things too, what is hardly any work may take long, and would never come.
 */
typedef struct
{
  GMutex lock;
  GCond done;
  clockid_t clock; /* of the thread that works */
  gint64 begun;    /* of that clock, when the guard was set (us) */
  gint64 most;     /* (us) */
  gint64 latest;   /* of the monotonic clock: whatever it is that takes so long */
  gboolean over;
  gboolean fired;
  GCancellable *cancellable;
  GThread *thread;
} LueurGuard;

/* In the thread that works. @seconds: of its processor time; of the hour it may be ten times as many. */
void     lueur_guard_start (LueurGuard *guard, guint seconds);
/* Whether the time was over. */
gboolean lueur_guard_stop (LueurGuard *guard);

G_END_DECLS
