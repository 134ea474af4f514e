/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/lore/book.h"

G_BEGIN_DECLS

/**
 * LueurBookReason:
 *
 * Why an entry is told or not.
 */
typedef enum
{
  LUEUR_BOOK_MATCHED,   /* in: a key of it came up */
  LUEUR_BOOK_CONSTANT,  /* in: always */
  LUEUR_BOOK_RECURSED,  /* in: another entry that is told brought it up */
  LUEUR_BOOK_OFF,       /* out: disabled, empty, or told never to */
  LUEUR_BOOK_NO_KEY,    /* out: nothing brought it up */
  LUEUR_BOOK_SECONDARY, /* out: a key came up, but its secondary keys say no, or an excluding key yes */
  LUEUR_BOOK_NOT_NOW,   /* out: the number of messages, or chance */
  LUEUR_BOOK_NO_ROOM,   /* out: the book's share of the budget is spent */
} LueurBookReason;

/**
 * LueurBookHit:
 * @entry: of the book
 * @text: what to tell; "" when it is out
 * @key: (nullable): the key that brought it up, as it is written
 * @tokens: estimate of @text, and of the turn that it takes where it stands in the conversation
 */
typedef struct
{
  const LueurBookEntry *entry;
  LueurBookReason reason;
  char *text;
  const char *key;
  guint tokens;
} LueurBookHit;

/* What becomes of an entry's text before it is told (macros). @hidden: for other keys to be found in, not to be told.
 * (transfer full) */
typedef char *(*LueurBookExpand) (const char *text, gboolean hidden, gpointer data);

/**
 * LueurBookWork:
 * @steps: of regular expressions, at most %LUEUR_LORE_FUEL
 * @bytes: gone through for words, at most %LUEUR_BOOK_MAX_BYTES and one window more
 *
 * What looking through a book cost. The same look costs the same.
 */
typedef struct
{
  gint64 steps;
  gint64 bytes;
} LueurBookWork;

/* Bytes that all keys together are looked for in: a tenth of a second, for the largest of books. */
#define LUEUR_BOOK_MAX_BYTES (256 * 1024 * 1024)

/**
 * LueurBookLook:
 * @messages: (array length=n_messages): what was said, oldest first
 * @n_total: messages in the whole conversation
 * @greeting: which of the companion's greetings it began with, 0 for the first; -1: none, or not known
 * @budget: tokens that the whole request may have
 * @room: tokens that are left in it for this book
 * @seed: for entries that come up by chance
 * @expand: (nullable)
 * @spent: (out) (optional): what looking cost: steps of regular expressions and bytes gone through for words
 */
typedef struct
{
  const char *const *messages;
  guint n_messages;
  guint n_total;
  int greeting;
  guint budget;
  guint room;
  guint64 seed;
  LueurBookExpand expand;
  gpointer data;
  LueurBookWork *spent;
} LueurBookLook;

/* (transfer full) (element-type LueurBookHit): every entry of the book; those that are in come first, in the order in
 * which they are told. The same look gives the same answer. */
GPtrArray *lueur_book_look (const LueurBook *self, const LueurBookLook *look);

/* Whether @reason means that it is told. */
gboolean    lueur_book_reason_is_in (LueurBookReason reason);
const char *lueur_book_reason_get_name (LueurBookReason reason);

G_END_DECLS
