/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/emotion/express.h"

#include <math.h>

/* How stirred each label is, from asleep (-1) to beside oneself (1): where the label lies on the
 * circumplex of affect (Russell 1980), as we judge it. */
static const float arousal[LUEUR_N_EMOTIONS] = {
  [LUEUR_EMOTION_ADMIRATION] = 0.3f,   [LUEUR_EMOTION_AMUSEMENT] = 0.5f,       [LUEUR_EMOTION_ANGER] = 0.8f,
  [LUEUR_EMOTION_ANNOYANCE] = 0.4f,    [LUEUR_EMOTION_APPROVAL] = 0.0f,        [LUEUR_EMOTION_CARING] = -0.1f,
  [LUEUR_EMOTION_CONFUSION] = 0.1f,    [LUEUR_EMOTION_CURIOSITY] = 0.3f,       [LUEUR_EMOTION_DESIRE] = 0.4f,
  [LUEUR_EMOTION_DISAPPOINTMENT] = -0.3f, [LUEUR_EMOTION_DISAPPROVAL] = 0.2f,  [LUEUR_EMOTION_DISGUST] = 0.4f,
  [LUEUR_EMOTION_EMBARRASSMENT] = 0.3f, [LUEUR_EMOTION_EXCITEMENT] = 0.9f,     [LUEUR_EMOTION_FEAR] = 0.8f,
  [LUEUR_EMOTION_GRATITUDE] = 0.1f,    [LUEUR_EMOTION_GRIEF] = -0.4f,          [LUEUR_EMOTION_JOY] = 0.5f,
  [LUEUR_EMOTION_LOVE] = 0.2f,         [LUEUR_EMOTION_NERVOUSNESS] = 0.6f,     [LUEUR_EMOTION_OPTIMISM] = 0.2f,
  [LUEUR_EMOTION_PRIDE] = 0.4f,        [LUEUR_EMOTION_REALIZATION] = 0.2f,     [LUEUR_EMOTION_RELIEF] = -0.4f,
  [LUEUR_EMOTION_REMORSE] = -0.1f,     [LUEUR_EMOTION_SADNESS] = -0.5f,        [LUEUR_EMOTION_SURPRISE] = 0.7f,
  [LUEUR_EMOTION_NEUTRAL] = -0.2f,
};

#define BIT(label) (1u << LUEUR_EMOTION_##label)

/* The sentiments of GoEmotions, in the order of LueurModelSettings.group_threshold. */
static const guint32 groups[LUEUR_MODEL_GROUPS] = {
  BIT (AMUSEMENT) | BIT (EXCITEMENT) | BIT (JOY) | BIT (LOVE) | BIT (DESIRE) | BIT (OPTIMISM) | BIT (CARING)
    | BIT (PRIDE) | BIT (ADMIRATION) | BIT (GRATITUDE) | BIT (RELIEF) | BIT (APPROVAL),
  BIT (FEAR) | BIT (NERVOUSNESS) | BIT (REMORSE) | BIT (EMBARRASSMENT) | BIT (DISAPPOINTMENT) | BIT (SADNESS)
    | BIT (GRIEF) | BIT (DISGUST) | BIT (ANGER) | BIT (ANNOYANCE) | BIT (DISAPPROVAL),
  BIT (REALIZATION) | BIT (SURPRISE) | BIT (CURIOSITY) | BIT (CONFUSION),
  BIT (NEUTRAL),
};

/* Faces that hurt when they answer pain, and the pain. */
static const guint32 gleeful = BIT (JOY) | BIT (AMUSEMENT) | BIT (EXCITEMENT) | BIT (PRIDE) | BIT (ADMIRATION)
                               | BIT (LOVE) | BIT (OPTIMISM) | BIT (APPROVAL) | BIT (GRATITUDE) | BIT (DESIRE);
static const guint32 angry = BIT (ANGER) | BIT (ANNOYANCE) | BIT (DISAPPROVAL) | BIT (DISGUST);
static const guint32 pained = BIT (GRIEF) | BIT (SADNESS) | BIT (FEAR) | BIT (NERVOUSNESS) | BIT (REMORSE)
                              | BIT (DISAPPOINTMENT);

#define HURTS_FROM 0.40f  /* share of a gleeful or angry label below which it is not shown */
#define PAIN_FROM 0.06f   /* share of pain from which none is shown */
#define CALM 2.5f         /* what neutral gains: the face rests unless there is evidence */
#define SECOND_FROM 0.45f /* of the first, for a second expression to blend in */
#define ACTION_ODDS 4.5f

static float
probability (float odds)
{
  return 1 / (1 + expf (-CLAMP (odds, -30.0f, 30.0f)));
}

