/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/wellbeing/crisis.h"

#include <string.h>

#include "core/wellbeing/crisis-text.h"

/* Every word that a pattern names has a number. A message's words become sets of numbers once, and then
 * patterns are compared number by number: a thousand patterns over a thousand words stay well below a
 * millisecond. */

#define MAX_STEPS 14   /* of one pattern */
#define MAX_EITHER 24  /* words in one step */
#define MAX_GAP 3      /* words that “..” may pass over */
#define MAX_IDS 8      /* numbers that one word of a message may answer to */
#define TYPO_MIN 6     /* shortest word in which one wrong letter is forgiven */

typedef struct
{
  guint16 ids[MAX_EITHER];
  guint8 n_ids;
  guint8 optional;
  guint8 gap; /* “..” */
} Step;

typedef struct
{
  LueurCrisisClass klass;
  const char *language;
  guint8 n_steps;
  Step steps[MAX_STEPS];
} Pattern;

struct _LueurCrisis
{
  GHashTable *words;    /* word -> number */
  GHashTable *prefixes; /* beginning of a word -> number */
  GPtrArray *names;     /* number - 1 -> word, for typos; NULL for a prefix */
  GArray *patterns;
};

typedef struct
{
  guint16 ids[MAX_IDS];
  guint8 n;
} Word;

typedef struct
{
  guint start;
  guint end;
  const Pattern *pattern;
} Match;

static guint16
intern (LueurCrisis *self, const char *word)
{
  gsize length = strlen (word);
  gboolean prefix = length > 1 && word[length - 1] == '*';
  g_autofree char *bare = g_strndup (word, prefix ? length - 1 : length);
  GHashTable *table = prefix ? self->prefixes : self->words;
  guint16 id = GPOINTER_TO_UINT (g_hash_table_lookup (table, bare));

  if (id == 0)
    {
      g_ptr_array_add (self->names, prefix ? NULL : g_strdup (bare));
      id = self->names->len;
      g_hash_table_insert (table, g_steal_pointer (&bare), GUINT_TO_POINTER (id));
    }
  return id;
}

static void
add_pattern (LueurCrisis *self, const LueurCrisisPattern *source)
{
  g_auto (GStrv) steps = g_strsplit (source->words, " ", -1);
  Pattern pattern = { .klass = source->klass, .language = source->language };

  for (guint i = 0; steps[i] != NULL; i++)
    {
      Step *step = &pattern.steps[pattern.n_steps++];
      g_auto (GStrv) either = NULL;

      g_assert (pattern.n_steps <= MAX_STEPS);
      if (strcmp (steps[i], "..") == 0)
        {
          step->gap = TRUE;
          continue;
        }
      either = g_strsplit (steps[i], "/", -1);
      for (guint j = 0; either[j] != NULL; j++)
        {
          gsize length = strlen (either[j]);

          /* One that may be missing makes the whole step so. */
          if (either[j][length - 1] == '?')
            {
              step->optional = TRUE;
              either[j][length - 1] = '\0';
            }
          g_assert (step->n_ids < MAX_EITHER);
          step->ids[step->n_ids++] = intern (self, either[j]);
        }
    }
  g_array_append_val (self->patterns, pattern);
}

static void
word_add (Word *word, guint id)
{
  if (id == 0 || word->n == MAX_IDS)
    return;
  for (guint i = 0; i < word->n; i++)
    if (word->ids[i] == id)
      return;
  word->ids[word->n++] = id;
}

/* One wrong letter in a long word that is no word of ours as it stands. */
static void
add_typos (const LueurCrisis *self, Word *out, const char *word)
{
  gsize length = strlen (word);

  if (length < TYPO_MIN)
    return;
  for (guint i = 0; i < self->names->len; i++)
    {
      const char *name = g_ptr_array_index (self->names, i);

      /* People get the first letter right. */
      if (name != NULL && name[0] == word[0] && strlen (name) >= TYPO_MIN && lueur_crisis_distance (name, word, 1) <= 1)
        word_add (out, i + 1);
    }
}

static void
look_up (const LueurCrisis *self, Word *out, const char *word)
{
  char start[32];
  gsize length = MIN (strlen (word), sizeof start - 1);

  out->n = 0;
  word_add (out, GPOINTER_TO_UINT (g_hash_table_lookup (self->words, word)));
  for (gsize i = 3; i <= length; i++)
    {
      memcpy (start, word, i);
      start[i] = '\0';
      word_add (out, GPOINTER_TO_UINT (g_hash_table_lookup (self->prefixes, start)));
    }
  if (out->n == 0)
    add_typos (self, out, word);
}

