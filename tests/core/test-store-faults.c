/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The same short story, with the disk failing at its first operation, then its second, and so on until it
 * runs through. Whatever fails, what was said to be stored is there afterwards, and the file is sound.
 */

#include <string.h>

#include "core/store/schema.h"
#include "store-fixture.h"
#include "support/fault-vfs.h"

typedef struct
{
  gboolean open;
  gint64 persona;
  gint64 conversation;
  guint said;     /* "said 1" to "said n" were stored, in this order */
  gboolean reply; /* finished */
  gboolean erased; /* the other conversation is gone, or going: its deletion was asked for */
  gint64 other;
} Story;

/* TRUE while all went well; after a failure the story goes on, as the app would. */
static gboolean
check (gboolean done, LueurFaultVfsKind kind, GError **error)
{
  if (!done)
    {
      g_assert_nonnull (*error);
      g_assert_cmpint ((*error)->domain, ==, LUEUR_STORE_ERROR);
      if (kind == LUEUR_FAULT_VFS_FULL)
        g_assert_cmpint ((*error)->code, ==, LUEUR_STORE_ERROR_FULL);
      else
        g_assert_true ((*error)->code == LUEUR_STORE_ERROR_IO || (*error)->code == LUEUR_STORE_ERROR_FAILED);
      g_clear_error (error);
    }
  return done;
}

static void
say (StoreFixture *f, Story *story, LueurFaultVfsKind kind)
{
  g_autofree char *text = g_strdup_printf ("said %u", story->said + 1);
  g_autoptr (LueurMessageRow) row = lueur_message_row_new (LUEUR_ROLE_USER, text, 5);
  g_autoptr (GError) error = NULL;

  row->conversation = story->conversation;
  if (check (lueur_verb_append_message (f->db, row, 0, "T", TRUE, TRUE, &error), kind, &error))
    story->said++;
}

static void
tell (StoreFixture *f, Story *story, LueurFaultVfsKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *long_text = g_strnfill (30000, 'r');
  LueurPersonaRow persona = { .body = (char *) "{}", .created_at = 1, .updated_at = 1 };
  LueurConversationRow conversation = { .created_at = 1, .updated_at = 1 };
  g_autoptr (LueurMessageRow) reply = lueur_message_row_new (LUEUR_ROLE_COMPANION, "", 6);

  f->db = lueur_database_open (f->path, LUEUR_DATABASE_WRITER, &error);
  story->open = check (f->db != NULL, kind, &error);
  if (!story->open)
    return;
  story->persona = lueur_verb_save_persona (f->db, &persona, &error);
  if (!check (story->persona != 0, kind, &error))
    return;
  conversation.persona = story->persona;
  if (check (lueur_verb_start_conversation (f->db, &conversation, NULL, &error), kind, &error))
    story->other = conversation.id;
  conversation.id = 0;
  if (!check (lueur_verb_start_conversation (f->db, &conversation, NULL, &error), kind, &error))
    return;
  story->conversation = conversation.id;
  say (f, story, kind);
  reply->conversation = story->conversation;
  if (check (lueur_verb_append_message (f->db, reply, 0, NULL, FALSE, FALSE, &error), kind, &error))
    {
      g_free (reply->text);
      reply->text = g_steal_pointer (&long_text);
      check (lueur_verb_checkpoint_message (f->db, reply->id, "rrr", LUEUR_MESSAGE_STREAMING, &error), kind, &error);
      story->reply = check (lueur_verb_finish_message (f->db, reply, &error), kind, &error);
    }
  check (lueur_verb_set_draft (f->db, story->conversation, "dr", 7, &error), kind, &error);
  say (f, story, kind);
  if (story->other != 0)
    {
      story->erased = TRUE;
      check (lueur_verb_erase (f->db, LUEUR_KIND_CONVERSATION, story->other, &error), kind, &error);
    }
  say (f, story, kind);
  store_fixture_close (f);
}

static void
assert_kept (StoreFixture *f, const Story *story)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurPage) page = NULL;
  g_autoptr (LueurStatement) sound = NULL;
  guint said = 0;
  gboolean reply = FALSE;

  store_fixture_close (f);
  f->db = lueur_database_open (f->path, LUEUR_DATABASE_WRITER, &error);
  g_assert_no_error (error);
  sound = lueur_database_query (f->db, &error, "PRAGMA integrity_check", "");
  g_assert_cmpint (lueur_database_step (f->db, sound, &error), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (sound, 0), ==, "ok");
  lueur_statement_release (g_steal_pointer (&sound));
  sound = lueur_database_query (f->db, &error, "PRAGMA foreign_key_check", "");
  g_assert_cmpint (lueur_database_step (f->db, sound, &error), ==, SQLITE_DONE);
  lueur_statement_release (g_steal_pointer (&sound));
  if (story->conversation == 0)
    return;
  page = lueur_verb_read_page (f->db, story->conversation, 0, 200, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < page->messages->len; i++)
    {
      const LueurMessageRow *row = page->messages->pdata[i];
      g_autofree char *expected = g_strdup_printf ("said %u", said + 1);

      if (row->role == LUEUR_ROLE_USER && said < story->said)
        {
          g_assert_cmpstr (row->text, ==, expected);
          said++;
        }
      else if (row->role == LUEUR_ROLE_COMPANION && strlen (row->text) == 30000)
        reply = TRUE;
    }
  g_assert_cmpuint (said, ==, story->said);
  g_assert_true (reply || !story->reply);
  /* The traces that could not be scrubbed then are scrubbed now. */
  g_assert_true (lueur_verb_purge (f->db, 10, FALSE, &error));
  g_assert_no_error (error);
}

