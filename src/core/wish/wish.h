/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/persona.h"

G_BEGIN_DECLS

/* One bit a LueurPersonaField. */
typedef guint64 LueurFieldSet;
#define LUEUR_FIELD_BIT(field) (G_GUINT64_CONSTANT (1) << (field))
G_STATIC_ASSERT (LUEUR_N_PERSONA_FIELDS <= 64);

/* Characters of a sentence that are read at most. */
#define LUEUR_WISH_MAX 1000

/**
 * LueurWish:
 * @persona: a companion as the sentence asks for it; what it does not say is as a new one has it
 * @told: which fields follow from the sentence
 * @age: how old the companion is to be, as the sentence says it; 0 when it does not
 * @person_age: how old the person says that they are themselves, in years; 0 when they do not
 *
 * A companion that somebody wishes for in a sentence. A romance is only wished for here: whoever makes the companion asks
 * first.
 */
typedef struct
{
  LueurPersona *persona;
  LueurFieldSet told;
  guint age;
  guint person_age;
} LueurWish;

/* @sentence: any text; @language: the one to take it for when it has no word that tells ("fr" or "en") */
LueurWish *lueur_wish_read (const char *sentence, const char *language);
void       lueur_wish_free (LueurWish *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurWish, lueur_wish_free)

/* Takes over into @persona what the sentence told, but romance, which needs a question first. Returns: what was. */
LueurFieldSet lueur_wish_apply (const LueurWish *self, LueurPersona *persona);

G_END_DECLS
