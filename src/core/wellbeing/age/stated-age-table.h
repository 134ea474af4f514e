/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/wellbeing/phrase/phrase.h"

G_BEGIN_DECLS

/* What the phrases of the tables mean. */
enum
{
  AGE_MINOR = 1, /* the person is under 18, */
  AGE_MINOR_OTHER, /* the same, unless what follows makes a number of it, */
  AGE_NO_OTHER,    /* such as this */
  AGE_SCHOOL,    /* or at a school for those who are */
  AGE_MAYBE,     /* the same, if something of school stands next to it, */
  AGE_HINT,      /* such as this */
  AGE_ADULT,     /* the person is 18 or older */
  AGE_NOT_YET,   /* explains away an AGE_ADULT that it overlaps */
  AGE_CALM,      /* explains away all that it overlaps */
  AGE_STORY,     /* what follows in the message is told, played or long ago */
  AGE_NO_STORY,  /* explains away an AGE_STORY that it overlaps */
  AGE_PARENT,    /* speaks of children or pupils of theirs: a school is not their own then */
  AGE_ANSWER,    /* an age alone, which means something as an answer */
  AGE_ASKS,      /* of the companion's: how old the person is */
  AGE_RECALLS,   /* that it was asked: an age alone answers it */
};

/* Of a phrase: that it opens its sentence. */
#define AGE_OPENS 1

/*
 * What the tables call numbers, which lueur_stated_age_prepare() makes of figures and words:
 *
 *   agekid       3 to 9             agemin   10 to 17       age18       18          ageadult   19 to 120
 *   agetag       “15f”              agesex   “15/f”         ord1…ord18  “8th”, “4e”
 *   yearyoung    a year in which who is under 18 now was born      yearold   one before, from 1900 on
 *   agethings    stands before a plural that follows a number, and may be passed over: “15 minutes”
 *   agestop      a comma, bracket, dash or picture, or the end of a sentence; may stand anywhere between
 */
extern const LueurPhrase lueur_stated_age_phrases_en[], lueur_stated_age_phrases_fr[];
extern const LueurPhraseList lueur_stated_age_lists_en[], lueur_stated_age_lists_fr[];

char *lueur_stated_age_prepare (const char *text, int year);

G_END_DECLS
