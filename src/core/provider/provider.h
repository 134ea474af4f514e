/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/chat/prompt.h"
#include "core/net/net.h"
#include "core/wellbeing/danger/crisis.h"

G_BEGIN_DECLS

/**
 * LueurSentFunc:
 * @body: what goes out now, byte for byte; a server that takes something amiss is asked again with other bytes
 */
typedef void (*LueurSentFunc) (GBytes *body, gpointer data);

/**
 * LueurChatRequest:
 * @prompt: what is sent
 * @model: which model is asked; "" is answered with %LUEUR_FAULT_NO_MODEL
 * @temperature: 0 to 2
 * @reply_tokens: longest reply, in tokens
 * @persona: who answers; only the built-in companion looks at it
 * @seed: what the built-in companion varies by: the same for all of a conversation
 * @schema: (nullable): a JSON Schema, one object, that the answer is to follow; a server that knows of none is asked without
 * @crisis: what the message to be answered says of danger; for the built-in companion alone, and never sent
 * @calm: danger was spoken of in the last half hour; for the built-in companion alone, and never sent
 * @person_name: (nullable): what the built-in companion calls the person
 * @variant: 0 for the first reply to these turns, 1, 2, … for further ones
 * @sent_func: (nullable): told of every body that is sent, before the call ends. The built-in companion sends nothing
 * @sent_data: for @sent_func
 * @close_person: (nullable): somebody from the person's own list, for the built-in companion alone: it never leaves
 *
 * One turn to be answered. What is kept of it is copied.
 */
typedef struct
{
  LueurPrompt *prompt;
  const char *model;
  double temperature;
  guint reply_tokens;
  LueurPersona *persona;
  guint64 seed;
  guint variant;
  LueurCrisisClass crisis;
  gboolean calm;
  const char *person_name;
  const char *schema;
  const char *close_person;
  LueurSentFunc sent_func;
  gpointer sent_data;
} LueurChatRequest;

/**
 * LueurChatOutcome:
 * @model: (nullable): which model the server says it was
 * @hit_limit: the reply ends because it is as long as allowed
 * @prompt_tokens: what the server counted, 0 when it did not say
 * @reply_tokens: the same of the reply
 *
 * What is known of a reply besides its words.
 */
typedef struct
{
  char *model;
  gboolean hit_limit;
  guint prompt_tokens;
  guint reply_tokens;
} LueurChatOutcome;

void lueur_chat_outcome_clear (LueurChatOutcome *outcome);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LueurChatOutcome, lueur_chat_outcome_clear)

/**
 * LueurProvider:
 *
 * Something that answers: one implementation for each dialect of model API, and one for the built-in
 * companion. Errors are of %LUEUR_FAULT_ERROR, their message a detail as [func@fault_detail_parse] reads
 * it; a cancelled call ends with %G_IO_ERROR_CANCELLED.
 */
#define LUEUR_TYPE_PROVIDER (lueur_provider_get_type ())
G_DECLARE_INTERFACE (LueurProvider, lueur_provider, LUEUR, PROVIDER, GObject)

struct _LueurProviderInterface
{
  GTypeInterface parent_iface;

  gboolean scripted;
  void (*chat_async) (LueurProvider *self, const LueurChatRequest *request, GCancellable *cancellable,
                      LueurNetTextFunc text_func, gpointer text_data, GAsyncReadyCallback callback, gpointer data);
  gboolean (*chat_finish) (LueurProvider *self, GAsyncResult *result, LueurChatOutcome *outcome, GError **error);
  void (*list_models_async) (LueurProvider *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer data);
  GStrv (*list_models_finish) (LueurProvider *self, GAsyncResult *result, GError **error);
};

gboolean lueur_provider_get_scripted (LueurProvider *self);
void     lueur_provider_chat_async (LueurProvider *self, const LueurChatRequest *request, GCancellable *cancellable,
                                    LueurNetTextFunc text_func, gpointer text_data, GAsyncReadyCallback callback,
                                    gpointer data);
gboolean lueur_provider_chat_finish (LueurProvider *self, GAsyncResult *result, LueurChatOutcome *outcome,
                                     GError **error);
void     lueur_provider_list_models_async (LueurProvider *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                           gpointer data);
GStrv    lueur_provider_list_models_finish (LueurProvider *self, GAsyncResult *result, GError **error);

G_END_DECLS
