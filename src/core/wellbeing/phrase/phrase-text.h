/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LueurLexicon:
 *
 * The words that phrases are made of, and those among them that people misspell or hide: what a strange word in a
 * message is compared with.
 */
typedef struct _LueurLexicon LueurLexicon;

/**
 * LueurLexiconWord:
 * @text: (transfer none): plain lower-case letters; lives as long as the #GStringChunk it was put in
 * @sentence: which sentence it stands in, from 0
 */
typedef struct
{
  const char *text;
  guint sentence;
} LueurLexiconWord;

LueurLexicon *lueur_lexicon_new (void);
void          lueur_lexicon_free (LueurLexicon *self);
void          lueur_lexicon_add (LueurLexicon *self, const char *word);
GArray       *lueur_lexicon_read (const LueurLexicon *self, const char *text, gsize length, guint max_words,
                                  GStringChunk *chunk);
GString      *lueur_lexicon_fold (const char *text, gsize length);
gboolean      lueur_lexicon_is_near (const char *a, const char *b);
const char   *lueur_lexicon_spell_out (const char *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurLexicon, lueur_lexicon_free)

G_END_DECLS
