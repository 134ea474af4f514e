/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the phrases of an age come to. An age that is read wrongly takes a romance away from somebody who is grown: where
 * a sentence can be of somebody else, of the past or a story, it is. */

#include "core/wellbeing/age/stated-age.h"

#include <string.h>

#include "core/wellbeing/age/stated-age-table.h"

/* An answer that is longer than this answers more than how old one is. */
#define ANSWER_WORDS 8

#define OPENER LUEUR_PHRASE_TAG (0)

struct _LueurStatedAge
{
  LueurPhraseBook *book;
};

/* Nothing but greetings and the like stands before it in its sentence. */
static gboolean
opens (const LueurPhraseReading *reading, guint start)
{
  for (guint i = start; i > 0; i--)
    {
      const LueurPhraseWord *word = &reading->words[i - 1];

      if (word->sentence != reading->words[start].sentence)
        return TRUE;
      if ((word->tags & (LUEUR_PHRASE_FILLER | OPENER)) == 0)
        return FALSE;
    }
  return TRUE;
}

/* Whether a phrase of @kind shares a word with @match. */
static gboolean
overlaps (const LueurPhraseReading *reading, const LueurPhraseMatch *match, guint kind)
{
  for (guint i = 0; i < reading->n_matches; i++)
    {
      const LueurPhraseMatch *other = &reading->matches[i];

      if (other->kind == kind && other->start < match->end && match->start < other->end &&
          ((other->flags & AGE_OPENS) == 0 || opens (reading, other->start)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has (const LueurPhraseReading *reading, guint kind)
{
  for (guint i = 0; i < reading->n_matches; i++)
    if (reading->matches[i].kind == kind)
      return TRUE;
  return FALSE;
}

static gboolean
says_adult (const LueurPhraseReading *reading)
{
  for (guint i = 0; i < reading->n_matches; i++)
    {
      const LueurPhraseMatch *match = &reading->matches[i];

      if (match->kind == AGE_ADULT && !overlaps (reading, match, AGE_NOT_YET) && !overlaps (reading, match, AGE_CALM))
        return TRUE;
    }
  return FALSE;
}

/* The word from which on a story is told; the end where there is none. */
static guint
story_from (const LueurPhraseReading *reading)
{
  guint from = reading->n_words;

  for (guint i = 0; i < reading->n_matches; i++)
    {
      const LueurPhraseMatch *match = &reading->matches[i];

      if (match->kind == AGE_STORY && !overlaps (reading, match, AGE_NO_STORY))
        from = MIN (from, match->start);
    }
  return from;
}

/* Nothing but the age stands in the message. */
static gboolean
answers_alone (const LueurPhraseReading *reading, const LueurPhraseMatch *match)
{
  for (guint i = match->end; i < reading->n_words; i++)
    if ((reading->words[i].tags & (LUEUR_PHRASE_FILLER | OPENER)) == 0)
      return FALSE;
  return opens (reading, match->start) && reading->words[match->start].sentence == reading->words[0].sentence;
}

static gboolean
asks_age (const LueurStatedAge *self, const char *asked, int year)
{
  g_auto (LueurPhraseReading) reading = { 0 };
  g_autofree char *ready = NULL;

  if (asked == NULL)
    return FALSE;
  ready = lueur_stated_age_prepare (asked, year);
  lueur_phrase_book_read (self->book, ready, -1, &reading);
  return has (&reading, AGE_ASKS);
}

/* --- Public ------------------------------------------------------------------------------------------ */

/**
 * lueur_stated_age_new:
 *
 * Returns: (transfer full): a reader of both languages
 */
LueurStatedAge *
lueur_stated_age_new (void)
{
  static const char fillers[] =
      "agestop/agethings/just/only/finally/officially/seriously/also/precisely/exactly/freshly/newly/actually/obviously/clearly/jus/lowkey/really/literally/honestly/still/now/already/currently/legit/technically/barely/lol/"
      "juste/seulement/vraiment/franchement/toujours/actuellement/pile/deja/aussi/hein/mdr";
  static const char openers[] =
      "hi/hey/hello/there/everyone/guys/yo/ok/okay/so/well/oh/ah/no/nah/nope/yes/yeah/yep/but/and/um/uh/asl/sup/hiya/omg/honestly/btw/because/cause/"
      "nan/nop/rien/salut/slt/coucou/cc/bonjour/bonsoir/bjr/wesh/ben/bah/bon/alors/non/nn/oui/ouais/mais/et/euh/moi/parce/que/car/donc/tkt";
  LueurStatedAge *self = g_new0 (LueurStatedAge, 1);

  self->book = lueur_phrase_book_new ();
  lueur_phrase_book_add (self->book, "en", lueur_stated_age_phrases_en, lueur_stated_age_lists_en);
  lueur_phrase_book_add (self->book, "fr", lueur_stated_age_phrases_fr, lueur_stated_age_lists_fr);
  lueur_phrase_book_tag (self->book, fillers, LUEUR_PHRASE_FILLER);
  lueur_phrase_book_tag (self->book, openers, OPENER);
  return self;
}

void
lueur_stated_age_free (LueurStatedAge *self)
{
  lueur_phrase_book_free (self->book);
  g_free (self);
}

/**
 * lueur_stated_age_is_minor:
 * @text: what the person wrote
 * @asked: (nullable): what they were asked right before, by which “15” alone is an age or none; %NULL where that is not
 *   known, and such a message is taken for an answer
 * @year: this year, by which a year of birth is an age
 *
 * An age of 18 or more in the same message takes precedence.
 *
 * Returns: whether the person says in @text that they are under 18
 */
gboolean
lueur_stated_age_is_minor (const LueurStatedAge *self, const char *text, const char *asked, int year)
{
  g_autofree char *ready = lueur_stated_age_prepare (text, year);
  g_auto (LueurPhraseReading) reading = { 0 };
  guint story;

  lueur_phrase_book_read (self->book, ready, -1, &reading);
  if (says_adult (&reading))
    return FALSE;
  story = story_from (&reading);
  for (guint i = 0; i < reading.n_matches; i++)
    {
      const LueurPhraseMatch *match = &reading.matches[i];

      if (match->kind != AGE_MINOR && match->kind != AGE_SCHOOL && match->kind != AGE_MAYBE && match->kind != AGE_ANSWER &&
          match->kind != AGE_MINOR_OTHER)
        continue;
      if (match->start >= story || overlaps (&reading, match, AGE_CALM) ||
          ((match->flags & AGE_OPENS) != 0 && !opens (&reading, match->start)) ||
          (match->kind == AGE_MINOR_OTHER && overlaps (&reading, match, AGE_NO_OTHER)) ||
          (match->kind == AGE_MAYBE && !has (&reading, AGE_HINT)) ||
          ((match->kind == AGE_SCHOOL || match->kind == AGE_MAYBE) && has (&reading, AGE_PARENT)))
        continue;
      if (match->kind != AGE_ANSWER || has (&reading, AGE_RECALLS) ||
          (asked == NULL ? answers_alone (&reading, match)
                         : reading.n_words <= ANSWER_WORDS && asks_age (self, asked, year)))
        return TRUE;
    }
  return FALSE;
}
