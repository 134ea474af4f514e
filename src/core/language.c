/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/language.h"

#include <glib/gi18n.h>
#include <string.h>

#include "lueur-config.h"

/**
 * lueur_language_get_default:
 *
 * Returns: (transfer none): "fr" or "en", by the first of the person's languages that is one of them
 */
const char *
lueur_language_get_default (void)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_has_prefix (names[i], "fr"))
        return "fr";
      if (g_str_has_prefix (names[i], "en"))
        return "en";
    }
  return "en";
}

/**
 * lueur_language_dup_interface:
 *
 * What the catalogue in use says of itself. Where there is none, the sentences are those of the sources.
 *
 * Returns: (transfer full): two or three letters, "en" for English
 */
char *
lueur_language_dup_interface (void)
{
  const char *header = dgettext (GETTEXT_PACKAGE, "");
  const char *line = strstr (header, "Language: ");

  if (line == NULL)
    return g_strdup ("en");
  line += strlen ("Language: ");
  return g_ascii_strdown (line, (gssize) strspn (line, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"));
}

gboolean
lueur_language_is_whole (void)
{
  g_autofree char *language = lueur_language_dup_interface ();

  return g_str_equal (language, "en") || g_str_equal (language, "fr");
}
