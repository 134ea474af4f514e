/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <curl/curl.h>

#include "core/net/channel.h"

G_BEGIN_DECLS

/**
 * LueurJob:
 *
 * One easy handle and what is counted and timed about it. The network thread's alone.
 */
typedef struct _LueurJob LueurJob;

LueurJob      *lueur_job_new (LueurTransfer *transfer, LueurChannel *channel);
void           lueur_job_free (LueurJob *self);
CURL          *lueur_job_get_easy (LueurJob *self);
LueurTransfer *lueur_job_get_transfer (LueurJob *self);
gint64         lueur_job_get_deadline (LueurJob *self);
void           lueur_job_expire (LueurJob *self, gint64 now);
void           lueur_job_finish (LueurJob *self, CURLcode code);

G_END_DECLS
