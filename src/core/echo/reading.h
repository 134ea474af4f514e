/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/echo/content.h"
#include "core/emotion/reader.h"

G_BEGIN_DECLS

/**
 * LueurEchoReading:
 * @intents: which intents were recognised, by #LueurEchoIntent
 * @feeling: what is felt, most of all
 * @others: it is felt by somebody else
 * @event: what happened
 * @stance: how it is told
 * @topic: what it is about
 * @valence: -1, 0 or 1
 * @n_words: words in the message
 * @first_person: it tells of the person themselves
 *
 * What Écho makes of one message.
 */
typedef struct
{
  gboolean intents[ECHO_N_INTENTS];
  LueurEchoFeeling feeling;
  gboolean others;
  LueurEchoEvent event;
  LueurEchoStance stance;
  LueurEchoTopic topic;
  int valence;
  guint n_words;
  gboolean first_person;
} LueurEchoReading;

/* @matcher and @nouns: of the language of @text. @reader: (nullable): the emotion reader, a second opinion. */
void lueur_echo_read (LueurEchoReading *reading, const LueurEchoText *text, const LueurEchoMatcher *matcher,
                      GHashTable *nouns, const LueurReader *reader);

G_END_DECLS
