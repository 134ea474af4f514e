/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was erased is nowhere: not in the file, not in its log, not in its index. Needs a plain SQLite, where bytes can
 * be seen. */

#include <string.h>

#include "core/store/store.h"
#include "store-fixture.h"
#include "support/loop.h"

/* In every text that is to go, every few bytes, so that any piece of a copy has one. */
#define MARK "q7Zx"
#define KEEP "stays"

static guint
count_in (const char *path, const char *mark)
{
  g_autofree char *contents = NULL;
  gsize length;
  guint n = 0;

  if (!g_file_get_contents (path, &contents, &length, NULL))
    return 0;
  for (char *p = contents; (p = memmem (p, length - (p - contents), mark, strlen (mark))) != NULL; p++)
    n++;
  return n;
}

/* In all files of the folder. */
static guint
count_marks (StoreFixture *f, const char *mark)
{
  g_autoptr (GDir) dir = g_dir_open (f->dir, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->dir, name, NULL);

      n += count_in (path, mark);
    }
  return n;
}

static char *
marked (GRand *rand, int max, const char *mark)
{
  GString *text = g_string_new (NULL);
  int length = g_rand_int_range (rand, 1, max);

  while ((int) text->len < length)
    g_string_append_printf (text, "%s %d ", mark, g_rand_int_range (rand, 0, 1000));
  return g_string_free_and_steal (text);
}

static gint64
add_conversation (StoreFixture *f, const char *body, const char *title)
{
  LueurConversationRow row = { .persona = store_fixture_add_persona (f, body), .title = (char *) title,
                               .created_at = 1, .updated_at = 1 };
  g_autoptr (GError) error = NULL;

  g_assert_true (lueur_verb_start_conversation (f->db, &row, NULL, &error));
  return row.id;
}

/* Two conversations, said in turns, with long texts that grew: pages split and join, and rows move. */
static void
fill (StoreFixture *f, gint64 going, gint64 staying, guint n, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      gboolean goes = g_rand_boolean (rand);
      const char *mark = goes ? MARK : KEEP;
      g_autofree char *half = marked (rand, 200, mark);
      g_autofree char *whole = marked (rand, i % 17 == 0 ? 20000 : 900, mark);
      gint64 id = store_fixture_say (f, goes ? going : staying, LUEUR_ROLE_COMPANION, half, 0);

      if (i % 3 == 0)
        g_assert_true (lueur_verb_checkpoint_message (f->db, id, whole, LUEUR_MESSAGE_STREAMING, &error));
      if (i % 5 == 0)
        g_assert_true (lueur_verb_set_draft (f->db, goes ? going : staying, whole, 1, &error));
    }
}

static gint64
persona_of (StoreFixture *f, gint64 conversation)
{
  gint64 id;

  g_assert_true (lueur_database_get_int (f->db, NULL, &id, 0, "SELECT persona FROM conversation WHERE id = ?1", "i",
                                         conversation));
  return id;
}

