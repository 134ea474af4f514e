/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether somebody says that they are under 18: on sentences written before the patterns, half of which only sound like it. */

#include <json-glib/json-glib.h>
#include <string.h>

#include "core/wellbeing/age/age.h"
#include "core/wellbeing/age/stated-age.h"
#include "support/fake-clock.h"
#include "support/loop.h"

#define YEAR 2026

static LueurStatedAge *age;

static gboolean
is_minor (const char *text)
{
  return lueur_stated_age_is_minor (age, text, NULL, YEAR);
}

/* @least: of 100 that are to be found; none of the others ever. */
static void
check_corpus (const char *name, const char *language, guint least, guint n_least)
{
  g_autofree char *file = g_strdup_printf ("%s-%s.jsonl", name, language);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "wellbeing", file, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0, found = 0, n_other = 0, wrong = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (JsonNode) node = json_from_string (lines[i], NULL);
      JsonObject *row = json_node_get_object (node);
      const char *said = json_object_get_string_member (row, "text");
      gboolean is = json_object_get_boolean_member (row, "minor");
      gboolean read = lueur_stated_age_is_minor (age, said, json_object_get_string_member_with_default (row, "asked", NULL), YEAR);

      if (is != read)
        g_test_message ("%s: %s", is ? "missed" : "wrong", said);
      n += is;
      n_other += !is;
      found += is && read;
      wrong += !is && read;
    }
  g_test_message ("found %u of %u, wrong %u of %u", found, n, wrong, n_other);
  g_assert_cmpuint (n, >=, n_least);
  g_assert_cmpuint (n_other, >=, n_least);
  g_assert_cmpuint (found * 100, >=, n * least);
  g_assert_cmpuint (wrong, ==, 0);
}

static void
test_corpus (gconstpointer language)
{
  check_corpus ("ages", language, 95, 120);
}

/* Sentences that no pattern was written for: what other people's words will meet. */
static void
test_apart (gconstpointer language)
{
  check_corpus ("ages-apart", language, 70, 30);
}

/* A year of birth is an age in some years only. */
static void
test_years (void)
{
  g_assert_true (lueur_stated_age_is_minor (age, "I was born in 2010", NULL, 2026));
  g_assert_true (lueur_stated_age_is_minor (age, "je suis née en 2009", NULL, 2026));
  g_assert_false (lueur_stated_age_is_minor (age, "I was born in 2010", NULL, 2028));
  /* Who turns 18 this year may have done so already. */
  g_assert_false (lueur_stated_age_is_minor (age, "je suis née en 2008", NULL, 2026));
  g_assert_false (lueur_stated_age_is_minor (age, "I was born in 2030", NULL, 2026));
}

/* A grown age next to it, and the words of others. */
static void
test_precedence (void)
{
  g_assert_true (is_minor ("I'm 15"));
  g_assert_false (is_minor ("I'm 15. No, kidding, I'm 34."));
  g_assert_false (is_minor ("J'ai 16 ans. Non, j'ai 40 ans."));
  g_assert_false (is_minor ("j'ai 34 ans"));
  g_assert_true (is_minor ("j'aurai 18 ans dans un an"));
  g_assert_false (is_minor ("“I'm 15 and lost,” he wrote."));
  g_assert_true (is_minor ("I'm *15*"));
  g_assert_false (is_minor ("> I'm 15 years old\nwhat would you answer to that?"));
  g_assert_false (is_minor ("— J'ai 15 ans, dit-elle."));
  g_assert_true (is_minor ("Let's stop. I'm 15."));
  g_assert_false (is_minor ("Let's play pretend. I'm 15."));
}

/* A number alone is an age only where it was asked for. */
static void
test_answer (void)
{
  g_assert_false (lueur_stated_age_is_minor (age, "15", "", YEAR));
  g_assert_false (is_minor ("15 of us came"));
  g_assert_true (lueur_stated_age_is_minor (age, "15", "How old are you?", YEAR));
  g_assert_true (lueur_stated_age_is_minor (age, "quinze ans", "Et quel âge as-tu ?", YEAR));
  g_assert_false (lueur_stated_age_is_minor (age, "15", "How old is your cat?", YEAR));
  g_assert_false (lueur_stated_age_is_minor (age, "42", "How old are you?", YEAR));
}

