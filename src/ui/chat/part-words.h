/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/chat/prompt.h"

G_BEGIN_DECLS

/* What a request is made of, in words for people, translated. */

/* "Who they are", "Limits", … */
const char *lueur_words_part (LueurPartKind kind);
/* "Always told", "“lighthouse” came up", …: why it is in, or was left out. (transfer full) */
char       *lueur_words_part_why (const LueurPart *part);
/* "About 120 tokens". (transfer full) */
char       *lueur_words_tokens (guint tokens);

G_END_DECLS
