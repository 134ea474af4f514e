/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/net/sink.h"
#include "core/provider/provider.h"

G_BEGIN_DECLS

/* One event, and the longest line of a stream. */
#define LUEUR_OPENAI_MAX_LINE (1024 * 1024)
/* An answer that is no stream. */
#define LUEUR_OPENAI_MAX_JSON (4 * 1024 * 1024)

LueurSink              *lueur_openai_reply_new (const char *key);
const LueurChatOutcome *lueur_openai_reply_get_outcome (LueurSink *sink);
LueurSink              *lueur_openai_models_new (const char *key);
GStrv                   lueur_openai_models_get_names (LueurSink *sink);

G_END_DECLS