/* The multi-label answer, as the figures of GoEmotions count it. */
static guint32
choose_labels (const LueurModelSettings *s, const float *p)
{
  guint32 labels = 0;
  guint nearest = LUEUR_EMOTION_NEUTRAL;
  float nearness = -1;

  for (guint k = 0; k < LUEUR_N_EMOTIONS; k++)
    {
      float ratio = p[k] / MAX (s->threshold[k], 1e-6f);

      if (p[k] >= s->threshold[k])
        labels |= 1u << k;
      if (ratio > nearness)
        {
          nearness = ratio;
          nearest = k;
        }
    }
  if (labels == 0)
    labels = 1u << nearest;
  /* A sentiment that is sure as a whole shows in its likeliest label. */
  for (guint g = 0; g < LUEUR_MODEL_GROUPS; g++)
    {
      float none = 1;
      guint best = LUEUR_N_EMOTIONS;
      float most = -1;

      if (labels & groups[g])
        continue;
      for (guint k = 0; k < LUEUR_N_EMOTIONS; k++)
        if (groups[g] & 1u << k)
          {
            float ratio = p[k] / MAX (s->threshold[k], 1e-6f);

            none *= 1 - p[k];
            if (ratio > most)
              {
                most = ratio;
                best = k;
              }
          }
      if (1 - none >= s->group_threshold[g])
        labels |= 1u << best;
    }
  return labels;
}

static guint
strongest (const float *share, guint32 among)
{
  guint best = LUEUR_EMOTION_NEUTRAL;
  float most = -1;

  for (guint k = 0; k < LUEUR_N_EMOTIONS; k++)
    if (among & 1u << k && share[k] > most)
      {
        most = share[k];
        best = k;
      }
  return best;
}

static float
sum (const float *share, guint32 among)
{
  float total = 0;

  for (guint k = 0; k < LUEUR_N_EMOTIONS; k++)
    if (among & 1u << k)
      total += share[k];
  return total;
}

/* Which labels may be shown at all: no gleeful or angry face on a hunch, or where there is pain. */
static guint32
choose_harmless (const float *share)
{
  guint32 allowed = (1u << LUEUR_N_EMOTIONS) - 1;
  float pain = sum (share, pained);

  for (guint k = 0; k < LUEUR_N_EMOTIONS; k++)
    if ((gleeful | angry) & 1u << k && (share[k] < HURTS_FROM || pain > PAIN_FROM + share[k] * share[k] * 0.35f))
      allowed &= ~(1u << k);
  return allowed;
}

/**
 * lueur_reading_add_action:
 * @label: what a gesture says
 * @strength: how clearly, in [0, 1]
 *
 * What is done weighs more than what is said.
 */
void
lueur_reading_add_action (LueurReading *self, LueurEmotion label, float strength)
{
  self->odds[label] = MAX (self->odds[label], -3.0f) + ACTION_ODDS * strength;
  self->odds[LUEUR_EMOTION_NEUTRAL] -= 2 * strength;
}

/**
 * lueur_reading_decide:
 * @self: what the model made of a text
 * @feeling: (out caller-allocates): what to show
 */
void
lueur_reading_decide (const LueurReading *self, LueurFeeling *feeling)
{
  const LueurModelSettings *s = self->settings;
  float share[LUEUR_N_EMOTIONS], top = -G_MAXFLOAT, total = 0, stirred = 0, felt;
  guint32 allowed;
  guint second;

  lueur_feeling_init (feeling);
  for (guint k = 0; k < LUEUR_N_EMOTIONS; k++)
    {
      feeling->scores[k] = probability (self->odds[k]);
      share[k] = CLAMP (self->odds[k], -30.0f, 30.0f) + s->express[k] + (k == LUEUR_EMOTION_NEUTRAL ? CALM : 0);
      if (!isfinite (share[k]))
        {
          lueur_feeling_init (feeling);
          return;
        }
      top = MAX (top, share[k]);
    }
  feeling->labels = choose_labels (s, feeling->scores);

  for (guint k = 0; k < LUEUR_N_EMOTIONS; k++)
    total += share[k] = expf (share[k] - top);
  for (guint k = 0; k < LUEUR_N_EMOTIONS; k++)
    share[k] /= total;
  allowed = choose_harmless (share);
  feeling->label = strongest (share, allowed);
  feeling->valence = 2 * probability (self->valence) - 1;
  for (guint k = 0; k < LUEUR_N_EMOTIONS; k++)
    stirred += share[k] * arousal[k];
  feeling->arousal = CLAMP (stirred + 0.3f * self->stir, -1.0f, 1.0f);

  feeling->second = feeling->label;
  if (feeling->label == LUEUR_EMOTION_NEUTRAL)
    return;
  /* Sure of a feeling and sure of which: most of the intensity is the first, the rest how it is said. */
  felt = 1 - share[LUEUR_EMOTION_NEUTRAL];
  feeling->intensity = CLAMP (0.15f + 0.35f * felt + 0.4f * share[feeling->label] + 0.2f * self->stir, 0.1f, 1.0f);
  second = strongest (share, allowed & ~(1u << feeling->label | 1u << LUEUR_EMOTION_NEUTRAL));
  if (share[second] >= SECOND_FROM * share[feeling->label] && second != LUEUR_EMOTION_NEUTRAL)
    {
      feeling->second = second;
      feeling->blend = MIN (share[second] / (share[second] + share[feeling->label]), 0.5f);
    }
}
