/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Everything into one archive. What the store holds is looked at once, in one transaction of a reader; rows go from SQLite
 * into the zip one by one, so that the longest conversation costs no more memory than its longest message.
 */

#include "core/exchange/archive-private.h"

#include <string.h>

#include "core/exchange/png.h"
#include "core/model/text.h"
#include "core/store/packing.h"
#include "lueur-config.h"

/* What is written of a request's template: JSON and numbers, no text. */
#define TEMPLATE_MAX_BYTES (4 * 1024 * 1024)
/* Where it stands in what is read of a message: id, parent, chosen, role. */
#define ROLE_COLUMN 3

typedef struct
{
  LueurDatabase *db;
  LueurArchiveOut *out;
  const LueurArchiveExport *order;
  LueurArchiveProgress *progress;
  GCancellable *cancellable;
  GArray *personas;      /* ids, by their numbers */
  GArray *persons;
  GArray *conversations;
  GArray *messages;      /* of the conversation that is being written */
  GArray *texts;         /* of its requests, in the order of the archive */
  GString *buffer;
  gint64 number;         /* of the row that is being written, where rows have one */
  LueurArchiveSummary *summary;
} Writing;

/* A list that goes on in a next file when one is full. */
typedef struct
{
  Writing *writing;
  const char *prefix; /* "data/conversations/00001/messages" */
  const char *member;
  guint part;
  guint n_rows;
  gsize n_bytes;
} List;

/* --- Numbers --------------------------------------------------------------------------------------------- */

/* Ids in order: where they stand is their number, counted from 1. */
static gint64
find_number (const GArray *ids, gint64 id)
{
  guint from = 0, to = ids->len;

  while (from < to)
    {
      guint half = from + (to - from) / 2;

      if (g_array_index (ids, gint64, half) < id)
        from = half + 1;
      else
        to = half;
    }
  return from < ids->len && g_array_index (ids, gint64, from) == id ? (gint64) from + 1 : 0;
}

static gint64
number_of (gpointer data, LueurArchiveKind kind, gint64 id)
{
  Writing *self = data;

  switch ((int) kind)
    {
    case LUEUR_COLUMN_PERSONA:
      return find_number (self->personas, id);
    case LUEUR_COLUMN_PERSON:
      return find_number (self->persons, id);
    case LUEUR_COLUMN_MESSAGE:
      return find_number (self->messages, id);
    default: /* of what is being written itself */
      return self->number;
    }
}

