/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What was sent for a reply. A request repeats nearly all of the one before it, so that it is kept as a template: a
 * message that it quotes stands in it by its id, another text by that of the one copy there is. Erasing a message takes
 * along all that answers to it, and with that every request that could quote it.
 *
 * In the template, \1m12\2 is message 12, \1t7\2 text 7 that is a part of the account, \1s7\2 another. JSON has neither
 * byte.
 */

#include <string.h>

#include "core/model/text.h"
#include "core/store/packing.h"
#include "core/store/verbs.h"

#define REQUEST_MAX_BYTES LUEUR_PACK_MAX_BYTES
#define ACCOUNT_MAX_BYTES LUEUR_ACCOUNT_MAX_BYTES

static char *
unpack (LueurStatement *query, int column, gsize max)
{
  gconstpointer blob = sqlite3_column_blob (query, column);

  return lueur_unpack (blob, (gsize) sqlite3_column_bytes (query, column), max);
}

/* --- What is said before the reply --------------------------------------------------------------------- */

typedef struct
{
  gint64 id;
  char *text;
  gsize length;
} Said;

static void
clear_said (gpointer data)
{
  g_free (((Said *) data)->text);
}

/* The last @n of them, oldest first. */
static GArray *
read_said (LueurDatabase *db, gint64 message, guint n, GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Said));
  g_autoptr (LueurStatement) query = NULL;
  gsize bytes = 0;
  int code;

  g_array_set_clear_func (all, clear_said);
  query = lueur_database_query (db, error,
                                "WITH RECURSIVE path (id, parent, n) AS ("
                                "  SELECT id, parent, 0 FROM message WHERE id = ?1"
                                "  UNION ALL"
                                "  SELECT m.id, m.parent, n + 1 FROM path JOIN message m ON m.id = path.parent"
                                "  WHERE m.id < path.id AND n < ?2)"
                                " SELECT m.id, m.text FROM path JOIN message m ON m.id = path.id"
                                " WHERE path.n > 0 AND octet_length (m.text) BETWEEN 1 AND ?3 ORDER BY path.n DESC",
                                "iii", message, (gint64) n, (gint64) LUEUR_MESSAGE_MAX_BYTES);
  if (query == NULL)
    return NULL;
  while ((code = lueur_database_step (db, query, error)) == SQLITE_ROW && bytes <= REQUEST_MAX_BYTES)
    {
      Said said = { sqlite3_column_int64 (query, 0), lueur_statement_dup_text (query, 1, LUEUR_MESSAGE_MAX_BYTES), 0 };

      said.length = strlen (said.text);
      bytes += said.length;
      g_array_append_val (all, said);
    }
  return code == SQLITE_DONE || code == SQLITE_ROW ? g_steal_pointer (&all) : NULL;
}

/* The message that @text begins with, as a whole paragraph or more; the nearest after @from. */
static const Said *
match_said (const GArray *all, guint *from, const char *text)
{
  for (guint i = *from; i < all->len; i++)
    {
      const Said *said = &g_array_index (all, Said, i);

      if (said->length > 0 && strncmp (text, said->text, said->length) == 0 &&
          (text[said->length] == '\0' || g_str_has_prefix (text + said->length, "\n\n")))
        {
          *from = i + 1;
          return said;
        }
    }
  return NULL;
}

/* --- Writing ------------------------------------------------------------------------------------------- */

typedef struct
{
  LueurDatabase *db;
  GString *template;
  GArray *said;    /* Said */
  guint from;      /* of them, what comes next */
  GHashTable *uses; /* ids of texts */
} Writing;

static gboolean
refer_to_text (Writing *self, char mark, const char *text, gsize length, GError **error)
{
  g_autofree char *whole = g_strndup (text, length);
  g_autofree char *digest = NULL;
  gint64 id;

  if (length == 0)
    return TRUE;
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, whole, -1);
  if (!lueur_database_run (self->db, error, "INSERT OR IGNORE INTO request_text (digest, text) VALUES (?1, ?2)", "ss",
                           digest, whole) ||
      !lueur_database_get_int (self->db, error, &id, 0, "SELECT id FROM request_text WHERE digest = ?1", "s", digest))
    return FALSE;
  g_hash_table_add (self->uses, g_memdup2 (&id, sizeof id));
  g_string_append_printf (self->template, "\001%c%" G_GINT64_FORMAT "\002", mark, id);
  return TRUE;
}

