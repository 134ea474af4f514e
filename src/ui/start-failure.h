/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUEUR_TYPE_START_FAILURE (lueur_start_failure_get_type ())
G_DECLARE_FINAL_TYPE (LueurStartFailure, lueur_start_failure, LUEUR, START_FAILURE, GtkWidget)

/*
 * LueurStartFailure: shown in place of everything else when the database could not be opened: what is wrong,
 * where the file is, and what to do. Nothing here touches the file.
 *
 * Signals: "retry".
 */
void lueur_start_failure_set (LueurStartFailure *self, const GError *error, const char *data_dir);

G_END_DECLS
