/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What Écho says for a while after danger was spoken of: no temper, no romance, no game; it listens, asks who is there,
 * and lets go of the person with the card in their hand. */

#include <string.h>

#include "core/echo/scene.h"

/* Questions that are answered as ever: honestly, and without a role. */
static const LueurEchoIntent as_ever[] = {
  ECHO_INTENT_STOP,    ECHO_INTENT_HUMAN,     ECHO_INTENT_CONSCIOUS, ECHO_INTENT_UNDERSTAND, ECHO_INTENT_PRETEND,
  ECHO_INTENT_MAKER,   ECHO_INTENT_PRIVACY,   ECHO_INTENT_MEMORY,    ECHO_INTENT_THERAPIST,  ECHO_INTENT_NAME,
  ECHO_INTENT_WHO,     ECHO_INTENT_TIME,      ECHO_INTENT_DATE,      ECHO_INTENT_BREATHE,    ECHO_INTENT_GROUND,
  ECHO_INTENT_LISTEN,  ECHO_INTENT_LOVE_ME,   ECHO_INTENT_FOREIGN,   ECHO_INTENT_EXCLUSIVE,  ECHO_INTENT_SECRET,
  ECHO_INTENT_SPEAK,   ECHO_INTENT_CANNED,
};

/* What can wait. */
static const LueurEchoIntent aside[] = {
  ECHO_INTENT_JOKE,  ECHO_INTENT_STORY,  ECHO_INTENT_GAME,     ECHO_INTENT_RATHER,
  ECHO_INTENT_WORDS, ECHO_INTENT_FLIRT,  ECHO_INTENT_LOVE_YOU, ECHO_INTENT_SEXUAL,
};

static gboolean
has (const LueurEchoScene *scene, LueurEchoIntent intent)
{
  return scene->reading.intents[intent];
}

static gboolean
has_any (const LueurEchoScene *scene, const LueurEchoIntent *intents, guint n)
{
  for (guint i = 0; i < n; i++)
    if (has (scene, intents[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_as_ever (const LueurEchoScene *scene)
{
  if (has_any (scene, as_ever, G_N_ELEMENTS (as_ever)))
    return TRUE;
  for (guint i = ECHO_INTENT_HARM_MEDS; i <= ECHO_INTENT_HARM_DRINK; i++)
    if (has (scene, i))
      return TRUE;
  return FALSE;
}

/* The last words were the two questions that danger is answered with, which are no line of Écho's own. */
static gboolean
answers_danger (const LueurEchoScene *scene)
{
  const LueurEchoTurn *last = scene->n_turns >= 2 ? &scene->turns[scene->n_turns - 2] : NULL;

  return last != NULL && !last->from_user && scene->pending == 0 && g_str_has_suffix (last->text, "?") &&
         scene->reading.n_words <= 5;
}

static guint
choose (const LueurEchoScene *scene)
{
  const LueurEchoReading *reading = &scene->reading;

  if (has (scene, ECHO_INTENT_GOODNIGHT))
    return ECHO_Y (CALM_NIGHT);
  if (has (scene, ECHO_INTENT_BYE))
    return ECHO_Y (CALM_BYE);
  if (reading->event == ECHO_EVENT_REACHES)
    return ECHO_Y (CALM_REACHED);
  if (answers_danger (scene) && has (scene, ECHO_INTENT_NO))
    return ECHO_Y (CALM_NO);
  if (answers_danger (scene) && has (scene, ECHO_INTENT_YES))
    return ECHO_Y (CALM_YES);
  if (ECHO_FEEL_IS_GOOD (reading->feeling) || (reading->event != ECHO_EVENT_NONE && ECHO_EVENT_IS_GOOD (reading->event)) ||
      has (scene, ECHO_INTENT_THANKS))
    return ECHO_Y (CALM_LIGHTER);
  return has_any (scene, aside, G_N_ELEMENTS (aside)) ? ECHO_Y (CALM_ASIDE) : ECHO_Y (CRISIS_AFTER);
}

/**
 * lueur_echo_plan_calm:
 * @scene: of a message that comes soon after one that spoke of danger, and does not speak of it itself
 * @out: where the reply is put
 *
 * Returns: whether the reply is this room's; not where a plain question is asked that has its honest answer
 */
gboolean
lueur_echo_plan_calm (LueurEchoScene *scene, GString *out)
{
  guint key = choose (scene);
  g_autofree char *said = NULL;

  if ((key == ECHO_Y (CRISIS_AFTER) || key == ECHO_Y (CALM_LIGHTER)) && is_as_ever (scene))
    return FALSE;
  said = lueur_echo_voice_pick (&scene->voice, key);
  if (key == ECHO_Y (CRISIS_AFTER) && scene->reading.feeling != ECHO_FEEL_NONE)
    {
      g_autofree char *heard =
          lueur_echo_voice_pick_statement (&scene->voice, ECHO_KEY (ECHO_KIND_FEELING, scene->reading.feeling, 0));

      if (heard != NULL)
        g_string_append_printf (out, "%s ", heard);
    }
  g_string_append (out, said != NULL ? said : "");
  g_strchomp (out->str);
  g_string_set_size (out, strlen (out->str));
  return TRUE;
}
