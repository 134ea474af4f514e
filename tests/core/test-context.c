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
  g_test_add_func ("/context/data", test_data);
  return g_test_run ();
}
