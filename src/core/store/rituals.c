/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which companions are to say something at an hour of the day, and when each last did. */

#include <string.h>

#include "core/model/text.h"
#include "core/store/store-private.h"
#include "core/store/verbs.h"

/* More companions than that with an hour of their own are nobody's. */
#define RITUALS_MAX 1000
#define WORD_MAX_BYTES 64

/* LueurPersonaRow of those with a ritual turned on. SQLite reads the JSON, so that only theirs is parsed. */
GPtrArray *
lueur_verb_read_ritual_personas (LueurDatabase *db, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) lueur_persona_row_free);
  g_autoptr (LueurStatement) query = NULL;
  int code;

  query = lueur_database_query (db, error,
                                "SELECT id, body, updated_at FROM persona"
                                " WHERE deleted_at IS NULL AND NOT archived AND octet_length (body) <= ?1"
                                "  AND iif (json_valid (body), body ->> '$.morning' = 1 OR body ->> '$.evening' = 1, 0)"
                                " ORDER BY id LIMIT ?2",
                                "ii", (gint64) LUEUR_PERSONA_MAX_BYTES, (gint64) RITUALS_MAX);
  if (query == NULL)
    return NULL;
  while ((code = lueur_database_step (db, query, error)) == SQLITE_ROW)
    {
      LueurPersonaRow *row = g_new0 (LueurPersonaRow, 1);

      row->id = sqlite3_column_int64 (query, 0);
      row->body = lueur_statement_dup_text (query, 1, LUEUR_PERSONA_MAX_BYTES);
      row->updated_at = sqlite3_column_int64 (query, 2);
      g_ptr_array_add (rows, row);
    }
  return code == SQLITE_DONE ? g_steal_pointer (&rows) : NULL;
}

GPtrArray *
lueur_verb_read_rituals (LueurDatabase *db, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) lueur_ritual_row_free);
  g_autoptr (LueurStatement) query = NULL;
  int code;

  query = lueur_database_query (db, error,
                                "SELECT persona, kind, fired_at, day, boot, boottime FROM ritual_log"
                                " ORDER BY persona, kind LIMIT ?1",
                                "i", (gint64) RITUALS_MAX * 2);
  if (query == NULL)
    return NULL;
  while ((code = lueur_database_step (db, query, error)) == SQLITE_ROW)
    {
      LueurRitualRow *row = g_new0 (LueurRitualRow, 1);

      row->persona = sqlite3_column_int64 (query, 0);
      row->kind = lueur_statement_dup_text (query, 1, WORD_MAX_BYTES);
      row->fired_at = sqlite3_column_int64 (query, 2);
      row->day = (guint32) CLAMP (sqlite3_column_int64 (query, 3), 0, (gint64) G_MAXUINT32);
      row->boot = lueur_statement_dup_text (query, 4, WORD_MAX_BYTES);
      row->boottime = sqlite3_column_int64 (query, 5);
      g_ptr_array_add (rows, row);
    }
  return code == SQLITE_DONE ? g_steal_pointer (&rows) : NULL;
}

gboolean
lueur_verb_put_ritual (LueurDatabase *db, const LueurRitualRow *row, GError **error)
{
  if (!lueur_database_begin (db, TRUE, error))
    return FALSE;
  if (lueur_database_run (db, error,
                          "INSERT INTO ritual_log (persona, kind, fired_at, day, boot, boottime)"
                          " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
                          " ON CONFLICT DO UPDATE SET fired_at = excluded.fired_at, day = excluded.day,"
                          "  boot = excluded.boot, boottime = excluded.boottime",
                          "isiisi", row->persona, row->kind, row->fired_at, (gint64) row->day, row->boot, row->boottime) &&
      lueur_database_commit (db, error))
    return TRUE;
  lueur_database_rollback (db);
  return FALSE;
}

gboolean
lueur_verb_claim_ritual (LueurDatabase *db, gint64 persona, const char *kind, gint64 *day, GError **error)
{
  *day = 0;
  if (!lueur_database_begin (db, TRUE, error))
    return FALSE;
  if (lueur_database_run (db, error,
                          "UPDATE ritual_log SET said_day = day WHERE persona = ?1 AND kind = ?2 AND said_day IS NOT day",
                          "is", persona, kind) &&
      (lueur_database_get_changes (db) == 0 ||
       lueur_database_get_int (db, error, day, 0, "SELECT day FROM ritual_log WHERE persona = ?1 AND kind = ?2", "is",
                               persona, kind)) &&
      lueur_database_commit (db, error))
    return TRUE;
  lueur_database_rollback (db);
  return FALSE;
}

/* --- The store's call --- */

static gpointer
do_claim (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;
  g_autofree gint64 *day = g_new0 (gint64, 1);

  return lueur_verb_claim_ritual (db, ask->id, ask->text, day, error) ? g_steal_pointer (&day) : NULL;
}

void
lueur_store_claim_ritual_async (LueurStore *self, gint64 persona, const char *kind, GAsyncReadyCallback callback,
                                gpointer data)
{
  LueurAsk *ask = lueur_ask_new ();

  ask->id = persona;
  ask->text = g_strdup (kind);
  lueur_store_write (self, do_claim, ask, g_free, lueur_store_claim_ritual_async, callback, data);
}

gint64
lueur_store_claim_ritual_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  g_autofree gint64 *day = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), 0);
  day = g_task_propagate_pointer (G_TASK (result), error);
  return day != NULL ? *day : 0;
}
