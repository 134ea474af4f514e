/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a companion looks like, between its JSON and the rooms that draw it. */

#include "core/model/look.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "core/model/persona-private.h"

#define FIRST_RIG "ambre"
#define MAX_JSON (16 * 1024)
#define MAX_ENTRIES 64
#define MAX_WORD 80

LueurLook *
lueur_look_new (const char *rig)
{
  LueurLook *look = g_new0 (LueurLook, 1);

  look->rig = g_strdup (rig);
  look->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  look->colours = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return look;
}

/* A name becomes part of a path: letters, digits and a few signs, and no way up. */
static gboolean
is_name (const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  if (length == 0 || length > MAX_WORD || *text == '.')
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    if (*p == '/' || *p == '\\' || (guchar) *p < 0x20)
      return FALSE;
  return g_utf8_validate (text, -1, NULL);
}

static gboolean
is_colour (const char *text)
{
  if (text == NULL || *text != '#' || strlen (text) != 7)
    return FALSE;
  for (guint i = 1; i < 7; i++)
    if (!g_ascii_isxdigit (text[i]))
      return FALSE;
  return TRUE;
}

static const char *
string_of (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static void
read_table (JsonObject *object, const char *member, GHashTable *table, gboolean (*accept) (const char *))
{
  JsonNode *node = json_object_get_member (object, member);
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &key, &value))
    if (is_name (key) && accept (string_of (value)) && g_hash_table_size (table) < MAX_ENTRIES)
      g_hash_table_replace (table, g_strdup (key), g_ascii_strdown (string_of (value), -1));
}

LueurLook *
lueur_look_parse (const char *json)
{
  g_autoptr (JsonNode) root = json != NULL ? lueur_json_parse_object (json, -1, MAX_JSON, NULL) : NULL;
  LueurLook *look = lueur_look_new (FIRST_RIG);
  JsonObject *object;
  const char *text;

  if (root == NULL)
    return look;
  object = json_node_get_object (root);
  text = string_of (json_object_get_member (object, "rig"));
  if (is_name (text))
    g_set_str (&look->rig, text);
  text = string_of (json_object_get_member (object, "mood"));
  if (is_name (text))
    g_set_str (&look->mood, text);
  read_table (object, "choices", look->choices, is_name);
  read_table (object, "colours", look->colours, is_colour);
  return look;
}

static void
copy_table (GHashTable *from, GHashTable *to)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_replace (to, g_strdup (key), g_strdup (value));
}

LueurLook *
lueur_look_copy (const LueurLook *look)
{
  LueurLook *copy = lueur_look_new (look->rig);

  g_set_str (&copy->mood, look->mood);
  copy_table (look->choices, copy->choices);
  copy_table (look->colours, copy->colours);
  return copy;
}

void
lueur_look_free (LueurLook *look)
{
  g_free (look->rig);
  g_free (look->mood);
  g_hash_table_unref (look->choices);
  g_hash_table_unref (look->colours);
  g_free (look);
}

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer data)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
build_table (JsonBuilder *builder, const char *member, GHashTable *table)
{
  guint n;
  g_autofree const char **keys = (const char **) g_hash_table_get_keys_as_array (table, &n);

  if (n == 0)
    return;
  g_sort_array (keys, n, sizeof *keys, compare_keys, NULL);
  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);
  for (guint i = 0; i < n; i++)
    {
      json_builder_set_member_name (builder, keys[i]);
      json_builder_add_string_value (builder, g_hash_table_lookup (table, keys[i]));
    }
  json_builder_end_object (builder);
}

char *
lueur_look_to_json (const LueurLook *look)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "rig");
  json_builder_add_string_value (builder, look->rig);
  build_table (builder, "choices", look->choices);
  build_table (builder, "colours", look->colours);
  if (look->mood != NULL)
    {
      json_builder_set_member_name (builder, "mood");
      json_builder_add_string_value (builder, look->mood);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

const char *
lueur_look_get_choice (const LueurLook *look, const char *slot)
{
  return g_hash_table_lookup (look->choices, slot);
}

void
lueur_look_set_choice (LueurLook *look, const char *slot, const char *choice)
{
  g_hash_table_replace (look->choices, g_strdup (slot), g_strdup (choice));
}

const char *
lueur_look_get_colour (const LueurLook *look, const char *material)
{
  return g_hash_table_lookup (look->colours, material);
}

void
lueur_look_set_colour (LueurLook *look, const char *material, const char *colour)
{
  g_hash_table_replace (look->colours, g_strdup (material), g_ascii_strdown (colour, -1));
}
