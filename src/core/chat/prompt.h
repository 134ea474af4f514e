/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

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
  LUEUR_PART_MAIN,         /* who the companion is and how to write */
  LUEUR_PART_PERSON,       /* what the person told about themselves */
  LUEUR_PART_DESCRIPTION,  /* background, tastes, habits of the companion */
  LUEUR_PART_PERSONALITY,  /* temperament */
  LUEUR_PART_RHYTHM,       /* rituals, time a day, quiet hours */
  LUEUR_PART_SCENARIO,     /* the setting */
  LUEUR_PART_EXAMPLES,     /* how the companion talks, by example */
  LUEUR_PART_HISTORY,      /* the conversation */
  LUEUR_PART_POST_HISTORY, /* what a card wants said after it */
  LUEUR_PART_LIMITS,       /* topics never raised, word for word */
  LUEUR_PART_CONDUCT,      /* core/wellbeing/conduct: always there, always last */
} LueurPartKind;

typedef enum
{
  LUEUR_PART_WHOLE,     /* in the request */
  LUEUR_PART_SHORTENED, /* only as much of it as there was room for */
  LUEUR_PART_NO_ROOM,   /* left out: no room */
} LueurPartState;

/**
 * LueurPart:
 * @kind: what it is
 * @state: what became of it
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
  char *text;
  guint tokens;
  guint n_turns;
  guint n_left_out;
} LueurPart;

/**
 * LueurPromptInput:
 * @persona: the companion
 * @history: what was said, oldest first, the person's latest message last
 * @n_history: of @history
 * @context_tokens: how much the model can read, its reply included
 * @reply_tokens: how much of that is kept for the reply
 * @person_name: (nullable): stands for `{{user}}`
 * @person: (nullable): what the person told about themselves
 * @scenario: (nullable): the setting; %NULL for the companion's own
 * @examples: (nullable): exchanges that show how the companion talks; %NULL for the companion's own
 * @post_history: (nullable): said after the conversation; %NULL for the companion's own
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
  guint context_tokens;
  guint reply_tokens;
  const char *person_name;
  const char *person;
  const char *scenario;
  const char *const *examples;
  const char *post_history;
  gboolean system_last;
} LueurPromptInput;

/**
 * LueurPrompt:
 *
 * A composed request and the account of it. Counted, never changed once made.
 */
typedef struct _LueurPrompt LueurPrompt;

LueurPrompt     *lueur_prompt_compose (const LueurPromptInput *input);
LueurPrompt     *lueur_prompt_ref (LueurPrompt *self);
void             lueur_prompt_unref (LueurPrompt *self);
const LueurTurn *lueur_prompt_get_turns (const LueurPrompt *self, guint *n_turns);
const LueurPart *lueur_prompt_get_parts (const LueurPrompt *self, guint *n_parts);
guint            lueur_prompt_get_tokens (const LueurPrompt *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurPrompt, lueur_prompt_unref)

G_END_DECLS
