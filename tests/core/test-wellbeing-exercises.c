/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Exercises, paced breathing, words for feelings, and the six questions that a companion argues against itself for. */

#include <math.h>
#include <string.h>

#include "core/chat/prompt.h"
#include "core/echo/debate.h"
#include "core/echo/echo.h"
#include "core/wellbeing/conduct/conduct.h"
#include "core/wellbeing/exercises/breath.h"
#include "core/wellbeing/exercises/exercise.h"
#include "core/wellbeing/people/feeling-words.h"
#include "core/wellbeing/exercises/starters.h"

static void
answer (LueurExercise *exercise, const char *text)
{
  lueur_exercise_set_answer (exercise, text);
  g_assert_true (lueur_exercise_next (exercise));
}

static void
test_message (void)
{
  g_autoptr (LueurExercise) exercise = lueur_exercise_new (LUEUR_EXERCISE_MESSAGE, "en", FALSE);
  g_autofree char *result = NULL;

  g_assert_false (lueur_exercise_is_begun (exercise));
  g_assert_false (lueur_exercise_back (exercise));
  answer (exercise, "Ana");
  answer (exercise, "I could scream at her");
  answer (exercise, "On Sunday you left before dinner.");
  answer (exercise, "");
  answer (exercise, "I would have needed a word.");
  answer (exercise, "Could we talk?");
  g_assert_cmpint (lueur_exercise_get_step (exercise), ==, LUEUR_STEP_RESULT);
  g_assert_false (lueur_exercise_next (exercise));
  result = lueur_exercise_dup_result (exercise);
  /* The first rush is not in it, and nothing stands where nothing was written. */
  g_assert_cmpstr (result, ==,
                   "Ana,\n\nOn Sunday you left before dinner.\n\nI would have needed a word.\n\nCould we talk?");
  /* Back to the fourth, and on again: nothing is lost. */
  g_assert_true (lueur_exercise_back (exercise));
  g_assert_cmpstr (lueur_exercise_get_answer (exercise), ==, "Could we talk?");
}

static void
test_calm (void)
{
  g_autoptr (LueurExercise) breathing = lueur_exercise_new (LUEUR_EXERCISE_CALM, "fr", TRUE);
  g_autoptr (LueurExercise) room = lueur_exercise_new (LUEUR_EXERCISE_CALM, "fr", FALSE);

  g_assert_cmpint (lueur_exercise_get_step (breathing), ==, LUEUR_STEP_CHOICE);
  g_assert_cmpuint (lueur_exercise_get_n_choices (breathing), ==, 2);
  answer (breathing, "0");
  g_assert_cmpint (lueur_exercise_get_step (breathing), ==, LUEUR_STEP_BREATHE);
  g_assert_true (g_str_has_prefix (lueur_exercise_get_say (breathing), "Installez-vous et laissez"));
  /* Who does not want to breathe skips it, both ways. */
  answer (room, "1");
  g_assert_cmpint (lueur_exercise_get_step (room), ==, LUEUR_STEP_LINE);
  g_assert_true (g_str_has_prefix (lueur_exercise_get_say (room), "Regarde autour."));
  g_assert_true (lueur_exercise_back (room));
  g_assert_cmpint (lueur_exercise_get_step (room), ==, LUEUR_STEP_CHOICE);
}

static void
test_order (void)
{
  g_autoptr (LueurExercise) exercise = lueur_exercise_new (LUEUR_EXERCISE_ORDER, "en", FALSE);
  g_auto (GStrv) lines = NULL;
  g_autofree char *result = NULL;

  answer (exercise, "  Dentist \n\nThe quarrel\nTaxes\nWhat others think\n");
  g_assert_cmpint (lueur_exercise_get_step (exercise), ==, LUEUR_STEP_SORT);
  lines = lueur_exercise_dup_lines (exercise);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_cmpstr (lines[0], ==, "Dentist");
  /* The last two: one sorted, one left. */
  answer (exercise, "012");
  answer (exercise, "Look up the number");
  result = lueur_exercise_dup_result (exercise);
  g_assert_cmpstr (result, ==,
                   "First: Look up the number\n\nToday\n• Dentist\n• What others think\n\nLater\n• The quarrel\n\nLet go\n• Taxes");
}

