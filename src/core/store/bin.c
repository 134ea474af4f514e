/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Delete is to the bin, for 30 days, and can be undone. Erase is at once and for good: the rows go, then
 * the traces that they leave in pages and log.
 */

#include "core/model/text.h"
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

  g_return_val_if_fail (kind == LUEUR_KIND_PERSONA || kind == LUEUR_KIND_CONVERSATION, FALSE);

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

/* Where a message stands, and what is shown in its place when it goes: the version of it that came before, or the first
 * after it, or nothing (0). */
static gboolean
find_place (LueurDatabase *db, gint64 id, gint64 *conversation, gint64 *parent, gint64 *next, GError **error)
{
  if (!lueur_database_get_int (db, error, conversation, 0, "SELECT conversation FROM message WHERE id = ?1", "i",
                               id) ||
      !lueur_database_get_int (db, error, parent, 0, "SELECT parent FROM message WHERE id = ?1", "i", id))
    return FALSE;
  if (*conversation == 0)
    return fail_not_found (error);
  return lueur_database_get_int (db, error, next, 0,
                                 "SELECT id FROM message WHERE conversation = ?1 AND parent IS ?2 AND id <> ?3"
                                 " ORDER BY id < ?3 DESC, abs (id - ?3) LIMIT 1",
                                 "iIi", *conversation, *parent, id);
}

/* What the conversation shows once the message is gone from it. */
static gboolean
close_gap (LueurDatabase *db, gint64 id, gint64 conversation, gint64 parent, gint64 next, GError **error)
{
  gint64 leaf;

  if (!lueur_database_run (db, error, "UPDATE message SET chosen = ?2 WHERE id = ?1 AND chosen = ?3", "iIi", parent,
                           next, id) ||
      !lueur_database_get_int (db, error, &leaf, 0,
                               "SELECT m.id FROM conversation c JOIN message m ON m.id = c.leaf AND m.conversation = c.id"
                               " WHERE c.id = ?1", "i", conversation))
    return FALSE;
  if (leaf == 0)
    leaf = next != 0 ? lueur_verb_descend (db, next, error) : parent;
  if (leaf == 0 && next != 0)
    return FALSE;
  /* A title that was made of these words goes with them. */
  return lueur_verb_refresh_conversation (db, conversation, leaf, error) &&
         lueur_verb_title_again (db, conversation, error);
}

#define BELOW \
  "WITH RECURSIVE below (id) AS (" \
  "  SELECT ?1 UNION ALL" \
  "  SELECT m.id FROM below JOIN message m ON m.parent = below.id WHERE m.id > below.id)"

static gboolean
erase_message (LueurDatabase *db, gint64 id, GError **error)
{
  gint64 conversation, parent, next;

  return find_place (db, id, &conversation, &parent, &next, error) &&
         lueur_database_run (db, error, BELOW " DELETE FROM message WHERE id IN (SELECT id FROM below)", "i", id) &&
         close_gap (db, id, conversation, parent, next, error);
}

/* --- Messages in the bin ---
 *
 * A deleted message moves, with what follows it, into a conversation of its own, which is in the bin from the start:
 * so nothing that reads a conversation has to know of it, and it ends as all that is in the bin does. */

static char *
dup_preview (LueurDatabase *db, gint64 message, GError **error)
{
  g_autoptr (LueurStatement) query = NULL;
  g_autofree char *text = NULL;

  query = lueur_database_query (db, error,
                                "SELECT substr (text, 1, 1000) FROM message"
                                " WHERE id = ?1 AND octet_length (text) <= 25165824",
                                "i", message);
  if (query == NULL)
    return NULL;
  switch (lueur_database_step (db, query, error))
    {
    case SQLITE_ROW:
      text = lueur_statement_dup_text (query, 0, 8000);
      return lueur_text_preview (text);
    case SQLITE_DONE:
      return g_strdup ("");
    default:
      return NULL;
    }
}

