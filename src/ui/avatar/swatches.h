/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LueurSwatch:
 * @colour: "#rrggbb"; %NULL at the end of a list
 * @name: what it is called, untranslated
 *
 * A colour that the editor offers for a material.
 */
typedef struct
{
  const char *colour;
  const char *name;
} LueurSwatch;

/* The colours offered for @material; an empty list for one that is unknown. */
const LueurSwatch *lueur_swatches_get (const char *material);

/* What @colour of @material is called; the colour itself where it has no name. (transfer none) */
const char *lueur_swatches_get_name (const char *material, const char *colour);

G_END_DECLS
