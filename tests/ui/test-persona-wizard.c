/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The wizard, page by page, as its widgets and actions are used. */

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "support/fake-clock.h"
#include "support/loop.h"
#include "support/mock.h"
#include "ui/avatar/avatar.h"
#include "ui/avatar/avatar-private.h"
#include "ui/avatar/editor.h"
#include "ui/persona/wizard.h"
#include "ui/shot.h"

typedef struct
{
  char *dir;
  LueurContext *context;
  GtkWindow *window;
  LueurWizard *wizard;
  LueurPersona *persona;
  LueurPersona *saved;
} Fixture;

static void
on_saved (LueurWizard *wizard, LueurPersona *persona, Fixture *f)
{
  g_set_object (&f->saved, persona);
}

static void
open_wizard (Fixture *f, LueurPersona *persona)
{
  g_clear_object (&f->persona);
  f->wizard = lueur_wizard_new (f->context, persona);
  g_signal_connect (f->wizard, "saved", G_CALLBACK (on_saved), f);
  g_object_get (f->wizard, "persona", &f->persona, NULL);
  adw_dialog_present (ADW_DIALOG (f->wizard), GTK_WIDGET (f->window));
  lueur_test_spin (200);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *toasts;

  f->dir = g_dir_make_tmp ("lueur-wizard-XXXXXX", NULL);
  f->context = lueur_context_new (NULL, f->dir);
  lueur_context_open_async (f->context, NULL, lueur_test_keep_result, &result);
  lueur_test_await (&result);
  g_assert_true (lueur_context_open_finish (f->context, result, &error));
  g_assert_no_error (error);

  f->window = GTK_WINDOW (g_object_new (ADW_TYPE_APPLICATION_WINDOW, NULL));
  toasts = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), adw_toolbar_view_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (f->window), toasts);
  gtk_window_set_default_size (f->window, 1100, 760);
  gtk_window_present (f->window);
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (f->window)), "gtk-enable-animations", FALSE, NULL);
  lueur_test_spin (100);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", f->dir);

  gtk_window_destroy (f->window);
  lueur_test_drain ();
  g_clear_object (&f->persona);
  g_clear_object (&f->saved);
  lueur_context_close (f->context);
  g_clear_object (&f->context);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (f->dir);
}

static GtkWidget *
find (GtkWidget *widget, GType type, const char *property, const char *value)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    {
      g_autofree char *text = NULL;

      if (property == NULL)
        return widget;
      g_object_get (widget, property, &text, NULL);
      if (g_strcmp0 (text, value) == 0)
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, property, value);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_relation (Fixture *f, const char *title)
{
  GtkWidget *row = find (GTK_WIDGET (f->wizard), ADW_TYPE_ACTION_ROW, "title", title);

  g_assert_nonnull (row);
  return GTK_WIDGET (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)));
}

static void
act (Fixture *f, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->wizard), action, NULL));
  lueur_test_spin (150);
}

