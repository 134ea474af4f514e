/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/net/net.h"

#include "core/error.h"
#include "core/net/channel.h"
#include "core/net/endpoint.h"
#include "core/net/worker.h"

/**
 * LueurNet:
 *
 * Every request that Lueur makes. It lives on the main thread and never blocks it: the work is done on
 * one thread of its own (worker.h), and comes back through one wake-up (channel.h).
 */
struct _LueurNet
{
  GObject parent_instance;

  GProxyResolver *resolver;
  LueurChannel *channel;
  LueurWorker *worker;
  GPtrArray *transfers; /* those under way */
  GHashTable *hints;    /* peer -> bits */
};

G_DEFINE_FINAL_TYPE (LueurNet, lueur_net, G_TYPE_OBJECT)

/* Takes the transfer off the list. Returns: (transfer full) (nullable): its task, NULL when it was over. */
static GTask *
take_task (LueurNet *self, LueurTransfer *transfer)
{
  GTask *task = g_steal_pointer (&transfer->task);

  if (task == NULL)
    return NULL;
  if (transfer->cancelled_id != 0)
    g_signal_handler_disconnect (g_task_get_cancellable (task), transfer->cancelled_id);
  transfer->cancelled_id = 0;
  g_ptr_array_remove_fast (self->transfers, transfer);
  return task;
}

static void
on_news (LueurTransfer *transfer, GString *text, gboolean ended, GError *error, gpointer data)
{
  LueurNet *self = data;
  g_autoptr (GString) piece = text;
  g_autoptr (GError) failure = error;
  g_autoptr (GTask) task = NULL;

  if (transfer->task != NULL && piece != NULL && transfer->text_func != NULL)
    transfer->text_func (piece->str, piece->len, transfer->text_data);
  /* Whoever took the text may have had enough. */
  if (!ended || (task = take_task (self, transfer)) == NULL)
    return;

  if (failure != NULL)
    g_task_return_error (task, g_steal_pointer (&failure));
  else
    g_task_return_pointer (task, g_steal_pointer (&transfer->sink), (GDestroyNotify) lueur_sink_free);
}

static gboolean
return_cancelled (gpointer data)
{
  g_task_return_new_error_literal (data, G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
  return G_SOURCE_REMOVE;
}

/* The connection ends now; the callback comes a turn later, so that it never runs inside whatever the
 * caller was doing when it cancelled. */
static void
stop (LueurNet *self, LueurTransfer *transfer)
{
  g_autoptr (LueurTransfer) keep = lueur_transfer_ref (transfer);
  g_autoptr (GTask) task = take_task (self, transfer);
  g_autoptr (GSource) later = NULL;

  if (task == NULL)
    return;
  if (self->worker != NULL)
    lueur_worker_cancel (self->worker, transfer);
  later = g_idle_source_new ();
  g_source_set_priority (later, G_PRIORITY_DEFAULT);
  g_source_set_static_name (later, "lueur-net-cancelled");
  g_task_attach_source (task, later, return_cancelled);
}

static void
on_cancelled (GCancellable *cancellable, LueurTransfer *transfer)
{
  stop (g_task_get_source_object (transfer->task), transfer);
}

/* libcurl spells the schemes of proxies its own way; names are resolved by the proxy where it can. */
static char *
translate_proxy (const char *uri)
{
  if (uri == NULL || g_str_has_prefix (uri, "direct:"))
    return g_strdup ("");
  if (g_str_has_prefix (uri, "socks5://"))
    return g_strconcat ("socks5h://", uri + strlen ("socks5://"), NULL);
  if (g_str_has_prefix (uri, "socks://"))
    return g_strconcat ("socks5h://", uri + strlen ("socks://"), NULL);
  if (g_str_has_prefix (uri, "socks4://"))
    return g_strconcat ("socks4a://", uri + strlen ("socks4://"), NULL);
  return g_strdup (uri);
}

static void
start (LueurNet *self, LueurTransfer *transfer)
{
  if (self->worker == NULL)
    self->worker = lueur_worker_new (self->channel);
  lueur_worker_start (self->worker, transfer);
}

static void
on_proxy_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurTransfer) transfer = data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) proxies = g_proxy_resolver_lookup_finish (G_PROXY_RESOLVER (source), result, &error);

  if (transfer->task == NULL) /* cancelled meanwhile */
    return;
  /* Without an answer the straight way is the only one there is. */
  transfer->proxy = translate_proxy (proxies != NULL ? proxies[0] : NULL);
  start (g_task_get_source_object (transfer->task), transfer);
}

static void
look_up_proxy (LueurTransfer *transfer)
{
  LueurNet *self = g_task_get_source_object (transfer->task);
  GProxyResolver *resolver = self->resolver != NULL ? self->resolver : g_proxy_resolver_get_default ();

  g_proxy_resolver_lookup_async (resolver, lueur_request_get_spec (transfer->request)->url,
                                 g_task_get_cancellable (transfer->task), on_proxy_found,
                                 lueur_transfer_ref (transfer));
}

static void
on_resolver_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurTransfer) transfer = data;

  if (transfer->task != NULL)
    look_up_proxy (transfer);
}

/* The desktop's resolver asks services over the bus when it is made, and waits for them: not here. */
static void
make_resolver (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_proxy_resolver_get_default ();
  g_task_return_boolean (task, TRUE);
}

