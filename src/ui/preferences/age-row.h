/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/settings.h"

G_BEGIN_DECLS

/*
 * LueurAgeRow: what the person said of their age, to be seen and corrected. 18 or older is confirmed once; nothing is asked
 * to be proved.
 */
#define LUEUR_TYPE_AGE_ROW (lueur_age_row_get_type ())
G_DECLARE_FINAL_TYPE (LueurAgeRow, lueur_age_row, LUEUR, AGE_ROW, AdwComboRow)

void lueur_age_row_set_settings (LueurAgeRow *self, LueurSettings *settings);

G_END_DECLS
