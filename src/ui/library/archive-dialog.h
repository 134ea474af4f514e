/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/context.h"

G_BEGIN_DECLS

/*
 * LueurArchiveDialog: everything on its way into one file, or what such a file contains, to be added, to take the place of
 * what is here, or neither. Nothing is written before the person says so; closing it while it works ends the work, and
 * leaves everything as it was.
 *
 * Signals: "exported" (GFile *file): it is whole, and the dialog closed itself. "replaced": nothing that was here is here any
 * more. Actions: archive.add (asks first where something would go), archive.close.
 */
#define LUEUR_TYPE_ARCHIVE_DIALOG (lueur_archive_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LueurArchiveDialog, lueur_archive_dialog, LUEUR, ARCHIVE_DIALOG, AdwDialog)

AdwDialog *lueur_archive_dialog_new_export (LueurContext *context, GFile *file);
AdwDialog *lueur_archive_dialog_new_import (LueurContext *context, GFile *file);

G_END_DECLS
