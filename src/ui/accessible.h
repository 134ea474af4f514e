/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LUEUR_ACTION_CLICK:
 *
 * What a screen reader looks for first on the accessibility bus when it is told to press something.
 */
#define LUEUR_ACTION_CLICK "click"

/* Makes rows and menus complete on the accessibility bus. Before any of them was made; more than once does no harm. */
void lueur_accessible_install (void);

G_END_DECLS
