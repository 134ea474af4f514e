/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sentences that say how well something is read: a file of them, one JSON object a line. */

#include "sentence-rows.h"

void
sentence_rows_each (const char *name, SentenceFunc func, gpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("LUEUR_TOP"), "tests", "data", "wellbeing", name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (JsonNode) row = json_from_string (lines[i], &error);

      if (row == NULL || !JSON_NODE_HOLDS_OBJECT (row))
        g_error ("%s:%u: %s", path, i + 1, error != NULL ? error->message : "no object");
      func (json_node_get_object (row), data);
    }
}

double
sentence_rows_share (guint part, guint whole)
{
  return whole > 0 ? (double) part / whole : 0;
}
