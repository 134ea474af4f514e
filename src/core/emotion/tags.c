/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/emotion/tags.h"

#include <string.h>

#include "core/emotion/tag-name.h"

/* Bytes between brackets, of a tag that is no command. */
#define SHORT 40

typedef struct
{
  LueurTagsTextFunc text;
  LueurTagsFunc tag;
  gpointer user_data;
} Out;

static void
put (LueurTags *self, const char *bytes, guint n, const Out *out)
{
  if (n == 0)
    return;
  out->text (bytes, n, out->user_data);
  for (guint i = 0; i < n; i++)
    {
      self->last = (guchar) bytes[i];
      if (bytes[i] != ' ')
        self->last_mark = self->last;
    }
  self->hid = FALSE;
}

static void
put_gap (LueurTags *self, const Out *out)
{
  static const char spaces[] = "                ";

  while (self->gap > 0)
    {
      guint n = MIN (self->gap, (guint) sizeof spaces - 1);

      self->gap -= n;
      put (self, spaces, n, out);
    }
}

static gboolean
is_line_start (const LueurTags *self)
{
  return self->last == 0 || self->last == '\n';
}

/* Whether a sentence could begin here: after an end, a gesture, or nothing. */
static gboolean
is_sentence_start (const LueurTags *self)
{
  guchar c = self->last_mark;

  return is_line_start (self) || c == '\n' || strchr (".!?*~:\"", c) != NULL || c >= 0x80;
}

/* What is held was text after all. */
static void
release (LueurTags *self, const Out *out)
{
  guint n = self->n_held;

  self->n_held = 0;
  self->closed = FALSE;
  put_gap (self, out);
  put (self, self->held, n, out);
}

static gboolean
is_tag (const LueurTags *self, LueurEmotion *label, float *strength)
{
  const char *inner = self->held + 1;
  guint n = self->n_held - 2;

  *strength = 0;
  switch (self->held[0])
    {
    case '[':
      return lueur_tag_name_read_square (inner, n, label, strength);
    case '(':
      return lueur_tag_name_read_round (inner, n, is_sentence_start (self), label, strength);
    default:
      if (!lueur_tag_name_read_act (inner + 1, n - 2, label, strength))
        *strength = 0; /* a command that names no expression is hidden all the same */
      return TRUE;
    }
}

/* What is held is complete: a tag goes, text stays. */
static void
finish (LueurTags *self, const Out *out)
{
  LueurEmotion label = LUEUR_EMOTION_NEUTRAL;
  float strength;

  if (!is_tag (self, &label, &strength))
    {
      release (self, out);
      return;
    }
  if (strength > 0 && out->tag != NULL)
    out->tag (label, strength, out->user_data);
  self->n_held = 0;
  self->closed = FALSE;
  self->hid = TRUE;
}

/* Whether what is held may still become a tag. */
static gboolean
may_go_on (const LueurTags *self, guchar c)
{
  guint n = self->n_held;

  if (self->held[0] == '<')
    {
      if (n == 1)
        return c == '|';
      if (c == '\n' || n + 1 >= LUEUR_TAG_MAX)
        return FALSE;
      return lueur_tag_name_may_be_act (self->held + 2, n - 2);
    }
  if (n > SHORT)
    return FALSE;
  if (c == (self->held[0] == '[' ? ']' : ')'))
    return n > 1;
  if (g_ascii_isalpha (c) || c >= 0x80)
    return TRUE;
  return n > 1 && (g_ascii_isdigit (c) || strchr (" -_:=.%", c) != NULL);
}

static gboolean
is_complete (const LueurTags *self)
{
  guint n = self->n_held;

  if (self->held[0] == '<')
    return n >= 6 && self->held[n - 1] == '>' && self->held[n - 2] == '|';
  return self->held[n - 1] == (self->held[0] == '[' ? ']' : ')');
}

