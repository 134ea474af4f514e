/* SPDX-License-Identifier: GPL-3.0-or-later */

/* lueur-tool store: fills a database for screenshots and benches, and shows what one holds. */

#include "tool/cmd-store.h"

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#include "core/language.h"
#include "core/model/persona.h"
#include "core/model/text.h"
#include "core/store/verbs.h"
#include "tool/seed-figures.h"
#include "tool/seed-text.h"

/* Kept in one transaction each, so that a large seed takes seconds and little memory. */
#define BATCH 500

typedef struct
{
  LueurDatabase *db;
  GRand *rand;
  const LueurScenes *scenes;
  gint64 persona;
  gint64 now;
} Seed;

static int
fail (const char *what, const GError *error)
{
  fprintf (stderr, "lueur-tool: %s: %s\n", what, error != NULL ? error->message : "failed");
  return 1;
}

static gboolean
add_persona (Seed *seed, const char *name, GError **error)
{
  g_autoptr (LueurPersona) persona = lueur_persona_new ();
  g_autofree char *body = NULL;
  gint64 met = seed->now - 60 * G_TIME_SPAN_DAY;
  LueurPersonaRow row = { .created_at = met, .updated_at = met };

  g_object_set (persona, "name", name != NULL ? name : seed->scenes->name, "language", seed->scenes->language, "about",
                seed->scenes->about, "greeting", seed->scenes->greeting, "gender", LUEUR_GENDER_FEMININE, "relation",
                LUEUR_RELATION_CONFIDANT, NULL);
  body = lueur_persona_to_json (persona);
  row.body = body;
  seed->persona = lueur_verb_save_persona (seed->db, &row, error);
  return seed->persona != 0;
}

static guint
count_lines (const LueurScene *scene)
{
  guint n = 0;

  while (n < G_N_ELEMENTS (scene->lines) && scene->lines[n] != NULL)
    n++;
  return n;
}

/* Moments for @n messages that end at @end: scenes of an evening, some days apart. */
static GArray *
plan_times (Seed *seed, guint n, gint64 end)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 time = end;
  guint left_today = g_rand_int_range (seed->rand, 8, 30);

  for (guint i = 0; i < n; i++)
    {
      g_array_append_val (times, time);
      time -= g_rand_int_range (seed->rand, 12, 200) * G_TIME_SPAN_SECOND;
      if (--left_today == 0)
        {
          time -= g_rand_int_range (seed->rand, 8, 40) * G_TIME_SPAN_HOUR;
          left_today = g_rand_int_range (seed->rand, 8, 30);
        }
    }
  for (guint i = 0; i < n / 2; i++)
    {
      gint64 other = g_array_index (times, gint64, i);

      g_array_index (times, gint64, i) = g_array_index (times, gint64, n - 1 - i);
      g_array_index (times, gint64, n - 1 - i) = other;
    }
  return g_steal_pointer (&times);
}

static gboolean
say (Seed *seed, gint64 conversation, const char *text, gboolean user, gint64 time, gint64 *parent, guint depth,
     GError **error)
{
  gint64 id;

  if (!lueur_database_run (seed->db, error,
                           "INSERT INTO message (conversation, parent, depth, role, state, text, created_at, label)"
                           " VALUES (?1, ?2, ?3, ?4, 'complete', ?5, ?6, 'neutral')",
                           "iIissi", conversation, *parent, (gint64) depth, user ? "user" : "companion", text, time))
    return FALSE;
  id = lueur_database_get_last_id (seed->db);
  if (*parent != 0 &&
      !lueur_database_run (seed->db, error, "UPDATE message SET chosen = ?2 WHERE id = ?1", "ii", *parent, id))
    return FALSE;
  *parent = id;
  return TRUE;
}

/* Where in the scenes a conversation of @n lines starts that ends with the end of the scene before @end_scene. */
static void
find_start (const LueurScenes *scenes, guint n, guint end_scene, guint *scene, guint *line)
{
  *scene = end_scene;
  *line = 0;
  while (n > 0)
    {
      guint lines;

      *scene = (*scene + scenes->n_scenes - 1) % scenes->n_scenes;
      lines = count_lines (&scenes->scenes[*scene]);
      *line = n < lines ? lines - n : 0;
      n -= MIN (n, lines);
    }
}

