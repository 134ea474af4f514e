/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text as plain words: digits for letters, stretched, spaced-out, run-together, starred-out and misspelled words are
 * read as what they stand for, and short spellings are written out. What people do to words, on purpose or in a
 * hurry, must not hide what they say. */

#include "core/wellbeing/phrase/phrase-text.h"

#include <string.h>

#define KEY_MIN 6     /* shortest word in which one wrong letter is forgiven */
#define PIECES_MIN 7  /* shortest run of letters that is looked at as several words */
#define PIECES_MAX 48
#define PIECES_TRIES 64 /* of one text, so that hostile text takes no longer */

struct _LueurLexicon
{
  GHashTable *known;   /* words of phrases */
  GHashTable *keys;    /* those among them that people misspell and hide */
  GHashTable *deletes; /* a key with one letter left out -> key */
};

typedef struct
{
  const LueurLexicon *lexicon;
  GStringChunk *chunk;
  GArray *out; /* of LueurLexiconWord */
  guint max_words;
  guint sentence;
  guint tries;
} Reader;

/* Words that matter so much that people hide them, or write them in distress. Not every long word: one letter lies
 * between many an innocent word and ours (“sauver”, “sauter”). */
static const char *const keys[] = {
  "suicide", "suicider", "suiciderai", "suicidal", "suicidaire", "suicides", "mourir", "myself", "overdose", "disparaitre",
  "disparaisse", "reveiller", "tonight", "anymore", "tomorrow", "pendre", "veines", "medicaments", "comprimes", "cachets",
  "tablets", "bridge", "crever", "mourrai", "scarifier", "mutiler", "automutilation", "exister", "existing", "yourself",
  "kill", "killing", "dying", "death", "tuer", "wrists", "poignets", "flinguer", "envie", "vivre", "alive", "living", "burden",
  "goodbye", "forever", "noose", "disappear", "worthless", "fardeau", "souffrir", "killed", "die", "dead", "mort", "life",
  "want", "jamais", "toujours", "maintenant", "demain", "finir", "adieu", "human", "robot", "humain", "humaine",
};

/* --- Words ------------------------------------------------------------------------------------------- */

static gboolean
is_known (const LueurLexicon *self, const char *word)
{
  return g_hash_table_contains (self->known, word);
}

static void
put (Reader *reader, const char *word)
{
  LueurLexiconWord item = { g_string_chunk_insert (reader->chunk, word), reader->sentence };

  if (*word != '\0' && reader->out->len < reader->max_words)
    g_array_append_val (reader->out, item);
}

/* @words: apart by spaces */
static void
put_all (Reader *reader, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    put (reader, parts[i]);
}

/* Digits and signs that stand for letters, when they stand among letters. */
static char
unleet (char c)
{
  static const char from[] = "013456789@$!|+", to[] = "oieasgtbgasiit";
  const char *at = c != '\0' ? strchr (from, c) : NULL;

  return at != NULL ? to[at - from] : c;
}

/* “su1c1de”, “k!ll”: only where letters stand around, so that 7 pm stays 7 pm. @one: what 1, ! and | stand for. */
static gboolean
undo_leet (char *word, char one)
{
  guint letters = 0, others = 0;

  for (const char *p = word; *p != '\0'; p++)
    {
      if (g_ascii_isalpha (*p))
        letters++;
      else if (*p != '*')
        others++;
    }
  if (others == 0 || letters == 0 || others > letters + 2)
    return FALSE;
  for (char *p = word; *p != '\0'; p++)
    *p = strchr ("1!|", *p) != NULL ? one : unleet (*p);
  return TRUE;
}

/* “muuuuurir”: runs of more than @keep letters become @keep. */
static void
unstretch (char *word, gsize least, gsize keep)
{
  char *to = word;

  for (const char *from = word; *from != '\0';)
    {
      gsize run = 1;

      while (from[run] == *from)
        run++;
      for (gsize i = 0; i < (run >= least ? keep : run); i++)
        *to++ = *from;
      from += run;
    }
  *to = '\0';
}

/* “s**cide”: the key that fits. */
static const char *
find_starred (const LueurLexicon *self, const char *word)
{
  gsize length = strlen (word);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gsize at = 0;

      if (strlen (keys[i]) != length)
        continue;
      while (at < length && (word[at] == '*' || word[at] == keys[i][at]))
        at++;
      if (at == length)
        return keys[i];
    }
  return NULL;
}

