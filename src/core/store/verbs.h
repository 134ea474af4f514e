/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store/database.h"
#include "core/store/rows.h"

G_BEGIN_DECLS

/*
 * All that is asked of the database: what the store's threads do, as plain functions on a connection.
 * Each is one transaction. Errors are the store's; G_IO_ERROR_CANCELLED for a read that was stopped.
 */

/* Messages a page. */
#define LUEUR_PAGE_SIZE 200
/* Longest path that is walked at once; what lies beyond is reached a page at a time. */
#define LUEUR_PATH_MAX 100000
/* Companions, and conversations, that a start reads at most. */
#define LUEUR_SHELF_MAX 20000
/* Lorebooks that a companion may have beside that of its card. */
#define LUEUR_BOOKS_MAX 20
/* How long the bin keeps, and how long hours of use are kept: 30 days, 14 weeks. */
#define LUEUR_BIN_USEC (30 * G_TIME_SPAN_DAY)
#define LUEUR_USAGE_DAYS (14 * 7)
/* Largest record, and most of one kind that are read. */
#define LUEUR_RECORD_MAX_BYTES (256 * 1024)
#define LUEUR_RECORDS_MAX 1000

/* --- shelf.c: what a start reads --- */

/* Replies that a kill left growing are STOPPED. */
gboolean    lueur_verb_repair (LueurDatabase *db, GError **error);
LueurShelf *lueur_verb_read_shelf (LueurDatabase *db, GError **error);

/* --- personas.c --- */

/* id 0 inserts. A new version is kept when the body differs from the last one. Returns: the id, 0 on error */
gint64     lueur_verb_save_persona (LueurDatabase *db, const LueurPersonaRow *row, GError **error);
/* LueurPersonaVersionRow, latest first */
GPtrArray *lueur_verb_read_versions (LueurDatabase *db, gint64 persona, GError **error);

/* --- persons.c --- */

/* id 0 inserts. One that is the main one takes that from any other. Returns: the id, 0 on error */
gint64     lueur_verb_save_person (LueurDatabase *db, const LueurPersonRow *row, GError **error);
/* @person: 0 for the main one */
gboolean   lueur_verb_set_person (LueurDatabase *db, gint64 conversation, gint64 person, GError **error);
/* LueurPersonRow, the main one first, then in the order in which they were made */
GPtrArray *lueur_verb_read_persons (LueurDatabase *db, GError **error);

/* --- cards.c --- */

gboolean   lueur_verb_save_card (LueurDatabase *db, gint64 persona, GBytes *file, gint64 now, GError **error);
/* Empty when there is none. */
GBytes    *lueur_verb_read_card (LueurDatabase *db, gint64 persona, GError **error);

/* --- books.c --- */

/* Returns: the id, 0 on error */
gint64     lueur_verb_add_book (LueurDatabase *db, const LueurBookRow *row, GError **error);
/* LueurBookRow, in the order in which they were given */
GPtrArray *lueur_verb_read_books (LueurDatabase *db, gint64 persona, GError **error);
gboolean   lueur_verb_remove_book (LueurDatabase *db, gint64 id, GError **error);

/* --- conversations.c --- */

/* @first: (nullable). Both get their ids. */
gboolean lueur_verb_start_conversation (LueurDatabase *db, LueurConversationRow *row, LueurMessageRow *first, GError **error);
/* @others: (nullable) (element-type LueurMessageRow): other versions of the first, of which that is shown */
gboolean lueur_verb_start_conversation_with (LueurDatabase *db, LueurConversationRow *row, LueurMessageRow *first,
                                             GPtrArray *others, GError **error);
/* "" goes back to a title made of the person's first words. Returns: the title it has now */
char    *lueur_verb_rename_conversation (LueurDatabase *db, gint64 id, const char *title, GError **error);
/* Makes a title that nobody chose anew; inside a transaction. */
gboolean lueur_verb_title_again (LueurDatabase *db, gint64 conversation, GError **error);
/* "" or NULL takes it away. */
gboolean lueur_verb_set_draft (LueurDatabase *db, gint64 conversation, const char *text, gint64 now, GError **error);

/* --- messages.c --- */

/* @before: 0 for the end of the active path, else the message that a page of older ones ends before. */
LueurPage *lueur_verb_read_page (LueurDatabase *db, gint64 conversation, gint64 before, guint n, GError **error);
/* @sibling: 0 to go on where the conversation ends, else the message that this is another version of. The row gets its
 * id, parent, depth and swipes. @title: (nullable): one derived from it. @clear_draft: it was what was being typed. */
gboolean   lueur_verb_append_message (LueurDatabase *db, LueurMessageRow *row, gint64 sibling, const char *title,
                                      gboolean clear_draft, gboolean durable, GError **error);
gboolean   lueur_verb_checkpoint_message (LueurDatabase *db, gint64 id, const char *text, LueurMessageState state, GError **error);
gboolean   lueur_verb_finish_message (LueurDatabase *db, const LueurMessageRow *row, GError **error);
/* Makes the sibling that is @step away (clamped) the shown one. Returns: the end of the new path */
LueurPage *lueur_verb_select_swipe (LueurDatabase *db, gint64 message, int step, GError **error);
/* What the conversation shows of itself, told anew from its leaf; inside a transaction. */
gboolean   lueur_verb_refresh_conversation (LueurDatabase *db, gint64 conversation, gint64 leaf, GError **error);
/* The end of the path that was last shown below @message. 0 on error. */
gint64     lueur_verb_descend (LueurDatabase *db, gint64 message, GError **error);

