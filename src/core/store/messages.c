/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The tree of messages. Every message knows its parent; a conversation knows the leaf that is shown, and
 * every message which of its children was shown last. The active path is walked by SQLite, from the leaf
 * up. A parent is always older (has a smaller id) than its child, and the walks insist on it: that is what
 * makes a circle in a damaged file end.
 */

#include <string.h>

#include "core/model/text.h"
#include "core/store/verbs.h"
#include "core/wellbeing/conduct/findings.h"

/* Together, the messages of one page; a message may have LUEUR_MESSAGE_MAX_BYTES. */
#define PAGE_MAX_BYTES (16 * 1024 * 1024)

#define SIBLINGS(extra) \
  "iif (m.parent IS NULL," \
  "  (SELECT count (*) FROM message s WHERE s.conversation = m.conversation AND s.parent IS NULL" extra ")," \
  "  (SELECT count (*) FROM message s WHERE s.parent = m.parent AND s.conversation = m.conversation" extra "))"

/* octet_length() looks at a text's size without reading it; one that is beyond all sense is left out, one that is a
 * little too long is cut. */
#define MESSAGE_COLUMNS \
  "m.id, m.parent, m.conversation, m.role, m.state," \
  " CASE WHEN octet_length (m.text) <= 4194304 THEN m.text" \
  "      WHEN octet_length (m.text) <= 25165824 THEN substr (m.text, 1, 1000000) ELSE '' END," \
  " m.created_at, m.error_code, m.error_detail, m.scripted, m.model, m.label, m.depth," \
  " " SIBLINGS (" AND s.id < m.id") ", " SIBLINGS ("") "," \
  " (SELECT o.thumb FROM opinion o WHERE o.message = m.id), (SELECT o.reason FROM opinion o WHERE o.message = m.id)," \
  " m.findings"

static LueurMessageRow *
read_row (LueurStatement *query)
{
  LueurMessageRow *row = g_new0 (LueurMessageRow, 1);
  g_autofree char *role = lueur_statement_dup_text (query, 3, 32);
  g_autofree char *state = lueur_statement_dup_text (query, 4, 32);
  g_autofree char *label = lueur_statement_dup_text (query, 11, 32);

  row->id = sqlite3_column_int64 (query, 0);
  row->parent = sqlite3_column_int64 (query, 1);
  row->conversation = sqlite3_column_int64 (query, 2);
  row->role = lueur_role_from_word (role);
  row->state = lueur_message_state_from_word (state);
  row->text = lueur_statement_dup_text (query, 5, LUEUR_MESSAGE_MAX_BYTES);
  row->created_at = sqlite3_column_int64 (query, 6);
  row->error_code = lueur_statement_dup_text_or_null (query, 7, 64);
  row->error_detail = lueur_statement_dup_text_or_null (query, 8, 4096);
  row->scripted = sqlite3_column_int (query, 9) != 0;
  row->model = lueur_statement_dup_text_or_null (query, 10, 1024);
  if (!lueur_emotion_from_name (label, -1, &row->label))
    row->label = LUEUR_EMOTION_NEUTRAL;
  row->depth = CLAMP (sqlite3_column_int64 (query, 12), 1, G_MAXINT);
  row->swipe_index = CLAMP (sqlite3_column_int64 (query, 13), 0, G_MAXINT);
  row->n_swipes = CLAMP (sqlite3_column_int64 (query, 14), 1, G_MAXINT);
  row->thumb = CLAMP (sqlite3_column_int64 (query, 15), -1, 1);
  row->reason = lueur_statement_dup_text_or_null (query, 16, 64);
  row->findings = (guint) sqlite3_column_int64 (query, 17) & LUEUR_FINDING_ALL;
  return row;
}

/* Where the conversation ends; a leaf that is not there is taken to be its newest message. 0 for an empty one. */
static gboolean
find_leaf (LueurDatabase *db, gint64 conversation, gint64 *leaf, GError **error)
{
  return lueur_database_get_int (db, error, leaf, 0,
                                 "SELECT coalesce ("
                                 "  (SELECT m.id FROM conversation c JOIN message m ON m.id = c.leaf"
                                 "   WHERE c.id = ?1 AND m.conversation = ?1),"
                                 "  (SELECT max (id) FROM message WHERE conversation = ?1))",
                                 "i", conversation);
}

static void
reverse (GPtrArray *array)
{
  for (guint i = 0; i < array->len / 2; i++)
    {
      gpointer other = array->pdata[i];

      array->pdata[i] = array->pdata[array->len - 1 - i];
      array->pdata[array->len - 1 - i] = other;
    }
}

