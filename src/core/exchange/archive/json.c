/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Values that rows, requests and settings have in common: dates, texts, and JSON that stands in JSON. */

#include "core/exchange/archive/json.h"

#include <string.h>

#include "core/exchange/archive/common.h"

/* What of the store's JSON stands in a file as JSON: far from what such a file may be. */
#define JSON_MAX_BYTES (256 * 1024)
#define JSON_MAX_DEPTH 100

/* --- Dates ---------------------------------------------------------------------------------------------- */

#define TIME_LENGTH 27 /* of 2026-01-31T08:15:30.123456Z */

/* (transfer full) (nullable): NULL for what no date can tell */
char *
lueur_archive_time_to_text (gint64 time)
{
  gint64 second = time / G_USEC_PER_SEC, usec = time % G_USEC_PER_SEC;
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *text = NULL;

  if (usec < 0)
    {
      usec += G_USEC_PER_SEC;
      second--;
    }
  date = g_date_time_new_from_unix_utc (second);
  if (date == NULL || g_date_time_get_year (date) < 1000)
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d.%06dZ", g_date_time_get_year (date), g_date_time_get_month (date),
                          g_date_time_get_day_of_month (date), g_date_time_get_hour (date), g_date_time_get_minute (date),
                          g_date_time_get_second (date), (int) usec);
}

/* Ours to the microsecond; what other programs make of it (fewer digits, another zone) too. */
gboolean
lueur_archive_time_from_text (const char *text, gint64 *time)
{
  gsize length = strlen (text);
  gint64 usec = 0;
  g_autofree char *whole = NULL;
  g_autoptr (GDateTime) date = NULL;

  if (length > 64)
    return FALSE;
  if (length == TIME_LENGTH && text[19] == '.' && text[26] == 'Z')
    {
      for (guint i = 20; i < 26; i++)
        {
          if (!g_ascii_isdigit (text[i]))
            return FALSE;
          usec = usec * 10 + (text[i] - '0');
        }
      whole = g_strdup_printf ("%.19sZ", text);
    }
  date = g_date_time_new_from_iso8601 (whole != NULL ? whole : text, NULL);
  if (date == NULL)
    return FALSE;
  *time = whole != NULL ? g_date_time_to_unix (date) * G_USEC_PER_SEC + usec : g_date_time_to_unix_usec (date);
  return TRUE;
}

/* --- Texts --------------------------------------------------------------------------------------------- */

/* Brackets in brackets, as whoever indexes it would count them. */
static guint
depth_of (const char *text)
{
  guint depth = 0, deepest = 0;
  gboolean quoted = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    if (quoted)
      {
        if (*p == '\\' && p[1] != '\0')
          p++;
        else if (*p == '"')
          quoted = FALSE;
      }
    else if (*p == '"')
      quoted = TRUE;
    else if (*p == '{' || *p == '[')
      deepest = MAX (deepest, ++depth);
    else if ((*p == '}' || *p == ']') && depth > 0)
      depth--;
  return deepest;
}

void
lueur_archive_write_json (GString *out, const char *text)
{
  gsize length = strlen (text);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, length);
  g_autoptr (LueurJsonDoc) doc = NULL;
  const char *raw;

  if (length <= JSON_MAX_BYTES && depth_of (text) <= JSON_MAX_DEPTH)
    doc = lueur_json_doc_new (bytes, NULL);
  if (doc == NULL || lueur_json_doc_get_type (doc, 0) != LUEUR_JSON_OBJECT)
    {
      lueur_json_write_string (out, text);
      return;
    }
  raw = lueur_json_doc_get_raw (doc, 0, &length);
  g_string_append_len (out, raw, (gssize) length);
}

char *
lueur_archive_dup_string (const LueurJsonDoc *doc, guint value, gsize max, GError **error)
{
  gsize length;
  const char *raw = lueur_json_doc_get_raw (doc, value, &length);
  g_autofree char *text = NULL;

  if (lueur_json_doc_get_type (doc, value) != LUEUR_JSON_STRING)
    {
      lueur_archive_fail_damaged (error);
      return NULL;
    }
  /* No text here can hold one, and what lies behind it would be lost. */
  for (const char *p = raw; (p = memchr (p, '\\', (gsize) (raw + length - p))) != NULL; p += 2)
    if (raw + length - p > 5 && strncmp (p, "\\u0000", 6) == 0)
      {
        lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_NOT_TEXT, "There is text in the archive that cannot be read.");
        return NULL;
      }
  text = lueur_json_doc_dup_string (doc, value);
  if (strlen (text) > max)
    {
      lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_TOO_LARGE, "A text in the archive is longer than is allowed.");
      return NULL;
    }
  return g_steal_pointer (&text);
}

gboolean
lueur_archive_read_json (const LueurJsonDoc *doc, guint value, gsize max, char **text, GError **error)
{
  gsize length;
  const char *raw = lueur_json_doc_get_raw (doc, value, &length);

  if (lueur_json_doc_get_type (doc, value) != LUEUR_JSON_OBJECT)
    {
      *text = lueur_archive_dup_string (doc, value, max, error);
      return *text != NULL;
    }
  if (length > max)
    return lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_TOO_LARGE, "A text in the archive is longer than is allowed.");
  *text = g_strndup (raw, length);
  return TRUE;
}
