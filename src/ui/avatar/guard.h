/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LueurGuard:
 * @cancellable: cancelled once the time is over
 *
 * Ends what takes too long: a thread that waits beside the one that works.
 */
typedef struct
{
  GMutex lock;
  GCond done;
  gint64 until; /* of the monotonic clock */
  gboolean over;
  gboolean fired;
  GCancellable *cancellable;
  GThread *thread;
} LueurGuard;

void     lueur_guard_start (LueurGuard *guard, guint seconds);
/* Whether the time was over. */
gboolean lueur_guard_stop (LueurGuard *guard);

G_END_DECLS
