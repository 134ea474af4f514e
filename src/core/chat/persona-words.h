/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/persona.h"

G_BEGIN_DECLS

/**
 * LueurPersonaWord:
 * @key: how it is kept with a companion; %NULL for the end of an axis
 * @english: the word
 * @french: of a feminine, and of any other noun ("caractère" where nothing is to agree with the companion)
 *
 * A word of temperament.
 */
typedef struct
{
  const char *key;
  const char *english;
  const char *french[2];
} LueurPersonaWord;

/* The words that can be picked. */
const LueurPersonaWord *lueur_persona_words_get_chips (guint *n_words);
/* (nullable): any case */
const LueurPersonaWord *lueur_persona_words_find_chip (const char *key);
/* @high: FALSE for the first word of the axis (-1), TRUE for the second */
const LueurPersonaWord *lueur_persona_words_get_trait (LueurTrait trait, gboolean high);
/* As a companion of that language and gender is told. */
const char             *lueur_persona_word_say (const LueurPersonaWord *word, gboolean french, LueurGender gender);

G_END_DECLS
