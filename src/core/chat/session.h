/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/conversation.h"

G_BEGIN_DECLS

typedef struct _LueurContext LueurContext;

typedef enum
{
  LUEUR_SESSION_IDLE,
  LUEUR_SESSION_WAITING,   /* sent, no word came yet */
  LUEUR_SESSION_STREAMING, /* words come */
} LueurSessionState;

GType lueur_session_state_get_type (void);
#define LUEUR_TYPE_SESSION_STATE (lueur_session_state_get_type ())

/*
 * LueurChatSession: the turns of one open conversation, each from send to stored.
 *
 * Properties: context, conversation (construct only), state, scripted (bool: Écho answers, no model is
 * connected).
 * Signals:
 *   "delta"    (const char *text)               words that just came, for the mouth; once a main-loop turn
 *   "feeling"  (const LueurFeeling *feeling)    the companion's mood changed, read from its finished sentences
 *   "concern"  (const LueurFeeling *feeling)    how the person's message was read, before any reply
 */
#define LUEUR_TYPE_CHAT_SESSION (lueur_chat_session_get_type ())
G_DECLARE_FINAL_TYPE (LueurChatSession, lueur_chat_session, LUEUR, CHAT_SESSION, GObject)

LueurChatSession  *lueur_chat_session_new (LueurContext *context, LueurConversation *conversation);
LueurConversation *lueur_chat_session_get_conversation (LueurChatSession *self);
LueurSessionState  lueur_chat_session_get_state (LueurChatSession *self);
gboolean           lueur_chat_session_get_scripted (LueurChatSession *self);

/* Stores @text as the person's message and then asks for a reply. FALSE when busy or blank. */
gboolean lueur_chat_session_send (LueurChatSession *self, const char *text);
/* Ends a reply that grows; what came is kept. */
void     lueur_chat_session_stop (LueurChatSession *self);
/* Another reply to the same message: a failed one is replaced, a finished one gets a sibling (a swipe). */
gboolean lueur_chat_session_retry (LueurChatSession *self, LueurMessage *reply);
/* The same, and the model is told what was found in @reply and is not wanted again. */
gboolean lueur_chat_session_ask_again (LueurChatSession *self, LueurMessage *reply);

G_END_DECLS
