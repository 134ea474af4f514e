/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small games and guided steps. Each line that asks for an answer names the step that follows it, so the
 * state is in the conversation itself: nothing is kept beside it. */

#include "core/echo/scene.h"

#include <string.h>

#define WORD_ROUNDS 6
#define WORDS_AT_MOST 4
#define STORY_ROUNDS 4

static char *
pick (LueurEchoScene *scene, guint key)
{
  return lueur_echo_voice_pick (&scene->voice, key);
}

/* How many of Écho's turns up to now asked for @then, without a break. */
static guint
rounds (LueurEchoScene *scene, guint then)
{
  guint n = 0;

  for (guint i = scene->n_turns; i > 0; i--)
    {
      const LueurEchoTurn *turn = &scene->turns[i - 1];

      if (turn->from_user)
        continue;
      if (lueur_echo_lines_then (scene->voice.lines, turn->text, scene->voice.formal, scene->voice.gender, scene->voice.french) != then)
        break;
      n++;
    }
  return n;
}

static char *
next_word (LueurEchoScene *scene)
{
  const char *const(*links)[2] = scene->voice.french ? lueur_echo_links_fr : lueur_echo_links_en;
  guint n = 0;

  for (; links[n][0] != NULL; n++)
    for (guint i = 0; i < scene->text->words->len; i++)
      if (strcmp (links[n][0], lueur_echo_text_word (scene->text, i)->fold) == 0)
        return g_strdup (links[n][1]);
  return g_strdup (links[lueur_echo_voice_random (&scene->voice, n)][1]);
}

/* The person's answers in the last @n turns, oldest first, short. */
static void
set_answers (LueurEchoScene *scene, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const char *text = lueur_echo_scene_user_turn (scene, n - 1 - i);
      g_autofree char *slot = g_strdup_printf ("a%u", i + 1);
      g_autofree char *quote = text != NULL ? lueur_echo_quote (text, 160) : NULL;

      lueur_echo_voice_set (&scene->voice, slot, quote != NULL ? quote : "…");
    }
}

static char *
end_words (LueurEchoScene *scene, guint n)
{
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = n; i > 0; i--)
    {
      const char *text = lueur_echo_scene_user_turn (scene, i - 1);
      g_autofree char *quote = text != NULL ? lueur_echo_quote (text, 30) : NULL;

      if (quote != NULL)
        g_ptr_array_add (said, g_steal_pointer (&quote));
    }
  if (said->len == 0)
    return NULL;
  list = lueur_echo_list (said, scene->voice.french);
  lueur_echo_voice_set (&scene->voice, "list", list);
  return pick (scene, ECHO_Y (WORDS_END));
}

/* What ends any game or exercise, and is answered for itself. */
static gboolean
breaks_off (const LueurEchoReading *reading)
{
  static const LueurEchoIntent breaking[] = {
    ECHO_INTENT_CRISIS,   ECHO_INTENT_BYE,    ECHO_INTENT_GOODNIGHT, ECHO_INTENT_HUMAN,  ECHO_INTENT_PRETEND,
    ECHO_INTENT_CONSCIOUS, ECHO_INTENT_LOVE_ME, ECHO_INTENT_INSULT,  ECHO_INTENT_COMPLAIN, ECHO_INTENT_SEXUAL,
    ECHO_INTENT_WHAT,     ECHO_INTENT_PRIVACY, ECHO_INTENT_CODE,     ECHO_INTENT_FOREIGN,
  };

  for (guint i = 0; i < G_N_ELEMENTS (breaking); i++)
    if (reading->intents[breaking[i]])
      return TRUE;
  for (guint i = ECHO_INTENT_HARM_MEDS; i <= ECHO_INTENT_HARM_DRINK; i++)
    if (reading->intents[i])
      return TRUE;
  return FALSE;
}

static gboolean
agrees (const LueurEchoReading *reading)
{
  return (reading->intents[ECHO_INTENT_YES] || reading->intents[ECHO_INTENT_OKAY]) && !reading->intents[ECHO_INTENT_NO];
}

static gboolean
wants_more (const LueurEchoReading *reading)
{
  return reading->intents[ECHO_INTENT_MORE] || reading->intents[ECHO_INTENT_YES];
}

static gboolean
declines (const LueurEchoReading *reading)
{
  return reading->intents[ECHO_INTENT_NO] || reading->intents[ECHO_INTENT_STOP];
}

