/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/persona.h"

G_BEGIN_DECLS

gboolean lueur_persona_text_is_french (LueurPersona *persona);
/* Puts a line at the end of @out, after a newline where there is something before it; nothing when @what is blank. */
void     lueur_persona_text_add (GString *out, const char *before, const char *what, const char *after);
/* A heading and what was told: behind it when it is one line, below it when it is more. */
void     lueur_persona_text_tell (GString *out, const char *heading, const char *told);
/* A heading and a list below it, word for word. */
void     lueur_persona_text_list (GString *out, const char *heading, const char *const *words);

G_END_DECLS
