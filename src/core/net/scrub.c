/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/net/scrub.h"

#include <string.h>

#include "core/net/utf8.h"

#define ELLIPSIS "…"
/* Bytes looked at; the rest is cut off before anything is compared. */
#define MAX_BYTES 4096
/* A server may print part of a key; so many characters of it in a row are not by chance. */
#define MIN_SHARED 6
/* Bytes that must follow a known beginning before it is taken for a key. */
#define MIN_TAIL 6

/* How the keys of the well-known services begin, and words that announce one. */
static const char *const beginnings[] = {
  "sk-", "sk_", "pk-", "rk-", "key-", "gsk_", "hf_", "xai-", "AIza", "nvapi-", "r8_", "pplx-", "fw_", "csk-",
  "ghp_", "eyJ",
};
static const char *const announcements[] = {
  "bearer ", "bearer:", "api-key: ", "api_key=", "apikey=", "key=", "token=",
};

static gboolean
is_key_byte (char c)
{
  return g_ascii_isalnum (c) || strchr ("-_.*+/=~", c) != NULL;
}

static gsize
count_key_bytes (const char *p)
{
  gsize n = 0;

  while (p[n] != '\0' && is_key_byte (p[n]))
    n++;
  return n;
}

/* The longest run at @p that is also in @key. */
static gsize
count_shared (const char *p, const char *key)
{
  gsize best = 0;

  for (const char *k = key; *k != '\0'; k++)
    {
      gsize n = 0;

      while (p[n] != '\0' && p[n] == k[n])
        n++;
      best = MAX (best, n);
    }
  return best;
}

/* How many bytes at @p are a secret, 0 for none. @keep: how many before them may stay. */
static gsize
find_secret (const char *p, const char *key, gboolean at_word, gsize *keep)
{
  *keep = 0;
  if (key != NULL)
    {
      gsize shared = count_shared (p, key);

      if (shared > 0 && shared >= MIN (MIN_SHARED, strlen (key)))
        return MAX (shared, count_key_bytes (p));
    }
  if (!at_word)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (p, beginnings[i]))
      {
        gsize n = count_key_bytes (p);

        if (n >= strlen (beginnings[i]) + MIN_TAIL)
          return n;
      }
  for (guint i = 0; i < G_N_ELEMENTS (announcements); i++)
    if (g_ascii_strncasecmp (p, announcements[i], strlen (announcements[i])) == 0)
      {
        const char *value = p + strlen (announcements[i]);
        gsize n;

        value += strspn (value, " \"'");
        n = count_key_bytes (value);
        if (n >= MIN_TAIL)
          {
            *keep = (gsize) (value - p);
            return n;
          }
      }
  return 0;
}

/**
 * lueur_scrub:
 * @text: what a server or a library said; any bytes
 * @length: of @text
 * @key: (nullable): the key that was sent with the request
 *
 * Makes of somebody else's text one line that may be shown and stored: valid UTF-8 of at most
 * %LUEUR_SCRUB_MAX_CHARS characters, without @key, without any part of it that cannot be chance, and
 * without anything else that looks like a key.
 *
 * Returns: (transfer full): the line, maybe empty
 */
char *
lueur_scrub (const char *text, gsize length, const char *key)
{
  g_autofree char *valid = lueur_utf8_make_valid (text, MIN (length, MAX_BYTES));
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean at_word = TRUE;

  for (const char *p = valid; *p != '\0';)
    {
      gsize keep, n;

      if (g_ascii_isspace (*p))
        {
          if (out->len > 0 && out->str[out->len - 1] != ' ')
            g_string_append_c (out, ' ');
          at_word = TRUE;
          p++;
          continue;
        }
      n = find_secret (p, key, at_word, &keep);
      if (n > 0)
        {
          g_string_append_len (out, p, (gssize) keep);
          g_string_append (out, ELLIPSIS);
          p += keep + n;
          at_word = TRUE;
          continue;
        }
      at_word = !g_ascii_isalnum (*p);
      n = (gsize) (g_utf8_next_char (p) - p);
      g_string_append_len (out, p, (gssize) n);
      p += n;
    }

  if (g_utf8_strlen (out->str, -1) > LUEUR_SCRUB_MAX_CHARS)
    {
      g_string_truncate (out, (gsize) (g_utf8_offset_to_pointer (out->str, LUEUR_SCRUB_MAX_CHARS - 1) - out->str));
      g_string_append (out, ELLIPSIS);
    }
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free_and_steal (g_steal_pointer (&out));
}
