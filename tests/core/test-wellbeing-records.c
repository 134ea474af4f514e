/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the person keeps about themselves: what is counted, what is not, and that nothing is left of it. */

#include <math.h>
#include <string.h>

#include "core/context.h"
#include "core/store/database.h"
#include "core/wellbeing/time/usage.h"
#include "support/fake-clock.h"
#include "support/loop.h"

#define MARK "q7Zx"

typedef struct
{
  char *dir;
  LueurFakeClock *clock;
  LueurContext *context;
  LueurRecords *records;
  LueurWellbeing *wellbeing;
  GSettings *settings;
} Fixture;

static void
open_context (Fixture *f)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  f->context = lueur_context_new (LUEUR_CLOCK (f->clock), f->dir);
  f->records = lueur_context_get_records (f->context);
  f->wellbeing = lueur_context_get_wellbeing (f->context);
  f->settings = lueur_settings_get_gsettings (lueur_context_get_settings (f->context));
  lueur_context_open_async (f->context, NULL, lueur_test_keep_result, &result);
  lueur_test_await (&result);
  g_assert_true (lueur_context_open_finish (f->context, result, &error));
  g_assert_no_error (error);
}

static void
load (Fixture *f)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  lueur_records_load_async (f->records, NULL, lueur_test_keep_result, &result);
  lueur_test_await (&result);
  g_assert_true (lueur_records_load_finish (f->records, result, &error));
  g_assert_no_error (error);
}

static void
close_context (Fixture *f)
{
  lueur_context_close (f->context);
  lueur_test_drain ();
  g_clear_object (&f->context);
  lueur_test_drain ();
}

static void
setup (Fixture *f, gconstpointer data)
{
  f->dir = g_dir_make_tmp ("lueur-records-XXXXXX", NULL);
  f->clock = lueur_fake_clock_new ("Europe/Paris", 2026, 3, 10, 10, 0);
  open_context (f);
}

static void
teardown (Fixture *f, gconstpointer data)
{
  static const char *const keys[] = { "keep-figures", "feelings-journal", "check-in", "wellbeing-state" };
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", f->dir);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (f->settings, keys[i]);
  close_context (f);
  g_assert_finalize_object (f->clock);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (f->dir);
}

static void
use (Fixture *f, guint minutes)
{
  lueur_wellbeing_set_focused (f->wellbeing, TRUE);
  lueur_wellbeing_note_input (f->wellbeing, FALSE);
  for (guint i = 0; i < minutes * 3; i++)
    {
      lueur_fake_clock_advance_seconds (f->clock, 20);
      lueur_wellbeing_note_input (f->wellbeing, FALSE);
    }
  lueur_wellbeing_set_focused (f->wellbeing, FALSE);
}

static guint
marks_left (Fixture *f, const char *mark)
{
  g_autoptr (GDir) dir = g_dir_open (f->dir, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->dir, name, NULL);
      g_autofree char *contents = NULL;
      gsize length;

      if (!g_file_get_contents (path, &contents, &length, NULL))
        continue;
      for (char *p = contents; (p = memmem (p, length - (p - contents), mark, strlen (mark))) != NULL; p++)
        n++;
    }
  return n;
}

static void
erase_all (Fixture *f)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  lueur_records_erase_all_async (f->records, lueur_test_keep_result, &result);
  lueur_test_await (&result);
  g_assert_true (lueur_records_erase_finish (f->records, result, &error));
  g_assert_no_error (error);
}

static void
test_time (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurUsageReport) report = NULL;

  lueur_wellbeing_set_companion (f->wellbeing, 7);
  use (f, 20);
  lueur_wellbeing_set_companion (f->wellbeing, 9);
  use (f, 10);
  load (f);
  report = lueur_records_get_usage (f->records, 7);
  g_assert_cmpuint (report->today, ==, 30 * 60);
  g_assert_cmpuint (report->week, ==, 30 * 60);
  g_assert_cmpuint (report->week_before, ==, 0);
  g_assert_cmpuint (report->by_hour[10], ==, 30 * 60);
  g_assert_cmpuint (report->companions->len, ==, 2);
  g_assert_cmpint (g_array_index (report->companions, LueurUsageShare, 0).companion, ==, 7);
  g_assert_cmpuint (g_array_index (report->companions, LueurUsageShare, 0).seconds, ==, 20 * 60);

  /* Another start of the program: the day goes on. */
  close_context (f);
  open_context (f);
  lueur_test_spin (50);
  use (f, 5);
  g_assert_cmpuint (lueur_wellbeing_get_today_seconds (f->wellbeing), ==, 35 * 60);
  load (f);
  g_clear_pointer (&report, lueur_usage_report_free);
  report = lueur_records_get_usage (f->records, 7);
  g_assert_cmpuint (report->today, ==, 35 * 60);
}

