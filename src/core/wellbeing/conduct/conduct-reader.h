/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/wellbeing/conduct/conduct-features.h"

G_BEGIN_DECLS

/**
 * LueurConductReader:
 *
 * What was learnt from examples about the way replies treat people. Immutable.
 */
typedef struct _LueurConductReader LueurConductReader;

/* A good reply, and one class for each LueurTactic. */
#define LUEUR_CONDUCT_CLASSES 12

LueurConductReader *lueur_conduct_reader_new (void);
void                lueur_conduct_reader_free (LueurConductReader *self);
void                lueur_conduct_reader_score (const LueurConductReader *self, const LueurConductFeatures *features,
                                                double scores[LUEUR_CONDUCT_CLASSES]);
guint               lueur_conduct_reader_settle (guint tactics, const double scores[LUEUR_CONDUCT_CLASSES], gboolean farewell);
double              lueur_conduct_reader_weigh (LueurFeatureGroup group, guint n);

G_END_DECLS
