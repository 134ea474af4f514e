/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages about time and wellbeing, used as a person does: by keyboard, and told to who does not see them. */

#include <adwaita.h>
#include <math.h>
#include <string.h>

#include "core/wellbeing/people/feeling-words.h"
#include "core/wellbeing/time/usage.h"
#include "support/fake-clock.h"
#include "support/loop.h"
#include "ui/avatar/actor.h"
#include "ui/press.h"
#include "ui/shot.h"
#include "ui/wellbeing/chart.h"
#include "ui/wellbeing/exercise-dialog.h"
#include "ui/wellbeing/exercise-page.h"
#include "ui/wellbeing/wellbeing-dialog.h"
#include "ui/wellbeing/wheel.h"

typedef struct
{
  char *dir;
  LueurFakeClock *clock;
  LueurContext *context;
  LueurRecords *records;
  GSettings *settings;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;

  f->dir = g_dir_make_tmp ("lueur-pages-XXXXXX", NULL);
  f->clock = lueur_fake_clock_new ("Europe/Paris", 2026, 3, 10, 14, 0);
  f->context = lueur_context_new (LUEUR_CLOCK (f->clock), f->dir);
  f->records = lueur_context_get_records (f->context);
  f->settings = lueur_settings_get_gsettings (lueur_context_get_settings (f->context));
  lueur_context_open_async (f->context, NULL, lueur_test_keep_result, &result);
  lueur_test_await (&result);
  g_assert_true (lueur_context_open_finish (f->context, result, NULL));
  f->window = GTK_WINDOW (adw_window_new ());
  adw_window_set_content (ADW_WINDOW (f->window), adw_toolbar_view_new ());
  gtk_window_set_default_size (f->window, 760, 900);
  gtk_window_present (f->window);
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (f->window)), "gtk-enable-animations", FALSE, NULL);
  lueur_test_spin (50);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  static const char *const keys[] = { "keep-figures", "feelings-journal", "check-in", "wellbeing-state",
                                      "daily-goal-minutes", "late-hour", "wind-down" };
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", f->dir);

  gtk_window_destroy (f->window);
  lueur_test_spin (50);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (f->settings, keys[i]);
  lueur_context_close (f->context);
  lueur_test_drain ();
  g_clear_object (&f->context);
  lueur_test_drain ();
  g_clear_object (&f->clock);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (f->dir);
}

static GtkWidget *
find_in (GtkWidget *widget, GType type, const char *property, const char *text)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    {
      g_autofree char *value = NULL;

      if (property == NULL)
        return widget;
      g_object_get (widget, property, &value, NULL);
      if (g_strcmp0 (value, text) == 0)
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_in (child, type, property, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

#define FIND(dialog, type, property, text) find_in (GTK_WIDGET (dialog), type, property, text)

static gboolean
is_loaded (gpointer records)
{
  return lueur_records_get_loaded (records);
}

static LueurWellbeingDialog *
open_dialog (Fixture *f, const char *page)
{
  LueurWellbeingDialog *dialog = lueur_wellbeing_dialog_new (f->context);

  lueur_wellbeing_dialog_show_page (dialog, page);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (f->window));
  g_assert_true (lueur_test_wait_until (is_loaded, f->records, 3000));
  lueur_test_spin (100);
  return dialog;
}

/* What a key does to who listens, from @widget up. */
static gboolean
press (GtkWidget *widget, guint key)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

          if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
            continue;
          for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
            {
              g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);
              GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

              if (GTK_IS_KEYVAL_TRIGGER (trigger) &&
                  gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key &&
                  gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == 0 &&
                  gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                gtk_shortcut_get_arguments (shortcut)))
                return TRUE;
            }
        }
    }
  return FALSE;
}

static GtkWidget *
focus_of (Fixture *f)
{
  return gtk_window_get_focus (f->window);
}

/* --- The chart ---------------------------------------------------------------------------------- */

