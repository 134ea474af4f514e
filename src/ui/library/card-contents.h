/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/exchange/card-reading.h"

G_BEGIN_DECLS

void lueur_card_contents_fill (AdwPreferencesGroup *group, const LueurCard *card, const LueurCardReading *reading);
void lueur_card_contents_fill_asks (AdwPreferencesGroup *group, const LueurCardReading *reading);
void lueur_card_contents_fill_concerns (AdwPreferencesGroup *group, const LueurCardReading *reading);

G_END_DECLS
