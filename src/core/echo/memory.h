/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/echo/content.h"

G_BEGIN_DECLS

/**
 * LueurEchoThing:
 * @said: as Écho would name it to the person: "your sister", « ton travail », « votre chat »
 * @fold: what was named, folded, so that the same thing is known again
 * @topic: what it is about
 * @gender: as in #LueurEchoNoun
 * @who: it is a person
 * @turn: which of the person's turns named it last
 * @times: how often
 *
 * Something of the person's own that they named.
 */
typedef struct
{
  char *said;
  char *fold;
  LueurEchoTopic topic;
  char gender;
  gboolean who;
  guint turn;
  guint times;
} LueurEchoThing;

typedef struct
{
  char *name;     /* as written */
  char *relation; /* "your sister", or NULL */
  guint turn;
} LueurEchoPerson;

/**
 * LueurEchoMemory:
 *
 * What was named in this conversation. Made anew from the conversation for each reply, so that what
 * the person deletes is forgotten.
 */
typedef struct
{
  GHashTable *nouns; /* borrowed: folded -> LueurEchoNoun */
  gboolean formal;
  GArray *things; /* of LueurEchoThing */
  GArray *people; /* of LueurEchoPerson */
  char *name;     /* the person's own, or NULL */
} LueurEchoMemory;

void lueur_echo_memory_init (LueurEchoMemory *memory, gboolean formal);
void lueur_echo_memory_clear (LueurEchoMemory *memory);
/* Reads what the person said in their turn number @turn. @nouns: the lexicon of its language. */
void lueur_echo_memory_read (LueurEchoMemory *memory, const LueurEchoText *text, GHashTable *nouns, guint turn);
/* folded -> LueurEchoNoun of one language (transfer full) */
GHashTable *lueur_echo_lexicon_new (const LueurEchoNoun *table);

G_END_DECLS