/**
 * lueur_lexicon_is_near:
 *
 * Returns: whether at most one letter is changed, added, left out or swapped with its neighbour between @a and @b
 */
gboolean
lueur_lexicon_is_near (const char *a, const char *b)
{
  gsize n = strlen (a), m = strlen (b), from = 0, tail = 0;

  if (n > m + 1 || m > n + 1)
    return FALSE;
  while (from < MIN (n, m) && a[from] == b[from])
    from++;
  while (tail < MIN (n, m) - from && a[n - 1 - tail] == b[m - 1 - tail])
    tail++;
  if (n - from - tail <= 1 && m - from - tail <= 1)
    return TRUE;
  return n == m && n - from - tail == 2 && a[from] == b[from + 1] && a[from + 1] == b[from];
}

static const char *
find_typo (const LueurLexicon *self, const char *word)
{
  gsize length = strlen (word);
  char shorter[32];

  if (length + 1 < KEY_MIN || length >= sizeof shorter)
    return NULL;
  for (gsize i = 0; i <= length; i++)
    {
      const char *key;

      /* The word itself, and the word with one letter left out. People get the first letter right. */
      memcpy (shorter, word, length + 1);
      if (i > 0 && i < length)
        memmove (shorter + i, word + i + 1, length - i);
      else if (i == length)
        break;
      key = g_hash_table_lookup (self->deletes, shorter);
      if (key == NULL && i > 0)
        key = g_hash_table_lookup (self->keys, shorter);
      if (key != NULL && strlen (key) >= KEY_MIN && key[0] == word[0] && lueur_lexicon_is_near (word, key))
        return key;
    }
  return NULL;
}

/* --- Several words in one ---------------------------------------------------------------------------- */

/* “iwanttokillmyself”: the fewest known words that make it up, with a key among them. */
static gboolean
put_pieces (Reader *reader, const char *word)
{
  gsize length = strlen (word);
  guint8 cost[PIECES_MAX + 1], from[PIECES_MAX + 1];
  char piece[PIECES_MAX + 1];
  g_autoptr (GPtrArray) pieces = NULL;
  gboolean has_key = FALSE;

  if (length < PIECES_MIN || length > PIECES_MAX || reader->tries == 0)
    return FALSE;
  reader->tries--;
  memset (cost, 0xff, sizeof cost);
  cost[0] = 0;
  for (gsize end = 1; end <= length; end++)
    for (gsize start = end > 13 ? end - 13 : 0; start < end; start++)
      {
        gsize n = end - start;

        if (cost[start] == 0xff)
          continue;
        memcpy (piece, word + start, n);
        piece[n] = '\0';
        /* Single letters make a word of anything; those that are words are enough. */
        if ((n == 1 && strchr ("iajmnd", *piece) == NULL) || !is_known (reader->lexicon, piece))
          continue;
        if (cost[start] + 1 + (n == 1) < cost[end])
          {
            cost[end] = (guint8) (cost[start] + 1 + (n == 1));
            from[end] = (guint8) start;
          }
      }
  if (cost[length] == 0xff)
    return FALSE;
  pieces = g_ptr_array_new_with_free_func (g_free);
  for (gsize end = length; end > 0; end = from[end])
    {
      g_ptr_array_add (pieces, g_strndup (word + from[end], end - from[end]));
      if (end - from[end] > 3 && g_hash_table_contains (reader->lexicon->keys, g_ptr_array_index (pieces, pieces->len - 1)))
        has_key = TRUE;
    }
  if (!has_key)
    return FALSE;
  for (guint i = pieces->len; i > 0; i--)
    put (reader, g_ptr_array_index (pieces, i - 1));
  return TRUE;
}

static void read_word (Reader *reader, const char *raw);

/* What an apostrophe shortens in English; everywhere else it ends a word (“j’ai”, “l’envie”). */
static void
read_apostrophe (Reader *reader, char *word, char *apostrophe)
{
  static const struct
  {
    const char *end;
    const char *word;
  } short_forms[] = { { "m", "am" }, { "ll", "will" }, { "ve", "have" }, { "re", "are" }, { "d", "would" }, { "s", "is" } };

  if (g_str_has_suffix (word, "n't"))
    {
      word[strlen (word) - 3] = '\0';
      read_word (reader, strcmp (word, "ca") == 0 ? "can" : strcmp (word, "wo") == 0 ? "will" : strcmp (word, "sha") == 0 ? "shall" : word);
      put (reader, "not");
      return;
    }
  *apostrophe = '\0';
  read_word (reader, word);
  for (guint i = 0; i < G_N_ELEMENTS (short_forms); i++)
    if (strcmp (apostrophe + 1, short_forms[i].end) == 0 && *word != '\0')
      {
        put (reader, short_forms[i].word);
        return;
      }
  read_word (reader, apostrophe + 1);
}

