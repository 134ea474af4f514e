/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <time.h>

#include "store-rows.h"

/* Microseconds since 1970: an evening of 2026, and a minute. */
#define FIRST G_GINT64_CONSTANT (1790000000000000)
#define MINUTE G_GINT64_CONSTANT (60000000)

LueurDatabase *
lueur_bench_open_store (const char *dir, LueurDatabaseMode mode)
{
  g_autofree char *path = g_build_filename (dir, "lueur.db", NULL);
  g_autoptr (GError) error = NULL;
  LueurDatabase *db = lueur_database_open (path, mode, &error);

  if (db == NULL)
    g_error ("%s", error->message);
  return db;
}

static char *
make_text (GRand *rand, guint most_words)
{
  static const char *const words[] = { "aujourd’hui", "the", "lamp", "walk", "soir", "et", "quiet", "letter", "mer", "tea",
                                       "remember", "peut-être", "window", "said", "doucement", "why", "not", "enough" };
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 5, most_words); n > 0; n--)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  g_string_append_c (text, '.');
  return g_string_free_and_steal (text);
}

void
lueur_bench_fill_store (const char *dir, guint n_conversations, guint n_messages, guint most_words)
{
  g_autoptr (LueurDatabase) db = lueur_bench_open_store (dir, LUEUR_DATABASE_WRITER);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  LueurPersonaRow persona = { .body = (char *) "{\"name\":\"Nora\",\"language\":\"en\"}", .created_at = 1, .updated_at = 1 };
  gint64 id = lueur_verb_save_persona (db, &persona, NULL);

  for (guint c = 0; c < n_conversations; c++)
    {
      LueurConversationRow talk = { .persona = id, .title = (char *) "Long", .created_at = 2 + c, .updated_at = 2 + c };
      gint64 parent = 0;

      lueur_verb_start_conversation (db, &talk, NULL, NULL);
      lueur_database_begin (db, FALSE, NULL);
      for (guint i = 0; i < n_messages / n_conversations; i++)
        {
          g_autofree char *text = make_text (rand, most_words);

          if (!lueur_database_run (db, NULL,
                                   "INSERT INTO message (conversation, parent, depth, role, state, text, created_at, label, model)"
                                   " VALUES (?1, ?2, ?3, ?4, 'complete', ?5, ?6, 'neutral', ?7)",
                                   "iIissis", talk.id, parent, (gint64) i + 1, i % 2 ? "companion" : "user", text,
                                   FIRST + i * MINUTE, i % 2 ? "model" : NULL))
            g_error ("a message is not taken");
          parent = lueur_database_get_last_id (db);
        }
      lueur_verb_refresh_conversation (db, talk.id, parent, NULL);
      lueur_database_commit (db, NULL);
    }
}

double
lueur_bench_now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}