static void
test_conversation (void)
{
  for (guint32 seed = 1; seed <= 5; seed++)
    {
      g_auto (StoreFixture) f = store_fixture_open ();
      g_autoptr (GError) error = NULL;
      gint64 going = add_conversation (&f, "{}", MARK " title");
      gint64 staying = add_conversation (&f, "{}", KEEP);
      guint kept;
      gint64 n;

      fill (&f, going, staying, 400, seed);
      g_assert_cmpuint (count_marks (&f, MARK), >, 1000);
      g_assert_true (lueur_verb_erase (f.db, LUEUR_KIND_CONVERSATION, going, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (count_marks (&f, MARK), ==, 0);
      kept = count_marks (&f, KEEP);
      g_assert_cmpuint (kept, >, 1000);
      g_assert_true (lueur_database_get_int (f.db, &error, &n, -1, "SELECT count (*) FROM chore", ""));
      g_assert_cmpint (n, ==, 0);
      store_fixture_close (&f);
      g_assert_cmpuint (count_marks (&f, MARK), ==, 0);
    }
}

static void
test_persona (void)
{
  g_auto (StoreFixture) f = store_fixture_open ();
  g_autoptr (GError) error = NULL;
  gint64 going = add_conversation (&f, "{\"name\":\"" MARK "\"}", "");
  gint64 staying = add_conversation (&f, "{\"name\":\"" KEEP "\"}", "");
  gint64 persona = persona_of (&f, going);

  for (int i = 0; i < 30; i++)
    {
      g_autofree char *body = g_strdup_printf ("{\"name\":\"" MARK "\",\"about\":\"%d\"}", i);
      LueurPersonaRow row = { .id = persona, .body = body, .updated_at = i };

      g_assert_cmpint (lueur_verb_save_persona (f.db, &row, &error), ==, persona);
    }
  /* The cards they came in, one of them larger than a page of the file, and a copy with its card. */
  {
    g_autofree char *large = g_strnfill (100000, 'x');
    g_autofree char *card = g_strconcat ("{" MARK, large, MARK "}", NULL);
    g_autoptr (GBytes) goes = g_bytes_new (card, strlen (card));
    g_autoptr (GBytes) stays = g_bytes_new ("{" KEEP "}", strlen ("{" KEEP "}"));
    g_autoptr (GBytes) copied = NULL;
    LueurPersonaRow copy = { .body = (char *) "{}", .card_of = persona_of (&f, staying), .updated_at = 1 };
    gint64 id;

    g_assert_true (lueur_verb_save_card (f.db, persona, goes, 1, &error));
    g_assert_true (lueur_verb_save_card (f.db, persona_of (&f, staying), stays, 1, &error));
    id = lueur_verb_save_persona (f.db, &copy, &error);
    g_assert_no_error (error);
    copied = lueur_verb_read_card (f.db, id, &error);
    g_assert_true (g_bytes_equal (copied, stays));
  }
  fill (&f, going, staying, 200, 9);
  g_assert_true (lueur_verb_erase (f.db, LUEUR_KIND_PERSONA, persona, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_marks (&f, MARK), ==, 0);
  g_assert_cmpuint (count_marks (&f, KEEP), >, 100);
}

/* A message, with all that follows it; title, preview and draft do not remember it. */
static void
test_message (void)
{
  g_auto (StoreFixture) f = store_fixture_open ();
  g_autoptr (GError) error = NULL;
  gint64 conversation = add_conversation (&f, "{}", "");
  gint64 said, reply, other;
  g_autoptr (LueurMessageRow) row = lueur_message_row_new (LUEUR_ROLE_USER, MARK " is my secret", 5);
  g_autoptr (LueurPage) page = NULL;

  store_fixture_say (&f, conversation, LUEUR_ROLE_COMPANION, KEEP, 0);
  row->conversation = conversation;
  g_assert_true (lueur_verb_append_message (f.db, row, 0, MARK " is my", TRUE, TRUE, &error));
  said = row->id;
  reply = store_fixture_say (&f, conversation, LUEUR_ROLE_COMPANION, "About " MARK, 0);
  other = store_fixture_say (&f, conversation, LUEUR_ROLE_COMPANION, "Other " MARK, reply);
  store_fixture_say (&f, conversation, LUEUR_ROLE_USER, "And " MARK, 0);
  g_assert_cmpint (other, >, reply);
  g_assert_true (lueur_verb_erase (f.db, LUEUR_KIND_MESSAGE, said, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_marks (&f, MARK), ==, 0);
  store_fixture_assert_path (&f, conversation, KEEP);
  page = lueur_verb_read_page (f.db, conversation, 0, 200, &error);
  g_assert_cmpstr (page->title, ==, "");
  g_assert_cmpuint (page->n_messages, ==, 1);
  g_assert_false (lueur_verb_erase (f.db, LUEUR_KIND_MESSAGE, said, &error));
  g_assert_error (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_NOT_FOUND);
}

/* One of three versions goes: the one before it is shown, with what followed it. */
static void
test_swipe (void)
{
  g_auto (StoreFixture) f = store_fixture_open ();
  g_autoptr (GError) error = NULL;
  gint64 conversation = add_conversation (&f, "{}", "");
  gint64 one, two, three;

  store_fixture_say (&f, conversation, LUEUR_ROLE_USER, "A", 0);
  one = store_fixture_say (&f, conversation, LUEUR_ROLE_COMPANION, "B1", 0);
  store_fixture_say (&f, conversation, LUEUR_ROLE_USER, "C1", 0);
  two = store_fixture_say (&f, conversation, LUEUR_ROLE_COMPANION, "B2", one);
  store_fixture_say (&f, conversation, LUEUR_ROLE_USER, "C2", 0);
  three = store_fixture_say (&f, conversation, LUEUR_ROLE_COMPANION, "B3", two);
  g_assert_true (lueur_verb_erase (f.db, LUEUR_KIND_MESSAGE, two, &error));
  store_fixture_assert_path (&f, conversation, "A B3");
  g_assert_true (lueur_verb_erase (f.db, LUEUR_KIND_MESSAGE, three, &error));
  store_fixture_assert_path (&f, conversation, "A B1 C1");
  g_assert_true (lueur_verb_erase (f.db, LUEUR_KIND_MESSAGE, one, &error));
  store_fixture_assert_path (&f, conversation, "A");
  g_assert_no_error (error);
}

/* A chain as deep as a long conversation: erased whole, in one go. */
static void
test_long (void)
{
  g_auto (StoreFixture) f = store_fixture_open ();
  g_autoptr (GError) error = NULL;
  gint64 conversation = store_fixture_add_conversation (&f, 3000);
  gint64 n;

  g_assert_true (lueur_verb_erase (f.db, LUEUR_KIND_MESSAGE, 2, &error));
  g_assert_no_error (error);
  store_fixture_assert_path (&f, conversation, "message 1");
  g_assert_true (lueur_database_get_int (f.db, NULL, &n, -1, "SELECT count (*) FROM message", ""));
  g_assert_cmpint (n, ==, 1);
}

static void
test_bin (void)
{
  g_auto (StoreFixture) f = store_fixture_open ();
  g_autoptr (GError) error = NULL;
  gint64 going = add_conversation (&f, "{}", MARK);
  gint64 staying = add_conversation (&f, "{}", KEEP);
  gint64 day = G_TIME_SPAN_DAY;

  fill (&f, going, staying, 100, 3);
  g_assert_true (lueur_verb_set_deleted (f.db, LUEUR_KIND_CONVERSATION, going, 100 * day, &error));
  g_assert_true (lueur_verb_purge (f.db, 129 * day, FALSE, &error));
  g_assert_cmpuint (count_marks (&f, MARK), >, 0);
  g_assert_true (lueur_verb_set_deleted (f.db, LUEUR_KIND_CONVERSATION, going, 0, &error));
  g_assert_true (lueur_verb_purge (f.db, 500 * day, TRUE, &error));
  g_assert_cmpuint (count_marks (&f, MARK), >, 0);
  g_assert_true (lueur_verb_set_deleted (f.db, LUEUR_KIND_CONVERSATION, going, 100 * day, &error));
  g_assert_true (lueur_verb_purge (f.db, 130 * day, FALSE, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_marks (&f, MARK), ==, 0);

  /* Deleted while the clock was a year ahead: the thirty days start when that is seen. */
  g_assert_true (lueur_verb_set_deleted (f.db, LUEUR_KIND_CONVERSATION, staying, 600 * day, &error));
  g_assert_true (lueur_verb_purge (f.db, 200 * day, FALSE, &error));
  g_assert_true (lueur_verb_purge (f.db, 229 * day, FALSE, &error));
  g_assert_cmpuint (count_marks (&f, KEEP), >, 0);
  g_assert_true (lueur_verb_purge (f.db, 231 * day, FALSE, &error));
  g_assert_cmpuint (count_marks (&f, KEEP), ==, 0);
}

/* Killed between the deletion and the scrubbing: the next start scrubs. */
static void
test_scrub_after_kill (void)
{
  g_auto (StoreFixture) f = store_fixture_open ();
  g_autoptr (GError) error = NULL;
  gint64 going = add_conversation (&f, "{}", MARK);
  gint64 staying = add_conversation (&f, "{}", KEEP);

  fill (&f, going, staying, 300, 4);
  g_assert_true (lueur_database_begin (f.db, TRUE, &error));
  g_assert_true (lueur_database_run (f.db, &error, "DELETE FROM conversation WHERE id = ?1", "i", going));
  g_assert_true (lueur_database_run (f.db, &error, "INSERT INTO chore (name) VALUES ('scrub')", ""));
  g_assert_true (lueur_database_commit (f.db, &error));
  g_assert_cmpuint (count_marks (&f, MARK), >, 0);
  store_fixture_close (&f);
  f.db = lueur_database_open (f.path, LUEUR_DATABASE_WRITER, &error);
  g_assert_true (lueur_verb_purge (f.db, G_TIME_SPAN_DAY, FALSE, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_marks (&f, MARK), ==, 0);
}

/* Through the store, while its reader is open and has just read all of it. */
static void
test_beside_reader (void)
{
  g_auto (StoreFixture) f = store_fixture_open ();
  g_autoptr (LueurStore) store = lueur_store_new (f.dir);
  g_autoptr (GError) error = NULL;
  gint64 going = add_conversation (&f, "{}", MARK);
  gint64 staying = add_conversation (&f, "{}", KEEP);
  g_autoptr (GAsyncResult) opened = NULL, searched = NULL, erased = NULL;

  fill (&f, going, staying, 300, 5);
  store_fixture_close (&f);
  lueur_store_open_async (store, NULL, lueur_test_keep_result, &opened);
  lueur_test_await (&opened);
  g_assert_true (lueur_store_open_finish (store, opened, &error));
  lueur_store_search_async (store, "nothing like it", 10, NULL, lueur_test_keep_result, &searched);
  lueur_store_erase_async (store, LUEUR_KIND_CONVERSATION, going, lueur_test_keep_result, &erased);
  lueur_test_await (&erased);
  g_assert_true (lueur_store_erase_finish (store, erased, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_marks (&f, MARK), ==, 0);
  g_assert_cmpuint (count_marks (&f, KEEP), >, 100);
  lueur_test_await (&searched);
  lueur_store_close (store);
  lueur_test_drain ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/erase/conversation", test_conversation);
  g_test_add_func ("/store/erase/persona", test_persona);
  g_test_add_func ("/store/erase/message", test_message);
  g_test_add_func ("/store/erase/swipe", test_swipe);
  g_test_add_func ("/store/erase/long", test_long);
  g_test_add_func ("/store/erase/bin", test_bin);
  g_test_add_func ("/store/erase/scrub-after-kill", test_scrub_after_kill);
  g_test_add_func ("/store/erase/beside-reader", test_beside_reader);
  return g_test_run ();
}
