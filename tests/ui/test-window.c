/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole window on a context of its own: from nobody to a conversation and back, wide and narrow. */

#include <locale.h>

#include "library-fixture.h"

#include "ui/chat/chat-row.h"
#include "ui/chat/chat-view.h"
#include "ui/chat/companion-pane.h"
#include "ui/chat/composer.h"
#include "ui/chat/history.h"
#include "ui/chat/sidebar-row.h"
#include "ui/chat/sidebar.h"
#include "ui/press.h"
#include "ui/shortcuts.h"
#include "ui/shot.h"
#include "ui/start-failure.h"

static gboolean
is_idle (gpointer data)
{
  Fixture *f = data;
  LueurConversation *conversation = lueur_chat_view_get_conversation (seen (f, LUEUR_TYPE_CHAT_VIEW));
  LueurMessage *last = conversation != NULL ? lueur_conversation_get_last (conversation) : NULL;

  return last != NULL && lueur_message_get_role (last) == LUEUR_ROLE_COMPANION &&
         lueur_message_get_state (last) == LUEUR_MESSAGE_COMPLETE;
}

static void
start_talking (Fixture *f)
{
  wait_for (f, LUEUR_TYPE_WELCOME);
  act (f, "win.just-talk", NULL);
  wait_for (f, LUEUR_TYPE_CHAT_ROW);
}

static void
write_message (Fixture *f, const char *text)
{
  LueurComposer *composer = seen (f, LUEUR_TYPE_COMPOSER);

  lueur_composer_set_text (composer, text);
  gtk_widget_activate_action (GTK_WIDGET (composer), "composer.send", NULL);
  lueur_test_spin (50);
  g_assert_true (lueur_test_wait_until (is_idle, f, 20000));
}

static GListModel *
conversations (Fixture *f)
{
  return lueur_library_get_conversations (lueur_context_get_library (f->context));
}

static LueurConversation *
open_one (Fixture *f)
{
  return lueur_chat_view_get_conversation (seen (f, LUEUR_TYPE_CHAT_VIEW));
}

/* --- Tests -------------------------------------------------------------------------------------- */

static void
test_welcome (Fixture *f, gconstpointer data)
{
  wait_for (f, LUEUR_TYPE_WELCOME);
  lueur_test_spin (100);
  lueur_test_shot (GTK_WINDOW (f->window), "window-welcome");
  /* One Enter away from beginning. */
  g_assert_true (GTK_IS_BUTTON (gtk_window_get_focus (GTK_WINDOW (f->window))));
  g_assert_null (seen (f, LUEUR_TYPE_SIDEBAR));
}

static void
test_talk (Fixture *f, gconstpointer data)
{
  g_autoptr (GtkWidget) focus = NULL;
  LueurComposer *composer;
  g_autofree char *left = NULL;

  start_talking (f);
  composer = seen (f, LUEUR_TYPE_COMPOSER);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window)) == lueur_composer_get_view (composer));
  write_message (f, "Hello, I had a long day.");
  left = lueur_composer_dup_text (composer);
  g_assert_cmpstr (left, ==, "");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (open_one (f))), ==, 3);
  g_assert_true (lueur_history_get_at_end (seen (f, LUEUR_TYPE_HISTORY)));
  lueur_test_spin (300);
  lueur_test_shot (GTK_WINDOW (f->window), "window-chat");
}

static gboolean
has_label (LueurAvatar *avatar, const char *words)
{
  g_autofree char *name = NULL, *label = NULL, *wrong = NULL;

  g_object_get (avatar, "name-for-label", &name, NULL);
  label = g_strconcat (name, words, NULL);
  wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (avatar), GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  return wrong == NULL;
}

/* Anger is met with concern; it is never mirrored. */
static void
test_face_answers (Fixture *f, gconstpointer data)
{
  LueurComposer *composer;
  LueurAvatar *avatar;
  gboolean concerned = FALSE;

  start_talking (f);
  g_assert_true (lueur_test_wait_until (is_idle, f, 20000));
  composer = seen (f, LUEUR_TYPE_COMPOSER);
  avatar = lueur_companion_pane_get_avatar (seen (f, LUEUR_TYPE_COMPANION_PANE));
  lueur_composer_set_text (composer, "I am furious. They lied to me again and I hate them for it!");
  /* What is told of a face changes every two seconds at most, and writing takes longer than that: all that goes before is
   * told by now, and what comes next is told at once. */
  lueur_test_spin (6500);
  gtk_widget_activate_action (GTK_WIDGET (composer), "composer.send", NULL);
  for (guint i = 0; i < 60; i++)
    {
      lueur_test_spin (50);
      concerned |= has_label (avatar, ", looking at you with concern");
      g_assert_false (has_label (avatar, ", angry"));
    }
  g_assert_true (concerned);
  g_assert_true (lueur_test_wait_until (is_idle, f, 20000));
}

