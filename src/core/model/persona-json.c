/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A companion as one JSON object: what the store keeps of it, and every version of it. */

#include <gio/gio.h>
#include <string.h>

#include "core/model/persona-private.h"
#include "core/model/text.h"

#define JSON_MAX_BYTES (1024 * 1024)
#define JSON_MAX_DEPTH 64

static const char *const trait_names[LUEUR_N_TRAITS] = {
  "gentle-teasing", "playful-serious", "talkative-quiet", "candid-diplomatic", "warm-reserved",
};

/* Members that are ours; all others are somebody else's or a later version's, and are kept. */
static const char *const member_names[] = {
  "name", "relation", "gender", "language", "formal", "age", "traits", "chips",
  "about", "description", "limits", "greeting", "look", "archived",
};

/* How deep brackets nest outside strings: the parser goes down by recursion. */
static gboolean
is_too_deep (const char *json, gsize length)
{
  guint depth = 0;
  gboolean in_string = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      char c = json[i];

      if (in_string)
        {
          if (c == '\\')
            i++;
          else if (c == '"')
            in_string = FALSE;
          continue;
        }
      if (c == '"')
        in_string = TRUE;
      else if (c == '{' || c == '[')
        {
          if (++depth > JSON_MAX_DEPTH)
            return TRUE;
        }
      else if ((c == '}' || c == ']') && depth > 0)
        depth--;
    }
  return FALSE;
}

/**
 * lueur_json_parse_object:
 * @json: text of any origin
 * @length: bytes, or -1 when nul-terminated
 * @max_bytes: longest that is looked at
 * @error: %G_IO_ERROR_INVALID_DATA
 *
 * Returns: (transfer full) (nullable): a node that holds an object
 */
JsonNode *
lueur_json_parse_object (const char *json, gssize length, gsize max_bytes, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) local = NULL;

  if (length < 0)
    length = strlen (json);
  if ((gsize) length > max_bytes || !g_utf8_validate_len (json, length, NULL) || is_too_deep (json, length))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "too long, too deep, or not UTF-8");
      return NULL;
    }
  parser = json_parser_new_immutable ();
  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, json, length, &local))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "not JSON: %s", local->message);
      return NULL;
    }
  if (json_parser_get_root (parser) == NULL || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "not a JSON object");
      return NULL;
    }
  return json_parser_steal_root (parser);
}

static const char *
get_string (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

static double
get_number (JsonNode *node, double otherwise)
{
  GType type;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return otherwise;
  type = json_node_get_value_type (node);
  return type == G_TYPE_INT64 || type == G_TYPE_DOUBLE ? json_node_get_double (node) : otherwise;
}

static gboolean
get_boolean (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN &&
         json_node_get_boolean (node);
}

static GStrv
get_words (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          JsonNode *item = json_array_get_element (array, i);

          if (JSON_NODE_HOLDS_VALUE (item) && json_node_get_value_type (item) == G_TYPE_STRING)
            g_strv_builder_add (builder, json_node_get_string (item));
        }
    }
  return g_strv_builder_end (builder);
}

static int
get_enum (JsonObject *object, const char *member, GType type, int otherwise)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  const char *nick = get_string (object, member);
  GEnumValue *value = nick != NULL ? g_enum_get_value_by_nick (klass, nick) : NULL;

  return value != NULL ? value->value : otherwise;
}

static void
set_enum (JsonObject *object, const char *member, GType type, int number)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *value = g_enum_get_value (klass, number);

  json_object_set_string_member (object, member, value->value_nick);
}

static void
set_words (JsonObject *object, const char *member, const char *const *words)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    json_array_add_string_element (array, words[i]);
  json_object_set_array_member (object, member, array);
}

/**
 * lueur_persona_to_json:
 *
 * Returns: (transfer full): everything but the id and the dates, as one JSON object on one line; members
 *   that came from elsewhere are in it as they came
 */
