/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A companion put into words for a model, in the language the companion speaks. These are instructions to
 * a model and not words of the interface: they are written once in each language and not translated. The
 * person is “they” in English and “elle” (la personne) in French; the companion's gender shows in grammar
 * and nowhere else. */

#include "core/chat/persona-text.h"

#include <math.h>
#include <string.h>

#include "core/chat/persona-text-private.h"
#include "core/chat/persona-words.h"

/* From here on a trait is worth a word, and from there on a stronger one. */
#define TRAIT_SHOWS 0.2
#define TRAIT_STRONG 0.6

static const char *const relations_en[] = {
  [LUEUR_RELATION_FRIEND] = "You are a friend to the person you talk with: their joys please you, you are there on bad "
                            "days, and you are honest when it matters.",
  [LUEUR_RELATION_CONFIDANT] = "You are the confidant of the person you talk with: you listen first, and ask before you "
                               "advise.",
  [LUEUR_RELATION_MENTOR] = "You are a mentor to the person you talk with: good questions, frank feedback, small and "
                            "concrete steps.",
  [LUEUR_RELATION_PARTNER] = "You are the partner of the person you talk with, in a romance that they chose. Both of you "
                             "are adults.",
  [LUEUR_RELATION_CHARACTER] = "You are a character in a story that you and the person tell together; you speak and act "
                               "from inside it.",
  [LUEUR_RELATION_OTHER] = "What you are to the person you talk with follows from what is said of you below.",
};

static const char *const relations_fr[][3] = {
  [LUEUR_RELATION_FRIEND] = {
    "Tu es une amie pour la personne à qui tu parles : ses joies te réjouissent, tu es là les mauvais jours, et tu dis "
    "les choses honnêtement quand ça compte.",
    "Tu es un ami pour la personne à qui tu parles : ses joies te réjouissent, tu es là les mauvais jours, et tu dis "
    "les choses honnêtement quand ça compte.",
    "Tu es une présence amie pour la personne à qui tu parles : ses joies te réjouissent, tu es là les mauvais jours, et "
    "tu dis les choses honnêtement quand ça compte.",
  },
  [LUEUR_RELATION_CONFIDANT] = {
    "Tu es la confidente de la personne à qui tu parles : tu écoutes d’abord, et tu demandes avant de conseiller.",
    "Tu es le confident de la personne à qui tu parles : tu écoutes d’abord, et tu demandes avant de conseiller.",
    "La personne à qui tu parles se confie à toi : tu écoutes d’abord, et tu demandes avant de conseiller.",
  },
  [LUEUR_RELATION_MENTOR] = {
    "Tu es la mentore de la personne à qui tu parles : de bonnes questions, des avis francs, de petits pas concrets.",
    "Tu es le mentor de la personne à qui tu parles : de bonnes questions, des avis francs, de petits pas concrets.",
    "Tu guides la personne à qui tu parles : de bonnes questions, des avis francs, de petits pas concrets.",
  },
  [LUEUR_RELATION_PARTNER] = {
    "Tu es la partenaire de la personne à qui tu parles, dans une romance qu’elle a choisie. Vous êtes adultes l’une "
    "comme l’autre.",
    "Tu es le partenaire de la personne à qui tu parles, dans une romance qu’elle a choisie. Vous êtes adultes l’un "
    "comme l’autre.",
    "Tu vis avec la personne à qui tu parles une romance qu’elle a choisie. Vous êtes adultes tous les deux.",
  },
  [LUEUR_RELATION_CHARACTER] = {
    "Tu es un personnage d’une histoire que la personne et toi racontez ensemble ; tu parles et tu agis de l’intérieur.",
    "Tu es un personnage d’une histoire que la personne et toi racontez ensemble ; tu parles et tu agis de l’intérieur.",
    "Tu es un personnage d’une histoire que la personne et toi racontez ensemble ; tu parles et tu agis de l’intérieur.",
  },
  [LUEUR_RELATION_OTHER] = {
    "Ce que tu es pour la personne à qui tu parles ressort de ce qui est dit de toi plus bas.",
    "Ce que tu es pour la personne à qui tu parles ressort de ce qui est dit de toi plus bas.",
    "Ce que tu es pour la personne à qui tu parles ressort de ce qui est dit de toi plus bas.",
  },
};

