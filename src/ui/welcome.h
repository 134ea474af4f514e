/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUEUR_TYPE_WELCOME (lueur_welcome_get_type ())
G_DECLARE_FINAL_TYPE (LueurWelcome, lueur_welcome, LUEUR, WELCOME, GtkWidget)

/*
 * LueurWelcome: what one sees before there is any companion: a face, what this is in two lines, and two
 * ways to begin: win.new-companion and win.just-talk.
 */
GtkWidget *lueur_welcome_new (void);

G_END_DECLS
