/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exchange/card.h"
#include "core/model/persona.h"

G_BEGIN_DECLS

/*
 * A card as a file. Of @card only the members that @persona tells otherwise are written anew; everything else keeps
 * its exact text, and a card of which nothing changed, in the container it came in, is its file, byte for byte.
 *
 * @card: (nullable): what the companion came from; NULL for one that was made here
 * @persona: (nullable): what the companion is now; NULL for the card as it is. One of both at least
 * @picture: (nullable): a PNG to show it with; NULL for the card's own, or a plain one
 * Errors: LUEUR_CARD_ERROR; DAMAGED for a @picture that is no PNG. On the thread that owns @persona. (transfer full) (nullable)
 */
GBytes *lueur_card_write (const LueurCard *card, LueurPersona *persona, LueurCardContainer container, GBytes *picture,
                          GError **error);
/* By the ending of a file's name: ".png", ".json", ".charx". */
gboolean    lueur_card_container_from_name (const char *name, LueurCardContainer *container);
const char *lueur_card_container_get_ending (LueurCardContainer container);

/* The card's pictures of feelings as an archive of an avatar (“joy.png”, “neutral.webp”…), the main icon for neutral
 * where there is no other; NULL when none is named after a feeling that we know. (transfer full) (nullable) */
GBytes *lueur_card_make_sprites (const LueurCard *card);

G_END_DECLS
