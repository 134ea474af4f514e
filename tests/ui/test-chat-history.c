/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was said, as it is shown: rows, the end that is followed, older messages, what a screen reader hears. */

#include <adwaita.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "core/model/conversation-private.h"
#include "core/model/message-private.h"
#include "support/fake-clock.h"
#include "support/loop.h"
#include "ui/chat/fault-box.h"
#include "ui/chat/history.h"
#include "ui/chat/markdown-view.h"
#include "ui/chat/code-block.h"
#include "ui/chat/message-actions.h"
#include "ui/chat/chat-row.h"
#include "ui/chat/typing.h"
#include "ui/frames.h"
#include "ui/shot.h"

/* How long at a time a busy machine leaves the program standing (ms). */
#define HELD_UP 50

typedef struct
{
  char *dir;
  LueurFakeClock *clock;
  LueurContext *context;
  LueurPersona *persona;
  LueurConversation *conversation;
  LueurChatSession *session;
  GtkWindow *window;
  LueurHistory *history;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->dir = g_dir_make_tmp ("lueur-history-XXXXXX", NULL);
  f->clock = lueur_fake_clock_new ("Europe/Paris", 2025, 3, 1, 12, 0);
  f->context = lueur_context_new (LUEUR_CLOCK (f->clock), f->dir);
  f->persona = lueur_persona_new ();
  g_object_set (f->persona, "name", "Iris", "language", "en", NULL);
  f->conversation = lueur_conversation_new (f->persona);
  lueur_conversation_set_loaded (f->conversation, TRUE);
  f->session = lueur_chat_session_new (f->context, f->conversation);

  f->window = GTK_WINDOW (adw_window_new ());
  f->history = g_object_new (LUEUR_TYPE_HISTORY, NULL);
  lueur_history_set_context (f->history, f->context);
  adw_window_set_content (ADW_WINDOW (f->window), GTK_WIDGET (f->history));
  gtk_window_set_default_size (f->window, 500, 500);
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (f->window)), "gtk-enable-animations", FALSE, NULL);
  gtk_window_present (f->window);
  lueur_test_spin (50);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", f->dir);

  g_object_add_weak_pointer (G_OBJECT (f->history), (gpointer *) &f->history);
  gtk_window_destroy (f->window);
  lueur_test_drain ();
  g_assert_null (f->history);
  g_clear_object (&f->session);
  g_clear_object (&f->conversation);
  g_clear_object (&f->persona);
  lueur_context_close (f->context);
  g_clear_object (&f->context);
  g_clear_object (&f->clock);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (f->dir);
}

static LueurMessage *
say (Fixture *f, LueurRole role, const char *text)
{
  g_autoptr (LueurMessage) message = lueur_message_new (role, text);

  lueur_fake_clock_advance_seconds (f->clock, 60);
  lueur_message_set_created_at (message, lueur_clock_get_wall (LUEUR_CLOCK (f->clock)));
  lueur_message_set_id (message, g_list_model_get_n_items (G_LIST_MODEL (f->conversation)) + 1);
  lueur_message_set_parent_id (message, lueur_message_get_id (message) - 1);
  lueur_conversation_append (f->conversation, message);
  return message;
}

static void
talk (Fixture *f, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("Message number %u, long enough for a line or perhaps for two of them", i);

      say (f, i % 2 == 0 ? LUEUR_ROLE_COMPANION : LUEUR_ROLE_USER, text);
    }
}

static void
show (Fixture *f)
{
  lueur_history_set_session (f->history, f->session);
  lueur_test_spin (150);
}

static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GtkWidget *
find (GtkWidget *from, GType type)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (from, type, found);
  return found->len > 0 ? g_ptr_array_index (found, 0) : NULL;
}

static LueurChatRow *
row_of (Fixture *f, LueurMessage *message)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  collect (GTK_WIDGET (f->history), LUEUR_TYPE_CHAT_ROW, rows);
  for (guint i = 0; i < rows->len; i++)
    {
      LueurChatItem *item = lueur_chat_row_get_item (g_ptr_array_index (rows, i));

      if (item != NULL && lueur_chat_item_get_message (item) == message)
        return g_ptr_array_index (rows, i);
    }
  return NULL;
}

static GtkAdjustment *
adjustment_of (Fixture *f)
{
  return gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (find (GTK_WIDGET (f->history), GTK_TYPE_SCROLLED_WINDOW)));
}

