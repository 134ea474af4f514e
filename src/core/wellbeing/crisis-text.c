/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A message as plain words: case, accents, look-alikes, hidden characters, digits for letters, stretched
 * and spaced-out letters are all undone, and the short spellings of text messages written out. What people do
 * to words, on purpose or in a hurry, must not hide what they say. */

#include "core/wellbeing/crisis-text.h"

#include <string.h>

/* Look-alikes of Latin letters in Cyrillic and Greek, as they are used to slip past filters. */
static const struct
{
  gunichar from;
  char to;
} look_alikes[] = {
  { 0x0430, 'a' }, { 0x0441, 'c' }, { 0x0435, 'e' }, { 0x0456, 'i' }, { 0x0458, 'j' }, { 0x043a, 'k' }, { 0x043c, 'm' },
  { 0x043e, 'o' }, { 0x0440, 'p' }, { 0x0455, 's' }, { 0x0442, 't' }, { 0x0443, 'y' }, { 0x0445, 'x' }, { 0x043d, 'h' },
  { 0x0501, 'd' }, { 0x051b, 'q' }, { 0x051d, 'w' }, { 0x04cf, 'l' }, { 0x03b1, 'a' }, { 0x03b5, 'e' }, { 0x03b9, 'i' },
  { 0x03ba, 'k' }, { 0x03bd, 'v' }, { 0x03bf, 'o' }, { 0x03c1, 'p' }, { 0x03c4, 't' }, { 0x03c5, 'u' }, { 0x03c7, 'x' },
  { 0x0131, 'i' }, { 0x0142, 'l' }, { 0x00f8, 'o' },
};

/* Digits and signs that stand for letters, when they stand among letters. */
static char
unleet (gunichar c)
{
  switch (c)
    {
    case '0':
      return 'o';
    case '1':
    case '!':
    case '|':
      return 'i';
    case '3':
      return 'e';
    case '4':
    case '@':
      return 'a';
    case '5':
    case '$':
      return 's';
    case '7':
    case '+':
      return 't';
    default:
      return 0;
    }
}

/* Short spellings, written out. One word may become several. */
static const struct
{
  const char *from;
  const char *to;
} spellings[] = {
  { "jvais", "je vais" },
  { "jveux", "je veux" },
  { "jveu", "je veux" },
  { "jveut", "je veux" },
  { "jpeux", "je peux" },
  { "jpe", "je peux" },
  { "jsuis", "je suis" },
  { "jsui", "je suis" },
  { "chui", "je suis" },
  { "chuis", "je suis" },
  { "jai", "j ai" },
  { "jaurai", "j aurai" },
  { "jaimerai", "j aimerais" },
  { "jaimerais", "j aimerais" },
  { "jen", "j en" },
  { "jme", "je me" },
  { "jte", "je te" },
  { "jpense", "je pense" },
  { "jvoudrais", "je voudrais" },
  { "jvoudré", "je voudrais" },
  { "veu", "veux" },
  { "veut", "veux" },
  { "vé", "vais" },
  { "ve", "veux" },
  { "vai", "vais" },
  { "pu", "plus" },
  { "pl", "plus" },
  { "ds", "dans" },
  { "ac", "avec" },
  { "pr", "pour" },
  { "tt", "tout" },
  { "ts", "tous" },
  { "pa", "pas" },
  { "ke", "que" },
  { "qu", "que" },
  { "ki", "qui" },
  { "koi", "quoi" },
  { "mm", "meme" },
  { "envi", "envie" },
  { "mourrir", "mourir" },
  { "mourire", "mourir" },
  { "mouri", "mourir" },
  { "suicid", "suicide" },
  { "ssuicider", "suicider" },
  { "sui6d", "suicide" },
  { "crevé", "creve" },
  { "fok", "faut que" },
  { "wanna", "want to" },
  { "gonna", "going to" },
  { "gotta", "got to" },
  { "kms", "kill myself" },
  { "unalive", "kill" },
  { "sewerslide", "suicide" },
  { "im", "i am" },
  { "ive", "i have" },
  { "dont", "do not" },
  { "cant", "can not" },
  { "cannot", "can not" },
  { "wont", "will not" },
  { "didnt", "did not" },
  { "doesnt", "does not" },
  { "isnt", "is not" },
  { "wasnt", "was not" },
  { "shouldnt", "should not" },
  { "wouldnt", "would not" },
  { "couldnt", "could not" },
  { "u", "you" },
  { "ur", "your" },
  { "r", "are" },
  { "n", "and" },
  { "myslef", "myself" },
  { "myselff", "myself" },
  { "suiside", "suicide" },
  { "sucide", "suicide" },
  { "suicde", "suicide" },
  { "tonite", "tonight" },
  { "2nite", "tonight" },
  { "rn", "right now" },
  { "tn", "tonight" },
};

