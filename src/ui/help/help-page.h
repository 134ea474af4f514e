/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUEUR_TYPE_HELP_PAGE (lueur_help_page_get_type ())
G_DECLARE_FINAL_TYPE (LueurHelpPage, lueur_help_page, LUEUR, HELP_PAGE, GtkWidget)

/*
 * LueurHelpPage: one page of help with its pictures, to be scrolled with the keys as well. A link to another page
 * activates the action "help.page" (s: its name); one to the web opens it.
 */
GtkWidget  *lueur_help_page_new (const char *language, const char *name);
const char *lueur_help_page_get_title (LueurHelpPage *self);

G_END_DECLS
