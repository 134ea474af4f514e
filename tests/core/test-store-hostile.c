/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A file that says it is ours and is full of nonsense: what SQLite finds in order, and no sense in. It was
 * made without any of the constraints that our own tables have.
 */

#include <string.h>

#include "core/model/conversation-private.h"
#include "core/model/library.h"
#include "core/model/text.h"
#include "store-fixture.h"
#include "support/fake-clock.h"
#include "support/loop.h"

static const char tables[] =
  "PRAGMA application_id = 1282753906; PRAGMA user_version = 2;"
  "CREATE TABLE persona (id INTEGER PRIMARY KEY, body, version, archived, created_at, updated_at, deleted_at);"
  "CREATE TABLE persona_version (id INTEGER PRIMARY KEY, persona, version, body, saved_at);"
  "CREATE TABLE conversation (id INTEGER PRIMARY KEY, persona, title, renamed, leaf, n_messages, preview,"
  "  created_at, updated_at, deleted_at);"
  "CREATE TABLE message (id INTEGER PRIMARY KEY, conversation, parent, chosen, depth, role, state, text, created_at,"
  "  error_code, error_detail, scripted, model, label);"
  "CREATE TABLE draft (conversation PRIMARY KEY, text, updated_at);"
  "CREATE TABLE usage_hour (day, hour, persona, seconds, sessions, updated_at, PRIMARY KEY (day, hour, persona));"
  "CREATE TABLE chore (name PRIMARY KEY);"
  /* A trap for who appends. */
  "CREATE TRIGGER trap AFTER INSERT ON message BEGIN DELETE FROM message; DELETE FROM conversation; END;";

static const char rows[] =
  "INSERT INTO persona VALUES (1, '{\"name\":\"Ada\"}', 1, 0, 1, 1, NULL), (2, 'no json', NULL, 'maybe', NULL, NULL, NULL),"
  "  (3, NULL, 1, 0, 'yesterday', -5, NULL), (4, CAST (x'7b226e616d65223a22ff227d' AS TEXT), 1, 0, 9e300, 1, NULL),"
  "  (5, '[1]', 1, 0, 9223372036854775807, 9223372036854775807, NULL), (6, replace (hex (zeroblob (3000000)), '0', '{'), 1, 0, 1, 1, NULL),"
  "  (-7, '{}', 1, 0, 1, 1, NULL);"
  /* 1: a circle of two. 2: its own parent. 3: a parent that is not there. 4: a parent that is another's.
   * 5: no leaf. 6: a leaf of another conversation. 7: nobody's. 8: full of wrong kinds. 9: large texts.
   * 10: a chosen child that is a circle. 11: nothing at all. */
  "INSERT INTO conversation VALUES (1, 1, 'circle', 0, 11, 2, 'p', 1, 1, NULL), (2, 1, 'own', 0, 20, 1, 'p', 1, 1, NULL),"
  "  (3, 1, 'orphan', 0, 30, 1, 'p', 1, 1, NULL), (4, 1, 'stolen', 0, 40, 1, 'p', 1, 1, NULL),"
  "  (5, 1, 'no leaf', 0, NULL, 1, 'p', 1, 1, NULL), (6, 1, 'foreign leaf', 0, 20, 1, 'p', 1, 1, NULL),"
  "  (7, 77, 'nobody', 0, NULL, 0, 'p', 1, 1, NULL),"
  "  (8, 1, x'ff00fe', 'x', 80, 'many', NULL, 'a', 'b', NULL), (9, 1, NULL, 0, 91, -3, x'c328', 1, 9223372036854775807, NULL),"
  "  (10, 1, replace (hex (zeroblob (400000)), '0', 'é'), 0, 100, 9e99, hex (zeroblob (100000)), 1, 1, NULL),"
  "  (11, 1, 'empty', 0, 1234, 0, '', 1, 1, NULL);"
  "INSERT INTO message (id, conversation, parent, chosen, depth, role, state, text, created_at) VALUES"
  "  (10, 1, 11, 11, 1, 'user', 'complete', 'a', 1), (11, 1, 10, 10, 2, 'companion', 'complete', 'b', 1),"
  "  (20, 2, 20, 20, 1, 'user', 'complete', 'self', 1),"
  "  (30, 3, 29, NULL, 1, 'user', 'complete', 'orphan', 1),"
  "  (40, 4, 20, NULL, 1, 'user', 'complete', 'stolen', 1),"
  "  (50, 5, NULL, NULL, 1, 'user', 'complete', 'root', 1), (51, 5, 50, NULL, 2, 'companion', 'complete', 'leaf', 1),"
  "  (60, 6, NULL, NULL, 1, 'user', 'complete', 'mine', 1),"
  "  (80, 8, NULL, NULL, -9223372036854775808, 'alien', 'melting', NULL, 'noon'),"
  "  (100, 10, NULL, 101, 'deep', 'user', 'complete', 'x', -1), (101, 10, 100, 100, 2, 'user', 'waiting', 'y', 9223372036854775807);"
  "INSERT INTO message VALUES (90, 9, NULL, 91, 1, 'user', 'complete', CAST (x'61ff6200c3' AS TEXT), 1, 'nonsense', hex (zeroblob (50000)), 'no', x'ff', 'happy'),"
  "  (91, 9, 90, NULL, 9223372036854775807, 'companion', 'streaming', hex (zeroblob (6000000)), 1, x'00', NULL, 3, NULL, x'ff');"
  "INSERT INTO message VALUES (92, 9, 90, NULL, 2, 'companion', 'complete', zeroblob (40000000), 1, NULL, NULL, 0, NULL, NULL);"
  "INSERT INTO draft VALUES (1, x'ff', 1), (2, hex (zeroblob (2000000)), 1), (3, NULL, NULL), ('four', 'x', 1);"
  "INSERT INTO usage_hour VALUES (20250310, 99, 1, 5, 1, 1), ('day', 'hour', NULL, 'long', -1, 1),"
  "  (20250310, 9, 1, 9223372036854775807, -4, 1);";

