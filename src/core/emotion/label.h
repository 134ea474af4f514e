/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LueurEmotion:
 *
 * The 28 labels of GoEmotions (Demszky et al. 2020, ACL), in the order of its own list, which the
 * trained model, the avatars' expressions and the files all share.
 */
typedef enum
{
  LUEUR_EMOTION_ADMIRATION,
  LUEUR_EMOTION_AMUSEMENT,
  LUEUR_EMOTION_ANGER,
  LUEUR_EMOTION_ANNOYANCE,
  LUEUR_EMOTION_APPROVAL,
  LUEUR_EMOTION_CARING,
  LUEUR_EMOTION_CONFUSION,
  LUEUR_EMOTION_CURIOSITY,
  LUEUR_EMOTION_DESIRE,
  LUEUR_EMOTION_DISAPPOINTMENT,
  LUEUR_EMOTION_DISAPPROVAL,
  LUEUR_EMOTION_DISGUST,
  LUEUR_EMOTION_EMBARRASSMENT,
  LUEUR_EMOTION_EXCITEMENT,
  LUEUR_EMOTION_FEAR,
  LUEUR_EMOTION_GRATITUDE,
  LUEUR_EMOTION_GRIEF,
  LUEUR_EMOTION_JOY,
  LUEUR_EMOTION_LOVE,
  LUEUR_EMOTION_NERVOUSNESS,
  LUEUR_EMOTION_OPTIMISM,
  LUEUR_EMOTION_PRIDE,
  LUEUR_EMOTION_REALIZATION,
  LUEUR_EMOTION_RELIEF,
  LUEUR_EMOTION_REMORSE,
  LUEUR_EMOTION_SADNESS,
  LUEUR_EMOTION_SURPRISE,
  LUEUR_EMOTION_NEUTRAL,
} LueurEmotion;

#define LUEUR_N_EMOTIONS 28
#define LUEUR_EMOTION_BIT(name) (1u << LUEUR_EMOTION_##name)

/* Faces that hurt when they answer pain, and the pain. */
#define LUEUR_EMOTIONS_GLEEFUL                                                                                        \
  (LUEUR_EMOTION_BIT (JOY) | LUEUR_EMOTION_BIT (AMUSEMENT) | LUEUR_EMOTION_BIT (EXCITEMENT)                           \
   | LUEUR_EMOTION_BIT (PRIDE) | LUEUR_EMOTION_BIT (ADMIRATION) | LUEUR_EMOTION_BIT (LOVE)                            \
   | LUEUR_EMOTION_BIT (OPTIMISM) | LUEUR_EMOTION_BIT (APPROVAL) | LUEUR_EMOTION_BIT (GRATITUDE)                      \
   | LUEUR_EMOTION_BIT (DESIRE))
#define LUEUR_EMOTIONS_ANGRY                                                                                          \
  (LUEUR_EMOTION_BIT (ANGER) | LUEUR_EMOTION_BIT (ANNOYANCE) | LUEUR_EMOTION_BIT (DISAPPROVAL)                        \
   | LUEUR_EMOTION_BIT (DISGUST))
#define LUEUR_EMOTIONS_PAINED                                                                                         \
  (LUEUR_EMOTION_BIT (GRIEF) | LUEUR_EMOTION_BIT (SADNESS) | LUEUR_EMOTION_BIT (FEAR)                                 \
   | LUEUR_EMOTION_BIT (NERVOUSNESS) | LUEUR_EMOTION_BIT (REMORSE) | LUEUR_EMOTION_BIT (DISAPPOINTMENT))

const char *lueur_emotion_get_name (LueurEmotion label);
gboolean    lueur_emotion_from_name (const char *name, gssize length, LueurEmotion *label);

/**
 * LueurFeeling:
 * @scores: probability of each label, in [0, 1]; several may be likely at once
 * @valence: unpleasant to pleasant, in [-1, 1]
 * @arousal: calm to stirred, in [-1, 1]
 * @label: the one expression to show
 * @intensity: how strongly to show it, in [0, 1]
 * @second: a second expression to blend in; equal to @label when there is none
 * @blend: share of @second in what is shown, in [0, 0.5]
 * @labels: bit set (1 << LueurEmotion) of the labels above their tuned thresholds
 *
 * What a text feels like. A plain value: copied, never owned.
 */
typedef struct
{
  float scores[LUEUR_N_EMOTIONS];
  float valence;
  float arousal;
  LueurEmotion label;
  float intensity;
  LueurEmotion second;
  float blend;
  guint32 labels;
} LueurFeeling;

/* Nothing felt: neutral, at rest. */
void lueur_feeling_init (LueurFeeling *feeling);

G_END_DECLS
