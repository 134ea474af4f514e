/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text with macros, which stand for texts with macros: it ends, is text, keeps within its bounds, and is the same
 * again. */

#include <string.h>

#include "core/chat/macros.h"
#include "fuzz/fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) MIN (size, 64 * 1024));
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) now = g_date_time_new (zone, 2026, 3, 1, 15, 4, 0);
  LueurMacros macros = { .user = "{{char}}", .companion = "{{user}}", .description = text, .personality = text,
                         .scenario = "{{description}}{{description}}", .person = text, .examples = text, .original = text,
                         .last_message = text, .now = now, .idle_usec = 1, .seed = size, .pick_seed = 3,
                         .language = size % 2 ? "fr" : "en" };
  g_autofree char *once = lueur_macros_expand (&macros, text);
  g_autofree char *again = lueur_macros_expand (&macros, text);
  g_autofree char *hidden = lueur_macros_expand_hidden (&macros, text);

  g_assert_cmpstr (once, ==, again);
  g_assert_cmpuint (strlen (once), <=, LUEUR_MACROS_MAX_BYTES);
  g_assert_cmpuint (strlen (hidden), <=, LUEUR_MACROS_MAX_BYTES);
  g_assert_true (g_utf8_validate (once, -1, NULL));
  return 0;
}
