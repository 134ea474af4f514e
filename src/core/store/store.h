/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/store/rows.h"

G_BEGIN_DECLS

/**
 * LueurStoreError:
 *
 * What can go wrong with the database, as the person would tell one case from another. Whatever the
 * case, the person's file is where it was: nothing is renamed, replaced or emptied.
 */
typedef enum
{
  LUEUR_STORE_ERROR_NEWER,     /* written by a later version; not touched */
  LUEUR_STORE_ERROR_CORRUPT,   /* damaged, or no database of Lueur's */
  LUEUR_STORE_ERROR_READ_ONLY, /* the file, its folder or its disk cannot be written */
  LUEUR_STORE_ERROR_FULL,      /* no room left on the disk */
  LUEUR_STORE_ERROR_LOCKED,    /* another program holds it */
  LUEUR_STORE_ERROR_IO,        /* the disk failed in another way */
  LUEUR_STORE_ERROR_NOT_FOUND, /* what was to be changed is not there (any more) */
  LUEUR_STORE_ERROR_CLOSED,    /* not open yet, or closed */
  LUEUR_STORE_ERROR_FAILED,    /* anything else */
} LueurStoreError;

#define LUEUR_STORE_ERROR (lueur_store_error_quark ())
GQuark lueur_store_error_quark (void);

/*
 * LueurStore: the database, asked from the main thread and read and written on two threads of its own.
 * Writes are done in the order in which they are asked for, and are never cancelled; reads run beside them
 * on a connection that cannot write, and end early when they are cancelled.
 *
 * Signals: "write-failed" (const GError *error): a write without a callback was refused, or any write because of the disk
 * (full, read-only, failing); once until one succeeds again. "write-recovered": one has.
 */
#define LUEUR_TYPE_STORE (lueur_store_get_type ())
G_DECLARE_FINAL_TYPE (LueurStore, lueur_store, LUEUR, STORE, GObject)

