/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/net/utf8.h"

#include <string.h>

#define REPLACEMENT "\xef\xbf\xbd"

/* How many bytes a character with this first one has; 0 when none begins with it. */
static guint
get_length (guchar first)
{
  if (first >= 0xc2 && first <= 0xdf)
    return 2;
  if (first >= 0xe0 && first <= 0xef)
    return 3;
  if (first >= 0xf0 && first <= 0xf4)
    return 4;
  return 0;
}

/* Whether @byte may stand at @index (1 and on) of a character that begins with @first. Surrogates pass:
 * they are dealt with by the caller. */
static gboolean
may_follow (guchar first, guint index, guchar byte)
{
  guchar low = 0x80, high = 0xbf;

  if (index == 1)
    {
      if (first == 0xe0)
        low = 0xa0;
      else if (first == 0xf0)
        low = 0x90;
      else if (first == 0xf4)
        high = 0x8f;
    }
  return byte >= low && byte <= high;
}

/* The number of bytes at @p that belong to one character. @whole: FALSE when more would be needed, or
 * something else came instead. */
static guint
measure (const guchar *p, gsize length, gboolean *whole)
{
  guint wanted = get_length (p[0]);
  guint n = 1;

  while (n < wanted && n < length && may_follow (p[0], n, p[n]))
    n++;
  *whole = wanted > 0 && n == wanted;
  return n;
}

static gboolean
is_high_half (const guchar *p)
{
  return p[0] == 0xed && p[1] >= 0xa0 && p[1] <= 0xaf;
}

static gboolean
is_low_half (const guchar *p)
{
  return p[0] == 0xed && p[1] >= 0xb0;
}

static guint
get_unit (const guchar *p)
{
  return (guint) (p[0] & 0x0f) << 12 | (guint) (p[1] & 0x3f) << 6 | (guint) (p[2] & 0x3f);
}

static gboolean
is_wanted (guchar c)
{
  return c >= 0x20 ? c != 0x7f : c == '\n' || c == '\t' || c == '\r';
}

/* Returns: how many of the @length bytes are dealt with; the others wait for what follows. */
static gsize
repair (const guchar *p, gsize length, GString *out)
{
  gsize i = 0;

  while (i < length)
    {
      gboolean whole;
      gsize run = i;
      guint n;

      while (i < length && p[i] < 0x80 && is_wanted (p[i]))
        i++;
      g_string_append_len (out, (const char *) p + run, (gssize) (i - run));
      if (i == length)
        break;
      if (p[i] < 0x80)
        {
          i++;
          continue;
        }

      n = measure (p + i, length - i, &whole);
      if (!whole)
        {
          if (i + n == length && get_length (p[i]) > n)
            break;
          g_string_append (out, REPLACEMENT);
        }
      else if (n == 3 && is_high_half (p + i))
        {
          gsize left = length - i - 3;
          gboolean second;

          if (left == 0)
            break;
          if (p[i + 3] == 0xed && left < 3 && (left == 1 || p[i + 4] >= 0xb0))
            break;
          if (left >= 3 && measure (p + i + 3, left, &second) == 3 && second && is_low_half (p + i + 3))
            {
              guint high = get_unit (p + i) - 0xd800, low = get_unit (p + i + 3) - 0xdc00;

              g_string_append_unichar (out, 0x10000 + (high << 10 | low));
              n = 6;
            }
          else
            g_string_append (out, REPLACEMENT);
        }
      else if (n == 3 && is_low_half (p + i))
        g_string_append (out, REPLACEMENT);
      else
        g_string_append_len (out, (const char *) p + i, n);
      i += n;
    }
  return i;
}

/**
 * lueur_utf8_feed:
 * @bytes: the next piece
 * @out: gets what is complete so far, valid
 */
void
lueur_utf8_feed (LueurUtf8 *self, const char *bytes, gsize length, GString *out)
{
  const guchar *p = (const guchar *) bytes;
  gsize done = 0;

  /* What waits takes bytes one by one until it is through; it never grows beyond one character. */
  while (self->n_held > 0 && done < length)
    {
      gsize used;

      self->held[self->n_held++] = p[done++];
      used = repair (self->held, self->n_held, out);
      self->n_held -= used;
      memmove (self->held, self->held + used, self->n_held);
    }
  if (done < length)
    {
      gsize used = done + repair (p + done, length - done, out);

      self->n_held = length - used;
      memcpy (self->held, p + used, self->n_held);
    }
}

/**
 * lueur_utf8_end:
 * @out: gets a U+FFFD when the text ended within a character
 */
void
lueur_utf8_end (LueurUtf8 *self, GString *out)
{
  if (self->n_held > 0)
    g_string_append (out, REPLACEMENT);
  self->n_held = 0;
}

/**
 * lueur_utf8_make_valid:
 *
 * Returns: (transfer full): the @length bytes as valid UTF-8
 */
char *
lueur_utf8_make_valid (const char *bytes, gsize length)
{
  GString *out = g_string_sized_new (length);
  LueurUtf8 state = { 0 };

  lueur_utf8_feed (&state, bytes, length, out);
  lueur_utf8_end (&state, out);
  return g_string_free_and_steal (out);
}
