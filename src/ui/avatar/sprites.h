/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/avatar/expression.h"
#include "ui/avatar/picture.h"

G_BEGIN_DECLS

/**
 * LueurSprites:
 *
 * Pictures that somebody drew or took: one or several a label, in a folder or a zip archive; or a
 * single one. Holds the files, decodes none of them until it is shown. Never changes.
 */
typedef struct _LueurSprites LueurSprites;

/* A folder, a .zip, or one picture. Blocks. Errors: LUEUR_RIG_ERROR, one sentence for people. */
LueurSprites *lueur_sprites_new_from_file (const char *path, GCancellable *cancellable, GError **error);
LueurSprites *lueur_sprites_new_from_zip (GBytes *bytes, GCancellable *cancellable, GError **error);
LueurSprites *lueur_sprites_ref (LueurSprites *self);
void          lueur_sprites_unref (LueurSprites *self);

/* Whether a file of that name belongs to a pack. */
gboolean lueur_sprites_takes (const char *name);
/* Whether it is one picture for everything. */
gboolean lueur_sprites_is_still (const LueurSprites *self);
/* Whether @expression has a picture of its own. */
gboolean lueur_sprites_has (const LueurSprites *self, LueurExpression expression);
/* How many labels have a picture of their own. */
guint    lueur_sprites_get_n_labels (const LueurSprites *self);
/* The file for @expression: its own, else that of the nearest feeling, else any. @turn picks among variants. */
GBytes  *lueur_sprites_get (const LueurSprites *self, LueurExpression expression, guint turn); /* (transfer none) */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurSprites, lueur_sprites_unref)

G_END_DECLS
