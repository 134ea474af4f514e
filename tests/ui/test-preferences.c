/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The preferences, used as a person does: nothing is sent before it is agreed to, and what is wrong is said. */

#include <adwaita.h>

#include "support/loop.h"
#include "support/mock.h"
#include "ui/preferences/preferences.h"
#include "ui/shot.h"

#define NOBODY "http://127.0.0.1:9/v1"

typedef struct
{
  char *dir;
  LueurContext *context;
  LueurSettings *settings;
  LueurMock *mock;
  char *url;
  GtkWindow *window;
  LueurPreferences *dialog;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->dir = g_dir_make_tmp ("lueur-preferences-XXXXXX", NULL);
  f->context = lueur_context_new (NULL, f->dir);
  f->settings = lueur_context_get_settings (f->context);
  f->mock = lueur_mock_new (NULL);
  g_assert_nonnull (f->mock);
  f->url = lueur_mock_get_base_url (f->mock, NULL);

  f->window = GTK_WINDOW (adw_window_new ());
  adw_window_set_content (ADW_WINDOW (f->window), adw_toolbar_view_new ());
  gtk_window_set_default_size (f->window, 900, 760);
  gtk_window_present (f->window);
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (f->window)), "gtk-enable-animations", FALSE, NULL);
  f->dialog = lueur_preferences_new (f->context);
  adw_dialog_present (ADW_DIALOG (f->dialog), GTK_WIDGET (f->window));
  lueur_test_spin (150);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  GSettings *gsettings = lueur_settings_get_gsettings (f->settings);
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", f->dir);
  const char *const keys[] = { "base-url", "model", "consents", "nudge-minutes", "adulthood", "day-start" };

  gtk_window_destroy (f->window);
  lueur_test_spin (50);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (gsettings, keys[i]);
  lueur_mock_free (f->mock);
  g_clear_object (&f->context);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (f->url);
  g_free (f->dir);
}

static GtkWidget *
find (GtkWidget *widget, GType type, const char *title)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) &&
      (title == NULL || g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
row (Fixture *f, GType type, const char *title)
{
  GtkWidget *found = find (GTK_WIDGET (f->dialog), type, title);

  g_assert_nonnull (found);
  return found;
}

static const char *
status (Fixture *f)
{
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (row (f, ADW_TYPE_ACTION_ROW, "Connection")));
}

static gboolean
has_status (gpointer data)
{
  /* An answer, of whichever kind. */
  return *status (data) != '\0' && !g_str_equal (status (data), "Asking the server…") &&
         !g_str_equal (status (data), "Not asked yet");
}

static void
give_address (Fixture *f, const char *address)
{
  GtkWidget *entry = row (f, ADW_TYPE_ENTRY_ROW, "Address");

  adw_combo_row_set_selected (ADW_COMBO_ROW (row (f, ADW_TYPE_COMBO_ROW, "Answers Come From")), 4);
  gtk_editable_set_text (GTK_EDITABLE (entry), address);
  g_signal_emit_by_name (entry, "apply");
}

static guint
n_requests (Fixture *f)
{
  g_autoptr (JsonArray) log = lueur_mock_get_log (f->mock);

  return json_array_get_length (log);
}

static void
test_starts_with_echo (Fixture *f, gconstpointer data)
{
  lueur_test_shot (f->window, "preferences-echo");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row (f, ADW_TYPE_COMBO_ROW, "Answers Come From"))), ==, 0);
  g_assert_false (gtk_widget_get_visible (row (f, ADW_TYPE_ENTRY_ROW, "Address")));
}

