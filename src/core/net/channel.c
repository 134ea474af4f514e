/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/net/channel.h"

struct _LueurChannel
{
  GMutex lock;
  GQueue ready; /* of LueurTransfer, each at most once */
  GSource *source;
  gboolean pending;
  guint n_wakeups;
  gint64 next_at; /* the main thread's: no wake-up before this moment */
  LueurChannelFunc func;
  gpointer data;
};

typedef struct
{
  GSource parent;
  LueurChannel *channel; /* not owned: the channel destroys the source before it goes */
} WakeUp;

static void
clear_transfer (LueurTransfer *self)
{
  lueur_request_unref (self->request);
  g_clear_pointer (&self->sink, lueur_sink_free);
  g_clear_object (&self->task);
  g_free (self->proxy);
  g_string_free (self->text, TRUE);
  g_clear_error (&self->error);
}

/**
 * lueur_transfer_new:
 * @sink: (transfer full):
 */
LueurTransfer *
lueur_transfer_new (LueurRequest *request, LueurSink *sink)
{
  LueurTransfer *self = g_atomic_rc_box_new0 (LueurTransfer);

  self->request = lueur_request_ref (request);
  self->sink = sink;
  self->text = g_string_new (NULL);
  return self;
}

LueurTransfer *
lueur_transfer_ref (LueurTransfer *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
lueur_transfer_unref (LueurTransfer *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear_transfer);
}

static gboolean
deliver (LueurChannel *self)
{
  g_auto (GQueue) ready = G_QUEUE_INIT;
  LueurTransfer *next;

  g_mutex_lock (&self->lock);
  ready = self->ready;
  g_queue_init (&self->ready);
  self->pending = FALSE;
  self->n_wakeups++;
  self->next_at = g_source_get_time (self->source) + LUEUR_CHANNEL_INTERVAL_MS * 1000;
  g_mutex_unlock (&self->lock);

  while ((next = g_queue_pop_head (&ready)) != NULL)
    {
      g_autoptr (LueurTransfer) transfer = next;
      GString *text = NULL;
      GError *error;
      gboolean ended;

      g_mutex_lock (&self->lock);
      transfer->queued = FALSE;
      ended = transfer->ended;
      if (transfer->text->len > 0)
        {
          text = transfer->text;
          transfer->text = g_string_new (NULL);
        }
      error = g_steal_pointer (&transfer->error);
      g_mutex_unlock (&self->lock);

      self->func (transfer, text, ended, error, self->data);
    }
  return G_SOURCE_CONTINUE;
}

static gboolean
wake_up_dispatch (GSource *source, GSourceFunc func, gpointer data)
{
  g_autoptr (LueurChannel) channel = lueur_channel_ref (((WakeUp *) source)->channel);

  g_source_set_ready_time (source, -1);
  return deliver (channel);
}

static GSourceFuncs wake_up_funcs = { .dispatch = wake_up_dispatch };

/* With the lock held. */
static void
wake (LueurChannel *self, LueurTransfer *transfer)
{
  if (!transfer->queued)
    {
      transfer->queued = TRUE;
      g_queue_push_tail (&self->ready, lueur_transfer_ref (transfer));
    }
  if (!self->pending && self->source != NULL)
    {
      self->pending = TRUE;
      g_source_set_ready_time (self->source, self->next_at);
    }
}

static void
clear_channel (LueurChannel *self)
{
  g_assert (self->source == NULL);
  g_queue_clear_full (&self->ready, (GDestroyNotify) lueur_transfer_unref);
  g_mutex_clear (&self->lock);
}

/**
 * lueur_channel_new:
 * @context: where @func is called
 * @func: takes what came for one transfer
 */
LueurChannel *
lueur_channel_new (GMainContext *context, LueurChannelFunc func, gpointer data)
{
  LueurChannel *self = g_atomic_rc_box_new0 (LueurChannel);

  g_mutex_init (&self->lock);
  g_queue_init (&self->ready);
  self->func = func;
  self->data = data;
  self->source = g_source_new (&wake_up_funcs, sizeof (WakeUp));
  ((WakeUp *) self->source)->channel = self;
  g_source_set_static_name (self->source, "lueur-net");
  g_source_set_ready_time (self->source, -1);
  g_source_attach (self->source, context);
  return self;
}

/**
 * lueur_channel_close:
 *
 * Nothing is delivered any more. On the main thread.
 */
void
lueur_channel_close (LueurChannel *self)
{
  GSource *source;

  g_mutex_lock (&self->lock);
  source = g_steal_pointer (&self->source);
  g_mutex_unlock (&self->lock);
  if (source != NULL)
    {
      g_source_destroy (source);
      g_source_unref (source);
    }
}

LueurChannel *
lueur_channel_ref (LueurChannel *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
lueur_channel_unref (LueurChannel *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear_channel);
}

void
lueur_channel_post_text (LueurChannel *self, LueurTransfer *transfer, const GString *text)
{
  g_mutex_lock (&self->lock);
  g_string_append_len (transfer->text, text->str, (gssize) text->len);
  wake (self, transfer);
  g_mutex_unlock (&self->lock);
}

/**
 * lueur_channel_post_end:
 * @error: (transfer full) (nullable): why it failed
 *
 * The network thread is done with @transfer.
 */
void
lueur_channel_post_end (LueurChannel *self, LueurTransfer *transfer, GError *error)
{
  g_mutex_lock (&self->lock);
  transfer->ended = TRUE;
  transfer->error = error;
  wake (self, transfer);
  g_mutex_unlock (&self->lock);
}

/**
 * lueur_channel_get_n_wakeups:
 *
 * Returns: how often the main loop was woken so far
 */
guint
lueur_channel_get_n_wakeups (LueurChannel *self)
{
  guint n;

  g_mutex_lock (&self->lock);
  n = self->n_wakeups;
  g_mutex_unlock (&self->lock);
  return n;
}
