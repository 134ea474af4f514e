/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/emotion/model.h"

G_BEGIN_DECLS

/**
 * LueurReading:
 * @odds: log odds of the labels
 * @valence: log odds of being pleasant
 * @stir: how loudly it is said, in [-1, 1]: capitals, “!”, “so much”, “a little”
 * @settings: of the language it is in
 *
 * What the model makes of a piece of text, before it is decided what to show.
 */
typedef struct
{
  float odds[LUEUR_N_EMOTIONS];
  float valence;
  float stir;
  const LueurModelSettings *settings;
} LueurReading;

void lueur_reading_add_action (LueurReading *self, LueurEmotion label, float strength);
void lueur_reading_decide (const LueurReading *self, LueurFeeling *feeling);

G_END_DECLS