/* Closed and opened again, it is where it was, with what was being written. */
static void
test_comes_back (Fixture *f, gconstpointer data)
{
  g_autofree char *draft = NULL;
  gint64 id;

  start_talking (f);
  write_message (f, "Remember this.");
  act (f, "win.new-conversation", NULL);
  act (f, "win.step-conversation", "i", 1);
  id = lueur_conversation_get_id (open_one (f));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (open_one (f))), ==, 3);
  lueur_composer_set_text (seen (f, LUEUR_TYPE_COMPOSER), "half a th");
  close_window (f);

  open_window (f);
  wait_for (f, LUEUR_TYPE_CHAT_ROW);
  g_assert_cmpint (lueur_conversation_get_id (open_one (f)), ==, id);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (open_one (f))), ==, 3);
  draft = lueur_composer_dup_text (seen (f, LUEUR_TYPE_COMPOSER));
  g_assert_cmpstr (draft, ==, "half a th");
}

/* What stands in one composer is the draft of that conversation alone. */
static void
test_drafts (Fixture *f, gconstpointer data)
{
  LueurComposer *composer;
  g_autofree char *text = NULL;

  start_talking (f);
  composer = seen (f, LUEUR_TYPE_COMPOSER);
  lueur_composer_set_text (composer, "first");
  act (f, "win.new-conversation", NULL);
  text = lueur_composer_dup_text (composer);
  g_assert_cmpstr (text, ==, "");
  lueur_composer_set_text (composer, "second");
  act (f, "win.step-conversation", "i", 1);
  g_free (text);
  text = lueur_composer_dup_text (composer);
  g_assert_cmpstr (text, ==, "first");
  act (f, "win.step-conversation", "i", -1);
  g_free (text);
  text = lueur_composer_dup_text (composer);
  g_assert_cmpstr (text, ==, "second");
}

static void
test_delete_and_undo (Fixture *f, gconstpointer data)
{
  gint64 id;

  start_talking (f);
  act (f, "win.new-conversation", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (conversations (f)), ==, 2);
  id = lueur_conversation_get_id (open_one (f));
  act (f, "win.delete-conversation", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (conversations (f)), ==, 1);
  g_assert_cmpint (lueur_conversation_get_id (open_one (f)), !=, id);
  lueur_test_shot (GTK_WINDOW (f->window), "window-undo");
  act (f, "win.restore", "x", id);
  g_assert_cmpuint (g_list_model_get_n_items (conversations (f)), ==, 2);
  g_assert_cmpint (lueur_conversation_get_id (open_one (f)), ==, id);

  act (f, "win.delete-conversation", NULL);
  act (f, "win.delete-conversation", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (conversations (f)), ==, 0);
  lueur_test_shot (GTK_WINDOW (f->window), "window-nobody");
  g_assert_nonnull (seen (f, LUEUR_TYPE_SIDEBAR));
  g_assert_null (seen (f, LUEUR_TYPE_CHAT_VIEW));
}

static LueurConversation *
focused_one (Fixture *f)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (f->window));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, LUEUR_TYPE_SIDEBAR_ROW) : NULL;

  return row != NULL ? lueur_sidebar_row_get_conversation (LUEUR_SIDEBAR_ROW (row)) : NULL;
}

typedef struct
{
  Fixture *f;
  LueurConversation *conversation;
  gboolean open;
} Place;

static gboolean
is_at (gpointer data)
{
  Place *place = data;

  return focused_one (place->f) == place->conversation && (!place->open || open_one (place->f) == place->conversation);
}

/* Where one goes from the list, the one beside it is open and has the focus, and keys go on from there: in the middle, first and
 * last. */