static GArray *
read_ids (Writing *self, const char *sql, gint64 of, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (LueurStatement) query = lueur_database_query (self->db, error, sql, strchr (sql, '?') ? "i" : "", of);
  int code;

  if (query == NULL)
    return NULL;
  while ((code = lueur_database_step (self->db, query, error)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (query, 0);

      g_array_append_val (ids, id);
    }
  return code == SQLITE_DONE ? g_steal_pointer (&ids) : NULL;
}

/* --- Lists ----------------------------------------------------------------------------------------------- */

static gboolean
write_text (Writing *self, const char *text, GError **error)
{
  return lueur_archive_out_write (self->out, text, strlen (text), error);
}

static gboolean
write_file (Writing *self, const char *name, const char *text, GError **error)
{
  return lueur_archive_out_begin (self->out, name, error) && write_text (self, text, error);
}

static gboolean
list_end (List *list, GError **error)
{
  if (list->n_rows == 0)
    return TRUE;
  list->n_rows = 0;
  list->n_bytes = 0;
  return write_text (list->writing, "\n]}\n", error);
}

/* One row: the JSON that is in @buffer. */
static gboolean
list_add (List *list, GString *buffer, GError **error)
{
  Writing *self = list->writing;
  gboolean begins;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if ((list->n_rows >= LUEUR_ARCHIVE_PART_ROWS || list->n_bytes >= LUEUR_ARCHIVE_PART_BYTES) && !list_end (list, error))
    return FALSE;
  begins = list->n_rows++ == 0;
  if (begins)
    {
      g_autofree char *name = g_strdup_printf ("%s-%05u.json", list->prefix, ++list->part);
      g_autofree char *head = g_strdup_printf ("{\"%s\": [\n", list->member);

      if (!write_file (self, name, head, error))
        return FALSE;
    }
  list->n_bytes += buffer->len;
  return (begins || write_text (self, ",\n", error)) && lueur_archive_out_write (self->out, buffer->str, buffer->len, error);
}

/* The rows of @table that @rest picks, as a list. */
static gboolean
write_list (Writing *self, LueurArchiveTableId table, const char *prefix, const char *rest, gint64 of, GError **error)
{
  g_autofree char *sql = lueur_archive_select (table, rest);
  g_autoptr (LueurStatement) query = lueur_database_query (self->db, error, sql, strchr (rest, '?') ? "i" : "", of);
  List list = { self, prefix, lueur_archive_table (table)->member };
  int code;

  self->number = 0;
  if (query == NULL)
    return FALSE;
  while ((code = lueur_database_step (self->db, query, error)) == SQLITE_ROW)
    {
      self->number++;
      g_string_assign (self->buffer, "{");
      lueur_archive_row_write (self->buffer, table, query, number_of, self, NULL);
      g_string_append_c (self->buffer, '}');
      if (!list_add (&list, self->buffer, error))
        return FALSE;
    }
  return code == SQLITE_DONE && list_end (&list, error);
}

/* --- What the archive says of itself ---------------------------------------------------------------------- */

static gboolean
count_one (Writing *self, guint *n, const char *sql, GError **error)
{
  gint64 counted;

  if (!lueur_database_get_int (self->db, error, &counted, 0, sql, ""))
    return FALSE;
  *n = (guint) CLAMP (counted, 0, G_MAXINT);
  return TRUE;
}

static gboolean
count (Writing *self, GError **error)
{
  LueurArchiveSummary *summary = self->summary;

  self->persons = read_ids (self, "SELECT id FROM person ORDER BY id", 0, error);
  self->personas = self->persons == NULL ? NULL
    : read_ids (self, "SELECT id FROM persona WHERE deleted_at IS NULL AND octet_length (body) <= 4194304 ORDER BY id", 0,
                error);
  self->conversations = self->personas == NULL ? NULL
    : read_ids (self, "SELECT c.id FROM conversation c JOIN persona p ON p.id = c.persona AND p.deleted_at IS NULL"
                      "  AND octet_length (p.body) <= 4194304"
                      " WHERE c.deleted_at IS NULL ORDER BY c.id", 0, error);
  if (self->conversations == NULL)
    return FALSE;
  for (guint i = 0; i < self->conversations->len; i++)
    {
      gint64 n;

      if (!lueur_database_get_int (self->db, error, &n, 0, "SELECT count (*) FROM message WHERE conversation = ?1", "i",
                                   g_array_index (self->conversations, gint64, i)))
        return FALSE;
      summary->n_messages += (guint64) n;
    }
  if (!count_one (self, &summary->n_days, "SELECT count (DISTINCT day) FROM usage_hour", error) ||
      !count_one (self, &summary->n_people, "SELECT count (*) FROM record WHERE kind = 'person'", error))
    return FALSE;
  summary->n_companions = self->personas->len;
  summary->n_conversations = self->conversations->len;
  /* Each message twice: as JSON, and in what people read. */
  lueur_archive_progress_set_total (self->progress, summary->n_messages * 2 + 1);
  return TRUE;
}

static gboolean
write_manifest (Writing *self, GError **error)
{
  static const char *const left_out[] = {
    "what is in the bin", "the keys of model servers: they are in the keyring and in no file", NULL,
  };
  GString *text = self->buffer;

  g_string_assign (text, "{\n  \"format\": ");
  lueur_json_write_string (text, LUEUR_ARCHIVE_FORMAT);
  g_string_append_printf (text, ",\n  \"version\": %d,\n  \"made\": \"%s\",\n  \"program\": \"Lueur %s\",\n  \"notice\": ",
                          LUEUR_ARCHIVE_VERSION, self->summary->made, LUEUR_VERSION);
  lueur_json_write_string (text, lueur_archive_get_notice (self->order->language));
  g_string_append_printf (text,
                          ",\n  \"generated\": {\"by\": \"AI\", \"mark\": \"generated\", \"where\": \"every message of a "
                          "companion\"},\n  \"companions\": %u,\n  \"conversations\": %u,\n  \"messages\": %" G_GUINT64_FORMAT
                          ",\n  \"left_out\": [",
                          self->summary->n_companions, self->summary->n_conversations, self->summary->n_messages);
  for (guint i = 0; left_out[i] != NULL; i++)
    {
      g_string_append (text, i > 0 ? ", " : "");
      lueur_json_write_string (text, left_out[i]);
    }
  g_string_append (text, "]\n}\n");
  return write_file (self, "lueur.json", text->str, error);
}

/* --- Companions ------------------------------------------------------------------------------------------- */

static const char *
ending_of (gconstpointer data, gsize length)
{
  const char *bytes = data;

  if (length > 8 && memcmp (bytes, "\x89PNG", 4) == 0)
    return "png";
  for (gsize i = 0; i < length && i < 64; i++)
    if (!g_ascii_isspace (bytes[i]) && (guchar) bytes[i] < 0x80)
      return bytes[i] == '{' ? "json" : "charx";
  return "charx";
}

/* The files of a companion, which stand behind what tells of them: an archive is read from its beginning to its end.
 * @rows: (nullable): gets what tells of them; else they are written. */
static gboolean
write_files (Writing *self, LueurArchiveTableId table, gint64 persona, guint number, GString *rows, GError **error)
{
  gboolean book = table == LUEUR_TABLE_BOOK;
  g_autofree char *sql = lueur_archive_select (table, book ? "WHERE persona = ?1 ORDER BY id" : "WHERE persona = ?1");
  g_autoptr (LueurStatement) query = lueur_database_query (self->db, error, sql, "i", persona);
  guint n = 0;
  int at = book ? 1 : 0, code;

  if (query == NULL)
    return FALSE;
  while ((code = lueur_database_step (self->db, query, error)) == SQLITE_ROW)
    {
      gconstpointer data = sqlite3_column_blob (query, at);
      gsize length = (gsize) sqlite3_column_bytes (query, at);
      g_autofree char *name = NULL;

      if (length == 0 || length > LUEUR_ARCHIVE_FILE_MAX)
        {
          self->summary->n_left_out += rows != NULL;
          continue;
        }
      n++;
      name = book ? g_strdup_printf ("data/companions/%05u/original-lorebook-%02u.%s", number, n, ending_of (data, length))
                  : g_strdup_printf ("data/companions/%05u/original-card.%s", number, ending_of (data, length));
      if (rows == NULL)
        {
          if (!lueur_archive_out_begin (self->out, name, error) || !lueur_archive_out_write (self->out, data, length, error))
            return FALSE;
          continue;
        }
      g_string_append (rows, rows->len > 0 ? ",\n  {" : "{");
      lueur_archive_row_write (rows, table, query, number_of, self, name);
      g_string_append_c (rows, '}');
    }
  return code == SQLITE_DONE;
}

/* The rows of @table that are @of something, joined by commas. @number: 0 where they have none */
static gboolean
append_rows (Writing *self, GString *out, LueurArchiveTableId table, const char *rest, gint64 of, guint number,
             GError **error)
{
  g_autofree char *sql = lueur_archive_select (table, rest);
  g_autoptr (LueurStatement) query = lueur_database_query (self->db, error, sql, "i", of);
  gsize before = out->len;
  int code;

  self->number = number;
  if (query == NULL)
    return FALSE;
  while ((code = lueur_database_step (self->db, query, error)) == SQLITE_ROW)
    {
      g_string_append (out, out->len > before ? ",\n  {" : "{");
      lueur_archive_row_write (out, table, query, number_of, self, NULL);
      g_string_append_c (out, '}');
    }
  return code == SQLITE_DONE;
}

static gboolean
write_companion (Writing *self, gint64 persona, guint number, GError **error)
{
  g_autofree char *name = g_strdup_printf ("data/companions/%05u/companion.json", number);
  g_autofree char *versions = g_strdup_printf ("data/companions/%05u/versions", number);
  g_autoptr (GString) books = g_string_new (NULL), card = g_string_new (NULL), review = g_string_new (NULL),
                      rituals = g_string_new (NULL);
  GString *text = self->buffer;

  if (!write_files (self, LUEUR_TABLE_BOOK, persona, number, books, error) ||
      !write_files (self, LUEUR_TABLE_CARD, persona, number, card, error) ||
      !append_rows (self, review, LUEUR_TABLE_REVIEW, "WHERE persona = ?1", persona, 0, error) ||
      !append_rows (self, rituals, LUEUR_TABLE_RITUAL, "WHERE persona = ?1 ORDER BY kind", persona, 0, error))
    return FALSE;
  g_string_assign (text, "{\"companion\": ");
  if (!append_rows (self, text, LUEUR_TABLE_PERSONA, "WHERE id = ?1", persona, number, error))
    return FALSE;
  if (card->len > 0)
    g_string_append_printf (text, ",\n \"card\": %s", card->str);
  if (books->len > 0)
    g_string_append_printf (text, ",\n \"books\": [%s]", books->str);
  if (review->len > 0)
    g_string_append_printf (text, ",\n \"review\": %s", review->str);
  if (rituals->len > 0)
    g_string_append_printf (text, ",\n \"rituals\": [%s]", rituals->str);
  g_string_append (text, "}\n");
  return write_file (self, name, text->str, error) &&
         write_files (self, LUEUR_TABLE_CARD, persona, number, NULL, error) &&
         write_files (self, LUEUR_TABLE_BOOK, persona, number, NULL, error) &&
         write_list (self, LUEUR_TABLE_VERSION, versions,
                     "WHERE persona = ?1 AND octet_length (body) <= 4194304 ORDER BY version", persona, error);
}

/* --- What was sent ------------------------------------------------------------------------------------------ */

static gint64
reference_of (gpointer data, char mark, gint64 id)
{
  Writing *self = data;

  if (mark == 'm')
    return find_number (self->messages, id);
  /* By what they say, not by their ids: few of them, many times. */
  for (guint i = 0; i < self->texts->len; i++)
    if (g_array_index (self->texts, gint64, i) == id)
      return (gint64) i + 1;
  return 0;
}

static gboolean
write_request_texts (Writing *self, gint64 conversation, const char *prefix, GError **error)
{
  g_autoptr (LueurStatement) query = NULL;
  List list = { self, prefix, lueur_archive_table (LUEUR_TABLE_REQUEST_TEXT)->member };
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
      if (!list_add (&list, self->buffer, error))
        return FALSE;
    }
  return code == SQLITE_DONE && list_end (&list, error);
}

