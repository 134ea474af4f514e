/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When the card comes and goes, and whom it names. */

#include <string.h>

#include "core/wellbeing/danger/care.h"
#include "core/wellbeing/danger/crisis-lines.h"
#include "support/fake-clock.h"

#define MINUTE (60 * G_USEC_PER_SEC)

static void
test_times (void)
{
  g_autoptr (LueurFakeClock) clock = lueur_fake_clock_new ("Europe/Paris", 2026, 3, 10, 20, 0);
  g_autoptr (LueurCare) care = lueur_care_new (LUEUR_CLOCK (clock));

  g_assert_cmpint (lueur_care_note (care, "ce boulot va me tuer"), ==, LUEUR_CRISIS_NONE);
  g_assert_false (lueur_care_get_calm (care));
  g_assert_false (lueur_care_get_offered (care));

  g_assert_cmpint (lueur_care_note (care, "je veux mourir"), >=, LUEUR_CRISIS_PASSIVE);
  g_assert_true (lueur_care_get_calm (care));
  g_assert_true (lueur_care_get_card (care));
  g_assert_false (lueur_care_get_urgent (care));
  lueur_care_set_card (care, FALSE);

  /* Once in half an hour by itself; its button always. */
  lueur_fake_clock_advance (clock, 10 * MINUTE);
  lueur_care_note (care, "je veux mourir");
  g_assert_false (lueur_care_get_card (care));
  g_assert_true (lueur_care_get_offered (care));
  lueur_care_set_card (care, TRUE);
  g_assert_true (lueur_care_get_card (care));
  lueur_care_set_card (care, FALSE);

  /* What comes later prolongs; immediate danger says so. */
  lueur_fake_clock_advance (clock, 25 * MINUTE);
  g_assert_true (lueur_care_get_calm (care));
  lueur_care_note (care, "je vais me tuer ce soir");
  g_assert_true (lueur_care_get_card (care));
  g_assert_true (lueur_care_get_urgent (care));
  lueur_fake_clock_advance (clock, 31 * MINUTE);
  g_assert_false (lueur_care_get_calm (care));
  g_assert_false (lueur_care_get_urgent (care));
  g_assert_true (lueur_care_get_offered (care));
}

static GPtrArray *
load (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("LUEUR_DATA_DIR"), "crisis-lines.json", NULL);
  g_autoptr (GError) error = NULL;
  GPtrArray *lines = lueur_crisis_lines_load (path, &error);

  g_assert_no_error (error);
  return lines;
}

static void
assert_first (GPtrArray *lines, const char *region, const char *language, gboolean urgent, const char *number)
{
  g_autoptr (GPtrArray) picked = lueur_crisis_lines_pick (lines, region, language, urgent);
  const LueurCrisisLine *line = picked->len > 0 ? g_ptr_array_index (picked, 0) : NULL;

  g_assert_nonnull (line);
  g_assert_nonnull (strstr (line->phone != NULL ? line->phone : line->url, number));
}

static void
test_lines (void)
{
  g_autoptr (GPtrArray) lines = load ();

  assert_first (lines, "FR", "fr", FALSE, "3114");
  assert_first (lines, "FR", "fr", TRUE, "112");
  assert_first (lines, "US", "en", FALSE, "988");
  assert_first (lines, "US", "en", TRUE, "911");
  assert_first (lines, "CA", "en", FALSE, "988");
  assert_first (lines, "GB", "en", FALSE, "116 123");
  assert_first (lines, "GB", "en", TRUE, "999");
  assert_first (lines, "IE", "en", FALSE, "116 123");
  assert_first (lines, "IE", "en", TRUE, "112");
  assert_first (lines, "BE", "fr", FALSE, "0800 32 123");
  assert_first (lines, "BE", "fr", TRUE, "112");
  assert_first (lines, "BE", "nl", FALSE, "1813");
  assert_first (lines, "CH", "fr", FALSE, "143");
  assert_first (lines, "CH", "fr", TRUE, "144");
  assert_first (lines, "*", "en", FALSE, "findahelpline.com");
  /* Every country has its emergency number, in quiet as in danger. */
  for (guint i = 0; lueur_crisis_regions[i] != NULL && strcmp (lueur_crisis_regions[i], "*") != 0; i++)
    for (guint urgent = 0; urgent < 2; urgent++)
      {
        g_autoptr (GPtrArray) picked = lueur_crisis_lines_pick (lines, lueur_crisis_regions[i], "en", urgent);
        gboolean found = FALSE;

        for (guint k = 0; k < picked->len; k++)
          found = found || ((LueurCrisisLine *) g_ptr_array_index (picked, k))->emergency;
        g_assert_true (found);
      }
  /* 116 123 is not a number of all of Europe. */
  for (guint i = 0; i < lines->len; i++)
    {
      const LueurCrisisLine *line = g_ptr_array_index (lines, i);

      if (g_strcmp0 (line->phone, "116 123") == 0)
        g_assert_true (strcmp (line->region, "GB") == 0 || strcmp (line->region, "IE") == 0);
      g_assert_nonnull (line->source);
    }
}

