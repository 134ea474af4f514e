/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUEUR_TYPE_TOUR (lueur_tour_get_type ())
G_DECLARE_FINAL_TYPE (LueurTour, lueur_tour, LUEUR, TOUR, GtkWidget)

/*
 * LueurTour: three short cards beside the first conversation, shown once: the face, the conversation's menu, the
 * person's own time. It takes no focus and stops nobody from writing. While a card is in sight the window has the style
 * class tour-face, tour-menu or tour-time, which frames what it speaks of.
 *
 * Actions: tour.next, tour.end. Signal: ended.
 */
GtkWidget *lueur_tour_new (void);

G_END_DECLS
