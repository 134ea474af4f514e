/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What of the store is in an archive, table by table and column by column, and why the rest is not. A table or a column
 * that the store gets and that is not named here fails test-archive-schema.
 */

#include "core/exchange/archive/tables.h"

#include "core/model/text.h"
#include "core/store/verbs.h"

#define NAME_MAX_BYTES 200
#define TITLE_MAX_BYTES 1024
#define OPINION_MAX_BYTES 8192

#define BIN "what is in the bin is not written"

static const LueurArchiveColumn person_columns[] = {
  { "id", LUEUR_COLUMN_ID, "id", .needed = TRUE },
  { "body", LUEUR_COLUMN_JSON, "body", .needed = TRUE, .max = LUEUR_PERSONA_MAX_BYTES },
  { "main", LUEUR_COLUMN_FLAG, "main" },
  { "created_at", LUEUR_COLUMN_TIME, "created_at" },
  { "updated_at", LUEUR_COLUMN_TIME, "updated_at" },
  { NULL },
};

static const LueurArchiveColumn persona_columns[] = {
  { "id", LUEUR_COLUMN_ID, "id", .needed = TRUE },
  { "body", LUEUR_COLUMN_JSON, "body", .needed = TRUE, .max = LUEUR_PERSONA_MAX_BYTES },
  { "version", LUEUR_COLUMN_NUMBER, "version" },
  { "archived", LUEUR_COLUMN_FLAG, "archived" },
  { "created_at", LUEUR_COLUMN_TIME, "created_at" },
  { "updated_at", LUEUR_COLUMN_TIME, "updated_at" },
  { "deleted_at", LUEUR_COLUMN_NOT, .why = BIN },
  { NULL },
};

static const LueurArchiveColumn version_columns[] = {
  { "id", LUEUR_COLUMN_NOT, .why = "nothing refers to it; the version tells the order" },
  { "persona", LUEUR_COLUMN_OWNER },
  { "version", LUEUR_COLUMN_NUMBER, "version", .needed = TRUE },
  { "body", LUEUR_COLUMN_JSON, "body", .needed = TRUE, .max = LUEUR_PERSONA_MAX_BYTES },
  { "saved_at", LUEUR_COLUMN_TIME, "saved_at" },
  { NULL },
};

static const LueurArchiveColumn card_columns[] = {
  { "persona", LUEUR_COLUMN_OWNER },
  { "file", LUEUR_COLUMN_FILE, "file", .needed = TRUE },
  { "saved_at", LUEUR_COLUMN_TIME, "saved_at" },
  { NULL },
};

static const LueurArchiveColumn book_columns[] = {
  { "id", LUEUR_COLUMN_NOT, .why = "nothing refers to it; the order is that of the list" },
  { "persona", LUEUR_COLUMN_OWNER },
  { "name", LUEUR_COLUMN_TEXT, "name", .max = TITLE_MAX_BYTES },
  { "file", LUEUR_COLUMN_FILE, "file", .needed = TRUE },
  { "saved_at", LUEUR_COLUMN_TIME, "saved_at" },
  { NULL },
};

static const LueurArchiveColumn review_columns[] = {
  { "persona", LUEUR_COLUMN_OWNER },
  { "works", LUEUR_COLUMN_TEXT, "works", .max = OPINION_MAX_BYTES },
  { "bothers", LUEUR_COLUMN_TEXT, "bothers", .max = OPINION_MAX_BYTES },
  { "answered_at", LUEUR_COLUMN_TIME, "answered_at" },
  { "wait_until", LUEUR_COLUMN_TIME, "wait_until" },
  { NULL },
};

static const LueurArchiveColumn ritual_columns[] = {
  { "persona", LUEUR_COLUMN_OWNER },
  { "kind", LUEUR_COLUMN_TEXT, "kind", .needed = TRUE, .max = 64 },
  { "fired_at", LUEUR_COLUMN_TIME, "fired_at" },
  { "day", LUEUR_COLUMN_NUMBER, "day" },
  { "boot", LUEUR_COLUMN_NOT, .why = "means something to this computer alone, until it is next started" },
  { "boottime", LUEUR_COLUMN_NOT, .why = "is of the boot" },
  { "said_day", LUEUR_COLUMN_NUMBER, "said_day", .nullable = TRUE },
  { NULL },
};

