/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/context.h"
#include "core/exchange/card.h"

G_BEGIN_DECLS

/*
 * LueurImportDialog: what a character card contains, what it asks of the model and what of that goes against the rules
 * of every companion here; then it is saved, or not. Nothing is kept before that, and nothing of one that fails.
 *
 * A lorebook of its own is shown the same way, and given to a companion.
 *
 * Signals: "saved" (LueurPersona): a companion that is in the library now; "given" (LueurPersona): who has the lorebook
 * now. Actions: import.save.
 */
#define LUEUR_TYPE_IMPORT_DIALOG (lueur_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LueurImportDialog, lueur_import_dialog, LUEUR, IMPORT_DIALOG, AdwDialog)

AdwDialog *lueur_import_dialog_new (LueurContext *context, GFile *file);
/* The same out of bytes, such as the clipboard's. */
AdwDialog *lueur_import_dialog_new_for_bytes (LueurContext *context, GBytes *bytes);

void       lueur_import_dialog_set_companion (LueurImportDialog *self, LueurPersona *companion);

/* One clear sentence on why a file is no companion. */
const char *lueur_import_fault_text (const GError *error);

G_END_DECLS
