/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From feeling, state and words to one pose. */

#include "ui/avatar/actor.h"

#include <math.h>
#include <string.h>

/* An expression holds, then fades to the resting mood by halves. */
#define HOLD_SECONDS 7.0
#define HALF_LIFE 5.0
/* It fades in steps that the springs smooth: nothing has to be drawn in between. */
#define FADE_STEP 1.5
/* Below this share an expression counts as gone. */
/* At how many angles to either side a body leans and a head rolls: pictures are drawn for an angle, and few angles come
 * back often. One from the next is half a degree of the head. */
#define N_ANGLES 16
#define GONE 0.04f
#define SHOWN 0.22f

static const LueurPose *
own_expression (LueurExpression expression, gpointer data)
{
  return lueur_expression_get_pose (expression);
}

void
lueur_actor_init (LueurActor *actor, guint32 seed)
{
  LueurPose rest = { 0 };

  memset (actor, 0, sizeof *actor);
  actor->get_expression = own_expression;
  actor->label = actor->second = LUEUR_EMOTION_NEUTRAL;
  actor->liveliness = 0.6;
  actor->loudness = -1;
  actor->breath = -1;
  actor->felt_at = -1000;
  lueur_speech_init (&actor->speech);
  lueur_life_init (&actor->life, seed);
  lueur_springs_init (&actor->springs, &rest);
}

/**
 * lueur_actor_set_feeling:
 * @actor: an actor
 * @feeling: what is felt from @now on
 * @now: seconds
 */
void
lueur_actor_set_feeling (LueurActor *actor, const LueurFeeling *feeling, double now)
{
  actor->label = (guint) feeling->label < LUEUR_N_EMOTIONS ? feeling->label : LUEUR_EMOTION_NEUTRAL;
  actor->second = (guint) feeling->second < LUEUR_N_EMOTIONS ? feeling->second : actor->label;
  actor->blend = isfinite (feeling->blend) ? CLAMP (feeling->blend, 0, 0.5f) : 0;
  actor->intensity = isfinite (feeling->intensity) ? CLAMP (feeling->intensity, 0, 1) : 0;
  actor->arousal = isfinite (feeling->arousal) ? CLAMP (feeling->arousal, -1, 1) : 0;
  actor->felt_at = now;
}

void
lueur_actor_set_state (LueurActor *actor, LueurAvatarState state, double now)
{
  actor->state = (guint) state < LUEUR_N_STATES ? state : LUEUR_AVATAR_RESTING;
  if (actor->state != LUEUR_AVATAR_SPEAKING && actor->state != LUEUR_AVATAR_RESTING)
    lueur_speech_init (&actor->speech);
}

/* How much of the expression is left at @now. */
static float
strength_at (const LueurActor *actor, double now)
{
  double since = now - actor->felt_at - HOLD_SECONDS;
  float fade = 1;

  if (since > 0)
    fade = (float) exp2 (-(floor (since / FADE_STEP) + 1) * FADE_STEP / HALF_LIFE);
  /* A mild feeling still has to be seen. */
  fade *= actor->intensity * (1.55f - 0.55f * actor->intensity);
  return fade < GONE ? 0 : fade;
}

static void
mix_into (LueurPose *pose, const LueurPose *other, float share, guint from, guint to)
{
  for (guint i = from; i <= to; i++)
    pose->v[i] += (other->v[i] - pose->v[i]) * share;
}

static void
add_state (const LueurActor *actor, float strength, LueurPose *pose)
{
  const LueurPose *state = actor->get_expression (LUEUR_EXPRESSION_OF_STATE (actor->state), actor->data);
  float share = 1 - 0.55f * strength;

  switch (actor->state)
    {
    case LUEUR_AVATAR_THINKING:
      /* Eyes, brows and head think; the mouth keeps some of what is felt. */
      lueur_pose_mix (pose, pose, state, 0.85f * share);
      break;
    case LUEUR_AVATAR_AWAY:
      lueur_pose_mix (pose, pose, state, 0.9f);
      break;
    case LUEUR_AVATAR_SPEAKING:
      for (guint i = 0; i < LUEUR_N_PARAMS; i++)
        if (i < LUEUR_PARAM_MOUTH_OPEN || i > LUEUR_PARAM_MOUTH_ASYM)
          pose->v[i] += state->v[i] * 0.6f * share;
      break;
    case LUEUR_AVATAR_ATTENTIVE:
      for (guint i = 0; i < LUEUR_N_PARAMS; i++)
        if (i != LUEUR_PARAM_GAZE_X && i != LUEUR_PARAM_GAZE_Y)
          pose->v[i] += state->v[i] * share;
      mix_into (pose, state, share, LUEUR_PARAM_GAZE_X, LUEUR_PARAM_GAZE_Y);
      break;
    case LUEUR_AVATAR_RESTING:
      for (guint i = 0; i < LUEUR_N_PARAMS; i++)
        pose->v[i] += state->v[i] * 0.5f * (1 - strength);
      break;
    }
}

static float
on_an_angle (float value)
{
  return roundf (value * N_ANGLES) / N_ANGLES;
}

