/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/wellbeing/people/check-in.h"

#include <json-glib/json-glib.h>

static const char *const item_names[LUEUR_CHECK_IN_ITEMS] = { "company", "left-out", "isolated" };

/**
 * lueur_check_in_is_valid:
 *
 * Returns: whether every question has an answer that exists
 */
gboolean
lueur_check_in_is_valid (const LueurCheckIn *self)
{
  for (guint i = 0; i < LUEUR_CHECK_IN_ITEMS; i++)
    if (self->items[i] < 1 || self->items[i] > 3)
      return FALSE;
  return self->people <= 3 && self->day > 0;
}

/**
 * lueur_check_in_get_sum:
 *
 * Returns: 3 to 9; no threshold is made of it
 */
guint
lueur_check_in_get_sum (const LueurCheckIn *self)
{
  return self->items[0] + self->items[1] + self->items[2];
}

/**
 * lueur_check_in_to_json:
 *
 * Returns: (transfer full): without the day, which is its key
 */
char *
lueur_check_in_to_json (const LueurCheckIn *self)
{
  return g_strdup_printf ("{\"company\":%u,\"left-out\":%u,\"isolated\":%u,\"people\":%u}", self->items[0],
                          self->items[1], self->items[2], self->people);
}

/**
 * lueur_check_in_from_json:
 * @day: Julian number
 * @json: hostile until read
 *
 * Returns: %FALSE when it is no check-in
 */
gboolean
lueur_check_in_from_json (LueurCheckIn *self, guint32 day, const char *json)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonNode *root;
  JsonObject *object;

  if (!json_parser_load_from_data (parser, json, -1, NULL))
    return FALSE;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return FALSE;
  object = json_node_get_object (root);
  self->day = day;
  for (guint i = 0; i < LUEUR_CHECK_IN_ITEMS; i++)
    self->items[i] = (guint) CLAMP (json_object_get_int_member_with_default (object, item_names[i], 0), 0, 100);
  self->people = (guint) CLAMP (json_object_get_int_member_with_default (object, "people", 100), 0, 100);
  return lueur_check_in_is_valid (self);
}

gboolean
lueur_check_in_is_due (guint32 last, guint32 today, guint days)
{
  /* A last one in the future was dated by a wrong clock. */
  return last == 0 || last > today || today - last >= days;
}
