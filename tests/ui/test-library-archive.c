/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything out and in through the window: a look first, nothing before it is agreed to, and words for what went wrong. */

#include <locale.h>
#include <string.h>

#include "library-fixture.h"

#include "core/exchange/archive.h"
#include "ui/avatar/wardrobe.h"
#include "ui/chat/chat-view.h"
#include "ui/library/archive-dialog.h"
#include "ui/library/archive-words.h"
#include "ui/preferences/preferences.h"
#include "ui/shot.h"
#include "ui/window-private.h"

/* The dialog’s own, whatever a narrow window has around it. */
static GtkWidget *
find_pages (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_STACK (widget) && gtk_stack_get_child_by_name (GTK_STACK (widget), "contents") != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_pages (child);
  return found;
}

static const char *
page (Fixture *f)
{
  AdwDialog *shown = dialog (f);
  GtkWidget *stack = shown != NULL && LUEUR_IS_ARCHIVE_DIALOG (shown) ? find_pages (GTK_WIDGET (shown)) : NULL;

  return stack != NULL ? gtk_stack_get_visible_child_name (GTK_STACK (stack)) : "";
}

typedef struct
{
  Fixture *f;
  const char *name;
} Page;

static gboolean
is_page (gpointer data)
{
  Page *wanted = data;

  return g_strcmp0 (page (wanted->f), wanted->name) == 0;
}

static void
wait_page (Fixture *f, const char *name)
{
  Page wanted = { f, name };

  if (!lueur_test_wait_until (is_page, &wanted, 10000))
    g_error ("it never comes to “%s”, it is “%s”", name, page (f));
  lueur_test_spin (50);
}

static gboolean
shows (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows (child, text))
      return TRUE;
  return FALSE;
}

static void
on_exported (LueurArchiveDialog *dialog, GFile *file, gboolean *done)
{
  *done = TRUE;
}

/* Into a file of the fixture's own. (transfer full) */
static GFile *
export (Fixture *f)
{
  g_autofree char *avatars = g_build_filename (f->dir, "avatars", NULL);
  GFile *file = g_file_new_build_filename (f->dir, "all.lueur.zip", NULL);
  AdwDialog *shown;
  gboolean done = FALSE;

  lueur_wardrobe_set_folder (lueur_wardrobe_get_for_display (gdk_display_get_default ()), avatars);
  shown = lueur_archive_dialog_new_export (f->context, file);
  g_signal_connect (shown, "exported", G_CALLBACK (on_exported), &done);
  adw_dialog_present (shown, GTK_WIDGET (f->window));
  g_assert_true (lueur_test_wait_flag (&done, 10000));
  lueur_test_spin (50);
  g_assert_null (dialog (f));
  return file;
}

static void
drop (Fixture *f, GFile *file)
{
  lueur_window_open_file (f->window, file);
}

static guint
n_companions (Fixture *f)
{
  return g_list_model_get_n_items (lueur_library_get_everyone (library (f)));
}

static void
remove_file (GFile *file)
{
  g_assert_true (g_file_delete (file, NULL, NULL));
}

static void
test_out_and_in (Fixture *f, gconstpointer data)
{
  LueurPersona *mira = add (f, "Mira", "sea", 0);
  g_autoptr (GFile) file = NULL;

  {
    CALL (started, lueur_library_start_conversation, library (f), mira);
    g_autoptr (LueurConversation) talk = lueur_library_start_conversation_finish (library (f), started, NULL);

    g_assert_nonnull (talk);
  }
  file = export (f);

  /* What is here does not come twice. */
  drop (f, file);
  wait_page (f, "contents");
  g_assert_true (shows (GTK_WIDGET (dialog (f)), "Companions"));
  g_assert_true (shows (GTK_WIDGET (dialog (f)), "Conversations"));
  lueur_test_shot (GTK_WINDOW (f->window), "archive-contents");
  gtk_widget_activate_action (GTK_WIDGET (dialog (f)), "archive.add", NULL);
  wait_page (f, "done");
  g_assert_true (shows (GTK_WIDGET (dialog (f)), "1 companion was here already."));
  g_assert_true (shows (GTK_WIDGET (dialog (f)), "1 conversation was here already."));
  lueur_test_shot (GTK_WINDOW (f->window), "archive-done");
  g_assert_cmpuint (n_companions (f), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (dialog (f)), "archive.close", NULL);
  lueur_test_spin (50);
  g_assert_null (dialog (f));

  /* And what was erased comes back, in the lists at once. */
  {
    CALL (erased, lueur_library_erase_persona, library (f), mira);

    g_assert_true (lueur_library_erase_persona_finish (library (f), erased, NULL));
  }
  g_assert_cmpuint (n_companions (f), ==, 0);
  drop (f, file);
  wait_page (f, "contents");
  gtk_widget_activate_action (GTK_WIDGET (dialog (f)), "archive.add", NULL);
  wait_page (f, "done");
  g_assert_true (shows (GTK_WIDGET (dialog (f)), "1 companion was added."));
  g_assert_cmpuint (n_companions (f), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (lueur_library_get_conversations (library (f))), ==, 1);
  adw_dialog_force_close (dialog (f));
  remove_file (file);
}

