/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/provider/openai.h"

#include <string.h>

#include "core/error.h"
#include "core/provider/openai-reply.h"
#include "core/provider/openai-request.h"

/**
 * LueurOpenaiProvider:
 *
 * The dialect that nearly every service and every server for models at home speaks:
 * `POST {base}/chat/completions` as a stream of server-sent events, `GET {base}/models`.
 */
struct _LueurOpenaiProvider
{
  GObject parent_instance;

  LueurNet *net;
  char *base_url;
  char *key;
};

static void provider_init (LueurProviderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LueurOpenaiProvider, lueur_openai_provider, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (LUEUR_TYPE_PROVIDER, provider_init))

/* A list of models is an answer without thinking. */
#define MODELS_FIRST_MS (20 * 1000)

typedef struct
{
  LueurChatRequest request; /* its prompt and model are owned */
  LueurOpenaiQuirks quirks; /* that it was written with */
  char *peer;               /* endpoint and model, which the quirks are of */
  gboolean has_text;
  LueurNetTextFunc text_func;
  gpointer text_data;
} Chat;

static void ask (GTask *task);

static void
chat_free (Chat *chat)
{
  lueur_prompt_unref (chat->request.prompt);
  g_free ((char *) chat->request.model);
  g_free ((char *) chat->request.schema);
  g_free (chat->peer);
  g_free (chat);
}

static void
on_text (const char *text, gsize length, gpointer data)
{
  Chat *chat = data;

  chat->has_text = TRUE;
  if (chat->text_func != NULL)
    chat->text_func (text, length, chat->text_data);
}

static void
on_answer (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  LueurOpenaiProvider *self = g_task_get_source_object (task);
  Chat *chat = g_task_get_task_data (task);
  LueurSink *sink = lueur_net_send_finish (LUEUR_NET (source), result, &error);

  if (sink != NULL)
    {
      g_task_return_pointer (task, sink, (GDestroyNotify) lueur_sink_free);
      return;
    }

  /* Each quirk is learned once, so that this ends. */
  if (!chat->has_text && (lueur_openai_learn (error) & ~chat->quirks) != 0)
    {
      lueur_net_add_hints (self->net, chat->peer, lueur_openai_learn (error));
      ask (g_steal_pointer (&task));
      return;
    }
  g_task_return_error (task, g_steal_pointer (&error));
}

/* @task: (transfer full): */
static void
ask (GTask *task)
{
  LueurOpenaiProvider *self = g_task_get_source_object (task);
  Chat *chat = g_task_get_task_data (task);
  g_autofree char *url = g_strconcat (self->base_url, "/chat/completions", NULL);
  g_autoptr (GBytes) body = NULL;
  g_autoptr (LueurRequest) request = NULL;

  chat->quirks = lueur_net_get_hints (self->net, chat->peer);
  body = lueur_openai_write_chat (&chat->request, chat->quirks);
  request = lueur_request_new (&(LueurRequestSpec) { .url = url, .key = self->key, .body = body });
  if (chat->request.sent_func != NULL)
    chat->request.sent_func (body, chat->request.sent_data);
  lueur_net_send_async (self->net, request, lueur_openai_reply_new (self->key), g_task_get_cancellable (task),
                        on_text, chat, on_answer, task);
}

static void
openai_chat_async (LueurProvider *provider, const LueurChatRequest *request, GCancellable *cancellable,
                   LueurNetTextFunc text_func, gpointer text_data, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (provider, cancellable, callback, data);
  Chat *chat = g_new0 (Chat, 1);

  chat->request = *request;
  chat->request.prompt = lueur_prompt_ref (request->prompt);
  chat->request.model = g_strdup (request->model);
  chat->request.schema = g_strdup (request->schema);
  chat->request.persona = NULL;
  chat->peer = g_strdup_printf ("%s %s", LUEUR_OPENAI_PROVIDER (provider)->base_url, chat->request.model);
  chat->text_func = text_func;
  chat->text_data = text_data;
  g_task_set_source_tag (task, openai_chat_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, chat, (GDestroyNotify) chat_free);

  if (request->model == NULL || *request->model == '\0')
    g_task_return_new_error_literal (task, LUEUR_FAULT_ERROR, LUEUR_FAULT_NO_MODEL, "");
  else
    ask (g_steal_pointer (&task));
}

static gboolean
openai_chat_finish (LueurProvider *provider, GAsyncResult *result, LueurChatOutcome *outcome, GError **error)
{
  g_autoptr (LueurSink) sink = g_task_propagate_pointer (G_TASK (result), error);

  if (sink == NULL)
    return FALSE;
  if (outcome != NULL)
    {
      *outcome = *lueur_openai_reply_get_outcome (sink);
      outcome->model = g_strdup (outcome->model);
    }
  return TRUE;
}

static void
on_models (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurSink) sink = lueur_net_send_finish (LUEUR_NET (source), result, &error);

  if (sink == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, lueur_openai_models_get_names (sink), (GDestroyNotify) g_strfreev);
}

static void
openai_list_models_async (LueurProvider *provider, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer data)
{
  LueurOpenaiProvider *self = LUEUR_OPENAI_PROVIDER (provider);
  g_autofree char *url = g_strconcat (self->base_url, "/models", NULL);
  g_autoptr (LueurRequest) request = NULL;
  GTask *task = g_task_new (provider, cancellable, callback, data);

  g_task_set_source_tag (task, openai_list_models_async);
  g_task_set_check_cancellable (task, FALSE);
  request = lueur_request_new (&(LueurRequestSpec) { .url = url, .key = self->key, .first_ms = MODELS_FIRST_MS });
  lueur_net_send_async (self->net, request, lueur_openai_models_new (self->key), cancellable, NULL, NULL, on_models,
                        task);
}

static GStrv
openai_list_models_finish (LueurProvider *provider, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
lueur_openai_provider_finalize (GObject *object)
{
  LueurOpenaiProvider *self = LUEUR_OPENAI_PROVIDER (object);

  g_clear_object (&self->net);
  g_clear_pointer (&self->base_url, g_free);
  if (self->key != NULL)
    explicit_bzero (self->key, strlen (self->key));
  g_clear_pointer (&self->key, g_free);
  G_OBJECT_CLASS (lueur_openai_provider_parent_class)->finalize (object);
}

static void
lueur_openai_provider_class_init (LueurOpenaiProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lueur_openai_provider_finalize;
}

static void
provider_init (LueurProviderInterface *iface)
{
  iface->chat_async = openai_chat_async;
  iface->chat_finish = openai_chat_finish;
  iface->list_models_async = openai_list_models_async;
  iface->list_models_finish = openai_list_models_finish;
}

static void
lueur_openai_provider_init (LueurOpenaiProvider *self)
{
}

/**
 * lueur_openai_provider_new:
 * @base_url: from [func@endpoint_normalize]
 * @key: (nullable): sent with every request, and kept out of every error
 *
 * Returns: (transfer full): a provider of that endpoint. Whether the person agreed to it is the caller's
 *   to know; see [func@provider_open_async].
 */
LueurProvider *
lueur_openai_provider_new (LueurNet *net, const char *base_url, const char *key)
{
  LueurOpenaiProvider *self = g_object_new (LUEUR_TYPE_OPENAI_PROVIDER, NULL);

  self->net = g_object_ref (net);
  self->base_url = g_strdup (base_url);
  self->key = g_strdup (key);
  return LUEUR_PROVIDER (self);
}
