/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Poses, springs, life and speech: numbers only, no display. */

#include <math.h>
#include <string.h>

#include "ui/avatar/actor.h"

static void
test_names (void)
{
  for (guint i = 0; i < LUEUR_N_PARAMS; i++)
    {
      LueurParam back;

      g_assert_true (lueur_param_from_name (lueur_param_get_name (i), -1, &back));
      g_assert_cmpuint (back, ==, i);
      g_assert_true (lueur_param_get_minimum (i) == 0 || lueur_param_get_minimum (i) == -1);
    }
}

static LueurPose
all (float value)
{
  LueurPose pose;

  for (guint i = 0; i < LUEUR_N_PARAMS; i++)
    pose.v[i] = value;
  return pose;
}

/* On the way from one pose to another nothing passes its goal, and everything gets there. */
static void
test_no_overshoot (void)
{
  LueurPose from = all (0), to = all (0.8f);
  LueurSprings springs;
  guint frames = 0;

  lueur_springs_init (&springs, &from);
  while (lueur_springs_advance (&springs, &to, 1 / 60.0) != LUEUR_SPRINGS_REST)
    {
      for (guint i = 0; i < LUEUR_N_PARAMS; i++)
        {
          g_assert_cmpfloat (springs.at.v[i], <=, 0.8f);
          g_assert_cmpfloat (springs.at.v[i], >=, 0);
        }
      g_assert_cmpuint (++frames, <, 600);
    }
  g_assert_cmpfloat (lueur_pose_distance (&springs.at, &to), ==, 0);
  g_assert_cmpuint (frames, >, 10);
}

/* Turned round at full speed it may not swing past the new goal either. */
static void
test_turned_round (void)
{
  LueurPose from = all (0), there = all (1), back = all (0.5f);
  LueurSprings springs;

  for (guint turn = 1; turn < 40; turn++)
    {
      float last;

      lueur_springs_init (&springs, &from);
      for (guint i = 0; i < turn; i++)
        lueur_springs_advance (&springs, &there, 1 / 60.0);
      last = springs.at.v[LUEUR_PARAM_GAZE_X];
      for (guint i = 0; i < 400; i++)
        {
          lueur_springs_advance (&springs, &back, 1 / 60.0);
          /* From below it may not end above, nor the other way round. */
          if (last <= 0.5f)
            g_assert_cmpfloat (springs.at.v[LUEUR_PARAM_GAZE_X], <=, 0.5f + 1e-4f);
          g_assert_cmpfloat (springs.at.v[LUEUR_PARAM_GAZE_X], <=, 1);
        }
      g_assert_cmpfloat_with_epsilon (springs.at.v[LUEUR_PARAM_GAZE_X], 0.5, 1e-3);
    }
}

/* A second is a second, in whatever steps it comes. */
static void
test_rate_independent (void)
{
  const double rates[] = { 5, 24, 30, 60, 144, 1000 };
  LueurPose from = all (0), to = all (0.9f), first = all (0);

  for (double seconds = 0.1; seconds < 0.6; seconds += 0.1)
    for (guint r = 0; r < G_N_ELEMENTS (rates); r++)
      {
        LueurSprings springs;
        double left = seconds;

        lueur_springs_init (&springs, &from);
        while (left > 1e-9)
          {
            double step = MIN (left, 1 / rates[r]);

            lueur_springs_advance (&springs, &to, step);
            left -= step;
          }
        if (r == 0)
          first = springs.at;
        else
          g_assert_cmpfloat (lueur_pose_distance (&springs.at, &first), <, 0.006);
      }
}

static void
test_never_nan (void)
{
  const float bad[] = { NAN, INFINITY, -INFINITY, 1e30f, -1e30f };
  const double steps[] = { 0, -1, 1e-12, 1e12, NAN, INFINITY };

  for (guint b = 0; b < G_N_ELEMENTS (bad); b++)
    for (guint s = 0; s < G_N_ELEMENTS (steps); s++)
      {
        LueurPose from = all (0.3f), to = all (bad[b]);
        LueurSprings springs;

        lueur_springs_init (&springs, &from);
        for (guint i = 0; i < 5; i++)
          lueur_springs_advance (&springs, &to, steps[s]);
        for (guint i = 0; i < LUEUR_N_PARAMS; i++)
          {
            g_assert_true (isfinite (springs.at.v[i]));
            g_assert_cmpfloat (springs.at.v[i], >=, lueur_param_get_minimum (i));
            g_assert_cmpfloat (springs.at.v[i], <=, 1);
          }
      }
}

