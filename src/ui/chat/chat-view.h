/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/context.h"
#include "ui/chat/companion-pane.h"

G_BEGIN_DECLS

#define LUEUR_TYPE_CHAT_VIEW (lueur_chat_view_get_type ())
G_DECLARE_FINAL_TYPE (LueurChatView, lueur_chat_view, LUEUR, CHAT_VIEW, GtkWidget)

/*
 * LueurChatView: one conversation: the companion's face, what was said, and where one writes. It keeps a
 * session for every conversation in which a reply still grows, so that looking at another stops nothing.
 *
 * Actions: chat.open-link (s), chat.focus-composer, chat.stop.
 * Properties: shape (LueurPaneShape: where the face goes), conversation (read only, nullable).
 */
void               lueur_chat_view_set_context (LueurChatView *self, LueurContext *context);
void               lueur_chat_view_set_conversation (LueurChatView *self, LueurConversation *conversation);
LueurConversation *lueur_chat_view_get_conversation (LueurChatView *self);
/* Goes to the message with @id once the open conversation is read, and marks it for a moment. */
void               lueur_chat_view_show_message (LueurChatView *self, gint64 id);
/* Says @text in the open conversation, as if it had been written. */
void               lueur_chat_view_send (LueurChatView *self, const char *text);
/* Puts @note above where one writes, until it is taken away, the person sends something, or something weighs more. */
void               lueur_chat_view_set_note (LueurChatView *self, GtkWidget *note);
/* Whether the window is looked at: the face goes away for a while when it is not. */
void               lueur_chat_view_set_looked_at (LueurChatView *self, gboolean looked_at);

G_END_DECLS
