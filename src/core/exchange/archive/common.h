/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What every file of the archive knows: the caps, how far it is, and how it says why not. */

#include "core/exchange/archive.h"

G_BEGIN_DECLS

/* Caps. A part of a list is closed when it has as many rows or bytes; one row may still be larger than the latter. */
#define LUEUR_ARCHIVE_PART_ROWS 1000
#define LUEUR_ARCHIVE_PART_BYTES (1024 * 1024)
#define LUEUR_ARCHIVE_FILE_MAX (64 * 1024 * 1024) /* a card, a book, a picture */
#define LUEUR_ARCHIVE_FILES_MAX 200000
#define LUEUR_ARCHIVE_MESSAGES_MAX 5000000
#define LUEUR_ARCHIVE_FIGURES_MAX 2000

void     lueur_archive_progress_set_total (LueurArchiveProgress *self, guint64 total);
void     lueur_archive_progress_advance (LueurArchiveProgress *self, guint64 n);
/* FALSE, for whoever returns it. */
gboolean lueur_archive_fail (GError **error, LueurArchiveError code, const char *sentence);
gboolean lueur_archive_fail_damaged (GError **error);

G_END_DECLS
