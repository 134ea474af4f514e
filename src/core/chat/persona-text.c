/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A companion put into words for a model, in the language the companion speaks. These are instructions to
 * a model and not words of the interface: they are written once in each language and not translated. The
 * person is “they” in English and “elle” (la personne) in French; the companion's gender shows in grammar
 * and nowhere else. */

#include "core/chat/persona-text.h"

#include <math.h>

/* A French adjective for a companion who speaks of herself, of himself, or of neither. The third goes with
 * “caractère”, so that nothing has to agree with the companion. */
typedef struct
{
  const char *key;
  const char *english;
  const char *french[2];
} Word;

static const Word chips[] = {
  { "curious", "curious", { "curieuse", "curieux" } },
  { "calm", "calm", { "calme", "calme" } },
  { "funny", "funny", { "drôle", "drôle" } },
  { "frank", "frank", { "franche", "franc" } },
  { "dreamy", "dreamy", { "rêveuse", "rêveur" } },
  { "cultured", "cultured", { "cultivée", "cultivé" } },
  { "patient", "patient", { "patiente", "patient" } },
  { "energetic", "energetic", { "énergique", "énergique" } },
  { "tender", "tender", { "tendre", "tendre" } },
  { "ironic", "ironic", { "ironique", "ironique" } },
  { "organised", "organised", { "organisée", "organisé" } },
  { "creative", "creative", { "créative", "créatif" } },
  { "optimistic", "optimistic", { "optimiste", "optimiste" } },
  { "shy", "shy", { "timide", "timide" } },
  { "adventurous", "adventurous", { "aventureuse", "aventureux" } },
  { "thoughtful", "thoughtful", { "réfléchie", "réfléchi" } },
};

static const Word traits[LUEUR_N_TRAITS][2] = {
  [LUEUR_TRAIT_GENTLE_TEASING] = { { NULL, "gentle", { "douce", "doux" } }, { NULL, "teasing", { "taquine", "taquin" } } },
  [LUEUR_TRAIT_PLAYFUL_SERIOUS] = { { NULL, "playful", { "joueuse", "joueur" } },
                                    { NULL, "serious", { "sérieuse", "sérieux" } } },
  [LUEUR_TRAIT_TALKATIVE_QUIET] = { { NULL, "talkative", { "bavarde", "bavard" } },
                                    { NULL, "quiet", { "silencieuse", "silencieux" } } },
  [LUEUR_TRAIT_CANDID_DIPLOMATIC] = { { NULL, "candid", { "directe", "direct" } },
                                      { NULL, "diplomatic", { "diplomate", "diplomate" } } },
  [LUEUR_TRAIT_WARM_RESERVED] = { { NULL, "warm", { "chaleureuse", "chaleureux" } },
                                  { NULL, "reserved", { "réservée", "réservé" } } },
};

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
    "Tu es un personnage d’une histoire que la personne et toi racontez ensemble ; tu parles et tu agis de l’intérieur.",
    "Tu es un personnage d’une histoire que la personne et toi racontez ensemble ; tu parles et tu agis de l’intérieur.",
    "Tu es un personnage d’une histoire que la personne et toi racontez ensemble ; tu parles et tu agis de l’intérieur.",
  },
  [LUEUR_RELATION_OTHER] = {
    "Ce que tu es pour la personne à qui tu parles ressort de ce qui est dit de toi plus bas.",
    "Ce que tu es pour la personne à qui tu parles ressort de ce qui est dit de toi plus bas.",
    "Ce que tu es pour la personne à qui tu parles ressort de ce qui est dit de toi plus bas.",
  },
};

static const char manner_en[] =
    "The two of you write in a private chat on the person’s own computer. Write only %s’s next message, in English: natural "
    "and concrete, as long as the moment asks for and no longer, most often two to five sentences. Do not write the "
    "person’s lines. No headings and no lists, unless they ask for one. A gesture between asterisks, like *smiles*, may "
    "say what words do not; use few. %s";
static const char *const registers_en[] = { "Your tone is easy and informal.", "Your tone is courteous and formal." };

static const char manner_fr[] =
    "Vous vous écrivez dans une messagerie privée, sur l’ordinateur de la personne. N’écris que le prochain message de %s, "
    "en français : naturel, concret, aussi long que le moment le demande et pas davantage, le plus souvent deux à cinq "
    "phrases. N’écris jamais à la place de la personne. Ni titres ni listes, sauf si elle en demande. Un geste entre "
    "astérisques, comme *sourit*, peut dire ce que les mots ne disent pas ; n’en abuse pas. %s";
static const char *const registers_fr[] = { "Tu tutoies la personne.", "Tu vouvoies toujours la personne." };

static const char *const genders_en[] = { "Your pronouns are she/her.", "Your pronouns are he/him.",
                                          "Your pronouns are they/them." };
static const char *const genders_fr[] = {
  "Tu parles de toi au féminin.", "Tu parles de toi au masculin.",
  "Tu parles de toi sans marque de genre, quitte à tourner la phrase autrement."
};

static gboolean
is_french (LueurPersona *persona)
{
  return g_strcmp0 (lueur_persona_get_language (persona), "fr") == 0;
}

static LueurGender
get_gender (LueurPersona *persona)
{
  return MIN (lueur_persona_get_gender (persona), LUEUR_GENDER_NEUTRAL);
}

