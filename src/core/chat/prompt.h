/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/lore/scan.h"
#include "core/model/persona.h"

G_BEGIN_DECLS

/**
 * LueurTurnRole:
 *
 * Who speaks in a request. (What the app itself says in a conversation is never sent.)
 */
typedef enum
{
  LUEUR_TURN_SYSTEM,
  LUEUR_TURN_USER,
  LUEUR_TURN_COMPANION,
} LueurTurnRole;

typedef struct
{
  LueurTurnRole role;
  const char *text;
} LueurTurn;

/**
 * LueurPartKind:
 *
 * What a request is made of, in the order in which it is composed.
 */
typedef enum
{
  LUEUR_PART_MAIN,         /* who the companion is and how to write; a card's system prompt in its place */
  LUEUR_PART_BOOK_BEFORE,  /* entries of books that come before the companion */
  LUEUR_PART_PERSON,       /* what the person told about themselves */
  LUEUR_PART_DESCRIPTION,  /* background, tastes, habits of the companion */
  LUEUR_PART_PERSONALITY,  /* temperament */
  LUEUR_PART_RHYTHM,       /* rituals, time a day, quiet hours */
  LUEUR_PART_SCENARIO,     /* the setting */
  LUEUR_PART_BOOK_AFTER,   /* entries of books that come after the companion */
  LUEUR_PART_MEMORY,       /* what is remembered of earlier talks */
  LUEUR_PART_EXAMPLES,     /* how the companion talks, by example */
  LUEUR_PART_HISTORY,      /* the conversation */
  LUEUR_PART_BOOK_DEPTH,   /* entries of books that stand in the conversation */
  LUEUR_PART_POST_HISTORY, /* what a card wants said after it */
  LUEUR_PART_DEBATE,       /* argue against yourself: one of the six questions was asked (core/wellbeing/starters) */
  LUEUR_PART_LIMITS,       /* what the person ruled out, word for word */
  LUEUR_PART_CONDUCT,      /* core/wellbeing/conduct: always there, always last */
} LueurPartKind;

typedef enum
{
  LUEUR_PART_WHOLE,     /* in the request */
  LUEUR_PART_SHORTENED, /* only as much of it as there was room for */
  LUEUR_PART_NO_ROOM,   /* left out: no room */
  LUEUR_PART_NOT_NOW,   /* left out: nothing brought it up */
} LueurPartState;

/**
 * LueurPartWhy:
 *
 * Why a part is in, or was left out.
 */
typedef enum
{
  LUEUR_WHY_ALWAYS,     /* it is in every request */
  LUEUR_WHY_ROOM,       /* there was room for it, or for as much of it */
  LUEUR_WHY_RECALLED,   /* the memory brought it up */
  LUEUR_WHY_MATCHED,    /* its key came up in the conversation */
  LUEUR_WHY_CONSTANT,   /* its book wants it always */
  LUEUR_WHY_RECURSED,   /* its key came up in another entry */
  LUEUR_WHY_OFF,        /* disabled, or empty */
  LUEUR_WHY_NO_KEY,     /* none of its keys came up */
  LUEUR_WHY_SECONDARY,  /* a key came up, but the others that it asks for say no */
  LUEUR_WHY_NOT_NOW,    /* not at this message, or by chance */
  LUEUR_WHY_NO_ROOM,    /* no room was left */
} LueurPartWhy;

/**
 * LueurPart:
 * @kind: what it is
 * @state: what became of it
 * @why: why
 * @source: (nullable): which one of its kind: the name of a book's entry, what a fact was remembered from
 * @key: (nullable): the key that brought it up
 * @unheeded: (nullable): decorators of a book's entry that mean nothing here
 * @text: what was sent of it; "" for %LUEUR_PART_HISTORY, whose text is in the turns
 * @tokens: estimate of what was sent
 * @n_turns: for %LUEUR_PART_HISTORY, how many messages were sent
 * @n_left_out: for %LUEUR_PART_HISTORY, how many older ones were not
 *
 * One line of the account of a request.
 */