/* @n messages, the last of them at @end, the last line of the scene before @end_scene. */
static gboolean
add_conversation (Seed *seed, guint n, gint64 end, guint end_scene, GError **error)
{
  const LueurScenes *scenes = seed->scenes;
  g_autoptr (GArray) times = plan_times (seed, n, end);
  LueurConversationRow row = { .persona = seed->persona, .created_at = g_array_index (times, gint64, 0) };
  g_autofree char *title = NULL;
  /* Scenes have as many lines of one as of the other: a greeting makes an odd number. */
  gboolean greet = n % 2 == 1;
  gint64 parent = 0;
  guint scene, line;

  find_start (scenes, greet ? n - 1 : n, end_scene, &scene, &line);
  title = lueur_text_title (scenes->scenes[(end_scene + scenes->n_scenes - 1) % scenes->n_scenes].lines[0]);
  row.title = title;
  row.updated_at = g_array_index (times, gint64, n - 1);
  if (!lueur_verb_start_conversation (seed->db, &row, NULL, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const LueurScene *now = &scenes->scenes[scene];
      gboolean greeting = i == 0 && greet;

      if (i % BATCH == 0 && !lueur_database_begin (seed->db, FALSE, error))
        return FALSE;
      if (!say (seed, row.id, greeting ? scenes->greeting : now->lines[line], !greeting && line % 2 == 0,
                g_array_index (times, gint64, i), &parent, i + 1, error))
        return FALSE;
      if (!greeting && ++line == count_lines (now))
        {
          line = 0;
          scene = (scene + 1) % scenes->n_scenes;
        }
      if ((i + 1) % BATCH == 0 && !lueur_database_commit (seed->db, error))
        return FALSE;
    }
  if (n % BATCH == 0 && !lueur_database_begin (seed->db, FALSE, error))
    return FALSE;
  return lueur_verb_refresh_conversation (seed->db, row.id, parent, error) && lueur_database_commit (seed->db, error);
}

/* One long conversation, the latest, and beside it some of the length of an evening, each about something else. */
static gboolean
fill (Seed *seed, guint n, GError **error)
{
  guint n_scenes = seed->scenes->n_scenes;
  guint others = MIN (n / 30, n_scenes - 1);
  guint first = g_rand_int_range (seed->rand, 0, n_scenes);
  gint64 end = seed->now - 10 * G_TIME_SPAN_MINUTE;

  for (guint i = others; i > 0; i--)
    {
      guint scene = (first + i) % n_scenes;
      guint share = count_lines (&seed->scenes->scenes[scene]) + 1;

      if (!add_conversation (seed, share, end - i * 53 * G_TIME_SPAN_HOUR, scene + 1, error))
        return FALSE;
      n -= share;
    }
  return n == 0 || add_conversation (seed, n, end, first + 1, error);
}

static LueurDatabase *
open_dir (const char *dir, LueurDatabaseMode mode, GError **error)
{
  g_autofree char *path = g_build_filename (dir, "lueur.db", NULL);

  return lueur_database_open (path, mode, error);
}

static int
seed_command (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GOptionContext) context = g_option_context_new ("DIR");
  g_autoptr (LueurDatabase) db = NULL;
  g_autoptr (GRand) rand = NULL;
  g_autofree char *persona = NULL;
  g_autofree char *language = NULL;
  gint64 now = 0;
  int messages = 200, seed_number = 1;
  gboolean figures = FALSE;
  const GOptionEntry entries[] = {
    { "messages", 0, 0, G_OPTION_ARG_INT, &messages, "how many (200)", "N" },
    { "persona", 0, 0, G_OPTION_ARG_STRING, &persona, "whom they are with", "NAME" },
    { "language", 0, 0, G_OPTION_ARG_STRING, &language, "en or fr (the first of yours)", "CODE" },
    { "figures", 0, 0, G_OPTION_ARG_NONE, &figures, "fourteen weeks of use as well", NULL },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed_number, "another number, another choice (1)", "N" },
    { "now", 0, 0, G_OPTION_ARG_INT64, &now, "when the last one was said, seconds since 1970 (now)", "SECONDS" },
    { NULL },
  };
  Seed seed = { 0 };

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return fail ("store seed", error);
  if (argc != 2 || messages < 1 || messages > 10000000)
    {
      fprintf (stderr, "usage: lueur-tool store seed DIR [--messages N] [--persona NAME] [--language en|fr]\n");
      return 2;
    }
  db = open_dir (argv[1], LUEUR_DATABASE_WRITER, &error);
  if (db == NULL)
    return fail (argv[1], error);
  rand = g_rand_new_with_seed (seed_number);
  seed.db = db;
  seed.rand = rand;
  seed.scenes = g_strcmp0 (language != NULL ? language : lueur_language_get_default (), "fr") == 0 ? &lueur_scenes_fr
                                                                                                 : &lueur_scenes_en;
  seed.now = now != 0 ? now * G_TIME_SPAN_SECOND : g_get_real_time ();
  if (!add_persona (&seed, persona, &error) || !fill (&seed, messages, &error) ||
      (figures &&
       !lueur_seed_figures (db, rand, seed.now, seed.persona, seed.scenes == &lueur_scenes_fr, &error)))
    return fail (argv[1], error);
  printf ("%d messages with %s in %s\n", messages, persona != NULL ? persona : seed.scenes->name, argv[1]);
  return 0;
}