static void
test_list_keys (Fixture *f, gconstpointer data)
{
  static const struct
  {
    guint at, after; /* of those left, which has the focus then */
    const char *key;
    guint to;
  } cases[] = { { 2, 2, "Down", 3 }, { 0, 0, "Down", 1 }, { 3, 3, "Up", 2 }, { 5, 4, "Up", 3 } };
  GtkWidget *list;

  start_talking (f);
  for (guint i = 0; i < 8; i++)
    act (f, "win.new-conversation", NULL);
  list = find (seen (f, LUEUR_TYPE_SIDEBAR), GTK_TYPE_LIST_VIEW);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LueurConversation) left = NULL, next = NULL;

      gtk_widget_grab_focus (list);
      gtk_list_view_scroll_to (GTK_LIST_VIEW (list), cases[i].at, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
      left = g_list_model_get_item (conversations (f), cases[i].at);
      g_assert_true (lueur_test_wait_until (is_at, &(Place){ f, left, TRUE }, 5000));
      g_clear_object (&left);
      g_test_message ("%u: %u goes", i, cases[i].at);
      gtk_widget_activate_action (gtk_window_get_focus (GTK_WINDOW (f->window)), "row.delete", NULL);
      lueur_test_spin (100);
      left = g_list_model_get_item (conversations (f), cases[i].after);
      next = g_list_model_get_item (conversations (f), cases[i].to);
      g_assert_true (lueur_test_wait_until (is_at, &(Place){ f, left, TRUE }, 5000));
      g_assert_true (lueur_test_press (GTK_WINDOW (f->window), cases[i].key));
      g_assert_true (lueur_test_wait_until (is_at, &(Place){ f, next, TRUE }, 5000));
    }
}

static void
test_delete_companion (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) persona = NULL;

  start_talking (f);
  persona = g_object_ref (lueur_conversation_get_persona (open_one (f)));
  act (f, "win.delete-companion", NULL);
  wait_for (f, LUEUR_TYPE_WELCOME);
  act (f, "win.restore-companion", "x", lueur_persona_get_id (persona));
  wait_for (f, LUEUR_TYPE_SIDEBAR);
  g_assert_cmpuint (g_list_model_get_n_items (conversations (f)), ==, 1);
}

static void
resize (Fixture *f, int width, int height)
{
  gtk_window_set_default_size (GTK_WINDOW (f->window), width, height);
  lueur_test_spin (300);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (f->window)), <=, width);
}

/* The focus is where one writes. */
static gboolean
is_writing (gpointer data)
{
  Fixture *f = data;
  GtkWidget *composer = seen (f, LUEUR_TYPE_COMPOSER);

  return composer != NULL && gtk_window_get_focus (GTK_WINDOW (f->window)) == lueur_composer_get_view ((gpointer) composer);
}

/* Nothing is wider than the window; below, one page at a time and fingers' targets. */
static void
test_sizes (Fixture *f, gconstpointer data)
{
  start_talking (f);
  write_message (f, "A message with some words in it, so that it has to wrap somewhere.");
  resize (f, 1100, 720);
  g_assert_nonnull (seen (f, LUEUR_TYPE_SIDEBAR));
  resize (f, 720, 720);
  lueur_test_shot (GTK_WINDOW (f->window), "window-720");
  resize (f, 360, 640);
  /* It comes back within some frames: on a busy machine they take their time. */
  g_assert_true (lueur_test_wait_until (is_writing, f, 5000));
  lueur_test_shot (GTK_WINDOW (f->window), "window-360");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (f->window), "narrow"));
  g_assert_null (seen (f, LUEUR_TYPE_SIDEBAR));
  resize (f, 360, 400);
  lueur_test_shot (GTK_WINDOW (f->window), "window-360-short");
  act (f, "win.toggle-sidebar", NULL);
  lueur_test_spin (200);
  lueur_test_shot (GTK_WINDOW (f->window), "window-360-list");
  g_assert_nonnull (seen (f, LUEUR_TYPE_SIDEBAR));
  resize (f, 1100, 720);
  act (f, "win.toggle-sidebar", NULL);
  lueur_test_spin (200);
  g_assert_null (seen (f, LUEUR_TYPE_SIDEBAR));
  lueur_test_shot (GTK_WINDOW (f->window), "window-no-list");
  act (f, "win.toggle-sidebar", NULL);
  g_assert_nonnull (seen (f, LUEUR_TYPE_SIDEBAR));
}

