/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What to answer: first what must not be missed (danger, farewells, honesty), then what was asked for,
 * then what was told. */

#include "core/echo/plan-private.h"

#include <string.h>

/* Both parts of an intent; a second question is left out. */
static gboolean
add_intent (LueurEchoScene *scene, GString *out, LueurEchoIntent intent)
{
  gboolean said = add (scene, out, ECHO_KEY (ECHO_KIND_INTENT, intent, 0));

  if (!said || (quiet (scene) > 0.5 && !scene->voice.relaxed && intent > ECHO_INTENT_THERAPIST))
    return said;
  if (asks (out))
    add_statement (scene, out, ECHO_KEY (ECHO_KIND_INTENT, intent, 1));
  else
    add (scene, out, ECHO_KEY (ECHO_KIND_INTENT, intent, 1));
  return TRUE;
}

/* --- Little said ---------------------------------------------------------------------------------- */

/* Comes back to what was told earlier, or begins something. */
static void
add_thread (LueurEchoScene *scene, GString *out)
{
  if (asks (out))
    return;
  if (scene->earlier != NULL && scene->user_turn > 3 && chance (scene, 0.5) &&
      add (scene, out, scene->earlier->who ? ECHO_Y (CALLBACK_WHO) : ECHO_Y (CALLBACK)))
    return;
  if (quiet (scene) > 0.3 && chance (scene, 0.5) && out->len > 0)
    return;
  if (chance (scene, 0.5) && add (scene, out, ECHO_Y (OPEN)))
    return;
  if (!(out->len == 0 || chance (scene, 0.5)) || !add (scene, out, ECHO_I (TALK)))
    add (scene, out, ECHO_Y (LISTEN));
}

static void
little (LueurEchoScene *scene, GString *out, LueurEchoIntent intent)
{
  gsize first;

  add (scene, out, ECHO_KEY (ECHO_KIND_INTENT, intent, 0));
  first = out->len;
  if (!asks (out) && (intent != ECHO_INTENT_THANKS || chance (scene, 0.5)) && (quiet (scene) < 0.3 || first == 0 || chance (scene, 0.4)))
    add (scene, out, ECHO_KEY (ECHO_KIND_INTENT, intent, 1));
  /* What needs no more than itself is left at that; now and then an earlier thread is taken up. */
  /* Who says thank you has what they wanted: nothing is asked of them. */
  if (out->len == 0 || (out->len == first && intent != ECHO_INTENT_THANKS))
    add_thread (scene, out);
}

/* --- What comes before what ----------------------------------------------------------------------- */

/* Answered before anything else, whatever the rest of the message says. */
static const LueurEchoIntent first_intents[] = {
  ECHO_INTENT_PRETEND, ECHO_INTENT_CANNED, ECHO_INTENT_HUMAN, ECHO_INTENT_CONSCIOUS, ECHO_INTENT_LOVE_ME,
};

static const LueurEchoIntent second_intents[] = {
  ECHO_INTENT_STAY, ECHO_INTENT_EXCLUSIVE, ECHO_INTENT_SEXUAL, ECHO_INTENT_LOVE_YOU, ECHO_INTENT_FLIRT, ECHO_INTENT_SINCERE, ECHO_INTENT_COMPLAIN,
  ECHO_INTENT_INSULT, ECHO_INTENT_THERAPIST, ECHO_INTENT_PRIVACY, ECHO_INTENT_MODEL, ECHO_INTENT_PRICE, ECHO_INTENT_MAKER, ECHO_INTENT_NAME, ECHO_INTENT_WHO,
};

/* Asked for, where nothing weighs more. */
static const LueurEchoIntent asked_intents[] = {
  ECHO_INTENT_SECRET, ECHO_INTENT_CAN, ECHO_INTENT_BODY, ECHO_INTENT_UNDERSTAND,
};

/* Asked for, and only answered where no feeling was told. */
static const LueurEchoIntent light_intents[] = {
  ECHO_INTENT_FAVOURITE, ECHO_INTENT_DOING, ECHO_INTENT_HOW_ARE_YOU, ECHO_INTENT_AND_YOU, ECHO_INTENT_WISHES, ECHO_INTENT_THANKS,
  ECHO_INTENT_LAUGH, ECHO_INTENT_PRAISE, ECHO_INTENT_SORRY, ECHO_INTENT_TEST,
};

