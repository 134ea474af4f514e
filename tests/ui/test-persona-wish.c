/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The wizard fills its pages from one sentence. */

#include "wizard-fixture.h"

#include "support/mock.h"

static guint
count_stars (GtkWidget *widget)
{
  guint n = gtk_widget_has_css_class (widget, "understood") && gtk_widget_get_visible (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_stars (child);
  return n;
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
test_a_sentence_of_the_young (Fixture *f, gconstpointer data)
{
  open_wizard (f, NULL);
  wish (f, "I am 15 and I want a girlfriend");
  g_assert_null (find_question (f));
  g_assert_false (lueur_persona_is_romantic (f->persona));
  g_assert_cmpint (lueur_settings_get_adulthood (settings (f)), ==, LUEUR_ADULTHOOD_MINOR);
  lueur_settings_set_adulthood (settings (f), LUEUR_ADULTHOOD_UNKNOWN);
}

/* Whoever goes on, or closes, without the answer is not called back by it. */
static void
test_an_answer_that_comes_too_late (Fixture *f, gconstpointer data)
{
  LueurMock *mock = lueur_mock_new (NULL);
  g_autofree char *url = lueur_mock_get_base_url (mock, "slow");
  GtkWidget *busy;

  g_object_set (settings (f), "base-url", url, "model", "mock-model", NULL);
  for (guint close = 0; close < 2; close++)
    {
      open_wizard (f, NULL);
      busy = find (GTK_WIDGET (f->wizard), ADW_TYPE_ACTION_ROW, "title", "Reading your sentence…");
      wish (f, "A girlfriend named Iris");
      g_assert_true (lueur_test_wait_until (is_answering, busy, 8000));
      if (close)
        adw_dialog_close (ADW_DIALOG (f->wizard));
      else
        act (f, "wizard.next");
      g_object_set (f->persona, "name", "Bo", NULL);
      g_assert_true (lueur_test_wait_until (is_hidden, busy, 5000));
      lueur_test_spin (200);
      g_assert_cmpstr (lueur_persona_get_name (f->persona), ==, "Bo");
      g_assert_null (find_question (f));
      if (!close)
        adw_dialog_force_close (ADW_DIALOG (f->wizard));
    }
  g_object_set (settings (f), "base-url", "", "model", "", NULL);
  lueur_mock_free (mock);
}

static void
add_tests (void)
{
#define ADD(name) g_test_add ("/persona/wish/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (a_sentence_about_the_young);
  ADD (a_sentence_that_takes_long);
  ADD (a_sentence_fills_the_pages);
  ADD (a_sentence_cannot_slip_into_romance);
  ADD (a_sentence_of_the_young);
  ADD (an_answer_that_comes_too_late);
#undef ADD
}

int
main (int argc, char **argv)
{
  return run_wizard_tests (&argc, &argv, add_tests);
}