/* A release warns when a number was not looked at for a year. */
static void
test_age (void)
{
  g_autoptr (GPtrArray) lines = load ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  for (guint i = 0; i < lines->len; i++)
    {
      const LueurCrisisLine *line = g_ptr_array_index (lines, i);
      g_autofree char *iso = g_strconcat (line->checked, "T00:00:00Z", NULL);
      g_autoptr (GDateTime) checked = g_date_time_new_from_iso8601 (iso, NULL);
      g_autoptr (GDateTime) limit = NULL;

      g_assert_nonnull (checked);
      limit = g_date_time_add_months (checked, 12);
      if (g_date_time_compare (now, limit) > 0)
        g_test_message ("WARNING: “%s” was last checked on %s, more than 12 months ago", line->name, line->checked);
    }
}

static void
test_locale (void)
{
  static const struct
  {
    const char *locale;
    const char *region;
  } cases[] = {
    { "fr_FR.UTF-8", "FR" }, { "fr_BE", "BE" }, { "nl_BE.UTF-8", "BE" }, { "en_US.UTF-8", "US" }, { "en_GB", "GB" },
    { "de_CH.UTF-8", "CH" }, { "de_DE.UTF-8", "*" }, { "es_ES", "*" }, { "C", "*" }, { "fr", "*" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const names[] = { cases[i].locale, NULL };

      g_assert_cmpstr (lueur_crisis_region_from_locale (names), ==, cases[i].region);
    }
}

/* Nothing that is said to a person in danger names a means, and what replaces a bad reply passes the check itself. */
static void
test_words (void)
{
  g_autoptr (LueurFakeClock) clock = lueur_fake_clock_new ("Europe/Paris", 2026, 3, 10, 20, 0);
  g_autoptr (LueurCare) care = lueur_care_new (LUEUR_CLOCK (clock));
  static const char *const languages[] = { "en", "fr" };

  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    for (guint formal = 0; formal < 2; formal++)
      {
        LueurConductFinding finding;

        lueur_conduct_check (lueur_care_get_conduct (care), "bye", lueur_care_get_goodbye (languages[l], formal), &finding);
        g_assert_cmpuint (finding.tactics, ==, 0);
        lueur_conduct_check (lueur_care_get_conduct (care), "are you human?", lueur_care_get_plain_ai (languages[l], formal), &finding);
        g_assert_true (finding.says_ai);
        g_assert_false (finding.claims_human);
        for (int klass = LUEUR_CRISIS_PASSIVE; klass <= LUEUR_CRISIS_IMMINENT; klass++)
          {
            const char *answer = lueur_care_get_answer (klass, languages[l], formal);

            lueur_conduct_check (lueur_care_get_conduct (care), "", answer, &finding);
            g_assert_cmpuint (finding.tactics & (1u << LUEUR_TACTIC_GUILT | 1u << LUEUR_TACTIC_SECRECY), ==, 0);
            g_assert_true (finding.says_ai);
          }
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wellbeing/care/times", test_times);
  g_test_add_func ("/wellbeing/care/lines", test_lines);
  g_test_add_func ("/wellbeing/care/age", test_age);
  g_test_add_func ("/wellbeing/care/locale", test_locale);
  g_test_add_func ("/wellbeing/care/words", test_words);
  return g_test_run ();
}
