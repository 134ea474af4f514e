/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What every feeling and state looks like: one point each in the space of parameters, at full
 * strength. Each moves at least four of brows, lids, gaze, mouth, cheeks, head and shoulders, because a
 * face at 96 pixels is read by its outline; each goes further than seems right in large, for the
 * same reason. Which signs carry which feeling follows the action units that P. Ekman and W. Friesen
 * describe (Facial Action Coding System), with the conventions of drawn faces (blush, sweat, tears)
 * where a label has no face of its own.
 */

#include "ui/avatar/expression.h"

#include <string.h>

/* The companion's left and right, in that order. */
#define BROWS(l, r) [LUEUR_PARAM_BROW_RAISE_L] = (l), [LUEUR_PARAM_BROW_RAISE_R] = (r)
#define ANGLE(l, r) [LUEUR_PARAM_BROW_ANGLE_L] = (l), [LUEUR_PARAM_BROW_ANGLE_R] = (r)
#define FURROW(v) [LUEUR_PARAM_BROW_FURROW] = (v)
#define LIDS(l, r) [LUEUR_PARAM_EYE_OPEN_L] = (l), [LUEUR_PARAM_EYE_OPEN_R] = (r)
#define SQUINT(l, r) [LUEUR_PARAM_EYE_SMILE_L] = (l), [LUEUR_PARAM_EYE_SMILE_R] = (r)
#define GAZE(x, y) [LUEUR_PARAM_GAZE_X] = (x), [LUEUR_PARAM_GAZE_Y] = (y)
#define PUPIL(v) [LUEUR_PARAM_PUPIL] = (v)
#define SMILE(v) [LUEUR_PARAM_MOUTH_SMILE] = (v)
#define OPEN(v) [LUEUR_PARAM_MOUTH_OPEN] = (v)
#define WIDTH(v) [LUEUR_PARAM_MOUTH_WIDTH] = (v)
#define POUT(v) [LUEUR_PARAM_MOUTH_POUT] = (v)
#define PRESS(v) [LUEUR_PARAM_MOUTH_PRESS] = (v)
#define ASYM(v) [LUEUR_PARAM_MOUTH_ASYM] = (v)
#define WRINKLE(v) [LUEUR_PARAM_NOSE_WRINKLE] = (v)
#define BLUSH(v) [LUEUR_PARAM_CHEEK_BLUSH] = (v)
#define TEAR(v) [LUEUR_PARAM_TEAR] = (v)
#define HEART(v) [LUEUR_PARAM_HEART] = (v)
#define SPARKLE(v) [LUEUR_PARAM_SPARKLE] = (v)
#define SWEAT(v) [LUEUR_PARAM_SWEAT] = (v)
#define HEAD(x, y, roll) [LUEUR_PARAM_HEAD_X] = (x), [LUEUR_PARAM_HEAD_Y] = (y), [LUEUR_PARAM_HEAD_ROLL] = (roll)
#define LEAN(v) [LUEUR_PARAM_BODY_LEAN] = (v)
#define SHOULDER(v) [LUEUR_PARAM_SHOULDER] = (v)

