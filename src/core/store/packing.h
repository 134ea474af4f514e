/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Largest text that is packed, and largest account of a request. */
#define LUEUR_PACK_MAX_BYTES (32 * 1024 * 1024)
#define LUEUR_ACCOUNT_MAX_BYTES (1024 * 1024)

/* (transfer full) (nullable): @text as zlib packs it; the same text gives the same bytes. NULL when it is too large. */
GBytes *lueur_pack (const char *text);
/* (transfer full) (nullable): NULL for what is damaged, no UTF-8, or larger than @max bytes. */
char   *lueur_unpack (gconstpointer data, gsize length, gsize max);

G_END_DECLS
