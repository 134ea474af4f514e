/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/context.h"

G_BEGIN_DECLS

/* Asks for a file and writes @persona there as a character card. @container: "png", "json" or "charx". @from: a widget of
 * the window, for dialogs and toasts. */
void lueur_export_companion (GtkWidget *from, LueurContext *context, LueurPersona *persona, const char *container);
/* The same without asking; callback: a gboolean GTask. */
void     lueur_export_to_file_async (GtkWidget *from, LueurContext *context, LueurPersona *persona, GFile *file,
                                     GAsyncReadyCallback callback, gpointer data);
gboolean lueur_export_to_file_finish (GAsyncResult *result, GError **error);

G_END_DECLS