static void
run_story (LueurFaultVfsKind kind)
{
  guint at = 1;

  for (;; at++)
    {
      g_auto (StoreFixture) f = store_fixture_new ();
      Story story = { 0 };
      gboolean failed;

      lueur_fault_vfs_arm (kind, at);
      tell (&f, &story, kind);
      store_fixture_close (&f);
      failed = lueur_fault_vfs_disarm ();
      assert_kept (&f, &story);
      if (!failed)
        {
          g_assert_cmpuint (story.said, ==, 3);
          g_assert_true (story.reply);
          break;
        }
      g_assert_cmpuint (at, <, 2000);
    }
  g_test_message ("failed at each of %u operations", at - 1);
  g_assert_cmpuint (at, >, 30);
}

static void
test_full (void)
{
  run_story (LUEUR_FAULT_VFS_FULL);
}

static void
test_io (void)
{
  run_story (LUEUR_FAULT_VFS_IO);
}

/* A migration that fails at any of its writes leaves the version it found, and what was in it. */
static void
test_migration (void)
{
  guint at = 1;
  gboolean failed = TRUE;

  for (; failed; at++)
    {
      g_auto (StoreFixture) f = store_fixture_open ();
      g_autoptr (GError) error = NULL;
      sqlite3 *handle;
      gint64 version, n;

      store_fixture_add_conversation (&f, 3);
      store_fixture_close (&f);
      /* As version 1 left it. */
      g_assert_cmpint (sqlite3_open (f.path, &handle), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (handle, "DROP TABLE usage_hour; DROP TABLE chore;"
                                     "ALTER TABLE conversation DROP COLUMN origin;"
                                     "ALTER TABLE conversation DROP COLUMN origin_parent;"
                                     "DROP TABLE opinion; DROP TABLE review; DROP TABLE card;"
                                     "DROP INDEX conversation_of_person; ALTER TABLE conversation DROP COLUMN person;"
                                     "DROP TABLE person; DROP TABLE tally; DROP TABLE record; DROP TABLE ritual_log;"
                                     "DROP TABLE request_use; DROP TABLE request_text; DROP TABLE request; DROP TABLE book;"
                                     "ALTER TABLE message DROP COLUMN findings; PRAGMA user_version = 1;",
                                     NULL, NULL, NULL), ==, SQLITE_OK);
      sqlite3_close (handle);

      lueur_fault_vfs_arm (LUEUR_FAULT_VFS_FULL, at);
      f.db = lueur_database_open (f.path, LUEUR_DATABASE_WRITER, &error);
      if (f.db == NULL)
        {
          g_assert_error (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_FULL);
          failed = lueur_fault_vfs_disarm ();
          g_assert_true (failed);
          g_assert_cmpint (sqlite3_open (f.path, &handle), ==, SQLITE_OK);
          {
            sqlite3_stmt *query;

            g_assert_cmpint (sqlite3_prepare_v2 (handle, "PRAGMA user_version", -1, &query, NULL), ==, SQLITE_OK);
            g_assert_cmpint (sqlite3_step (query), ==, SQLITE_ROW);
            g_assert_cmpint (sqlite3_column_int (query, 0), ==, 1);
            sqlite3_finalize (query);
          }
          sqlite3_close (handle);
          g_clear_error (&error);
          f.db = lueur_database_open (f.path, LUEUR_DATABASE_WRITER, &error);
        }
      else
        failed = lueur_fault_vfs_disarm ();
      g_assert_no_error (error);
      g_assert_true (lueur_database_get_int (f.db, NULL, &version, 0, "PRAGMA user_version", ""));
      g_assert_cmpint (version, ==, LUEUR_SCHEMA_VERSION);
      g_assert_true (lueur_database_get_int (f.db, NULL, &n, 0, "SELECT count (*) FROM message", ""));
      g_assert_cmpint (n, ==, 3);
    }
  g_assert_cmpuint (at, >, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  lueur_fault_vfs_install ();
  g_test_add_func ("/store/faults/full", test_full);
  g_test_add_func ("/store/faults/io", test_io);
  g_test_add_func ("/store/faults/migration", test_migration);
  return g_test_run ();
}