static const LueurPose poses[LUEUR_N_EXPRESSIONS] = {
  [LUEUR_EMOTION_ADMIRATION]
  = { { BROWS (.75f, .7f), ANGLE (.25f, .25f), LIDS (.5f, .5f), PUPIL (.8f), GAZE (.1f, -.4f), SMILE (.7f), OPEN (.35f),
        WIDTH (-.1f), BLUSH (.45f), SPARKLE (1), HEAD (.15f, -.45f, .3f), SHOULDER (.25f) } },
  [LUEUR_EMOTION_AMUSEMENT]
  = { { BROWS (.45f, .65f), LIDS (-1, -1), SQUINT (1, 1), SMILE (1), OPEN (.6f), WIDTH (.25f), ASYM (.35f),
        BLUSH (.35f), TEAR (.0f), HEAD (-.2f, -.2f, -.75f), SHOULDER (.6f) } },
  [LUEUR_EMOTION_ANGER]
  = { { BROWS (-.75f, -.75f), ANGLE (-1, -1), FURROW (1), LIDS (-.1f, -.1f), SQUINT (.35f, .35f), PUPIL (-.5f),
        GAZE (0, -.15f), SMILE (-.9f), OPEN (.3f), WIDTH (.35f), WRINKLE (.55f), BLUSH (.35f), HEAD (0, .6f, 0),
        SHOULDER (.75f) } },
  [LUEUR_EMOTION_ANNOYANCE]
  = { { BROWS (-.35f, -.1f), ANGLE (-.6f, -.45f), FURROW (.6f), LIDS (-.5f, -.5f), GAZE (.75f, -.6f), SMILE (-.35f),
        PRESS (.35f), ASYM (.8f), HEAD (.2f, -.1f, .3f), SHOULDER (.3f) } },
  [LUEUR_EMOTION_APPROVAL]
  = { { BROWS (.35f, .35f), LIDS (-.25f, -.25f), SQUINT (.7f, .7f), SMILE (.65f), PRESS (.4f), WIDTH (.35f),
        HEAD (0, .55f, -.1f), SHOULDER (-.1f), BLUSH (.15f) } },
  [LUEUR_EMOTION_CARING]
  = { { BROWS (.2f, .2f), ANGLE (.7f, .7f), LIDS (-.1f, -.1f), SQUINT (.4f, .4f), PUPIL (.5f), GAZE (0, .1f),
        SMILE (.5f), WIDTH (-.05f), BLUSH (.3f), HEAD (.15f, .2f, .7f), LEAN (.5f), SHOULDER (-.2f) } },
  [LUEUR_EMOTION_CONFUSION]
  = { { BROWS (.8f, -.55f), ANGLE (.35f, -.45f), FURROW (.55f), LIDS (.3f, -.35f), GAZE (-.3f, -.25f), SMILE (-.35f),
        POUT (.2f), WIDTH (-.3f), ASYM (-.75f), HEAD (-.1f, 0, -.7f), SHOULDER (.35f) } },
  [LUEUR_EMOTION_CURIOSITY]
  = { { BROWS (.85f, .35f), ANGLE (.1f, -.1f), LIDS (.5f, .45f), PUPIL (.6f), GAZE (.45f, .1f), SMILE (.3f),
        OPEN (.15f), POUT (.15f), WIDTH (-.35f), HEAD (.5f, -.05f, .55f), LEAN (.7f), SHOULDER (.1f) } },
  [LUEUR_EMOTION_DESIRE]
  = { { BROWS (.1f, .5f), ANGLE (.1f, -.1f), LIDS (-.55f, -.5f), PUPIL (1), GAZE (0, -.2f), SMILE (.35f), OPEN (.18f),
        ASYM (.45f), BLUSH (.6f), HEAD (-.2f, .4f, -.35f), LEAN (.35f), SHOULDER (.3f) } },
  [LUEUR_EMOTION_DISAPPOINTMENT]
  = { { BROWS (-.2f, -.2f), ANGLE (.55f, .55f), LIDS (-.5f, -.5f), GAZE (-.45f, .6f), SMILE (-.6f), PRESS (.35f),
        WIDTH (-.1f), HEAD (-.3f, .35f, -.2f), SHOULDER (-.9f) } },
  [LUEUR_EMOTION_DISAPPROVAL]
  = { { BROWS (-.3f, .3f), ANGLE (-.55f, -.35f), FURROW (.4f), LIDS (-.3f, -.25f), GAZE (.7f, 0), SMILE (-.65f),
        PRESS (.9f), WIDTH (-.2f), HEAD (-.65f, -.15f, -.1f), SHOULDER (.15f) } },
  [LUEUR_EMOTION_DISGUST]
  = { { BROWS (-.6f, -.5f), ANGLE (-.5f, -.35f), FURROW (.8f), LIDS (-.5f, -.55f), SQUINT (.75f, .8f), GAZE (.5f, .25f),
        SMILE (-.9f), OPEN (.4f), WIDTH (.1f), ASYM (-.6f), WRINKLE (1), HEAD (-.6f, -.25f, -.35f), SHOULDER (.45f),
        LEAN (-.5f) } },
  [LUEUR_EMOTION_EMBARRASSMENT]
  = { { BROWS (.35f, .35f), ANGLE (.75f, .75f), LIDS (-.2f, -.2f), GAZE (-.75f, .6f), SMILE (.3f), PRESS (.5f),
        WIDTH (.15f), ASYM (.3f), BLUSH (1), SWEAT (.6f), HEAD (.3f, .45f, .4f), SHOULDER (.95f) } },
  [LUEUR_EMOTION_EXCITEMENT]
  = { { BROWS (1, 1), LIDS (.85f, .85f), PUPIL (.9f), SMILE (1), OPEN (1), WIDTH (.45f), BLUSH (.5f), SPARKLE (.8f),
        HEAD (0, -.35f, .15f), SHOULDER (.9f) } },
  [LUEUR_EMOTION_FEAR]
  = { { BROWS (.85f, .9f), ANGLE (1, 1), FURROW (.5f), LIDS (1, 1), PUPIL (-1), GAZE (0, 0), SMILE (-.75f), OPEN (.4f),
        WIDTH (.65f), SWEAT (1), HEAD (-.25f, .1f, -.2f), LEAN (-.6f), SHOULDER (1) } },
  [LUEUR_EMOTION_GRATITUDE]
  = { { BROWS (.4f, .4f), ANGLE (.55f, .55f), LIDS (-1, -1), SQUINT (.35f, .35f), SMILE (.7f), PRESS (.15f), BLUSH (.55f),
        HEAD (0, .85f, .25f), SHOULDER (.2f) } },
  [LUEUR_EMOTION_GRIEF]
  = { { BROWS (-.05f, 0), ANGLE (1, 1), FURROW (1), LIDS (-1, -1), SQUINT (.5f, .5f), SMILE (-1), OPEN (.5f), WIDTH (.2f),
        BLUSH (.3f), TEAR (1), HEAD (-.1f, .55f, -.45f), SHOULDER (.55f) } },
  [LUEUR_EMOTION_JOY]
  = { { BROWS (.5f, .5f), LIDS (-.1f, -.1f), SQUINT (.75f, .75f), PUPIL (.3f), SMILE (1), OPEN (.6f), WIDTH (.35f),
        BLUSH (.5f), HEAD (.05f, -.2f, .2f), SHOULDER (.3f) } },
  [LUEUR_EMOTION_LOVE]
  = { { BROWS (.4f, .4f), ANGLE (.45f, .45f), LIDS (-.3f, -.3f), SQUINT (.6f, .6f), PUPIL (1), SMILE (.8f), WIDTH (-.05f),
        BLUSH (1), HEART (1), HEAD (.2f, .05f, .8f), LEAN (.35f), SHOULDER (.5f) } },
  [LUEUR_EMOTION_NERVOUSNESS]
  = { { BROWS (.45f, .35f), ANGLE (.8f, .65f), FURROW (.3f), LIDS (.35f, .35f), PUPIL (-.35f), GAZE (.8f, .1f),
        SMILE (-.25f), PRESS (.45f), WIDTH (.5f), ASYM (-.6f), SWEAT (1), HEAD (-.35f, .1f, -.15f), SHOULDER (.8f) } },
  [LUEUR_EMOTION_OPTIMISM]
  = { { BROWS (.6f, .55f), LIDS (.25f, .25f), SQUINT (.25f, .25f), PUPIL (.35f), GAZE (.6f, -.65f), SMILE (.8f),
        WIDTH (.2f), BLUSH (.2f), HEAD (.45f, -.5f, .15f), SHOULDER (.3f) } },
  [LUEUR_EMOTION_PRIDE]
  = { { BROWS (.65f, .65f), ANGLE (-.15f, -.15f), LIDS (-1, -1), SQUINT (.3f, .3f), SMILE (.7f), PRESS (.45f), WIDTH (.2f),
        ASYM (.3f), BLUSH (.2f), HEAD (-.15f, -1, -.15f), LEAN (-.3f), SHOULDER (.75f) } },
  [LUEUR_EMOTION_REALIZATION]
  = { { BROWS (.95f, .7f), LIDS (.7f, .65f), GAZE (-.4f, -.65f), SMILE (.25f), OPEN (.4f), POUT (.3f), WIDTH (-.3f),
        HEAD (-.2f, -.35f, -.2f), SHOULDER (.35f) } },
  [LUEUR_EMOTION_RELIEF]
  = { { BROWS (.45f, .45f), ANGLE (.5f, .5f), LIDS (-1, -1), SMILE (.35f), OPEN (.25f), POUT (.45f), WIDTH (-.3f),
        SWEAT (.45f), BLUSH (.15f), HEAD (.1f, -.2f, .35f), SHOULDER (-1) } },
  [LUEUR_EMOTION_REMORSE]
  = { { BROWS (.15f, .15f), ANGLE (.9f, .9f), FURROW (.6f), LIDS (-.45f, -.45f), GAZE (.2f, 1), SMILE (-.5f), PRESS (.8f),
        BLUSH (.35f), HEAD (.15f, .9f, .25f), SHOULDER (.4f) } },
  [LUEUR_EMOTION_SADNESS]
  = { { BROWS (.2f, .2f), ANGLE (1, 1), FURROW (.35f), LIDS (-.3f, -.3f), GAZE (0, .35f), SMILE (-1), POUT (.2f),
        TEAR (.75f), HEAD (.1f, .4f, .35f), SHOULDER (-.7f) } },
  [LUEUR_EMOTION_SURPRISE]
  = { { BROWS (1, 1), LIDS (1, 1), PUPIL (-.35f), OPEN (.85f), POUT (.65f), WIDTH (-.5f), HEAD (0, -.3f, -.1f),
        SHOULDER (.55f), LEAN (-.3f) } },
  [LUEUR_EMOTION_NEUTRAL] = { { 0 } },

  [LUEUR_N_EMOTIONS + LUEUR_AVATAR_RESTING]
  = { { LIDS (-.15f, -.15f), SMILE (.15f), GAZE (0, .05f), SHOULDER (-.15f) } },
  [LUEUR_N_EMOTIONS + LUEUR_AVATAR_ATTENTIVE]
  = { { BROWS (.35f, .25f), LIDS (.2f, .2f), PUPIL (.25f), GAZE (0, .35f), SMILE (.2f), HEAD (.1f, .15f, .35f), LEAN (.3f) } },
  [LUEUR_N_EMOTIONS + LUEUR_AVATAR_THINKING]
  = { { BROWS (-.1f, .55f), ANGLE (-.15f, .1f), FURROW (.3f), LIDS (-.15f, 0), GAZE (-.8f, -.75f), SMILE (.05f),
        PRESS (.4f), POUT (.3f), WIDTH (-.3f), ASYM (-.5f), HEAD (-.4f, -.3f, -.4f) } },
  [LUEUR_N_EMOTIONS + LUEUR_AVATAR_SPEAKING]
  = { { BROWS (.3f, .3f), LIDS (.1f, .1f), SMILE (.3f), OPEN (.45f), WIDTH (.1f), HEAD (.15f, -.05f, .1f), SHOULDER (.1f) } },
  [LUEUR_N_EMOTIONS + LUEUR_AVATAR_AWAY]
  = { { BROWS (-.1f, -.1f), ANGLE (.15f, .15f), LIDS (-.95f, -.95f), GAZE (0, .5f), SMILE (.12f), HEAD (.1f, .6f, .55f),
        SHOULDER (-.7f) } },
};