void
lueur_actor_get_aim (const LueurActor *actor, double now, LueurPose *pose)
{
  float strength = strength_at (actor, now), attention;
  LueurPose felt;

  lueur_pose_mix (&felt, actor->get_expression (actor->label, actor->data),
                  actor->get_expression (actor->second, actor->data), actor->second != actor->label ? actor->blend : 0);
  lueur_pose_mix (pose, lueur_resting_mood_get_pose (actor->mood), &felt, strength);
  add_state (actor, strength, pose);

  /* What it looks at: an expression that looks away keeps most of its own gaze. */
  attention = actor->state == LUEUR_AVATAR_THINKING || actor->state == LUEUR_AVATAR_AWAY ? 0.15f : 1 - 0.75f * strength;
  if (actor->look[0] != 0 || actor->look[1] != 0)
    {
      LueurPose look = { 0 };

      look.v[LUEUR_PARAM_GAZE_X] = actor->look[0] * 0.85f;
      look.v[LUEUR_PARAM_GAZE_Y] = actor->look[1] * 0.8f;
      mix_into (pose, &look, attention, LUEUR_PARAM_GAZE_X, LUEUR_PARAM_GAZE_Y);
      pose->v[LUEUR_PARAM_HEAD_X] += actor->look[0] * 0.28f * attention;
      pose->v[LUEUR_PARAM_HEAD_Y] += actor->look[1] * 0.22f * attention;
    }
  pose->v[LUEUR_PARAM_BODY_LEAN] = on_an_angle (pose->v[LUEUR_PARAM_BODY_LEAN]);
  pose->v[LUEUR_PARAM_HEAD_ROLL] = on_an_angle (pose->v[LUEUR_PARAM_HEAD_ROLL]);
  lueur_pose_clamp (pose);
}

/**
 * lueur_actor_advance:
 * @actor: an actor
 * @now: seconds; a gap of any length is made up for at once
 * @pose: (out): how the face looks now
 *
 * Returns: how soon to call again
 */
LueurActivity
lueur_actor_advance (LueurActor *actor, double now, LueurPose *pose)
{
  double passed = actor->begun ? MAX (now - actor->now, 0) : 0;
  float strength = strength_at (actor, now);
  LueurPose target;
  LueurSpringsState springs;
  gboolean speaking, blinking;
  double calm;

  actor->begun = TRUE;
  actor->now = now;
  lueur_actor_get_aim (actor, now, &target);

  speaking = lueur_speech_advance (&actor->speech, passed);
  if (actor->loudness >= 0)
    lueur_loudness_apply (actor->loudness, &target);
  else if (speaking)
    lueur_viseme_apply (lueur_speech_get (&actor->speech), &target);

  calm = (1 - 0.6 * strength) * (actor->state == LUEUR_AVATAR_AWAY ? 0.2 : 1);
  lueur_life_plan (&actor->life, now, actor->liveliness, actor->arousal * strength, calm, &target);
  lueur_pose_clamp (&target);
  /* Breath has a course of its own. */
  target.v[LUEUR_PARAM_BREATH] = 0;
  actor->lean = target.v[LUEUR_PARAM_BODY_LEAN];
  actor->roll = target.v[LUEUR_PARAM_HEAD_ROLL];
  springs = lueur_springs_advance (&actor->springs, &target, passed);
  *pose = actor->springs.at;
  blinking = lueur_life_finish (&actor->life, now, actor->liveliness, pose);
  if (actor->breath >= 0)
    {
      /* A breath that is to be followed is deeper than one at rest: the head rises with it. */
      pose->v[LUEUR_PARAM_BREATH] = (float) actor->breath;
      pose->v[LUEUR_PARAM_HEAD_Y] -= 0.22f * (float) actor->breath;
    }
  lueur_pose_clamp (pose);

  if (springs == LUEUR_SPRINGS_MOVE || blinking || speaking || actor->loudness >= 0)
    return LUEUR_ACTIVITY_MOVING;
  return springs == LUEUR_SPRINGS_CREEP || actor->liveliness > 0 || strength > 0 ? LUEUR_ACTIVITY_BREATHING : LUEUR_ACTIVITY_STILL;
}

void
lueur_actor_jump (LueurActor *actor, double now, LueurPose *pose)
{
  lueur_actor_get_aim (actor, now, pose);
  lueur_springs_init (&actor->springs, pose);
  actor->lean = pose->v[LUEUR_PARAM_BODY_LEAN];
  actor->roll = pose->v[LUEUR_PARAM_HEAD_ROLL];
  actor->now = now;
  actor->begun = TRUE;
}

LueurEmotion
lueur_actor_get_shown (const LueurActor *actor, double now)
{
  return strength_at (actor, now) >= SHOWN ? actor->label : LUEUR_EMOTION_NEUTRAL;
}

LueurExpression
lueur_actor_get_expression (const LueurActor *actor, double now)
{
  LueurEmotion shown = lueur_actor_get_shown (actor, now);

  if (shown != LUEUR_EMOTION_NEUTRAL)
    return shown;
  return actor->state == LUEUR_AVATAR_RESTING ? LUEUR_EMOTION_NEUTRAL : LUEUR_EXPRESSION_OF_STATE (actor->state);
}

gboolean
lueur_actor_is_settled (const LueurActor *actor, double now)
{
  return strength_at (actor, now) == 0;
}
