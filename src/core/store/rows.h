/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/emotion/label.h"
#include "core/model/message.h"

G_BEGIN_DECLS

/*
 * What goes to the store's thread and comes back: plain values that nobody changes once they are sent.
 * Dates are microseconds since the epoch; an id of 0 is none.
 */

typedef enum
{
  LUEUR_KIND_PERSONA,
  LUEUR_KIND_CONVERSATION,
  LUEUR_KIND_MESSAGE, /* and all that follows it; in the bin it is known by another id, see LueurBinRow */
  LUEUR_KIND_PERSON,  /* has no bin */
  LUEUR_KIND_TALKS,   /* all that was said with a companion, whose id it goes by; has no bin */
} LueurKind;

typedef struct
{
  gint64 id;
  char *body; /* JSON, lueur_persona_to_json() */
  gint64 created_at;
  gint64 updated_at;
  gint64 deleted_at;
  gint64 version;
  gint64 card_of; /* of a new one: whose card it has too; 0: nobody's */
  gboolean archived;
} LueurPersonaRow;

typedef struct
{
  gint64 version;
  gint64 saved_at;
  char *body;
} LueurPersonaVersionRow;

typedef struct
{
  gint64 id;
  char *body; /* JSON, lueur_person_to_json() */
  gint64 created_at;
  gint64 updated_at;
  gboolean main;
} LueurPersonRow;

typedef struct
{
  gint64 id;
  gint64 persona;
  gint64 person; /* 0: the main one */
  char *title;
  char *preview;
  char *draft;
  gint64 created_at;
  gint64 updated_at;
  gint64 deleted_at;
  guint n_messages;
  gboolean renamed;
} LueurConversationRow;

typedef struct
{
  gint64 id;
  gint64 conversation;
  gint64 parent;
  gint64 created_at;
  char *text;
  char *error_code;   /* (nullable) */
  char *error_detail; /* (nullable) */
  char *model;        /* (nullable) */
  LueurRole role;
  LueurMessageState state;
  LueurEmotion label;
  guint depth; /* how many messages the path to it has, itself included */
  guint swipe_index;
  guint n_swipes;
  gboolean scripted;
  int thumb;     /* -1, 0 or 1 */
  char *reason;  /* (nullable): one of the reasons that are offered; "" for none */
  guint findings; /* core/wellbeing/conduct/findings.h */
} LueurMessageRow;

/* A stretch of the active path. */
typedef struct
{
  GPtrArray *messages; /* LueurMessageRow, oldest first */
  gboolean has_older;
  /* Of a page that ends the path; 0 and NULL in one of older messages. */
  guint n_messages;
  char *title;
  char *preview;
} LueurPage;

/* All that a start needs, and nothing of the messages. */
typedef struct
{
  GPtrArray *personas;      /* LueurPersonaRow, newest first, archived ones too */
  GPtrArray *conversations; /* LueurConversationRow, latest first */
  GPtrArray *persons;       /* LueurPersonRow, the main one first */
} LueurShelf;

/* An hour of a day (yyyymmdd; when a day starts is the caller's business) with one companion, or 0. */
typedef struct
{
  int day;
  int hour;
  gint64 persona;
  gint64 seconds;
  int sessions;
} LueurUsageRow;

#define LUEUR_SEARCH_MARKS_MAX 8
#define LUEUR_SEARCH_HITS_MAX 500

/* What of an excerpt was looked for, in bytes. */
typedef struct
{
  guint start;
  guint end;
} LueurSearchMark;

/* A conversation in which what was looked for is said. */
typedef struct
{
  gint64 conversation;
  gint64 message;    /* the latest that holds it; 0: only the title or the companion's name do */
  gint64 created_at; /* of the message; of what was said last in the conversation, where there is none */
  LueurRole role;
  char *excerpt;     /* one line of the message, around it; "" without a message */
  guint n_marks;
  LueurSearchMark marks[LUEUR_SEARCH_MARKS_MAX]; /* in order, apart from each other */
} LueurSearchHit;

/* Something in the bin. @id is what it is restored and erased by: for a message that of the conversation which was made
 * to hold it. */
typedef struct
{
  LueurKind kind;
  gint64 id;
  gint64 persona;
  gint64 conversation; /* of a message: where it was said */
  gint64 deleted_at;
  gint64 n;            /* conversations of a companion, messages of the others */
  char *title;
  char *body;          /* the companion's JSON */
} LueurBinRow;

