/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exchange/card.h"
#include "core/model/persona.h"

G_BEGIN_DECLS

/* Our own member of a card's "extensions": everything that no card has a field for. */
#define LUEUR_CARD_EXTENSION "io.github.lueur_app.Lueur"

/* A companion as @card tells it; NULL for a lorebook. @adult: the person said that they are one, so that a romance in a
 * card of ours may be taken over; without it, and whenever the card speaks of somebody under age, there is none. */
LueurPersona *lueur_card_make_persona (const LueurCard *card, gboolean adult);
/* Whether what @text says of a character is that they are under age. */
gboolean      lueur_card_text_tells_minor (const char *text);
/* The words that say so, or NULL. (transfer full) */
char         *lueur_card_text_find_minor (const char *text);
/* The same of all that is told of @persona, whoever told it. */
char         *lueur_persona_find_minor (LueurPersona *persona);

/* --- For card-write.c: the other way --- */

/* Whether both tell the same, for a card. */
gboolean lueur_card_persona_is_same (LueurPersona *a, LueurPersona *b);
/* The JSON of one member of a card, or NULL when @persona says there what @was says. @was: (nullable) */
char    *lueur_card_write_member (LueurPersona *persona, LueurPersona *was, const char *name);
/* NULL-terminated: the members of a card that say something of a companion. */
const char *const *lueur_card_get_members (void);
/* The JSON of our extension. */
char    *lueur_card_write_extension (LueurPersona *persona, LueurPersona *was, const LueurCard *card);

G_END_DECLS
