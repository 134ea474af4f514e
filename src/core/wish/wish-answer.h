/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/wish/wish.h"

G_BEGIN_DECLS

/* What a model is asked to answer with: a JSON Schema, one object on one line. */
extern const char lueur_wish_schema[];

/* What it answered with, checked field by field and capped; what is not as it should be is passed over. (nullable): NULL
 * when there is no JSON object in it, or none of its members can be used. */
LueurWish *lueur_wish_read_answer (const char *answer);
/* Takes over from @other what it tells: a model understands more, but what rules read word for word (limits, the age of
 * the person) stays. */
void       lueur_wish_merge (LueurWish *self, const LueurWish *other);

G_END_DECLS