static void
test_large_text (Fixture *f, gconstpointer data)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (f->window));
  int dpi, minimum;

  start_talking (f);
  write_message (f, "Text at twice its size must still fit.");
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  resize (f, 1100, 720);
  lueur_test_shot (GTK_WINDOW (f->window), "window-large-1100");
  resize (f, 360, 720);
  lueur_test_shot (GTK_WINDOW (f->window), "window-large-360");
  gtk_widget_measure (gtk_window_get_child (GTK_WINDOW (f->window)), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

static void
test_accessible (Fixture *f, gconstpointer data)
{
  GtkWidget *row;
  LueurConversation *conversation;
  const char *name;
  g_autofree char *label = NULL;

  start_talking (f);
  conversation = open_one (f);
  name = lueur_persona_get_name (lueur_conversation_get_persona (conversation));
  row = seen (f, LUEUR_TYPE_SIDEBAR_ROW);
  g_assert_nonnull (row);
  label = gtk_test_accessible_check_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  /* Name and time: it begins with the name. */
  g_assert_nonnull (label);
  g_assert_nonnull (strstr (label, name));
}

static void
test_damaged_database (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->dir, "lueur.db", NULL);
  g_autofree char *before = NULL, *after = NULL;
  gsize n_before, n_after;

  /* Not a database at all: the nearest thing to damage. */
  wait_for (f, LUEUR_TYPE_WELCOME);
  close_window (f);
  g_assert_true (g_file_set_contents (path, "this is no database, but it is somebody’s file", -1, NULL));
  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
  open_window (f);
  wait_for (f, LUEUR_TYPE_START_FAILURE);
  lueur_test_spin (100);
  lueur_test_shot (GTK_WINDOW (f->window), "window-failure");
  g_assert_null (seen (f, LUEUR_TYPE_SIDEBAR));
  g_signal_emit_by_name (seen (f, LUEUR_TYPE_START_FAILURE), "retry");
  lueur_test_spin (300);
  g_assert_nonnull (seen (f, LUEUR_TYPE_START_FAILURE));
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
test_dialogs (Fixture *f, gconstpointer data)
{
  const struct
  {
    const char *action;
    const char *target;
    const char *shot;
  } dialogs[] = {
    { "win.shortcuts", NULL, "dialog-shortcuts" },
    { "win.about", NULL, "dialog-about" },
    { "win.preferences", "", "dialog-preferences" },
    { "win.preferences", "chat", "dialog-preferences-chat" },
    { "win.rename-conversation", NULL, "dialog-rename" },
    { "win.new-companion", NULL, "dialog-companion" },
    { "win.edit-companion", NULL, "dialog-edit" },
  };

  start_talking (f);
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      AdwDialog *dialog;

      act (f, dialogs[i].action, dialogs[i].target != NULL ? "s" : NULL, dialogs[i].target);
      lueur_test_spin (100);
      lueur_test_shot (GTK_WINDOW (f->window), dialogs[i].shot);
      dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (f->window));
      g_assert_nonnull (dialog);
      adw_dialog_force_close (dialog);
      lueur_test_spin (100);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_TIME, "C.UTF-8");
  application = g_object_new (ADW_TYPE_APPLICATION, "application-id", "io.github.lueur_app.Test", "flags",
                                 G_APPLICATION_NON_UNIQUE, "resource-base-path", "/io/github/lueur_app/Lueur", NULL);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_assert_no_error (error);
  lueur_shortcuts_install (GTK_APPLICATION (application));

#define ADD(name, func) g_test_add ("/window/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("welcome", test_welcome);
  ADD ("talk", test_talk);
  ADD ("face-answers", test_face_answers);
  ADD ("comes-back", test_comes_back);
  ADD ("drafts", test_drafts);
  ADD ("delete-and-undo", test_delete_and_undo);
  ADD ("list-keys", test_list_keys);
  ADD ("delete-companion", test_delete_companion);
  ADD ("sizes", test_sizes);
  ADD ("large-text", test_large_text);
  ADD ("accessible", test_accessible);
  ADD ("damaged-database", test_damaged_database);
  ADD ("dialogs", test_dialogs);
#undef ADD

  result = g_test_run ();
  g_clear_object (&application);
  return result;
}
