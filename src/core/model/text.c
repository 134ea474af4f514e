/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/model/text.h"

#include <string.h>

#include "core/model/greeting.h"

/* So many lines are looked through for a title. */
#define TITLE_LINES_MAX 8

/* Characters that turn the direction of what follows: fine in prose, a trap in a name on a button. */
static gboolean
is_bidi_control (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f || c == 0x061c;
}

static gboolean
is_dropped (gunichar c)
{
  return (g_unichar_iscntrl (c) && c != '\n' && c != '\t') || c == 0xfeff;
}

/**
 * lueur_text_clean:
 * @text: (nullable): bytes of any origin
 * @length: how many, or -1 when nul-terminated
 * @max_chars: characters to keep at most
 *
 * Several lines of text: invalid bytes become U+FFFD, control characters but newline and tab go, other
 * ends of line become newlines.
 *
 * Returns: (transfer full): valid UTF-8, "" for %NULL
 */
char *
lueur_text_clean (const char *text, gssize length, gsize max_chars)
{
  g_autofree char *valid = NULL;
  GString *out;
  gsize n = 0;

  if (text == NULL)
    return g_strdup ("");
  if (length < 0)
    length = strlen (text);
  /* Four bytes a character at most: what lies beyond cannot be kept anyway. */
  if (max_chars < G_MAXSSIZE / 8)
    length = MIN (length, (gssize) max_chars * 8 + 8);
  valid = g_utf8_make_valid (text, length);
  out = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p != '\0' && n < max_chars; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r')
        {
          if (p[1] == '\n')
            continue;
          c = '\n';
        }
      if (c == 0x2028 || c == 0x2029)
        c = '\n';
      if (is_dropped (c))
        continue;
      g_string_append_unichar (out, c);
      n++;
    }
  return g_string_free_and_steal (out);
}

/**
 * lueur_text_clean_line:
 * @text: (nullable): bytes of any origin
 * @length: how many, or -1 when nul-terminated
 * @max_chars: characters to keep at most
 *
 * One line, for names and titles: white space becomes single spaces and goes at both ends, what turns
 * the direction of writing goes. No-break spaces stay, French needs them.
 *
 * Returns: (transfer full): valid UTF-8, "" for %NULL
 */
char *
lueur_text_clean_line (const char *text, gssize length, gsize max_chars)
{
  /* More than will be kept, so that a line that starts with blanks still has its words. */
  g_autofree char *clean = lueur_text_clean (text, length, max_chars * 2 + 1024);
  GString *out = g_string_new (NULL);
  gsize n = 0;
  gboolean gap = FALSE;

  for (const char *p = clean; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_bidi_control (c))
        continue;
      if (g_unichar_isspace (c) && c != 0x00a0 && c != 0x202f)
        {
          gap = n > 0;
          continue;
        }
      if (n + (gap ? 1 : 0) >= max_chars)
        break;
      if (gap)
        {
          g_string_append_c (out, ' ');
          n++;
          gap = FALSE;
        }
      g_string_append_unichar (out, c);
      n++;
    }
  return g_string_free_and_steal (out);
}

/**
 * lueur_text_clean_words:
 * @words: (nullable) (array zero-terminated=1): lines of any origin
 *
 * Returns: (transfer full): each cleaned as a line of %LUEUR_WORD_MAX characters, without blank ones,
 *   %LUEUR_WORDS_MAX at most
 */
GStrv
lueur_text_clean_words (const char *const *words)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; words != NULL && words[i] != NULL && n < LUEUR_WORDS_MAX; i++)
    {
      g_autofree char *word = lueur_text_clean_line (words[i], -1, LUEUR_WORD_MAX);

      if (*word == '\0')
        continue;
      g_strv_builder_take (builder, g_steal_pointer (&word));
      n++;
    }
  return g_strv_builder_end (builder);
}

/**
 * lueur_text_clean_texts:
 * @texts: (nullable) (array zero-terminated=1): texts of any origin
 * @max_chars: characters of each that are kept at most
 *
 * Returns: (transfer full): each cleaned, without blank ones, %LUEUR_TEXTS_MAX at most, of
 *   %LUEUR_TEXTS_TOTAL characters together; one that would go beyond is left out
 */
GStrv
lueur_text_clean_texts (const char *const *texts, gsize max_chars)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gsize total = 0;
  guint n = 0;

  for (; texts != NULL && *texts != NULL && n < LUEUR_TEXTS_MAX; texts++)
    {
      g_autofree char *text = lueur_text_clean (*texts, -1, max_chars);
      gsize length = g_utf8_strlen (text, -1);

      if (*g_strstrip (text) == '\0' || total + length > LUEUR_TEXTS_TOTAL)
        continue;
      total += length;
      n++;
      g_strv_builder_take (builder, g_steal_pointer (&text));
    }
  return g_strv_builder_end (builder);
}

/**
 * lueur_text_cap_bytes:
 * @text: (nullable): bytes of any origin
 * @length: how many, or -1 when nul-terminated
 * @max_bytes: bytes to keep at most
 *
 * For long texts that are kept as they are: made valid, cut between two characters.
 *
 * Returns: (transfer full): valid UTF-8, "" for %NULL
 */
