/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The face over time: how it rises, falls, holds and lets go, and what it shows through scripted talks. */

#include <string.h>

#include "core/context.h"
#include "core/emotion/express.h"
#include "core/emotion/mood.h"
#include "core/emotion/reader.h"

#define SECOND G_USEC_PER_SEC
#define START (100 * SECOND)

static void
feed (LueurMood *mood, LueurEmotion label, float strength, gint64 now)
{
  LueurFeeling feeling;

  lueur_feeling_set (&feeling, label, strength);
  lueur_mood_feed (mood, &feeling, 1, now);
}

static LueurFeeling
get (LueurMood *mood, gint64 now)
{
  LueurFeeling feeling;

  lueur_mood_get (mood, now, &feeling);
  return feeling;
}

/* One clear sentence shows at once; left alone it falls for seconds, never rises, and is gone in half a minute. */
static void
test_rise_and_fall (void)
{
  LueurMood mood;
  float before;

  lueur_mood_init (&mood, START);
  g_assert_cmpint (get (&mood, START).label, ==, LUEUR_EMOTION_NEUTRAL);
  feed (&mood, LUEUR_EMOTION_JOY, 1, START);
  g_assert_cmpint (get (&mood, START).label, ==, LUEUR_EMOTION_JOY);
  before = get (&mood, START).intensity;
  g_assert_cmpfloat (before, >=, 0.6);
  for (guint s = 1; s <= 6; s++)
    {
      LueurFeeling now = get (&mood, START + s * SECOND);

      g_assert_cmpint (now.label, ==, LUEUR_EMOTION_JOY);
      g_assert_cmpfloat (now.intensity, <, before);
      before = now.intensity;
    }
  g_assert_cmpint (get (&mood, START + 40 * SECOND).label, ==, LUEUR_EMOTION_NEUTRAL);
  g_assert_cmpfloat (get (&mood, START + 40 * SECOND).intensity, ==, 0);
}

/* It rises in one step to a height from which it takes seconds to fall. */
static void
test_faster_up (void)
{
  LueurMood mood;
  float height;
  guint seconds = 0;

  lueur_mood_init (&mood, START);
  feed (&mood, LUEUR_EMOTION_SADNESS, 1, START);
  height = get (&mood, START).intensity;
  while (get (&mood, START + seconds * SECOND).intensity > height / 2)
    seconds++;
  g_assert_cmpuint (seconds, >=, 5);
  g_assert_cmpuint (seconds, <=, 15);
}

/* How often the label changed while two feelings of @a and @b took turns. */
static guint
count_changes (LueurEmotion a, float strong_a, LueurEmotion b, float strong_b, gint64 step, guint n)
{
  LueurMood mood;
  LueurEmotion shown = LUEUR_EMOTION_NEUTRAL;
  guint changes = 0;

  lueur_mood_init (&mood, START);
  for (guint i = 0; i < n; i++)
    {
      LueurEmotion label;

      feed (&mood, i % 2 ? b : a, i % 2 ? strong_b : strong_a, START + i * step);
      label = get (&mood, START + i * step).label;
      changes += label != shown;
      shown = label;
    }
  return changes;
}

static void
test_no_flicker (void)
{
  /* Three sentences a second, of two feelings alike in strength: the face takes one and keeps it. */
  g_assert_cmpuint (count_changes (LUEUR_EMOTION_JOY, 0.7f, LUEUR_EMOTION_LOVE, 0.7f, SECOND / 3, 30), <=, 3);
  /* Of two that differ, it is the stronger one. */
  g_assert_cmpuint (count_changes (LUEUR_EMOTION_JOY, 0.9f, LUEUR_EMOTION_CURIOSITY, 0.2f, SECOND / 3, 30), ==, 1);
  /* A calm sentence between two glad ones changes nothing. */
  g_assert_cmpuint (count_changes (LUEUR_EMOTION_JOY, 0.9f, LUEUR_EMOTION_NEUTRAL, 0, SECOND, 30), ==, 1);
}

