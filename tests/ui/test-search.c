/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding something that was said: from the key to the message, and back to where one was. */

#include <locale.h>

#include "library-fixture.h"

#include "ui/chat/chat-row.h"
#include "ui/chat/chat-view.h"
#include "ui/chat/composer.h"
#include "ui/chat/history.h"
#include "ui/chat/sidebar-row.h"
#include "ui/chat/sidebar.h"
#include "ui/press.h"
#include "ui/shot.h"

static LueurConversation *
talk (Fixture *f, const char *name, guint n, guint said_at, const char *said)
{
  LueurPersona *persona = add (f, name, "", 0);
  LueurConversation *conversation;

  CALL (started, lueur_library_start_conversation, library (f), persona);
  conversation = lueur_library_start_conversation_finish (library (f), started, NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = i == said_at ? g_strdup (said) : g_strdup_printf ("Line %u of something else", i);
      g_autoptr (LueurMessage) message = lueur_message_new (i % 2 == 0 ? LUEUR_ROLE_USER : LUEUR_ROLE_COMPANION, text);

      CALL (appended, lueur_library_append_message, library (f), conversation, message);
      g_assert_true (lueur_library_append_message_finish (library (f), appended, NULL));
    }
  return conversation;
}

static const char *
page_of (Fixture *f)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (find (seen (f, LUEUR_TYPE_SIDEBAR), GTK_TYPE_STACK)));
}

typedef struct
{
  Fixture *f;
  const char *page;
} Page;

static gboolean
is_page (gpointer data)
{
  Page *page = data;

  return g_strcmp0 (page_of (page->f), page->page) == 0;
}

static void
wait_page (Fixture *f, const char *name)
{
  Page page = { f, name };

  if (!lueur_test_wait_until (is_page, &page, 10000))
    g_error ("the list shows “%s”, not “%s”", page_of (f), name);
}

static GtkEditable *
field (Fixture *f)
{
  return GTK_EDITABLE (lueur_sidebar_get_search (seen (f, LUEUR_TYPE_SIDEBAR)));
}

static gboolean
has_focus (Fixture *f, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (f->window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static GtkListView *
found_list (Fixture *f)
{
  g_assert_cmpstr (page_of (f), ==, "found");
  return GTK_LIST_VIEW (find (seen (f, LUEUR_TYPE_SIDEBAR), GTK_TYPE_LIST_VIEW));
}

static LueurChatRow *
found_row (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (LUEUR_IS_CHAT_ROW (widget) && gtk_widget_has_css_class (widget, "found"))
    return LUEUR_CHAT_ROW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      LueurChatRow *row = found_row (child);

      if (row != NULL)
        return row;
    }
  return NULL;
}

static gboolean
is_marked (gpointer data)
{
  Fixture *f = data;

  return found_row (GTK_WIDGET (f->window)) != NULL;
}

static gboolean
is_not_marked (gpointer data)
{
  return !is_marked (data);
}

/* With Ctrl+F, what is typed, and Escape. */
static void
test_keys (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurConversation) first = talk (f, "Ada", 4, 1, "The sea was calm that summer");
  g_autoptr (LueurConversation) second = talk (f, "Béa", 4, 2, "Cet Été-là, la mer");
  GtkWidget *composer;
  g_autoptr (GListModel) shown = NULL;

  act (f, "win.open-conversation", "x", lueur_conversation_get_id (first));
  wait_for (f, LUEUR_TYPE_CHAT_ROW);
  composer = seen (f, LUEUR_TYPE_COMPOSER);
  lueur_test_spin (300);
  act (f, "win.focus-composer", NULL);
  g_assert_true (has_focus (f, composer));
  act (f, "win.search", NULL);
  g_assert_true (has_focus (f, GTK_WIDGET (field (f))));
  g_assert_cmpstr (page_of (f), ==, "list");

  gtk_editable_set_text (field (f), "ete");
  wait_page (f, "found");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (found_list (f)))), ==, 1);
  lueur_test_shot (GTK_WINDOW (f->window), "search");
  gtk_editable_set_text (field (f), "a%_*\"'; --");
  wait_page (f, "nothing");
  /* By name alone. */
  gtk_editable_set_text (field (f), "bea");
  wait_page (f, "found");
  gtk_editable_set_text (field (f), "");
  wait_page (f, "list");

  gtk_editable_set_text (field (f), "calm");
  wait_page (f, "found");
  g_assert_true (lueur_test_press (GTK_WINDOW (f->window), "Escape"));
  wait_page (f, "list");
  g_assert_true (has_focus (f, composer));
  g_assert_cmpstr (gtk_editable_get_text (field (f)), ==, "");
  /* What was open is open. */
  g_assert_true (lueur_chat_view_get_conversation (seen (f, LUEUR_TYPE_CHAT_VIEW)) == first);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *tooltip)
{
  GtkWidget *found = NULL;

  if (GTK_IS_TOGGLE_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, tooltip);
  return found;
}

/* With the button, and the same button again, or Escape: it has the focus after. */
static void
test_button (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurConversation) talked = talk (f, "Ada", 4, 1, "The sea was calm that summer");
  GtkWidget *button;

  act (f, "win.open-conversation", "x", lueur_conversation_get_id (talked));
  wait_for (f, LUEUR_TYPE_CHAT_ROW);
  button = find_button (seen (f, LUEUR_TYPE_SIDEBAR), "Search Conversations");
  g_assert_nonnull (button);
  for (guint by_key = 0; by_key < 2; by_key++)
    {
      gtk_widget_grab_focus (button);
      g_signal_emit_by_name (button, "clicked");
      lueur_test_spin (300);
      g_assert_true (has_focus (f, GTK_WIDGET (field (f))));
      if (by_key)
        g_assert_true (lueur_test_press (GTK_WINDOW (f->window), "Escape"));
      else
        g_signal_emit_by_name (button, "clicked");
      lueur_test_spin (300);
      g_assert_true (has_focus (f, button));
    }
}