static gboolean
step_takes (const Step *step, const Word *word)
{
  for (guint i = 0; i < word->n; i++)
    for (guint j = 0; j < step->n_ids; j++)
      if (word->ids[i] == step->ids[j])
        return TRUE;
  return FALSE;
}

/* Where a match of @pattern from its step @at on ends that begins at word @i; 0 where there is none. */
static guint
match_from (const Pattern *pattern, guint at, const Word *words, guint n, guint i)
{
  for (; at < pattern->n_steps; at++)
    {
      const Step *step = &pattern->steps[at];

      if (step->gap)
        {
          for (guint skip = 0; skip <= MAX_GAP && i + skip <= n; skip++)
            {
              guint end = match_from (pattern, at + 1, words, n, i + skip);

              if (end != 0)
                return end;
            }
          return 0;
        }
      if (step->optional)
        {
          guint end = i < n && step_takes (step, &words[i]) ? match_from (pattern, at + 1, words, n, i + 1) : 0;

          if (end != 0)
            return end;
          continue;
        }
      if (i >= n || !step_takes (step, &words[i]))
        return 0;
      i++;
    }
  return i;
}

static void
find_matches (const LueurCrisis *self, const Word *words, guint n, GArray *matches)
{
  for (guint i = 0; i < n; i++)
    {
      if (words[i].n == 0)
        continue;
      for (guint p = 0; p < self->patterns->len; p++)
        {
          const Pattern *pattern = &g_array_index (self->patterns, Pattern, p);
          guint end;

          if (!pattern->steps[0].optional && !step_takes (&pattern->steps[0], &words[i]))
            continue;
          end = match_from (pattern, 0, words, n, i);
          if (end > i)
            {
              Match match = { .start = i, .end = end, .pattern = pattern };

              g_array_append_val (matches, match);
            }
        }
    }
}

/* An innocent turn of phrase that overlaps a match explains it away: “mourir de rire”, “kill the process”. */
static gboolean
is_innocent (GArray *matches, const Match *match)
{
  for (guint i = 0; i < matches->len; i++)
    {
      const Match *other = &g_array_index (matches, Match, i);

      if (other->pattern->klass == LUEUR_CRISIS_NONE && other->start < match->end && other->end > match->start)
        return TRUE;
    }
  return FALSE;
}

/**
 * lueur_crisis_new:
 *
 * Returns: (transfer full): a reader of both languages
 */
LueurCrisis *
lueur_crisis_new (void)
{
  LueurCrisis *self = g_new0 (LueurCrisis, 1);

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->prefixes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->patterns = g_array_new (FALSE, FALSE, sizeof (Pattern));
  for (const LueurCrisisPattern *p = lueur_crisis_patterns_en; p->words != NULL; p++)
    add_pattern (self, p);
  for (const LueurCrisisPattern *p = lueur_crisis_patterns_fr; p->words != NULL; p++)
    add_pattern (self, p);
  return self;
}

void
lueur_crisis_free (LueurCrisis *self)
{
  g_hash_table_unref (self->words);
  g_hash_table_unref (self->prefixes);
  g_ptr_array_unref (self->names);
  g_array_unref (self->patterns);
  g_free (self);
}

/**
 * lueur_crisis_read:
 * @text: a message, whatever it holds
 * @length: of @text in bytes, or -1
 * @language: (out) (optional): "en" or "fr", by what was found; NULL where nothing was
 *
 * Returns: the most urgent class that @text speaks of. Takes no longer for hostile text than for any other.
 */
LueurCrisisClass
lueur_crisis_read (const LueurCrisis *self, const char *text, gssize length, const char **language)
{
  guint n = 0;
  g_auto (GStrv) plain = lueur_crisis_words (text, length, &n);
  g_autofree Word *words = g_new (Word, n + 1);
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));
  LueurCrisisClass worst = LUEUR_CRISIS_NONE;

  if (language != NULL)
    *language = NULL;
  for (guint i = 0; i < n; i++)
    look_up (self, &words[i], plain[i]);
  find_matches (self, words, n, matches);

  for (guint i = 0; i < matches->len; i++)
    {
      const Match *match = &g_array_index (matches, Match, i);

      if (match->pattern->klass == LUEUR_CRISIS_NONE || is_innocent (matches, match))
        continue;
      if (match->pattern->klass > worst)
        {
          worst = match->pattern->klass;
          if (language != NULL)
            *language = match->pattern->language;
        }
    }
  return worst;
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