static void
test_local_server_lists_its_models (Fixture *f, gconstpointer data)
{
  g_autofree char *pasted = g_strconcat ("  ", f->url, "/chat/completions ", NULL);

  give_address (f, pasted);
  g_assert_true (lueur_test_wait_until (has_status, f, 5000));
  g_assert_cmpstr (lueur_settings_get_base_url (f->settings), ==, f->url);
  g_assert_true (g_str_has_prefix (status (f), "It works"));
  lueur_test_shot (f->window, "preferences-model");

  gtk_editable_set_text (GTK_EDITABLE (row (f, ADW_TYPE_ENTRY_ROW, "Model")), " good ");
  g_signal_emit_by_name (row (f, ADW_TYPE_ENTRY_ROW, "Model"), "apply");
  g_assert_cmpstr (lueur_settings_get_model (f->settings), ==, "good");

  /* Another server has other models. */
  give_address (f, NOBODY);
  g_assert_cmpstr (lueur_settings_get_model (f->settings), ==, "");
}

static void
test_what_is_wrong_is_said (Fixture *f, gconstpointer data)
{
  give_address (f, NOBODY);
  g_assert_true (lueur_test_wait_until (has_status, f, 10000));
  g_assert_true (gtk_widget_has_css_class (row (f, ADW_TYPE_ACTION_ROW, "Connection"), "error"));
  lueur_test_shot (f->window, "preferences-error");

  give_address (f, "ftp://nowhere");
  g_assert_true (gtk_widget_has_css_class (row (f, ADW_TYPE_ENTRY_ROW, "Address"), "error"));
  g_assert_cmpstr (lueur_settings_get_base_url (f->settings), ==, NOBODY);
}

static void
answer (Fixture *f, const char *response)
{
  GtkWidget *question = find (GTK_WIDGET (f->window), ADW_TYPE_ALERT_DIALOG, NULL);

  g_assert_nonnull (question);
  g_signal_emit_by_name (question, "response", response);
  adw_dialog_force_close (ADW_DIALOG (question));
  lueur_test_spin (100);
}

static void
test_remote_asks_first (Fixture *f, gconstpointer data)
{
  guint before = n_requests (f);

  give_address (f, "https://models.invalid/v1");
  lueur_test_spin (200);
  lueur_test_shot (f->window, "preferences-consent");
  answer (f, "cancel");
  g_assert_false (lueur_settings_has_consent (f->settings, "https://models.invalid/v1"));
  g_assert_cmpuint (n_requests (f), ==, before);

  give_address (f, "https://models.invalid/v1");
  lueur_test_spin (200);
  answer (f, "agree");
  g_assert_true (lueur_settings_has_consent (f->settings, "https://models.invalid/v1"));

  lueur_preferences_show_page (f->dialog, "privacy");
  lueur_test_spin (200);
  lueur_test_shot (f->window, "preferences-privacy");
  g_assert_nonnull (find (GTK_WIDGET (f->dialog), ADW_TYPE_ACTION_ROW, "models.invalid"));
  lueur_settings_set_consent (f->settings, "https://models.invalid/v1", FALSE);
  g_assert_null (find (GTK_WIDGET (f->dialog), ADW_TYPE_ACTION_ROW, "models.invalid"));
}

static void
test_pauses_off_and_on_again (Fixture *f, gconstpointer data)
{
  GtkWidget *toggle, *minutes;

  lueur_preferences_show_page (f->dialog, "wellbeing");
  lueur_test_spin (200);
  lueur_test_shot (f->window, "preferences-wellbeing");
  toggle = row (f, ADW_TYPE_SWITCH_ROW, "Suggest a Pause");
  minutes = row (f, ADW_TYPE_SPIN_ROW, "Minutes Before a Pause");
  g_assert_true (adw_switch_row_get_active (ADW_SWITCH_ROW (toggle)));
  adw_spin_row_set_value (ADW_SPIN_ROW (minutes), 45);
  g_assert_cmpuint (lueur_settings_get_nudge_minutes (f->settings), ==, 45);
  adw_switch_row_set_active (ADW_SWITCH_ROW (toggle), FALSE);
  g_assert_cmpuint (lueur_settings_get_nudge_minutes (f->settings), ==, 0);
  g_assert_cmpfloat (adw_spin_row_get_value (ADW_SPIN_ROW (minutes)), ==, 45);
  adw_switch_row_set_active (ADW_SWITCH_ROW (toggle), TRUE);
  g_assert_cmpuint (lueur_settings_get_nudge_minutes (f->settings), ==, 45);
}