static const char *const state_names[LUEUR_N_STATES] = {
  [LUEUR_AVATAR_RESTING] = "resting",   [LUEUR_AVATAR_ATTENTIVE] = "attentive", [LUEUR_AVATAR_THINKING] = "thinking",
  [LUEUR_AVATAR_SPEAKING] = "speaking", [LUEUR_AVATAR_AWAY] = "away",
};

static const struct
{
  const char *name;
  LueurPose pose;
} moods[LUEUR_N_RESTING_MOODS] = {
  [LUEUR_RESTING_PLAIN] = { "plain", { { 0 } } },
  [LUEUR_RESTING_SERENE] = { "serene", { { LIDS (-.12f, -.12f), SQUINT (.1f, .1f), SMILE (.22f), HEAD (0, 0, .08f), SHOULDER (-.15f) } } },
  [LUEUR_RESTING_CHEERFUL] = { "cheerful", { { BROWS (.22f, .18f), SQUINT (.3f, .3f), SMILE (.45f), WIDTH (.1f), BLUSH (.15f), HEAD (0, -.08f, .12f) } } },
  [LUEUR_RESTING_SHY] = { "shy", { { ANGLE (.3f, .3f), LIDS (-.1f, -.1f), GAZE (-.1f, .12f), SMILE (.15f), PRESS (.15f), BLUSH (.35f), HEAD (.12f, .18f, .2f), SHOULDER (.25f) } } },
  [LUEUR_RESTING_GRAVE] = { "grave", { { BROWS (-.15f, -.15f), FURROW (.12f), LIDS (-.12f, -.12f), SMILE (-.08f), PRESS (.12f), HEAD (0, .05f, 0) } } },
  [LUEUR_RESTING_MISCHIEVOUS] = { "mischievous", { { BROWS (.05f, .4f), ANGLE (-.1f, -.15f), LIDS (-.1f, -.15f), SQUINT (.2f, .25f), SMILE (.35f), ASYM (.4f), HEAD (-.1f, .08f, -.18f) } } },
  [LUEUR_RESTING_DREAMY] = { "dreamy", { { BROWS (.2f, .2f), ANGLE (.15f, .15f), LIDS (-.28f, -.28f), PUPIL (.3f), GAZE (.12f, -.15f), SMILE (.18f), HEAD (.1f, -.12f, .22f) } } },
};

