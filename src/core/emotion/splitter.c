/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/emotion/splitter.h"

#include <string.h>

#include "core/emotion/action.h"

#define QUOTE_WORDS 3 /* a quotation of fewer words is part of the sentence */

static const char *const abbreviations[] = { "M", "MM", "Mr", "Mrs", "Ms", "Mme", "Mlle", "Dr", "St", "Ste", "vs", "cf", "etc", "e.g", "i.e", "p.m", "a.m" };

static gboolean
is_space (guchar c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\v' || c == '\f';
}

static gboolean
is_word (guchar c)
{
  return g_ascii_isalnum (c) || c >= 0x80;
}

static guint
count_words (const char *text, guint length)
{
  guint words = 0;

  for (guint i = 0; i < length; i++)
    words += is_word (text[i]) && (i == 0 || !is_word (text[i - 1]));
  return words;
}

static void
give (const char *text, guint length, LueurSpanKind kind, LueurSpanFunc func, gpointer user_data)
{
  while (length > 0 && is_space (text[0]))
    text++, length--;
  while (length > 0 && is_space (text[length - 1]))
    length--;
  /* A lone mark is no sentence, a lone emoji is. */
  if (length > 1 || (length == 1 && g_ascii_isalnum (text[0])))
    func (text, length, kind, user_data);
}

/* “f*ck” keeps its star, “**loud**” does not. */
static void
drop_star (LueurSplitter *self)
{
  if (self->used > 0 && (self->last == '*' || self->last == '_') && (guchar) self->buffer[self->used - 1] == self->last)
    self->used--;
}

/* Gives what the buffer holds. */
static void
flush (LueurSplitter *self, LueurSpanFunc func, gpointer user_data)
{
  drop_star (self);
  give (self->buffer, self->used, self->quoted_line ? LUEUR_SPAN_QUOTE : LUEUR_SPAN_SPEECH, func, user_data);
  self->used = self->action_at = self->quote_at = 0;
  self->ended = self->ellipsis = self->spaced = FALSE;
}

/* Gives the end of the buffer, from @at, as something of its own, and what stands before it. */
static void
flush_from (LueurSplitter *self, guint at, LueurSpanKind kind, gboolean keep_before, LueurSpanFunc func, gpointer user_data)
{
  char inner[LUEUR_SPAN_MAX + 8];
  guint n = self->used - at;

  memcpy (inner, self->buffer + at, n);
  self->used = at;
  self->action_at = self->quote_at = 0;
  if (!keep_before)
    flush (self, func, user_data);
  give (inner, n, kind, func, user_data);
}

static void
put (LueurSplitter *self, guchar c, LueurSpanFunc func, gpointer user_data)
{
  if (self->used >= LUEUR_SPAN_MAX)
    {
      guint cut = self->used, tail;
      char rest[LUEUR_SPAN_MAX];

      while (cut > LUEUR_SPAN_MAX / 2 && !is_space (self->buffer[cut - 1]))
        cut--;
      if (cut == LUEUR_SPAN_MAX / 2)
        {
          /* No word ends here; a character that goes on with @c stays whole. */
          cut = self->used;
          while ((c & 0xC0) == 0x80 && self->used - cut < 4)
            if (((guchar) self->buffer[--cut] & 0xC0) != 0x80)
              break;
        }
      tail = self->used - cut;
      memcpy (rest, self->buffer + cut, tail);
      self->used = cut;
      flush (self, func, user_data);
      memcpy (self->buffer, rest, tail);
      self->used = tail;
    }
  self->buffer[self->used++] = (char) c;
}

/* Whether what stood between two asterisks was done rather than stressed. */
static gboolean
is_action (const char *text, guint length, gboolean at_start)
{
  LueurScan scan;
  LueurEmotion label;
  float strength;

  if (length == 0 || length > 200)
    return FALSE;
  if (at_start && count_words (text, length) >= 2)
    return TRUE;
  lueur_scan_text (&scan, text, length);
  return lueur_action_read (&scan, &label, &strength);
}

static gboolean
at_sentence_start (const LueurSplitter *self, guint at)
{
  while (at > 0 && is_space (self->buffer[at - 1]))
    at--;
  return at == 0 || strchr (".!?", self->buffer[at - 1]) != NULL || (guchar) self->buffer[at - 1] == 0xA6 /* … */;
}

