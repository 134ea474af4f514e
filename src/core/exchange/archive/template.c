/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What was sent for a reply, as a list: pieces of JSON as they are, and between them what stood in its strings, by its
 * number: {"message": 3} of the same conversation, {"text": 7} or {"said": 7} of its "texts". The store keeps the same as
 * one text with marks in it (core/store/requests.c).
 */

#include "core/exchange/archive/template.h"

#include <string.h>

#include "core/exchange/archive/json.h"

/* In the order of the marks. */
static const char marks[] = "mts";
static const char *const names[] = { "message", "text", "said" };

static void
append_piece (GString *out, gboolean *first, const char *text, gssize length)
{
  g_autofree char *piece = g_strndup (text, length);

  if (length == 0)
    return;
  g_string_append (out, *first ? "" : ", ");
  lueur_json_write_string (out, piece);
  *first = FALSE;
}

void
lueur_archive_template_write (GString *out, const char *template, LueurArchiveReference number, gpointer data)
{
  gboolean first = TRUE;

  g_string_append_c (out, '[');
  for (const char *p = template; *p != '\0';)
    {
      const char *mark = strchr (p, 1);
      const char *known;
      char *end;
      gint64 id, n;

      append_piece (out, &first, p, mark != NULL ? mark - p : (gssize) strlen (p));
      if (mark == NULL || mark[1] == '\0')
        break;
      id = g_ascii_strtoll (mark + 2, &end, 10);
      known = strchr (marks, mark[1]);
      if (*end != 2 || known == NULL)
        break;
      /* What is there no more was left out of what is shown, too. */
      n = number (data, mark[1] == 'm' ? 'm' : 't', id);
      if (n != 0)
        {
          g_string_append_printf (out, "%s{\"%s\": %" G_GINT64_FORMAT "}", first ? "" : ", ", names[known - marks], n);
          first = FALSE;
        }
      p = end + 1;
    }
  g_string_append_c (out, ']');
}

static gboolean
is_damaged (GError **error)
{
  return lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_DAMAGED, "A part of the archive is not as it should be.");
}

static void
note_text (GArray *texts, gint64 id)
{
  for (guint i = 0; i < texts->len; i++)
    if (g_array_index (texts, gint64, i) == id)
      return;
  g_array_append_val (texts, id);
}

static gboolean
read_reference (GString *template, const LueurJsonDoc *doc, guint piece, LueurArchiveReference id, gpointer data,
                GArray *texts, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      guint value = lueur_json_doc_find (doc, piece, names[i]);
      double n = lueur_json_doc_get_number (doc, value, 0);
      gint64 there;

      if (value == LUEUR_JSON_NOWHERE)
        continue;
      there = n >= 1 && n <= LUEUR_ARCHIVE_MESSAGES_MAX ? id (data, marks[i] == 'm' ? 'm' : 't', (gint64) n) : 0;
      if (there == 0)
        return lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_DISORDER, "A number in the archive leads nowhere.");
      if (marks[i] != 'm')
        note_text (texts, there);
      g_string_append_printf (template, "\001%c%" G_GINT64_FORMAT "\002", marks[i], there);
      return TRUE;
    }
  return is_damaged (error);
}

char *
lueur_archive_template_read (const LueurJsonDoc *doc, guint array, LueurArchiveReference id, gpointer data,
                             GArray *texts, GError **error)
{
  g_autoptr (GString) template = g_string_new (NULL);

  if (lueur_json_doc_get_type (doc, array) != LUEUR_JSON_ARRAY)
    {
      is_damaged (error);
      return NULL;
    }
  for (guint i = lueur_json_doc_get_first (doc, array); i != LUEUR_JSON_NOWHERE; i = lueur_json_doc_get_next (doc, array, i))
    {
      if (lueur_json_doc_get_type (doc, i) == LUEUR_JSON_STRING)
        {
          g_autofree char *piece = lueur_archive_dup_string (doc, i, LUEUR_JSON_DOC_MAX_BYTES, error);

          if (piece == NULL)
            return NULL;
          /* A mark in it would be a way to any message there is. */
          if (strchr (piece, 1) != NULL || strchr (piece, 2) != NULL)
            {
              is_damaged (error);
              return NULL;
            }
          g_string_append (template, piece);
        }
      else if (!read_reference (template, doc, i, id, data, texts, error))
        return NULL;
    }
  return g_string_free_and_steal (g_steal_pointer (&template));
}