/* One that was made of something else. Returns: whether it means anything to us */
static gboolean
put_if_known (Reader *reader, const char *word)
{
  const char *long_form = lueur_lexicon_spell_out (word);

  if (long_form != NULL)
    put_all (reader, long_form);
  else if (is_known (reader->lexicon, word))
    put (reader, word);
  else
    return FALSE;
  return TRUE;
}

static gboolean
read_stretched (Reader *reader, char *word)
{
  g_autofree char *copy = g_strdup (word);

  /* Three and more of a letter are two, or one; two are one. */
  unstretch (copy, 3, 2);
  if (put_if_known (reader, copy))
    return TRUE;
  unstretch (word, 3, 1);
  if (put_if_known (reader, word))
    return TRUE;
  strcpy (copy, word);
  unstretch (copy, 2, 1);
  return put_if_known (reader, copy);
}

/* @raw: letters, digits, apostrophes, and signs that may stand for letters */
static void
read_word (Reader *reader, const char *raw)
{
  g_autofree char *word = g_strdup (raw), *other = NULL;
  const char *found;
  char *apostrophe = strchr (word, '\'');
  gsize length = strlen (word);

  if (apostrophe != NULL)
    {
      read_apostrophe (reader, word, apostrophe);
      return;
    }
  while (length > 0 && strchr ("!+|*@$", word[length - 1]) != NULL)
    word[--length] = '\0';
  if (length == 0 || put_if_known (reader, word))
    return;
  other = g_strdup (word);
  if (undo_leet (other, 'l'))
    {
      if (put_if_known (reader, other))
        return;
      undo_leet (word, 'i');
      if (put_if_known (reader, word))
        return;
    }
  if (strchr (word, '*') != NULL)
    {
      found = find_starred (reader->lexicon, word);
      put (reader, found != NULL ? found : "*");
      return;
    }
  if (read_stretched (reader, word))
    return;
  found = find_typo (reader->lexicon, word);
  if (found != NULL)
    put (reader, found);
  else if (!put_pieces (reader, word))
    put (reader, word);
}

/* --- Letters that stand apart ------------------------------------------------------------------------ */

typedef struct
{
  char *word;
  gboolean wide; /* more than a space stands before it */
  guint sentence;
} Raw;

static void
raw_clear (gpointer raw)
{
  g_free (((Raw *) raw)->word);
}

/* “s u i c i d e”, “m.o.u.r.i.r”, “k.m.s”: three and more single letters in a row are read as what they spell; words end
 * where the gap is wider. Returns: the index after them, or @from where there is nothing to read */
static guint
join_letters (Reader *reader, GArray *raw, guint from)
{
  guint end = from, n_out = reader->out->len;

  while (end < raw->len && strlen (g_array_index (raw, Raw, end).word) == 1)
    end++;
  /* From its beginning, or after a word that is one letter: “i want to d i e”, “a k m s”. */
  for (guint start = from; start < MIN (end, from + 2) && end - start >= 3; start++)
    {
      g_autoptr (GString) joined = g_string_new (NULL);
      gboolean all_known = TRUE;

      for (guint i = from; i < start; i++)
        put (reader, g_array_index (raw, Raw, i).word);
      for (guint i = start; i < end; i++)
        {
          const Raw *letter = &g_array_index (raw, Raw, i);

          if (i > start && letter->wide)
            {
              read_word (reader, joined->str);
              g_string_truncate (joined, 0);
            }
          g_string_append (joined, letter->word);
        }
      read_word (reader, joined->str);
      for (guint i = n_out; i < reader->out->len; i++)
        {
          const char *word = g_array_index (reader->out, LueurLexiconWord, i).text;

          all_known = all_known && is_known (reader->lexicon, word);
        }
      if (all_known && reader->out->len < n_out + (end - from))
        return end;
      g_array_set_size (reader->out, n_out);
    }
  return from;
}

