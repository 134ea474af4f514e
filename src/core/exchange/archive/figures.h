/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The person's own pictures. */

#include "core/exchange/archive/zip.h"
#include "core/exchange/archive.h"

G_BEGIN_DECLS

/* Returns: how many files, -1 on error */
int lueur_archive_write_figures (LueurArchiveOut *out, const char *folder, guint *n_left_out, GCancellable *cancellable,
                                 GError **error);

typedef struct
{
  GPtrArray *paths;    /* files and folders that were put in place */
  GHashTable *renamed; /* name of a figure to the one it has here */
  GHashTable *here;    /* names of files and folders that are those of the archive, new or not */
  guint n_left_out;
} LueurArchiveFigures;

gboolean lueur_archive_take_figures (LueurArchiveFigures *self, LueurArchiveIn *in, const LueurArchiveImport *order,
                                     GCancellable *cancellable, GError **error);
/* What is in @folder and not in the archive goes, for good. */
void     lueur_archive_keep_figures (LueurArchiveFigures *self, const char *folder);
/* Takes them away again. */
void     lueur_archive_drop_figures (LueurArchiveFigures *self);
void     lueur_archive_figures_clear (LueurArchiveFigures *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LueurArchiveFigures, lueur_archive_figures_clear)

G_END_DECLS
