/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LUEUR_TYPE_HOW_PAGE (lueur_how_page_get_type ())
G_DECLARE_FINAL_TYPE (LueurHowPage, lueur_how_page, LUEUR, HOW_PAGE, AdwNavigationPage)

/*
 * LueurHowPage: “How does this work?”: what a model is and is not, why it agrees, what it costs, who controls it, what
 * stays here; and six questions to ask it. They activate wellbeing.topic (s) of the dialog that holds the page.
 */

G_END_DECLS
