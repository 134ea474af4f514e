/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/net/request.h"
#include "core/net/sink.h"

G_BEGIN_DECLS

/**
 * LueurTransfer:
 *
 * One request on its way. Counted atomically. The main thread and the network thread each have fields of
 * their own in it; what they hand each other lies in the part that the channel's lock guards.
 */
typedef struct
{
  /* Set before it is handed over, never changed afterwards. */
  LueurRequest *request;
  char *proxy; /* "" for none */
  gboolean is_local;

  /* The network thread's until the end was posted, then the main thread's. */
  LueurSink *sink;

  /* The main thread's. NULL @task: over, and nothing more is delivered. */
  GTask *task;
  gulong cancelled_id;
  void (*text_func) (const char *text, gsize length, gpointer data);
  gpointer text_data;

  /* Guarded by the channel. */
  GString *text;
  GError *error;
  gboolean ended;
  gboolean queued;
} LueurTransfer;

LueurTransfer *lueur_transfer_new (LueurRequest *request, LueurSink *sink);
LueurTransfer *lueur_transfer_ref (LueurTransfer *self);
void           lueur_transfer_unref (LueurTransfer *self);

/**
 * LueurChannel:
 *
 * The way back from the network thread to the main one: a locked queue, and one wake-up of the main loop
 * that is either pending or not, however much is put in. Text of one transfer gathers while it waits, so
 * that the main thread sees one piece a turn, and turns come at most every %LUEUR_CHANNEL_INTERVAL_MS.
 */
typedef struct _LueurChannel LueurChannel;

/* No screen shows more often; the first piece after a pause is not delayed. */
#define LUEUR_CHANNEL_INTERVAL_MS 8

/* @text, @error: (transfer full) (nullable) */
typedef void (*LueurChannelFunc) (LueurTransfer *transfer, GString *text, gboolean ended, GError *error, gpointer data);

LueurChannel *lueur_channel_new (GMainContext *context, LueurChannelFunc func, gpointer data);
void          lueur_channel_close (LueurChannel *self);
LueurChannel *lueur_channel_ref (LueurChannel *self);
void          lueur_channel_unref (LueurChannel *self);
void          lueur_channel_post_text (LueurChannel *self, LueurTransfer *transfer, const GString *text);
void          lueur_channel_post_end (LueurChannel *self, LueurTransfer *transfer, GError *error);
guint         lueur_channel_get_n_wakeups (LueurChannel *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurTransfer, lueur_transfer_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurChannel, lueur_channel_unref)

G_END_DECLS
