/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A companion as one JSON object: what the store keeps of it, and every version of it. Members are the fields of
 * persona-fields.c in their order; texts and lists that are empty, and numbers that are as they were at first, are
 * not written. */

#include <gio/gio.h>
#include <math.h>
#include <string.h>

#include "core/model/persona-private.h"
#include "core/model/text.h"

static const char *const trait_names[LUEUR_N_TRAITS] = {
  "gentle-teasing", "playful-serious", "talkative-quiet", "candid-diplomatic", "warm-reserved",
};

/* --- Writing ------------------------------------------------------------------------------------ */

static void
write_words (JsonObject *object, const char *member, const char *const *words)
{
  JsonArray *array;

  if (*words == NULL)
    return;
  array = json_array_new ();
  for (; *words != NULL; words++)
    json_array_add_string_element (array, *words);
  json_object_set_array_member (object, member, array);
}

static void
write_enum (JsonObject *object, const LueurPersonaFieldInfo *info, gint64 number)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (info->get_type ());
  GEnumValue *value = g_enum_get_value (klass, number);

  json_object_set_string_member (object, info->name, value->value_nick);
}

static void
write_traits (JsonObject *object, const char *member, LueurPersona *self)
{
  JsonObject *traits = json_object_new ();

  for (guint i = 0; i < LUEUR_N_TRAITS; i++)
    json_object_set_double_member (traits, trait_names[i], lueur_persona_get_trait (self, i));
  json_object_set_object_member (object, member, traits);
}

static void
write_field (JsonObject *object, LueurPersona *self, LueurPersonaField field)
{
  const LueurPersonaFieldInfo *info = lueur_persona_field_get_info (field);
  g_autoptr (JsonNode) look = NULL;

  switch (info->kind)
    {
    case LUEUR_FIELD_LINE:
    case LUEUR_FIELD_TEXT:
    case LUEUR_FIELD_LANGUAGE:
      if (*lueur_persona_get_text (self, field) != '\0' || field == LUEUR_PERSONA_NAME)
        json_object_set_string_member (object, info->name, lueur_persona_get_text (self, field));
      break;
    case LUEUR_FIELD_LOOK:
      if (*lueur_persona_get_text (self, field) != '\0')
        look = lueur_json_parse_object (lueur_persona_get_text (self, field), -1, LUEUR_LOOK_MAX_BYTES * 2, NULL);
      if (look != NULL)
        json_object_set_member (object, info->name, g_steal_pointer (&look));
      break;
    case LUEUR_FIELD_WORDS:
    case LUEUR_FIELD_TEXTS:
      write_words (object, info->name, lueur_persona_get_words (self, field));
      break;
    case LUEUR_FIELD_ENUM:
      write_enum (object, info, lueur_persona_get_number (self, field));
      break;
    case LUEUR_FIELD_BOOLEAN:
      if (lueur_persona_get_number (self, field) != info->initial)
        json_object_set_boolean_member (object, info->name, lueur_persona_get_number (self, field));
      break;
    case LUEUR_FIELD_NUMBER:
    case LUEUR_FIELD_DATE:
      if (lueur_persona_get_number (self, field) != info->initial)
        json_object_set_int_member (object, info->name, lueur_persona_get_number (self, field));
      break;
    case LUEUR_FIELD_TRAITS:
      write_traits (object, info->name, self);
      break;
    default:
      g_assert_not_reached ();
    }
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
  JsonObject *extra;

  g_return_val_if_fail (LUEUR_IS_PERSONA (self), NULL);

  for (guint i = 0; i < LUEUR_N_PERSONA_FIELDS; i++)
    write_field (object, self, i);
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

/* --- Reading ------------------------------------------------------------------------------------ */

static const char *
read_string (JsonNode *node)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

static gboolean
read_number (JsonNode *node, double *number)
{
  GType type;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  type = json_node_get_value_type (node);
  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return FALSE;
  *number = json_node_get_double (node);
  return isfinite (*number);
}

static GStrv
read_words (JsonNode *node)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          const char *word = read_string (json_array_get_element (array, i));

          if (word != NULL)
            g_strv_builder_add (builder, word);
        }
    }
  return g_strv_builder_end (builder);
}

