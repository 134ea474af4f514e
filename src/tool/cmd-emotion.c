/* SPDX-License-Identifier: GPL-3.0-or-later */

/* lueur-tool emotion [--lang auto|en|fr]: a text a line in, a JSON object a line out. */

#include <stdio.h>
#include <string.h>

#include "core/context.h"
#include "core/emotion/reader.h"
#include "tool/cmd-emotion.h"

/* With a decimal point in every locale. */
static void
add_number (GString *json, const char *name, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (json, "\"%s\":%s", name, g_ascii_formatd (digits, sizeof digits, "%.5g", value));
}

/* Prints what the text feels like, and lets it through at once: a program may be waiting for it. */
static void
answer (const LueurReader *reader, LueurReaderLang lang, const char *line, gsize length, GString *json)
{
  LueurFeeling f;
  const char *comma = "";

  lueur_reader_read_text (reader, line, (gssize) length, lang, NULL, &f);
  g_string_printf (json, "{\"label\":\"%s\",", lueur_emotion_get_name (f.label));
  add_number (json, "intensity", f.intensity);
  g_string_append_c (json, ',');
  add_number (json, "valence", f.valence);
  g_string_append_c (json, ',');
  add_number (json, "arousal", f.arousal);
  g_string_append (json, ",\"labels\":[");
  for (guint k = 0; k < LUEUR_N_EMOTIONS; k++)
    if (f.labels & 1u << k)
      {
        g_string_append_printf (json, "%s\"%s\"", comma, lueur_emotion_get_name (k));
        comma = ",";
      }
  g_string_append (json, "],\"scores\":{");
  for (guint k = 0; k < LUEUR_N_EMOTIONS; k++)
    {
      if (k > 0)
        g_string_append_c (json, ',');
      add_number (json, lueur_emotion_get_name (k), f.scores[k]);
    }
  g_string_append (json, "}}");
  puts (json->str);
  fflush (stdout);
}

int
lueur_cmd_emotion (int argc, char **argv)
{
  LueurReaderLang lang = LUEUR_READER_LANG_AUTO;
  g_autofree char *path = lueur_context_find_data ("emotion/" LUEUR_READER_MODEL_FILE);
  g_autofree char *line = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurReader) reader = NULL;
  g_autoptr (GString) json = g_string_new (NULL);
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
      answer (reader, lang, line, (gsize) length, json);
    }
  return 0;
}
