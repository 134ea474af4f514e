/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a model says a sentence asks for. It is never trusted: only known members of the right kind are looked at, words
 * of temperament must be ones that can be picked, texts are cut short, and nothing it says can become an instruction,
 * a limit, or a romance that was not asked for. */

#include "core/wish/wish-answer.h"

#include <math.h>
#include <string.h>

#include "core/chat/persona-words.h"
#include "core/model/persona-private.h"
#include "core/model/text.h"
#include "core/wish/wish-private.h"

#define ANSWER_MAX_BYTES (64 * 1024)
#define TEXT_MAX 400
#define CHIPS_MAX 8

const char lueur_wish_schema[] =
  "{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"relation\",\"gender\",\"language\"],\"properties\":{"
  "\"relation\":{\"type\":\"string\",\"enum\":[\"friend\",\"confidant\",\"mentor\",\"partner\",\"character\",\"other\"]},"
  "\"role\":{\"type\":\"string\",\"maxLength\":400},"
  "\"name\":{\"type\":\"string\",\"maxLength\":80},"
  "\"gender\":{\"type\":\"string\",\"enum\":[\"feminine\",\"masculine\",\"neutral\"]},"
  "\"age\":{\"type\":\"integer\",\"minimum\":0,\"maximum\":9999},"
  "\"origin\":{\"type\":\"string\",\"maxLength\":300},"
  "\"language\":{\"type\":\"string\",\"enum\":[\"fr\",\"en\"]},"
  "\"formal\":{\"type\":\"boolean\"},"
  "\"chips\":{\"type\":\"array\",\"maxItems\":8,\"items\":{\"type\":\"string\"}},"
  "\"traits\":{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{"
  "\"gentle-teasing\":{\"type\":\"number\",\"minimum\":-1,\"maximum\":1},"
  "\"playful-serious\":{\"type\":\"number\",\"minimum\":-1,\"maximum\":1},"
  "\"talkative-quiet\":{\"type\":\"number\",\"minimum\":-1,\"maximum\":1},"
  "\"candid-diplomatic\":{\"type\":\"number\",\"minimum\":-1,\"maximum\":1},"
  "\"warm-reserved\":{\"type\":\"number\",\"minimum\":-1,\"maximum\":1}}},"
  "\"about\":{\"type\":\"string\",\"maxLength\":400},"
  "\"style\":{\"type\":\"string\",\"maxLength\":400},"
  "\"background\":{\"type\":\"string\",\"maxLength\":400},"
  "\"tastes\":{\"type\":\"string\",\"maxLength\":400},"
  "\"habits\":{\"type\":\"string\",\"maxLength\":400}}}";

/* The fields that a model may fill, and no others. */
static const LueurPersonaField fields[] = {
  LUEUR_PERSONA_RELATION, LUEUR_PERSONA_ROLE,     LUEUR_PERSONA_NAME,   LUEUR_PERSONA_GENDER, LUEUR_PERSONA_AGE,
  LUEUR_PERSONA_ORIGIN,   LUEUR_PERSONA_LANGUAGE, LUEUR_PERSONA_FORMAL, LUEUR_PERSONA_CHIPS,  LUEUR_PERSONA_TRAITS,
  LUEUR_PERSONA_ABOUT,    LUEUR_PERSONA_STYLE,    LUEUR_PERSONA_BACKGROUND, LUEUR_PERSONA_TASTES, LUEUR_PERSONA_HABITS,
};

static gboolean
is_of (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static gboolean
read_chips (LueurWish *self, JsonNode *node)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) chips = NULL;
  guint n = 0;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)) && n < CHIPS_MAX; i++)
    {
      JsonNode *item = json_array_get_element (json_node_get_array (node), i);
      const LueurPersonaWord *word = is_of (item, G_TYPE_STRING) ? lueur_persona_words_find_chip (json_node_get_string (item))
                                                                 : NULL;

      if (word == NULL)
        continue;
      g_strv_builder_add (builder, word->key);
      n++;
    }
  chips = g_strv_builder_end (builder);
  g_object_set (self->persona, "chips", chips, NULL);
  return n > 0;
}

