/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What views show while what belongs there is not there: being read, not to be read, nothing. docs/views.md lists them. */

#include <locale.h>
#include <string.h>

#include "library-fixture.h"

#include "support/fault-vfs.h"
#include "support/mock.h"
#include "ui/chat/chat-row.h"
#include "ui/chat/chat-view.h"
#include "ui/library/bin-page.h"
#include "ui/library/companion-page.h"
#include "ui/library/review-dialog.h"
#include "ui/preferences/model-page.h"
#include "ui/shot.h"
#include "ui/start-failure.h"
#include "ui/waiting.h"
#include "ui/wellbeing/chart.h"

/* A reading waits for so long, or until the test has seen it (ms). */
#define LONG 8000

/* --- Looking ------------------------------------------------------------------------------------ */

static GtkWidget *
find_with (GtkWidget *widget, GType type, const char *property, const char *text)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    {
      g_autofree char *value = NULL;

      g_object_get (widget, property, &value, NULL);
      if (g_strcmp0 (value, text) == 0)
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_with (child, type, property, text);
  return found;
}

typedef struct
{
  Fixture *f;
  GType type;
  const char *property;
  const char *text;
} Words;

static gboolean
are_seen (gpointer data)
{
  Words *words = data;

  return find_with (GTK_WIDGET (words->f->window), words->type, words->property, words->text) != NULL;
}

/* Waits until there is one of @type in sight whose @property is @text. */
static GtkWidget *
wait_words (Fixture *f, GType type, const char *property, const char *text)
{
  Words words = { f, type, property, text };

  if (!lueur_test_wait_until (are_seen, &words, 6000))
    g_error ("“%s” did not come", text);
  return find_with (GTK_WIDGET (f->window), type, property, text);
}

#define SEE(type, property, text) wait_words (f, type, property, text)

/* A sentence stands there, not a wheel alone; for who does not see it, too. And it waits before it shows itself. */
static void
see_waiting (Fixture *f, const char *sentence, const char *shot)
{
  GtkWidget *waiting = SEE (LUEUR_TYPE_WAITING, "sentence", sentence);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (waiting), GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (waiting), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence);
  g_assert_nonnull (find_with (waiting, GTK_TYPE_LABEL, "label", sentence));
  lueur_test_spin (300);
  g_assert_cmpfloat (gtk_widget_get_opacity (waiting), ==, 1);
  lueur_test_shot (GTK_WINDOW (f->window), shot);
}

/* What went wrong, why, and a button that leads out. */
static GtkWidget *
see_failure (Fixture *f, const char *title, const char *button, const char *shot)
{
  GtkWidget *page = SEE (ADW_TYPE_STATUS_PAGE, "title", title);

  g_assert_cmpuint (strlen (adw_status_page_get_description (ADW_STATUS_PAGE (page))), >, 10);
  /* Nobody wanted to save anything. */
  g_assert_null (strstr (adw_status_page_get_description (ADW_STATUS_PAGE (page)), "saved"));
  g_assert_nonnull (find_with (page, GTK_TYPE_LABEL, "label", button));
  lueur_test_spin (100);
  lueur_test_shot (GTK_WINDOW (f->window), shot);
  return page;
}

static LueurConversation *
start (Fixture *f, LueurPersona *persona)
{
  CALL (started, lueur_library_start_conversation, library (f), persona);
  return lueur_library_start_conversation_finish (library (f), started, NULL);
}

static void
open_again (Fixture *f)
{
  close_window (f);
  open_window (f);
}

/* --- The window and the chat -------------------------------------------------------------------- */

static void
test_opening (Fixture *f, gconstpointer data)
{
  close_window (f);
  lueur_fault_vfs_arm (LUEUR_FAULT_VFS_SLOW, LONG);
  open_window (f);
  see_waiting (f, "Opening your conversations…", "state-opening");
  lueur_fault_vfs_disarm ();
  wait_for (f, LUEUR_TYPE_WELCOME);

  close_window (f);
  lueur_fault_vfs_arm (LUEUR_FAULT_VFS_READ, 0);
  open_window (f);
  wait_for (f, LUEUR_TYPE_START_FAILURE);
  lueur_test_spin (200);
  lueur_test_shot (GTK_WINDOW (f->window), "state-not-opened");
  lueur_fault_vfs_disarm ();
  g_signal_emit_by_name (seen (f, LUEUR_TYPE_START_FAILURE), "retry");
  wait_for (f, LUEUR_TYPE_WELCOME);
}

