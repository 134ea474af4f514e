/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages about time and wellbeing, used as a person does: by keyboard, and told to who does not see them. */

#include "core/wellbeing/time/usage.h"
#include "ui/wellbeing/chart.h"
#include "ui/wellbeing/words.h"
#include "wellbeing-fixture.h"

static void
use (Fixture *f, guint minutes)
{
  LueurWellbeing *wellbeing = lueur_context_get_wellbeing (f->context);

  lueur_wellbeing_set_focused (wellbeing, TRUE);
  lueur_wellbeing_note_input (wellbeing, FALSE);
  for (guint i = 0; i < minutes * 3; i++)
    {
      lueur_fake_clock_advance_seconds (f->clock, 20);
      lueur_wellbeing_note_input (wellbeing, FALSE);
    }
  lueur_wellbeing_set_focused (wellbeing, FALSE);
}

static void
test_figures (Fixture *f, gconstpointer data)
{
  LueurWellbeingDialog *dialog;
  GtkWidget *chart, *ranges;

  use (f, 25);
  dialog = open_dialog (f, "");
  g_assert_nonnull (FIND (dialog, GTK_TYPE_LABEL, "label", "25 minutes"));
  g_assert_nonnull (FIND (dialog, GTK_TYPE_LABEL, "label", "Today · 25 minutes"));
  chart = FIND (dialog, LUEUR_TYPE_CHART, NULL, NULL);
  g_assert_cmpuint (lueur_chart_get_n_items (LUEUR_CHART (chart)), ==, 7);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL, "Minutes a Day");
  ranges = FIND (dialog, ADW_TYPE_TOGGLE_GROUP, NULL, NULL);
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (ranges), "weeks");
  g_assert_cmpuint (lueur_chart_get_n_items (LUEUR_CHART (chart)), ==, 35);
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (ranges), "all");
  g_assert_cmpuint (lueur_chart_get_n_items (LUEUR_CHART (chart)), ==, 14);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL, "Minutes a Day, by Week");
  lueur_test_shot (f->window, "figures");
}

static void
test_limits (Fixture *f, gconstpointer data)
{
  LueurWellbeingDialog *dialog = open_dialog (f, "");
  GtkWidget *goal = FIND (dialog, ADW_TYPE_SWITCH_ROW, "title", "Daily Goal");
  GtkWidget *late = FIND (dialog, ADW_TYPE_SWITCH_ROW, "title", "A Word When It Is Late");
  GtkWidget *wind_down = FIND (dialog, ADW_TYPE_SWITCH_ROW, "title", "Wind Down");

  /* Nobody has a goal unasked; who turns one on is offered an hour. */
  g_assert_false (adw_switch_row_get_active (ADW_SWITCH_ROW (goal)));
  g_assert_false (gtk_widget_is_sensitive (wind_down));
  adw_switch_row_set_active (ADW_SWITCH_ROW (goal), TRUE);
  g_assert_cmpuint (g_settings_get_uint (f->settings, "daily-goal-minutes"), ==, 60);
  g_assert_true (gtk_widget_is_sensitive (wind_down));
  adw_switch_row_set_active (ADW_SWITCH_ROW (wind_down), TRUE);
  g_assert_true (g_settings_get_boolean (f->settings, "wind-down"));
  adw_switch_row_set_active (ADW_SWITCH_ROW (late), FALSE);
  g_assert_cmpint (g_settings_get_int (f->settings, "late-hour"), ==, -1);
  adw_switch_row_set_active (ADW_SWITCH_ROW (late), TRUE);
  g_assert_cmpint (g_settings_get_int (f->settings, "late-hour"), ==, 23);
  adw_switch_row_set_active (ADW_SWITCH_ROW (goal), FALSE);
  g_assert_cmpuint (g_settings_get_uint (f->settings, "daily-goal-minutes"), ==, 0);
  /* Set elsewhere, shown here. */
  g_settings_set_uint (f->settings, "daily-goal-minutes", 90);
  g_assert_true (adw_switch_row_get_active (ADW_SWITCH_ROW (goal)));
}

