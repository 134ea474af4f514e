/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"
#include "core/settings.h"

G_BEGIN_DECLS

/*
 * LueurWellbeing: counts active time and says when a pause would do good. It joins the pure state
 * machines (usage.h, nudge-policy.h) with the clock and the settings; what is shown is somebody else's
 * business (ui/wellbeing), who binds to its properties.
 *
 * Properties: nudge (bool: a pause is suggested right now), nudge-id (uint: grows with each suggestion),
 * active-seconds (uint: since the last real pause), today-seconds (uint), notice (bool: the line that one
 * talks to a program is due; wellbeing.md point 11).
 */
#define LUEUR_TYPE_WELLBEING (lueur_wellbeing_get_type ())
G_DECLARE_FINAL_TYPE (LueurWellbeing, lueur_wellbeing, LUEUR, WELLBEING, GObject)

LueurWellbeing *lueur_wellbeing_new (LueurClock *clock, LueurSettings *settings);

/* The focused window saw a key or a pointer; cheap, call it for every one. */
void lueur_wellbeing_note_input (LueurWellbeing *self, gboolean typing);
/* The window gained or lost the focus; the session was locked or unlocked. */
void lueur_wellbeing_set_focused (LueurWellbeing *self, gboolean focused);
void lueur_wellbeing_set_locked (LueurWellbeing *self, gboolean locked);
/* A reply streams: no nudge now. */
void lueur_wellbeing_set_streaming (LueurWellbeing *self, gboolean streaming);

/* What the person answered. */
void lueur_wellbeing_take_break (LueurWellbeing *self);
void lueur_wellbeing_postpone (LueurWellbeing *self);
void lueur_wellbeing_not_today (LueurWellbeing *self);

gboolean lueur_wellbeing_get_nudge (LueurWellbeing *self);
guint    lueur_wellbeing_get_active_seconds (LueurWellbeing *self);
guint    lueur_wellbeing_get_today_seconds (LueurWellbeing *self);

G_END_DECLS