/* One turn may hold several messages, a blank line apart, and something else between them. */
static gboolean
refer_to_said (Writing *self, const char *text, GError **error)
{
  const char *other = text;

  for (const char *p = text; *p != '\0';)
    {
      const Said *said = match_said (self->said, &self->from, p);

      if (said != NULL)
        {
          if (!refer_to_text (self, 's', other, p - other, error))
            return FALSE;
          g_string_append_printf (self->template, "\001m%" G_GINT64_FORMAT "\002", said->id);
          p += said->length;
          other = p;
        }
      else
        {
          p = strstr (p, "\n\n");
          if (p == NULL)
            break;
        }
      if (g_str_has_prefix (p, "\n\n"))
        p += 2;
    }
  return refer_to_text (self, 's', other, strlen (other), error);
}

static gboolean
write_template (Writing *self, const LueurRequestRow *row, GError **error)
{
  for (guint i = 0; i < row->pieces->len; i++)
    {
      const LueurRequestPiece *piece = g_ptr_array_index (row->pieces, i);

      switch (piece->kind)
        {
        case LUEUR_PIECE_TEXT:
          if (!refer_to_text (self, 't', piece->text, strlen (piece->text), error))
            return FALSE;
          break;
        case LUEUR_PIECE_SAID:
          if (!refer_to_said (self, piece->text, error))
            return FALSE;
          break;
        case LUEUR_PIECE_LITERAL:
        default:
          if (strchr (piece->text, 1) == NULL)
            g_string_append (self->template, piece->text);
        }
    }
  return TRUE;
}

static gboolean
insert (Writing *self, const LueurRequestRow *row, GError **error)
{
  g_autoptr (GBytes) account = lueur_pack (row->account);
  g_autoptr (GBytes) template = lueur_pack (self->template->str);
  g_autoptr (LueurStatement) query = NULL;
  GHashTableIter iter;
  gint64 *text;

  if (account == NULL || template == NULL)
    {
      g_set_error_literal (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_FAILED, "too large a request");
      return FALSE;
    }
  query = lueur_database_query (self->db, error,
                                "INSERT INTO request (message, person, account, template) VALUES (?1, ?2, ?3, ?4)",
                                "iIII", row->message, row->person, (gint64) 0, (gint64) 0);
  if (query == NULL)
    return FALSE;
  if (sqlite3_bind_blob64 (query, 3, g_bytes_get_data (account, NULL), g_bytes_get_size (account), SQLITE_STATIC) != SQLITE_OK ||
      sqlite3_bind_blob64 (query, 4, g_bytes_get_data (template, NULL), g_bytes_get_size (template), SQLITE_STATIC) != SQLITE_OK)
    return lueur_database_fail (self->db, SQLITE_NOMEM, error);
  if (lueur_database_step (self->db, query, error) != SQLITE_DONE)
    return FALSE;
  g_hash_table_iter_init (&iter, self->uses);
  while (g_hash_table_iter_next (&iter, (gpointer *) &text, NULL))
    if (!lueur_database_run (self->db, error, "INSERT INTO request_use (message, text) VALUES (?1, ?2)", "ii",
                             row->message, *text))
      return FALSE;
  return TRUE;
}

static gboolean
save (LueurDatabase *db, const LueurRequestRow *row, GError **error)
{
  g_autoptr (GString) template = g_string_new (NULL);
  g_autoptr (GHashTable) uses = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) said = NULL;
  Writing writing = { .db = db, .template = template, .uses = uses };
  gint64 known;

  if (!lueur_database_get_int (db, error, &known, 0, "SELECT 1 FROM message WHERE id = ?1", "i", row->message) ||
      !lueur_database_run (db, error, "DELETE FROM request WHERE message = ?1", "i", row->message))
    return FALSE;
  if (lueur_database_get_changes (db) > 0 && !lueur_verb_forget_request_texts (db, error))
    return FALSE;
  /* Erased while it was asked for; or nothing is to be kept. */
  if (!known || row->pieces == NULL)
    return TRUE;
  said = writing.said = read_said (db, row->message, row->pieces->len + 16, error);
  return said != NULL && write_template (&writing, row, error) && insert (&writing, row, error);
}

gboolean
lueur_verb_save_request (LueurDatabase *db, const LueurRequestRow *row, GError **error)
{
  if (!lueur_database_begin (db, FALSE, error))
    return FALSE;
  if (save (db, row, error) && lueur_database_commit (db, error))
    return TRUE;
  lueur_database_rollback (db);
  return FALSE;
}

/* --- Reading ------------------------------------------------------------------------------------------- */

static void
add_piece (LueurRequestRow *row, LueurPieceKind kind, char *text)
{
  LueurRequestPiece *piece = g_new0 (LueurRequestPiece, 1);

  piece->kind = kind;
  piece->text = text;
  g_ptr_array_add (row->pieces, piece);
}

