/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What was sent for a reply. */

#include "core/exchange/json-doc.h"

G_BEGIN_DECLS

/* What a template refers to, by its number. */
typedef gint64 (*LueurArchiveReference) (gpointer data, char mark, gint64 id);

/* As a JSON array. */
void  lueur_archive_template_write (GString *out, const char *template, LueurArchiveReference number, gpointer data);
/* And back. @texts: (out): the numbers of texts that it uses, each once. (transfer full) (nullable) */
char *lueur_archive_template_read (const LueurJsonDoc *doc, guint array, LueurArchiveReference id, gpointer data,
                                   GArray *texts, GError **error);

G_END_DECLS
