/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the interface derives from what is; no widget is made. */

#include <glib/gi18n.h>
#include <locale.h>

#include "core/error.h"
#include "core/store/store.h"
#include "lueur-config.h"
#include "ui/closures.h"
#include "ui/error-text.h"
#include "ui/wellbeing/words.h"

static gint64
at (const char *zone, int year, int month, int day, int hour, int minute)
{
  g_autoptr (GTimeZone) tz = g_time_zone_new_identifier (zone);
  g_autoptr (GDateTime) time = g_date_time_new (tz, year, month, day, hour, minute, 0);

  return g_date_time_to_unix_usec (time);
}

#define assert_text(expression, expected)                 \
  G_STMT_START                                            \
  {                                                       \
    g_autofree char *text_ = (expression);                \
    g_assert_cmpstr (text_, ==, (expected));              \
  }                                                       \
  G_STMT_END

static void
test_when (void)
{
  g_autoptr (GTimeZone) paris = g_time_zone_new_identifier ("Europe/Paris");
  gint64 now = at ("Europe/Paris", 2025, 3, 12, 9, 0);

  assert_text (lueur_format_when (at ("Europe/Paris", 2025, 3, 12, 0, 1), now, paris), "00:01");
  assert_text (lueur_format_when (at ("Europe/Paris", 2025, 3, 11, 23, 59), now, paris), "Yesterday");
  assert_text (lueur_format_when (at ("Europe/Paris", 2025, 3, 10, 12, 0), now, paris), "Mon");
  assert_text (lueur_format_when (at ("Europe/Paris", 2025, 3, 6, 12, 0), now, paris), "Thu");
  /* A week ago the weekday would be ambiguous. */
  assert_text (lueur_format_when (at ("Europe/Paris", 2025, 3, 5, 12, 0), now, paris), "5 Mar");
  assert_text (lueur_format_when (at ("Europe/Paris", 2024, 3, 5, 12, 0), now, paris), "03/05/24");
  /* A clock that was set back: the future is no "Tomorrow" and no weekday. */
  assert_text (lueur_format_when (at ("Europe/Paris", 2025, 3, 13, 12, 0), now, paris), "13 Mar");
  assert_text (lueur_format_when (G_MAXINT64, now, paris), "");
}

static void
test_no_lone_word (void)
{
  assert_text (lueur_closure_no_lone_word (NULL, "Check the disk, then try again."), "Check the disk, then try\302\240again.");
  assert_text (lueur_closure_no_lone_word (NULL, "Again."), "Again.");
  assert_text (lueur_closure_no_lone_word (NULL, "Two words"), "Two words");
  assert_text (lueur_closure_no_lone_word (NULL, "Of Donaudampfschifffahrt Verwaltungsbeamte"), "Of Donaudampfschifffahrt Verwaltungsbeamte");
  assert_text (lueur_closure_no_lone_word (NULL, NULL), "");
}

static void
test_day (void)
{
  g_autoptr (GTimeZone) paris = g_time_zone_new_identifier ("Europe/Paris");
  gint64 now = at ("Europe/Paris", 2025, 3, 30, 12, 0);

  assert_text (lueur_format_day (at ("Europe/Paris", 2025, 3, 30, 0, 0), now, paris), "Today");
  /* The night that has 23 hours. */
  assert_text (lueur_format_day (at ("Europe/Paris", 2025, 3, 29, 23, 59), now, paris), "Yesterday");
  assert_text (lueur_format_day (at ("Europe/Paris", 2025, 3, 25, 8, 0), now, paris), "Tuesday");
  assert_text (lueur_format_day (at ("Europe/Paris", 2025, 3, 20, 8, 0), now, paris), "Thursday, 20 March");
  assert_text (lueur_format_day (at ("Europe/Paris", 2023, 12, 24, 8, 0), now, paris), "24 December 2023");
  /* A day heads its line, in a language that writes it small as well. */
  if (setlocale (LC_TIME, "fr_FR.UTF-8") != NULL)
    assert_text (lueur_format_day (at ("Europe/Paris", 2025, 3, 25, 8, 0), now, paris), "Mardi");
  else
    g_test_message ("without French days");
  setlocale (LC_TIME, "C.UTF-8");
}

