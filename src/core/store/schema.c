/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The tables, one step a version. A step that was released is never edited: the next version adds its
 * own. What the columns mean is told in docs/store.md.
 */

#include "core/store/schema.h"

#include "core/store/file-check.h"

/* 1: companions, conversations, and the tree of messages.
 *
 * A message's parent has no cascade: a conversation of 10,000 messages is a chain as deep, and cascades
 * end at a depth of 1,000. Ids are never used twice (AUTOINCREMENT): something that still holds the id of
 * an erased row finds nothing, rather than somebody else's words. */
static const char version_1[] =
  "CREATE TABLE persona ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  body TEXT NOT NULL,"
  "  version INTEGER NOT NULL,"
  "  archived INTEGER NOT NULL DEFAULT 0,"
  "  created_at INTEGER NOT NULL,"
  "  updated_at INTEGER NOT NULL,"
  "  deleted_at INTEGER"
  ") STRICT;"
  "CREATE TABLE persona_version ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  persona INTEGER NOT NULL REFERENCES persona (id) ON DELETE CASCADE,"
  "  version INTEGER NOT NULL,"
  "  body TEXT NOT NULL,"
  "  saved_at INTEGER NOT NULL,"
  "  UNIQUE (persona, version)"
  ") STRICT;"
  "CREATE TABLE conversation ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  persona INTEGER NOT NULL REFERENCES persona (id) ON DELETE CASCADE,"
  "  title TEXT NOT NULL DEFAULT '',"
  "  renamed INTEGER NOT NULL DEFAULT 0,"
  "  leaf INTEGER,"
  "  n_messages INTEGER NOT NULL DEFAULT 0,"
  "  preview TEXT NOT NULL DEFAULT '',"
  "  created_at INTEGER NOT NULL,"
  "  updated_at INTEGER NOT NULL,"
  "  deleted_at INTEGER"
  ") STRICT;"
  "CREATE INDEX conversation_of_persona ON conversation (persona);"
  "CREATE TABLE message ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  conversation INTEGER NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,"
  "  parent INTEGER REFERENCES message (id) DEFERRABLE INITIALLY DEFERRED,"
  "  chosen INTEGER,"
  "  depth INTEGER NOT NULL,"
  "  role TEXT NOT NULL,"
  "  state TEXT NOT NULL,"
  "  text TEXT NOT NULL,"
  "  created_at INTEGER NOT NULL,"
  "  error_code TEXT,"
  "  error_detail TEXT,"
  "  scripted INTEGER NOT NULL DEFAULT 0,"
  "  model TEXT,"
  "  label TEXT"
  ") STRICT;"
  "CREATE INDEX message_siblings ON message (parent, id);"
  "CREATE INDEX message_of_conversation ON message (conversation, parent);"
  "CREATE INDEX message_unfinished ON message (state) WHERE state IN ('waiting', 'streaming');"
  "CREATE TABLE draft ("
  "  conversation INTEGER PRIMARY KEY REFERENCES conversation (id) ON DELETE CASCADE,"
  "  text TEXT NOT NULL,"
  "  updated_at INTEGER NOT NULL"
  ") STRICT;";

/* 2: the log of use: one record for an hour of a day with one companion (0: with none). No reference to
 * the companion: its hours stay in the day's total when it goes. And what must be done even if the program
 * is killed before it could: 'scrub', the traces of what was erased. */
static const char version_2[] =
  "CREATE TABLE usage_hour ("
  "  day INTEGER NOT NULL,"
  "  hour INTEGER NOT NULL,"
  "  persona INTEGER NOT NULL DEFAULT 0,"
  "  seconds INTEGER NOT NULL,"
  "  sessions INTEGER NOT NULL DEFAULT 0,"
  "  updated_at INTEGER NOT NULL,"
  "  PRIMARY KEY (day, hour, persona)"
  ") STRICT, WITHOUT ROWID;"
  "CREATE TABLE chore (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;";

/* 3: a message that was deleted moves, with what follows it, into a conversation of its own that is in the
 * bin and remembers where it came from. What the person thinks of a reply. What they answered when they
 * were asked how it goes. */
