/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a turn costs besides its words: role and separators of the usual templates. */
#define LUEUR_TOKENS_PER_TURN 4

guint lueur_tokens_estimate (const char *text);

G_END_DECLS
