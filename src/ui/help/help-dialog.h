/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LUEUR_TYPE_HELP_DIALOG (lueur_help_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LueurHelpDialog, lueur_help_dialog, LUEUR, HELP_DIALOG, AdwDialog)

/*
 * LueurHelpDialog: short pages of help beside their index; one at a time where it is narrow. Pages are those of
 * lueur_help_get_names(), in French where that is the person's first language, else in English.
 *
 * Action: help.page (s) shows another page.
 */
AdwDialog  *lueur_help_dialog_new (void);
/* @name: of a page; the index where there is no such page or it is "" */
void        lueur_help_dialog_show_page (LueurHelpDialog *self, const char *name);
/* (nullable): the name of the page in sight */
const char *lueur_help_dialog_get_page (LueurHelpDialog *self);

G_END_DECLS
