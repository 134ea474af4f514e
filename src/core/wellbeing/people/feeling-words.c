/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/wellbeing/people/feeling-words.h"

#define A(id, en, fr, valence) { id, en, fr, 0, 0, valence }
#define B(id, en, fr, parent, valence) { id, en, fr, 1, parent, valence }
#define C(id, en, fr, parent, valence) { id, en, fr, 2, 6 + (parent), valence }

static const LueurFeelingWord words[] = {
  A ("joy", "Joy", "Joie", 0.8),
  A ("tenderness", "Tenderness", "Tendresse", 0.7),
  A ("surprise", "Surprise", "Surprise", 0.1),
  A ("sadness", "Sadness", "Tristesse", -0.7),
  A ("fear", "Fear", "Peur", -0.6),
  A ("anger", "Anger", "Colère", -0.6),

  B ("cheer", "Cheer", "Gaieté", 0, 0.8),
  B ("contentment", "Contentment", "Contentement", 0, 0.7),
  B ("pride", "Pride", "Fierté", 0, 0.7),
  B ("love", "Love", "Amour", 1, 0.8),
  B ("gratitude", "Gratitude", "Gratitude", 1, 0.8),
  B ("calm", "Calm", "Calme", 1, 0.6),
  B ("wonder", "Wonder", "Ravissement", 2, 0.6),
  B ("confusion", "Confusion", "Trouble", 2, -0.2),
  B ("shock", "Shock", "Choc", 2, -0.5),
  B ("loneliness", "Loneliness", "Solitude", 3, -0.7),
  B ("grief", "Grief", "Chagrin", 3, -0.8),
  B ("weariness", "Weariness", "Lassitude", 3, -0.6),
  B ("worry", "Worry", "Inquiétude", 4, -0.5),
  B ("insecurity", "Insecurity", "Insécurité", 4, -0.5),
  B ("dread", "Dread", "Angoisse", 4, -0.8),
  B ("irritation", "Irritation", "Agacement", 5, -0.4),
  B ("hurt", "Hurt", "Blessure", 5, -0.7),
  B ("disgust", "Disgust", "Dégoût", 5, -0.6),

  C ("amusement", "Amusement", "Amusement", 0, 0.7),
  C ("playfulness", "Playfulness", "Espièglerie", 0, 0.7),
  C ("satisfaction", "Satisfaction", "Satisfaction", 1, 0.7),
  C ("fulfilment", "Fulfilment", "Plénitude", 1, 0.8),
  C ("achievement", "Achievement", "Réussite", 2, 0.8),
  C ("confidence", "Confidence", "Assurance", 2, 0.6),
  C ("affection", "Affection", "Affection", 3, 0.7),
  C ("closeness", "Closeness", "Complicité", 3, 0.7),
  C ("being-moved", "Touched", "Émoi", 4, 0.6),
  C ("relief", "Relief", "Soulagement", 4, 0.6),
  C ("safety", "Safety", "Sécurité", 5, 0.6),
  C ("serenity", "Serenity", "Sérénité", 5, 0.7),
  C ("curiosity", "Curiosity", "Curiosité", 6, 0.5),
  C ("admiration", "Admiration", "Admiration", 6, 0.6),
  C ("doubt", "Doubt", "Doute", 7, -0.3),
  C ("puzzlement", "Puzzlement", "Perplexité", 7, -0.1),
  C ("disbelief", "Disbelief", "Incrédulité", 8, -0.3),
  C ("dismay", "Dismay", "Stupeur", 8, -0.6),
  C ("abandonment", "Abandonment", "Abandon", 9, -0.8),
  C ("longing", "Longing", "Manque", 9, -0.5),
  C ("loss", "Loss", "Deuil", 10, -0.8),
  C ("disappointment", "Disappointment", "Déception", 10, -0.6),
  C ("emptiness", "Emptiness", "Vide", 11, -0.7),
  C ("discouragement", "Discouragement", "Abattement", 11, -0.6),
  C ("nervousness", "Nervousness", "Nervosité", 12, -0.4),
  C ("tension", "Tension", "Tension", 12, -0.5),
  C ("inadequacy", "Inadequacy", "Doute de soi", 13, -0.6),
  C ("embarrassment", "Embarrassment", "Gêne", 13, -0.4),
  C ("panic", "Panic", "Panique", 14, -0.9),
  C ("helplessness", "Helplessness", "Impuissance", 14, -0.7),
  C ("impatience", "Impatience", "Impatience", 15, -0.3),
  C ("frustration", "Frustration", "Frustration", 15, -0.5),
  C ("jealousy", "Jealousy", "Jalousie", 16, -0.6),
  C ("humiliation", "Humiliation", "Humiliation", 16, -0.8),
  C ("contempt", "Contempt", "Mépris", 17, -0.6),
  C ("shame", "Shame", "Honte", 17, -0.7),
};
G_STATIC_ASSERT (G_N_ELEMENTS (words) == LUEUR_N_FEELING_WORDS);

const LueurFeelingWord *
lueur_feeling_words_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (words), &words[0]);
  return &words[index];
}

const LueurFeelingWord *
lueur_feeling_words_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i].id, id) == 0)
      return &words[i];
  return NULL;
}

/**
 * lueur_feeling_word_get_name:
 * @language: "fr", or anything else for English
 *
 * Returns: (transfer none): the word
 */
const char *
lueur_feeling_word_get_name (const LueurFeelingWord *self, const char *language)
{
  return g_strcmp0 (language, "fr") == 0 ? self->fr : self->en;
}

guint
lueur_feeling_words_get_ring (guint ring, guint *n)
{
  static const guint firsts[] = { 0, 6, 24, LUEUR_N_FEELING_WORDS };

  g_return_val_if_fail (ring < LUEUR_FEELING_RINGS, 0);
  *n = firsts[ring + 1] - firsts[ring];
  return firsts[ring];
}
