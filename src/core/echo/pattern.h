/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/echo/text.h"

G_BEGIN_DECLS

/**
 * LueurEchoPattern:
 * @key: what a match means (content.h)
 * @text: patterns, one a line
 *
 * Words as they are folded, parted by spaces:
 *   one|other   either
 *   word~       a word that begins so
 *   *           up to three words, or none; where a feeling or an event is told, never a denial
 *   +           exactly one word
 *   ?word       the word, or nothing
 *   one|two|?   either, or nothing
 *   one|two|$   either, or the end of the clause
 *   ^ $         start and end of a clause
 * A pattern never reaches across the end of a sentence.
 */
typedef struct
{
  guint key;
  const char *text;
} LueurEchoPattern;

typedef struct
{
  guint key;
  guint first; /* index of the first word it matched */
  guint last;  /* of the last */
} LueurEchoHit;

/* A set of compiled patterns; immutable. */
typedef struct _LueurEchoMatcher LueurEchoMatcher;

/* @table ends with a NULL text and stays valid. */
LueurEchoMatcher *lueur_echo_matcher_new (const LueurEchoPattern *const *tables);
void              lueur_echo_matcher_free (LueurEchoMatcher *self);
/* Appends a LueurEchoHit to @hits for every pattern that matches, in order of position. */
void              lueur_echo_matcher_run (const LueurEchoMatcher *self, const LueurEchoText *text, GArray *hits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurEchoMatcher, lueur_echo_matcher_free)

G_END_DECLS
