/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/context.h"
#include "ui/chat/chat-item.h"

G_BEGIN_DECLS

#define LUEUR_TYPE_CHAT_ROW (lueur_chat_row_get_type ())
G_DECLARE_FINAL_TYPE (LueurChatRow, lueur_chat_row, LUEUR, CHAT_ROW, GtkWidget)

/*
 * LueurChatRow: one message: a bubble, what can be done with it, and what went wrong. Made to be used
 * again for another message. A text that grows is repainted at most once a frame, and less often
 * where a frame would not suffice.
 *
 * Actions: message.copy, message.retry, message.previous, message.next, message.show-all, message.menu.
 */
GtkWidget     *lueur_chat_row_new (LueurContext *context);
void           lueur_chat_row_set_item (LueurChatRow *self, LueurChatItem *item);
void           lueur_chat_row_set_session (LueurChatRow *self, LueurChatSession *session);
LueurChatItem *lueur_chat_row_get_item (LueurChatRow *self);
/* What a screen reader says of a message: who, when, and the words. (transfer full) */
char          *lueur_chat_row_describe (LueurMessage *message, const char *companion, GTimeZone *zone);

G_END_DECLS
