/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * An archive, gone through from one end to the other: hostile until it was checked. What each row says is checked by
 * archive-row.c, what rows say together here: that numbers are counted, that what they refer to is there and came before,
 * that there is no more of anything than the store has room for. Whoever only wants to know what is in it reads the same.
 */

#include "core/exchange/archive-private.h"

#include <string.h>

#include "core/emotion/label.h"
#include "core/model/text.h"
#include "core/store/packing.h"
#include "core/store/verbs.h"
#include "core/wellbeing/conduct/findings.h"
#include "core/wellbeing/rituals/ritual-words.h"

#define MANIFEST_MAX_BYTES (256 * 1024)
#define RECORDS_MAX 20000
#define HOURS_MAX 200000

typedef struct
{
  LueurArchiveReading *reading;
  LueurArchiveSummary *summary; /* what is found */
  guint n_persons;
  gboolean main;                /* one of them is */
  GArray *parents;              /* of the messages of a conversation, by their numbers */
  GArray *chosen;
  guint n_texts;                /* that its requests quote */
  gint64 shown;
  int day;                      /* the last one of the hours */
  guint n_records;
  guint rituals;                /* of a companion, those that were told */
} Reading;

/* --- Faults ---------------------------------------------------------------------------------------------- */

static gboolean
is_damaged (GError **error)
{
  return lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_DAMAGED, "A part of the archive is not as it should be.");
}

static gboolean
leads_nowhere (GError **error)
{
  return lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_DISORDER, "A number in the archive leads nowhere.");
}

static gboolean
is_miscounted (GError **error)
{
  return lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_DISORDER, "A number is in the archive twice, or out of its turn.");
}

static gboolean
is_too_much (GError **error)
{
  return lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_TOO_LARGE, "The archive holds more than is allowed.");
}

/* --- Files ------------------------------------------------------------------------------------------------ */

static LueurJsonDoc *
read_doc (LueurArchiveIn *in, const char *name, gsize max, GError **error)
{
  g_autoptr (GBytes) bytes = lueur_archive_in_read (in, name, max, error);
  g_autoptr (GError) local = NULL;
  g_autoptr (LueurJsonDoc) doc = NULL;

  if (bytes == NULL)
    return NULL;
  if (!g_utf8_validate_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL))
    {
      lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_NOT_TEXT, "There is text in the archive that cannot be read.");
      return NULL;
    }
  doc = lueur_json_doc_new (bytes, &local);
  if (doc != NULL && lueur_json_doc_get_type (doc, 0) == LUEUR_JSON_OBJECT)
    return g_steal_pointer (&doc);
  if (local != NULL && g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    is_too_much (error);
  else
    is_damaged (error);
  return NULL;
}

/* What is done with each element of a list. */
typedef gboolean (*OnElement) (Reading *self, const LueurJsonDoc *doc, guint value, GError **error);

static gboolean
for_each (Reading *self, const LueurJsonDoc *doc, guint array, OnElement func, GError **error)
{
  if (array == LUEUR_JSON_NOWHERE)
    return TRUE;
  if (lueur_json_doc_get_type (doc, array) != LUEUR_JSON_ARRAY)
    return is_damaged (error);
  for (guint i = lueur_json_doc_get_first (doc, array); i != LUEUR_JSON_NOWHERE; i = lueur_json_doc_get_next (doc, array, i))
    if (g_cancellable_set_error_if_cancelled (self->reading->cancellable, error) || !func (self, doc, i, error))
      return FALSE;
  return TRUE;
}

/* A list that may go on in a next file. */
static gboolean
read_list (Reading *self, const char *prefix, LueurArchiveTableId table, OnElement func, GError **error)
{
  for (guint part = 1;; part++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%05u.json", prefix, part);
      g_autoptr (LueurJsonDoc) doc = NULL;
      guint array;

      if (!lueur_archive_in_has (self->reading->in, name))
        return TRUE;
      doc = read_doc (self->reading->in, name, LUEUR_JSON_DOC_MAX_BYTES, error);
      if (doc == NULL)
        return FALSE;
      array = lueur_json_doc_find (doc, 0, lueur_archive_table (table)->member);
      if (array == LUEUR_JSON_NOWHERE)
        return is_damaged (error);
      if (!for_each (self, doc, array, func, error))
        return FALSE;
    }
}

