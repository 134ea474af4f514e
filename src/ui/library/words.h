/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/persona.h"
#include "core/model/review.h"

G_BEGIN_DECLS

/* What is told of a companion, in words for people, translated. Strings that are not const are (transfer full). */

/* "Friend", "Gentle partner": what they are to the person, with the age where it is told: "Friend, 28". */
char       *lueur_words_relation (LueurPersona *persona);
/* One line on who they are: the role, or the beginning of the description. "" for none. */
char       *lueur_words_line (LueurPersona *persona);
/* "Name", "Reply length", …; never NULL */
const char *lueur_words_field (LueurPersonaField field);
/* What a field says: "Short", "Candid rather than diplomatic", "my father, work"; "" for nothing. */
char       *lueur_words_value (LueurPersona *persona, LueurPersonaField field);
/* Whether the person would want to see it in a comparison. */
gboolean    lueur_words_is_told (LueurPersonaField field);
/* "Name, limits and look changed", of two versions; "" when nothing did. */
char       *lueur_words_changes (LueurPersona *before, LueurPersona *after);
/* "Too long", … */
const char *lueur_words_reason (LueurReason reason);
/* Why a proposal is made. */
char       *lueur_words_why (const LueurProposal *proposal);

G_END_DECLS