/* Two weeks, where somebody wants no more than that. */
static void
test_kept_for_less (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurUsageReport) report = NULL;

  use (f, 40);
  lueur_fake_clock_advance_seconds (f->clock, 20 * 24 * 3600);
  use (f, 10);
  load (f);
  report = lueur_records_get_usage (f->records, 98);
  g_assert_cmpuint (report->total, ==, 50 * 60);
  close_context (f);
  open_context (f);
  g_settings_set_uint (f->settings, "keep-weeks", 2);
  load (f);
  g_clear_pointer (&report, lueur_usage_report_free);
  report = lueur_records_get_usage (f->records, 98);
  g_assert_cmpuint (report->total, ==, 10 * 60);
}

static void
test_switched_off (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurUsageReport) report = NULL;

  g_settings_set_boolean (f->settings, "keep-figures", FALSE);
  use (f, 40);
  lueur_wellbeing_take_break (f->wellbeing);
  load (f);
  report = lueur_records_get_usage (f->records, 98);
  g_assert_cmpuint (report->total, ==, 0);
  g_assert_cmpuint (lueur_records_count_nudges (f->records, 98, NULL), ==, 0);
  /* The suggestion of a pause works all the same. */
  g_assert_cmpuint (lueur_wellbeing_get_active_seconds (f->wellbeing), ==, 40 * 60);
}

static void
test_nudges (Fixture *f, gconstpointer data)
{
  load (f);
  use (f, 30);
  g_assert_true (lueur_wellbeing_get_nudge (f->wellbeing));
  lueur_wellbeing_postpone (f->wellbeing);
  g_assert_cmpuint (lueur_records_count_nudges (f->records, 7, LUEUR_NUDGE_LATER), ==, 1);
  use (f, 5);
  lueur_wellbeing_take_break (f->wellbeing);
  g_assert_cmpuint (lueur_records_count_nudges (f->records, 7, LUEUR_NUDGE_TAKEN), ==, 1);
  /* Taken by simply going away. */
  use (f, 30);
  g_assert_true (lueur_wellbeing_get_nudge (f->wellbeing));
  lueur_fake_clock_advance_seconds (f->clock, 20 * 60);
  use (f, 1);
  g_assert_cmpuint (lueur_records_count_nudges (f->records, 7, LUEUR_NUDGE_TAKEN), ==, 2);
  /* An answer to nothing counts for nothing. */
  lueur_wellbeing_take_break (f->wellbeing);
  g_assert_cmpuint (lueur_records_count_nudges (f->records, 7, LUEUR_NUDGE_TAKEN), ==, 2);
  /* Left standing three times. */
  use (f, 29 + 3 * 40);
  g_assert_cmpuint (lueur_records_count_nudges (f->records, 7, LUEUR_NUDGE_UNANSWERED), ==, 3);
  use (f, 90);
  g_assert_cmpuint (lueur_records_count_nudges (f->records, 7, NULL), ==, 6);
  /* Kept: another start tells the same. */
  close_context (f);
  open_context (f);
  load (f);
  g_assert_cmpuint (lueur_records_count_nudges (f->records, 7, NULL), ==, 6);
}