static void
test_chart (Fixture *f, gconstpointer data)
{
  const LueurChartItem items[] = { { "Mon", "Monday", "5 minutes", 300 },
                                   { "Tue", "Tuesday", "nothing", 0 },
                                   { "Wed", "Wednesday", "no figure", NAN },
                                   { "Thu", "Thursday", "an hour", 3600 } };
  GtkWidget *chart = lueur_chart_new (), *bar;

  adw_window_set_content (ADW_WINDOW (f->window), chart);
  lueur_chart_set_name (LUEUR_CHART (chart), "Minutes");
  lueur_chart_set_scale (LUEUR_CHART (chart), 0, 3600, (LueurChartTick[]){ { 0, "0" }, { 3600, "1 h" } }, 2);
  lueur_chart_set_items (LUEUR_CHART (chart), LUEUR_CHART_BARS, items, 4);
  lueur_test_spin (50);
  gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL, "Minutes");
  g_assert_cmpint (lueur_chart_get_selected (LUEUR_CHART (chart)), ==, 3);

  /* One stop for Tab, the arrows go on from there, and each bar says what it is and how much. */
  g_assert_true (gtk_widget_child_focus (chart, GTK_DIR_TAB_FORWARD));
  bar = focus_of (f);
  gtk_test_accessible_assert_role (bar, GTK_ACCESSIBLE_ROLE_METER);
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_LABEL, "Thursday: an hour");
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "an hour");
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 3600.0);
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 3600.0);
  g_assert_nonnull (find_in (chart, GTK_TYPE_LABEL, "label", "Thursday · an hour"));
  g_assert_true (press (bar, GDK_KEY_Left));
  g_assert_true (press (focus_of (f), GDK_KEY_Left));
  gtk_test_accessible_assert_property (focus_of (f), GTK_ACCESSIBLE_PROPERTY_LABEL, "Tuesday: nothing");
  g_assert_true (press (focus_of (f), GDK_KEY_Home));
  gtk_test_accessible_assert_property (focus_of (f), GTK_ACCESSIBLE_PROPERTY_LABEL, "Monday: 5 minutes");
  g_assert_true (press (focus_of (f), GDK_KEY_Left));
  g_assert_cmpint (lueur_chart_get_selected (LUEUR_CHART (chart)), ==, 0);
  g_assert_true (press (focus_of (f), GDK_KEY_End));
  g_assert_cmpint (lueur_chart_get_selected (LUEUR_CHART (chart)), ==, 3);
  /* Out again with one Tab. */
  g_assert_false (gtk_widget_child_focus (chart, GTK_DIR_TAB_FORWARD));

  /* New figures do not send the reader elsewhere. */
  lueur_chart_select (LUEUR_CHART (chart), 1);
  lueur_chart_set_items (LUEUR_CHART (chart), LUEUR_CHART_BARS, items, 4);
  g_assert_cmpint (lueur_chart_get_selected (LUEUR_CHART (chart)), ==, 1);
  lueur_chart_set_items (LUEUR_CHART (chart), LUEUR_CHART_LINE, items, 0);
  g_assert_cmpint (lueur_chart_get_selected (LUEUR_CHART (chart)), ==, -1);
}

/* Where one writes from right to left, the first bar is on the right, and the right arrow goes back. */
static void
test_chart_rtl (Fixture *f, gconstpointer data)
{
  const LueurChartItem items[] = { { "a", "A", "one", 1 }, { "b", "B", "two", 2 } };
  GtkWidget *chart = lueur_chart_new (), *first, *second;
  graphene_rect_t one, two;

  gtk_widget_set_direction (chart, GTK_TEXT_DIR_RTL);
  adw_window_set_content (ADW_WINDOW (f->window), chart);
  lueur_chart_set_items (LUEUR_CHART (chart), LUEUR_CHART_BARS, items, 2);
  lueur_test_spin (50);
  second = gtk_widget_get_last_child (chart);
  first = gtk_widget_get_prev_sibling (second);
  g_assert_true (gtk_widget_compute_bounds (first, chart, &one) && gtk_widget_compute_bounds (second, chart, &two));
  g_assert_cmpfloat (one.origin.x, >, two.origin.x);
  g_assert_true (gtk_widget_grab_focus (second));
  g_assert_true (press (second, GDK_KEY_Right));
  g_assert_cmpint (lueur_chart_get_selected (LUEUR_CHART (chart)), ==, 0);
  lueur_test_shot (f->window, "chart-rtl");
}