static void
test_every_page_reaches_the_persona (Fixture *f, gconstpointer data)
{
  GtkWidget *widget;
  g_autofree char *about = NULL;
  g_auto (GStrv) chips = NULL, limits = NULL;

  open_wizard (f, NULL);
  lueur_test_shot (f->window, "wizard-start");
  act (f, "wizard.next");
  lueur_test_shot (f->window, "wizard-1");
  g_assert_true (gtk_widget_activate (find_relation (f, "A Mentor")));
  g_assert_cmpint (lueur_persona_get_relation (f->persona), ==, LUEUR_RELATION_MENTOR);

  act (f, "wizard.next");
  lueur_test_shot (f->window, "wizard-2");
  widget = find (GTK_WIDGET (f->wizard), ADW_TYPE_ENTRY_ROW, "title", "Name");
  gtk_editable_set_text (GTK_EDITABLE (widget), "Sol");
  g_assert_cmpstr (lueur_persona_get_name (f->persona), ==, "Sol");
  widget = find (GTK_WIDGET (f->wizard), GTK_TYPE_TOGGLE_BUTTON, "label", "He");
  g_signal_emit_by_name (widget, "clicked");
  g_assert_cmpint (lueur_persona_get_gender (f->persona), ==, LUEUR_GENDER_MASCULINE);
  widget = find (GTK_WIDGET (f->wizard), GTK_TYPE_TOGGLE_BUTTON, "label", "Français");
  g_signal_emit_by_name (widget, "clicked");
  g_assert_cmpstr (lueur_persona_get_language (f->persona), ==, "fr");

  act (f, "wizard.next");
  lueur_test_shot (f->window, "wizard-3");
  widget = find (GTK_WIDGET (f->wizard), GTK_TYPE_TOGGLE_BUTTON, "label", "Curious");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (widget), TRUE);
  g_object_get (f->persona, "chips", &chips, NULL);
  g_assert_cmpuint (g_strv_length (chips), ==, 1);
  g_assert_cmpstr (chips[0], ==, "curious");
  widget = find (GTK_WIDGET (f->wizard), GTK_TYPE_SCALE, NULL, NULL);
  gtk_range_set_value (GTK_RANGE (widget), 0.5);
  g_assert_cmpfloat_with_epsilon (lueur_persona_get_trait (f->persona, LUEUR_TRAIT_GENTLE_TEASING), 0.5, 1e-6);
  act (f, "wizard.next");
  lueur_test_shot (f->window, "wizard-intimacy");
  act (f, "wizard.next");
  lueur_test_shot (f->window, "wizard-limits");
  widget = find (GTK_WIDGET (f->wizard), g_type_from_name ("LueurTextRow"), "title", "Never Talk About");
  g_object_set (widget, "text", "My weight\n\n  the exam ", NULL);
  g_object_get (f->persona, "limits", &limits, NULL);
  g_assert_cmpuint (g_strv_length (limits), ==, 2);
  g_assert_cmpstr (limits[0], ==, "My weight");
  g_assert_cmpstr (limits[1], ==, "the exam");

  act (f, "wizard.next");
  lueur_test_shot (f->window, "wizard-details");
  act (f, "wizard.next");
  lueur_test_shot (f->window, "wizard-rhythm");
  act (f, "wizard.next");
  lueur_test_spin (600);
  lueur_test_shot (f->window, "wizard-4");
  widget = find (GTK_WIDGET (f->wizard), LUEUR_TYPE_AVATAR_EDITOR, NULL, NULL);
  g_assert_nonnull (widget);
  lueur_avatar_editor_set_look (LUEUR_AVATAR_EDITOR (widget), "{\"rig\":\"renard\"}");
  g_assert_nonnull (strstr (lueur_persona_get_look (f->persona), "renard"));
  act (f, "wizard.next");
  lueur_test_shot (f->window, "wizard-review");
  act (f, "wizard.back");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->wizard), "wizard.page", "s", "identity"));
  g_assert_nonnull (find (GTK_WIDGET (f->wizard), ADW_TYPE_ENTRY_ROW, "title", "Name"));

  act (f, "wizard.save");
  lueur_test_spin (300);
  g_assert_true (f->saved == f->persona);
  g_assert_cmpint (lueur_persona_get_id (f->saved), >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (lueur_library_get_personas (lueur_context_get_library (f->context))), ==, 1);
}

static void
test_a_name_is_needed (Fixture *f, gconstpointer data)
{
  GtkWidget *save;

  open_wizard (f, NULL);
  save = find (GTK_WIDGET (f->wizard), GTK_TYPE_BUTTON, "action-name", "wizard.save");
  g_assert_true (gtk_widget_get_sensitive (save));
  g_object_set (f->persona, "name", "   ", NULL);
  g_assert_false (gtk_widget_get_sensitive (save));
}

static LueurSettings *
settings (Fixture *f)
{
  return lueur_context_get_settings (f->context);
}

static GtkWidget *
find_question (Fixture *f)
{
  return find (GTK_WIDGET (f->window), ADW_TYPE_ALERT_DIALOG, NULL, NULL);
}

static void
answer (Fixture *f, const char *response)
{
  GtkWidget *question = find_question (f);

  g_assert_nonnull (question);
  g_signal_emit_by_name (question, "response", response);
  adw_dialog_force_close (ADW_DIALOG (question));
  lueur_test_spin (200);
}

