/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/net/request.h"
#include "core/net/sink.h"

G_BEGIN_DECLS

#define LUEUR_TYPE_NET (lueur_net_get_type ())
G_DECLARE_FINAL_TYPE (LueurNet, lueur_net, LUEUR, NET, GObject)

/**
 * LueurNetTextFunc:
 * @text: valid UTF-8, nul-terminated; all that came since the last call
 * @length: of @text, in bytes
 */
typedef void (*LueurNetTextFunc) (const char *text, gsize length, gpointer data);

LueurNet  *lueur_net_new (GProxyResolver *resolver);
void       lueur_net_close (LueurNet *self);
void       lueur_net_send_async (LueurNet *self, LueurRequest *request, LueurSink *sink, GCancellable *cancellable,
                                 LueurNetTextFunc text_func, gpointer text_data, GAsyncReadyCallback callback,
                                 gpointer data);
LueurSink *lueur_net_send_finish (LueurNet *self, GAsyncResult *result, GError **error);
guint      lueur_net_get_n_wakeups (LueurNet *self);
guint      lueur_net_get_hints (LueurNet *self, const char *peer);
void       lueur_net_add_hints (LueurNet *self, const char *peer, guint hints);

G_END_DECLS
