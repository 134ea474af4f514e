/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A conversation: compared with those that were begun at the same moment, and added if none has all that it has. */

#include "core/exchange/archive/import-private.h"

#include <string.h>

#include "core/store/packing.h"
#include "core/store/verbs.h"

static gboolean
find_candidates (LueurArchiveImporter *self, gint64 persona, gint64 created_at, GError **error)
{
  g_autoptr (LueurStatement) query =
      lueur_database_query (self->db, error,
                            "SELECT id FROM conversation WHERE persona = ?1 AND created_at = ?2 AND id <= ?3 AND "
                            "deleted_at IS NULL ORDER BY id",
                            "iii", persona, created_at, self->last_conversation);
  int code;

  g_array_set_size (self->candidates, 0);
  self->at = 0;
  if (query == NULL)
    return FALSE;
  while ((code = lueur_database_step (self->db, query, error)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (query, 0);

      g_array_append_val (self->candidates, id);
    }
  return code == SQLITE_DONE;
}

static gboolean
add_conversation (LueurArchiveImporter *self, LueurArchiveRow *row, gint64 persona, GError **error)
{
  LueurArchiveValue *person = at (row, LUEUR_TABLE_CONVERSATION, "person");
  LueurArchiveValue *leaf = at (row, LUEUR_TABLE_CONVERSATION, "leaf");

  at (row, LUEUR_TABLE_CONVERSATION, "persona")->number = persona;
  person->number = person->is_null ? self->main : id_at (self->persons, person->number);
  person->is_null = person->number == 0;
  leaf->is_null = TRUE; /* once it is there */
  self->conversation = lueur_archive_row_insert (self->db, row, LUEUR_TABLE_CONVERSATION, 0, NULL, error);
  if (self->conversation == 0)
    return FALSE;
  self->account->n_conversations++;
  self->account->n_conversations_beside += self->candidates->len > 0;
  return TRUE;
}

gboolean
lueur_archive_import_conversation (LueurArchiveImporter *self, LueurArchiveRow *row, GError **error)
{
  guint number = (guint) at (row, LUEUR_TABLE_CONVERSATION, "id")->number;
  gint64 persona = id_at (self->personas, at (row, LUEUR_TABLE_CONVERSATION, "persona")->number);

  g_array_set_size (self->messages, 0);
  g_array_set_size (self->depths, 0);
  g_array_set_size (self->chosen, 0);
  g_array_set_size (self->texts, 0);
  self->differs = FALSE;
  self->shown = at (row, LUEUR_TABLE_CONVERSATION, "leaf")->number;
  if (number != self->number &&
      !find_candidates (self, persona, at (row, LUEUR_TABLE_CONVERSATION, "created_at")->number, error))
    return FALSE;
  self->number = number;
  if (self->at < self->candidates->len)
    {
      self->state = LUEUR_ARCHIVE_COMPARING;
      self->conversation = g_array_index (self->candidates, gint64, self->at);
      return TRUE;
    }
  self->state = LUEUR_ARCHIVE_ADDING;
  return add_conversation (self, row, persona, error);
}

static gboolean
compare_message (LueurArchiveImporter *self, LueurArchiveRow *row, GError **error)
{
  gint64 id = 0;
  gint64 parent = id_at (self->messages, at (row, LUEUR_TABLE_MESSAGE, "parent")->number);

  if (!self->differs && !lueur_database_get_int (
                            self->db, error, &id, 0,
                            "SELECT id FROM message WHERE conversation = ?1 AND parent IS ?2 AND created_at = ?3"
                            " AND role = ?4 AND text = ?5 ORDER BY id LIMIT 1",
                            "iIiss", self->conversation, parent, at (row, LUEUR_TABLE_MESSAGE, "created_at")->number,
                            at (row, LUEUR_TABLE_MESSAGE, "role")->text, at (row, LUEUR_TABLE_MESSAGE, "text")->text))
    return FALSE;
  self->differs = self->differs || id == 0;
  g_array_append_val (self->messages, id);
  return TRUE;
}

static gboolean
take_message (LueurArchiveImporter *self, LueurArchiveRow *row, GError **error)
{
  LueurArchiveValue *parent = at (row, LUEUR_TABLE_MESSAGE, "parent");
  LueurArchiveValue *chosen = at (row, LUEUR_TABLE_MESSAGE, "chosen");
  gint64 depth = parent->is_null ? 1 : id_at (self->depths, parent->number) + 1;
  gint64 id;

  if (self->state == LUEUR_ARCHIVE_COMPARING)
    return compare_message (self, row, error);
  g_array_append_val (self->chosen, chosen->number);
  g_array_append_val (self->depths, depth);
  parent->number = id_at (self->messages, parent->number);
  at (row, LUEUR_TABLE_MESSAGE, "depth")->number = depth;
  chosen->is_null = TRUE; /* once it is there */
  id = lueur_archive_row_insert (self->db, row, LUEUR_TABLE_MESSAGE, self->conversation, NULL, error);
  g_array_append_val (self->messages, id);
  self->account->n_messages++;
  return id != 0;
}

gboolean
lueur_archive_import_of_conversation (LueurArchiveImporter *self, LueurArchiveTableId table, LueurArchiveRow *row,
                                      GError **error)
{
  if (table == LUEUR_TABLE_MESSAGE)
    return take_message (self, row, error);
  if (self->state != LUEUR_ARCHIVE_ADDING)
    return TRUE;
  if (table == LUEUR_TABLE_DRAFT)
    return lueur_archive_row_insert (self->db, row, table, self->conversation, NULL, error) != 0;
  at (row, table, "message")->number = id_at (self->messages, at (row, table, "message")->number);
  return lueur_archive_row_insert (self->db, row, table, 0, NULL, error) != 0;
}

gboolean
lueur_archive_import_text (gpointer data, const char *text, GError **error)
{
  LueurArchiveImporter *self = data;
  g_autofree char *digest = NULL;
  gint64 id;

  if (self->state != LUEUR_ARCHIVE_ADDING)
    return TRUE;
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  if (!lueur_database_run (self->db, error, "INSERT OR IGNORE INTO request_text (digest, text) VALUES (?1, ?2)", "ss",
                           digest, text) ||
      !lueur_database_get_int (self->db, error, &id, 0, "SELECT id FROM request_text WHERE digest = ?1", "s", digest))
    return FALSE;
  g_array_append_val (self->texts, id);
  return TRUE;
}

gint64
lueur_archive_import_reference (gpointer data, char mark, gint64 number)
{
  LueurArchiveImporter *self = data;

  if (self->state != LUEUR_ARCHIVE_ADDING)
    return number;
  return id_at (mark == 'm' ? self->messages : self->texts, number);
}

gboolean
lueur_archive_import_request (gpointer data, LueurArchiveRow *row, const char *account, const char *template,
                              GArray *texts, GError **error)
{
  LueurArchiveImporter *self = data;
  g_autoptr (LueurStatement) query = NULL;
  g_autoptr (GBytes) packed_account = NULL, packed_template = NULL;
  gint64 message;

  if (self->state != LUEUR_ARCHIVE_ADDING)
    return TRUE;
  packed_account = lueur_pack (account);
  packed_template = lueur_pack (template);
  if (packed_account == NULL || packed_template == NULL || strlen (account) > LUEUR_ACCOUNT_MAX_BYTES)
    return lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_TOO_LARGE, "The archive holds more than is allowed.");
  message = id_at (self->messages, at (row, LUEUR_TABLE_REQUEST, "message")->number);
  query = lueur_database_query (
      self->db, error, "INSERT INTO request (message, person, account, template) VALUES (?1, ?2, ?3, ?4)", "iIII",
      message, id_at (self->persons, at (row, LUEUR_TABLE_REQUEST, "person")->number), (gint64) 0, (gint64) 0);
  if (query == NULL)
    return FALSE;
  if (sqlite3_bind_blob64 (query, 3, g_bytes_get_data (packed_account, NULL), g_bytes_get_size (packed_account),
                           SQLITE_STATIC) != SQLITE_OK ||
      sqlite3_bind_blob64 (query, 4, g_bytes_get_data (packed_template, NULL), g_bytes_get_size (packed_template),
                           SQLITE_STATIC) != SQLITE_OK)
    return lueur_database_fail (self->db, SQLITE_NOMEM, error);
  if (lueur_database_step (self->db, query, error) != SQLITE_DONE)
    return FALSE;
  for (guint i = 0; i < texts->len; i++)
    if (!lueur_database_run (self->db, error, "INSERT INTO request_use (message, text) VALUES (?1, ?2)", "ii", message,
                             g_array_index (texts, gint64, i)))
      return FALSE;
  return TRUE;
}

gboolean
lueur_archive_import_ended (gpointer data, gboolean *again, GError **error)
{
  LueurArchiveImporter *self = data;

  if (self->state == LUEUR_ARCHIVE_COMPARING)
    {
      *again = self->differs;
      self->at += self->differs;
      self->account->n_conversations_here += !self->differs;
      return TRUE;
    }
  for (guint i = 0; i < self->chosen->len; i++)
    {
      gint64 chosen = g_array_index (self->chosen, gint64, i);

      if (chosen != 0 &&
          !lueur_database_run (self->db, error, "UPDATE message SET chosen = ?2 WHERE id = ?1", "ii",
                               g_array_index (self->messages, gint64, i), id_at (self->messages, chosen)))
        return FALSE;
    }
  return lueur_verb_refresh_conversation (self->db, self->conversation, id_at (self->messages, self->shown), error);
}
