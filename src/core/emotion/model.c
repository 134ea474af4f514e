/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/emotion/model.h"

#include <math.h>
#include <string.h>

#include "core/emotion/checksum.h"
#include "core/emotion/reader.h"

G_STATIC_ASSERT (sizeof (LueurModelHeader) == 192);
G_STATIC_ASSERT (sizeof (LueurModelSettings) == 4 * LUEUR_MODEL_OUT * 4 + 128);

#define MAX_ROWS (1u << 18)

/* How many floats a network section holds, in the order in which they follow each other. */
#define FILTERS(width) ((width) * LUEUR_NETWORK_VECTOR * LUEUR_NETWORK_FILTERS)
#define NETWORK_FLOATS                                                                                                \
  (FILTERS (2) + FILTERS (3) + FILTERS (4) + LUEUR_NETWORK_HIDDEN + 2 * LUEUR_NETWORK_HIDDEN * LUEUR_NETWORK_OUT     \
   + LUEUR_NETWORK_VECTOR * LUEUR_NETWORK_OUT + LUEUR_NETWORK_OUT + 32 * LUEUR_NETWORK_VECTOR)

static gboolean
fail (GError **error, LueurReaderError code, const char *what)
{
  g_set_error (error, LUEUR_READER_ERROR, code, "The emotion model cannot be used: %s", what);
  return FALSE;
}

/* A section of the file, or NULL when it is not inside it. */
static const void *
section (const LueurModelHeader *header, guint32 offset, gsize size)
{
  if (offset < sizeof *header || offset % 64 != 0 || size > header->file_size || offset > header->file_size - size)
    return NULL;
  return (const guint8 *) header + offset;
}

static void
open_network (LueurModel *self, const float *f)
{
  for (guint w = 0; w < LUEUR_NETWORK_WIDTHS; w++)
    {
      self->network.filters[w] = f;
      f += FILTERS (w + 2);
    }
  self->network.filter_bias = f;
  f += LUEUR_NETWORK_HIDDEN;
  self->network.out = f;
  f += 2 * LUEUR_NETWORK_HIDDEN * LUEUR_NETWORK_OUT;
  self->network.skip = f;
  f += LUEUR_NETWORK_VECTOR * LUEUR_NETWORK_OUT;
  self->network.out_bias = f;
  f += LUEUR_NETWORK_OUT;
  self->flags = f;
}

/**
 * lueur_model_open:
 * @self: (out caller-allocates): where to put the pointers
 * @data: a model file in memory, aligned to 8 bytes; must outlive @self
 * @size: its bytes
 * @error: return location for an error of the domain %LUEUR_READER_ERROR
 *
 * Checks a model file: its magic, version and sizes, its checksums, and that every section lies inside.
 *
 * Returns: whether it can be used
 */
gboolean
lueur_model_open (LueurModel *self, const void *data, gsize size, GError **error)
{
  const LueurModelHeader *h = data;
  const float *network;
  gsize rows;

  memset (self, 0, sizeof *self);
  if (G_BYTE_ORDER != G_LITTLE_ENDIAN)
    return fail (error, LUEUR_READER_ERROR_FOREIGN, "this machine is big-endian");
  if (size < sizeof *h || memcmp (h->magic, LUEUR_MODEL_MAGIC, sizeof h->magic) != 0)
    return fail (error, LUEUR_READER_ERROR_FOREIGN, "the file is something else");
  if (h->version != LUEUR_MODEL_VERSION || h->header_size != sizeof *h)
    return fail (error, LUEUR_READER_ERROR_FOREIGN, "it is of another version");
  if (h->header_checksum != lueur_checksum (h, G_STRUCT_OFFSET (LueurModelHeader, header_checksum)))
    return fail (error, LUEUR_READER_ERROR_DAMAGED, "its header is damaged");
  if (h->file_size != size || size > LUEUR_MODEL_MAX_SIZE)
    return fail (error, LUEUR_READER_ERROR_DAMAGED, "its size is not what it says");
  if (h->checksum != lueur_checksum ((const guint8 *) data + sizeof *h, size - sizeof *h))
    return fail (error, LUEUR_READER_ERROR_DAMAGED, "it is damaged");

  if (h->known_bits < 10 || h->known_bits > 24 || h->linear_rows == 0 || h->linear_rows > MAX_ROWS || h->word_rows == 0
      || h->word_rows > MAX_ROWS || h->piece_rows == 0 || h->piece_rows > MAX_ROWS || !isfinite (h->word_soft)
      || h->word_soft <= 0 || !isfinite (h->piece_soft) || h->piece_soft <= 0 || !isfinite (h->piece_scale)
      || !isfinite (h->linear_step) || !isfinite (h->table_step))
    return fail (error, LUEUR_READER_ERROR_DAMAGED, "its sizes make no sense");
  rows = h->word_rows + h->piece_rows;
  self->header = h;
  self->known = section (h, h->known, (gsize) 1 << (h->known_bits - 3));
  self->linear_scales = section (h, h->linear_scales, h->linear_rows);
  self->linear = section (h, h->linear, (gsize) h->linear_rows * (LUEUR_MODEL_OUT / 2));
  self->linear_bias = section (h, h->linear_bias, LUEUR_MODEL_OUT * sizeof (float));
  self->table_scales = section (h, h->table_scales, rows);
  self->table = section (h, h->table, (gsize) rows * (LUEUR_NETWORK_VECTOR / 2));
  network = section (h, h->network, NETWORK_FLOATS * sizeof (float));
  for (guint lang = 0; lang < LUEUR_MODEL_LANGS; lang++)
    if (!(self->settings[lang] = section (h, h->settings[lang], sizeof (LueurModelSettings))))
      return fail (error, LUEUR_READER_ERROR_DAMAGED, "a part of it is missing");
  if (!self->known || !self->linear_scales || !self->linear || !self->linear_bias || !self->table_scales
      || !self->table || !network)
    return fail (error, LUEUR_READER_ERROR_DAMAGED, "a part of it is missing");
  open_network (self, network);
  return TRUE;
}

