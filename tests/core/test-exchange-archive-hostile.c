/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Archives that are damaged, or made to do harm: each is refused in its sentence, and nothing of it is kept. */

#include "archive-fixture.h"

#include <archive.h>
#include <archive_entry.h>
#include <sys/stat.h>
#include <unistd.h>

#define MESSAGES "data/conversations/00001/messages-00001.json"
#define CONVERSATION "data/conversations/00001/conversation.json"
#define COMPANION "data/companions/00001/companion.json"
#define REQUESTS "data/conversations/00001/requests-00001.json"

typedef struct
{
  StoreFixture store; /* what it is taken into */
  GHashTable *files;  /* of a good one */
  char *path;
} Fixture;

/* The files of a good one, made once. */
static GHashTable *good;

static void
make_good (void)
{
  g_auto (StoreFixture) a = store_fixture_open ();
  g_autoptr (LueurArchiveSummary) summary = NULL;
  g_autofree char *path = archive_path (&a, "good.lueur.zip");

  archive_fill (&a);
  summary = archive_export (&a, path);
  good = archive_files (path);
  archive_fixture_clear (&a);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  GHashTableIter iter;
  gpointer name, bytes;

  f->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  g_hash_table_iter_init (&iter, good);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    g_hash_table_insert (f->files, g_strdup (name), g_bytes_ref (bytes));
  f->store = store_fixture_open ();
  f->path = archive_path (&f->store, "bad.lueur.zip");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  archive_fixture_clear (&f->store);
  store_fixture_clear (&f->store);
  g_hash_table_unref (f->files);
  g_free (f->path);
}

static void
write_archive (Fixture *f, GHashTable *files)
{
  g_auto (LueurArchiveLocale) locale = lueur_archive_locale_enter ();
  g_autoptr (GBytes) zip = lueur_zip_write (files, "lueur.json", NULL);

  g_assert_true (g_file_set_contents (f->path, g_bytes_get_data (zip, NULL), (gssize) g_bytes_get_size (zip), NULL));
}

