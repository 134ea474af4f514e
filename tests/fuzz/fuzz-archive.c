/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An archive of everything: refused in one sentence with nothing kept, or taken in whole, so that it can be written again.
 * The corpus has the files of one, each with its name before it, so that a change does not end at a checksum of the zip. */

#include <glib/gstdio.h>
#include <string.h>

#include "core/exchange/archive.h"
#include "core/exchange/zip.h"
#include "core/store/database.h"
#include "fuzz/fuzz.h"

#define MARK "\n=== "

static char *folder;
static LueurDatabase *db;

static void
set_up (void)
{
  g_autofree char *path = NULL;

  folder = g_dir_make_tmp ("lueur-fuzz-XXXXXX", NULL);
  path = g_build_filename (folder, "lueur.db", NULL);
  db = lueur_database_open (path, LUEUR_DATABASE_WRITER, NULL);
  g_assert_nonnull (db);
}

static guint
count (void)
{
  gint64 n = 0;

  g_assert_true (lueur_database_get_int (db, NULL, &n, 0,
                                         "SELECT (SELECT count (*) FROM persona) + (SELECT count (*) FROM person)"
                                         " + (SELECT count (*) FROM message) + (SELECT count (*) FROM record)", ""));
  return (guint) n;
}

/* What stands between two marks is a file: its name up to the end of the line, and what is in it. */
static GBytes *
make_zip (const uint8_t *data, size_t size)
{
  g_autoptr (GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  const char *at = (const char *) data, *end = at + size;

  while (at < end)
    {
      const char *mark = memmem (at, end - at, MARK, strlen (MARK));
      const char *stop = mark != NULL ? mark : end;
      const char *line = memchr (at, '\n', stop - at);
      g_autofree char *name = line != NULL ? g_strndup (at, line - at) : NULL;

      if (name != NULL && *name != '\0' && g_utf8_validate (name, -1, NULL))
        g_hash_table_replace (files, g_steal_pointer (&name), g_bytes_new (line + 1, stop - line - 1));
      at = mark != NULL ? mark + strlen (MARK) : end;
    }
  return lueur_zip_write (files, "lueur.json", NULL);
}

static void
look_at (const char *path)
{
  LueurArchiveImport in = { path, NULL, NULL, FALSE };
  g_autofree char *again = g_build_filename (folder, "again.zip", NULL);
  LueurArchiveExport out = { again, NULL, NULL, "en", 0 };
  g_autoptr (GError) error = NULL, other = NULL;
  g_autoptr (LueurArchiveSummary) summary = lueur_archive_check (path, NULL, NULL, &error);
  g_autoptr (LueurArchiveAccount) account = lueur_archive_import (db, &in, NULL, NULL, &other);
  guint n;

  g_assert_true ((summary == NULL) == (account == NULL));
  if (account == NULL)
    {
      g_assert_true (error->domain == LUEUR_ARCHIVE_ERROR && other->domain == LUEUR_ARCHIVE_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL) && strchr (error->message, '\n') == NULL);
      g_assert_cmpuint (count (), ==, 0);
      return;
    }
  g_clear_pointer (&summary, lueur_archive_summary_free);
  summary = lueur_archive_write (db, &out, NULL, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&summary, lueur_archive_summary_free);
  summary = lueur_archive_check (again, NULL, NULL, &error);
  g_assert_no_error (error);
  /* In its own place, it is all there again. */
  n = count ();
  in.path = again;
  in.replace = TRUE;
  g_clear_pointer (&account, lueur_archive_account_free);
  account = lueur_archive_import (db, &in, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (), ==, n);
  g_remove (again);
  g_assert_true (lueur_database_script (db,
                                        "DELETE FROM persona; DELETE FROM person; DELETE FROM record; DELETE FROM tally;"
                                        "DELETE FROM usage_hour; DELETE FROM request_use; DELETE FROM request_text;",
                                        NULL));
  g_assert_cmpuint (count (), ==, 0);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) zip = NULL;

  if (db == NULL)
    set_up ();
  path = g_build_filename (folder, "in.zip", NULL);
  if (size > 2 && memcmp (data, "PK", 2) == 0)
    zip = g_bytes_new (data, size);
  else
    zip = make_zip (data, size);
  if (zip == NULL)
    return 0;
  g_assert_true (g_file_set_contents_full (path, g_bytes_get_data (zip, NULL), (gssize) g_bytes_get_size (zip),
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  look_at (path);
  return 0;
}
