/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/emotion/network.h"

#include <math.h>
#include <string.h>

/* The machine’s best instructions are chosen when the program starts; the results differ in the last bits. */
#if defined(__x86_64__) && defined(__gnu_linux__) && defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__) \
    && !defined(__SANITIZE_THREAD__)
#define FAST __attribute__ ((target_clones ("avx512f", "arch=haswell", "default")))
#else
#define FAST
#endif

#define N LUEUR_NETWORK_VECTOR
#define F LUEUR_NETWORK_FILTERS
#define H LUEUR_NETWORK_HIDDEN
#define O LUEUR_NETWORK_OUT

/* Sixteen numbers at once; the compiler makes of them what the machine has. */
typedef float Lanes __attribute__ ((vector_size (64), aligned (4)));
#define LANES 16
#define PLACES 4

typedef int32_t Masks __attribute__ ((vector_size (64), aligned (4)));
#define LARGER(a, b) ((Lanes) (((Masks) (a) & ((a) > (b))) | ((Masks) (b) & ~((a) > (b)))))

/* One width. Sixteen filters at four places at once, so that each number loaded is used several times. */
FAST static void
convolve (const float *filters, const float *bias, unsigned width, const float *x, unsigned n, float *peak, float *sum)
{
  const float *first = x + (LUEUR_NETWORK_PAD - width / 2) * N;

  for (unsigned f = 0; f < F; f += LANES)
    {
      const Lanes zero = { 0 };
      Lanes top = zero, total = zero;

      for (unsigned t = 0; t < n; t += PLACES)
        {
          /* Rows follow each other, so a window is one long vector. */
          const float *a = first + t * N;
          const float *w = filters + f;
          Lanes h0 = *(const Lanes *) (bias + f), h1 = h0, h2 = h0, h3 = h0;

          for (unsigned i = 0; i < width * N; i++, w += F)
            {
              Lanes weights = *(const Lanes *) w;

              h0 += a[i] * weights;
              h1 += a[i + N] * weights;
              h2 += a[i + 2 * N] * weights;
              h3 += a[i + 3 * N] * weights;
            }
          h0 = LARGER (h0, zero);
          h1 = LARGER (h1, zero) * (t + 1 < n ? 1.0f : 0.0f);
          h2 = LARGER (h2, zero) * (t + 2 < n ? 1.0f : 0.0f);
          h3 = LARGER (h3, zero) * (t + 3 < n ? 1.0f : 0.0f);
          total += h0 + h1 + h2 + h3;
          h0 = LARGER (h0, h1);
          h2 = LARGER (h2, h3);
          h0 = LARGER (h0, h2);
          top = LARGER (top, h0);
        }
      *(Lanes *) (peak + f) = top;
      *(Lanes *) (sum + f) = total;
    }
}

FAST static void
add_rows (const float *restrict weights, const float *restrict in, unsigned n, float *restrict out)
{
  for (unsigned i = 0; i < n; i++)
    for (unsigned k = 0; k < O; k++)
      out[k] += in[i] * weights[i * O + k];
}

/**
 * lueur_network_run:
 * @self: the weights
 * @vectors: of the tokens, from row LUEUR_NETWORK_PAD on; the rows before and behind are zeroed here
 * @n_tokens: at most LUEUR_NETWORK_TOKENS
 * @out: (out): the outputs
 */
void
lueur_network_run (const LueurNetwork *self, LueurVectors vectors, unsigned n_tokens, float out[LUEUR_NETWORK_OUT])
{
  float peak[H] = { 0 }, sum[H] = { 0 }, mean[N] = { 0 };
  float root = 1 / sqrtf ((float) n_tokens + 1);

  memset (vectors[0], 0, LUEUR_NETWORK_PAD * sizeof vectors[0]);
  memset (vectors[LUEUR_NETWORK_PAD + n_tokens], 0, LUEUR_NETWORK_TAIL * sizeof vectors[0]);
  for (unsigned w = 0; w < LUEUR_NETWORK_WIDTHS; w++)
    convolve (self->filters[w], self->filter_bias + w * F, w + 2, &vectors[0][0], n_tokens, peak + w * F,
              sum + w * F);
  for (unsigned t = 0; t < n_tokens; t++)
    for (unsigned i = 0; i < N; i++)
      mean[i] += vectors[LUEUR_NETWORK_PAD + t][i];
  for (unsigned i = 0; i < N; i++)
    mean[i] *= root;
  for (unsigned i = 0; i < H; i++)
    sum[i] *= root;

  memcpy (out, self->out_bias, O * sizeof *out);
  add_rows (self->out, peak, H, out);
  add_rows (self->out + H * O, sum, H, out);
  add_rows (self->skip, mean, N, out);
}