static char
fold_char (gunichar c)
{
  if (c < 128)
    return g_ascii_tolower (c);
  for (guint i = 0; i < G_N_ELEMENTS (look_alikes); i++)
    if (look_alikes[i].from == c)
      return look_alikes[i].to;
  return 0;
}

/* What an apostrophe shortens in English; everywhere else it ends a word (“j’ai”, “l’envie”). */
static const struct
{
  const char *end;
  const char *word;
} short_forms[] = {
  { "'m", "am" }, { "'ll", "will" }, { "'ve", "have" }, { "'re", "are" }, { "'d", "would" }, { "'s", "is" },
};

/* Lower-case ASCII letters, kept digits, apostrophes and spaces; anything that is not a letter ends a word. */
static GString *
fold (const char *text, gsize length)
{
  g_autofree char *valid = g_utf8_make_valid (text, length);
  g_autofree char *apart = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL);
  g_autofree char *lower = g_utf8_strdown (apart != NULL ? apart : valid, -1);
  GString *out = g_string_sized_new (length + 1);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      char plain;

      /* Accents, and what nobody sees: zero-width spaces and joiners, soft hyphens, marks of direction. */
      if (g_unichar_ismark (c) || g_unichar_iszerowidth (c) || g_unichar_type (c) == G_UNICODE_FORMAT)
        continue;
      if (c == 0x2019 || c == 0x02bc || c == 0x2018 || c == '`' || c == 0x00b4)
        c = '\'';
      if (c == 0x0153)
        {
          g_string_append (out, "oe");
          continue;
        }
      plain = fold_char (c);
      if (plain == 0)
        {
          g_string_append_c (out, ' ');
          continue;
        }
      g_string_append_c (out, plain);
    }
  return out;
}

static gboolean
is_word_char (char c)
{
  return g_ascii_isalnum (c) || c == '\'' || c == '@' || c == '$' || c == '!' || c == '+' || c == '|';
}

/* “su1c1de”, “k!ll”: only where letters stand around, so that 7 pm stays 7 pm. */
static void
undo_leet (char *word)
{
  guint letters = 0, others = 0;
  gsize length = strlen (word);

  /* A sign at the end is punctuation: “die!”. */
  while (length > 0 && (word[length - 1] == '!' || word[length - 1] == '+' || word[length - 1] == '|'))
    word[--length] = '\0';
  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isalpha (word[i]))
        letters++;
      else
        others++;
    }
  if (others == 0 || letters < 2 || others > letters + 1)
    return;
  for (gsize i = 0; i < length; i++)
    {
      char letter = unleet ((guchar) word[i]);

      if (letter != 0)
        word[i] = letter;
    }
}

/* “muuuuurir”: three and more of a letter are one. Two are left alone: “kill”, “personne”. */
static void
unstretch (char *word)
{
  char *to = word;

  for (const char *from = word; *from != '\0';)
    {
      gsize run = 1;

      while (from[run] == *from)
        run++;
      *to++ = *from;
      if (run == 2)
        *to++ = *from;
      from += run;
    }
  *to = '\0';
}

static void add_word (GPtrArray *words, const char *word);

/* A word with an apostrophe in it: written out where it is a short form, else two words. */
static void
add_apostrophe (GPtrArray *words, char *word, char *apostrophe)
{
  if (g_str_has_suffix (word, "n't"))
    {
      word[strlen (word) - 3] = '\0';
      add_word (words, strcmp (word, "ca") == 0 ? "can" : strcmp (word, "wo") == 0 ? "will" : word);
      add_word (words, "not");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (short_forms); i++)
    if (strcmp (apostrophe, short_forms[i].end) == 0)
      {
        *apostrophe = '\0';
        add_word (words, word);
        add_word (words, short_forms[i].word);
        return;
      }
  *apostrophe = '\0';
  add_word (words, word);
  add_word (words, apostrophe + 1);
}

