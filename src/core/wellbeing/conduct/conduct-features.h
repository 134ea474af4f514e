/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/wellbeing/conduct/conduct-check.h"
#include "core/wellbeing/phrase/phrase.h"

G_BEGIN_DECLS

#define LUEUR_CONDUCT_FEATURES_MAX 1024 /* of one group */

/**
 * LueurFeatureGroup:
 *
 * Features that weigh against each other: however many there are of one group, they count as much together as few do.
 */
typedef enum
{
  LUEUR_FEATURES_WORDS,
  LUEUR_FEATURES_CONCEPTS,
  LUEUR_FEATURES_MARKS,
} LueurFeatureGroup;
#define LUEUR_N_FEATURE_GROUPS 3

/**
 * LueurConductFeatures:
 * @ids: 32-bit hashes, none twice in a group
 * @n: how many of each group
 * @farewell: the person said goodbye
 * @tactics: what the tables find in the stretch: bits `1 << LueurTactic`
 *
 * A stretch of a reply, and what it answers, as numbers.
 */
typedef struct
{
  guint32 ids[LUEUR_N_FEATURE_GROUPS][LUEUR_CONDUCT_FEATURES_MAX];
  guint n[LUEUR_N_FEATURE_GROUPS];
  gboolean farewell;
  guint tactics;
} LueurConductFeatures;

/**
 * LueurConductScene:
 * @farewell: the person said goodbye
 * @plan: the person speaks of something that would harm
 * @asks: there is a question mark in the stretch
 * @ends_asking: it ends with one
 * @acts: there is an *action* in it
 *
 * What a reply is read against.
 */
typedef struct
{
  gboolean farewell;
  gboolean plan;
  gboolean asks;
  gboolean ends_asking;
  gboolean acts;
} LueurConductScene;

void lueur_conduct_features_read (LueurConductFeatures *self, const LueurConductScene *scene, const LueurPhraseReading *said,
                                  const LueurPhraseReading *answered, guint from, guint to);

/* Of LueurConduct's own, for the training. */
void lueur_conduct_read_features (const LueurConduct *self, const char *user, const char *reply, LueurConductFeatures *features);

G_END_DECLS
