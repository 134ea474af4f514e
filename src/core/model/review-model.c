/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A review with a model's help: what it is asked, and how little of its answer is believed. */

#include "core/model/review-private.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "core/model/persona-private.h"
#include "core/model/text.h"

#define REPLY_MAX_BYTES (64 * 1024)
#define PROPOSALS_MAX 8
#define OPINIONS_MAX 40
#define WHY_MAX 200

/* Who they are to the person, how old, what name, how close: none of that is a model's to propose. */
static const LueurPersonaField may_change[] = {
  LUEUR_PERSONA_FORMAL, LUEUR_PERSONA_CHIPS, LUEUR_PERSONA_TRAITS, LUEUR_PERSONA_ABOUT, LUEUR_PERSONA_REPLY_LENGTH,
  LUEUR_PERSONA_GESTURES, LUEUR_PERSONA_EMOJI, LUEUR_PERSONA_STYLE, LUEUR_PERSONA_LIMITS, LUEUR_PERSONA_NEVER_NAMES,
  LUEUR_PERSONA_TASTES, LUEUR_PERSONA_HABITS, LUEUR_PERSONA_SAYINGS,
};

static gboolean
may (LueurPersonaField field)
{
  for (guint i = 0; i < G_N_ELEMENTS (may_change); i++)
    if (may_change[i] == field)
      return TRUE;
  return FALSE;
}

static void
append_quoted (GString *out, const char *label, const char *text)
{
  g_autofree char *line = lueur_text_clean_line (text, -1, 400);

  if (*line != '\0')
    g_string_append_printf (out, "- %s: “%s”\n", label, line);
}

/**
 * lueur_review_ask:
 *
 * Returns: (transfer full): what a model is asked: the companion, what was said of it, and the form of the answer
 */
char *
lueur_review_ask (LueurPersona *persona, GPtrArray *opinions, const char *works, const char *bothers)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (LueurPersona) bare = NULL;
  g_autofree char *json = NULL;

  g_return_val_if_fail (LUEUR_IS_PERSONA (persona), NULL);

  bare = lueur_persona_copy (persona);
  g_object_set (bare, "look", "", "examples", NULL, "alternate-greetings", NULL, NULL);
  json = lueur_persona_to_json (bare);
  g_string_append (out, "You help a person to adjust the description of a companion they talk with. Propose few, small "
                        "changes, each for something the person said. Never remove a limit.\n\nThe companion:\n");
  g_string_append (out, json);
  g_string_append (out, "\n\nWhat the person said:\n");
  if (works != NULL)
    append_quoted (out, "works", works);
  if (bothers != NULL)
    append_quoted (out, "bothers", bothers);
  for (guint i = 0; opinions != NULL && i < MIN (opinions->len, OPINIONS_MAX); i++)
    {
      const LueurOpinionRow *row = g_ptr_array_index (opinions, i);
      g_autofree char *label = g_strdup_printf ("%s%s%s, of a reply", row->thumb > 0 ? "liked" : "disliked",
                                                row->reason != NULL && *row->reason != '\0' ? ", " : "",
                                                row->reason != NULL ? row->reason : "");

      append_quoted (out, label, row->excerpt);
      if (row->words != NULL)
        append_quoted (out, "in their words", row->words);
    }
  g_string_append (out, "\nAnswer with one JSON object and nothing else, whose member \"edits\" is an array of objects with \"field\" (one "
                        "of:");
  for (guint i = 0; i < G_N_ELEMENTS (may_change); i++)
    g_string_append_printf (out, " %s", lueur_persona_field_get_info (may_change[i])->name);
  g_string_append_printf (out, "), \"value\" (whole, in the form it has above) and \"why\" (one short sentence to the "
                               "person, in %s). At most %d.\n",
                          g_str_equal (lueur_persona_get_language (persona), "fr") ? "French" : "English",
                          PROPOSALS_MAX);
  return g_string_free_and_steal (g_steal_pointer (&out));
}

/**
 * lueur_review_dup_schema:
 *
 * Returns: (transfer full): a JSON Schema of the answer, for servers that hold a model to one. What comes is checked all
 *   the same.
 */
char *
lueur_review_dup_schema (void)
{
  GString *out = g_string_new ("{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"edits\"],\"properties\":"
                               "{\"edits\":{\"type\":\"array\",\"maxItems\":");

  g_string_append_printf (out, "%d,\"items\":{\"type\":\"object\",\"additionalProperties\":false,"
                               "\"required\":[\"field\",\"value\",\"why\"],\"properties\":{\"field\":{\"type\":\"string\",\"enum\":[",
                          PROPOSALS_MAX);
  for (guint i = 0; i < G_N_ELEMENTS (may_change); i++)
    g_string_append_printf (out, "%s\"%s\"", i > 0 ? "," : "", lueur_persona_field_get_info (may_change[i])->name);
  g_string_append (out, "]},\"value\":{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"boolean\"},{\"type\":\"array\",\"items\":"
                        "{\"type\":\"string\"}},{\"type\":\"object\"}]},\"why\":{\"type\":\"string\"}}}}}}");
  return g_string_free_and_steal (out);
}