static gboolean
read_traits (LueurWish *self, JsonNode *node)
{
  static const char *const names[LUEUR_N_TRAITS] = { "gentle-teasing", "playful-serious", "talkative-quiet",
                                                     "candid-diplomatic", "warm-reserved" };
  gboolean any = FALSE;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  for (guint i = 0; i < LUEUR_N_TRAITS; i++)
    {
      JsonNode *item = json_object_get_member (json_node_get_object (node), names[i]);

      if (item == NULL || (!is_of (item, G_TYPE_DOUBLE) && !is_of (item, G_TYPE_INT64)) ||
          !isfinite (json_node_get_double (item)))
        continue;
      lueur_persona_set_trait (self->persona, i, json_node_get_double (item));
      any = any || lueur_persona_get_trait (self->persona, i) != 0;
    }
  return any;
}

static gboolean
read_enum (LueurWish *self, LueurPersonaField field, const char *nick)
{
  const LueurPersonaFieldInfo *info = lueur_persona_field_get_info (field);
  g_autoptr (GEnumClass) klass = g_type_class_ref (info->get_type ());
  GEnumValue *value = g_enum_get_value_by_nick (klass, nick);

  if (value != NULL)
    g_object_set (self->persona, info->name, value->value, NULL);
  return value != NULL;
}

static gboolean
read_field (LueurWish *self, LueurPersonaField field, JsonNode *node)
{
  const LueurPersonaFieldInfo *info = lueur_persona_field_get_info (field);
  g_autofree char *text = NULL;

  if (field == LUEUR_PERSONA_CHIPS)
    return read_chips (self, node);
  if (field == LUEUR_PERSONA_TRAITS)
    return read_traits (self, node);
  switch ((int) info->kind)
    {
    case LUEUR_FIELD_ENUM:
      return is_of (node, G_TYPE_STRING) && read_enum (self, field, json_node_get_string (node));
    case LUEUR_FIELD_LANGUAGE:
      if (!is_of (node, G_TYPE_STRING) || (strcmp (json_node_get_string (node), "fr") != 0 &&
                                           strcmp (json_node_get_string (node), "en") != 0))
        return FALSE;
      g_object_set (self->persona, info->name, json_node_get_string (node), NULL);
      return TRUE;
    case LUEUR_FIELD_BOOLEAN:
      if (!is_of (node, G_TYPE_BOOLEAN))
        return FALSE;
      g_object_set (self->persona, info->name, json_node_get_boolean (node), NULL);
      return TRUE;
    case LUEUR_FIELD_NUMBER:
      if (!is_of (node, G_TYPE_INT64) || json_node_get_int (node) <= 0 || json_node_get_int (node) > info->max)
        return FALSE;
      g_object_set (self->persona, info->name, (guint) json_node_get_int (node), NULL);
      return TRUE;
    default:
      if (!is_of (node, G_TYPE_STRING))
        return FALSE;
      text = lueur_text_clean (json_node_get_string (node), -1, TEXT_MAX);
      g_object_set (self->persona, info->name, g_strstrip (text), NULL);
      return *lueur_persona_get_text (self->persona, field) != '\0';
    }
}

LueurWish *
lueur_wish_read_answer (const char *answer)
{
  const char *start = strchr (answer, '{'), *end = strrchr (answer, '}');
  g_autoptr (LueurWish) self = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object;

  /* Some put a fence or a few words around it. */
  if (start == NULL || end == NULL || end < start)
    return NULL;
  root = lueur_json_parse_object (start, end - start + 1, ANSWER_MAX_BYTES, NULL);
  if (root == NULL)
    return NULL;
  object = json_node_get_object (root);
  self = g_new0 (LueurWish, 1);
  self->persona = lueur_persona_new ();
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      JsonNode *node = json_object_get_member (object, lueur_persona_field_get_info (fields[i])->name);

      if (node != NULL && read_field (self, fields[i], node))
        self->told |= LUEUR_FIELD_BIT (fields[i]);
    }
  return self->told != 0 ? g_steal_pointer (&self) : NULL;
}

void
lueur_wish_merge (LueurWish *self, const LueurWish *other)
{
  gboolean asked = (self->told & LUEUR_FIELD_BIT (LUEUR_PERSONA_INTIMACY)) != 0;

  for (guint i = 0; i < LUEUR_N_PERSONA_FIELDS; i++)
    {
      if ((other->told & LUEUR_FIELD_BIT (i)) == 0)
        continue;
      /* A romance is what a person asks for in words that rules know, and never what a model makes of them. */
      if (i == LUEUR_PERSONA_RELATION &&
          (lueur_persona_get_relation (other->persona) == LUEUR_RELATION_PARTNER) != asked)
        continue;
      lueur_persona_take_over (self->persona, other->persona, i);
      self->told |= LUEUR_FIELD_BIT (i);
    }
}
