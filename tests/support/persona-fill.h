/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/persona.h"

G_BEGIN_DECLS

/*
 * Gives one field of a companion a value that is not the one it has at first, whatever its kind: what tests use to go
 * through all fields, so that a new one is tested from its first day. @mark: a word put into texts and lists.
 */
void lueur_persona_fill (LueurPersona *persona, LueurPersonaField field, const char *mark);

G_END_DECLS