/* A question is asked with the face of what was felt before it, and alone it is curious. */
static void
test_question (void)
{
  static const LueurEmotion felt[] = { LUEUR_EMOTION_GRIEF, LUEUR_EMOTION_FEAR, LUEUR_EMOTION_ANGER, LUEUR_EMOTION_JOY, LUEUR_EMOTION_CARING };
  LueurMood mood;

  for (guint i = 0; i < G_N_ELEMENTS (felt); i++)
    {
      lueur_mood_init (&mood, START);
      feed (&mood, felt[i], 0.6f, START);
      feed (&mood, LUEUR_EMOTION_CURIOSITY, 1, START + 3 * SECOND);
      feed (&mood, LUEUR_EMOTION_CURIOSITY, 1, START + 5 * SECOND);
      g_assert_cmpint (get (&mood, START + 5 * SECOND).label, ==, felt[i]);
      /* Asked first, it gives way. */
      lueur_mood_init (&mood, START);
      feed (&mood, LUEUR_EMOTION_CURIOSITY, 0.8f, START);
      g_assert_cmpint (get (&mood, START).label, ==, LUEUR_EMOTION_CURIOSITY);
      feed (&mood, felt[i], 0.9f, START + 2 * SECOND);
      g_assert_cmpint (get (&mood, START + 2 * SECOND).label, ==, felt[i]);
    }
  /* Once the feeling is gone, a question is one again. */
  feed (&mood, LUEUR_EMOTION_CURIOSITY, 0.8f, START + 60 * SECOND);
  g_assert_cmpint (get (&mood, START + 60 * SECOND).label, ==, LUEUR_EMOTION_CURIOSITY);
}

/* A label that is shown stays when another is a little stronger, and yields to one that is clearly so. */
static void
test_hysteresis (void)
{
  LueurMood mood;

  lueur_mood_init (&mood, START);
  for (guint i = 0; i < 4; i++)
    feed (&mood, LUEUR_EMOTION_JOY, 0.9f, START + i * SECOND);
  feed (&mood, LUEUR_EMOTION_SURPRISE, 0.3f, START + 5 * SECOND);
  g_assert_cmpint (get (&mood, START + 5 * SECOND).label, ==, LUEUR_EMOTION_JOY);
  feed (&mood, LUEUR_EMOTION_SADNESS, 1, START + 6 * SECOND);
  feed (&mood, LUEUR_EMOTION_SADNESS, 1, START + 7 * SECOND);
  g_assert_cmpint (get (&mood, START + 7 * SECOND).label, ==, LUEUR_EMOTION_SADNESS);
}

/* Even when bad news follows on the heels of good ones, the face is with them a moment later. */
static void
test_no_sticking (void)
{
  LueurMood mood;
  LueurFeeling first, later;

  lueur_mood_init (&mood, START);
  feed (&mood, LUEUR_EMOTION_JOY, 1, START);
  feed (&mood, LUEUR_EMOTION_GRIEF, 1, START + SECOND / 2);
  g_assert_cmpint (get (&mood, START + 2 * SECOND).label, ==, LUEUR_EMOTION_GRIEF);

  /* A label that shows for a minute on end is shown less. */
  lueur_mood_init (&mood, START);
  for (guint s = 0; s < 70; s++)
    {
      feed (&mood, LUEUR_EMOTION_JOY, 0.8f, START + s * SECOND);
      if (s == 5)
        first = get (&mood, START + s * SECOND);
    }
  later = get (&mood, START + 70 * SECOND);
  g_assert_cmpfloat (later.intensity, <, first.intensity * 0.75f);
  g_assert_cmpint (get (&mood, START + 120 * SECOND).label, ==, LUEUR_EMOTION_NEUTRAL);
}

/* Two feelings at once show both. */
static void
test_blend (void)
{
  LueurMood mood;
  LueurFeeling now;

  lueur_mood_init (&mood, START);
  feed (&mood, LUEUR_EMOTION_JOY, 0.9f, START);
  feed (&mood, LUEUR_EMOTION_SURPRISE, 0.8f, START + SECOND / 2);
  now = get (&mood, START + SECOND / 2);
  g_assert_cmpint (now.label, !=, now.second);
  g_assert_cmpfloat (now.blend, >, 0.2);
  g_assert_cmpfloat (now.blend, <=, 0.5);
}