/* “sui cide”, “mou rir”, “my self”: two or three pieces of which one says nothing make a key together. */
static guint
join_pieces (Reader *reader, GArray *raw, guint from)
{
  static const char *const two_words[] = { "envie", "alive", "demain", "finir", NULL };
  char joined[32];
  gsize length = 0;

  for (guint i = from; i < MIN (raw->len, from + 3); i++)
    {
      const char *piece = g_array_index (raw, Raw, i).word;
      gsize n = strlen (piece);

      if (length + n >= sizeof joined)
        return from;
      memcpy (joined + length, piece, n + 1);
      length += n;
      if (i > from && length >= 5 && g_hash_table_contains (reader->lexicon->keys, joined) &&
          !g_strv_contains (two_words, joined))
        {
          put (reader, joined);
          return i + 1;
        }
    }
  return from;
}

static gboolean
is_word_char (char c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr ("'@$!+|*", c) != NULL);
}

static GArray *
split (const GString *folded, guint max_words)
{
  GArray *raw = g_array_new (FALSE, FALSE, sizeof (Raw));
  guint sentence = 0;

  g_array_set_clear_func (raw, raw_clear);
  for (const char *p = folded->str; *p != '\0' && raw->len < max_words;)
    {
      const char *gap = p, *start;
      gboolean broken = FALSE;
      Raw word;

      while (*p != '\0' && !is_word_char (*p))
        broken = *p++ == '\n' || broken;
      sentence += broken && raw->len > 0;
      start = p;
      while (is_word_char (*p))
        p++;
      if (p == start)
        break;
      word = (Raw) { g_strndup (start, (gsize) (p - start)), p > start && start - gap > 1, MIN (sentence, G_MAXUINT16) };
      g_array_append_val (raw, word);
    }
  return raw;
}

/* --- Public ------------------------------------------------------------------------------------------ */

/**
 * lueur_lexicon_new:
 *
 * Returns: (transfer full): one that knows no word yet
 */
LueurLexicon *
lueur_lexicon_new (void)
{
  LueurLexicon *self = g_new0 (LueurLexicon, 1);

  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->keys = g_hash_table_new (g_str_hash, g_str_equal);
  self->deletes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
lueur_lexicon_free (LueurLexicon *self)
{
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->deletes);
  g_free (self);
}

static void
add_key (LueurLexicon *self, const char *key)
{
  gsize length = strlen (key);

  g_hash_table_add (self->keys, (char *) key);
  if (length < KEY_MIN)
    return;
  for (gsize i = 1; i < length; i++)
    {
      char *shorter = g_strdup (key);

      memmove (shorter + i, shorter + i + 1, length - i);
      g_hash_table_insert (self->deletes, shorter, (char *) key);
    }
}

/**
 * lueur_lexicon_add:
 * @word: one that phrases are made of, in plain letters
 */
void
lueur_lexicon_add (LueurLexicon *self, const char *word)
{
  if (!g_hash_table_add (self->known, g_strdup (word)))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strcmp (keys[i], word) == 0)
      add_key (self, keys[i]);
}

/**
 * lueur_lexicon_read:
 * @text: anything at all
 * @length: of @text in bytes
 * @max_words: no more than these
 * @chunk: holds the words
 *
 * Of a text that is longer than any that people write, the beginning and the end are read.
 *
 * Returns: (transfer full) (element-type LueurLexiconWord): the words of @text
 */
GArray *
lueur_lexicon_read (const LueurLexicon *self, const char *text, gsize length, guint max_words, GStringChunk *chunk)
{
  gsize half = (gsize) max_words * 3;
  g_autoptr (GString) folded = lueur_lexicon_fold (text, MIN (length, half));
  g_autoptr (GArray) raw = NULL;
  Reader reader = { self, chunk, g_array_new (FALSE, FALSE, sizeof (LueurLexiconWord)), max_words, 0, PIECES_TRIES };

  if (length > half)
    {
      gsize rest = MIN (length - half, half);
      g_autoptr (GString) end = lueur_lexicon_fold (text + length - rest, rest);

      g_string_append_c (folded, '\n');
      g_string_append_len (folded, end->str, (gssize) end->len);
    }
  raw = split (folded, max_words);
  for (guint i = 0; i < raw->len;)
    {
      const Raw *word = &g_array_index (raw, Raw, i);
      guint next;

      reader.sentence = word->sentence;
      next = word->word[1] == '\0' ? join_letters (&reader, raw, i) : i;
      if (next == i)
        next = join_pieces (&reader, raw, i);
      if (next == i)
        {
          read_word (&reader, word->word);
          next = i + 1;
        }
      i = next;
    }
  return reader.out;
}