/* [is a partner][intimacy] */
static const char *const intimacies_en[2][3] = {
  { "The tone between you is friendly: no flirting and no declarations of love.",
    "You may be affectionate: kind words and a warm gesture, but no courtship.",
    "There is a romance between you, which they chose; both of you are adults. Tenderness is welcome; nothing is sexually "
    "explicit." },
  { "For now the tone between you stays light and friendly.",
    "You may be affectionate: kind words and a warm gesture.",
    "Tenderness is welcome; nothing is sexually explicit." },
};

static const char *const intimacies_fr[2][3] = {
  { "Le ton entre vous est amical : ni séduction, ni déclarations.",
    "L’affection est permise : des mots doux, un geste chaleureux, sans séduction.",
    "Il y a entre vous une romance, que la personne a choisie ; vous êtes adultes. La tendresse est la bienvenue ; rien "
    "n’est sexuellement explicite." },
  { "Pour l’instant, le ton entre vous reste léger et amical.",
    "L’affection est permise : des mots doux, un geste chaleureux.",
    "La tendresse est la bienvenue ; rien n’est sexuellement explicite." },
};

static const char manner_en[] =
    "The two of you write in a private chat on the person’s own computer. Write only %s’s next message, in English: natural "
    "and concrete, %s. Do not write the person’s lines. No headings and no lists, unless they ask for one. %s %s %s";
static const char *const lengths_en[] = {
  "as long as the moment asks for and no longer, most often two to five sentences",
  "and brief, most often one to three sentences",
  "with room to breathe, often several paragraphs",
};
static const char *const gestures_en[] = {
  "No gestures between asterisks: words alone.",
  "A gesture between asterisks, like *smiles*, may say what words do not; use few.",
};
static const char *const emoji_en[] = { "No emoji.", "An emoji now and then is welcome." };
static const char *const registers_en[] = { "Your tone is easy and informal.", "Your tone is courteous and formal." };

static const char manner_fr[] =
    "Vous vous écrivez dans une messagerie privée, sur l’ordinateur de la personne. N’écris que le prochain message %s%s, "
    "en français : naturel, concret, %s. N’écris jamais à la place de la personne. Ni titres ni listes, sauf si elle en "
    "demande. %s %s %s";
static const char *const lengths_fr[] = {
  "aussi long que le moment le demande et pas davantage, le plus souvent deux à cinq phrases",
  "bref, le plus souvent une à trois phrases",
  "ample quand il y a matière, souvent plusieurs paragraphes",
};
static const char *const gestures_fr[] = {
  "Pas de gestes entre astérisques : seulement des mots.",
  "Un geste entre astérisques, comme *sourit*, peut dire ce que les mots ne disent pas ; n’en abuse pas.",
};
static const char *const emoji_fr[] = { "Pas d’émojis.", "Un émoji de temps en temps est bienvenu." };
static const char *const registers_fr[] = { "Tu tutoies la personne.", "Tu vouvoies toujours la personne." };

static const char *const genders_en[] = { "she/her", "he/him", "they/them" };
static const char *const genders_fr[] = {
  "Tu parles de toi au féminin.", "Tu parles de toi au masculin.",
  "Tu parles de toi sans marque de genre, quitte à tourner la phrase autrement."
};

static LueurGender
get_gender (LueurPersona *persona)
{
  return MIN (lueur_persona_get_gender (persona), LUEUR_GENDER_NEUTRAL);
}

/* --- Writing ----------------------------------------------------------------------------------------- */

gboolean
lueur_persona_text_is_french (LueurPersona *persona)
{
  return g_strcmp0 (lueur_persona_get_language (persona), "fr") == 0;
}

void
lueur_persona_text_add (GString *out, const char *before, const char *what, const char *after)
{
  if (what == NULL || *what == '\0')
    return;
  if (out->len > 0)
    g_string_append_c (out, '\n');
  g_string_append (out, before);
  g_string_append (out, what);
  g_string_append (out, after);
}

void
lueur_persona_text_tell (GString *out, const char *heading, const char *told)
{
  g_autofree char *text = g_strstrip (g_strdup (told));
  g_autofree char *before = g_strconcat (heading, strchr (text, '\n') != NULL ? "\n" : " ", NULL);

  lueur_persona_text_add (out, before, text, "");
}

void
lueur_persona_text_list (GString *out, const char *heading, const char *const *words)
{
  if (*words == NULL)
    return;
  lueur_persona_text_add (out, heading, "\n", "");
  for (; *words != NULL; words++)
    g_string_append_printf (out, "– %s%s", *words, words[1] != NULL ? "\n" : "");
}

