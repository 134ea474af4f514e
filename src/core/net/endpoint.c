/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Addresses are taken apart by libcurl alone, which is also what connects: two parsers that read one
 * address differently would be a way around the question of consent. */

#include "core/net/endpoint.h"

#include <curl/curl.h>
#include <gio/gio.h>
#include <string.h>

#include "core/error.h"

#define MAX_URL 2048

typedef CURLU Parts;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Parts, curl_url_cleanup)

/* Ends of addresses that people paste whole, longest first; what stands before them is the base. */
static const char *const tails[] = {
  "/chat/completions", "/completions", "/responses", "/embeddings", "/models", "/chat",
};

static char *
get_part (Parts *parts, CURLUPart what)
{
  char *raw = NULL;
  char *copy;

  if (curl_url_get (parts, what, &raw, 0) != CURLUE_OK)
    return NULL;
  copy = g_strdup (raw);
  curl_free (raw);
  return copy;
}

static gboolean
is_local_host (const char *host)
{
  g_autofree char *bare = g_ascii_strdown (host, -1);
  g_autoptr (GInetAddress) address = NULL;
  gsize length;

  if (bare[0] == '[')
    memmove (bare, bare + 1, strlen (bare));
  g_strdelimit (bare, "]%", '\0');
  length = strlen (bare);
  if (length > 0 && bare[length - 1] == '.')
    bare[length - 1] = '\0';
  if (strcmp (bare, "localhost") == 0 || g_str_has_suffix (bare, ".localhost"))
    return TRUE;
  address = g_inet_address_new_from_string (bare);
  return address != NULL && g_inet_address_get_is_loopback (address);
}

static Parts *
parse (const char *url)
{
  g_autoptr (Parts) parts = curl_url ();

  if (strlen (url) > MAX_URL || curl_url_set (parts, CURLUPART_URL, url, 0) != CURLUE_OK)
    return NULL;
  return g_steal_pointer (&parts);
}

/* "localhost:8080" and "api.example.com/v1" are what people type. This machine rarely has a certificate,
 * every other place should. */
static char *
add_scheme (const char *text)
{
  g_autofree char *guess = NULL;
  g_autofree char *host = NULL;
  g_autoptr (Parts) parts = NULL;

  if (strstr (text, "://") != NULL)
    return g_strdup (text);
  guess = g_strconcat ("http://", text, NULL);
  parts = parse (guess);
  host = parts != NULL ? get_part (parts, CURLUPART_HOST) : NULL;
  if (host != NULL && is_local_host (host))
    return g_steal_pointer (&guess);
  return g_strconcat ("https://", text, NULL);
}

static void
strip_slashes (char *path)
{
  gsize length = strlen (path);

  while (length > 0 && path[length - 1] == '/')
    path[--length] = '\0';
}

/* The path that "/chat/completions" is put after. */
static char *
tidy_path (const char *raw)
{
  g_autofree char *path = g_strdup (raw);

  strip_slashes (path);
  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    if (g_str_has_suffix (path, tails[i]))
      {
        path[strlen (path) - strlen (tails[i])] = '\0';
        strip_slashes (path);
        break;
      }
  /* The bare host, or the root of Ollama's own dialect: the compatible one is beside it. */
  if (*path == '\0' || strcmp (path, "/api") == 0)
    return g_strdup ("/v1");
  return g_steal_pointer (&path);
}

/**
 * lueur_endpoint_normalize:
 * @text: what somebody typed or pasted: with or without a scheme, “/v1”, slashes at the end, or the whole
 *   address of one call
 *
 * Returns: (transfer full): the base address, to which “/chat/completions” and “/models” are put;
 *   %NULL with %LUEUR_FAULT_BAD_ADDRESS when @text is no http or https address, or holds a password
 */
char *
lueur_endpoint_normalize (const char *text, GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text != NULL ? text : ""));
  g_autofree char *full = NULL;
  g_autofree char *scheme = NULL;
  g_autofree char *user = NULL;
  g_autofree char *password = NULL;
  g_autofree char *path = NULL;
  g_autofree char *tidy = NULL;
  g_autofree char *url = NULL;
  g_autoptr (Parts) parts = NULL;

  if (*trimmed != '\0' && g_utf8_validate (trimmed, -1, NULL))
    {
      full = add_scheme (trimmed);
      parts = parse (full);
    }
  if (parts != NULL)
    {
      scheme = get_part (parts, CURLUPART_SCHEME);
      user = get_part (parts, CURLUPART_USER);
      password = get_part (parts, CURLUPART_PASSWORD);
    }
  if (parts == NULL || user != NULL || password != NULL ||
      (g_strcmp0 (scheme, "http") != 0 && g_strcmp0 (scheme, "https") != 0))
    {
      g_set_error_literal (error, LUEUR_FAULT_ERROR, LUEUR_FAULT_BAD_ADDRESS, "");
      return NULL;
    }

  path = get_part (parts, CURLUPART_PATH);
  tidy = tidy_path (path != NULL ? path : "");
  curl_url_set (parts, CURLUPART_PATH, tidy, 0);
  curl_url_set (parts, CURLUPART_QUERY, NULL, 0);
  curl_url_set (parts, CURLUPART_FRAGMENT, NULL, 0);
  url = get_part (parts, CURLUPART_URL);
  return g_steal_pointer (&url);
}

/**
 * lueur_endpoint_is_local:
 * @url: an absolute address
 *
 * Returns: whether it is of this machine: 127.0.0.0/8, ::1 or a name of localhost. The rest of a local
 *   network is somebody else's.
 */
gboolean
lueur_endpoint_is_local (const char *url)
{
  g_autofree char *host = lueur_endpoint_get_host (url);

  return host != NULL && is_local_host (host);
}

/**
 * lueur_endpoint_get_host:
 * @url: an absolute address
 *
 * Returns: (transfer full) (nullable): its host, as libcurl connects to it
 */
char *
lueur_endpoint_get_host (const char *url)
{
  g_autoptr (Parts) parts = parse (url);

  return parts != NULL ? get_part (parts, CURLUPART_HOST) : NULL;
}
