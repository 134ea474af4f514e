/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/emotion/model.h"

G_BEGIN_DECLS

/**
 * LueurReading:
 * @odds: log odds of the labels
 * @valence: log odds of being pleasant
 * @stir: how loudly it is said, in [-1, 1]: capitals, “!”, “so much”, “a little”
 * @denied: bit set (1 << LueurEmotion) of the labels that are named only to be denied
 * @settings: of the language it is in
 *
 * What the model makes of a piece of text, before it is decided what to show.
 */
typedef struct
{
  float odds[LUEUR_N_EMOTIONS];
  float valence;
  float stir;
  guint32 denied;
  const LueurModelSettings *settings;
} LueurReading;

void lueur_reading_init (LueurReading *self, const LueurModelSettings *settings);
void lueur_reading_add_action (LueurReading *self, LueurEmotion label, float strength);
void lueur_reading_decide (const LueurReading *self, LueurFeeling *feeling);
/* What somebody feels of whom no more is known than the label. */
void lueur_feeling_set (LueurFeeling *feeling, LueurEmotion label, float strength);

G_END_DECLS
