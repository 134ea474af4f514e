/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a face does over time: moods, glances, thoughts, words, sounds. Numbers only, no display. */

#include <math.h>
#include <string.h>

#include "ui/avatar/actor.h"

#define FPS 60.0

static void
feel (LueurActor *actor, LueurEmotion label, LueurEmotion second, float blend, float intensity, double now)
{
  LueurFeeling feeling;

  lueur_feeling_init (&feeling);
  feeling.label = label;
  feeling.second = second;
  feeling.blend = blend;
  feeling.intensity = intensity;
  lueur_actor_set_feeling (actor, &feeling, now);
}

static float
length_of (const LueurPose *pose)
{
  float sum = 0;

  for (guint i = 0; i < LUEUR_N_PARAMS; i++)
    sum += pose->v[i] * pose->v[i];
  return sqrtf (sum);
}

/* --- Intensity and blends ---------------------------------------------------------------------------- */

/* How far an aim may be from what was asked for: a lean and a roll go to the nearest of 33 angles. */
static float
slack_of (LueurParam param)
{
  return param == LUEUR_PARAM_BODY_LEAN || param == LUEUR_PARAM_HEAD_ROLL ? 1 / 32.0f + 1e-4f : 1e-4f;
}

/* More of a feeling is more of its whole face, in the same proportions; all of it is the rig's own point. */
static void
test_intensity_of_all (void)
{
  for (LueurEmotion label = 0; label < LUEUR_N_EMOTIONS; label++)
    {
      const LueurPose *whole = lueur_expression_get_pose (label);
      LueurActor actor;
      LueurPose pose;
      float last = -1;

      lueur_actor_init (&actor, 1);
      for (float intensity = 0; intensity <= 1; intensity += 0.25f)
        {
          float along = 0, share;

          feel (&actor, label, label, 0, intensity, 5);
          /* Speech and states would add to it. */
          actor.state = LUEUR_AVATAR_RESTING;
          lueur_actor_get_aim (&actor, 5, &pose);
          for (guint i = 0; i < LUEUR_N_PARAMS; i++)
            along += pose.v[i] * whole->v[i];
          share = label == LUEUR_EMOTION_NEUTRAL ? intensity : along / (length_of (whole) * length_of (whole));
          g_assert_cmpfloat (share, >, last);
          last = share;
        }
      for (guint i = 0; i < LUEUR_N_PARAMS; i++)
        g_assert_cmpfloat_with_epsilon (pose.v[i], whole->v[i], slack_of (i));
    }
}

/* Heads and bodies are held at one of few angles, so that pictures drawn for one serve again. */
static void
test_few_angles (void)
{
  g_autoptr (GHashTable) angles = g_hash_table_new (NULL, NULL);
  LueurActor actor;

  lueur_actor_init (&actor, 1);
  for (LueurEmotion label = 0; label < LUEUR_N_EMOTIONS; label++)
    for (float intensity = 0; intensity <= 1; intensity += 0.01f)
      {
        LueurPose pose;

        feel (&actor, label, label, 0, intensity, 5);
        lueur_actor_get_aim (&actor, 5, &pose);
        g_hash_table_add (angles, GINT_TO_POINTER (1000 + (int) lroundf (pose.v[LUEUR_PARAM_HEAD_ROLL] * 1000)));
      }
  g_assert_cmpuint (g_hash_table_size (angles), >, 8);
  g_assert_cmpuint (g_hash_table_size (angles), <=, 33);
}

/* Any two blend: at every share, each parameter lies between the two. */
static void
test_blend_of_any_two (void)
{
  LueurActor actor;

  lueur_actor_init (&actor, 1);
  for (LueurEmotion a = 0; a < LUEUR_N_EMOTIONS; a++)
    for (LueurEmotion b = 0; b < LUEUR_N_EMOTIONS; b++)
      for (float blend = 0; blend <= 0.5f; blend += 0.25f)
        {
          const LueurPose *one = lueur_expression_get_pose (a), *other = lueur_expression_get_pose (b);
          LueurPose pose;

          feel (&actor, a, b, blend, 1, 5);
          lueur_actor_get_aim (&actor, 5, &pose);
          for (guint i = 0; i < LUEUR_N_PARAMS; i++)
            g_assert_cmpfloat_with_epsilon (pose.v[i], one->v[i] + (other->v[i] - one->v[i]) * (a == b ? 0 : blend), slack_of (i));
        }
}