static void
test_romance_asks_and_takes_no_for_an_answer (Fixture *f, gconstpointer data)
{
  open_wizard (f, NULL);
  act (f, "wizard.next");
  g_assert_true (gtk_widget_activate (find_relation (f, "A Partner")));
  lueur_test_spin (200);
  lueur_test_shot (f->window, "wizard-adult");
  answer (f, "cancel");
  g_assert_cmpint (lueur_persona_get_relation (f->persona), ==, LUEUR_RELATION_FRIEND);
  g_assert_cmpint (lueur_settings_get_adulthood (settings (f)), ==, LUEUR_ADULTHOOD_UNKNOWN);

  g_assert_true (gtk_widget_activate (find_relation (f, "A Partner")));
  lueur_test_spin (200);
  answer (f, "adult");
  g_assert_cmpint (lueur_persona_get_relation (f->persona), ==, LUEUR_RELATION_PARTNER);
  g_assert_cmpint (lueur_persona_get_intimacy (f->persona), ==, LUEUR_INTIMACY_ROMANCE);

  /* Once is enough, and what goes with a partner goes again. */
  g_assert_true (gtk_widget_activate (find_relation (f, "A Mentor")));
  lueur_test_spin (100);
  g_assert_cmpint (lueur_persona_get_intimacy (f->persona), ==, LUEUR_INTIMACY_FRIENDLY);
  g_assert_true (gtk_widget_activate (find_relation (f, "A Partner")));
  lueur_test_spin (200);
  g_assert_null (find_question (f));
  g_assert_cmpint (lueur_persona_get_intimacy (f->persona), ==, LUEUR_INTIMACY_ROMANCE);
  g_object_set (f->persona, "age", 16, NULL);
  g_assert_cmpuint (lueur_persona_get_age (f->persona), ==, 18);
  lueur_settings_set_adulthood (settings (f), LUEUR_ADULTHOOD_UNKNOWN);
}

static void
test_romance_is_not_for_the_young (Fixture *f, gconstpointer data)
{
  open_wizard (f, NULL);
  act (f, "wizard.next");
  g_assert_true (gtk_widget_activate (find_relation (f, "A Partner")));
  lueur_test_spin (200);
  answer (f, "minor");
  g_assert_cmpint (lueur_persona_get_relation (f->persona), ==, LUEUR_RELATION_FRIEND);
  g_assert_cmpint (lueur_settings_get_adulthood (settings (f)), ==, LUEUR_ADULTHOOD_MINOR);
  g_assert_false (gtk_widget_get_visible (find (GTK_WIDGET (f->wizard), ADW_TYPE_ACTION_ROW, "title", "A Partner")));
  gtk_widget_activate_action (GTK_WIDGET (f->wizard), "wizard.page", "s", "intimacy");
  lueur_test_spin (100);
  g_assert_false (gtk_widget_get_visible (find (GTK_WIDGET (f->wizard), ADW_TYPE_ACTION_ROW, "title", "A Romance")));
  /* By no other way either. */
  g_object_set (f->persona, "intimacy", LUEUR_INTIMACY_ROMANCE, NULL);
  lueur_test_spin (100);
  g_assert_null (find_question (f));
  g_assert_false (lueur_persona_is_romantic (f->persona));
  lueur_settings_set_adulthood (settings (f), LUEUR_ADULTHOOD_UNKNOWN);
}

