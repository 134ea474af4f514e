/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What reading a message for danger costs, and how well it is read on the project's own sentences. */

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#include "core/wellbeing/danger/crisis.h"
#include "core/wellbeing/danger/hint.h"
#include "sentence-rows.h"

#define ROUNDS 20

typedef struct
{
  const LueurCrisis *crisis;
  GPtrArray *texts;
  guint n_explicit, explicit_found, n, found, n_benign, flagged;
} Figures;

static void
count (JsonObject *row, gpointer data)
{
  Figures *figures = data;
  const char *text = json_object_get_string_member (row, "text");
  const char *klass = json_object_get_string_member (row, "class");
  gboolean hot = lueur_crisis_read (figures->crisis, text, -1, NULL) >= LUEUR_CRISIS_PASSIVE;

  g_ptr_array_add (figures->texts, g_strdup (text));
  if (strcmp (klass, "none") == 0)
    {
      figures->n_benign++;
      figures->flagged += hot;
    }
  else if (strcmp (klass, "topical") != 0)
    {
      figures->n++;
      figures->found += hot;
      if (json_object_get_boolean_member (row, "explicit"))
        {
          figures->n_explicit++;
          figures->explicit_found += hot;
        }
    }
}

/* What the training measured on lines of people whose other lines it had not seen. */
static double
get_crossed (const char *member)
{
  g_autofree char *path = g_build_filename (g_getenv ("LUEUR_TOP"), "data", "danger", "report.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *report;

  if (!json_parser_load_from_file (parser, path, NULL))
    return -1;
  report = json_node_get_object (json_parser_get_root (parser));
  return json_object_get_double_member_with_default (
      json_object_has_member (report, member) ? report : json_object_get_object_member (report, "all"), member, -1);
}

int
main (int argc, char **argv)
{
  static const char *const files[] = { "crisis-en.jsonl", "crisis-fr.jsonl", "benign-en.jsonl", "benign-fr.jsonl" };
  gint64 start = g_get_monotonic_time ();
  g_autofree char *hints = g_build_filename (g_getenv ("LUEUR_TOP"), "data", "danger", LUEUR_HINT_MODEL_FILE, NULL);
  g_autoptr (LueurCrisis) crisis = lueur_crisis_open (hints);
  double load_ms = (double) (g_get_monotonic_time () - start) / 1000;
  g_autoptr (GString) thousand = g_string_new (NULL);
  Figures f = { .crisis = crisis, .texts = g_ptr_array_new_with_free_func (g_free) };
  double each, thousand_us;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    sentence_rows_each (files[i], count, &f);
  start = g_get_monotonic_time ();
  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < f.texts->len; i++)
      lueur_crisis_read (crisis, g_ptr_array_index (f.texts, i), -1, NULL);
  each = (double) (g_get_monotonic_time () - start) / ROUNDS / f.texts->len;
  for (guint i = 0; i < 1000; i++)
    g_string_append (thousand, i % 2 ? "je veux mourir. " : "I want to kill myself. ");
  start = g_get_monotonic_time ();
  lueur_crisis_read (crisis, thousand->str, (gssize) thousand->len, NULL);
  thousand_us = (double) (g_get_monotonic_time () - start);
  printf ("{\"us_per_message\": %.1f, \"recall_explicit\": %.4f, \"recall\": %.4f, \"false_positives\": %.4f, "
          "\"crossed_explicit\": %.3f, \"crossed_hints\": %.3f, \"crossed_false_positives\": %.3f, \"everyday_false_positives\": %.4f, "
          "\"messages\": %u, \"thousand_phrases_us\": %.0f, \"load_ms\": %.1f}\n",
          each, sentence_rows_share (f.explicit_found, f.n_explicit), sentence_rows_share (f.found, f.n), sentence_rows_share (f.flagged, f.n_benign),
          get_crossed ("explicit"), get_crossed ("hints"), get_crossed ("look_alikes_flagged"), get_crossed ("everyday_flagged"),
          f.texts->len, thousand_us, load_ms);
  g_ptr_array_unref (f.texts);
  return 0;
}
