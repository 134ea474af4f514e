/* SPDX-License-Identifier: GPL-3.0-or-later */

/* JSON out of files and cards, looked at before it is parsed. */

#include <gio/gio.h>
#include <string.h>

#include "core/model/persona-private.h"

#define JSON_MAX_DEPTH 64

/* How deep brackets nest outside strings: the parser goes down by recursion. */
static gboolean
is_too_deep (const char *json, gsize length)
{
  guint depth = 0;
  gboolean in_string = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      char c = json[i];

      if (in_string)
        {
          if (c == '\\')
            i++;
          else if (c == '"')
            in_string = FALSE;
          continue;
        }
      if (c == '"')
        in_string = TRUE;
      else if (c == '{' || c == '[')
        {
          if (++depth > JSON_MAX_DEPTH)
            return TRUE;
        }
      else if ((c == '}' || c == ']') && depth > 0)
        depth--;
    }
  return FALSE;
}

/**
 * lueur_json_parse_object:
 * @json: text of any origin
 * @length: bytes, or -1 when nul-terminated
 * @max_bytes: longest that is looked at
 * @error: %G_IO_ERROR_INVALID_DATA
 *
 * Returns: (transfer full) (nullable): a node that holds an object
 */
JsonNode *
lueur_json_parse_object (const char *json, gssize length, gsize max_bytes, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) local = NULL;

  if (length < 0)
    length = strlen (json);
  if ((gsize) length > max_bytes || !g_utf8_validate_len (json, length, NULL) || is_too_deep (json, length))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "too long, too deep, or not UTF-8");
      return NULL;
    }
  parser = json_parser_new_immutable ();
  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, json, length, &local))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "not JSON: %s", local->message);
      return NULL;
    }
  if (json_parser_get_root (parser) == NULL || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "not a JSON object");
      return NULL;
    }
  return json_parser_steal_root (parser);
}