/* What the person types counts as what a card says: in French and in English, on any page, and at the last moment. */
static void
test_no_romance_with_the_young (Fixture *f, gconstpointer data)
{
  static const struct { const char *field, *text; } told[] = {
    { "background", "She is 16 and lives with her parents." },
    { "about", "Une lycéenne timide, qui rit de tout." },
    { "description", "A schoolgirl from the village." },
    { "role", "mon amie âgée de 15 ans" },
    { "habits", "Elle est mineure et sort le soir." },
  };

  lueur_settings_set_adulthood (settings (f), LUEUR_ADULTHOOD_ADULT);
  open_wizard (f, NULL);
  act (f, "wizard.next");
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      /* Written first: the romance is refused. */
      g_object_set (f->persona, told[i].field, told[i].text, NULL);
      g_assert_true (gtk_widget_activate (find_relation (f, "A Partner")));
      lueur_test_spin (150);
      if (i == 0)
        lueur_test_shot (f->window, "wizard-minor");
      answer (f, "ok");
      g_assert_false (lueur_persona_is_romantic (f->persona));

      /* Written after: it ends with the page. */
      g_object_set (f->persona, told[i].field, "", NULL);
      g_assert_true (gtk_widget_activate (find_relation (f, "A Partner")));
      lueur_test_spin (150);
      g_assert_null (find_question (f));
      g_assert_true (lueur_persona_is_romantic (f->persona));
      g_object_set (f->persona, told[i].field, told[i].text, NULL);
      g_assert_null (find_question (f));
      act (f, "wizard.next");
      answer (f, "ok");
      g_assert_false (lueur_persona_is_romantic (f->persona));
      /* Nothing that was typed is lost. */
      {
        g_autofree char *text = NULL;

        g_object_get (f->persona, told[i].field, &text, NULL);
        g_assert_cmpstr (text, ==, told[i].text);
      }
      g_object_set (f->persona, told[i].field, "", NULL);
      act (f, "wizard.back");
    }

  /* An age is one too, and stays as it was typed. */
  g_object_set (f->persona, "age", 15, NULL);
  g_assert_true (gtk_widget_activate (find_relation (f, "A Partner")));
  lueur_test_spin (150);
  answer (f, "ok");
  g_assert_false (lueur_persona_is_romantic (f->persona));
  g_assert_cmpuint (lueur_persona_get_age (f->persona), ==, 15);

  /* At the last moment: not saved so, and the person sees what is. */
  g_object_set (f->persona, "age", 30, NULL);
  g_assert_true (gtk_widget_activate (find_relation (f, "A Partner")));
  lueur_test_spin (150);
  g_object_set (f->persona, "background", "She is 16.", NULL);
  act (f, "wizard.save");
  answer (f, "ok");
  g_assert_false (lueur_persona_is_romantic (f->persona));
  g_assert_cmpuint (g_list_model_get_n_items (lueur_library_get_everyone (lueur_context_get_library (f->context))), ==, 0);

  /* A grown-up who once was young is none. */
  g_object_set (f->persona, "background", "Elle a quitté la maison à 17 ans ; elle en a 34.", NULL);
  g_assert_true (gtk_widget_activate (find_relation (f, "A Partner")));
  lueur_test_spin (150);
  g_assert_null (find_question (f));
  g_assert_true (lueur_persona_is_romantic (f->persona));
  lueur_settings_set_adulthood (settings (f), LUEUR_ADULTHOOD_UNKNOWN);
}

/* --- One sentence --- */

static void
wish (Fixture *f, const char *sentence)
{
  GtkWidget *row = find (GTK_WIDGET (f->wizard), g_type_from_name ("LueurTextRow"), "title", "I would like…");
  GtkWidget *read = find (GTK_WIDGET (f->wizard), ADW_TYPE_BUTTON_ROW, NULL, NULL);

  g_assert_false (gtk_widget_get_sensitive (read));
  g_object_set (row, "text", sentence, NULL);
  g_assert_true (gtk_widget_get_sensitive (read));
  g_signal_emit_by_name (read, "activated");
  lueur_test_spin (400);
}

static guint
count_stars (GtkWidget *widget)
{
  guint n = gtk_widget_has_css_class (widget, "understood") && gtk_widget_get_visible (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_stars (child);
  return n;
}

static void
test_a_sentence_fills_the_pages (Fixture *f, gconstpointer data)
{
  open_wizard (f, NULL);
  wish (f, "A funny French friend named Iris, 40 years old, who loves sailing");
  lueur_test_shot (f->window, "wizard-wished");
  g_assert_nonnull (find (GTK_WIDGET (f->wizard), ADW_TYPE_ACTION_ROW, "title", "A Mentor"));
  g_assert_cmpstr (lueur_persona_get_name (f->persona), ==, "Iris");
  g_assert_cmpuint (lueur_persona_get_age (f->persona), ==, 40);
  g_assert_cmpstr (lueur_persona_get_text (f->persona, LUEUR_PERSONA_TASTES), ==, "sailing");
  g_assert_cmpuint (count_stars (GTK_WIDGET (f->wizard)), ==, 1);
  act (f, "wizard.next");
  lueur_test_shot (f->window, "wizard-wished-identity");
  /* The relation; name, age, origin and language. */
  g_assert_cmpuint (count_stars (GTK_WIDGET (f->wizard)), ==, 5);
  /* What the person changes is theirs. */
  g_object_set (f->persona, "name", "Inès", NULL);
  g_assert_cmpuint (count_stars (GTK_WIDGET (f->wizard)), ==, 4);
}

static void
test_a_sentence_cannot_slip_into_romance (Fixture *f, gconstpointer data)
{
  open_wizard (f, NULL);
  wish (f, "Je veux une partenaire IA française de 28 ans, curieuse, cultivée, au ton léger et attentionné, qui aime parler "
           "d'art et de voyages");
  g_assert_nonnull (find_question (f));
  answer (f, "cancel");
  g_assert_false (lueur_persona_is_romantic (f->persona));
  g_assert_cmpstr (lueur_persona_get_language (f->persona), ==, "fr");
  g_assert_cmpuint (g_strv_length ((char **) lueur_persona_get_chips (f->persona)), ==, 4);
}

static void
test_a_sentence_about_the_young (Fixture *f, gconstpointer data)
{
  lueur_settings_set_adulthood (settings (f), LUEUR_ADULTHOOD_ADULT);
  open_wizard (f, NULL);
  wish (f, "Je veux une petite amie de 16 ans, drôle");
  g_assert_nonnull (find_question (f));
  answer (f, "ok");
  g_assert_false (lueur_persona_is_romantic (f->persona));
  g_assert_cmpuint (lueur_persona_get_age (f->persona), ==, 0);
  lueur_settings_set_adulthood (settings (f), LUEUR_ADULTHOOD_UNKNOWN);
}

static gboolean
is_answering (gpointer data)
{
  GtkWidget *row = data;

  return strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "so far") != NULL;
}

