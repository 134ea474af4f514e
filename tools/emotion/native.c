/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the training leaves to C: the app's own tokens and features, read for many texts at once, and the
 * linear half of the model, which is trained and scored here. Built by train.py into a library that
 * Python loads, so that the features can never differ from the app's. */

#include "core/emotion/features.h"
#include "core/emotion/reader.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define OUT 32 /* outputs of the linear half, padded so that rows are whole vectors */

/* --- Features ------------------------------------------------------------------------------------ */

/* As in the app: a hash becomes a row of a table of any length. */
static uint32_t
row_of (uint32_t hash, uint32_t rows)
{
  return (uint32_t) (((uint64_t) hash * rows) >> 32);
}

/* Features of @n texts, one after the other in @ids; text i has @ids[ptr[i]..ptr[i + 1]]. Those that are
 * not @known (a bit for every hash, of 2^@known_bits; NULL knows all) are left out. @words and @pieces
 * count all the same, for that is what a feature is worth by. Returns how many, or -1 when @cap is too
 * small. @rows 0: hashes instead of rows. */
long
native_features (const char *blob, const long *offsets, long n, unsigned rows, const uint8_t *known, unsigned known_bits,
                 uint32_t *ids, uint8_t *is_piece, long cap, long *ptr, int32_t *words, int32_t *pieces)
{
  static LueurScan scan;
  static LueurFeatures features;
  long at = 0;

  for (long i = 0; i < n; i++)
    {
      ptr[i] = at;
      lueur_scan_text (&scan, blob + offsets[i], (size_t) (offsets[i + 1] - offsets[i]));
      lueur_features_read (&features, &scan);
      if (at + features.n > cap)
        return -1;
      words[i] = (int32_t) features.n_words;
      pieces[i] = (int32_t) (features.n - features.n_words);
      for (unsigned k = 0; k < features.n; k++)
        {
          uint32_t id = features.ids[k], bit = known ? id >> (32 - known_bits) : 0;

          if (known && !(known[bit >> 3] >> (bit & 7) & 1))
            continue;
          is_piece[at] = k >= features.n_words;
          ids[at++] = rows ? row_of (id, rows) : id;
        }
    }
  ptr[n] = at;
  return at;
}

/* Tokens of @n texts: the flags and the hash of each, and the rows of each that make its vector. Row
 * numbers follow those of the model file: words first, then pieces. Text i has tokens ptr[i]..ptr[i + 1],
 * token j has rows starts[j]..starts[j + 1]. */
long
native_tokens (const char *blob, const long *offsets, long n, unsigned longest, unsigned n_words, unsigned n_pieces,
               uint32_t *hashes, uint8_t *flags, long cap, long *ptr, uint32_t *rows, long row_cap, long *starts)
{
  static LueurScan scan;
  long at = 0, row = 0;

  for (long i = 0; i < n; i++)
    {
      ptr[i] = at;
      lueur_scan_text (&scan, blob + offsets[i], (size_t) (offsets[i + 1] - offsets[i]));
      for (unsigned k = 0; k < scan.n_tokens && k < longest; k++)
        {
          uint32_t ids[LUEUR_PIECES_MAX];
          unsigned m = lueur_features_of_token (&scan, k, ids);

          if (at >= cap || row + m > row_cap)
            return -1;
          hashes[at] = ids[0];
          flags[at] = scan.tokens[k].flags;
          starts[at++] = row;
          rows[row++] = row_of (ids[0], n_words);
          for (unsigned p = 1; p < m; p++)
            rows[row++] = n_words + row_of (ids[p], n_pieces);
        }
    }
  ptr[n] = at;
  starts[at] = row;
  return at;
}

/* --- The linear half ----------------------------------------------------------------------------- */

static uint64_t
next_random (uint64_t *state)
{
  uint64_t x = *state;

  x ^= x << 13;
  x ^= x >> 7;
  x ^= x << 17;
  return *state = x;
}

/* Logistic regression with soft targets by AdaGrad, one text at a time. Each text counts @weights times;
 * @masks leaves outputs of a text out. The penalty is shared out by how often a feature occurs. */