/* What it is refused with, whether it is only looked at or taken in, and that nothing is left of it. */
static void
assert_refused (Fixture *f, LueurArchiveError code)
{
  g_autoptr (GError) error = NULL, other = NULL;
  g_autoptr (LueurArchiveSummary) summary = lueur_archive_check (f->path, NULL, NULL, &error);
  g_autoptr (LueurArchiveAccount) account = archive_import (&f->store, f->path, &other);

  g_assert_error (error, LUEUR_ARCHIVE_ERROR, (int) code);
  g_assert_error (other, LUEUR_ARCHIVE_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_cmpuint (archive_count (f->store.db, "SELECT (SELECT count (*) FROM persona) + (SELECT count (*) FROM person)"
                                                " + (SELECT count (*) FROM message) + (SELECT count (*) FROM request_text)"
                                                " + (SELECT count (*) FROM tally)"), ==, 0);
}

/* The good one, in which @from stands as @to in the file @name. @to: NULL takes the file away */
static void
change (Fixture *f, const char *name, const char *from, const char *to)
{
  g_autofree char *text = archive_text (f->files, name);
  char *at = from != NULL ? strstr (text, from) : text;
  GString *changed;

  if (to == NULL)
    {
      g_hash_table_remove (f->files, name);
      return;
    }
  if (at == NULL)
    g_error ("“%s” is not in %s", from, name);
  changed = g_string_new_len (text, at - text);
  g_string_append (changed, to);
  g_string_append (changed, from != NULL ? at + strlen (from) : "");
  g_hash_table_replace (f->files, g_strdup (name), g_string_free_to_bytes (changed));
}

typedef struct
{
  const char *name; /* of the test */
  const char *file;
  const char *from;
  const char *to;
  LueurArchiveError code;
} Case;

static const Case cases[] = {
  { "other-format", "lueur.json", "lueur_app.Lueur/archive", "example/other", LUEUR_ARCHIVE_ERROR_NOT_AN_ARCHIVE },
  { "no-version", "lueur.json", "\"version\": 1", "\"version\": \"one\"", LUEUR_ARCHIVE_ERROR_NOT_AN_ARCHIVE },
  { "later-version", "lueur.json", "\"version\": 1", "\"version\": 2", LUEUR_ARCHIVE_ERROR_NEWER },
  { "no-manifest", "lueur.json", NULL, NULL, LUEUR_ARCHIVE_ERROR_NOT_AN_ARCHIVE },
  { "manifest-no-json", "lueur.json", "{", "{{", LUEUR_ARCHIVE_ERROR_DAMAGED },
  { "too-many-companions", "lueur.json", "\"companions\": 2", "\"companions\": 999999999", LUEUR_ARCHIVE_ERROR_TOO_LARGE },
  { "too-many-messages", "lueur.json", "\"messages\": ", "\"messages\": 99999", LUEUR_ARCHIVE_ERROR_TOO_LARGE },
  { "more-companions", "lueur.json", "\"companions\": 2", "\"companions\": 3", LUEUR_ARCHIVE_ERROR_DAMAGED },
  { "part-missing", "data/conversations/00003/messages-00003.json", NULL, NULL, LUEUR_ARCHIVE_ERROR_DISORDER },
  { "messages-missing", "data/conversations/00001/messages-00001.json", NULL, NULL, LUEUR_ARCHIVE_ERROR_DISORDER },
  { "companion-missing", COMPANION, NULL, NULL, LUEUR_ARCHIVE_ERROR_DAMAGED },
  { "card-missing", "data/companions/00001/original-card.json", NULL, NULL, LUEUR_ARCHIVE_ERROR_DAMAGED },
  { "array-for-object", MESSAGES, NULL, "[]", LUEUR_ARCHIVE_ERROR_DAMAGED },
  { "empty-file", MESSAGES, NULL, "", LUEUR_ARCHIVE_ERROR_DAMAGED },
  { "no-list", MESSAGES, "\"messages\"", "\"others\"", LUEUR_ARCHIVE_ERROR_DAMAGED },
  { "same-number-twice", MESSAGES, "\"id\": 2,", "\"id\": 1,", LUEUR_ARCHIVE_ERROR_DISORDER },
  { "number-left-out", MESSAGES, "\"id\": 2,", "\"id\": 3,", LUEUR_ARCHIVE_ERROR_DISORDER },
  { "circle", MESSAGES, "\"id\": 3, \"parent\": 2", "\"id\": 3, \"parent\": 4", LUEUR_ARCHIVE_ERROR_DISORDER },
  { "its-own-parent", MESSAGES, "\"id\": 3, \"parent\": 2", "\"id\": 3, \"parent\": 3", LUEUR_ARCHIVE_ERROR_DISORDER },
  { "chosen-elsewhere", MESSAGES, "\"id\": 1, \"parent\": null, \"chosen\": null",
    "\"id\": 1, \"parent\": null, \"chosen\": 7", LUEUR_ARCHIVE_ERROR_DISORDER },
  { "chosen-nowhere", MESSAGES, "\"chosen\": null", "\"chosen\": 700", LUEUR_ARCHIVE_ERROR_DISORDER },
  { "shown-nowhere", CONVERSATION, "\"shown\": ", "\"shown\": 9", LUEUR_ARCHIVE_ERROR_DISORDER },
  { "of-nobody", CONVERSATION, "\"companion\": 1", "\"companion\": 99", LUEUR_ARCHIVE_ERROR_DISORDER },
  { "of-number-nought", CONVERSATION, "\"companion\": 1", "\"companion\": 0", LUEUR_ARCHIVE_ERROR_DAMAGED },
  { "not-a-number", CONVERSATION, "\"companion\": 1", "\"companion\": 1e0", LUEUR_ARCHIVE_ERROR_DAMAGED },
  { "huge-number", CONVERSATION, "\"companion\": 1", "\"companion\": 99999999999999999999", LUEUR_ARCHIVE_ERROR_DAMAGED },
  { "no-utf-8", MESSAGES, "Three.", "Three\xff.", LUEUR_ARCHIVE_ERROR_NOT_TEXT },
  { "a-nul", MESSAGES, "Three.", "Thr\\u0000ee.", LUEUR_ARCHIVE_ERROR_NOT_TEXT },
  { "text-is-a-number", MESSAGES, "\"Three.\"", "3", LUEUR_ARCHIVE_ERROR_DAMAGED },
  { "text-missing", MESSAGES, "\"text\": \"Three.\"", "\"txt\": 1", LUEUR_ARCHIVE_ERROR_DAMAGED },
  { "date-of-nonsense", MESSAGES, "\"created_at\": \"2026", "\"created_at\": \"x026", LUEUR_ARCHIVE_ERROR_DAMAGED },
  { "flag-of-nonsense", MESSAGES, "\"scripted\": false", "\"scripted\": \"no\"", LUEUR_ARCHIVE_ERROR_DAMAGED },
  { "sum-of-nonsense", "data/wellbeing/counts-00001.json", "\"sum\": ", "\"sum\": 1e999", LUEUR_ARCHIVE_ERROR_DAMAGED },
  { "hour-of-nobody", "data/wellbeing/hours-00001.json", "\"companion\": 1", "\"companion\": 5", LUEUR_ARCHIVE_ERROR_DISORDER },
  { "thumb", "data/conversations/00001/opinions-00001.json", "\"thumb\": -1", "\"thumb\": 7", LUEUR_ARCHIVE_ERROR_DAMAGED },
  { "opinion-on-nothing", "data/conversations/00001/opinions-00001.json", "\"message\": ", "\"message\": 99", LUEUR_ARCHIVE_ERROR_DISORDER },
  { "version-twice", "data/companions/00001/versions-00001.json", "\"version\": 2", "\"version\": 1", LUEUR_ARCHIVE_ERROR_DISORDER },
  { "two-main-ones", "data/about-you-00001.json", "\"main\": false", "\"main\": true", LUEUR_ARCHIVE_ERROR_DISORDER },
  { "file-elsewhere", COMPANION, "data/companions/00001/original-card.json", "lueur.json", LUEUR_ARCHIVE_ERROR_DISORDER },
  { "file-outside", COMPANION, "data/companions/00001/original-card.json", "data/companions/../../x", LUEUR_ARCHIVE_ERROR_DAMAGED },
  { "sent-nothing-there", REQUESTS, "{\"message\": ", "{\"message\": 99", LUEUR_ARCHIVE_ERROR_DISORDER },
  { "sent-text-not-there", REQUESTS, "{\"text\": ", "{\"text\": 99", LUEUR_ARCHIVE_ERROR_DISORDER },
  /* A way to the words of any other conversation. */
  { "sent-with-a-mark", REQUESTS, "\\\"}]}", "\\u0001m1\\u0002", LUEUR_ARCHIVE_ERROR_DAMAGED },
  { "sent-is-text", REQUESTS, "\"sent\": [", "\"sent\": \"x\", \"y\": [", LUEUR_ARCHIVE_ERROR_DAMAGED },
  { "settings-no-json", "data/settings.json", NULL, "window-width = 7", LUEUR_ARCHIVE_ERROR_DAMAGED },
};

static void
test_changed (Fixture *f, gconstpointer data)
{
  const Case *one = data;

  change (f, one->file, one->from, one->to);
  write_archive (f, f->files);
  assert_refused (f, one->code);
}

/* --- What is no text to be changed ------------------------------------------------------------------------------ */

static char *
repeat (const char *what, guint n)
{
  GString *all = g_string_sized_new (strlen (what) * n);

  for (guint i = 0; i < n; i++)
    g_string_append (all, what);
  return g_string_free_and_steal (all);
}

static void
test_deep (Fixture *f, gconstpointer data)
{
  g_autofree char *open = repeat ("[", 200000);
  g_autofree char *text = g_strconcat ("{\"messages\": ", open, NULL);

  change (f, MESSAGES, NULL, text);
  write_archive (f, f->files);
  assert_refused (f, LUEUR_ARCHIVE_ERROR_DAMAGED);
}

static void
test_many_values (Fixture *f, gconstpointer data)
{
  g_autofree char *values = repeat ("0,", 1200000);
  g_autofree char *text = g_strconcat ("{\"messages\": [", values, "0]}", NULL);

  change (f, MESSAGES, NULL, text);
  write_archive (f, f->files);
  assert_refused (f, LUEUR_ARCHIVE_ERROR_TOO_LARGE);
}

static void
test_long_text (Fixture *f, gconstpointer data)
{
  g_autofree char *text = repeat ("x", 4 * 1024 * 1024 + 1);

  change (f, MESSAGES, "Three.", text);
  write_archive (f, f->files);
  assert_refused (f, LUEUR_ARCHIVE_ERROR_TOO_LARGE);
}

/* Packed tightly: @n files of @size blanks, called by @format. */
static void
write_bomb (Fixture *f, const char *name, const char *again, gsize size, guint n)
{
  struct archive *archive = archive_write_new ();
  g_autofree char *manifest = archive_text (f->files, "lueur.json");
  g_autofree char *blanks = g_strnfill (64 * 1024, ' ');

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_filename (archive, f->path), ==, ARCHIVE_OK);
  for (guint i = 0; i <= n; i++)
    {
      struct archive_entry *entry = archive_entry_new ();
      g_autofree char *numbered = g_strdup_printf ("%s-%05u.json", name, i);

      archive_entry_set_pathname (entry, i == 0 ? "lueur.json" : again != NULL ? again : numbered);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      archive_write_header (archive, entry);
      if (i == 0)
        archive_write_data (archive, manifest, strlen (manifest));
      for (gsize at = 0; i > 0 && at < size; at += 64 * 1024)
        archive_write_data (archive, blanks, 64 * 1024);
      if (i > 0)
        archive_write_data (archive, "{\"persons\":[]}", strlen ("{\"persons\":[]}"));
      archive_entry_free (entry);
    }
  archive_write_close (archive);
  archive_write_free (archive);
}

