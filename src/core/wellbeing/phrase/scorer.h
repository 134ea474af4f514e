/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Classes of one model at most. */
#define LUEUR_SCORER_CLASSES_MAX 16

/**
 * LueurScorer:
 *
 * Rows of small numbers, one for each feature that was learnt from: what hashed features of a text say for each of a few
 * classes. What was never seen says nothing. Immutable.
 */
typedef struct _LueurScorer LueurScorer;

/**
 * LueurScorerHead:
 * @magic: "LSC1"
 * @n_rows: of the table
 * @n_classes: numbers in a row
 * @scale: what a 1 in the row is worth, a millionth of it
 * @bias: of each class, in millionths
 *
 * How a model file begins; all numbers little endian. The features follow as
 * 32-bit numbers, sorted, none twice, then the rows, a signed byte for each class.
 */
typedef struct
{
  char magic[4];
  guint32 n_rows;
  guint32 n_classes;
  gint32 scale;
  gint32 bias[LUEUR_SCORER_CLASSES_MAX];
} LueurScorerHead;

LueurScorer *lueur_scorer_new (GBytes *bytes, GError **error);
void         lueur_scorer_free (LueurScorer *self);
guint        lueur_scorer_get_n_classes (const LueurScorer *self);
void         lueur_scorer_start (const LueurScorer *self, double *scores);
void         lueur_scorer_add (const LueurScorer *self, const guint32 *ids, guint n, double weight, double *scores);
void         lueur_scorer_finish (const LueurScorer *self, double *scores);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurScorer, lueur_scorer_free)

G_END_DECLS
