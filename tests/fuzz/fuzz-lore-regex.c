/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A pattern of a lorebook on its first line, and a text to look for it in: it ends, and at the same step again. */

#include <string.h>

#include "core/lore/regex.h"
#include "fuzz/fuzz.h"

#define FUEL 200000

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) MIN (size, 64 * 1024));
  char *line = strchr (text, '\n');
  g_autoptr (LueurLoreRegex) regex = NULL;
  gint64 once = FUEL, again = FUEL;
  gboolean found;

  if (line != NULL)
    *line++ = '\0';
  regex = lueur_lore_regex_new (text, TRUE);
  if (regex == NULL)
    return 0;
  line = line != NULL ? line : (char *) "";
  found = lueur_lore_regex_match (regex, line, strlen (line), &once);
  g_assert_cmpint (found, ==, lueur_lore_regex_match (regex, line, strlen (line), &again));
  g_assert_cmpint (once, ==, again);
  g_assert_cmpint (once, <, FUEL);
  g_assert_cmpint (once, >=, 0);
  return 0;
}
