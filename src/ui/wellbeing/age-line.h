/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/wellbeing/age/age.h"

G_BEGIN_DECLS

/*
 * LueurAgeLine: says once, in the conversation, that an age under 18 was understood, what follows, and where to correct it.
 *
 * Property: age (LueurAge), who says when. Action: age.dismiss; needs win.preferences above it.
 */
#define LUEUR_TYPE_AGE_LINE (lueur_age_line_get_type ())
G_DECLARE_FINAL_TYPE (LueurAgeLine, lueur_age_line, LUEUR, AGE_LINE, GtkWidget)

GtkWidget *lueur_age_line_new (LueurAge *age);

G_END_DECLS
