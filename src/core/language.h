/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "fr" where the person's first language is French, else "en": the language a new companion starts with. */
const char *lueur_language_get_default (void);

/* The language that the interface is in: one of po/LINGUAS, or "en". */
char *lueur_language_dup_interface (void);

/* Whether everything is in the language of the interface: what companions say, exercises, help, and what is read in messages
 * is in English and French alone. */
gboolean lueur_language_is_whole (void);

G_END_DECLS