static void
make_file (StoreFixture *f)
{
  sqlite3 *handle;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (f->path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, tables, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_exec (handle, "DROP TRIGGER trap", NULL, NULL, NULL);
  sqlite3_exec (handle, rows, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_exec (handle,
                "CREATE TRIGGER trap AFTER INSERT ON message BEGIN DELETE FROM message; DELETE FROM conversation; END;",
                NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (handle);
}

static void
check_text (const char *text, gsize max)
{
  g_assert_nonnull (text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpuint (strlen (text), <=, max);
}

static void
test_verbs (void)
{
  g_auto (StoreFixture) f = store_fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurShelf) shelf = NULL;
  g_autoptr (GPtrArray) usage = NULL;
  const char *const paths[] = {
    NULL, "a b", "self", "orphan", "stolen", "root leaf", "mine", NULL, "", NULL, "x", "",
  };

  make_file (&f);
  f.db = lueur_database_open (f.path, LUEUR_DATABASE_WRITER, &error);
  g_assert_no_error (error);
  g_assert_true (lueur_verb_repair (f.db, &error));
  shelf = lueur_verb_read_shelf (f.db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (shelf->personas->len, ==, 5);
  g_assert_cmpuint (shelf->conversations->len, ==, 10);
  for (guint i = 0; i < shelf->conversations->len; i++)
    {
      const LueurConversationRow *row = shelf->conversations->pdata[i];

      check_text (row->title, 1024);
      check_text (row->preview, 1024);
      check_text (row->draft, LUEUR_DRAFT_MAX_BYTES);
    }
  for (gint64 id = 1; id < (gint64) G_N_ELEMENTS (paths); id++)
    if (paths[id] != NULL)
      store_fixture_assert_path (&f, id, paths[id]);

  /* The large ones: cut, left out, never more than the cap, and the page knows. */
  {
    g_autoptr (LueurPage) page = lueur_verb_read_page (f.db, 9, 0, 200, &error);
    g_autoptr (LueurPage) other = NULL;

    g_assert_no_error (error);
    for (guint i = 0; i < page->messages->len; i++)
      check_text (((LueurMessageRow *) page->messages->pdata[i])->text, LUEUR_MESSAGE_MAX_BYTES);
    g_assert_cmpuint (strlen (((LueurMessageRow *) page->messages->pdata[1])->text), ==, 1000000);
    other = lueur_verb_select_swipe (f.db, 91, 1, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (((LueurMessageRow *) other->messages->pdata[1])->text, ==, "");
  }
  /* Going on, in each: the trap does not spring. */
  for (gint64 id = 1; id <= 11; id++)
    {
      gint64 said = store_fixture_say (&f, id, LUEUR_ROLE_USER, "hello", 0);
      gint64 swipe = store_fixture_say (&f, id, LUEUR_ROLE_USER, "hello again", said);
      g_autoptr (LueurPage) page = lueur_verb_select_swipe (f.db, swipe, -1, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (page->messages->len, >=, 1);
      g_assert_cmpint (((LueurMessageRow *) page->messages->pdata[page->messages->len - 1])->id, ==, said);
    }
  usage = lueur_verb_read_usage (f.db, 0, G_MAXINT, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (usage->len, ==, 1);
  g_assert_cmpint (((LueurUsageRow *) usage->pdata[0])->seconds, ==, 3600);
  g_assert_cmpint (((LueurUsageRow *) usage->pdata[0])->sessions, ==, 0);
  {
    g_autoptr (GPtrArray) hits = lueur_verb_search (f.db, "hello", 50, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (hits->len, >=, 1);
  }
  for (gint64 id = 10; id <= 101; id++)
    lueur_verb_erase (f.db, LUEUR_KIND_MESSAGE, id, NULL);
  g_assert_true (lueur_verb_erase (f.db, LUEUR_KIND_PERSONA, 1, &error));
  g_assert_no_error (error);
}

static void
read_all (LueurLibrary *library, LueurConversation *conversation)
{
  gboolean older = FALSE;

  do
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      lueur_library_load_async (library, conversation, older, NULL, lueur_test_keep_result, &result);
      lueur_test_await (&result);
      g_assert_true (lueur_library_load_finish (library, result, &error));
      older = TRUE;
    }
  while (lueur_conversation_get_has_older (conversation));
}

static void
test_library (void)
{
  g_auto (StoreFixture) f = store_fixture_new ();
  g_autoptr (LueurFakeClock) clock = lueur_fake_clock_new ("Europe/Paris", 2025, 3, 10, 20, 0);
  g_autoptr (LueurStore) store = lueur_store_new (f.dir);
  g_autoptr (LueurLibrary) library = lueur_library_new (store, LUEUR_CLOCK (clock));
  gint64 now = lueur_clock_get_wall (LUEUR_CLOCK (clock));
  GListModel *list = lueur_library_get_conversations (library);
  guint n;

  make_file (&f);
  {
    g_autoptr (GAsyncResult) opened = NULL, read = NULL;
    g_autoptr (GError) error = NULL;

    lueur_store_open_async (store, NULL, lueur_test_keep_result, &opened);
    lueur_test_await (&opened);
    g_assert_true (lueur_store_open_finish (store, opened, &error));
    lueur_library_open_async (library, NULL, lueur_test_keep_result, &read);
    lueur_test_await (&read);
    g_assert_true (lueur_library_open_finish (library, read, &error));
    g_assert_no_error (error);
  }
  n = g_list_model_get_n_items (list);
  g_assert_cmpuint (n, ==, 10);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LueurConversation) conversation = g_list_model_get_item (list, i);

      g_assert_cmpint (lueur_conversation_get_updated_at (conversation), >=, 0);
      g_assert_cmpint (lueur_conversation_get_updated_at (conversation), <=, now);
      check_text (lueur_conversation_get_title (conversation), LUEUR_TITLE_MAX * 4);
      read_all (library, conversation);
      g_assert_true (lueur_conversation_get_loaded (conversation));
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (conversation)); j++)
        {
          LueurMessage *message = lueur_conversation_get_message (conversation, j);

          check_text (lueur_message_get_text (message), LUEUR_MESSAGE_MAX_BYTES);
          g_assert_cmpint (lueur_message_get_created_at (message), >=, 0);
          g_assert_cmpint (lueur_message_get_created_at (message), <=, now);
          g_assert_cmpint (lueur_message_get_state (message), !=, LUEUR_MESSAGE_STREAMING);
        }
    }
  lueur_store_close (store);
  lueur_test_drain ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/hostile/verbs", test_verbs);
  g_test_add_func ("/store/hostile/library", test_library);
  return g_test_run ();
}