/* “a”, “a and b”, “a, b and c” */
static char *
join_words (GPtrArray *words, const char *and)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      if (i > 0)
        g_string_append (out, i + 1 == words->len ? and : ", ");
      g_string_append (out, g_ptr_array_index (words, i));
    }
  return g_string_free_and_steal (out);
}

static char *
describe_traits (LueurPersona *persona)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  gboolean french = lueur_persona_text_is_french (persona);
  const char *strong = french ? "très" : "very";
  const char *some = french ? "plutôt" : "rather";

  for (guint i = 0; i < LUEUR_N_TRAITS; i++)
    {
      double value = lueur_persona_get_trait (persona, i);
      const char *word = lueur_persona_word_say (lueur_persona_words_get_trait (i, value > 0), french,
                                                 get_gender (persona));

      if (fabs (value) >= TRAIT_SHOWS)
        g_ptr_array_add (words, g_strdup_printf ("%s %s", fabs (value) >= TRAIT_STRONG ? strong : some, word));
    }
  return join_words (words, french ? " et " : " and ");
}

static char *
describe_chips (LueurPersona *persona)
{
  const char *const *picked = lueur_persona_get_chips (persona);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  gboolean french = lueur_persona_text_is_french (persona);

  for (; *picked != NULL; picked++)
    {
      const LueurPersonaWord *word = lueur_persona_words_find_chip (*picked);

      g_ptr_array_add (words, g_strdup (word != NULL ? lueur_persona_word_say (word, french, get_gender (persona))
                                                     : *picked));
    }
  return join_words (words, french ? " et " : " and ");
}

/* “de Sol”, “d’Inès”; an h and a y before a vowel keep the whole word (de Hugo, de Yasmine). */
static const char *
french_of (const char *name)
{
  static const char *const vowels[] = { "a", "e", "i", "o", "u", "é", "è", "ê", "ë", "à", "â", "î", "ï", "ô", "œ", NULL };
  g_autofree char *lower = g_utf8_strdown (name, -1);

  for (guint i = 0; vowels[i] != NULL; i++)
    if (g_str_has_prefix (lower, vowels[i]) ||
        (lower[0] == 'y' && lower[1] != '\0' && strchr ("bcdfglmnprstv", lower[1]) != NULL))
      return "d’";
  return "de ";
}

/* --- Public ------------------------------------------------------------------------------------------ */

static char *
describe_manner (LueurPersona *persona)
{
  const char *name = lueur_persona_get_called (persona);
  guint length = lueur_persona_get_number (persona, LUEUR_PERSONA_REPLY_LENGTH);
  gboolean gestures = lueur_persona_get_number (persona, LUEUR_PERSONA_GESTURES);
  gboolean emoji = lueur_persona_get_number (persona, LUEUR_PERSONA_EMOJI);
  gboolean formal = lueur_persona_get_formal (persona);

  if (lueur_persona_text_is_french (persona))
    return g_strdup_printf (manner_fr, french_of (name), name, lengths_fr[length], gestures_fr[gestures], emoji_fr[emoji],
                            registers_fr[formal]);
  return g_strdup_printf (manner_en, name, lengths_en[length], gestures_en[gestures], emoji_en[emoji],
                          registers_en[formal]);
}

/**
 * lueur_persona_text_main:
 *
 * Returns: (transfer full): who the companion is to the person, how close they are, and how to write
 */
char *
lueur_persona_text_main (LueurPersona *persona)
{
  gboolean french = lueur_persona_text_is_french (persona);
  const char *name = lueur_persona_get_name (persona);
  const char *nickname = lueur_persona_get_text (persona, LUEUR_PERSONA_NICKNAME);
  LueurRelation relation = MIN (lueur_persona_get_relation (persona), LUEUR_RELATION_OTHER);
  gboolean partner = relation == LUEUR_RELATION_PARTNER;
  LueurIntimacy intimacy = lueur_persona_get_intimacy (persona);
  g_autofree char *manner = describe_manner (persona);
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, french ? "Tu es %s. " : "You are %s. ", name);
  g_string_append (out, french ? relations_fr[relation][get_gender (persona)] : relations_en[relation]);
  if (*nickname != '\0' && strcmp (nickname, name) != 0)
    g_string_append_printf (out, french ? " On t’appelle %s." : " You are called %s.", nickname);
  lueur_persona_text_tell (out, french ? "Ce que tu es pour cette personne, dans ses mots :"
                                       : "What you are to them, in their own words:",
                           lueur_persona_get_text (persona, LUEUR_PERSONA_ROLE));
  lueur_persona_text_add (out, "", (french ? intimacies_fr : intimacies_en)[partner][intimacy], "");
  lueur_persona_text_add (out, "", manner, "");
  lueur_persona_text_tell (out, french ? "Comment cette personne aime que tu écrives :" : "How they like you to write:",
                           lueur_persona_get_text (persona, LUEUR_PERSONA_STYLE));
  return g_string_free_and_steal (out);
}

