/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked for in phrases rather than words: a name, an age, what somebody likes, what they are there for, what is
 * never spoken of, which language and register. */

#include "core/wish/wish-private.h"

#include <string.h>

#define PHRASE_MAX 24 /* words of a phrase that are taken at most */

static const char *
fold_at (GArray *words, guint at)
{
  return at < words->len ? g_array_index (words, LueurWishWord, at).fold : "";
}

static gboolean
pauses_at (GArray *words, guint at)
{
  return at >= words->len || g_array_index (words, LueurWishWord, at).pause;
}

/* The first of @phrases that stands anywhere, and where what follows it begins; words->len when none does. */
static guint
find_after (GArray *words, const char *const *phrases)
{
  for (guint at = 0; at < words->len; at++)
    for (guint i = 0; phrases[i] != NULL; i++)
      {
        guint n = lueur_wish_match (words, at, phrases[i]);

        if (n > 0 && at + n < words->len)
          return at + n;
      }
  return words->len;
}

static gboolean
has (GArray *words, const char *phrase)
{
  for (guint at = 0; at < words->len; at++)
    if (lueur_wish_match (words, at, phrase) > 0)
      return TRUE;
  return FALSE;
}

/* Where a phrase ends: at a full stop, or where another part of the sentence begins. A comma ends it only where no list
 * goes on. */
static guint
end_of_phrase (GArray *words, guint from)
{
  static const char *const turns[] = { "qui", "who", "mais", "but", "pour", "and who", "et qui", "avec un", "with a", "sans",
                                       "without", "never", "ne", "elle", "she", "he", "il", "that", "j", "i", "je", "age",
                                       "et m", "and helps", "and never", NULL };
  guint at = from + 1;

  for (; at < words->len && at - from < PHRASE_MAX; at++)
    {
      const char *gap = g_array_index (words, LueurWishWord, at - 1).end;

      if (memchr (gap, '.', g_array_index (words, LueurWishWord, at).start - gap) != NULL ||
          memchr (gap, '!', g_array_index (words, LueurWishWord, at).start - gap) != NULL ||
          memchr (gap, ';', g_array_index (words, LueurWishWord, at).start - gap) != NULL)
        return at;
      for (guint i = 0; turns[i] != NULL; i++)
        if (lueur_wish_match (words, at, turns[i]) > 0)
          return at;
    }
  return at;
}

/* --- Name and age ------------------------------------------------------------------------------------ */

static void
read_name (LueurWish *self, GArray *words)
{
  static const char *const calls[] = { "appelee", "appele", "nommee", "nomme", "prenommee", "prenomme", "s appelle",
                                       "s appellerait", "prenom", "named", "called", "name is", "name her", "name him", NULL };
  guint from = find_after (words, calls);
  guint to = from;

  while (to < words->len && to - from < 3 && g_array_index (words, LueurWishWord, to).capital &&
         (to == from || !pauses_at (words, to)))
    to++;
  if (to > from)
    {
      g_autofree char *name = lueur_wish_cut (words, from, to);

      lueur_wish_set_text (self, LUEUR_PERSONA_NAME, name);
    }
}

static guint
number_of (const char *word)
{
  static const struct
  {
    const char *word;
    guint number;
  } numbers[] = { { "vingt", 20 },  { "trente", 30 }, { "quarante", 40 }, { "cinquante", 50 }, { "soixante", 60 },
                  { "twenty", 20 }, { "thirty", 30 }, { "forty", 40 },    { "fifty", 50 },     { "sixty", 60 } };
  guint64 number;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (strcmp (word, numbers[i].word) == 0)
      return numbers[i].number;
  return g_ascii_string_to_unsigned (word, 10, 1, 9999, &number, NULL) ? (guint) number : 0;
}

static gboolean
is_about_the_person (GArray *words, guint at)
{
  return at > 0 && ((strcmp (fold_at (words, at - 1), "ai") == 0 && at > 1 && strcmp (fold_at (words, at - 2), "j") == 0) ||
                    strcmp (fold_at (words, at - 1), "m") == 0 ||
                    (strcmp (fold_at (words, at - 1), "am") == 0));
}