static void
test_bomb (Fixture *f, gconstpointer data)
{
  write_bomb (f, "data/about-you", NULL, 600 * 1024 * 1024, 1);
  assert_refused (f, LUEUR_ARCHIVE_ERROR_TOO_LARGE);
}

/* None of them too large by itself. */
static void
test_many_bombs (Fixture *f, gconstpointer data)
{
  struct stat info;

  write_bomb (f, "data/about-you", NULL, 30 * 1024 * 1024, 12);
  g_assert_cmpint (stat (f->path, &info), ==, 0);
  g_assert_cmpint (info.st_size, <, 1024 * 1024);
  assert_refused (f, LUEUR_ARCHIVE_ERROR_TOO_LARGE);
}

static void
test_file_twice (Fixture *f, gconstpointer data)
{
  write_bomb (f, "", "data/settings.json", 0, 2);
  assert_refused (f, LUEUR_ARCHIVE_ERROR_DISORDER);
}

static void
test_escapes (Fixture *f, gconstpointer data)
{
  static const char *const names[] = { "../out.json", "/etc/out.json", "data/../../out.json", "avatars\\..\\out.png",
                                       "avatars/../../out.png", "c:out.json" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_hash_table_insert (f->files, g_strdup (names[i]), g_bytes_new_static ("{}", 2));
      write_archive (f, f->files);
      assert_refused (f, LUEUR_ARCHIVE_ERROR_ESCAPES);
      g_hash_table_remove (f->files, names[i]);
    }
}

