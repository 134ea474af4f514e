/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/model/persona.h"

G_BEGIN_DECLS

/* Binds a row to a field, both ways, by what each of them is; a group is bound to nothing. */
void     lueur_row_bind (GtkWidget *row, LueurPersona *persona, LueurPersonaField field);
/* Puts @star where a row of its kind has room for it, or takes it away; nothing for a row of another kind. */
void     lueur_row_set_star (GtkWidget *row, GtkWidget *star, gboolean shown);
/* Shows minutes of the day as a time, and reads what is typed: “8:30”, “8 h 30”, “8”. */
void     lueur_row_show_time (AdwSpinRow *row);

G_END_DECLS
