/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/emotion/reader.h"
#include "core/model/persona.h"

G_BEGIN_DECLS

/*
 * LueurEcho: the built-in companion. Scripted, offline, English and French: it listens and reflects.
 * Any persona runs on it until a model is connected. Deterministic: the same persona, seed and turns
 * give the same replies. Pure C, no I/O; used from one thread at a time.
 *
 * It answers in the language that the person writes, where that is clearly English or French, and in the
 * persona's otherwise. How it works is told in docs/echo.md.
 */
typedef struct _LueurEcho LueurEcho;

typedef struct
{
  gboolean from_user;
  const char *text;
} LueurEchoTurn;

/**
 * LueurEchoCrisis:
 * @text: the person's message
 * @language: "en" or "fr": the one to answer in
 * @formal: vous rather than tu
 * @data: as given
 *
 * Looks for danger before anything else is made of a message.
 *
 * Returns: (transfer full) (nullable): what to answer, or %NULL when there is no danger in it
 */
typedef char *(*LueurEchoCrisis) (const char *text, const char *language, gboolean formal, gpointer data);

/* @reader: (nullable): borrowed, for as long as the engine lives */
LueurEcho *lueur_echo_new (LueurPersona *persona, const LueurReader *reader, guint64 seed);
void       lueur_echo_free (LueurEcho *self);
/* @turns: the conversation, oldest first, the last one being the person's. @variant: 0 for the first answer to
 * these turns, 1, 2, … for retries. Returns: (transfer full): never empty */
char      *lueur_echo_reply (LueurEcho *self, const LueurEchoTurn *turns, guint n_turns, guint variant);
/* The first line of a conversation, in the persona's language and register. (transfer full) */
char      *lueur_echo_greet (LueurEcho *self, int hour);

/* Who the person is, where that is known. @name: (nullable) */
void lueur_echo_set_person (LueurEcho *self, const char *name);
/* First name of somebody who matters to the person, from their own list: suggested once, where loneliness is told. */
void lueur_echo_set_close_person (LueurEcho *self, const char *name);
/* What it is to tell when asked for the time or the date; none until then. @now: (nullable): local time */
void lueur_echo_set_now (LueurEcho *self, GDateTime *now);
/* Danger was spoken of not long ago: for as long, temper, romance and games step aside. */
void lueur_echo_set_calm (LueurEcho *self, gboolean calm);
/* Takes the place of the few words that Écho itself knows danger by. */
void lueur_echo_set_crisis (LueurEcho *self, LueurEchoCrisis crisis, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurEcho, lueur_echo_free)

G_END_DECLS
