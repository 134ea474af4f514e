/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long it takes to look through 100,000 messages for what somebody said; against SQLite comparing each with a pattern (LIKE)
 * and nothing else. The last line is one JSON object. */

#include <glib/gstdio.h>
#include <stdio.h>

#include "store-rows.h"

#define N_CONVERSATIONS 200
#define N_MESSAGES 100000
#define ROUNDS 5

/* One message is not like the others. */
static void
hide_one (const char *dir)
{
  g_autoptr (LueurDatabase) db = lueur_bench_open_store (dir, LUEUR_DATABASE_WRITER);

  if (!lueur_database_run (db, NULL, "UPDATE message SET text = ?1 WHERE id = (SELECT min (id) FROM message)", "s",
                           "Un phare, près de l’océan"))
    g_error ("the message is not taken");
}

static double
scan (LueurDatabase *db)
{
  double start = lueur_bench_now_ms ();
  gint64 n;

  if (!lueur_database_get_int (db, NULL, &n, 0, "SELECT count (*) FROM message WHERE text LIKE '%phare%'", "") || n != 1)
    g_error ("the scan finds %" G_GINT64_FORMAT, n);
  return lueur_bench_now_ms () - start;
}

static double
search (LueurDatabase *db, const char *words, guint expected)
{
  double start = lueur_bench_now_ms ();
  g_autoptr (GPtrArray) hits = lueur_verb_search (db, words, 100, NULL);

  if (hits == NULL || hits->len != expected)
    g_error ("“%s”: %u found", words, hits != NULL ? hits->len : 0);
  return lueur_bench_now_ms () - start;
}

int
main (void)
{
  g_autofree char *dir = g_dir_make_tmp ("lueur-bench-search-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "lueur.db", NULL);
  double like = G_MAXDOUBLE, rare = G_MAXDOUBLE, nothing = G_MAXDOUBLE, common = G_MAXDOUBLE;

  lueur_bench_fill_store (dir, N_CONVERSATIONS, N_MESSAGES, 60);
  hide_one (dir);
  {
    g_autoptr (LueurDatabase) db = lueur_bench_open_store (dir, LUEUR_DATABASE_READER);

    for (guint i = 0; i < ROUNDS; i++)
      {
        like = MIN (like, scan (db));
        rare = MIN (rare, search (db, "OCEAN phare", 1));
        nothing = MIN (nothing, search (db, "qqqq", 0));
        common = MIN (common, search (db, "peut-etre", 100));
      }
  }
  g_unlink (path);
  g_rmdir (dir);
  printf ("%u messages: LIKE %.1f ms; two words, found once %.1f ms; nothing found %.1f ms; found everywhere %.1f ms\n", N_MESSAGES,
          like, rare, nothing, common);
  printf ("{\"like_ms\": %.1f, \"rare_ms\": %.1f, \"nothing_ms\": %.1f, \"common_ms\": %.1f, \"ratio\": %.2f}\n", like, rare, nothing,
          common, MAX (rare, nothing) / like);
  return 0;
}