static void
test_hostile (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 start = lueur_test_cpu_time ();

  g_assert_false (is_minor (""));
  g_assert_false (is_minor ("\xff\xfe"));
  g_assert_false (is_minor ("99999999999999999999999999"));
  g_assert_true (is_minor ("i a\xcc\x81m 1\xe2\x80\x8b" "5"));
  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "\"* 15 ' i am « dix ");
  is_minor (text->str);
  g_assert_cmpint (lueur_test_cpu_time () - start, <, 5 * G_USEC_PER_SEC);
}

/* Said once and told once; what the person corrects is corrected, until they say it again. */
static void
test_heard (void)
{
  g_autoptr (LueurFakeClock) clock = lueur_fake_clock_new ("Europe/Paris", 2026, 5, 4, 10, 0);
  g_autoptr (LueurSettings) settings = lueur_settings_new ();
  g_autoptr (LueurAge) heard = NULL;

  g_settings_reset (lueur_settings_get_gsettings (settings), "adulthood");
  heard = lueur_age_new (LUEUR_CLOCK (clock), settings);
  lueur_age_note (heard, "My daughter is 15", "");
  g_assert_cmpint (lueur_settings_get_adulthood (settings), ==, LUEUR_ADULTHOOD_UNKNOWN);
  g_assert_false (lueur_age_get_line (heard));
  lueur_age_note (heard, "15", "How old are you?");
  g_assert_cmpint (lueur_settings_get_adulthood (settings), ==, LUEUR_ADULTHOOD_MINOR);
  g_assert_true (lueur_age_get_line (heard));
  lueur_age_dismiss (heard);
  lueur_age_note (heard, "I told you, I'm 15", "");
  g_assert_false (lueur_age_get_line (heard));
  /* A grown age that is only said undoes nothing. */
  lueur_age_note (heard, "j'ai 34 ans", "");
  g_assert_cmpint (lueur_settings_get_adulthood (settings), ==, LUEUR_ADULTHOOD_MINOR);

  lueur_settings_set_adulthood (settings, LUEUR_ADULTHOOD_ADULT);
  lueur_age_note (heard, "hello", "");
  g_assert_cmpint (lueur_settings_get_adulthood (settings), ==, LUEUR_ADULTHOOD_ADULT);
  /* The year is the clock's. */
  lueur_age_note (heard, "I was born in 2012", "");
  g_assert_cmpint (lueur_settings_get_adulthood (settings), ==, LUEUR_ADULTHOOD_MINOR);
  g_assert_true (lueur_age_get_line (heard));
  lueur_settings_set_adulthood (settings, LUEUR_ADULTHOOD_UNKNOWN);
  g_assert_false (lueur_age_get_line (heard));
  g_settings_reset (lueur_settings_get_gsettings (settings), "adulthood");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  age = lueur_stated_age_new ();
  g_test_add_data_func ("/wellbeing/age/en", "en", test_corpus);
  g_test_add_data_func ("/wellbeing/age/fr", "fr", test_corpus);
  g_test_add_data_func ("/wellbeing/age/apart-en", "en", test_apart);
  g_test_add_data_func ("/wellbeing/age/apart-fr", "fr", test_apart);
  g_test_add_func ("/wellbeing/age/years", test_years);
  g_test_add_func ("/wellbeing/age/precedence", test_precedence);
  g_test_add_func ("/wellbeing/age/answer", test_answer);
  g_test_add_func ("/wellbeing/age/heard", test_heard);
  g_test_add_func ("/wellbeing/age/hostile", test_hostile);
  result = g_test_run ();
  lueur_stated_age_free (age);
  return result;
}
