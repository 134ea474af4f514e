/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/chat/sentences.h"

#include <string.h>

/* A run without any end is cut here, after a word where there is one. */
#define MAX_SENTENCE 1000

static const char *const abbreviations[] = {
  "M", "Mr", "Mrs", "Ms", "Mme", "Mlle", "Dr", "St", "Ste", "vs", "cf", "e.g", "i.e",
};

static gboolean
is_end (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xff01 || c == 0xff1f;
}

/* What may stand between the end sign and the space after it. */
static gboolean
is_closing (gunichar c)
{
  return c == ')' || c == ']' || c == '"' || c == '\'' || c == '*' || c == '_' || c == 0xbb ||
         c == 0x201d || c == 0x2019;
}

/* Past everything after an end sign that belongs to the sentence; to the very end where that is not known yet. */
static const char *
skip_closing (const char *p)
{
  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);

      /* French: « Bien. » has a space that does not break before the closing mark. */
      if ((c == 0xa0 || c == 0x202f) && *next != '\0' && !is_closing (g_utf8_get_char (next)))
        return p;
      if (c != 0xa0 && c != 0x202f && !is_end (c) && !is_closing (c))
        return p;
      p = next;
    }
  return p;
}

/* Whether the point at @at ends a word like “Mr”. */
static gboolean
is_abbreviation (const char *start, const char *at)
{
  const char *word = at;
  gsize length;

  while (word > start && !g_ascii_isspace (word[-1]))
    word--;
  length = (gsize) (at - word);
  if (length == 1 && g_ascii_isalpha (*word) && *word != 'I')
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (abbreviations); i++)
    if (length == strlen (abbreviations[i]) && strncmp (word, abbreviations[i], length) == 0)
      return TRUE;
  return FALSE;
}

static void
give (const char *text, gsize length, gboolean is_action, LueurSentenceFunc func, gpointer data)
{
  g_autofree char *copy = g_strndup (text, length);

  g_strstrip (copy);
  if (*copy != '\0')
    func (copy, strlen (copy), is_action, data);
}

/* The length of a gesture at the beginning of @text; 0 when there is none, or not yet. @open: it may become one. */
static gsize
measure_action (const char *text, gboolean *open)
{
  const char *p;

  *open = FALSE;
  if (text[0] != '*')
    return 0;
  if (text[1] == '\0')
    {
      *open = TRUE;
      return 0;
    }
  if (text[1] == '*' || g_ascii_isspace (text[1]))
    return 0;
  for (p = text + 1; *p != '\0' && *p != '\n'; p++)
    if (*p == '*')
      return (gsize) (p + 1 - text);
  *open = *p == '\0' && p - text < MAX_SENTENCE;
  return 0;
}

/* The length of the sentence at the beginning of @text, the space after it included; 0 when it is not there yet. */
static gsize
measure_sentence (const char *text, gsize from)
{
  const char *p = text + from;

  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);

      if (c == '\n')
        return (gsize) (next - text);
      if (is_end (c) && !(c == '.' && is_abbreviation (text, p)))
        {
          next = skip_closing (next);
          if (*next == '\0')
            return 0;
          if (g_unichar_isspace (g_utf8_get_char (next)))
            return (gsize) (g_utf8_next_char (next) - text);
        }
      p = next;
    }
  return 0;
}

static gsize
measure_overlong (const GString *pending)
{
  gsize cut = MAX_SENTENCE;

  if (pending->len <= MAX_SENTENCE)
    return 0;
  while (cut > MAX_SENTENCE / 2 && !g_ascii_isspace (pending->str[cut]))
    cut--;
  if (cut == MAX_SENTENCE / 2)
    for (cut = MAX_SENTENCE; (pending->str[cut] & 0xc0) == 0x80; cut--)
      ;
  return cut;
}

/**
 * lueur_sentences_feed:
 * @text: what came, whole characters
 * @func: called for each sentence that is finished now
 */
void
lueur_sentences_feed (LueurSentences *self, const char *text, LueurSentenceFunc func, gpointer data)
{
  GString *pending;

  if (self->pending == NULL)
    self->pending = g_string_new (NULL);
  pending = self->pending;
  g_string_append (pending, text);

  for (;;)
    {
      gsize length;
      gboolean open;

      if (self->seen == 0)
        {
          gsize blank = 0;

          while (g_ascii_isspace (pending->str[blank]))
            blank++;
          g_string_erase (pending, 0, (gssize) blank);
        }
      length = measure_action (pending->str, &open);
      if (length > 0)
        give (pending->str + 1, length - 2, TRUE, func, data);
      else if (open)
        return;
      else
        {
          length = measure_sentence (pending->str, MIN (self->seen, pending->len));
          if (length == 0)
            length = measure_overlong (pending);
          if (length == 0)
            break;
          give (pending->str, length, FALSE, func, data);
        }
      g_string_erase (pending, 0, (gssize) length);
      self->seen = 0;
    }

  /* An end sign at the very end counts only once something follows it: look at the last few characters again. */
  self->seen = pending->len;
  for (guint i = 0; i < 8 && self->seen > 0; i++)
    self->seen = (gsize) (g_utf8_prev_char (pending->str + self->seen) - pending->str);
}

/**
 * lueur_sentences_end:
 * @func: called for what is left
 *
 * The text is over.
 */
void
lueur_sentences_end (LueurSentences *self, LueurSentenceFunc func, gpointer data)
{
  if (self->pending != NULL && self->pending->len > 0)
    give (self->pending->str, self->pending->len, FALSE, func, data);
  lueur_sentences_clear (self);
}

void
lueur_sentences_clear (LueurSentences *self)
{
  if (self->pending != NULL)
    g_string_free (self->pending, TRUE);
  *self = (LueurSentences) { 0 };
}
