/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

typedef enum
{
  LUEUR_ECHO_EN,
  LUEUR_ECHO_FR,
  LUEUR_ECHO_OTHER, /* clearly neither */
  LUEUR_ECHO_UNSURE,
} LueurEchoLang;

/**
 * LueurEchoWord:
 * @fold: lower case, without accents: what patterns are compared with
 * @start: byte offset in the text's clean form
 * @end: one past its last byte
 * @clause: number of the clause (commas and stronger separate)
 * @sentence: number of the sentence
 * @capital: written with a capital
 * @clause_start: first of its clause
 * @clause_end: last of its clause
 */
typedef struct
{
  const char *fold;
  guint start;
  guint end;
  guint clause;
  guint sentence;
  gboolean capital;
  gboolean clause_start;
  gboolean clause_end;
} LueurEchoWord;

/**
 * LueurEchoText:
 * @clean: valid UTF-8, composed, without invisible characters, straight apostrophes, at most
 *   LUEUR_ECHO_TEXT_MAX bytes: of what is longer, the beginning and the end
 * @words: of LueurEchoWord
 * @n_sentences: how many sentences there are
 * @n_letters: letters in @clean
 * @n_emoji: pictures in @clean
 * @question: it ends with a question mark, or is a short one that begins as questions do
 * @cut: the message was longer than what was read
 *
 * A message as Écho reads it.
 */
typedef struct
{
  char *clean;
  LueurEchoLang lang;
  GArray *words;
  guint n_sentences;
  guint n_letters;
  guint n_emoji;
  gboolean question;
  gboolean cut;
  GStringChunk *folds;
} LueurEchoText;

#define LUEUR_ECHO_TEXT_MAX 6000

/* @fallback: the language to take where the text itself does not tell */
LueurEchoText *lueur_echo_text_new (const char *text, LueurEchoLang fallback);
void           lueur_echo_text_free (LueurEchoText *self);
/* The language that @text is written in, as far as its function words tell. */
LueurEchoLang  lueur_echo_text_guess (const LueurEchoText *self);
/* Whether it tells so much of one that a conversation goes on in it. */
gboolean       lueur_echo_text_is_clear (const LueurEchoText *self);
/* The language that @text asks to be answered in: “can we speak French?”. LUEUR_ECHO_OTHER for one that there are no
 * lines in, LUEUR_ECHO_UNSURE where none is asked for. */
LueurEchoLang  lueur_echo_text_wish (const LueurEchoText *self);
/* Lower case, without accents, repeated letters reduced, @length -1 for all of it. (transfer full) */
char          *lueur_echo_fold (const char *text, gssize length);
/* Whether two messages say the same, but for case, accents and punctuation. */
gboolean       lueur_echo_text_equal (const LueurEchoText *a, const LueurEchoText *b);

static inline const LueurEchoWord *
lueur_echo_text_word (const LueurEchoText *self, guint i)
{
  return i < self->words->len ? &g_array_index (self->words, LueurEchoWord, i) : NULL;
}

/* @words: (array zero-terminated=1) */
static inline gboolean
lueur_echo_is_among (const char *const *words, const char *word)
{
  for (; *words != NULL; words++)
    if (strcmp (*words, word) == 0)
      return TRUE;
  return FALSE;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurEchoText, lueur_echo_text_free)

G_END_DECLS
