/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LueurFault:
 *
 * What can go wrong with a reply, as the person would tell one case from another. It is the code of
 * every error of the domain %LUEUR_FAULT_ERROR and, by name, what a failed message keeps. The words
 * for people are in one place of the interface (ui/error-text).
 */
typedef enum
{
  LUEUR_FAULT_OFFLINE,       /* no network */
  LUEUR_FAULT_UNREACHABLE,   /* wrong host, refused, timed out, TLS */
  LUEUR_FAULT_BAD_ADDRESS,   /* the base URL is no http(s) address */
  LUEUR_FAULT_UNAUTHORIZED,  /* 401, 403 */
  LUEUR_FAULT_NO_MODEL,      /* 404 that speaks of the model, or no model chosen */
  LUEUR_FAULT_NOT_FOUND,     /* any other 404: wrong path */
  LUEUR_FAULT_QUOTA,         /* 402, or 429 that speaks of money */
  LUEUR_FAULT_BUSY,          /* 429, 503, 529; the detail may tell how long (lueur_fault_detail_parse) */
  LUEUR_FAULT_TOO_LONG,      /* the conversation does not fit the model */
  LUEUR_FAULT_SERVER,        /* any other 4xx, 5xx, or an error inside the stream */
  LUEUR_FAULT_NOT_A_MODEL,   /* HTML or anything else that is no answer of a model API */
  LUEUR_FAULT_CUT_SHORT,     /* the stream ended half-way; what came is kept */
  LUEUR_FAULT_EMPTY,         /* an answer without words */
  LUEUR_FAULT_TOO_MUCH,      /* over a cap: line, message, time */
  LUEUR_FAULT_REFUSED,       /* the model's own filter */
  LUEUR_FAULT_NO_CONSENT,    /* a remote endpoint that was not agreed to */
  LUEUR_FAULT_STORE,         /* could not be written to disk */
} LueurFault;

#define LUEUR_FAULT_ERROR (lueur_fault_error_quark ())
GQuark      lueur_fault_error_quark (void);
const char *lueur_fault_get_name (LueurFault fault);
gboolean    lueur_fault_from_name (const char *name, LueurFault *fault);
char       *lueur_fault_detail_new (guint retry_after, const char *text);
const char *lueur_fault_detail_parse (const char *detail, guint *retry_after);

G_END_DECLS