static void
read_enum (LueurPersona *self, LueurPersonaField field, JsonNode *node)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (lueur_persona_field_get_info (field)->get_type ());
  const char *nick = read_string (node);
  GEnumValue *value = nick != NULL ? g_enum_get_value_by_nick (klass, nick) : NULL;

  if (value != NULL)
    lueur_persona_set_number (self, field, value->value);
}

static void
read_traits (LueurPersona *self, JsonNode *node)
{
  double value;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return;
  for (guint i = 0; i < LUEUR_N_TRAITS; i++)
    if (read_number (json_object_get_member (json_node_get_object (node), trait_names[i]), &value))
      lueur_persona_set_trait (self, i, value);
}

static void
read_field (LueurPersona *self, LueurPersonaField field, JsonNode *node)
{
  const LueurPersonaFieldInfo *info = lueur_persona_field_get_info (field);
  g_auto (GStrv) words = NULL;
  g_autofree char *look = NULL;
  double number;

  switch (info->kind)
    {
    case LUEUR_FIELD_LINE:
    case LUEUR_FIELD_TEXT:
    case LUEUR_FIELD_LANGUAGE:
      lueur_persona_set_text (self, field, read_string (node));
      break;
    case LUEUR_FIELD_LOOK:
      if (JSON_NODE_HOLDS_OBJECT (node))
        look = json_to_string (node, FALSE);
      lueur_persona_set_text (self, field, look != NULL ? look : read_string (node));
      break;
    case LUEUR_FIELD_WORDS:
    case LUEUR_FIELD_TEXTS:
      words = read_words (node);
      lueur_persona_set_words (self, field, (const char *const *) words);
      break;
    case LUEUR_FIELD_ENUM:
      read_enum (self, field, node);
      break;
    case LUEUR_FIELD_BOOLEAN:
      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
        lueur_persona_set_number (self, field, json_node_get_boolean (node));
      break;
    case LUEUR_FIELD_NUMBER:
    case LUEUR_FIELD_DATE:
      if (read_number (node, &number))
        lueur_persona_set_number (self, field, (gint64) CLAMP (number, 0, 9e15));
      break;
    case LUEUR_FIELD_TRAITS:
      read_traits (self, node);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * lueur_persona_from_json:
 * @json: what [method@Persona.to_json] wrote, or anything
 * @length: bytes, or -1 when nul-terminated
 * @error: %G_IO_ERROR_INVALID_DATA when it is no JSON object, longer than %LUEUR_PERSONA_MAX_BYTES or nested more
 *   than 64 deep
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
  JsonObject *object;
  JsonObjectIter iter;
  JsonNode *node;
  const char *member;

  g_return_val_if_fail (json != NULL, NULL);

  root = lueur_json_parse_object (json, length, LUEUR_PERSONA_MAX_BYTES, error);
  if (root == NULL)
    return NULL;
  object = json_node_get_object (root);
  self = lueur_persona_new ();
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    {
      LueurPersonaField field;

      if (lueur_persona_field_find (member, &field))
        {
          read_field (self, field, node);
          continue;
        }
      if (extra == NULL)
        extra = json_object_new ();
      json_object_set_member (extra, member, json_node_copy (node));
    }
  /* Before intimacy was told apart, a partner was a romance. */
  if (lueur_persona_get_relation (self) == LUEUR_RELATION_PARTNER && !json_object_has_member (object, "intimacy"))
    lueur_persona_set_number (self, LUEUR_PERSONA_INTIMACY, LUEUR_INTIMACY_ROMANCE);
  lueur_persona_take_extra (self, g_steal_pointer (&extra));
  return g_steal_pointer (&self);
}