static const char version_3[] =
  "ALTER TABLE conversation ADD COLUMN origin INTEGER REFERENCES conversation (id) ON DELETE CASCADE;"
  "ALTER TABLE conversation ADD COLUMN origin_parent INTEGER;"
  "CREATE TABLE opinion ("
  "  message INTEGER PRIMARY KEY REFERENCES message (id) ON DELETE CASCADE,"
  "  thumb INTEGER NOT NULL,"
  "  reason TEXT NOT NULL DEFAULT '',"
  "  words TEXT NOT NULL DEFAULT '',"
  "  created_at INTEGER NOT NULL"
  ") STRICT;"
  "CREATE TABLE review ("
  "  persona INTEGER PRIMARY KEY REFERENCES persona (id) ON DELETE CASCADE,"
  "  works TEXT NOT NULL DEFAULT '',"
  "  bothers TEXT NOT NULL DEFAULT '',"
  "  answered_at INTEGER NOT NULL DEFAULT 0,"
  "  wait_until INTEGER NOT NULL DEFAULT 0"
  ") STRICT;";
/* 4: what the person keeps about themselves. Things counted by day ('nudge', 'read', 'chosen'), with the sum of a
 * figure where there is one; and small records with a key of their own ('person', 'check-in', 'exercise'), whose body is
 * JSON. None refers to a conversation: they are erased by themselves, or all at once. */
static const char version_4[] =
  "CREATE TABLE tally ("
  "  kind TEXT NOT NULL,"
  "  day INTEGER NOT NULL,"
  "  word TEXT NOT NULL,"
  "  n INTEGER NOT NULL,"
  "  sum REAL NOT NULL DEFAULT 0,"
  "  PRIMARY KEY (kind, day, word)"
  ") STRICT, WITHOUT ROWID;"
  "CREATE TABLE record ("
  "  kind TEXT NOT NULL,"
  "  key TEXT NOT NULL,"
  "  body TEXT NOT NULL,"
  "  updated_at INTEGER NOT NULL,"
  "  PRIMARY KEY (kind, key)"
  ") STRICT, WITHOUT ROWID;";

/* 5: who the person is: themselves, and whoever else they are in a story. A conversation without one is with the
 * main one. */
static const char version_5[] =
  "CREATE TABLE person ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  body TEXT NOT NULL,"
  "  main INTEGER NOT NULL DEFAULT 0,"
  "  created_at INTEGER NOT NULL,"
  "  updated_at INTEGER NOT NULL"
  ") STRICT;"
  "CREATE UNIQUE INDEX person_main ON person (main) WHERE main;"
  "ALTER TABLE conversation ADD COLUMN person INTEGER REFERENCES person (id) ON DELETE SET NULL;"
  "CREATE INDEX conversation_of_person ON conversation (person) WHERE person IS NOT NULL;";

/* 6: the file a companion came in, as it came: what is exported keeps whatever was not changed here. */
static const char version_6[] =
  "CREATE TABLE card ("
  "  persona INTEGER PRIMARY KEY REFERENCES persona (id) ON DELETE CASCADE,"
  "  file BLOB NOT NULL,"
  "  saved_at INTEGER NOT NULL"
  ") STRICT;";

/* 7: when a ritual last came, and for which day; written by lueur-agent. 'boottime' is of the boot 'boot'. 'said_day': the day
 * whose line stands in a conversation, which the app writes. */
static const char version_7[] =
  "CREATE TABLE ritual_log ("
  "  persona INTEGER NOT NULL REFERENCES persona (id) ON DELETE CASCADE,"
  "  kind TEXT NOT NULL,"
  "  fired_at INTEGER NOT NULL,"
  "  day INTEGER NOT NULL,"
  "  boot TEXT NOT NULL DEFAULT '',"
  "  boottime INTEGER NOT NULL DEFAULT 0,"
  "  said_day INTEGER,"
  "  PRIMARY KEY (persona, kind)"
  ") STRICT, WITHOUT ROWID;";

/* 8: what was sent for a reply. 'template' and 'account' are packed (zlib); what they quote stands in 'message' and
 * 'request_text', which has every text once. */
