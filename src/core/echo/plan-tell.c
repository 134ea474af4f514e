/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody says how it is: what is said to that, and what is asked. */

#include "core/echo/plan-private.h"

typedef struct
{
  guint key;
  double weight;
} Choice;

/* A question about what was told, or an open hand instead. */
void
lueur_echo_plan_add_question (LueurEchoScene *scene, GString *out)
{
  const LueurEchoReading *reading = &scene->reading;
  Choice choices[10];
  guint n = 0;
  double open = 0.1 + (scene->asked >= 2 ? 0.35 : 0) + MAX (quiet (scene), 0) * 0.35 + (scene->wants_ear ? 0.4 : 0) +
                (is_heavy (scene) ? 0.25 : 0);

  if (asks (out))
    return;
  if (chance (scene, open))
    {
      /* An open hand alone would say that nothing was heard. */
      if (out->len == 0 && !(scene->clause != NULL && reading->n_words >= 6 && add (scene, out, ECHO_Y (MIRROR))))
        add (scene, out, reading->valence < 0   ? ECHO_Y (NOTED_BAD)
                         : reading->valence > 0 ? ECHO_Y (NOTED_GOOD)
                         : is_heavy (scene)     ? ECHO_Y (HEAVY)
                                                : ECHO_Y (NOTED));
      if (add (scene, out, ECHO_Y (OPEN)))
        return;
    }

  if (reading->event != ECHO_EVENT_NONE)
    choices[n++] = (Choice){ ECHO_KEY (ECHO_KIND_EVENT, reading->event, 1), 6 };
  if (reading->feeling != ECHO_FEEL_NONE && !reading->others)
    choices[n++] = (Choice){ ECHO_KEY (ECHO_KIND_FEELING, reading->feeling, 1), reading->event != ECHO_EVENT_NONE ? 2 : 5 };
  if (reading->stance != ECHO_STANCE_NONE)
    choices[n++] = (Choice){ ECHO_KEY (ECHO_KIND_STANCE, reading->stance, 0), reading->event != ECHO_EVENT_NONE ? 1 : 4 };
  if (reading->topic != ECHO_TOPIC_NONE)
    choices[n++] = (Choice){ ECHO_KEY (ECHO_KIND_TOPIC, reading->topic, 0), reading->event != ECHO_EVENT_NONE ? 0.3 : reading->valence < 0 || is_heavy (scene) ? 1 : 4 };
  if (scene->person != NULL)
    choices[n++] = (Choice){ ECHO_Y (PERSON), 2 };
  /* What a head would change is no question. */
  if (scene->thing != NULL && reading->event == ECHO_EVENT_NONE && scene->thing->topic != ECHO_TOPIC_BODY)
    choices[n++] = (Choice){ scene->thing->who ? ECHO_Y (ABOUT_WHO) : ECHO_Y (ABOUT), 2 };
  if (scene->earlier != NULL && scene->earlier->turn + 3 <= scene->user_turn && reading->valence < 0 && !reading->others)
    choices[n++] = (Choice){ ECHO_Y (LINK), 0.8 };
  /* The questions that fit any story need one to fit. */
  choices[n] = (Choice){ (reading->valence < 0 || is_heavy (scene)) && chance (scene, 0.6) ? ECHO_Y (LISTEN_HARD) : ECHO_Y (LISTEN), n == 0 ? 1 : is_heavy (scene) ? 1.5 : reading->n_words < 8 ? 0.1 : 0.6 };
  n++;

  while (n > 0)
    {
      double total = 0, at;
      guint i;

      for (i = 0; i < n; i++)
        total += choices[i].weight;
      at = total * lueur_echo_voice_random (&scene->voice, 10000) / 10000;
      for (i = 0; i + 1 < n && at >= choices[i].weight; i++)
        at -= choices[i].weight;
      if (add (scene, out, choices[i].key))
        return;
      choices[i] = choices[--n];
    }
  add (scene, out, ECHO_Y (OPEN));
}