/* Cut anywhere, or with a byte that was changed: whole, or not at all. */
static void
test_cut (Fixture *f, gconstpointer data)
{
  g_autofree char *contents = NULL;
  gsize length;

  write_archive (f, f->files);
  g_assert_true (g_file_get_contents (f->path, &contents, &length, NULL));
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LueurArchiveAccount) account = NULL;

      g_assert_true (g_file_set_contents (f->path, contents, (gssize) (length * i / 20), NULL));
      account = archive_import (&f->store, f->path, &error);
      g_assert_null (account);
      g_assert_true (error->domain == LUEUR_ARCHIVE_ERROR);
      g_assert_cmpuint (archive_count (f->store.db, "SELECT count (*) FROM persona"), ==, 0);
    }
}

static void
test_nothing (Fixture *f, gconstpointer data)
{
  g_autofree char *link = archive_path (&f->store, "pipe");

  g_assert_true (g_file_set_contents (f->path, "", 0, NULL));
  assert_refused (f, LUEUR_ARCHIVE_ERROR_NOT_AN_ARCHIVE);
  g_assert_true (g_file_set_contents (f->path, "Once upon a time", -1, NULL));
  assert_refused (f, LUEUR_ARCHIVE_ERROR_NOT_AN_ARCHIVE);
  g_assert_true (g_file_set_contents (f->path, "PK\5\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22, NULL));
  assert_refused (f, LUEUR_ARCHIVE_ERROR_NOT_AN_ARCHIVE);
  g_remove (f->path);
  assert_refused (f, LUEUR_ARCHIVE_ERROR_IO);
  g_assert_cmpint (mkfifo (f->path, 0600), ==, 0);
  assert_refused (f, LUEUR_ARCHIVE_ERROR_IO);
  g_remove (f->path);
  g_mkdir (f->path, 0700);
  assert_refused (f, LUEUR_ARCHIVE_ERROR_IO);
  g_rmdir (f->path);
}

/* A card or a book that is none is left out; the companion comes all the same. */
static void
test_card (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurArchiveAccount) account = NULL;

  change (f, "data/companions/00001/original-card.json", NULL, "not a card");
  change (f, "data/companions/00001/original-lorebook-02.json", NULL, CARD_V2);
  write_archive (f, f->files);
  account = archive_import_well (&f->store, f->path);
  g_assert_cmpuint (account->n_left_out, ==, 1);
  g_assert_cmpuint (account->n_companions, ==, 2);
  g_assert_cmpuint (archive_count (f->store.db, "SELECT count (*) FROM card"), ==, 0);
}

/* Words that this version does not know are read as the store reads them; what another program adds does no harm. */
static void
test_unknown (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurArchiveAccount) account = NULL;

  change (f, MESSAGES, "\"role\": \"companion\", \"state\": \"complete\", \"text\": \"Three.\"",
          "\"role\": \"oracle\", \"state\": \"streaming\", \"x\": {\"y\": [1]}, \"text\": \"Three.\"");
  change (f, "data/wellbeing/hours-00001.json", "\"hour\": 8", "\"hour\": 80");
  g_hash_table_insert (f->files, g_strdup ("data/later/thing.json"), g_bytes_new_static ("?", 1));
  write_archive (f, f->files);
  account = archive_import_well (&f->store, f->path);
  g_assert_cmpuint (archive_count (f->store.db, "SELECT count (*) FROM message WHERE text = 'Three.' AND role = 'system'"
                                                " AND state = 'stopped'"), ==, 1);
  g_assert_cmpuint (archive_count (f->store.db, "SELECT count (*) FROM usage_hour"), ==, 2);
}