/* --- Expressions ---------------------------------------------------------------------------------- */

/* Which of brows, lids, gaze, mouth, cheeks, head and shoulders a pose moves. */
static guint
count_regions (const LueurPose *pose)
{
  static const LueurParam regions[][8] = {
    { LUEUR_PARAM_BROW_RAISE_L, LUEUR_PARAM_BROW_RAISE_R, LUEUR_PARAM_BROW_ANGLE_L, LUEUR_PARAM_BROW_ANGLE_R, LUEUR_PARAM_BROW_FURROW, LUEUR_N_PARAMS },
    { LUEUR_PARAM_EYE_OPEN_L, LUEUR_PARAM_EYE_OPEN_R, LUEUR_PARAM_EYE_SMILE_L, LUEUR_PARAM_EYE_SMILE_R, LUEUR_N_PARAMS },
    { LUEUR_PARAM_GAZE_X, LUEUR_PARAM_GAZE_Y, LUEUR_PARAM_PUPIL, LUEUR_N_PARAMS },
    { LUEUR_PARAM_MOUTH_SMILE, LUEUR_PARAM_MOUTH_OPEN, LUEUR_PARAM_MOUTH_WIDTH, LUEUR_PARAM_MOUTH_POUT, LUEUR_PARAM_MOUTH_PRESS, LUEUR_PARAM_MOUTH_ASYM, LUEUR_N_PARAMS },
    { LUEUR_PARAM_CHEEK_BLUSH, LUEUR_PARAM_NOSE_WRINKLE, LUEUR_PARAM_TEAR, LUEUR_PARAM_SWEAT, LUEUR_N_PARAMS },
    { LUEUR_PARAM_HEAD_X, LUEUR_PARAM_HEAD_Y, LUEUR_PARAM_HEAD_ROLL, LUEUR_N_PARAMS },
    { LUEUR_PARAM_SHOULDER, LUEUR_PARAM_BODY_LEAN, LUEUR_N_PARAMS },
  };
  guint n = 0;

  for (guint r = 0; r < G_N_ELEMENTS (regions); r++)
    for (guint i = 0; regions[r][i] < LUEUR_N_PARAMS; i++)
      if (fabsf (pose->v[regions[r][i]]) >= 0.1f)
        {
          n++;
          break;
        }
  return n;
}

static void
test_expressions (void)
{
  for (LueurExpression i = 0; i < LUEUR_N_EXPRESSIONS; i++)
    {
      const LueurPose *pose = lueur_expression_get_pose (i);
      LueurPose clamped = *pose;
      LueurExpression back;

      g_assert_true (lueur_expression_from_name (lueur_expression_get_name (i), &back));
      g_assert_cmpuint (back, ==, i);
      lueur_pose_clamp (&clamped);
      g_assert_cmpmem (&clamped, sizeof clamped, pose, sizeof *pose);
      if (i < LUEUR_N_EMOTIONS && i != LUEUR_EMOTION_NEUTRAL && count_regions (pose) < 4)
        g_error ("%s moves only %u regions", lueur_expression_get_name (i), count_regions (pose));

      /* No two are alike: something differs by a lot, and several things by something. */
      for (LueurExpression k = 0; k < i; k++)
        {
          const LueurPose *other = lueur_expression_get_pose (k);
          double sum = 0;

          for (guint p = 0; p < LUEUR_N_PARAMS; p++)
            sum += fabsf (pose->v[p] - other->v[p]);
          if (lueur_pose_distance (pose, other) < 0.3f || sum < 0.8)
            if (i < LUEUR_N_EMOTIONS || k < LUEUR_N_EMOTIONS - 1)
              g_error ("%s and %s are nearly the same", lueur_expression_get_name (i), lueur_expression_get_name (k));
        }
    }
}

