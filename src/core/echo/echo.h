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
 */
typedef struct _LueurEcho LueurEcho;

typedef struct
{
  gboolean from_user;
  const char *text;
} LueurEchoTurn;

LueurEcho *lueur_echo_new (LueurPersona *persona, const LueurReader *reader, guint64 seed);
void       lueur_echo_free (LueurEcho *self);
/* @turns: the conversation, oldest first, the last one being the person's. @variant: 0 for the first answer to
 * these turns, 1, 2, … for retries. Returns: (transfer full): never empty */
char      *lueur_echo_reply (LueurEcho *self, const LueurEchoTurn *turns, guint n_turns, guint variant);
/* The first line of a conversation, in the persona's language and register. (transfer full) */
char      *lueur_echo_greet (LueurEcho *self, int hour);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurEcho, lueur_echo_free)

G_END_DECLS
