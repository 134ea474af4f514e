/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/provider/provider.h"

G_BEGIN_DECLS

/**
 * LueurOpenaiQuirks:
 *
 * What a server turned out not to take. One learns it from its refusal and asks again without.
 */
typedef enum
{
  LUEUR_OPENAI_NO_STREAM_OPTIONS = 1 << 0,
  LUEUR_OPENAI_MAX_COMPLETION_TOKENS = 1 << 1, /* “max_tokens” by its newer name */
  LUEUR_OPENAI_NO_TEMPERATURE = 1 << 2,
  LUEUR_OPENAI_STRICT_TURNS = 1 << 3, /* the person must speak first */
  LUEUR_OPENAI_NO_SCHEMA = 1 << 4,    /* no “response_format” */
} LueurOpenaiQuirks;

GBytes           *lueur_openai_write_chat (const LueurChatRequest *request, LueurOpenaiQuirks quirks);
LueurOpenaiQuirks lueur_openai_learn (const GError *error);

G_END_DECLS