/**
 * lueur_persona_text_description:
 *
 * Returns: (transfer full): age, pronouns, background, tastes, habits, and what the two have in common
 */
char *
lueur_persona_text_description (LueurPersona *persona)
{
  static const struct
  {
    LueurPersonaField field;
    const char *english;
    const char *french;
  } told[] = {
    { LUEUR_PERSONA_ORIGIN, "Where you come from:", "D’où tu viens :" },
    { LUEUR_PERSONA_BACKGROUND, "Your background:", "Ton parcours :" },
    { LUEUR_PERSONA_TASTES, "What you like:", "Ce que tu aimes :" },
    { LUEUR_PERSONA_HABITS, "Your habits:", "Tes habitudes :" },
    { LUEUR_PERSONA_DESCRIPTION, "Who you are:", "Qui tu es :" },
    { LUEUR_PERSONA_SHARED, "What the two of you have in common:", "Ce que vous avez en commun :" },
  };
  gboolean french = lueur_persona_text_is_french (persona);
  const char *pronouns = lueur_persona_get_text (persona, LUEUR_PERSONA_PRONOUNS);
  guint age = lueur_persona_get_age (persona);
  GString *out = g_string_new (NULL);

  if (age > 0)
    g_string_append_printf (out, french ? age == 1 ? "Tu as %u an. " : "Tu as %u ans. "
                                 : age == 1 ? "You are %u year old. " : "You are %u years old. ", age);
  if (french)
    g_string_append (out, genders_fr[get_gender (persona)]);
  if (french ? *pronouns != '\0' : TRUE)
    g_string_append_printf (out, french ? " Tes pronoms : %s." : "Your pronouns are %s.",
                            *pronouns != '\0' ? pronouns : genders_en[get_gender (persona)]);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    lueur_persona_text_tell (out, french ? told[i].french : told[i].english,
                             lueur_persona_get_text (persona, told[i].field));
  lueur_persona_text_list (out, french ? "Des choses que vous vous dites :" : "Things the two of you say:",
                           lueur_persona_get_words (persona, LUEUR_PERSONA_SAYINGS));
  return g_string_free_and_steal (out);
}

/**
 * lueur_persona_text_personality:
 *
 * Returns: (transfer full): temperament: the axes that lean to one side, the words that were picked, and what
 *   the person wrote about it
 */
char *
lueur_persona_text_personality (LueurPersona *persona)
{
  gboolean french = lueur_persona_text_is_french (persona);
  gboolean neutral = get_gender (persona) == LUEUR_GENDER_NEUTRAL;
  g_autofree char *leanings = describe_traits (persona);
  g_autofree char *words = describe_chips (persona);
  GString *out = g_string_new (NULL);

  if (french)
    {
      lueur_persona_text_add (out, neutral ? "Ton caractère est " : "Tu es ", leanings, ".");
      lueur_persona_text_add (out, neutral ? "Ton caractère est aussi " : "Tu es aussi ", words, ".");
    }
  else
    {
      lueur_persona_text_add (out, "By temperament you are ", leanings, ".");
      lueur_persona_text_add (out, "You are also ", words, ".");
    }
  /* “Also” to nothing. */
  if (*leanings == '\0' && *words != '\0')
    {
      g_string_truncate (out, 0);
      lueur_persona_text_add (out, french ? neutral ? "Ton caractère est " : "Tu es " : "By temperament you are ", words,
                              ".");
    }
  lueur_persona_text_tell (out, french ? "Sur ton tempérament :" : "About your temperament:",
                           lueur_persona_get_about (persona));
  return g_string_free_and_steal (out);
}
