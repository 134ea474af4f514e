/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/provider/question.h"
#include "core/wish/wish.h"

G_BEGIN_DECLS

/* How long a model may take, in seconds. */
#define LUEUR_WISH_SECONDS 60

/* Reads @sentence by rules and, where a model is connected, asks it too. Whatever goes wrong with the model, the rules'
 * reading is what comes. */
void       lueur_wish_ask_async (LueurContext *context, const char *sentence, const char *language, GCancellable *cancellable,
                                 LueurQuestionProgress progress, gpointer progress_data, GAsyncReadyCallback callback,
                                 gpointer data);
/* @by_model: (out) (optional): whether a model's answer is in it. NULL only when it was cancelled. (transfer full) */
LueurWish *lueur_wish_ask_finish (LueurContext *context, GAsyncResult *result, gboolean *by_model, GError **error);

G_END_DECLS