static void
test_journal (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurJournal) journal = NULL;
  LueurFeeling joy = { .label = LUEUR_EMOTION_JOY, .intensity = 0.8f, .valence = 0.8f };
  LueurFeeling faint = { .label = LUEUR_EMOTION_ANGER, .intensity = 0.05f, .valence = -0.1f };
  LueurFeeling sad = { .label = LUEUR_EMOTION_SADNESS, .intensity = 0.6f, .valence = -0.7f };

  load (f);
  lueur_records_note_feeling (f->records, &joy);
  lueur_records_note_word (f->records, MARK, -0.5);
  g_assert_false (lueur_records_has_journal (f->records));
  lueur_test_spin (50);
  g_assert_cmpuint (marks_left (f, MARK), ==, 0);

  g_settings_set_boolean (f->settings, "feelings-journal", TRUE);
  lueur_records_note_feeling (f->records, &joy);
  lueur_records_note_feeling (f->records, &joy);
  lueur_records_note_feeling (f->records, &faint);
  lueur_fake_clock_advance_seconds (f->clock, 24 * 3600);
  lueur_records_note_feeling (f->records, &sad);
  lueur_records_note_word (f->records, MARK, -0.5);
  close_context (f);
  open_context (f);
  load (f);
  journal = lueur_records_get_journal (f->records, 7);
  g_assert_cmpuint (journal->n_read[5], ==, 3);
  g_assert_cmpfloat_with_epsilon (journal->valence[5], (0.8 + 0.8 - 0.1) / 3, 1e-5);
  g_assert_cmpfloat_with_epsilon (journal->valence[6], -0.7, 1e-5);
  g_assert_true (isnan (journal->valence[0]));
  g_assert_cmpuint (journal->read->len, ==, 2);
  g_assert_cmpstr (((LueurJournalWord *) journal->read->pdata[0])->word, ==, "joy");
  g_assert_cmpuint (((LueurJournalWord *) journal->read->pdata[0])->n, ==, 2);
  g_assert_cmpuint (journal->chosen->len, ==, 1);

  {
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GError) error = NULL;

    g_assert_cmpuint (marks_left (f, MARK), >, 0);
    lueur_records_erase_journal_async (f->records, lueur_test_keep_result, &result);
    lueur_test_await (&result);
    g_assert_true (lueur_records_erase_finish (f->records, result, &error));
    g_assert_cmpuint (marks_left (f, MARK), ==, 0);
    g_assert_false (lueur_records_has_journal (f->records));
  }
}

static void
test_people (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurContact) zoe = lueur_contact_new (NULL), ana = lueur_contact_new (NULL), nobody = NULL;
  g_autoptr (LueurContact) first = NULL;
  g_autofree char *uri = NULL, *day_one = NULL;
  LueurContact *suggested;

  load (f);
  g_assert_null (lueur_records_suggest_person (f->records));
  g_object_set (zoe, "name", "Zoé", "relation", "sister\nBcc: x", "mail", "zoe@example.org", "phone", "+33 6 12-34", NULL);
  g_object_set (ana, "name", " Ana ", "mail", "ana@example.org?bcc=all@example.org", "phone", "call me", NULL);
  lueur_records_save_person (f->records, zoe);
  lueur_records_save_person (f->records, ana);
  g_assert_cmpuint (g_list_model_get_n_items (lueur_records_get_people (f->records)), ==, 2);
  first = g_list_model_get_item (lueur_records_get_people (f->records), 0);
  g_assert_true (first == ana);
  g_assert_cmpstr (lueur_contact_get_name (ana), ==, "Ana");
  g_assert_cmpstr (lueur_contact_get_relation (zoe), ==, "sister Bcc: x");
  uri = lueur_contact_get_mail_uri (zoe);
  g_assert_cmpstr (uri, ==, "mailto:zoe@example.org");
  g_clear_pointer (&uri, g_free);
  uri = lueur_contact_get_mail_uri (ana);
  g_assert_null (uri);
  uri = lueur_contact_get_phone_uri (zoe);
  g_assert_cmpstr (uri, ==, "tel:+3361234");
  g_clear_pointer (&uri, g_free);
  uri = lueur_contact_get_phone_uri (ana);
  g_assert_null (uri);

  /* Another one the next day. */
  suggested = lueur_records_suggest_person (f->records);
  day_one = g_strdup (lueur_contact_get_id (suggested));
  lueur_fake_clock_advance_seconds (f->clock, 24 * 3600);
  g_assert_cmpstr (lueur_contact_get_id (lueur_records_suggest_person (f->records)), !=, day_one);

  close_context (f);
  open_context (f);
  load (f);
  g_assert_cmpuint (g_list_model_get_n_items (lueur_records_get_people (f->records)), ==, 2);
  g_clear_object (&first);
  first = g_list_model_get_item (lueur_records_get_people (f->records), 1);
  g_assert_cmpstr (lueur_contact_get_name (first), ==, "Zoé");
  lueur_records_erase_person (f->records, first);
  g_assert_cmpuint (g_list_model_get_n_items (lueur_records_get_people (f->records)), ==, 1);
  g_assert_null (lueur_contact_from_json ("x", "{\"name\":3}"));
  g_assert_null (lueur_contact_from_json ("x", "[1,2"));
}

