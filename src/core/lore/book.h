/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exchange/card.h"

G_BEGIN_DECLS

/* What a book may hold at most; what is more is left out. */
#define LUEUR_BOOK_MAX_ENTRIES 5000
#define LUEUR_BOOK_MAX_KEYS 256 /* an entry */
#define LUEUR_BOOK_MAX_REGEXES 500
#define LUEUR_BOOK_MAX_CONTENT (64 * 1024)
#define LUEUR_BOOK_SCAN_DEPTH 2
#define LUEUR_BOOK_ORDER 100

typedef enum
{
  LUEUR_BOOK_BEFORE, /* the description */
  LUEUR_BOOK_AFTER,  /* the setting */
  LUEUR_BOOK_DEPTH,  /* so many messages from the end of the conversation */
} LueurBookPosition;

/* Who says what stands at a depth. The same numbers as LueurTurnRole. */
typedef enum
{
  LUEUR_BOOK_SYSTEM,
  LUEUR_BOOK_USER,
  LUEUR_BOOK_COMPANION,
} LueurBookRole;

/* How secondary keys count. */
typedef enum
{
  LUEUR_BOOK_AND_ANY, /* one of them at least */
  LUEUR_BOOK_NOT_ALL, /* not all of them */
  LUEUR_BOOK_NOT_ANY, /* none of them */
  LUEUR_BOOK_AND_ALL, /* all of them */
} LueurBookLogic;

/**
 * LueurBookKey:
 * @text: as it is written
 *
 * A word or several to look for, or a regular expression.
 */
typedef struct
{
  char *text;
  /*< private >*/
  char *folded;                 /* for words whose case does not matter */
  struct _LueurLoreRegex *regex; /* (nullable) */
  gboolean broken;              /* a regular expression that is none: never found */
} LueurBookKey;

/**
 * LueurBookEntry:
 *
 * One thing to tell a model when it comes up. docs/cards.md says what each member does.
 */
typedef struct
{
  char *name;
  char *content; /* without its decorators */
  GArray *keys;      /* LueurBookKey */
  GArray *secondary; /* LueurBookKey */
  GArray *excluding; /* LueurBookKey */
  LueurBookPosition position;
  LueurBookRole role;
  LueurBookLogic logic;
  guint index; /* in the book, for ties */
  int order;
  int priority;
  int depth;
  int scan_depth; /* -1: the book's */
  guint probability; /* in hundredths */
  guint from_message; /* only from so many messages on */
  guint every;        /* only at every so many messages; 0: at all */
  gboolean enabled;
  gboolean constant;
  gboolean selective;
  gboolean never;          /* @@dont_activate */
  gboolean case_sensitive;
  gboolean whole_words;
  gboolean from_start;     /* the depth is counted from the start */
  gboolean first_out;      /* @@ignore_on_max_context */
  gboolean no_recursion;   /* other entries do not bring it up */
  gboolean ends_recursion; /* it brings up no others */
  gboolean only_recursion;
  gboolean stays;          /* @@keep_activate_after_match */
  gboolean once;           /* @@dont_activate_after_match */
  int greeting;            /* only where the conversation began with this greeting, 0 for the first; -1: any */
  char *unheeded;          /* (nullable): decorators that mean nothing here, as they are written */
} LueurBookEntry;

/**
 * LueurBook:
 *
 * A lorebook: never changes once it was read.
 */
typedef struct
{
  char *name;
  GPtrArray *entries; /* LueurBookEntry, as they come */
  int scan_depth;
  int token_budget; /* -1: a quarter of what there is */
  gboolean recursive;
  gboolean whole_talk; /* an entry asks for what was said, or matched, long ago */
  /*< private >*/
  gatomicrefcount refs;
} LueurBook;

/* The book at @object of @doc: of a card, a book of its own, or as some programs save theirs. Never fails: what is not
 * understood is left out. */
LueurBook *lueur_book_new (const LueurJsonDoc *doc, guint object);
LueurBook *lueur_book_new_from_card (const LueurCard *card); /* (nullable): it has none */
LueurBook *lueur_book_ref (LueurBook *self);
void       lueur_book_unref (LueurBook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurBook, lueur_book_unref)

/* --- For decorators.c --- */

/* Takes the lines that begin with @@ off the start of @entry's content, and does as they say. */
void lueur_book_read_decorators (LueurBookEntry *entry);
void lueur_book_add_key (LueurBookEntry *entry, GArray *keys, const char *text, gboolean is_regex, guint *n_regexes);

G_END_DECLS
