/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An archive in the place of what is here: the same comes back, nothing is left of what was there, and what does not work
 * out changes nothing. */

#include "archive-fixture.h"

/* In every text that is to go, every few bytes, so that any piece of a copy has one. */
#define MARK "q7Zx"

static void
put (StoreFixture *f, const char *name, const char *contents)
{
  g_autofree char *path = g_build_filename (f->dir, "avatars", name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
}

static gboolean
has (StoreFixture *f, const char *name)
{
  g_autofree char *path = g_build_filename (f->dir, "avatars", name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* In all files beside the database. */
static guint
count_marks (StoreFixture *f)
{
  g_autoptr (GDir) dir = g_dir_open (f->dir, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->dir, name, NULL), *contents = NULL;
      gsize length;

      if (!g_file_get_contents (path, &contents, &length, NULL))
        continue;
      for (char *p = contents; (p = memmem (p, length - (p - contents), MARK, strlen (MARK))) != NULL; p++)
        n++;
    }
  return n;
}

static char *
marked (guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i <= n % 300; i++)
    g_string_append_printf (text, MARK " %u ", i);
  return g_string_free_and_steal (text);
}

/* Whatever it has, all of it marked; some of it in the bin, some of it said by somebody who is there in the archive, too. */
static void
fill_marked (StoreFixture *f)
{
  g_autofree char *long_text = marked (299);
  LueurPersonRow me = { .body = (char *) "{\"name\":\"" MARK "\"}", .created_at = 1, .updated_at = 1, .main = TRUE };
  g_autoptr (GError) error = NULL;
  gint64 person = lueur_verb_save_person (f->db, &me, &error);
  gint64 mira = archive_add_companion (f, MARK, MARK, MADE), gone = archive_add_companion (f, "Gone", MARK, MADE + 2);
  gint64 talk = archive_add_talk (f, mira, person, MARK, MADE + 100), binned = archive_add_talk (f, mira, 0, MARK, 5);
  g_autofree char *records = g_strdup_printf (
    "INSERT INTO usage_hour VALUES (20260901, 8, %" G_GINT64_FORMAT ", 1, 1, 1);"
    "INSERT INTO tally VALUES ('read', 20260901, '" MARK "', 2, 0);"
    "INSERT INTO record VALUES ('person', '" MARK "', '{\"name\":\"" MARK "\"}', 5);"
    "INSERT INTO ritual_log VALUES (%" G_GINT64_FORMAT ", '" MARK "', 1, 2, 'boot', 5, NULL);"
    "INSERT INTO review VALUES (%" G_GINT64_FORMAT ", '" MARK "', '', 1, 0);", mira, mira, mira);

  g_assert_no_error (error);
  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *text = marked (i);
      gint64 id = archive_say (f, i % 3 ? talk : binned, i % 2 ? LUEUR_ROLE_COMPANION : LUEUR_ROLE_USER, text, 0, MADE + i);

      if (i % 10 == 1)
        archive_add_request (f, id, person, text, text);
    }
  g_assert_true (lueur_verb_set_draft (f->db, talk, long_text, 1, &error));
  g_assert_true (lueur_verb_set_deleted (f->db, LUEUR_KIND_CONVERSATION, binned, 6, &error));
  g_assert_true (lueur_verb_set_deleted (f->db, LUEUR_KIND_PERSONA, gone, 6, &error));
  sql (f->db, records);
  put (f, "old.svg", MARK);
  put (f, "max.svg", "another " MARK);
  put (f, "both.svg", "<both/>");
  put (f, "folder/neutral.png", MARK);
}

static LueurArchiveAccount *
replace (StoreFixture *f, const char *path, LueurArchiveProgress *progress, GCancellable *cancellable, GError **error)
{
  g_autofree char *avatars = archive_path (f, "avatars");
  LueurArchiveImport order = { path, avatars, archive_takes_any, FALSE, TRUE };

  return lueur_archive_import (f->db, &order, progress, cancellable, error);
}

static void
assert_nothing_left (StoreFixture *f)
{
  g_assert_cmpuint (count_marks (f), ==, 0);
  g_assert_cmpuint (archive_count (f->db, "SELECT count (*) FROM chore"), ==, 0);
  g_assert_cmpuint (archive_count (f->db, "SELECT count (*) FROM pragma_foreign_key_check"), ==, 0);
}

