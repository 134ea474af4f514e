/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * LueurAlarm: one call at a moment of the wall clock, in the main context, however long the machine slept before it; and
 * whenever somebody sets that clock. In between the process does not wake at all.
 */
typedef struct _LueurAlarm LueurAlarm;

LueurAlarm *lueur_alarm_new (GSourceOnceFunc callback, gpointer data);
void        lueur_alarm_free (LueurAlarm *self);
/* @wall: µs since the epoch. An earlier call that waits is forgotten. */
void        lueur_alarm_set (LueurAlarm *self, gint64 wall);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurAlarm, lueur_alarm_free)

G_END_DECLS
