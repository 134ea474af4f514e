/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What is in an archive, added to what is here, in one transaction. Ids are the store's own, so that things are known again
 * by when they were made, to the microsecond, and by what they say. What is here stays as it is: a companion that says
 * something else by now, or a conversation that does not have all that the archive has of it, is kept beside.
 */

#include "core/exchange/archive-private.h"

#include <string.h>

#include "core/exchange/card-persona.h"
#include "core/lore/book.h"
#include "core/model/look.h"
#include "core/store/packing.h"
#include "core/store/verbs.h"

/* A value of the store is at most 32 MiB. */
#define FILE_MAX_BYTES (30 * 1024 * 1024)

typedef enum
{
  ADDING,
  COMPARING, /* with one that was made at the same moment */
  PASSING,   /* it is here */
} State;

typedef struct
{
  LueurDatabase *db;
  const LueurArchiveImport *order;
  LueurArchiveAccount *account;
  LueurArchiveFigures *figures;
  gint64 last_persona, last_person, last_conversation; /* what was here before */

  GArray *personas; /* ids, by the numbers of the archive */
  GArray *persons;
  gint64 main;      /* the main person of the archive, where another is the main one here; else 0 */
  gint64 persona;   /* the companion that is being told */
  State persona_state;

  State state;
  gint64 conversation;
  gint64 person;
  gint64 shown;       /* a number */
  GArray *candidates; /* ids of conversations it may be */
  guint at;           /* of them, the one that it is compared with */
  guint number;       /* of the conversation; each is told until it is clear what becomes of it */
  gboolean differs;
  GArray *messages;   /* ids, by their numbers */
  GArray *depths;
  GArray *chosen;
  GArray *texts;
} Import;

static gint64
id_at (const GArray *ids, gint64 number)
{
  return number > 0 && number <= (gint64) ids->len ? g_array_index (ids, gint64, number - 1) : 0;
}

static LueurArchiveValue *
at (LueurArchiveRow *row, LueurArchiveTableId table, const char *name)
{
  return lueur_archive_row_at (row, table, name);
}

/* --- Who the person is --------------------------------------------------------------------------------------- */

static gboolean
take_person (Import *self, LueurArchiveRow *row, GError **error)
{
  const char *body = at (row, LUEUR_TABLE_PERSON, "body")->text;
  LueurArchiveValue *is_main = at (row, LUEUR_TABLE_PERSON, "main");
  gboolean was_main = is_main->number != 0;
  gint64 id, main_here;

  if (!lueur_database_get_int (self->db, error, &id, 0,
                               "SELECT id FROM person WHERE id <= ?1 AND created_at = ?2 AND body = ?3 ORDER BY id LIMIT 1",
                               "iis", self->last_person, at (row, LUEUR_TABLE_PERSON, "created_at")->number, body) ||
      !lueur_database_get_int (self->db, error, &main_here, 0, "SELECT id FROM person WHERE main", ""))
    return FALSE;
  if (id == 0)
    {
      is_main->number = was_main && main_here == 0;
      id = lueur_archive_row_insert (self->db, row, LUEUR_TABLE_PERSON, 0, NULL, error);
      if (id == 0)
        return FALSE;
    }
  if (was_main && main_here != 0 && main_here != id)
    self->main = id;
  g_array_append_val (self->persons, id);
  return TRUE;
}

/* --- Companions ------------------------------------------------------------------------------------------------ */

/* What any companion that comes in must bear: no romance with somebody under age; and a picture that has another name
 * here. @text stays byte for byte as it is where nothing of that is so. */
static void
amend_body (Import *self, char **text, gboolean counts)
{
  g_autoptr (LueurPersona) persona = lueur_persona_from_json (*text, -1, NULL);
  g_autoptr (LueurPersona) amended = NULL;
  g_autoptr (LueurLook) look = NULL;
  g_autofree char *minor = NULL;
  const char *other;

  if (persona == NULL)
    return;
  if (lueur_persona_is_romantic (persona) && (minor = lueur_persona_find_minor (persona)) != NULL)
    {
      amended = lueur_persona_without_romance (persona);
      self->account->n_romances += counts;
    }
  if (*lueur_persona_get_look (persona) != '\0' && g_hash_table_size (self->figures->renamed) > 0)
    {
      look = lueur_look_parse (lueur_persona_get_look (persona));
      other = g_hash_table_lookup (self->figures->renamed, look->rig);
      if (other != NULL)
        {
          g_autofree char *json = NULL;

          if (amended == NULL)
            amended = g_object_ref (persona);
          g_set_str (&look->rig, other);
          json = lueur_look_to_json (look);
          g_object_set (amended, "look", json, NULL);
        }
    }
  if (amended == NULL)
    return;
  g_free (*text);
  *text = lueur_persona_to_json (amended);
}

