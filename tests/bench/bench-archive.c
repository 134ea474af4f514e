/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long it takes to write 10,000 messages into an archive, to look at it, and to take it in; against reading the same rows
 * with SQLite and nothing else. The last line is one JSON object; peak_mb is the most memory that the writing added. */

#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/resource.h>

#include "core/exchange/archive.h"
#include "store-rows.h"

#define N_MESSAGES 10000
#define ROUNDS 5

static double
peak_mb (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024.0;
}

/* Every column of every row, and nothing done with them. */
static double
read_plainly (LueurDatabase *db)
{
  g_autoptr (LueurStatement) query = lueur_database_query (db, NULL, "SELECT * FROM message ORDER BY id", "");
  volatile gsize bytes = 0;
  double start = lueur_bench_now_ms ();

  while (lueur_database_step (db, query, NULL) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (query); i++)
      {
        sqlite3_column_text (query, i);
        bytes = bytes + (gsize) sqlite3_column_bytes (query, i);
      }
  return lueur_bench_now_ms () - start;
}

int
main (int argc, char **argv)
{
  g_autofree char *dir = g_dir_make_tmp ("lueur-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "all.lueur.zip", NULL);
  LueurArchiveExport out = { path, NULL, NULL, "en", G_GINT64_CONSTANT (1790000000000000) };
  double plain = G_MAXDOUBLE, writing = G_MAXDOUBLE, checking = G_MAXDOUBLE, taking = G_MAXDOUBLE, before, grown;
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", dir);
  GStatBuf info;

  lueur_bench_fill_store (dir, 1, N_MESSAGES, 90);
  {
    g_autoptr (LueurDatabase) db = lueur_bench_open_store (dir, LUEUR_DATABASE_READER);

    for (guint i = 0; i < ROUNDS; i++)
      {
        double took = read_plainly (db);

        plain = MIN (plain, took);
      }
    before = peak_mb ();
    for (guint i = 0; i < ROUNDS; i++)
      {
        double start = lueur_bench_now_ms ();
        g_autoptr (LueurArchiveSummary) summary = lueur_archive_write (db, &out, NULL, NULL, NULL);

        g_assert_cmpuint (summary->n_messages, ==, N_MESSAGES);
        writing = MIN (writing, lueur_bench_now_ms () - start);
      }
    grown = peak_mb () - before;
  }
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autofree char *name = g_strdup_printf ("in-%u", i);
      g_autofree char *into = g_build_filename (dir, name, NULL);
      LueurArchiveImport in = { path, NULL, NULL, FALSE };
      double start = lueur_bench_now_ms ();
      g_autoptr (LueurArchiveSummary) summary = lueur_archive_check (path, NULL, NULL, NULL);
      g_autoptr (LueurArchiveAccount) account = NULL;
      g_autoptr (LueurDatabase) db = NULL;

      checking = MIN (checking, lueur_bench_now_ms () - start);
      db = lueur_bench_open_store (into, LUEUR_DATABASE_WRITER);
      start = lueur_bench_now_ms ();
      account = lueur_archive_import (db, &in, NULL, NULL, NULL);
      taking = MIN (taking, lueur_bench_now_ms () - start);
      g_assert_cmpuint (account->n_messages, ==, N_MESSAGES);
    }
  g_stat (path, &info);
  g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL);
  printf ("{\"messages\": %d, \"export_ms\": %.1f, \"reference_ms\": %.2f, \"ratio\": %.1f, \"export_peak_mb\": %.1f, "
          "\"check_ms\": %.1f, \"import_ms\": %.1f, \"peak_mb\": %.1f, \"archive_kb\": %.0f}\n",
          N_MESSAGES, writing, plain, writing / plain, grown, checking, taking, peak_mb (), info.st_size / 1024.0);
  return 0;
}
