/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "ui/avatar/figure.h"

G_BEGIN_DECLS

/**
 * LueurWardrobe:
 *
 * Where figures come from: those that ship with Lueur and the person's own. Keeps the ones that were
 * used last, so that a list of companions reads each file once. One a display, found through it.
 */
#define LUEUR_TYPE_WARDROBE (lueur_wardrobe_get_type ())
G_DECLARE_FINAL_TYPE (LueurWardrobe, lueur_wardrobe, LUEUR, WARDROBE, GObject)

LueurWardrobe *lueur_wardrobe_get_for_display (GdkDisplay *display); /* (transfer none) */

/* Folder of the person's own pictures; "avatars" in the app's data folder unless set. */
void        lueur_wardrobe_set_folder (LueurWardrobe *self, const char *folder);
const char *lueur_wardrobe_get_folder (LueurWardrobe *self);

/* The figure that a look calls @name. */
void         lueur_wardrobe_load_async (LueurWardrobe *self, const char *name, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer data);
LueurFigure *lueur_wardrobe_load_finish (LueurWardrobe *self, GAsyncResult *result, GError **error);
/* The same when it was loaded before. (transfer none) (nullable) */
LueurFigure *lueur_wardrobe_peek (LueurWardrobe *self, const char *name);

/* Names of all that there are: Lueur's own first. */
void  lueur_wardrobe_list_async (LueurWardrobe *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GStrv lueur_wardrobe_list_finish (LueurWardrobe *self, GAsyncResult *result, GError **error);

/* Takes a copy of a rig, a pack or a picture; gives the look that names it, as JSON. What is refused leaves nothing behind. */
void  lueur_wardrobe_import_async (LueurWardrobe *self, GFile *file, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer data);
char *lueur_wardrobe_import_finish (LueurWardrobe *self, GAsyncResult *result, GError **error);
/* Whether it would be taken: it can be read, and shown. Blocks; any thread. */
gboolean lueur_wardrobe_is_figure (const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
