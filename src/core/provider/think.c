/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/provider/think.h"

#include <string.h>

enum
{
  BEFORE,  /* nothing but spaces, or the beginning of the mark, came yet */
  INSIDE,  /* it thinks */
  AFTER,   /* it thought; spaces before the reply */
  TALKING, /* everything is meant to be read */
};

static const char open_mark[] = "<think>", close_mark[] = "</think>";

static void
skip_spaces (GString *text)
{
  gsize n = 0;

  while (g_ascii_isspace (text->str[n]))
    n++;
  g_string_erase (text, 0, (gssize) n);
}

/* Returns: whether what is held can be looked at again at once */
static gboolean
step (LueurThink *self, GString *out)
{
  GString *held = self->held;
  const char *end;

  switch (self->state)
    {
    case BEFORE:
      skip_spaces (held);
      if (g_str_has_prefix (held->str, open_mark))
        {
          g_string_erase (held, 0, (gssize) strlen (open_mark));
          self->state = INSIDE;
          return TRUE;
        }
      if (g_str_has_prefix (open_mark, held->str))
        return FALSE;
      self->state = TALKING;
      return TRUE;
    case INSIDE:
      end = strstr (held->str, close_mark);
      if (end == NULL)
        {
          /* The mark may be cut in two: its beginning is kept. */
          if (held->len > strlen (close_mark))
            g_string_erase (held, 0, (gssize) (held->len - strlen (close_mark)));
          return FALSE;
        }
      g_string_erase (held, 0, end + strlen (close_mark) - held->str);
      self->state = AFTER;
      return TRUE;
    case AFTER:
      skip_spaces (held);
      if (held->len == 0)
        return FALSE;
      self->state = TALKING;
      return TRUE;
    case TALKING:
    default:
      g_string_append_len (out, held->str, (gssize) held->len);
      g_string_truncate (held, 0);
      return FALSE;
    }
}

/**
 * lueur_think_feed:
 * @text: the next piece of a reply, cut anywhere between characters
 * @out: gets what is meant to be read
 */
void
lueur_think_feed (LueurThink *self, const char *text, gsize length, GString *out)
{
  if (self->held == NULL)
    self->held = g_string_new (NULL);
  g_string_append_len (self->held, text, (gssize) length);
  while (step (self, out))
    ;
}

/**
 * lueur_think_end:
 * @out: gets what looked like the beginning of a thought and was none
 */
void
lueur_think_end (LueurThink *self, GString *out)
{
  if (self->held != NULL && self->state == BEFORE)
    g_string_append_len (out, self->held->str, (gssize) self->held->len);
  lueur_think_clear (self);
}

void
lueur_think_clear (LueurThink *self)
{
  if (self->held != NULL)
    g_string_free (self->held, TRUE);
  *self = (LueurThink) { 0 };
}
