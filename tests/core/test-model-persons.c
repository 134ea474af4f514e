/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who the person is, in one conversation and in another. */

#include "model-fixture.h"

typedef ModelFixture Fixture;

static LueurPerson *
add_person (Fixture *f, const char *name, gboolean main)
{
  g_autoptr (LueurPerson) person = lueur_person_new ();
  g_autoptr (GError) error = NULL;

  g_object_set (person, "name", name, "agreement", LUEUR_GENDER_FEMININE, "about", "Likes tea.", "main", main, NULL);
  LUEUR_TEST_CALL (saved, lueur_library_save_person, f->library, person);
  g_assert_true (lueur_library_save_person_finish (f->library, saved, &error));
  g_assert_no_error (error);
  return g_steal_pointer (&person);
}

static void
test_persons (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) lea = model_fixture_add_persona (f, "Léa", NULL);
  g_autoptr (LueurConversation) conversation = model_fixture_start (f, lea);
  g_autoptr (GError) error = NULL;
  GListModel *persons = lueur_library_get_persons (f->library);

  g_assert_null (lueur_library_get_person (f->library, conversation));
  {
    g_autoptr (LueurPerson) sam = add_person (f, "Sam", FALSE);
    g_autoptr (LueurPerson) zorro = add_person (f, "Zorro", FALSE);

    /* The first is the main one without being told so. */
    g_assert_true (lueur_person_get_main (sam));
    g_assert_true (lueur_library_get_person (f->library, conversation) == sam);
    LUEUR_TEST_CALL (set, lueur_library_set_person, f->library, conversation, zorro);
    g_assert_true (lueur_library_get_person (f->library, conversation) == zorro);
    g_assert_true (lueur_library_set_person_finish (f->library, set, &error));
    g_assert_true (lueur_library_get_person (f->library, NULL) == sam);
  }
  g_clear_object (&conversation);
  model_fixture_reopen (f);
  persons = lueur_library_get_persons (f->library);
  g_assert_cmpuint (g_list_model_get_n_items (persons), ==, 2);
  {
    LueurPerson *zorro = lueur_library_get_person (f->library, model_fixture_first (f));
    g_autoptr (LueurPerson) copy = lueur_person_copy (zorro);

    g_assert_cmpstr (lueur_person_get_name (zorro), ==, "Zorro");
    g_assert_cmpint (lueur_person_get_agreement (zorro), ==, LUEUR_GENDER_FEMININE);
    g_assert_cmpstr (lueur_person_get_about (zorro), ==, "Likes tea.");
    g_object_set (copy, "name", "Diego", "main", TRUE, NULL);
    LUEUR_TEST_CALL (saved, lueur_library_save_person, f->library, copy);
    g_assert_true (lueur_library_save_person_finish (f->library, saved, &error));
    g_assert_cmpstr (lueur_person_get_name (zorro), ==, "Diego");
    g_assert_true (lueur_library_get_person (f->library, NULL) == zorro);
    LUEUR_TEST_CALL (erased, lueur_library_erase_person, f->library, zorro);
    g_assert_true (lueur_library_erase_person_finish (f->library, erased, &error));
  }
  g_assert_null (lueur_conversation_get_person (model_fixture_first (f)));
  g_assert_cmpuint (g_list_model_get_n_items (persons), ==, 1);
  g_assert_null (lueur_library_get_person (f->library, NULL));
}

static void
test_person_json (void)
{
  g_autoptr (LueurPerson) odd = lueur_person_from_json ("{\"name\":3,\"agreement\":\"x\",\"about\":[]}", -1, NULL);

  g_assert_nonnull (odd);
  g_assert_cmpstr (lueur_person_get_name (odd), ==, "");
  g_assert_cmpint (lueur_person_get_agreement (odd), ==, LUEUR_GENDER_NEUTRAL);
  g_assert_null (lueur_person_from_json ("[]", -1, NULL));
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (name, Fixture, NULL, model_fixture_set_up, test, model_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/model/library/persons", test_persons);
  g_test_add_func ("/model/person/json", test_person_json);
  return g_test_run ();
}