static char *
unpack (LueurStatement *query, int column, gsize max)
{
  gconstpointer data = sqlite3_column_blob (query, column);

  return lueur_unpack (data, (gsize) sqlite3_column_bytes (query, column), max);
}

static gboolean
write_requests (Writing *self, gint64 conversation, const char *prefix, GError **error)
{
  g_autoptr (LueurStatement) query = NULL;
  List list = { self, prefix, lueur_archive_table (LUEUR_TABLE_REQUEST)->member };
  int code;

  query = lueur_database_query (self->db, error,
                                "SELECT r.message, r.person, r.account, r.template FROM message m"
                                " JOIN request r ON r.message = m.id WHERE m.conversation = ?1 ORDER BY m.id", "i",
                                conversation);
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
      lueur_archive_row_write (self->buffer, LUEUR_TABLE_REQUEST, query, number_of, self, NULL);
      g_string_append (self->buffer, ", \"account\": ");
      lueur_archive_write_json (self->buffer, account);
      g_string_append (self->buffer, ", \"sent\": ");
      lueur_archive_template_write (self->buffer, template, reference_of, self);
      g_string_append_c (self->buffer, '}');
      if (!list_add (&list, self->buffer, error))
        return FALSE;
    }
  return code == SQLITE_DONE && list_end (&list, error);
}

