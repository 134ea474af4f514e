/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a start reads: companions, and one row a conversation; of the messages nothing. */

#include "core/model/text.h"
#include "core/store/verbs.h"

gboolean
lueur_verb_repair (LueurDatabase *db, GError **error)
{
  gint64 unfinished;

  /* Asked first: most starts have nothing to write. */
  if (!lueur_database_get_int (db, error, &unfinished, 0,
                               "SELECT count (*) FROM message WHERE state IN ('waiting', 'streaming')", ""))
    return FALSE;
  if (unfinished == 0)
    return TRUE;
  if (!lueur_database_begin (db, FALSE, error))
    return FALSE;
  if (lueur_database_run (db, error,
                          "UPDATE message SET state = 'stopped' WHERE state IN ('waiting', 'streaming')", ""))
    return lueur_database_commit (db, error);
  lueur_database_rollback (db);
  return FALSE;
}

static GPtrArray *
read_personas (LueurDatabase *db, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) lueur_persona_row_free);
  g_autoptr (LueurStatement) query = NULL;
  int code;

  query = lueur_database_query (db, error,
                                "SELECT id, body, created_at, updated_at, archived, version FROM persona"
                                " WHERE deleted_at IS NULL AND octet_length (body) <= ?1"
                                " ORDER BY created_at DESC, id DESC LIMIT ?2",
                                "ii", (gint64) LUEUR_PERSONA_MAX_BYTES, (gint64) LUEUR_SHELF_MAX);
  if (query == NULL)
    return NULL;
  while ((code = lueur_database_step (db, query, error)) == SQLITE_ROW)
    {
      LueurPersonaRow *row = g_new0 (LueurPersonaRow, 1);

      row->id = sqlite3_column_int64 (query, 0);
      row->body = lueur_statement_dup_text (query, 1, LUEUR_PERSONA_MAX_BYTES);
      row->created_at = sqlite3_column_int64 (query, 2);
      row->updated_at = sqlite3_column_int64 (query, 3);
      row->archived = sqlite3_column_int (query, 4) != 0;
      row->version = sqlite3_column_int64 (query, 5);
      g_ptr_array_add (rows, row);
    }
  return code == SQLITE_DONE ? g_steal_pointer (&rows) : NULL;
}

static GPtrArray *
read_conversations (LueurDatabase *db, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) lueur_conversation_row_free);
  g_autoptr (LueurStatement) query = NULL;
  int code;

  query = lueur_database_query (db, error,
                                "SELECT c.id, c.persona, substr (c.title, 1, 200), substr (c.preview, 1, 200),"
                                "  iif (octet_length (d.text) <= ?1, d.text, NULL),"
                                "  c.created_at, c.updated_at, c.n_messages, c.renamed, c.person"
                                " FROM conversation c"
                                " JOIN persona p ON p.id = c.persona AND p.deleted_at IS NULL"
                                " LEFT JOIN draft d ON d.conversation = c.id"
                                " WHERE c.deleted_at IS NULL"
                                " ORDER BY c.updated_at DESC, c.id DESC LIMIT ?2",
                                "ii", (gint64) LUEUR_DRAFT_MAX_BYTES, (gint64) LUEUR_SHELF_MAX);
  if (query == NULL)
    return NULL;
  while ((code = lueur_database_step (db, query, error)) == SQLITE_ROW)
    {
      LueurConversationRow *row = g_new0 (LueurConversationRow, 1);

      row->id = sqlite3_column_int64 (query, 0);
      row->persona = sqlite3_column_int64 (query, 1);
      row->title = lueur_statement_dup_text (query, 2, 1024);
      row->preview = lueur_statement_dup_text (query, 3, 1024);
      row->draft = lueur_statement_dup_text (query, 4, LUEUR_DRAFT_MAX_BYTES);
      row->created_at = sqlite3_column_int64 (query, 5);
      row->updated_at = sqlite3_column_int64 (query, 6);
      row->n_messages = CLAMP (sqlite3_column_int64 (query, 7), 0, G_MAXINT);
      row->renamed = sqlite3_column_int (query, 8) != 0;
      row->person = sqlite3_column_int64 (query, 9);
      g_ptr_array_add (rows, row);
    }
  return code == SQLITE_DONE ? g_steal_pointer (&rows) : NULL;
}

LueurShelf *
lueur_verb_read_shelf (LueurDatabase *db, GError **error)
{
  g_autoptr (LueurShelf) shelf = g_new0 (LueurShelf, 1);

  shelf->personas = read_personas (db, error);
  if (shelf->personas == NULL)
    return NULL;
  shelf->conversations = read_conversations (db, error);
  if (shelf->conversations == NULL)
    return NULL;
  shelf->persons = lueur_verb_read_persons (db, error);
  return shelf->persons != NULL ? g_steal_pointer (&shelf) : NULL;
}