/* Nothing written, nothing handed back; every exercise, language and register can be walked to its end and back. */
static void
test_all (void)
{
  static const char *const languages[] = { "en", "fr" };

  for (guint kind = 0; kind < LUEUR_N_EXERCISES; kind++)
    for (guint i = 0; i < 4; i++)
      {
        g_autoptr (LueurExercise) exercise = lueur_exercise_new (kind, languages[i % 2], i / 2);
        g_autofree char *result = NULL, *json = NULL;
        g_autoptr (LueurExercise) again = NULL;
        guint n = 1;
        LueurExerciseKind same;

        g_assert_true (lueur_exercise_kind_from_id (lueur_exercise_kind_get_id (kind), &same) && same == kind);
        g_assert_cmpstr (lueur_exercise_kind_get_title (kind, languages[i % 2]), !=, "");
        do
          {
            const char *say = lueur_exercise_get_say (exercise);

            g_assert_cmpuint (strlen (say), >, 10);
            g_assert_null (strchr (say, '['));
            g_assert_null (strchr (say, '\''));
            g_assert_null (strstr (lueur_exercise_get_hint (exercise), "["));
            if (i % 2 == 1)
              g_assert_null (strstr (say, " ?"));
            n++;
          }
        while (lueur_exercise_next (exercise));
        g_assert_cmpint (lueur_exercise_get_step (exercise), ==, LUEUR_STEP_RESULT);
        result = lueur_exercise_dup_result (exercise);
        g_assert_cmpstr (result, ==, "");
        json = lueur_exercise_to_json (exercise);
        again = lueur_exercise_from_json (kind, json);
        g_assert_cmpuint (lueur_exercise_get_position (again), ==, lueur_exercise_get_position (exercise));
        while (lueur_exercise_back (exercise))
          n--;
        g_assert_cmpuint (n, <=, 2);
      }
}

static void
test_kept (void)
{
  g_autoptr (LueurExercise) exercise = lueur_exercise_new (LUEUR_EXERCISE_DECISION, "fr", TRUE);
  g_autoptr (LueurExercise) again = NULL;
  g_autofree char *json = NULL, *long_one = g_strnfill (40000, 'x');
  static const char *const hostile[] = {
    "", "[]", "{\"answers\":3}", "{\"answers\":[[1],null,7,{}],\"position\":99999999999,\"language\":3,\"formal\":\"x\"}",
    "{\"answers\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\",\"j\",\"k\",\"l\"],\"position\":-4}",
  };

  answer (exercise, "Partir « ou » rester ?");
  answer (exercise, long_one);
  json = lueur_exercise_to_json (exercise);
  again = lueur_exercise_from_json (LUEUR_EXERCISE_DECISION, json);
  g_assert_nonnull (again);
  g_assert_cmpuint (lueur_exercise_get_position (again), ==, 2);
  g_assert_cmpstr (lueur_exercise_get_say (again), ==, lueur_exercise_get_say (exercise));
  lueur_exercise_back (again);
  g_assert_cmpuint (strlen (lueur_exercise_get_answer (again)), ==, LUEUR_EXERCISE_MAX_BYTES);
  lueur_exercise_back (again);
  g_assert_cmpstr (lueur_exercise_get_answer (again), ==, "Partir « ou » rester ?");
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    for (guint kind = 0; kind < LUEUR_N_EXERCISES; kind++)
      {
        g_autoptr (LueurExercise) read = lueur_exercise_from_json (kind, hostile[i]);
        g_autofree char *result = read != NULL ? lueur_exercise_dup_result (read) : NULL;

        g_assert_true (read == NULL || lueur_exercise_get_position (read) < lueur_exercise_get_length (read));
      }
}

static void
test_breath (void)
{
  LueurBreath breath, before;
  guint turns = 0;

  lueur_breath_at (0, &before);
  g_assert_true (before.inwards);
  g_assert_cmpfloat_with_epsilon (before.depth, 0, 1e-9);
  g_assert_cmpuint (before.left, ==, LUEUR_BREATH_IN_SECONDS);
  lueur_breath_at (LUEUR_BREATH_IN_SECONDS, &breath);
  g_assert_false (breath.inwards);
  g_assert_cmpfloat_with_epsilon (breath.depth, 1, 1e-9);
  for (double t = 0; t < 130; t += 0.02)
    {
      lueur_breath_at (t, &breath);
      g_assert_cmpfloat (breath.depth, >=, 0);
      g_assert_cmpfloat (breath.depth, <=, 1);
      /* Never a jump that a face could not follow. */
      g_assert_cmpfloat (fabs (breath.depth - before.depth), <, 0.02);
      g_assert_cmpuint (breath.left, <=, LUEUR_BREATH_OUT_SECONDS);
      turns += breath.inwards != before.inwards;
      before = breath;
    }
  g_assert_true (breath.done);
  g_assert_cmpuint (turns, ==, LUEUR_BREATH_COUNT * 2 - 1);
  lueur_breath_at (NAN, &breath);
  g_assert_false (breath.done);
  lueur_breath_at (-5, &breath);
  g_assert_cmpuint (breath.round, ==, 0);
}

