/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "core/context.h"
#include "support/fake-clock.h"
#include "support/loop.h"

static gboolean
open_context (LueurContext *context, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lueur_context_open_async (context, NULL, lueur_test_keep_result, &result);
  lueur_test_await (&result);
  return lueur_context_open_finish (context, result, error);
}

static void
test_private_folder (void)
{
  g_autofree char *top = g_dir_make_tmp ("lueur-context-XXXXXX", NULL);
  g_autofree char *dir = g_build_filename (top, "deep", "lueur", NULL);
  g_autofree char *db = g_build_filename (dir, "lueur.db", NULL);
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", top);
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  {
    g_autoptr (LueurContext) context = lueur_context_new (NULL, dir);

    g_assert_true (open_context (context, &error));
    g_assert_no_error (error);
    g_assert_cmpint (g_stat (dir, &status), ==, 0);
    g_assert_cmpint (status.st_mode & 0777, ==, 0700);
    g_assert_cmpint (g_stat (db, &status), ==, 0);
    g_assert_cmpint (status.st_mode & 0777, ==, 0600);
    lueur_context_close (context);
    lueur_context_close (context);
  }
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}

static void
test_ends_without_leaks (void)
{
  g_autofree char *dir = g_dir_make_tmp ("lueur-context-XXXXXX", NULL);
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", dir);
  LueurContext *context = lueur_context_new (NULL, dir);

  g_assert_true (open_context (context, NULL));
  lueur_context_close (context);
  g_assert_finalize_object (context);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}

static void
test_not_a_database (void)
{
  g_autofree char *dir = g_dir_make_tmp ("lueur-context-XXXXXX", NULL);
  g_autofree char *db = g_build_filename (dir, "lueur.db", NULL);
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", dir);
  g_autoptr (LueurContext) context = lueur_context_new (NULL, dir);
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;
  const char *letter = "This is a letter to my sister, which somebody gave the wrong name.";

  g_assert_true (g_file_set_contents (db, letter, -1, NULL));
  g_assert_false (open_context (context, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_get_contents (db, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, letter);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}

/* A model file that is cut short, or something else, costs the face its feelings and nothing more. */
static void
test_damaged_reader (void)
{
  static const char *const contents[] = { "LUEURFL\n and no more", "a picture of a cat", "" };
  g_autofree char *before = g_strdup (g_getenv ("LUEUR_DATA_DIR"));
  g_autofree char *dir = g_dir_make_tmp ("lueur-context-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (dir, "emotion", NULL);
  g_autofree char *model = g_build_filename (folder, LUEUR_READER_MODEL_FILE, NULL);
  g_autofree char *home = g_build_filename (dir, "home", NULL);
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", dir);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_setenv ("LUEUR_DATA_DIR", dir, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (LueurContext) context = NULL;
      LueurFeeling feeling;

      g_assert_true (g_file_set_contents (model, contents[i], -1, NULL));
      context = lueur_context_new (NULL, home);
      g_assert_true (open_context (context, NULL));
      g_assert_null (lueur_context_get_reader (context));
      lueur_reader_read (lueur_context_get_reader (context), "I am so happy!", -1, LUEUR_READER_LANG_AUTO, &feeling);
      g_assert_cmpint (feeling.label, ==, LUEUR_EMOTION_NEUTRAL);
      lueur_context_close (context);
    }
  g_setenv ("LUEUR_DATA_DIR", before, TRUE);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}

/* “It is getting late” is not said beside the numbers for help. */
static void
test_quiet_beside_help (void)
{
  g_autofree char *dir = g_dir_make_tmp ("lueur-context-XXXXXX", NULL);
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", dir);
  g_autoptr (LueurFakeClock) clock = lueur_fake_clock_new ("Europe/Paris", 2026, 3, 10, 23, 30);
  LueurContext *context = lueur_context_new (LUEUR_CLOCK (clock), dir);
  LueurWellbeing *wellbeing = lueur_context_get_wellbeing (context);
  LueurCare *care = lueur_context_get_care (context);

  g_assert_true (open_context (context, NULL));
  lueur_wellbeing_set_focused (wellbeing, TRUE);
  for (guint i = 0; i < 3; i++)
    {
      lueur_fake_clock_advance_seconds (clock, 60);
      lueur_wellbeing_note_input (wellbeing, FALSE);
    }
  g_assert_cmpint (lueur_wellbeing_get_line (wellbeing), ==, LUEUR_LINE_LATE);
  lueur_care_set_card (care, TRUE);
  g_assert_cmpint (lueur_wellbeing_get_line (wellbeing), ==, LUEUR_LINE_NONE);
  lueur_care_set_card (care, FALSE);
  g_assert_cmpint (lueur_wellbeing_get_line (wellbeing), ==, LUEUR_LINE_LATE);
  /* Whoever spoke of danger and closed the card has not asked for the hour either. */
  lueur_care_note (care, "I want to kill myself tonight");
  lueur_care_set_card (care, FALSE);
  g_assert_cmpint (lueur_wellbeing_get_line (wellbeing), ==, LUEUR_LINE_NONE);
  lueur_wellbeing_set_focused (wellbeing, FALSE);
  lueur_context_close (context);
  g_assert_finalize_object (context);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}

static void
test_data (void)
{
  g_autofree char *path = lueur_context_find_data ("avatars/ambre.svg");

  g_assert_true (g_str_has_prefix (path, g_getenv ("LUEUR_DATA_DIR")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/context/private-folder", test_private_folder);
  g_test_add_func ("/context/ends-without-leaks", test_ends_without_leaks);
  g_test_add_func ("/context/not-a-database", test_not_a_database);
  g_test_add_func ("/context/damaged-reader", test_damaged_reader);
  g_test_add_func ("/context/quiet-beside-help", test_quiet_beside_help);
  g_test_add_func ("/context/data", test_data);
  return g_test_run ();
}
