/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A romance in the wizard: asked for once, between adults, by no way around. */

#include "wizard-fixture.h"

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

static void
add_tests (void)
{
#define ADD(name) g_test_add ("/persona/romance/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (romance_asks_and_takes_no_for_an_answer);
  ADD (romance_is_not_for_the_young);
  ADD (no_romance_with_the_young);
#undef ADD
}

int
main (int argc, char **argv)
{
  return run_wizard_tests (&argc, &argv, add_tests);
}
