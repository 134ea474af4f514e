/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"
#include "core/net/json.h"
#include "core/net/sink.h"

G_BEGIN_DECLS

/* The most bytes of a refusal that are read. */
#define LUEUR_OPENAI_MAX_REFUSAL (64 * 1024)

GError  *lueur_openai_fault (LueurFault fault, guint retry_after, const char *text, gsize length, const char *key);
GError  *lueur_openai_fault_from_answer (const LueurHead *head, const char *body, gsize length, const char *key);
GError  *lueur_openai_fault_from_error (const LueurJson *error, const char *key);
gboolean lueur_openai_find_error (const LueurJson *root, LueurJson *error);

G_END_DECLS
