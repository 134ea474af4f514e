/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/context.h"

G_BEGIN_DECLS

#define LUEUR_TYPE_FIGURES_PAGE (lueur_figures_page_get_type ())
G_DECLARE_FINAL_TYPE (LueurFiguresPage, lueur_figures_page, LUEUR, FIGURES_PAGE, AdwNavigationPage)

/*
 * LueurFiguresPage: the person's own use at a glance, in pictures without a verdict; the limits they set themselves; and
 * one switch that erases it all.
 *
 * Actions: figures.erase.
 */
void lueur_figures_page_set_context (LueurFiguresPage *self, LueurContext *context);

G_END_DECLS
