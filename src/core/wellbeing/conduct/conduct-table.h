/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/wellbeing/conduct/conduct.h"
#include "core/wellbeing/phrase/phrase.h"

G_BEGIN_DECLS

/* What the phrases of the conduct tables mean. */
enum
{
  /* Of the person's. A CALM one explains away what it overlaps. */
  CONDUCT_FAREWELL = 1,
  CONDUCT_FAREWELL_CALM,
  CONDUCT_ASKS, /* whether it is human */
  CONDUCT_ASKS_CALM,
  CONDUCT_LONELY,
  CONDUCT_LONELY_CALM,
  CONDUCT_PLAN, /* that would harm */
  CONDUCT_STOP, /* ends role-play */

  /* Of a reply. */
  CONDUCT_CALM = 10, /* explains away what it overlaps */
  CONDUCT_CLAIMS,    /* to be human */
  CONDUCT_AFFIRMS,   /* says yes, which is a claim where it was asked */
  CONDUCT_AI,        /* says that it is a program */
  CONDUCT_DISAGREES, /* plainly */
  CONDUCT_CAUTIONS,  /* or warns, asks back, weighs */
  CONDUCT_ACCEPTS,  /* says goodbye */
  CONDUCT_ENDORSES, /* a plan */
  CONDUCT_DENIED,   /* stands right before a phrase and takes it back */
  CONDUCT_HARM,     /* harm, with no look at what the person said */

  CONDUCT_CONCEPT = 31, /* what words stand for: which is in the flags */
  /* + LueurTactic */
  CONDUCT_TACTIC = 32,
};

/* Concepts from this on are what somebody has in mind that would harm. */
#define CONDUCT_CONCEPT_PLANS 160

#define CONDUCT_TAG_AI LUEUR_PHRASE_TAG (0)

extern const LueurPhrase lueur_conduct_phrases_en[], lueur_conduct_phrases_fr[];
extern const LueurPhrase lueur_conduct_replies_en[], lueur_conduct_replies_fr[];
extern const LueurPhrase lueur_conduct_concepts[], lueur_conduct_farewells[];
extern const LueurPhraseList lueur_conduct_lists_en[], lueur_conduct_lists_fr[];

G_END_DECLS
