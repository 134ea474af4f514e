/* SPDX-License-Identifier: GPL-3.0-or-later */

/* lueur-tool conduct: JSON lines {"user":"…","reply":"…"} in, {"farewell":…,"tactics":[…],"claims_human":…,…} out. */

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/wellbeing/conduct/conduct-check.h"
#include "tool/cmd-conduct.h"

static const char *
member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static void
answer (LueurConduct *conduct, const char *line)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  LueurConductFinding finding;
  JsonNode *root = json_parser_load_from_data (parser, line, -1, &error) ? json_parser_get_root (parser) : NULL;
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  const char *user = object != NULL ? member (object, "user") : NULL;
  const char *reply = object != NULL ? member (object, "reply") : NULL;
  gboolean first = TRUE;

  if (user == NULL && reply == NULL)
    {
      printf ("{\"error\":\"not an object with a user or a reply\"}\n");
      return;
    }
  lueur_conduct_check (conduct, user, reply, &finding);
  printf ("{\"farewell\":%s,\"tactics\":[", finding.farewell ? "true" : "false");
  for (guint i = 0; i < LUEUR_N_TACTICS; i++)
    if ((finding.tactics & (1u << i)) != 0)
      {
        printf ("%s\"%s\"", first ? "" : ",", lueur_tactic_get_name ((LueurTactic) i));
        first = FALSE;
      }
  printf ("],\"claims_human\":%s,\"asks_human\":%s,\"lonely\":%s}\n", finding.claims_human ? "true" : "false",
          finding.asks_human ? "true" : "false",
          user != NULL && lueur_conduct_is_lonely (conduct, user) ? "true" : "false");
}

int
lueur_cmd_conduct (int argc, char **argv)
{
  g_autoptr (LueurConduct) conduct = lueur_conduct_new ();
  char *line = NULL;
  size_t size = 0;

  while (getline (&line, &size, stdin) >= 0)
    answer (conduct, line);
  free (line);
  return 0;
}