/* --- Rows -------------------------------------------------------------------------------------------------- */

static gboolean
tell (Reading *self, LueurArchiveTableId table, LueurArchiveRow *row, GBytes *file, GError **error)
{
  const LueurArchiveVisitor *visitor = self->reading->visitor;

  return visitor == NULL || visitor->row (self->reading->data, table, row, file, error);
}

static gint64
number_in (const LueurArchiveRow *row, LueurArchiveTableId table, const char *name)
{
  return lueur_archive_row_get (row, table, name)->number;
}

static const char *
text_in (const LueurArchiveRow *row, LueurArchiveTableId table, const char *name)
{
  return lueur_archive_row_get (row, table, name)->text;
}

/* A row that has nothing to be checked but itself. */
static gboolean
read_plain (Reading *self, LueurArchiveTableId table, const LueurJsonDoc *doc, guint value, GError **error)
{
  g_auto (LueurArchiveRow) row = { 0 };

  return lueur_archive_row_read (&row, table, doc, value, error) && tell (self, table, &row, NULL, error);
}

static gboolean
on_person (Reading *self, const LueurJsonDoc *doc, guint value, GError **error)
{
  g_auto (LueurArchiveRow) row = { 0 };

  if (!lueur_archive_row_read (&row, LUEUR_TABLE_PERSON, doc, value, error))
    return FALSE;
  if (number_in (&row, LUEUR_TABLE_PERSON, "id") != self->n_persons + 1 ||
      (self->main && number_in (&row, LUEUR_TABLE_PERSON, "main")))
    return is_miscounted (error);
  if (++self->n_persons > LUEUR_SHELF_MAX)
    return is_too_much (error);
  self->main = self->main || number_in (&row, LUEUR_TABLE_PERSON, "main");
  return tell (self, LUEUR_TABLE_PERSON, &row, NULL, error);
}

/* A file beside: the card or a book. */
static gboolean
read_with_file (Reading *self, LueurArchiveTableId table, const LueurJsonDoc *doc, guint value, GError **error)
{
  g_auto (LueurArchiveRow) row = { 0 };
  g_autoptr (GBytes) file = NULL;
  const char *name;

  if (!lueur_archive_row_read (&row, table, doc, value, error))
    return FALSE;
  name = text_in (&row, table, "file");
  if (!g_str_has_prefix (name, "data/companions/"))
    return leads_nowhere (error);
  file = lueur_archive_in_read (self->reading->in, name, LUEUR_ARCHIVE_FILE_MAX, error);
  return file != NULL && tell (self, table, &row, file, error);
}

static gboolean
on_book (Reading *self, const LueurJsonDoc *doc, guint value, GError **error)
{
  return read_with_file (self, LUEUR_TABLE_BOOK, doc, value, error);
}

static gboolean
on_ritual (Reading *self, const LueurJsonDoc *doc, guint value, GError **error)
{
  g_auto (LueurArchiveRow) row = { 0 };
  LueurRitual ritual;

  if (!lueur_archive_row_read (&row, LUEUR_TABLE_RITUAL, doc, value, error))
    return FALSE;
  if (!lueur_ritual_from_word (text_in (&row, LUEUR_TABLE_RITUAL, "kind"), &ritual))
    return TRUE;
  if (self->rituals & (1u << ritual))
    return is_miscounted (error);
  self->rituals |= 1u << ritual;
  return tell (self, LUEUR_TABLE_RITUAL, &row, NULL, error);
}

static gboolean
on_version (Reading *self, const LueurJsonDoc *doc, guint value, GError **error)
{
  g_auto (LueurArchiveRow) row = { 0 };

  if (!lueur_archive_row_read (&row, LUEUR_TABLE_VERSION, doc, value, error))
    return FALSE;
  if (number_in (&row, LUEUR_TABLE_VERSION, "version") <= self->shown)
    return is_miscounted (error);
  self->shown = number_in (&row, LUEUR_TABLE_VERSION, "version");
  return tell (self, LUEUR_TABLE_VERSION, &row, NULL, error);
}

