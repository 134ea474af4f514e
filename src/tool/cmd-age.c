/* SPDX-License-Identifier: GPL-3.0-or-later */

/* lueur-tool age: JSON lines {"text":"…"} or {"text":"…","asked":"…"} in, {"minor":…} out. --year YYYY: as if it were that
 * year. */

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/wellbeing/age/stated-age.h"
#include "tool/cmd-age.h"

static const char *
member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static void
answer (const LueurStatedAge *age, const char *line, int year)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  JsonNode *root = json_parser_load_from_data (parser, line, -1, &error) ? json_parser_get_root (parser) : NULL;
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  const char *text = object != NULL ? member (object, "text") : NULL;

  if (text == NULL)
    printf ("{\"error\":\"not an object with a text\"}\n");
  else
    printf ("{\"minor\":%s}\n", lueur_stated_age_is_minor (age, text, member (object, "asked"), year) ? "true" : "false");
}

int
lueur_cmd_age (int argc, char **argv)
{
  g_autoptr (LueurStatedAge) age = lueur_stated_age_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int year = g_date_time_get_year (now);
  char *line = NULL;
  size_t size = 0;

  if (argc == 3 && strcmp (argv[1], "--year") == 0)
    year = atoi (argv[2]);
  else if (argc != 1)
    {
      fprintf (stderr, "lueur-tool age [--year YYYY]\n");
      return 2;
    }
  while (getline (&line, &size, stdin) >= 0)
    answer (age, line, year);
  free (line);
  return 0;
}