/**
 * lueur_model_knows:
 * @id: a feature
 *
 * Returns: whether the training met the feature often enough to learn something of it; by accident also
 *   TRUE for some that it never met
 */
gboolean
lueur_model_knows (const LueurModel *self, guint32 id)
{
  guint32 bit = id >> (32 - self->header->known_bits);

  return self->known[bit >> 3] >> (bit & 7) & 1;
}

static inline guint32
row_of (guint32 hash, guint32 rows)
{
  return (guint32) (((guint64) hash * rows) >> 32);
}

/* Adds a row of 4-bit numbers, each times the row’s scale. Whole numbers, so that every machine agrees. */
static inline void
add_row (gint32 *restrict sum, const guint8 *restrict row, guint n, gint32 scale)
{
  for (guint i = 0; i < n / 2; i++)
    {
      sum[i] += ((row[i] & 15) - 8) * scale;
      sum[i + n / 2] += ((row[i] >> 4) - 8) * scale;
    }
}

/**
 * lueur_model_score_linear:
 * @features: of a sentence
 * @out: (out): log odds of the labels, of pleasantness, and of its being French
 */
void
lueur_model_score_linear (const LueurModel *self, const LueurFeatures *features, float out[LUEUR_MODEL_OUT])
{
  const LueurModelHeader *h = self->header;
  gint32 words[LUEUR_MODEL_OUT] = { 0 }, pieces[LUEUR_MODEL_OUT] = { 0 };
  float of_words = h->linear_step / sqrtf ((float) features->n_words + h->word_soft);
  float of_pieces = h->linear_step * h->piece_scale / sqrtf ((float) (features->n - features->n_words) + h->piece_soft);

  for (guint i = 0; i < features->n; i++)
    {
      guint32 row = row_of (features->ids[i], h->linear_rows);

      if (!lueur_model_knows (self, features->ids[i]))
        continue;
      add_row (i < features->n_words ? words : pieces, self->linear + (gsize) row * (LUEUR_MODEL_OUT / 2),
               LUEUR_MODEL_OUT, self->linear_scales[row]);
    }
  for (guint k = 0; k < LUEUR_MODEL_OUT; k++)
    out[k] = (float) words[k] * of_words + (float) pieces[k] * of_pieces + self->linear_bias[k];
}

/**
 * lueur_model_score_network:
 * @scan: a sentence
 * @out: (out): log odds of the labels and of pleasantness
 */
void
lueur_model_score_network (const LueurModel *self, const LueurScan *scan, float out[LUEUR_MODEL_OUT])
{
  const LueurModelHeader *h = self->header;
  guint n = MIN (scan->n_tokens, LUEUR_NETWORK_TOKENS);
  LueurVectors vectors;

  for (guint t = 0; t < n; t++)
    {
      guint32 ids[LUEUR_PIECES_MAX];
      guint count = lueur_features_of_token (scan, t, ids);
      gint32 word[LUEUR_NETWORK_VECTOR] = { 0 }, pieces[LUEUR_NETWORK_VECTOR] = { 0 };
      const float *flags = self->flags + (scan->tokens[t].flags & 31) * LUEUR_NETWORK_VECTOR;
      float share = count > 1 ? h->table_step / sqrtf ((float) (count - 1)) : 0;

      for (guint i = 0; i < count; i++)
        {
          guint32 row = i == 0 ? row_of (ids[0], h->word_rows) : h->word_rows + row_of (ids[i], h->piece_rows);

          add_row (i == 0 ? word : pieces, self->table + (gsize) row * (LUEUR_NETWORK_VECTOR / 2),
                   LUEUR_NETWORK_VECTOR, self->table_scales[row]);
        }
      for (guint k = 0; k < LUEUR_NETWORK_VECTOR; k++)
        vectors[LUEUR_NETWORK_PAD + t][k] = (float) word[k] * h->table_step + (float) pieces[k] * share + flags[k];
    }
  lueur_network_run (&self->network, vectors, n, out);
}