static gboolean
read_companion (Reading *self, guint number, GError **error)
{
  g_autofree char *name = g_strdup_printf ("data/companions/%05u/companion.json", number);
  g_autofree char *versions = g_strdup_printf ("data/companions/%05u/versions", number);
  g_autoptr (LueurJsonDoc) doc = read_doc (self->reading->in, name, LUEUR_JSON_DOC_MAX_BYTES, error);
  g_auto (LueurArchiveRow) row = { 0 };
  guint card, review, books, rituals;

  if (doc == NULL ||
      !lueur_archive_row_read (&row, LUEUR_TABLE_PERSONA, doc, lueur_json_doc_find (doc, 0, "companion"), error))
    return FALSE;
  if (number_in (&row, LUEUR_TABLE_PERSONA, "id") != number)
    return is_miscounted (error);
  if (!tell (self, LUEUR_TABLE_PERSONA, &row, NULL, error))
    return FALSE;
  card = lueur_json_doc_find (doc, 0, "card");
  review = lueur_json_doc_find (doc, 0, "review");
  books = lueur_json_doc_find (doc, 0, "books");
  rituals = lueur_json_doc_find (doc, 0, "rituals");
  if (lueur_json_doc_count (doc, books) > LUEUR_BOOKS_MAX || lueur_json_doc_count (doc, rituals) > 100)
    return is_too_much (error);
  self->shown = 0;
  self->rituals = 0;
  return (card == LUEUR_JSON_NOWHERE || read_with_file (self, LUEUR_TABLE_CARD, doc, card, error)) &&
         for_each (self, doc, books, on_book, error) &&
         (review == LUEUR_JSON_NOWHERE || read_plain (self, LUEUR_TABLE_REVIEW, doc, review, error)) &&
         for_each (self, doc, rituals, on_ritual, error) &&
         read_list (self, versions, LUEUR_TABLE_VERSION, on_version, error);
}

/* --- Conversations ------------------------------------------------------------------------------------------- */

/* Words that are not known are read as the store reads them. */
static void
settle_words (LueurArchiveRow *row)
{
  char **role = &lueur_archive_row_at (row, LUEUR_TABLE_MESSAGE, "role")->text;
  char **state = &lueur_archive_row_at (row, LUEUR_TABLE_MESSAGE, "state")->text;
  LueurArchiveValue *label = lueur_archive_row_at (row, LUEUR_TABLE_MESSAGE, "label");
  LueurMessageState known = lueur_message_state_from_word (*state);
  LueurEmotion emotion;

  g_set_str (role, lueur_role_to_word (lueur_role_from_word (*role)));
  if (known == LUEUR_MESSAGE_WAITING || known == LUEUR_MESSAGE_STREAMING)
    known = LUEUR_MESSAGE_STOPPED;
  g_set_str (state, lueur_message_state_to_word (known));
  label->is_null = label->is_null || !lueur_emotion_from_name (label->text, -1, &emotion);
  lueur_archive_row_at (row, LUEUR_TABLE_MESSAGE, "findings")->number &= LUEUR_FINDING_ALL;
}

/* A parent that came before, so that no way up is a circle. */
static gboolean
on_message (Reading *self, const LueurJsonDoc *doc, guint value, GError **error)
{
  g_auto (LueurArchiveRow) row = { 0 };
  gint64 parent, chosen;

  if (!lueur_archive_row_read (&row, LUEUR_TABLE_MESSAGE, doc, value, error))
    return FALSE;
  if (number_in (&row, LUEUR_TABLE_MESSAGE, "id") != self->parents->len + 1)
    return is_miscounted (error);
  if (++self->summary->n_messages > LUEUR_ARCHIVE_MESSAGES_MAX)
    return is_too_much (error);
  settle_words (&row);
  parent = number_in (&row, LUEUR_TABLE_MESSAGE, "parent");
  chosen = number_in (&row, LUEUR_TABLE_MESSAGE, "chosen");
  if (parent > self->parents->len || (chosen != 0 && chosen <= self->parents->len + 1))
    return leads_nowhere (error);
  g_array_append_val (self->parents, parent);
  g_array_append_val (self->chosen, chosen);
  lueur_archive_progress_advance (self->reading->progress, 1);
  return tell (self, LUEUR_TABLE_MESSAGE, &row, NULL, error);
}