static void
test_chat (Fixture *f, gconstpointer data)
{
  LueurPersona *ada = add (f, "Ada", "", 0);
  g_autoptr (LueurConversation) one = start (f, ada);
  g_autoptr (LueurConversation) two = start (f, ada);
  gint64 ids[] = { lueur_conversation_get_id (one), lueur_conversation_get_id (two) };
  gint64 open;

  g_clear_object (&one);
  g_clear_object (&two);
  open_again (f);
  wait_for (f, LUEUR_TYPE_CHAT_VIEW);
  lueur_test_spin (400);
  open = lueur_conversation_get_id (lueur_chat_view_get_conversation (seen (f, LUEUR_TYPE_CHAT_VIEW)));

  /* The other one is not read yet. */
  lueur_fault_vfs_arm (LUEUR_FAULT_VFS_READ, 0);
  act (f, "win.open-conversation", "x", open == ids[0] ? ids[1] : ids[0]);
  see_failure (f, "This Conversation Could Not Be Read", "_Try Again", "state-chat-failed");
  lueur_fault_vfs_arm (LUEUR_FAULT_VFS_SLOW, LONG);
  gtk_widget_activate_action (seen (f, LUEUR_TYPE_CHAT_VIEW), "chat.reload", NULL);
  see_waiting (f, "Reading the conversation…", "state-chat-loading");
  lueur_fault_vfs_disarm ();
  lueur_test_spin (300);
  g_assert_null (seen (f, LUEUR_TYPE_WAITING));
}

/* --- The library -------------------------------------------------------------------------------- */

static void
test_bin (Fixture *f, gconstpointer data)
{
  add (f, "Ada", "", 0);
  lueur_fault_vfs_arm (LUEUR_FAULT_VFS_SLOW, LONG);
  act (f, "win.bin", NULL);
  see_waiting (f, "Reading what is in the bin…", "state-bin-loading");
  lueur_fault_vfs_disarm ();
  SEE (ADW_TYPE_STATUS_PAGE, "title", "The Bin Is Empty");
  act (f, "win.leave-library", NULL);

  lueur_fault_vfs_arm (LUEUR_FAULT_VFS_READ, 0);
  act (f, "win.bin", NULL);
  see_failure (f, "The Bin Could Not Be Read", "_Try Again", "state-bin-failed");
  lueur_fault_vfs_disarm ();
  gtk_widget_activate_action (seen (f, LUEUR_TYPE_BIN_PAGE), "bin.reload", NULL);
  SEE (ADW_TYPE_STATUS_PAGE, "title", "The Bin Is Empty");
}

static void
test_companion (Fixture *f, gconstpointer data)
{
  LueurPersona *ada = add (f, "Ada", "", 0);
  GtkWidget *page;
  GtkAdjustment *adjustment;

  lueur_fault_vfs_arm (LUEUR_FAULT_VFS_SLOW, LONG);
  act (f, "win.companion", "x", lueur_persona_get_id (ada));
  see_waiting (f, "Reading the rest…", "state-companion-loading");
  lueur_fault_vfs_disarm ();
  SEE (ADW_TYPE_ACTION_ROW, "title", "Rated Replies");
  g_assert_null (seen (f, LUEUR_TYPE_WAITING));
  act (f, "win.leave-library", NULL);
  lueur_test_spin (300);

  lueur_fault_vfs_arm (LUEUR_FAULT_VFS_READ, 0);
  act (f, "win.companion", "x", lueur_persona_get_id (ada));
  page = wait_for (f, LUEUR_TYPE_COMPANION_PAGE);
  SEE (ADW_TYPE_ACTION_ROW, "title", "This could not be read");
  g_assert_nonnull (find_with (page, ADW_TYPE_BUTTON_ROW, "title", "_Try Again"));
  lueur_fault_vfs_disarm ();
  g_assert_true (gtk_widget_activate_action (page, "page.reload", NULL));
  SEE (ADW_TYPE_ACTION_ROW, "title", "Rated Replies");
  SEE (ADW_TYPE_ACTION_ROW, "subtitle", "Now · As First Made");
  g_assert_null (find_with (page, ADW_TYPE_ACTION_ROW, "title", "This could not be read"));

  /* Whose page it is can be seen wherever it is scrolled to. */
  g_assert_null (find_with (page, ADW_TYPE_WINDOW_TITLE, "title", "Ada"));
  gtk_window_set_default_size (GTK_WINDOW (f->window), 700, 500);
  lueur_test_spin (300);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (find (page, GTK_TYPE_SCROLLED_WINDOW)));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  SEE (ADW_TYPE_WINDOW_TITLE, "title", "Ada");
  lueur_test_spin (100);
  lueur_test_shot (GTK_WINDOW (f->window), "state-companion-scrolled");
  gtk_adjustment_set_value (adjustment, 0);
  lueur_test_spin (200);
  g_assert_null (find_with (page, ADW_TYPE_WINDOW_TITLE, "title", "Ada"));
}

