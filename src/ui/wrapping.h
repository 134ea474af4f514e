/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Text twice as large, and languages with long words: titles of pages, groups and rows of libadwaita, buttons, tabs and toasts
 * go on in another line where they would end in an ellipsis, and no word is cut by a hyphen that its language does not know.
 * What has room enough looks as it does without.
 */

/* Every label of the program that is shown from now on. Called once, by the application. */
void lueur_wrapping_start (void);
/* One label, as it would be when it is shown. */
void lueur_wrapping_apply (GtkLabel *label);

G_END_DECLS