static gboolean
is_hidden (gpointer data)
{
  return !gtk_widget_get_visible (data);
}

/* A model that takes its time: it shows that it gets on, and may be left alone. */
static void
test_a_sentence_that_takes_long (Fixture *f, gconstpointer data)
{
  LueurMock *mock = lueur_mock_new (NULL);
  g_autofree char *url = lueur_mock_get_base_url (mock, "slow");
  g_autofree char *kept = NULL;
  GtkWidget *busy, *sentence, *cancel;

  g_object_set (settings (f), "base-url", url, "model", "mock-model", NULL);
  open_wizard (f, NULL);
  sentence = find (GTK_WIDGET (f->wizard), g_type_from_name ("LueurTextRow"), "title", "I would like…");
  busy = find (GTK_WIDGET (f->wizard), ADW_TYPE_ACTION_ROW, "title", "Reading your sentence…");
  g_assert_false (gtk_widget_get_visible (busy));
  wish (f, "A funny friend named Iris");
  g_assert_true (gtk_widget_get_visible (busy));
  g_assert_true (lueur_test_wait_until (is_answering, busy, 8000));
  lueur_test_shot (f->window, "wizard-asking");
  cancel = find (busy, GTK_TYPE_BUTTON, "label", "_Cancel");
  g_signal_emit_by_name (cancel, "clicked");
  g_assert_true (lueur_test_wait_until (is_hidden, busy, 5000));
  /* Nothing was filled in, and what was written is still there. */
  g_assert_cmpstr (lueur_persona_get_name (f->persona), !=, "Iris");
  g_object_get (sentence, "text", &kept, NULL);
  g_assert_cmpstr (kept, ==, "A funny friend named Iris");
  g_object_set (settings (f), "base-url", "", "model", "", NULL);
  lueur_mock_free (mock);
}

static void
test_a_sentence_of_the_young (Fixture *f, gconstpointer data)
{
  open_wizard (f, NULL);
  wish (f, "I am 15 and I want a girlfriend");
  g_assert_null (find_question (f));
  g_assert_false (lueur_persona_is_romantic (f->persona));
  g_assert_cmpint (lueur_settings_get_adulthood (settings (f)), ==, LUEUR_ADULTHOOD_MINOR);
  lueur_settings_set_adulthood (settings (f), LUEUR_ADULTHOOD_UNKNOWN);
}

/* --- Fields and rows --- */

static gboolean
has_row (GtkWidget *widget, const char *name)
{
  if (strcmp (gtk_widget_get_name (widget), name) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_row (child, name))
      return TRUE;
  return FALSE;
}