static void
test_ready (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_strdup (g_getenv ("LUEUR_DATA_DIR"));

  g_setenv ("LUEUR_DATA_DIR", f->dir, TRUE);
  act (f, "win.ready-companions", NULL);
  see_failure (f, "They Could Not Be Read", "_Try Again", "state-ready-failed");
  g_setenv ("LUEUR_DATA_DIR", folder, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (dialog (f)), "ready.reload", NULL);
  wait_for (f, GTK_TYPE_FLOW_BOX_CHILD);
}

static void
test_persons (Fixture *f, gconstpointer data)
{
  act (f, "win.persons", NULL);
  SEE (ADW_TYPE_ACTION_ROW, "title", "Nothing yet");
  gtk_widget_activate_action (GTK_WIDGET (dialog (f)), "persons.add", NULL);
  SEE (GTK_TYPE_LABEL, "label", "New Profile");
  gtk_editable_set_text (GTK_EDITABLE (SEE (ADW_TYPE_ENTRY_ROW, "title", "Your Name")), "Captain");
  SEE (GTK_TYPE_LABEL, "label", "Captain");
}

/* What to write is said in small words beside, not in the field; and a model that takes its time can be waited for. */
static void
test_review (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurMock) mock = lueur_mock_new (NULL);
  g_autofree char *url = lueur_mock_get_base_url (mock, "silent");
  LueurPersona *ada = add (f, "Ada", "", 0);
  GtkWidget *hint;

  g_object_set (lueur_context_get_settings (f->context), "base-url", url, "model", "m", NULL);
  act (f, "win.companion-review", "x", lueur_persona_get_id (ada));
  hint = SEE (GTK_TYPE_LABEL, "label", "What you like, what should stay");
  g_assert_true (gtk_widget_has_css_class (hint, "dimmed"));
  lueur_review_dialog_answer (LUEUR_REVIEW_DIALOG (dialog (f)), "The jokes", "");
  gtk_widget_activate_action (GTK_WIDGET (dialog (f)), "review.next", NULL);
  see_waiting (f, "Looking for what could change…", "state-review-thinking");
  /* Whoever has waited enough goes on with what is known without the model. */
  SEE (GTK_TYPE_BUTTON, "label", "_Go On Without the Model");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog (f)), "review.skip", NULL));
  lueur_test_spin (200);
  g_assert_null (seen (f, LUEUR_TYPE_WAITING));
  adw_dialog_force_close (dialog (f));
  lueur_test_spin (100);
  g_object_set (lueur_context_get_settings (f->context), "base-url", "", "model", "", NULL);
}

/* --- Wellbeing ---------------------------------------------------------------------------------- */

static void
test_figures (Fixture *f, gconstpointer data)
{
  GtkWidget *page;

  lueur_fault_vfs_arm (LUEUR_FAULT_VFS_SLOW, LONG);
  act (f, "win.wellbeing", "s", "");
  see_waiting (f, "Reading your figures…", "state-figures-loading");
  lueur_fault_vfs_disarm ();
  SEE (GTK_TYPE_LABEL, "label", "Nothing to Show Yet");
  g_assert_null (find (GTK_WIDGET (dialog (f)), LUEUR_TYPE_CHART));
  lueur_test_shot (GTK_WINDOW (f->window), "state-figures-empty");
  adw_dialog_force_close (dialog (f));
  open_again (f);
  wait_for (f, LUEUR_TYPE_WELCOME);

  lueur_fault_vfs_arm (LUEUR_FAULT_VFS_READ, 0);
  act (f, "win.wellbeing", "s", "people");
  page = see_failure (f, "These Pages Could Not Be Read", "_Try Again", "state-figures-failed");
  lueur_fault_vfs_disarm ();
  g_assert_true (gtk_widget_activate_action (page, "wellbeing.reload", NULL));
  SEE (ADW_TYPE_STATUS_PAGE, "title", "Nobody Here Yet");
}

/* --- The model ---------------------------------------------------------------------------------- */

static void
ask (Fixture *f, const char *url)
{
  g_object_set (lueur_context_get_settings (f->context), "base-url", url, "model", "", NULL);
  act (f, "win.preferences", "s", "model");
}