static gboolean
take_persona (Import *self, LueurArchiveRow *row, GError **error)
{
  char **body = &at (row, LUEUR_TABLE_PERSONA, "body")->text;
  gint64 created_at = at (row, LUEUR_TABLE_PERSONA, "created_at")->number;
  gint64 id, other;

  amend_body (self, body, TRUE);
  if (!lueur_database_get_int (self->db, error, &id, 0,
                               "SELECT p.id FROM persona p WHERE p.id <= ?1 AND p.deleted_at IS NULL AND p.created_at = ?2"
                               " AND (p.body = ?3 OR EXISTS (SELECT 1 FROM persona_version v WHERE v.persona = p.id"
                               "  AND v.body = ?3)) ORDER BY p.id LIMIT 1",
                               "iis", self->last_persona, created_at, *body) ||
      !lueur_database_get_int (self->db, error, &other, 0,
                               "SELECT id FROM persona WHERE id <= ?1 AND deleted_at IS NULL AND created_at = ?2 LIMIT 1",
                               "ii", self->last_persona, created_at))
    return FALSE;
  self->persona_state = id != 0 ? PASSING : ADDING;
  if (id != 0)
    self->account->n_companions_here++;
  else
    {
      id = lueur_archive_row_insert (self->db, row, LUEUR_TABLE_PERSONA, 0, NULL, error);
      if (id == 0)
        return FALSE;
      self->account->n_companions++;
      self->account->n_companions_beside += other != 0;
    }
  self->persona = id;
  g_array_append_val (self->personas, id);
  return TRUE;
}

/* What is taken as a card or a book when it comes alone is taken here. */
static gboolean
is_sound (LueurArchiveTableId table, GBytes *file)
{
  g_autoptr (LueurCard) card = NULL;
  g_autoptr (LueurBook) book = NULL;

  if (g_bytes_get_size (file) > FILE_MAX_BYTES)
    return FALSE;
  card = lueur_card_new_from_bytes (file, NULL);
  if (card == NULL || table == LUEUR_TABLE_CARD)
    return card != NULL && lueur_card_get_spec (card) != LUEUR_CARD_BOOK;
  book = lueur_book_new_from_card (card);
  return book != NULL;
}

static gboolean
take_of_persona (Import *self, LueurArchiveTableId table, LueurArchiveRow *row, GBytes *file, GError **error)
{
  if (self->persona_state != ADDING)
    return TRUE;
  if (file != NULL && !is_sound (table, file))
    {
      self->account->n_left_out++;
      return TRUE;
    }
  if (table == LUEUR_TABLE_VERSION)
    amend_body (self, &at (row, table, "body")->text, FALSE);
  return lueur_archive_row_insert (self->db, row, table, self->persona, file, error) != 0;
}

/* --- Conversations ------------------------------------------------------------------------------------------------ */

static gboolean
find_candidates (Import *self, gint64 persona, gint64 created_at, GError **error)
{
  g_autoptr (LueurStatement) query = lueur_database_query (
    self->db, error,
    "SELECT id FROM conversation WHERE persona = ?1 AND created_at = ?2 AND id <= ?3 AND deleted_at IS NULL ORDER BY id",
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
add_conversation (Import *self, LueurArchiveRow *row, gint64 persona, GError **error)
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

static gboolean
take_conversation (Import *self, LueurArchiveRow *row, GError **error)
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
      self->state = COMPARING;
      self->conversation = g_array_index (self->candidates, gint64, self->at);
      return TRUE;
    }
  self->state = ADDING;
  return add_conversation (self, row, persona, error);
}

