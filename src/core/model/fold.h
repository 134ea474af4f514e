/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Text as it is compared: without case and accents, ligatures as their letters, one kind of apostrophe. What is
 * found in it can be told of the text itself.
 */

/* @out gets it at its end. @map: (nullable) (element-type guint32): for every byte that is added, where in @text the
 * character stands that it comes from. */
void  lueur_fold_append (GString *out, GArray *map, const char *text, gsize length);
char *lueur_fold (const char *text);

G_END_DECLS
