/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/provider/open.h"

#include <string.h>

#include "core/error.h"
#include "core/net/endpoint.h"
#include "core/provider/echo.h"
#include "core/provider/openai.h"

/**
 * lueur_provider_new_for:
 * @base_url: from [func@endpoint_normalize]
 * @key: (nullable): sent with every request
 *
 * The one place that chooses a dialect by an address. No consent is asked for here.
 *
 * Returns: (transfer full): a provider of that endpoint
 */
LueurProvider *
lueur_provider_new_for (LueurNet *net, const char *base_url, const char *key)
{
  return lueur_openai_provider_new (net, base_url, key);
}

static void
on_key (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurContext *context = g_task_get_source_object (task);
  /* A keyring that does not open is no reason not to ask: the server says whether it wants a key. */
  g_autofree char *key = lueur_secrets_lookup_finish (LUEUR_SECRETS (source), result, NULL);

  if (g_task_return_error_if_cancelled (task))
    return;
  g_task_return_pointer (
      task, lueur_provider_new_for (lueur_context_get_net (context), g_task_get_task_data (task), key),
      g_object_unref);
  if (key != NULL)
    explicit_bzero (key, strlen (key));
}

/**
 * lueur_provider_is_scripted:
 *
 * Returns: whether no model is connected, so that the built-in companion answers
 */
gboolean
lueur_provider_is_scripted (LueurSettings *settings)
{
  return *lueur_settings_get_base_url (settings) == '\0';
}

/**
 * lueur_provider_open_async:
 *
 * Makes the provider that the settings name: the built-in companion without a base address, else the
 * endpoint there. A remote one that was not agreed to fails with %LUEUR_FAULT_NO_CONSENT before any
 * socket is opened or key is read.
 */
void
lueur_provider_open_async (LueurContext *context, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer data)
{
  g_autoptr (GTask) task = g_task_new (context, cancellable, callback, data);
  LueurSettings *settings = lueur_context_get_settings (context);
  const char *written = lueur_settings_get_base_url (settings);
  g_autofree char *base_url = NULL;
  GError *error = NULL;

  g_task_set_source_tag (task, lueur_provider_open_async);
  if (lueur_provider_is_scripted (settings))
    {
      g_task_return_pointer (task,
                             lueur_echo_provider_new (lueur_context_get_clock (context),
                                                      lueur_context_get_reader (context), LUEUR_ECHO_PACE_MS),
                             g_object_unref);
      return;
    }

  base_url = lueur_endpoint_normalize (written, &error);
  if (base_url == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (!lueur_endpoint_is_local (base_url) && !lueur_settings_has_consent (settings, base_url))
    {
      g_autofree char *host = lueur_endpoint_get_host (base_url);

      g_task_return_new_error_literal (task, LUEUR_FAULT_ERROR, LUEUR_FAULT_NO_CONSENT, host);
      return;
    }
  g_task_set_task_data (task, g_steal_pointer (&base_url), g_free);
  lueur_secrets_lookup_async (lueur_context_get_secrets (context), written, cancellable, on_key,
                              g_steal_pointer (&task));
}

/**
 * lueur_provider_open_finish:
 *
 * Returns: (transfer full): the provider, %NULL with an error of %LUEUR_FAULT_ERROR
 */
LueurProvider *
lueur_provider_open_finish (LueurContext *context, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