/**
 * lueur_expression_get_name:
 *
 * Returns: (transfer none): the label of GoEmotions, or the name of the state
 */
const char *
lueur_expression_get_name (LueurExpression expression)
{
  g_return_val_if_fail (expression < LUEUR_N_EXPRESSIONS, NULL);

  return expression < LUEUR_N_EMOTIONS ? lueur_emotion_get_name (expression) : state_names[expression - LUEUR_N_EMOTIONS];
}

gboolean
lueur_expression_from_name (const char *name, LueurExpression *expression)
{
  for (guint i = 0; i < LUEUR_N_EXPRESSIONS; i++)
    if (strcmp (lueur_expression_get_name (i), name) == 0)
      {
        *expression = i;
        return TRUE;
      }
  return FALSE;
}

const LueurPose *
lueur_expression_get_pose (LueurExpression expression)
{
  g_return_val_if_fail (expression < LUEUR_N_EXPRESSIONS, NULL);

  return &poses[expression];
}

/* What is answered to each feeling, how much of it, and what is mixed in. */
#define E(name) LUEUR_EMOTION_##name
static const struct
{
  LueurEmotion label, second;
  float share, blend;
} answers[LUEUR_N_EMOTIONS] = {
  [E (ADMIRATION)] = { E (JOY), E (ADMIRATION), .6f, .3f },
  [E (AMUSEMENT)] = { E (AMUSEMENT), E (JOY), .75f, .3f },
  [E (ANGER)] = { E (CARING), E (NERVOUSNESS), .8f, .2f },
  [E (ANNOYANCE)] = { E (CARING), E (CONFUSION), .6f, .2f },
  [E (APPROVAL)] = { E (APPROVAL), E (JOY), .6f, .3f },
  [E (CARING)] = { E (GRATITUDE), E (LOVE), .6f, .3f },
  [E (CONFUSION)] = { E (CURIOSITY), E (CARING), .7f, .4f },
  [E (CURIOSITY)] = { E (CURIOSITY), E (APPROVAL), .6f, .3f },
  [E (DESIRE)] = { E (CURIOSITY), E (OPTIMISM), .55f, .4f },
  [E (DISAPPOINTMENT)] = { E (CARING), E (SADNESS), .8f, .3f },
  [E (DISAPPROVAL)] = { E (CARING), E (CURIOSITY), .55f, .4f },
  [E (DISGUST)] = { E (CARING), E (DISGUST), .6f, .25f },
  [E (EMBARRASSMENT)] = { E (CARING), E (APPROVAL), .7f, .3f },
  [E (EXCITEMENT)] = { E (EXCITEMENT), E (JOY), .75f, .4f },
  [E (FEAR)] = { E (CARING), E (SADNESS), .95f, .25f },
  [E (GRATITUDE)] = { E (JOY), E (GRATITUDE), .6f, .4f },
  [E (GRIEF)] = { E (CARING), E (SADNESS), 1, .45f },
  [E (JOY)] = { E (JOY), E (APPROVAL), .8f, .2f },
  [E (LOVE)] = { E (GRATITUDE), E (JOY), .7f, .4f },
  [E (NERVOUSNESS)] = { E (CARING), E (APPROVAL), .8f, .2f },
  [E (OPTIMISM)] = { E (OPTIMISM), E (JOY), .65f, .3f },
  [E (PRIDE)] = { E (ADMIRATION), E (JOY), .7f, .4f },
  [E (REALIZATION)] = { E (CURIOSITY), E (APPROVAL), .6f, .4f },
  [E (RELIEF)] = { E (RELIEF), E (JOY), .6f, .4f },
  [E (REMORSE)] = { E (CARING), E (SADNESS), .8f, .25f },
  [E (SADNESS)] = { E (CARING), E (SADNESS), .95f, .35f },
  [E (SURPRISE)] = { E (SURPRISE), E (CURIOSITY), .6f, .5f },
  [E (NEUTRAL)] = { E (NEUTRAL), E (NEUTRAL), 0, 0 },
};
#undef E

