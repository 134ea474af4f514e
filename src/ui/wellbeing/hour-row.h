/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows the number of @row, an hour from 0 to 23, as the person's locale tells the time (“11:00 PM”, “23:00”), to who sees it
 * and to who hears it; takes what is typed with or without minutes, AM and PM. Once, before it is shown. */
void lueur_hour_row_install (AdwSpinRow *row);

G_END_DECLS
