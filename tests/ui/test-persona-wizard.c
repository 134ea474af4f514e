/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The wizard, page by page, as its widgets and actions are used. */

#include "wizard-fixture.h"

#include "ui/avatar/avatar-private.h"
#include "ui/avatar/editor.h"

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

/* Each new companion looks unlike those before, and every look can be drawn. */
static void
test_default_looks (Fixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkWidget *avatar = lueur_avatar_new (), *other = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (other), avatar);
  gtk_window_present (GTK_WINDOW (other));
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
  gtk_window_destroy (GTK_WINDOW (other));
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

static void
add_tests (void)
{
#define ADD(name) g_test_add ("/persona/wizard/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (every_page_reaches_the_persona);
  ADD (every_field_has_a_row);
  ADD (rows_write);
  ADD (and_you);
  ADD (three_exchanges);
  ADD (default_looks);
  ADD (screen_reader);
#undef ADD
}

int
main (int argc, char **argv)
{
  return run_wizard_tests (&argc, &argv, add_tests);
}
