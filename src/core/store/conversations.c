/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/model/text.h"
#include "core/store/verbs.h"

/* So many of what the person said are looked through for a title. */
#define TITLED_BY_MAX 50

static gboolean
insert_first (LueurDatabase *db, gint64 conversation, LueurMessageRow *first, GError **error)
{
  first->conversation = conversation;
  first->parent = 0;
  first->depth = 1;
  if (!lueur_database_run (db, error,
                           "INSERT INTO message (conversation, depth, role, state, text, created_at, scripted, label)"
                           " VALUES (?1, 1, ?2, ?3, ?4, ?5, ?6, ?7)",
                           "isssiis", conversation, lueur_role_to_word (first->role),
                           lueur_message_state_to_word (first->state), first->text, first->created_at,
                           (gint64) first->scripted, lueur_emotion_get_name (first->label)))
    return FALSE;
  first->id = lueur_database_get_last_id (db);
  return TRUE;
}

static gboolean
insert_all (LueurDatabase *db, LueurConversationRow *row, LueurMessageRow *first, GPtrArray *others, GError **error)
{
  if (!lueur_database_run (db, error,
                           "INSERT INTO conversation (persona, title, renamed, created_at, updated_at, person)"
                           " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                           "isiiiI", row->persona, row->title != NULL ? row->title : "", (gint64) row->renamed,
                           row->created_at, row->updated_at, row->person))
    return FALSE;
  row->id = lueur_database_get_last_id (db);
  if (first == NULL)
    return TRUE;
  if (!insert_first (db, row->id, first, error))
    return FALSE;
  for (guint i = 0; others != NULL && i < others->len; i++)
    if (!insert_first (db, row->id, g_ptr_array_index (others, i), error))
      return FALSE;
  return lueur_verb_refresh_conversation (db, row->id, first->id, error);
}

gboolean
lueur_verb_start_conversation (LueurDatabase *db, LueurConversationRow *row, LueurMessageRow *first, GError **error)
{
  return lueur_verb_start_conversation_with (db, row, first, NULL, error);
}

gboolean
lueur_verb_start_conversation_with (LueurDatabase *db, LueurConversationRow *row, LueurMessageRow *first,
                                    GPtrArray *others, GError **error)
{
  if (!lueur_database_begin (db, FALSE, error))
    return FALSE;
  if (insert_all (db, row, first, others, error) && lueur_database_commit (db, error))
    return TRUE;
  lueur_database_rollback (db);
  return FALSE;
}

gboolean
lueur_verb_title_again (LueurDatabase *db, gint64 conversation, GError **error)
{
  g_autoptr (LueurStatement) query = NULL;
  g_autofree char *title = NULL;
  int code;

  query = lueur_database_query (db, error,
                                "SELECT substr (text, 1, 1000) FROM message"
                                " WHERE conversation = ?1 AND role = 'user' AND octet_length (text) <= 25165824"
                                " ORDER BY id LIMIT ?2",
                                "ii", conversation, (gint64) TITLED_BY_MAX);
  if (query == NULL)
    return FALSE;
  /* The first that says more than a greeting. */
  while ((code = lueur_database_step (db, query, error)) == SQLITE_ROW)
    {
      g_autofree char *text = lueur_statement_dup_text (query, 0, 8000);

      g_clear_pointer (&title, g_free);
      title = lueur_text_title (text);
      if (*title != '\0')
        break;
    }
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    return FALSE;
  if (title == NULL)
    title = g_strdup ("");
  return lueur_database_run (db, error, "UPDATE conversation SET title = ?2 WHERE id = ?1 AND NOT renamed", "is",
                             conversation, title);
}

static char *
dup_title (LueurDatabase *db, gint64 id, GError **error)
{
  g_autoptr (LueurStatement) query = NULL;
  int code;

  query = lueur_database_query (db, error, "SELECT substr (title, 1, 200) FROM conversation WHERE id = ?1", "i", id);
  if (query == NULL)
    return NULL;
  code = lueur_database_step (db, query, error);
  if (code == SQLITE_DONE)
    g_set_error_literal (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_NOT_FOUND, "no such conversation");
  return code == SQLITE_ROW ? lueur_statement_dup_text (query, 0, 1024) : NULL;
}

char *
lueur_verb_rename_conversation (LueurDatabase *db, gint64 id, const char *title, GError **error)
{
  g_autofree char *line = lueur_text_clean_line (title, -1, LUEUR_TITLE_MAX);
  g_autofree char *now = NULL;
  gboolean renamed = *line != '\0';

  if (!lueur_database_begin (db, TRUE, error))
    return NULL;
  if (lueur_database_run (db, error, "UPDATE conversation SET title = ?2, renamed = ?3 WHERE id = ?1", "isi", id, line,
                          (gint64) renamed) &&
      (renamed || lueur_verb_title_again (db, id, error)) && (now = dup_title (db, id, error)) != NULL &&
      lueur_database_commit (db, error))
    return g_steal_pointer (&now);
  lueur_database_rollback (db);
  return NULL;
}

gboolean
lueur_verb_set_draft (LueurDatabase *db, gint64 conversation, const char *text, gint64 now, GError **error)
{
  gboolean done;

  if (!lueur_database_begin (db, FALSE, error))
    return FALSE;
  if (text == NULL || *text == '\0')
    done = lueur_database_run (db, error, "DELETE FROM draft WHERE conversation = ?1", "i", conversation);
  else
    /* The conversation may have been erased since this was queued: then there is nothing to keep. */
    done = lueur_database_run (db, error,
                               "INSERT INTO draft (conversation, text, updated_at)"
                               " SELECT id, ?2, ?3 FROM conversation WHERE id = ?1"
                               " ON CONFLICT DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at",
                               "isi", conversation, text, now);
  if (done)
    return lueur_database_commit (db, error);
  lueur_database_rollback (db);
  return FALSE;
}
