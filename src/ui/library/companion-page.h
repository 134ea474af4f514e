/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/context.h"

G_BEGIN_DECLS

/*
 * LueurCompanionPage: one companion: who they are, what was said with them, what works and what bothers, every version
 * there was, and the way out.
 *
 * Properties: persona (LueurPersona).
 * Actions: page.talk, page.edit, page.duplicate, page.export (s), page.archive, page.pause, page.end, page.delete,
 * page.erase, page.review.
 */
#define LUEUR_TYPE_COMPANION_PAGE (lueur_companion_page_get_type ())
G_DECLARE_FINAL_TYPE (LueurCompanionPage, lueur_companion_page, LUEUR, COMPANION_PAGE, AdwNavigationPage)

AdwNavigationPage *lueur_companion_page_new (LueurContext *context, LueurPersona *persona);
LueurPersona      *lueur_companion_page_get_persona (LueurCompanionPage *self);

G_END_DECLS
