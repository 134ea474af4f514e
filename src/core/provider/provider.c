/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/provider/provider.h"

G_DEFINE_INTERFACE (LueurProvider, lueur_provider, G_TYPE_OBJECT)

static void
lueur_provider_default_init (LueurProviderInterface *iface)
{
}

void
lueur_chat_outcome_clear (LueurChatOutcome *outcome)
{
  g_free (outcome->model);
  *outcome = (LueurChatOutcome) { 0 };
}

/**
 * lueur_provider_get_scripted:
 *
 * Returns: whether the answers are written beforehand and no model is asked
 */
gboolean
lueur_provider_get_scripted (LueurProvider *self)
{
  return LUEUR_PROVIDER_GET_IFACE (self)->scripted;
}

/**
 * lueur_provider_chat_async:
 * @request: what to answer
 * @cancellable: (nullable): to be cancelled on this thread
 * @text_func: takes the reply as it comes: valid UTF-8, once a main-loop turn at most, never after @callback
 *   or a cancel
 *
 * Asks for a reply.
 */
void
lueur_provider_chat_async (LueurProvider *self, const LueurChatRequest *request, GCancellable *cancellable,
                           LueurNetTextFunc text_func, gpointer text_data, GAsyncReadyCallback callback, gpointer data)
{
  LUEUR_PROVIDER_GET_IFACE (self)->chat_async (self, request, cancellable, text_func, text_data, callback, data);
}

/**
 * lueur_provider_chat_finish:
 * @outcome: (out caller-allocates) (optional): what else is known; to be cleared
 *
 * Returns: whether the reply is complete. Where it is not, the words that came before the error are worth
 *   keeping.
 */
gboolean
lueur_provider_chat_finish (LueurProvider *self, GAsyncResult *result, LueurChatOutcome *outcome, GError **error)
{
  if (outcome != NULL)
    *outcome = (LueurChatOutcome) { 0 };
  return LUEUR_PROVIDER_GET_IFACE (self)->chat_finish (self, result, outcome, error);
}

/**
 * lueur_provider_list_models_async:
 *
 * Asks which models there are. Nothing of any conversation is sent.
 */
void
lueur_provider_list_models_async (LueurProvider *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer data)
{
  LUEUR_PROVIDER_GET_IFACE (self)->list_models_async (self, cancellable, callback, data);
}

/**
 * lueur_provider_list_models_finish:
 *
 * Returns: (transfer full): their names, sorted, maybe none; %NULL with an error
 */
GStrv
lueur_provider_list_models_finish (LueurProvider *self, GAsyncResult *result, GError **error)
{
  return LUEUR_PROVIDER_GET_IFACE (self)->list_models_finish (self, result, error);
}
