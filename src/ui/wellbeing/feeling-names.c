/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/wellbeing/feeling-names.h"

#include <glib/gi18n.h>

#include "core/emotion/label.h"

const char *
lueur_feeling_names_get (const char *label)
{
  static const char *const names[LUEUR_N_EMOTIONS] = {
    [LUEUR_EMOTION_ADMIRATION] = NC_ ("feeling", "Admiration"),
    [LUEUR_EMOTION_AMUSEMENT] = NC_ ("feeling", "Amusement"),
    [LUEUR_EMOTION_ANGER] = NC_ ("feeling", "Anger"),
    [LUEUR_EMOTION_ANNOYANCE] = NC_ ("feeling", "Annoyance"),
    [LUEUR_EMOTION_APPROVAL] = NC_ ("feeling", "Approval"),
    [LUEUR_EMOTION_CARING] = NC_ ("feeling", "Care"),
    [LUEUR_EMOTION_CONFUSION] = NC_ ("feeling", "Confusion"),
    [LUEUR_EMOTION_CURIOSITY] = NC_ ("feeling", "Curiosity"),
    [LUEUR_EMOTION_DESIRE] = NC_ ("feeling", "Desire"),
    [LUEUR_EMOTION_DISAPPOINTMENT] = NC_ ("feeling", "Disappointment"),
    [LUEUR_EMOTION_DISAPPROVAL] = NC_ ("feeling", "Disapproval"),
    [LUEUR_EMOTION_DISGUST] = NC_ ("feeling", "Disgust"),
    [LUEUR_EMOTION_EMBARRASSMENT] = NC_ ("feeling", "Embarrassment"),
    [LUEUR_EMOTION_EXCITEMENT] = NC_ ("feeling", "Excitement"),
    [LUEUR_EMOTION_FEAR] = NC_ ("feeling", "Fear"),
    [LUEUR_EMOTION_GRATITUDE] = NC_ ("feeling", "Gratitude"),
    [LUEUR_EMOTION_GRIEF] = NC_ ("feeling", "Grief"),
    [LUEUR_EMOTION_JOY] = NC_ ("feeling", "Joy"),
    [LUEUR_EMOTION_LOVE] = NC_ ("feeling", "Love"),
    [LUEUR_EMOTION_NERVOUSNESS] = NC_ ("feeling", "Nervousness"),
    [LUEUR_EMOTION_OPTIMISM] = NC_ ("feeling", "Hope"),
    [LUEUR_EMOTION_PRIDE] = NC_ ("feeling", "Pride"),
    [LUEUR_EMOTION_REALIZATION] = NC_ ("feeling", "Insight"),
    [LUEUR_EMOTION_RELIEF] = NC_ ("feeling", "Relief"),
    [LUEUR_EMOTION_REMORSE] = NC_ ("feeling", "Remorse"),
    [LUEUR_EMOTION_SADNESS] = NC_ ("feeling", "Sadness"),
    [LUEUR_EMOTION_SURPRISE] = NC_ ("feeling", "Surprise"),
    [LUEUR_EMOTION_NEUTRAL] = NC_ ("feeling", "Calm"),
  };
  LueurEmotion emotion;

  if (!lueur_emotion_from_name (label, -1, &emotion))
    return label;
  return g_dpgettext2 (NULL, "feeling", names[emotion]);
}
