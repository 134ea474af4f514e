/* SPDX-License-Identifier: GPL-3.0-or-later */

/* lueur-tool crisis: JSON lines {"text":"…"} in, {"class":"…","lang":"…"} out. */

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/context.h"
#include "core/wellbeing/danger/crisis.h"
#include "core/wellbeing/danger/hint.h"
#include "tool/cmd-crisis.h"

static const char *
get_text (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "text");

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static void
answer (LueurCrisis *crisis, const char *line)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  JsonNode *root;
  const char *text, *language = NULL;
  LueurCrisisClass klass;

  root = json_parser_load_from_data (parser, line, -1, &error) ? json_parser_get_root (parser) : NULL;
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root) ||
      (text = get_text (json_node_get_object (root))) == NULL)
    {
      printf ("{\"error\":\"not an object with a text\"}\n");
      return;
    }
  klass = lueur_crisis_read (crisis, text, -1, &language);
  if (language != NULL)
    printf ("{\"class\":\"%s\",\"lang\":\"%s\"}\n", lueur_crisis_class_get_name (klass), language);
  else
    printf ("{\"class\":\"%s\",\"lang\":null}\n", lueur_crisis_class_get_name (klass));
}

int
lueur_cmd_crisis (int argc, char **argv)
{
  g_autofree char *hints = lueur_context_find_data ("danger/" LUEUR_HINT_MODEL_FILE);
  g_autoptr (LueurCrisis) crisis = lueur_crisis_open (hints);
  char *line = NULL;
  size_t size = 0;

  while (getline (&line, &size, stdin) >= 0)
    answer (crisis, line);
  free (line);
  return 0;
}
