/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/context.h"

G_BEGIN_DECLS

#define LUEUR_TYPE_CHECK_IN_PAGE (lueur_check_in_page_get_type ())
G_DECLARE_FINAL_TYPE (LueurCheckInPage, lueur_check_in_page, LUEUR, CHECK_IN_PAGE, AdwNavigationPage)

/* LueurCheckInPage: four questions a month for who wants them, and a line over the months. Action: check-in.save. */
void lueur_check_in_page_set_context (LueurCheckInPage *self, LueurContext *context);

G_END_DECLS
