/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/context.h"
#include "core/model/message.h"

G_BEGIN_DECLS

/*
 * LueurReplyAccount: a dialog that says what is known of one reply: who wrote it, what was sent for it, part by part and
 * word for word, and what was found in it.
 */
#define LUEUR_TYPE_REPLY_ACCOUNT (lueur_reply_account_get_type ())
G_DECLARE_FINAL_TYPE (LueurReplyAccount, lueur_reply_account, LUEUR, REPLY_ACCOUNT, AdwDialog)

AdwDialog *lueur_reply_account_new (LueurContext *context, LueurMessage *reply);
/* A row of what was found in the reply; the group that it stands in is shown with the first. */
void       lueur_reply_account_add_finding (LueurReplyAccount *self, GtkWidget *row);

G_END_DECLS
