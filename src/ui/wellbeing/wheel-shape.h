/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/wellbeing/people/feeling-words.h"

G_BEGIN_DECLS

/**
 * LueurWheelForm:
 * @LUEUR_WHEEL_WHOLE: all three rings
 * @LUEUR_WHEEL_FOLDED: no room for the words of the outer ring: it is left out
 * @LUEUR_WHEEL_OPEN: nor here, but of one family: it stands in the middle with its words around it, the others aside
 */
typedef enum
{
  LUEUR_WHEEL_WHOLE,
  LUEUR_WHEEL_FOLDED,
  LUEUR_WHEEL_OPEN,
} LueurWheelForm;

/**
 * LueurWheelSector:
 * @from, @to: angles in radians, clockwise from the top; less than half a turn, but for a whole disc
 * @inner, @outer: in pixels from the middle
 * @across: whether its word stands across the radius, and not along it
 *
 * Where a word is.
 */
typedef struct
{
  double from;
  double to;
  float inner;
  float outer;
  gboolean across;
} LueurWheelSector;

/**
 * LueurWheelShape:
 * @fonts: of each ring, in pixels: one size, that of the word which has the least room
 *
 * Where all of them are, for a size and a font.
 */
typedef struct
{
  LueurWheelForm form;
  guint open; /* a family */
  float radius;
  float fonts[LUEUR_FEELING_RINGS];
  float widths[LUEUR_N_FEELING_WORDS]; /* at a font of one pixel, as the next two */
  float broken[LUEUR_N_FEELING_WORDS]; /* in two lines; 0 where there is one word alone */
  float height;
} LueurWheelShape;

/* @open: the family that is unfolded where there is no room for all; -1 for none. */
void     lueur_wheel_shape_init (LueurWheelShape *self, GtkWidget *widget, float radius, int open);
/* Whether @index is shown, and where. */
gboolean lueur_wheel_shape_get_sector (const LueurWheelShape *self, guint index, LueurWheelSector *sector);
/* The word at a point, seen from the middle; -1 for none. */
int      lueur_wheel_shape_get_word_at (const LueurWheelShape *self, double dx, double dy);
/* (transfer full): the outline of what is @gap pixels within a sector. */
GskPath *lueur_wheel_sector_get_path (const LueurWheelSector *self, float cx, float cy, float gap);
/* (transfer full): a word as it is written there, and how far from the middle. */
PangoLayout *lueur_wheel_shape_get_layout (const LueurWheelShape *self, GtkWidget *widget, guint index, float *away);
guint    lueur_wheel_get_family (guint index);

G_END_DECLS
