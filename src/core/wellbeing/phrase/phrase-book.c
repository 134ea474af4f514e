/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/wellbeing/phrase/phrase.h"

#include <string.h>

#include "core/wellbeing/phrase/phrase-text.h"

/* Every word that a phrase names has a number. A text's words become sets of numbers once, and phrases are
 * compared number by number, each only where a word stands that it can begin with: some thousand phrases over
 * thousands of words take milliseconds. */

#define MAX_STEPS 16   /* of one phrase */
#define SHORT_GAP 3    /* words that “..” may pass over */
#define LONG_GAP 6     /* words that “...” may pass over */
#define MAX_FILLERS 4  /* words in a row that colour what is said */
#define MAX_WORK 400   /* steps that one phrase may take from one word on */

typedef struct
{
  guint16 *ids; /* sorted */
  guint16 n_ids;
  guint8 optional;
  guint8 ends; /* nothing is to follow in the sentence */
  guint8 gap;  /* words it may pass over */
} Step;

typedef struct
{
  LueurPhrase phrase;
  const char *language;
  guint8 n_steps;
  Step steps[MAX_STEPS];
} Entry;

struct _LueurPhraseBook
{
  LueurLexicon *lexicon;
  GHashTable *words;    /* word -> number */
  GHashTable *prefixes; /* beginning of a word -> number */
  GHashTable *tags;     /* word -> tags */
  GArray *entries;      /* of Entry */
  GPtrArray *firsts;    /* number -> GArray of guint: the phrases that may begin with it */
  guint shortest_prefix;
};

static guint16
intern (LueurPhraseBook *self, const char *word)
{
  gsize length = strlen (word);
  gboolean prefix = length > 1 && word[length - 1] == '*';
  g_autofree char *bare = g_strndup (word, prefix ? length - 1 : length);
  GHashTable *table = prefix ? self->prefixes : self->words;
  guint16 id = (guint16) GPOINTER_TO_UINT (g_hash_table_lookup (table, bare));

  if (id != 0)
    return id;
  g_ptr_array_add (self->firsts, NULL);
  id = (guint16) self->firsts->len;
  g_assert (self->firsts->len < G_MAXUINT16);
  if (!prefix)
    lueur_lexicon_add (self->lexicon, bare);
  else
    self->shortest_prefix = MIN (self->shortest_prefix, length - 1);
  g_hash_table_insert (table, g_steal_pointer (&bare), GUINT_TO_POINTER (id));
  return id;
}

/* --- Reading the tables ------------------------------------------------------------------------------ */

static const char *
find_list (const LueurPhraseList *lists, const char *name)
{
  for (; lists != NULL && lists->name != NULL; lists++)
    if (strcmp (lists->name, name) == 0)
      return lists->words;
  g_error ("No list of words is called “%s”", name);
}

static void
add_words (LueurPhraseBook *self, const LueurPhraseList *lists, const char *words, Step *step, GArray *ids)
{
  g_auto (GStrv) either = g_strsplit (words, "/", -1);

  for (guint i = 0; either[i] != NULL; i++)
    {
      gsize length = strlen (either[i]);
      guint16 id;

      g_assert (length > 0);
      /* The last one says whether the step may be missing. */
      if (either[i][length - 1] == '?')
        {
          step->optional = step->optional || either[i + 1] == NULL;
          either[i][length - 1] = '\0';
        }
      if (either[i][0] == '@')
        {
          add_words (self, lists, find_list (lists, either[i] + 1), step, ids);
          continue;
        }
      id = intern (self, either[i]);
      g_array_append_val (ids, id);
    }
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return *(const guint16 *) a - *(const guint16 *) b;
}

static void
list_first (LueurPhraseBook *self, guint entry, const Step *step)
{
  for (guint i = 0; i < step->n_ids; i++)
    {
      GArray **list = (GArray **) (gpointer) &g_ptr_array_index (self->firsts, step->ids[i] - 1);

      if (*list == NULL)
        *list = g_array_new (FALSE, FALSE, sizeof (guint));
      if ((*list)->len == 0 || g_array_index (*list, guint, (*list)->len - 1) != entry)
        g_array_append_val (*list, entry);
    }
}

