/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A conversation, with what was sent for its replies, into an archive. */

#include "core/exchange/archive/write-private.h"

#include "core/exchange/archive/json.h"
#include "core/exchange/archive/template.h"
#include "core/model/text.h"
#include "core/store/packing.h"

/* What is written of a request's template: JSON and numbers, no text. */
#define TEMPLATE_MAX_BYTES (4 * 1024 * 1024)
/* Where it stands in what is read of a message: id, parent, chosen, role. */
#define ROLE_COLUMN 3

/* --- What was sent ------------------------------------------------------------------------------------------ */

static gint64
reference_of (gpointer data, char mark, gint64 id)
{
  LueurArchiveWriter *self = data;

  if (mark == 'm')
    return lueur_archive_find_number (self->messages, id);
  /* By what they say, not by their ids: few of them, many times. */
  for (guint i = 0; i < self->texts->len; i++)
    if (g_array_index (self->texts, gint64, i) == id)
      return (gint64) i + 1;
  return 0;
}

static gboolean
write_request_texts (LueurArchiveWriter *self, gint64 conversation, const char *prefix, GError **error)
{
  g_autoptr (LueurStatement) query = NULL;
  LueurArchiveList list = { self, prefix, lueur_archive_table (LUEUR_TABLE_REQUEST_TEXT)->member };
  int code;

  g_array_set_size (self->texts, 0);
  query = lueur_database_query (self->db, error,
                                "SELECT t.id, t.text FROM request_text t WHERE octet_length (t.text) <= ?2 AND t.id IN"
                                " (SELECT u.text FROM message m JOIN request_use u ON u.message = m.id"
                                "  WHERE m.conversation = ?1) ORDER BY t.digest",
                                "ii", conversation, (gint64) LUEUR_MESSAGE_MAX_BYTES);
  if (query == NULL)
    return FALSE;
  while ((code = lueur_database_step (self->db, query, error)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (query, 0);
      g_autofree char *text = lueur_statement_dup_text (query, 1, LUEUR_MESSAGE_MAX_BYTES);

      g_array_append_val (self->texts, id);
      g_string_truncate (self->buffer, 0);
      lueur_json_write_string (self->buffer, text);
      if (!lueur_archive_list_add (&list, self->buffer, error))
        return FALSE;
    }
  return code == SQLITE_DONE && lueur_archive_list_end (&list, error);
}

static char *
unpack (LueurStatement *query, int column, gsize max)
{
  gconstpointer data = sqlite3_column_blob (query, column);

  return lueur_unpack (data, (gsize) sqlite3_column_bytes (query, column), max);
}

static gboolean
write_requests (LueurArchiveWriter *self, gint64 conversation, const char *prefix, GError **error)
{
  g_autoptr (LueurStatement) query = NULL;
  LueurArchiveList list = { self, prefix, lueur_archive_table (LUEUR_TABLE_REQUEST)->member };
  int code;

  query = lueur_database_query (self->db, error,
                                "SELECT r.message, r.person, r.account, r.template FROM message m"
                                " JOIN request r ON r.message = m.id WHERE m.conversation = ?1 ORDER BY m.id",
                                "i", conversation);
  if (query == NULL)
    return FALSE;
  while ((code = lueur_database_step (self->db, query, error)) == SQLITE_ROW)
    {
      g_autofree char *account = unpack (query, 2, LUEUR_ACCOUNT_MAX_BYTES);
      g_autofree char *template = unpack (query, 3, TEMPLATE_MAX_BYTES);

      if (account == NULL || template == NULL)
        {
          self->summary->n_left_out++;
          continue;
        }
      g_string_assign (self->buffer, "{");
      lueur_archive_row_write (self->buffer, LUEUR_TABLE_REQUEST, query, lueur_archive_writer_number, self, NULL);
      g_string_append (self->buffer, ", \"account\": ");
      lueur_archive_write_json (self->buffer, account);
      g_string_append (self->buffer, ", \"sent\": ");
      lueur_archive_template_write (self->buffer, template, reference_of, self);
      g_string_append_c (self->buffer, '}');
      if (!lueur_archive_list_add (&list, self->buffer, error))
        return FALSE;
    }
  return code == SQLITE_DONE && lueur_archive_list_end (&list, error);
}

/* --- Conversations -------------------------------------------------------------------------------------------- */

/* Who reads the archive with a program of their own can tell by the mark what no person wrote. */
static void
complete_message (LueurArchiveWriter *self, LueurStatement *query)
{
  if (g_strcmp0 ((const char *) sqlite3_column_text (query, ROLE_COLUMN), "companion") == 0)
    g_string_append (self->buffer, ", \"generated\": true");
  lueur_archive_progress_advance (self->progress, 1);
}

gboolean
lueur_archive_writer_conversation (LueurArchiveWriter *self, gint64 conversation, guint number, GError **error)
{
  g_autofree char *folder = g_strdup_printf ("data/conversations/%05u", number);
  g_autofree char *name = g_strconcat (folder, "/conversation.json", NULL);
  g_autofree char *messages = g_strconcat (folder, "/messages", NULL);
  g_autofree char *opinions = g_strconcat (folder, "/opinions", NULL);
  g_autofree char *texts = g_strconcat (folder, "/request-texts", NULL);
  g_autofree char *requests = g_strconcat (folder, "/requests", NULL);
  g_autoptr (GString) draft = g_string_new (NULL);
  GString *text = self->buffer;

  g_clear_pointer (&self->messages, g_array_unref);
  self->messages = lueur_archive_writer_ids (self, "SELECT id FROM message WHERE conversation = ?1 ORDER BY id",
                                             conversation, error);
  if (self->messages == NULL ||
      !lueur_archive_writer_rows (self, draft, LUEUR_TABLE_DRAFT,
                                  "WHERE conversation = ?1 AND octet_length (text) <= 1048576", conversation, 0, error))
    return FALSE;
  g_string_assign (text, "{\"conversation\": ");
  if (!lueur_archive_writer_rows (self, text, LUEUR_TABLE_CONVERSATION, "WHERE id = ?1", conversation, number, error))
    return FALSE;
  if (draft->len > 0)
    g_string_append_printf (text, ",\n \"draft\": %s", draft->str);
  g_string_append (text, "}\n");
  return lueur_archive_writer_file (self, name, text->str, error) &&
         lueur_archive_writer_list_with (self, LUEUR_TABLE_MESSAGE, messages, "WHERE conversation = ?1 ORDER BY id",
                                         conversation, complete_message, error) &&
         lueur_archive_writer_list (
             self, LUEUR_TABLE_OPINION, opinions,
             "WHERE message IN (SELECT id FROM message WHERE conversation = ?1) ORDER BY message", conversation,
             error) &&
         write_request_texts (self, conversation, texts, error) && write_requests (self, conversation, requests, error);
}
