/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who the person is in a conversation. */

#include "core/store/verbs.h"

#define BODY_MAX_BYTES (256 * 1024)

static gboolean
fail_not_found (GError **error)
{
  g_set_error_literal (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_NOT_FOUND, "it is not there any more");
  return FALSE;
}

/* One at most is the main one: the last that was made so. */
static gint64
save (LueurDatabase *db, const LueurPersonRow *row, GError **error)
{
  if (row->main && !lueur_database_run (db, error, "UPDATE person SET main = 0 WHERE main AND id <> ?1", "i", row->id))
    return 0;
  if (row->id != 0)
    return lueur_database_run (db, error, "UPDATE person SET body = ?2, main = ?3, updated_at = ?4 WHERE id = ?1", "isii",
                               row->id, row->body, (gint64) row->main, row->updated_at) &&
                   (lueur_database_get_changes (db) > 0 || fail_not_found (error))
               ? row->id
               : 0;
  return lueur_database_run (db, error,
                             "INSERT INTO person (body, main, created_at, updated_at) VALUES (?1, ?2, ?3, ?4)", "siii",
                             row->body, (gint64) row->main, row->created_at, row->updated_at)
             ? lueur_database_get_last_id (db)
             : 0;
}

gint64
lueur_verb_save_person (LueurDatabase *db, const LueurPersonRow *row, GError **error)
{
  gint64 id;

  if (!lueur_database_begin (db, TRUE, error))
    return 0;
  id = save (db, row, error);
  if (id != 0 && lueur_database_commit (db, error))
    return id;
  lueur_database_rollback (db);
  return 0;
}

gboolean
lueur_verb_set_person (LueurDatabase *db, gint64 conversation, gint64 person, GError **error)
{
  if (!lueur_database_begin (db, TRUE, error))
    return FALSE;
  if (lueur_database_run (db, error, "UPDATE conversation SET person = ?2 WHERE id = ?1", "iI", conversation, person) &&
      (lueur_database_get_changes (db) > 0 || fail_not_found (error)) && lueur_database_commit (db, error))
    return TRUE;
  lueur_database_rollback (db);
  return FALSE;
}

GPtrArray *
lueur_verb_read_persons (LueurDatabase *db, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) lueur_person_row_free);
  g_autoptr (LueurStatement) query = NULL;
  int code;

  query = lueur_database_query (db, error,
                                "SELECT id, body, created_at, updated_at, main FROM person"
                                " WHERE octet_length (body) <= ?1 ORDER BY main DESC, id LIMIT 1000",
                                "i", (gint64) BODY_MAX_BYTES);
  if (query == NULL)
    return NULL;
  while ((code = lueur_database_step (db, query, error)) == SQLITE_ROW)
    {
      LueurPersonRow *row = g_new0 (LueurPersonRow, 1);

      row->id = sqlite3_column_int64 (query, 0);
      row->body = lueur_statement_dup_text (query, 1, BODY_MAX_BYTES);
      row->created_at = sqlite3_column_int64 (query, 2);
      row->updated_at = sqlite3_column_int64 (query, 3);
      row->main = sqlite3_column_int (query, 4) != 0;
      g_ptr_array_add (rows, row);
    }
  return code == SQLITE_DONE ? g_steal_pointer (&rows) : NULL;
}