/* As the person does it. */
static void
scroll_to (Fixture *f, double value)
{
  GtkWidget *scroller = find (GTK_WIDGET (f->history), GTK_TYPE_SCROLLED_WINDOW);
  gboolean handled;

  g_signal_emit_by_name (scroller, "scroll-child", GTK_SCROLL_STEP_UP, FALSE, &handled);
  gtk_adjustment_set_value (adjustment_of (f), value);
}

static double
from_end (Fixture *f)
{
  GtkAdjustment *adjustment = adjustment_of (f);

  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) -
         gtk_adjustment_get_value (adjustment);
}

/* Where @message stands in the window; it must be in sight. */
static double
top_of (Fixture *f, LueurMessage *message)
{
  LueurChatRow *row = row_of (f, message);
  graphene_rect_t bounds;

  g_assert_nonnull (row);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (f->history), &bounds));
  return bounds.origin.y;
}

/* --- Following the end -------------------------------------------------------------------------- */

static void
test_opens_at_end (Fixture *f, gconstpointer data)
{
  talk (f, 200);
  show (f);
  g_assert_cmpfloat (ABS (from_end (f)), <, 1);
  g_assert_true (lueur_history_get_at_end (f->history));
  lueur_test_shot (f->window, "history-end");
  g_assert_nonnull (row_of (f, lueur_conversation_get_last (f->conversation)));
}

static void
test_follows_growth (Fixture *f, gconstpointer data)
{
  LueurMessage *reply;

  talk (f, 60);
  show (f);
  reply = say (f, LUEUR_ROLE_COMPANION, "");
  lueur_message_set_state (reply, LUEUR_MESSAGE_WAITING);
  lueur_test_spin (80);
  g_assert_cmpfloat (ABS (from_end (f)), <, 1);

  lueur_message_set_state (reply, LUEUR_MESSAGE_STREAMING);
  for (guint i = 0; i < 40; i++)
    {
      lueur_message_append (reply, "Some more words, and then a paragraph ends.\n\n", -1);
      lueur_test_spin (20);
      g_assert_true (lueur_history_get_at_end (f->history));
    }
  lueur_message_set_state (reply, LUEUR_MESSAGE_COMPLETE);
  lueur_test_spin (80);
  g_assert_cmpfloat (ABS (from_end (f)), <, 1);
}

/* Whoever scrolled up to read stays where they are, until they ask to go back. */
/* Rows of very unlike heights, a window of the usual size: the list has much to guess. */
static void
test_follows_uneven (Fixture *f, gconstpointer data)
{
  LueurMessage *reply;

  gtk_window_set_default_size (f->window, 800, 700);
  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (GString) text = g_string_new ("Well");

      for (guint k = 0; k < (i * 37) % 23 * 12; k++)
        g_string_append (text, k % 20 == 19 ? ".\n\nAnd" : " another word");
      say (f, i % 2 == 0 ? LUEUR_ROLE_COMPANION : LUEUR_ROLE_USER, text->str);
    }
  lueur_history_set_session (f->history, f->session);
  lueur_test_spin (20);
  for (guint turn = 0; turn < 3; turn++)
    {
      say (f, LUEUR_ROLE_USER, "Tell me something long.");
      lueur_history_scroll_to_end (f->history);
      reply = say (f, LUEUR_ROLE_COMPANION, "");
      lueur_message_set_state (reply, LUEUR_MESSAGE_WAITING);
      lueur_test_spin (100);
      g_assert_true (lueur_history_get_at_end (f->history));
      lueur_message_set_state (reply, LUEUR_MESSAGE_STREAMING);
      for (guint i = 0; i < 60; i++)
        {
          lueur_message_append (reply, " some more words", -1);
          lueur_test_spin (10);
        }
      lueur_message_set_state (reply, LUEUR_MESSAGE_COMPLETE);
      lueur_test_spin (300);
      g_assert_true (lueur_history_get_at_end (f->history));
      g_assert_cmpfloat (ABS (from_end (f)), <, 1);
      g_assert_nonnull (row_of (f, reply));
      g_assert_cmpfloat (top_of (f, reply), <, 700);
    }
}