/* Whatever is told to the model can be said in the wizard, but for what comes with cards alone. */
static void
test_every_field_has_a_row (Fixture *f, gconstpointer data)
{
  static const LueurPersonaField elsewhere[] = { LUEUR_PERSONA_NICKNAME, LUEUR_PERSONA_SCENARIO, LUEUR_PERSONA_EXAMPLES,
                                                 LUEUR_PERSONA_SYSTEM,   LUEUR_PERSONA_POST_HISTORY };

  open_wizard (f, NULL);
  for (guint i = 0; i < 9; i++)
    act (f, "wizard.next");
  for (guint i = 0; i < LUEUR_N_PERSONA_FIELDS; i++)
    {
      const LueurPersonaFieldInfo *info = lueur_persona_field_get_info (i);
      gboolean known = info->use != LUEUR_FIELD_TOLD;

      for (guint j = 0; j < G_N_ELEMENTS (elsewhere); j++)
        known = known || elsewhere[j] == i;
      if (!known && !has_row (GTK_WIDGET (f->wizard), info->name))
        g_error ("no row is named “%s”", info->name);
    }
}

static void
test_rows_write (Fixture *f, gconstpointer data)
{
  GtkWidget *widget;

  open_wizard (f, NULL);
  for (guint i = 0; i < 7; i++)
    act (f, "wizard.next");
  widget = find (GTK_WIDGET (f->wizard), ADW_TYPE_EXPANDER_ROW, "title", "A Morning Word");
  g_assert_false (adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (widget)));
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (widget), TRUE);
  g_assert_true (lueur_persona_get_ritual (f->persona, LUEUR_RITUAL_MORNING, NULL));
  widget = find (widget, ADW_TYPE_SPIN_ROW, "title", "At");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (widget)), ==, "08:00");
  gtk_editable_set_text (GTK_EDITABLE (widget), "7 h 40");
  adw_spin_row_update (ADW_SPIN_ROW (widget));
  g_assert_cmpint (lueur_persona_get_number (f->persona, LUEUR_PERSONA_MORNING_TIME), ==, 7 * 60 + 40);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (widget)), ==, "07:40");
  widget = find (GTK_WIDGET (f->wizard), g_type_from_name ("LueurTextRow"), "title", "Things You Say to Each Other");
  g_object_set (widget, "text", "Nice and easy\n\nSee you on the pier", NULL);
  g_assert_cmpuint (g_strv_length ((char **) lueur_persona_get_words (f->persona, LUEUR_PERSONA_SAYINGS)), ==, 2);
  widget = find (GTK_WIDGET (f->wizard), ADW_TYPE_SWITCH_ROW, "title", "Emoji");
  adw_switch_row_set_active (ADW_SWITCH_ROW (widget), TRUE);
  g_assert_true (lueur_persona_get_number (f->persona, LUEUR_PERSONA_EMOJI));
  widget = find (GTK_WIDGET (f->wizard), GTK_TYPE_TOGGLE_BUTTON, "label", "Short");
  g_signal_emit_by_name (widget, "clicked");
  g_assert_cmpint (lueur_persona_get_number (f->persona, LUEUR_PERSONA_REPLY_LENGTH), ==, LUEUR_REPLY_LENGTH_SHORT);
}

/* The person is asked once who they are. */
static void
test_and_you (Fixture *f, gconstpointer data)
{
  LueurLibrary *library = lueur_context_get_library (f->context);
  GtkWidget *widget;

  open_wizard (f, NULL);
  act (f, "wizard.next");
  act (f, "wizard.next");
  widget = find (GTK_WIDGET (f->wizard), ADW_TYPE_ENTRY_ROW, "title", "Your Name");
  lueur_test_shot (f->window, "wizard-and-you");
  g_assert_true (gtk_widget_get_mapped (widget));
  gtk_editable_set_text (GTK_EDITABLE (widget), "Noor");
  gtk_widget_activate_action (GTK_WIDGET (f->wizard), "person.agreement", "s", "feminine");
  act (f, "wizard.save");
  lueur_test_spin (400);
  g_assert_nonnull (lueur_library_get_person (library, NULL));
  g_assert_cmpstr (lueur_person_get_name (lueur_library_get_person (library, NULL)), ==, "Noor");
  g_assert_cmpint (lueur_person_get_agreement (lueur_library_get_person (library, NULL)), ==, LUEUR_GENDER_FEMININE);
  open_wizard (f, NULL);
  act (f, "wizard.next");
  act (f, "wizard.next");
  widget = find (GTK_WIDGET (f->wizard), ADW_TYPE_ENTRY_ROW, "title", "Your Name");
  g_assert_false (gtk_widget_get_mapped (widget));
}