static gboolean
on_opinion (Reading *self, const LueurJsonDoc *doc, guint value, GError **error)
{
  g_auto (LueurArchiveRow) row = { 0 };
  gint64 message, thumb;

  if (!lueur_archive_row_read (&row, LUEUR_TABLE_OPINION, doc, value, error))
    return FALSE;
  message = number_in (&row, LUEUR_TABLE_OPINION, "message");
  thumb = number_in (&row, LUEUR_TABLE_OPINION, "thumb");
  if (message > self->parents->len)
    return leads_nowhere (error);
  if (message <= self->shown)
    return is_miscounted (error);
  self->shown = message;
  return (thumb == 1 || thumb == -1 || is_damaged (error)) && tell (self, LUEUR_TABLE_OPINION, &row, NULL, error);
}

static gboolean
on_text (Reading *self, const LueurJsonDoc *doc, guint value, GError **error)
{
  const LueurArchiveVisitor *visitor = self->reading->visitor;
  g_autofree char *text = lueur_archive_dup_string (doc, value, LUEUR_MESSAGE_MAX_BYTES, error);

  if (text == NULL)
    return FALSE;
  self->n_texts++;
  return visitor == NULL || visitor->text (self->reading->data, text, error);
}

static gint64
resolve (gpointer data, char mark, gint64 number)
{
  Reading *self = data;
  const LueurArchiveVisitor *visitor = self->reading->visitor;

  if (number > (mark == 'm' ? (gint64) self->parents->len : (gint64) self->n_texts))
    return 0;
  return visitor != NULL ? visitor->reference (self->reading->data, mark, number) : number;
}

static gboolean
on_request (Reading *self, const LueurJsonDoc *doc, guint value, GError **error)
{
  const LueurArchiveVisitor *visitor = self->reading->visitor;
  g_auto (LueurArchiveRow) row = { 0 };
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *template = NULL, *account = NULL;
  guint told;
  gint64 message;

  if (!lueur_archive_row_read (&row, LUEUR_TABLE_REQUEST, doc, value, error))
    return FALSE;
  message = number_in (&row, LUEUR_TABLE_REQUEST, "message");
  told = lueur_json_doc_find (doc, value, "account");
  if (message > self->parents->len || number_in (&row, LUEUR_TABLE_REQUEST, "person") > self->n_persons)
    return leads_nowhere (error);
  if (message <= self->shown)
    return is_miscounted (error);
  self->shown = message;
  if (!lueur_archive_read_json (doc, told, LUEUR_ACCOUNT_MAX_BYTES, &account, error))
    return FALSE;
  template = lueur_archive_template_read (doc, lueur_json_doc_find (doc, value, "sent"), resolve, self, texts, error);
  if (template == NULL || visitor == NULL)
    return template != NULL;
  return visitor->request (self->reading->data, &row, account, template, texts, error);
}

/* What is shown of each is one of its own. */
static gboolean
check_tree (Reading *self, gint64 shown, GError **error)
{
  if (shown > self->parents->len)
    return leads_nowhere (error);
  for (guint i = 0; i < self->chosen->len; i++)
    {
      gint64 chosen = g_array_index (self->chosen, gint64, i);

      if (chosen != 0 && (chosen > self->parents->len || g_array_index (self->parents, gint64, chosen - 1) != i + 1))
        return leads_nowhere (error);
    }
  return TRUE;
}

