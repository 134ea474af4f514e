/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What card.c (reading) and card-write.c (writing) share. */

#include "core/exchange/card.h"
#include "core/exchange/png.h"

G_BEGIN_DECLS

struct _LueurCard
{
  GBytes *file;
  LueurCardContainer container;
  LueurCardSpec spec;
  char *spec_version;
  gboolean newer;

  LueurJsonDoc *doc;
  guint data; /* the object with the card's members */
  guint book;
  LueurJsonDoc *older; /* (nullable): of a picture with two cards, the one that counts less */

  LueurPng *png;        /* (nullable) */
  GHashTable *files;    /* (nullable) (element-type utf8 GBytes): of an archive, or those that a picture carries */
  gsize prefix;         /* bytes before an archive */
  GPtrArray *assets;
};

/* Whether a text chunk of a picture holds a card: 2 or 3 by its version, 0 when it does not. */
guint       lueur_card_keyword_version (const char *keyword);
/* What a text chunk of a picture is called as a file, or NULL when it is none. (transfer none) */
const char *lueur_card_keyword_path (const char *keyword);
/* The path that a URI means inside its card, or NULL when it means something else. (transfer none) */
const char *lueur_card_uri_path (const char *uri);

G_END_DECLS
