/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/wellbeing/phrase/scorer.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

#define ROWS_MAX 65536

struct _LueurScorer
{
  LueurScorerHead head;
  guint32 *ids;
  gint8 *rows;
};

/**
 * lueur_scorer_new:
 * @bytes: a model
 *
 * Returns: (transfer full) (nullable): a reader of @bytes, or %NULL with @error set where they are no model
 */
LueurScorer *
lueur_scorer_new (GBytes *bytes, GError **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  LueurScorerHead head;
  LueurScorer *self;

  if (length < sizeof head)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "Too short for a model");
      return NULL;
    }
  memcpy (&head, data, sizeof head);
  head.n_rows = GUINT32_FROM_LE (head.n_rows);
  head.n_classes = GUINT32_FROM_LE (head.n_classes);
  head.scale = GINT32_FROM_LE (head.scale);
  for (guint i = 0; i < LUEUR_SCORER_CLASSES_MAX; i++)
    head.bias[i] = GINT32_FROM_LE (head.bias[i]);
  if (memcmp (head.magic, "LSC1", 4) != 0 || head.n_rows > ROWS_MAX || head.n_classes < 1 ||
      head.n_classes > LUEUR_SCORER_CLASSES_MAX || length - sizeof head != (gsize) head.n_rows * (4 + head.n_classes))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "Not a model");
      return NULL;
    }
  self = g_new0 (LueurScorer, 1);
  self->head = head;
  self->ids = g_new (guint32, head.n_rows);
  memcpy (self->ids, data + sizeof head, (gsize) head.n_rows * 4);
  for (guint i = 0; i < head.n_rows; i++)
    self->ids[i] = GUINT32_FROM_LE (self->ids[i]);
  self->rows = g_memdup2 (data + sizeof head + (gsize) head.n_rows * 4, (gsize) head.n_rows * head.n_classes);
  return self;
}

void
lueur_scorer_free (LueurScorer *self)
{
  g_free (self->ids);
  g_free (self->rows);
  g_free (self);
}

guint
lueur_scorer_get_n_classes (const LueurScorer *self)
{
  return self->head.n_classes;
}

/* Returns: (nullable): the row of @id */
static const gint8 *
find_row (const LueurScorer *self, guint32 id)
{
  guint from = 0, to = self->head.n_rows;

  while (from < to)
    {
      guint middle = (from + to) / 2;

      if (self->ids[middle] == id)
        return self->rows + (gsize) middle * self->head.n_classes;
      if (self->ids[middle] < id)
        from = middle + 1;
      else
        to = middle;
    }
  return NULL;
}

/**
 * lueur_scorer_start:
 * @scores: (out): one for each class; to be handed to lueur_scorer_add() and lueur_scorer_finish()
 */
void
lueur_scorer_start (const LueurScorer *self, double *scores)
{
  for (guint i = 0; i < self->head.n_classes; i++)
    scores[i] = self->head.bias[i] / 1e6;
}

/**
 * lueur_scorer_add:
 * @ids: (array length=n): features
 * @weight: what each of them counts
 * @scores: (inout): as lueur_scorer_start() left them
 */
void
lueur_scorer_add (const LueurScorer *self, const guint32 *ids, guint n, double weight, double *scores)
{
  gint32 sums[LUEUR_SCORER_CLASSES_MAX] = { 0 };

  for (guint i = 0; i < n; i++)
    {
      const gint8 *row = find_row (self, ids[i]);

      for (guint k = 0; row != NULL && k < self->head.n_classes; k++)
        sums[k] += row[k];
    }
  for (guint k = 0; k < self->head.n_classes; k++)
    scores[k] += sums[k] * weight * (self->head.scale / 1e6);
}

/**
 * lueur_scorer_finish:
 * @scores: (inout): become the probability of each class, 1 in all
 */
void
lueur_scorer_finish (const LueurScorer *self, double *scores)
{
  double top = scores[0], sum = 0;

  for (guint k = 1; k < self->head.n_classes; k++)
    top = MAX (top, scores[k]);
  for (guint k = 0; k < self->head.n_classes; k++)
    sum += scores[k] = exp (scores[k] - top);
  for (guint k = 0; k < self->head.n_classes; k++)
    scores[k] /= sum;
}
