/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/language.h"

#include <string.h>

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
