/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/wellbeing/phrase/phrase.h"

G_BEGIN_DECLS

#define LUEUR_HINT_FEATURES_MAX 3072
#define LUEUR_HINT_SEEN 8192
#define LUEUR_HINT_WORDS_MAX 60 /* of one stretch; what is longer is read in several */
/* What few words count: the larger, the less, for a line of three words tells little. Part of the model. */
#define LUEUR_HINT_SOFT_WORDS 8
#define LUEUR_HINT_SOFT_LETTERS 60

/**
 * LueurHintFeatures:
 * @ids: 32-bit hashes, each once
 * @seen: for the reading alone
 * @n_words: how many of them are words and pairs of words; they come first
 * @n: how many there are; the rest are runs of letters
 *
 * What the reader of hints looks at.
 */
typedef struct
{
  guint32 ids[LUEUR_HINT_FEATURES_MAX];
  guint32 seen[LUEUR_HINT_SEEN]; /* what stands in @ids already, by its last bits */
  guint n_words;
  guint n;
} LueurHintFeatures;

void lueur_hint_features_read (LueurHintFeatures *self, const LueurPhraseReading *reading, guint from, guint to);

G_END_DECLS