static gboolean
read_conversation (Reading *self, guint number, gboolean *again, GError **error)
{
  const LueurArchiveVisitor *visitor = self->reading->visitor;
  g_autofree char *folder = g_strdup_printf ("data/conversations/%05u", number);
  g_autofree char *name = g_strconcat (folder, "/conversation.json", NULL);
  g_autofree char *messages = g_strconcat (folder, "/messages", NULL);
  g_autofree char *opinions = g_strconcat (folder, "/opinions", NULL);
  g_autofree char *texts = g_strconcat (folder, "/request-texts", NULL);
  g_autofree char *requests = g_strconcat (folder, "/requests", NULL);
  g_autoptr (LueurJsonDoc) doc = read_doc (self->reading->in, name, LUEUR_JSON_DOC_MAX_BYTES, error);
  g_auto (LueurArchiveRow) row = { 0 };
  guint64 n_before = self->summary->n_messages;
  gint64 shown;
  guint draft;

  *again = FALSE;
  if (doc == NULL ||
      !lueur_archive_row_read (&row, LUEUR_TABLE_CONVERSATION, doc, lueur_json_doc_find (doc, 0, "conversation"), error))
    return FALSE;
  if (number_in (&row, LUEUR_TABLE_CONVERSATION, "id") != number)
    return is_miscounted (error);
  if (number_in (&row, LUEUR_TABLE_CONVERSATION, "persona") > self->summary->n_companions ||
      number_in (&row, LUEUR_TABLE_CONVERSATION, "person") > self->n_persons)
    return leads_nowhere (error);
  shown = number_in (&row, LUEUR_TABLE_CONVERSATION, "leaf");
  draft = lueur_json_doc_find (doc, 0, "draft");
  g_array_set_size (self->parents, 0);
  g_array_set_size (self->chosen, 0);
  self->n_texts = 0;
  if (!tell (self, LUEUR_TABLE_CONVERSATION, &row, NULL, error) ||
      !read_list (self, messages, LUEUR_TABLE_MESSAGE, on_message, error) || !check_tree (self, shown, error) ||
      (draft != LUEUR_JSON_NOWHERE && !read_plain (self, LUEUR_TABLE_DRAFT, doc, draft, error)))
    return FALSE;
  self->shown = 0;
  if (!read_list (self, opinions, LUEUR_TABLE_OPINION, on_opinion, error) ||
      !read_list (self, texts, LUEUR_TABLE_REQUEST_TEXT, on_text, error))
    return FALSE;
  self->shown = 0;
  if (!read_list (self, requests, LUEUR_TABLE_REQUEST, on_request, error) ||
      (visitor != NULL && !visitor->ended (self->reading->data, again, error)))
    return FALSE;
  if (*again)
    self->summary->n_messages = n_before;
  return TRUE;
}

/* --- Time, counts, records -------------------------------------------------------------------------------------- */

static gboolean
is_day (gint64 day)
{
  return day >= 19000101 && day <= 99991231;
}

static gboolean
on_hour (Reading *self, const LueurJsonDoc *doc, guint value, GError **error)
{
  g_auto (LueurArchiveRow) row = { 0 };
  gint64 day, hour;

  if (!lueur_archive_row_read (&row, LUEUR_TABLE_USAGE, doc, value, error))
    return FALSE;
  day = number_in (&row, LUEUR_TABLE_USAGE, "day");
  hour = number_in (&row, LUEUR_TABLE_USAGE, "hour");
  if (!is_day (day) || hour < 0 || hour > 23 || number_in (&row, LUEUR_TABLE_USAGE, "seconds") < 0 ||
      number_in (&row, LUEUR_TABLE_USAGE, "seconds") > 86400 || number_in (&row, LUEUR_TABLE_USAGE, "sessions") < 0 ||
      number_in (&row, LUEUR_TABLE_USAGE, "sessions") > 3600)
    return TRUE; /* nothing that could be shown */
  if (number_in (&row, LUEUR_TABLE_USAGE, "persona") > self->summary->n_companions)
    return leads_nowhere (error);
  if (++self->n_records > HOURS_MAX)
    return is_too_much (error);
  if (self->day != (int) day)
    self->summary->n_days++;
  self->day = (int) day;
  return tell (self, LUEUR_TABLE_USAGE, &row, NULL, error);
}

