/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Delete is to the bin, for 30 days, and can be undone. Erase is at once and for good: the rows go, then
 * the traces that they leave in pages and log.
 */

#include "core/store/verbs.h"

/* How long to wait for a reader that holds the log open, in microseconds. */
#define SCRUB_PATIENCE (3 * G_USEC_PER_SEC)

static gboolean
fail_not_found (GError **error)
{
  g_set_error_literal (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_NOT_FOUND, "it is not there any more");
  return FALSE;
}

/* Moves the log into the file and empties it. */
static gboolean
empty_log (LueurDatabase *db, GError **error)
{
  gint64 deadline = g_get_monotonic_time () + SCRUB_PATIENCE;
  gint64 busy = 1;

  while (TRUE)
    {
      if (!lueur_database_get_int (db, error, &busy, 1, "PRAGMA wal_checkpoint (TRUNCATE)", ""))
        return FALSE;
      if (!busy)
        return TRUE;
      if (g_get_monotonic_time () > deadline)
        {
          g_set_error_literal (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_LOCKED, "the log is being read");
          return FALSE;
        }
      g_usleep (20 * 1000);
    }
}

/**
 * lueur_database_scrub:
 *
 * secure_delete writes zeros over a row that goes. But a row may have moved before, when pages were split
 * or joined, and a copy may lie in what a page does not use. Only writing the file anew leaves those behind.
 */
gboolean
lueur_database_scrub (LueurDatabase *self, GError **error)
{
  sqlite3 *handle = lueur_database_get_handle (self);
  gboolean done;

  /* VACUUM attaches the copy it makes. */
  sqlite3_limit (handle, SQLITE_LIMIT_ATTACHED, 1);
  done = lueur_database_script (self, "VACUUM", error);
  sqlite3_limit (handle, SQLITE_LIMIT_ATTACHED, 0);
  return done && empty_log (self, error) &&
         lueur_database_script (self, "DELETE FROM chore WHERE name = 'scrub'", error);
}

gboolean
lueur_verb_set_deleted (LueurDatabase *db, LueurKind kind, gint64 id, gint64 deleted_at, GError **error)
{
  const char *sql = kind == LUEUR_KIND_PERSONA ? "UPDATE persona SET deleted_at = ?2 WHERE id = ?1"
                                               : "UPDATE conversation SET deleted_at = ?2 WHERE id = ?1";

  g_return_val_if_fail (kind != LUEUR_KIND_MESSAGE, FALSE);

  if (!lueur_database_begin (db, TRUE, error))
    return FALSE;
  if (lueur_database_run (db, error, sql, "iI", id, deleted_at) &&
      (lueur_database_get_changes (db) > 0 || fail_not_found (error)) && lueur_database_commit (db, error))
    return TRUE;
  lueur_database_rollback (db);
  return FALSE;
}

/* The hours stay in the day's total, without a name. */
static gboolean
forget_whose_hours (LueurDatabase *db, gint64 persona, GError **error)
{
  return lueur_database_run (db, error,
                             "INSERT INTO usage_hour (day, hour, persona, seconds, sessions, updated_at)"
                             " SELECT day, hour, 0, seconds, sessions, updated_at FROM usage_hour WHERE persona = ?1"
                             " ON CONFLICT DO UPDATE SET seconds = seconds + excluded.seconds,"
                             "  sessions = sessions + excluded.sessions",
                             "i", persona) &&
         lueur_database_run (db, error, "DELETE FROM usage_hour WHERE persona = ?1", "i", persona);
}

static gboolean
erase_message (LueurDatabase *db, gint64 id, GError **error)
{
  gint64 conversation, parent, next, leaf;

  if (!lueur_database_get_int (db, error, &conversation, 0, "SELECT conversation FROM message WHERE id = ?1", "i",
                               id) ||
      !lueur_database_get_int (db, error, &parent, 0, "SELECT parent FROM message WHERE id = ?1", "i", id))
    return FALSE;
  if (conversation == 0)
    return fail_not_found (error);
  /* What is shown in its place: the version of it that came before, or the first after it, or nothing. */
  if (!lueur_database_get_int (db, error, &next, 0,
                               "SELECT id FROM message WHERE conversation = ?1 AND parent IS ?2 AND id <> ?3"
                               " ORDER BY id < ?3 DESC, abs (id - ?3) LIMIT 1",
                               "iIi", conversation, parent, id))
    return FALSE;
  if (!lueur_database_run (db, error,
                           "WITH RECURSIVE below (id) AS ("
                           "  SELECT ?1 UNION ALL"
                           "  SELECT m.id FROM below JOIN message m ON m.parent = below.id WHERE m.id > below.id)"
                           " DELETE FROM message WHERE id IN (SELECT id FROM below)",
                           "i", id) ||
      !lueur_database_run (db, error, "UPDATE message SET chosen = ?2 WHERE id = ?1 AND chosen = ?3", "iIi", parent,
                           next, id))
    return FALSE;
  if (!lueur_database_get_int (db, error, &leaf, 0,
                               "SELECT m.id FROM conversation c JOIN message m ON m.id = c.leaf WHERE c.id = ?1", "i",
                               conversation))
    return FALSE;
  if (leaf == 0)
    leaf = next != 0 ? lueur_verb_descend (db, next, error) : parent;
  if (leaf == 0 && next != 0)
    return FALSE;
  /* A title that was made of these words goes with them. */
  return lueur_verb_refresh_conversation (db, conversation, leaf, error) &&
         lueur_verb_title_again (db, conversation, error);
}