static void
test_stays_where_one_reads (Fixture *f, gconstpointer data)
{
  LueurMessage *reply, *read;
  double before;

  talk (f, 60);
  show (f);
  scroll_to (f, gtk_adjustment_get_value (adjustment_of (f)) - 400);
  lueur_test_spin (80);
  g_assert_false (lueur_history_get_at_end (f->history));
  read = lueur_conversation_get_message (f->conversation, 54);
  before = top_of (f, read);

  reply = say (f, LUEUR_ROLE_COMPANION, "A new one");
  for (guint i = 0; i < 10; i++)
    {
      lueur_message_append (reply, "\n\nand another line", -1);
      lueur_test_spin (20);
    }
  g_assert_cmpfloat (ABS (top_of (f, read) - before), <, 2);
  g_assert_false (lueur_history_get_at_end (f->history));

  gtk_widget_activate_action (GTK_WIDGET (f->history), "history.to-end", NULL);
  lueur_test_spin (100);
  g_assert_true (lueur_history_get_at_end (f->history));
  g_assert_cmpfloat (ABS (from_end (f)), <, 1);
}

static void
test_follows_resizing (Fixture *f, gconstpointer data)
{
  talk (f, 60);
  show (f);
  gtk_window_set_default_size (f->window, 360, 320);
  lueur_test_spin (150);
  g_assert_cmpfloat (ABS (from_end (f)), <, 1);
  g_assert_true (lueur_history_get_at_end (f->history));
}

static gboolean
stand_still (gpointer data)
{
  g_usleep (HELD_UP * 1000);
  return G_SOURCE_REMOVE;
}

/* Older messages come in above without what is read moving; where the machine is busy with something else, too. */
static void
test_no_jump (Fixture *f, gconstpointer slow)
{
  guint steps = slow ? 8 : 25;

  talk (f, 400);
  show (f);
  for (guint step = 0; step < steps; step++)
    {
      GtkAdjustment *adjustment = adjustment_of (f);
      g_autoptr (GPtrArray) rows = g_ptr_array_new ();
      LueurMessage *read = NULL;
      double before = 0;

      scroll_to (f, MAX (0, gtk_adjustment_get_value (adjustment) - 250));
      /* Before any frame. */
      if (slow)
        g_idle_add_full (G_PRIORITY_HIGH, stand_still, NULL, NULL);
      /* Once it is drawn there, what is in sight stays where it is while more comes in. */
      lueur_test_frames (GTK_WIDGET (f->history), 2);
      collect (GTK_WIDGET (f->history), LUEUR_TYPE_CHAT_ROW, rows);
      for (guint i = 0; i < rows->len && read == NULL; i++)
        {
          LueurMessage *message = lueur_chat_item_get_message (lueur_chat_row_get_item (g_ptr_array_index (rows, i)));

          before = top_of (f, message);
          if (before > 100 && before < 300)
            read = message;
        }
      g_assert_nonnull (read);
      for (guint frame = 0; frame < 5; frame++)
        {
          lueur_test_frames (GTK_WIDGET (f->history), 1);
          g_assert_cmpfloat (ABS (top_of (f, read) - before), <, 3);
        }
    }
  if (!slow)
    g_assert_nonnull (row_of (f, lueur_conversation_get_message (f->conversation, 330)));
}

/* Ten thousand messages: what is made is what is seen. */
static void
test_ten_thousand (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  gint64 before;

  talk (f, 10000);
  before = lueur_test_cpu_time ();
  show (f);
  g_test_message ("shown after %.0f ms", (lueur_test_cpu_time () - before) / 1e3);
  collect (GTK_WIDGET (f->history), LUEUR_TYPE_CHAT_ROW, rows);
  g_test_message ("%u rows", rows->len);
  g_assert_cmpuint (rows->len, <, 120);
}

/* --- Rows --------------------------------------------------------------------------------------- */

static void
test_words (Fixture *f, gconstpointer data)
{
  LueurMessage *mine = say (f, LUEUR_ROLE_USER, "Hello **there**");
  LueurMessage *theirs = say (f, LUEUR_ROLE_COMPANION, "*smiles* Hi");

  show (f);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (row_of (f, mine)), GTK_ACCESSIBLE_ROLE_ARTICLE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row_of (f, mine)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "You, 12:01: Hello there");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row_of (f, theirs)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Iris, 12:02: smiles Hi");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (find (GTK_WIDGET (f->history), GTK_TYPE_SCROLLED_WINDOW)),
                                   GTK_ACCESSIBLE_ROLE_LOG);
  g_assert_nonnull (find (GTK_WIDGET (row_of (f, theirs)), LUEUR_TYPE_MESSAGE_ACTIONS));
  g_assert_null (find (GTK_WIDGET (row_of (f, mine)), LUEUR_TYPE_MESSAGE_ACTIONS));
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (row_of (f, mine))));
}

