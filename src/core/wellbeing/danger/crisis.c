/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is found in a message, weighed: turns of phrase that mean nothing of the kind explain away what they overlap;
 * a denial right before a phrase takes it back; somebody else, a story or a time long past make it a subject that is
 * spoken of; a time makes a deed imminent. In doubt it is taken seriously. */

#include "core/wellbeing/danger/crisis.h"

#include <string.h>

#include "core/wellbeing/danger/crisis-table.h"
#include "core/wellbeing/danger/hint.h"

#define SUBJECT_WINDOW 7 /* words before a phrase in which its subject is looked for */
#define SIGNS 3          /* kinds of signs that together tell of leaving for good */
#define NOW_WINDOW 10    /* words around a deed in which its time is looked for */

struct _LueurCrisis
{
  LueurPhraseBook *book;
  LueurHint *hint; /* (nullable) */
};

/* What of a message matters to more than one phrase. */
typedef struct
{
  const LueurPhraseReading *reading;
  guint8 *innocent; /* by word */
  guint8 *cap;      /* by word: what a denial that ends right before it leaves */
  guint8 *now;      /* by word: a time stands here */
  guint8 *story;    /* by word: a story is spoken of here */
  guint signs;      /* kinds of them, anywhere */
  guint8 *context;  /* by sentence: bits of CRISIS_PAST and so on */
} Scene;

#define CONTEXT(kind) (guint8) (1 << ((kind) - CRISIS_NOW))

static void
scene_init (Scene *scene, const LueurPhraseReading *reading)
{
  guint n_sentences = reading->n_words > 0 ? reading->words[reading->n_words - 1].sentence + 1u : 1;

  scene->reading = reading;
  scene->innocent = g_new0 (guint8, reading->n_words + 1);
  scene->cap = g_new0 (guint8, reading->n_words + 1);
  scene->now = g_new0 (guint8, reading->n_words + 1);
  scene->story = g_new0 (guint8, reading->n_words + 1);
  scene->context = g_new0 (guint8, n_sentences);
  for (guint i = 0; i < reading->n_matches; i++)
    {
      const LueurPhraseMatch *match = &reading->matches[i];
      guint end = match->end;

      switch (match->kind)
        {
        case LUEUR_CRISIS_NONE:
          memset (scene->innocent + match->start, 1, match->end - match->start);
          break;
        case CRISIS_CAP_NONE:
        case CRISIS_CAP_TOPICAL:
        case CRISIS_CAP_ACTIVE:
          while (end < reading->n_words && (reading->words[end].tags & LUEUR_PHRASE_FILLER) != 0)
            end++;
          /* What takes back the most counts. */
          for (guint at = match->end; at <= end; at++)
            if (scene->cap[at] == 0 || match->kind < scene->cap[at])
              scene->cap[at] = match->kind;
          break;
        case CRISIS_NOW:
          memset (scene->now + match->start, 1, match->end - match->start);
          break;
        case CRISIS_SIGN:
          scene->signs |= match->flags;
          break;
        case CRISIS_STORY:
          memset (scene->story + match->start, 1, match->end - match->start);
          break;
        case CRISIS_PAST:
        case CRISIS_EVERYDAY:
          scene->context[reading->words[match->start].sentence] |= CONTEXT (match->kind);
          break;
        default:
          break;
        }
    }
}

static void
scene_clear (Scene *scene)
{
  g_free (scene->innocent);
  g_free (scene->cap);
  g_free (scene->now);
  g_free (scene->story);
  g_free (scene->context);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scene, scene_clear)

static gboolean
overlaps (const guint8 *marks, const LueurPhraseMatch *match)
{
  return memchr (marks + match->start, 1, match->end - match->start) != NULL;
}

/* “C’est de mourir que j’ai envie”: the “c” is nobody. */
static gboolean
only_points (const LueurPhraseReading *reading, guint at, guint start)
{
  const LueurPhraseWord *words = reading->words;

  return strcmp (words[at].text, "c") == 0 && start - at >= 2 && (words[start - 1].text[0] == 'd' || words[start - 1].text[0] == 'q') &&
         strlen (words[start - 1].text) <= 3;
}

