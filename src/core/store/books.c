/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lorebooks that were given to a companion: files of their own, kept as they came. */

#include "core/store/verbs.h"

#define FILE_MAX_BYTES (64 * 1024 * 1024)
/* All that one companion has are read at once. */
#define ALL_MAX_BYTES (128 * 1024 * 1024)

static gint64
insert (LueurDatabase *db, const LueurBookRow *row, GError **error)
{
  g_autoptr (LueurStatement) query = NULL;
  gsize length;
  gconstpointer data = g_bytes_get_data (row->file, &length);
  gint64 known;

  if (!lueur_database_get_int (db, error, &known, 0, "SELECT 1 FROM persona WHERE id = ?1", "i", row->persona))
    return 0;
  if (!known)
    {
      g_set_error_literal (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_NOT_FOUND, "no such companion");
      return 0;
    }
  query = lueur_database_query (db, error,
                                "INSERT INTO book (persona, name, file, saved_at) VALUES (?1, ?2, ?3, ?4)", "isIi",
                                row->persona, row->name, (gint64) 0, row->saved_at);
  if (query == NULL)
    return 0;
  if (sqlite3_bind_blob64 (query, 3, data, length, SQLITE_STATIC) != SQLITE_OK)
    {
      lueur_database_fail (db, SQLITE_NOMEM, error);
      return 0;
    }
  return lueur_database_step (db, query, error) == SQLITE_DONE ? lueur_database_get_last_id (db) : 0;
}

gint64
lueur_verb_add_book (LueurDatabase *db, const LueurBookRow *row, GError **error)
{
  gint64 n, id;

  if (g_bytes_get_size (row->file) > FILE_MAX_BYTES ||
      !lueur_database_get_int (db, error, &n, 0, "SELECT count (*) FROM book WHERE persona = ?1", "i", row->persona) ||
      n >= LUEUR_BOOKS_MAX)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_FAILED, "too many books, or too large a one");
      return 0;
    }
  if (!lueur_database_begin (db, TRUE, error))
    return 0;
  id = insert (db, row, error);
  if (id != 0 && lueur_database_commit (db, error))
    return id;
  lueur_database_rollback (db);
  return 0;
}

GPtrArray *
lueur_verb_read_books (LueurDatabase *db, gint64 persona, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) lueur_book_row_free);
  g_autoptr (LueurStatement) query = NULL;
  gsize bytes = 0;
  int code;

  query = lueur_database_query (db, error,
                                "SELECT id, name, file, saved_at FROM book"
                                " WHERE persona = ?1 AND length (file) BETWEEN 1 AND ?2 ORDER BY id LIMIT ?3",
                                "iii", persona, (gint64) FILE_MAX_BYTES, (gint64) LUEUR_BOOKS_MAX);
  if (query == NULL)
    return NULL;
  while ((code = lueur_database_step (db, query, error)) == SQLITE_ROW)
    {
      LueurBookRow *row;

      bytes += (gsize) sqlite3_column_bytes (query, 2);
      if (bytes > ALL_MAX_BYTES)
        return g_steal_pointer (&rows);
      row = g_new0 (LueurBookRow, 1);
      row->id = sqlite3_column_int64 (query, 0);
      row->persona = persona;
      row->name = lueur_statement_dup_text (query, 1, 1024);
      row->file = g_bytes_new (sqlite3_column_blob (query, 2), (gsize) sqlite3_column_bytes (query, 2));
      row->saved_at = sqlite3_column_int64 (query, 3);
      g_ptr_array_add (rows, row);
    }
  return code == SQLITE_DONE ? g_steal_pointer (&rows) : NULL;
}

gboolean
lueur_verb_remove_book (LueurDatabase *db, gint64 id, GError **error)
{
  if (!lueur_database_begin (db, TRUE, error))
    return FALSE;
  if (lueur_database_run (db, error, "DELETE FROM book WHERE id = ?1", "i", id))
    {
      if (lueur_database_get_changes (db) == 0)
        g_set_error_literal (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_NOT_FOUND, "no such book");
      else if (lueur_database_commit (db, error))
        return TRUE;
    }
  lueur_database_rollback (db);
  return FALSE;
}
