/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A companion out of one sentence, by rules: no model is asked. What is not understood is left as it was; the person sees
 * what was understood, and corrects it. */

#include "core/wish/wish-private.h"

#include <math.h>
#include <string.h>

#include "core/model/text.h"

#define PLAIN 0.5
#define STRONG 0.9
#define WEAK 0.3

void
lueur_wish_set_text (LueurWish *self, LueurPersonaField field, const char *text)
{
  g_object_set (self->persona, lueur_persona_field_get_info (field)->name, text, NULL);
  if (*lueur_persona_get_text (self->persona, field) != '\0')
    self->told |= LUEUR_FIELD_BIT (field);
}

void
lueur_wish_set_number (LueurWish *self, LueurPersonaField field, gint64 number)
{
  g_object_set (self->persona, lueur_persona_field_get_info (field)->name, (int) number, NULL);
  self->told |= LUEUR_FIELD_BIT (field);
}

static const char *
word_at (GArray *words, guint at)
{
  return at < words->len ? g_array_index (words, LueurWishWord, at).fold : "";
}

static gboolean
is_one_of (const char *word, const char *list)
{
  g_auto (GStrv) items = g_strsplit (list, " ", -1);

  return *word != '\0' && g_strv_contains ((const char *const *) items, word);
}

/* What stands before a word of temperament: how much of it, or none. */
static double
weigh (GArray *words, guint at)
{
  for (guint back = 1; back <= 3 && back <= at; back++)
    {
      const char *before = word_at (words, at - back);

      if (g_array_index (words, LueurWishWord, at - back + 1).pause)
        break;
      if (is_one_of (before, "pas jamais not never non sans without isn"))
        return -PLAIN;
      if (is_one_of (before, "tres very really vraiment extremement extremely hyper super brutally"))
        return STRONG;
      if (is_one_of (before, "peu plutot rather bit slightly quite assez somewhat"))
        return WEAK;
      if (!is_one_of (before, "being etre trop too the la le un une a"))
        break;
    }
  return PLAIN;
}

static void
add_chip (LueurWish *self, const char *key)
{
  const char *const *old = lueur_persona_get_chips (self->persona);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) chips = NULL;

  if (g_strv_contains (old, key))
    return;
  g_strv_builder_addv (builder, (const char **) old);
  g_strv_builder_add (builder, key);
  chips = g_strv_builder_end (builder);
  g_object_set (self->persona, "chips", chips, NULL);
  self->told |= LUEUR_FIELD_BIT (LUEUR_PERSONA_CHIPS);
}

static void
set_gender (LueurWish *self, int gender)
{
  if (gender != LUEUR_WISH_NO_GENDER && (self->told & LUEUR_FIELD_BIT (LUEUR_PERSONA_GENDER)) == 0)
    lueur_wish_set_number (self, LUEUR_PERSONA_GENDER, gender);
}

/* A partner to study or to speak a language with is no lover. */
static gboolean
is_partner_in_something (GArray *words, guint at, guint n)
{
  static const char things[] = "langue conversation etude etudes revision revisions sport jeu jeux ecriture travail discussion "
                               "lecture course anglais francais espagnol allemand italien "
                               "study studying language conversation practice practise training gym writing business "
                               "sparring reading debate running work accountability exchange learning";

  if (at > 0 && is_one_of (word_at (words, at - 1), things))
    return TRUE;
  return is_one_of (word_at (words, at + n), "de d en pour") && is_one_of (word_at (words, at + n + 1), things);
}

/* “a French teacher” teaches it; “speaks French” speaks it: neither says where somebody comes from. */
static gboolean
is_language_here (GArray *words, guint at)
{
  return (at > 0 && is_one_of (word_at (words, at - 1), "parle parler mon en my in speak speaks speaking practise practice "
                                                        "pratiquer apprendre learn le l d of")) ||
         is_one_of (word_at (words, at + 1), "teacher tutor lessons language conversation practice practise partner grammar "
                                             "coach");
}

static void
read_relation (LueurWish *self, GArray *words, guint at, guint n, const LueurWishEntry *entry)
{
  const char *article = at > 0 ? word_at (words, at - 1) : "";
  gboolean something = entry->value == LUEUR_RELATION_PARTNER && is_partner_in_something (words, at, n);
  LueurRelation relation = something ? LUEUR_RELATION_OTHER : (LueurRelation) entry->value;

  /* “my best friend left me”: it is not the companion that is spoken of. The first is the one that is asked for. */
  if (self->told & LUEUR_FIELD_BIT (LUEUR_PERSONA_RELATION))
    return;
  lueur_wish_set_number (self, LUEUR_PERSONA_RELATION, relation);
  if (relation == LUEUR_RELATION_PARTNER)
    lueur_wish_set_number (self, LUEUR_PERSONA_INTIMACY, LUEUR_INTIMACY_ROMANCE);
  if (entry->language == LUEUR_WISH_FR && entry->gender == LUEUR_WISH_NO_GENDER)
    {
      if (is_one_of (article, "une la ma cette"))
        set_gender (self, LUEUR_GENDER_FEMININE);
      else if (relation == LUEUR_RELATION_PARTNER && is_one_of (article, "un"))
        set_gender (self, LUEUR_GENDER_MASCULINE);
    }
  set_gender (self, entry->gender);
  if (something || (relation == LUEUR_RELATION_CHARACTER && strcmp (entry->words, "personnage") != 0 &&
                    strcmp (entry->words, "character") != 0))
    {
      guint from = something && at > 0 && entry->language == LUEUR_WISH_EN && n == 1 &&
                           !is_one_of (article, "a an the my some") ? at - 1 : at;
      guint to = something && entry->language == LUEUR_WISH_FR ? MIN (at + n + 2, words->len) : at + n;
      g_autofree char *role = lueur_wish_cut (words, from, to);
      const char *aim = lueur_persona_get_text (self->persona, LUEUR_PERSONA_ROLE);
      g_autofree char *both = *aim != '\0' ? g_strdup_printf ("%s, %s", role, aim) : g_strdup (role);

      lueur_wish_set_text (self, LUEUR_PERSONA_ROLE, both);
    }
}

