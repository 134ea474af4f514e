/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "fr" where the person's first language is French, else "en": the language a new companion starts with. */
const char *lueur_language_get_default (void);

G_END_DECLS