/* Whether the nearest one who is spoken of before the phrase is somebody else. */
static gboolean
is_of_others (const LueurPhraseReading *reading, const LueurPhraseMatch *match)
{
  gboolean reflexive = (match->flags & CRISIS_REFLEXIVE) != 0;
  guint sentence = reading->words[match->start].sentence;

  for (guint i = match->start; i < match->end && !reflexive; i++)
    if ((reading->words[i].tags & CRISIS_TAG_FIRST) != 0)
      return FALSE;
  for (guint n = 1; n <= SUBJECT_WINDOW && n <= match->start; n++)
    {
      const LueurPhraseWord *word = &reading->words[match->start - n];
      guint16 before = n < match->start ? reading->words[match->start - n - 1].tags : 0;

      if (word->sentence != sentence)
        return FALSE;
      if ((word->tags & (CRISIS_TAG_WISH | CRISIS_TAG_FIRST)) != 0)
        return FALSE;
      if ((word->tags & CRISIS_TAG_VERB) != 0)
        return (before & CRISIS_TAG_FIRST) == 0;
      if ((word->tags & CRISIS_TAG_OTHER) != 0 && !only_points (reading, match->start - n, match->start))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_now (const Scene *scene, const LueurPhraseMatch *match)
{
  const LueurPhraseReading *reading = scene->reading;
  guint from = match->start > NOW_WINDOW ? match->start - NOW_WINDOW : 0;
  guint to = MIN (reading->n_words, match->end + NOW_WINDOW);

  for (guint i = from; i < to; i++)
    if (scene->now[i] && reading->words[i].sentence == reading->words[match->start].sentence)
      return TRUE;
  return FALSE;
}

/* Whether it is part of a story that is spoken of, rather than said beside one: “I saw a film and want to die”. */
static gboolean
is_told (const Scene *scene, const LueurPhraseMatch *match)
{
  const LueurPhraseWord *words = scene->reading->words;
  guint sentence = words[match->start].sentence;

  for (guint i = match->start; i > 0 && words[i - 1].sentence == sentence && (words[i - 1].tags & CRISIS_TAG_JOINS) == 0; i--)
    if (scene->story[i - 1])
      return TRUE;
  for (guint i = match->end; i < scene->reading->n_words && words[i].sentence == sentence && (words[i].tags & CRISIS_TAG_JOINS) == 0; i++)
    if (scene->story[i])
      return TRUE;
  return FALSE;
}

static LueurCrisisClass
weigh (const Scene *scene, const LueurPhraseMatch *match)
{
  const LueurPhraseReading *reading = scene->reading;
  guint8 context = scene->context[reading->words[match->start].sentence];
  LueurCrisisClass klass = match->kind;
  guint8 cap = scene->cap[match->start];

  if ((match->flags & CRISIS_FIRM) == 0 && overlaps (scene->innocent, match))
    return LUEUR_CRISIS_NONE;
  if (klass == LUEUR_CRISIS_TOPICAL)
    return klass;
  if (cap == CRISIS_CAP_NONE)
    return LUEUR_CRISIS_NONE;
  if (cap == CRISIS_CAP_TOPICAL)
    return klass == LUEUR_CRISIS_ACTIVE && (match->flags & (CRISIS_HAND | CRISIS_SUBJECT)) == CRISIS_HAND ? LUEUR_CRISIS_TOPICAL : LUEUR_CRISIS_NONE;
  if ((match->flags & (CRISIS_SUBJECT | CRISIS_REFLEXIVE)) != 0 && is_of_others (reading, match))
    return (match->flags & CRISIS_REFLEXIVE) != 0 || klass == LUEUR_CRISIS_PASSIVE ? LUEUR_CRISIS_NONE : LUEUR_CRISIS_TOPICAL;
  if ((match->flags & CRISIS_WEAK) != 0 && (context & CONTEXT (CRISIS_EVERYDAY)) != 0)
    return LUEUR_CRISIS_NONE;
  if (is_told (scene, match))
    return LUEUR_CRISIS_TOPICAL;
  if ((context & CONTEXT (CRISIS_PAST)) != 0 && ((match->flags & CRISIS_WAS) != 0 || cap == CRISIS_CAP_ACTIVE))
    return LUEUR_CRISIS_TOPICAL;
  if (klass == LUEUR_CRISIS_ACTIVE && (match->flags & CRISIS_HAND) != 0 && cap != CRISIS_CAP_ACTIVE && is_now (scene, match))
    return LUEUR_CRISIS_IMMINENT;
  return klass;
}

/* No word of death, and yet: who says goodbye, asks to be forgiven and leaves the cat to somebody is going for good. */
static gboolean
says_farewell (const Scene *scene)
{
  const LueurPhraseReading *reading = scene->reading;
  guint n = 0;

  for (guint bits = scene->signs; bits != 0; bits &= bits - 1)
    n++;
  if (n < SIGNS)
    return FALSE;
  for (guint i = 0; i < reading->n_words; i++)
    if ((scene->context[reading->words[i].sentence] & CONTEXT (CRISIS_EVERYDAY)) != 0)
      return FALSE;
  return TRUE;
}

/* By the common words of both, where nothing else tells. */
static const char *
guess_language (const LueurPhraseReading *reading)
{
  guint english = 0, french = 0;

  for (guint i = 0; i < MIN (reading->n_words, 200); i++)
    {
      english += (reading->words[i].tags & CRISIS_TAG_ENGLISH) != 0;
      french += (reading->words[i].tags & CRISIS_TAG_FRENCH) != 0;
    }
  return english == french ? NULL : english > french ? "en" : "fr";
}

static void
add_language (LueurPhraseBook *book, const char *language, const LueurCrisisWords *words, guint16 tag,
              const LueurPhraseList *lists, const LueurPhrase *phrases, const LueurPhrase *plain, const LueurPhrase *calm)
{
  lueur_phrase_book_add (book, language, phrases, lists);
  lueur_phrase_book_add (book, language, plain, lists);
  lueur_phrase_book_add (book, language, calm, lists);
  lueur_phrase_book_tag (book, words->fillers, LUEUR_PHRASE_FILLER);
  lueur_phrase_book_tag (book, words->denies, LUEUR_PHRASE_DENIES);
  lueur_phrase_book_tag (book, words->first, CRISIS_TAG_FIRST);
  lueur_phrase_book_tag (book, words->others, CRISIS_TAG_OTHER);
  lueur_phrase_book_tag (book, words->wishes, CRISIS_TAG_WISH);
  lueur_phrase_book_tag (book, words->joins, CRISIS_TAG_JOINS);
  lueur_phrase_book_tag (book, words->common, tag);
  if (*words->verbs != '\0')
    lueur_phrase_book_tag (book, words->verbs, CRISIS_TAG_VERB);
}

/* Whether an innocent turn of phrase, a story, or somebody else explains a part of the message. */
static gboolean
is_explained (const Scene *scene)
{
  const LueurPhraseReading *reading = scene->reading;

  for (guint i = 0; i < reading->n_words; i++)
    if (scene->innocent[i] || scene->story[i])
      return TRUE;
  return FALSE;
}

/* What the trained reader adds: it never lowers what is named outright, only a hint that it is sure is none. */
static LueurCrisisClass
weigh_hints (const LueurCrisis *self, const LueurPhraseReading *reading, LueurCrisisClass klass, gboolean explained)
{
  const LueurHintSettings *settings = lueur_hint_get_settings (self->hint);
  LueurHintScores scores;

  lueur_hint_read (self->hint, reading, &scores);
  if (klass >= LUEUR_CRISIS_PASSIVE && scores.hint < settings->doubt)
    return LUEUR_CRISIS_NONE;
  if (klass >= LUEUR_CRISIS_PASSIVE || scores.hint < settings->threshold + (explained ? settings->calm : 0))
    return klass;
  if (scores.act < settings->act)
    return LUEUR_CRISIS_PASSIVE;
  return scores.now < settings->now ? LUEUR_CRISIS_ACTIVE : LUEUR_CRISIS_IMMINENT;
}

/**
 * lueur_crisis_new:
 *
 * Returns: (transfer full): a reader of both languages, by phrases alone
 */
LueurCrisis *
lueur_crisis_new (void)
{
  LueurCrisis *self = g_new0 (LueurCrisis, 1);

  self->book = lueur_phrase_book_new ();
  add_language (self->book, "en", &lueur_crisis_words_en, CRISIS_TAG_ENGLISH, lueur_crisis_lists_en,
                lueur_crisis_phrases_en, lueur_crisis_plain_en, lueur_crisis_calm_en);
  add_language (self->book, "fr", &lueur_crisis_words_fr, CRISIS_TAG_FRENCH, lueur_crisis_lists_fr,
                lueur_crisis_phrases_fr, lueur_crisis_plain_fr, lueur_crisis_calm_fr);
  return self;
}

/**
 * lueur_crisis_open:
 * @path: (nullable): the model of hints, %LUEUR_HINT_MODEL_FILE among the data
 *
 * Where the file is missing or damaged, that is logged, and phrases alone are read.
 *
 * Returns: (transfer full): a reader of both languages
 */
LueurCrisis *
lueur_crisis_open (const char *path)
{
  LueurCrisis *self = lueur_crisis_new ();
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return self;
  self->hint = lueur_hint_open (path, &error);
  if (self->hint == NULL)
    g_message ("Danger is read by phrases alone: %s", error->message);
  return self;
}

void
lueur_crisis_free (LueurCrisis *self)
{
  g_clear_pointer (&self->hint, lueur_hint_free);
  lueur_phrase_book_free (self->book);
  g_free (self);
}

/* By the phrases alone. @found: (out) (nullable): the language of the one that was the most urgent. @named: (out): a deed
 * by one’s own hand was named, rather than hinted at */
static LueurCrisisClass
weigh_phrases (const Scene *scene, const char **found, gboolean *named)
{
  const LueurPhraseReading *reading = scene->reading;
  LueurCrisisClass worst = LUEUR_CRISIS_NONE;

  *found = NULL;
  *named = FALSE;
  for (guint i = 0; i < reading->n_matches; i++)
    {
      LueurCrisisClass klass;

      if (reading->matches[i].kind == LUEUR_CRISIS_NONE || reading->matches[i].kind > LUEUR_CRISIS_IMMINENT)
        continue;
      klass = weigh (scene, &reading->matches[i]);
      if (klass >= LUEUR_CRISIS_PASSIVE && (reading->matches[i].flags & (CRISIS_HAND | CRISIS_FIRM)) != 0)
        *named = TRUE;
      if (klass <= worst)
        continue;
      worst = klass;
      *found = reading->matches[i].language;
    }
  return worst < LUEUR_CRISIS_IMMINENT && says_farewell (scene) ? LUEUR_CRISIS_IMMINENT : worst;
}

/**
 * lueur_crisis_read:
 * @text: a message, whatever it holds
 * @length: of @text in bytes, or -1
 * @language: (out) (optional): "en" or "fr", by what was found, else by the words; %NULL where nothing tells
 *
 * Returns: the most urgent class that @text speaks of. Takes no longer for hostile text than for any other.
 */
LueurCrisisClass
lueur_crisis_read (const LueurCrisis *self, const char *text, gssize length, const char **language)
{
  g_auto (LueurPhraseReading) reading = { 0 };
  g_auto (Scene) scene = { 0 };
  LueurCrisisClass worst;
  gboolean named;
  const char *found;

  lueur_phrase_book_read (self->book, text, length, &reading);
  scene_init (&scene, &reading);
  worst = weigh_phrases (&scene, &found, &named);
  if (self->hint != NULL && !named)
    worst = weigh_hints (self, &reading, worst, is_explained (&scene));
  if (language != NULL)
    {
      *language = guess_language (&reading);
      if (*language == NULL)
        *language = found;
    }
  return worst;
}

/**
 * lueur_crisis_read_phrases:
 * @reading: (out caller-allocates): the words, to be cleared
 * @explained: (out): whether something innocent explains a part of it
 * @named: (out): whether a deed by one’s own hand is named, rather than hinted at
 *
 * For training and measuring.
 *
 * Returns: the class by the phrases alone
 */
LueurCrisisClass
lueur_crisis_read_phrases (const LueurCrisis *self, const char *text, gssize length, LueurPhraseReading *reading,
                           gboolean *explained, gboolean *named)
{
  g_auto (Scene) scene = { 0 };
  const char *found;

  lueur_phrase_book_read (self->book, text, length, reading);
  scene_init (&scene, reading);
  *explained = is_explained (&scene);
  return weigh_phrases (&scene, &found, named);
}

/**
 * lueur_crisis_count_steps:
 *
 * Returns: what reading @text costs, in steps of phrases: the same on every machine
 */
guint64
lueur_crisis_count_steps (const LueurCrisis *self, const char *text, gssize length)
{
  g_auto (LueurPhraseReading) reading = { 0 };

  lueur_phrase_book_read (self->book, text, length, &reading);
  return reading.steps;
}

/**
 * lueur_crisis_class_get_name:
 *
 * Returns: (transfer none): "none", "topical", "passive", "active" or "imminent"
 */
const char *
lueur_crisis_class_get_name (LueurCrisisClass klass)
{
  static const char *const names[] = { "none", "topical", "passive", "active", "imminent" };

  return names[MIN (klass, LUEUR_CRISIS_IMMINENT)];
}
