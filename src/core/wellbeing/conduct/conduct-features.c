/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A stretch of a reply as numbers: its words, the concepts that they stand for (one set for both languages, so that
 * what is learnt in one holds in the other), which concept follows which, the phrases of the tables, and the shape of
 * it; most of it once more together with the scene, as “stay a little” means one thing at a goodbye and another on a
 * holiday. */

#include "core/wellbeing/conduct/conduct-features.h"

#include <string.h>

#include "core/wellbeing/conduct/conduct-table.h"

/* What keeps features of different kinds apart. Part of the model: a change needs a new training. */
enum
{
  SALT_WORD = 1,
  SALT_PAIR,
  SALT_CONCEPT,
  SALT_CONCEPTS,
  SALT_PHRASE,
  SALT_SHAPE,
  SALT_SAID,
  SALT_ANSWER,
  SALT_SCENE = 32, /* + scene */
};

#define CONCEPTS_MAX 160 /* of one stretch */
#define CONCEPTS_NEAR 6  /* words between two that belong together */

typedef struct
{
  guint at;
  guint sentence;
  guint8 concept;
} Concept;

static guint32
mix (guint32 value, guint32 salt)
{
  guint32 h = value * 0x9e3779b1u + salt * 0x85ebca6bu;

  h ^= h >> 16;
  h *= 0x7feb352du;
  h ^= h >> 15;
  h *= 0x846ca68bu;
  return h ^ (h >> 16);
}

/* Any number is a number. */
static guint32
hash_word (const char *word)
{
  guint32 hash = 2166136261u;

  if (strspn (word, "0123456789") == strlen (word))
    return 7;
  for (; *word != '\0'; word++)
    hash = (hash ^ (guint8) *word) * 16777619u;
  return hash;
}

static void
add (LueurConductFeatures *self, LueurFeatureGroup group, guint32 id)
{
  if (self->n[group] < LUEUR_CONDUCT_FEATURES_MAX)
    self->ids[group][self->n[group]++] = id;
}

/* @value as it is, and in its @scene. */
static void
add_in_scene (LueurConductFeatures *self, LueurFeatureGroup group, guint32 value, guint32 salt, guint scene)
{
  add (self, group, mix (value, salt));
  add (self, group, mix (mix (value, salt), SALT_SCENE + scene));
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

static void
drop_doubles (LueurConductFeatures *self)
{
  for (guint group = 0; group < LUEUR_N_FEATURE_GROUPS; group++)
    {
      guint32 *ids = self->ids[group];
      guint n = 0;

      qsort (ids, self->n[group], sizeof *ids, compare_ids);
      for (guint i = 0; i < self->n[group]; i++)
        if (i == 0 || ids[i] != ids[i - 1])
          ids[n++] = ids[i];
      self->n[group] = n;
    }
}

static void
add_words (LueurConductFeatures *self, const LueurPhraseReading *reading, guint from, guint to, guint scene)
{
  guint32 before = 3;

  for (guint i = from; i < to; i++)
    {
      guint32 here = hash_word (reading->words[i].text);

      add_in_scene (self, LUEUR_FEATURES_WORDS, here, SALT_WORD, scene);
      if (i > from && reading->words[i].sentence != reading->words[i - 1].sentence)
        before = 3;
      add (self, LUEUR_FEATURES_WORDS, mix (before * 31 + here, SALT_PAIR));
      before = here;
    }
}

static guint
find_concepts (const LueurPhraseReading *reading, guint from, guint to, Concept *out)
{
  guint n = 0;

  for (guint i = 0; i < reading->n_matches && n < CONCEPTS_MAX; i++)
    {
      const LueurPhraseMatch *match = &reading->matches[i];

      if (match->kind == CONDUCT_CONCEPT && match->start >= from && match->end <= to)
        out[n++] = (Concept) { match->start, reading->words[match->start].sentence, match->flags };
    }
  return n;
}

static void
add_concepts (LueurConductFeatures *self, const LueurPhraseReading *reading, guint from, guint to, guint scene)
{
  Concept found[CONCEPTS_MAX];
  guint n = find_concepts (reading, from, to, found);

  for (guint i = 0; i < n; i++)
    {
      add_in_scene (self, LUEUR_FEATURES_CONCEPTS, found[i].concept, SALT_CONCEPT, scene);
      for (guint k = i + 1; k < n && found[k].at <= found[i].at + CONCEPTS_NEAR && found[k].sentence == found[i].sentence; k++)
        if (found[k].at > found[i].at)
          add (self, LUEUR_FEATURES_CONCEPTS, mix (found[i].concept * 256u + found[k].concept, SALT_CONCEPTS));
    }
}

static void
add_said (LueurConductFeatures *self, const LueurPhraseReading *said, const LueurPhraseReading *answered, guint from, guint to)
{
  Concept theirs[CONCEPTS_MAX], ours[CONCEPTS_MAX];
  guint n_theirs = find_concepts (said, 0, said->n_words, theirs), n_ours = find_concepts (answered, from, to, ours);

  n_theirs = MIN (n_theirs, 24);
  n_ours = MIN (n_ours, 40);
  for (guint i = 0; i < n_theirs; i++)
    {
      add (self, LUEUR_FEATURES_CONCEPTS, mix (theirs[i].concept, SALT_SAID));
      if (theirs[i].concept < CONDUCT_CONCEPT_PLANS)
        continue;
      for (guint k = 0; k < n_ours; k++)
        add (self, LUEUR_FEATURES_CONCEPTS, mix (ours[k].concept, SALT_ANSWER));
    }
}

static void
add_marks (LueurConductFeatures *self, const LueurConductScene *scene, const LueurPhraseReading *answered, guint from, guint to,
           guint number)
{
  guint length = 0;

  for (guint i = 0; i < answered->n_matches; i++)
    {
      const LueurPhraseMatch *match = &answered->matches[i];

      if (match->kind != CONDUCT_CONCEPT && match->start >= from && match->end <= to)
        add_in_scene (self, LUEUR_FEATURES_MARKS, match->kind, SALT_PHRASE, number);
    }
  for (guint n = to - from; n > 0; n >>= 1)
    length++;
  add_in_scene (self, LUEUR_FEATURES_MARKS, length, SALT_SHAPE, number);
  add_in_scene (self, LUEUR_FEATURES_MARKS, 20u + (scene->asks ? 1 : 0), SALT_SHAPE, number);
  add_in_scene (self, LUEUR_FEATURES_MARKS, 22u + (scene->ends_asking ? 1 : 0), SALT_SHAPE, number);
  add_in_scene (self, LUEUR_FEATURES_MARKS, 24u + (scene->acts ? 1 : 0), SALT_SHAPE, number);
  add (self, LUEUR_FEATURES_MARKS, mix (number, SALT_SCENE));
}

/**
 * lueur_conduct_features_read:
 * @self: (out caller-allocates): where to put the features
 * @scene: what the stretch stands in
 * @said: what the person said, read
 * @answered: the reply, read
 * @from: the first word of the stretch
 * @to: the word after the last
 */
void
lueur_conduct_features_read (LueurConductFeatures *self, const LueurConductScene *scene, const LueurPhraseReading *said,
                             const LueurPhraseReading *answered, guint from, guint to)
{
  guint number = (scene->farewell ? 1 : 0) + (scene->plan ? 2 : 0);

  memset (self->n, 0, sizeof self->n);
  add_words (self, answered, from, to, scene->farewell ? 1 : 0);
  add_concepts (self, answered, from, to, number);
  add_said (self, said, answered, from, to);
  add_marks (self, scene, answered, from, to, number);
  drop_doubles (self);
}
