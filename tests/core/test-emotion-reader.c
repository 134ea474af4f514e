/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The shipped emotion model: sentences of one clear feeling, hostile text, damaged files. */

#include <glib/gstdio.h>
#include <string.h>

#include "core/context.h"
#include "core/emotion/reader.h"
#include "support/loop.h"

/* What was reached when the model was trained, less a small margin. */
#define LEAST_EN 0.78
#define LEAST_FR 0.78

static LueurReader *
open_shipped (void)
{
  g_autofree char *path = lueur_context_find_data ("emotion/" LUEUR_READER_MODEL_FILE);
  g_autoptr (GError) error = NULL;
  LueurReader *reader = lueur_reader_open (path, &error);

  g_assert_no_error (error);
  return reader;
}

static void
test_sentences (void)
{
  g_autoptr (LueurReader) reader = open_shipped ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "core", "emotion", "sentences.tsv", NULL);
  g_autofree char *all = NULL;
  g_auto (GStrv) lines = NULL;
  guint right[2] = { 0 }, total[2] = { 0 };

  g_assert_true (g_file_get_contents (path, &all, NULL, NULL));
  lines = g_strsplit (all, "\n", -1);
  for (guint i = 0; lines[i] && *lines[i]; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", 3);
      gboolean french = g_str_equal (cells[1], "fr");
      LueurFeeling f;

      lueur_reader_read (reader, cells[2], -1, LUEUR_READER_LANG_AUTO, &f);
      total[french]++;
      right[french] += g_str_equal (lueur_emotion_get_name (f.label), cells[0]);
    }
  g_test_message ("English %u of %u, French %u of %u", right[0], total[0], right[1], total[1]);
  g_assert_cmpuint (total[0] + total[1], >=, 300);
  g_assert_cmpfloat ((double) right[0] / total[0], >=, LEAST_EN);
  g_assert_cmpfloat ((double) right[1] / total[1], >=, LEAST_FR);
}

static void
assert_neutral (const LueurReader *reader, const char *text, gssize length)
{
  LueurFeeling f;

  lueur_reader_read (reader, text, length, LUEUR_READER_LANG_AUTO, &f);
  g_assert_cmpstr (lueur_emotion_get_name (f.label), ==, "neutral");
  g_assert_cmpfloat (f.intensity, ==, 0);
}

static void
assert_shown (const LueurReader *reader, const char *text, const char *labels)
{
  g_auto (GStrv) names = g_strsplit (labels, "|", -1);
  LueurFeeling f;

  lueur_reader_read (reader, text, -1, LUEUR_READER_LANG_AUTO, &f);
  if (!g_strv_contains ((const char *const *) names, lueur_emotion_get_name (f.label)))
    {
      g_test_message ("“%s”: %s %.2f, not %s", text, lueur_emotion_get_name (f.label), f.intensity, labels);
      g_test_fail ();
    }
}

/* What the words do not say: idioms, “not”, gestures, names, quotations, tags. */
static void
test_between_the_lines (void)
{
  static const char *const shown[][2] = {
    /* Dying that is laughing, and dying. */
    { "Je suis mort de rire", "amusement" },
    { "mdr", "amusement" },
    { "ptdr c’est trop", "amusement" },
    { "J’en peux plus de rire !", "amusement" },
    { "I was dying of laughter", "amusement" },
    { "We cried laughing all evening", "amusement" },
    { "tu m’as tué 😂", "amusement" },
    { "I’m dead 💀", "amusement" },
    { "You are killing it today!", "admiration|approval|joy|excitement" },
    { "Mon chien est mort ce matin.", "grief|sadness" },
    { "My father died yesterday.", "grief|sadness" },
    { "Ça me tue de la voir souffrir.", "sadness|grief" },
    /* “Not”. */
    { "I’m not sad.", "neutral|relief|approval|disapproval|caring" },
    { "Je ne suis pas triste.", "neutral|relief|approval|disapproval|caring" },
    { "I am not happy about this.", "disappointment|disapproval|annoyance|sadness|neutral" },
    { "Je ne suis pas contente du tout.", "disappointment|disapproval|annoyance|sadness|neutral" },
    { "I have never been so happy!", "joy|excitement" },
    { "Je n’ai jamais été aussi heureux !", "joy|excitement" },
    { "Je n’ai pas peur de toi.", "neutral|disapproval|annoyance|confusion|curiosity|caring|relief" },
    /* Gestures and tags outweigh words. */
    { "*smiles softly* I see.", "joy" },
    { "*sourit tristement* Oui.", "sadness" },
    { "[sad] The weather.", "sadness" },
    { "<|ACT emotion=surprised|> The weather.", "surprise" },
    /* Names. */
    { "Joy and Grace came at five.", "neutral" },
  };
  g_autoptr (LueurReader) reader = open_shipped ();

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    assert_shown (reader, shown[i][0], shown[i][1]);
}

