/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/wellbeing/time/records.h"

G_BEGIN_DECLS

#define LUEUR_TYPE_CONTACT_DIALOG (lueur_contact_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LueurContactDialog, lueur_contact_dialog, LUEUR, CONTACT_DIALOG, AdwDialog)

/* LueurContactDialog: adds (@contact NULL) or changes one of “my people”. Actions: contact.save, contact.erase. */
LueurContactDialog *lueur_contact_dialog_new (LueurRecords *records, LueurContact *contact);

G_END_DECLS
