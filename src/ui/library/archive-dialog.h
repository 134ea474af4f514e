/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/context.h"

G_BEGIN_DECLS

/*
 * LueurArchiveDialog: everything on its way into one file, or what such a file contains, to be added or not. Nothing is
 * written before the person says so; closing it while it works ends the work, and leaves nothing of it.
 *
 * Signal: "exported" (GFile *file): it is whole, and the dialog closed itself. Actions: archive.add, archive.close.
 */
#define LUEUR_TYPE_ARCHIVE_DIALOG (lueur_archive_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LueurArchiveDialog, lueur_archive_dialog, LUEUR, ARCHIVE_DIALOG, AdwDialog)

AdwDialog *lueur_archive_dialog_new_export (LueurContext *context, GFile *file);
AdwDialog *lueur_archive_dialog_new_import (LueurContext *context, GFile *file);

/* One clear sentence on why it did not work. */
const char *lueur_archive_fault_text (const GError *error);

G_END_DECLS