static const LueurArchiveColumn conversation_columns[] = {
  { "id", LUEUR_COLUMN_ID, "id", .needed = TRUE },
  { "persona", LUEUR_COLUMN_PERSONA, "companion", .needed = TRUE },
  { "person", LUEUR_COLUMN_PERSON, "person", .nullable = TRUE },
  { "title", LUEUR_COLUMN_TEXT, "title", .max = TITLE_MAX_BYTES },
  { "renamed", LUEUR_COLUMN_FLAG, "renamed" },
  { "leaf", LUEUR_COLUMN_MESSAGE, "shown", .nullable = TRUE,
    .sql = "(SELECT m.id FROM message m WHERE m.id = conversation.leaf AND m.conversation = conversation.id)" },
  { "n_messages", LUEUR_COLUMN_NOT, .why = "told anew from what is shown" },
  { "preview", LUEUR_COLUMN_NOT, .why = "told anew from what is shown" },
  { "created_at", LUEUR_COLUMN_TIME, "created_at" },
  { "updated_at", LUEUR_COLUMN_TIME, "updated_at" },
  { "deleted_at", LUEUR_COLUMN_NOT, .why = BIN },
  { "origin", LUEUR_COLUMN_NOT, .why = BIN },
  { "origin_parent", LUEUR_COLUMN_NOT, .why = BIN },
  { NULL },
};

static const LueurArchiveColumn draft_columns[] = {
  { "conversation", LUEUR_COLUMN_OWNER },
  { "text", LUEUR_COLUMN_TEXT, "text", .needed = TRUE, .max = LUEUR_DRAFT_MAX_BYTES },
  { "updated_at", LUEUR_COLUMN_TIME, "updated_at" },
  { NULL },
};

/* A text that is beyond all sense is left out or cut, as it is when it is shown. */
static const LueurArchiveColumn message_columns[] = {
  { "id", LUEUR_COLUMN_ID, "id", .needed = TRUE },
  { "conversation", LUEUR_COLUMN_OWNER },
  { "parent", LUEUR_COLUMN_MESSAGE, "parent", .nullable = TRUE,
    .sql = "(SELECT p.id FROM message p WHERE p.id = message.parent AND p.id < message.id"
           "  AND p.conversation = message.conversation)" },
  { "chosen", LUEUR_COLUMN_MESSAGE, "chosen", .nullable = TRUE,
    .sql = "(SELECT c.id FROM message c WHERE c.id = message.chosen AND c.parent = message.id"
           "  AND c.id > message.id AND c.conversation = message.conversation)" },
  { "depth", LUEUR_COLUMN_TOLD, .why = "one more than that of the parent" },
  { "role", LUEUR_COLUMN_TEXT, "role", .needed = TRUE, .max = 32 },
  { "state", LUEUR_COLUMN_TEXT, "state", .max = 32,
    .sql = "iif (state IN ('waiting', 'streaming'), 'stopped', state)" },
  { "text", LUEUR_COLUMN_TEXT, "text", .needed = TRUE, .max = LUEUR_MESSAGE_MAX_BYTES,
    .sql = "CASE WHEN octet_length (text) <= 4194304 THEN text"
           "     WHEN octet_length (text) <= 25165824 THEN substr (text, 1, 1000000) ELSE '' END" },
  { "created_at", LUEUR_COLUMN_TIME, "created_at" },
  { "error_code", LUEUR_COLUMN_TEXT, "error_code", .nullable = TRUE, .max = 64 },
  { "error_detail", LUEUR_COLUMN_TEXT, "error_detail", .nullable = TRUE, .max = 4096 },
  { "scripted", LUEUR_COLUMN_FLAG, "scripted" },
  { "model", LUEUR_COLUMN_TEXT, "model", .nullable = TRUE, .max = 1024 },
  { "label", LUEUR_COLUMN_TEXT, "label", .nullable = TRUE, .max = 32 },
  { "findings", LUEUR_COLUMN_NUMBER, "findings" },
  { NULL },
};

static const LueurArchiveColumn opinion_columns[] = {
  { "message", LUEUR_COLUMN_MESSAGE, "message", .needed = TRUE },
  { "thumb", LUEUR_COLUMN_NUMBER, "thumb", .needed = TRUE, .sql = "iif (thumb < 0, -1, 1)" },
  { "reason", LUEUR_COLUMN_TEXT, "reason", .max = 64 },
  { "words", LUEUR_COLUMN_TEXT, "words", .max = OPINION_MAX_BYTES },
  { "created_at", LUEUR_COLUMN_TIME, "created_at" },
  { NULL },
};

static const LueurArchiveColumn request_columns[] = {
  { "message", LUEUR_COLUMN_MESSAGE, "message", .needed = TRUE },
  { "person", LUEUR_COLUMN_PERSON, "person", .nullable = TRUE },
  { "account", LUEUR_COLUMN_APART, .why = "unpacked: \"account\"" },
  { "template", LUEUR_COLUMN_APART, .why = "unpacked, by the numbers that things have in the archive: \"sent\"" },
  { NULL },
};