static void
test_round (void)
{
  g_auto (StoreFixture) a = store_fixture_open (), b = store_fixture_open ();
  g_autofree char *one = archive_path (&a, "one.lueur.zip"), *two = archive_path (&b, "two.lueur.zip");
  g_autoptr (LueurArchiveSummary) out = NULL, again = NULL;
  g_autoptr (LueurArchiveAccount) account = NULL, once_more = NULL;
  g_autoptr (GError) error = NULL;

  archive_fill (&a);
  put (&a, "both.svg", "<both/>");
  put (&a, "pair/happy.png", "<png/>");
  out = archive_export (&a, one);
  fill_marked (&b);
  g_assert_cmpuint (count_marks (&b), >, 1000);

  account = replace (&b, one, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (account->replaced);
  g_assert_false (account->traces_left);
  g_assert_cmpuint (account->n_companions, ==, 2);
  g_assert_cmpuint (account->n_conversations, ==, 4);
  g_assert_cmpuint (account->n_messages, ==, out->n_messages);
  g_assert_cmpuint (account->n_companions_here + account->n_companions_beside, ==, 0);
  g_assert_cmpuint (account->n_conversations_here + account->n_conversations_beside, ==, 0);
  assert_nothing_left (&b);
  g_assert_true (has (&b, "both.svg") && has (&b, "pair/happy.png"));
  g_assert_false (has (&b, "old.svg") || has (&b, "max.svg") || has (&b, "folder"));
  again = archive_export (&b, two);
  archive_assert_same (one, two);

  /* Its own archive in its own place changes nothing, either. */
  once_more = replace (&b, two, NULL, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&again, lueur_archive_summary_free);
  again = archive_export (&b, two);
  archive_assert_same (one, two);
  archive_fixture_clear (&a);
  archive_fixture_clear (&b);
}

/* Ended in the middle, or cut short: nothing is erased, nothing has come, no picture is another. */
static void
test_undone (void)
{
  g_auto (StoreFixture) a = store_fixture_open (), b = store_fixture_open ();
  g_autofree char *one = archive_path (&a, "one.lueur.zip"), *cut = archive_path (&a, "cut.lueur.zip");
  g_autofree char *before = archive_path (&b, "before.lueur.zip"), *after = archive_path (&b, "after.lueur.zip");
  g_autofree char *contents = NULL;
  g_autoptr (LueurArchiveSummary) summary = NULL, first = NULL;
  gsize length;
  guint n_binned;

  archive_fill (&a);
  put (&a, "max.svg", "<svg/>");
  put (&a, "new.svg", "<svg/>");
  summary = archive_export (&a, one);
  g_assert_true (g_file_get_contents (one, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (cut, contents, (gssize) (length - length / 3), NULL));
  fill_marked (&b);
  first = archive_export (&b, before);
  n_binned = archive_count (b.db, "SELECT count (*) FROM message");
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (LueurArchiveProgress) progress = lueur_archive_progress_new ();
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      ArchiveWatch watch = { progress, cancellable, 0.01 + i * 0.24 };
      g_autoptr (LueurArchiveSummary) second = NULL;
      g_autoptr (GError) error = NULL;

      if (i < 4)
        lueur_database_set_stop (b.db, archive_watch_stop, &watch);
      g_assert_null (replace (&b, i < 4 ? one : cut, progress, cancellable, &error));
      lueur_database_set_stop (b.db, NULL, NULL);
      if (i < 4)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      else
        g_assert_nonnull (error);
      second = archive_export (&b, after);
      archive_assert_same (before, after);
      g_assert_cmpuint (archive_count (b.db, "SELECT count (*) FROM message"), ==, n_binned);
      g_assert_cmpuint (archive_count (b.db, "SELECT count (*) FROM chore"), ==, 0);
      g_assert_true (has (&b, "old.svg") && has (&b, "folder/neutral.png"));
      g_assert_false (has (&b, "new.svg") || has (&b, "max-2.svg"));
    }
  archive_fixture_clear (&a);
  archive_fixture_clear (&b);
}

/* Somebody reads the log meanwhile: it is done all the same, and the next start sees to the rest. */
static void
test_read_meanwhile (void)
{
  g_auto (StoreFixture) a = store_fixture_open (), b = store_fixture_open ();
  g_autofree char *one = archive_path (&a, "one.lueur.zip");
  g_autoptr (LueurArchiveSummary) out = NULL;
  g_autoptr (LueurArchiveAccount) account = NULL;
  g_autoptr (LueurDatabase) reader = NULL;
  g_autoptr (GError) error = NULL;

  archive_fill (&a);
  out = archive_export (&a, one);
  fill_marked (&b);
  reader = lueur_database_open (b.path, LUEUR_DATABASE_READER, &error);
  g_assert_true (lueur_database_script (reader, "BEGIN", &error));
  g_assert_cmpuint (archive_count (reader, "SELECT count (*) FROM message"), ==, 400);
  account = replace (&b, one, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (account->replaced && account->traces_left);
  g_assert_cmpuint (archive_count (b.db, "SELECT count (*) FROM message WHERE text LIKE '%" MARK "%'"), ==, 0);
  g_assert_cmpuint (archive_count (b.db, "SELECT count (*) FROM chore WHERE name = 'scrub'"), ==, 1);
  lueur_database_rollback (reader);
  g_assert_true (lueur_verb_purge (b.db, MADE, FALSE, &error));
  g_assert_no_error (error);
  assert_nothing_left (&b);
  archive_fixture_clear (&a);
  archive_fixture_clear (&b);
}

/* Pictures that nobody looks at are not taken, and none of those that are here go for it. */
static void
test_without_pictures (void)
{
  g_auto (StoreFixture) a = store_fixture_open (), b = store_fixture_open ();
  g_autofree char *one = archive_path (&a, "one.lueur.zip");
  LueurArchiveImport order = { one, NULL, NULL, TRUE, TRUE };
  g_autoptr (LueurArchiveSummary) out = NULL;
  g_autoptr (LueurArchiveAccount) account = NULL;
  g_autoptr (GError) error = NULL;

  archive_fill (&a);
  out = archive_export (&a, one);
  fill_marked (&b);
  account = lueur_archive_import (b.db, &order, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (has (&b, "old.svg"));
  /* Whoever keeps no figures gets none, and has none. */
  g_assert_cmpuint (archive_count (b.db, "SELECT (SELECT count (*) FROM usage_hour) + (SELECT count (*) FROM tally)"
                                         " + (SELECT count (*) FROM record)"), ==, 0);
  archive_fixture_clear (&a);
  archive_fixture_clear (&b);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/archive/replace/round", test_round);
  g_test_add_func ("/archive/replace/undone", test_undone);
  g_test_add_func ("/archive/replace/read-meanwhile", test_read_meanwhile);
  g_test_add_func ("/archive/replace/without-pictures", test_without_pictures);
  return g_test_run ();
}