static gint64
move_to_bin (LueurDatabase *db, gint64 id, gint64 now, GError **error)
{
  gint64 conversation, parent, next, leaf, holder;
  g_autofree char *preview = NULL;

  if (!find_place (db, id, &conversation, &parent, &next, error))
    return 0;
  leaf = lueur_verb_descend (db, id, error);
  preview = dup_preview (db, id, error);
  if (leaf == 0 || preview == NULL ||
      !lueur_database_run (db, error,
                           "INSERT INTO conversation (persona, title, preview, leaf, created_at, updated_at,"
                           "  deleted_at, origin, origin_parent)"
                           " SELECT persona, '', ?2, ?3, created_at, updated_at, ?4, id, ?5 FROM conversation"
                           " WHERE id = ?1",
                           "isiiI", conversation, preview, leaf, now, parent))
    return 0;
  holder = lueur_database_get_last_id (db);
  if (!lueur_database_run (db, error, BELOW " UPDATE message SET conversation = ?2 WHERE id IN (SELECT id FROM below)",
                           "ii", id, holder) ||
      !lueur_database_run (db, error,
                           "UPDATE conversation SET n_messages ="
                           " (SELECT count (*) FROM message WHERE conversation = ?1) WHERE id = ?1",
                           "i", holder) ||
      !lueur_database_run (db, error, "UPDATE message SET parent = NULL WHERE id = ?1", "i", id) ||
      !close_gap (db, id, conversation, parent, next, error))
    return 0;
  return holder;
}

gint64
lueur_verb_delete_message (LueurDatabase *db, gint64 id, gint64 now, GError **error)
{
  gint64 holder;

  if (!lueur_database_begin (db, TRUE, error))
    return 0;
  holder = move_to_bin (db, id, now, error);
  if (holder != 0 && lueur_database_commit (db, error))
    return holder;
  lueur_database_rollback (db);
  return 0;
}

static gint64
move_back (LueurDatabase *db, gint64 holder, GError **error)
{
  gint64 origin, parent, root, leaf;

  if (!lueur_database_get_int (db, error, &origin, 0, "SELECT origin FROM conversation WHERE id = ?1", "i", holder) ||
      !lueur_database_get_int (db, error, &root, 0,
                               "SELECT min (id) FROM message WHERE conversation = ?1 AND parent IS NULL", "i",
                               holder) ||
      !lueur_database_get_int (db, error, &leaf, 0, "SELECT leaf FROM conversation WHERE id = ?1", "i", holder) ||
      /* What it answered may be gone by now: then it stands at the beginning, as another version of it. */
      !lueur_database_get_int (db, error, &parent, 0,
                               "SELECT m.id FROM conversation c"
                               " JOIN message m ON m.id = c.origin_parent AND m.conversation = c.origin"
                               " WHERE c.id = ?1 AND m.id < ?2",
                               "ii", holder, root))
    return 0;
  if (origin == 0 || root == 0)
    {
      fail_not_found (error);
      return 0;
    }
  if (!lueur_database_run (db, error,
                           "UPDATE message SET depth = max (1, depth + 1 - (SELECT depth FROM message WHERE id = ?2)"
                           "  + coalesce ((SELECT depth FROM message WHERE id = ?3), 0)), conversation = ?4"
                           " WHERE conversation = ?1 AND id <> ?2",
                           "iiIi", holder, root, parent, origin) ||
      !lueur_database_run (db, error,
                           "UPDATE message SET parent = ?2, conversation = ?3,"
                           "  depth = 1 + coalesce ((SELECT depth FROM message WHERE id = ?2), 0) WHERE id = ?1",
                           "iIi", root, parent, origin) ||
      !lueur_database_run (db, error,
                           "UPDATE message SET chosen = ?2 WHERE id = ?1 AND octet_length (text) <= 25165824", "Ii",
                           parent, root) ||
      !lueur_database_run (db, error, "DELETE FROM conversation WHERE id = ?1", "i", holder))
    return 0;
  leaf = leaf != 0 ? leaf : root;
  return lueur_verb_refresh_conversation (db, origin, leaf, error) && lueur_verb_title_again (db, origin, error)
           ? origin
           : 0;
}

gint64
lueur_verb_restore_message (LueurDatabase *db, gint64 id, GError **error)
{
  gint64 origin;

  if (!lueur_database_begin (db, TRUE, error))
    return 0;
  origin = move_back (db, id, error);
  if (origin != 0 && lueur_database_commit (db, error))
    return origin;
  lueur_database_rollback (db);
  return 0;
}

/* --- What is in the bin --- */

