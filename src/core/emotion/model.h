/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/emotion/features.h"
#include "core/emotion/label.h"
#include "core/emotion/network.h"

G_BEGIN_DECLS

#define LUEUR_MODEL_MAGIC "LUEURFL\n"
#define LUEUR_MODEL_VERSION 2
#define LUEUR_MODEL_OUT 32 /* outputs of either half, padded */
#define LUEUR_MODEL_VALENCE LUEUR_N_EMOTIONS       /* the output after the labels */
#define LUEUR_MODEL_LANGUAGE (LUEUR_N_EMOTIONS + 1) /* of the linear half alone: French above 0 */
#define LUEUR_MODEL_GROUPS 4 /* positive, negative, ambiguous, neutral: GoEmotions’ sentiments */
#define LUEUR_MODEL_MAX_SIZE (16 * 1024 * 1024)

typedef enum
{
  LUEUR_MODEL_EN,
  LUEUR_MODEL_FR,
  LUEUR_MODEL_LANGS,
} LueurModelLang;

/**
 * LueurModelSettings:
 * @slope: of each output’s score on the way to a probability
 * @offset: added to it
 * @threshold: probability from which a label is part of the multi-label answer
 * @express: added to a label’s log odds before the one expression is taken
 * @group_mix: weights of one, and of the log odds of at least one label of each sentiment, in the log odds
 *   of a sentiment
 * @group_threshold: probability of a sentiment from which at least one of its labels is part of the answer
 * @share: of the linear half in the sum of both
 *
 * What was tuned for one language, as the file holds it.
 */
typedef struct
{
  float slope[LUEUR_MODEL_OUT];
  float offset[LUEUR_MODEL_OUT];
  float threshold[LUEUR_MODEL_OUT];
  float express[LUEUR_MODEL_OUT];
  float group_mix[LUEUR_MODEL_GROUPS][1 + LUEUR_MODEL_GROUPS];
  float group_threshold[LUEUR_MODEL_GROUPS];
  float share;
  float unused[7];
} LueurModelSettings;

/**
 * LueurModelHeader:
 *
 * The first bytes of the file, little-endian. Offsets count from the start of the file; every section
 * starts at a multiple of 64. docs/emotion.md tells the rest.
 */
typedef struct
{
  char magic[8];
  guint32 version;
  guint32 header_size;
  guint64 file_size;
  guint64 checksum; /* of everything after the header */
  guint32 known_bits;  /* logarithm of the number of bits in the section */
  guint32 linear_rows;
  guint32 word_rows, piece_rows;
  float word_soft, piece_soft, piece_scale; /* how much a feature of the linear half counts */
  float linear_step, table_step;            /* what a number 1 of a row of scale 1 is worth */
  guint32 known, linear_scales, linear, linear_bias, table_scales, table, network; /* where sections begin */
  guint32 settings[LUEUR_MODEL_LANGS];
  guint32 unused[20];
  guint64 header_checksum; /* of everything before itself */
} LueurModelHeader;

/**
 * LueurModel:
 *
 * A model file in memory, checked: pointers into it, and nothing that is not inside it.
 */
typedef struct
{
  const LueurModelHeader *header;
  const guint8 *known;  /* a bit for every hash of a feature that the training met often enough */
  const guint8 *linear_scales;
  const guint8 *linear; /* LUEUR_MODEL_OUT numbers of 4 bits a row */
  const float *linear_bias;
  const guint8 *table_scales;
  const guint8 *table;  /* LUEUR_NETWORK_VECTOR numbers of 4 bits a row: words, then pieces */
  const float *flags;   /* a vector for every combination of a token’s flags */
  LueurNetwork network;
  const LueurModelSettings *settings[LUEUR_MODEL_LANGS];
} LueurModel;

gboolean lueur_model_open (LueurModel *self, const void *data, gsize size, GError **error);
gboolean lueur_model_knows (const LueurModel *self, guint32 id);
/* Outputs of both halves; the settings decide how they are mixed. */
void     lueur_model_score_linear (const LueurModel *self, const LueurFeatures *features, float out[LUEUR_MODEL_OUT]);
void     lueur_model_score_network (const LueurModel *self, const LueurScan *scan, float out[LUEUR_MODEL_OUT]);

G_END_DECLS
