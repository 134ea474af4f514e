/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/net/channel.h"

G_BEGIN_DECLS

/**
 * LueurWorker:
 *
 * The network thread. It owns the curl multi and every easy handle; nothing else in Lueur opens a socket.
 * The thread begins with the first transfer: where the built-in companion answers there is none.
 *
 * It measures its waits by the system's monotonic clock, not by a [class@Clock]: they are about a peer,
 * and no object of the main thread may be asked here.
 */
typedef struct _LueurWorker LueurWorker;

LueurWorker *lueur_worker_new (LueurChannel *channel);
void         lueur_worker_start (LueurWorker *self, LueurTransfer *transfer);
void         lueur_worker_cancel (LueurWorker *self, LueurTransfer *transfer);
void         lueur_worker_free (LueurWorker *self);

G_END_DECLS
