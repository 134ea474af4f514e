/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/avatar/plates.h"

G_BEGIN_DECLS

/**
 * LueurFace:
 *
 * Puts a face together for a pose: moves pictures that were drawn once, and reshapes the few outlines
 * that change. Belongs to the main thread. Keeps what did not change since the last pose, so that a
 * face that only breathes builds no path and no texture.
 */
typedef struct _LueurFace LueurFace;

LueurFace     *lueur_face_new (LueurPlates *plates);
/* Another tilt of the same face. FALSE for anything else, and nothing changes. */
gboolean       lueur_face_set_plates (LueurFace *self, LueurPlates *plates);
void           lueur_face_free (LueurFace *self);
/* The face in page units, its page at 0, 0. (transfer full) (nullable): NULL when nothing is there to draw */
GskRenderNode *lueur_face_draw (LueurFace *self, const LueurPose *pose);
float          lueur_face_get_width (LueurFace *self);
float          lueur_face_get_height (LueurFace *self);
LueurPlates   *lueur_face_get_plates (LueurFace *self);
/* How many paths were made since the beginning. */
guint          lueur_face_get_n_paths (LueurFace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurFace, lueur_face_free)

G_END_DECLS
