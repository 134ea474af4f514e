/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/avatar/plates.h"

G_BEGIN_DECLS

/* So many sets are kept: a resting face, the four states, and what was felt last. */
#define LUEUR_SHELF_MOST 8

/**
 * LueurShelf:
 *
 * Pictures of one face at one size, kept for the angles at which its head was held: most come back, and what comes back
 * need not be drawn again. Beyond some megabytes those that were not wanted for longest go.
 */
typedef struct
{
  LueurPlates *sets[LUEUR_SHELF_MOST]; /* what was wanted last comes first */
  guint n;
} LueurShelf;

/* Those drawn for that tilt. (transfer none) (nullable) */
LueurPlates *lueur_shelf_find (LueurShelf *shelf, float lean, float roll);
/* @plates: (transfer none) */
void         lueur_shelf_put (LueurShelf *shelf, LueurPlates *plates);
void         lueur_shelf_clear (LueurShelf *shelf);

G_END_DECLS