static gboolean
erase_rows (LueurDatabase *db, LueurKind kind, gint64 id, GError **error)
{
  switch (kind)
    {
    case LUEUR_KIND_MESSAGE:
      return erase_message (db, id, error);
    case LUEUR_KIND_CONVERSATION:
      return lueur_database_run (db, error, "DELETE FROM conversation WHERE id = ?1", "i", id) &&
             (lueur_database_get_changes (db) > 0 || fail_not_found (error));
    case LUEUR_KIND_PERSONA:
      return forget_whose_hours (db, id, error) &&
             lueur_database_run (db, error, "DELETE FROM persona WHERE id = ?1", "i", id) &&
             (lueur_database_get_changes (db) > 0 || fail_not_found (error));
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Written with the deletion itself, so that a kill in between does not make us forget the traces. */
static gboolean
note_scrub (LueurDatabase *db, GError **error)
{
  return lueur_database_run (db, error, "INSERT OR IGNORE INTO chore (name) VALUES ('scrub')", "");
}

gboolean
lueur_verb_erase (LueurDatabase *db, LueurKind kind, gint64 id, GError **error)
{
  if (!lueur_database_begin (db, TRUE, error))
    return FALSE;
  if (erase_rows (db, kind, id, error) && note_scrub (db, error) && lueur_database_commit (db, error))
    return lueur_database_scrub (db, error);
  lueur_database_rollback (db);
  return FALSE;
}

/* Companions first: their conversations go with them, and need no look of their own. */
static gboolean
purge_rows (LueurDatabase *db, gint64 now, gint64 before, gboolean *gone, GError **error)
{
  g_autoptr (LueurStatement) query = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  int code;

  /* The clock was ahead when these went in: their 30 days start now. */
  if (!lueur_database_run (db, error, "UPDATE persona SET deleted_at = ?1 WHERE deleted_at > ?2", "ii", now,
                           now + G_TIME_SPAN_DAY) ||
      !lueur_database_run (db, error, "UPDATE conversation SET deleted_at = ?1 WHERE deleted_at > ?2", "ii", now,
                           now + G_TIME_SPAN_DAY))
    return FALSE;
  query = lueur_database_query (db, error, "SELECT id FROM persona WHERE deleted_at <= ?1", "i", before);
  if (query == NULL)
    return FALSE;
  while ((code = lueur_database_step (db, query, error)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (query, 0);

      g_array_append_val (ids, id);
    }
  if (code != SQLITE_DONE)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!erase_rows (db, LUEUR_KIND_PERSONA, g_array_index (ids, gint64, i), error))
      return FALSE;
  if (!lueur_database_run (db, error, "DELETE FROM conversation WHERE deleted_at <= ?1", "i", before))
    return FALSE;
  *gone = ids->len > 0 || lueur_database_get_changes (db) > 0;
  return !*gone || note_scrub (db, error);
}

gboolean
lueur_verb_purge (LueurDatabase *db, gint64 now, gboolean all, GError **error)
{
  g_autoptr (GDateTime) oldest = g_date_time_new_from_unix_utc_usec (now - LUEUR_USAGE_DAYS * G_TIME_SPAN_DAY);
  gint64 binned, chore, stale;
  gboolean gone = FALSE;

  if (!lueur_database_get_int (db, error, &binned, 0,
                               "SELECT EXISTS (SELECT 1 FROM persona WHERE deleted_at IS NOT NULL)"
                               " OR EXISTS (SELECT 1 FROM conversation WHERE deleted_at IS NOT NULL)", "") ||
      !lueur_database_get_int (db, error, &chore, 0, "SELECT count (*) FROM chore WHERE name = 'scrub'", ""))
    return FALSE;
  /* Asked first: most starts have nothing to write. */
  if (oldest != NULL)
    {
      int day = g_date_time_get_year (oldest) * 10000 + g_date_time_get_month (oldest) * 100 +
                g_date_time_get_day_of_month (oldest);

      if (!lueur_database_get_int (db, error, &stale, 0, "SELECT EXISTS (SELECT 1 FROM usage_hour WHERE day < ?1)",
                                   "i", (gint64) day) ||
          (stale && !lueur_verb_erase_usage (db, day, error)))
        return FALSE;
    }
  if (binned)
    {
      if (!lueur_database_begin (db, TRUE, error))
        return FALSE;
      if (!purge_rows (db, now, all ? now + G_TIME_SPAN_DAY : now - LUEUR_BIN_USEC, &gone, error) ||
          !lueur_database_commit (db, error))
        {
          lueur_database_rollback (db);
          return FALSE;
        }
    }
  return (!gone && !chore) || lueur_database_scrub (db, error);
}