/* “a friend of 40”, and not “a friend of 2 years” or “one of 3 sisters” */
static gboolean
is_friend_of_40 (GArray *words, guint at)
{
  static const char *const then[] = { "who", "from", "with", "that", "and", "named", "called", "in", "to", NULL };
  guint age = number_of (fold_at (words, at));

  return at > 0 && strcmp (fold_at (words, at - 1), "of") == 0 && age >= 10 && age <= 120 &&
         (pauses_at (words, at + 1) || g_strv_contains (then, fold_at (words, at + 1)));
}

static void
read_age (LueurWish *self, GArray *words)
{
  static const struct
  {
    const char *word;
    guint age;
  } decades[] = { { "vingtaine", 25 }, { "trentaine", 35 },    { "quarantaine", 45 }, { "cinquantaine", 55 },
                  { "soixantaine", 65 }, { "twenties", 25 },   { "thirties", 35 },    { "forties", 45 },
                  { "fifties", 55 },   { "sixties", 65 } };

  for (guint at = 0; at < words->len; at++)
    {
      const char *word = fold_at (words, at), *next = fold_at (words, at + 1);
      gboolean years = lueur_wish_match (words, at + 1, "ans") || lueur_wish_match (words, at + 1, "years") ||
                       lueur_wish_match (words, at + 1, "year old") || lueur_wish_match (words, at + 1, "year-old") ||
                       strcmp (next, "yo") == 0 || is_friend_of_40 (words, at) || (at > 0 && strcmp (fold_at (words, at - 1), "aged") == 0);
      guint age = number_of (word);

      /* “28-year-old” is one word. */
      if (age == 0 && strstr (word, "-year-old") != NULL)
        {
          g_autofree char *number = g_strndup (word, strcspn (word, "-"));

          age = number_of (number);
          years = TRUE;
        }
      if (age > 0 && is_about_the_person (words, at) && (years || g_ascii_isdigit (word[0])))
        self->person_age = age;
      else if (age > 0 && years)
        {
          /* As it was said: in a romance the companion itself is no younger than 18. */
          self->age = age;
          lueur_wish_set_number (self, LUEUR_PERSONA_AGE, age);
        }
      for (guint i = 0; i < G_N_ELEMENTS (decades); i++)
        if (strcmp (word, decades[i].word) == 0)
          lueur_wish_set_number (self, LUEUR_PERSONA_AGE, decades[i].age);
    }
}

/* --- Tastes, purpose, limits ------------------------------------------------------------------------- */

static void
read_tastes (LueurWish *self, GArray *words, gboolean french)
{
  static const char *const likes_fr[] = { "qui aime", "qui adore", "aime", "adore", "passionnee de", "passionne de",
                                          "passionnee d", "passionne d", "passionnee par", "passionne par", "fan de", "fan d",
                                          "s interesse a", "s interesse au", "s interesse aux", "ferue de", "feru de", NULL };
  static const char *const likes_en[] = { "likes", "loves", "enjoys", "is into", "into", "fond of", "interested in",
                                          "passionate about", "fan of", "adores", NULL };
  guint from = find_after (words, french ? likes_fr : likes_en);
  g_autofree char *tastes = NULL;

  /* “j’aime …” is about the person. */
  if (from >= words->len || (from > 1 && strcmp (fold_at (words, from - 2), "j") == 0))
    return;
  tastes = lueur_wish_cut (words, from, end_of_phrase (words, from));
  lueur_wish_set_text (self, LUEUR_PERSONA_TASTES, tastes);
}

static void
read_purpose (LueurWish *self, GArray *words, gboolean french)
{
  static const char *const aims_fr[] = { "pour", "qui m aide a", "qui m aiderait a", "qui m aide", "pour m aider a", NULL };
  static const char *const aims_en[] = { "to help me", "who helps me", "who can help me", "to practise", "to practice", "to talk",
                                         "to study", "to keep me", "that helps me", "to learn", "to write", NULL };
  const char *const *aims = french ? aims_fr : aims_en;
  g_autofree char *role = NULL;

  for (guint at = 0; at < words->len; at++)
    for (guint i = 0; aims[i] != NULL; i++)
      {
        guint n = lueur_wish_match (words, at, aims[i]);
        guint from, to;

        if (n == 0 || at + n >= words->len)
          continue;
        /* “who helps me study” is told as “helps me study”. */
        from = strcmp (fold_at (words, at), "qui") == 0 || strcmp (fold_at (words, at), "who") == 0 ||
                       strcmp (fold_at (words, at), "that") == 0
                   ? at + 1
                   : at;
        to = end_of_phrase (words, at + n);
        if (to - from < 3)
          continue;
        role = lueur_wish_cut (words, from, to);
        lueur_wish_set_text (self, LUEUR_PERSONA_ROLE, role);
        return;
      }
}

