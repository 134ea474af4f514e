/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/provider/open.h"

G_BEGIN_DECLS

/* The longest answer that is taken, in bytes; a longer one counts as none. */
#define LUEUR_QUESTION_ANSWER_MAX (64 * 1024)

/* Something came; @n_bytes so far. */
typedef void (*LueurQuestionProgress) (gsize n_bytes, gpointer data);

/**
 * LueurQuestion:
 * @instructions: what the model is to do
 * @text: what it is to do it with
 * @persona: on whose behalf
 * @schema: (nullable): the JSON schema its answer has to have, for servers that can hold a model to one; what comes is
 *   to be checked all the same
 * @reply_tokens: at most
 * @seconds: after which it counts as no answer
 * @progress: (nullable): called on the main thread, until the end or the cancelling
 *
 * One question apart from any conversation, and one answer.
 */
typedef struct
{
  const char *instructions;
  const char *text;
  LueurPersona *persona;
  const char *schema;
  guint reply_tokens;
  guint seconds;
  LueurQuestionProgress progress;
  gpointer progress_data;
} LueurQuestion;

/* Everything in @question is copied or kept. */
void  lueur_question_ask_async (LueurContext *context, const LueurQuestion *question, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data);
/* Returns: (transfer full) (nullable): the answer as it came, or NULL without @error where no model is connected, it
 * failed, took too long or said too much. The only error is G_IO_ERROR_CANCELLED. */
char *lueur_question_ask_finish (LueurContext *context, GAsyncResult *result, GError **error);

G_END_DECLS
