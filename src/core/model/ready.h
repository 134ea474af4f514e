/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/persona.h"

G_BEGIN_DECLS

/*
 * LueurReady: a companion that comes with Lueur, to be taken as it is or changed first (data/companions/README.md).
 * Never changes.
 */
#define LUEUR_TYPE_READY (lueur_ready_get_type ())
G_DECLARE_FINAL_TYPE (LueurReady, lueur_ready, LUEUR, READY, GObject)

/* Out of one file, in @language ("fr", else English). Errors: G_IO_ERROR_INVALID_DATA. */
LueurReady   *lueur_ready_new_from_json (const char *json, gssize length, const char *language, GError **error);
const char   *lueur_ready_get_id (LueurReady *self);
/* Who it is, in a sentence. */
const char   *lueur_ready_get_line (LueurReady *self);
/* (transfer none): make a copy to change or to store it */
LueurPersona *lueur_ready_get_persona (LueurReady *self);

/* All in @folder, by their file names; what cannot be read is left out and told in the log. finish: (transfer full) of
 * LueurReady */
void        lueur_ready_list_async (const char *folder, const char *language, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer data);
GListModel *lueur_ready_list_finish (GAsyncResult *result, GError **error);

G_END_DECLS
