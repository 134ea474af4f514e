/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/person.h"
#include "core/model/persona.h"

G_BEGIN_DECLS

/* All (transfer full), in the companion's own language; "" where there is nothing to say. */
char *lueur_persona_text_main (LueurPersona *persona);
char *lueur_persona_text_description (LueurPersona *persona);
char *lueur_persona_text_personality (LueurPersona *persona);
char *lueur_persona_text_limits (LueurPersona *persona);
char *lueur_persona_text_rhythm (LueurPersona *persona);
/* @person: (nullable) */
char *lueur_persona_text_person (LueurPersona *persona, LueurPerson *person);

G_END_DECLS
