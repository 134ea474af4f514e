/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Darkest to lightest within @half pixels of a point of @window, as WCAG 2 has it: a word, or a line, and what is behind it,
 * where nothing else is. Rendered at three times the size, so that a stroke has pixels all of its own. */
double lueur_test_contrast_at (GtkWindow *window, const graphene_point_t *at, int half);
/* The same within @area of @widget. */
double lueur_test_contrast_in (GtkWidget *widget, const graphene_rect_t *area);

G_END_DECLS
