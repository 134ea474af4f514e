/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening: a new file, an older one, and all those that are refused and must stay as they are. */

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/store/file-check.h"
#include "core/store/schema.h"
#include "core/store/verbs.h"
#include "store-fixture.h"

#define SKIPPED 77

/* The tables as version 1 made them, with a little in each. */
static const char schema_1[] =
  "CREATE TABLE persona (id INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL, version INTEGER NOT NULL,"
  "  archived INTEGER NOT NULL DEFAULT 0, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,"
  "  deleted_at INTEGER) STRICT;"
  "CREATE TABLE persona_version (id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  persona INTEGER NOT NULL REFERENCES persona (id) ON DELETE CASCADE, version INTEGER NOT NULL,"
  "  body TEXT NOT NULL, saved_at INTEGER NOT NULL, UNIQUE (persona, version)) STRICT;"
  "CREATE TABLE conversation (id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  persona INTEGER NOT NULL REFERENCES persona (id) ON DELETE CASCADE, title TEXT NOT NULL DEFAULT '',"
  "  renamed INTEGER NOT NULL DEFAULT 0, leaf INTEGER, n_messages INTEGER NOT NULL DEFAULT 0,"
  "  preview TEXT NOT NULL DEFAULT '', created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,"
  "  deleted_at INTEGER) STRICT;"
  "CREATE INDEX conversation_of_persona ON conversation (persona);"
  "CREATE TABLE message (id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  conversation INTEGER NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,"
  "  parent INTEGER REFERENCES message (id) DEFERRABLE INITIALLY DEFERRED, chosen INTEGER,"
  "  depth INTEGER NOT NULL, role TEXT NOT NULL, state TEXT NOT NULL, text TEXT NOT NULL,"
  "  created_at INTEGER NOT NULL, error_code TEXT, error_detail TEXT, scripted INTEGER NOT NULL DEFAULT 0,"
  "  model TEXT, label TEXT) STRICT;"
  "CREATE INDEX message_siblings ON message (parent, id);"
  "CREATE INDEX message_of_conversation ON message (conversation, parent);"
  "CREATE INDEX message_unfinished ON message (state) WHERE state IN ('waiting', 'streaming');"
  "CREATE TABLE draft (conversation INTEGER PRIMARY KEY REFERENCES conversation (id) ON DELETE CASCADE,"
  "  text TEXT NOT NULL, updated_at INTEGER NOT NULL) STRICT;"
  "PRAGMA application_id = 1282753906; PRAGMA user_version = 1;"
  "INSERT INTO persona VALUES (1, '{\"name\":\"Léa\"}', 1, 0, 10, 10, NULL);"
  "INSERT INTO persona_version VALUES (1, 1, 1, '{\"name\":\"Léa\"}', 10);"
  "INSERT INTO conversation VALUES (1, 1, 'Hello', 0, 2, 2, 'Hi there', 10, 20, NULL);"
  "INSERT INTO message VALUES (1, 1, NULL, 2, 1, 'user', 'complete', 'Hello', 10, NULL, NULL, 0, NULL, NULL);"
  "INSERT INTO message VALUES (2, 1, 1, NULL, 2, 'companion', 'complete', 'Hi there', 20, NULL, NULL, 0, NULL, 'joy');"
  "INSERT INTO draft VALUES (1, 'and', 30);";

static void
exec_file (const char *path, const char *sql)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

static char *
digest_of (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, NULL))
    return g_strdup ("none");
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) contents, length);
}

/* The file, and its log, before and after. */
static char *
digest_all (StoreFixture *f)
{
  g_autofree char *log = g_strconcat (f->path, "-wal", NULL);
  g_autofree char *one = digest_of (f->path);
  g_autofree char *two = digest_of (log);

  return g_strconcat (one, " ", two, NULL);
}