void
native_linear_train (long n, const long *ptr, const uint32_t *ids, const float *values, const float *targets,
                     const float *masks, const float *weights, long rows, float *w, float *bias, int epochs, float rate,
                     float penalty, uint64_t seed)
{
  uint32_t *order = malloc ((size_t) n * sizeof *order);
  float *count = calloc ((size_t) rows, sizeof *count);
  float *sums = calloc ((size_t) rows * OUT, sizeof *sums);
  float bias_sums[OUT] = { 0 };

  for (long i = 0; i < n; i++)
    {
      order[i] = (uint32_t) i;
      for (long j = ptr[i]; j < ptr[i + 1]; j++)
        count[ids[j]] += weights[i];
    }
  for (int epoch = 0; epoch < epochs; epoch++)
    {
      float step = rate * (1 - 0.9f * (float) epoch / (float) (epochs > 1 ? epochs - 1 : 1));

      for (long i = n - 1; i > 0; i--)
        {
          long j = (long) (next_random (&seed) % (uint64_t) (i + 1));
          uint32_t t = order[i];

          order[i] = order[j];
          order[j] = t;
        }
      for (long q = 0; q < n; q++)
        {
          long i = order[q];
          float z[OUT], g[OUT];
          const float *y = targets + i * OUT, *m = masks + i * OUT;

          memcpy (z, bias, sizeof z);
          for (long j = ptr[i]; j < ptr[i + 1]; j++)
            for (int k = 0; k < OUT; k++)
              z[k] += values[j] * w[(size_t) ids[j] * OUT + k];
          for (int k = 0; k < OUT; k++)
            {
              g[k] = (1 / (1 + expf (-z[k])) - y[k]) * weights[i] * m[k];
              bias_sums[k] += g[k] * g[k];
              bias[k] -= 0.3f * step * g[k] / sqrtf (bias_sums[k] + 1e-6f);
            }
          for (long j = ptr[i]; j < ptr[i + 1]; j++)
            {
              float *row = w + (size_t) ids[j] * OUT, *sum = sums + (size_t) ids[j] * OUT;
              float decay = penalty * weights[i] / count[ids[j]];

              for (int k = 0; k < OUT; k++)
                {
                  float d = g[k] * values[j] + decay * row[k];

                  sum[k] += d * d;
                  row[k] -= step * d / sqrtf (sum[k] + 1e-8f);
                }
            }
        }
    }
  free (order);
  free (count);
  free (sums);
}

void
native_linear_score (long n, const long *ptr, const uint32_t *ids, const float *values, const float *w,
                     const float *bias, float *scores)
{
  for (long i = 0; i < n; i++)
    {
      float z[OUT];

      memcpy (z, bias, sizeof z);
      for (long j = ptr[i]; j < ptr[i + 1]; j++)
        for (int k = 0; k < OUT; k++)
          z[k] += values[j] * w[(size_t) ids[j] * OUT + k];
      memcpy (scores + i * OUT, z, sizeof z);
    }
}

/* --- The finished reader ------------------------------------------------------------------------- */

/* Reads @n whole texts as the app does. @lang: a LueurReaderLang. Each text gives 28 scores and seven
 * further numbers: label, labels, second, valence, arousal, intensity, blend. */
void
native_read (const void *reader, const char *blob, const long *offsets, long n, int lang, float *scores, double *others)
{
  for (long i = 0; i < n; i++)
    {
      LueurFeeling f;
      double *o = others + i * 7;

      lueur_reader_read_text (reader, blob + offsets[i], offsets[i + 1] - offsets[i], (LueurReaderLang) lang, NULL, &f);
      memcpy (scores + i * LUEUR_N_EMOTIONS, f.scores, sizeof f.scores);
      o[0] = f.label;
      o[1] = f.labels;
      o[2] = f.second;
      o[3] = f.valence;
      o[4] = f.arousal;
      o[5] = f.intensity;
      o[6] = f.blend;
    }
}