/* What the person thinks of a reply, with the reply. */
typedef struct
{
  gint64 message;
  gint64 conversation;
  gint64 created_at;
  int thumb;
  char *reason;
  char *words;   /* the person's own */
  char *excerpt; /* of the reply */
} LueurOpinionRow;

/* What the person answered when they were asked how it goes with a companion. */
typedef struct
{
  gint64 persona;
  char *works;
  char *bothers;
  gint64 answered_at; /* 0: never */
  gint64 wait_until;  /* not to be asked before */
  gint64 n_days;      /* read only: on how many days the person wrote to it, */
  gint64 n_read;      /* how many of its replies were looked at, */
  gint64 n_disagreed; /* and in how many it disagreed */
} LueurReviewRow;
/* Something counted on a day (yyyymmdd): @n times, @sum in all. */
typedef struct
{
  char *kind;
  char *word;
  int day;
  gint64 n;
  double sum;
} LueurTallyRow;

/* When a ritual of a companion last came. */
typedef struct
{
  gint64 persona;
  char *kind;      /* as lueur_ritual_to_word() tells */
  gint64 fired_at; /* µs since the epoch */
  guint32 day;     /* what for: a Julian number */
  char *boot;      /* the boot that @boottime is of */
  gint64 boottime;
} LueurRitualRow;

/* Something small that is kept under a name of its own. */
typedef struct
{
  char *kind;
  char *key;
  char *body; /* JSON */
  gint64 updated_at;
} LueurRecordRow;

/* A lorebook that was given to a companion. */
typedef struct
{
  gint64 id;
  gint64 persona;
  char *name;   /* for people */
  GBytes *file; /* as it came */
  gint64 saved_at;
} LueurBookRow;

/* A stretch of what was sent. */
typedef enum
{
  LUEUR_PIECE_LITERAL, /* as it is */
  LUEUR_PIECE_TEXT,    /* what stands in a JSON string, told plainly: a part of the account */
  LUEUR_PIECE_SAID,    /* the same, of the conversation or of nothing that the account knows */
} LueurPieceKind;

typedef struct
{
  LueurPieceKind kind;
  char *text;
} LueurRequestPiece;

/* What was sent for a reply. */
typedef struct
{
  gint64 message;
  gint64 person;     /* who the person was in it; 0: nobody */
  char *account;     /* JSON, lueur_account_to_row() */
  GPtrArray *pieces; /* LueurRequestPiece, in order; NULL: nothing was sent, or it was not kept */
} LueurRequestRow;

void lueur_book_row_free (LueurBookRow *self);
void lueur_request_piece_free (LueurRequestPiece *self);
void lueur_request_row_free (LueurRequestRow *self);
void lueur_persona_row_free (LueurPersonaRow *self);
void lueur_persona_version_row_free (LueurPersonaVersionRow *self);
void lueur_person_row_free (LueurPersonRow *self);
void lueur_conversation_row_free (LueurConversationRow *self);
void lueur_message_row_free (LueurMessageRow *self);
void lueur_page_free (LueurPage *self);
void lueur_shelf_free (LueurShelf *self);
void lueur_search_hit_free (LueurSearchHit *self);
void lueur_bin_row_free (LueurBinRow *self);
void lueur_opinion_row_free (LueurOpinionRow *self);
void lueur_review_row_free (LueurReviewRow *self);
void lueur_tally_row_free (LueurTallyRow *self);
void lueur_record_row_free (LueurRecordRow *self);
void lueur_ritual_row_free (LueurRitualRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurBookRow, lueur_book_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurRequestRow, lueur_request_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurPersonaRow, lueur_persona_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurPersonaVersionRow, lueur_persona_version_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurPersonRow, lueur_person_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurConversationRow, lueur_conversation_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurMessageRow, lueur_message_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurPage, lueur_page_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurShelf, lueur_shelf_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurSearchHit, lueur_search_hit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurBinRow, lueur_bin_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurOpinionRow, lueur_opinion_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurReviewRow, lueur_review_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurTallyRow, lueur_tally_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurRecordRow, lueur_record_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurRitualRow, lueur_ritual_row_free)

LueurMessageRow *lueur_message_row_new (LueurRole role, const char *text, gint64 created_at);

/* The words the file uses; what it says otherwise is a notice of the app's, complete, without feeling. */
const char       *lueur_role_to_word (LueurRole role);
LueurRole         lueur_role_from_word (const char *word);
const char       *lueur_message_state_to_word (LueurMessageState state);
LueurMessageState lueur_message_state_from_word (const char *word);

G_END_DECLS