/* --- Figures ------------------------------------------------------------------------------------ */

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

static gboolean
nobody_left (gpointer data)
{
  Fixture *f = data;
  g_autoptr (LueurUsageReport) report = lueur_records_get_usage (f->records, 98);

  return report->total == 0 && g_list_model_get_n_items (lueur_records_get_people (f->records)) == 0;
}

static AdwAlertDialog *
find_alert (Fixture *f)
{
  GtkWidget *found = find_in (GTK_WIDGET (f->window), ADW_TYPE_ALERT_DIALOG, NULL, NULL);

  g_assert_nonnull (found);
  return ADW_ALERT_DIALOG (found);
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

/* The button of the toast in sight. */
static void
press_undo (Fixture *f)
{
  GtkWidget *toast = find_in (GTK_WIDGET (f->window), g_type_from_name ("AdwToastWidget"), NULL, NULL);
  GtkWidget *button = toast != NULL ? find_in (toast, GTK_TYPE_BUTTON, "label", "_Undo") : NULL;

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  lueur_test_spin (200);
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
  contact = find_in (GTK_WIDGET (f->window), ADW_TYPE_DIALOG, "title", "Somebody");
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
  contact = find_in (GTK_WIDGET (f->window), ADW_TYPE_DIALOG, "title", "Somebody");
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
          contact = find_in (GTK_WIDGET (f->window), ADW_TYPE_DIALOG, "title", "Somebody");
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
  GtkWidget *page = FIND (dialog, ADW_TYPE_NAVIGATION_PAGE, "title", "Monthly Check-In");
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
  g_assert_nonnull (find_in (page, GTK_TYPE_LABEL, "label", "Tuesday 10 March · 6 of 9 · time with people: None"));
}

static void
test_feelings (Fixture *f, gconstpointer data)
{
  LueurWellbeingDialog *dialog = open_dialog (f, "feelings");
  GtkWidget *page = FIND (dialog, ADW_TYPE_NAVIGATION_PAGE, "title", "Feelings");
  GtkWidget *wheel = find_in (page, LUEUR_TYPE_WHEEL, NULL, NULL);
  GtkWidget *journal = find_in (page, ADW_TYPE_SWITCH_ROW, "title", "Keep a Journal of Feelings");

  gtk_test_accessible_assert_role (wheel, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_window_set_focus (f->window, NULL);
  g_assert_true (gtk_widget_child_focus (wheel, GTK_DIR_TAB_FORWARD));
  gtk_test_accessible_assert_role (focus_of (f), GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (focus_of (f), GTK_ACCESSIBLE_PROPERTY_LABEL, "Joy");
  g_assert_true (press (focus_of (f), GDK_KEY_Left));
  g_assert_cmpstr (lueur_wheel_get_selected (LUEUR_WHEEL (wheel)), ==, "anger");
  for (guint i = 0; i < 3; i++)
    g_assert_true (press (focus_of (f), GDK_KEY_Left));
  g_assert_true (press (focus_of (f), GDK_KEY_Up));
  g_assert_true (press (focus_of (f), GDK_KEY_Up));
  g_assert_cmpstr (lueur_wheel_get_selected (LUEUR_WHEEL (wheel)), ==, "curiosity");
  gtk_test_accessible_assert_property (focus_of (f), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Wonder");
  g_assert_true (press (focus_of (f), GDK_KEY_Down));
  g_assert_cmpstr (lueur_wheel_get_selected (LUEUR_WHEEL (wheel)), ==, "wonder");
  lueur_test_shot (f->window, "wheel");

  /* Named, and nothing kept, while there is no journal. */
  g_assert_true (press (focus_of (f), GDK_KEY_Return));
  g_assert_nonnull (find_in (page, GTK_TYPE_LABEL, "label", "Wonder. It has a name now."));
  g_assert_false (lueur_records_has_journal (f->records));
  g_assert_false (adw_switch_row_get_active (ADW_SWITCH_ROW (journal)));
  adw_switch_row_set_active (ADW_SWITCH_ROW (journal), TRUE);
  lueur_wheel_select (LUEUR_WHEEL (wheel), "relief");
  g_signal_emit_by_name (wheel, "chosen", "relief");
  g_assert_nonnull (find_in (page, GTK_TYPE_LABEL, "label", "Relief: noted in your journal"));
  g_assert_true (lueur_records_has_journal (f->records));
  g_assert_nonnull (find_in (page, ADW_TYPE_ACTION_ROW, "subtitle", "Relief 1"));
  /* It does not come back: that is asked first. */
  g_assert_true (gtk_widget_activate_action (page, "feelings.erase", NULL));
  lueur_test_spin (100);
  g_assert_true (lueur_records_has_journal (f->records));
  g_signal_emit_by_name (find_alert (f), "response", "erase");
  adw_dialog_force_close (ADW_DIALOG (find_alert (f)));
  lueur_test_spin (200);
  g_assert_false (lueur_records_has_journal (f->records));
  g_assert_nonnull (find_in (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "label", "Nothing Is Noted Yet"));
}

/* --- Its colours -------------------------------------------------------------------------------- */

static double
luminance (const guint8 *p)
{
  double sum = 0;

  for (guint i = 0; i < 3; i++)
    {
      double v = p[i] / 255.0;

      sum += ((const double[]){ 0.2126, 0.7152, 0.0722 })[i] * (v <= 0.04045 ? v / 12.92 : pow ((v + 0.055) / 1.055, 2.4));
    }
  return sum;
}

/* Darkest to lightest within @half pixels of a point: a word and what is filled behind it, where nothing else is. */
static double
contrast_at (GtkWindow *window, const graphene_point_t *at, int half)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GdkTextureDownloader) downloader = NULL;
  g_autoptr (GBytes) bytes = NULL;
  double low = 1, high = 0;
  const guint8 *pixels;
  graphene_rect_t bounds;
  gsize stride;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (window), GTK_WIDGET (window), &bounds));
  /* Three times the size: strokes have pixels of their own. */
  gtk_snapshot_scale (snapshot, 3, 3);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (half - at->x + bounds.origin.x, half - at->y + bounds.origin.y));
  gdk_paintable_snapshot (paintable, snapshot, bounds.size.width, bounds.size.height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, half * 6, half * 6));
  downloader = gdk_texture_downloader_new (texture);
  gdk_texture_downloader_set_format (downloader, GDK_MEMORY_R8G8B8A8);
  bytes = gdk_texture_downloader_download_bytes (downloader, &stride);
  pixels = g_bytes_get_data (bytes, NULL);
  for (int y = 0; y < half * 6; y++)
    for (int x = 0; x < half * 6; x++)
      {
        double l = luminance (pixels + (gsize) y * stride + (gsize) x * 4);

        low = MIN (low, l);
        high = MAX (high, l);
      }
  return (high + 0.05) / (low + 0.05);
}