static GtkWidget *
find_check (GtkWidget *widget, const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_ACTION_ROW (widget) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return adw_action_row_get_activatable_widget (ADW_ACTION_ROW (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_check (child, title);
  return found;
}

static AdwDialog *
answer (Fixture *f, const char *response)
{
  AdwDialog *question = dialog (f);

  g_assert_true (ADW_IS_ALERT_DIALOG (question));
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), response);
  g_assert_true (adw_dialog_close (question));
  lueur_test_spin (50);
  return dialog (f);
}

static const char *
first_name (Fixture *f)
{
  GListModel *everyone = lueur_library_get_everyone (library (f));
  g_autoptr (LueurPersona) persona = g_list_model_get_item (everyone, 0);

  return lueur_persona_get_name (persona);
}

static LueurConversation *
talk_with (Fixture *f, LueurPersona *persona)
{
  CALL (started, lueur_library_start_conversation, library (f), persona);

  return lueur_library_start_conversation_finish (library (f), started, NULL);
}

/* In the place of what is here: asked first, and then nothing that was there is shown any more. */
static void
test_replace (Fixture *f, gconstpointer data)
{
  LueurPersona *mira = add (f, "Mira", "sea", 0), *vex;
  g_autoptr (LueurConversation) talk = talk_with (f, mira), other = NULL;
  g_autoptr (LueurContact) friend = g_object_new (LUEUR_TYPE_CONTACT, "name", "Inès", NULL);
  LueurRecords *records = lueur_context_get_records (f->context);
  g_autoptr (GFile) file = export (f);
  LueurChatView *chat;
  GtkWidget *check;

  {
    CALL (erased, lueur_library_erase_persona, library (f), mira);

    g_assert_true (lueur_library_erase_persona_finish (library (f), erased, NULL));
  }
  vex = add (f, "Vex", "fox", 1);
  other = talk_with (f, vex);
  lueur_records_save_person (records, friend);
  lueur_window_open (f->window, other, TRUE);
  lueur_library_set_draft (library (f), other, "What is half said");
  chat = wait_for (f, LUEUR_TYPE_CHAT_VIEW);
  g_assert_true (lueur_chat_view_get_conversation (chat) == other);

  drop (f, file);
  wait_page (f, "contents");
  check = find_check (GTK_WIDGET (dialog (f)), "Replace Everything Here");
  g_assert_false (shows (GTK_WIDGET (dialog (f)), "Export First…"));
  gtk_test_accessible_assert_role (check, GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  lueur_test_spin (50);
  g_assert_true (shows (GTK_WIDGET (dialog (f)), "Export First…"));
  lueur_test_shot (GTK_WINDOW (f->window), "archive-replace");

  /* It is asked, and the answer may be no. */
  gtk_widget_activate_action (GTK_WIDGET (dialog (f)), "archive.add", NULL);
  lueur_test_spin (50);
  lueur_test_shot (GTK_WINDOW (f->window), "archive-replace-question");
  g_assert_true (LUEUR_IS_ARCHIVE_DIALOG (answer (f, "cancel")));
  g_assert_cmpstr (page (f), ==, "contents");
  g_assert_cmpstr (first_name (f), ==, "Vex");

  gtk_widget_activate_action (GTK_WIDGET (dialog (f)), "archive.add", NULL);
  lueur_test_spin (50);
  answer (f, "replace");
  wait_page (f, "done");
  g_assert_true (shows (GTK_WIDGET (dialog (f)), "Replaced"));
  g_assert_true (shows (GTK_WIDGET (dialog (f)), "What was here is gone."));
  g_assert_true (shows (GTK_WIDGET (dialog (f)), "1 companion was added."));
  lueur_test_shot (GTK_WINDOW (f->window), "archive-replaced");
  g_assert_cmpuint (n_companions (f), ==, 1);
  g_assert_cmpstr (first_name (f), ==, "Mira");
  g_assert_cmpuint (g_list_model_get_n_items (lueur_library_get_personas (library (f))), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (lueur_library_get_conversations (library (f))), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (lueur_records_get_people (records)), ==, 0);
  g_assert_true (lueur_chat_view_get_conversation (chat) != other);
  g_assert_cmpstr (lueur_persona_get_name (lueur_conversation_get_persona (lueur_chat_view_get_conversation (chat))), ==,
                   "Mira");
  adw_dialog_force_close (dialog (f));
  /* What is still to be written finds its place: the draft of what is gone was the last of it. */
  lueur_test_spin (1500);
  g_assert_false (lueur_library_get_trouble (library (f)));
  {
    CALL (read, lueur_library_read_bin, library (f));
    g_autoptr (GListModel) bin = lueur_library_read_bin_finish (library (f), read, NULL);

    g_assert_cmpuint (g_list_model_get_n_items (bin), ==, 0);
  }
  remove_file (file);
}

/* Somebody who has nothing yet is not asked what should become of it. */
static void
test_nothing_to_replace (Fixture *f, gconstpointer data)
{
  LueurPersona *mira = add (f, "Mira", "", 0);
  g_autoptr (GFile) file = export (f);

  {
    CALL (erased, lueur_library_erase_persona, library (f), mira);

    g_assert_true (lueur_library_erase_persona_finish (library (f), erased, NULL));
  }
  drop (f, file);
  wait_page (f, "contents");
  g_assert_false (shows (GTK_WIDGET (dialog (f)), "Replace Everything Here"));
  adw_dialog_force_close (dialog (f));
  remove_file (file);
}

static void
test_second_thoughts (Fixture *f, gconstpointer data)
{
  LueurPersona *mira = add (f, "Mira", "", 0);
  g_autoptr (GFile) file = export (f);

  {
    CALL (erased, lueur_library_erase_persona, library (f), mira);

    g_assert_true (lueur_library_erase_persona_finish (library (f), erased, NULL));
  }
  drop (f, file);
  wait_page (f, "contents");
  gtk_widget_activate_action (GTK_WIDGET (dialog (f)), "archive.close", NULL);
  lueur_test_spin (200);
  g_assert_null (dialog (f));
  g_assert_cmpuint (n_companions (f), ==, 0);

  /* Closed while it is still being looked at. */
  drop (f, file);
  adw_dialog_force_close (dialog (f));
  lueur_test_spin (300);
  g_assert_cmpuint (n_companions (f), ==, 0);
  remove_file (file);
}

static void
test_faults (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_build_filename (f->dir, "other.ZIP", NULL);
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/proc/nowhere/all.lueur.zip");

  g_assert_true (g_file_replace_contents (file, "Once", 4, NULL, FALSE, 0, NULL, NULL, NULL));
  drop (f, file);
  wait_page (f, "failed");
  g_assert_true (shows (GTK_WIDGET (dialog (f)), "Nothing Was Imported"));
  g_assert_true (shows (GTK_WIDGET (dialog (f)), "This file is not a Lueur archive."));
  lueur_test_shot (GTK_WINDOW (f->window), "archive-failed");
  adw_dialog_force_close (dialog (f));
  remove_file (file);

  adw_dialog_present (lueur_archive_dialog_new_export (f->context, nowhere), GTK_WIDGET (f->window));
  wait_page (f, "failed");
  g_assert_true (shows (GTK_WIDGET (dialog (f)), "Nothing Was Exported"));
  adw_dialog_force_close (dialog (f));
  lueur_test_spin (50);
}

/* Every fault there is has a sentence. */
static void
test_sentences (Fixture *f, gconstpointer data)
{
  for (int code = LUEUR_ARCHIVE_ERROR_NOT_AN_ARCHIVE; code <= LUEUR_ARCHIVE_ERROR_IO; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (LUEUR_ARCHIVE_ERROR, code, "x");
      const char *text = lueur_archive_fault_text (error);

      g_assert_true (g_str_has_suffix (text, ".") || g_str_has_suffix (text, "?"));
    }
}

/* On a phone’s width, and where the person looks for it. */
static void
test_narrow (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;
  AdwDialog *preferences;
  int least;

  add (f, "Mira", "", 0);
  file = export (f);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 360, 640);
  lueur_test_spin (200);
  drop (f, file);
  wait_page (f, "contents");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (GTK_WIDGET (dialog (f)), "Replace Everything Here")), TRUE);
  lueur_test_spin (50);
  lueur_test_shot (GTK_WINDOW (f->window), "archive-narrow");
  gtk_widget_measure (GTK_WIDGET (dialog (f)), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
  adw_dialog_force_close (dialog (f));
  lueur_test_spin (50);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 380, 700); /* the frame that a test has takes of it */
  preferences = ADW_DIALOG (lueur_preferences_new (f->context));
  lueur_preferences_show_page (LUEUR_PREFERENCES (preferences), "privacy");
  adw_dialog_present (preferences, GTK_WIDGET (f->window));
  lueur_test_spin (300);
  g_assert_true (shows (GTK_WIDGET (preferences), "Export Everything…"));
  g_assert_true (shows (GTK_WIDGET (preferences), "Import…"));
  lueur_test_shot (GTK_WINDOW (f->window), "archive-preferences");
  adw_dialog_force_close (preferences);
  remove_file (file);
}

int
main (int argc, char **argv)
{
  int result;

  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_TIME, "C.UTF-8");
  application = g_object_new (ADW_TYPE_APPLICATION, "application-id", "io.github.lueur_app.Test", "flags",
                              G_APPLICATION_NON_UNIQUE, "resource-base-path", "/io/github/lueur_app/Lueur", NULL);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

#define ADD(name, func) g_test_add ("/library-archive/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("out-and-in", test_out_and_in);
  ADD ("replace", test_replace);
  ADD ("nothing-to-replace", test_nothing_to_replace);
  ADD ("second-thoughts", test_second_thoughts);
  ADD ("faults", test_faults);
  ADD ("sentences", test_sentences);
  ADD ("narrow", test_narrow);

  result = g_test_run ();
  g_clear_object (&application);
  return result;
}
