/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words of temperament, in English and French. */

#include "core/chat/persona-words.h"

static const LueurPersonaWord chips[] = {
  { "curious", "curious", { "curieuse", "curieux" } },
  { "calm", "calm", { "calme", "calme" } },
  { "funny", "funny", { "drôle", "drôle" } },
  { "frank", "frank", { "franche", "franc" } },
  { "dreamy", "dreamy", { "rêveuse", "rêveur" } },
  { "cultured", "cultured", { "cultivée", "cultivé" } },
  { "patient", "patient", { "patiente", "patient" } },
  { "attentive", "attentive", { "attentionnée", "attentionné" } },
  { "energetic", "energetic", { "énergique", "énergique" } },
  { "tender", "tender", { "tendre", "tendre" } },
  { "ironic", "ironic", { "ironique", "ironique" } },
  { "lighthearted", "light-hearted", { "légère", "léger" } },
  { "organised", "organised", { "organisée", "organisé" } },
  { "creative", "creative", { "créative", "créatif" } },
  { "optimistic", "optimistic", { "optimiste", "optimiste" } },
  { "shy", "shy", { "timide", "timide" } },
  { "adventurous", "adventurous", { "aventureuse", "aventureux" } },
  { "thoughtful", "thoughtful", { "réfléchie", "réfléchi" } },
  { "mischievous", "mischievous", { "espiègle", "espiègle" } },
  { "spontaneous", "spontaneous", { "spontanée", "spontané" } },
  { "sensitive", "sensitive", { "sensible", "sensible" } },
  { "loyal", "loyal", { "loyale", "loyal" } },
  { "passionate", "passionate", { "passionnée", "passionné" } },
  { "wise", "wise", { "sage", "sage" } },
};

static const LueurPersonaWord traits[LUEUR_N_TRAITS][2] = {
  [LUEUR_TRAIT_GENTLE_TEASING] = { { NULL, "gentle", { "douce", "doux" } },
                                   { NULL, "teasing", { "taquine", "taquin" } } },
  [LUEUR_TRAIT_PLAYFUL_SERIOUS] = { { NULL, "playful", { "joueuse", "joueur" } },
                                    { NULL, "serious", { "sérieuse", "sérieux" } } },
  [LUEUR_TRAIT_TALKATIVE_QUIET] = { { NULL, "talkative", { "bavarde", "bavard" } },
                                    { NULL, "quiet", { "silencieuse", "silencieux" } } },
  [LUEUR_TRAIT_CANDID_DIPLOMATIC] = { { NULL, "candid", { "directe", "direct" } },
                                      { NULL, "diplomatic", { "diplomate", "diplomate" } } },
  [LUEUR_TRAIT_WARM_RESERVED] = { { NULL, "warm", { "chaleureuse", "chaleureux" } },
                                  { NULL, "reserved", { "réservée", "réservé" } } },
};

/**
 * lueur_persona_words_get_chips:
 * @n_words: (out): how many
 *
 * Returns: (transfer none) (array length=n_words): the words that can be picked, in the order in which they are shown
 */
const LueurPersonaWord *
lueur_persona_words_get_chips (guint *n_words)
{
  *n_words = G_N_ELEMENTS (chips);
  return chips;
}

const LueurPersonaWord *
lueur_persona_words_find_chip (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (chips); i++)
    if (g_ascii_strcasecmp (key, chips[i].key) == 0)
      return &chips[i];
  return NULL;
}

const LueurPersonaWord *
lueur_persona_words_get_trait (LueurTrait trait, gboolean high)
{
  g_return_val_if_fail ((guint) trait < LUEUR_N_TRAITS, NULL);
  return &traits[trait][high != FALSE];
}

const char *
lueur_persona_word_say (const LueurPersonaWord *word, gboolean french, LueurGender gender)
{
  return french ? word->french[gender != LUEUR_GENDER_FEMININE] : word->english;
}
