/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "ui/avatar/expression.h"

G_BEGIN_DECLS

/**
 * LueurPortraitFocus:
 *
 * How much of somebody a small picture shows.
 */
typedef enum
{
  LUEUR_PORTRAIT_HEAD,  /* for a square: a circle around the head */
  LUEUR_PORTRAIT_FACE,  /* for a square: from brow to chin and ear to ear */
  LUEUR_PORTRAIT_HAIR,  /* for a square: the head with all of its hair */
  LUEUR_PORTRAIT_WHOLE, /* the page, however it fits */
} LueurPortraitFocus;

/**
 * lueur_avatar_render_thumbnail_async:
 * @display: the display whose pictures are used
 * @look: (nullable): JSON
 * @expression: a feeling (a value of [enum@Emotion]) or a state
 * @width: pixels, at most 1024
 * @height: pixels, at most 1024
 * @focus: how much is shown
 *
 * A small picture of somebody, for lists, grids and buttons: no widget, no motion. Those asked for last are kept; the
 * parts are drawn on another thread, once for all expressions.
 */
void        lueur_avatar_render_thumbnail_async (GdkDisplay *display, const char *look, LueurExpression expression,
                                                 int width, int height, LueurPortraitFocus focus,
                                                 GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GdkTexture *lueur_avatar_render_thumbnail_finish (GAsyncResult *result, GError **error);

G_END_DECLS
