/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the person keeps about themselves: things counted by day, and small records with a key of their own. */

#include <math.h>
#include <string.h>

#include "core/store/verbs.h"

/* Longest kind, word or key, in bytes. */
#define NAME_MAX_BYTES 200

static gboolean
is_name (const char *text)
{
  return text != NULL && *text != '\0' && strlen (text) <= NAME_MAX_BYTES && g_utf8_validate (text, -1, NULL);
}

static gboolean
refuse (const char *why, GError **error)
{
  g_set_error_literal (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_FAILED, why);
  return FALSE;
}

gboolean
lueur_verb_add_tally (LueurDatabase *db, const LueurTallyRow *row, GError **error)
{
  if (!is_name (row->kind) || !is_name (row->word) || row->n < 0 || !isfinite (row->sum))
    return refuse ("no such tally", error);
  if (!lueur_database_begin (db, FALSE, error))
    return FALSE;
  if (lueur_database_run (db, error,
                          "INSERT INTO tally (kind, day, word, n, sum) VALUES (?1, ?2, ?3, ?4, ?5)"
                          " ON CONFLICT DO UPDATE SET n = n + excluded.n, sum = sum + excluded.sum",
                          "sisid", row->kind, (gint64) row->day, row->word, row->n, row->sum) &&
      lueur_database_commit (db, error))
    return TRUE;
  lueur_database_rollback (db);
  return FALSE;
}

GPtrArray *
lueur_verb_read_tallies (LueurDatabase *db, const char *kind, int from, int to, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) lueur_tally_row_free);
  g_autoptr (LueurStatement) query = NULL;
  int code;

  query = lueur_database_query (db, error,
                                "SELECT day, word, n, sum FROM tally WHERE kind = ?1 AND day BETWEEN ?2 AND ?3"
                                " ORDER BY day, word LIMIT 200000",
                                "sii", kind, (gint64) from, (gint64) to);
  if (query == NULL)
    return NULL;
  while ((code = lueur_database_step (db, query, error)) == SQLITE_ROW)
    {
      LueurTallyRow *row = g_new0 (LueurTallyRow, 1);
      double sum = sqlite3_column_double (query, 3);

      row->kind = g_strdup (kind);
      row->day = sqlite3_column_int (query, 0);
      row->word = lueur_statement_dup_text (query, 1, NAME_MAX_BYTES);
      row->n = CLAMP (sqlite3_column_int64 (query, 2), 0, G_MAXINT);
      row->sum = isfinite (sum) ? sum : 0;
      g_ptr_array_add (rows, row);
    }
  return code == SQLITE_DONE ? g_steal_pointer (&rows) : NULL;
}

gboolean
lueur_verb_put_record (LueurDatabase *db, const LueurRecordRow *row, GError **error)
{
  if (!is_name (row->kind) || !is_name (row->key) || row->body == NULL || strlen (row->body) > LUEUR_RECORD_MAX_BYTES)
    return refuse ("no such record", error);
  if (!lueur_database_begin (db, TRUE, error))
    return FALSE;
  if (lueur_database_run (db, error,
                          "INSERT INTO record (kind, key, body, updated_at) VALUES (?1, ?2, ?3, ?4)"
                          " ON CONFLICT DO UPDATE SET body = excluded.body, updated_at = excluded.updated_at",
                          "sssi", row->kind, row->key, row->body, row->updated_at) &&
      lueur_database_commit (db, error))
    return TRUE;
  lueur_database_rollback (db);
  return FALSE;
}

GPtrArray *
lueur_verb_read_records (LueurDatabase *db, const char *kind, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) lueur_record_row_free);
  g_autoptr (LueurStatement) query = NULL;
  int code;

  query = lueur_database_query (db, error,
                                "SELECT key, body, updated_at FROM record WHERE kind = ?1 ORDER BY key LIMIT ?2",
                                "si", kind, (gint64) LUEUR_RECORDS_MAX);
  if (query == NULL)
    return NULL;
  while ((code = lueur_database_step (db, query, error)) == SQLITE_ROW)
    {
      LueurRecordRow *row = g_new0 (LueurRecordRow, 1);

      row->kind = g_strdup (kind);
      row->key = lueur_statement_dup_text (query, 0, NAME_MAX_BYTES);
      row->body = lueur_statement_dup_text (query, 1, LUEUR_RECORD_MAX_BYTES);
      row->updated_at = sqlite3_column_int64 (query, 2);
      g_ptr_array_add (rows, row);
    }
  return code == SQLITE_DONE ? g_steal_pointer (&rows) : NULL;
}

static gboolean
erase_rows (LueurDatabase *db, const char *kind, const char *key, GError **error)
{
  if (kind == NULL)
    return lueur_database_run (db, error, "DELETE FROM tally", "") &&
           lueur_database_run (db, error, "DELETE FROM record", "") &&
           lueur_database_run (db, error, "DELETE FROM usage_hour", "");
  return lueur_database_run (db, error, "DELETE FROM tally WHERE kind = ?1 AND (?2 IS NULL OR word = ?2)", "ss", kind,
                             key) &&
         lueur_database_run (db, error, "DELETE FROM record WHERE kind = ?1 AND (?2 IS NULL OR key = ?2)", "ss", kind,
                             key);
}

gboolean
lueur_verb_erase_records (LueurDatabase *db, const char *kind, const char *key, GError **error)
{
  if (!lueur_database_begin (db, TRUE, error))
    return FALSE;
  if (erase_rows (db, kind, key, error) &&
      lueur_database_run (db, error, "INSERT OR IGNORE INTO chore (name) VALUES ('scrub')", "") &&
      lueur_database_commit (db, error))
    return lueur_database_scrub (db, error);
  lueur_database_rollback (db);
  return FALSE;
}