static gboolean
compare_message (Import *self, LueurArchiveRow *row, GError **error)
{
  gint64 id = 0;
  gint64 parent = id_at (self->messages, at (row, LUEUR_TABLE_MESSAGE, "parent")->number);

  if (!self->differs &&
      !lueur_database_get_int (self->db, error, &id, 0,
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
take_message (Import *self, LueurArchiveRow *row, GError **error)
{
  LueurArchiveValue *parent = at (row, LUEUR_TABLE_MESSAGE, "parent");
  LueurArchiveValue *chosen = at (row, LUEUR_TABLE_MESSAGE, "chosen");
  gint64 depth = parent->is_null ? 1 : id_at (self->depths, parent->number) + 1;
  gint64 id;

  if (self->state == COMPARING)
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

static gboolean
take_text (gpointer data, const char *text, GError **error)
{
  Import *self = data;
  g_autofree char *digest = NULL;
  gint64 id;

  if (self->state != ADDING)
    return TRUE;
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  if (!lueur_database_run (self->db, error, "INSERT OR IGNORE INTO request_text (digest, text) VALUES (?1, ?2)", "ss",
                           digest, text) ||
      !lueur_database_get_int (self->db, error, &id, 0, "SELECT id FROM request_text WHERE digest = ?1", "s", digest))
    return FALSE;
  g_array_append_val (self->texts, id);
  return TRUE;
}

static gint64
reference (gpointer data, char mark, gint64 number)
{
  Import *self = data;

  if (self->state != ADDING)
    return number;
  return id_at (mark == 'm' ? self->messages : self->texts, number);
}

static gboolean
take_request (gpointer data, LueurArchiveRow *row, const char *account, const char *template, GArray *texts, GError **error)
{
  Import *self = data;
  g_autoptr (LueurStatement) query = NULL;
  g_autoptr (GBytes) packed_account = NULL, packed_template = NULL;
  gint64 message;

  if (self->state != ADDING)
    return TRUE;
  packed_account = lueur_pack (account);
  packed_template = lueur_pack (template);
  if (packed_account == NULL || packed_template == NULL || strlen (account) > LUEUR_ACCOUNT_MAX_BYTES)
    return lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_TOO_LARGE, "The archive holds more than is allowed.");
  message = id_at (self->messages, at (row, LUEUR_TABLE_REQUEST, "message")->number);
  query = lueur_database_query (self->db, error,
                                "INSERT INTO request (message, person, account, template) VALUES (?1, ?2, ?3, ?4)", "iIII",
                                message, id_at (self->persons, at (row, LUEUR_TABLE_REQUEST, "person")->number),
                                (gint64) 0, (gint64) 0);
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

static gboolean
end_conversation (gpointer data, gboolean *again, GError **error)
{
  Import *self = data;

  if (self->state == COMPARING)
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

/* --- What is of no conversation -------------------------------------------------------------------------------------- */

static gboolean
take_record (Import *self, LueurArchiveTableId table, LueurArchiveRow *row, GError **error)
{
  if (self->order->without_records)
    return TRUE;
  if (table == LUEUR_TABLE_USAGE)
    {
      LueurArchiveValue *persona = at (row, table, "persona");

      persona->number = id_at (self->personas, persona->number);
    }
  if (lueur_archive_row_insert (self->db, row, table, 0, NULL, error) == 0)
    return FALSE;
  self->account->n_records += lueur_database_get_changes (self->db) > 0;
  return TRUE;
}

static gboolean
take_row (gpointer data, LueurArchiveTableId table, LueurArchiveRow *row, GBytes *file, GError **error)
{
  Import *self = data;

  switch ((int) table)
    {
    case LUEUR_TABLE_PERSON:
      return take_person (self, row, error);
    case LUEUR_TABLE_PERSONA:
      return take_persona (self, row, error);
    case LUEUR_TABLE_VERSION:
    case LUEUR_TABLE_CARD:
    case LUEUR_TABLE_BOOK:
    case LUEUR_TABLE_REVIEW:
    case LUEUR_TABLE_RITUAL:
      return take_of_persona (self, table, row, file, error);
    case LUEUR_TABLE_CONVERSATION:
      return take_conversation (self, row, error);
    case LUEUR_TABLE_MESSAGE:
      return take_message (self, row, error);
    case LUEUR_TABLE_DRAFT:
      return self->state != ADDING ||
             lueur_archive_row_insert (self->db, row, table, self->conversation, NULL, error) != 0;
    case LUEUR_TABLE_OPINION:
      if (self->state != ADDING)
        return TRUE;
      at (row, table, "message")->number = id_at (self->messages, at (row, table, "message")->number);
      return lueur_archive_row_insert (self->db, row, table, 0, NULL, error) != 0;
    case LUEUR_TABLE_USAGE:
    case LUEUR_TABLE_TALLY:
    case LUEUR_TABLE_RECORD:
      return take_record (self, table, row, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static const LueurArchiveVisitor visitor = { take_row, take_text, reference, take_request, end_conversation };

/* --- All of it --------------------------------------------------------------------------------------------------------- */

static gboolean
has_room (Import *self, LueurArchiveIn *in, GError **error)
{
  g_autoptr (LueurArchiveSummary) told = lueur_archive_read_manifest (in, error);
  gint64 n_personas, n_conversations;

  if (told == NULL ||
      !lueur_database_get_int (self->db, error, &n_personas, 0, "SELECT count (*) FROM persona", "") ||
      !lueur_database_get_int (self->db, error, &n_conversations, 0, "SELECT count (*) FROM conversation", ""))
    return FALSE;
  if (n_personas + told->n_companions > LUEUR_SHELF_MAX || n_conversations + told->n_conversations > LUEUR_SHELF_MAX)
    return lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_TOO_LARGE, "Together with what is here, that is more than there is room for.");
  return TRUE;
}

static gboolean
add_all (Import *self, LueurArchiveReading *reading, GError **error)
{
  g_autoptr (LueurArchiveSummary) summary = NULL;

  if (!lueur_database_get_int (self->db, error, &self->last_persona, 0, "SELECT max (id) FROM persona", "") ||
      !lueur_database_get_int (self->db, error, &self->last_person, 0, "SELECT max (id) FROM person", "") ||
      !lueur_database_get_int (self->db, error, &self->last_conversation, 0, "SELECT max (id) FROM conversation", "") ||
      !has_room (self, reading->in, error))
    return FALSE;
  summary = lueur_archive_read (reading, error);
  if (summary == NULL)
    return FALSE;
  if (summary->has_settings)
    {
      g_autoptr (GBytes) settings = lueur_archive_read_settings (reading->in, error);

      if (settings == NULL)
        return FALSE;
      self->account->settings = g_strndup (g_bytes_get_data (settings, NULL), g_bytes_get_size (settings));
    }
  return !g_cancellable_set_error_if_cancelled (reading->cancellable, error);
}

static gboolean
run (Import *self, LueurArchiveReading *reading, GError **error)
{
  GArray **arrays[] = { &self->personas, &self->persons, &self->candidates, &self->messages, &self->depths, &self->chosen,
                        &self->texts };
  gboolean done;

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    *arrays[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
  done = lueur_database_begin (self->db, TRUE, error) && add_all (self, reading, error) &&
         lueur_database_commit (self->db, error);
  if (!done)
    lueur_database_rollback (self->db);
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_unref (*arrays[i]);
  return done;
}

LueurArchiveAccount *
lueur_archive_import (LueurDatabase *db, const LueurArchiveImport *order, LueurArchiveProgress *progress,
                      GCancellable *cancellable, GError **error)
{
  g_auto (LueurArchiveLocale) locale = lueur_archive_locale_enter ();
  g_autoptr (LueurArchiveIn) in = lueur_archive_in_new (order->path, cancellable, error);
  g_autoptr (LueurArchiveAccount) account = g_new0 (LueurArchiveAccount, 1);
  g_auto (LueurArchiveFigures) figures = { 0 };
  Import import = { .db = db, .order = order, .account = account, .figures = &figures };
  LueurArchiveReading reading = { in, &visitor, &import, progress, cancellable };
  g_autoptr (LueurArchiveSummary) told = NULL;

  if (in == NULL || (told = lueur_archive_read_manifest (in, error)) == NULL ||
      !lueur_archive_take_figures (&figures, in, order, cancellable, error))
    return NULL;
  account->n_pictures = figures.paths->len;
  account->n_left_out = figures.n_left_out;
  if (run (&import, &reading, error))
    return g_steal_pointer (&account);
  lueur_archive_drop_figures (&figures);
  return NULL;
}