/* The @n messages of the path that ends at @leaf. */
static LueurPage *
read_path (LueurDatabase *db, gint64 conversation, gint64 leaf, guint n, GError **error)
{
  g_autoptr (LueurPage) page = g_new0 (LueurPage, 1);
  g_autoptr (LueurStatement) query = NULL;
  gsize bytes = 0;
  int code;

  page->messages = g_ptr_array_new_with_free_func ((GDestroyNotify) lueur_message_row_free);
  if (leaf == 0)
    return g_steal_pointer (&page);
  query = lueur_database_query (db, error,
                                "WITH RECURSIVE path (id, parent, n) AS ("
                                "  SELECT id, parent, 1 FROM message WHERE id = ?1 AND conversation = ?2"
                                "  UNION ALL"
                                "  SELECT m.id, m.parent, n + 1 FROM path JOIN message m ON m.id = path.parent"
                                "  WHERE m.id < path.id AND m.conversation = ?2 AND n < ?3)"
                                " SELECT " MESSAGE_COLUMNS " FROM path JOIN message m ON m.id = path.id"
                                " ORDER BY path.n",
                                "iii", leaf, conversation, (gint64) n + 1);
  if (query == NULL)
    return NULL;
  while ((code = lueur_database_step (db, query, error)) == SQLITE_ROW)
    {
      LueurMessageRow *row;

      /* The one too many only tells that there is more. */
      if (page->messages->len == n || bytes > PAGE_MAX_BYTES)
        {
          page->has_older = TRUE;
          code = SQLITE_DONE;
          break;
        }
      row = read_row (query);
      bytes += strlen (row->text);
      g_ptr_array_add (page->messages, row);
    }
  if (code != SQLITE_DONE)
    return NULL;
  reverse (page->messages);
  return g_steal_pointer (&page);
}

static gboolean
read_heading (LueurDatabase *db, gint64 conversation, LueurPage *page, GError **error)
{
  g_autoptr (LueurStatement) query = NULL;
  int code;

  query = lueur_database_query (db, error,
                                "SELECT substr (title, 1, 200), substr (preview, 1, 200) FROM conversation"
                                " WHERE id = ?1",
                                "i", conversation);
  if (query == NULL)
    return FALSE;
  code = lueur_database_step (db, query, error);
  if (code == SQLITE_ROW)
    {
      page->title = lueur_statement_dup_text (query, 0, 1024);
      page->preview = lueur_statement_dup_text (query, 1, 1024);
    }
  else if (code == SQLITE_DONE)
    g_set_error_literal (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_NOT_FOUND, "no such conversation");
  return code == SQLITE_ROW;
}

LueurPage *
lueur_verb_read_page (LueurDatabase *db, gint64 conversation, gint64 before, guint n, GError **error)
{
  g_autoptr (LueurPage) page = NULL;
  gint64 leaf;

  n = CLAMP (n, 1, LUEUR_PATH_MAX);
  if (before != 0)
    {
      if (!lueur_database_get_int (db, error, &leaf, 0,
                                   "SELECT parent FROM message WHERE id = ?1 AND conversation = ?2 AND parent < id",
                                   "ii", before, conversation))
        return NULL;
      return read_path (db, conversation, leaf, n, error);
    }
  if (!find_leaf (db, conversation, &leaf, error))
    return NULL;
  page = read_path (db, conversation, leaf, n, error);
  if (page == NULL || !read_heading (db, conversation, page, error))
    return NULL;
  if (page->messages->len > 0)
    {
      const LueurMessageRow *last = g_ptr_array_index (page->messages, page->messages->len - 1);

      page->n_messages = MAX (last->depth, page->messages->len);
    }
  return g_steal_pointer (&page);
}

gboolean
lueur_verb_refresh_conversation (LueurDatabase *db, gint64 conversation, gint64 leaf, GError **error)
{
  g_autoptr (LueurStatement) query = NULL;
  g_autofree char *text = NULL;
  g_autofree char *preview = NULL;
  int code;

  /* A reply that has no words yet leaves the last ones that were said. */
  query = lueur_database_query (db, error,
                                "SELECT substr (text, 1, 1000) FROM message"
                                " WHERE id IN (?1, (SELECT parent FROM message WHERE id = ?1))"
                                "   AND octet_length (text) BETWEEN 1 AND 25165824"
                                " ORDER BY id DESC LIMIT 1",
                                "i", leaf);
  if (query == NULL)
    return FALSE;
  code = lueur_database_step (db, query, error);
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    return FALSE;
  text = code == SQLITE_ROW ? lueur_statement_dup_text (query, 0, 8000) : NULL;
  preview = lueur_text_preview (text);
  return lueur_database_run (db, error,
                             "UPDATE conversation SET leaf = ?2, preview = ?3,"
                             "  n_messages = coalesce ((SELECT depth FROM message WHERE id = ?2), 0) WHERE id = ?1",
                             "iIs", conversation, leaf, preview);
}