/* A message that is far up in another conversation: it is read, comes into sight, has the focus, and is marked for a moment. */
static void
test_open (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurConversation) far = talk (f, "Ada", 320, 21, "The **lighthouse** keeper never came back");
  g_autoptr (LueurConversation) near = talk (f, "Bea", 3, 99, "");
  LueurChatRow *row;
  GtkWidget *history;
  graphene_rect_t bounds;

  act (f, "win.open-conversation", "x", lueur_conversation_get_id (near));
  wait_for (f, LUEUR_TYPE_CHAT_ROW);
  act (f, "win.search", NULL);
  gtk_editable_set_text (field (f), "LIGHTHOUSE keeper");
  /* Before anything was found. */
  g_signal_emit_by_name (field (f), "activate");
  g_assert_true (lueur_test_wait_until (is_marked, f, 10000));
  lueur_test_spin (500);
  g_assert_true (lueur_chat_view_get_conversation (seen (f, LUEUR_TYPE_CHAT_VIEW)) == far);
  row = found_row (GTK_WIDGET (f->window));
  g_assert_nonnull (row);
  g_assert_true (g_str_has_prefix (lueur_message_get_text (lueur_chat_item_get_message (lueur_chat_row_get_item (row))),
                                   "The **lighthouse**"));
  history = seen (f, LUEUR_TYPE_HISTORY);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (row), history, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, -1);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (history) + 1);
  g_assert_false (lueur_history_get_at_end (LUEUR_HISTORY (history)));
  g_assert_true (has_focus (f, history));
  lueur_test_shot (GTK_WINDOW (f->window), "search-opened");
  g_assert_true (lueur_test_wait_until (is_not_marked, f, 10000));
  /* The list of what was found stays, for the next. */
  g_assert_cmpstr (page_of (f), ==, "found");
}

/* What goes to the bin is not found any more. */
static void
test_deleted (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurConversation) kept = talk (f, "Ada", 2, 0, "A walrus at the window");
  g_autoptr (LueurConversation) going = talk (f, "Bea", 2, 0, "Another walrus");

  act (f, "win.open-conversation", "x", lueur_conversation_get_id (kept));
  act (f, "win.search", NULL);
  gtk_editable_set_text (field (f), "walrus");
  wait_page (f, "found");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (found_list (f)))), ==, 2);
  act (f, "win.delete", "x", lueur_conversation_get_id (going));
  lueur_test_spin (300);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (found_list (f)))), ==, 1);
  act (f, "win.delete", "x", lueur_conversation_get_id (kept));
  wait_page (f, "nothing");
}

/* So does a message that goes from the conversation that is open. */
static void
test_message_deleted (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurConversation) conversation = talk (f, "Ada", 6, 2, "A narwhal at the window");
  g_autoptr (LueurMessage) message = NULL;

  act (f, "win.open-conversation", "x", lueur_conversation_get_id (conversation));
  wait_for (f, LUEUR_TYPE_CHAT_ROW);
  act (f, "win.search", NULL);
  gtk_editable_set_text (field (f), "narwhal");
  wait_page (f, "found");
  message = g_list_model_get_item (G_LIST_MODEL (conversation), 2);
  CALL (deleted, lueur_library_delete_message, library (f), conversation, message);
  g_assert_cmpint (lueur_library_delete_message_finish (library (f), deleted, NULL), >, 0);
  wait_page (f, "nothing");
}

/* A book that lands in the field by mistake. */
static void
test_long (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurConversation) conversation = talk (f, "Ada", 2, 0, "A walrus at the window");
  g_autofree char *book = g_strnfill (1024 * 1024, 'a');

  act (f, "win.open-conversation", "x", lueur_conversation_get_id (conversation));
  act (f, "win.search", NULL);
  gtk_editable_set_text (field (f), book);
  g_assert_cmpuint (strlen (gtk_editable_get_text (field (f))), <=, 200);
  wait_page (f, "nothing");
}

/* A row that told of one place tells of the next alone. */
static void
test_row (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurConversation) conversation = talk (f, "Ada", 2, 0, "A walrus at the window");
  LueurSearchHit said = { .message = 1, .excerpt = (char *) "A walrus at the window" }, named = { .excerpt = (char *) "" };
  g_autoptr (LueurSearchResult) first = lueur_search_result_new (&said, conversation);
  g_autoptr (LueurSearchResult) second = lueur_search_result_new (&named, conversation);
  g_autoptr (GtkWidget) row = g_object_ref_sink (lueur_sidebar_row_new (lueur_context_get_clock (f->context)));

  lueur_sidebar_row_set_result (LUEUR_SIDEBAR_ROW (row), first);
  g_assert_null (gtk_test_accessible_check_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                                     "A walrus at the window"));
  lueur_sidebar_row_set_result (LUEUR_SIDEBAR_ROW (row), NULL);
  lueur_sidebar_row_set_result (LUEUR_SIDEBAR_ROW (row), second);
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  application = ADW_APPLICATION (g_object_new (ADW_TYPE_APPLICATION, "application-id", "io.github.lueur_app.LueurSearchTest", NULL));
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

#define ADD(name, function) g_test_add ("/search/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("keys", test_keys);
  ADD ("button", test_button);
  ADD ("open", test_open);
  ADD ("deleted", test_deleted);
  ADD ("message-deleted", test_message_deleted);
  ADD ("long", test_long);
  ADD ("row", test_row);
#undef ADD
  return g_test_run ();
}
