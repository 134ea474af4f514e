/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Dates, texts and JSON in the JSON of an archive. */

#include "core/exchange/archive/common.h"
#include "core/exchange/json-doc.h"

G_BEGIN_DECLS

char    *lueur_archive_time_to_text (gint64 time);
gboolean lueur_archive_time_from_text (const char *text, gint64 *time);
/* JSON of the store's: an object as it is, so that no byte of it changes; else, and where it is large or deep, a string. */
void     lueur_archive_write_json (GString *out, const char *text);
gboolean lueur_archive_read_json (const LueurJsonDoc *doc, guint value, gsize max, char **text, GError **error);
/* A string of JSON; NULL with @error for one that is none, has a nul or is longer than @max. */
char    *lueur_archive_dup_string (const LueurJsonDoc *doc, guint value, gsize max, GError **error);

G_END_DECLS
