/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What of an archive is for people. */

#include "core/exchange/archive/zip.h"
#include "core/exchange/archive.h"
#include "core/store/database.h"

G_BEGIN_DECLS

gboolean lueur_archive_write_markdown (LueurDatabase *db, LueurArchiveOut *out, gint64 conversation, guint number,
                                       const char *language, LueurArchiveProgress *progress, GCancellable *cancellable,
                                       GError **error);
/* What the archive says of itself, in a sentence, and as a page. */
const char *lueur_archive_get_notice (const char *language);
char       *lueur_archive_make_readme (const char *language, gint64 now);

G_END_DECLS