static void
test_answers (void)
{
  for (guint i = 0; i < LUEUR_N_EMOTIONS; i++)
    {
      LueurFeeling heard, answer;

      lueur_feeling_init (&heard);
      heard.label = i;
      heard.intensity = 1;
      lueur_feeling_answer (&heard, &answer);
      g_assert_cmpfloat (answer.intensity, <=, 1);
      g_assert_cmpfloat (answer.blend, <=, 0.5);
      /* Never anger at whom it listens to. */
      g_assert_cmpint (answer.label, !=, LUEUR_EMOTION_ANGER);
      g_assert_cmpint (answer.label, !=, LUEUR_EMOTION_DISGUST);
    }
}

/* --- The actor --------------------------------------------------------------------------------------- */

static void
feel (LueurActor *actor, LueurEmotion label, float intensity, double now)
{
  LueurFeeling feeling;

  lueur_feeling_init (&feeling);
  feeling.label = feeling.second = label;
  feeling.intensity = intensity;
  lueur_actor_set_feeling (actor, &feeling, now);
}

static void
test_intensity (void)
{
  LueurActor actor;
  float last = 0;

  lueur_actor_init (&actor, 1);
  actor.liveliness = 0;
  for (float intensity = 0; intensity <= 1; intensity += 0.125f)
    {
      LueurPose pose;

      feel (&actor, LUEUR_EMOTION_JOY, intensity, 10);
      lueur_actor_get_aim (&actor, 10, &pose);
      g_assert_cmpfloat (pose.v[LUEUR_PARAM_MOUTH_SMILE], >=, last);
      last = pose.v[LUEUR_PARAM_MOUTH_SMILE];
    }
  g_assert_cmpfloat_with_epsilon (last, lueur_expression_get_pose (LUEUR_EMOTION_JOY)->v[LUEUR_PARAM_MOUTH_SMILE], 0.01);
}

static void
test_blend (void)
{
  LueurActor actor;
  LueurFeeling feeling;
  LueurPose pose;
  const LueurPose *a = lueur_expression_get_pose (LUEUR_EMOTION_JOY), *b = lueur_expression_get_pose (LUEUR_EMOTION_SADNESS);

  lueur_actor_init (&actor, 1);
  lueur_feeling_init (&feeling);
  feeling.label = LUEUR_EMOTION_JOY;
  feeling.second = LUEUR_EMOTION_SADNESS;
  feeling.blend = 0.5f;
  feeling.intensity = 1;
  lueur_actor_set_feeling (&actor, &feeling, 5);
  lueur_actor_get_aim (&actor, 5, &pose);
  g_assert_cmpfloat_with_epsilon (pose.v[LUEUR_PARAM_BROW_ANGLE_L],
                                  (a->v[LUEUR_PARAM_BROW_ANGLE_L] + b->v[LUEUR_PARAM_BROW_ANGLE_L]) / 2, 0.01);
}

/* An expression holds, then goes back to the companion's own resting mood. */
static void
test_decay (void)
{
  LueurActor actor;
  LueurPose pose, rest;
  double now = 50;

  lueur_actor_init (&actor, 3);
  actor.liveliness = 0;
  actor.mood = LUEUR_RESTING_CHEERFUL;
  lueur_actor_get_aim (&actor, now, &rest);
  feel (&actor, LUEUR_EMOTION_SADNESS, 1, now);
  g_assert_cmpint (lueur_actor_get_shown (&actor, now + 5), ==, LUEUR_EMOTION_SADNESS);
  for (guint i = 0; i < 60 * 60; i++)
    lueur_actor_advance (&actor, now + i / 60.0, &pose);
  g_assert_cmpfloat (lueur_pose_distance (&pose, &rest), <, 0.01);
  g_assert_cmpint (lueur_actor_get_shown (&actor, now + 60), ==, LUEUR_EMOTION_NEUTRAL);
  g_assert_true (lueur_actor_is_settled (&actor, now + 60));
  g_assert_cmpint (lueur_actor_advance (&actor, now + 60, &pose), ==, LUEUR_ACTIVITY_STILL);
}