static void
test_hostile (void)
{
  g_autoptr (LueurReader) reader = open_shipped ();
  gsize size = 5 * 1024 * 1024;
  g_autofree char *huge = g_malloc (size);
  gint64 start;
  LueurFeeling f;

  assert_neutral (NULL, "I am so happy!", -1);
  assert_neutral (reader, "", -1);
  assert_neutral (reader, "\xE2\x80\x8B\xE2\x80\x8B\xEF\xBB\xBF", -1);
  assert_neutral (reader, "\xFF\xFE\xC3", -1);
  assert_neutral (reader, "我今天非常高兴,谢谢你", -1);
  assert_neutral (reader, "Я очень рад тебя видеть", -1);
  assert_neutral (reader, "أنا سعيد جدا اليوم", -1);
  assert_neutral (reader, "Heute bin ich sehr glücklich und freue mich auf morgen", -1);
  assert_neutral (reader, "```\nI hate this, I am furious\n```", -1);
  assert_neutral (reader, "https://example.org/i-hate-you-so-much", -1);
  /* Emoji are read in every language and alone. */
  assert_shown (reader, "😂😂😂", "amusement");
  assert_shown (reader, "我今天 ❤️❤️", "love");
  assert_shown (reader, "[joy]", "joy");
  memset (huge, 'a', size);
  start = lueur_test_cpu_time ();
  lueur_reader_read (reader, huge, (gssize) size, LUEUR_READER_LANG_AUTO, &f);
  g_assert_cmpint (lueur_test_cpu_time () - start, <, G_USEC_PER_SEC);
  for (guint i = 0; i < 2000; i++)
    {
      char bytes[200];

      for (guint k = 0; k < sizeof bytes; k++)
        bytes[k] = (char) g_test_rand_int_range (0, 256);
      lueur_reader_read (reader, bytes, sizeof bytes, LUEUR_READER_LANG_AUTO, &f);
      g_assert_cmpuint (f.label, <, LUEUR_N_EMOTIONS);
      g_assert_true (f.intensity >= 0 && f.intensity <= 1 && f.valence >= -1 && f.valence <= 1);
    }
}

static void
test_damaged (void)
{
  g_autofree char *path = lueur_context_find_data ("emotion/" LUEUR_READER_MODEL_FILE);
  g_autofree char *copy = g_build_filename (g_get_tmp_dir (), "lueur-test-reader.bin", NULL);
  g_autofree char *bytes = NULL;
  gsize size;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  for (gsize n = 0; n < size; n += size / 17)
    {
      g_assert_true (g_file_set_contents (copy, bytes, (gssize) n, NULL));
      g_assert_null (lueur_reader_open (copy, &error));
      g_assert_true (error && error->domain == LUEUR_READER_ERROR);
      g_clear_error (&error);
    }
  for (gsize at = 0; at < size; at += size / 23 + 1)
    {
      bytes[at] ^= 1;
      g_assert_true (g_file_set_contents (copy, bytes, (gssize) size, NULL));
      g_assert_null (lueur_reader_open (copy, &error));
      g_assert_true (error && error->domain == LUEUR_READER_ERROR);
      g_clear_error (&error);
      bytes[at] ^= 1;
    }
  g_assert_true (g_file_set_contents (copy, "a picture of a cat", -1, NULL));
  g_assert_null (lueur_reader_open (copy, &error));
  g_assert_error (error, LUEUR_READER_ERROR, LUEUR_READER_ERROR_FOREIGN);
  g_unlink (copy);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/emotion/reader/sentences", test_sentences);
  g_test_add_func ("/emotion/reader/between-the-lines", test_between_the_lines);
  g_test_add_func ("/emotion/reader/hostile", test_hostile);
  g_test_add_func ("/emotion/reader/damaged", test_damaged);
  return g_test_run ();
}