static void
test_feeling_words (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n, sum = 0;

  for (guint ring = 0; ring < LUEUR_FEELING_RINGS; ring++)
    {
      guint first = lueur_feeling_words_get_ring (ring, &n);

      for (guint i = first; i < first + n; i++)
        {
          const LueurFeelingWord *word = lueur_feeling_words_get (i);

          g_assert_cmpuint (word->ring, ==, ring);
          g_assert_true (g_hash_table_add (seen, (gpointer) word->id));
          g_assert_true (lueur_feeling_words_find (word->id) == word);
          g_assert_true (g_utf8_validate (word->fr, -1, NULL) && *word->en != '\0');
          g_assert_cmpfloat (fabs (word->valence), <=, 1);
          if (ring > 0)
            {
              guint m, of = lueur_feeling_words_get_ring (ring - 1, &m);

              g_assert_cmpuint (lueur_feeling_words_get (word->parent)->ring, ==, ring - 1);
              /* Each lies beside its parent. */
              g_assert_cmpuint ((i - first) * m / n, ==, word->parent - of);
            }
        }
      sum += n;
    }
  g_assert_cmpuint (sum, ==, LUEUR_N_FEELING_WORDS);
  g_assert_null (lueur_feeling_words_find ("nothing like it"));
}

static LueurPersona *
make_persona (const char *language, gboolean formal)
{
  LueurPersona *persona = lueur_persona_new ();

  g_object_set (persona, "name", "Nora", "language", language, "formal", formal, NULL);
  return persona;
}

/* Asked in any register, told apart from everything else; the request says so, and conduct still ends it. */
static void
test_starters (void)
{
  static const char *const languages[] = { "en", "fr" };

  for (guint i = 0; i < LUEUR_N_STARTERS; i++)
    for (guint k = 0; k < 4; k++)
      {
        const char *language = languages[k % 2];
        g_autoptr (LueurPersona) persona = make_persona (language, k / 2);
        g_autofree char *text = lueur_starter_get_system_text (i, language);
        g_autofree char *shouted = g_utf8_strup (lueur_starter_get_question (i, language, k / 2), -1);
        LueurTurn history[] = {
          { LUEUR_TURN_COMPANION, "Hello" },
          { LUEUR_TURN_USER, lueur_starter_get_question (i, language, k / 2) },
          { LUEUR_TURN_COMPANION, "Well." },
          { LUEUR_TURN_USER, "Go on" },
        };
        LueurPromptInput input = { .persona = persona, .history = history, .n_history = 4, .context_tokens = 8000,
                                   .reply_tokens = 400 };
        g_autoptr (LueurPrompt) prompt = lueur_prompt_compose (&input);
        g_autoptr (LueurPrompt) plain = NULL;
        LueurStarter found;
        guint n;
        const LueurTurn *turns = lueur_prompt_get_turns (prompt, &n);

        g_assert_true (lueur_starter_match (shouted, &found) && found == i);
        g_assert_nonnull (strstr (turns[0].text, text));
        g_assert_true (g_str_has_suffix (turns[0].text, lueur_conduct_get_block (language)) ||
                       strstr (strstr (turns[0].text, text), lueur_conduct_get_block (language)) != NULL);
        history[1].text = "Are you well?";
        plain = lueur_prompt_compose (&input);
        turns = lueur_prompt_get_turns (plain, &n);
        g_assert_null (strstr (turns[0].text, text));
      }
  {
    LueurStarter found;

    g_assert_false (lueur_starter_match ("", &found));
    g_assert_false (lueur_starter_match (NULL, &found));
    g_assert_false (lueur_starter_match ("Who has power over what you say? And why?", &found));
  }
}

/* Écho: the case against it first, then what can be said for it, then something to take along; one question at most, and
 * whatever matters more comes first. */
