/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/chat/session-private.h"

G_BEGIN_DECLS

/*
 * The request for the reply that a session waits for: what was said, as far back as the budget reaches, whether or not
 * it is loaded; and all that belongs to the companion. What cannot be read is left out: an older message is not worth
 * a reply.
 */
void         lueur_turn_compose_async (LueurChatSession *self, LueurPersona *persona, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer data);
LueurPrompt *lueur_turn_compose_finish (LueurChatSession *self, GAsyncResult *result, GError **error);

G_END_DECLS
