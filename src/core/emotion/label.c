/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/emotion/label.h"

#include <string.h>

/* In the order of LueurEmotion, as the model file and the avatars' expressions name them. */
static const char *const names[LUEUR_N_EMOTIONS] = {
  "admiration", "amusement",      "anger",       "annoyance",  "approval",      "caring",      "confusion",
  "curiosity",  "desire",         "disappointment", "disapproval", "disgust",   "embarrassment", "excitement",
  "fear",       "gratitude",      "grief",       "joy",        "love",          "nervousness", "optimism",
  "pride",      "realization",    "relief",      "remorse",    "sadness",       "surprise",    "neutral",
};

/**
 * lueur_emotion_get_name:
 * @label: a label
 *
 * The name of a label as files write it: lower case English, never translated.
 *
 * Returns: (transfer none): the name; “neutral” for a value that is no label
 */
const char *
lueur_emotion_get_name (LueurEmotion label)
{
  return (guint) label < LUEUR_N_EMOTIONS ? names[label] : names[LUEUR_EMOTION_NEUTRAL];
}

/**
 * lueur_emotion_from_name:
 * @name: a name, in any case
 * @length: bytes of @name, or -1 when it is nul-terminated
 * @label: (out) (optional): the label of that name; untouched when there is none
 *
 * Returns: whether @name is the name of a label
 */
gboolean
lueur_emotion_from_name (const char *name, gssize length, LueurEmotion *label)
{
  gsize size = length < 0 ? strlen (name) : (gsize) length;

  for (guint i = 0; i < LUEUR_N_EMOTIONS; i++)
    if (strlen (names[i]) == size && g_ascii_strncasecmp (names[i], name, size) == 0)
      {
        if (label)
          *label = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * lueur_feeling_init:
 * @feeling: (out caller-allocates): what to fill
 *
 * Nothing felt: neutral, at rest, sure of it.
 */
void
lueur_feeling_init (LueurFeeling *feeling)
{
  *feeling = (LueurFeeling){
    .label = LUEUR_EMOTION_NEUTRAL,
    .second = LUEUR_EMOTION_NEUTRAL,
    .labels = 1u << LUEUR_EMOTION_NEUTRAL,
  };
  feeling->scores[LUEUR_EMOTION_NEUTRAL] = 1;
}
