/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long it takes to look through 100,000 messages for what somebody said; against SQLite comparing each with a pattern (LIKE)
 * and nothing else. The last line is one JSON object. */

#include <glib/gstdio.h>
#include <stdio.h>
#include <time.h>

#include "core/store/verbs.h"

#define N_CONVERSATIONS 200
#define N_MESSAGES 100000
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

/* As people write: a sentence or two, with accents. */
static char *
make_text (GRand *rand)
{
  static const char *const words[] = { "aujourd’hui", "the", "lamp", "walk", "soir", "et", "quiet", "letter", "mer", "tea",
                                       "remember", "peut-être", "window", "said", "doucement", "why", "not", "enough" };
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 5, 60); n > 0; n--)
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
  gint64 id = lueur_verb_save_persona (db, &persona, NULL);

  for (guint c = 0; c < N_CONVERSATIONS; c++)
    {
      LueurConversationRow talk = { .persona = id, .title = (char *) "Long", .created_at = 2 + c, .updated_at = 2 + c };
      gint64 parent = 0;

      lueur_verb_start_conversation (db, &talk, NULL, NULL);
      lueur_database_begin (db, FALSE, NULL);
      for (guint i = 0; i < N_MESSAGES / N_CONVERSATIONS; i++)
        {
          g_autofree char *text = make_text (rand);

          if (!lueur_database_run (db, NULL,
                                   "INSERT INTO message (conversation, parent, depth, role, state, text, created_at, label)"
                                   " VALUES (?1, ?2, ?3, ?4, 'complete', ?5, ?6, 'neutral')",
                                   "iIissi", talk.id, parent, (gint64) i + 1, i % 2 ? "companion" : "user",
                                   c == 0 && i == 0 ? "Un phare, près de l’océan" : text, (gint64) 3 + i))
            g_error ("a message is not taken");
          parent = lueur_database_get_last_id (db);
        }
      lueur_verb_refresh_conversation (db, talk.id, parent, NULL);
      lueur_database_commit (db, NULL);
    }
}

static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static double
scan (LueurDatabase *db)
{
  double start = now_ms ();
  gint64 n;

  if (!lueur_database_get_int (db, NULL, &n, 0, "SELECT count (*) FROM message WHERE text LIKE '%phare%'", "") || n != 1)
    g_error ("the scan finds %" G_GINT64_FORMAT, n);
  return now_ms () - start;
}

static double
search (LueurDatabase *db, const char *words, guint expected)
{
  double start = now_ms ();
  g_autoptr (GPtrArray) hits = lueur_verb_search (db, words, 100, NULL);

  if (hits == NULL || hits->len != expected)
    g_error ("“%s”: %u found", words, hits != NULL ? hits->len : 0);
  return now_ms () - start;
}

int
main (void)
{
  g_autofree char *dir = g_dir_make_tmp ("lueur-bench-search-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "lueur.db", NULL);
  double like = G_MAXDOUBLE, rare = G_MAXDOUBLE, nothing = G_MAXDOUBLE, common = G_MAXDOUBLE;

  fill (dir);
  {
    g_autoptr (LueurDatabase) db = open_in (dir, LUEUR_DATABASE_READER);

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