static void
test_check_in (Fixture *f, gconstpointer data)
{
  LueurCheckIn check_in = { .items = { 1, 2, 3 }, .people = 2 }, read;
  guint32 day = lueur_wellbeing_get_day (f->wellbeing);

  load (f);
  g_assert_false (lueur_records_is_check_in_due (f->records));
  g_settings_set_boolean (f->settings, "check-in", TRUE);
  g_assert_true (lueur_records_is_check_in_due (f->records));
  check_in.day = day;
  g_assert_cmpuint (lueur_check_in_get_sum (&check_in), ==, 6);
  lueur_records_add_check_in (f->records, &check_in);
  g_assert_false (lueur_records_is_check_in_due (f->records));
  /* Once more on the same day takes the place of the first. */
  check_in.items[0] = 2;
  lueur_records_add_check_in (f->records, &check_in);
  g_assert_cmpuint (lueur_records_get_check_ins (f->records)->len, ==, 1);
  lueur_fake_clock_advance_seconds (f->clock, 29 * 24 * 3600);
  g_assert_false (lueur_records_is_check_in_due (f->records));
  lueur_fake_clock_advance_seconds (f->clock, 24 * 3600);
  g_assert_true (lueur_records_is_check_in_due (f->records));
  g_settings_set_uint (f->settings, "check-in-days", 31);
  g_assert_false (lueur_records_is_check_in_due (f->records));
  close_context (f);
  open_context (f);
  load (f);
  g_assert_cmpuint (lueur_records_get_check_ins (f->records)->len, ==, 1);
  read = g_array_index (lueur_records_get_check_ins (f->records), LueurCheckIn, 0);
  g_assert_cmpuint (lueur_check_in_get_sum (&read), ==, 7);
  g_assert_cmpuint (read.day, ==, day);
  g_assert_false (lueur_check_in_from_json (&read, day, "{\"company\":1,\"left-out\":4,\"isolated\":1,\"people\":0}"));
  g_assert_false (lueur_check_in_from_json (&read, day, "null"));
}

/* One call, and no byte of any of it is left; the settings forget as well. */
static void
test_erase_all (Fixture *f, gconstpointer data)
{
  LueurCheckIn check_in = { .items = { 1, 2, 3 }, .people = 2 };
  g_autoptr (LueurUsageReport) report = NULL;

  load (f);
  g_settings_set_boolean (f->settings, "feelings-journal", TRUE);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *name = g_strdup_printf (MARK " %u", i);
      g_autofree char *json = g_strdup_printf ("{\"step\":1,\"answers\":[\"" MARK " %0900u\"]}", i);
      g_autoptr (LueurContact) person = lueur_contact_new (NULL);

      g_object_set (person, "name", name, "relation", MARK, NULL);
      lueur_records_save_person (f->records, person);
      lueur_records_note_word (f->records, name, 0);
      lueur_records_save_exercise (f->records, "order", json);
    }
  use (f, 35);
  check_in.day = lueur_wellbeing_get_day (f->wellbeing);
  lueur_records_add_check_in (f->records, &check_in);
  lueur_test_spin (100);
  g_assert_cmpuint (marks_left (f, MARK), >, 60);
  g_assert_cmpuint (marks_left (f, "left-out"), >, 0);
  g_settings_set_string (f->settings, "adulthood", "minor");
  erase_all (f);
  g_assert_cmpuint (marks_left (f, MARK), ==, 0);
  g_assert_cmpuint (marks_left (f, "left-out"), ==, 0);
  report = lueur_records_get_usage (f->records, 98);
  g_assert_cmpuint (report->total, ==, 0);
  g_assert_cmpuint (lueur_wellbeing_get_today_seconds (f->wellbeing), ==, 0);
  g_assert_null (g_settings_get_user_value (f->settings, "wellbeing-state"));
  g_assert_null (g_settings_get_user_value (f->settings, "adulthood"));
  g_assert_cmpuint (g_list_model_get_n_items (lueur_records_get_people (f->records)), ==, 0);
  g_assert_null (lueur_records_get_exercise (f->records, "order"));
  load (f);
  g_assert_cmpuint (lueur_records_get_check_ins (f->records)->len, ==, 0);
}

