/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LueurThink:
 *
 * Takes out what a model thinks aloud before its reply, between `<think>` and `</think>`, where a server
 * leaves it in the text; and the empty lines before the first word. A plain value; zeroed to begin with,
 * cleared in the end.
 */
typedef struct
{
  /*< private >*/
  GString *held;
  guint state;
} LueurThink;

void lueur_think_feed (LueurThink *self, const char *text, gsize length, GString *out);
void lueur_think_end (LueurThink *self, GString *out);
void lueur_think_clear (LueurThink *self);

G_END_DECLS