static void
test_waiting (Fixture *f, gconstpointer data)
{
  LueurMessage *reply = say (f, LUEUR_ROLE_COMPANION, "");
  GtkWidget *row;

  lueur_message_set_state (reply, LUEUR_MESSAGE_WAITING);
  show (f);
  row = GTK_WIDGET (row_of (f, reply));
  g_assert_nonnull (find (row, LUEUR_TYPE_TYPING));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (find (row, LUEUR_TYPE_TYPING)), GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "Iris is writing");

  lueur_message_set_state (reply, LUEUR_MESSAGE_STREAMING);
  lueur_message_append (reply, "Well", -1);
  lueur_test_spin (80);
  g_assert_null (find (row, LUEUR_TYPE_TYPING));
  /* Room is kept for them; they are not there yet. */
  g_assert_false (gtk_widget_get_mapped (find (row, LUEUR_TYPE_MESSAGE_ACTIONS)));
  lueur_message_set_state (reply, LUEUR_MESSAGE_COMPLETE);
  lueur_test_spin (80);
  g_assert_true (gtk_widget_get_mapped (find (row, LUEUR_TYPE_MESSAGE_ACTIONS)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "Iris, 12:01: Well");
}

/* Nothing was said: nothing is there to copy or to judge, only to ask for again. */
static void
test_stopped (Fixture *f, gconstpointer data)
{
  LueurMessage *reply;
  GtkWidget *actions;
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  say (f, LUEUR_ROLE_USER, "Hello");
  reply = say (f, LUEUR_ROLE_COMPANION, "");
  lueur_message_set_state (reply, LUEUR_MESSAGE_STOPPED);
  show (f);
  actions = find (GTK_WIDGET (row_of (f, reply)), LUEUR_TYPE_MESSAGE_ACTIONS);
  g_assert_nonnull (actions);
  collect (actions, GTK_TYPE_BUTTON, shown);
  g_assert_cmpuint (shown->len, ==, 1);
  g_assert_cmpstr (gtk_actionable_get_action_name (g_ptr_array_index (shown, 0)), ==, "message.retry");
  lueur_test_shot (f->window, "history-stopped");

  /* Where there are words, all of it is offered: like, dislike, copy, again. */
  lueur_message_set_text (reply, "Well");
  lueur_message_set_state (reply, LUEUR_MESSAGE_COMPLETE);
  lueur_test_spin (80);
  g_ptr_array_set_size (shown, 0);
  collect (find (GTK_WIDGET (row_of (f, reply)), LUEUR_TYPE_MESSAGE_ACTIONS), GTK_TYPE_BUTTON, shown);
  g_assert_cmpuint (shown->len, ==, 4);
}

