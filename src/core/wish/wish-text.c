/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A sentence as words that can be compared. */

#include "core/wish/wish-private.h"

#include <string.h>

static void
clear_word (gpointer data)
{
  g_free (((LueurWishWord *) data)->fold);
}

char *
lueur_wish_fold (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
  GString *out = g_string_new (NULL);

  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      if (c == 0x153) /* œ */
        g_string_append (out, "oe");
      else if (g_unichar_type (c) != G_UNICODE_NON_SPACING_MARK)
        g_string_append_unichar (out, c);
    }
  return g_string_free_and_steal (out);
}

static gboolean
is_pause (gunichar c)
{
  return c == ',' || c == '.' || c == ';' || c == ':' || c == '!' || c == '?' || c == '(' || c == ')' || c == '\n' ||
         c == 0x2014 || c == 0x2026;
}

/* A hyphen between two letters belongs to the word; an apostrophe ends it. */
static gboolean
belongs (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return g_unichar_isalnum (c) || g_unichar_ismark (c) || (c == '-' && g_ascii_isalpha (p[1]));
}

GArray *
lueur_wish_split (const char *sentence)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (LueurWishWord));
  gboolean pause = FALSE;

  g_array_set_clear_func (words, clear_word);
  for (const char *p = sentence; *p != '\0';)
    {
      LueurWishWord word = { .start = p, .pause = pause };
      g_autofree char *raw = NULL;

      if (!g_unichar_isalnum (g_utf8_get_char (p)))
        {
          pause = pause || is_pause (g_utf8_get_char (p));
          p = g_utf8_next_char (p);
          continue;
        }
      word.capital = g_unichar_isupper (g_utf8_get_char (p));
      while (*p != '\0' && belongs (p))
        p = g_utf8_next_char (p);
      word.end = p;
      raw = g_strndup (word.start, p - word.start);
      word.fold = lueur_wish_fold (raw);
      g_array_append_val (words, word);
      pause = FALSE;
    }
  return words;
}

guint
lueur_wish_match (GArray *words, guint at, const char *phrase)
{
  guint n = 0;

  while (*phrase != '\0')
    {
      gsize length = strcspn (phrase, " ");
      const LueurWishWord *word;

      if (at + n >= words->len)
        return 0;
      word = &g_array_index (words, LueurWishWord, at + n);
      if (strncmp (word->fold, phrase, length) != 0 || word->fold[length] != '\0' || (n > 0 && word->pause))
        return 0;
      n++;
      phrase += length;
      phrase += strspn (phrase, " ");
    }
  return n;
}

gboolean
lueur_wish_is_french (GArray *words, const char *otherwise)
{
  static const char *const french[] = { "je", "j", "veux", "voudrais", "une", "un", "qui", "et", "de", "d", "des", "du",
                                        "au", "ans", "mon", "ma", "mes", "avec", "pour", "aime", "le", "la", "les", "quelqu",
                                        "cherche", "sans", "elle", "m", "me", "s", "dans" };
  static const char *const english[] = { "i", "want", "an", "who", "and", "of", "the", "my", "with", "for", "to", "likes",
                                         "loves", "year", "years", "old", "someone", "somebody", "would", "like", "she", "he",
                                         "is", "about", "in", "need", "that", "but", "her", "his" };
  int score = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_array_index (words, LueurWishWord, i).fold;

      for (guint j = 0; j < G_N_ELEMENTS (french); j++)
        score += strcmp (word, french[j]) == 0;
      for (guint j = 0; j < G_N_ELEMENTS (english); j++)
        score -= strcmp (word, english[j]) == 0;
    }
  return score != 0 ? score > 0 : g_strcmp0 (otherwise, "fr") == 0;
}

char *
lueur_wish_cut (GArray *words, guint from, guint to)
{
  const char *start = g_array_index (words, LueurWishWord, from).start;
  const char *end = g_array_index (words, LueurWishWord, to - 1).end;

  return g_strndup (start, end - start);
}