/* Each family's word reads at 4.5 to 1, pointed at or not, on a light page and on a dark one. */
static void
test_wheel_contrast (Fixture *f, gconstpointer data)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkWidget *wheel = lueur_wheel_new ();

  adw_window_set_content (ADW_WINDOW (f->window), wheel);
  for (guint dark = 0; dark < 2; dark++)
    {
      adw_style_manager_set_color_scheme (style, dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
      for (guint lit = 0; lit < 6; lit++)
        {
          lueur_wheel_select (LUEUR_WHEEL (wheel), lueur_feeling_words_get (lit)->id);
          lueur_test_spin (30);
          for (guint i = 0; i < 6; i++)
            {
              double angle = (i + 0.5) * G_PI / 3, width = gtk_widget_get_width (wheel), height = gtk_widget_get_height (wheel);
              double away = 0.345 * (MIN (width, height) / 2 - 3), got;
              graphene_point_t at;

              if (i != lit && lit > 0)
                continue;
              g_assert_true (gtk_widget_compute_point (wheel, GTK_WIDGET (f->window),
                                                       &GRAPHENE_POINT_INIT ((float) (width / 2 + away * sin (angle)),
                                                                             (float) (height / 2 - away * cos (angle))),
                                                       &at));
              got = contrast_at (f->window, &at, 16);
              g_test_message ("%s%s%s: %.2f", lueur_feeling_words_get (i)->id, dark ? ", dark" : "", i == lit ? ", lit" : "", got);
              g_assert_cmpfloat (got, >=, 4.5);
            }
        }
    }
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
}