/* Follows code, which may say “[joy]” and mean it. */
static gboolean
is_code (LueurTags *self, guchar c)
{
  if (c == '`')
    {
      self->ticks++;
      return TRUE;
    }
  if (self->ticks >= 3)
    self->fence = !self->fence;
  else if (self->ticks > 0)
    self->code_ticks = self->code_ticks == 0 ? self->ticks : self->code_ticks == self->ticks ? 0 : self->code_ticks;
  self->ticks = 0;
  if (c == '\n')
    self->code_ticks = 0;
  return self->fence || self->code_ticks != 0;
}

static void on_byte (LueurTags *self, guchar c, const Out *out);

/* The byte after a tag in square brackets: “[joy](address)” is a link. */
static void
after_closed (LueurTags *self, guchar c, const Out *out)
{
  if (c == '(' || c == ':')
    release (self, out);
  else
    finish (self, out);
  on_byte (self, c, out);
}

static void
on_byte (LueurTags *self, guchar c, const Out *out)
{
  char byte = (char) c;

  if (self->closed)
    {
      after_closed (self, c, out);
      return;
    }
  if (self->n_held > 0)
    {
      if (!may_go_on (self, c))
        {
          release (self, out);
          on_byte (self, c, out);
          return;
        }
      self->held[self->n_held++] = byte;
      if (is_complete (self))
        {
          if (self->held[0] == '[')
            self->closed = TRUE;
          else
            finish (self, out);
        }
      return;
    }
  if (!is_code (self, c))
    {
      if (c == '[' || c == '(' || c == '<')
        {
          self->held[self->n_held++] = byte;
          return;
        }
      if (c == ' ')
        {
          /* Of the spaces on both sides of a tag, one side stays; at the start of a line, none. */
          if (!self->hid || (self->gap == 0 && !is_line_start (self)))
            self->gap++;
          return;
        }
      if (self->hid && (c == '\n' || is_line_start (self)))
        {
          self->gap = 0;
          if (c == '\n' && is_line_start (self)) /* a line of its own */
            return;
        }
      if (self->hid && self->gap > 0 && strchr (".,", c) != NULL)
        self->gap = 0;
    }
  put_gap (self, out);
  put (self, &byte, 1, out);
}

/**
 * lueur_tags_init:
 * @self: (out caller-allocates): what to fill
 */
void
lueur_tags_init (LueurTags *self)
{
  memset (self, 0, sizeof *self);
}

/**
 * lueur_tags_feed:
 * @text: what came, cut anywhere
 * @length: its bytes, or -1 when it is nul-terminated
 * @text_func: (scope call): called with what people may read
 * @tag_func: (scope call) (nullable): called with each tag
 */
void
lueur_tags_feed (LueurTags *self, const char *text, gssize length, LueurTagsTextFunc text_func, LueurTagsFunc tag_func,
                 gpointer user_data)
{
  const Out out = { text_func, tag_func, user_data };
  gsize n = length < 0 ? strlen (text) : (gsize) length;

  for (gsize i = 0; i < n; i++)
    on_byte (self, (guchar) text[i], &out);
}

/**
 * lueur_tags_end:
 *
 * The text is over: what was held back comes through, unless it is a tag. @self is ready for another.
 */
void
lueur_tags_end (LueurTags *self, LueurTagsTextFunc text_func, LueurTagsFunc tag_func, gpointer user_data)
{
  const Out out = { text_func, tag_func, user_data };

  if (self->closed)
    finish (self, &out);
  else if (self->n_held > 0)
    release (self, &out);
  if (!self->hid)
    put_gap (self, &out);
  lueur_tags_init (self);
}

static void
append (const char *text, gsize length, gpointer user_data)
{
  g_string_append_len (user_data, text, (gssize) length);
}

/**
 * lueur_tags_strip:
 * @text: a whole text
 *
 * Returns: (transfer full): @text without its tags
 */
char *
lueur_tags_strip (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));
  LueurTags tags;

  lueur_tags_init (&tags);
  lueur_tags_feed (&tags, text, -1, append, NULL, out);
  lueur_tags_end (&tags, append, NULL, out);
  return g_string_free (out, FALSE);
}
