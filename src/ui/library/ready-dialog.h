/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/context.h"

G_BEGIN_DECLS

/*
 * LueurReadyDialog: the companions that come with Lueur: face, a line, and on a page of its own what each is like and
 * how it greets.
 *
 * Signals: "chosen" (LueurPersona: a copy, id 0, to store and talk to), "edit" (the same, to change first).
 */
#define LUEUR_TYPE_READY_DIALOG (lueur_ready_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LueurReadyDialog, lueur_ready_dialog, LUEUR, READY_DIALOG, AdwDialog)

AdwDialog *lueur_ready_dialog_new (LueurContext *context);

G_END_DECLS
