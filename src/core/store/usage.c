/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The log of use: how many seconds of which hour, with whom. Kept for 14 weeks. */

#include "core/store/verbs.h"

/* A record can hold no more than its hour has; what says so is damaged. */
#define HOUR_MAX 3600

gboolean
lueur_verb_add_usage (LueurDatabase *db, const LueurUsageRow *row, gint64 now, GError **error)
{
  if (row->hour < 0 || row->hour > 23 || row->seconds < 0 || row->sessions < 0)
    {
      g_set_error_literal (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_FAILED, "no such hour");
      return FALSE;
    }
  if (!lueur_database_begin (db, FALSE, error))
    return FALSE;
  if (lueur_database_run (db, error,
                          "INSERT INTO usage_hour (day, hour, persona, seconds, sessions, updated_at)"
                          " VALUES (?1, ?2, ?3, min (?4, ?7), ?5, ?6)"
                          " ON CONFLICT DO UPDATE SET seconds = min (seconds + excluded.seconds, ?7),"
                          "  sessions = sessions + excluded.sessions, updated_at = excluded.updated_at",
                          "iiiiiii", (gint64) row->day, (gint64) row->hour, row->persona, row->seconds,
                          (gint64) row->sessions, now, (gint64) HOUR_MAX) &&
      lueur_database_commit (db, error))
    return TRUE;
  lueur_database_rollback (db);
  return FALSE;
}

GPtrArray *
lueur_verb_read_usage (LueurDatabase *db, int from, int to, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (LueurStatement) query = NULL;
  int code;

  query = lueur_database_query (db, error,
                                "SELECT day, hour, persona, seconds, sessions FROM usage_hour"
                                " WHERE day BETWEEN ?1 AND ?2 AND hour BETWEEN 0 AND 23"
                                " ORDER BY day, hour, persona LIMIT 1000000",
                                "ii", (gint64) from, (gint64) to);
  if (query == NULL)
    return NULL;
  while ((code = lueur_database_step (db, query, error)) == SQLITE_ROW)
    {
      LueurUsageRow *row = g_new0 (LueurUsageRow, 1);

      row->day = sqlite3_column_int (query, 0);
      row->hour = sqlite3_column_int (query, 1);
      row->persona = sqlite3_column_int64 (query, 2);
      row->seconds = CLAMP (sqlite3_column_int64 (query, 3), 0, HOUR_MAX);
      row->sessions = CLAMP (sqlite3_column_int64 (query, 4), 0, HOUR_MAX);
      g_ptr_array_add (rows, row);
    }
  return code == SQLITE_DONE ? g_steal_pointer (&rows) : NULL;
}

gboolean
lueur_verb_erase_usage (LueurDatabase *db, int before, GError **error)
{
  if (!lueur_database_begin (db, before == G_MAXINT, error))
    return FALSE;
  if (lueur_database_run (db, error, "DELETE FROM usage_hour WHERE day < ?1", "i", (gint64) before) &&
      (before != G_MAXINT ||
       lueur_database_run (db, error, "INSERT OR IGNORE INTO chore (name) VALUES ('scrub')", "")) &&
      lueur_database_commit (db, error))
    return before != G_MAXINT || lueur_database_scrub (db, error);
  lueur_database_rollback (db);
  return FALSE;
}