/* The French catalogue, made of what is translated. */
static void
speak_french (const char *folder)
{
  g_autofree char *place = g_build_filename (folder, "fr", "LC_MESSAGES", NULL);
  g_autofree char *made = g_build_filename (place, GETTEXT_PACKAGE ".mo", NULL);
  g_autofree char *french = g_test_build_filename (G_TEST_DIST, "..", "po", "fr.po", NULL);
  const char *const argv[] = { "msgfmt", "-o", made, french, NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_assert_cmpint (g_mkdir_with_parents (place, 0700), ==, 0);
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_setenv ("LANGUAGE", "fr", TRUE);
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* A language that has a word for the first of a month gets it, in every date; the others keep their number. The last test that
 * is run: it leaves the words in French. */
static void
test_first_of_month (void)
{
  g_autoptr (GTimeZone) paris = g_time_zone_new_identifier ("Europe/Paris");
  gint64 now = at ("Europe/Paris", 2025, 12, 20, 12, 0), first = at ("Europe/Paris", 2025, 12, 1, 12, 0);
  g_autofree char *folder = g_dir_make_tmp ("lueur-french-XXXXXX", NULL);
  g_autoptr (GDate) day = g_date_new_dmy (1, 12, 2025), other = g_date_new_dmy (21, 12, 2025);

  assert_text (lueur_format_when (first, now, paris), "1 Dec");
  assert_text (lueur_format_day (first, now, paris), "Monday, 1 December");
  assert_text (lueur_words_day (g_date_get_julian (day)), "Monday 1 December");
  if (setlocale (LC_ALL, "fr_FR.UTF-8") == NULL)
    {
      g_test_skip ("without French");
      return;
    }
  speak_french (folder);
  assert_text (lueur_format_when (first, now, paris), "1er\302\240déc.");
  assert_text (lueur_format_day (first, now, paris), "Lundi 1er\302\240décembre");
  assert_text (lueur_format_day (at ("Europe/Paris", 2025, 12, 11, 8, 0), now, paris), "Jeudi 11\302\240décembre");
  assert_text (lueur_format_day (at ("Europe/Paris", 2024, 1, 1, 8, 0), now, paris), "1er\302\240janvier 2024");
  assert_text (lueur_format_moment (first, paris), "Lundi 1er\302\240décembre 2025 à 12:00");
  assert_text (lueur_words_day (g_date_get_julian (day)), "Lundi 1er\302\240décembre");
  assert_text (lueur_words_day (g_date_get_julian (other)), "Dimanche 21\302\240décembre");
  assert_text (lueur_words_day_short (g_date_get_julian (day)), "1er\302\240déc.");
}

static void
test_day_number (void)
{
  g_autoptr (GTimeZone) paris = g_time_zone_new_identifier ("Europe/Paris");
  g_autoptr (GTimeZone) tokyo = g_time_zone_new_identifier ("Asia/Tokyo");
  gint64 late = at ("Europe/Paris", 2025, 6, 1, 23, 30);

  g_assert_cmpuint (lueur_day_number (late, paris) + 1, ==, lueur_day_number (late + G_TIME_SPAN_HOUR, paris));
  g_assert_cmpuint (lueur_day_number (late, paris) + 1, ==, lueur_day_number (late, tokyo));
  g_assert_cmpuint (lueur_day_number (G_MAXINT64, paris), ==, 0);
}

static void
test_title (void)
{
  assert_text (lueur_closure_title (NULL, "About *that* dream", "Iris"), "About that dream");
  assert_text (lueur_closure_title (NULL, "", "Iris"), "Iris");
  assert_text (lueur_closure_title (NULL, NULL, "Iris"), "Iris");
  assert_text (lueur_closure_title (NULL, "***", NULL), "");
}

/* Every fault has words of its own, a hint, and a way on. */
static void
test_faults (void)
{
  LueurErrorText server = lueur_error_text_for_fault (LUEUR_FAULT_SERVER);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (LueurFault fault = 0; fault <= LUEUR_FAULT_STORE; fault++)
    {
      LueurErrorText text = lueur_error_text_for_fault (fault);
      LueurErrorText by_name = lueur_error_text_for_name (lueur_fault_get_name (fault));
      g_autoptr (GError) error = g_error_new_literal (LUEUR_FAULT_ERROR, fault, "sk-secret");
      LueurErrorText by_error = lueur_error_text_for_error (error);

      g_test_message ("%s", lueur_fault_get_name (fault));
      g_assert_nonnull (text.sentence);
      g_assert_nonnull (text.hint);
      g_assert_true (g_str_has_suffix (text.sentence, "."));
      g_assert_true (g_str_has_suffix (text.hint, "."));
      g_assert_true (g_hash_table_add (seen, (gpointer) text.sentence));
      g_assert_cmpint (text.ways, !=, LUEUR_WAY_NONE);
      if (fault != LUEUR_FAULT_SERVER)
        g_assert_cmpstr (text.sentence, !=, server.sentence);
      g_assert_cmpstr (by_name.sentence, ==, text.sentence);
      g_assert_cmpstr (by_error.sentence, ==, text.sentence);
    }
  g_assert_cmpstr (lueur_error_text_for_name ("of-a-later-version").sentence, ==, server.sentence);
  g_assert_cmpstr (lueur_error_text_for_name (NULL).sentence, ==, server.sentence);
}

static void
test_starts (void)
{
  const LueurStoreError codes[] = { LUEUR_STORE_ERROR_NEWER, LUEUR_STORE_ERROR_CORRUPT, LUEUR_STORE_ERROR_READ_ONLY,
                                    LUEUR_STORE_ERROR_FULL,  LUEUR_STORE_ERROR_LOCKED,  LUEUR_STORE_ERROR_IO,
                                    LUEUR_STORE_ERROR_FAILED };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) foreign = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "?");

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (LUEUR_STORE_ERROR, codes[i], "detail");
      LueurStartText text = lueur_error_text_for_start (error);

      g_assert_true (g_hash_table_add (seen, (gpointer) text.title));
      g_assert_true (g_str_has_suffix (text.description, "."));
    }
  g_assert_nonnull (lueur_error_text_for_start (foreign).title);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/closures/when", test_when);
  g_test_add_func ("/closures/no-lone-word", test_no_lone_word);
  g_test_add_func ("/closures/day", test_day);
  g_test_add_func ("/closures/day-number", test_day_number);
  g_test_add_func ("/closures/title", test_title);
  g_test_add_func ("/error-text/faults", test_faults);
  g_test_add_func ("/error-text/starts", test_starts);
  g_test_add_func ("/closures/first-of-month", test_first_of_month);

  return g_test_run ();
}
