/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/library.h"

G_BEGIN_DECLS

typedef enum
{
  LUEUR_CATALOG_RECENT, /* who was talked to last */
  LUEUR_CATALOG_NAME,
  LUEUR_CATALOG_MADE, /* the newest first */
} LueurCatalogOrder;

GType lueur_catalog_order_get_type (void);
#define LUEUR_TYPE_CATALOG_ORDER (lueur_catalog_order_get_type ())

/*
 * LueurCatalog: a GListModel of LueurPersona: the companions of a library that are looked for, in an order. Follows the
 * library; changes come together, once a turn of the main loop.
 *
 * Properties: search (string: all of its words must be there, without case and accents), tag (string, "" for any),
 * order (LueurCatalogOrder), archived (bool: those that were put away, instead of the others).
 * Signal: "changed": the list, or the tags, are others.
 */
#define LUEUR_TYPE_CATALOG (lueur_catalog_get_type ())
G_DECLARE_FINAL_TYPE (LueurCatalog, lueur_catalog, LUEUR, CATALOG, GObject)

LueurCatalog *lueur_catalog_new (LueurLibrary *library);
/* What is waiting to be told is told now. */
void          lueur_catalog_flush (LueurCatalog *self);
/* (transfer full): of those that @archived shows, the most used first, @max at most */
GStrv         lueur_catalog_dup_tags (LueurCatalog *self, guint max);
/* How many there are, whatever is looked for. */
guint         lueur_catalog_get_n_all (LueurCatalog *self);
guint         lueur_catalog_get_n_archived (LueurCatalog *self);
/* When @persona was talked to last, µs since the epoch; 0 never. */
gint64        lueur_catalog_get_last_talk (LueurCatalog *self, LueurPersona *persona);

G_END_DECLS
