/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LueurMotionLevel:
 *
 * How much a widget may move.
 */
typedef enum
{
  LUEUR_MOTION_HIDDEN, /* nobody can see it: no work at all */
  LUEUR_MOTION_FADES,  /* animations are off, or power is short: changes fade in */
  LUEUR_MOTION_FULL,
} LueurMotionLevel;

GType lueur_motion_level_get_type (void);

/**
 * LueurMotion:
 *
 * Watches what decides whether a widget may move: whether it is mapped and its window in sight, the
 * desktop's animation setting, and the power profile. Property "level" tells.
 */
#define LUEUR_TYPE_MOTION (lueur_motion_get_type ())
G_DECLARE_FINAL_TYPE (LueurMotion, lueur_motion, LUEUR, MOTION, GObject)

LueurMotion     *lueur_motion_new (GtkWidget *widget); /* @widget is not referenced */
LueurMotionLevel lueur_motion_get_level (LueurMotion *self);

G_END_DECLS
