/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the person thinks of replies, and of a companion as a whole. */

#include "core/model/text.h"
#include "core/store/verbs.h"
#include "core/wellbeing/conduct/findings.h"

#define EXCERPT_CHARS 240
#define COUNT_FINDINGS \
  "SELECT count (*) FROM conversation c JOIN message m ON m.conversation = c.id" \
  " WHERE c.persona = ?1 AND c.deleted_at IS NULL AND m.role = 'companion' AND m.findings & ?2"
#define WORDS_MAX_BYTES 8192

gboolean
lueur_verb_set_opinion (LueurDatabase *db, const LueurOpinionRow *row, GError **error)
{
  gboolean done;

  if (!lueur_database_begin (db, TRUE, error))
    return FALSE;
  if (row->thumb == 0)
    done = lueur_database_run (db, error, "DELETE FROM opinion WHERE message = ?1", "i", row->message);
  else
    done = lueur_database_run (db, error,
                               "INSERT INTO opinion (message, thumb, reason, words, created_at)"
                               " SELECT id, ?2, ?3, ?4, ?5 FROM message WHERE id = ?1"
                               " ON CONFLICT DO UPDATE SET thumb = excluded.thumb, reason = excluded.reason,"
                               "  words = excluded.words, created_at = excluded.created_at",
                               "iissi", row->message, (gint64) row->thumb, row->reason != NULL ? row->reason : "",
                               row->words != NULL ? row->words : "", row->created_at);
  if (done && row->thumb != 0 && lueur_database_get_changes (db) == 0)
    {
      g_set_error_literal (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_NOT_FOUND, "no such message");
      done = FALSE;
    }
  if (done && lueur_database_commit (db, error))
    return TRUE;
  lueur_database_rollback (db);
  return FALSE;
}

GPtrArray *
lueur_verb_read_opinions (LueurDatabase *db, gint64 persona, guint limit, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) lueur_opinion_row_free);
  g_autoptr (LueurStatement) query = NULL;
  int code;

  query = lueur_database_query (db, error,
                                "SELECT o.message, m.conversation, o.created_at, o.thumb, o.reason, o.words,"
                                "  iif (octet_length (m.text) <= 25165824, substr (m.text, 1, 1000), '')"
                                " FROM conversation c JOIN message m ON m.conversation = c.id"
                                " JOIN opinion o ON o.message = m.id"
                                " WHERE c.persona = ?1 AND c.deleted_at IS NULL"
                                " ORDER BY o.created_at DESC, o.message DESC LIMIT ?2",
                                "ii", persona, (gint64) limit);
  if (query == NULL)
    return NULL;
  while ((code = lueur_database_step (db, query, error)) == SQLITE_ROW)
    {
      LueurOpinionRow *row = g_new0 (LueurOpinionRow, 1);
      g_autofree char *text = lueur_statement_dup_text (query, 6, 8000);

      row->message = sqlite3_column_int64 (query, 0);
      row->conversation = sqlite3_column_int64 (query, 1);
      row->created_at = sqlite3_column_int64 (query, 2);
      row->thumb = sqlite3_column_int64 (query, 3) < 0 ? -1 : 1;
      row->reason = lueur_statement_dup_text (query, 4, 64);
      row->words = lueur_statement_dup_text (query, 5, WORDS_MAX_BYTES);
      row->excerpt = lueur_text_clean_line (text, -1, EXCERPT_CHARS);
      g_ptr_array_add (rows, row);
    }
  return code == SQLITE_DONE ? g_steal_pointer (&rows) : NULL;
}

LueurReviewRow *
lueur_verb_read_review (LueurDatabase *db, gint64 persona, gint64 offset, GError **error)
{
  g_autoptr (LueurReviewRow) row = g_new0 (LueurReviewRow, 1);
  g_autoptr (LueurStatement) query = NULL;
  int code;

  row->persona = persona;
  /* Days on which the person wrote: counted from what was said, so that it does not need the log of use. */
  if (!lueur_database_get_int (db, error, &row->n_days, 0,
                               "SELECT count (DISTINCT (m.created_at + ?2) / 86400000000) FROM conversation c"
                               " JOIN message m ON m.conversation = c.id AND m.role = 'user'"
                               " WHERE c.persona = ?1 AND c.deleted_at IS NULL",
                               "ii", persona, offset))
    return NULL;
  if (!lueur_database_get_int (db, error, &row->n_read, 0, COUNT_FINDINGS, "ii", persona, (gint64) LUEUR_FINDING_READ) ||
      !lueur_database_get_int (db, error, &row->n_disagreed, 0, COUNT_FINDINGS, "ii", persona,
                               (gint64) LUEUR_FINDING_DISAGREES))
    return NULL;
  query = lueur_database_query (db, error,
                                "SELECT works, bothers, answered_at, wait_until FROM review WHERE persona = ?1", "i",
                                persona);
  if (query == NULL)
    return NULL;
  code = lueur_database_step (db, query, error);
  if (code == SQLITE_ROW)
    {
      row->works = lueur_statement_dup_text (query, 0, WORDS_MAX_BYTES);
      row->bothers = lueur_statement_dup_text (query, 1, WORDS_MAX_BYTES);
      row->answered_at = sqlite3_column_int64 (query, 2);
      row->wait_until = sqlite3_column_int64 (query, 3);
    }
  else if (code != SQLITE_DONE)
    return NULL;
  return g_steal_pointer (&row);
}

gboolean
lueur_verb_set_review (LueurDatabase *db, const LueurReviewRow *row, GError **error)
{
  if (!lueur_database_begin (db, TRUE, error))
    return FALSE;
  if (lueur_database_run (db, error,
                          "INSERT INTO review (persona, works, bothers, answered_at, wait_until)"
                          " SELECT id, ?2, ?3, ?4, ?5 FROM persona WHERE id = ?1"
                          " ON CONFLICT DO UPDATE SET works = excluded.works, bothers = excluded.bothers,"
                          "  answered_at = excluded.answered_at, wait_until = excluded.wait_until",
                          "issii", row->persona, row->works != NULL ? row->works : "",
                          row->bothers != NULL ? row->bothers : "", row->answered_at, row->wait_until) &&
      lueur_database_commit (db, error))
    return TRUE;
  lueur_database_rollback (db);
  return FALSE;
}
