/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A conversation out through the window: the menus, the file, and what is said when it is done, takes long, or fails. */

#include <locale.h>
#include <string.h>

#include "library-fixture.h"

#include "core/model/library-private.h"
#include "core/store/store-private.h"
#include "ui/chat/chat-view.h"
#include "ui/chat/export.h"
#include "ui/chat/sidebar-row.h"
#include "ui/shot.h"
#include "ui/window-private.h"

static LueurConversation *
talk (Fixture *f)
{
  LueurPersona *mira = add (f, "Mira", "", 0);
  CALL (started, lueur_library_start_conversation, library (f), mira);
  LueurConversation *conversation = lueur_library_start_conversation_finish (library (f), started, NULL);

  g_assert_nonnull (conversation);
  {
    CALL (renamed, lueur_library_rename_conversation, library (f), conversation, "By the sea");

    g_assert_true (lueur_library_rename_conversation_finish (library (f), renamed, NULL));
  }
  lueur_window_open (f->window, conversation, TRUE);
  wait_for (f, LUEUR_TYPE_CHAT_VIEW);
  lueur_test_spin (100);
  return conversation;
}

static gboolean
shows (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strcmp (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows (child, text))
      return TRUE;
  return FALSE;
}

typedef struct
{
  Fixture *f;
  const char *text;
} Words;

static gboolean
is_said (gpointer data)
{
  Words *words = data;

  return shows (GTK_WIDGET (words->f->window), words->text);
}

static void
wait_words (Fixture *f, const char *text)
{
  Words words = { f, text };

  if (!lueur_test_wait_until (is_said, &words, 10000))
    g_error ("“%s” is never said", text);
}

static gboolean
has_no_dialog (gpointer data)
{
  return dialog (data) == NULL;
}

static GtkWidget *
find_action (GtkWidget *widget, const char *action)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_action (child, action);
  return found;
}

static void
export (Fixture *f, LueurConversation *conversation, GFile *file, LueurTranscriptFormat format)
{
  lueur_export_conversation_to_file (GTK_WIDGET (f->window->toasts), f->context, conversation, file, format);
}

static void
test_out (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurConversation) conversation = talk (f);

  for (LueurTranscriptFormat format = LUEUR_TRANSCRIPT_MARKDOWN; format <= LUEUR_TRANSCRIPT_LINES; format++)
    {
      g_autofree char *name = g_strdup_printf ("a b.%s", lueur_transcript_format_get_ending (format));
      g_autoptr (GFile) file = g_file_new_build_filename (f->dir, name, NULL);
      g_autofree char *uri = g_file_get_uri (file), *contents = NULL;
      GtkWidget *button;

      export (f, conversation, file, format);
      wait_words (f, "Conversation exported");
      g_assert_null (dialog (f));
      g_assert_true (g_file_load_contents (file, NULL, &contents, NULL, NULL, NULL));
      g_assert_nonnull (strstr (contents, format == LUEUR_TRANSCRIPT_LINES ? "\"character_name\":\"Mira\"" : "\n# By the sea\n"));
      button = find_action (GTK_WIDGET (f->window->toasts), "win.show-file");
      g_assert_nonnull (button);
      g_assert_cmpstr (g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)), NULL), ==, uri);
      lueur_test_shot (GTK_WINDOW (f->window), "export-done");
      adw_toast_overlay_dismiss_all (f->window->toasts);
      lueur_test_spin (50);
      g_assert_true (g_file_delete (file, NULL, NULL));
    }
}

static void
test_faults (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurConversation) conversation = talk (f);
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/proc/nowhere/a.md");
  g_autoptr (GFile) remote = g_file_new_for_uri ("sftp://example.org/a.md");
  g_autoptr (GFile) late = g_file_new_build_filename (f->dir, "late.md", NULL);

  export (f, conversation, nowhere, LUEUR_TRANSCRIPT_MARKDOWN);
  wait_words (f, "Nothing Was Exported");
  g_assert_true (shows (GTK_WIDGET (f->window), "This folder is not there any more. Choose another one."));
  lueur_test_shot (GTK_WINDOW (f->window), "export-failed");
  adw_dialog_force_close (dialog (f));
  lueur_test_spin (50);

  export (f, conversation, remote, LUEUR_TRANSCRIPT_LINES);
  wait_words (f, "Nothing Was Exported");
  adw_dialog_force_close (dialog (f));
  lueur_test_spin (50);

  /* It went to the bin while its place was being chosen. */
  {
    CALL (deleted, lueur_library_delete_conversation, library (f), conversation);

    g_assert_true (lueur_library_delete_conversation_finish (library (f), deleted, NULL));
  }
  export (f, conversation, late, LUEUR_TRANSCRIPT_MARKDOWN);
  wait_words (f, "This conversation is not there any more.");
  g_assert_false (g_file_query_exists (late, NULL));
  adw_dialog_force_close (dialog (f));
  lueur_test_spin (50);
}

/* Every fault there is has a sentence of its own or of its kind. */
static void
test_sentences (Fixture *f, gconstpointer data)
{
  static const int codes[] = { G_IO_ERROR_NO_SPACE, G_IO_ERROR_PERMISSION_DENIED, G_IO_ERROR_NOT_FOUND, G_IO_ERROR_FAILED };
  const char *last = "";

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, codes[i], "x");
      const char *text = lueur_export_fault_text (error);

      g_assert_true (g_str_has_suffix (text, ".") || g_str_has_suffix (text, "?"));
      g_assert_cmpstr (text, !=, last);
      last = text;
    }
  for (int code = LUEUR_STORE_ERROR_NEWER; code <= LUEUR_STORE_ERROR_FAILED; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (LUEUR_STORE_ERROR, code, "x");

      g_assert_true (g_str_has_suffix (lueur_export_fault_text (error), "."));
    }
}

