/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/context.h"

G_BEGIN_DECLS

/*
 * LueurBinPage: what was deleted, since when, until when; to take back or to erase now.
 *
 * Actions: bin.reload, bin.empty, bin.restore (i: position), bin.erase (i).
 */
#define LUEUR_TYPE_BIN_PAGE (lueur_bin_page_get_type ())
G_DECLARE_FINAL_TYPE (LueurBinPage, lueur_bin_page, LUEUR, BIN_PAGE, AdwNavigationPage)

AdwNavigationPage *lueur_bin_page_new (LueurContext *context);

G_END_DECLS
