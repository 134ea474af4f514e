/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "ui/avatar/plates.h"

G_BEGIN_DECLS

/* A page that something was drawn on. */
typedef struct
{
  const guint32 *data;
  int stride; /* in pixels */
} LueurInk;

/* Makes plates of part @part of the ink in @box: at most two to the power of @depth, where it lies in far corners. @margin
 * as in the page, in units. */
void lueur_plates_crop (LueurPlates *self, int part, const LueurInk *ink, cairo_rectangle_int_t box, double margin, guint depth);

G_END_DECLS
