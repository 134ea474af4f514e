/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the emotion reader costs, and how well it reads. With the data folder in $LUEUR_EMOTION_DATA all of it is
 * measured here ("figures": "measured"); without, sentences come from the tests and the figures from the report
 * of the training ("figures": "report"). Time is the thread's own. */

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "bench/emotion-figures.h"
#include "core/context.h"
#include "core/emotion/reader.h"

static double
thread_us (void)
{
  struct timespec t;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &t);
  return (double) t.tv_sec * 1e6 + (double) t.tv_nsec / 1e3;
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static char **
load_sentences (guint *column)
{
  const char *folder = g_getenv ("LUEUR_EMOTION_DATA"), *top = g_getenv ("LUEUR_TOP");
  g_autofree char *path = g_build_filename (folder ? folder : "", "goemotions", "dev.tsv", NULL);
  g_autofree char *all = NULL;

  *column = 0;
  if (!folder || !g_file_get_contents (path, &all, NULL, NULL))
    {
      g_free (path);
      path = g_build_filename (top ? top : ".", "tests", "core", "emotion", "sentences.tsv", NULL);
      *column = 2;
      if (!g_file_get_contents (path, &all, NULL, NULL))
        return NULL;
    }
  return g_strsplit (all, "\n", -1);
}

/* The figures that were measured when the model was made, as its report tells them. */
static gboolean
copy_report (JsonBuilder *json)
{
  static const char *const names[] = { "goemotions_dev", "kajava_fr_dev", "polarity_allocine_dev", "companion_en",
                                       "companion_fr", "harm", "harm_all" };
  g_autofree char *path = lueur_context_find_data ("emotion/report.json");
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonObject *report;

  if (!path || !json_parser_load_from_file (parser, path, NULL) || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return FALSE;
  report = json_node_get_object (json_parser_get_root (parser));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (json_object_has_member (report, names[i]))
      {
        json_builder_set_member_name (json, names[i]);
        json_builder_add_value (json, json_object_dup_member (report, names[i]));
      }
  return TRUE;
}

static void
print (const LueurReader *reader, double us, double load_ms, gsize bytes, guint sentences)
{
  const char *folder = g_getenv ("LUEUR_EMOTION_DATA"), *top = g_getenv ("LUEUR_TOP");
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  const char *source;

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "us_per_sentence");
  json_builder_add_double_value (json, us);
  json_builder_set_member_name (json, "load_ms");
  json_builder_add_double_value (json, load_ms);
  json_builder_set_member_name (json, "model_kb");
  json_builder_add_int_value (json, (gint64) (bytes + 999) / 1000);
  json_builder_set_member_name (json, "sentences");
  json_builder_add_int_value (json, sentences);
  source = emotion_figures_measure (reader, folder, top ? top : ".", json) ? "measured" : copy_report (json) ? "report" : "none";
  json_builder_set_member_name (json, "figures");
  json_builder_add_string_value (json, source);
  json_builder_end_object (json);
  root = json_builder_get_root (json);
  text = json_to_string (root, FALSE);
  printf ("%s\n", text);
}

int
main (void)
{
  g_autofree char *path = lueur_context_find_data ("emotion/" LUEUR_READER_MODEL_FILE);
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurReader) reader = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  g_auto (GStrv) lines = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  double load = G_MAXDOUBLE;
  guint column;

  for (guint i = 0; i < 20; i++)
    {
      double start = thread_us ();

      g_clear_pointer (&reader, lueur_reader_unref);
      reader = lueur_reader_open (path, &error);
      load = MIN (load, thread_us () - start);
      if (!reader)
        {
          fprintf (stderr, "%s\n", error->message);
          return 1;
        }
    }
  lines = load_sentences (&column);
  for (guint i = 0; lines && lines[i] && *lines[i]; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      double best = G_MAXDOUBLE;
      LueurFeeling f;

      if (g_strv_length (cells) <= column)
        continue;
      for (guint k = 0; k < 3; k++)
        {
          double start = thread_us ();

          lueur_reader_read (reader, cells[column], -1, LUEUR_READER_LANG_AUTO, &f);
          best = MIN (best, thread_us () - start);
        }
      g_array_append_val (times, best);
    }
  if (times->len == 0)
    {
      fprintf (stderr, "bench-emotion: no sentences\n");
      return 1;
    }
  qsort (times->data, times->len, sizeof (double), compare);
  print (reader, g_array_index (times, double, times->len / 2), load / 1000, g_mapped_file_get_length (file), times->len);
  return 0;
}
