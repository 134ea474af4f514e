/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * LueurChoice: one of several, as a check button of a row. A plain one offers assistive technology nothing to act on; this
 * one has the action "choice.choose".
 */
#define LUEUR_TYPE_CHOICE (lueur_choice_get_type ())
G_DECLARE_FINAL_TYPE (LueurChoice, lueur_choice, LUEUR, CHOICE, GtkCheckButton)

G_END_DECLS