static gboolean
resolve (LueurDatabase *db, LueurRequestRow *row, char mark, gint64 id, gsize *bytes, GError **error)
{
  const char *sql = mark == 'm' ? "SELECT text FROM message WHERE id = ?1 AND octet_length (text) <= ?2"
                                : "SELECT text FROM request_text WHERE id = ?1 AND octet_length (text) <= ?2";
  g_autoptr (LueurStatement) query = lueur_database_query (db, error, sql, "ii", id, (gint64) LUEUR_MESSAGE_MAX_BYTES);
  int code;

  if (query == NULL)
    return FALSE;
  code = lueur_database_step (db, query, error);
  if (code == SQLITE_ROW)
    {
      char *text = lueur_statement_dup_text (query, 0, LUEUR_MESSAGE_MAX_BYTES);

      *bytes += strlen (text);
      add_piece (row, mark == 't' ? LUEUR_PIECE_TEXT : LUEUR_PIECE_SAID, text);
    }
  return code == SQLITE_ROW || code == SQLITE_DONE;
}

static gboolean
read_template (LueurDatabase *db, LueurRequestRow *row, const char *template, GError **error)
{
  gsize bytes = 0;

  for (const char *p = template; *p != '\0' && bytes <= REQUEST_MAX_BYTES;)
    {
      const char *mark = strchr (p, 1);
      char *end;
      gint64 id;

      if (mark != p)
        add_piece (row, LUEUR_PIECE_LITERAL, mark != NULL ? g_strndup (p, mark - p) : g_strdup (p));
      if (mark == NULL || mark[1] == '\0')
        break;
      id = g_ascii_strtoll (mark + 2, &end, 10);
      if (*end != 2 || strchr ("mst", mark[1]) == NULL)
        break;
      if (!resolve (db, row, mark[1], id, &bytes, error))
        return FALSE;
      p = end + 1;
    }
  return TRUE;
}

LueurRequestRow *
lueur_verb_read_request (LueurDatabase *db, gint64 message, GError **error)
{
  g_autoptr (LueurRequestRow) row = g_new0 (LueurRequestRow, 1);
  g_autoptr (LueurStatement) query = NULL;
  g_autofree char *template = NULL;

  row->message = message;
  query = lueur_database_query (db, error,
                                "SELECT person, account, template FROM request WHERE message = ?1"
                                " AND length (account) <= ?2 AND length (template) <= ?3",
                                "iii", message, (gint64) ACCOUNT_MAX_BYTES, (gint64) REQUEST_MAX_BYTES);
  if (query == NULL)
    return NULL;
  switch (lueur_database_step (db, query, error))
    {
    case SQLITE_ROW:
      row->person = sqlite3_column_int64 (query, 0);
      row->account = unpack (query, 1, ACCOUNT_MAX_BYTES);
      template = unpack (query, 2, REQUEST_MAX_BYTES);
      break;
    case SQLITE_DONE:
      return g_steal_pointer (&row);
    default:
      return NULL;
    }
  if (row->account == NULL || template == NULL)
    return g_steal_pointer (&row);
  row->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) lueur_request_piece_free);
  return read_template (db, row, template, error) ? g_steal_pointer (&row) : NULL;
}

/* --- Erasing -------------------------------------------------------------------------------------------- */

/* What no request quotes any more. */
gboolean
lueur_verb_forget_request_texts (LueurDatabase *db, GError **error)
{
  return lueur_database_run (db, error,
                             "DELETE FROM request_text WHERE NOT EXISTS"
                             " (SELECT 1 FROM request_use u WHERE u.text = request_text.id)",
                             "");
}

/**
 * lueur_verb_forget_requests:
 *
 * After rows were erased, inside the same transaction: what requests kept of them goes too. A message in the bin may
 * have quoted what was erased from the conversation that it came from.
 */
gboolean
lueur_verb_forget_requests (LueurDatabase *db, LueurKind kind, gint64 id, GError **error)
{
  if (kind == LUEUR_KIND_PERSON && !lueur_database_run (db, error, "DELETE FROM request WHERE person = ?1", "i", id))
    return FALSE;
  return lueur_database_run (db, error,
                             "WITH RECURSIVE broken (id) AS ("
                             "  SELECT c.id FROM conversation c WHERE c.origin_parent IS NOT NULL"
                             "   AND NOT EXISTS (SELECT 1 FROM message p WHERE p.id = c.origin_parent)"
                             "  UNION"
                             "  SELECT c.id FROM broken JOIN message p ON p.conversation = broken.id"
                             "   JOIN conversation c ON c.origin_parent = p.id)"
                             " DELETE FROM request WHERE message IN"
                             "  (SELECT m.id FROM broken JOIN message m ON m.conversation = broken.id)",
                             "") &&
         lueur_verb_forget_request_texts (db, error);
}
