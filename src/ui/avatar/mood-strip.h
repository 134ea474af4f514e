/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/emotion/label.h"

G_BEGIN_DECLS

/**
 * LueurMoodStrip:
 *
 * A row with a button for each of the 28 feelings, to try them on a face. Tab comes to it once and leaves it with the
 * next press; arrows, Home and End go along it. Signal "tried": with the feeling.
 */
#define LUEUR_TYPE_MOOD_STRIP (lueur_mood_strip_get_type ())
G_DECLARE_FINAL_TYPE (LueurMoodStrip, lueur_mood_strip, LUEUR, MOOD_STRIP, GtkWidget)

G_END_DECLS
