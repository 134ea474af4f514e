/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/review.h"

G_BEGIN_DECLS

/* At the end of a list of words, where it is not there yet. */
void lueur_review_add_word (LueurPersona *persona, LueurPersonaField field, const char *word);
/* Leaves out what would change nothing. */
void lueur_review_drop_same (LueurPersona *persona, GPtrArray *proposals);

G_END_DECLS
