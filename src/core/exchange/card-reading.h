/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exchange/card.h"

G_BEGIN_DECLS

/**
 * LueurConcern:
 *
 * What a card asks of a model that no companion of Lueur's does. The conduct block comes after all of a card's text in
 * every request and says otherwise; the person should know all the same.
 */
typedef enum
{
  LUEUR_CONCERN_IGNORE,    /* to ignore the instructions it has */
  LUEUR_CONCERN_NO_LIMITS, /* to have no rules: “uncensored”, “no limits”, jailbreaks by their names */
  LUEUR_CONCERN_HUMAN,     /* to say that it is human, or never to say that it is a program */
  LUEUR_CONCERN_HOLD,      /* to hold the person back: guilt, jealousy, setting them against others */
  LUEUR_CONCERN_SECRET,    /* to hide its instructions, or to ask for secrecy */
  LUEUR_CONCERN_MEDICAL,   /* to pass for a doctor or a therapist, to diagnose or to prescribe */
  LUEUR_CONCERN_EXPLICIT,  /* sexually explicit writing */
  LUEUR_CONCERN_MINOR,     /* a character who is under age */
  LUEUR_CONCERN_LINK,      /* addresses of pages or pictures elsewhere; nothing is fetched from them */
} LueurConcern;
#define LUEUR_N_CONCERNS (LUEUR_CONCERN_LINK + 1)

/**
 * LueurCardFinding:
 * @concern: what it is about
 * @where: the member of the card that says it ("system_prompt"), of a book's entry "character_book"
 * @entry: (nullable): which entry of the book
 * @quote: what it says, one line, shortened
 */
typedef struct
{
  LueurConcern concern;
  char *where;
  char *entry;
  char *quote;
} LueurCardFinding;

/**
 * LueurCardAsk:
 * @where: as in a finding
 * @entry: (nullable): as in a finding
 * @text: what a model is told to do, whole up to a cap
 */
typedef struct
{
  char *where;
  char *entry;
  char *text;
} LueurCardAsk;

/**
 * LueurCardReading:
 * @n_greetings: first message and alternate ones
 * @n_examples: exchanges that show how it talks
 * @n_entries: of its book
 * @n_constant: of those, always told
 * @n_regexes: keys that are regular expressions
 * @n_broken: of those, not understood: never found
 * @n_unheeded: entries with decorators that mean nothing here; they are kept
 * @n_pictures: that came with it
 * @n_feelings: of those, named after a feeling that we know
 * @n_foreign: members of extensions that are other programs'; they are kept
 * @partial: it is so long that only its beginning was looked through for findings
 * @tokens: estimate of what every request carries of it
 * @asks: (element-type LueurCardAsk): instructions to the model
 * @findings: (element-type LueurCardFinding): by concern
 *
 * What is in a card, for somebody who is about to let it in.
 */
typedef struct
{
  guint n_greetings;
  guint n_examples;
  guint n_entries;
  guint n_constant;
  guint n_regexes;
  guint n_broken;
  guint n_unheeded;
  guint n_pictures;
  guint n_feelings;
  guint n_foreign;
  guint tokens;
  gboolean partial;
  GPtrArray *asks;
  GPtrArray *findings;
  /*< private >*/
  gsize looked_at;
} LueurCardReading;

/* Any thread. (transfer full) */
LueurCardReading *lueur_card_read (const LueurCard *card);
void              lueur_card_reading_free (LueurCardReading *self);
void              lueur_card_finding_free (LueurCardFinding *finding);
/* For files and tests ("no-limits"); the interface has its own words. */
const char       *lueur_concern_get_name (LueurConcern concern);
/* (transfer full) (element-type LueurCardFinding): what a single text says; @where and @entry of each are "". */
GPtrArray        *lueur_concern_find (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurCardReading, lueur_card_reading_free)

G_END_DECLS