/* Refused with @code, twice, by writer and reader, and nothing was written. */
static void
assert_refused (StoreFixture *f, int code)
{
  g_autofree char *before = digest_all (f);

  for (int mode = 0; mode < 4; mode++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_assert_null (lueur_database_open (f->path, mode % 2 ? LUEUR_DATABASE_READER : LUEUR_DATABASE_WRITER, &error));
      g_assert_error (error, LUEUR_STORE_ERROR, code);
      after = digest_all (f);
      g_assert_cmpstr (before, ==, after);
    }
}

static int
mode_of (const char *path)
{
  struct stat st;

  g_assert_cmpint (stat (path, &st), ==, 0);
  return st.st_mode & 07777;
}

static gint64
pragma (LueurDatabase *db, const char *sql)
{
  gint64 value;

  g_assert_true (lueur_database_get_int (db, NULL, &value, -1, sql, ""));
  return value;
}

static void
test_new (void)
{
  g_auto (StoreFixture) f = store_fixture_new ();
  g_autofree char *deep = g_build_filename (f.dir, "a", "b", NULL);
  g_autofree char *path = g_build_filename (deep, "lueur.db", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (path, "-shm", NULL);
  g_autoptr (GError) error = NULL;
  mode_t mask = umask (0);
  LueurDatabase *db = lueur_database_open (path, LUEUR_DATABASE_WRITER, &error);
  LueurPersonaRow row = { .body = (char *) "{}", .created_at = 1, .updated_at = 1 };

  g_assert_no_error (error);
  lueur_verb_save_persona (db, &row, &error);
  g_assert_cmpint (mode_of (deep), ==, 0700);
  g_assert_cmpint (mode_of (path), ==, 0600);
  g_assert_cmpint (mode_of (log), ==, 0600);
  g_assert_cmpint (mode_of (shm), ==, 0600);
  g_assert_cmpint (pragma (db, "PRAGMA user_version"), ==, LUEUR_SCHEMA_VERSION);
  g_assert_cmpint (pragma (db, "PRAGMA application_id"), ==, LUEUR_APPLICATION_ID);
  g_assert_cmpint (pragma (db, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (pragma (db, "PRAGMA secure_delete"), ==, 1);
  g_assert_cmpint (pragma (db, "SELECT 1 FROM pragma_journal_mode WHERE journal_mode = 'wal'"), ==, 1);
  lueur_database_close (db);
  /* Ended well: no log is left. */
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));

  /* What somebody opened up is closed again. */
  g_chmod (deep, 0755);
  g_chmod (path, 0644);
  db = lueur_database_open (path, LUEUR_DATABASE_WRITER, &error);
  g_assert_no_error (error);
  g_assert_cmpint (mode_of (deep), ==, 0700);
  g_assert_cmpint (mode_of (path), ==, 0600);
  lueur_database_close (db);
  umask (mask);
  g_remove (path);
  g_rmdir (deep);
  {
    g_autofree char *up = g_path_get_dirname (deep);

    g_rmdir (up);
  }
}

static void
test_migrate_1 (void)
{
  g_auto (StoreFixture) f = store_fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurShelf) shelf = NULL;
  g_autoptr (LueurPage) page = NULL;
  LueurUsageRow usage = { 20250310, 9, 1, 60, 1 };
  gint64 person;

  exec_file (f.path, schema_1);
  f.db = lueur_database_open (f.path, LUEUR_DATABASE_WRITER, &error);
  g_assert_no_error (error);
  g_assert_cmpint (pragma (f.db, "PRAGMA user_version"), ==, LUEUR_SCHEMA_VERSION);
  shelf = lueur_verb_read_shelf (f.db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (shelf->personas->len, ==, 1);
  g_assert_cmpuint (shelf->conversations->len, ==, 1);
  g_assert_cmpstr (((LueurConversationRow *) shelf->conversations->pdata[0])->draft, ==, "and");
  page = lueur_verb_read_page (f.db, 1, 0, 200, &error);
  g_assert_cmpuint (page->messages->len, ==, 2);
  /* Nobody looked at what was said then. */
  g_assert_cmpuint (((LueurMessageRow *) page->messages->pdata[1])->findings, ==, 0);
  g_assert_cmpint (((LueurMessageRow *) page->messages->pdata[1])->label, ==, LUEUR_EMOTION_JOY);
  /* What is new in 2 works. */
  g_assert_true (lueur_verb_add_usage (f.db, &usage, 1, &error));
  /* What is counted by day, and small records. */
  {
    LueurTallyRow tally = { (char *) "read", (char *) "joy", 20250310, 2, 1.5 };
    LueurRecordRow record = { (char *) "person", (char *) "a", (char *) "{}", 1 };
    g_autoptr (GPtrArray) tallies = NULL, records = NULL;

    g_assert_true (lueur_verb_add_tally (f.db, &tally, &error));
    g_assert_true (lueur_verb_add_tally (f.db, &tally, &error));
    g_assert_true (lueur_verb_put_record (f.db, &record, &error));
    tallies = lueur_verb_read_tallies (f.db, "read", 0, G_MAXINT, &error);
    g_assert_cmpuint (tallies->len, ==, 1);
    g_assert_cmpint (((LueurTallyRow *) tallies->pdata[0])->n, ==, 4);
    g_assert_cmpfloat_with_epsilon (((LueurTallyRow *) tallies->pdata[0])->sum, 3.0, 1e-9);
    records = lueur_verb_read_records (f.db, "person", &error);
    g_assert_cmpuint (records->len, ==, 1);
  }
  /* And what is new in 5. */
  g_assert_cmpuint (shelf->persons->len, ==, 0);
  g_assert_cmpint (((LueurConversationRow *) shelf->conversations->pdata[0])->person, ==, 0);
  person = lueur_verb_save_person (f.db, &(LueurPersonRow) { 0, (char *) "{}", 1, 1, TRUE }, &error);
  g_assert_cmpint (person, ==, 1);
  g_assert_true (lueur_verb_set_person (f.db, 1, person, &error));
  /* And in 7: a line that was due is claimed once. */
  {
    LueurRitualRow ritual = { 1, (char *) "morning", 1000, 739000, (char *) "boot", 5 };
    g_autoptr (GPtrArray) rituals = NULL;
    gint64 day;

    g_assert_true (lueur_verb_claim_ritual (f.db, 1, "morning", &day, &error));
    g_assert_cmpint (day, ==, 0);
    g_assert_true (lueur_verb_put_ritual (f.db, &ritual, &error));
    g_assert_true (lueur_verb_claim_ritual (f.db, 1, "morning", &day, &error));
    g_assert_cmpint (day, ==, 739000);
    g_assert_true (lueur_verb_claim_ritual (f.db, 1, "morning", &day, &error));
    g_assert_cmpint (day, ==, 0);
    ritual.day++;
    g_assert_true (lueur_verb_put_ritual (f.db, &ritual, &error));
    g_assert_true (lueur_verb_claim_ritual (f.db, 1, "morning", &day, &error));
    g_assert_cmpint (day, ==, 739001);
    rituals = lueur_verb_read_rituals (f.db, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rituals->len, ==, 1);
  }
  g_assert_true (lueur_verb_erase (f.db, LUEUR_KIND_CONVERSATION, 1, &error));
  g_assert_no_error (error);
}

/* What version 2 added to them. */
static const char schema_2[] =
  "CREATE TABLE usage_hour (day INTEGER NOT NULL, hour INTEGER NOT NULL, persona INTEGER NOT NULL DEFAULT 0,"
  "  seconds INTEGER NOT NULL, sessions INTEGER NOT NULL DEFAULT 0, updated_at INTEGER NOT NULL,"
  "  PRIMARY KEY (day, hour, persona)) STRICT, WITHOUT ROWID;"
  "CREATE TABLE chore (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;"
  "PRAGMA user_version = 2;"
  "INSERT INTO usage_hour VALUES (20250310, 9, 1, 60, 1, 1);";

static void
test_migrate_2 (void)
{
  g_auto (StoreFixture) f = store_fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurShelf) shelf = NULL;
  g_autoptr (GPtrArray) bin = NULL;
  g_autoptr (LueurReviewRow) review = NULL;
  LueurOpinionRow opinion = { .message = 2, .thumb = 1, .created_at = 1 };
  LueurRequestPiece piece = { LUEUR_PIECE_TEXT, (char *) "Hello" };
  LueurRequestRow request = { .message = 2, .account = (char *) "{}" };
  g_autoptr (LueurRequestRow) kept = NULL;

  exec_file (f.path, schema_1);
  exec_file (f.path, schema_2);
  f.db = lueur_database_open (f.path, LUEUR_DATABASE_WRITER, &error);
  g_assert_no_error (error);
  g_assert_cmpint (pragma (f.db, "PRAGMA user_version"), ==, LUEUR_SCHEMA_VERSION);
  shelf = lueur_verb_read_shelf (f.db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (shelf->conversations->len, ==, 1);
  g_assert_cmpint (pragma (f.db, "SELECT seconds FROM usage_hour"), ==, 60);
  /* What is new works on what is old. */
  g_assert_true (lueur_verb_set_opinion (f.db, &opinion, &error));
  review = lueur_verb_read_review (f.db, 1, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (review->n_days, ==, 1);
  request.pieces = g_ptr_array_new ();
  g_ptr_array_add (request.pieces, &piece);
  g_assert_true (lueur_verb_save_request (f.db, &request, &error));
  g_ptr_array_unref (request.pieces);
  kept = lueur_verb_read_request (f.db, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kept->pieces->len, ==, 1);
  g_assert_cmpint (lueur_verb_delete_message (f.db, 2, 50, &error), !=, 0);
  g_assert_no_error (error);
  bin = lueur_verb_read_bin (f.db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bin->len, ==, 1);
}

/* A new file and a migrated one have the same tables. */
static void
test_migrated_is_new (void)
{
  g_auto (StoreFixture) old = store_fixture_new ();
  g_auto (StoreFixture) fresh = store_fixture_open ();
  g_autoptr (GError) error = NULL;
  const char *sql = "SELECT count (*) FROM sqlite_schema";
  const char *columns = "SELECT sum (length (p.name) * (p.cid + 1) + p.pk * 1000 + p.\"notnull\" * 7)"
                        " FROM sqlite_schema s, pragma_table_info (s.name) p";

  exec_file (old.path, schema_1);
  old.db = lueur_database_open (old.path, LUEUR_DATABASE_WRITER, &error);
  g_assert_no_error (error);
  g_assert_cmpint (pragma (old.db, sql), ==, pragma (fresh.db, sql));
  sqlite3_db_config (lueur_database_get_handle (old.db), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 1, NULL);
  sqlite3_db_config (lueur_database_get_handle (fresh.db), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 1, NULL);
  g_assert_cmpint (pragma (old.db, columns), >, 1000);
  g_assert_cmpint (pragma (old.db, columns), ==, pragma (fresh.db, columns));
}

static void
test_newer (void)
{
  g_auto (StoreFixture) f = store_fixture_new ();

  exec_file (f.path, schema_1);
  exec_file (f.path, "PRAGMA journal_mode = WAL; PRAGMA user_version = 99; CREATE TABLE later (x);");
  assert_refused (&f, LUEUR_STORE_ERROR_NEWER);
}

/* The later version was killed: that it is later stands in its log alone. */
static void
test_newer_in_log (void)
{
  g_auto (StoreFixture) f = store_fixture_new ();
  g_autofree char *log = g_strconcat (f.path, "-wal", NULL);
  g_autofree char *kept = g_strconcat (f.path, ".kept", NULL);
  g_autofree char *kept_log = g_strconcat (kept, "-wal", NULL);
  sqlite3 *handle;

  exec_file (kept, schema_1);
  exec_file (kept, "PRAGMA journal_mode = WAL;");
  g_assert_cmpint (sqlite3_open (kept, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "PRAGMA user_version = 98; CREATE TABLE later (x);", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  {
    g_autofree char *one = NULL, *two = NULL;
    gsize n, m;

    g_assert_true (g_file_get_contents (kept, &one, &n, NULL));
    g_assert_true (g_file_get_contents (kept_log, &two, &m, NULL));
    g_assert_true (g_file_set_contents (f.path, one, n, NULL));
    g_assert_true (g_file_set_contents (log, two, m, NULL));
    g_assert_cmpint (one[63], ==, 1);
  }
  sqlite3_close (handle);
  assert_refused (&f, LUEUR_STORE_ERROR_NEWER);
}

static void
test_foreign (void)
{
  const char *const programs[] = {
    "CREATE TABLE bookmarks (x); INSERT INTO bookmarks VALUES (1);",
    "PRAGMA application_id = 7; CREATE TABLE t (x);",
    "PRAGMA user_version = 1; CREATE TABLE t (x);",
    "PRAGMA application_id = 1282753906; PRAGMA user_version = -5; CREATE TABLE t (x);",
  };

  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      g_auto (StoreFixture) f = store_fixture_new ();

      exec_file (f.path, programs[i]);
      assert_refused (&f, LUEUR_STORE_ERROR_CORRUPT);
    }
}

static void
test_no_database (void)
{
  g_auto (StoreFixture) f = store_fixture_new ();
  g_autofree char *page = g_malloc0 (8192);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (f.path, "Dear diary, this is a text.", -1, NULL));
  assert_refused (&f, LUEUR_STORE_ERROR_CORRUPT);
  g_assert_true (g_file_set_contents (f.path, page, 8192, NULL));
  assert_refused (&f, LUEUR_STORE_ERROR_CORRUPT);
  memcpy (page, "SQLite format 3", 16);
  g_assert_true (g_file_set_contents (f.path, page, 8192, NULL));
  assert_refused (&f, LUEUR_STORE_ERROR_CORRUPT);

  /* Nothing in it: that is what a kill right after making it leaves. */
  g_assert_true (g_file_set_contents (f.path, "", 0, NULL));
  f.db = lueur_database_open (f.path, LUEUR_DATABASE_WRITER, &error);
  g_assert_no_error (error);
  store_fixture_close (&f);
  g_remove (f.path);
  g_assert_cmpint (g_mkdir (f.path, 0700), ==, 0);
  g_assert_null (lueur_database_open (f.path, LUEUR_DATABASE_WRITER, &error));
  g_assert_error (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_CORRUPT);
  g_rmdir (f.path);
}

static void
test_cut_short (void)
{
  g_auto (StoreFixture) f = store_fixture_open ();
  struct stat st;

  store_fixture_add_conversation (&f, 200);
  store_fixture_close (&f);
  g_assert_cmpint (stat (f.path, &st), ==, 0);
  for (goffset size = st.st_size - 1; size > 100; size = size / 2)
    {
      g_assert_cmpint (truncate (f.path, size), ==, 0);
      assert_refused (&f, LUEUR_STORE_ERROR_CORRUPT);
    }
}

/* Random damage: never a crash, never a hang, never an error that is not ours. */
static void
test_damaged (void)
{
  g_auto (StoreFixture) f = store_fixture_open ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20250310);
  g_autofree char *good = NULL;
  gint64 conversation = store_fixture_add_conversation (&f, 400);
  gsize length;
  guint refused = 0, failed = 0;

  store_fixture_say (&f, conversation, LUEUR_ROLE_USER, "swipe", 5);
  store_fixture_close (&f);
  g_assert_true (g_file_get_contents (f.path, &good, &length, NULL));
  for (int round = 0; round < 150; round++)
    {
      g_autofree char *bad = g_memdup2 (good, length);
      g_autoptr (GError) error = NULL;
      g_autofree char *before = NULL;
      int wounds = g_rand_int_range (rand, 1, 40);

      for (int i = 0; i < wounds; i++)
        bad[g_rand_int_range (rand, 100, length)] = g_rand_int_range (rand, 0, 256);
      if (round % 3 == 0)
        memset (bad + 4096 * g_rand_int_range (rand, 1, length / 4096), 0, 4096);
      g_assert_true (g_file_set_contents (f.path, bad, length, NULL));
      before = digest_of (f.path);
      f.db = lueur_database_open (f.path, LUEUR_DATABASE_WRITER, &error);
      if (f.db == NULL)
        {
          g_autofree char *after = digest_of (f.path);

          g_assert_cmpint (error->domain, ==, LUEUR_STORE_ERROR);
          g_assert_cmpstr (before, ==, after);
          refused++;
          continue;
        }
      {
        g_autoptr (LueurShelf) shelf = NULL;
        g_autoptr (LueurPage) page = NULL;
        g_autoptr (LueurPage) swiped = NULL;
        g_autoptr (GPtrArray) hits = NULL;
        g_autoptr (LueurMessageRow) row = lueur_message_row_new (LUEUR_ROLE_USER, "still here", 5);

        lueur_verb_repair (f.db, NULL);
        shelf = lueur_verb_read_shelf (f.db, NULL);
        page = lueur_verb_read_page (f.db, conversation, 0, 1000, NULL);
        swiped = lueur_verb_select_swipe (f.db, 5, 1, NULL);
        hits = lueur_verb_search (f.db, "message", 500, NULL);
        row->conversation = conversation;
        if (!lueur_verb_append_message (f.db, row, 0, "t", TRUE, TRUE, &error))
          {
            g_assert_cmpint (error->domain, ==, LUEUR_STORE_ERROR);
            failed++;
          }
        lueur_verb_purge (f.db, 100 * G_TIME_SPAN_DAY, FALSE, NULL);
      }
      store_fixture_close (&f);
    }
  g_test_message ("%u refused, %u failed later", refused, failed);
  g_assert_cmpuint (refused + failed, >, 20);
}

/* After a run that did not end well the pages are looked at, and damage is said at the start. */
static void
test_damaged_unclean (void)
{
  g_auto (StoreFixture) f = store_fixture_open ();
  g_autofree char *log = g_strconcat (f.path, "-wal", NULL);
  g_autofree char *good = NULL;
  gsize length;

  store_fixture_add_conversation (&f, 400);
  store_fixture_close (&f);
  g_assert_true (g_file_get_contents (f.path, &good, &length, NULL));
  memset (good + length - 3 * 4096 + 100, 0x55, 2000);
  g_assert_true (g_file_set_contents (f.path, good, length, NULL));
  /* A log of another file, which SQLite will not believe, is enough to say that all was not well. */
  g_assert_true (g_file_set_contents (log, "not much of a log", -1, NULL));
  {
    g_autoptr (GError) error = NULL;
    LueurDatabase *db = lueur_database_open (f.path, LUEUR_DATABASE_WRITER, &error);

    g_assert_null (db);
    g_assert_error (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_CORRUPT);
  }
}

/* --- Other processes and other disks: this program again, with a part to play --- */

static char *self_path;

/* Its exit status. @until: (nullable): a line to wait for before returning, with the process still running */
static int
play (const char *part, const char *dir, GSubprocess **running)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
    g_subprocess_new (running != NULL ? G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDIN_PIPE : 0, &error,
                      self_path, "--play", part, dir, NULL);

  g_assert_no_error (error);
  if (running != NULL)
    {
      char byte;

      g_assert_cmpint (g_input_stream_read (g_subprocess_get_stdout_pipe (process), &byte, 1, NULL, NULL), ==, 1);
      *running = g_steal_pointer (&process);
      return 0;
    }
  g_assert_true (g_subprocess_wait (process, NULL, &error));
  return g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : 1;
}