/* Somebody filled the store anew: what is told is what is there, and today goes on from there. */
static void
test_reread (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->dir, "lueur.db", NULL);
  g_autoptr (LueurDatabase) db = NULL;
  g_autoptr (LueurUsageReport) report = NULL;
  g_autoptr (LueurContact) person = lueur_contact_new (NULL), first = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_object_set (person, "name", "Somebody before", NULL);
  lueur_records_save_person (f->records, person);
  lueur_records_save_exercise (f->records, "order", "{\"step\":1}");
  use (f, 35);
  load (f);
  g_assert_cmpuint (lueur_wellbeing_get_today_seconds (f->wellbeing), ==, 35 * 60);
  db = lueur_database_open (path, LUEUR_DATABASE_WRITER, &error);
  g_assert_no_error (error);
  g_assert_true (lueur_database_script (db,
                                        "DELETE FROM usage_hour; DELETE FROM record; DELETE FROM tally;"
                                        "INSERT INTO usage_hour VALUES (20260310, 9, 0, 300, 1, 1);"
                                        "INSERT INTO record VALUES ('person', 'a', '{\"name\":\"Inès\"}', 5);",
                                        &error));
  lueur_records_reread_async (f->records, lueur_test_keep_result, &result);
  lueur_test_await (&result);
  g_assert_true (lueur_records_load_finish (f->records, result, &error));
  g_assert_no_error (error);
  lueur_test_spin (50);
  report = lueur_records_get_usage (f->records, 7);
  g_assert_cmpuint (report->today, ==, 300);
  g_assert_cmpuint (lueur_wellbeing_get_today_seconds (f->wellbeing), ==, 300);
  g_assert_null (lueur_records_get_exercise (f->records, "order"));
  g_assert_cmpuint (g_list_model_get_n_items (lueur_records_get_people (f->records)), ==, 1);
  first = g_list_model_get_item (lueur_records_get_people (f->records), 0);
  g_assert_cmpstr (lueur_contact_get_name (first), ==, "Inès");
  /* And it is still written down. */
  use (f, 10);
  g_assert_cmpuint (lueur_wellbeing_get_today_seconds (f->wellbeing), ==, 300 + 10 * 60);
}

/* A report is what it is told: days of a wrong clock, doubled hours and damage add nothing. */
static void
test_report (void)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  guint32 today = lueur_day_from_date (20260310);
  LueurUsageRow all[] = {
    { 20260310, 9, 1, 600, 0 },  { 20260304, 9, 1, 60, 0 },   { 20260303, 9, 1, 120, 0 }, { 20260225, 23, 2, 180, 0 },
    { 20260224, 1, 2, 999, 0 },  { 20270101, 9, 1, 3600, 0 }, { 20261399, 9, 1, 3600, 0 }, { 20260310, 77, 1, 3600, 0 },
    { 20260309, 4, 1, -5, 0 },   { 20260309, 5, 1, 999999, 0 },
  };
  g_autoptr (LueurUsageReport) report = NULL, long_one = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_ptr_array_add (rows, &all[i]);
  report = lueur_usage_report_new (rows, today, 7);
  g_assert_cmpuint (report->today, ==, 600);
  g_assert_cmpuint (report->total, ==, 600 + 60 + 7200);
  g_assert_cmpuint (report->week, ==, 600 + 60 + 7200);
  g_assert_cmpuint (report->week_before, ==, 120 + 180);
  g_assert_cmpuint (report->by_day[0], ==, 60);
  long_one = lueur_usage_report_new (rows, today, 98);
  g_assert_cmpuint (lueur_usage_report_get_week_mean (long_one, 13), ==, (600 + 60 + 7200) / 7);
  g_assert_cmpuint (lueur_usage_report_get_week_mean (long_one, 12), ==, (120 + 180) / 7);
  g_assert_cmpuint (lueur_usage_report_get_week_mean (long_one, 14), ==, 0);
  g_assert_cmpuint (long_one->companions->len, ==, 2);
  for (guint32 day = today - 800; day < today; day++)
    g_assert_cmpuint (lueur_day_from_date (lueur_day_to_date (day)), ==, day);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/wellbeing/records/time", Fixture, NULL, setup, test_time, teardown);
  g_test_add ("/wellbeing/records/switched-off", Fixture, NULL, setup, test_switched_off, teardown);
  g_test_add ("/wellbeing/records/kept-for-less", Fixture, NULL, setup, test_kept_for_less, teardown);
  g_test_add ("/wellbeing/records/nudges", Fixture, NULL, setup, test_nudges, teardown);
  g_test_add ("/wellbeing/records/journal", Fixture, NULL, setup, test_journal, teardown);
  g_test_add ("/wellbeing/records/people", Fixture, NULL, setup, test_people, teardown);
  g_test_add ("/wellbeing/records/check-in", Fixture, NULL, setup, test_check_in, teardown);
  g_test_add ("/wellbeing/records/erase-all", Fixture, NULL, setup, test_erase_all, teardown);
  g_test_add ("/wellbeing/records/reread", Fixture, NULL, setup, test_reread, teardown);
  g_test_add_func ("/wellbeing/records/report", test_report);
  return g_test_run ();
}
