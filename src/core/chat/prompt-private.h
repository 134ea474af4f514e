/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the composer share: prompt.c (the budget), prompt-parts.c (what there is to say),
 * prompt-turns.c (how it is sent). */

#include "core/chat/macros.h"
#include "core/chat/prompt.h"

G_BEGIN_DECLS

struct _LueurPrompt
{
  GArray *parts; /* of LueurPart, in the order of their kinds once it is composed */
  GArray *turns; /* of LueurTurn, whose texts are owned */
  guint tokens;
};

typedef struct
{
  const LueurPromptInput *input;
  LueurMacros macros;
  const char *const *examples;
  char *joined_examples;
} LueurComposer;

void lueur_composer_init (LueurComposer *self, const LueurPromptInput *input);
void lueur_composer_clear (LueurComposer *self);

gboolean   lueur_composer_is_french (const LueurComposer *self);
LueurPart *lueur_prompt_find_part (LueurPrompt *self, LueurPartKind kind);
guint      lueur_prompt_sum (const LueurPrompt *self);
guint      lueur_turn_cost (const LueurTurn *turn);

/* What is in every request. */
void lueur_prompt_add_fixed (LueurPrompt *self, const LueurComposer *composer);
/* Within @room tokens; the budget is that of the whole request. */
void lueur_prompt_add_books (LueurPrompt *self, const LueurComposer *composer, guint budget, guint room);
void lueur_prompt_add_memory (LueurPrompt *self, const LueurComposer *composer, guint budget, guint room);
/* As many as fit. */
void lueur_prompt_add_examples (LueurPrompt *self, const LueurComposer *composer, guint budget);
/* @first: of the messages that are sent */
void lueur_prompt_write_turns (LueurPrompt *self, const LueurComposer *composer, guint first);

G_END_DECLS
