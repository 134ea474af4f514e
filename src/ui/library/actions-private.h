/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the library's actions share. */

#include "ui/library/actions.h"
#include "ui/library/view.h"

G_BEGIN_DECLS

LueurLibrary     *lueur_actions_library (LueurWindow *self);
/* The companion with the id in @parameter (x, or the first of several), archived or not. (transfer full) (nullable) */
LueurPersona     *lueur_actions_find (LueurWindow *self, GVariant *parameter);
void              lueur_actions_say (LueurWindow *self, const char *text);
void              lueur_actions_say_error (LueurWindow *self, const GError *error);
LueurLibraryView *lueur_actions_view (LueurWindow *self);
/* As it is, with what was last opened in it. */
void              lueur_actions_show_library (LueurWindow *self);
/* The page of somebody who is gone goes too. */
void              lueur_actions_forget_page (LueurWindow *self, LueurPersona *persona);
/* @text: (nullable): said when it is done */
void              lueur_actions_set_archived (LueurWindow *self, LueurPersona *persona, gboolean archived, const char *text);

/* Shows what is in @file. @companion: (nullable): whom a lorebook is probably for */
void              lueur_actions_import (LueurWindow *self, GFile *file, LueurPersona *companion);
/* Says who has the lorebook, once @dialog gave it. */
void              lueur_actions_watch_book (LueurWindow *self, AdwDialog *dialog);
/* Shows what is in @file where it is an archive of everything, by its name. Whether it is. */
gboolean          lueur_actions_import_archive (LueurWindow *self, GFile *file);

void lueur_actions_install_archive (GtkWidgetClass *widget_class);
void lueur_actions_install_coming_in (GtkWidgetClass *widget_class);
void lueur_actions_install_asking (GtkWidgetClass *widget_class);
void lueur_actions_install_books (GtkWidgetClass *widget_class);

G_END_DECLS
