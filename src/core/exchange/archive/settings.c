/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the person chose, as JSON, and back. */

#include "core/exchange/archive.h"

#include <string.h>

#include "core/exchange/archive/json.h"

static const struct
{
  const char *key;
  const char *why;
} not_written[] = {
  { "window-width", "of this screen" },
  { "window-height", "of this screen" },
  { "window-maximized", "of this screen" },
  { "conversation", "what was open last; a number of the store’s own" },
  { "tour-seen", "kept by the program" },
  { "ritual-autostart", "kept by the program" },
  { "wellbeing-state", "kept by the program" },
  { "day-start-state", "kept by the program" },
};

/* Whoever hands somebody an archive must not be able to say these in their name. */
static const char *const not_taken[] = { "consents", "adulthood" };

const char *
lueur_archive_settings_why_not (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (not_written); i++)
    if (strcmp (not_written[i].key, key) == 0)
      return not_written[i].why;
  return NULL;
}

static gboolean
write_value (GString *out, GVariant *value)
{
  const char *type = g_variant_get_type_string (value);
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (strcmp (type, "b") == 0)
    g_string_append (out, g_variant_get_boolean (value) ? "true" : "false");
  else if (strcmp (type, "i") == 0)
    g_string_append_printf (out, "%d", g_variant_get_int32 (value));
  else if (strcmp (type, "u") == 0)
    g_string_append_printf (out, "%u", g_variant_get_uint32 (value));
  else if (strcmp (type, "x") == 0)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, g_variant_get_int64 (value));
  else if (strcmp (type, "d") == 0)
    g_string_append (out, g_ascii_dtostr (digits, sizeof digits, g_variant_get_double (value)));
  else if (strcmp (type, "s") == 0)
    lueur_json_write_string (out, g_variant_get_string (value, NULL));
  else if (strcmp (type, "as") == 0)
    {
      g_autofree const char **words = g_variant_get_strv (value, NULL);

      g_string_append_c (out, '[');
      for (guint i = 0; words[i] != NULL; i++)
        {
          g_string_append (out, i > 0 ? ", " : "");
          lueur_json_write_string (out, words[i]);
        }
      g_string_append_c (out, ']');
    }
  else
    return FALSE;
  return TRUE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * lueur_archive_settings_to_json:
 *
 * Returns: (transfer full): an object of the keys that are not as they are at first
 */
char *
lueur_archive_settings_to_json (GSettings *settings)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;
  GString *out = g_string_new ("{");
  gboolean first = TRUE;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  qsort (keys, g_strv_length (keys), sizeof *keys, compare);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (GVariant) value = g_settings_get_value (settings, keys[i]);
      g_autoptr (GVariant) before = g_settings_get_default_value (settings, keys[i]);
      gsize length = out->len;

      if (lueur_archive_settings_why_not (keys[i]) != NULL || g_variant_equal (value, before))
        continue;
      g_string_append_printf (out, "%s\n  \"%s\": ", first ? "" : ",", keys[i]);
      if (write_value (out, value))
        first = FALSE;
      else
        g_string_truncate (out, length);
    }
  g_string_append (out, first ? "}\n" : "\n}\n");
  return g_string_free_and_steal (out);
}

/* (nullable): of the key's own type, or nothing */
static GVariant *
read_value (const LueurJsonDoc *doc, guint value, const GVariantType *type)
{
  double number = lueur_json_doc_get_number (doc, value, 0);
  LueurJsonType is = lueur_json_doc_get_type (doc, value);
  g_autofree char *text = NULL;

  if (is == LUEUR_JSON_BOOLEAN && g_variant_type_equal (type, G_VARIANT_TYPE_BOOLEAN))
    return g_variant_new_boolean (lueur_json_doc_get_boolean (doc, value, FALSE));
  if (is == LUEUR_JSON_STRING && g_variant_type_equal (type, G_VARIANT_TYPE_STRING))
    {
      text = lueur_archive_dup_string (doc, value, 4096, NULL);
      return text != NULL ? g_variant_new_string (text) : NULL;
    }
  if (is != LUEUR_JSON_NUMBER)
    return NULL;
  if (g_variant_type_equal (type, G_VARIANT_TYPE_DOUBLE))
    return g_variant_new_double (number);
  if (g_variant_type_equal (type, G_VARIANT_TYPE_INT32) && number >= G_MININT32 && number <= G_MAXINT32)
    return g_variant_new_int32 ((gint32) number);
  if (g_variant_type_equal (type, G_VARIANT_TYPE_UINT32) && number >= 0 && number <= G_MAXUINT32)
    return g_variant_new_uint32 ((guint32) number);
  if (g_variant_type_equal (type, G_VARIANT_TYPE_INT64) && number >= -9e15 && number <= 9e15)
    return g_variant_new_int64 ((gint64) number);
  return NULL;
}

/**
 * lueur_archive_settings_apply:
 * @json: an object; what is unknown, out of range or of the wrong kind in it is left out
 *
 * Agreements to send to a server, and what was said of one's age, are never taken over: both are the person's to say.
 */
void
lueur_archive_settings_apply (GSettings *settings, const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (LueurJsonDoc) doc = lueur_json_doc_new (bytes, NULL);
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  if (doc == NULL)
    return;
  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      guint found = lueur_json_doc_find (doc, 0, keys[i]);
      g_autoptr (GSettingsSchemaKey) key = NULL;
      g_autoptr (GVariant) value = NULL;
      gboolean taken = found != LUEUR_JSON_NOWHERE && lueur_archive_settings_why_not (keys[i]) == NULL;

      for (guint j = 0; j < G_N_ELEMENTS (not_taken); j++)
        taken = taken && strcmp (not_taken[j], keys[i]) != 0;
      if (!taken)
        continue;
      key = g_settings_schema_get_key (schema, keys[i]);
      value = read_value (doc, found, g_settings_schema_key_get_value_type (key));
      if (value == NULL)
        continue;
      g_variant_ref_sink (value);
      if (g_settings_schema_key_range_check (key, value))
        g_settings_set_value (settings, keys[i], value);
    }
}
