/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/echo/content.h"
#include "core/model/persona.h"

G_BEGIN_DECLS

/* The lines of one language, by key. */
typedef struct _LueurEchoLines LueurEchoLines;

LueurEchoLines *lueur_echo_lines_new (const LueurEchoLine *const *tables);
void            lueur_echo_lines_free (LueurEchoLines *self);
/* (transfer none) (nullable): of const LueurEchoLine * */
GPtrArray      *lueur_echo_lines_get (LueurEchoLines *self, guint key);
/* The line that stands in @text and says what the next message answers: its then, or 0. */
guint           lueur_echo_lines_then (LueurEchoLines *self, const char *text, gboolean formal, LueurGender gender, gboolean french);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurEchoLines, lueur_echo_lines_free)

/**
 * LueurEchoVoice:
 * @lines: what there is to say
 * @french: and whether it is French
 * @formal: vous
 * @gender: of the companion
 * @relation: what the companion is to the person
 * @traits: its temper
 * @slots: name -> value
 * @recent: of const char *: what Écho said last; nothing of it is said again
 * @limits: folded words that are not to come up
 * @relaxed: pieces may be said again, though not the same answer as a whole
 * @state: of the generator
 *
 * Chooses lines and says them.
 */
typedef struct
{
  LueurEchoLines *lines;
  gboolean french;
  gboolean formal;
  LueurGender gender;
  LueurRelation relation;
  double traits[LUEUR_N_TRAITS];
  GHashTable *slots;
  GPtrArray *recent;
  GPtrArray *limits;
  gboolean relaxed;
  guint64 state;
} LueurEchoVoice;

/* [0, n) */
guint    lueur_echo_voice_random (LueurEchoVoice *voice, guint n);
gboolean lueur_echo_voice_chance (LueurEchoVoice *voice, double probability);
/* @value: (nullable): empties the slot */
void     lueur_echo_voice_set (LueurEchoVoice *voice, const char *slot, const char *value);
/* A line for @key, filled in. (transfer full) (nullable): NULL when there is none that was not just said. */
char    *lueur_echo_voice_pick (LueurEchoVoice *voice, guint key);
/* The same, but without question marks, or only with. */
char    *lueur_echo_voice_pick_statement (LueurEchoVoice *voice, guint key);
/* @text filled in; NULL when a slot is empty. (transfer full) (nullable) */
char    *lueur_echo_render (const LueurEchoVoice *voice, const char *text);
/* No-break spaces where French has them. (transfer full) */
char    *lueur_echo_typeset_fr (const char *text);

G_END_DECLS
