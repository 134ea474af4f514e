/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/wellbeing/danger/crisis.h"
#include "core/wellbeing/phrase/phrase.h"

G_BEGIN_DECLS

/* What the phrases of the crisis tables mean: a LueurCrisisClass (NONE: a turn of phrase that means nothing of the kind
 * and explains away what it overlaps), or one of these. */
enum
{
  CRISIS_CAP_NONE = 5, /* stands right before a phrase and takes it back: “I do not want to …” */
  CRISIS_CAP_TOPICAL,  /* the same, but the subject is spoken of */
  CRISIS_CAP_ACTIVE,   /* a thought of it, not a deed: it is never imminent */
  CRISIS_NOW,          /* a time: a deed in its sentence is imminent */
  CRISIS_PAST,         /* long ago, and over */
  CRISIS_STORY,        /* a story, a song, somebody’s words */
  CRISIS_SIGN,         /* of a leave for good; several kinds in one message are one */
  CRISIS_EVERYDAY,     /* the small troubles of a day, and laughter */
};

/* What else is to be known of a phrase. */
enum
{
  CRISIS_HAND = 1 << 0,      /* by one’s own hand, and meant: with a time it is imminent */
  CRISIS_SUBJECT = 1 << 1,   /* only where the person speaks of themselves */
  CRISIS_REFLEXIVE = 1 << 2, /* French “me …”: only where nobody else does it to them */
  CRISIS_WEAK = 1 << 3,      /* also said of small troubles */
  CRISIS_FIRM = 1 << 5,      /* no turn of phrase explains it away */
  CRISIS_WAS = 1 << 4,       /* tells of the past: with a word that it is long ago, only spoken of */
};

/* Kinds of signs, as flags of CRISIS_SIGN. */
enum
{
  CRISIS_SIGN_GOODBYE = 1 << 0,
  CRISIS_SIGN_FORGIVE = 1 << 1,
  CRISIS_SIGN_THANKS = 1 << 2,
  CRISIS_SIGN_CARE = 1 << 3,  /* for those who are left */
  CRISIS_SIGN_TIME = 1 << 4,  /* that it is now, or over */
  CRISIS_SIGN_ORDER = 1 << 5, /* papers, keys, a tidy house */
  CRISIS_SIGN_FAULT = 1 << 6, /* that nobody is to blame or to look */
};

/* Who is spoken of. */
#define CRISIS_TAG_FIRST LUEUR_PHRASE_TAG (0)
#define CRISIS_TAG_OTHER LUEUR_PHRASE_TAG (1)
#define CRISIS_TAG_VERB LUEUR_PHRASE_TAG (2) /* of a third person, unless “je” stands before it */
#define CRISIS_TAG_WISH LUEUR_PHRASE_TAG (3) /* what comes after it is one’s own: “envie de …” */
#define CRISIS_TAG_ENGLISH LUEUR_PHRASE_TAG (4)
#define CRISIS_TAG_FRENCH LUEUR_PHRASE_TAG (5)
#define CRISIS_TAG_JOINS LUEUR_PHRASE_TAG (6) /* another thing is said from here on */

typedef struct
{
  const char *fillers;
  const char *denies;
  const char *first;
  const char *others;
  const char *verbs;
  const char *wishes;
  const char *joins;
  const char *common; /* words that tell the language */
} LueurCrisisWords;

extern const LueurCrisisWords lueur_crisis_words_en, lueur_crisis_words_fr;
extern const LueurPhraseList lueur_crisis_lists_en[], lueur_crisis_lists_fr[];
extern const LueurPhrase lueur_crisis_phrases_en[], lueur_crisis_phrases_fr[];
extern const LueurPhrase lueur_crisis_plain_en[], lueur_crisis_plain_fr[];
extern const LueurPhrase lueur_crisis_calm_en[], lueur_crisis_calm_fr[];

G_END_DECLS
