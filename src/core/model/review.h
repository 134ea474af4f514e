/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/persona.h"
#include "core/store/rows.h"

G_BEGIN_DECLS

/* After so many days on which the person wrote, a review is offered; it is never pressed on anybody. */
#define LUEUR_REVIEW_DAYS 3

/**
 * LueurReason:
 *
 * Why a reply is liked or not: what may be picked beside a thumb, and what is found in own words.
 */
typedef enum
{
  LUEUR_REASON_NONE,
  /* Down */
  LUEUR_REASON_TOO_LONG,
  LUEUR_REASON_TOO_SHORT,
  LUEUR_REASON_FLATTERS,    /* agrees with everything, praises without reason */
  LUEUR_REASON_HARSH,
  LUEUR_REASON_COLD,
  LUEUR_REASON_FAMILIAR,    /* too close, too soon */
  LUEUR_REASON_SERIOUS,
  LUEUR_REASON_SILLY,
  LUEUR_REASON_REPEATS,
  LUEUR_REASON_QUESTIONS,   /* too many */
  LUEUR_REASON_GESTURES,    /* *smiles*, too often */
  LUEUR_REASON_EMOJI,
  LUEUR_REASON_NOT_THEM,    /* out of character */
  LUEUR_REASON_LIMIT,       /* a subject that should stay away; which one is in the own words */
  /* Up */
  LUEUR_REASON_WARM,
  LUEUR_REASON_FUNNY,
  LUEUR_REASON_CANDID,
  LUEUR_REASON_LISTENS,
  LUEUR_REASON_BRIEF,
  LUEUR_REASON_DETAILED,
  LUEUR_N_REASONS,
} LueurReason;

/* The words the store keeps: "too-long", … NULL for NONE; and back, NONE for what is no reason. */
const char *lueur_reason_get_name (LueurReason reason);
LueurReason lueur_reason_from_name (const char *name);
/* Whether it goes with a thumb up. */
gboolean    lueur_reason_is_good (LueurReason reason);

/**
 * LueurProposal:
 * @field: what would change
 * @after: a copy of the companion in which it has
 * @reason: what speaks for it; NONE when @why tells
 * @n: how often that was said
 * @why: (nullable): in words, from a model
 *
 * One edit of a companion, to be accepted or not.
 */
typedef struct
{
  LueurPersonaField field;
  LueurPersona *after;
  LueurReason reason;
  guint n;
  char *why;
} LueurProposal;

void lueur_proposal_free (LueurProposal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurProposal, lueur_proposal_free)

/* By rules: @opinions: (element-type LueurOpinionRow); @works, @bothers: what the person answered, in English or French.
 * Returns: (transfer full) (element-type LueurProposal): one a field at most */
GPtrArray *lueur_review_propose (LueurPersona *persona, GPtrArray *opinions, const char *works, const char *bothers);

/* What a model is asked, and what it says: an array of {"field", "value", "why"}, of which only what may be changed, is
 * well formed and makes a difference is taken; limits are only ever added to. */
char      *lueur_review_ask (LueurPersona *persona, GPtrArray *opinions, const char *works, const char *bothers);
char      *lueur_review_dup_schema (void);
GPtrArray *lueur_review_parse (LueurPersona *persona, const char *reply);

G_END_DECLS
