/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Exercises, used as a person does. */

#include "ui/avatar/actor.h"
#include "ui/wellbeing/exercise-dialog.h"
#include "ui/wellbeing/exercise-page.h"
#include "wellbeing-fixture.h"

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
  for (guint i = 0; i < 100 && find_in (page, GTK_TYPE_LABEL, "label", "No useful answer came. The exercise goes on without one.") == NULL; i++)
    lueur_test_spin (50);
  g_assert_nonnull (find_in (page, GTK_TYPE_LABEL, "label", "No useful answer came. The exercise goes on without one."));
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

/* One way back on every exercise: a step, and from the first one to the list. */
static void
test_back (Fixture *f, gconstpointer data)
{
  static const char *const ids[] = { "message", "dispute", "calm", "decision", "order" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      LueurExerciseDialog *dialog = open_exercises (f, ids[i]);
      GtkWidget *page = FIND (dialog, LUEUR_TYPE_EXERCISE_PAGE, NULL, NULL);
      GtkWidget *view = FIND (dialog, ADW_TYPE_NAVIGATION_VIEW, NULL, NULL);
      GtkWidget *back = find_in (page, GTK_TYPE_BUTTON, "tooltip-text", "Back");

      g_assert_nonnull (back);
      g_assert_null (find_in (page, GTK_TYPE_BUTTON, "label", "_Back"));
      g_assert_true (adw_navigation_page_get_can_pop (ADW_NAVIGATION_PAGE (page)));
      g_assert_true (gtk_widget_activate_action (page, "exercise.next", NULL));
      g_assert_cmpuint (lueur_exercise_get_position (lueur_exercise_page_get_exercise (LUEUR_EXERCISE_PAGE (page))), ==, 1);
      /* The arrow does not leave in the middle, nor does a swipe. */
      g_assert_false (adw_navigation_page_get_can_pop (ADW_NAVIGATION_PAGE (page)));
      g_signal_emit_by_name (back, "clicked");
      g_assert_cmpuint (lueur_exercise_get_position (lueur_exercise_page_get_exercise (LUEUR_EXERCISE_PAGE (page))), ==, 0);
      g_assert_true (gtk_widget_activate_action (page, "exercise.next", NULL));
      gtk_widget_grab_focus (back);
      g_assert_true (lueur_test_press (f->window, "<Alt>Left"));
      g_assert_cmpuint (lueur_exercise_get_position (lueur_exercise_page_get_exercise (LUEUR_EXERCISE_PAGE (page))), ==, 0);
      g_assert_true (adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view)) == ADW_NAVIGATION_PAGE (page));
      g_signal_emit_by_name (back, "clicked");
      lueur_test_spin (100);
      g_assert_cmpstr (adw_navigation_page_get_tag (adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view))), ==, "list");
      adw_dialog_force_close (ADW_DIALOG (dialog));
      lueur_test_spin (100);
    }
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
  lueur_test_init (&argc, &argv);
  g_test_add ("/wellbeing/pages/exercise", Fixture, NULL, set_up, test_exercise, tear_down);
  g_test_add ("/wellbeing/pages/exercise-back", Fixture, NULL, set_up, test_back, tear_down);
  g_test_add ("/wellbeing/pages/exercise-help", Fixture, NULL, set_up, test_exercise_help, tear_down);
  g_test_add ("/wellbeing/pages/discard", Fixture, NULL, set_up, test_discard, tear_down);
  g_test_add ("/wellbeing/pages/breathing", Fixture, NULL, set_up, test_breathing, tear_down);
  g_test_add_func ("/wellbeing/pages/face-breathes", test_face_breathes);
  return g_test_run ();
}