static void
test_debate (void)
{
  static const char *const languages[] = { "en", "fr" };

  for (guint i = 0; i < LUEUR_N_STARTERS; i++)
    for (guint k = 0; k < 4; k++)
      {
        const char *language = languages[k % 2];
        g_autoptr (LueurPersona) persona = make_persona (language, k / 2);
        g_autoptr (LueurEcho) echo = lueur_echo_new (persona, NULL, 5);
        LueurEchoTurn turns[5] = { { TRUE, lueur_starter_get_question (i, language, k / 2) } };
        g_autofree char *one = lueur_echo_reply (echo, turns, 1, 0);
        g_autofree char *other = lueur_echo_reply (echo, turns, 1, 1);
        g_autofree char *two = NULL, *three = NULL, *bye = NULL;
        const char *const said[] = { one, other };

        g_assert_cmpstr (one, !=, other);
        for (guint r = 0; r < G_N_ELEMENTS (said); r++)
          {
            const char *mark = strchr (said[r], '?');

            g_assert_cmpuint (strlen (said[r]), >, 120);
            g_assert_null (strpbrk (said[r], "[]'"));
            g_assert_true (mark == NULL || strchr (mark + 1, '?') == NULL);
          }
        turns[1] = (LueurEchoTurn){ FALSE, one };
        turns[2] = (LueurEchoTurn){ TRUE, k % 2 ? "D’accord, et ensuite" : "All right, and then" };
        two = lueur_echo_reply (echo, turns, 3, 0);
        g_assert_cmpstr (two, ==, other);
        turns[3] = (LueurEchoTurn){ FALSE, two };
        turns[4] = (LueurEchoTurn){ TRUE, k % 2 ? "Je vois" : "I see" };
        three = lueur_echo_reply (echo, turns, 5, 0);
        g_assert_cmpstr (three, !=, one);
        g_assert_cmpstr (three, !=, two);
        /* A goodbye is answered as one. */
        turns[2] = (LueurEchoTurn){ TRUE, k % 2 ? "Bonne nuit" : "Good night" };
        bye = lueur_echo_reply (echo, turns, 3, 0);
        g_assert_cmpstr (bye, !=, two);
        g_assert_null (strchr (bye, '?'));
      }
}

/* Loneliness told twice: somebody is suggested by name where there is a list, once, and nobody's name is made up. */
static void
test_close_person (void)
{
  static const char *const said[2][3] = {
    { "I feel so sad and alone these days.", "I am lonely, I feel alone every evening.", "I am still so lonely." },
    { "Je me sens triste et seul en ce moment.", "Je me sens seul, tous les soirs.", "Je me sens toujours aussi seul." },
  };
  guint named = 0, named_again = 0;

  for (guint64 seed = 0; seed < 24; seed++)
    for (guint k = 0; k < 2; k++)
      {
        g_autoptr (LueurPersona) persona = make_persona (k ? "fr" : "en", seed % 2);
        g_autoptr (LueurEcho) with = lueur_echo_new (persona, NULL, seed), without = lueur_echo_new (persona, NULL, seed);
        LueurEchoTurn turns[5] = { { TRUE, said[k][0] } };
        g_autofree char *one = NULL, *two = NULL, *three = NULL, *other = NULL;

        lueur_echo_set_close_person (with, "Zoé");
        one = lueur_echo_reply (with, turns, 1, 0);
        turns[1] = (LueurEchoTurn){ FALSE, one };
        turns[2] = (LueurEchoTurn){ TRUE, said[k][1] };
        two = lueur_echo_reply (with, turns, 3, 0);
        other = lueur_echo_reply (without, turns, 3, 0);
        g_assert_null (strstr (other, "Zoé"));
        g_assert_null (strstr (other, "{mine}"));
        if (strstr (two, "Zoé") == NULL)
          continue;
        named++;
        turns[3] = (LueurEchoTurn){ FALSE, two };
        turns[4] = (LueurEchoTurn){ TRUE, said[k][2] };
        three = lueur_echo_reply (with, turns, 5, 0);
        named_again += strstr (three, "Zoé") != NULL;
      }
  g_assert_cmpuint (named, >, 12);
  g_assert_cmpuint (named_again, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wellbeing/exercises/message", test_message);
  g_test_add_func ("/wellbeing/exercises/calm", test_calm);
  g_test_add_func ("/wellbeing/exercises/order", test_order);
  g_test_add_func ("/wellbeing/exercises/all", test_all);
  g_test_add_func ("/wellbeing/exercises/kept", test_kept);
  g_test_add_func ("/wellbeing/exercises/breath", test_breath);
  g_test_add_func ("/wellbeing/exercises/feeling-words", test_feeling_words);
  g_test_add_func ("/wellbeing/exercises/starters", test_starters);
  g_test_add_func ("/wellbeing/exercises/debate", test_debate);
  g_test_add_func ("/wellbeing/exercises/close-person", test_close_person);
  return g_test_run ();
}
