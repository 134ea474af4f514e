/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/context.h"

G_BEGIN_DECLS

/*
 * LueurLibraryView: all companions in a grid, searched, by tag and in an order; and whatever is opened from there, as
 * pages on top of it.
 *
 * Properties: order (LueurCatalogOrder), archived (bool). Actions: library.order, library.archived, library.show-all,
 * library.search.
 */
#define LUEUR_TYPE_LIBRARY_VIEW (lueur_library_view_get_type ())
G_DECLARE_FINAL_TYPE (LueurLibraryView, lueur_library_view, LUEUR, LIBRARY_VIEW, GtkWidget)

GtkWidget         *lueur_library_view_new (LueurContext *context);
/* Takes a floating page, on top of the others. */
void               lueur_library_view_push (LueurLibraryView *self, AdwNavigationPage *page);
AdwNavigationPage *lueur_library_view_get_page (LueurLibraryView *self);
/* The page on top goes. FALSE: it was the grid. */
gboolean           lueur_library_view_pop (LueurLibraryView *self);
/* The grid alone. */
void               lueur_library_view_pop_all (LueurLibraryView *self);
/* Puts the focus where one begins. */
void               lueur_library_view_enter (LueurLibraryView *self);
/* Of the cards that are there, how many wait for their picture; for benches and pictures. */
guint              lueur_library_view_get_n_loading (LueurLibraryView *self);

G_END_DECLS