/* --- Dump --- */

static void
add_string (JsonBuilder *builder, const char *member, const char *value)
{
  if (value == NULL)
    return;
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, value);
}

static void
add_int (JsonBuilder *builder, const char *member, gint64 value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, value);
}

static void
print_line (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *line = NULL;

  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  line = json_to_string (root, FALSE);
  puts (line);
  json_builder_reset (builder);
}

static void
dump_message (JsonBuilder *builder, const LueurMessageRow *row)
{
  json_builder_begin_object (builder);
  add_string (builder, "kind", "message");
  add_int (builder, "id", row->id);
  add_int (builder, "conversation", row->conversation);
  add_int (builder, "parent", row->parent);
  add_string (builder, "role", lueur_role_to_word (row->role));
  add_string (builder, "state", lueur_message_state_to_word (row->state));
  add_string (builder, "text", row->text);
  add_int (builder, "created_at", row->created_at);
  add_string (builder, "error", row->error_code);
  add_string (builder, "model", row->model);
  if (row->scripted)
    {
      json_builder_set_member_name (builder, "scripted");
      json_builder_add_boolean_value (builder, TRUE);
    }
  add_string (builder, "label", lueur_emotion_get_name (row->label));
  add_int (builder, "swipe", row->swipe_index);
  add_int (builder, "swipes", row->n_swipes);
  print_line (builder);
}

/* Its active path, oldest first. */
static gboolean
dump_messages (LueurDatabase *db, JsonBuilder *builder, gint64 conversation, GError **error)
{
  g_autoptr (LueurPage) page = lueur_verb_read_page (db, conversation, 0, LUEUR_PATH_MAX, error);

  if (page == NULL)
    return FALSE;
  for (guint i = 0; i < page->messages->len; i++)
    dump_message (builder, g_ptr_array_index (page->messages, i));
  return TRUE;
}

static int
dump_command (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurDatabase) db = NULL;
  g_autoptr (LueurShelf) shelf = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  if (argc != 2)
    {
      fprintf (stderr, "usage: lueur-tool store dump DIR\n");
      return 2;
    }
  /* As a reader: it changes nothing, and may look while the app is open. */
  db = open_dir (argv[1], LUEUR_DATABASE_READER, &error);
  if (db == NULL || (shelf = lueur_verb_read_shelf (db, &error)) == NULL)
    return fail (argv[1], error);
  for (guint i = 0; i < shelf->personas->len; i++)
    {
      const LueurPersonaRow *row = g_ptr_array_index (shelf->personas, i);
      g_autoptr (JsonNode) body = json_from_string (row->body, NULL);

      json_builder_begin_object (builder);
      add_string (builder, "kind", "persona");
      add_int (builder, "id", row->id);
      add_int (builder, "version", row->version);
      add_int (builder, "created_at", row->created_at);
      if (body != NULL)
        {
          json_builder_set_member_name (builder, "body");
          json_builder_add_value (builder, g_steal_pointer (&body));
        }
      print_line (builder);
    }
  for (guint i = 0; i < shelf->conversations->len; i++)
    {
      const LueurConversationRow *row = g_ptr_array_index (shelf->conversations, i);

      json_builder_begin_object (builder);
      add_string (builder, "kind", "conversation");
      add_int (builder, "id", row->id);
      add_int (builder, "persona", row->persona);
      add_string (builder, "title", row->title);
      add_string (builder, "preview", row->preview);
      add_string (builder, "draft", *row->draft != '\0' ? row->draft : NULL);
      add_int (builder, "n_messages", row->n_messages);
      add_int (builder, "updated_at", row->updated_at);
      print_line (builder);
      if (!dump_messages (db, builder, row->id, &error))
        return fail (argv[1], error);
    }
  return 0;
}

int
lueur_cmd_store (int argc, char **argv)
{
  if (argc > 1 && strcmp (argv[1], "seed") == 0)
    return seed_command (argc - 1, argv + 1);
  if (argc > 1 && strcmp (argv[1], "dump") == 0)
    return dump_command (argc - 1, argv + 1);
  fprintf (stderr, "usage: lueur-tool store seed DIR [--messages N] [--persona NAME] [--language en|fr]\n"
                   "       lueur-tool store dump DIR\n");
  return 2;
}
