/* SPDX-License-Identifier: GPL-3.0-or-later */

/* lueur-tool emotion [--lang auto|en|fr]: a text a line in, a JSON object a line out. */

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#include "core/context.h"
#include "core/emotion/reader.h"
#include "tool/cmd-emotion.h"

static void
add_number (JsonBuilder *json, const char *name, double value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_double_value (json, value);
}

static void
answer (const LueurReader *reader, LueurReaderLang lang, const char *line, gsize length)
{
  g_autoptr (JsonBuilder) json = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  LueurFeeling f;

  lueur_reader_read_text (reader, line, (gssize) length, lang, NULL, &f);
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "label");
  json_builder_add_string_value (json, lueur_emotion_get_name (f.label));
  add_number (json, "intensity", f.intensity);
  add_number (json, "valence", f.valence);
  add_number (json, "arousal", f.arousal);
  json_builder_set_member_name (json, "labels");
  json_builder_begin_array (json);
  for (guint k = 0; k < LUEUR_N_EMOTIONS; k++)
    if (f.labels & 1u << k)
      json_builder_add_string_value (json, lueur_emotion_get_name (k));
  json_builder_end_array (json);
  json_builder_set_member_name (json, "scores");
  json_builder_begin_object (json);
  for (guint k = 0; k < LUEUR_N_EMOTIONS; k++)
    add_number (json, lueur_emotion_get_name (k), f.scores[k]);
  json_builder_end_object (json);
  json_builder_end_object (json);
  root = json_builder_get_root (json);
  text = json_to_string (root, FALSE);
  puts (text);
}

int
lueur_cmd_emotion (int argc, char **argv)
{
  LueurReaderLang lang = LUEUR_READER_LANG_AUTO;
  g_autofree char *path = lueur_context_find_data ("emotion/" LUEUR_READER_MODEL_FILE);
  g_autofree char *line = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurReader) reader = NULL;
  size_t size = 0;
  ssize_t length;

  for (int i = 1; i < argc; i++)
    {
      const char *value = g_str_has_prefix (argv[i], "--lang=") ? argv[i] + 7 : NULL;

      if (!value && strcmp (argv[i], "--lang") == 0 && i + 1 < argc)
        value = argv[++i];
      if (value && strcmp (value, "auto") == 0)
        lang = LUEUR_READER_LANG_AUTO;
      else if (value && strcmp (value, "en") == 0)
        lang = LUEUR_READER_LANG_EN;
      else if (value && strcmp (value, "fr") == 0)
        lang = LUEUR_READER_LANG_FR;
      else
        {
          fprintf (stderr, "Usage: lueur-tool emotion [--lang auto|en|fr] <TEXTS\n");
          return 2;
        }
    }
  reader = lueur_reader_open (path, &error);
  if (!reader)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  while ((length = getline (&line, &size, stdin)) >= 0)
    {
      while (length > 0 && (line[length - 1] == '\n' || line[length - 1] == '\r'))
        length--;
      answer (reader, lang, line, (gsize) length);
    }
  return 0;
}
