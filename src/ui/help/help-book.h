/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The pages of help, as data/help/LANGUAGE/NAME.md holds them: CommonMark whose first line is "# Title". They are part
 * of the program, so that there is nothing to look for on a disk.
 */

/* The names of all pages, in the order in which they are listed; NULL-terminated. (transfer none) */
const char *const *lueur_help_get_names (void);
/* (transfer full) (nullable): the page in @language ("en", "fr"); NULL where there is none */
char *lueur_help_dup_text (const char *language, const char *name);
/* (transfer full) (nullable): what stands in its first line */
char *lueur_help_dup_title (const char *language, const char *name);
/* (transfer full) (nullable): the resource of a picture that a page shows: the one of @language, else the one for all;
 * in the dark its own, where there is one */
char *lueur_help_dup_picture (const char *language, const char *file, gboolean dark);

G_END_DECLS
