/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/chat/session.h"
#include "ui/chat/reply-account.h"

G_BEGIN_DECLS

/* Whether something was found in @reply that the person may want to know of. */
gboolean lueur_reply_findings_has (LueurMessage *reply);
/* Puts what was found in @reply into the account of it, how often the companion disagreed, and, where the reply may be
 * asked for anew, a button for that. @session: (nullable): whose newest reply it is */
void     lueur_reply_findings_fill (LueurReplyAccount *account, LueurContext *context, LueurChatSession *session,
                                    LueurPersona *persona, LueurMessage *reply);
/* "Mira disagreed with you in 3 of 41 replies"; NULL where none was looked at. (transfer full) (nullable) */
char    *lueur_reply_findings_dup_disagreed (LueurPersona *persona, gint64 n_disagreed, gint64 n_read);

G_END_DECLS