/* --- The last page --- */

static void
test_three_exchanges (Fixture *f, gconstpointer data)
{
  GtkWidget *row, *told;

  open_wizard (f, NULL);
  g_object_set (f->persona, "name", "Iris", "limits", (const char *[]) { "my weight", NULL }, NULL);
  gtk_widget_activate_action (GTK_WIDGET (f->wizard), "wizard.page", "s", "review");
  lueur_test_spin (200);
  told = find (GTK_WIDGET (f->wizard), ADW_TYPE_EXPANDER_ROW, "title", "Limits");
  g_assert_nonnull (told);
  g_assert_nonnull (find (GTK_WIDGET (f->wizard), ADW_TYPE_EXPANDER_ROW, "title", "Conduct, Which No Companion Can Change"));
  for (guint i = 0; i < 3; i++)
    {
      row = find (GTK_WIDGET (f->wizard), ADW_TYPE_ENTRY_ROW, "title",
                  i == 0 ? "Say something" : i == 1 ? "Say something: 2 exchanges left" : "Say something: 1 exchange left");
      g_assert_nonnull (row);
      gtk_editable_set_text (GTK_EDITABLE (row), "I had a good day at work.");
      g_signal_emit_by_name (row, "entry-activated");
      lueur_test_spin (2500);
    }
  lueur_test_shot (f->window, "wizard-tried");
  row = find (GTK_WIDGET (f->wizard), ADW_TYPE_ENTRY_ROW, "title", "That was the third: save them to go on");
  g_assert_nonnull (row);
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (row)));
  /* Nothing of it is stored. */
  g_assert_cmpuint (g_list_model_get_n_items (lueur_library_get_personas (lueur_context_get_library (f->context))), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (lueur_library_get_conversations (lueur_context_get_library (f->context))), ==,
                    0);
}

/* The editor: the same pages in a list, and no steps. */
static void
test_editor_is_a_list (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) stored = g_object_new (LUEUR_TYPE_PERSONA, "name", "Inès", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  GtkWidget *list;

  lueur_library_save_persona_async (lueur_context_get_library (f->context), stored, NULL, lueur_test_keep_result, &result);
  lueur_test_await (&result);
  g_assert_true (lueur_library_save_persona_finish (lueur_context_get_library (f->context), result, NULL));
  open_wizard (f, stored);
  lueur_test_shot (f->window, "wizard-editor");
  g_assert_null (find (GTK_WIDGET (f->wizard), g_type_from_name ("LueurPageStart"), NULL, NULL));
  list = find (GTK_WIDGET (f->wizard), GTK_TYPE_LIST_BOX, NULL, NULL);
  gtk_list_box_select_row (GTK_LIST_BOX (list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 5));
  lueur_test_spin (200);
  g_assert_true (gtk_widget_get_mapped (find (GTK_WIDGET (f->wizard), g_type_from_name ("LueurTextRow"), "title", "Tastes")));
  g_assert_false (gtk_widget_get_visible (find (GTK_WIDGET (f->wizard), GTK_TYPE_BUTTON, "action-name", "wizard.next")));
}

static void
test_editing_changes_nothing_until_saved (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) stored = g_object_new (LUEUR_TYPE_PERSONA, "name", "Inès", "language", "fr", NULL);
  g_autoptr (GAsyncResult) result = NULL;

  lueur_library_save_persona_async (lueur_context_get_library (f->context), stored, NULL, lueur_test_keep_result, &result);
  lueur_test_await (&result);
  g_assert_true (lueur_library_save_persona_finish (lueur_context_get_library (f->context), result, NULL));

  open_wizard (f, stored);
  g_object_set (f->persona, "name", "Jeanne", NULL);
  g_assert_cmpstr (lueur_persona_get_name (stored), ==, "Inès");
  act (f, "wizard.save");
  lueur_test_spin (300);
  g_assert_cmpstr (lueur_persona_get_name (stored), ==, "Jeanne");
  g_assert_true (f->saved == stored);
}

