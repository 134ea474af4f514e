/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/context.h"

G_BEGIN_DECLS

#define LUEUR_TYPE_WELLBEING_DIALOG (lueur_wellbeing_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LueurWellbeingDialog, lueur_wellbeing_dialog, LUEUR, WELLBEING_DIALOG, AdwDialog)

/*
 * LueurWellbeingDialog: the pages about the person's own time and wellbeing, one after the other.
 *
 * Action: wellbeing.exercises (closes the dialog and activates win.exercises).
 */
LueurWellbeingDialog *lueur_wellbeing_dialog_new (LueurContext *context);
/* "", "people", "check-in", "feelings" or "how" */
void                  lueur_wellbeing_dialog_show_page (LueurWellbeingDialog *self, const char *tag);

G_END_DECLS
