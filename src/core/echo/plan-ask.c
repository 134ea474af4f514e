/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked of a script that it cannot do: it says so plainly, says what it would take, and what there is
 * instead. And pictures, which ask for little. */

#include "core/echo/scene.h"

#include <string.h>

/* The closest first: a function in Python is code before it is a how. */
static const LueurEchoIntent beyond[] = {
  ECHO_INTENT_RECIPE, ECHO_INTENT_WEATHER, ECHO_INTENT_CODING, ECHO_INTENT_SUMS, ECHO_INTENT_ERRAND, ECHO_INTENT_TASK, ECHO_INTENT_HOWTO,
  ECHO_INTENT_KNOWLEDGE,
};

static gboolean
asks (const GString *out)
{
  return strchr (out->str, '?') != NULL;
}

static gboolean
add (LueurEchoScene *scene, GString *out, guint key)
{
  g_autofree char *said = asks (out) ? lueur_echo_voice_pick_statement (&scene->voice, key)
                                     : lueur_echo_voice_pick (&scene->voice, key);

  if (said == NULL)
    return FALSE;
  if (out->len > 0)
    g_string_append_c (out, ' ');
  g_string_append (out, said);
  return TRUE;
}

/* Something heavy was told lately: then “how do I …” is about that, and no request for a method. */
static gboolean
is_heavy (const LueurEchoScene *scene)
{
  return scene->reading.valence < 0 || (scene->before != ECHO_FEEL_NONE && !ECHO_FEEL_IS_GOOD (scene->before));
}

/* It found that a pity, or is cross about it: right after a line about what it cannot do. */
static gboolean
minds_limit (const LueurEchoScene *scene)
{
  LueurEchoFeeling feeling = scene->reading.feeling;

  return scene->pending == ECHO_LIMIT_SAID && scene->reading.n_words <= 8 && !scene->reading.first_person &&
         scene->reading.event == ECHO_EVENT_NONE &&
         (feeling == ECHO_FEEL_DISAPPOINTED || feeling == ECHO_FEEL_ANNOYED || feeling == ECHO_FEEL_SAD || feeling == ECHO_FEEL_BAD ||
          feeling == ECHO_FEEL_BORED);
}

/* “How old are you” has an answer, whatever else “how old” may ask. */
static gboolean
is_about_echo (const gboolean *intents)
{
  return intents[ECHO_INTENT_BODY] || intents[ECHO_INTENT_CAN] || intents[ECHO_INTENT_UNDERSTAND] || intents[ECHO_INTENT_FAVOURITE] ||
         intents[ECHO_INTENT_DOING] || intents[ECHO_INTENT_HOW_ARE_YOU] || intents[ECHO_INTENT_SECRET];
}

/**
 * lueur_echo_plan_beyond:
 * @scene: of a message that may ask for what a script cannot do
 * @out: where the reply is put
 *
 * Returns: whether it does, and was answered
 */
gboolean
lueur_echo_plan_beyond (LueurEchoScene *scene, GString *out)
{
  const gboolean *intents = scene->reading.intents;

  if (minds_limit (scene))
    {
      add (scene, out, ECHO_Y (LIMIT));
      return add (scene, out, ECHO_Y (INSTEAD)) || out->len > 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (beyond); i++)
    {
      guint own = ECHO_KEY (ECHO_KIND_INTENT, beyond[i], 1);
      gboolean said, otherwise;

      if (beyond[i] == ECHO_INTENT_KNOWLEDGE && is_about_echo (intents))
        continue;
      if (!intents[beyond[i]] || (beyond[i] == ECHO_INTENT_HOWTO && is_heavy (scene)))
        continue;
      if (!add (scene, out, ECHO_KEY (ECHO_KIND_INTENT, beyond[i], 0)))
        return FALSE;
      /* Where a model would not do, or not best, it is said what would. */
      otherwise = beyond[i] == ECHO_INTENT_WEATHER || beyond[i] == ECHO_INTENT_SUMS || beyond[i] == ECHO_INTENT_ERRAND;
      said = add (scene, out, otherwise ? own : ECHO_Y (MODEL_WOULD));
      if (beyond[i] == ECHO_INTENT_HOWTO)
        add (scene, out, own);
      else if (!said || scene->voice.traits[LUEUR_TRAIT_TALKATIVE_QUIET] <= 0.5)
        add (scene, out, ECHO_Y (INSTEAD));
      return TRUE;
    }
  return FALSE;
}

/**
 * lueur_echo_plan_picture:
 * @scene: of a message that may be a picture and nothing else
 * @out: where the reply is put
 *
 * Returns: whether it is one that tells a feeling, and was answered
 */
gboolean
lueur_echo_plan_picture (LueurEchoScene *scene, GString *out)
{
  const LueurEchoReading *reading = &scene->reading;

  if (!reading->intents[ECHO_INTENT_EMOJI] || reading->feeling == ECHO_FEEL_NONE)
    return FALSE;
  return add (scene, out, ECHO_FEEL_IS_GOOD (reading->feeling) ? ECHO_Y (EMOJI_GLAD) : ECHO_Y (EMOJI_HARD));
}