/* No question: it closes, and the same dialog with all that was made comes back. */
static void
test_closing_can_be_undone (Fixture *f, gconstpointer data)
{
  GtkWidget *toast, *button;

  open_wizard (f, NULL);
  g_assert_true (adw_dialog_get_can_close (ADW_DIALOG (f->wizard)));
  g_object_set (f->persona, "name", "Jeanne-Marie", NULL);
  act (f, "wizard.next");
  act (f, "wizard.next");
  g_assert_false (adw_dialog_get_can_close (ADW_DIALOG (f->wizard)));
  adw_dialog_close (ADW_DIALOG (f->wizard));
  lueur_test_spin (300);
  g_assert_null (find (GTK_WIDGET (f->window), ADW_TYPE_ALERT_DIALOG, NULL, NULL));
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (f->window)));
  lueur_test_shot (f->window, "wizard-closed");
  toast = find (GTK_WIDGET (f->window), g_type_from_name ("AdwToastWidget"), NULL, NULL);
  g_assert_nonnull (toast);
  button = find (toast, GTK_TYPE_BUTTON, "label", "_Undo");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  lueur_test_spin (300);
  g_assert_true (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (f->window)) == ADW_DIALOG (f->wizard));
  lueur_test_shot (f->window, "wizard-back-again");
  g_assert_nonnull (find (GTK_WIDGET (f->wizard), ADW_TYPE_ENTRY_ROW, "text", "Jeanne-Marie"));
  /* As good as before: it can be gone on with, and saved. */
  act (f, "wizard.next");
  act (f, "wizard.save");
  lueur_test_spin (300);
  g_assert_true (f->saved == f->persona);
}

static void
test_narrow (Fixture *f, gconstpointer data)
{
  gtk_window_set_default_size (f->window, 360, 720);
  lueur_test_spin (200);
  open_wizard (f, NULL);
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *name = g_strdup_printf ("wizard-narrow-%u", i);
      GtkWidget *visible;

      lueur_test_spin (i == 8 ? 600 : 100);
      lueur_test_shot (f->window, name);
      visible = find (GTK_WIDGET (f->wizard), GTK_TYPE_STACK, NULL, NULL);
      g_assert_cmpint (gtk_widget_get_width (visible), <=, 360);
      if (i < 9)
        act (f, "wizard.next");
    }
}

/* Each new companion looks unlike those before, and every look can be drawn. */
static void
test_default_looks (Fixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkWidget *avatar = lueur_avatar_new ();

  adw_application_window_set_content (ADW_APPLICATION_WINDOW (f->window), avatar);
  for (guint i = 0; i < 8; i++)
    {
      char *look = lueur_avatar_dup_default_look (i);
      g_autofree char *error = NULL;

      lueur_avatar_set_look (LUEUR_AVATAR (avatar), look);
      g_assert_true (lueur_test_wait_until ((LueurTestPredicate) lueur_avatar_is_ready, avatar, 5000));
      g_object_get (avatar, "error", &error, NULL);
      g_assert_null (error);
      g_assert_true (g_hash_table_add (seen, look));
    }
}

static void
test_screen_reader (Fixture *f, gconstpointer data)
{
  GtkWidget *scale;

  open_wizard (f, NULL);
  act (f, "wizard.next");
  gtk_test_accessible_assert_role (find_relation (f, "A Friend"), GTK_ACCESSIBLE_ROLE_RADIO);
  act (f, "wizard.next");
  act (f, "wizard.next");
  scale = find (GTK_WIDGET (f->wizard), GTK_TYPE_SCALE, NULL, NULL);
  gtk_test_accessible_assert_property (scale, GTK_ACCESSIBLE_PROPERTY_LABEL, "From Gentle to Teasing");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name) g_test_add ("/persona/wizard/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (every_page_reaches_the_persona);
  ADD (a_name_is_needed);
  ADD (romance_asks_and_takes_no_for_an_answer);
  ADD (romance_is_not_for_the_young);
  ADD (no_romance_with_the_young);
  ADD (a_sentence_about_the_young);
  ADD (a_sentence_that_takes_long);
  ADD (a_sentence_fills_the_pages);
  ADD (a_sentence_cannot_slip_into_romance);
  ADD (a_sentence_of_the_young);
  ADD (every_field_has_a_row);
  ADD (rows_write);
  ADD (and_you);
  ADD (three_exchanges);
  ADD (editor_is_a_list);
  ADD (editing_changes_nothing_until_saved);
  ADD (closing_can_be_undone);
  ADD (narrow);
  ADD (default_looks);
  ADD (screen_reader);

  return g_test_run ();
}