static gboolean
on_tally (Reading *self, const LueurJsonDoc *doc, guint value, GError **error)
{
  g_auto (LueurArchiveRow) row = { 0 };

  if (!lueur_archive_row_read (&row, LUEUR_TABLE_TALLY, doc, value, error))
    return FALSE;
  if (!is_day (number_in (&row, LUEUR_TABLE_TALLY, "day")) || number_in (&row, LUEUR_TABLE_TALLY, "n") < 0 ||
      number_in (&row, LUEUR_TABLE_TALLY, "n") > G_MAXINT || *text_in (&row, LUEUR_TABLE_TALLY, "kind") == '\0' ||
      *text_in (&row, LUEUR_TABLE_TALLY, "word") == '\0')
    return TRUE;
  if (++self->n_records > HOURS_MAX)
    return is_too_much (error);
  return tell (self, LUEUR_TABLE_TALLY, &row, NULL, error);
}

static gboolean
on_record (Reading *self, const LueurJsonDoc *doc, guint value, GError **error)
{
  g_auto (LueurArchiveRow) row = { 0 };

  if (!lueur_archive_row_read (&row, LUEUR_TABLE_RECORD, doc, value, error))
    return FALSE;
  if (*text_in (&row, LUEUR_TABLE_RECORD, "kind") == '\0' || *text_in (&row, LUEUR_TABLE_RECORD, "key") == '\0')
    return TRUE;
  if (++self->n_records > RECORDS_MAX)
    return is_too_much (error);
  if (strcmp (text_in (&row, LUEUR_TABLE_RECORD, "kind"), "person") == 0)
    self->summary->n_people++;
  return tell (self, LUEUR_TABLE_RECORD, &row, NULL, error);
}

/* --- All of it ---------------------------------------------------------------------------------------------------- */

LueurArchiveSummary *
lueur_archive_read_manifest (LueurArchiveIn *in, GError **error)
{
  g_autoptr (LueurArchiveSummary) summary = g_new0 (LueurArchiveSummary, 1);
  g_autoptr (LueurJsonDoc) doc = NULL;
  g_autofree char *format = NULL;
  double version;

  if (!lueur_archive_in_has (in, "lueur.json"))
    {
      lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_NOT_AN_ARCHIVE, "This is not an archive of Lueur’s.");
      return NULL;
    }
  doc = read_doc (in, "lueur.json", MANIFEST_MAX_BYTES, error);
  if (doc == NULL)
    return NULL;
  format = lueur_json_doc_dup_string (doc, lueur_json_doc_find (doc, 0, "format"));
  version = lueur_json_doc_get_number (doc, lueur_json_doc_find (doc, 0, "version"), 0);
  if (g_strcmp0 (format, LUEUR_ARCHIVE_FORMAT) != 0 || version < 1)
    {
      lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_NOT_AN_ARCHIVE, "This is not an archive of Lueur’s.");
      return NULL;
    }
  if (version > LUEUR_ARCHIVE_VERSION)
    {
      lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_NEWER, "A later version of Lueur wrote this archive.");
      return NULL;
    }
  summary->made = lueur_json_doc_dup_string (doc, lueur_json_doc_find (doc, 0, "made"));
  summary->program = lueur_json_doc_dup_string (doc, lueur_json_doc_find (doc, 0, "program"));
  summary->n_companions = (guint) CLAMP (lueur_json_doc_get_number (doc, lueur_json_doc_find (doc, 0, "companions"), 0), 0, 1e9);
  summary->n_conversations = (guint) CLAMP (lueur_json_doc_get_number (doc, lueur_json_doc_find (doc, 0, "conversations"), 0), 0, 1e9);
  summary->n_messages = (guint64) CLAMP (lueur_json_doc_get_number (doc, lueur_json_doc_find (doc, 0, "messages"), 0), 0, 1e12);
  if (summary->n_companions > LUEUR_SHELF_MAX || summary->n_conversations > LUEUR_SHELF_MAX ||
      summary->n_messages > LUEUR_ARCHIVE_MESSAGES_MAX)
    {
      is_too_much (error);
      return NULL;
    }
  return g_steal_pointer (&summary);
}

