/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which conversation it is, and what of it is shown. */

#include "core/exchange/transcript/writing.h"

#include "core/model/persona.h"
#include "core/model/person.h"
#include "core/model/text.h"

#define PIECE_BYTES (64 * 1024)

void
lueur_transcript_head_clear (LueurTranscriptHead *self)
{
  g_free (self->companion);
  g_free (self->person);
  g_free (self->language);
  g_free (self->title);
}

/**
 * lueur_transcript_read_head:
 * @head: cleared, filled
 *
 * Returns: whether there is such a conversation; what is in the bin is not there
 */
gboolean
lueur_transcript_read_head (LueurDatabase *db, gint64 conversation, LueurTranscriptHead *head, GError **error)
{
  g_autoptr (LueurStatement) query = lueur_database_query (
    db, error,
    "SELECT p.body, c.title, c.created_at, coalesce ((SELECT m.id FROM message m WHERE m.id = c.leaf AND m.conversation = c.id),"
    "  (SELECT max (m.id) FROM message m WHERE m.conversation = c.id), 0),"
    "  (SELECT body FROM person WHERE id = c.person OR (c.person IS NULL AND main) LIMIT 1)"
    " FROM conversation c JOIN persona p ON p.id = c.persona AND p.deleted_at IS NULL"
    " WHERE c.id = ?1 AND c.deleted_at IS NULL",
    "i", conversation);
  g_autofree char *body = NULL, *person_body = NULL, *title = NULL;
  g_autoptr (LueurPersona) persona = NULL;
  g_autoptr (LueurPerson) person = NULL;

  if (query == NULL)
    return FALSE;
  switch (lueur_database_step (db, query, error))
    {
    case SQLITE_ROW:
      break;
    case SQLITE_DONE:
      g_set_error_literal (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_NOT_FOUND, "The conversation is not there any more.");
      return FALSE;
    default:
      return FALSE;
    }
  body = lueur_statement_dup_text (query, 0, LUEUR_PERSONA_MAX_BYTES);
  person_body = lueur_statement_dup_text (query, 4, LUEUR_PERSONA_MAX_BYTES);
  persona = lueur_persona_from_json (body, -1, NULL);
  person = lueur_person_from_json (person_body, -1, NULL);
  head->companion = g_strdup (persona != NULL ? lueur_persona_get_name (persona) : "");
  head->language = g_strdup (persona != NULL ? lueur_persona_get_language (persona) : "");
  head->person = g_strdup (person != NULL ? lueur_person_get_name (person) : "");
  title = lueur_statement_dup_text (query, 1, 1024);
  head->title = lueur_text_clean_line (title, -1, LUEUR_TITLE_MAX);
  head->created_at = sqlite3_column_int64 (query, 2);
  head->leaf = sqlite3_column_int64 (query, 3);
  if (*head->companion == '\0')
    g_set_str (&head->companion, "Lueur");
  return TRUE;
}

GArray *
lueur_transcript_read_path (LueurDatabase *db, gint64 conversation, gint64 leaf, GError **error)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (LueurStatement) query = lueur_database_query (
    db, error,
    "WITH RECURSIVE path (id, parent) AS ("
    "  SELECT id, parent FROM message WHERE id = ?1 AND conversation = ?2"
    "  UNION ALL"
    "  SELECT m.id, m.parent FROM path JOIN message m ON m.id = path.parent"
    "  WHERE m.id < path.id AND m.conversation = ?2)"
    " SELECT id FROM path",
    "ii", leaf, conversation);
  int code;

  if (query == NULL)
    return NULL;
  while ((code = lueur_database_step (db, query, error)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (query, 0);

      g_array_append_val (path, id);
    }
  for (guint i = 0; i < path->len / 2; i++)
    {
      gint64 other = g_array_index (path, gint64, i);

      g_array_index (path, gint64, i) = g_array_index (path, gint64, path->len - 1 - i);
      g_array_index (path, gint64, path->len - 1 - i) = other;
    }
  return code == SQLITE_DONE ? g_steal_pointer (&path) : NULL;
}

/**
 * lueur_transcript_pass_on:
 * @text: emptied, where it was passed on
 * @end: nothing comes after it
 *
 * Returns: whether whoever takes it has it
 */
gboolean
lueur_transcript_pass_on (const LueurTranscriptWriting *self, GString *text, gboolean end, GError **error)
{
  if (text->len < PIECE_BYTES && !end)
    return TRUE;
  if (!self->sink (self->data, text->str, text->len, error))
    return FALSE;
  g_string_truncate (text, 0);
  return TRUE;
}
