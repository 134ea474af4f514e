/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"
#include "core/model/bin-item.h"
#include "core/model/conversation.h"
#include "core/store/store.h"

G_BEGIN_DECLS

/*
 * LueurLibrary: the companions and the conversations that the store holds, as live list models, and
 * every change a view may ask for. Views know the library, never the store. All functions are
 * asynchronous GTasks. What is said, renamed or deleted shows at once and is put back if the store
 * refuses; what is new (a companion, a conversation) is in its list when its callback comes, so that
 * whatever is in a list has an id. Errors are those of the store's domain. Writes go on when their
 * cancellable is cancelled: only the answer is not awaited.
 *
 * Signals: "write-failed" (const GError *error): something written on the side (a checkpoint, a draft) was
 * refused, or the disk refuses everything. Once until a write succeeds again: "write-recovered". In between it is tried
 * every quarter of a minute. "books-changed" (LueurPersona *persona): the lorebooks that were given to it are others now.
 */
#define LUEUR_TYPE_LIBRARY (lueur_library_get_type ())
G_DECLARE_FINAL_TYPE (LueurLibrary, lueur_library, LUEUR, LIBRARY, GObject)

LueurLibrary *lueur_library_new (LueurStore *store, LueurClock *clock);
/* Reads companions and conversations (not their messages) out of the open @store. */
void     lueur_library_open_async (LueurLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_open_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
/* Hands to the store what waits for its second (drafts); call it before lueur_store_close(). */
void     lueur_library_flush (LueurLibrary *self);

GListModel *lueur_library_get_personas (LueurLibrary *self);      /* (transfer none) of LueurPersona, not archived, newest first */
GListModel *lueur_library_get_everyone (LueurLibrary *self);      /* (transfer none) the same and those that are archived */
GListModel *lueur_library_get_conversations (LueurLibrary *self); /* (transfer none) of LueurConversation, latest first */

/* Inserts (id 0; @persona itself is in the list then) or updates (a copy is fine: the one in the list takes over what
 * it says). Every save that changes something is kept as a version. */
void     lueur_library_save_persona_async (LueurLibrary *self, LueurPersona *persona, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_save_persona_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
/* A new one (id 0) that was copied from @original, with the card that @original came in. Ends with
 * lueur_library_save_persona_finish(). */
void     lueur_library_save_copy_async (LueurLibrary *self, LueurPersona *persona, LueurPersona *original,
                                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/* Every version there was, the latest first: a GListModel of LueurPersona, each with the same id and, as "updated-at",
 * the date it was saved. Saving one of them brings it back, as a new version. finish: (transfer full) */
void        lueur_library_read_versions_async (LueurLibrary *self, LueurPersona *persona, GCancellable *cancellable,
                                               GAsyncReadyCallback callback, gpointer data);
GListModel *lueur_library_read_versions_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
/* To the bin, with the companion's conversations; lueur_library_restore_persona_async() undoes it. */
void     lueur_library_delete_persona_async (LueurLibrary *self, LueurPersona *persona, GCancellable *cancellable,
                                             GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_delete_persona_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
void     lueur_library_restore_persona_async (LueurLibrary *self, LueurPersona *persona, GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_restore_persona_finish (LueurLibrary *self, GAsyncResult *result, GError **error);

/* Who the person is: (transfer none) of LueurPerson, the main one first; empty until they say. */
GListModel  *lueur_library_get_persons (LueurLibrary *self);
/* The one of @conversation, or else the main one. @conversation: (nullable). Returns: (transfer none) (nullable) */
LueurPerson *lueur_library_get_person (LueurLibrary *self, LueurConversation *conversation);
/* As with companions: id 0 inserts, else the one in the list becomes like it. The first there is is the main one; one
 * that is saved as the main one takes that from the other. */
void     lueur_library_save_person_async (LueurLibrary *self, LueurPerson *person, GCancellable *cancellable,
                                          GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_save_person_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
/* Erase: at once and for good. Conversations it was in go on with the main one. */
void     lueur_library_erase_person_async (LueurLibrary *self, LueurPerson *person, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_erase_person_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
/* Who the person is in @conversation. @person: (nullable): the main one, whoever that is */
void     lueur_library_set_person_async (LueurLibrary *self, LueurConversation *conversation, LueurPerson *person,
                                         GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_set_person_finish (LueurLibrary *self, GAsyncResult *result, GError **error);

/* A new conversation, with the companion's greeting as its first message, loaded, on top of the list. finish: (transfer full) */
void               lueur_library_start_conversation_async (LueurLibrary *self, LueurPersona *persona, GCancellable *cancellable,
                                                           GAsyncReadyCallback callback, gpointer data);
LueurConversation *lueur_library_start_conversation_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
/* Puts what @persona says for the last @ritual that came at the end of the latest conversation with them, or of a new one,
 * once. finish: (transfer full): where it stands */
void               lueur_library_say_ritual_async (LueurLibrary *self, LueurPersona *persona, LueurRitual ritual,
                                                   GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
LueurConversation *lueur_library_say_ritual_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
/* Reads the end of it (200 messages), or the 200 before the first loaded one. Nothing to do is no error. */
void     lueur_library_load_async (LueurLibrary *self, LueurConversation *conversation, gboolean older, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_load_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
/* Up to @n messages before the first loaded one, without loading them. finish: (transfer full) (element-type
 * LueurMessageRow): oldest first; empty when there are none */
void       lueur_library_read_earlier_async (LueurLibrary *self, LueurConversation *conversation, guint n,
                                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GPtrArray *lueur_library_read_earlier_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
/* Finding something that was said: all of @words, whatever their case and accents, in a message that is shown or in title and
 * name. Neither in the bin nor with companions in the archive. finish: (transfer full): of LueurSearchResult, the latest
 * first, one a conversation, 100 at most. A later search ends an earlier one, with G_IO_ERROR_CANCELLED. */
void        lueur_library_search_async (LueurLibrary *self, const char *words, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer data);
GListModel *lueur_library_search_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
/* @title: "" goes back to one made of the person's first words. */
void     lueur_library_rename_conversation_async (LueurLibrary *self, LueurConversation *conversation, const char *title,
                                                  GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_rename_conversation_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
void     lueur_library_delete_conversation_async (LueurLibrary *self, LueurConversation *conversation, GCancellable *cancellable,
                                                  GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_delete_conversation_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
void     lueur_library_restore_conversation_async (LueurLibrary *self, LueurConversation *conversation, GCancellable *cancellable,
                                                   GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_restore_conversation_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
/* Erase: at once and for good, whether it is in a list or in the bin; no byte of it is left in the database. */
void     lueur_library_erase_persona_async (LueurLibrary *self, LueurPersona *persona, GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_erase_persona_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
void     lueur_library_erase_conversation_async (LueurLibrary *self, LueurConversation *conversation, GCancellable *cancellable,
                                                 GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_erase_conversation_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
/* The message and all that follows it; another version of it is shown where there is one. */
void     lueur_library_erase_message_async (LueurLibrary *self, LueurConversation *conversation, LueurMessage *message,
                                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_erase_message_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
/* The message and all that follows it, to the bin. finish: what it is restored by, 0 on error (or when it never got to
 * the store: then there is nothing to restore, and no error). */
void     lueur_library_delete_message_async (LueurLibrary *self, LueurConversation *conversation, LueurMessage *message,
                                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gint64   lueur_library_delete_message_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
/* @id: as told when it was deleted. Its conversation shows it again. */
void     lueur_library_restore_message_async (LueurLibrary *self, gint64 id, GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_restore_message_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
/* All that is in the bin, deleted now or in an earlier run, the latest first. finish: (transfer full) of LueurBinItem */
void        lueur_library_read_bin_async (LueurLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GListModel *lueur_library_read_bin_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
void     lueur_library_restore_item_async (LueurLibrary *self, LueurBinItem *item, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_restore_item_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
void     lueur_library_erase_item_async (LueurLibrary *self, LueurBinItem *item, GCancellable *cancellable,
                                         GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_erase_item_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
/* All that was deleted and not restored. */
void     lueur_library_empty_bin_async (LueurLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_empty_bin_finish (LueurLibrary *self, GAsyncResult *result, GError **error);

/* The file a companion came in, kept as it came. finish: (transfer full) (nullable): NULL without @error when there is
 * none */
void     lueur_library_save_card_async (LueurLibrary *self, LueurPersona *persona, GBytes *file, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_save_card_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
void     lueur_library_read_card_async (LueurLibrary *self, LueurPersona *persona, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer data);
GBytes  *lueur_library_read_card_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
/* Lorebooks that @persona was given, beside what its card has. @name: for people. finish: the id, 0 on error */
void       lueur_library_add_book_async (LueurLibrary *self, LueurPersona *persona, const char *name, GBytes *file,
                                         GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gint64     lueur_library_add_book_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
/* finish: (transfer full) (element-type LueurBookRow): in the order in which they were given */
void       lueur_library_read_books_async (LueurLibrary *self, LueurPersona *persona, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer data);
GPtrArray *lueur_library_read_books_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
void       lueur_library_remove_book_async (LueurLibrary *self, LueurPersona *persona, gint64 id, GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer data);
gboolean   lueur_library_remove_book_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
guint      lueur_library_get_books_serial (LueurLibrary *self);
/* All that was said with @persona, at once and for good. */
void     lueur_library_erase_talks_async (LueurLibrary *self, LueurPersona *persona, GCancellable *cancellable,
                                          GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_erase_talks_finish (LueurLibrary *self, GAsyncResult *result, GError **error);

/* Whether what is written is not being kept at the moment, and asks for another try. */
gboolean lueur_library_get_trouble (LueurLibrary *self);
void     lueur_library_retry_writing (LueurLibrary *self);

/* What was sent for a reply (core/chat/account.h). @row is taken. */
void             lueur_library_save_request (LueurLibrary *self, LueurMessage *message, LueurRequestRow *row);
void             lueur_library_read_request_async (LueurLibrary *self, LueurMessage *message, GCancellable *cancellable,
                                                   GAsyncReadyCallback callback, gpointer data);
LueurRequestRow *lueur_library_read_request_finish (LueurLibrary *self, GAsyncResult *result, GError **error);

/* What the person thinks of a reply: @thumb -1 or 1, 0 takes it back; @reason: (nullable): one of those that are
 * offered; @words: (nullable): their own. Shows at once in the message, and is put back if the store refuses. */
void     lueur_library_set_opinion_async (LueurLibrary *self, LueurMessage *message, int thumb, const char *reason,
                                          const char *words, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_set_opinion_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
/* finish: (transfer full) (element-type LueurOpinionRow), latest first, 500 at most */
void       lueur_library_read_opinions_async (LueurLibrary *self, LueurPersona *persona, GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer data);
GPtrArray *lueur_library_read_opinions_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
/* On how many days the person wrote to @persona, and what they answered when asked how it goes. finish: (transfer full) */
void            lueur_library_read_review_async (LueurLibrary *self, LueurPersona *persona, GCancellable *cancellable,
                                                 GAsyncReadyCallback callback, gpointer data);
LueurReviewRow *lueur_library_read_review_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
/* @works, @bothers: (nullable); @wait_until: µs, not to be asked again before */
void     lueur_library_set_review_async (LueurLibrary *self, LueurPersona *persona, const char *works, const char *bothers,
                                         gint64 answered_at, gint64 wait_until, GCancellable *cancellable,
                                         GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_set_review_finish (LueurLibrary *self, GAsyncResult *result, GError **error);

/* Keeps the composer's text; cheap, coalesced, written within a second. */
void     lueur_library_set_draft (LueurLibrary *self, LueurConversation *conversation, const char *text);
/*
 * What a turn of the chat needs:
 *
 *   append the person's message, and wait: its callback comes when it is safe on disk;
 *   append the reply (WAITING) without waiting, let it grow, checkpoint it once a second;
 *   finish it: COMPLETE, STOPPED or FAILED.
 *
 * Another reply to the same message is appended as a swipe of the first; to replace one that failed, clear its
 * text and error, set its state to WAITING, checkpoint it and go on as with a new one.
 */

/* Puts @message at the end; the callback comes when it is on disk, and it has an id then. If the store refuses, it
 * stays in the conversation as FAILED with the code "store" and id 0: append the same object again to retry. A
 * message of the person's gives the conversation its title, if it has none, and empties its draft. */
void     lueur_library_append_message_async (LueurLibrary *self, LueurConversation *conversation, LueurMessage *message,
                                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_append_message_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
/* Puts @message in the place of @sibling, as its last swipe; what followed @sibling leaves the list with it. If the
 * store refuses they come back. */
void     lueur_library_append_swipe_async (LueurLibrary *self, LueurConversation *conversation, LueurMessage *sibling,
                                           LueurMessage *message, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_append_swipe_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
/* Writes text and state as they are now, soon; cheap, a later one supersedes an earlier one that still waits. */
void     lueur_library_checkpoint_message (LueurLibrary *self, LueurConversation *conversation, LueurMessage *message);
/* Writes all of @message as it is now; the callback comes when it is safe on disk. For every later change as well. */
void     lueur_library_finish_message_async (LueurLibrary *self, LueurConversation *conversation, LueurMessage *message,
                                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_finish_message_finish (LueurLibrary *self, GAsyncResult *result, GError **error);
/* Shows another of the siblings of @message (its swipes; @step -1 the one before, 1 the one after) and what followed
 * it. @message leaves the list: what is shown are other objects. */
void     lueur_library_select_swipe_async (LueurLibrary *self, LueurConversation *conversation, LueurMessage *message, int step,
                                           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean lueur_library_select_swipe_finish (LueurLibrary *self, GAsyncResult *result, GError **error);

G_END_DECLS