/* What is regretted or missed weighs more than the feeling that is named beside it. */
static void
weigh (LueurEchoReading *reading)
{
  if (reading->stance == ECHO_STANCE_REGRET && reading->feeling != ECHO_FEEL_SAD && reading->feeling != ECHO_FEEL_GUILTY)
    reading->feeling = ECHO_FEEL_NONE;
}

/* Somebody who cries at good news cries for joy. */
static void
weigh_tears (LueurEchoScene *scene)
{
  LueurEchoReading *reading = &scene->reading;

  if (!reading->others || reading->feeling != ECHO_FEEL_SAD || reading->event != ECHO_EVENT_NONE || scene->before == ECHO_FEEL_NONE ||
      !ECHO_FEEL_IS_GOOD (scene->before))
    return;
  reading->feeling = ECHO_FEEL_NONE;
  reading->valence = 1;
}

static gboolean
turned_to_the_better (const LueurEchoScene *scene)
{
  return scene->before != ECHO_FEEL_NONE && !ECHO_FEEL_IS_GOOD (scene->before) && ECHO_FEEL_IS_GOOD (scene->reading.feeling);
}

/* Takes note of what was told: what happened, what is felt, or their own words. */
static void
add_note (LueurEchoScene *scene, GString *out)
{
  const LueurEchoReading *reading = &scene->reading;
  gboolean mirrored = FALSE;
  double mirror = reading->event != ECHO_EVENT_NONE ? 0.15 : reading->feeling != ECHO_FEEL_NONE ? 0.3 : 0.45;

  if (scene->clause != NULL && reading->n_words >= 6 && chance (scene, mirror))
    mirrored = add (scene, out, ECHO_Y (MIRROR));
  if (mirrored && (quiet (scene) > 0.3 || chance (scene, 0.5)))
    return;

  if (turned_to_the_better (scene) && chance (scene, 0.7) && add (scene, out, ECHO_Y (SHIFT)))
    return;
  if (reading->event != ECHO_EVENT_NONE && add_statement (scene, out, ECHO_KEY (ECHO_KIND_EVENT, reading->event, 0)))
    return;
  if (reading->others && add (scene, out, reading->valence > 0 ? ECHO_Y (NOTED_GOOD) : ECHO_Y (OTHERS)))
    return;
  if (reading->feeling != ECHO_FEEL_NONE && !reading->others &&
      add_statement (scene, out, ECHO_KEY (ECHO_KIND_FEELING, reading->feeling, 0)))
    return;
  if (mirrored)
    return;
  if (reading->valence < 0 && chance (scene, 0.8))
    add (scene, out, ECHO_Y (NOTED_BAD));
  else if (reading->valence > 0 && chance (scene, 0.8))
    add (scene, out, ECHO_Y (NOTED_GOOD));
  else if (is_heavy (scene) && chance (scene, 0.8))
    add (scene, out, ECHO_Y (HEAVY));
  else if (chance (scene, 0.35 - 0.3 * quiet (scene)))
    add (scene, out, ECHO_Y (NOTED));
}

/* Once a conversation, and only where somebody says that they are alone. */
static gboolean
add_people (LueurEchoScene *scene, GString *out)
{
  if (scene->reading.feeling != ECHO_FEEL_LONELY || scene->reading.others || scene->reached_out ||
      (scene->before != ECHO_FEEL_LONELY && scene->before != ECHO_FEEL_SAD && scene->before != ECHO_FEEL_EMPTY))
    return FALSE;
  return add (scene, out, ECHO_Y (REACH_MINE)) || add (scene, out, ECHO_Y (REACH_OUT));
}

void
lueur_echo_plan_tell (LueurEchoScene *scene, GString *out)
{
  if (has (scene, ECHO_INTENT_LONG))
    {
      if (!(scene->other != NULL && chance (scene, 0.7) && add (scene, out, ECHO_Y (LONG_NP))))
        add (scene, out, ECHO_I (LONG));
      if (!asks (out))
        add (scene, out, ECHO_I2 (LONG));
      return;
    }
  weigh (&scene->reading);
  weigh_tears (scene);
  add_note (scene, out);
  if (add_people (scene, out))
    return;
  lueur_echo_plan_add_question (scene, out);
}
