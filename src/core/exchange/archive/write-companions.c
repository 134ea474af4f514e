/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A companion, with what is its own, into an archive. */

#include "core/exchange/archive/write-private.h"

#include <string.h>

static const char *
ending_of (gconstpointer data, gsize length)
{
  const char *bytes = data;

  if (length > 8 && memcmp (bytes, "\x89PNG", 4) == 0)
    return "png";
  for (gsize i = 0; i < length && i < 64; i++)
    if (!g_ascii_isspace (bytes[i]) && (guchar) bytes[i] < 0x80)
      return bytes[i] == '{' ? "json" : "charx";
  return "charx";
}

/* The files of a companion, which stand behind what tells of them: an archive is read from its beginning to its end.
 * @rows: (nullable): gets what tells of them; else they are written. */
static gboolean
write_files (LueurArchiveWriter *self, LueurArchiveTableId table, gint64 persona, guint number, GString *rows,
             GError **error)
{
  gboolean book = table == LUEUR_TABLE_BOOK;
  g_autofree char *sql = lueur_archive_select (table, book ? "WHERE persona = ?1 ORDER BY id" : "WHERE persona = ?1");
  g_autoptr (LueurStatement) query = lueur_database_query (self->db, error, sql, "i", persona);
  guint n = 0;
  int at = book ? 1 : 0, code;

  if (query == NULL)
    return FALSE;
  while ((code = lueur_database_step (self->db, query, error)) == SQLITE_ROW)
    {
      gconstpointer data = sqlite3_column_blob (query, at);
      gsize length = (gsize) sqlite3_column_bytes (query, at);
      g_autofree char *name = NULL;

      if (length == 0 || length > LUEUR_ARCHIVE_FILE_MAX)
        {
          self->summary->n_left_out += rows != NULL;
          continue;
        }
      n++;
      name =
          book ? g_strdup_printf ("data/companions/%05u/original-lorebook-%02u.%s", number, n, ending_of (data, length))
               : g_strdup_printf ("data/companions/%05u/original-card.%s", number, ending_of (data, length));
      if (rows == NULL)
        {
          if (!lueur_archive_out_begin (self->out, name, error) ||
              !lueur_archive_out_write (self->out, data, length, error))
            return FALSE;
          continue;
        }
      g_string_append (rows, rows->len > 0 ? ",\n  {" : "{");
      lueur_archive_row_write (rows, table, query, lueur_archive_writer_number, self, name);
      g_string_append_c (rows, '}');
    }
  return code == SQLITE_DONE;
}

gboolean
lueur_archive_writer_companion (LueurArchiveWriter *self, gint64 persona, guint number, GError **error)
{
  g_autofree char *name = g_strdup_printf ("data/companions/%05u/companion.json", number);
  g_autofree char *versions = g_strdup_printf ("data/companions/%05u/versions", number);
  g_autoptr (GString) books = g_string_new (NULL), card = g_string_new (NULL), review = g_string_new (NULL),
                      rituals = g_string_new (NULL);
  GString *text = self->buffer;

  if (!write_files (self, LUEUR_TABLE_BOOK, persona, number, books, error) ||
      !write_files (self, LUEUR_TABLE_CARD, persona, number, card, error) ||
      !lueur_archive_writer_rows (self, review, LUEUR_TABLE_REVIEW, "WHERE persona = ?1", persona, 0, error) ||
      !lueur_archive_writer_rows (self, rituals, LUEUR_TABLE_RITUAL, "WHERE persona = ?1 ORDER BY kind", persona, 0,
                                  error))
    return FALSE;
  g_string_assign (text, "{\"companion\": ");
  if (!lueur_archive_writer_rows (self, text, LUEUR_TABLE_PERSONA, "WHERE id = ?1", persona, number, error))
    return FALSE;
  if (card->len > 0)
    g_string_append_printf (text, ",\n \"card\": %s", card->str);
  if (books->len > 0)
    g_string_append_printf (text, ",\n \"books\": [%s]", books->str);
  if (review->len > 0)
    g_string_append_printf (text, ",\n \"review\": %s", review->str);
  if (rituals->len > 0)
    g_string_append_printf (text, ",\n \"rituals\": [%s]", rituals->str);
  g_string_append (text, "}\n");
  return lueur_archive_writer_file (self, name, text->str, error) &&
         write_files (self, LUEUR_TABLE_CARD, persona, number, NULL, error) &&
         write_files (self, LUEUR_TABLE_BOOK, persona, number, NULL, error) &&
         lueur_archive_writer_list (self, LUEUR_TABLE_VERSION, versions,
                                    "WHERE persona = ?1 AND octet_length (body) <= 4194304 ORDER BY version", persona,
                                    error);
}
