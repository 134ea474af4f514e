/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of an archive that all rows are read by: files of JSON, lists that go on in a next file, and the sentences of
 * what is wrong with them. */

#include "core/exchange/archive/read-private.h"

gboolean
lueur_archive_fail_nowhere (GError **error)
{
  return lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_DISORDER, "A number in the archive leads nowhere.");
}

gboolean
lueur_archive_fail_miscounted (GError **error)
{
  return lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_DISORDER,
                             "A number is in the archive twice, or out of its turn.");
}

gboolean
lueur_archive_fail_too_much (GError **error)
{
  return lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_TOO_LARGE, "The archive holds more than is allowed.");
}

LueurJsonDoc *
lueur_archive_read_doc (LueurArchiveIn *in, const char *name, gsize max, GError **error)
{
  g_autoptr (GBytes) bytes = lueur_archive_in_read (in, name, max, error);
  g_autoptr (GError) local = NULL;
  g_autoptr (LueurJsonDoc) doc = NULL;

  if (bytes == NULL)
    return NULL;
  if (!g_utf8_validate_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL))
    {
      lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_NOT_TEXT, "There is text in the archive that cannot be read.");
      return NULL;
    }
  doc = lueur_json_doc_new (bytes, &local);
  if (doc != NULL && lueur_json_doc_get_type (doc, 0) == LUEUR_JSON_OBJECT)
    return g_steal_pointer (&doc);
  if (local != NULL && g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    lueur_archive_fail_too_much (error);
  else
    lueur_archive_fail_damaged (error);
  return NULL;
}

gboolean
lueur_archive_reader_each (LueurArchiveReader *self, const LueurJsonDoc *doc, guint array, LueurArchiveOnElement func,
                           GError **error)
{
  if (array == LUEUR_JSON_NOWHERE)
    return TRUE;
  if (lueur_json_doc_get_type (doc, array) != LUEUR_JSON_ARRAY)
    return lueur_archive_fail_damaged (error);
  for (guint i = lueur_json_doc_get_first (doc, array); i != LUEUR_JSON_NOWHERE;
       i = lueur_json_doc_get_next (doc, array, i))
    if (g_cancellable_set_error_if_cancelled (self->reading->cancellable, error) || !func (self, doc, i, error))
      return FALSE;
  return TRUE;
}

/* A list that may go on in a next file. */
gboolean
lueur_archive_reader_list (LueurArchiveReader *self, const char *prefix, LueurArchiveTableId table,
                           LueurArchiveOnElement func, GError **error)
{
  for (guint part = 1;; part++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%05u.json", prefix, part);
      g_autoptr (LueurJsonDoc) doc = NULL;
      guint array;

      if (!lueur_archive_in_has (self->reading->in, name))
        return TRUE;
      doc = lueur_archive_read_doc (self->reading->in, name, LUEUR_JSON_DOC_MAX_BYTES, error);
      if (doc == NULL)
        return FALSE;
      array = lueur_json_doc_find (doc, 0, lueur_archive_table (table)->member);
      if (array == LUEUR_JSON_NOWHERE)
        return lueur_archive_fail_damaged (error);
      if (!lueur_archive_reader_each (self, doc, array, func, error))
        return FALSE;
    }
}

gboolean
lueur_archive_reader_tell (LueurArchiveReader *self, LueurArchiveTableId table, LueurArchiveRow *row, GBytes *file,
                           GError **error)
{
  const LueurArchiveVisitor *visitor = self->reading->visitor;

  return visitor == NULL || visitor->row (self->reading->data, table, row, file, error);
}

/* A row that has nothing to be checked but itself. */
gboolean
lueur_archive_reader_plain (LueurArchiveReader *self, LueurArchiveTableId table, const LueurJsonDoc *doc, guint value,
                            GError **error)
{
  g_auto (LueurArchiveRow) row = { 0 };

  return lueur_archive_row_read (&row, table, doc, value, error) &&
         lueur_archive_reader_tell (self, table, &row, NULL, error);
}