/* Each companion rests in its own way, and no two ways are alike. */
static void
test_resting_moods (void)
{
  LueurPose poses[LUEUR_N_RESTING_MOODS];

  for (guint m = 0; m < LUEUR_N_RESTING_MOODS; m++)
    {
      LueurActor actor;

      g_assert_cmpuint (lueur_resting_mood_from_name (lueur_resting_mood_get_name (m)), ==, m);
      lueur_actor_init (&actor, 1);
      actor.mood = m;
      actor.liveliness = 0;
      feel (&actor, LUEUR_EMOTION_ANGER, LUEUR_EMOTION_ANGER, 0, 1, 1);
      for (guint i = 0; i < 60 * 60; i++)
        lueur_actor_advance (&actor, 1 + i / FPS, &poses[m]);
      for (guint k = 0; k < m; k++)
        g_assert_cmpfloat (lueur_pose_distance (&poses[m], &poses[k]), >, 0.1);
    }
  g_assert_cmpuint (lueur_resting_mood_from_name ("no such mood"), ==, LUEUR_RESTING_PLAIN);
  g_assert_cmpuint (lueur_resting_mood_from_name (NULL), ==, LUEUR_RESTING_PLAIN);
}

/* --- Eyes -------------------------------------------------------------------------------------------- */

/* Whatever expression closes the eyes keeps them closed, however lively the companion and however long it lasts. */
static void
test_blinks_spare_all_closed_eyes (void)
{
  guint n = 0;

  for (LueurEmotion label = 0; label < LUEUR_N_EMOTIONS; label++)
    {
      float shut = lueur_expression_get_pose (label)->v[LUEUR_PARAM_EYE_OPEN_L];
      LueurActor actor;

      if (shut > -0.9f)
        continue;
      n++;
      lueur_actor_init (&actor, 77 + label);
      actor.liveliness = 1;
      for (guint i = 0; i < 60 * 40; i++)
        {
          LueurPose pose;

          if (i % 120 == 0)
            feel (&actor, label, label, 0, 1, 10 + i / FPS);
          lueur_actor_advance (&actor, 10 + i / FPS, &pose);
          if (i > 90)
            {
              g_assert_cmpfloat (pose.v[LUEUR_PARAM_EYE_OPEN_L], <, -0.85);
              g_assert_cmpfloat (pose.v[LUEUR_PARAM_EYE_OPEN_R], <, -0.85);
            }
        }
    }
  g_assert_cmpuint (n, >=, 3);
}

/* Eyes jump, rest, and jump again: small shifts, now and then, never a drift. */
static void
test_saccades (void)
{
  LueurActor actor;
  LueurPose pose, before = { 0 };
  guint jumps = 0, still = 0, n = 60 * 300;
  float furthest = 0;
  gboolean jumping = FALSE;

  lueur_actor_init (&actor, 21);
  actor.liveliness = 1;
  for (guint i = 0; i < n; i++)
    {
      float by;

      lueur_actor_advance (&actor, 10 + i / FPS, &pose);
      by = hypotf (pose.v[LUEUR_PARAM_GAZE_X] - before.v[LUEUR_PARAM_GAZE_X], pose.v[LUEUR_PARAM_GAZE_Y] - before.v[LUEUR_PARAM_GAZE_Y]);
      if (by > 0.006f && !jumping)
        jumps++;
      jumping = by > 0.003f;
      still += by < 0.001f;
      furthest = MAX (furthest, fabsf (pose.v[LUEUR_PARAM_GAZE_X]));
      before = pose;
    }
  g_test_message ("%u jumps in five minutes, furthest %.2f, still for %.0f %%", jumps, furthest, 100.0 * still / n);
  g_assert_cmpuint (jumps, >, 30);
  g_assert_cmpuint (jumps, <, 400);
  g_assert_cmpfloat (furthest, <, 0.75);
  g_assert_cmpuint (still, >, n * 6 / 10);
}

