/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text in plain letters: case, accents, look-alikes of other alphabets, hidden characters and pictures are
 * undone, and sentences are told apart. */

#include "core/wellbeing/phrase/phrase-text.h"

#include <string.h>

/* Look-alikes of Latin letters, as they are used to slip past filters: Cyrillic, Greek, Armenian, phonetic. */
static const struct
{
  gunichar from;
  char to;
} look_alikes[] = {
  { 0x00df, 's' }, { 0x00f8, 'o' }, { 0x0111, 'd' }, { 0x0127, 'h' }, { 0x0131, 'i' }, { 0x0142, 'l' }, { 0x0167, 't' },
  { 0x0180, 'b' }, { 0x0188, 'c' }, { 0x0199, 'k' }, { 0x019a, 'l' }, { 0x01a5, 'p' }, { 0x0237, 'j' }, { 0x0251, 'a' },
  { 0x0253, 'b' }, { 0x0256, 'd' }, { 0x0257, 'd' }, { 0x025b, 'e' }, { 0x0260, 'g' }, { 0x0261, 'g' }, { 0x0262, 'g' },
  { 0x0266, 'h' }, { 0x0268, 'i' }, { 0x0269, 'i' }, { 0x026a, 'i' }, { 0x026b, 'l' }, { 0x026f, 'm' }, { 0x0272, 'n' },
  { 0x0274, 'n' }, { 0x0275, 'o' }, { 0x027d, 'r' }, { 0x0280, 'r' }, { 0x0282, 's' }, { 0x0288, 't' }, { 0x0289, 'u' },
  { 0x028b, 'v' }, { 0x028f, 'y' }, { 0x0299, 'b' }, { 0x029c, 'h' }, { 0x029f, 'l' }, { 0x03b1, 'a' }, { 0x03b2, 'b' },
  { 0x03b3, 'y' }, { 0x03b5, 'e' }, { 0x03b7, 'n' }, { 0x03b9, 'i' }, { 0x03ba, 'k' }, { 0x03bc, 'm' }, { 0x03bd, 'v' },
  { 0x03bf, 'o' }, { 0x03c1, 'p' }, { 0x03c3, 'o' }, { 0x03c4, 't' }, { 0x03c5, 'u' }, { 0x03c7, 'x' }, { 0x03c9, 'w' },
  { 0x0430, 'a' }, { 0x0432, 'b' }, { 0x0433, 'r' }, { 0x0435, 'e' }, { 0x043a, 'k' }, { 0x043c, 'm' }, { 0x043d, 'h' },
  { 0x043e, 'o' }, { 0x043f, 'n' }, { 0x0440, 'p' }, { 0x0441, 'c' }, { 0x0442, 't' }, { 0x0443, 'y' }, { 0x0445, 'x' },
  { 0x0455, 's' }, { 0x0456, 'i' }, { 0x0458, 'j' }, { 0x04bb, 'h' }, { 0x04cf, 'l' }, { 0x0501, 'd' }, { 0x051b, 'q' },
  { 0x051d, 'w' }, { 0x0570, 'h' }, { 0x0578, 'n' }, { 0x057d, 'u' }, { 0x0585, 'o' }, { 0x1d00, 'a' }, { 0x1d04, 'c' },
  { 0x1d05, 'd' }, { 0x1d07, 'e' }, { 0x1d0a, 'j' }, { 0x1d0b, 'k' }, { 0x1d0d, 'm' }, { 0x1d0f, 'o' }, { 0x1d18, 'p' },
  { 0x1d1b, 't' }, { 0x1d1c, 'u' }, { 0x1d20, 'v' }, { 0x1d21, 'w' }, { 0x1d22, 'z' }, { 0x2113, 'l' }, { 0xa730, 'f' },
  { 0xa731, 's' },
};

/* Pictures that people write with. */
static const struct
{
  gunichar from;
  const char *to;
} pictures[] = {
  { 0x1f602, "lol" }, { 0x1f923, "lol" }, { 0x1f605, "lol" }, { 0x1f606, "lol" }, { 0x1f639, "lol" }, { 0x1f480, "lol" },
  { 0x1f52b, "gun" }, { 0x1f48a, "pills" }, { 0x1faa2, "rope" }, { 0x1f52a, "knife" }, { 0x1f5e1, "knife" },
  { 0x1f44b, "bye" },
};

