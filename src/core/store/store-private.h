/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store/store.h"
#include "core/store/thread.h"

G_BEGIN_DECLS

/* What a call asks, in one value: every verb takes of it what it needs. Nobody changes it once it is sent. */
typedef struct
{
  gint64 id;
  gint64 other;
  gint64 now;
  gint64 n;
  int from;
  int to;
  gboolean flag;
  LueurKind kind;
  char *text;
  LueurPersonaRow *persona;
  LueurPersonRow *person;
  LueurConversationRow *conversation;
  LueurMessageRow *message;
  GPtrArray *messages;
  GBytes *bytes;
  LueurOpinionRow *opinion;
  LueurReviewRow *review;
  LueurUsageRow usage;
  LueurTallyRow *tally;
  LueurRecordRow *record;
  LueurBookRow *book;
  gpointer other_data; /* of a verb that no other has a use for */
  GDestroyNotify other_free;
} LueurAsk;

LueurAsk *lueur_ask_new (void);
void      lueur_ask_free (LueurAsk *self);

/* A call is: a value of what is asked, a verb that takes it out again on the thread that does it, and a finish
 * that is one of these. */

/* On the writing thread, in turn. @answer_free: (nullable): NULL for an answer that is only not NULL. */
void lueur_store_write (LueurStore *self, LueurThreadVerb verb, LueurAsk *ask, GDestroyNotify answer_free,
                        gpointer tag, GAsyncReadyCallback callback, gpointer data);
/* The same without anybody who waits; what goes wrong is told by "write-failed". */
void lueur_store_write_aside (LueurStore *self, LueurThreadVerb verb, gpointer request, GDestroyNotify request_free);
/* On the reading thread. */
void lueur_store_read (LueurStore *self, LueurThreadVerb verb, LueurAsk *ask, GDestroyNotify answer_free,
                       gboolean supersedes, gpointer tag, GCancellable *cancellable, GAsyncReadyCallback callback,
                       gpointer data);

/* What came back, for a call started with @tag. */
gpointer lueur_store_finish (LueurStore *self, GAsyncResult *result, gpointer tag, GError **error);
/* The same where the answer is a number made by lueur_store_box_id(). 0 when it failed. */
gint64   lueur_store_finish_id (LueurStore *self, GAsyncResult *result, gpointer tag, GError **error);
gpointer lueur_store_box_id (gint64 id);
void     lueur_store_free_array (gpointer array);

G_END_DECLS
