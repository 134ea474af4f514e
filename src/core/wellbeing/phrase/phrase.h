/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LueurPhrase:
 * @kind: what it means, in whoever's terms the table is written; at most 63
 * @flags: of the table's own
 * @words: words apart by spaces, in plain letters: `a/b` either, `a*` words that begin so, `a?` and `a/b?` may be missing, `@name` any
 *   word of a #LueurPhraseList, `..` up to three words of any kind, `...` up to six,
 *   `$` where the sentence ends. A gap stays within its sentence and
 *   does not pass over a word that denies. Words that only colour what is said (“just”, “vraiment”) may stand
 *   anywhere between.
 *
 * One way of saying something. A table of them ends with a %NULL @words.
 */
typedef struct
{
  guint8 kind;
  guint8 flags;
  const char *words;
} LueurPhrase;

/**
 * LueurPhraseList:
 * @name: as phrases call it, without the `@`
 * @words: apart by `/`; may name lists that stand above it
 *
 * Words that stand for one another. A table of them ends with a %NULL @name.
 */
typedef struct
{
  const char *name;
  const char *words;
} LueurPhraseList;

/**
 * LueurPhraseWord:
 * @text: (transfer none): in plain letters, as it was read; lives as long as the reading
 * @sentence: which sentence of the text it stands in, from 0
 * @tags: of lueur_phrase_book_tag()
 */
typedef struct
{
  const char *text;
  guint16 ids[8];
  guint8 n_ids;
  guint16 tags;
  guint16 sentence;
} LueurPhraseWord;

/**
 * LueurPhraseMatch:
 * @start: first word
 * @end: the word after the last
 * @language: "en" or "fr", of the table
 */
typedef struct
{
  guint start;
  guint end;
  guint8 kind;
  guint8 flags;
  const char *language;
} LueurPhraseMatch;

/**
 * LueurPhraseReading:
 * @steps: of phrases that were tried, what it cost: at most some thousands a word
 *
 * A text as words, and all phrases that stand in it, by where they begin.
 */
typedef struct
{
  LueurPhraseWord *words;
  guint n_words;
  LueurPhraseMatch *matches;
  guint n_matches;
  guint64 steps;
  GArray *owned_words;
  GArray *owned_matches;
  GStringChunk *owned_text;
} LueurPhraseReading;

/**
 * LueurPhraseBook:
 *
 * Finds phrases in what people write, however they write it (see phrase-text.c). Immutable once it was read
 * with: any thread may use it then.
 */
typedef struct _LueurPhraseBook LueurPhraseBook;

LueurPhraseBook *lueur_phrase_book_new (void);
void             lueur_phrase_book_free (LueurPhraseBook *self);
void             lueur_phrase_book_add (LueurPhraseBook *self, const char *language, const LueurPhrase *phrases,
                                        const LueurPhraseList *lists);
void             lueur_phrase_book_tag (LueurPhraseBook *self, const char *words, guint16 tag);
void             lueur_phrase_book_read (const LueurPhraseBook *self, const char *text, gssize length,
                                         LueurPhraseReading *reading);
void             lueur_phrase_reading_clear (LueurPhraseReading *reading);

/* Tags that the book itself knows: words that phrases may pass over, and words that end a gap. */
#define LUEUR_PHRASE_FILLER 0x01
#define LUEUR_PHRASE_DENIES 0x02
/* The rest are the table's own. */
#define LUEUR_PHRASE_TAG(n) (0x04 << (n))

/* The most words of one text that are looked at: more than anybody writes, little enough to stay quick. */
#define LUEUR_PHRASE_MAX_WORDS 6000

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurPhraseBook, lueur_phrase_book_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LueurPhraseReading, lueur_phrase_reading_clear)

G_END_DECLS