static void
read_entry (LueurWish *self, GArray *words, guint at, guint n, const LueurWishEntry *entry)
{
  g_autofree char *origin = NULL;
  double weight;

  switch (entry->kind)
    {
    case LUEUR_WISH_RELATION:
      read_relation (self, words, at, n, entry);
      break;
    case LUEUR_WISH_GENDER:
      set_gender (self, entry->gender);
      break;
    case LUEUR_WISH_CHIP:
      /* “passionate about books” is a taste; “passionnée de cinéma” too. */
      if (weigh (words, at) < 0 ||
          (strcmp (entry->chip, "passionate") == 0 && is_one_of (word_at (words, at + n), "about de d par")))
        break;
      add_chip (self, entry->chip);
      set_gender (self, entry->gender);
      break;
    case LUEUR_WISH_TRAIT:
      if (strcmp (entry->words, "kind") == 0 && strcmp (word_at (words, at + 1), "of") == 0)
        break;
      weight = strcmp (entry->words, "blunt") == 0 ? copysign (STRONG, weigh (words, at)) : weigh (words, at);
      lueur_persona_set_trait (self->persona, entry->value, entry->high ? weight : -weight);
      self->told |= LUEUR_FIELD_BIT (LUEUR_PERSONA_TRAITS);
      set_gender (self, entry->gender);
      break;
    case LUEUR_WISH_ORIGIN:
      if (is_language_here (words, at))
        break;
      /* A place that was named says more. */
      origin = lueur_wish_cut (words, at, at + n);
      if ((self->told & LUEUR_FIELD_BIT (LUEUR_PERSONA_ORIGIN)) == 0)
        lueur_wish_set_text (self, LUEUR_PERSONA_ORIGIN, origin);
      set_gender (self, entry->gender);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
read_words (LueurWish *self, GArray *words, gboolean french)
{
  guint n_entries;
  const LueurWishEntry *entries = lueur_wish_lexicon (&n_entries);

  for (guint at = 0; at < words->len;)
    {
      const LueurWishEntry *best = NULL;
      guint longest = 0;

      for (guint i = 0; i < n_entries; i++)
        if (entries[i].language & (french ? LUEUR_WISH_FR : LUEUR_WISH_EN))
          {
            guint n = lueur_wish_match (words, at, entries[i].words);

            if (n > longest)
              {
                best = &entries[i];
                longest = n;
              }
          }
      if (best != NULL)
        read_entry (self, words, at, longest, best);
      at += MAX (longest, 1);
    }
}

/**
 * lueur_wish_read:
 * @sentence: what the person wrote; only its first %LUEUR_WISH_MAX characters are read
 * @language: the language to take it for when no word of it tells
 *
 * Returns: (transfer full): what follows from it
 */
LueurWish *
lueur_wish_read (const char *sentence, const char *language)
{
  LueurWish *self = g_new0 (LueurWish, 1);
  g_autofree char *clean = lueur_text_clean (sentence, -1, LUEUR_WISH_MAX);
  g_autoptr (GArray) words = lueur_wish_split (clean);
  gboolean french = lueur_wish_is_french (words, language);

  self->persona = lueur_persona_new ();
  if (words->len == 0)
    return self;
  lueur_wish_set_text (self, LUEUR_PERSONA_LANGUAGE, french ? "fr" : "en");
  lueur_wish_read_phrases (self, words, french);
  read_words (self, words, french);
  return self;
}

void
lueur_wish_free (LueurWish *self)
{
  g_clear_object (&self->persona);
  g_free (self);
}

/**
 * lueur_wish_apply:
 * @persona: the companion that is being made
 *
 * Takes over what the sentence told. A romance is not taken over: whoever makes the companion asks first, and then
 * sets it.
 *
 * Returns: the fields that were
 */
LueurFieldSet
lueur_wish_apply (const LueurWish *self, LueurPersona *persona)
{
  LueurFieldSet taken = 0;

  for (guint i = 0; i < LUEUR_N_PERSONA_FIELDS; i++)
    {
      if ((self->told & LUEUR_FIELD_BIT (i)) == 0)
        continue;
      if ((i == LUEUR_PERSONA_RELATION || i == LUEUR_PERSONA_INTIMACY) && lueur_persona_is_romantic (self->persona))
        continue;
      lueur_persona_take_over (persona, self->persona, i);
      taken |= LUEUR_FIELD_BIT (i);
    }
  return taken;
}