/* Holds the file until its input ends. */
static int
play_hold (const char *dir)
{
  g_autofree char *path = g_build_filename (dir, "lueur.db", NULL);
  sqlite3 *handle;
  char byte;

  if (sqlite3_open (path, &handle) != SQLITE_OK ||
      sqlite3_exec (handle, "BEGIN EXCLUSIVE", NULL, NULL, NULL) != SQLITE_OK)
    return 1;
  putchar ('!');
  fflush (stdout);
  while (read (0, &byte, 1) > 0)
    ;
  sqlite3_close (handle);
  return 0;
}

static void
test_locked (void)
{
  g_auto (StoreFixture) f = store_fixture_open ();
  g_autoptr (GSubprocess) holder = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_close (&f);
  play ("hold", f.dir, &holder);
  g_assert_null (lueur_database_open (f.path, LUEUR_DATABASE_WRITER, &error));
  g_assert_error (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_LOCKED);
  g_clear_error (&error);
  g_output_stream_close (g_subprocess_get_stdin_pipe (holder), NULL, NULL);
  g_assert_true (g_subprocess_wait_check (holder, NULL, NULL));
  f.db = lueur_database_open (f.path, LUEUR_DATABASE_WRITER, &error);
  g_assert_no_error (error);
}

static void
write_file (const char *path, const char *text)
{
  int fd = open (path, O_WRONLY);

  if (fd < 0)
    return;
  if (write (fd, text, strlen (text)) < 0)
    g_debug ("%s: %s", path, g_strerror (errno));
  close (fd);
}