/* Where the person reads from right to left the time stands at the side of its message, too. */
static void
test_sides (Fixture *f, gconstpointer data)
{
  LueurMessage *said[2];

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  said[0] = say (f, LUEUR_ROLE_USER, "Hello");
  said[1] = say (f, LUEUR_ROLE_COMPANION, "Hi");
  show (f);
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *row = GTK_WIDGET (row_of (f, said[i])), *footer = find (row, ADW_TYPE_WRAP_BOX);
      graphene_rect_t all, place;

      g_assert_true (gtk_widget_compute_bounds (row, row, &all));
      g_assert_true (gtk_widget_compute_bounds (footer, row, &place));
      if (i == 0)
        g_assert_cmpfloat (place.origin.x, <, 30);
      else
        g_assert_cmpfloat (place.origin.x + place.size.width, >, all.size.width - 30);
      g_assert_cmpfloat (place.size.width, <, all.size.width - 60);
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* Code and a server's own words keep their direction where the person reads from right to left. */
static void
test_directions (Fixture *f, gconstpointer data)
{
  LueurMessage *reply;
  GtkWidget *row, *code;
  GtkTextDirection around, inside;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  say (f, LUEUR_ROLE_USER, "Hello");
  reply = say (f, LUEUR_ROLE_COMPANION, "```c\nint x;\n```");
  show (f);
  row = GTK_WIDGET (row_of (f, reply));
  code = find (row, LUEUR_TYPE_CODE_BLOCK);
  g_assert_nonnull (code);
  around = gtk_widget_get_direction (row);
  inside = gtk_widget_get_direction (find (find (code, GTK_TYPE_SCROLLED_WINDOW), GTK_TYPE_LABEL));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_assert_cmpint (around, ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (inside, ==, GTK_TEXT_DIR_LTR);
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static void
test_failed (Fixture *f, gconstpointer data)
{
  LueurMessage *reply;
  GtkWidget *row, *fault, *details, *detail;

  say (f, LUEUR_ROLE_USER, "Hello");
  reply = say (f, LUEUR_ROLE_COMPANION, "Half a");
  lueur_message_set_error (reply, "cut-short", "what the server said");
  lueur_message_set_state (reply, LUEUR_MESSAGE_FAILED);
  show (f);
  lueur_test_shot (f->window, "history-failed");
  row = GTK_WIDGET (row_of (f, reply));
  fault = find (row, LUEUR_TYPE_FAULT_BOX);
  g_assert_nonnull (fault);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fault), GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fault), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "The reply broke off before its end.");
  /* What came is kept in sight. */
  g_assert_nonnull (find (row, LUEUR_TYPE_MARKDOWN_VIEW));
  /* The words of a server are there for who wants them, folded, and stay open while they are the same. */
  details = find (fault, GTK_TYPE_EXPANDER);
  g_assert_nonnull (details);
  detail = gtk_expander_get_child (GTK_EXPANDER (details));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (detail)), ==, "what the server said");
  g_assert_false (gtk_widget_get_mapped (detail));
  gtk_expander_set_expanded (GTK_EXPANDER (details), TRUE);
  lueur_fault_box_set (LUEUR_FAULT_BOX (fault), "cut-short", "what the server said");
  g_assert_true (lueur_test_wait_until (is_mapped, detail, 5000));
  lueur_test_shot (f->window, "history-failed-details");
  lueur_fault_box_set (LUEUR_FAULT_BOX (fault), "cut-short", "something else");
  g_assert_false (gtk_expander_get_expanded (GTK_EXPANDER (details)));
  lueur_fault_box_set (LUEUR_FAULT_BOX (fault), "cut-short", NULL);
  g_assert_false (gtk_widget_get_visible (details));

  lueur_message_set_error (reply, NULL, NULL);
  lueur_message_set_state (reply, LUEUR_MESSAGE_COMPLETE);
  lueur_test_spin (80);
  g_assert_null (find (row, LUEUR_TYPE_FAULT_BOX));
}

static void
test_swipes (Fixture *f, gconstpointer data)
{
  LueurMessage *reply;
  GtkWidget *row;
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  gboolean counted = FALSE;

  say (f, LUEUR_ROLE_USER, "Hello");
  reply = say (f, LUEUR_ROLE_COMPANION, "Second of three");
  lueur_message_set_swipes (reply, 1, 3);
  show (f);
  row = GTK_WIDGET (row_of (f, reply));
  collect (row, GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    counted |= g_str_equal (gtk_label_get_text (g_ptr_array_index (labels, i)), "2/3");
  g_assert_true (counted);
  lueur_test_shot (f->window, "history-swipes");
}

/* A row shows another message and nothing of the one before. */
static void
test_reuse (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurMessage) failed = lueur_message_new (LUEUR_ROLE_COMPANION, "");
  g_autoptr (LueurMessage) fine = lueur_message_new (LUEUR_ROLE_USER, "Fine");
  g_autoptr (LueurChatItem) first = lueur_chat_item_new (failed);
  g_autoptr (LueurChatItem) second = lueur_chat_item_new (fine);
  g_autoptr (GtkWidget) row = g_object_ref_sink (lueur_chat_row_new (f->context));

  lueur_message_set_error (failed, "offline", NULL);
  lueur_message_set_state (failed, LUEUR_MESSAGE_FAILED);
  lueur_chat_row_set_item (LUEUR_CHAT_ROW (row), first);
  g_assert_nonnull (find (row, LUEUR_TYPE_FAULT_BOX));
  lueur_chat_row_set_item (LUEUR_CHAT_ROW (row), second);
  g_assert_null (find (row, LUEUR_TYPE_FAULT_BOX));
  lueur_chat_row_set_item (LUEUR_CHAT_ROW (row), NULL);
  /* No row, no listening. */
  lueur_message_set_text (fine, "changed");
  lueur_message_set_state (failed, LUEUR_MESSAGE_COMPLETE);
  lueur_test_spin (20);
}

/* --- Growing text ------------------------------------------------------------------------------- */

