/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/link.h"

#include <string.h>

#define SCHEME "lueur:"

static const struct
{
  const char *word;
  LueurLinkKind kind;
} places[] = {
  { "companion/", LUEUR_LINK_COMPANION },
  { "exercise/", LUEUR_LINK_EXERCISE },
  { "help/", LUEUR_LINK_HELP },
};

/**
 * lueur_link_is:
 * @uri: from outside
 *
 * Returns: whether it is of our scheme, whatever it asks for
 */
gboolean
lueur_link_is (const char *uri)
{
  return g_ascii_strncasecmp (uri, SCHEME, strlen (SCHEME)) == 0;
}

/* Words that can stand in a sentence of ours: nothing that turns it round, breaks it or cannot be seen. */
static gboolean
can_be_shown (const char *text)
{
  glong length = 0;

  if (*text == '\0' || !g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      GUnicodeType type = g_unichar_type (g_utf8_get_char (p));

      if (type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT || type == G_UNICODE_LINE_SEPARATOR ||
          type == G_UNICODE_PARAGRAPH_SEPARATOR || type == G_UNICODE_UNASSIGNED || type == G_UNICODE_PRIVATE_USE ||
          ++length > LUEUR_LINK_MAX_CHARS)
        return FALSE;
    }
  return TRUE;
}

/* The host of a card's address: what a person can judge of it. */
static char *
host_of (const char *query)
{
  g_autoptr (GHashTable) values = NULL;
  g_autoptr (GUri) address = NULL;
  const char *url;

  values = g_uri_parse_params (query, -1, "&", G_URI_PARAMS_NONE, NULL);
  url = values != NULL ? g_hash_table_lookup (values, "url") : NULL;
  if (url == NULL)
    return NULL;
  address = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);
  if (address == NULL || g_uri_get_host (address) == NULL ||
      (!g_str_equal (g_uri_get_scheme (address), "https") && !g_str_equal (g_uri_get_scheme (address), "http")))
    return NULL;
  /* As it is asked for, so that no letter looks like another. */
  return g_hostname_to_ascii (g_uri_get_host (address));
}

/**
 * lueur_link_parse:
 * @uri: from outside
 * @what: (out) (transfer full) (nullable): what it names
 *
 * Returns: what it asks for
 */
LueurLinkKind
lueur_link_parse (const char *uri, char **what)
{
  g_autofree char *name = NULL;
  LueurLinkKind kind = LUEUR_LINK_UNKNOWN;
  const char *rest;

  *what = NULL;
  if (!lueur_link_is (uri) || strnlen (uri, LUEUR_LINK_MAX_BYTES + 1) > LUEUR_LINK_MAX_BYTES)
    return LUEUR_LINK_UNKNOWN;
  rest = uri + strlen (SCHEME);
  if (g_str_has_prefix (rest, "//"))
    rest += 2;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_has_prefix (rest, places[i].word))
      {
        kind = places[i].kind;
        name = g_uri_unescape_string (rest + strlen (places[i].word), NULL);
      }
  if (kind == LUEUR_LINK_UNKNOWN && g_str_has_prefix (rest, "import?"))
    {
      kind = LUEUR_LINK_IMPORT;
      name = host_of (rest + strlen ("import?"));
    }
  if (name == NULL || !can_be_shown (name))
    return LUEUR_LINK_UNKNOWN;
  *what = g_steal_pointer (&name);
  return kind;
}