static char
fold_char (gunichar c)
{
  guint from = 0, to = G_N_ELEMENTS (look_alikes);

  if (c < 128)
    return g_ascii_tolower ((char) c);
  /* Letters in squares and circles that compatibility forms do not undo, and flags. */
  if (c >= 0x1f150 && c <= 0x1f169)
    return (char) ('a' + (c - 0x1f150));
  if (c >= 0x1f170 && c <= 0x1f189)
    return (char) ('a' + (c - 0x1f170));
  if (c >= 0x1f1e6 && c <= 0x1f1ff)
    return (char) ('a' + (c - 0x1f1e6));
  while (from < to)
    {
      guint middle = (from + to) / 2;

      if (look_alikes[middle].from == c)
        return look_alikes[middle].to;
      if (look_alikes[middle].from < c)
        from = middle + 1;
      else
        to = middle;
    }
  return 0;
}

static gboolean
is_hidden (gunichar c)
{
  /* Zero-width spaces and joiners, soft hyphens, marks of direction, fillers of Hangul, variation selectors. */
  return g_unichar_ismark (c) || g_unichar_iszerowidth (c) || g_unichar_type (c) == G_UNICODE_FORMAT ||
         c == 0x115f || c == 0x1160 || c == 0x3164 || c == 0xffa0 || c == 0x034f;
}

static const char *
find_picture (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    if (pictures[i].from == c)
      return pictures[i].to;
  return NULL;
}

/* Signs within a word stand for letters (“k!ll”, “su*cide”); at its edge they are what they are. */
static gboolean
is_inside_word (const GString *out, const char *next)
{
  gunichar c = g_utf8_get_char (next);

  return out->len > 0 && (g_ascii_isalnum (out->str[out->len - 1]) || out->str[out->len - 1] == '*') &&
         (g_unichar_isalnum (c) || c == '*');
}

/* Ends a sentence, unless it stands within a word (“k.m.s”) or is one of several dots. Returns: where to go on */
static const char *
fold_stop (GString *out, const char *p)
{
  guint n = 0;
  char c = *p;

  while (*p == c)
    p++, n++;
  if (c == '!' && n == 1 && is_inside_word (out, p))
    g_string_append_c (out, '!');
  else if ((c == '.' && n > 1) || (c == '.' && g_ascii_isalnum (*p)))
    g_string_append_c (out, ' ');
  else
    g_string_append_c (out, '\n');
  return p;
}

/**
 * lueur_lexicon_fold:
 * @text: anything at all
 * @length: of @text in bytes
 *
 * Returns: (transfer full): lower-case ASCII letters, digits, apostrophes and the signs that stand for letters;
 *   spaces between, and a line break where a sentence ends
 */
GString *
lueur_lexicon_fold (const char *text, gsize length)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) length);
  g_autofree char *apart = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL);
  g_autofree char *lower = g_utf8_strdown (apart != NULL ? apart : valid, -1);
  GString *out = g_string_sized_new (length + 1);

  for (const char *p = lower; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);
      const char *picture;
      char plain;

      if (strchr (".!?;\n", *p) != NULL)
        {
          p = fold_stop (out, p);
          continue;
        }
      p = g_utf8_next_char (p);
      if (is_hidden (c))
        continue;
      if (c == 0x2019 || c == 0x02bc || c == 0x2018 || c == '`' || c == 0x00b4 || c == 0x2032 || c == 0x201b || c == 0xff07)
        c = '\'';
      if (c == 0x0153 || c == 0x00e6)
        {
          g_string_append (out, c == 0x0153 ? "oe" : "ae");
          continue;
        }
      picture = c >= 0x1f000 ? find_picture (c) : NULL;
      if (picture != NULL)
        {
          g_string_append_printf (out, " %s ", picture);
          continue;
        }
      plain = fold_char (c);
      if (g_ascii_isalnum (plain) || (plain != 0 && strchr ("'@$+|", plain) != NULL) ||
          (plain == '*' && is_inside_word (out, p)))
        g_string_append_c (out, plain);
      else
        g_string_append_c (out, ' ');
    }
  return out;
}