/* @key was offered, or asked for: the step that does it. */
static char *
take_step (LueurEchoScene *scene, guint key)
{
  if (key == ECHO_Y (ORDER_END))
    set_answers (scene, 4);
  else if (key == ECHO_Y (WORDS_NEXT))
    {
      guint n = rounds (scene, key);
      g_autofree char *word = NULL, *end = n >= WORD_ROUNDS ? end_words (scene, n) : NULL;

      if (end != NULL)
        return g_steal_pointer (&end);
      word = next_word (scene);
      lueur_echo_voice_set (&scene->voice, "word", word);
    }
  else if (key == ECHO_Y (STORY_NEXT) && rounds (scene, key) >= STORY_ROUNDS)
    key = ECHO_Y (STORY_END);
  return pick (scene, key);
}

/**
 * lueur_echo_flow_continue:
 *
 * Returns: (transfer full) (nullable): the next step, or NULL when the message is none of the game's
 */
char *
lueur_echo_flow_continue (LueurEchoScene *scene)
{
  const LueurEchoReading *reading = &scene->reading;
  guint key = scene->pending;

  if (key == 0 || breaks_off (reading))
    return NULL;

  /* An offer stands: it takes a yes. Anything but a yes or a no is simply talk. */
  if (ECHO_KEY_KIND (key) == ECHO_KIND_INTENT || key == ECHO_Y (RATHER))
    {
      if (declines (reading) && reading->n_words <= 8)
        return pick (scene, ECHO_Y (NO_OFFER));
      if (reading->n_words > 10 || !(key == ECHO_I (JOKE) ? wants_more (reading) : agrees (reading) || wants_more (reading)))
        return NULL;
      return ECHO_KEY_KIND (key) == ECHO_KIND_INTENT ? lueur_echo_flow_start (scene, (LueurEchoIntent) ECHO_KEY_ID (key))
                                                     : pick (scene, key);
    }
  if (reading->intents[ECHO_INTENT_STOP])
    return pick (scene, ECHO_Y (STOPPED));
  /* A bare no to a game is a no to the game. */
  if (reading->intents[ECHO_INTENT_NO] && reading->n_words <= 2 && (key == ECHO_Y (STORY_NEXT) || key == ECHO_Y (WORDS_NEXT)))
    return pick (scene, ECHO_Y (STOPPED));
  /* Who asks something wants an answer to it, not the next step. */
  if (scene->text->question)
    return NULL;
  /* A chain of words is made of words: a sentence is talk. */
  if (key == ECHO_Y (WORDS_NEXT) && reading->n_words > WORDS_AT_MOST)
    return NULL;
  /* An exercise is left by simply talking of something else; nobody need finish it. */
  if ((key == ECHO_Y (BREATHE_AFTER) || key == ECHO_Y (GROUND_AFTER)) &&
      (reading->event != ECHO_EVENT_NONE || reading->n_words > 25))
    return NULL;
  return take_step (scene, key);
}

/**
 * lueur_echo_flow_start:
 * @intent: what was asked for
 *
 * Returns: (transfer full) (nullable): its first step
 */
char *
lueur_echo_flow_start (LueurEchoScene *scene, LueurEchoIntent intent)
{
  if (intent == ECHO_INTENT_WORDS || intent == ECHO_INTENT_GAME)
    {
      const char *const(*links)[2] = scene->voice.french ? lueur_echo_links_fr : lueur_echo_links_en;
      guint n = 0;

      while (links[n][0] != NULL)
        n++;
      lueur_echo_voice_set (&scene->voice, "word", links[lueur_echo_voice_random (&scene->voice, n)][1]);
    }
  switch (intent)
    {
    case ECHO_INTENT_BREATHE:
      return pick (scene, ECHO_Y (BREATHE));
    case ECHO_INTENT_GROUND:
      return pick (scene, ECHO_Y (GROUND));
    case ECHO_INTENT_ORDER:
      return pick (scene, ECHO_Y (ORDER_1));
    case ECHO_INTENT_STORY:
      return pick (scene, ECHO_Y (STORY_1));
    case ECHO_INTENT_RATHER:
      return pick (scene, ECHO_Y (RATHER));
    case ECHO_INTENT_WORDS:
      return pick (scene, ECHO_Y (WORDS_1));
    case ECHO_INTENT_GAME:
      return pick (scene, ECHO_I (GAME));
    case ECHO_INTENT_JOKE:
      return pick (scene, ECHO_I (JOKE));
    default:
      return NULL;
    }
}