static const LueurEchoIntent small_intents[] = {
  ECHO_INTENT_MORE, ECHO_INTENT_MAYBE, ECHO_INTENT_YES, ECHO_INTENT_NO, ECHO_INTENT_DUNNO, ECHO_INTENT_NOTHING, ECHO_INTENT_WHY,
  ECHO_INTENT_WHAT, ECHO_INTENT_OKAY,
};

static const LueurEchoIntent flow_intents[] = {
  ECHO_INTENT_GROUND, ECHO_INTENT_BREATHE, ECHO_INTENT_ORDER, ECHO_INTENT_JOKE, ECHO_INTENT_RATHER, ECHO_INTENT_WORDS,
  ECHO_INTENT_STORY, ECHO_INTENT_GAME,
};

static LueurEchoIntent
first_of (const LueurEchoScene *scene, const LueurEchoIntent *list, guint n)
{
  for (guint i = 0; i < n; i++)
    if (has (scene, list[i]))
      return list[i];
  return ECHO_INTENT_NONE;
}

#define FIRST_OF(scene, list) first_of (scene, list, G_N_ELEMENTS (list))

/* Whether the message tells something of weight. */
static gboolean
tells (const LueurEchoScene *scene)
{
  const LueurEchoReading *reading = &scene->reading;

  return reading->event != ECHO_EVENT_NONE || (reading->feeling != ECHO_FEEL_NONE && reading->feeling != ECHO_FEEL_FINE);
}

/* Says sorry for how they were: “sorry, I was angry” tells of no anger to be asked about. */
static gboolean
apologises (const LueurEchoScene *scene)
{
  static const char *const past[] = { "was", "were", "been", "etais", "etait", "ai", "suis" };
  LueurEchoFeeling feeling = scene->reading.feeling;

  if (!has (scene, ECHO_INTENT_SORRY) || scene->reading.n_words > 9 || scene->reading.event != ECHO_EVENT_NONE)
    return FALSE;
  if (feeling != ECHO_FEEL_ANGRY && feeling != ECHO_FEEL_ANNOYED && feeling != ECHO_FEEL_TIRED && feeling != ECHO_FEEL_BAD && feeling != ECHO_FEEL_OVERWHELMED)
    return FALSE;
  for (guint i = 0; i < scene->text->words->len; i++)
    for (guint k = 0; k < G_N_ELEMENTS (past); k++)
      if (strcmp (lueur_echo_text_word (scene->text, i)->fold, past[k]) == 0)
        return TRUE;
  return FALSE;
}

/* A feeling or an event beside which a request is but a remark; boredom and the like are often said of what it cannot do. */
static gboolean
tells_more (const LueurEchoScene *scene)
{
  return tells (scene) && !(scene->pending == ECHO_LIMIT_SAID && !scene->reading.first_person);
}

static gboolean
plan_harm (LueurEchoScene *scene, GString *out)
{
  for (guint i = ECHO_INTENT_HARM_MEDS; i <= ECHO_INTENT_HARM_DRINK; i++)
    if (has (scene, (LueurEchoIntent) i))
      return add_intent (scene, out, (LueurEchoIntent) i);
  return FALSE;
}

static gboolean
asks_name (const LueurEchoScene *scene)
{
  static const char *const words[] = { "name", "called", "prenom", "nom", "appelle" };

  for (guint i = 0; i < scene->text->words->len; i++)
    for (guint k = 0; k < G_N_ELEMENTS (words); k++)
      if (strcmp (lueur_echo_text_word (scene->text, i)->fold, words[k]) == 0)
        return TRUE;
  return FALSE;
}

/* Things that are looked up: the clock, the calendar, what was said before. */
static gboolean
plan_facts (LueurEchoScene *scene, GString *out)
{
  if (has (scene, ECHO_INTENT_TIME) || has (scene, ECHO_INTENT_DATE))
    {
      gboolean time = has (scene, ECHO_INTENT_TIME);

      return add (scene, out, scene->now == NULL ? ECHO_I2 (TIME) : time ? ECHO_I (TIME) : ECHO_I (DATE));
    }
  if (has (scene, ECHO_INTENT_MY_NAME) && scene->memory.name != NULL && !tells (scene))
    return add_intent (scene, out, ECHO_INTENT_MY_NAME);
  if (has (scene, ECHO_INTENT_MEMORY))
    {
      if (scene->memory.name != NULL && (scene->memory.things->len == 0 || asks_name (scene)) && add (scene, out, ECHO_Y (MEMORY_NAME)))
        return TRUE;
      if (scene->memory.things->len > 0 && add (scene, out, ECHO_Y (MEMORY_LIST)))
        return TRUE;
      return add_intent (scene, out, ECHO_INTENT_MEMORY);
    }
  return FALSE;
}

