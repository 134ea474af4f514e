/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long it takes to write 10,000 messages into an archive, to look at it, and to take it in; against reading the same rows
 * with SQLite and nothing else. The last line is one JSON object; peak_mb is the most memory that the writing added. */

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "core/exchange/archive.h"
#include "core/store/verbs.h"

#define N_MESSAGES 10000
#define ROUNDS 5

static LueurDatabase *
open_in (const char *dir, LueurDatabaseMode mode)
{
  g_autofree char *path = g_build_filename (dir, "lueur.db", NULL);
  g_autoptr (GError) error = NULL;
  LueurDatabase *db = lueur_database_open (path, mode, &error);

  if (db == NULL)
    g_error ("%s", error->message);
  return db;
}

/* As people write: sentences, not the same one twice. */
static char *
make_text (GRand *rand)
{
  static const char *const words[] = { "aujourd’hui", "the", "lamp", "walk", "soir", "et", "quiet", "letter", "mer", "tea",
                                       "remember", "peut-être", "window", "said", "doucement", "why", "not", "enough" };
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 5, 90); n > 0; n--)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  g_string_append_c (text, '.');
  return g_string_free_and_steal (text);
}

static void
fill (const char *dir)
{
  g_autoptr (LueurDatabase) db = open_in (dir, LUEUR_DATABASE_WRITER);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  LueurPersonaRow persona = { .body = (char *) "{\"name\":\"Nora\",\"language\":\"en\"}", .created_at = 1, .updated_at = 1 };
  LueurConversationRow talk = { .persona = lueur_verb_save_persona (db, &persona, NULL), .title = (char *) "Long", .created_at = 2 };
  gint64 parent = 0;

  lueur_verb_start_conversation (db, &talk, NULL, NULL);
  lueur_database_begin (db, FALSE, NULL);
  for (guint i = 0; i < N_MESSAGES; i++)
    {
      g_autofree char *text = make_text (rand);

      if (!lueur_database_run (db, NULL,
                               "INSERT INTO message (conversation, parent, depth, role, state, text, created_at, label, model)"
                               " VALUES (?1, ?2, ?3, ?4, 'complete', ?5, ?6, 'neutral', ?7)",
                               "iIissis", talk.id, parent, (gint64) i + 1, i % 2 ? "companion" : "user", text,
                               G_GINT64_CONSTANT (1790000000000000) + i * 60000000, i % 2 ? "model" : NULL))
        g_error ("a message is not taken");
      parent = lueur_database_get_last_id (db);
    }
  lueur_verb_refresh_conversation (db, talk.id, parent, NULL);
  lueur_database_commit (db, NULL);
}

static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

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
  double start = now_ms ();

  while (lueur_database_step (db, query, NULL) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (query); i++)
      {
        sqlite3_column_text (query, i);
        bytes = bytes + (gsize) sqlite3_column_bytes (query, i);
      }
  return now_ms () - start;
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

  fill (dir);
  {
    g_autoptr (LueurDatabase) db = open_in (dir, LUEUR_DATABASE_READER);

    for (guint i = 0; i < ROUNDS; i++)
      {
        double took = read_plainly (db);

        plain = MIN (plain, took);
      }
    before = peak_mb ();
    for (guint i = 0; i < ROUNDS; i++)
      {
        double start = now_ms ();
        g_autoptr (LueurArchiveSummary) summary = lueur_archive_write (db, &out, NULL, NULL, NULL);

        g_assert_cmpuint (summary->n_messages, ==, N_MESSAGES);
        writing = MIN (writing, now_ms () - start);
      }
    grown = peak_mb () - before;
  }
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autofree char *name = g_strdup_printf ("in-%u", i);
      g_autofree char *into = g_build_filename (dir, name, NULL);
      LueurArchiveImport in = { path, NULL, NULL, FALSE };
      double start = now_ms ();
      g_autoptr (LueurArchiveSummary) summary = lueur_archive_check (path, NULL, NULL, NULL);
      g_autoptr (LueurArchiveAccount) account = NULL;
      g_autoptr (LueurDatabase) db = NULL;

      checking = MIN (checking, now_ms () - start);
      db = open_in (into, LUEUR_DATABASE_WRITER);
      start = now_ms ();
      account = lueur_archive_import (db, &in, NULL, NULL, NULL);
      taking = MIN (taking, now_ms () - start);
      g_assert_cmpuint (account->n_messages, ==, N_MESSAGES);
    }
  g_stat (path, &info);
  g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL);
  printf ("{\"messages\": %d, \"export_ms\": %.1f, \"reference_ms\": %.2f, \"ratio\": %.1f, \"export_peak_mb\": %.1f, "
          "\"check_ms\": %.1f, \"import_ms\": %.1f, \"peak_mb\": %.1f, \"archive_kb\": %.0f}\n",
          N_MESSAGES, writing, plain, writing / plain, grown, checking, taking, peak_mb (), info.st_size / 1024.0);
  return 0;
}