/* Asking sixty times a second moves nothing. */
static void
test_asking (void)
{
  LueurMood asked, left;

  lueur_mood_init (&asked, START);
  lueur_mood_init (&left, START);
  feed (&asked, LUEUR_EMOTION_JOY, 1, START);
  feed (&left, LUEUR_EMOTION_JOY, 1, START);
  for (guint i = 0; i < 600; i++)
    get (&asked, START + i * SECOND / 60);
  g_assert_cmpfloat_with_epsilon (get (&asked, START + 10 * SECOND).intensity, get (&left, START + 10 * SECOND).intensity, 1e-3);
  g_assert_cmpint (get (&asked, START + 10 * SECOND).label, ==, get (&left, START + 10 * SECOND).label);
}

/* --- Talks ------------------------------------------------------------------------------------------- */

typedef struct
{
  guint seconds;     /* after the step before */
  const char *text;  /* what the companion says; NULL: nothing, time goes by */
  const char *faces; /* the face that must show then; “a|b”: either */
} Step;

static const Step good_news[] = {
  { 0, "Good evening to you. Come in.", "neutral" },
  { 3, "Oh, you got the job! That is wonderful, I am so happy for you!", "joy|excitement" },
  { 2, "*claps her hands* Congratulations!", "joy|excitement|admiration|gratitude" },
  { 2, "Your first day is on Monday.", "joy|excitement|admiration|gratitude" },
  { 4, "I am really proud of you, you worked so hard for this.", "pride|joy|admiration" },
  { 40, NULL, "neutral" },
};
static const Step bad_news[] = {
  { 0, "Le thé est sur la table.", "neutral" },
  { 3, "Oh non… ta grand-mère est morte cette nuit. Je suis tellement triste pour toi.", "sadness|grief" },
  { 3, "Toutes mes condoléances à ta famille.", "sadness|grief|caring" },
  { 4, "*te prend doucement la main* Je suis là, prends ton temps.", "caring|sadness|grief" },
  { 5, "L’enterrement est à quatorze heures.", "caring|sadness|grief" },
  { 45, NULL, "neutral" },
};
static const Step fright[] = {
  { 0, "What was that noise?", "curiosity|surprise|fear" },
  { 3, "I am scared, somebody is in the house!", "fear" },
  { 2, "*trembles* Please do not open the door.", "fear" },
  { 3, "Oh, it was only the cat. What a relief!", "relief|fear" },
  { 2, "Phew, I can breathe again.", "relief" },
  { 40, NULL, "neutral" },
};
static const Step laughter[] = {
  { 0, "Alors, raconte.", "neutral|curiosity" },
  { 2, "mdr je suis mort de rire, il a vraiment dit ça au maire ?", "amusement" },
  { 2, "*éclate de rire* Arrête, j’en peux plus de rire !", "amusement" },
  { 2, "Haha, quelle histoire !", "amusement" },
  { 3, "Il est dix-huit heures.", "amusement" },
  { 40, NULL, "neutral" },
};
static const Step turn_of_talk[] = {
  { 0, "I love you so much, you make my life beautiful.", "love" },
  { 3, "You are wonderful.", "love|admiration" },
  { 4, "Wait, you lied to me? I am so angry with you!", "anger" },
  { 2, "How dare you! I hate that you did this behind my back.", "anger" },
  { 4, "I am sorry, I should not have shouted. Please forgive me.", "remorse" },
  { 3, "Thank you for forgiving me, I am so grateful.", "gratitude|remorse" },
  { 40, NULL, "neutral" },
};
static const Step plain_talk[] = {
  { 0, "The train leaves at nine.", "neutral" },
  { 1, "La bibliothèque ferme à dix-huit heures.", "neutral" },
  { 1, "Turn left after the bridge, then go straight on.", "neutral" },
  { 1, "```c\nint rage = hate + fury;\n```\nThat is the code.", "neutral" },
  { 1, "我今天非常高兴", "neutral" },
  { 1, "Il y a du pain dans le placard.", "neutral" },
};
static const Step tagged[] = {
  { 0, "Hm.", "neutral" },
  { 2, "Merci beaucoup pour ton aide, c’est adorable.", "gratitude" },
  { 3, "*rougit* Oh, arrête, tu me gênes.", "embarrassment|gratitude" },
  { 2, "*rougit encore* Je ne sais plus où me mettre.", "embarrassment" },
  { 4, "Beurk, c’est dégoûtant, il y a un cafard dans l’évier !", "disgust|embarrassment" },
  { 2, "C’est vraiment répugnant, j’ai envie de vomir.", "disgust" },
  { 45, NULL, "neutral" },
};

