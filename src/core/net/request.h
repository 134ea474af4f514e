/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LueurRequestSpec:
 * @url: an absolute http or https address
 * @key: (nullable): sent as a bearer token
 * @body: (nullable): JSON to post; without it the request is a GET
 * @max_body: the most bytes of an answer that are read
 * @connect_ms: longest wait for a connection
 * @first_ms: longest wait for the first byte of an answer; a model on a slow machine takes minutes
 * @stall_ms: longest silence afterwards
 * @total_ms: longest that all of it may take
 *
 * What a request is made of. 0 stands for the default of each limit.
 */
typedef struct
{
  const char *url;
  const char *key;
  GBytes *body;
  gsize max_body;
  guint connect_ms;
  guint first_ms;
  guint stall_ms;
  guint total_ms;
} LueurRequestSpec;

#define LUEUR_REQUEST_MAX_BODY (32 * 1024 * 1024)
#define LUEUR_REQUEST_MAX_HEADERS (64 * 1024)
#define LUEUR_REQUEST_CONNECT_MS (15 * 1000)
#define LUEUR_REQUEST_FIRST_MS (300 * 1000)
#define LUEUR_REQUEST_STALL_MS (60 * 1000)
#define LUEUR_REQUEST_TOTAL_MS (30 * 60 * 1000)

/**
 * LueurRequest:
 *
 * A request: counted, and never changed once made, so that the main and the network thread may both
 * look at it.
 */
typedef struct _LueurRequest LueurRequest;

LueurRequest           *lueur_request_new (const LueurRequestSpec *spec);
LueurRequest           *lueur_request_ref (LueurRequest *self);
void                    lueur_request_unref (LueurRequest *self);
const LueurRequestSpec *lueur_request_get_spec (const LueurRequest *self);
gboolean                lueur_request_has_valid_key (const LueurRequest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurRequest, lueur_request_unref)

G_END_DECLS