/* --- What takes long ---------------------------------------------------------------------------- */

static GMutex gate;

static gpointer
wait_at_gate (LueurDatabase *db, gpointer request, GError **error)
{
  g_mutex_lock (&gate);
  g_mutex_unlock (&gate);
  return GINT_TO_POINTER (TRUE);
}

/* The disk does not get on: after a moment it is shown, and can be ended. */
static void
test_long (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurConversation) conversation = talk (f);
  g_autoptr (GFile) file = g_file_new_build_filename (f->dir, "a.md", NULL);
  g_autoptr (GAsyncResult) passed = NULL;
  GtkWidget *bar;

  for (guint ended = 0; ended < 2; ended++)
    {
      g_clear_object (&passed);
      g_mutex_lock (&gate);
      lueur_store_write (library (f)->store, wait_at_gate, lueur_ask_new (), NULL, test_long, lueur_test_keep_result, &passed);
      export (f, conversation, file, LUEUR_TRANSCRIPT_MARKDOWN);
      lueur_test_spin (200);
      g_assert_null (dialog (f));
      wait_words (f, "Writing the conversation…");
      bar = find (GTK_WIDGET (dialog (f)), GTK_TYPE_PROGRESS_BAR);
      g_assert_nonnull (bar);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, "Writing the conversation…");
      lueur_test_shot (GTK_WINDOW (f->window), "export-long");
      if (ended)
        adw_dialog_close (dialog (f));
      g_mutex_unlock (&gate);
      lueur_test_await (&passed);
      g_assert_true (lueur_test_wait_until (has_no_dialog, f, 10000));
      if (!ended)
        {
          wait_words (f, "Conversation exported");
          g_assert_true (g_file_delete (file, NULL, NULL));
          adw_toast_overlay_dismiss_all (f->window->toasts);
        }
      lueur_test_spin (300);
    }
  g_assert_false (g_file_query_exists (file, NULL));
  g_assert_false (shows (GTK_WIDGET (f->window), "Conversation exported"));
}

/* --- Menus -------------------------------------------------------------------------------------- */

/* How many items of @menu run @action, each with another target. */
static guint
count_items (GMenuModel *menu, const char *action)
{
  guint n = 0;

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *name = NULL;
      const char *links[] = { G_MENU_LINK_SECTION, G_MENU_LINK_SUBMENU };

      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &name))
        n += g_str_equal (name, action);
      for (guint k = 0; k < G_N_ELEMENTS (links); k++)
        {
          g_autoptr (GMenuModel) link = g_menu_model_get_item_link (menu, i, links[k]);

          n += link != NULL ? count_items (link, action) : 0;
        }
    }
  return n;
}

/* The first: the way back is called the same. */
static gboolean
open_submenu (GtkWidget *widget)
{
  if (g_strcmp0 (G_OBJECT_TYPE_NAME (widget), "GtkModelButton") == 0 && shows (widget, "Export Conversation"))
    {
      g_signal_emit_by_name (widget, "clicked");
      return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (open_submenu (child))
      return TRUE;
  return FALSE;
}

static void
look_at (Fixture *f, GtkWidget *popover, const char *action, const char *shot)
{
  g_autofree char *open = g_strconcat (shot, "-open", NULL);

  g_assert_true (GTK_IS_POPOVER_MENU (popover));
  g_assert_cmpuint (count_items (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (popover)), action), ==, 2);
  g_assert_true (shows (popover, "Export Conversation"));
  lueur_test_shot ((GtkWindow *) popover, shot);
  g_assert_true (open_submenu (popover));
  lueur_test_spin (300);
  g_assert_true (shows (popover, "To Read (Markdown)…"));
  g_assert_true (shows (popover, "For Other Programs (JSON Lines)…"));
  lueur_test_shot ((GtkWindow *) popover, open);
  gtk_popover_popdown (GTK_POPOVER (popover));
  lueur_test_spin (50);
}

static void
test_menus (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurConversation) conversation = talk (f);
  GtkWidget *row = wait_for (f, LUEUR_TYPE_SIDEBAR_ROW);
  GtkMenuButton *button = NULL;

  gtk_widget_activate_action (row, "row.menu", NULL);
  lueur_test_spin (200);
  look_at (f, gtk_widget_get_last_child (row), "row.export", "export-row-menu");

  button = GTK_MENU_BUTTON (gtk_widget_get_template_child (GTK_WIDGET (f->window->chat), LUEUR_TYPE_CHAT_VIEW, "menu_button"));
  gtk_menu_button_popup (button);
  lueur_test_spin (200);
  look_at (f, GTK_WIDGET (gtk_menu_button_get_popover (button)), "win.export-conversation", "export-menu");

  /* With nothing open there is nothing to export. */
  lueur_window_open (f->window, NULL, FALSE);
  lueur_test_spin (50);
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (f->window), "win.export-conversation", "s", "md") &&
                  dialog (f) != NULL);
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

#define ADD(name, func) g_test_add ("/chat-export/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("out", test_out);
  ADD ("faults", test_faults);
  ADD ("sentences", test_sentences);
  ADD ("long", test_long);
  ADD ("menus", test_menus);

  result = g_test_run ();
  g_clear_object (&application);
  return result;
}
