/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/emotion/label.h"
#include "ui/avatar/face.h"

G_BEGIN_DECLS

/* A circle with the initial of @name (nullable): for as long as there is no picture, and where there is none. */
void lueur_avatar_paint_initial (GtkWidget *widget, GtkSnapshot *snapshot, const char *name);
/* A picture that grows a little with @breath, in [0, 1]; a @still one has a frame in the colour of @mood. */
void lueur_avatar_paint_picture (GtkWidget *widget, GtkSnapshot *snapshot, GdkTexture *texture, gboolean still, float breath,
                                 LueurEmotion mood);
/* @face, drawn as @node: all of its page, or in a small box the head. */
void lueur_avatar_paint_face (GtkWidget *widget, GtkSnapshot *snapshot, LueurFace *face, GskRenderNode *node);

G_END_DECLS