/* A disk of our own at @dir, where the kernel lets us have one. */
static gboolean
mount_disk (const char *dir, const char *options)
{
  g_autofree char *user = g_strdup_printf ("0 %u 1", geteuid ());
  g_autofree char *group = g_strdup_printf ("0 %u 1", getegid ());

  if (unshare (CLONE_NEWUSER | CLONE_NEWNS) != 0)
    return FALSE;
  write_file ("/proc/self/setgroups", "deny");
  write_file ("/proc/self/uid_map", user);
  write_file ("/proc/self/gid_map", group);
  return mount ("disk", dir, "tmpfs", 0, options) == 0;
}

static int
play_full (const char *dir)
{
  g_auto (StoreFixture) f = { .dir = g_strdup (dir), .path = g_build_filename (dir, "lueur.db", NULL) };
  g_autofree char *text = g_strnfill (3000, 'x');
  g_autoptr (GError) error = NULL;
  LueurConversationRow conversation = { .created_at = 1, .updated_at = 1 };
  guint stored = 0;
  g_autoptr (LueurPage) page = NULL;

  if (!mount_disk (dir, "size=1m,mode=700"))
    return SKIPPED;
  f.db = lueur_database_open (f.path, LUEUR_DATABASE_WRITER, &error);
  g_assert_no_error (error);
  conversation.persona = store_fixture_add_persona (&f, "{}");
  g_assert_true (lueur_verb_start_conversation (f.db, &conversation, NULL, &error));
  while (error == NULL && stored < 1000)
    {
      g_autoptr (LueurMessageRow) row = lueur_message_row_new (LUEUR_ROLE_USER, text, 1);

      row->conversation = conversation.id;
      if (lueur_verb_append_message (f.db, row, 0, NULL, TRUE, TRUE, &error))
        stored++;
    }
  g_assert_error (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_FULL);
  g_assert_cmpuint (stored, >, 10);
  g_clear_error (&error);
  /* What was stored can be read, now and after a new start, or the start says why not. */
  page = lueur_verb_read_page (f.db, conversation.id, 0, 2000, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (page->messages->len, ==, stored);
  store_fixture_close (&f);
  f.db = lueur_database_open (f.path, LUEUR_DATABASE_READER, &error);
  g_assert_no_error (error);
  g_clear_pointer (&page, lueur_page_free);
  page = lueur_verb_read_page (f.db, conversation.id, 0, 2000, &error);
  g_assert_cmpuint (page->messages->len, ==, stored);
  store_fixture_close (&f);

  return 0;
}

/* Not one byte left: a writer does not start, and does nothing to the file. */
static int
play_no_room (const char *dir)
{
  g_auto (StoreFixture) f = { .dir = g_strdup (dir), .path = g_build_filename (dir, "lueur.db", NULL) };
  g_autofree char *ballast = g_build_filename (dir, "ballast", NULL);
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  static char zeros[512];
  int fd;

  if (!mount_disk (dir, "size=1m,mode=700"))
    return SKIPPED;
  f.db = lueur_database_open (f.path, LUEUR_DATABASE_WRITER, &error);
  g_assert_no_error (error);
  store_fixture_add_conversation (&f, 20);
  store_fixture_close (&f);
  before = digest_of (f.path);
  fd = open (ballast, O_WRONLY | O_CREAT, 0600);
  while (write (fd, zeros, sizeof zeros) > 0)
    ;
  close (fd);
  f.db = lueur_database_open (f.path, LUEUR_DATABASE_WRITER, &error);
  g_assert_null (f.db);
  g_assert_error (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_FULL);
  g_clear_error (&error);
  after = digest_of (f.path);
  g_assert_cmpstr (before, ==, after);

  /* Room again, and all is well. */
  g_remove (ballast);
  f.db = lueur_database_open (f.path, LUEUR_DATABASE_WRITER, &error);
  g_assert_no_error (error);
  g_assert_cmpint (pragma (f.db, "SELECT count (*) FROM message"), ==, 20);
  store_fixture_close (&f);
  return 0;
}

static int
play_read_only (const char *dir)
{
  g_auto (StoreFixture) f = { .dir = g_strdup (dir), .path = g_build_filename (dir, "lueur.db", NULL) };
  g_autofree char *digest = NULL, *after = NULL;
  g_autofree char *missing = g_build_filename (dir, "new", "lueur.db", NULL);
  g_autoptr (GError) error = NULL;

  if (!mount_disk (dir, "size=4m,mode=700"))
    return SKIPPED;
  f.db = lueur_database_open (f.path, LUEUR_DATABASE_WRITER, &error);
  g_assert_no_error (error);
  store_fixture_add_conversation (&f, 5);
  store_fixture_close (&f);
  digest = digest_of (f.path);
  g_assert_cmpint (mount (NULL, dir, NULL, MS_REMOUNT | MS_RDONLY | MS_BIND, NULL), ==, 0);
  f.db = lueur_database_open (f.path, LUEUR_DATABASE_WRITER, &error);
  g_assert_null (f.db);
  g_assert_error (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_null (lueur_database_open (missing, LUEUR_DATABASE_WRITER, &error));
  g_assert_error (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_READ_ONLY);
  after = digest_of (f.path);
  g_assert_cmpstr (digest, ==, after);
  return 0;
}

static void
test_disk (gconstpointer part)
{
  g_auto (StoreFixture) f = store_fixture_new ();
  int status = play (part, f.dir, NULL);

  if (status == SKIPPED)
    g_test_skip ("this kernel lends nobody a disk of their own");
  else
    g_assert_cmpint (status, ==, 0);
}

int
main (int argc, char **argv)
{
  if (argc == 4 && strcmp (argv[1], "--play") == 0)
    {
      if (strcmp (argv[2], "hold") == 0)
        return play_hold (argv[3]);
      if (strcmp (argv[2], "full") == 0)
        return play_full (argv[3]);
      if (strcmp (argv[2], "no-room") == 0)
        return play_no_room (argv[3]);
      return play_read_only (argv[3]);
    }
  self_path = g_file_read_link ("/proc/self/exe", NULL);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/open/new", test_new);
  g_test_add_func ("/store/open/migrate-1", test_migrate_1);
  g_test_add_func ("/store/open/migrate-2", test_migrate_2);
  g_test_add_func ("/store/open/migrated-is-new", test_migrated_is_new);
  g_test_add_func ("/store/open/newer", test_newer);
  g_test_add_func ("/store/open/newer-in-log", test_newer_in_log);
  g_test_add_func ("/store/open/foreign", test_foreign);
  g_test_add_func ("/store/open/no-database", test_no_database);
  g_test_add_func ("/store/open/cut-short", test_cut_short);
  g_test_add_func ("/store/open/damaged", test_damaged);
  g_test_add_func ("/store/open/damaged-unclean", test_damaged_unclean);
  g_test_add_func ("/store/open/locked", test_locked);
  g_test_add_data_func ("/store/open/full", "full", test_disk);
  g_test_add_data_func ("/store/open/no-room", "no-room", test_disk);
  g_test_add_data_func ("/store/open/read-only", "read-only", test_disk);
  return g_test_run ();
}
