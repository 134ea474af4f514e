/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/wellbeing/danger/crisis-lines.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define MAX_LINES 200

const char *const lueur_crisis_regions[] = { "BE", "CA", "CH", "FR", "GB", "IE", "US", "*", NULL };

static void
line_free (gpointer data)
{
  LueurCrisisLine *line = data;

  g_free (line->region);
  g_strfreev (line->languages);
  g_free (line->name);
  g_free (line->phone);
  g_free (line->url);
  g_free (line->hours);
  g_free (line->source);
  g_free (line->checked);
  g_free (line);
}

static char *
dup_member (JsonObject *object, const char *name)
{
  return g_strdup (json_object_get_string_member_with_default (object, name, NULL));
}

static char **
dup_languages (JsonObject *object)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array = json_object_has_member (object, "language") ? json_object_get_array_member (object, "language") : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_strv_builder_add (builder, json_array_get_string_element (array, i));
  return g_strv_builder_end (builder);
}

/**
 * lueur_crisis_lines_load:
 * @path: the file that ships
 * @error: G_IO_ERROR_INVALID_DATA, or of reading
 */
GPtrArray *
lueur_crisis_lines_load (const char *path, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  JsonObject *root;
  JsonArray *array;

  if (!json_parser_load_from_file (parser, path, error))
    return NULL;
  root = JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)) ? json_node_get_object (json_parser_get_root (parser)) : NULL;
  array = root != NULL && json_object_has_member (root, "lines") ? json_object_get_array_member (root, "lines") : NULL;
  if (array == NULL || json_array_get_length (array) > MAX_LINES)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "no list of lines");
      return NULL;
    }
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      LueurCrisisLine *line = g_new0 (LueurCrisisLine, 1);

      g_ptr_array_add (lines, line);
      line->region = dup_member (object, "region");
      line->languages = dup_languages (object);
      line->name = dup_member (object, "name");
      line->phone = dup_member (object, "phone");
      line->url = dup_member (object, "url");
      line->hours = dup_member (object, "hours");
      line->emergency = g_strcmp0 (json_object_get_string_member_with_default (object, "kind", NULL), "emergency") == 0;
      line->source = dup_member (object, "source");
      line->checked = dup_member (object, "checked");
      if (line->region == NULL || line->name == NULL || (line->phone == NULL && line->url == NULL))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "line %u is not whole", i);
          return NULL;
        }
    }
  return g_steal_pointer (&lines);
}

static void
add_of (GPtrArray *out, GPtrArray *lines, const char *region, const char *language, gboolean emergency, gboolean speaks)
{
  for (guint i = 0; i < lines->len; i++)
    {
      LueurCrisisLine *line = g_ptr_array_index (lines, i);
      gboolean any = line->languages[0] == NULL;

      if (strcmp (line->region, region) == 0 && line->emergency == emergency &&
          (any || g_strv_contains ((const char *const *) line->languages, language)) == speaks)
        g_ptr_array_add (out, line);
    }
}

GPtrArray *
lueur_crisis_lines_pick (GPtrArray *lines, const char *region, const char *language, gboolean urgent)
{
  GPtrArray *out = g_ptr_array_new ();

  if (urgent)
    {
      add_of (out, lines, region, language, TRUE, TRUE);
      add_of (out, lines, region, language, TRUE, FALSE);
    }
  add_of (out, lines, region, language, FALSE, TRUE);
  add_of (out, lines, region, language, FALSE, FALSE);
  if (strcmp (region, "*") != 0 && out->len == 0)
    add_of (out, lines, "*", language, FALSE, TRUE);
  if (!urgent)
    {
      add_of (out, lines, region, language, TRUE, TRUE);
      add_of (out, lines, region, language, TRUE, FALSE);
    }
  return out;
}

const char *
lueur_crisis_region_from_locale (const char *const *names)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      const char *territory = strchr (names[i], '_');

      if (territory == NULL || strlen (territory) < 3)
        continue;
      for (guint r = 0; lueur_crisis_regions[r] != NULL; r++)
        if (strncmp (territory + 1, lueur_crisis_regions[r], 2) == 0 && !g_ascii_isalpha (territory[3]))
          return lueur_crisis_regions[r];
      /* A country that has no line here: the first locale says it, the others are only languages. */
      return "*";
    }
  return "*";
}
