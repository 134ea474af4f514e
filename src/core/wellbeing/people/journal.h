/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/emotion/label.h"

G_BEGIN_DECLS

/* Kinds of what is counted (store's tally): feelings read in the person's messages, words they chose themselves. */
#define LUEUR_JOURNAL_READ "read"
#define LUEUR_JOURNAL_CHOSEN "chosen"

typedef struct
{
  char *word;
  guint n;
} LueurJournalWord;

/**
 * LueurJournal:
 * @first_day: Julian number
 * @n_days: today is the last
 * @valence: (array length=n_days): mean of each day, -1 unpleasant to 1 pleasant; NAN where nothing was read
 * @n_read: (array length=n_days): messages of each day
 * @read: LueurJournalWord: labels read, most often first, without the neutral one
 * @chosen: LueurJournalWord: words of the wheel that the person chose, most often first
 *
 * What was felt over some days, as far as a reader of words can tell. Counts and means: not one message is in it.
 */
typedef struct
{
  guint32 first_day;
  guint n_days;
  double *valence;
  guint *n_read;
  GPtrArray *read;
  GPtrArray *chosen;
} LueurJournal;

/* The one word to note of a message, "neutral" where nothing stands out. */
const char   *lueur_journal_word_for (const LueurFeeling *feeling);
/* @read, @chosen: (element-type LueurTallyRow) */
LueurJournal *lueur_journal_new (const GPtrArray *read, const GPtrArray *chosen, guint32 today, guint n_days);
void          lueur_journal_free (LueurJournal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurJournal, lueur_journal_free)

G_END_DECLS