static const char *
choose (const Word *word, LueurPersona *persona)
{
  return is_french (persona) ? word->french[get_gender (persona) != LUEUR_GENDER_FEMININE] : word->english;
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
  const char *strong = is_french (persona) ? "très" : "very";
  const char *some = is_french (persona) ? "plutôt" : "rather";

  for (guint i = 0; i < LUEUR_N_TRAITS; i++)
    {
      double value = lueur_persona_get_trait (persona, i);

      if (fabs (value) >= TRAIT_SHOWS)
        g_ptr_array_add (words, g_strdup_printf ("%s %s", fabs (value) >= TRAIT_STRONG ? strong : some,
                                                 choose (&traits[i][value > 0], persona)));
    }
  return join_words (words, is_french (persona) ? " et " : " and ");
}

static char *
describe_chips (LueurPersona *persona)
{
  const char *const *picked = lueur_persona_get_chips (persona);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (; *picked != NULL; picked++)
    {
      const char *word = *picked;

      for (guint i = 0; i < G_N_ELEMENTS (chips); i++)
        if (g_ascii_strcasecmp (word, chips[i].key) == 0)
          {
            word = choose (&chips[i], persona);
            break;
          }
      g_ptr_array_add (words, g_strdup (word));
    }
  return join_words (words, is_french (persona) ? " et " : " and ");
}

static void
add_sentence (GString *out, const char *before, const char *what, const char *after)
{
  if (what == NULL || *what == '\0')
    return;
  if (out->len > 0)
    g_string_append_c (out, '\n');
  g_string_append (out, before);
  g_string_append (out, what);
  g_string_append (out, after);
}

/**
 * lueur_persona_text_main:
 *
 * Returns: (transfer full): who the companion is to the person, and how to write
 */
char *
lueur_persona_text_main (LueurPersona *persona)
{
  const char *name = lueur_persona_get_name (persona);
  LueurRelation relation = MIN (lueur_persona_get_relation (persona), LUEUR_RELATION_OTHER);
  gboolean formal = lueur_persona_get_formal (persona) != FALSE;
  g_autofree char *manner = NULL;

  if (is_french (persona))
    {
      manner = g_strdup_printf (manner_fr, name, registers_fr[formal]);
      return g_strdup_printf ("Tu es %s. %s\n%s", name, relations_fr[relation][get_gender (persona)], manner);
    }
  manner = g_strdup_printf (manner_en, name, registers_en[formal]);
  return g_strdup_printf ("You are %s. %s\n%s", name, relations_en[relation], manner);
}

/**
 * lueur_persona_text_description:
 *
 * Returns: (transfer full): age, pronouns, background, tastes and habits
 */
char *
lueur_persona_text_description (LueurPersona *persona)
{
  gboolean french = is_french (persona);
  guint age = lueur_persona_get_age (persona);
  GString *out = g_string_new (NULL);

  if (age > 0)
    g_string_append_printf (out, french ? "Tu as %u ans. " : "You are %u years old. ", age);
  g_string_append (out, french ? genders_fr[get_gender (persona)] : genders_en[get_gender (persona)]);
  add_sentence (out, french ? "Qui tu es :\n" : "Who you are:\n", lueur_persona_get_description (persona), "");
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
  gboolean french = is_french (persona);
  gboolean neutral = get_gender (persona) == LUEUR_GENDER_NEUTRAL;
  g_autofree char *leanings = describe_traits (persona);
  g_autofree char *words = describe_chips (persona);
  GString *out = g_string_new (NULL);

  if (french)
    {
      add_sentence (out, neutral ? "Ton caractère est " : "Tu es ", leanings, ".");
      add_sentence (out, neutral ? "Ton caractère est aussi " : "Tu es aussi ", words, ".");
      add_sentence (out, "Sur ton tempérament :\n", lueur_persona_get_about (persona), "");
    }
  else
    {
      add_sentence (out, "By temperament you are ", leanings, ".");
      add_sentence (out, "You are also ", words, ".");
      add_sentence (out, "About your temperament:\n", lueur_persona_get_about (persona), "");
    }
  return g_string_free_and_steal (out);
}

/**
 * lueur_persona_text_limits:
 *
 * Returns: (transfer full): the topics that the person ruled out, word for word
 */
char *
lueur_persona_text_limits (LueurPersona *persona)
{
  const char *const *limits = lueur_persona_get_limits (persona);
  GString *out = g_string_new (NULL);

  if (*limits == NULL)
    return g_string_free_and_steal (out);
  g_string_append (out, is_french (persona) ? "Ne parle jamais de ce qui suit, et laisse-le de côté si le sujet vient :"
                                            : "Never talk about the following, and leave it aside if it comes up:");
  for (; *limits != NULL; limits++)
    g_string_append_printf (out, "\n– %s", *limits);
  return g_string_free_and_steal (out);
}

/**
 * lueur_persona_text_person:
 * @person: (nullable): who the person is in this conversation
 *
 * Returns: (transfer full): their name, how words about them agree, and what they told of themselves; "" when
 *   they told nothing
 */
char *
lueur_persona_text_person (LueurPersona *persona, LueurPerson *person)
{
  static const char *const agreements_en[] = { "Their pronouns are she/her.", "Their pronouns are he/him.", NULL };
  static const char *const agreements_fr[] = { "Ce qui se rapporte à elle s’accorde au féminin.",
                                               "Ce qui se rapporte à cette personne s’accorde au masculin.", NULL };
  gboolean french = is_french (persona);
  GString *out = g_string_new (NULL);

  if (person == NULL)
    return g_string_free_and_steal (out);
  add_sentence (out, french ? "Son prénom : " : "Their name: ", lueur_person_get_name (person), ".");
  add_sentence (out, "", (french ? agreements_fr : agreements_en)[lueur_person_get_agreement (person)], "");
  add_sentence (out, "", lueur_person_get_about (person), "");
  return g_string_free_and_steal (out);
}