static gboolean
ends_with_abbreviation (const LueurSplitter *self)
{
  guint from = self->used;
  guint length;

  while (from > 0 && !is_space (self->buffer[from - 1]))
    from--;
  length = self->used - from;
  if (length == 1 && g_ascii_isupper (self->buffer[from]) && self->buffer[from] != 'I')
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (abbreviations); i++)
    if (strlen (abbreviations[i]) == length && memcmp (abbreviations[i], self->buffer + from, length) == 0)
      return TRUE;
  return FALSE;
}

static void
on_star (LueurSplitter *self, guchar c, LueurSpanFunc func, gpointer user_data)
{
  if (self->action_at && self->action_mark == (char) c)
    {
      guint at = self->action_at - 1;

      self->action_at = 0;
      if (is_action (self->buffer + at, self->used - at, at_sentence_start (self, at)))
        {
          flush_from (self, at, LUEUR_SPAN_ACTION, FALSE, func, user_data);
          self->ended = FALSE;
        }
      return;
    }
  /* “f*ck” and “snake_case” open nothing. */
  if (is_word (self->last))
    {
      put (self, c, func, user_data);
      return;
    }
  if (self->ended)
    flush (self, func, user_data);
  self->action_at = self->used + 1;
  self->action_mark = (char) c;
}

static void
on_byte (LueurSplitter *self, guchar c, LueurSpanFunc func, gpointer user_data)
{
  if (c == '`')
    {
      self->ticks++;
      return;
    }
  if (self->ticks)
    {
      if (!self->code_ticks)
        self->code_ticks = self->ticks;
      else if (self->code_ticks == self->ticks)
        self->code_ticks = 0;
      self->ticks = 0;
    }
  if (self->code_ticks)
    return;
  if (self->link == 1)
    {
      self->link = c == '(' ? 2 : 0;
      if (self->link)
        return;
    }
  else if (self->link == 2)
    {
      if (c == ')' || is_space (c))
        self->link = 0;
      return;
    }

  if (c != self->last && !is_word (c))
    drop_star (self);
  switch (c)
    {
    case '*':
    case '_':
      /* “**” only stresses. */
      if (self->last == c)
        self->action_at = 0;
      else
        on_star (self, c, func, user_data);
      return;
    case '[':
      put (self, ' ', func, user_data);
      return;
    case ']':
      self->link = 1;
      put (self, ' ', func, user_data);
      return;
    case '|':
    case '~':
    case '#':
      put (self, ' ', func, user_data);
      return;
    default:
      break;
    }

  if (self->ended && !is_space (c))
    {
      /* What follows an end: closing marks and emoji belong to it, “Je… je” goes on. */
      gboolean goes_on = (self->ellipsis && (g_ascii_islower (c) || c == 0xC3)) || (!self->spaced && g_ascii_isalnum (c))
                         || strchr (".!?)\"'", c) != NULL || c == 0xE2 || c == 0xF0 || c == 0xC2 || (c & 0xC0) == 0x80
                         || (strchr (":;=", c) != NULL && self->spaced);

      if (!goes_on)
        flush (self, func, user_data);
      else if (g_ascii_isalnum (c) || c == 0xC3)
        self->ended = self->ellipsis = FALSE;
    }
  if (is_space (c))
    self->spaced = TRUE;
  else
    {
      if ((c == '.' && !ends_with_abbreviation (self)) || c == '!' || c == '?'
          || (c == 0xA6 && self->used >= 2 && memcmp (self->buffer + self->used - 2, "\xE2\x80", 2) == 0))
        {
          self->ellipsis = c == 0xA6 || (c == '.' && self->used > 0 && self->buffer[self->used - 1] == '.');
          self->ended = TRUE;
        }
      self->spaced = FALSE;
    }

  if (c == '"')
    {
      if (!self->quote_at)
        self->quote_at = self->used + 1;
      else
        {
          guint at = self->quote_at - 1;

          self->quote_at = 0;
          if (!self->quoted_line && count_words (self->buffer + at, self->used - at) >= QUOTE_WORDS)
            flush_from (self, at, LUEUR_SPAN_QUOTE, TRUE, func, user_data);
        }
      put (self, ' ', func, user_data);
      return;
    }
  put (self, c, func, user_data);
}