/* @data_dir: a folder, made (0700) when it is opened; the database is lueur.db in it (0600) */
LueurStore *lueur_store_new (const char *data_dir);
const char *lueur_store_get_path (LueurStore *self);
void        lueur_store_open_async (LueurStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean    lueur_store_open_finish (LueurStore *self, GAsyncResult *result, GError **error);
/* Writes what waits and ends the threads; blocks for at most two seconds. FALSE: the disk took longer, and the rest is
 * written while the program goes on, if it does. */
gboolean    lueur_store_close (LueurStore *self);

/* --- What a start reads --- */

void        lueur_store_read_shelf_async (LueurStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
LueurShelf *lueur_store_read_shelf_finish (LueurStore *self, GAsyncResult *result, GError **error);

/* --- Companions: id 0 inserts; every body that differs from the last is kept as a version --- */

void   lueur_store_save_persona_async (LueurStore *self, LueurPersonaRow *row /* taken */, GAsyncReadyCallback callback, gpointer data);
gint64 lueur_store_save_persona_finish (LueurStore *self, GAsyncResult *result, GError **error);
void   lueur_store_read_versions_async (LueurStore *self, gint64 persona, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/* (transfer full) (element-type LueurPersonaVersionRow): latest first */
GPtrArray *lueur_store_read_versions_finish (LueurStore *self, GAsyncResult *result, GError **error);

/* --- Who the person is: id 0 inserts --- */

void     lueur_store_save_person_async (LueurStore *self, LueurPersonRow *row /* taken */, GAsyncReadyCallback callback, gpointer data);
gint64   lueur_store_save_person_finish (LueurStore *self, GAsyncResult *result, GError **error);
/* @person: 0 for the main one */
void     lueur_store_set_person_async (LueurStore *self, gint64 conversation, gint64 person, GAsyncReadyCallback callback, gpointer data);
gboolean lueur_store_set_person_finish (LueurStore *self, GAsyncResult *result, GError **error);

/* --- The files that companions came in --- */

void     lueur_store_save_card_async (LueurStore *self, gint64 persona, GBytes *file, gint64 now, GAsyncReadyCallback callback, gpointer data);
gboolean lueur_store_save_card_finish (LueurStore *self, GAsyncResult *result, GError **error);
void     lueur_store_read_card_async (LueurStore *self, gint64 persona, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/* Empty when there is none. */
GBytes  *lueur_store_read_card_finish (LueurStore *self, GAsyncResult *result, GError **error);

/* --- Lorebooks that were given to a companion --- */

void       lueur_store_add_book_async (LueurStore *self, LueurBookRow *row /* taken */, GAsyncReadyCallback callback, gpointer data);
gint64     lueur_store_add_book_finish (LueurStore *self, GAsyncResult *result, GError **error);
/* (element-type LueurBookRow): in the order in which they were given */
void       lueur_store_read_books_async (LueurStore *self, gint64 persona, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GPtrArray *lueur_store_read_books_finish (LueurStore *self, GAsyncResult *result, GError **error);
void       lueur_store_remove_book_async (LueurStore *self, gint64 id, GAsyncReadyCallback callback, gpointer data);
gboolean   lueur_store_remove_book_finish (LueurStore *self, GAsyncResult *result, GError **error);

/* --- Conversations --- */

/* @first: (nullable): the greeting. @others: (nullable) (element-type LueurMessageRow): other greetings, its swipes; they
 * get the ids after that of the first, in turn. All are taken. */
void     lueur_store_start_conversation_async (LueurStore *self, LueurConversationRow *row, LueurMessageRow *first, GPtrArray *others, GAsyncReadyCallback callback, gpointer data);
gboolean lueur_store_start_conversation_finish (LueurStore *self, GAsyncResult *result, gint64 *conversation, gint64 *message, GError **error);
/* "" goes back to a title made of the person's first words. finish: the title it has now */
void     lueur_store_rename_conversation_async (LueurStore *self, gint64 id, const char *title, GAsyncReadyCallback callback, gpointer data);
char    *lueur_store_rename_conversation_finish (LueurStore *self, GAsyncResult *result, GError **error);
/* "" takes it away. */
void     lueur_store_set_draft (LueurStore *self, gint64 conversation, const char *text, gint64 now);

/* --- Messages --- */

/* @before: 0 for the end of the path that is shown, else the message that older ones are wanted for. */
void       lueur_store_read_page_async (LueurStore *self, gint64 conversation, gint64 before, guint n, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
LueurPage *lueur_store_read_page_finish (LueurStore *self, GAsyncResult *result, GError **error);
/* The row (taken) comes back with id, parent, depth and swipes. @sibling: 0 to go on at the end. @title: (nullable): for
 * a conversation that has none. What the person says is on the disk itself when the callback comes. */
void             lueur_store_append_message_async (LueurStore *self, LueurMessageRow *row, gint64 sibling, const char *title, gboolean clear_draft, GAsyncReadyCallback callback, gpointer data);
LueurMessageRow *lueur_store_append_message_finish (LueurStore *self, GAsyncResult *result, GError **error);
/* Soon; one that still waits is superseded by the next, or by the end, of the same message. */
void       lueur_store_checkpoint_message (LueurStore *self, gint64 id, const char *text, LueurMessageState state);
void       lueur_store_finish_message_async (LueurStore *self, LueurMessageRow *row /* taken */, GAsyncReadyCallback callback, gpointer data);
gboolean   lueur_store_finish_message_finish (LueurStore *self, GAsyncResult *result, GError **error);
void       lueur_store_select_swipe_async (LueurStore *self, gint64 message, int step, GAsyncReadyCallback callback, gpointer data);
LueurPage *lueur_store_select_swipe_finish (LueurStore *self, GAsyncResult *result, GError **error);
/* A later search ends an earlier one, with G_IO_ERROR_CANCELLED. (element-type LueurSearchHit): latest first, one a
 * conversation */
void       lueur_store_search_async (LueurStore *self, const char *words, guint limit, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GPtrArray *lueur_store_search_finish (LueurStore *self, GAsyncResult *result, GError **error);

/* --- Delete is to the bin (deleted_at 0 takes it out again); erase is at once and for good --- */

void     lueur_store_set_deleted_async (LueurStore *self, LueurKind kind, gint64 id, gint64 deleted_at, GAsyncReadyCallback callback, gpointer data);
gboolean lueur_store_set_deleted_finish (LueurStore *self, GAsyncResult *result, GError **error);
void     lueur_store_erase_async (LueurStore *self, LueurKind kind, gint64 id, GAsyncReadyCallback callback, gpointer data);
gboolean lueur_store_erase_finish (LueurStore *self, GAsyncResult *result, GError **error);
/* Erases what is 30 days in the bin at @now, or, with @all, whatever is in it. */
void     lueur_store_purge_async (LueurStore *self, gint64 now, gboolean all, GAsyncReadyCallback callback, gpointer data);
gboolean lueur_store_purge_finish (LueurStore *self, GAsyncResult *result, GError **error);

/* (element-type LueurBinRow): latest deleted first */
void       lueur_store_read_bin_async (LueurStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GPtrArray *lueur_store_read_bin_finish (LueurStore *self, GAsyncResult *result, GError **error);
/* A message with all that follows it, to the bin; finish: what it is restored and erased by. */
void       lueur_store_delete_message_async (LueurStore *self, gint64 id, gint64 now, GAsyncReadyCallback callback, gpointer data);
gint64     lueur_store_delete_message_finish (LueurStore *self, GAsyncResult *result, GError **error);
/* @id: of the entry in the bin; finish: the conversation it is in again */
void       lueur_store_restore_message_async (LueurStore *self, gint64 id, GAsyncReadyCallback callback, gpointer data);
gint64     lueur_store_restore_message_finish (LueurStore *self, GAsyncResult *result, GError **error);
/* Writes a little, so that "write-recovered" comes as soon as writing works again. */
void       lueur_store_probe (LueurStore *self);

/* --- What the person thinks of replies, and of a companion --- */

/* @row: taken; a thumb of 0 takes the opinion back */
void       lueur_store_set_opinion_async (LueurStore *self, LueurOpinionRow *row, GAsyncReadyCallback callback, gpointer data);
gboolean   lueur_store_set_opinion_finish (LueurStore *self, GAsyncResult *result, GError **error);
/* (element-type LueurOpinionRow): latest first */
void       lueur_store_read_opinions_async (LueurStore *self, gint64 persona, guint limit, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GPtrArray *lueur_store_read_opinions_finish (LueurStore *self, GAsyncResult *result, GError **error);
/* @offset: µs that local time is ahead of UTC */
void            lueur_store_read_review_async (LueurStore *self, gint64 persona, gint64 offset, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
LueurReviewRow *lueur_store_read_review_finish (LueurStore *self, GAsyncResult *result, GError **error);
void            lueur_store_set_review_async (LueurStore *self, LueurReviewRow *row /* taken */, GAsyncReadyCallback callback, gpointer data);
gboolean        lueur_store_set_review_finish (LueurStore *self, GAsyncResult *result, GError **error);

/* --- What was sent for replies --- */

/* Soon; row is taken. */
void             lueur_store_save_request (LueurStore *self, LueurRequestRow *row);
void             lueur_store_read_request_async (LueurStore *self, gint64 message, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
LueurRequestRow *lueur_store_read_request_finish (LueurStore *self, GAsyncResult *result, GError **error);

/* --- The log of use --- */

/* Adds to the record of that hour. */
void       lueur_store_add_usage (LueurStore *self, const LueurUsageRow *row, gint64 now);
/* (element-type LueurUsageRow): days in [@from, @to], oldest first */
void       lueur_store_read_usage_async (LueurStore *self, int from, int to, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GPtrArray *lueur_store_read_usage_finish (LueurStore *self, GAsyncResult *result, GError **error);
/* Days before @before; G_MAXINT for all of it, without a trace. */
void       lueur_store_erase_usage_async (LueurStore *self, int before, GAsyncReadyCallback callback, gpointer data);
gboolean   lueur_store_erase_usage_finish (LueurStore *self, GAsyncResult *result, GError **error);

/* --- Rituals --- */

/* finish: the day (a Julian number) of the last one that came, if nobody has put its line into a conversation yet: from now
 * on that is the caller's to do. 0: nothing to say. */
void   lueur_store_claim_ritual_async (LueurStore *self, gint64 persona, const char *kind, GAsyncReadyCallback callback, gpointer data);
gint64 lueur_store_claim_ritual_finish (LueurStore *self, GAsyncResult *result, GError **error);

/* --- What the person keeps about themselves: things counted by day, and small records --- */

/* Adds @n and @sum to what was counted of @word that day (yyyymmdd). */
void       lueur_store_add_tally (LueurStore *self, const char *kind, int day, const char *word, gint64 n, double sum);
/* (element-type LueurTallyRow): days in [@from, @to], oldest first */
void       lueur_store_read_tallies_async (LueurStore *self, const char *kind, int from, int to, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GPtrArray *lueur_store_read_tallies_finish (LueurStore *self, GAsyncResult *result, GError **error);
/* Takes the place of an earlier one with that key. */
void       lueur_store_put_record_async (LueurStore *self, const char *kind, const char *key, const char *body, gint64 now, GAsyncReadyCallback callback, gpointer data);
gboolean   lueur_store_put_record_finish (LueurStore *self, GAsyncResult *result, GError **error);
/* (element-type LueurRecordRow): in the order of their keys */
void       lueur_store_read_records_async (LueurStore *self, const char *kind, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GPtrArray *lueur_store_read_records_finish (LueurStore *self, GAsyncResult *result, GError **error);
/* What was counted and kept of @kind with @key (NULL: all of that kind); a NULL @kind erases every kind and the log of
 * use with it. Without a trace. */
void       lueur_store_erase_records_async (LueurStore *self, const char *kind, const char *key, GAsyncReadyCallback callback, gpointer data);
gboolean   lueur_store_erase_records_finish (LueurStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