static void
settle (LueurActor *actor, double from, double seconds, LueurPose *pose)
{
  for (guint i = 0; i <= seconds * FPS; i++)
    lueur_actor_advance (actor, from + i / FPS, pose);
}

/* It looks where the person writes, head and all; and less so while a strong feeling looks elsewhere. */
static void
test_attention (void)
{
  const float places[][2] = { { 0.8f, 1 }, { -0.6f, 0.9f }, { 0, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      LueurActor actor;
      LueurPose pose;
      float calm;

      lueur_actor_init (&actor, 3);
      actor.liveliness = 0;
      lueur_actor_set_state (&actor, LUEUR_AVATAR_ATTENTIVE, 1);
      actor.look[0] = places[i][0];
      actor.look[1] = places[i][1];
      settle (&actor, 1, 2, &pose);
      g_assert_cmpfloat_with_epsilon (pose.v[LUEUR_PARAM_GAZE_X], places[i][0] * 0.85, 0.1);
      g_assert_cmpfloat (pose.v[LUEUR_PARAM_GAZE_Y], >, 0.5);
      if (places[i][0] != 0)
        g_assert_cmpfloat (pose.v[LUEUR_PARAM_HEAD_X] * places[i][0], >, 0);
      calm = pose.v[LUEUR_PARAM_GAZE_Y];

      feel (&actor, LUEUR_EMOTION_OPTIMISM, LUEUR_EMOTION_OPTIMISM, 0, 1, 3);
      settle (&actor, 3, 2, &pose);
      g_assert_cmpfloat (pose.v[LUEUR_PARAM_GAZE_Y], <, calm - 0.3);
    }
}

/* A face that thinks looks aside and up, wherever the person is, and comes back. */
static void
test_thinking (void)
{
  LueurActor actor;
  LueurPose pose;

  lueur_actor_init (&actor, 3);
  actor.liveliness = 0;
  actor.look[1] = 1;
  lueur_actor_set_state (&actor, LUEUR_AVATAR_THINKING, 1);
  settle (&actor, 1, 2, &pose);
  g_assert_cmpfloat (fabsf (pose.v[LUEUR_PARAM_GAZE_X]), >, 0.4);
  g_assert_cmpfloat (pose.v[LUEUR_PARAM_GAZE_Y], <, -0.3);
  g_assert_cmpuint (lueur_actor_get_expression (&actor, 3), ==, LUEUR_EXPRESSION_OF_STATE (LUEUR_AVATAR_THINKING));
  lueur_actor_set_state (&actor, LUEUR_AVATAR_ATTENTIVE, 3);
  settle (&actor, 3, 2, &pose);
  g_assert_cmpfloat (pose.v[LUEUR_PARAM_GAZE_Y], >, 0.4);
}

/* --- The mouth ----------------------------------------------------------------------------------------- */

/* It moves with the letters, rests at a stop, and is still when nothing is left to say. */
static void
test_words (void)
{
  LueurActor actor;
  LueurPose pose;
  float widest = 0, narrowest = 1;

  lueur_actor_init (&actor, 5);
  actor.liveliness = 0;
  lueur_actor_set_state (&actor, LUEUR_AVATAR_SPEAKING, 0);
  lueur_speech_feed (&actor.speech, "papa a bu tout à coup");
  for (guint i = 0; i < 90; i++)
    {
      g_assert_cmpint (lueur_actor_advance (&actor, 1 + i / FPS, &pose), ==, LUEUR_ACTIVITY_MOVING);
      widest = MAX (widest, pose.v[LUEUR_PARAM_MOUTH_OPEN]);
      if (i > 15)
        narrowest = MIN (narrowest, pose.v[LUEUR_PARAM_MOUTH_OPEN]);
    }
  g_assert_cmpfloat (widest - narrowest, >, 0.3);
  settle (&actor, 3, 20, &pose);
  g_assert_cmpfloat (pose.v[LUEUR_PARAM_MOUTH_OPEN], <, 0.05);
  g_assert_cmpint (lueur_actor_advance (&actor, 23.1, &pose), !=, LUEUR_ACTIVITY_MOVING);
}

/* Sound that is heard goes before letters: the louder, the wider. */
static void
test_loudness (void)
{
  LueurActor actor;
  LueurPose pose;
  float last = -1;

  lueur_actor_init (&actor, 5);
  actor.liveliness = 0;
  lueur_speech_feed (&actor.speech, "mmmmmmmmmmmmmmmmmmmmmmmmmmmm");
  for (double loud = 0; loud <= 1; loud += 0.25)
    {
      actor.loudness = loud;
      settle (&actor, 10 + 10 * loud, 0.8, &pose);
      g_assert_cmpfloat (pose.v[LUEUR_PARAM_MOUTH_OPEN], >, last);
      g_assert_cmpint (lueur_actor_advance (&actor, 11 + 10 * loud, &pose), ==, LUEUR_ACTIVITY_MOVING);
      last = pose.v[LUEUR_PARAM_MOUTH_OPEN];
    }
  g_assert_cmpfloat (last, >, 0.7);
  actor.loudness = -1;
  settle (&actor, 30, 20, &pose);
  g_assert_cmpfloat (pose.v[LUEUR_PARAM_MOUTH_OPEN], <, 0.05);
}

/* A smile stays in a mouth that speaks. */
static void
test_smile_while_speaking (void)
{
  const LueurEmotion labels[] = { LUEUR_EMOTION_JOY, LUEUR_EMOTION_SADNESS };
  float corners[2] = { 0 };

  for (guint k = 0; k < 2; k++)
    {
      LueurActor actor;
      LueurPose pose;

      lueur_actor_init (&actor, 5);
      actor.liveliness = 0;
      feel (&actor, labels[k], labels[k], 0, 1, 1);
      lueur_speech_feed (&actor.speech, "bananas and bananas and bananas and bananas");
      settle (&actor, 1, 1, &pose);
      corners[k] = pose.v[LUEUR_PARAM_MOUTH_SMILE];
    }
  g_assert_cmpfloat (corners[0], >, 0.4);
  g_assert_cmpfloat (corners[1], <, -0.4);
}

/* --- What the person feels --------------------------------------------------------------------------------- */

/* Sorrow and fright are met with concern, the more the more there is of them; joy with joy; nothing with nothing. */
static void
test_concern (void)
{
  const LueurEmotion heavy[] = { LUEUR_EMOTION_SADNESS, LUEUR_EMOTION_GRIEF, LUEUR_EMOTION_FEAR, LUEUR_EMOTION_ANGER,
                                 LUEUR_EMOTION_DISAPPOINTMENT, LUEUR_EMOTION_REMORSE, LUEUR_EMOTION_NERVOUSNESS };
  LueurFeeling heard, mild, strong;

  for (guint i = 0; i < G_N_ELEMENTS (heavy); i++)
    {
      lueur_feeling_init (&heard);
      heard.label = heard.second = heavy[i];
      heard.intensity = 0.3f;
      lueur_feeling_answer (&heard, &mild);
      heard.intensity = 1;
      lueur_feeling_answer (&heard, &strong);
      g_assert_cmpint (mild.label, ==, LUEUR_EMOTION_CARING);
      g_assert_cmpint (strong.label, ==, LUEUR_EMOTION_CARING);
      g_assert_cmpfloat (strong.intensity, >, mild.intensity);
    }
  heard.label = LUEUR_EMOTION_JOY;
  lueur_feeling_answer (&heard, &strong);
  g_assert_cmpint (strong.label, ==, LUEUR_EMOTION_JOY);
  heard.label = LUEUR_EMOTION_NEUTRAL;
  lueur_feeling_answer (&heard, &strong);
  g_assert_cmpfloat (strong.intensity, ==, 0);
}

/* --- How lively ---------------------------------------------------------------------------------------------- */

/* The way that a face goes by itself in two minutes grows with the slider, and is nothing at nothing. */
static void
test_slider (void)
{
  double last = -1;

  for (double liveliness = 0; liveliness <= 1; liveliness += 0.25)
    {
      LueurActor actor;
      LueurPose pose, before = { 0 };
      double way = 0;

      lueur_actor_init (&actor, 12);
      actor.liveliness = liveliness;
      for (guint i = 0; i < 60 * 120; i++)
        {
          lueur_actor_advance (&actor, 10 + i / FPS, &pose);
          if (i > 120)
            for (guint p = 0; p < LUEUR_N_PARAMS; p++)
              way += p == LUEUR_PARAM_EYE_OPEN_L || p == LUEUR_PARAM_EYE_OPEN_R ? 0 : fabsf (pose.v[p] - before.v[p]);
          before = pose;
        }
      if (liveliness == 0)
        g_assert_cmpfloat (way, ==, 0);
      g_assert_cmpfloat (way, >, last);
      last = way;
    }
}

/* Nothing that a face does by itself or is told ever jumps: no parameter but lids and eyes goes a tenth in a frame. */
static void
test_never_jumps (void)
{
  LueurActor actor;
  LueurPose pose, before;

  lueur_actor_init (&actor, 99);
  lueur_actor_advance (&actor, 10, &before);
  for (guint i = 1; i < 60 * 60; i++)
    {
      double now = 10 + i / FPS;

      if (i % 47 == 0)
        feel (&actor, i / 47 % LUEUR_N_EMOTIONS, LUEUR_EMOTION_JOY, 0.3f, 1, now);
      if (i % 101 == 0)
        lueur_actor_set_state (&actor, i / 101 % LUEUR_N_STATES, now);
      if (i % 77 == 0)
        {
          actor.look[0] = i % 2 ? 1 : -1;
          actor.look[1] = i % 3 ? 1 : -1;
        }
      lueur_actor_advance (&actor, now, &pose);
      for (guint p = 0; p < LUEUR_N_PARAMS; p++)
        {
          gboolean fast = p == LUEUR_PARAM_EYE_OPEN_L || p == LUEUR_PARAM_EYE_OPEN_R || p == LUEUR_PARAM_GAZE_X || p == LUEUR_PARAM_GAZE_Y;

          if (fabsf (pose.v[p] - before.v[p]) > (fast ? 0.75f : 0.25f))
            g_error ("%s jumped by %.2f in a frame", lueur_param_get_name (p), pose.v[p] - before.v[p]);
        }
      before = pose;
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/avatar/actor/intensity-of-all", test_intensity_of_all);
  g_test_add_func ("/avatar/actor/few-angles", test_few_angles);
  g_test_add_func ("/avatar/actor/blend-of-any-two", test_blend_of_any_two);
  g_test_add_func ("/avatar/actor/resting-moods", test_resting_moods);
  g_test_add_func ("/avatar/actor/blinks-spare-all-closed-eyes", test_blinks_spare_all_closed_eyes);
  g_test_add_func ("/avatar/actor/saccades", test_saccades);
  g_test_add_func ("/avatar/actor/attention", test_attention);
  g_test_add_func ("/avatar/actor/thinking", test_thinking);
  g_test_add_func ("/avatar/actor/words", test_words);
  g_test_add_func ("/avatar/actor/loudness", test_loudness);
  g_test_add_func ("/avatar/actor/smile-while-speaking", test_smile_while_speaking);
  g_test_add_func ("/avatar/actor/concern", test_concern);
  g_test_add_func ("/avatar/actor/slider", test_slider);
  g_test_add_func ("/avatar/actor/never-jumps", test_never_jumps);
  return g_test_run ();
}