char *
lueur_text_cap_bytes (const char *text, gssize length, gsize max_bytes)
{
  char *valid;

  if (text == NULL)
    return g_strdup ("");
  if (length < 0)
    length = strlen (text);
  length = MIN ((gsize) length, max_bytes);
  /* Back to the start of a character that the cut fell into. */
  if ((gsize) length == max_bytes)
    for (int i = 1; i <= 3 && i <= length; i++)
      {
        guchar c = text[length - i];

        if (c < 0x80)
          break;
        if (c >= 0xc0)
          {
            int need = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : 2;

            if (need > i)
              length -= i;
            break;
          }
      }
  valid = g_utf8_make_valid (text, length);
  /* U+FFFD is longer than the byte it stands for, so what was made valid may be over the cap again. */
  if (strlen (valid) > max_bytes)
    {
      char *cut = g_utf8_find_prev_char (valid, valid + max_bytes + 1);

      if (cut != NULL)
        *cut = '\0';
    }
  return valid;
}

static gboolean
ends_sentence (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xff01 || c == 0xff1f;
}

static gboolean
has_word (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Cuts @line to @max characters at a word, with an ellipsis where something was left out. */
static char *
cut_at_word (const char *line, gsize max)
{
  const char *end, *space = NULL;

  if (g_utf8_strlen (line, -1) <= (glong) max)
    return g_strdup (line);
  end = g_utf8_offset_to_pointer (line, max - 1);
  for (const char *p = line; p <= end; p++)
    if (*p == ' ')
      space = p;
  /* A single word as long as the line is cut where it must. */
  if (space != NULL && space > line)
    end = space;
  while (end > line && strchr (" ,;:-", end[-1]) != NULL)
    end--;
  return g_strdup_printf ("%.*s…", (int) (end - line), line);
}

/* The first sentence of @line, without the full stop; @rest: (out): what follows. (nullable): NULL without a word */
static char *
take_sentence (const char *line, const char **rest)
{
  gboolean word = FALSE;

  *rest = line + strlen (line);
  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);

      word = word || g_unichar_isalnum (c);
      if (word && ends_sentence (c) && (*next == '\0' || *next == ' '))
        {
          *rest = next;
          return g_strndup (line, (c == '.' ? p : next) - line);
        }
    }
  if (word)
    return g_strdup (line);
  /* An emoji alone is a title as well; blanks and punctuation are not. */
  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_type (g_utf8_get_char (p)) == G_UNICODE_OTHER_SYMBOL)
      return g_strdup (line);
  return NULL;
}

/* A title out of one line, "" where there is none. @greeted: (inout): whether a greeting went before */
static char *
title_from_line (const char *text, gboolean *greeted)
{
  g_autofree char *line = lueur_text_clean_line (text, -1, LUEUR_TITLE_DERIVED_MAX * 4);
  const char *rest = line;

  while (*rest != '\0')
    {
      const char *start = rest + strspn (rest, " ");
      g_autofree char *sentence = take_sentence (start, &rest);

      if (sentence == NULL)
        break;
      if (lueur_greeting_is_all (sentence))
        *greeted = TRUE;
      /* A smile behind a greeting says no more than it. */
      else if (!*greeted || has_word (sentence))
        return cut_at_word (sentence, LUEUR_TITLE_DERIVED_MAX);
    }
  return g_strdup ("");
}

/**
 * lueur_text_title:
 * @text: (nullable): what the person wrote
 *
 * A title for a conversation: the first sentence that says more than a greeting, of at most
 * %LUEUR_TITLE_DERIVED_MAX characters, cut at a word; without the full stop, and without marks of Markdown in
 * front. It is looked for in the first lines that have words.
 *
 * Returns: (transfer full): "" when there is none
 */
char *
lueur_text_title (const char *text)
{
  const char *start = text != NULL ? text : "";
  gboolean greeted = FALSE;

  for (int i = 0; i < TITLE_LINES_MAX; i++)
    {
      const char *end;
      g_autofree char *first = NULL;
      g_autofree char *title = NULL;

      while (*start != '\0' && strchr ("#>*-_`~ \t\r\n", *start) != NULL)
        start++;
      if (*start == '\0')
        break;
      end = start + strcspn (start, "\n");
      first = g_strndup (start, end - start);
      title = title_from_line (first, &greeted);
      /* Where no greeting went before, the first line says it or nothing does. */
      if (*title != '\0' || !greeted)
        return g_steal_pointer (&title);
      start = end;
    }
  return g_strdup ("");
}

/**
 * lueur_text_preview:
 * @text: (nullable): a message
 *
 * Returns: (transfer full): its beginning on one line, of at most %LUEUR_PREVIEW_MAX characters
 */
char *
lueur_text_preview (const char *text)
{
  g_autofree char *line = lueur_text_clean_line (text, -1, LUEUR_PREVIEW_MAX * 2);

  return cut_at_word (line, LUEUR_PREVIEW_MAX);
}
