/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LueurSseFunc:
 * @event: the event's type, "message" unless the stream names another
 * @data: its data lines joined by line feeds, nul-terminated; any bytes at all, not always UTF-8
 * @length: of @data
 * @user_data: as given to [func@sse_init]
 */
typedef void (*LueurSseFunc) (const char *event, const char *data, gsize length, gpointer user_data);

/**
 * LueurSse:
 *
 * A parser of server-sent events (the event stream format of the HTML standard), fed with pieces of any
 * size. Plain C without locks: it belongs to the thread that feeds it. A plain value; see
 * [func@sse_init] and [func@sse_clear].
 */
typedef struct
{
  /*< private >*/
  LueurSseFunc func;
  gpointer user_data;
  GString *line;
  GString *data;
  GString *event;
  gsize max;
  guint bom;
  gboolean after_cr;
  gboolean has_data;
  gboolean started;
  gboolean overflowed;
} LueurSse;

void     lueur_sse_init (LueurSse *self, gsize max, LueurSseFunc func, gpointer user_data);
void     lueur_sse_clear (LueurSse *self);
gboolean lueur_sse_feed (LueurSse *self, const char *bytes, gsize length);
void     lueur_sse_end (LueurSse *self);
gboolean lueur_sse_get_started (const LueurSse *self);

G_END_DECLS
