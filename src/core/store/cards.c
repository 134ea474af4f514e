/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The files that companions came in. */

#include "core/store/verbs.h"

/* As large as a card may be. */
#define FILE_MAX_BYTES (64 * 1024 * 1024)

gboolean
lueur_verb_save_card (LueurDatabase *db, gint64 persona, GBytes *file, gint64 now, GError **error)
{
  g_autoptr (LueurStatement) query = NULL;
  gsize length;
  gconstpointer data = g_bytes_get_data (file, &length);

  if (length > FILE_MAX_BYTES)
    {
      g_set_error_literal (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_FAILED, "too large a card");
      return FALSE;
    }
  if (!lueur_database_begin (db, TRUE, error))
    return FALSE;
  query = lueur_database_query (db, error,
                                "INSERT INTO card (persona, file, saved_at) SELECT id, ?2, ?3 FROM persona WHERE id = ?1"
                                " ON CONFLICT DO UPDATE SET file = excluded.file, saved_at = excluded.saved_at",
                                "iIi", persona, (gint64) 0, now);
  if (query != NULL && sqlite3_bind_blob64 (query, 2, data, length, SQLITE_STATIC) == SQLITE_OK &&
      lueur_database_step (db, query, error) == SQLITE_DONE && lueur_database_commit (db, error))
    return TRUE;
  if (error != NULL && *error == NULL)
    lueur_database_fail (db, SQLITE_NOMEM, error);
  lueur_database_rollback (db);
  return FALSE;
}

GBytes *
lueur_verb_read_card (LueurDatabase *db, gint64 persona, GError **error)
{
  g_autoptr (LueurStatement) query = NULL;

  query = lueur_database_query (db, error,
                                "SELECT file FROM card WHERE persona = ?1 AND length (file) BETWEEN 1 AND ?2", "ii",
                                persona, (gint64) FILE_MAX_BYTES);
  if (query == NULL)
    return NULL;
  switch (lueur_database_step (db, query, error))
    {
    case SQLITE_ROW:
      return g_bytes_new (sqlite3_column_blob (query, 0), sqlite3_column_bytes (query, 0));
    case SQLITE_DONE:
      return g_bytes_new_static ("", 0);
    default:
      return NULL;
    }
}