/* --- Conversations -------------------------------------------------------------------------------------------- */

/* Who reads the archive with a program of their own can tell by the mark what no person wrote. */
static gboolean
write_messages (Writing *self, gint64 conversation, const char *prefix, GError **error)
{
  g_autofree char *sql = lueur_archive_select (LUEUR_TABLE_MESSAGE, "WHERE conversation = ?1 ORDER BY id");
  g_autoptr (LueurStatement) query = lueur_database_query (self->db, error, sql, "i", conversation);
  List list = { self, prefix, lueur_archive_table (LUEUR_TABLE_MESSAGE)->member };
  int code;

  self->number = 0;
  if (query == NULL)
    return FALSE;
  while ((code = lueur_database_step (self->db, query, error)) == SQLITE_ROW)
    {
      self->number++;
      g_string_assign (self->buffer, "{");
      lueur_archive_row_write (self->buffer, LUEUR_TABLE_MESSAGE, query, number_of, self, NULL);
      if (g_strcmp0 ((const char *) sqlite3_column_text (query, ROLE_COLUMN), "companion") == 0)
        g_string_append (self->buffer, ", \"generated\": true");
      g_string_append_c (self->buffer, '}');
      if (!list_add (&list, self->buffer, error))
        return FALSE;
      lueur_archive_progress_advance (self->progress, 1);
    }
  return code == SQLITE_DONE && list_end (&list, error);
}

static gboolean
write_conversation (Writing *self, gint64 conversation, guint number, GError **error)
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
  self->messages = read_ids (self, "SELECT id FROM message WHERE conversation = ?1 ORDER BY id", conversation, error);
  if (self->messages == NULL ||
      !append_rows (self, draft, LUEUR_TABLE_DRAFT, "WHERE conversation = ?1 AND octet_length (text) <= 1048576",
                    conversation, 0, error))
    return FALSE;
  g_string_assign (text, "{\"conversation\": ");
  if (!append_rows (self, text, LUEUR_TABLE_CONVERSATION, "WHERE id = ?1", conversation, number, error))
    return FALSE;
  if (draft->len > 0)
    g_string_append_printf (text, ",\n \"draft\": %s", draft->str);
  g_string_append (text, "}\n");
  return write_file (self, name, text->str, error) && write_messages (self, conversation, messages, error) &&
         write_list (self, LUEUR_TABLE_OPINION, opinions,
                     "WHERE message IN (SELECT id FROM message WHERE conversation = ?1) ORDER BY message", conversation,
                     error) &&
         write_request_texts (self, conversation, texts, error) &&
         write_requests (self, conversation, requests, error);
}

