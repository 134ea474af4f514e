/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/persona.h"

G_BEGIN_DECLS

/* "morning" or "evening"; and back: FALSE for any other. */
const char *lueur_ritual_to_word (LueurRitual ritual);
gboolean    lueur_ritual_from_word (const char *word, LueurRitual *ritual);
/* What @persona says for @ritual on @day (Julian number): in their language and register, neutral, and open about being
 * what the person had scheduled. The same for the same day. (transfer full) */
char       *lueur_ritual_say (LueurPersona *persona, LueurRitual ritual, guint32 day);

G_END_DECLS
