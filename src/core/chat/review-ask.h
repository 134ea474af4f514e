/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/context.h"
#include "core/model/review.h"

G_BEGIN_DECLS

/* How long a model may take to propose (s). */
#define LUEUR_REVIEW_SECONDS 40

/* Edits of @persona for what was said of it: by rules, and where a model is connected by it as well, its answer checked
 * field by field. Whatever goes wrong with the model, the rules' proposals stand. finish: (transfer full)
 * (element-type LueurProposal); the only error is G_IO_ERROR_CANCELLED. @opinions: (nullable): kept */
void       lueur_review_ask_async (LueurContext *context, LueurPersona *persona, GPtrArray *opinions, const char *works,
                                   const char *bothers, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GPtrArray *lueur_review_ask_finish (LueurContext *context, GAsyncResult *result, GError **error);

G_END_DECLS
