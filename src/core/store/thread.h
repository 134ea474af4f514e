/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store/database.h"

G_BEGIN_DECLS

/*
 * LueurStoreThread: a thread that owns one connection and does one job after the other. What is asked and what
 * is answered are plain values that are handed over; no object crosses. The answer comes in the main
 * context that the asker was in.
 */
typedef struct _LueurStoreThread LueurStoreThread;

/* On the its thread. Returns: the answer, or NULL with @error set */
typedef gpointer (*LueurThreadVerb) (LueurDatabase *db, gpointer request, GError **error);
/* Back where it was asked. @answer: (nullable): to be freed or kept; NULL with @error */
typedef void (*LueurThreadReply) (gpointer answer, const GError *error, gpointer data);

typedef struct
{
  LueurThreadVerb verb;
  gpointer request;
  GDestroyNotify request_free; /* (nullable) */
  LueurThreadReply reply;      /* (nullable) */
  gpointer reply_data;
  GCancellable *cancellable; /* (nullable): ends the job's SQL, wherever it is */
  gboolean supersedes;       /* ends earlier jobs of this kind, asked for by whoever no longer waits */
} LueurThreadJob;

LueurStoreThread *lueur_store_thread_new (const char *name, const char *path, LueurDatabaseMode mode);
void         lueur_store_thread_push (LueurStoreThread *self, const LueurThreadJob *job);
/* Does what waits, closes the connection, ends the thread. Waits for that at most @timeout_ms; then the thread is left
 * to end when it can. FALSE: it was left. Frees the thread in either case. */
gboolean     lueur_store_thread_end (LueurStoreThread *self, guint timeout_ms);

G_END_DECLS