/**
 * lueur_feeling_answer:
 * @heard: what the person's words feel like
 * @answer: (out): what the face shows before any word of the reply
 */
void
lueur_feeling_answer (const LueurFeeling *heard, LueurFeeling *answer)
{
  LueurEmotion label = (guint) heard->label < LUEUR_N_EMOTIONS ? heard->label : LUEUR_EMOTION_NEUTRAL;

  lueur_feeling_init (answer);
  answer->label = answers[label].label;
  answer->second = answers[label].second;
  answer->blend = answers[label].blend;
  answer->intensity = answers[label].share * (0.35f + 0.65f * CLAMP (heard->intensity, 0, 1));
  answer->arousal = heard->arousal * 0.5f;
  answer->valence = heard->valence * 0.5f;
  if (label == LUEUR_EMOTION_NEUTRAL)
    answer->intensity = 0;
}

const char *
lueur_resting_mood_get_name (LueurRestingMood mood)
{
  g_return_val_if_fail ((guint) mood < LUEUR_N_RESTING_MOODS, NULL);

  return moods[mood].name;
}

LueurRestingMood
lueur_resting_mood_from_name (const char *name)
{
  for (guint i = 0; i < LUEUR_N_RESTING_MOODS; i++)
    if (g_strcmp0 (moods[i].name, name) == 0)
      return i;
  return LUEUR_RESTING_PLAIN;
}

const LueurPose *
lueur_resting_mood_get_pose (LueurRestingMood mood)
{
  g_return_val_if_fail ((guint) mood < LUEUR_N_RESTING_MOODS, NULL);

  return &moods[mood].pose;
}