static char *
shown (GtkWidget *view)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  collect (view, GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    g_string_append_printf (text, "%s\n", gtk_label_get_label (g_ptr_array_index (labels, i)));
  return g_strdup (text->str);
}

/* Text that came in pieces, of whatever size, looks like text that came at once. */
static void
test_growing_is_the_same (Fixture *f, gconstpointer data)
{
  const char *text = "# One\n\nA *para* with `code`\nand more\n\n- item\n- item **two**\n  - deep\n\n1. first\n2. second\n\n"
                     "> quote\n> goes on\n\n```c\nint x;\n\nint y;\n```\n\nlast https://example.org é🌻\n\n---\nend";
  g_autoptr (GtkWidget) whole = g_object_ref_sink (lueur_markdown_view_new ());
  g_autofree char *expected = NULL;

  lueur_markdown_view_set_text (LUEUR_MARKDOWN_VIEW (whole), text, FALSE);
  expected = shown (whole);
  for (guint step = 1; step < 40; step++)
    {
      g_autoptr (GtkWidget) grown = g_object_ref_sink (lueur_markdown_view_new ());
      g_autofree char *last = NULL;

      for (gsize n = 0; n < strlen (text); n += step)
        {
          g_autofree char *part = g_strndup (text, n);

          /* Whole characters, as messages grow. */
          if (g_utf8_validate (part, -1, NULL))
            lueur_markdown_view_set_text (LUEUR_MARKDOWN_VIEW (grown), part, TRUE);
        }
      lueur_markdown_view_set_text (LUEUR_MARKDOWN_VIEW (grown), text, TRUE);
      last = shown (grown);
      g_assert_cmpstr (last, ==, expected);
    }
}

static void
test_growing_costs_its_tail (Fixture *f, gconstpointer data)
{
  g_autoptr (GtkWidget) view = g_object_ref_sink (lueur_markdown_view_new ());
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 100; i++)
    {
      g_string_append (text, "A paragraph of some words that nobody will change any more.\n\n");
      lueur_markdown_view_set_text (LUEUR_MARKDOWN_VIEW (view), text->str, TRUE);
      g_assert_cmpuint (lueur_markdown_view_get_tail (LUEUR_MARKDOWN_VIEW (view)), <, 200);
    }
  /* Another text altogether. */
  lueur_markdown_view_set_text (LUEUR_MARKDOWN_VIEW (view), "new", TRUE);
  g_assert_cmpuint (lueur_markdown_view_get_tail (LUEUR_MARKDOWN_VIEW (view)), ==, 3);
}

static void
test_huge (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  LueurMessage *reply;
  gint64 before;

  while (text->len < 1024 * 1024)
    g_string_append (text, "words without an end and without a stop ");
  reply = say (f, LUEUR_ROLE_COMPANION, text->str);
  before = lueur_test_cpu_time ();
  show (f);
  g_test_message ("shown after %.0f ms", (lueur_test_cpu_time () - before) / 1e3);
  g_assert_cmpint (lueur_test_cpu_time () - before, <, 3 * G_TIME_SPAN_SECOND);
  g_assert_nonnull (find (GTK_WIDGET (row_of (f, reply)), GTK_TYPE_BUTTON));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_TIME, "C.UTF-8");
  adw_init ();

#define ADD(name, func) g_test_add ("/history/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("opens-at-end", test_opens_at_end);
  ADD ("follows-growth", test_follows_growth);
  ADD ("follows-uneven", test_follows_uneven);
  ADD ("stays-where-one-reads", test_stays_where_one_reads);
  ADD ("follows-resizing", test_follows_resizing);
  ADD ("no-jump", test_no_jump);
  g_test_add ("/history/no-jump-slow", Fixture, GINT_TO_POINTER (TRUE), set_up, test_no_jump, tear_down);
  ADD ("ten-thousand", test_ten_thousand);
  ADD ("words", test_words);
  ADD ("waiting", test_waiting);
  ADD ("stopped", test_stopped);
  ADD ("directions", test_directions);
  ADD ("sides", test_sides);
  ADD ("failed", test_failed);
  ADD ("swipes", test_swipes);
  ADD ("reuse", test_reuse);
  ADD ("growing-is-the-same", test_growing_is_the_same);
  ADD ("growing-costs-its-tail", test_growing_costs_its_tail);
  ADD ("huge", test_huge);
#undef ADD

  return g_test_run ();
}