static const LueurArchiveColumn request_text_columns[] = {
  { "id", LUEUR_COLUMN_APART, .why = "the place in \"texts\" of a conversation" },
  { "digest", LUEUR_COLUMN_NOT, .why = "told anew from the text" },
  { "text", LUEUR_COLUMN_APART, .why = "\"texts\", once a conversation" },
  { NULL },
};

static const LueurArchiveColumn request_use_columns[] = {
  { "message", LUEUR_COLUMN_APART, .why = "told anew from \"sent\"" },
  { "text", LUEUR_COLUMN_APART, .why = "told anew from \"sent\"" },
  { NULL },
};

/* Hours with somebody who is gone, or in the bin, are hours with nobody: they stay in the day's total. */
static const LueurArchiveColumn usage_columns[] = {
  { "day", LUEUR_COLUMN_NUMBER, "day", .needed = TRUE },
  { "hour", LUEUR_COLUMN_NUMBER, "hour", .needed = TRUE },
  { "persona", LUEUR_COLUMN_PERSONA, "companion",
    .sql = "coalesce ((SELECT p.id FROM persona p WHERE p.id = usage_hour.persona AND p.deleted_at IS NULL), 0)" },
  { "seconds", LUEUR_COLUMN_NUMBER, "seconds", .sql = "sum (seconds)" },
  { "sessions", LUEUR_COLUMN_NUMBER, "sessions", .sql = "sum (sessions)" },
  { "updated_at", LUEUR_COLUMN_TIME, "updated_at", .sql = "max (updated_at)" },
  { NULL },
};

static const LueurArchiveColumn tally_columns[] = {
  { "kind", LUEUR_COLUMN_TEXT, "kind", .needed = TRUE, .max = NAME_MAX_BYTES },
  { "day", LUEUR_COLUMN_NUMBER, "day", .needed = TRUE },
  { "word", LUEUR_COLUMN_TEXT, "word", .needed = TRUE, .max = NAME_MAX_BYTES },
  { "n", LUEUR_COLUMN_NUMBER, "n" },
  { "sum", LUEUR_COLUMN_REAL, "sum" },
  { NULL },
};

static const LueurArchiveColumn record_columns[] = {
  { "kind", LUEUR_COLUMN_TEXT, "kind", .needed = TRUE, .max = NAME_MAX_BYTES },
  { "key", LUEUR_COLUMN_TEXT, "key", .needed = TRUE, .max = NAME_MAX_BYTES },
  { "body", LUEUR_COLUMN_JSON, "body", .needed = TRUE, .max = LUEUR_RECORD_MAX_BYTES },
  { "updated_at", LUEUR_COLUMN_TIME, "updated_at" },
  { NULL },
};

static const LueurArchiveTable tables[] = {
  [LUEUR_TABLE_PERSON] = { "person", "persons", person_columns },
  [LUEUR_TABLE_PERSONA] = { "persona", "companion", persona_columns },
  [LUEUR_TABLE_VERSION] = { "persona_version", "versions", version_columns },
  [LUEUR_TABLE_CARD] = { "card", "card", card_columns },
  [LUEUR_TABLE_BOOK] = { "book", "books", book_columns },
  [LUEUR_TABLE_REVIEW] = { "review", "review", review_columns },
  [LUEUR_TABLE_RITUAL] = { "ritual_log", "rituals", ritual_columns },
  [LUEUR_TABLE_CONVERSATION] = { "conversation", "conversation", conversation_columns },
  [LUEUR_TABLE_DRAFT] = { "draft", "draft", draft_columns },
  [LUEUR_TABLE_MESSAGE] = { "message", "messages", message_columns },
  [LUEUR_TABLE_OPINION] = { "opinion", "opinions", opinion_columns },
  [LUEUR_TABLE_REQUEST] = { "request", "requests", request_columns },
  [LUEUR_TABLE_REQUEST_TEXT] = { "request_text", "texts", request_text_columns },
  [LUEUR_TABLE_REQUEST_USE] = { "request_use", NULL, request_use_columns, .why = "told anew from what was sent" },
  [LUEUR_TABLE_USAGE] = { "usage_hour", "hours", usage_columns },
  [LUEUR_TABLE_TALLY] = { "tally", "counts", tally_columns },
  [LUEUR_TABLE_RECORD] = { "record", "records", record_columns },
  [LUEUR_TABLE_CHORE] = { "chore", NULL, NULL, .why = "what the file itself still has to do" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (tables) == LUEUR_N_TABLES);

const LueurArchiveTable *
lueur_archive_table (LueurArchiveTableId id)
{
  return &tables[id];
}

gboolean
lueur_archive_column_is_written (const LueurArchiveColumn *column)
{
  return column->kind < LUEUR_COLUMN_TOLD;
}
