/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the training leaves to C: the app's own reading of texts, the regression, and the finished model read by the app's
 * own code. Built by train.py into a library that Python loads, so that training and app cannot differ. */

#include <math.h>
#include <string.h>

#include "core/wellbeing/danger/crisis.h"
#include "core/wellbeing/danger/hint-features.h"
#include "core/wellbeing/danger/hint.h"

typedef struct
{
  LueurPhraseReading reading;
  guint32 *ids;
  guint n, n_words;
  int klass, calm, named;
} Text;

static GArray *texts;
static LueurCrisis *crisis;

/* Reads @n texts, one after the other in @blob. */
void
danger_load (const char *blob, const long *offsets, long n)
{
  static LueurHintFeatures features;

  crisis = lueur_crisis_new ();
  texts = g_array_sized_new (FALSE, TRUE, sizeof (Text), (guint) n);
  g_array_set_size (texts, (guint) n);
  for (long i = 0; i < n; i++)
    {
      Text *text = &g_array_index (texts, Text, i);
      gboolean calm = FALSE, named = FALSE;

      text->klass = lueur_crisis_read_phrases (crisis, blob + offsets[i], offsets[i + 1] - offsets[i], &text->reading, &calm,
                                               &named);
      text->calm = calm;
      text->named = named;
      lueur_hint_features_read (&features, &text->reading, 0, text->reading.n_words);
      text->ids = g_memdup2 (features.ids, features.n * sizeof *features.ids);
      text->n = features.n;
      text->n_words = features.n_words;
    }
}

int
danger_class (long i)
{
  return g_array_index (texts, Text, i).klass;
}

int
danger_calm (long i)
{
  return g_array_index (texts, Text, i).calm;
}

int
danger_named (long i)
{
  return g_array_index (texts, Text, i).named;
}

static guint64
next_random (guint64 *state)
{
  guint64 x = *state;

  x ^= x << 13;
  x ^= x >> 7;
  x ^= x << 17;
  return *state = x;
}

static float
worth (const Text *text, guint k, float letters)
{
  return k < text->n_words ? 1 / sqrtf ((float) text->n_words + LUEUR_HINT_SOFT_WORDS) : letters / sqrtf ((float) (text->n - text->n_words) + LUEUR_HINT_SOFT_LETTERS);
}

/* How rare each feature is: rare ones may weigh more. */
static float *
count_rarity (const float *weights, guint32 rows, guint shift)
{
  float *rarity = g_new0 (float, rows);
  guint32 *last = g_new0 (guint32, rows);
  float n = 0;

  for (guint i = 0; i < texts->len; i++)
    if (weights[i] > 0)
      {
        const Text *text = &g_array_index (texts, Text, i);

        n++;
        for (guint k = 0; k < text->n; k++)
          if (last[text->ids[k] >> shift] != i + 1)
            {
              last[text->ids[k] >> shift] = i + 1;
              rarity[text->ids[k] >> shift]++;
            }
      }
  for (guint32 r = 0; r < rows; r++)
    rarity[r] = logf ((n + 1) / (rarity[r] + 1)) / 5;
  g_free (last);
  return rarity;
}

/* Logistic regression by AdaGrad, one text at a time; text i counts @weights[i] times, 0 leaves it out. @w: 2^@bits
 * numbers that come out. Returns the bias. */
float
danger_train (const signed char *targets, const float *weights, guint bits, float letters, int epochs, float rate,
              float penalty, guint64 seed, float *w)
{
  guint32 rows = 1u << bits;
  guint shift = 32 - bits;
  g_autofree float *rarity = count_rarity (weights, rows, shift);
  g_autofree float *count = g_new0 (float, rows), *sums = g_new0 (float, rows);
  g_autofree guint32 *order = g_new (guint32, texts->len);
  float bias = 0, bias_sum = 0;
  guint n = 0;

  for (guint i = 0; i < texts->len; i++)
    if (weights[i] > 0)
      {
        const Text *text = &g_array_index (texts, Text, i);

        order[n++] = i;
        for (guint k = 0; k < text->n; k++)
          count[text->ids[k] >> shift] += weights[i];
      }
  memset (w, 0, rows * sizeof *w);
  for (int epoch = 0; epoch < epochs; epoch++)
    {
      float step = rate * (1 - 0.9f * (float) epoch / (float) epochs);

      for (guint i = n - 1; i > 0; i--)
        {
          guint j = (guint) (next_random (&seed) % (i + 1));
          guint32 t = order[i];

          order[i] = order[j];
          order[j] = t;
        }
      for (guint q = 0; q < n; q++)
        {
          const Text *text = &g_array_index (texts, Text, order[q]);
          float z = bias, g;

          for (guint k = 0; k < text->n; k++)
            z += w[text->ids[k] >> shift] * rarity[text->ids[k] >> shift] * worth (text, k, letters);
          g = (1 / (1 + expf (-z)) - (float) targets[order[q]]) * weights[order[q]];
          bias_sum += g * g;
          bias -= 0.3f * step * g / sqrtf (bias_sum + 1e-6f);
          for (guint k = 0; k < text->n; k++)
            {
              guint32 r = text->ids[k] >> shift;
              float d = g * rarity[r] * worth (text, k, letters) + penalty * weights[order[q]] / count[r] * w[r];

              sums[r] += d * d;
              w[r] -= step * d / sqrtf (sums[r] + 1e-8f);
            }
        }
    }
  for (guint32 r = 0; r < rows; r++)
    w[r] *= rarity[r];
  return bias;
}

/* Numbers of 4 bits, eight larger than they are. Returns what one is worth. */
float
danger_quantize (const float *w, guint bits, float largest, guint8 *out)
{
  guint32 rows = 1u << bits;
  double sum = 0;
  guint32 n = 0;
  float step;

  for (guint32 r = 0; r < rows; r++)
    if (w[r] != 0)
      {
        sum += (double) w[r] * w[r];
        n++;
      }
  step = largest * (float) sqrt (sum / MAX (n, 1)) / 7;
  for (guint32 r = 0; r < rows; r++)
    out[r] = (guint8) (CLAMP (rintf (w[r] / step), -7, 7) + 8);
  return step;
}

/* Reads all texts with the model file in @data. @scores: hint, act, now of each. Returns 0 where it cannot be used. */
int
danger_score (const void *data, long size, float *scores)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, (gsize) size);
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurHint) hint = lueur_hint_new_for_bytes (bytes, &error);

  if (hint == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 0;
    }
  for (guint i = 0; i < texts->len; i++)
    {
      LueurHintScores s;

      lueur_hint_read (hint, &g_array_index (texts, Text, i).reading, &s);
      memcpy (scores + 3 * i, (float[]) { s.hint, s.act, s.now }, 3 * sizeof *scores);
    }
  return 1;
}
