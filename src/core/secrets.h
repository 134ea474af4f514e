/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * LueurSecrets: the keys of endpoints, in the desktop's keyring by way of libsecret, one per base URL.
 * Where no secret service answers within two seconds, keys are kept in memory until the app ends and
 * "persistent" is FALSE, so that the interface can say so. A key is in no file, log or error of ours.
 */
#define LUEUR_TYPE_SECRETS (lueur_secrets_get_type ())
G_DECLARE_FINAL_TYPE (LueurSecrets, lueur_secrets, LUEUR, SECRETS, GObject)

LueurSecrets *lueur_secrets_new (void);
gboolean      lueur_secrets_get_persistent (LueurSecrets *self);
void          lueur_secrets_lookup_async (LueurSecrets *self, const char *base_url, GCancellable *cancellable,
                                          GAsyncReadyCallback callback, gpointer data);
/* (transfer full) (nullable): NULL without @error when there is no key */
char         *lueur_secrets_lookup_finish (LueurSecrets *self, GAsyncResult *result, GError **error);
/* NULL or "" @key forgets it. */
void          lueur_secrets_store_async (LueurSecrets *self, const char *base_url, const char *key, GCancellable *cancellable,
                                         GAsyncReadyCallback callback, gpointer data);
gboolean      lueur_secrets_store_finish (LueurSecrets *self, GAsyncResult *result, GError **error);

G_END_DECLS
