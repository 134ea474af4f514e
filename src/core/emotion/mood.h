/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/emotion/label.h"

G_BEGIN_DECLS

/**
 * LueurMood:
 *
 * A feeling over time: rises fast, falls slowly, does not flicker between two labels and does not
 * stick to one. A plain value without a clock of its own: every call is told the time, in
 * microseconds of any clock that never goes back.
 */
typedef struct
{
  LueurFeeling current;
  float level[LUEUR_N_EMOTIONS];
  gint64 updated_at;
  gint64 shown_since;
} LueurMood;

void lueur_mood_init (LueurMood *mood, gint64 now);
/* A sentence was read; @weight 1 for a sentence, more for an *action*, less for somebody else's words. */
void lueur_mood_feed (LueurMood *mood, const LueurFeeling *feeling, float weight, gint64 now);
/* What to show at @now. */
void lueur_mood_get (LueurMood *mood, gint64 now, LueurFeeling *feeling);

G_END_DECLS