/* Blinks: as many as people's, never two intervals alike, and none on eyes that an expression closes. */
static void
test_blinks (void)
{
  LueurActor actor;
  guint blinks = 0, doubles = 0;
  double last = 0, shortest = 100, longest = 0;
  gboolean shut = FALSE;

  lueur_actor_init (&actor, 42);
  for (guint i = 0; i < 60 * 600; i++)
    {
      double now = 10 + i / 60.0;
      LueurPose pose;

      lueur_actor_advance (&actor, now, &pose);
      g_assert_cmpfloat (pose.v[LUEUR_PARAM_EYE_OPEN_L], >=, -1);
      if (!shut && pose.v[LUEUR_PARAM_EYE_OPEN_L] < -0.8f)
        {
          shut = TRUE;
          blinks++;
          if (last > 0)
            {
              if (now - last < 0.6)
                doubles++;
              else
                shortest = MIN (shortest, now - last);
              longest = MAX (longest, now - last);
            }
          last = now;
        }
      else if (pose.v[LUEUR_PARAM_EYE_OPEN_L] > -0.4f)
        shut = FALSE;
    }
  g_test_message ("%u blinks in ten minutes, %u double, %.1f to %.1f s apart", blinks, doubles, shortest, longest);
  g_assert_cmpuint (blinks, >, 90);
  g_assert_cmpuint (blinks, <, 260);
  g_assert_cmpuint (doubles, >, 3);
  g_assert_cmpfloat (longest / shortest, >, 2.5);
}

static void
test_blinks_spare_closed_eyes (void)
{
  LueurActor actor;
  float widest = -1;

  lueur_actor_init (&actor, 42);
  for (guint i = 0; i < 60 * 60; i++)
    {
      double now = 10 + i / 60.0;
      LueurPose pose;

      if (i % 120 == 0)
        feel (&actor, LUEUR_EMOTION_GRATITUDE, 1, now);
      lueur_actor_advance (&actor, now, &pose);
      if (i > 120)
        widest = MAX (widest, pose.v[LUEUR_PARAM_EYE_OPEN_L]);
    }
  g_assert_cmpfloat (lueur_expression_get_pose (LUEUR_EMOTION_GRATITUDE)->v[LUEUR_PARAM_EYE_OPEN_L], <, -0.9);
  g_assert_cmpfloat (widest, <, -0.9);
}

static void
test_liveliness (void)
{
  LueurActor actor;
  LueurPose pose, first = { 0 };

  lueur_actor_init (&actor, 9);
  actor.liveliness = 0;
  for (guint i = 0; i < 60 * 30; i++)
    {
      lueur_actor_advance (&actor, 10 + i / 60.0, &pose);
      if (i == 120)
        first = pose;
      if (i > 120)
        g_assert_cmpfloat (lueur_pose_distance (&pose, &first), ==, 0);
    }

  /* After a night asleep it goes on as if nothing had been. */
  actor.liveliness = 1;
  lueur_actor_advance (&actor, 1e5, &pose);
  lueur_actor_advance (&actor, 1e6, &pose);
  for (guint i = 0; i < LUEUR_N_PARAMS; i++)
    g_assert_true (isfinite (pose.v[i]));
}

/* --- Speech -------------------------------------------------------------------------------------------- */

static void
say (const char *text, LueurViseme *out, guint *n)
{
  LueurSpeech speech;
  LueurViseme last = LUEUR_N_VISEMES;

  *n = 0;
  lueur_speech_init (&speech);
  lueur_speech_feed (&speech, text);
  while (speech.length > 0)
    {
      if (lueur_speech_get (&speech) != last && *n < 64)
        out[(*n)++] = last = lueur_speech_get (&speech);
      lueur_speech_advance (&speech, 0.005);
    }
}

static void
assert_says (const char *text, const LueurViseme *wanted, guint n_wanted)
{
  LueurViseme got[64];
  guint n;

  say (text, got, &n);
  g_assert_cmpuint (n, ==, n_wanted);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (got[i], ==, wanted[i]);
}

#define V(x) LUEUR_VISEME_##x
#define SAYS(text, ...) assert_says (text, (LueurViseme[]){ __VA_ARGS__ }, G_N_ELEMENTS (((LueurViseme[]){ __VA_ARGS__ })))

