/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/net/sse.h"

#include <string.h>

/* The byte order mark that a stream may begin with. */
static const char bom[] = "\xef\xbb\xbf";

static void
dispatch (LueurSse *self)
{
  if (self->has_data)
    self->func (self->event->len > 0 ? self->event->str : "message", self->data->str, self->data->len, self->user_data);
  g_string_truncate (self->data, 0);
  g_string_truncate (self->event, 0);
  self->has_data = FALSE;
}

static gboolean
is_field (const char *name, gsize length, const char *wanted)
{
  return length == strlen (wanted) && memcmp (name, wanted, length) == 0;
}

static void
take_line (LueurSse *self)
{
  const char *line = self->line->str;
  gsize length = self->line->len;
  const char *colon, *value;
  gsize name_length, value_length;

  if (length == 0)
    {
      dispatch (self);
      return;
    }

  colon = memchr (line, ':', length);
  name_length = colon != NULL ? (gsize) (colon - line) : length;
  value = colon != NULL ? colon + 1 : line + length;
  value_length = (gsize) (line + length - value);
  if (value_length > 0 && *value == ' ')
    value++, value_length--;

  if (name_length == 0) /* a comment, which servers send to keep the line open */
    self->started = TRUE;
  else if (is_field (line, name_length, "data"))
    {
      self->started = TRUE;
      if (self->data->len + value_length + 1 > self->max)
        {
          self->overflowed = TRUE;
          return;
        }
      if (self->has_data)
        g_string_append_c (self->data, '\n');
      g_string_append_len (self->data, value, (gssize) value_length);
      self->has_data = TRUE;
    }
  else if (is_field (line, name_length, "event"))
    {
      self->started = TRUE;
      g_string_truncate (self->event, 0);
      g_string_append_len (self->event, value, (gssize) MIN (value_length, 256));
    }
  else if (is_field (line, name_length, "id") || is_field (line, name_length, "retry"))
    self->started = TRUE;
}

/**
 * lueur_sse_init:
 * @max: the most bytes that one line, or the data of one event, may have
 * @func: called for each event, from within [func@sse_feed]
 */
void
lueur_sse_init (LueurSse *self, gsize max, LueurSseFunc func, gpointer user_data)
{
  *self = (LueurSse) {
    .func = func,
    .user_data = user_data,
    .line = g_string_new (NULL),
    .data = g_string_new (NULL),
    .event = g_string_new (NULL),
    .max = max,
  };
}

void
lueur_sse_clear (LueurSse *self)
{
  g_string_free (self->line, TRUE);
  g_string_free (self->data, TRUE);
  g_string_free (self->event, TRUE);
  *self = (LueurSse) { 0 };
}

/**
 * lueur_sse_feed:
 * @bytes: the next piece of the stream, cut anywhere
 * @length: of @bytes
 *
 * Returns: %FALSE once a line or an event is over the cap; what follows is then ignored, so that the
 *   memory held never exceeds about twice the cap
 */
gboolean
lueur_sse_feed (LueurSse *self, const char *bytes, gsize length)
{
  gsize i = 0;

  while (i < length && self->bom < 3 && !self->overflowed)
    {
      if (bytes[i] == bom[self->bom])
        {
          self->bom++, i++;
          continue;
        }
      /* Not a mark after all: what looked like one belongs to the first line. */
      g_string_append_len (self->line, bom, self->bom);
      self->bom = 3;
    }

  while (i < length && !self->overflowed)
    {
      gsize start = i;

      if (self->after_cr)
        {
          self->after_cr = FALSE;
          if (bytes[i] == '\n')
            {
              i++;
              continue;
            }
        }
      while (i < length && bytes[i] != '\n' && bytes[i] != '\r')
        i++;
      if (self->line->len + (i - start) > self->max)
        {
          self->overflowed = TRUE;
          break;
        }
      g_string_append_len (self->line, bytes + start, (gssize) (i - start));
      if (i == length)
        break;
      self->after_cr = bytes[i] == '\r';
      i++;
      take_line (self);
      g_string_truncate (self->line, 0);
    }
  return !self->overflowed;
}

/**
 * lueur_sse_end:
 *
 * The stream is over. Unlike a browser, which drops an event that no blank line closed, this one
 * dispatches it: many servers end on the last word.
 */
void
lueur_sse_end (LueurSse *self)
{
  if (self->overflowed)
    return;
  if (self->line->len > 0)
    {
      take_line (self);
      g_string_truncate (self->line, 0);
    }
  if (!self->overflowed)
    dispatch (self);
}

/**
 * lueur_sse_get_started:
 *
 * Returns: whether any field of the format was seen: a web page that came instead has none
 */
gboolean
lueur_sse_get_started (const LueurSse *self)
{
  return self->started;
}