static const char version_8[] =
  "CREATE TABLE request ("
  "  message INTEGER PRIMARY KEY REFERENCES message (id) ON DELETE CASCADE,"
  "  person INTEGER,"
  "  account BLOB NOT NULL,"
  "  template BLOB NOT NULL"
  ") STRICT;"
  "CREATE INDEX request_of_person ON request (person) WHERE person IS NOT NULL;"
  "CREATE TABLE request_text ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  digest TEXT NOT NULL UNIQUE,"
  "  text TEXT NOT NULL"
  ") STRICT;"
  "CREATE TABLE request_use ("
  "  message INTEGER NOT NULL REFERENCES request (message) ON DELETE CASCADE,"
  "  text INTEGER NOT NULL REFERENCES request_text (id),"
  "  PRIMARY KEY (message, text)"
  ") STRICT, WITHOUT ROWID;"
  "CREATE INDEX request_use_of_text ON request_use (text);";

/* 9: lorebooks that were given to a companion, beside what its card has; files as they came. */
static const char version_9[] =
  "CREATE TABLE book ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  persona INTEGER NOT NULL REFERENCES persona (id) ON DELETE CASCADE,"
  "  name TEXT NOT NULL DEFAULT '',"
  "  file BLOB NOT NULL,"
  "  saved_at INTEGER NOT NULL"
  ") STRICT;"
  "CREATE INDEX book_of_persona ON book (persona);";

/* 10: what was found in a reply: bits of core/wellbeing/conduct/findings.h, 0 where it was not looked at. */
static const char version_10[] =
  "ALTER TABLE message ADD COLUMN findings INTEGER NOT NULL DEFAULT 0;";

static const char *const steps[] = { version_1, version_2, version_3, version_4, version_5, version_6, version_7, version_8,
                                      version_9, version_10 };
G_STATIC_ASSERT (G_N_ELEMENTS (steps) == LUEUR_SCHEMA_VERSION);

/**
 * lueur_schema_check:
 * @version: (out): 0 for a file with nothing in it
 * @error: of the store's domain
 *
 * The file's header was looked at before; but what counts may still be in the log.
 *
 * Returns: whether this version may write to the file
 */
gboolean
lueur_schema_check (LueurDatabase *database, int *version, GError **error)
{
  gint64 number, application, n_tables;

  if (!lueur_database_get_int (database, error, &number, 0, "PRAGMA user_version", "") ||
      !lueur_database_get_int (database, error, &application, 0, "PRAGMA application_id", "") ||
      !lueur_database_get_int (database, error, &n_tables, 0, "SELECT count (*) FROM sqlite_schema", ""))
    return FALSE;
  if (application != LUEUR_APPLICATION_ID && (application != 0 || number != 0 || n_tables != 0))
    {
      g_set_error_literal (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_CORRUPT, "another program’s database");
      return FALSE;
    }
  if (number > LUEUR_SCHEMA_VERSION)
    {
      g_set_error (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_NEWER, "schema %" G_GINT64_FORMAT
                   ", this version knows %d", number, LUEUR_SCHEMA_VERSION);
      return FALSE;
    }
  if (number < 0 || (number == 0 && n_tables != 0))
    {
      g_set_error_literal (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_CORRUPT, "a version that never was");
      return FALSE;
    }
  *version = number;
  return TRUE;
}

/**
 * lueur_schema_migrate:
 * @error: of the store's domain
 *
 * All steps in one transaction: a kill half-way leaves the file at the version it had.
 *
 * Returns: whether the file has our version now. It was written to in any case, so that a full disk shows
 *   before the person types.
 */
gboolean
lueur_schema_migrate (LueurDatabase *database, GError **error)
{
  g_autofree char *stamp = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                                            LUEUR_APPLICATION_ID, LUEUR_SCHEMA_VERSION);
  int from;

  if (!lueur_schema_check (database, &from, error) ||
      !lueur_database_begin (database, from != LUEUR_SCHEMA_VERSION, error))
    return FALSE;
  /* Asked again now that nobody else can write: another process may have just done all this. */
  if (!lueur_schema_check (database, &from, error))
    goto undo;
  for (int version = from; version < LUEUR_SCHEMA_VERSION; version++)
    if (!lueur_database_script (database, steps[version], error))
      goto undo;
  if (!lueur_database_script (database, stamp, error) || !lueur_database_commit (database, error))
    goto undo;
  return TRUE;

undo:
  lueur_database_rollback (database);
  return FALSE;
}
