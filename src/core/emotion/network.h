/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdint.h>

#define LUEUR_NETWORK_TOKENS 96 /* more of a sentence than this the network does not see */
#define LUEUR_NETWORK_VECTOR 64 /* numbers of a token’s vector */
#define LUEUR_NETWORK_WIDTHS 3  /* windows of 2, 3 and 4 tokens */
#define LUEUR_NETWORK_FILTERS 64 /* of each width */
#define LUEUR_NETWORK_HIDDEN (LUEUR_NETWORK_WIDTHS * LUEUR_NETWORK_FILTERS)
#define LUEUR_NETWORK_OUT 32    /* outputs, padded */
#define LUEUR_NETWORK_PAD 2     /* empty tokens before the first */
#define LUEUR_NETWORK_TAIL 5    /* and after the last */

/**
 * LueurNetwork:
 * @filters: for each width, for each token of the window, for each number of its vector: the filters
 * @filter_bias: of all filters
 * @out: from the filters’ peaks, then from their means, to the outputs
 * @skip: from the mean vector to the outputs
 * @out_bias: of the outputs
 *
 * Weights of the convolutional half, as the file holds them: 32-bit floats in row order.
 */
typedef struct
{
  const float *filters[LUEUR_NETWORK_WIDTHS];
  const float *filter_bias;
  const float *out;
  const float *skip;
  const float *out_bias;
} LueurNetwork;

typedef float LueurVectors[LUEUR_NETWORK_PAD + LUEUR_NETWORK_TOKENS + LUEUR_NETWORK_TAIL][LUEUR_NETWORK_VECTOR];

void lueur_network_run (const LueurNetwork *self, LueurVectors vectors, unsigned n_tokens, float out[LUEUR_NETWORK_OUT]);
