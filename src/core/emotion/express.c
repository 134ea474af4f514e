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

/* How pleasant each is; the same numbers as the training has. */
static const float pleasant[LUEUR_N_EMOTIONS] = {
  [LUEUR_EMOTION_ADMIRATION] = 0.8f,  [LUEUR_EMOTION_AMUSEMENT] = 0.7f,       [LUEUR_EMOTION_ANGER] = -0.9f,
  [LUEUR_EMOTION_ANNOYANCE] = -0.6f,  [LUEUR_EMOTION_APPROVAL] = 0.4f,        [LUEUR_EMOTION_CARING] = 0.4f,
  [LUEUR_EMOTION_CONFUSION] = -0.2f,  [LUEUR_EMOTION_CURIOSITY] = 0.1f,       [LUEUR_EMOTION_DESIRE] = 0.3f,
  [LUEUR_EMOTION_DISAPPOINTMENT] = -0.7f, [LUEUR_EMOTION_DISAPPROVAL] = -0.6f, [LUEUR_EMOTION_DISGUST] = -0.9f,
  [LUEUR_EMOTION_EMBARRASSMENT] = -0.5f, [LUEUR_EMOTION_EXCITEMENT] = 0.9f,   [LUEUR_EMOTION_FEAR] = -0.8f,
  [LUEUR_EMOTION_GRATITUDE] = 0.9f,   [LUEUR_EMOTION_GRIEF] = -1.0f,          [LUEUR_EMOTION_JOY] = 1.0f,
  [LUEUR_EMOTION_LOVE] = 1.0f,        [LUEUR_EMOTION_NERVOUSNESS] = -0.5f,    [LUEUR_EMOTION_OPTIMISM] = 0.6f,
  [LUEUR_EMOTION_PRIDE] = 0.8f,       [LUEUR_EMOTION_RELIEF] = 0.6f,          [LUEUR_EMOTION_REMORSE] = -0.7f,
  [LUEUR_EMOTION_SADNESS] = -0.9f,    [LUEUR_EMOTION_SURPRISE] = 0.1f,
};

#define BIT(label) LUEUR_EMOTION_BIT (label)

/* The sentiments of GoEmotions, in the order of LueurModelSettings.group_threshold. */
static const guint32 groups[LUEUR_MODEL_GROUPS] = {
  BIT (AMUSEMENT) | BIT (EXCITEMENT) | BIT (JOY) | BIT (LOVE) | BIT (DESIRE) | BIT (OPTIMISM) | BIT (CARING)
    | BIT (PRIDE) | BIT (ADMIRATION) | BIT (GRATITUDE) | BIT (RELIEF) | BIT (APPROVAL),
  BIT (FEAR) | BIT (NERVOUSNESS) | BIT (REMORSE) | BIT (EMBARRASSMENT) | BIT (DISAPPOINTMENT) | BIT (SADNESS)
    | BIT (GRIEF) | BIT (DISGUST) | BIT (ANGER) | BIT (ANNOYANCE) | BIT (DISAPPROVAL),
  BIT (REALIZATION) | BIT (SURPRISE) | BIT (CURIOSITY) | BIT (CONFUSION),
  BIT (NEUTRAL),
};

/* A gleeful or angry face must be likely, far above the threshold of its label, and in tune with how pleasant
 * the text is as a whole; and there must be next to no pain. Chosen on the sad, grieving and fearful texts of
 * the dev parts and on the sentences of the tests. */
#define HURTS_FROM 0.45f  /* share of such a label below which it is not shown */
#define PAIN_FROM 0.05f   /* share of pain from which none is shown, if it is not very likely */
#define SURE 2.0f         /* so many times its threshold… */
#define SURE_AT_MOST 0.8f /* … but no more than this */
#define GLAD_FROM 0.05f   /* valence */
#define ANGRY_UP_TO -0.05f
#define CALM 1.5f         /* what neutral gains: the face rests unless there is evidence */
#define DENIED 4.0f       /* what a label loses that is named only to be denied */
#define SECOND_FROM 0.45f /* of the first, for a second expression to blend in */
#define ACTION_ODDS 4.5f

static float
probability (float odds)
{
  return 1 / (1 + expf (-CLAMP (odds, -30.0f, 30.0f)));
}

/* How near each sentiment as a whole is to being sure; from 1 on it is. */
static void
weigh_groups (const LueurModelSettings *s, const float *p, float near[LUEUR_MODEL_GROUPS])
{
  float odds[LUEUR_MODEL_GROUPS];

  for (guint g = 0; g < LUEUR_MODEL_GROUPS; g++)
    {
      float none = 1, any;

      for (guint k = 0; k < LUEUR_N_EMOTIONS; k++)
        if (groups[g] & 1u << k)
          none *= 1 - p[k];
      any = CLAMP (1 - none, 1e-5f, 1 - 1e-5f);
      odds[g] = logf (any / (1 - any));
    }
  /* Labels know of each other: what speaks for one sentiment speaks against another. */
  for (guint g = 0; g < LUEUR_MODEL_GROUPS; g++)
    {
      float z = s->group_mix[g][0];

      for (guint other = 0; other < LUEUR_MODEL_GROUPS; other++)
        z += s->group_mix[g][1 + other] * odds[other];
      near[g] = probability (z) / MAX (s->group_threshold[g], 1e-6f);
    }
}