/* --- Exercises ---------------------------------------------------------------------------------- */

static LueurExerciseDialog *
open_exercises (Fixture *f, const char *id)
{
  g_autoptr (LueurPersona) persona = lueur_persona_new ();
  LueurExerciseDialog *dialog;

  g_object_set (persona, "name", "Nora", "language", "en", NULL);
  dialog = lueur_exercise_dialog_new (f->context, persona);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (f->window));
  g_assert_true (lueur_test_wait_until (is_loaded, f->records, 3000));
  lueur_test_spin (100);
  if (id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (dialog), "exercise.start", "s", id);
  lueur_test_spin (100);
  return dialog;
}

static void
write_answer (GtkWidget *page, const char *text)
{
  GtkWidget *view = find_in (page, GTK_TYPE_TEXT_VIEW, NULL, NULL);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  g_assert_true (gtk_widget_activate_action (page, "exercise.next", NULL));
}

/* Left in the middle, gone on with later, finished: and then nothing of it is kept. */
static void
test_exercise (Fixture *f, gconstpointer data)
{
  LueurExerciseDialog *dialog = open_exercises (f, "dispute");
  GtkWidget *page = FIND (dialog, LUEUR_TYPE_EXERCISE_PAGE, NULL, NULL), *view;
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  g_assert_nonnull (find_in (page, GTK_TYPE_LABEL, "label", "1 of 7"));
  view = find_in (page, GTK_TYPE_TEXT_VIEW, NULL, NULL);
  g_assert_true (focus_of (f) == view);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "What was said or done? One or two sentences will do.");
  write_answer (page, "She laughed");
  write_answer (page, "I was serious");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  lueur_test_spin (100);
  g_assert_nonnull (strstr (lueur_records_get_exercise (f->records, "dispute"), "I was serious"));

  dialog = open_exercises (f, NULL);
  g_assert_nonnull (FIND (dialog, ADW_TYPE_ACTION_ROW, "subtitle", "Begun: goes on where you left off"));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "exercise.start", "s", "dispute");
  lueur_test_spin (100);
  page = FIND (dialog, LUEUR_TYPE_EXERCISE_PAGE, NULL, NULL);
  g_assert_nonnull (find_in (page, GTK_TYPE_LABEL, "label", "3 of 7"));
  for (guint i = 0; i < 3; i++)
    write_answer (page, "");
  write_answer (page, "What did you hear?");
  view = find_in (page, GTK_TYPE_TEXT_VIEW, NULL, NULL);
  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), &start, &end);
  text = gtk_text_buffer_get_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), &start, &end, FALSE);
  g_assert_cmpstr (text, ==, "To ask: What did you hear?");
  lueur_test_shot (f->window, "exercise-result");
  g_assert_true (gtk_widget_activate_action (page, "exercise.copy", NULL));
  g_assert_true (gtk_widget_activate_action (page, "exercise.next", NULL));
  lueur_test_spin (100);
  g_assert_null (lueur_records_get_exercise (f->records, "dispute"));
}