/* The array, out of whatever stands around it. */
static JsonNode *
find_array (const char *reply)
{
  const char *from = strchr (reply, '['), *to = strrchr (reply, ']');
  g_autofree char *wrapped = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonNode *node;

  if (from == NULL || to == NULL || to < from || to - from > REPLY_MAX_BYTES)
    return NULL;
  wrapped = g_strdup_printf ("{\"a\":%.*s}", (int) (to - from + 1), from);
  root = lueur_json_parse_object (wrapped, -1, REPLY_MAX_BYTES + 16, NULL);
  if (root == NULL)
    return NULL;
  node = json_object_get_member (json_node_get_object (root), "a");
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_copy (node) : NULL;
}

static gboolean
is_form (LueurPersonaField field, JsonNode *node)
{
  switch (lueur_persona_field_get_info (field)->kind)
    {
    case LUEUR_FIELD_LINE:
    case LUEUR_FIELD_TEXT:
    case LUEUR_FIELD_ENUM:
    case LUEUR_FIELD_LANGUAGE:
      return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
    case LUEUR_FIELD_WORDS:
    case LUEUR_FIELD_TEXTS:
      return JSON_NODE_HOLDS_ARRAY (node);
    case LUEUR_FIELD_BOOLEAN:
      return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN;
    case LUEUR_FIELD_TRAITS:
      return JSON_NODE_HOLDS_OBJECT (node);
    case LUEUR_FIELD_NUMBER:
    case LUEUR_FIELD_DATE:
    case LUEUR_FIELD_LOOK:
    default:
      return FALSE;
    }
}

/* @persona with one field as @node says, through the one reader of companions that there is. */
static LueurPersona *
with_field (LueurPersona *persona, LueurPersonaField field, JsonNode *node)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (JsonObject) object = json_object_new ();
  g_autofree char *json = NULL;
  g_autoptr (LueurPersona) one = NULL;
  LueurPersona *after;

  json_object_set_member (object, lueur_persona_field_get_info (field)->name, json_node_copy (node));
  json_node_set_object (root, object);
  json = json_to_string (root, FALSE);
  one = lueur_persona_from_json (json, -1, NULL);
  if (one == NULL)
    return NULL;
  after = lueur_persona_copy (persona);
  if (field == LUEUR_PERSONA_LIMITS || field == LUEUR_PERSONA_NEVER_NAMES)
    {
      const char *const *words = lueur_persona_get_words (one, field);

      for (guint i = 0; words[i] != NULL; i++)
        lueur_review_add_word (after, field, words[i]);
    }
  else
    lueur_persona_take_over (after, one, field);
  return after;
}

static LueurProposal *
read_one (LueurPersona *persona, JsonNode *node)
{
  g_autoptr (LueurProposal) proposal = NULL;
  LueurPersonaField field;
  JsonNode *name, *value, *why;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  name = json_object_get_member (json_node_get_object (node), "field");
  value = json_object_get_member (json_node_get_object (node), "value");
  why = json_object_get_member (json_node_get_object (node), "why");
  if (name == NULL || value == NULL || !JSON_NODE_HOLDS_VALUE (name) ||
      json_node_get_value_type (name) != G_TYPE_STRING ||
      !lueur_persona_field_find (json_node_get_string (name), &field) || !may (field) || !is_form (field, value))
    return NULL;
  proposal = g_new0 (LueurProposal, 1);
  proposal->field = field;
  proposal->after = with_field (persona, field, value);
  if (proposal->after == NULL)
    return NULL;
  if (why != NULL && JSON_NODE_HOLDS_VALUE (why) && json_node_get_value_type (why) == G_TYPE_STRING)
    proposal->why = lueur_text_clean_line (json_node_get_string (why), -1, WHY_MAX);
  return g_steal_pointer (&proposal);
}

/**
 * lueur_review_parse:
 * @reply: anything
 *
 * Returns: (transfer full) (element-type LueurProposal): what of it holds, one a field; nothing where nothing does
 */
GPtrArray *
lueur_review_parse (LueurPersona *persona, const char *reply)
{
  g_autoptr (GPtrArray) proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) lueur_proposal_free);
  g_autoptr (JsonNode) root = NULL;
  gboolean seen[LUEUR_N_PERSONA_FIELDS] = { FALSE };
  JsonArray *array;

  g_return_val_if_fail (LUEUR_IS_PERSONA (persona) && reply != NULL, NULL);

  root = find_array (reply);
  if (root == NULL)
    return g_steal_pointer (&proposals);
  array = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (array) && proposals->len < PROPOSALS_MAX; i++)
    {
      LueurProposal *proposal = read_one (persona, json_array_get_element (array, i));

      if (proposal == NULL)
        continue;
      if (seen[proposal->field])
        lueur_proposal_free (proposal);
      else
        {
          seen[proposal->field] = TRUE;
          g_ptr_array_add (proposals, proposal);
        }
    }
  lueur_review_drop_same (persona, proposals);
  return g_steal_pointer (&proposals);
}
