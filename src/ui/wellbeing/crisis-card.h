/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/wellbeing/danger/care.h"

G_BEGIN_DECLS

/*
 * LueurCrisisCard: who can help, above the composer, where LueurCare says so or the person asks. It works without a
 * network, blocks nothing and never takes the focus by itself; a screen reader is told of it.
 *
 * Properties: care (LueurCare; may be NULL, and set later).
 * Actions: care.close
 */
#define LUEUR_TYPE_CRISIS_CARD (lueur_crisis_card_get_type ())
G_DECLARE_FINAL_TYPE (LueurCrisisCard, lueur_crisis_card, LUEUR, CRISIS_CARD, GtkWidget)

GtkWidget *lueur_crisis_card_new (LueurCare *care);
/* A code of lueur_crisis_regions. */
void       lueur_crisis_card_set_region (LueurCrisisCard *self, const char *region);

G_END_DECLS