/* Where a model is connected it can be asked, and only then; an address that nobody answers changes nothing. */
static void
test_exercise_help (Fixture *f, gconstpointer data)
{
  LueurExerciseDialog *dialog = open_exercises (f, "dispute");
  GtkWidget *page = FIND (dialog, LUEUR_TYPE_EXERCISE_PAGE, NULL, NULL), *view;

  g_assert_false (gtk_widget_get_visible (find_in (page, GTK_TYPE_BUTTON, "label", "Ask the Model for One _Question")));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  lueur_test_spin (100);
  g_object_set (lueur_context_get_settings (f->context), "base-url", "http://127.0.0.1:1/v1", "model", "any", NULL);
  dialog = open_exercises (f, "dispute");
  page = FIND (dialog, LUEUR_TYPE_EXERCISE_PAGE, NULL, NULL);
  g_assert_true (gtk_widget_get_visible (find_in (page, GTK_TYPE_BUTTON, "label", "Ask the Model for One _Question")));
  g_assert_true (gtk_widget_activate_action (page, "exercise.help", NULL));
  g_assert_nonnull (find_in (page, GTK_TYPE_LABEL, "label", "Write a few words first."));
  view = find_in (page, GTK_TYPE_TEXT_VIEW, NULL, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "She laughed", -1);
  g_assert_true (gtk_widget_activate_action (page, "exercise.help", NULL));
  lueur_test_shot (f->window, "exercise-asking");
  for (guint i = 0; i < 100 && find_in (page, GTK_TYPE_LABEL, "label", "No answer came that is of use. The exercise goes on without.") == NULL; i++)
    lueur_test_spin (50);
  g_assert_nonnull (find_in (page, GTK_TYPE_LABEL, "label", "No answer came that is of use. The exercise goes on without."));
  /* Left while it is asked. */
  g_assert_true (gtk_widget_activate_action (page, "exercise.help", NULL));
  g_assert_true (gtk_widget_activate_action (page, "exercise.next", NULL));
  g_assert_nonnull (find_in (page, GTK_TYPE_BUTTON, "label", "Ask the Model for One _Question"));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  lueur_test_spin (100);
  g_object_set (lueur_context_get_settings (f->context), "base-url", "", NULL);
}

static void
test_discard (Fixture *f, gconstpointer data)
{
  LueurExerciseDialog *dialog = open_exercises (f, "order");
  GtkWidget *page = FIND (dialog, LUEUR_TYPE_EXERCISE_PAGE, NULL, NULL);

  write_answer (page, "Dentist\nTaxes");
  g_assert_nonnull (find_in (page, ADW_TYPE_COMBO_ROW, "title", "Taxes"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_in (page, ADW_TYPE_COMBO_ROW, "title", "Taxes")), 1);
  lueur_test_shot (f->window, "exercise-sort");
  g_assert_true (gtk_widget_activate_action (page, "exercise.next", NULL));
  g_assert_nonnull (strstr (lueur_records_get_exercise (f->records, "order"), "\"01\""));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "exercise.discard", "s", "order"));
  g_assert_null (lueur_records_get_exercise (f->records, "order"));
  lueur_test_spin (100);
  press_undo (f);
  g_assert_nonnull (strstr (lueur_records_get_exercise (f->records, "order"), "\"01\""));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "exercise.discard", "s", "order"));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  lueur_test_spin (100);
  g_assert_null (lueur_records_get_exercise (f->records, "order"));
}

static gboolean
says_out (gpointer page)
{
  return find_in (page, GTK_TYPE_LABEL, "label", "Breathe out") != NULL;
}

static gboolean
says_done (gpointer page)
{
  return find_in (page, GTK_TYPE_LABEL, "label", "Done. Stay a moment.") != NULL;
}