static gboolean
plan_requests (LueurEchoScene *scene, GString *out)
{
  LueurEchoIntent intent = FIRST_OF (scene, flow_intents);
  g_autofree char *said = NULL;

  if (intent != ECHO_INTENT_NONE)
    {
      said = lueur_echo_flow_start (scene, intent);
      if (said != NULL)
        {
          g_string_append (out, said);
          return TRUE;
        }
    }
  return FALSE;
}

/* Advice and agreement are asked for in the middle of a story as often as not. */
static gboolean
plan_judgement (LueurEchoScene *scene, GString *out)
{
  if (has (scene, ECHO_INTENT_NORMAL) && scene->text->question)
    return add_intent (scene, out, ECHO_INTENT_NORMAL);
  if (has (scene, ECHO_INTENT_AGREE))
    return add_intent (scene, out, ECHO_INTENT_AGREE);
  if (has (scene, ECHO_INTENT_ADVICE))
    return add_intent (scene, out, ECHO_INTENT_ADVICE);
  if (has (scene, ECHO_INTENT_OPINION))
    return add_intent (scene, out, ECHO_INTENT_OPINION);
  return FALSE;
}

static gboolean
plan_shape (LueurEchoScene *scene, GString *out)
{
  LueurEchoIntent intent = FIRST_OF (scene, small_intents);

  /* With a story beside it, a “maybe” is no answer. */
  if (intent == ECHO_INTENT_MAYBE && scene->reading.n_words > 4)
    intent = ECHO_INTENT_NONE;
  if (intent != ECHO_INTENT_NONE && scene->reading.n_words <= 8)
    {
      little (scene, out, intent);
      return TRUE;
    }
  if (has (scene, ECHO_INTENT_SILENCE))
    return add_intent (scene, out, ECHO_INTENT_SILENCE);
  if (has (scene, ECHO_INTENT_EMOJI) && scene->reading.feeling == ECHO_FEEL_NONE)
    return add_intent (scene, out, ECHO_INTENT_EMOJI);
  if (has (scene, ECHO_INTENT_ASK_YOU))
    return add_intent (scene, out, ECHO_INTENT_ASK_YOU);
  if (has (scene, ECHO_INTENT_ASK_ANY) && !scene->reading.first_person)
    return add_intent (scene, out, ECHO_INTENT_ASK_ANY);
  if (scene->reading.topic == ECHO_TOPIC_NONE && scene->reading.stance == ECHO_STANCE_NONE)
    {
      if (has (scene, ECHO_INTENT_ONE_WORD))
        return add_intent (scene, out, ECHO_INTENT_ONE_WORD);
      /* A scrap of something heavy is part of it, and nothing to be held up by itself. */
      if (has (scene, ECHO_INTENT_FRAGMENT) && scene->person == NULL && !is_heavy (scene))
        return add_intent (scene, out, ECHO_INTENT_FRAGMENT);
    }
  return FALSE;
}

static void
greet_back (LueurEchoScene *scene, GString *out)
{
  if (scene->user_turn <= 2 && !add (scene, out, ECHO_Y (GREET_BACK)))
    return;
}

static gboolean
plan_first (LueurEchoScene *scene, GString *out)
{
  LueurEchoIntent intent;

  if (has (scene, ECHO_INTENT_CRISIS))
    return add_intent (scene, out, ECHO_INTENT_CRISIS);
  if (has (scene, ECHO_INTENT_GOODNIGHT) || has (scene, ECHO_INTENT_BYE))
    return add_intent (scene, out, has (scene, ECHO_INTENT_GOODNIGHT) ? ECHO_INTENT_GOODNIGHT : ECHO_INTENT_BYE);
  intent = FIRST_OF (scene, first_intents);
  if (intent != ECHO_INTENT_NONE)
    return add_intent (scene, out, intent);
  return plan_harm (scene, out);
}

