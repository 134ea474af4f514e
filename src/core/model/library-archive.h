/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exchange/archive.h"
#include "core/model/library.h"

G_BEGIN_DECLS

/* Everything that is stored by now, into one file (core/exchange/archive.h). All strings of @order are copied. A later
 * change is not in it; the library may be used meanwhile. @progress: (nullable). finish: (transfer full) (nullable) */
void                 lueur_library_export_async (LueurLibrary *self, const LueurArchiveExport *order,
                                                 LueurArchiveProgress *progress, GCancellable *cancellable,
                                                 GAsyncReadyCallback callback, gpointer data);
LueurArchiveSummary *lueur_library_export_finish (LueurLibrary *self, GAsyncResult *result, GError **error);

/* Adds what is in an archive to what is here, or puts it in its place: it is in the lists when the callback comes. Other writing waits meanwhile. What
 * is cancelled in time, or fails, changes nothing. finish: (transfer full) (nullable) */
void                 lueur_library_import_async (LueurLibrary *self, const LueurArchiveImport *order,
                                                 LueurArchiveProgress *progress, GCancellable *cancellable,
                                                 GAsyncReadyCallback callback, gpointer data);
LueurArchiveAccount *lueur_library_import_finish (LueurLibrary *self, GAsyncResult *result, GError **error);

G_END_DECLS