static gboolean
find_place (LueurDatabase *db, LueurMessageRow *row, gint64 sibling, GError **error)
{
  gint64 known, depth;

  if (!lueur_database_get_int (db, error, &known, 0, "SELECT 1 FROM conversation WHERE id = ?1", "i",
                               row->conversation))
    return FALSE;
  if (sibling != 0 && known &&
      !lueur_database_get_int (db, error, &known, 0, "SELECT 1 FROM message WHERE id = ?1 AND conversation = ?2", "ii",
                               sibling, row->conversation))
    return FALSE;
  if (!known)
    {
      g_set_error_literal (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_NOT_FOUND, "no such conversation or message");
      return FALSE;
    }
  if (sibling != 0
        ? !lueur_database_get_int (db, error, &row->parent, 0, "SELECT parent FROM message WHERE id = ?1", "i", sibling)
        : !find_leaf (db, row->conversation, &row->parent, error))
    return FALSE;
  if (!lueur_database_get_int (db, error, &depth, 0, "SELECT depth FROM message WHERE id = ?1", "i", row->parent))
    return FALSE;
  row->depth = CLAMP (depth, 0, G_MAXINT - 1) + 1;
  return TRUE;
}

static gboolean
append (LueurDatabase *db, LueurMessageRow *row, gint64 sibling, const char *title, gboolean clear_draft,
        GError **error)
{
  gint64 n;

  if (!find_place (db, row, sibling, error) ||
      !lueur_database_run (db, error,
                           "INSERT INTO message (conversation, parent, depth, role, state, text, created_at,"
                           "  error_code, error_detail, scripted, model, label, findings)"
                           " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
                           "iIisssississi", row->conversation, row->parent, (gint64) row->depth,
                           lueur_role_to_word (row->role), lueur_message_state_to_word (row->state), row->text,
                           row->created_at, row->error_code, row->error_detail, (gint64) row->scripted, row->model,
                           lueur_emotion_get_name (row->label), (gint64) row->findings))
    return FALSE;
  row->id = lueur_database_get_last_id (db);
  /* A row beyond all sense cannot be written anew: what follows it is found by the conversation's leaf alone. */
  if (!lueur_database_run (db, error,
                           "UPDATE message SET chosen = ?2 WHERE id = ?1 AND octet_length (text) <= 25165824", "ii",
                           row->parent, row->id) ||
      !lueur_verb_refresh_conversation (db, row->conversation, row->id, error) ||
      !lueur_database_run (db, error,
                           "UPDATE conversation SET updated_at = ?2, title = iif (title = '' AND NOT renamed,"
                           "  coalesce (?3, title), title) WHERE id = ?1",
                           "iis", row->conversation, row->created_at, title))
    return FALSE;
  if (clear_draft &&
      !lueur_database_run (db, error, "DELETE FROM draft WHERE conversation = ?1", "i", row->conversation))
    return FALSE;
  if (!lueur_database_get_int (db, error, &n, 1, "SELECT " SIBLINGS ("") " FROM message m WHERE m.id = ?1", "i",
                               row->id))
    return FALSE;
  row->n_swipes = CLAMP (n, 1, G_MAXINT);
  row->swipe_index = row->n_swipes - 1;
  return TRUE;
}

gboolean
lueur_verb_append_message (LueurDatabase *db, LueurMessageRow *row, gint64 sibling, const char *title,
                           gboolean clear_draft, gboolean durable, GError **error)
{
  if (!lueur_database_begin (db, durable, error))
    return FALSE;
  if (append (db, row, sibling, title, clear_draft, error) && lueur_database_commit (db, error))
    return TRUE;
  lueur_database_rollback (db);
  return FALSE;
}

gboolean
lueur_verb_checkpoint_message (LueurDatabase *db, gint64 id, const char *text, LueurMessageState state, GError **error)
{
  if (!lueur_database_begin (db, FALSE, error))
    return FALSE;
  if (lueur_database_run (db, error, "UPDATE message SET text = ?2, state = ?3 WHERE id = ?1", "iss", id, text,
                          lueur_message_state_to_word (state)) &&
      lueur_database_commit (db, error))
    return TRUE;
  lueur_database_rollback (db);
  return FALSE;
}