/* --- All of it --------------------------------------------------------------------------------------------------- */

static gboolean
write_all (Writing *self, GError **error)
{
  g_autofree char *readme = lueur_archive_make_readme (self->order->language, self->order->now);
  int n_figures = 0;

  if (!count (self, error) || !write_manifest (self, error) || !write_file (self, "README.md", readme, error))
    return FALSE;
  if (self->order->avatars != NULL)
    n_figures = lueur_archive_write_figures (self->out, self->order->avatars, &self->summary->n_left_out,
                                             self->cancellable, error);
  if (n_figures < 0)
    return FALSE;
  self->summary->n_pictures = (guint) n_figures;
  for (guint i = 0; i < self->conversations->len; i++)
    if (!lueur_archive_write_markdown (self->db, self->out, g_array_index (self->conversations, gint64, i), i + 1,
                                       self->order->language, self->progress, self->cancellable, error))
      return FALSE;
  if (!write_list (self, LUEUR_TABLE_PERSON, "data/about-you", "ORDER BY id", 0, error))
    return FALSE;
  for (guint i = 0; i < self->personas->len; i++)
    if (!write_companion (self, g_array_index (self->personas, gint64, i), i + 1, error))
      return FALSE;
  for (guint i = 0; i < self->conversations->len; i++)
    if (!write_conversation (self, g_array_index (self->conversations, gint64, i), i + 1, error))
      return FALSE;
  self->summary->has_settings = self->order->settings != NULL && strlen (self->order->settings) > strlen ("{}\n");
  if (self->summary->has_settings && !write_file (self, "data/settings.json", self->order->settings, error))
    return FALSE;
  return write_list (self, LUEUR_TABLE_USAGE, "data/wellbeing/hours", "GROUP BY 1, 2, 3 ORDER BY 1, 2, 3", 0, error) &&
         write_list (self, LUEUR_TABLE_TALLY, "data/wellbeing/counts", "ORDER BY kind, day, word", 0, error) &&
         write_list (self, LUEUR_TABLE_RECORD, "data/wellbeing/records",
                     "WHERE octet_length (body) <= 262144 ORDER BY kind, key", 0, error);
}

static void
clear (Writing *self)
{
  g_clear_pointer (&self->out, lueur_archive_out_free);
  g_clear_pointer (&self->personas, g_array_unref);
  g_clear_pointer (&self->persons, g_array_unref);
  g_clear_pointer (&self->conversations, g_array_unref);
  g_clear_pointer (&self->messages, g_array_unref);
  g_clear_pointer (&self->texts, g_array_unref);
  g_string_free (self->buffer, TRUE);
}

/**
 * lueur_archive_write:
 * @db: a connection of its own, not in a transaction
 * @order: what, and where to
 * @progress: (nullable): told how far it is
 * @cancellable: (nullable): ends it early, with nothing left behind
 * @error: of the archive's or the store's domain, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what is in it
 */
LueurArchiveSummary *
lueur_archive_write (LueurDatabase *db, const LueurArchiveExport *order, LueurArchiveProgress *progress,
                     GCancellable *cancellable, GError **error)
{
  g_auto (LueurArchiveLocale) locale = lueur_archive_locale_enter ();
  g_autoptr (LueurArchiveSummary) summary = g_new0 (LueurArchiveSummary, 1);
  Writing writing = { .db = db, .order = order, .progress = progress, .cancellable = cancellable, .summary = summary };
  gboolean done;

  summary->made = lueur_archive_time_to_text (order->now);
  if (summary->made == NULL)
    summary->made = g_strdup ("");
  summary->program = g_strdup ("Lueur " LUEUR_VERSION);
  writing.out = lueur_archive_out_new (order->path, order->now, error);
  if (writing.out == NULL)
    return NULL;
  writing.texts = g_array_new (FALSE, FALSE, sizeof (gint64));
  writing.buffer = g_string_new (NULL);
  done = lueur_database_script (db, "BEGIN", error) && write_all (&writing, error);
  lueur_database_rollback (db);
  done = done && lueur_archive_out_finish (writing.out, error);
  clear (&writing);
  return done ? g_steal_pointer (&summary) : NULL;
}