/* The multi-label answer, as the figures of GoEmotions count it: what reaches its threshold; of a sentiment
 * that is sure as a whole, its likeliest label; and where nothing is sure, what comes nearest. */
static guint32
choose_labels (const LueurModelSettings *s, const float *p)
{
  guint32 labels = 0;
  float near[LUEUR_MODEL_GROUPS];
  gboolean wanted[LUEUR_MODEL_GROUPS], any = FALSE;
  guint nearest = 0;

  for (guint k = 0; k < LUEUR_N_EMOTIONS; k++)
    if (p[k] >= s->threshold[k])
      labels |= 1u << k;
  weigh_groups (s, p, near);
  for (guint g = 0; g < LUEUR_MODEL_GROUPS; g++)
    {
      wanted[g] = near[g] >= 1;
      any = any || wanted[g];
      if (near[g] > near[nearest])
        nearest = g;
    }
  if (labels == 0 && !any)
    wanted[nearest] = TRUE;

  for (guint g = 0; g < LUEUR_MODEL_GROUPS; g++)
    {
      guint best = LUEUR_EMOTION_NEUTRAL;
      float most = -1;

      if (!wanted[g] || labels & groups[g])
        continue;
      for (guint k = 0; k < LUEUR_N_EMOTIONS; k++)
        {
          float ratio = p[k] / MAX (s->threshold[k], 1e-6f);

          if (groups[g] & 1u << k && ratio > most)
            {
              most = ratio;
              best = k;
            }
        }
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

/* Which labels may be shown at all: those of the multi-label answer, for a rare label that only seems likely
 * because nothing else does is none; and no gleeful or angry face on a hunch, or where there is pain. */
static guint32
choose_harmless (const LueurFeeling *feeling, const float *threshold, const float *share)
{
  guint32 allowed = (1u << LUEUR_N_EMOTIONS) - 1;
  float pain = sum (share, LUEUR_EMOTIONS_PAINED);

  for (guint k = 0; k < LUEUR_EMOTION_NEUTRAL; k++)
    {
      gboolean glad = (LUEUR_EMOTIONS_GLEEFUL & 1u << k) != 0, angry = (LUEUR_EMOTIONS_ANGRY & 1u << k) != 0;
      float p = feeling->scores[k];

      if (!(feeling->labels & 1u << k))
        allowed &= ~(1u << k);
      if (!glad && !angry)
        continue;
      if (share[k] < HURTS_FROM || pain > PAIN_FROM + share[k] * share[k] * 0.35f || p < MIN (SURE * threshold[k], SURE_AT_MOST)
          || (glad ? feeling->valence < GLAD_FROM : feeling->valence > ANGRY_UP_TO))
        allowed &= ~(1u << k);
    }
  return allowed;
}

/**
 * lueur_reading_init:
 * @settings: of a language
 *
 * Of a text without a word.
 */
void
lueur_reading_init (LueurReading *self, const LueurModelSettings *settings)
{
  *self = (LueurReading) { .settings = settings };
  for (guint k = 0; k < LUEUR_N_EMOTIONS; k++)
    self->odds[k] = -5;
}

/**
 * lueur_feeling_set:
 * @feeling: (out caller-allocates): what to fill
 * @label: a label
 * @strength: how clear it is, in [0, 1]
 */
void
lueur_feeling_set (LueurFeeling *feeling, LueurEmotion label, float strength)
{
  lueur_feeling_init (feeling);
  feeling->label = feeling->second = label;
  feeling->labels = 1u << label;
  feeling->scores[LUEUR_EMOTION_NEUTRAL] = 0;
  feeling->scores[label] = CLAMP (strength, 0.0f, 1.0f);
  if (label == LUEUR_EMOTION_NEUTRAL)
    return;
  feeling->valence = pleasant[label] * feeling->scores[label];
  feeling->arousal = arousal[label] * feeling->scores[label];
  feeling->intensity = 0.3f + 0.6f * feeling->scores[label];
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
  self->valence += 2 * pleasant[label] * strength;
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
      share[k] = CLAMP (self->odds[k], -30.0f, 30.0f) + s->express[k] + (k == LUEUR_EMOTION_NEUTRAL ? CALM : 0)
                 - (self->denied & 1u << k ? DENIED : 0);
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
  feeling->valence = 2 * probability (self->valence) - 1;
  allowed = choose_harmless (feeling, s->threshold, share);
  feeling->label = strongest (share, allowed);
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