static void
find_proxy (LueurNet *self, LueurTransfer *transfer)
{
  g_autoptr (GTask) task = NULL;

  if (self->resolver != NULL)
    {
      look_up_proxy (transfer);
      return;
    }
  task = g_task_new (NULL, NULL, on_resolver_ready, lueur_transfer_ref (transfer));
  g_task_set_source_tag (task, find_proxy);
  g_task_run_in_thread (task, make_resolver);
}

static void
lueur_net_dispose (GObject *object)
{
  lueur_net_close (LUEUR_NET (object));
  G_OBJECT_CLASS (lueur_net_parent_class)->dispose (object);
}

static void
lueur_net_finalize (GObject *object)
{
  LueurNet *self = LUEUR_NET (object);

  g_clear_object (&self->resolver);
  g_clear_pointer (&self->transfers, g_ptr_array_unref);
  g_clear_pointer (&self->hints, g_hash_table_unref);
  G_OBJECT_CLASS (lueur_net_parent_class)->finalize (object);
}

static void
lueur_net_class_init (LueurNetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lueur_net_dispose;
  G_OBJECT_CLASS (klass)->finalize = lueur_net_finalize;
}

static void
lueur_net_init (LueurNet *self)
{
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();

  self->channel = lueur_channel_new (context, on_news, self);
  self->transfers = g_ptr_array_new_with_free_func ((GDestroyNotify) lueur_transfer_unref);
  self->hints = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * lueur_net_new:
 * @resolver: (nullable): tells the proxy of an address; the desktop's own when %NULL
 *
 * Returns: (transfer full): the network. It opens no socket and starts no thread before a first request.
 */
LueurNet *
lueur_net_new (GProxyResolver *resolver)
{
  LueurNet *self = g_object_new (LUEUR_TYPE_NET, NULL);

  g_set_object (&self->resolver, resolver);
  return self;
}

/**
 * lueur_net_close:
 *
 * Cancels every request and ends the thread, without waiting for any peer. Later requests fail as
 * cancelled ones.
 */
void
lueur_net_close (LueurNet *self)
{
  if (self->channel == NULL)
    return;
  while (self->transfers->len > 0)
    stop (self, g_ptr_array_index (self->transfers, self->transfers->len - 1));
  g_clear_pointer (&self->worker, lueur_worker_free);
  lueur_channel_close (self->channel);
  g_clear_pointer (&self->channel, lueur_channel_unref);
}

/**
 * lueur_net_send_async:
 * @request: what to ask; its address was checked by [func@endpoint_normalize]
 * @sink: (transfer full): reads the answer, on the network thread
 * @cancellable: (nullable): to be cancelled on this thread; the connection is closed at once, and @callback
 *   is called with %G_IO_ERROR_CANCELLED
 * @text_func: (nullable): takes the text that the sink makes of the answer, at most once a main-loop turn,
 *   never after @callback or a cancel
 *
 * Sends a request.
 */
void
lueur_net_send_async (LueurNet *self, LueurRequest *request, LueurSink *sink, GCancellable *cancellable,
                      LueurNetTextFunc text_func, gpointer text_data, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (LueurTransfer) transfer = lueur_transfer_new (request, sink);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  const char *url = lueur_request_get_spec (request)->url;

  g_task_set_source_tag (task, lueur_net_send_async);
  g_task_set_check_cancellable (task, FALSE);
  if (self->channel == NULL || g_cancellable_is_cancelled (cancellable))
    {
      g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
      return;
    }
  if (!lueur_request_has_valid_key (request))
    {
      g_task_return_new_error_literal (task, LUEUR_FAULT_ERROR, LUEUR_FAULT_UNAUTHORIZED, "");
      return;
    }

  transfer->task = g_steal_pointer (&task);
  transfer->text_func = text_func;
  transfer->text_data = text_data;
  transfer->is_local = lueur_endpoint_is_local (url);
  if (cancellable != NULL)
    transfer->cancelled_id = g_signal_connect (cancellable, "cancelled", G_CALLBACK (on_cancelled), transfer);
  g_ptr_array_add (self->transfers, lueur_transfer_ref (transfer));

  if (transfer->is_local)
    start (self, transfer);
  else
    find_proxy (self, transfer);
}

/**
 * lueur_net_send_finish:
 *
 * Returns: (transfer full): the sink, for what else it knows; %NULL with an error of %LUEUR_FAULT_ERROR,
 *   whose message is what the peer or libcurl said (scrubbed, often empty), or with %G_IO_ERROR_CANCELLED
 */
LueurSink *
lueur_net_send_finish (LueurNet *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * lueur_net_get_n_wakeups:
 *
 * Returns: how often the network woke the main loop up so far
 */
guint
lueur_net_get_n_wakeups (LueurNet *self)
{
  return self->channel != NULL ? lueur_channel_get_n_wakeups (self->channel) : 0;
}

/**
 * lueur_net_get_hints:
 * @peer: any name for an endpoint
 *
 * Returns: the bits that were noted about it since the app began
 */
guint
lueur_net_get_hints (LueurNet *self, const char *peer)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->hints, peer));
}

/**
 * lueur_net_add_hints:
 * @hints: bits that mean something to the dialect
 *
 * Notes what was learned about a peer, so that not every request has to learn it again.
 */
void
lueur_net_add_hints (LueurNet *self, const char *peer, guint hints)
{
  g_hash_table_insert (self->hints, g_strdup (peer), GUINT_TO_POINTER (lueur_net_get_hints (self, peer) | hints));
}
