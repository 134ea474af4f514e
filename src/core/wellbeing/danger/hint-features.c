/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A stretch of words as numbers: each word, each pair of neighbours, and every run of two to five letters, over the gaps
 * between words too, so that endings, misspellings and turns of phrase are still known. The words are those of the phrase
 * room: what people do to spelling is undone once and for all. */

#include "core/wellbeing/danger/hint-features.h"

#include <string.h>

/* What keeps features of different kinds apart. Part of the model: a change needs a new training. */
enum
{
  SALT_WORD = 1,
  SALT_PAIR,
  SALT_RUN = 16, /* + length */
};

#define RUN_LEAST 2
#define RUN_MOST 5
#define WORD_MOST 40 /* letters of a word */
#define EDGE 3       /* before the first word and after the last */
#define NUMBER 7     /* any number is a number */

/* Once each: saying a thing again does not make it worse. */
static void
add (LueurHintFeatures *self, guint32 id)
{
  guint32 at = id % LUEUR_HINT_SEEN;

  if (self->n >= LUEUR_HINT_FEATURES_MAX)
    return;
  while (self->seen[at] != 0)
    {
      if (self->seen[at] == id)
        return;
      at = (at + 1) % LUEUR_HINT_SEEN;
    }
  self->seen[at] = id;
  self->ids[self->n++] = id;
}

static guint32
step (guint32 hash, guint8 letter)
{
  return (hash ^ letter) * 16777619u;
}

static guint32
mix (guint32 hash, guint32 salt)
{
  hash = (hash ^ (salt * 0x9E3779B9u)) * 0x85EBCA6Bu;
  hash ^= hash >> 13;
  hash *= 0xC2B2AE35u;
  return hash ^ hash >> 16;
}

static gboolean
is_number (const char *word)
{
  return word[strspn (word, "0123456789")] == '\0';
}

static guint32
hash_word (const char *word)
{
  guint32 hash = 2166136261u;

  if (is_number (word))
    return NUMBER;
  for (; *word != '\0'; word++)
    hash = step (hash, (guint8) *word);
  return hash;
}

/* The stretch as one line of letters. */
static gsize
write_line (char *line, const LueurPhraseReading *reading, guint from, guint to)
{
  gsize n = 0;

  for (guint i = from; i < to; i++)
    {
      const char *word = is_number (reading->words[i].text) ? "0" : reading->words[i].text;
      gsize length = MIN (strlen (word), (gsize) WORD_MOST);

      line[n++] = i > from && reading->words[i].sentence != reading->words[i - 1].sentence ? '.' : ' ';
      memcpy (line + n, word, length);
      n += length;
    }
  line[n++] = ' ';
  return n;
}

/**
 * lueur_hint_features_read:
 * @self: (out caller-allocates): where to put the features
 * @reading: a text, read
 * @from: the first word
 * @to: the word after the last
 */
void
lueur_hint_features_read (LueurHintFeatures *self, const LueurPhraseReading *reading, guint from, guint to)
{
  char line[LUEUR_HINT_WORDS_MAX * (WORD_MOST + 1) + 1];
  guint32 before = EDGE;
  gsize n;

  to = MIN (to, from + LUEUR_HINT_WORDS_MAX);
  self->n = 0;
  memset (self->seen, 0, sizeof self->seen);
  for (guint i = from; i <= to; i++)
    {
      guint32 here = i < to ? hash_word (reading->words[i].text) : EDGE;

      if (i < to)
        add (self, mix (here, SALT_WORD));
      add (self, mix (before * 31 + here, SALT_PAIR));
      before = here;
    }
  self->n_words = self->n;
  n = write_line (line, reading, from, to);
  for (gsize start = 0; start + RUN_LEAST <= n; start++)
    {
      guint32 hash = 2166136261u;

      for (gsize k = 0; k < RUN_MOST && start + k < n; k++)
        {
          hash = step (hash, (guint8) line[start + k]);
          if (k + 1 >= RUN_LEAST)
            add (self, mix (hash, SALT_RUN + (guint32) k));
        }
    }
}
