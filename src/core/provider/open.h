/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/context.h"
#include "core/provider/provider.h"

G_BEGIN_DECLS

/* (transfer full): what speaks the dialect of @base_url, from lueur_endpoint_normalize(). @key: (nullable) */
LueurProvider *lueur_provider_new_for (LueurNet *net, const char *base_url, const char *key);
gboolean       lueur_provider_is_scripted (LueurSettings *settings);
void           lueur_provider_open_async (LueurContext *context, GCancellable *cancellable,
                                          GAsyncReadyCallback callback, gpointer data);
LueurProvider *lueur_provider_open_finish (LueurContext *context, GAsyncResult *result, GError **error);

G_END_DECLS
