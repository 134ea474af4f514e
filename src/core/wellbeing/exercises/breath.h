/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Six breaths a minute, the way out longer than the way in: the slow pace that studies of calm breathing have in common
 * (Zaccaro and others 2018, Frontiers in Human Neuroscience). */
#define LUEUR_BREATH_IN_SECONDS 4
#define LUEUR_BREATH_OUT_SECONDS 6
#define LUEUR_BREATH_COUNT 12

/**
 * LueurBreath:
 * @inwards: whether the breath goes in
 * @depth: how full the chest is, in [0, 1]
 * @left: whole seconds until it turns, at least 1
 * @round: which breath it is, from 0
 * @done: all breaths are done
 */
typedef struct
{
  gboolean inwards;
  double depth;
  guint left;
  guint round;
  gboolean done;
} LueurBreath;

/* @seconds: since the first breath began */
void lueur_breath_at (double seconds, LueurBreath *breath);

G_END_DECLS
