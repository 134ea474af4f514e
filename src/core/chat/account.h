/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/chat/prompt.h"
#include "core/store/rows.h"

G_BEGIN_DECLS

/**
 * LueurAccount:
 *
 * What was sent for one reply, byte for byte, and the account of it. Counted, never changed once it is made.
 *
 * What is kept of it refers to the messages that were sent rather than to copies of them, and texts that many requests
 * share (the companion, the rules) are kept once: a thousand replies cost little more than what their replies say. A
 * checksum of the bytes tells whether what is put together again is what was sent.
 */
typedef struct _LueurAccount LueurAccount;

LueurAccount    *lueur_account_new (const LueurPrompt *prompt, GBytes *sent, const char *to, guint n_asked);
LueurAccount    *lueur_account_new_from_row (const LueurRequestRow *row);
LueurAccount    *lueur_account_ref (LueurAccount *self);
void             lueur_account_unref (LueurAccount *self);
LueurRequestRow *lueur_account_to_row (const LueurAccount *self, gint64 person);

const char      *lueur_account_get_request (const LueurAccount *self);
char            *lueur_account_dup_readable (const LueurAccount *self);
gboolean         lueur_account_is_exact (const LueurAccount *self);
const char      *lueur_account_get_to (const LueurAccount *self);
guint            lueur_account_get_n_asked (const LueurAccount *self);
guint            lueur_account_get_tokens (const LueurAccount *self);
const LueurPart *lueur_account_get_parts (const LueurAccount *self, guint *n_parts);
guint            lueur_account_get_n_more (const LueurAccount *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurAccount, lueur_account_unref)

G_END_DECLS
