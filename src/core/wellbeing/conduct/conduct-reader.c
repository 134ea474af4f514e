/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/wellbeing/conduct/conduct-reader.h"

#include <gio/gio.h>
#include <math.h>

#include "core/wellbeing/conduct-model.h"
#include "core/wellbeing/phrase/scorer.h"

/* From crossed trials on what was learnt from: what the reader alone needs, what it takes for the tables to be believed,
 * and what another class needs beside the likeliest. */
#define ALONE 0.55
#define TOGETHER 0.3
#define BESIDE 0.2
#define NOT_AT_ALL 0.75 /* of what speaks for such a tactic where none can be: a goodbye may have been overheard */

struct _LueurConductReader
{
  LueurScorer *scorer;
};

/**
 * lueur_conduct_reader_new:
 *
 * Returns: (transfer full): a reader with the model that ships
 */
LueurConductReader *
lueur_conduct_reader_new (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (lueur_conduct_model_get_resource (), "/conduct/reader.bin",
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  LueurConductReader *self = g_new0 (LueurConductReader, 1);

  if (bytes != NULL)
    self->scorer = lueur_scorer_new (bytes, &error);
  /* It is part of the program: without it the program was put together wrongly. */
  if (self->scorer == NULL || lueur_scorer_get_n_classes (self->scorer) != LUEUR_CONDUCT_CLASSES)
    g_error ("The model of replies: %s", error != NULL ? error->message : "other classes");
  return self;
}

void
lueur_conduct_reader_free (LueurConductReader *self)
{
  lueur_scorer_free (self->scorer);
  g_free (self);
}

/**
 * lueur_conduct_reader_weigh:
 * @n: features there are of @group
 *
 * Returns: what each of them counts
 */
double
lueur_conduct_reader_weigh (LueurFeatureGroup group, guint n)
{
  static const double weights[LUEUR_N_FEATURE_GROUPS] = { 2, 3, 0.5 };

  return n == 0 ? 0 : group == LUEUR_FEATURES_MARKS ? weights[group] : weights[group] / sqrt (n);
}

/**
 * lueur_conduct_reader_score:
 * @scores: (out): the probability of a good reply, then of each LueurTactic; 1 in all
 */
void
lueur_conduct_reader_score (const LueurConductReader *self, const LueurConductFeatures *features,
                            double scores[LUEUR_CONDUCT_CLASSES])
{
  lueur_scorer_start (self->scorer, scores);
  for (guint group = 0; group < LUEUR_N_FEATURE_GROUPS; group++)
    lueur_scorer_add (self->scorer, features->ids[group], features->n[group],
                      lueur_conduct_reader_weigh (group, features->n[group]), scores);
  lueur_scorer_finish (self->scorer, scores);
}

/**
 * lueur_conduct_reader_settle:
 * @tactics: what the tables found
 * @scores: of lueur_conduct_reader_score()
 * @farewell: the person said goodbye
 *
 * Returns: what holds in the end: bits `1 << LueurTactic`
 */
guint
lueur_conduct_reader_settle (guint tactics, const double scores[LUEUR_CONDUCT_CLASSES], gboolean farewell)
{
  double least = 0, best = 0, bad;
  guint found = 0, top = 0;

  /* What can only be done at a goodbye is not done elsewhere. */
  for (guint t = 0; !farewell && t <= LUEUR_TACTIC_RESTRAINT; t++)
    if (t != LUEUR_TACTIC_NEGLECT && t != LUEUR_TACTIC_RESTRAINT)
      least += scores[t + 1];
  bad = 1 - scores[0] - least * NOT_AT_ALL;

  for (guint t = 0; t < LUEUR_N_TACTICS; t++)
    if ((farewell || t > LUEUR_TACTIC_RESTRAINT || t == LUEUR_TACTIC_NEGLECT) && scores[t + 1] > best)
      {
        best = scores[t + 1];
        top = t;
      }
  if (bad < (tactics != 0 ? TOGETHER : ALONE))
    return 0;
  for (guint t = 0; t < LUEUR_N_TACTICS; t++)
    if ((tactics & 1u << t) != 0 && (scores[t + 1] >= BESIDE * bad))
      found |= 1u << t;
  /* What neither names for sure is named as the reader would. */
  if (found == 0 || bad >= ALONE)
    found |= 1u << top;
  return found;
}