/* Packed again by whatever program, in whatever order. */
static void
test_other_order (Fixture *f, gconstpointer data)
{
  g_auto (LueurArchiveLocale) locale = lueur_archive_locale_enter ();
  g_autoptr (GBytes) zip = lueur_zip_write (f->files, "data/wellbeing/records-00001.json", NULL);
  g_autoptr (LueurArchiveAccount) account = NULL;

  g_assert_true (g_file_set_contents (f->path, g_bytes_get_data (zip, NULL), (gssize) g_bytes_get_size (zip), NULL));
  account = archive_import_well (&f->store, f->path);
  g_assert_cmpuint (account->n_companions, ==, 2);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  make_good ();

#define ADD(name, func) g_test_add ("/archive-hostile/" name, Fixture, NULL, set_up, func, tear_down)
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strconcat ("/archive-hostile/", cases[i].name, NULL);

      g_test_add (name, Fixture, &cases[i], set_up, test_changed, tear_down);
    }
  ADD ("deep", test_deep);
  ADD ("many-values", test_many_values);
  ADD ("long-text", test_long_text);
  ADD ("bomb", test_bomb);
  ADD ("many-bombs", test_many_bombs);
  ADD ("file-twice", test_file_twice);
  ADD ("escapes", test_escapes);
  ADD ("cut", test_cut);
  ADD ("nothing", test_nothing);
  ADD ("card", test_card);
  ADD ("unknown", test_unknown);
  ADD ("other-order", test_other_order);

  result = g_test_run ();
  g_hash_table_unref (good);
  return result;
}
