/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/avatar/avatar.h"
#include "ui/avatar/face.h"

G_BEGIN_DECLS

/* For tests and benches. */
typedef struct
{
  guint n_frames;      /* poses that were drawn */
  guint n_wakes;       /* calls of its own sources: frame callbacks and timers */
  gint64 snapshot_us;  /* time spent on those frames, drawing commands included */
  guint n_label_changes;
} LueurAvatarStats;

const LueurAvatarStats *lueur_avatar_get_stats (LueurAvatar *self);
LueurFace              *lueur_avatar_get_face (LueurAvatar *self); /* (nullable) */

G_END_DECLS
