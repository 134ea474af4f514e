/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/model/bin-item.h"

#include "core/model/text.h"
#include "core/store/verbs.h"

struct _LueurBinItem
{
  GObject parent_instance;

  LueurKind kind;
  gint64 id;
  gint64 conversation;
  gint64 deleted_at;
  guint n;
  char *title;
  LueurPersona *persona;
};

G_DEFINE_FINAL_TYPE (LueurBinItem, lueur_bin_item, G_TYPE_OBJECT)

static void
lueur_bin_item_finalize (GObject *object)
{
  LueurBinItem *self = LUEUR_BIN_ITEM (object);

  g_free (self->title);
  g_clear_object (&self->persona);

  G_OBJECT_CLASS (lueur_bin_item_parent_class)->finalize (object);
}

static void
lueur_bin_item_class_init (LueurBinItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lueur_bin_item_finalize;
}

static void
lueur_bin_item_init (LueurBinItem *self)
{
}

/**
 * lueur_bin_item_new:
 * @row: what the store tells
 * @persona: the companion it is about
 *
 * Returns: (transfer full): the same, for a view
 */
LueurBinItem *
lueur_bin_item_new (const LueurBinRow *row, LueurPersona *persona)
{
  LueurBinItem *self = g_object_new (LUEUR_TYPE_BIN_ITEM, NULL);

  self->kind = row->kind;
  self->id = row->id;
  self->conversation = row->conversation;
  self->deleted_at = row->deleted_at;
  self->n = CLAMP (row->n, 0, G_MAXINT);
  self->title = lueur_text_clean_line (row->title, -1, LUEUR_TITLE_MAX);
  self->persona = g_object_ref (persona);
  return self;
}

LueurKind
lueur_bin_item_get_kind (LueurBinItem *self)
{
  g_return_val_if_fail (LUEUR_IS_BIN_ITEM (self), LUEUR_KIND_MESSAGE);
  return self->kind;
}

gint64
lueur_bin_item_get_id (LueurBinItem *self)
{
  g_return_val_if_fail (LUEUR_IS_BIN_ITEM (self), 0);
  return self->id;
}

gint64
lueur_bin_item_get_conversation (LueurBinItem *self)
{
  g_return_val_if_fail (LUEUR_IS_BIN_ITEM (self), 0);
  return self->conversation;
}

const char *
lueur_bin_item_get_title (LueurBinItem *self)
{
  g_return_val_if_fail (LUEUR_IS_BIN_ITEM (self), "");
  return self->title;
}

LueurPersona *
lueur_bin_item_get_persona (LueurBinItem *self)
{
  g_return_val_if_fail (LUEUR_IS_BIN_ITEM (self), NULL);
  return self->persona;
}

guint
lueur_bin_item_get_n (LueurBinItem *self)
{
  g_return_val_if_fail (LUEUR_IS_BIN_ITEM (self), 0);
  return self->n;
}

gint64
lueur_bin_item_get_deleted_at (LueurBinItem *self)
{
  g_return_val_if_fail (LUEUR_IS_BIN_ITEM (self), 0);
  return self->deleted_at;
}

gint64
lueur_bin_item_get_ends_at (LueurBinItem *self)
{
  g_return_val_if_fail (LUEUR_IS_BIN_ITEM (self), 0);
  return self->deleted_at + LUEUR_BIN_USEC;
}