static gboolean
finish (LueurDatabase *db, const LueurMessageRow *row, GError **error)
{
  gint64 conversation;

  if (!lueur_database_run (db, error,
                           "UPDATE message SET text = ?2, state = ?3, error_code = ?4, error_detail = ?5,"
                           "  scripted = ?6, model = ?7, label = ?8, findings = ?9 WHERE id = ?1",
                           "issssissi", row->id, row->text, lueur_message_state_to_word (row->state), row->error_code,
                           row->error_detail, (gint64) row->scripted, row->model, lueur_emotion_get_name (row->label),
                           (gint64) row->findings))
    return FALSE;
  if (lueur_database_get_changes (db) == 0)
    {
      g_set_error_literal (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_NOT_FOUND, "no such message");
      return FALSE;
    }
  if (!lueur_database_get_int (db, error, &conversation, 0, "SELECT id FROM conversation WHERE leaf = ?1 AND id ="
                               " (SELECT conversation FROM message WHERE id = ?1)", "i", row->id))
    return FALSE;
  return conversation == 0 || lueur_verb_refresh_conversation (db, conversation, row->id, error);
}

gboolean
lueur_verb_finish_message (LueurDatabase *db, const LueurMessageRow *row, GError **error)
{
  if (!lueur_database_begin (db, TRUE, error))
    return FALSE;
  if (finish (db, row, error) && lueur_database_commit (db, error))
    return TRUE;
  lueur_database_rollback (db);
  return FALSE;
}

gint64
lueur_verb_descend (LueurDatabase *db, gint64 message, GError **error)
{
  gint64 leaf;

  if (!lueur_database_get_int (db, error, &leaf, message,
                               "WITH RECURSIVE down (id, chosen, n) AS ("
                               "  SELECT id, chosen, 1 FROM message WHERE id = ?1"
                               "  UNION ALL"
                               "  SELECT m.id, m.chosen, n + 1 FROM down JOIN message m ON m.id = down.chosen"
                               "  WHERE m.parent = down.id AND m.id > down.id AND n < ?2)"
                               " SELECT id FROM down ORDER BY n DESC LIMIT 1",
                               "ii", message, (gint64) LUEUR_PATH_MAX))
    return 0;
  return leaf;
}

/* The sibling @step away, or the last one on that side. */
static gboolean
find_sibling (LueurDatabase *db, gint64 message, int step, gint64 *sibling, GError **error)
{
  const char *sql = step < 0
    ? "SELECT s.id FROM message m JOIN message s ON s.parent IS m.parent AND s.conversation = m.conversation"
      " WHERE m.id = ?1 AND s.id < m.id ORDER BY s.id DESC LIMIT ?2"
    : "SELECT s.id FROM message m JOIN message s ON s.parent IS m.parent AND s.conversation = m.conversation"
      " WHERE m.id = ?1 AND s.id > m.id ORDER BY s.id LIMIT ?2";
  g_autoptr (LueurStatement) query = NULL;
  int code;

  *sibling = message;
  query = lueur_database_query (db, error, sql, "ii", message, (gint64) ABS (CLAMP (step, -10000, 10000)));
  if (query == NULL)
    return FALSE;
  while ((code = lueur_database_step (db, query, error)) == SQLITE_ROW)
    *sibling = sqlite3_column_int64 (query, 0);
  return code == SQLITE_DONE;
}

static gboolean
select_swipe (LueurDatabase *db, gint64 message, int step, gint64 *conversation, gint64 *leaf, GError **error)
{
  gint64 sibling;

  if (!lueur_database_get_int (db, error, conversation, 0, "SELECT conversation FROM message WHERE id = ?1", "i",
                               message))
    return FALSE;
  if (*conversation == 0)
    {
      g_set_error_literal (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_NOT_FOUND, "no such message");
      return FALSE;
    }
  if (!find_sibling (db, message, step, &sibling, error))
    return FALSE;
  *leaf = lueur_verb_descend (db, sibling, error);
  return *leaf != 0 &&
         lueur_database_run (db, error,
                             "UPDATE message SET chosen = ?1 WHERE id = (SELECT parent FROM message WHERE id = ?1)"
                             " AND octet_length (text) <= 25165824",
                             "i", sibling) &&
         lueur_verb_refresh_conversation (db, *conversation, *leaf, error);
}

LueurPage *
lueur_verb_select_swipe (LueurDatabase *db, gint64 message, int step, GError **error)
{
  gint64 conversation, leaf;

  if (!lueur_database_begin (db, FALSE, error))
    return NULL;
  if (!select_swipe (db, message, step, &conversation, &leaf, error) || !lueur_database_commit (db, error))
    {
      lueur_database_rollback (db);
      return NULL;
    }
  return lueur_verb_read_page (db, conversation, 0, LUEUR_PAGE_SIZE, error);
}
