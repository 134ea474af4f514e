/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUEUR_TYPE_TYPING (lueur_typing_get_type ())
G_DECLARE_FINAL_TYPE (LueurTyping, lueur_typing, LUEUR, TYPING, GtkWidget)

/* LueurTyping: three dots while words are awaited. They move by CSS, and so not at all where motion is off. */
GtkWidget *lueur_typing_new (void);

G_END_DECLS
