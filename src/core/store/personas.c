/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Companions, and every version that they had. */

#include "core/model/text.h"
#include "core/store/verbs.h"

static gboolean
keep_version (LueurDatabase *db, gint64 id, gint64 version, const LueurPersonaRow *row, GError **error)
{
  return lueur_database_run (db, error,
                             "INSERT INTO persona_version (persona, version, body, saved_at) VALUES (?1, ?2, ?3, ?4)",
                             "iisi", id, version, row->body, row->updated_at);
}

static gint64
insert (LueurDatabase *db, const LueurPersonaRow *row, GError **error)
{
  gint64 id;

  if (!lueur_database_run (db, error,
                           "INSERT INTO persona (body, version, archived, created_at, updated_at)"
                           " VALUES (?1, 1, ?2, ?3, ?4)",
                           "siii", row->body, (gint64) row->archived, row->created_at, row->updated_at))
    return 0;
  id = lueur_database_get_last_id (db);
  if (row->card_of != 0 &&
      !lueur_database_run (db, error,
                           "INSERT INTO card (persona, file, saved_at) SELECT ?1, file, saved_at FROM card WHERE persona = ?2",
                           "ii", id, row->card_of))
    return 0;
  if (row->card_of != 0 &&
      !lueur_database_run (db, error,
                           "INSERT INTO book (persona, name, file, saved_at)"
                           " SELECT ?1, name, file, saved_at FROM book WHERE persona = ?2 ORDER BY id",
                           "ii", id, row->card_of))
    return 0;
  return keep_version (db, id, 1, row, error) ? id : 0;
}

static gint64
update (LueurDatabase *db, const LueurPersonaRow *row, GError **error)
{
  gint64 same, last;

  if (!lueur_database_get_int (db, error, &same, -1, "SELECT body IS ?2 FROM persona WHERE id = ?1", "is", row->id,
                               row->body) ||
      !lueur_database_get_int (db, error, &last, 0, "SELECT max (version) FROM persona_version WHERE persona = ?1",
                               "i", row->id))
    return 0;
  if (same < 0)
    {
      g_set_error_literal (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_NOT_FOUND, "no such companion");
      return 0;
    }
  if (!same)
    last++;
  if (!lueur_database_run (db, error,
                           "UPDATE persona SET body = ?2, version = ?3, archived = ?4, updated_at = ?5 WHERE id = ?1",
                           "isiii", row->id, row->body, last, (gint64) row->archived, row->updated_at))
    return 0;
  return same || keep_version (db, row->id, last, row, error) ? row->id : 0;
}

gint64
lueur_verb_save_persona (LueurDatabase *db, const LueurPersonaRow *row, GError **error)
{
  gint64 id;

  if (!lueur_database_begin (db, TRUE, error))
    return 0;
  id = row->id == 0 ? insert (db, row, error) : update (db, row, error);
  if (id != 0 && lueur_database_commit (db, error))
    return id;
  lueur_database_rollback (db);
  return 0;
}

GPtrArray *
lueur_verb_read_versions (LueurDatabase *db, gint64 persona, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) lueur_persona_version_row_free);
  g_autoptr (LueurStatement) query = NULL;
  int code;

  query = lueur_database_query (db, error,
                                "SELECT version, saved_at, body FROM persona_version"
                                " WHERE persona = ?1 AND octet_length (body) <= ?2 ORDER BY version DESC LIMIT 1000",
                                "ii", persona, (gint64) LUEUR_PERSONA_MAX_BYTES);
  if (query == NULL)
    return NULL;
  while ((code = lueur_database_step (db, query, error)) == SQLITE_ROW)
    {
      LueurPersonaVersionRow *row = g_new0 (LueurPersonaVersionRow, 1);

      row->version = sqlite3_column_int64 (query, 0);
      row->saved_at = sqlite3_column_int64 (query, 1);
      row->body = lueur_statement_dup_text (query, 2, LUEUR_PERSONA_MAX_BYTES);
      g_ptr_array_add (rows, row);
    }
  return code == SQLITE_DONE ? g_steal_pointer (&rows) : NULL;
}