static void
add_phrase (LueurPhraseBook *self, const char *language, const LueurPhrase *phrase, const LueurPhraseList *lists)
{
  g_auto (GStrv) steps = g_strsplit (phrase->words, " ", -1);
  Entry entry = { .phrase = *phrase, .language = language };

  for (guint i = 0; steps[i] != NULL; i++)
    {
      Step *step = &entry.steps[entry.n_steps++];
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint16));

      g_assert (entry.n_steps <= MAX_STEPS);
      if (strcmp (steps[i], "$") == 0)
        {
          step->ends = TRUE;
          continue;
        }
      if (strcmp (steps[i], "..") == 0 || strcmp (steps[i], "...") == 0)
        {
          step->gap = steps[i][2] == '.' ? LONG_GAP : SHORT_GAP;
          continue;
        }
      add_words (self, lists, steps[i], step, ids);
      g_array_sort (ids, compare_ids);
      step->n_ids = (guint16) ids->len;
      step->ids = (guint16 *) (gpointer) g_array_free (g_steal_pointer (&ids), FALSE);
    }
  g_array_append_val (self->entries, entry);
  for (guint i = 0; i < entry.n_steps; i++)
    {
      g_assert (!entry.steps[i].gap && !entry.steps[i].ends);
      list_first (self, self->entries->len - 1, &entry.steps[i]);
      if (!entry.steps[i].optional)
        break;
    }
}

/* --- Matching ---------------------------------------------------------------------------------------- */

static void
word_add (LueurPhraseWord *word, guint id)
{
  if (id != 0 && word->n_ids < G_N_ELEMENTS (word->ids))
    word->ids[word->n_ids++] = (guint16) id;
}

static void
look_up (const LueurPhraseBook *self, LueurPhraseWord *out, const char *word)
{
  char start[32];
  gsize length = MIN (strlen (word), sizeof start - 1);

  out->tags = (guint16) GPOINTER_TO_UINT (g_hash_table_lookup (self->tags, word));
  word_add (out, GPOINTER_TO_UINT (g_hash_table_lookup (self->words, word)));
  memcpy (start, word, length + 1);
  start[length] = '\0';
  for (gsize i = length; i >= self->shortest_prefix && i > 0; i--)
    {
      start[i] = '\0';
      word_add (out, GPOINTER_TO_UINT (g_hash_table_lookup (self->prefixes, start)));
    }
}

static gboolean
step_takes (const Step *step, const LueurPhraseWord *word)
{
  for (guint i = 0; i < word->n_ids; i++)
    {
      guint from = 0, to = step->n_ids;

      while (from < to)
        {
          guint middle = (from + to) / 2;

          if (step->ids[middle] == word->ids[i])
            return TRUE;
          if (step->ids[middle] < word->ids[i])
            from = middle + 1;
          else
            to = middle;
        }
    }
  return FALSE;
}

/* Where a match of @entry from its step @at on ends that goes on at word @i; 0 where there is none. */
static guint
match_from (const Entry *entry, guint at, const LueurPhraseWord *words, guint n, guint i, guint *work)
{
  for (; at < entry->n_steps; at++)
    {
      const Step *step = &entry->steps[at];
      guint end = 0, fillers = 0;

      if (*work == 0)
        return 0;
      --*work;
      if (step->ends)
        {
          while (i < n && (words[i].tags & LUEUR_PHRASE_FILLER) != 0 && words[i].sentence == words[i - 1].sentence)
            i++;
          if (i < n && words[i].sentence == words[i - 1].sentence)
            return 0;
          continue;
        }
      if (step->gap)
        {
          for (guint skip = 0; skip <= step->gap && i + skip <= n && end == 0; skip++)
            {
              if (skip > 0 && ((words[i + skip - 1].tags & LUEUR_PHRASE_DENIES) != 0 ||
                               words[i + skip - 1].sentence != words[i - 1].sentence))
                break;
              end = match_from (entry, at + 1, words, n, i + skip, work);
            }
          return end;
        }
      while (i + fillers < n && fillers < MAX_FILLERS && (words[i + fillers].tags & LUEUR_PHRASE_FILLER) != 0 &&
             !step_takes (step, &words[i + fillers]) && at > 0)
        fillers++;
      if (step->optional)
        {
          end = i + fillers < n && step_takes (step, &words[i + fillers])
                    ? match_from (entry, at + 1, words, n, i + fillers + 1, work)
                    : 0;
          if (end != 0)
            return end;
          continue;
        }
      if (i + fillers >= n || !step_takes (step, &words[i + fillers]))
        return 0;
      i += fillers + 1;
    }
  return i;
}

static void
find_matches (const LueurPhraseBook *self, LueurPhraseReading *reading)
{
  for (guint i = 0; i < reading->n_words; i++)
    for (guint k = 0; k < reading->words[i].n_ids; k++)
      {
        GArray *list = g_ptr_array_index (self->firsts, reading->words[i].ids[k] - 1);

        for (guint p = 0; list != NULL && p < list->len; p++)
          {
            const Entry *entry = &g_array_index (self->entries, Entry, g_array_index (list, guint, p));
            guint work = MAX_WORK;
            guint end = match_from (entry, 0, reading->words, reading->n_words, i, &work);

            reading->steps += MAX_WORK - work;
            if (end > i)
              {
                LueurPhraseMatch match = { i, end, entry->phrase.kind, entry->phrase.flags, entry->language };

                g_array_append_val (reading->owned_matches, match);
              }
          }
      }
}

