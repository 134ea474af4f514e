/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A face in words. Whole sentences: no language has to agree with a piece of another. */

#include "ui/avatar/describe.h"

#include <glib/gi18n.h>

/* Translators: what somebody who cannot see the companion’s face is told; %s is the companion’s name. */
static const char *const sentences[LUEUR_N_EMOTIONS] = {
  [LUEUR_EMOTION_ADMIRATION] = N_("%s, full of admiration"),
  [LUEUR_EMOTION_AMUSEMENT] = N_("%s, laughing"),
  [LUEUR_EMOTION_ANGER] = N_("%s, angry"),
  [LUEUR_EMOTION_ANNOYANCE] = N_("%s, annoyed"),
  [LUEUR_EMOTION_APPROVAL] = N_("%s, nodding"),
  [LUEUR_EMOTION_CARING] = N_("%s, looking at you with concern"),
  [LUEUR_EMOTION_CONFUSION] = N_("%s, puzzled"),
  [LUEUR_EMOTION_CURIOSITY] = N_("%s, curious"),
  [LUEUR_EMOTION_DESIRE] = N_("%s, longing"),
  [LUEUR_EMOTION_DISAPPOINTMENT] = N_("%s, disappointed"),
  [LUEUR_EMOTION_DISAPPROVAL] = N_("%s, disapproving"),
  [LUEUR_EMOTION_DISGUST] = N_("%s, disgusted"),
  [LUEUR_EMOTION_EMBARRASSMENT] = N_("%s, embarrassed"),
  [LUEUR_EMOTION_EXCITEMENT] = N_("%s, excited"),
  [LUEUR_EMOTION_FEAR] = N_("%s, frightened"),
  [LUEUR_EMOTION_GRATITUDE] = N_("%s, grateful"),
  [LUEUR_EMOTION_GRIEF] = N_("%s, weeping"),
  [LUEUR_EMOTION_JOY] = N_("%s, smiling"),
  [LUEUR_EMOTION_LOVE] = N_("%s, looking tender"),
  [LUEUR_EMOTION_NERVOUSNESS] = N_("%s, nervous"),
  [LUEUR_EMOTION_OPTIMISM] = N_("%s, hopeful"),
  [LUEUR_EMOTION_PRIDE] = N_("%s, proud"),
  [LUEUR_EMOTION_REALIZATION] = N_("%s, understanding something"),
  [LUEUR_EMOTION_RELIEF] = N_("%s, relieved"),
  [LUEUR_EMOTION_REMORSE] = N_("%s, sorry"),
  [LUEUR_EMOTION_SADNESS] = N_("%s, sad"),
  [LUEUR_EMOTION_SURPRISE] = N_("%s, surprised"),
  [LUEUR_EMOTION_NEUTRAL] = N_("%s, calm"),
};

static const char *const state_sentences[] = {
  [LUEUR_AVATAR_RESTING] = N_("%s, calm"),
  [LUEUR_AVATAR_ATTENTIVE] = N_("%s, listening"),
  [LUEUR_AVATAR_THINKING] = N_("%s, thinking"),
  [LUEUR_AVATAR_SPEAKING] = N_("%s, speaking"),
  [LUEUR_AVATAR_AWAY] = N_("%s, dozing"),
};

/* Translators: names of feelings, each on a button that shows what the face then looks like. */
static const char *const titles[LUEUR_N_EMOTIONS] = {
  [LUEUR_EMOTION_ADMIRATION] = N_("Admiration"),
  [LUEUR_EMOTION_AMUSEMENT] = N_("Amusement"),
  [LUEUR_EMOTION_ANGER] = N_("Anger"),
  [LUEUR_EMOTION_ANNOYANCE] = N_("Annoyance"),
  [LUEUR_EMOTION_APPROVAL] = N_("Approval"),
  [LUEUR_EMOTION_CARING] = N_("Caring"),
  [LUEUR_EMOTION_CONFUSION] = N_("Confusion"),
  [LUEUR_EMOTION_CURIOSITY] = N_("Curiosity"),
  [LUEUR_EMOTION_DESIRE] = N_("Desire"),
  [LUEUR_EMOTION_DISAPPOINTMENT] = N_("Disappointment"),
  [LUEUR_EMOTION_DISAPPROVAL] = N_("Disapproval"),
  [LUEUR_EMOTION_DISGUST] = N_("Disgust"),
  [LUEUR_EMOTION_EMBARRASSMENT] = N_("Embarrassment"),
  [LUEUR_EMOTION_EXCITEMENT] = N_("Excitement"),
  [LUEUR_EMOTION_FEAR] = N_("Fear"),
  [LUEUR_EMOTION_GRATITUDE] = N_("Gratitude"),
  [LUEUR_EMOTION_GRIEF] = N_("Grief"),
  [LUEUR_EMOTION_JOY] = N_("Joy"),
  [LUEUR_EMOTION_LOVE] = N_("Love"),
  [LUEUR_EMOTION_NERVOUSNESS] = N_("Nervousness"),
  [LUEUR_EMOTION_OPTIMISM] = N_("Optimism"),
  [LUEUR_EMOTION_PRIDE] = N_("Pride"),
  [LUEUR_EMOTION_REALIZATION] = N_("Insight"),
  [LUEUR_EMOTION_RELIEF] = N_("Relief"),
  [LUEUR_EMOTION_REMORSE] = N_("Remorse"),
  [LUEUR_EMOTION_SADNESS] = N_("Sadness"),
  [LUEUR_EMOTION_SURPRISE] = N_("Surprise"),
  [LUEUR_EMOTION_NEUTRAL] = N_("Calm"),
};

/**
 * lueur_avatar_describe:
 * @name: (nullable): whose face it is
 * @label: what shows
 * @state: what the companion does; told where no feeling shows
 *
 * Returns: (transfer full): such as “Léa, smiling”
 */
char *
lueur_avatar_describe (const char *name, LueurEmotion label, LueurAvatarState state)
{
  const char *sentence = (guint) label < LUEUR_N_EMOTIONS && label != LUEUR_EMOTION_NEUTRAL
                             ? sentences[label]
                             : state_sentences[CLAMP ((int) state, 0, LUEUR_AVATAR_AWAY)];
  const char *whose = name != NULL && *name != '\0' ? name : _("Your companion");

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (_(sentence), whose);
#pragma GCC diagnostic pop
}

const char *
lueur_emotion_get_title (LueurEmotion label)
{
  g_return_val_if_fail ((guint) label < LUEUR_N_EMOTIONS, "");

  return _(titles[label]);
}
