/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/avatar/rig.h"
#include "ui/avatar/sprites.h"

G_BEGIN_DECLS

/**
 * LueurFigure:
 * @rig: (nullable): a drawing that moves
 * @sprites: (nullable): pictures that change
 *
 * Whatever a look can name: one of the two. Never changes.
 */
typedef struct
{
  gatomicrefcount refs;
  LueurRig *rig;
  LueurSprites *sprites;
} LueurFigure;

/* Told by what the file holds, not by its name. Blocks. Errors: LUEUR_RIG_ERROR or G_IO_ERROR. */
LueurFigure *lueur_figure_new_from_file (const char *path, GCancellable *cancellable, GError **error);
LueurFigure *lueur_figure_ref (LueurFigure *self);
void         lueur_figure_unref (LueurFigure *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurFigure, lueur_figure_unref)

G_END_DECLS