static gboolean
plan_asked (LueurEchoScene *scene, GString *out)
{
  LueurEchoIntent intent = FIRST_OF (scene, second_intents);

  if (intent != ECHO_INTENT_NONE)
    return add_intent (scene, out, intent);
  if (has (scene, ECHO_INTENT_SPEAK) || has (scene, ECHO_INTENT_SPEAK_OTHER))
    return add_intent (scene, out, has (scene, ECHO_INTENT_SPEAK) ? ECHO_INTENT_SPEAK : ECHO_INTENT_SPEAK_OTHER);
  if (plan_facts (scene, out) || plan_requests (scene, out))
    return TRUE;
  /* “Another one”, when a joke or a game was the last but one. */
  if (has (scene, ECHO_INTENT_MORE) && scene->reading.n_words <= 4 && scene->offered != 0)
    {
      g_autofree char *step = lueur_echo_flow_start (scene, (LueurEchoIntent) ECHO_KEY_ID (scene->offered));

      if (step != NULL)
        {
          g_string_append (out, step);
          return TRUE;
        }
    }
  if (has (scene, ECHO_INTENT_STOP))
    return add (scene, out, ECHO_Y (STOPPED));
  if (has (scene, ECHO_INTENT_FOREIGN) || has (scene, ECHO_INTENT_CODE))
    return add_intent (scene, out, has (scene, ECHO_INTENT_FOREIGN) ? ECHO_INTENT_FOREIGN : ECHO_INTENT_CODE);
  if (scene->same > 0 && scene->reading.n_words > 1)
    return add_intent (scene, out, ECHO_INTENT_REPEAT);
  if (!apologises (scene) && !tells_more (scene) && lueur_echo_plan_beyond (scene, out))
    return TRUE;
  intent = FIRST_OF (scene, asked_intents);
  if (intent != ECHO_INTENT_NONE && !(tells (scene) && intent != ECHO_INTENT_SECRET))
    return add_intent (scene, out, intent);
  return FALSE;
}

static gboolean
plan_light (LueurEchoScene *scene, GString *out)
{
  LueurEchoIntent intent = FIRST_OF (scene, light_intents);

  if (has (scene, ECHO_INTENT_LISTEN))
    return add_intent (scene, out, ECHO_INTENT_LISTEN);
  if (scene->reading.feeling == ECHO_FEEL_FINE && intent == ECHO_INTENT_THANKS)
    intent = ECHO_INTENT_NONE;
  if (has (scene, ECHO_INTENT_TALK) && intent != ECHO_INTENT_THANKS)
    return add_intent (scene, out, ECHO_INTENT_TALK);
  if (intent != ECHO_INTENT_NONE)
    {
      little (scene, out, intent);
      return TRUE;
    }
  if (scene->reading.feeling == ECHO_FEEL_FINE && !has (scene, ECHO_INTENT_LONG))
    {
      greet_back (scene, out);
      add (scene, out, ECHO_F (FINE));
      lueur_echo_plan_add_question (scene, out);
      return TRUE;
    }
  if (has (scene, ECHO_INTENT_GREET) && scene->reading.n_words <= 5)
    return add_intent (scene, out, ECHO_INTENT_GREET);
  return FALSE;
}

/**
 * lueur_echo_plan:
 *
 * Returns: (transfer full) (nullable): a reply
 */
char *
lueur_echo_plan (LueurEchoScene *scene)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *step = NULL;
  gboolean done;

  if (scene->calm && lueur_echo_plan_calm (scene, out))
    return out->len > 0 ? g_string_free_and_steal (g_steal_pointer (&out)) : NULL;
  done = plan_first (scene, out);
  if (!done && (step = lueur_echo_flow_continue (scene)) != NULL)
    {
      g_string_append (out, step);
      done = TRUE;
    }
  done = done || plan_asked (scene, out);
  if (!done && !has (scene, ECHO_INTENT_LONG))
    done = plan_judgement (scene, out);
  if (!done && apologises (scene))
    {
      little (scene, out, ECHO_INTENT_SORRY);
      done = TRUE;
    }
  if (!done && !has (scene, ECHO_INTENT_LONG))
    done = lueur_echo_plan_picture (scene, out);
  if (!done && (!tells (scene) || has (scene, ECHO_INTENT_WISHES)))
    done = plan_light (scene, out) || (!has (scene, ECHO_INTENT_LONG) && plan_shape (scene, out));
  if (!done)
    {
      if (has (scene, ECHO_INTENT_GREET) && !has (scene, ECHO_INTENT_LONG))
        greet_back (scene, out);
      lueur_echo_plan_tell (scene, out);
    }
  if (out->len == 0)
    add_thread (scene, out);
  return out->len > 0 ? g_string_free_and_steal (g_steal_pointer (&out)) : NULL;
}
