/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In a language that is neither English nor French the app says what of it is in those two alone; in them it does not. The
 * other language is a pseudo-language, which has a catalogue and nothing else. */

#include <adwaita.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "core/language.h"
#include "lueur-config.h"
#include "support/loop.h"
#include "ui/about.h"
#include "ui/language-note.h"
#include "ui/welcome.h"

static char *folder; /* catalogues: long, rtl, fr */

static void
run (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

static void
make_catalogues (void)
{
  g_autofree char *tool = g_test_build_filename (G_TEST_DIST, "..", "tools", "dev", "pseudo.py", NULL);
  g_autofree char *french = g_test_build_filename (G_TEST_DIST, "..", "po", "fr.po", NULL);
  g_autofree char *place = NULL, *made = NULL;

  folder = g_dir_make_tmp ("lueur-languages-XXXXXX", NULL);
  place = g_build_filename (folder, "fr", "LC_MESSAGES", NULL);
  made = g_build_filename (place, "lueur.mo", NULL);
  g_assert_cmpint (g_mkdir_with_parents (place, 0700), ==, 0);
  run ((const char *const[]){ "python3", tool, french, folder, NULL });
  run ((const char *const[]){ "msgfmt", "-o", made, french, NULL });
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

static void
speak (const char *language)
{
  g_setenv ("LANGUAGE", language, TRUE);
  /* What was looked up before is forgotten with this. */
  textdomain (GETTEXT_PACKAGE);
}

static gboolean
shows (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && shows (child, text))
      return TRUE;
  return FALSE;
}

static gboolean
shows_empty (GtkWidget *widget)
{
  return shows (widget, "");
}

static void
look (const char *note)
{
  AdwApplicationWindow *window = g_object_new (ADW_TYPE_APPLICATION_WINDOW, NULL);
  GtkWidget *welcome = g_object_new (LUEUR_TYPE_WELCOME, NULL);
  AdwDialog *about;

  adw_application_window_set_content (window, welcome);
  gtk_window_present (GTK_WINDOW (window));
  lueur_test_spin (50);
  if (note != NULL)
    g_assert_true (shows (welcome, note));
  g_assert_false (shows_empty (welcome));
  lueur_about_present (GTK_WIDGET (window));
  about = adw_application_window_get_visible_dialog (window);
  g_assert_cmpint (note != NULL, ==, strstr (adw_about_dialog_get_comments (ADW_ABOUT_DIALOG (about)), "\n\n") != NULL);
  if (note != NULL)
    g_assert_true (g_str_has_suffix (adw_about_dialog_get_comments (ADW_ABOUT_DIALOG (about)), note));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_whole (gconstpointer language)
{
  g_autofree char *own = NULL;

  speak (language);
  own = lueur_language_dup_interface ();
  g_assert_cmpstr (own, ==, language);
  g_assert_true (lueur_language_is_whole ());
  g_assert_null (lueur_language_note ());
  look (NULL);
}

static void
test_another (void)
{
  g_autofree char *own = NULL;

  speak ("long");
  own = lueur_language_dup_interface ();
  g_assert_cmpstr (own, ==, "long");
  g_assert_false (lueur_language_is_whole ());
  /* Translated, not in the English of the sources. */
  g_assert_true (g_str_has_prefix (lueur_language_note (), "["));
  g_assert_true (g_str_has_suffix (lueur_language_note (), "]"));
  look (lueur_language_note ());
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  /* Catalogues are of a real locale alone. */
  if (setlocale (LC_ALL, "en_US.UTF-8") == NULL && setlocale (LC_ALL, "fr_FR.UTF-8") == NULL)
    return 77;
  make_catalogues ();
  g_test_add_data_func ("/language-note/english", "en", test_whole);
  g_test_add_data_func ("/language-note/french", "fr", test_whole);
  g_test_add_func ("/language-note/another", test_another);
  status = g_test_run ();
  run ((const char *const[]){ "rm", "-rf", folder, NULL });
  g_free (folder);
  return status;
}
