/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/chat/prompt.h"

G_BEGIN_DECLS

/**
 * LueurChatLines:
 * @turns: (element-type LueurTurn): what was said
 * @user: (nullable): the person's name
 * @n_skipped: lines that were understood as nothing
 *
 * A conversation out of a file of JSON lines, as other programs keep theirs.
 */
typedef struct
{
  GArray *turns;
  char *user;
  guint n_skipped;
} LueurChatLines;

LueurChatLines *lueur_chat_lines_load (const char *path, GError **error);
void            lueur_chat_lines_free (LueurChatLines *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurChatLines, lueur_chat_lines_free)

G_END_DECLS