/* Curly and angle quotation marks become straight ones; the text is cut at no character. */
static void
on_text_byte (LueurSplitter *self, guchar c, LueurSpanFunc func, gpointer user_data)
{
  on_byte (self, c, func, user_data);
  if (self->used >= 2 && !self->code_ticks)
    {
      const guchar *end = (const guchar *) self->buffer + self->used;
      gboolean open = (end[-2] == 0xC2 && end[-1] == 0xAB)
                      || (self->used >= 3 && end[-3] == 0xE2 && end[-2] == 0x80 && end[-1] == 0x9C);
      gboolean close = (end[-2] == 0xC2 && end[-1] == 0xBB)
                       || (self->used >= 3 && end[-3] == 0xE2 && end[-2] == 0x80 && end[-1] == 0x9D);

      if (open || close)
        {
          self->used -= end[-2] == 0xC2 ? 2 : 3;
          if (open)
            self->quote_at = 0;
          if (open || self->quote_at)
            on_byte (self, '"', func, user_data);
        }
    }
  self->last = c;
}

/* What a line is, by its beginning. Returns whether more of it must be seen first. */
static gboolean
on_line_start (LueurSplitter *self, gboolean final, LueurSpanFunc func, gpointer user_data)
{
  const char *s = self->line;
  guint n = self->in_line, skip = 0;
  gboolean fence = n >= 3 && (memcmp (s, "```", 3) == 0 || memcmp (s, "~~~", 3) == 0);

  if (!final && n < 3 && (s[0] == '`' || s[0] == '~') && (n < 2 || s[1] == s[0]))
    return TRUE;
  if (fence && (!self->fence || self->fence == s[0]))
    {
      self->fence = self->fence ? 0 : s[0];
      self->line_start = FALSE;
      self->in_line = 0;
      self->code_ticks = G_MAXUINT; /* the rest of this line says a language */
      return FALSE;
    }
  if (self->fence)
    skip = n;
  else if (s[0] == '>')
    {
      self->quoted_line = TRUE;
      skip = 1;
    }
  else if (s[0] == '#')
    skip = 1;
  else if (s[0] == '-' || s[0] == '+' || s[0] == '*')
    {
      if (!final && n < 2)
        return TRUE;
      if (n >= 2 && s[1] == ' ')
        skip = 2;
    }
  else if (g_ascii_isdigit (s[0]))
    {
      guint d = 1;

      while (d < n && g_ascii_isdigit (s[d]))
        d++;
      if (!final && d == n && n < 4)
        return TRUE;
      if (d < n && (s[d] == '.' || s[d] == ')'))
        {
          if (!final && d + 1 == n)
            return TRUE;
          if (d + 1 < n && s[d + 1] == ' ')
            skip = d + 2;
        }
    }
  self->line_start = FALSE;
  self->in_line = 0;
  for (guint i = skip; i < n; i++)
    on_text_byte (self, (guchar) s[i], func, user_data);
  return FALSE;
}

/**
 * lueur_splitter_init:
 * @self: (out caller-allocates): what to fill
 */
void
lueur_splitter_init (LueurSplitter *self)
{
  memset (self, 0, sizeof *self);
  self->line_start = TRUE;
}

/**
 * lueur_splitter_feed:
 * @text: what came, cut anywhere
 * @length: its bytes, or -1 when it is nul-terminated
 * @func: (scope call): called for each span that is complete now
 */
void
lueur_splitter_feed (LueurSplitter *self, const char *text, gssize length, LueurSpanFunc func, gpointer user_data)
{
  gsize n = length < 0 ? strlen (text) : (gsize) length;

  for (gsize i = 0; i < n; i++)
    {
      guchar c = (guchar) text[i];

      if (c == 0)
        c = ' ';
      if (c == '\n')
        {
          if (self->line_start && self->in_line)
            on_line_start (self, TRUE, func, user_data);
          flush (self, func, user_data);
          self->line_start = TRUE;
          self->quoted_line = FALSE;
          self->in_line = self->ticks = self->code_ticks = self->link = 0;
          self->last = c;
        }
      else if (self->line_start)
        {
          if (self->in_line == 0 && is_space (c))
            continue;
          self->line[self->in_line++] = (char) c;
          if (self->in_line == sizeof self->line)
            on_line_start (self, TRUE, func, user_data);
          else
            on_line_start (self, FALSE, func, user_data);
        }
      else if (!self->fence && self->code_ticks != G_MAXUINT)
        on_text_byte (self, c, func, user_data);
    }
}

/**
 * lueur_splitter_end:
 * @func: (scope call): called for what is left
 *
 * The text is over; @self is ready for another.
 */
void
lueur_splitter_end (LueurSplitter *self, LueurSpanFunc func, gpointer user_data)
{
  if (self->line_start && self->in_line)
    on_line_start (self, TRUE, func, user_data);
  flush (self, func, user_data);
  lueur_splitter_init (self);
}
