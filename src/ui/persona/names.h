/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/persona.h"

G_BEGIN_DECLS

const char *lueur_names_suggest (const char *language, LueurGender gender, const char *previous);
gboolean    lueur_names_is_blank (const char *name);

G_END_DECLS