GBytes *
lueur_archive_read_settings (LueurArchiveIn *in, GError **error)
{
  g_autoptr (LueurJsonDoc) doc = read_doc (in, "data/settings.json", MANIFEST_MAX_BYTES, error);

  return doc != NULL ? g_bytes_ref (lueur_json_doc_get_text (doc)) : NULL;
}

static gboolean
read_all (Reading *self, const LueurArchiveSummary *told, GError **error)
{
  LueurArchiveSummary *summary = self->summary;

  if (!read_list (self, "data/about-you", LUEUR_TABLE_PERSON, on_person, error))
    return FALSE;
  for (guint i = 1; i <= told->n_companions; i++)
    {
      if (!read_companion (self, i, error))
        return FALSE;
      summary->n_companions++;
    }
  for (guint i = 1; i <= told->n_conversations; i++)
    {
      gboolean again;

      /* Again for each that it may be here, which are few. */
      do
        {
          if (!read_conversation (self, i, &again, error))
            return FALSE;
          if (again)
            lueur_archive_in_forgive (self->reading->in);
        }
      while (again);
      summary->n_conversations++;
    }
  if (summary->n_messages != told->n_messages)
    return lueur_archive_fail (error, LUEUR_ARCHIVE_ERROR_DAMAGED, "A part of the archive is missing.");
  return read_list (self, "data/wellbeing/hours", LUEUR_TABLE_USAGE, on_hour, error) &&
         read_list (self, "data/wellbeing/counts", LUEUR_TABLE_TALLY, on_tally, error) &&
         read_list (self, "data/wellbeing/records", LUEUR_TABLE_RECORD, on_record, error);
}

LueurArchiveSummary *
lueur_archive_read (LueurArchiveReading *reading, GError **error)
{
  g_autoptr (LueurArchiveSummary) told = lueur_archive_read_manifest (reading->in, error);
  g_autoptr (LueurArchiveSummary) summary = g_new0 (LueurArchiveSummary, 1);
  g_autoptr (GPtrArray) pictures = NULL;
  Reading self = { .reading = reading, .summary = summary };
  gboolean done;

  if (told == NULL)
    return NULL;
  summary->made = g_strdup (told->made != NULL ? told->made : "");
  summary->program = g_strdup (told->program != NULL ? told->program : "");
  lueur_archive_progress_set_total (reading->progress, told->n_messages + 1);
  self.parents = g_array_new (FALSE, FALSE, sizeof (gint64));
  self.chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
  done = read_all (&self, told, error);
  g_array_unref (self.parents);
  g_array_unref (self.chosen);
  if (!done)
    return NULL;
  pictures = lueur_archive_in_list (reading->in, "avatars/");
  summary->n_pictures = pictures->len;
  summary->has_settings = lueur_archive_in_has (reading->in, "data/settings.json");
  if (summary->has_settings)
    {
      g_autoptr (GBytes) settings = lueur_archive_read_settings (reading->in, error);

      if (settings == NULL)
        return NULL;
    }
  return g_steal_pointer (&summary);
}

/**
 * lueur_archive_check:
 * @path: of a file from anywhere
 * @progress: (nullable): told how far it is
 * @cancellable: (nullable): ends it early
 * @error: domain %LUEUR_ARCHIVE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what is in it, all of which was looked at
 */
LueurArchiveSummary *
lueur_archive_check (const char *path, LueurArchiveProgress *progress, GCancellable *cancellable, GError **error)
{
  g_auto (LueurArchiveLocale) locale = lueur_archive_locale_enter ();
  g_autoptr (LueurArchiveIn) in = lueur_archive_in_new (path, cancellable, error);
  LueurArchiveReading reading = { .in = in, .progress = progress, .cancellable = cancellable };

  return in != NULL ? lueur_archive_read (&reading, error) : NULL;
}