typedef struct
{
  LueurPartKind kind;
  LueurPartState state;
  LueurPartWhy why;
  char *source;
  char *key;
  char *unheeded;
  char *text;
  guint tokens;
  guint n_turns;
  guint n_left_out;
  /*< private >*/
  const LueurBookEntry *entry;
} LueurPart;

/**
 * LueurFact:
 * @text: one thing to remember, in a sentence
 * @source: (nullable): what it is remembered from, for the account
 */
typedef struct
{
  const char *text;
  const char *source;
} LueurFact;

/**
 * LueurRecallFunc:
 * @history: (array length=n_history): what was said
 * @facts: (out caller-allocates) (array length=max): the most telling first; borrowed until the request is composed
 *
 * What a memory is to the composer.
 *
 * Returns: how many facts there are
 */
typedef guint (*LueurRecallFunc) (const LueurTurn *history, guint n_history, LueurFact *facts, guint max, gpointer data);

/**
 * LueurPromptInput:
 * @persona: the companion
 * @history: what was said, oldest first, the person's latest message last
 * @n_history: of @history
 * @n_earlier: messages before those, which are not given
 * @context_tokens: how much the model can read, its reply included
 * @reply_tokens: how much of that is kept for the reply
 * @person_name: (nullable): stands for `{{user}}`
 * @person: (nullable): what the person told about themselves
 * @scenario: (nullable): the setting, in the place of the companion's
 * @examples: (nullable): exchanges that show how the companion talks, in the place of the companion's
 * @post_history: (nullable): said after the conversation, in the place of the companion's
 * @books: (nullable) (array length=n_books): lorebooks
 * @greeting: 1 and more: which of the companion's greetings the conversation began with; 0: not known
 * @recall: (nullable): the memory
 * @now: (nullable): the local time
 * @idle_usec: how long the person was silent; negative: not known
 * @seed: of this request, for what comes by chance
 * @conversation_seed: for what is picked once for a conversation
 * @calm: the person may be in danger: persona, scenario, examples and books step aside
 * @reminder: (nullable): what is to be heeded in this reply above all
 * @system_last: puts what comes after the conversation into a system message after it, instead of at the
 *   end of the first one. Many servers take only one system message, and only as the first.
 *
 * What a request is composed of. Everything is copied.
 */
typedef struct
{
  LueurPersona *persona;
  const LueurTurn *history;
  guint n_history;
  guint n_earlier;
  guint context_tokens;
  guint reply_tokens;
  const char *person_name;
  const char *person;
  const char *scenario;
  const char *const *examples;
  const char *post_history;
  LueurBook *const *books;
  guint n_books;
  guint greeting;
  LueurRecallFunc recall;
  gpointer recall_data;
  GDateTime *now;
  gint64 idle_usec;
  guint64 seed;
  guint64 conversation_seed;
  gboolean calm;
  const char *reminder;
  gboolean system_last;
} LueurPromptInput;

/**
 * LueurPrompt:
 *
 * A composed request and the account of it. Counted, never changed once made.
 */
typedef struct _LueurPrompt LueurPrompt;

LueurPrompt     *lueur_prompt_compose (const LueurPromptInput *input);
/* A request that is no conversation with a companion: without an account, as it is. */
LueurPrompt     *lueur_prompt_new_of_turns (const LueurTurn *turns, guint n_turns);
LueurPrompt     *lueur_prompt_ref (LueurPrompt *self);
void             lueur_prompt_unref (LueurPrompt *self);
const LueurTurn *lueur_prompt_get_turns (const LueurPrompt *self, guint *n_turns);
const LueurPart *lueur_prompt_get_parts (const LueurPrompt *self, guint *n_parts);
guint            lueur_prompt_get_tokens (const LueurPrompt *self);

/* For files and tests; the interface has its own words. */
const char *lueur_part_kind_get_name (LueurPartKind kind);
const char *lueur_part_state_get_name (LueurPartState state);
const char *lueur_part_why_get_name (LueurPartWhy why);

/* A text that is said by the companion (a greeting) with its macros followed. */
char *lueur_prompt_expand (const LueurPromptInput *input, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurPrompt, lueur_prompt_unref)

G_END_DECLS
