/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The companions that come with Lueur are there, in both languages, and whole. */

#include "core/model/ready.h"
#include "support/loop.h"

static GListModel *
list (const char *language)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LUEUR_DATA_DIR"), "companions", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GListModel *all;

  lueur_ready_list_async (folder, language, NULL, lueur_test_keep_result, &result);
  lueur_test_await (&result);
  all = lueur_ready_list_finish (result, &error);
  g_assert_no_error (error);
  return all;
}

static void
test_all (void)
{
  g_autoptr (GListModel) english = list ("en"), french = list ("fr");

  g_assert_cmpuint (g_list_model_get_n_items (english), ==, 8);
  g_assert_cmpuint (g_list_model_get_n_items (french), ==, 8);
  for (guint i = 0; i < 8; i++)
    {
      g_autoptr (LueurReady) one = g_list_model_get_item (english, i), other = g_list_model_get_item (french, i);
      LueurPersona *persona = lueur_ready_get_persona (one), *personne = lueur_ready_get_persona (other);

      g_assert_cmpstr (lueur_ready_get_id (one), ==, lueur_ready_get_id (other));
      g_assert_cmpstr (lueur_ready_get_line (one), !=, "");
      g_assert_cmpstr (lueur_ready_get_line (other), !=, lueur_ready_get_line (one));
      g_assert_cmpstr (lueur_persona_get_language (persona), ==, "en");
      g_assert_cmpstr (lueur_persona_get_language (personne), ==, "fr");
      g_assert_cmpint (lueur_persona_get_id (persona), ==, 0);
      g_assert_cmpstr (lueur_persona_get_name (persona), !=, "");
      g_assert_cmpuint (lueur_persona_get_age (persona), >=, 18);
      g_assert_cmpstr (lueur_persona_get_look (persona), !=, "");
      g_assert_cmpstr (lueur_persona_get_look (persona), ==, lueur_persona_get_look (personne));
      g_assert_cmpstr (lueur_persona_get_greeting (personne), !=, "");
      g_assert_nonnull (lueur_persona_get_words (personne, LUEUR_PERSONA_GREETINGS)[0]);
    }
}

static void
test_nonsense (void)
{
  static const char *const files[] = { "", "[]", "{}", "{\"id\": \"x\"}", "{\"id\": 3, \"en\": {}}", "{\"id\": \"x\", \"en\": []}",
                                       "{\"en\": {}}" };
  g_autoptr (LueurReady) sparse = NULL;
  g_autoptr (GError) none = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (lueur_ready_new_from_json (files[i], -1, "en", &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
  sparse = lueur_ready_new_from_json ("{\"id\": \"x\", \"en\": {\"name\": 3}, \"look\": 4, \"tagline\": {\"en\": []}}", -1, "en",
                                      &none);
  g_assert_no_error (none);
  g_assert_cmpstr (lueur_persona_get_name (lueur_ready_get_persona (sparse)), ==, "");
}

static void
test_no_folder (void)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  lueur_ready_list_async ("/nowhere/at/all", "en", NULL, lueur_test_keep_result, &result);
  lueur_test_await (&result);
  g_assert_null (lueur_ready_list_finish (result, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/ready/all", test_all);
  g_test_add_func ("/model/ready/nonsense", test_nonsense);
  g_test_add_func ("/model/ready/no-folder", test_no_folder);
  return g_test_run ();
}
