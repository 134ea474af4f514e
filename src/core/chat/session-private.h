/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What session.c (the object and its face) and turn.c (what goes on in it) share. */

#include "core/chat/feelings.h"
#include "core/chat/guard.h"
#include "core/chat/session.h"
#include "core/context.h"
#include "core/lore/book.h"
#include "core/provider/provider.h"

G_BEGIN_DECLS

/**
 * LueurChatSession:
 *
 * While a turn goes on, the session holds itself: leaving a conversation does not end a reply.
 */
struct _LueurChatSession
{
  GObject parent_instance;

  LueurContext *context;
  LueurConversation *conversation;
  LueurSessionState state;
  gboolean scripted;

  /* Of the turn that goes on. */
  guint serial;
  LueurMessage *question; /* while it is being stored */
  LueurMessage *reply;
  LueurProvider *provider;
  GCancellable *cancellable;
  guint checkpoint_id;
  LueurGuard guard;  /* why the reply is held, */
  GString *held;     /* (nullable): behind the typing state, */
  guint n_bad;       /* and how many were not fit to be shown */
  guint mend;        /* what was found in the answer that this one is to stand beside */
  gboolean stopping; /* role-play ends here and now, without asking anybody */

  LueurFeelings *feelings;

  /* What the companion's card tells beside the companion; read before the first request. */
  GPtrArray *books; /* LueurBook: the card's, then those that it was given; NULL until they are read */
  guint books_serial; /* of the library, when they were read */
};

void lueur_chat_session_set_state (LueurChatSession *self, LueurSessionState state);
void lueur_chat_session_emit_delta (LueurChatSession *self, const char *text);

/* All but the last when no turn goes on, the last when one does. */
void lueur_turn_ask (LueurChatSession *self, LueurMessage *question);
void lueur_turn_answer (LueurChatSession *self);
void lueur_turn_replace (LueurChatSession *self, LueurMessage *reply);
void lueur_turn_add_swipe (LueurChatSession *self, LueurMessage *sibling);
void lueur_turn_stop (LueurChatSession *self);

G_END_DECLS