/* The words keep the pace of the clock, whether anything may move or not. */
static void
test_breathing (Fixture *f, gconstpointer data)
{
  LueurExerciseDialog *dialog = open_exercises (f, "calm");
  GtkWidget *page = FIND (dialog, LUEUR_TYPE_EXERCISE_PAGE, NULL, NULL);
  GtkWidget *choice = find_in (page, GTK_TYPE_LABEL, "label", "Breathe together");

  g_signal_emit_by_name (gtk_widget_get_parent (choice), "clicked");
  lueur_test_spin (100);
  g_assert_nonnull (find_in (page, GTK_TYPE_LABEL, "label", "Breathe in"));
  g_assert_nonnull (find_in (page, GTK_TYPE_LABEL, "label", "4"));
  lueur_fake_clock_advance_seconds (f->clock, 5);
  g_assert_true (lueur_test_wait_until (says_out, page, 3000));
  lueur_fake_clock_advance_seconds (f->clock, 120);
  g_assert_true (lueur_test_wait_until (says_done, page, 3000));
  g_assert_true (gtk_widget_activate_action (page, "exercise.next", NULL));
  g_assert_nonnull (find_in (page, GTK_TYPE_LABEL, "label", "Look around. Five things that you see?"));
}

static const LueurPose *
resting_face (LueurExpression expression, gpointer data)
{
  return lueur_expression_get_pose (expression);
}

/* The face takes the breath that is set for it, and has its own again after. */
static void
test_face_breathes (void)
{
  LueurActor actor;
  LueurPose low, high;

  lueur_actor_init (&actor, 7);
  g_assert_cmpfloat (actor.breath, <, 0);
  actor.get_expression = resting_face;
  actor.liveliness = 0.6;
  actor.breath = 0;
  g_assert_cmpint (lueur_actor_advance (&actor, 1, &low), ==, LUEUR_ACTIVITY_MOVING);
  actor.breath = 1;
  lueur_actor_advance (&actor, 1.001, &high);
  g_assert_cmpfloat_with_epsilon (low.v[LUEUR_PARAM_BREATH], 0, 1e-6);
  g_assert_cmpfloat_with_epsilon (high.v[LUEUR_PARAM_BREATH], 1, 1e-6);
  g_assert_cmpfloat (high.v[LUEUR_PARAM_HEAD_Y], <, low.v[LUEUR_PARAM_HEAD_Y]);
  actor.breath = -1;
  lueur_actor_advance (&actor, 1.002, &low);
  g_assert_cmpfloat (low.v[LUEUR_PARAM_BREATH], <, 1);
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkCssProvider) style = NULL;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  style = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (style, "/io/github/lueur_app/Lueur/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_test_add ("/wellbeing/pages/chart", Fixture, NULL, set_up, test_chart, tear_down);
  g_test_add ("/wellbeing/pages/chart-rtl", Fixture, NULL, set_up, test_chart_rtl, tear_down);
  g_test_add ("/wellbeing/pages/figures", Fixture, NULL, set_up, test_figures, tear_down);
  g_test_add ("/wellbeing/pages/limits", Fixture, NULL, set_up, test_limits, tear_down);
  g_test_add ("/wellbeing/pages/erase", Fixture, NULL, set_up, test_erase, tear_down);
  g_test_add ("/wellbeing/pages/people", Fixture, NULL, set_up, test_people, tear_down);
  g_test_add ("/wellbeing/pages/people-escape", Fixture, NULL, set_up, test_people_escape, tear_down);
  g_test_add ("/wellbeing/pages/check-in", Fixture, NULL, set_up, test_check_in, tear_down);
  g_test_add ("/wellbeing/pages/feelings", Fixture, NULL, set_up, test_feelings, tear_down);
  g_test_add ("/wellbeing/pages/wheel-contrast", Fixture, NULL, set_up, test_wheel_contrast, tear_down);
  g_test_add ("/wellbeing/pages/exercise", Fixture, NULL, set_up, test_exercise, tear_down);
  g_test_add ("/wellbeing/pages/exercise-help", Fixture, NULL, set_up, test_exercise_help, tear_down);
  g_test_add ("/wellbeing/pages/discard", Fixture, NULL, set_up, test_discard, tear_down);
  g_test_add ("/wellbeing/pages/breathing", Fixture, NULL, set_up, test_breathing, tear_down);
  g_test_add_func ("/wellbeing/pages/face-breathes", test_face_breathes);
  return g_test_run ();
}