static void
on_span (const char *text, gsize length, LueurSpanKind kind, gpointer data)
{
  gpointer *all = data;
  const gint64 *now = all[2];
  LueurFeeling read;

  lueur_reader_read_span (all[0], text, (gssize) length, kind, LUEUR_READER_LANG_AUTO, NULL, &read);
  lueur_mood_feed (all[1], &read, kind == LUEUR_SPAN_ACTION ? 1.5f : kind == LUEUR_SPAN_QUOTE ? 0.33f : 1, *now);
}

static void
play (const LueurReader *reader, const char *name, const Step *steps, guint n)
{
  LueurMood mood;
  gint64 now = START;
  guint changes = 0;
  LueurEmotion shown = LUEUR_EMOTION_NEUTRAL;

  lueur_mood_init (&mood, now);
  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) faces = g_strsplit (steps[i].faces, "|", -1);
      gpointer all[] = { (gpointer) reader, &mood, &now };
      LueurSplitter splitter;
      LueurFeeling face;

      /* The avatar looks every tenth of a second; nothing changes more often than once a second and a bit. */
      for (guint tick = 0; tick < steps[i].seconds * 10; tick++)
        {
          now += SECOND / 10;
          face = get (&mood, now);
          changes += face.label != shown;
          shown = face.label;
        }
      if (steps[i].text)
        {
          lueur_splitter_init (&splitter);
          lueur_splitter_feed (&splitter, steps[i].text, -1, on_span, all);
          lueur_splitter_end (&splitter, on_span, all);
        }
      face = get (&mood, now);
      changes += face.label != shown;
      shown = face.label;
      g_test_message ("%s %u: %s %.2f, then %s %.2f", name, i, lueur_emotion_get_name (face.label), face.intensity,
                      lueur_emotion_get_name (face.second), face.blend);
      if (!g_strv_contains ((const char *const *) faces, lueur_emotion_get_name (face.label)))
        {
          g_test_message ("%s, “%s”: %s, not %s", name, steps[i].text, lueur_emotion_get_name (face.label), steps[i].faces);
          g_test_fail ();
        }
    }
  g_assert_cmpuint (changes, <=, n + 1);
}

static void
test_talks (void)
{
  g_autofree char *path = lueur_context_find_data ("emotion/" LUEUR_READER_MODEL_FILE);
  g_autoptr (LueurReader) reader = lueur_reader_open (path, NULL);

  g_assert_nonnull (reader);
  play (reader, "good news", good_news, G_N_ELEMENTS (good_news));
  play (reader, "bad news", bad_news, G_N_ELEMENTS (bad_news));
  play (reader, "fright", fright, G_N_ELEMENTS (fright));
  play (reader, "laughter", laughter, G_N_ELEMENTS (laughter));
  play (reader, "a turn", turn_of_talk, G_N_ELEMENTS (turn_of_talk));
  play (reader, "plain", plain_talk, G_N_ELEMENTS (plain_talk));
  play (reader, "gestures", tagged, G_N_ELEMENTS (tagged));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/emotion/mood/rise-and-fall", test_rise_and_fall);
  g_test_add_func ("/emotion/mood/faster-up", test_faster_up);
  g_test_add_func ("/emotion/mood/no-flicker", test_no_flicker);
  g_test_add_func ("/emotion/mood/hysteresis", test_hysteresis);
  g_test_add_func ("/emotion/mood/question", test_question);
  g_test_add_func ("/emotion/mood/no-sticking", test_no_sticking);
  g_test_add_func ("/emotion/mood/blend", test_blend);
  g_test_add_func ("/emotion/mood/asking", test_asking);
  g_test_add_func ("/emotion/mood/talks", test_talks);
  return g_test_run ();
}