static void
read_limits (LueurWish *self, GArray *words, gboolean french)
{
  static const char *const never_fr[] = { "jamais parler de", "jamais parler d", "parle jamais de", "parle jamais d",
                                          "parle pas de", "parle pas d", "sans parler de", "sans parler d", "parler ni de",
                                          "evite de parler de", "evite de parler d", NULL };
  static const char *const never_en[] = { "never talk about", "never talks about", "never mention", "never mentions",
                                          "without talking about", "doesn t talk about", "don t talk about", "avoid talking about",
                                          "never speaks about", "never speaks of", NULL };
  guint from = find_after (words, french ? never_fr : never_en);
  g_autofree char *topic = NULL;

  if (from >= words->len)
    return;
  topic = lueur_wish_cut (words, from, end_of_phrase (words, from));
  g_object_set (self->persona, "limits", (const char *[]) { topic, NULL }, NULL);
  self->told |= LUEUR_FIELD_BIT (LUEUR_PERSONA_LIMITS);
}

/* --- Where from, and how they speak ------------------------------------------------------------------ */

static void
read_place (LueurWish *self, GArray *words, gboolean french)
{
  static const char *const from_fr[] = { "vient de", "vient d", "originaire de", "originaire d", "nee a", "ne a", "vit a",
                                         "habite a", "vivant a", "habitant a", "vivant en", NULL };
  static const char *const from_en[] = { "from", "comes from", "born in", "lives in", "living in", "based in", NULL };
  guint start = find_after (words, french ? from_fr : from_en);
  guint to = start;
  g_autofree char *place = NULL;

  while (to < words->len && to - start < 3 && g_array_index (words, LueurWishWord, to).capital &&
         (to == start || !pauses_at (words, to)))
    to++;
  if (to == start)
    return;
  place = lueur_wish_cut (words, start, to);
  lueur_wish_set_text (self, LUEUR_PERSONA_ORIGIN, place);
}

static void
read_manner (LueurWish *self, GArray *words, gboolean french)
{
  static const char *const speaks_french[] = { "parle francais", "en francais", "mon francais", "speaks french", "in french",
                                               "my french", "pratiquer le francais", "learn french", NULL };
  static const char *const speaks_english[] = { "parle anglais", "en anglais", "mon anglais", "speaks english", "in english",
                                                "my english", "pratiquer l anglais", "apprendre l anglais", NULL };

  for (guint i = 0; speaks_french[i] != NULL; i++)
    if (has (words, speaks_french[i]))
      lueur_wish_set_text (self, LUEUR_PERSONA_LANGUAGE, "fr");
  for (guint i = 0; speaks_english[i] != NULL; i++)
    if (has (words, speaks_english[i]))
      lueur_wish_set_text (self, LUEUR_PERSONA_LANGUAGE, "en");
  if (has (words, "vouvoie") || has (words, "vouvoyer") || has (words, "vouvoiement") || (!french && has (words, "formal")))
    lueur_wish_set_number (self, LUEUR_PERSONA_FORMAL, TRUE);
  else if (has (words, "tutoie") || has (words, "tutoyer") || has (words, "tutoiement"))
    lueur_wish_set_number (self, LUEUR_PERSONA_FORMAL, FALSE);
  if (has (words, "reponses courtes") || has (words, "messages courts") || has (words, "short replies") ||
      has (words, "short answers") || has (words, "short messages"))
    lueur_wish_set_number (self, LUEUR_PERSONA_REPLY_LENGTH, LUEUR_REPLY_LENGTH_SHORT);
  else if (has (words, "reponses longues") || has (words, "longues reponses") || has (words, "long replies") ||
           has (words, "long answers"))
    lueur_wish_set_number (self, LUEUR_PERSONA_REPLY_LENGTH, LUEUR_REPLY_LENGTH_LONG);
}

void
lueur_wish_read_phrases (LueurWish *self, GArray *words, gboolean french)
{
  read_name (self, words);
  read_age (self, words);
  read_tastes (self, words, french);
  read_purpose (self, words, french);
  read_limits (self, words, french);
  read_place (self, words, french);
  read_manner (self, words, french);
}
