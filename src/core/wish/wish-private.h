/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/wish/wish.h"

G_BEGIN_DECLS

/* A word of the sentence. */
typedef struct
{
  char *fold;        /* lower case, without accents */
  const char *start; /* in the sentence */
  const char *end;
  gboolean capital;
  gboolean pause;    /* a comma, a full stop or the like stands before it */
} LueurWishWord;

typedef enum
{
  LUEUR_WISH_FR = 1,
  LUEUR_WISH_EN = 2,
  LUEUR_WISH_ANY = 3,
} LueurWishLanguage;

typedef enum
{
  LUEUR_WISH_RELATION, /* value: LueurRelation */
  LUEUR_WISH_GENDER,   /* the gender alone */
  LUEUR_WISH_CHIP,     /* word: its key */
  LUEUR_WISH_TRAIT,    /* value: LueurTrait; high: which end */
  LUEUR_WISH_ORIGIN,
} LueurWishKind;

#define LUEUR_WISH_NO_GENDER (-1)

/* Words, and what follows from them. */
typedef struct
{
  const char *words; /* folded, one space between */
  LueurWishLanguage language;
  LueurWishKind kind;
  int value;
  int gender; /* LueurGender or LUEUR_WISH_NO_GENDER */
  const char *chip;
  gboolean high;
} LueurWishEntry;

const LueurWishEntry *lueur_wish_lexicon (guint *n_entries);

/* (element-type LueurWishWord): of @sentence, which must outlive it */
GArray     *lueur_wish_split (const char *sentence);
char       *lueur_wish_fold (const char *text);
/* Whether the words from @at on are @words (folded, one space between). Returns: how many, 0 when not */
guint       lueur_wish_match (GArray *words, guint at, const char *phrase);
gboolean    lueur_wish_is_french (GArray *words, const char *otherwise);
/* The sentence from the word @from to before the word @to, without blanks around it. */
char       *lueur_wish_cut (GArray *words, guint from, guint to);

/* What is asked for in phrases: name, age, tastes, purpose, limits, language, register. */
void lueur_wish_read_phrases (LueurWish *self, GArray *words, gboolean french);
void lueur_wish_set_text (LueurWish *self, LueurPersonaField field, const char *text);
void lueur_wish_set_number (LueurWish *self, LueurPersonaField field, gint64 number);

G_END_DECLS
