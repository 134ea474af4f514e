/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/context.h"

G_BEGIN_DECLS

/*
 * LueurPersonsDialog: who the person is: themselves, and whoever else they are in a story. With a conversation it also
 * says who they are in that one. Actions: persons.add, persons.edit (x), persons.erase (x), persons.choose (x).
 */
#define LUEUR_TYPE_PERSONS_DIALOG (lueur_persons_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LueurPersonsDialog, lueur_persons_dialog, LUEUR, PERSONS_DIALOG, AdwDialog)

/* @conversation: (nullable) */
AdwDialog *lueur_persons_dialog_new (LueurContext *context, LueurConversation *conversation);

G_END_DECLS