/* @type, where @property is @text if one is given, in the popover of @button; NULL while there is none. */
static GtkWidget *
in_popover (gpointer button, GType type, const char *property, const char *text)
{
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));

  if (popover == NULL)
    return NULL;
  return property != NULL ? find_with (popover, type, property, text) : find (popover, type);
}

static gboolean
has_search (gpointer button)
{
  return in_popover (button, GTK_TYPE_SEARCH_ENTRY, NULL, NULL) != NULL;
}

static gboolean
has_no_such_model (gpointer button)
{
  return in_popover (button, GTK_TYPE_LABEL, "label", "No model is called that") != NULL;
}

static void
test_model (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurMock) mock = lueur_mock_new (NULL);
  g_autofree char *silent = lueur_mock_get_base_url (mock, "silent"), *none = lueur_mock_get_base_url (mock, "no-models");
  g_autofree char *good = lueur_mock_get_base_url (mock, "good");
  GtkWidget *row;

  ask (f, silent);
  row = SEE (ADW_TYPE_ACTION_ROW, "subtitle", "Asking the server…");
  g_assert_nonnull (find (row, LUEUR_TYPE_WAITING));
  lueur_test_shot (GTK_WINDOW (f->window), "state-model-asking");
  g_signal_emit_by_name (find_with (row, GTK_TYPE_BUTTON, "label", "_Cancel"), "clicked");
  SEE (ADW_TYPE_ACTION_ROW, "subtitle", "Not asked yet");
  g_assert_null (find (row, LUEUR_TYPE_WAITING));
  adw_dialog_force_close (dialog (f));

  ask (f, none);
  row = SEE (ADW_TYPE_ACTION_ROW, "subtitle", "The server answers, but has no model to offer yet.");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  adw_dialog_force_close (dialog (f));

  ask (f, "http://127.0.0.1:9/v1");
  row = SEE (ADW_TYPE_ACTION_ROW, "title", "Connection");
  lueur_test_spin (500);
  g_assert_nonnull (strchr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), '\n'));
  g_assert_nonnull (find_with (row, GTK_TYPE_BUTTON, "label", "_Try"));
  adw_dialog_force_close (dialog (f));

  ask (f, good);
  lueur_test_spin (500);
  row = SEE (ADW_TYPE_ACTION_ROW, "title", "Connection");
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "It works: "));
  {
    GtkWidget *button = find_with (GTK_WIDGET (dialog (f)), GTK_TYPE_MENU_BUTTON, "tooltip-text", "Choose From the Server’s List");

    gtk_menu_button_popup (GTK_MENU_BUTTON (button));
    g_assert_true (lueur_test_wait_until (has_search, button, 5000));
    gtk_editable_set_text (GTK_EDITABLE (in_popover (button, GTK_TYPE_SEARCH_ENTRY, NULL, NULL)), "qqqq");
    g_assert_true (lueur_test_wait_until (has_no_such_model, button, 5000));
  }
  adw_dialog_force_close (dialog (f));
  lueur_test_spin (100);
  g_object_set (lueur_context_get_settings (f->context), "base-url", "", "model", "", NULL);
}

/* --- Waiting ------------------------------------------------------------------------------------ */

/* What comes quickly does not flicker; and where nothing may move, nothing turns. */
static void
test_waiting (Fixture *f, gconstpointer data)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (f->window));
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWidget *waiting = lueur_waiting_new ("A moment…");

  gtk_window_set_child (window, waiting);
  gtk_window_present (window);
  lueur_test_spin (60);
  g_assert_cmpfloat (gtk_widget_get_opacity (waiting), ==, 0);
  lueur_test_spin (300);
  g_assert_cmpfloat (gtk_widget_get_opacity (waiting), ==, 1);
  g_assert_null (find (waiting, ADW_TYPE_SPINNER));
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  lueur_test_spin (60);
  g_assert_nonnull (find (waiting, ADW_TYPE_SPINNER));
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  lueur_test_spin (60);
  g_assert_null (find (waiting, ADW_TYPE_SPINNER));
  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  lueur_fault_vfs_install ();
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_TIME, "C.UTF-8");
  application = g_object_new (ADW_TYPE_APPLICATION, "application-id", "io.github.lueur_app.Test", "flags",
                              G_APPLICATION_NON_UNIQUE, "resource-base-path", "/io/github/lueur_app/Lueur", NULL);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_assert_no_error (error);

#define ADD(name) g_test_add ("/states/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (opening);
  ADD (chat);
  ADD (bin);
  ADD (companion);
  ADD (ready);
  ADD (persons);
  ADD (review);
  ADD (figures);
  ADD (model);
  ADD (waiting);
#undef ADD

  result = g_test_run ();
  g_clear_object (&application);
  return result;
}
