/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LueurUtf8:
 *
 * Makes valid UTF-8 of whatever bytes come, in pieces cut anywhere: a character whose bytes come in two
 * pieces is put together, so is a surrogate pair, and what cannot be saved becomes U+FFFD. Nul and the
 * control characters that no text has a use for are dropped. A plain value; zeroed to begin with.
 */
typedef struct
{
  /*< private >*/
  guchar held[8];
  guint n_held;
} LueurUtf8;

void  lueur_utf8_feed (LueurUtf8 *self, const char *bytes, gsize length, GString *out);
void  lueur_utf8_end (LueurUtf8 *self, GString *out);
char *lueur_utf8_make_valid (const char *bytes, gsize length);

G_END_DECLS
