/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a file of a conversation is called. */

#include "core/exchange/transcript.h"

#include <string.h>

#include "core/model/text.h"

#define COMPANION_CHARS 32
#define TITLE_CHARS 64
/* Without its ending. File systems take 255, of which what is written beside it needs a few. */
#define NAME_BYTES 180

static const char *const endings[] = {
  [LUEUR_TRANSCRIPT_MARKDOWN] = "md",
  [LUEUR_TRANSCRIPT_LINES] = "jsonl",
};

const char *
lueur_transcript_format_get_ending (LueurTranscriptFormat format)
{
  g_return_val_if_fail ((guint) format < G_N_ELEMENTS (endings), endings[0]);
  return endings[format];
}

/**
 * lueur_transcript_format_from_name:
 * @name: of a file, or its ending alone
 * @format: (inout): what it is by its ending
 *
 * Returns: whether it has one of the endings
 */
gboolean
lueur_transcript_format_from_name (const char *name, LueurTranscriptFormat *format)
{
  const char *dot = strrchr (name, '.');

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_ascii_strcasecmp (dot != NULL ? dot + 1 : name, endings[i]) == 0)
      {
        *format = (LueurTranscriptFormat) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * lueur_transcript_make_name:
 * @title: of any origin; "" where it has none: then the day of @date tells which it is
 * @date: of the conversation, µs since the epoch
 *
 * No separator of any system, nothing that hides the file or turns its name around, and not too long.
 *
 * Returns: (transfer full): the name, with its ending
 */
char *
lueur_transcript_make_name (const char *companion, const char *title, gint64 date, LueurTranscriptFormat format)
{
  g_autofree char *who = lueur_text_clean_line (companion, -1, COMPANION_CHARS);
  g_autofree char *what = lueur_text_clean_line (title, -1, TITLE_CHARS);
  g_autofree char *name = NULL, *capped = NULL;
  char *start;

  if (*what == '\0')
    {
      g_autoptr (GDateTime) day = g_date_time_new_from_unix_local (date / G_USEC_PER_SEC);

      g_free (what);
      what = day != NULL ? g_date_time_format (day, "%Y-%m-%d") : g_strdup ("");
    }
  name = g_strdup_printf ("%s – %s", *who != '\0' ? who : "Lueur", what);
  g_strdelimit (name, "/\\:*?\"<>|", '_');
  capped = lueur_text_cap_bytes (name, -1, NAME_BYTES);
  for (start = capped; *start == '.' || *start == '-' || *start == '~' || *start == ' ';)
    start++;
  for (gsize length = strlen (start); length > 0 && (start[length - 1] == '.' || start[length - 1] == ' ');)
    start[--length] = '\0';
  return g_strdup_printf ("%s.%s", *start != '\0' ? start : "Lueur", lueur_transcript_format_get_ending (format));
}