/* The hour as the locale tells it, to who sees it and who hears it; typed with or without minutes. */
static void
test_late_hour (Fixture *f, gconstpointer data)
{
  LueurWellbeingDialog *dialog = open_dialog (f, "");
  GtkWidget *row = FIND (dialog, ADW_TYPE_SPIN_ROW, "title", "Not Before");
  GtkWidget *button = find_in (row, GTK_TYPE_SPIN_BUTTON, NULL, NULL);
  g_autofree char *eleven = lueur_words_hour (23), *nine = lueur_words_hour (21), *eight = lueur_words_hour (20);

  g_assert_nonnull (strchr (eleven, ':'));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, eleven);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, eleven);
  gtk_widget_grab_focus (button);
  gtk_spin_button_spin (GTK_SPIN_BUTTON (button), GTK_SPIN_STEP_BACKWARD, 1);
  gtk_spin_button_spin (GTK_SPIN_BUTTON (button), GTK_SPIN_STEP_BACKWARD, 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, nine);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, nine);
  g_assert_cmpint (g_settings_get_int (f->settings, "late-hour"), ==, 21);
  for (guint i = 0; i < 3; i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (row), ((const char *[]){ "8", "20:00", " 8:00 PM" })[i]);
      adw_spin_row_update (ADW_SPIN_ROW (row));
      g_assert_cmpint (g_settings_get_int (f->settings, "late-hour"), ==, 20);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, eight);
    }
  gtk_editable_set_text (GTK_EDITABLE (row), "late");
  adw_spin_row_update (ADW_SPIN_ROW (row));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, eight);
}

static gboolean
nobody_left (gpointer data)
{
  Fixture *f = data;
  g_autoptr (LueurUsageReport) report = lueur_records_get_usage (f->records, 98);

  return report->total == 0 && g_list_model_get_n_items (lueur_records_get_people (f->records)) == 0;
}

/* One switch: it says what goes and that it does not come back; “Cancel” leaves all as it was. */
static void
test_erase (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurContact) ana = lueur_contact_new (NULL);
  LueurWellbeingDialog *dialog;
  GtkWidget *keep;
  AdwAlertDialog *alert;

  use (f, 25);
  g_object_set (ana, "name", "Ana", NULL);
  dialog = open_dialog (f, "");
  lueur_records_save_person (f->records, ana);
  keep = FIND (dialog, ADW_TYPE_SWITCH_ROW, "title", "Keep These Figures");
  g_assert_true (adw_switch_row_get_active (ADW_SWITCH_ROW (keep)));
  adw_switch_row_set_active (ADW_SWITCH_ROW (keep), FALSE);
  lueur_test_spin (100);
  alert = find_alert (f);
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (alert), "cannot be undone"));
  g_assert_cmpstr (adw_alert_dialog_get_default_response (alert), ==, "cancel");
  g_signal_emit_by_name (alert, "response", "cancel");
  adw_dialog_force_close (ADW_DIALOG (alert));
  lueur_test_spin (100);
  g_assert_true (adw_switch_row_get_active (ADW_SWITCH_ROW (keep)));
  g_assert_true (g_settings_get_boolean (f->settings, "keep-figures"));
  g_assert_false (nobody_left (f));

  adw_switch_row_set_active (ADW_SWITCH_ROW (keep), FALSE);
  lueur_test_spin (100);
  alert = find_alert (f);
  g_signal_emit_by_name (alert, "response", "erase");
  adw_dialog_force_close (ADW_DIALOG (alert));
  g_assert_true (lueur_test_wait_until (nobody_left, f, 3000));
  g_assert_false (g_settings_get_boolean (f->settings, "keep-figures"));
  g_assert_false (adw_switch_row_get_active (ADW_SWITCH_ROW (keep)));
  lueur_test_spin (200);
  use (f, 10);
  g_assert_true (nobody_left (f));
}

