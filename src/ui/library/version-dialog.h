/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/context.h"

G_BEGIN_DECLS

/* Rows that show what differs between two companions, field by field: before, then after. Returns: how many. */
guint lueur_diff_fill (AdwPreferencesGroup *group, LueurPersona *before, LueurPersona *after);
/* (transfer floating): one field's change, as a row */
GtkWidget *lueur_diff_row (LueurPersona *before, LueurPersona *after, LueurPersonaField field);

/* @version of @persona: what changed in it since @before (nullable: the first one shows all it says), how it differs from
 * what the companion is now, and a button to bring it back. (transfer floating) */
AdwDialog *lueur_version_dialog_new (LueurContext *context, LueurPersona *persona, LueurPersona *version,
                                     LueurPersona *before);

G_END_DECLS
