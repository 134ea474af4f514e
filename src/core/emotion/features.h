/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/emotion/scan.h"

#define LUEUR_FEATURES_MAX 8192
#define LUEUR_PIECES_MAX (1 + 1 + 3 * (LUEUR_WORD_MAX + 2))

/**
 * LueurFeatures:
 * @ids: 32-bit hashes; the model keeps as many low bits as its tables have rows
 * @n_words: how many of them are words and what goes with words; they come first
 * @n: how many there are; the rest are pieces of words
 *
 * What the linear half of the model looks at: words and pairs of words, how they are written, signs, and
 * pieces of three to six letters, so that misspellings and endings are still known.
 */
typedef struct
{
  uint32_t ids[LUEUR_FEATURES_MAX];
  unsigned n_words;
  unsigned n;
} LueurFeatures;

/* The feature that a word is by itself. */
uint32_t lueur_features_of_word (const LueurToken *token);
void     lueur_features_read (LueurFeatures *self, const LueurScan *scan);
/* The rows whose sum is a token's vector in the other half of the model: the token first, then its pieces. */
unsigned lueur_features_of_token (const LueurScan *scan, unsigned index, uint32_t ids[LUEUR_PIECES_MAX]);
