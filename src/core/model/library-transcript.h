/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exchange/transcript.h"
#include "core/model/library.h"

G_BEGIN_DECLS

/* One conversation, as it is stored by now, into a file (core/exchange/transcript.h). All strings of @order are copied. The
 * library may be used meanwhile. @progress: (nullable). finish: how many messages, -1 with @error */
void   lueur_library_export_conversation_async (LueurLibrary *self, const LueurTranscriptOrder *order,
                                                LueurArchiveProgress *progress, GCancellable *cancellable,
                                                GAsyncReadyCallback callback, gpointer data);
gint64 lueur_library_export_conversation_finish (LueurLibrary *self, GAsyncResult *result, GError **error);

G_END_DECLS
