/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/wellbeing/wellbeing.h"

G_BEGIN_DECLS

#define LUEUR_TYPE_NUDGE_BANNER (lueur_nudge_banner_get_type ())
G_DECLARE_FINAL_TYPE (LueurNudgeBanner, lueur_nudge_banner, LUEUR, NUDGE_BANNER, GtkWidget)

/*
 * LueurNudgeBanner: what LueurWellbeing has to say, in the window: a suggested pause with its three
 * answers, the late and the goal line, and the way out of winding down. It takes no room while there
 * is nothing to say, never takes the focus and blocks nothing. Place it above the composer.
 *
 * Property: wellbeing (LueurWellbeing; may be NULL, and set later).
 */
GtkWidget *lueur_nudge_banner_new (LueurWellbeing *wellbeing);

G_END_DECLS