char *
lueur_persona_to_json (LueurPersona *self)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (JsonNode) look = NULL;
  JsonObject *traits = json_object_new ();
  JsonObject *extra;

  g_return_val_if_fail (LUEUR_IS_PERSONA (self), NULL);

  json_object_set_string_member (object, "name", lueur_persona_get_name (self));
  set_enum (object, "relation", LUEUR_TYPE_RELATION, lueur_persona_get_relation (self));
  set_enum (object, "gender", LUEUR_TYPE_GENDER, lueur_persona_get_gender (self));
  json_object_set_string_member (object, "language", lueur_persona_get_language (self));
  json_object_set_boolean_member (object, "formal", lueur_persona_get_formal (self));
  json_object_set_int_member (object, "age", lueur_persona_get_age (self));
  for (guint i = 0; i < LUEUR_N_TRAITS; i++)
    json_object_set_double_member (traits, trait_names[i], lueur_persona_get_trait (self, i));
  json_object_set_object_member (object, "traits", traits);
  set_words (object, "chips", lueur_persona_get_chips (self));
  json_object_set_string_member (object, "about", lueur_persona_get_about (self));
  json_object_set_string_member (object, "description", lueur_persona_get_description (self));
  set_words (object, "limits", lueur_persona_get_limits (self));
  json_object_set_string_member (object, "greeting", lueur_persona_get_greeting (self));
  if (*lueur_persona_get_look (self) != '\0')
    look = lueur_json_parse_object (lueur_persona_get_look (self), -1, LUEUR_LOOK_MAX_BYTES * 2, NULL);
  if (look != NULL)
    json_object_set_member (object, "look", g_steal_pointer (&look));
  if (lueur_persona_get_archived (self))
    json_object_set_boolean_member (object, "archived", TRUE);

  extra = lueur_persona_get_extra (self);
  if (extra != NULL)
    {
      JsonObjectIter iter;
      const char *member;
      JsonNode *node;

      json_object_iter_init_ordered (&iter, extra);
      while (json_object_iter_next_ordered (&iter, &member, &node))
        if (!json_object_has_member (object, member))
          json_object_set_member (object, member, json_node_copy (node));
    }
  json_node_set_object (root, object);
  return json_to_string (root, FALSE);
}

/**
 * lueur_persona_from_json:
 * @json: what [method@Persona.to_json] wrote, or anything
 * @length: bytes, or -1 when nul-terminated
 * @error: %G_IO_ERROR_INVALID_DATA when it is no JSON object, longer than 1 MiB or nested more than 64 deep
 *
 * What is missing or of the wrong kind takes its default; what is out of range is clamped; members that
 * are not ours are kept for the next [method@Persona.to_json].
 *
 * Returns: (transfer full) (nullable): a companion without id and dates
 */
LueurPersona *
lueur_persona_from_json (const char *json, gssize length, GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (LueurPersona) self = NULL;
  g_autoptr (JsonObject) extra = NULL;
  g_auto (GStrv) chips = NULL;
  g_auto (GStrv) limits = NULL;
  g_autofree char *look = NULL;
  JsonObject *object;
  JsonObjectIter iter;
  JsonNode *node;
  const char *member;

  g_return_val_if_fail (json != NULL, NULL);

  root = lueur_json_parse_object (json, length, JSON_MAX_BYTES, error);
  if (root == NULL)
    return NULL;
  object = json_node_get_object (root);
  self = lueur_persona_new ();
  chips = get_words (object, "chips");
  limits = get_words (object, "limits");
  node = json_object_get_member (object, "look");
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    look = json_to_string (node, FALSE);
  /* The relation comes before the age, which it bounds. */
  g_object_set (self,
                "name", get_string (object, "name"),
                "relation", get_enum (object, "relation", LUEUR_TYPE_RELATION, LUEUR_RELATION_FRIEND),
                "gender", get_enum (object, "gender", LUEUR_TYPE_GENDER, LUEUR_GENDER_NEUTRAL),
                "language", get_string (object, "language"),
                "formal", get_boolean (object, "formal"),
                "age", (guint) CLAMP (get_number (json_object_get_member (object, "age"), 0), 0, 9999),
                "chips", chips,
                "about", get_string (object, "about"),
                "description", get_string (object, "description"),
                "limits", limits,
                "greeting", get_string (object, "greeting"),
                "look", look != NULL ? look : get_string (object, "look"),
                "archived", get_boolean (object, "archived"),
                NULL);
  node = json_object_get_member (object, "traits");
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    for (guint i = 0; i < LUEUR_N_TRAITS; i++)
      lueur_persona_set_trait (self, i,
                               get_number (json_object_get_member (json_node_get_object (node), trait_names[i]), 0));

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    {
      gboolean ours = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (member_names) && !ours; i++)
        ours = strcmp (member, member_names[i]) == 0;
      if (ours)
        continue;
      if (extra == NULL)
        extra = json_object_new ();
      json_object_set_member (extra, member, json_node_copy (node));
    }
  lueur_persona_take_extra (self, g_steal_pointer (&extra));
  return g_steal_pointer (&self);
}