GPtrArray *
lueur_verb_read_bin (LueurDatabase *db, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) lueur_bin_row_free);
  g_autoptr (LueurStatement) query = NULL;
  int code;

  /* What went with a companion, or with its conversation, comes back with it and is no entry of its own. */
  query = lueur_database_query (db, error,
                                "SELECT 'companion', p.id, p.id, 0, p.deleted_at,"
                                "  (SELECT count (*) FROM conversation c WHERE c.persona = p.id AND c.deleted_at IS NULL),"
                                "  '', iif (octet_length (p.body) <= ?1, p.body, '') FROM persona p"
                                " WHERE p.deleted_at IS NOT NULL"
                                " UNION ALL"
                                " SELECT iif (c.origin IS NULL, 'conversation', 'message'), c.id, c.persona,"
                                "  coalesce (c.origin, 0), c.deleted_at, c.n_messages,"
                                "  substr (iif (c.title <> '', c.title, c.preview), 1, 200),"
                                "  iif (octet_length (p.body) <= ?1, p.body, '')"
                                " FROM conversation c JOIN persona p ON p.id = c.persona AND p.deleted_at IS NULL"
                                " LEFT JOIN conversation o ON o.id = c.origin"
                                " WHERE c.deleted_at IS NOT NULL AND o.deleted_at IS NULL"
                                " ORDER BY 5 DESC, 2 DESC LIMIT ?2",
                                "ii", (gint64) LUEUR_PERSONA_MAX_BYTES, (gint64) LUEUR_SHELF_MAX);
  if (query == NULL)
    return NULL;
  while ((code = lueur_database_step (db, query, error)) == SQLITE_ROW)
    {
      g_autofree char *kind = lueur_statement_dup_text (query, 0, 32);
      LueurBinRow *row = g_new0 (LueurBinRow, 1);

      row->kind = g_str_equal (kind, "companion") ? LUEUR_KIND_PERSONA
                  : g_str_equal (kind, "message") ? LUEUR_KIND_MESSAGE
                                                  : LUEUR_KIND_CONVERSATION;
      row->id = sqlite3_column_int64 (query, 1);
      row->persona = sqlite3_column_int64 (query, 2);
      row->conversation = sqlite3_column_int64 (query, 3);
      row->deleted_at = sqlite3_column_int64 (query, 4);
      row->n = sqlite3_column_int64 (query, 5);
      row->title = lueur_statement_dup_text (query, 6, 1024);
      row->body = lueur_statement_dup_text (query, 7, LUEUR_PERSONA_MAX_BYTES);
      g_ptr_array_add (rows, row);
    }
  return code == SQLITE_DONE ? g_steal_pointer (&rows) : NULL;
}

gboolean
lueur_verb_probe (LueurDatabase *db, GError **error)
{
  if (!lueur_database_begin (db, TRUE, error))
    return FALSE;
  if (lueur_database_run (db, error, "INSERT OR REPLACE INTO chore (name) VALUES ('probe')", "") &&
      lueur_database_run (db, error, "DELETE FROM chore WHERE name = 'probe'", "") &&
      lueur_database_commit (db, error))
    return TRUE;
  lueur_database_rollback (db);
  return FALSE;
}

/* --- Erasing --- */

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
    case LUEUR_KIND_TALKS:
      return lueur_database_run (db, error, "DELETE FROM conversation WHERE persona = ?1", "i", id) &&
             lueur_database_run (db, error, "DELETE FROM review WHERE persona = ?1", "i", id);
    case LUEUR_KIND_PERSON:
      return lueur_database_run (db, error, "DELETE FROM person WHERE id = ?1", "i", id) &&
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
  if (erase_rows (db, kind, id, error) && lueur_verb_forget_requests (db, kind, id, error) && note_scrub (db, error) && lueur_database_commit (db, error))
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
  return !*gone || (lueur_verb_forget_requests (db, LUEUR_KIND_CONVERSATION, 0, error) && note_scrub (db, error));
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
          (stale && !lueur_verb_erase_usage (db, day, error)) ||
          !lueur_database_get_int (db, error, &stale, 0,
                                   "SELECT EXISTS (SELECT 1 FROM tally WHERE kind = 'nudge' AND day < ?1)", "i",
                                   (gint64) day) ||
          (stale &&
           !lueur_database_run (db, error, "DELETE FROM tally WHERE kind = 'nudge' AND day < ?1", "i", (gint64) day)))
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
