/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Six families, three feelings in each, two words for each of those. */
#define LUEUR_FEELING_RINGS 3
#define LUEUR_N_FAMILIES 6
#define LUEUR_N_FEELING_WORDS (LUEUR_N_FAMILIES + 18 + 36)

/**
 * LueurFeelingWord:
 * @id: what is kept of it; never changes
 * @en: in English
 * @fr: in French: a noun, so that it is nobody's gender
 * @ring: 0 (a family) to 2 (a shade)
 * @parent: index of what it is a shade of; its own in ring 0
 * @valence: unpleasant to pleasant, in [-1, 1]
 *
 * A word for a feeling, on a wheel of three rings. The words of a ring stand in the order in which they go round, so
 * that each lies beside its parent.
 */
typedef struct
{
  const char *id;
  const char *en;
  const char *fr;
  guint ring;
  guint parent;
  double valence;
} LueurFeelingWord;

const LueurFeelingWord *lueur_feeling_words_get (guint index);
const LueurFeelingWord *lueur_feeling_words_find (const char *id); /* (nullable) */
/* In the person's language. */
const char             *lueur_feeling_word_get_name (const LueurFeelingWord *self, const char *language);
/* First word of @ring, and how many it has. */
guint                   lueur_feeling_words_get_ring (guint ring, guint *n);

G_END_DECLS