/* --- bin.c --- */

/* LueurBinRow, latest deleted first. */
GPtrArray *lueur_verb_read_bin (LueurDatabase *db, GError **error);
/* A message and what follows it, to the bin. Returns: what it is restored by; 0 on error */
gint64     lueur_verb_delete_message (LueurDatabase *db, gint64 id, gint64 now, GError **error);
/* Where it was. @id: of the row in the bin. Returns: the conversation it is in again; 0 on error */
gint64     lueur_verb_restore_message (LueurDatabase *db, gint64 id, GError **error);

/* @deleted_at: 0 takes it out of the bin. */
gboolean lueur_verb_set_deleted (LueurDatabase *db, LueurKind kind, gint64 id, gint64 deleted_at, GError **error);
/* At once and for good. */
gboolean lueur_verb_erase (LueurDatabase *db, LueurKind kind, gint64 id, GError **error);
/* What is 30 days in the bin at @now, or all of it. And the traces that a kill kept from being scrubbed. */
gboolean lueur_verb_purge (LueurDatabase *db, gint64 now, gboolean all, GError **error);

/* Writes a little and takes it away again: whether the disk lets us. */
gboolean lueur_verb_probe (LueurDatabase *db, GError **error);

/* --- opinions.c --- */

/* A thumb of 0 takes it back. What is no message (any more) has none. */
gboolean        lueur_verb_set_opinion (LueurDatabase *db, const LueurOpinionRow *row, GError **error);
/* LueurOpinionRow, latest first, at most @limit */
GPtrArray      *lueur_verb_read_opinions (LueurDatabase *db, gint64 persona, guint limit, GError **error);
/* @offset: µs that local time is ahead of UTC, to tell days by */
LueurReviewRow *lueur_verb_read_review (LueurDatabase *db, gint64 persona, gint64 offset, GError **error);
gboolean        lueur_verb_set_review (LueurDatabase *db, const LueurReviewRow *row, GError **error);

/* --- usage.c --- */

gboolean   lueur_verb_add_usage (LueurDatabase *db, const LueurUsageRow *row, gint64 now, GError **error);
/* LueurUsageRow, oldest first, of days in [@from, @to] */
GPtrArray *lueur_verb_read_usage (LueurDatabase *db, int from, int to, GError **error);
/* Days before @before; G_MAXINT erases all, without a trace. */
gboolean   lueur_verb_erase_usage (LueurDatabase *db, int before, GError **error);

/* --- records.c --- */

gboolean   lueur_verb_add_tally (LueurDatabase *db, const LueurTallyRow *row, GError **error);
/* LueurTallyRow of @kind, oldest first, of days in [@from, @to] */
GPtrArray *lueur_verb_read_tallies (LueurDatabase *db, const char *kind, int from, int to, GError **error);
gboolean   lueur_verb_put_record (LueurDatabase *db, const LueurRecordRow *row, GError **error);
/* LueurRecordRow of @kind, in the order of their keys */
GPtrArray *lueur_verb_read_records (LueurDatabase *db, const char *kind, GError **error);
/* Tallies and records of @kind (NULL: all kinds, and the log of use) with @key (NULL: all), without a trace. */
gboolean   lueur_verb_erase_records (LueurDatabase *db, const char *kind, const char *key, GError **error);

/* --- rituals.c --- */

/* LueurPersonaRow (id, body and updated_at) of companions with a ritual turned on, neither archived nor in the bin */
GPtrArray *lueur_verb_read_ritual_personas (LueurDatabase *db, GError **error);
/* LueurRitualRow: when each last came */
GPtrArray *lueur_verb_read_rituals (LueurDatabase *db, GError **error);
gboolean   lueur_verb_put_ritual (LueurDatabase *db, const LueurRitualRow *row, GError **error);
/* @day (out): of the last one that came, if what it says stands in no conversation yet: it does now; else 0 */
gboolean   lueur_verb_claim_ritual (LueurDatabase *db, gint64 persona, const char *kind, gint64 *day, GError **error);

/* --- requests.c --- */

/* Takes the place of what was known of that message; without pieces, nothing is kept. */
gboolean         lueur_verb_save_request (LueurDatabase *db, const LueurRequestRow *row, GError **error);
LueurRequestRow *lueur_verb_read_request (LueurDatabase *db, gint64 message, GError **error);
/* After something was erased, and inside the same transaction. */
gboolean         lueur_verb_forget_requests (LueurDatabase *db, LueurKind kind, gint64 id, GError **error);
gboolean         lueur_verb_forget_request_texts (LueurDatabase *db, GError **error);

/* --- search.c --- */

/* LueurSearchHit, latest first, one a conversation: those of which a message that is shown, or title and companion's name
 * together, hold all of @words, whatever their case and accents. Not those in the bin, nor with companions there or in the
 * archive. */
GPtrArray *lueur_verb_search (LueurDatabase *db, const char *words, guint limit, GError **error);

G_END_DECLS
