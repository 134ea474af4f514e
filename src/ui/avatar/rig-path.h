/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LueurAffine:
 *
 * x' = a x + c y + e, y' = b x + d y + f.
 */
typedef struct
{
  double a, b, c, d, e, f;
} LueurAffine;

#define LUEUR_AFFINE_IDENTITY ((LueurAffine){ 1, 0, 0, 1, 0, 0 })

/* First @inner, then @outer. */
LueurAffine lueur_affine_multiply (const LueurAffine *outer, const LueurAffine *inner);
/* An SVG transform list. FALSE when it is malformed. */
gboolean    lueur_affine_parse (const char *text, LueurAffine *affine);

/**
 * LueurOutline:
 * @ops: a letter a command, of M, L, C and Z
 * @points: x, y pairs in page units: 1 for M and L, 3 for C, 0 for Z
 *
 * Path data brought into one form, so that key shapes can be compared and blended.
 */
typedef struct
{
  char *ops;
  guint n_ops;
  float *points;
  guint n_floats;
} LueurOutline;

/* FALSE for anything but M L H V C S Q T Z, numbers that are not finite, or over @max_commands. */
gboolean lueur_outline_parse (const char *d, const LueurAffine *affine, guint max_commands, LueurOutline *outline);
void     lueur_outline_clear (LueurOutline *outline);

/* How many commands @d holds, whatever they are; -1 when one of its numbers is not finite or beyond 1e6. */
int lueur_path_count_commands (const char *d);

/* Reads one number and the separators before it. FALSE at the end or where none is. */
gboolean lueur_scan_number (const char **cursor, double *number);

G_END_DECLS