static void
test_visemes (void)
{
  SAYS ("mama", V (CLOSED), V (A), V (CLOSED), V (A));
  SAYS ("vous", V (LIP), V (U), V (TEETH));
  SAYS ("beau", V (CLOSED), V (O));
  SAYS ("moi", V (CLOSED), V (U), V (A));
  SAYS ("phoque", V (LIP), V (O), V (TEETH), V (E));
  SAYS ("été.", V (E), V (TONGUE), V (E), V (REST));
  SAYS ("Oh, no!", V (O), V (REST), V (TONGUE), V (O), V (REST));
}

/* Pieces cut anywhere, even inside a character, say the same as the whole. */
static void
test_cut_anywhere (void)
{
  const char *text = "Ça va, mon œil ? Très bien… “yes”.";
  LueurViseme whole[64];
  guint n_whole;

  say (text, whole, &n_whole);
  g_assert_cmpuint (n_whole, >, 10);
  for (gsize cut = 1; cut < strlen (text); cut++)
    {
      g_autofree char *first = g_strndup (text, cut);
      LueurSpeech a, b;

      lueur_speech_init (&a);
      lueur_speech_feed (&a, text);
      lueur_speech_init (&b);
      lueur_speech_feed (&b, first);
      lueur_speech_feed (&b, text + cut);
      g_assert_cmpuint (a.length, ==, b.length);
      g_assert_cmpmem (a.visemes, a.length, b.visemes, b.length);
    }
}

/* However fast a model writes, the mouth neither falls behind for ever nor flutters. */
static void
test_fast_stream (void)
{
  LueurSpeech speech;
  double after = 0;

  lueur_speech_init (&speech);
  for (guint i = 0; i < 600; i++)
    {
      lueur_speech_feed (&speech, "all these words come in a rush, and then some more. ");
      lueur_speech_advance (&speech, 1 / 60.0);
      g_assert_cmpuint (speech.length, <=, LUEUR_SPEECH_ROOM);
    }
  while (lueur_speech_advance (&speech, 1 / 60.0))
    after += 1 / 60.0;
  g_assert_cmpfloat (after, <, 20);
  g_assert_cmpint (lueur_speech_get (&speech), ==, LUEUR_VISEME_REST);

  lueur_speech_feed (&speech, "\xff\xfe\x80 bad \xc3");
  lueur_speech_feed (&speech, NULL);
  while (lueur_speech_advance (&speech, 0.1))
    ;
}

static void
test_speech_moves_mouth (void)
{
  LueurActor actor;
  float widest = 0;

  lueur_actor_init (&actor, 5);
  lueur_actor_set_state (&actor, LUEUR_AVATAR_SPEAKING, 0);
  lueur_speech_feed (&actor.speech, "Bonjour à toi, comment vas-tu ?");
  for (guint i = 0; i < 240; i++)
    {
      LueurPose pose;

      lueur_actor_advance (&actor, 1 + i / 60.0, &pose);
      widest = MAX (widest, pose.v[LUEUR_PARAM_MOUTH_OPEN]);
    }
  g_assert_cmpfloat (widest, >, 0.3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/avatar/pose/names", test_names);
  g_test_add_func ("/avatar/pose/no-overshoot", test_no_overshoot);
  g_test_add_func ("/avatar/pose/turned-round", test_turned_round);
  g_test_add_func ("/avatar/pose/rate-independent", test_rate_independent);
  g_test_add_func ("/avatar/pose/never-nan", test_never_nan);
  g_test_add_func ("/avatar/expression/table", test_expressions);
  g_test_add_func ("/avatar/expression/answers", test_answers);
  g_test_add_func ("/avatar/actor/intensity", test_intensity);
  g_test_add_func ("/avatar/actor/blend", test_blend);
  g_test_add_func ("/avatar/actor/decay", test_decay);
  g_test_add_func ("/avatar/actor/blinks", test_blinks);
  g_test_add_func ("/avatar/actor/blinks-spare-closed-eyes", test_blinks_spare_closed_eyes);
  g_test_add_func ("/avatar/actor/liveliness", test_liveliness);
  g_test_add_func ("/avatar/speech/visemes", test_visemes);
  g_test_add_func ("/avatar/speech/cut-anywhere", test_cut_anywhere);
  g_test_add_func ("/avatar/speech/fast-stream", test_fast_stream);
  g_test_add_func ("/avatar/speech/moves-mouth", test_speech_moves_mouth);
  return g_test_run ();
}