static void
add_word (GPtrArray *words, const char *word)
{
  const char *apostrophe = strchr (word, '\'');

  if (*word == '\0' || words->len >= LUEUR_CRISIS_MAX_WORDS)
    return;
  if (apostrophe != NULL)
    {
      g_autofree char *copy = g_strdup (word);

      add_apostrophe (words, copy, copy + (apostrophe - word));
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    if (strcmp (spellings[i].from, word) == 0)
      {
        g_auto (GStrv) parts = g_strsplit (spellings[i].to, " ", -1);

        for (guint j = 0; parts[j] != NULL; j++)
          g_ptr_array_add (words, g_strdup (parts[j]));
        return;
      }
  g_ptr_array_add (words, g_strdup (word));
}

/* “s u i c i d e”, “m.o.u.r.i.r”: four and more single letters in a row are read as the words they spell, which end where
 * the gap is wider. @wide tells for each of @raw whether a wide gap stands before it. */
static guint
join_letters (GPtrArray *words, GPtrArray *raw, GArray *wide, guint from)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  guint end = from;

  while (end < raw->len && strlen (g_ptr_array_index (raw, end)) == 1)
    end++;
  if (end - from < 4)
    return from;
  for (guint i = from; i < end; i++)
    {
      if (i > from && g_array_index (wide, gboolean, i))
        {
          undo_leet (joined->str);
          add_word (words, joined->str);
          g_string_truncate (joined, 0);
        }
      g_string_append (joined, g_ptr_array_index (raw, i));
    }
  undo_leet (joined->str);
  add_word (words, joined->str);
  return end;
}

/**
 * lueur_crisis_words:
 * @text: anything at all
 * @length: of @text in bytes, or -1
 * @n_words: (out): how many words there are
 *
 * Returns: (transfer full) (array zero-terminated=1): the words of @text in plain lower-case letters, at most
 *   %LUEUR_CRISIS_MAX_WORDS, from its beginning and, where there are more, from its end as well
 */
char **
lueur_crisis_words (const char *text, gssize length, guint *n_words)
{
  gsize bytes = length >= 0 ? (gsize) length : strlen (text);
  gsize half = LUEUR_CRISIS_MAX_WORDS * 3;
  GPtrArray *words = g_ptr_array_new ();
  g_autoptr (GPtrArray) raw = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) wide = g_array_new (FALSE, FALSE, sizeof (gboolean));
  g_autoptr (GString) folded = fold (text, MIN (bytes, half));

  /* What matters may stand at either end of a very long message. */
  if (bytes > half)
    {
      gsize rest = MIN (bytes - half, half);
      g_autoptr (GString) end = fold (text + bytes - rest, rest);

      g_string_append_c (folded, ' ');
      g_string_append_len (folded, end->str, end->len);
    }
  for (char *p = folded->str; *p != '\0';)
    {
      char *before = p, *start;
      gboolean far;

      while (*p != '\0' && !is_word_char (*p))
        p++;
      far = p - before > 1;
      start = p;
      while (*p != '\0' && is_word_char (*p))
        p++;
      if (p > start && raw->len < LUEUR_CRISIS_MAX_WORDS)
        {
          g_ptr_array_add (raw, g_strndup (start, p - start));
          g_array_append_val (wide, far);
        }
    }
  for (guint i = 0; i < raw->len;)
    {
      guint next = join_letters (words, raw, wide, i);
      char *word = g_ptr_array_index (raw, i);

      if (next > i)
        {
          i = next;
          continue;
        }
      undo_leet (word);
      unstretch (word);
      add_word (words, word);
      i++;
    }
  *n_words = words->len;
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (words, FALSE);
}

/**
 * lueur_crisis_distance:
 * @a: a word
 * @b: another
 * @limit: no more than this is of interest
 *
 * Returns: letters changed, added, left out or swapped to come from @a to @b (Damerau-Levenshtein, optimal
 *   string alignment); @limit + 1 where it is more than @limit
 */
guint
lueur_crisis_distance (const char *a, const char *b, guint limit)
{
  guint rows[3][32];
  gsize n = strlen (a), m = strlen (b);

  if (n > 30 || m > 30 || (n > m ? n - m : m - n) > limit)
    return limit + 1;
  for (gsize j = 0; j <= m; j++)
    rows[0][j] = j;
  for (gsize i = 1; i <= n; i++)
    {
      guint *now = rows[i % 3], *before = rows[(i + 2) % 3], *earlier = rows[(i + 1) % 3];
      guint least;

      now[0] = least = i;
      for (gsize j = 1; j <= m; j++)
        {
          guint cost = before[j - 1] + (a[i - 1] != b[j - 1]);

          cost = MIN (cost, MIN (before[j], now[j - 1]) + 1);
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            cost = MIN (cost, earlier[j - 2] + 1);
          now[j] = cost;
          least = MIN (least, cost);
        }
      if (least > limit)
        return limit + 1;
    }
  return MIN (rows[n % 3][m], limit + 1);
}
