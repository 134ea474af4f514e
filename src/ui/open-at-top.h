/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the focus is put on when a page opens may be far down, and would be scrolled to: the page opens at its top all the same.
 * From then on the page goes wherever the focus goes. @page: what scrolls, or what it is in. */
void lueur_open_at_top (GtkWidget *page);

G_END_DECLS
