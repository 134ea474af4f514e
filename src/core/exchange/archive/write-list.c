/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What all that is written is written by: the numbers that rows have in an archive, and lists of rows that go on in a next
 * file. */

#include "core/exchange/archive/write-private.h"

#include <string.h>

/* Ids in order: where they stand is their number, counted from 1. */
gint64
lueur_archive_find_number (const GArray *ids, gint64 id)
{
  guint from = 0, to = ids->len;

  while (from < to)
    {
      guint half = from + (to - from) / 2;

      if (g_array_index (ids, gint64, half) < id)
        from = half + 1;
      else
        to = half;
    }
  return from < ids->len && g_array_index (ids, gint64, from) == id ? (gint64) from + 1 : 0;
}

gint64
lueur_archive_writer_number (gpointer data, LueurArchiveKind kind, gint64 id)
{
  LueurArchiveWriter *self = data;

  switch ((int) kind)
    {
    case LUEUR_COLUMN_PERSONA:
      return lueur_archive_find_number (self->personas, id);
    case LUEUR_COLUMN_PERSON:
      return lueur_archive_find_number (self->persons, id);
    case LUEUR_COLUMN_MESSAGE:
      return lueur_archive_find_number (self->messages, id);
    default: /* of what is being written itself */
      return self->number;
    }
}

GArray *
lueur_archive_writer_ids (LueurArchiveWriter *self, const char *sql, gint64 of, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (LueurStatement) query = lueur_database_query (self->db, error, sql, strchr (sql, '?') ? "i" : "", of);
  int code;

  if (query == NULL)
    return NULL;
  while ((code = lueur_database_step (self->db, query, error)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (query, 0);

      g_array_append_val (ids, id);
    }
  return code == SQLITE_DONE ? g_steal_pointer (&ids) : NULL;
}

gboolean
lueur_archive_writer_text (LueurArchiveWriter *self, const char *text, GError **error)
{
  return lueur_archive_out_write (self->out, text, strlen (text), error);
}

gboolean
lueur_archive_writer_file (LueurArchiveWriter *self, const char *name, const char *text, GError **error)
{
  return lueur_archive_out_begin (self->out, name, error) && lueur_archive_writer_text (self, text, error);
}

gboolean
lueur_archive_list_end (LueurArchiveList *list, GError **error)
{
  if (list->n_rows == 0)
    return TRUE;
  list->n_rows = 0;
  list->n_bytes = 0;
  return lueur_archive_writer_text (list->writing, "\n]}\n", error);
}

/* One row: the JSON that is in @buffer. */
gboolean
lueur_archive_list_add (LueurArchiveList *list, GString *buffer, GError **error)
{
  LueurArchiveWriter *self = list->writing;
  gboolean begins;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if ((list->n_rows >= LUEUR_ARCHIVE_PART_ROWS || list->n_bytes >= LUEUR_ARCHIVE_PART_BYTES) &&
      !lueur_archive_list_end (list, error))
    return FALSE;
  begins = list->n_rows++ == 0;
  if (begins)
    {
      g_autofree char *name = g_strdup_printf ("%s-%05u.json", list->prefix, ++list->part);
      g_autofree char *head = g_strdup_printf ("{\"%s\": [\n", list->member);

      if (!lueur_archive_writer_file (self, name, head, error))
        return FALSE;
    }
  list->n_bytes += buffer->len;
  return (begins || lueur_archive_writer_text (self, ",\n", error)) &&
         lueur_archive_out_write (self->out, buffer->str, buffer->len, error);
}

/* The rows of @table that @rest picks, as a list. @complete: (nullable): puts what is not in the table at the end of a row */
gboolean
lueur_archive_writer_list_with (LueurArchiveWriter *self, LueurArchiveTableId table, const char *prefix, const char *rest,
                                gint64 of, LueurArchiveRowFunc complete, GError **error)
{
  g_autofree char *sql = lueur_archive_select (table, rest);
  g_autoptr (LueurStatement) query = lueur_database_query (self->db, error, sql, strchr (rest, '?') ? "i" : "", of);
  LueurArchiveList list = { self, prefix, lueur_archive_table (table)->member };
  int code;

  self->number = 0;
  if (query == NULL)
    return FALSE;
  while ((code = lueur_database_step (self->db, query, error)) == SQLITE_ROW)
    {
      self->number++;
      g_string_assign (self->buffer, "{");
      lueur_archive_row_write (self->buffer, table, query, lueur_archive_writer_number, self, NULL);
      if (complete != NULL)
        complete (self, query);
      g_string_append_c (self->buffer, '}');
      if (!lueur_archive_list_add (&list, self->buffer, error))
        return FALSE;
    }
  return code == SQLITE_DONE && lueur_archive_list_end (&list, error);
}

gboolean
lueur_archive_writer_list (LueurArchiveWriter *self, LueurArchiveTableId table, const char *prefix, const char *rest,
                           gint64 of, GError **error)
{
  return lueur_archive_writer_list_with (self, table, prefix, rest, of, NULL, error);
}

/* The rows of @table that are @of something, joined by commas. @number: 0 where they have none */
gboolean
lueur_archive_writer_rows (LueurArchiveWriter *self, GString *out, LueurArchiveTableId table, const char *rest,
                           gint64 of, guint number, GError **error)
{
  g_autofree char *sql = lueur_archive_select (table, rest);
  g_autoptr (LueurStatement) query = lueur_database_query (self->db, error, sql, "i", of);
  gsize before = out->len;
  int code;

  self->number = number;
  if (query == NULL)
    return FALSE;
  while ((code = lueur_database_step (self->db, query, error)) == SQLITE_ROW)
    {
      g_string_append (out, out->len > before ? ",\n  {" : "{");
      lueur_archive_row_write (out, table, query, lueur_archive_writer_number, self, NULL);
      g_string_append_c (out, '}');
    }
  return code == SQLITE_DONE;
}