/* --- People, check-in, feelings ----------------------------------------------------------------- */

static void
test_people (Fixture *f, gconstpointer data)
{
  LueurWellbeingDialog *dialog = open_dialog (f, "people");
  GtkWidget *page = FIND (dialog, ADW_TYPE_NAVIGATION_PAGE, "title", "My People"), *row, *entry;
  GtkWidget *contact;

  g_assert_nonnull (FIND (dialog, ADW_TYPE_STATUS_PAGE, "title", "Nobody Here Yet"));
  g_assert_true (gtk_widget_activate_action (page, "people.add", NULL));
  lueur_test_spin (100);
  contact = find_in (GTK_WIDGET (f->window), ADW_TYPE_DIALOG, "title", "New Person");
  g_assert_nonnull (contact);
  entry = find_in (contact, ADW_TYPE_ENTRY_ROW, "title", "Name");
  /* Nobody without a name. */
  gtk_widget_activate_action (contact, "contact.save", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (lueur_records_get_people (f->records)), ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Ana <b>");
  gtk_editable_set_text (GTK_EDITABLE (find_in (contact, ADW_TYPE_ENTRY_ROW, "title", "Email")), "ana@example.org");
  g_assert_true (gtk_widget_activate_action (contact, "contact.save", NULL));
  lueur_test_spin (100);
  row = find_in (page, ADW_TYPE_ACTION_ROW, "title", "Ana <b>");
  g_assert_nonnull (row);
  g_assert_nonnull (find_in (page, GTK_TYPE_BUTTON, "tooltip-text", "Write to Ana <b>"));
  g_assert_null (find_in (page, GTK_TYPE_BUTTON, "tooltip-text", "Call Ana <b>"));
  g_assert_nonnull (find_in (page, GTK_TYPE_LABEL, "label", "A word for Ana <b>, today?"));
  lueur_test_shot (f->window, "people");

  gtk_widget_activate_action (page, "people.edit", "s",
                              lueur_contact_get_id (lueur_records_suggest_person (f->records)));
  lueur_test_spin (100);
  contact = find_in (GTK_WIDGET (f->window), ADW_TYPE_DIALOG, "title", "Edit Person");
  g_assert_true (gtk_widget_activate_action (contact, "contact.erase", NULL));
  lueur_test_spin (100);
  g_assert_cmpuint (g_list_model_get_n_items (lueur_records_get_people (f->records)), ==, 0);
  press_undo (f);
  g_assert_cmpuint (g_list_model_get_n_items (lueur_records_get_people (f->records)), ==, 1);
  g_assert_nonnull (find_in (page, ADW_TYPE_ACTION_ROW, "title", "Ana <b>"));
}

/* (transfer full) */
static LueurContact *
add_person (Fixture *f, const char *name)
{
  LueurContact *contact = lueur_contact_new (NULL);

  g_object_set (contact, "name", name, NULL);
  lueur_records_save_person (f->records, contact);
  return contact;
}

static gboolean
is_shown (Fixture *f, const char *type)
{
  return find_in (GTK_WIDGET (f->window), g_type_from_name (type), NULL, NULL) != NULL;
}

/* Escape goes back a page and then closes the dialog, whether a way back is offered at its foot or not. */
static void
test_people_escape (Fixture *f, gconstpointer data)
{
  for (guint with = 0; with < 2; with++)
    {
      g_autoptr (LueurContact) ana = add_person (f, "Ana"), ben = add_person (f, "Ben");
      LueurWellbeingDialog *dialog = open_dialog (f, "people");
      GtkWidget *page = FIND (dialog, ADW_TYPE_NAVIGATION_PAGE, "title", "My People");
      GtkWidget *contact;

      lueur_test_spin (100);
      if (with)
        {
          gtk_widget_activate_action (page, "people.edit", "s", lueur_contact_get_id (ana));
          lueur_test_spin (100);
          contact = find_in (GTK_WIDGET (f->window), ADW_TYPE_DIALOG, "title", "Edit Person");
          g_assert_true (gtk_widget_activate_action (contact, "contact.erase", NULL));
          lueur_test_spin (100);
        }
      g_assert_cmpint (is_shown (f, "AdwToastWidget"), ==, (int) with);
      gtk_widget_grab_focus (find_in (page, ADW_TYPE_ACTION_ROW, "title", "Ben"));
      g_assert_true (lueur_test_press (GTK_WINDOW (f->window), "Escape"));
      lueur_test_spin (100);
      g_assert_true (is_shown (f, "LueurWellbeingDialog"));
      g_assert_true (lueur_test_press (GTK_WINDOW (f->window), "Escape"));
      lueur_test_spin (100);
      g_assert_false (is_shown (f, "LueurWellbeingDialog"));
    }
}

/* The answers below a question: it names them. */
static GtkWidget *
answers_to (GtkWidget *page, const char *question)
{
  GtkWidget *label = find_in (page, GTK_TYPE_LABEL, "label", question);
  GtkWidget *toggles;

  g_assert_nonnull (label);
  toggles = gtk_widget_get_next_sibling (label);
  g_assert_true (ADW_IS_TOGGLE_GROUP (toggles));
  gtk_test_accessible_assert_relation (toggles, GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL);
  return toggles;
}

static void
test_check_in (Fixture *f, gconstpointer data)
{
  LueurWellbeingDialog *dialog = open_dialog (f, "check-in");
  GtkWidget *page = FIND (dialog, ADW_TYPE_NAVIGATION_PAGE, "title", "Monthly Check‑In");
  static const char *const questions[] = { "Did you miss having somebody to share things with?",
                                           "Did you feel left out of what others do?",
                                           "Did you feel cut off from the people around you?",
                                           "How much time did you spend with people, last week?" };
  const LueurCheckIn *kept;

  /* Not before all four are answered. */
  gtk_widget_activate_action (page, "check-in.save", NULL);
  g_assert_cmpuint (lueur_records_get_check_ins (f->records)->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    adw_toggle_group_set_active (ADW_TOGGLE_GROUP (answers_to (page, questions[i])), i % 3);
  g_assert_true (gtk_widget_activate_action (page, "check-in.save", NULL));
  g_assert_cmpuint (lueur_records_get_check_ins (f->records)->len, ==, 1);
  kept = &g_array_index (lueur_records_get_check_ins (f->records), LueurCheckIn, 0);
  g_assert_cmpuint (lueur_check_in_get_sum (kept), ==, 6);
  g_assert_cmpuint (kept->people, ==, 0);
  g_assert_nonnull (find_in (page, GTK_TYPE_LABEL, "label", "Tuesday 10 March · 6 of 9 · time with people: none"));
}

int
main (int argc, char **argv)
{
  lueur_test_init (&argc, &argv);
  g_test_add ("/wellbeing/pages/figures", Fixture, NULL, set_up, test_figures, tear_down);
  g_test_add ("/wellbeing/pages/limits", Fixture, NULL, set_up, test_limits, tear_down);
  g_test_add ("/wellbeing/pages/late-hour", Fixture, NULL, set_up, test_late_hour, tear_down);
  g_test_add ("/wellbeing/pages/erase", Fixture, NULL, set_up, test_erase, tear_down);
  g_test_add ("/wellbeing/pages/people", Fixture, NULL, set_up, test_people, tear_down);
  g_test_add ("/wellbeing/pages/people-escape", Fixture, NULL, set_up, test_people_escape, tear_down);
  g_test_add ("/wellbeing/pages/check-in", Fixture, NULL, set_up, test_check_in, tear_down);
  return g_test_run ();
}