static void
test_start_of_a_day (Fixture *f, gconstpointer data)
{
  GSettings *gsettings = lueur_settings_get_gsettings (f->settings);
  AdwSpinRow *hours;

  lueur_preferences_show_page (f->dialog, "wellbeing");
  lueur_test_spin (200);
  hours = ADW_SPIN_ROW (row (f, ADW_TYPE_SPIN_ROW, "A New Day Begins At"));
  g_assert_cmpfloat (adw_spin_row_get_value (hours), ==, 3);
  /* As the locale tells the time. */
  g_assert_nonnull (strstr (gtk_editable_get_text (GTK_EDITABLE (hours)), ":00"));
  adw_spin_row_set_value (hours, 5);
  g_assert_cmpuint (g_settings_get_uint (gsettings, "day-start"), ==, 5);
  adw_spin_row_set_value (hours, 9);
  g_assert_cmpuint (g_settings_get_uint (gsettings, "day-start"), ==, 6);
  g_settings_reset (gsettings, "day-start");
  g_assert_cmpfloat (adw_spin_row_get_value (hours), ==, 3);
}

/* Under 18 and back: the one asks nothing, the other once. */
static void
test_my_age (Fixture *f, gconstpointer data)
{
  AdwComboRow *age;

  lueur_preferences_show_page (f->dialog, "wellbeing");
  lueur_test_spin (200);
  age = ADW_COMBO_ROW (row (f, ADW_TYPE_COMBO_ROW, "My Age"));
  g_assert_cmpuint (adw_combo_row_get_selected (age), ==, LUEUR_ADULTHOOD_UNKNOWN);
  adw_combo_row_set_selected (age, LUEUR_ADULTHOOD_MINOR);
  g_assert_cmpint (lueur_settings_get_adulthood (f->settings), ==, LUEUR_ADULTHOOD_MINOR);

  adw_combo_row_set_selected (age, LUEUR_ADULTHOOD_ADULT);
  lueur_test_spin (100);
  lueur_test_shot (f->window, "preferences-age");
  g_assert_cmpint (lueur_settings_get_adulthood (f->settings), ==, LUEUR_ADULTHOOD_MINOR);
  answer (f, "cancel");
  g_assert_cmpuint (adw_combo_row_get_selected (age), ==, LUEUR_ADULTHOOD_MINOR);
  adw_combo_row_set_selected (age, LUEUR_ADULTHOOD_ADULT);
  lueur_test_spin (100);
  answer (f, "adult");
  g_assert_cmpint (lueur_settings_get_adulthood (f->settings), ==, LUEUR_ADULTHOOD_ADULT);
  g_assert_cmpuint (adw_combo_row_get_selected (age), ==, LUEUR_ADULTHOOD_ADULT);

  /* What is said in a conversation meanwhile is seen here. */
  lueur_settings_set_adulthood (f->settings, LUEUR_ADULTHOOD_MINOR);
  g_assert_cmpuint (adw_combo_row_get_selected (age), ==, LUEUR_ADULTHOOD_MINOR);
}

static void
test_chat_page (Fixture *f, gconstpointer data)
{
  GtkWidget *enter;

  lueur_preferences_show_page (f->dialog, "chat");
  lueur_test_spin (200);
  lueur_test_shot (f->window, "preferences-chat");
  enter = row (f, ADW_TYPE_SWITCH_ROW, "Enter Sends");
  adw_switch_row_set_active (ADW_SWITCH_ROW (enter), FALSE);
  g_assert_false (lueur_settings_get_enter_sends (f->settings));
  adw_switch_row_set_active (ADW_SWITCH_ROW (enter), TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name) g_test_add ("/preferences/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (starts_with_echo);
  ADD (local_server_lists_its_models);
  ADD (what_is_wrong_is_said);
  ADD (remote_asks_first);
  ADD (pauses_off_and_on_again);
  ADD (start_of_a_day);
  ADD (my_age);
  ADD (chat_page);

  return g_test_run ();
}