/* --- Public ------------------------------------------------------------------------------------------ */

/**
 * lueur_phrase_book_new:
 *
 * Returns: (transfer full): an empty one
 */
LueurPhraseBook *
lueur_phrase_book_new (void)
{
  LueurPhraseBook *self = g_new0 (LueurPhraseBook, 1);

  self->lexicon = lueur_lexicon_new ();
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->prefixes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->firsts = g_ptr_array_new ();
  self->shortest_prefix = G_MAXUINT;
  return self;
}

void
lueur_phrase_book_free (LueurPhraseBook *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);

      for (guint j = 0; j < entry->n_steps; j++)
        g_free (entry->steps[j].ids);
    }
  for (guint i = 0; i < self->firsts->len; i++)
    if (g_ptr_array_index (self->firsts, i) != NULL)
      g_array_unref (g_ptr_array_index (self->firsts, i));
  g_clear_pointer (&self->lexicon, lueur_lexicon_free);
  g_hash_table_unref (self->words);
  g_hash_table_unref (self->prefixes);
  g_hash_table_unref (self->tags);
  g_array_unref (self->entries);
  g_ptr_array_unref (self->firsts);
  g_free (self);
}

/**
 * lueur_phrase_book_add:
 * @language: (transfer none): "en" or "fr", static
 * @phrases: a table
 * @lists: (nullable): what the table's phrases name
 */
void
lueur_phrase_book_add (LueurPhraseBook *self, const char *language, const LueurPhrase *phrases,
                       const LueurPhraseList *lists)
{
  for (; phrases->words != NULL; phrases++)
    add_phrase (self, language, phrases, lists);
}

/**
 * lueur_phrase_book_tag:
 * @words: apart by `/`
 * @tag: one bit; words keep what they had
 */
void
lueur_phrase_book_tag (LueurPhraseBook *self, const char *words, guint16 tag)
{
  g_auto (GStrv) each = g_strsplit (words, "/", -1);

  for (guint i = 0; each[i] != NULL; i++)
    {
      guint tags = GPOINTER_TO_UINT (g_hash_table_lookup (self->tags, each[i])) | tag;

      lueur_lexicon_add (self->lexicon, each[i]);
      g_hash_table_insert (self->tags, g_strdup (each[i]), GUINT_TO_POINTER (tags));
    }
}

/**
 * lueur_phrase_book_read:
 * @text: whatever it holds
 * @length: of @text in bytes, or -1
 * @reading: (out caller-allocates): the words and all that was found; to be cleared
 */
void
lueur_phrase_book_read (const LueurPhraseBook *self, const char *text, gssize length, LueurPhraseReading *reading)
{
  g_autoptr (GArray) plain = NULL;

  reading->owned_text = g_string_chunk_new (4096);
  plain = lueur_lexicon_read (self->lexicon, text, length >= 0 ? (gsize) length : strlen (text), LUEUR_PHRASE_MAX_WORDS,
                              reading->owned_text);
  reading->owned_words = g_array_sized_new (FALSE, TRUE, sizeof (LueurPhraseWord), plain->len + 1);
  reading->owned_matches = g_array_new (FALSE, FALSE, sizeof (LueurPhraseMatch));
  g_array_set_size (reading->owned_words, plain->len);
  reading->words = (LueurPhraseWord *) (gpointer) reading->owned_words->data;
  reading->n_words = plain->len;
  reading->steps = 0;
  for (guint i = 0; i < plain->len; i++)
    {
      const LueurLexiconWord *word = &g_array_index (plain, LueurLexiconWord, i);

      reading->words[i].text = word->text;
      reading->words[i].sentence = (guint16) word->sentence;
      look_up (self, &reading->words[i], word->text);
    }
  find_matches (self, reading);
  reading->matches = (LueurPhraseMatch *) (gpointer) reading->owned_matches->data;
  reading->n_matches = reading->owned_matches->len;
}

void
lueur_phrase_reading_clear (LueurPhraseReading *reading)
{
  g_clear_pointer (&reading->owned_words, g_array_unref);
  g_clear_pointer (&reading->owned_matches, g_array_unref);
  g_clear_pointer (&reading->owned_text, g_string_chunk_free);
  reading->words = NULL;
  reading->matches = NULL;
  reading->n_words = reading->n_matches = 0;
  reading->steps = 0;
}
