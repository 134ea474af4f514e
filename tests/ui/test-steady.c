/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody looks at stays where it is, whatever comes in around it. Measured in the window, frame by frame. */

#include <locale.h>
#include <math.h>

#include "library-fixture.h"

#include "core/model/message-private.h"
#include "support/mock.h"
#include "ui/avatar/errands.h"
#include "ui/chat/chat-row.h"
#include "ui/chat/chat-view.h"
#include "ui/chat/companion-pane.h"
#include "ui/chat/composer.h"
#include "ui/chat/history.h"
#include "ui/chat/message-actions.h"
#include "ui/chat/sidebar.h"
#include "ui/chat/sidebar-row.h"
#include "ui/chat/thumbnail.h"
#include "ui/frames.h"
#include "ui/library/card.h"
#include "ui/library/face.h"
#include "ui/shot.h"
#include "ui/wellbeing/notice-row.h"

/* Rounding, of two edges. */
#define STEADY 1.5

static graphene_rect_t
place_of (Fixture *f, GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_nonnull (widget);
  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (f->window), &bounds));
  return bounds;
}

#define TOP(widget) place_of (f, GTK_WIDGET (widget)).origin.y

static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

/* --- A conversation ----------------------------------------------------------------------------- */

static LueurConversation *
talk (Fixture *f, guint n)
{
  LueurPersona *ada = add (f, "Ada", "", 0);
  LueurConversation *conversation;
  LueurClock *clock = lueur_context_get_clock (f->context);

  CALL (started, lueur_library_start_conversation, library (f), ada);
  conversation = lueur_library_start_conversation_finish (library (f), started, NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("Message number %u, long enough for a line or perhaps for two of them", i);
      g_autoptr (LueurMessage) message = lueur_message_new (i % 2 == 0 ? LUEUR_ROLE_USER : LUEUR_ROLE_COMPANION, text);

      lueur_message_set_created_at (message, lueur_clock_get_wall (clock));
      CALL (appended, lueur_library_append_message, library (f), conversation, message);
      g_assert_true (lueur_library_append_message_finish (library (f), appended, NULL));
    }
  act (f, "win.open-conversation", "x", lueur_conversation_get_id (conversation));
  wait_for (f, LUEUR_TYPE_CHAT_ROW);
  lueur_test_frames (GTK_WIDGET (f->window), 24);
  return conversation;
}

static GtkWidget *
row_of (Fixture *f, LueurMessage *message)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  collect (GTK_WIDGET (f->window), LUEUR_TYPE_CHAT_ROW, rows);
  for (guint i = 0; i < rows->len; i++)
    {
      LueurChatItem *item = lueur_chat_row_get_item (rows->pdata[i]);

      if (item != NULL && lueur_chat_item_get_message (item) == message)
        return rows->pdata[i];
    }
  return NULL;
}

static GtkAdjustment *
adjustment_of (Fixture *f)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (find (seen (f, LUEUR_TYPE_HISTORY), GTK_TYPE_SCROLLED_WINDOW)));
}

/* As the person does it; returns the message in the middle of what is in sight then. */
static LueurMessage *
scroll_up (Fixture *f, double pixels)
{
  GtkWidget *history = seen (f, LUEUR_TYPE_HISTORY), *scroller = find (history, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = adjustment_of (f);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  graphene_rect_t view = place_of (f, history);
  gboolean handled;

  g_signal_emit_by_name (scroller, "scroll-child", GTK_SCROLL_STEP_UP, FALSE, &handled);
  gtk_adjustment_set_value (adjustment, MAX (0, gtk_adjustment_get_value (adjustment) - pixels));
  lueur_test_frames (GTK_WIDGET (f->window), 12);
  collect (history, LUEUR_TYPE_CHAT_ROW, rows);
  for (guint i = 0; i < rows->len; i++)
    if (TOP (rows->pdata[i]) > view.origin.y + view.size.height * 0.4)
      return lueur_chat_item_get_message (lueur_chat_row_get_item (rows->pdata[i]));
  g_assert_not_reached ();
}

/* --- A reply comes in --------------------------------------------------------------------------- */

typedef struct
{
  Fixture *f;
  LueurConversation *conversation;
  LueurMessage *reply; /* while it grows, and after */
  double tops[3];      /* of what stood above, of the reply, of the composer */
  double worst;
  guint frames;
} Watch;

static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Watch *watch = data;
  Fixture *f = watch->f;
  LueurMessage *last = lueur_conversation_get_last (watch->conversation);
  GtkWidget *first = row_of (f, lueur_conversation_get_message (watch->conversation, 0)), *row;
  double tops[3];

  if (last == NULL || lueur_message_get_role (last) != LUEUR_ROLE_COMPANION || (row = row_of (f, last)) == NULL || first == NULL ||
      gtk_widget_get_height (row) == 0)
    return G_SOURCE_CONTINUE;
  tops[0] = TOP (first);
  tops[1] = TOP (row);
  tops[2] = TOP (seen (f, LUEUR_TYPE_COMPOSER));
  for (guint i = 0; i < 3 && watch->reply == last && watch->frames > 1; i++)
    watch->worst = MAX (watch->worst, fabs (tops[i] - watch->tops[i]));
  if (watch->frames++ < 2)
    memcpy (watch->tops, tops, sizeof tops);
  watch->reply = last;
  return G_SOURCE_CONTINUE;
}

static gboolean
is_there (gpointer data)
{
  Watch *watch = data;

  return watch->reply != NULL && lueur_message_get_state (watch->reply) == LUEUR_MESSAGE_COMPLETE;
}

static void
say (Fixture *f, const char *text)
{
  GtkWidget *composer = seen (f, LUEUR_TYPE_COMPOSER);

  lueur_composer_set_text (LUEUR_COMPOSER (composer), text);
  gtk_widget_activate_action (composer, "composer.send", NULL);
}

static LueurMock *
connect_model (Fixture *f, const char *scenario)
{
  const char *const arguments[] = { "--reply", "One.\n\nTwo words. Then a few more of them, for a line or two.\n\n> And a quote.",
                                    "--pace", "40", NULL };
  LueurMock *mock = lueur_mock_new (arguments);
  g_autofree char *url = lueur_mock_get_base_url (mock, scenario);

  g_object_set (lueur_context_get_settings (f->context), "base-url", url, "model", "good", NULL);
  return mock;
}

static void
disconnect_model (Fixture *f)
{
  g_object_set (lueur_context_get_settings (f->context), "base-url", "", "model", "", NULL);
}

/* Where all of it has room, nothing moves from the three dots to the row of buttons below the whole reply. */
static void
test_reply (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurConversation) conversation = talk (f, 2);
  g_autoptr (LueurMock) mock = connect_model (f, "good");
  GtkWidget *avatar = find (seen (f, LUEUR_TYPE_COMPANION_PANE), LUEUR_TYPE_AVATAR);
  graphene_rect_t face, face_after;
  Watch watch = { f, conversation };
  guint tick;

  /* The word “Scripted” goes with the script. */
  lueur_test_frames (GTK_WIDGET (f->window), 18);
  face = place_of (f, avatar);
  say (f, "Tell me.");
  tick = gtk_widget_add_tick_callback (GTK_WIDGET (f->window), on_frame, &watch, NULL);
  g_assert_true (lueur_test_wait_until (is_there, &watch, 10000));
  lueur_test_frames (GTK_WIDGET (f->window), 24);
  gtk_widget_remove_tick_callback (GTK_WIDGET (f->window), tick);
  g_test_message ("%u frames, at most %.1f px", watch.frames, watch.worst);
  g_assert_cmpuint (watch.frames, >, 8);
  g_assert_cmpfloat (watch.worst, <, STEADY);
  g_assert_nonnull (find (row_of (f, watch.reply), LUEUR_TYPE_MESSAGE_ACTIONS));
  face_after = place_of (f, avatar);
  g_test_message ("face: %.1f × %.1f, then %.1f × %.1f", face.size.width, face.size.height, face_after.size.width,
                  face_after.size.height);
  g_assert_cmpfloat (fabs (face_after.size.height - face.size.height) + fabs (face_after.origin.y - face.origin.y), <, STEADY);
  disconnect_model (f);
}

/* Below a long conversation, too: what was read last does not jump up when the buttons come. */
static void
test_reply_ends (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurConversation) conversation = talk (f, 40);
  g_autoptr (LueurMock) mock = connect_model (f, "stall");
  LueurMessage *reply;
  double before, width;

  say (f, "Tell me.");
  lueur_test_spin (1500);
  reply = lueur_conversation_get_last (conversation);
  g_assert_cmpint (lueur_message_get_state (reply), ==, LUEUR_MESSAGE_STREAMING);
  before = TOP (row_of (f, reply));
  width = place_of (f, row_of (f, reply)).size.height;
  gtk_widget_activate_action (seen (f, LUEUR_TYPE_CHAT_VIEW), "chat.stop", NULL);
  lueur_test_spin (500);
  g_assert_cmpint (lueur_message_get_state (reply), ==, LUEUR_MESSAGE_STOPPED);
  g_assert_nonnull (find (row_of (f, reply), LUEUR_TYPE_MESSAGE_ACTIONS));
  g_test_message ("%.1f px", TOP (row_of (f, reply)) - before);
  g_assert_cmpfloat (fabs (TOP (row_of (f, reply)) - before), <, STEADY);
  g_assert_cmpfloat (fabs (place_of (f, row_of (f, reply)).size.height - width), <, STEADY);
  disconnect_model (f);
}

/* --- Cards and lines ----------------------------------------------------------------------------- */

static void
set_notice (Fixture *f, GtkWidget *notice, gboolean shown)
{
  gtk_revealer_set_reveal_child (GTK_REVEALER (gtk_widget_get_first_child (notice)), shown);
  lueur_test_frames (GTK_WIDGET (f->window), 18);
}

static void
test_cards (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurConversation) conversation = talk (f, 60);
  LueurCare *care = lueur_context_get_care (f->context);
  GtkWidget *notice = seen (f, LUEUR_TYPE_NOTICE_ROW), *composer = seen (f, LUEUR_TYPE_COMPOSER);
  LueurMessage *read;
  double before, place = TOP (composer);

  /* At the end, the end stays in sight. */
  lueur_care_set_card (care, TRUE);
  lueur_test_frames (GTK_WIDGET (f->window), 24);
  g_assert_true (lueur_history_get_at_end (seen (f, LUEUR_TYPE_HISTORY)));
  lueur_care_set_card (care, FALSE);
  lueur_test_frames (GTK_WIDGET (f->window), 24);
  g_assert_true (lueur_history_get_at_end (seen (f, LUEUR_TYPE_HISTORY)));

  /* Who reads further up goes on reading there. */
  read = scroll_up (f, 700);
  before = TOP (row_of (f, read));
  lueur_care_set_card (care, TRUE);
  lueur_test_frames (GTK_WIDGET (f->window), 24);
  g_test_message ("card: %.1f px", TOP (row_of (f, read)) - before);
  g_assert_cmpfloat (fabs (TOP (row_of (f, read)) - before), <, STEADY);
  lueur_test_shot (GTK_WINDOW (f->window), "steady-card");
  lueur_care_set_card (care, FALSE);
  lueur_test_frames (GTK_WIDGET (f->window), 24);
  g_assert_cmpfloat (fabs (TOP (row_of (f, read)) - before), <, STEADY);
  for (guint i = 0; i < 4; i++)
    {
      set_notice (f, notice, i % 2 == 1);
      g_test_message ("notice: %.1f px", TOP (row_of (f, read)) - before);
      g_assert_cmpfloat (fabs (TOP (row_of (f, read)) - before), <, STEADY);
    }
  g_assert_cmpfloat (fabs (TOP (composer) - place), <, STEADY);
}

/* --- Older messages ------------------------------------------------------------------------------ */

/* From the disk, page by page, while somebody scrolls up. */
static void
test_older (Fixture *f, gconstpointer data)
{
  LueurConversation *conversation = talk (f, 260);
  gint64 id = lueur_conversation_get_id (conversation);
  guint seen_messages;

  g_object_unref (conversation);
  close_window (f);
  open_window (f);
  wait_for (f, LUEUR_TYPE_CHAT_ROW);
  lueur_test_frames (GTK_WIDGET (f->window), 30);
  conversation = lueur_chat_view_get_conversation (seen (f, LUEUR_TYPE_CHAT_VIEW));
  g_assert_cmpint (lueur_conversation_get_id (conversation), ==, id);
  seen_messages = g_list_model_get_n_items (G_LIST_MODEL (conversation));
  g_assert_true (lueur_conversation_get_has_older (conversation));
  for (guint i = 0; i < 60 && g_list_model_get_n_items (G_LIST_MODEL (conversation)) == seen_messages; i++)
    {
      LueurMessage *read = scroll_up (f, 300);
      double before = TOP (row_of (f, read));

      lueur_test_frames (GTK_WIDGET (f->window), 9);
      g_assert_cmpfloat (fabs (TOP (row_of (f, read)) - before), <, 3);
    }
  g_test_message ("%u messages, then %u", seen_messages, g_list_model_get_n_items (G_LIST_MODEL (conversation)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (conversation)), >, seen_messages);
}

/* --- Faces, lists --------------------------------------------------------------------------------- */

static gboolean
are_faces_there (gpointer data)
{
  Fixture *f = data;
  g_autoptr (GPtrArray) tiles = g_ptr_array_new ();

  collect (GTK_WIDGET (f->window), LUEUR_TYPE_FACE_TILE, tiles);
  for (guint i = 0; i < tiles->len; i++)
    if (lueur_face_tile_is_loading (tiles->pdata[i]))
      return FALSE;
  return tiles->len > 0;
}

/* A face that comes late has its room from the first frame on. */
static void
test_faces (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  graphene_rect_t before[12];
  gboolean loading = FALSE;
  guint n = 0;

  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *name = g_strdup_printf ("Somebody %u", i);

      add (f, name, "art", i);
    }
  /* Held back, none of them is there before the cards are looked at. */
  lueur_errands_hold ();
  act (f, "win.library", NULL);
  wait_for (f, LUEUR_TYPE_LIBRARY_CARD);
  lueur_test_frames (GTK_WIDGET (f->window), 18);
  collect (GTK_WIDGET (f->window), LUEUR_TYPE_LIBRARY_CARD, cards);
  n = MIN (cards->len, G_N_ELEMENTS (before));
  g_assert_cmpuint (n, >=, 6);
  for (guint i = 0; i < n; i++)
    {
      before[i] = place_of (f, cards->pdata[i]);
      loading |= lueur_face_tile_is_loading (lueur_library_card_get_face (cards->pdata[i]));
    }
  lueur_errands_release ();
  g_assert_true (loading);
  g_assert_true (lueur_test_wait_until (are_faces_there, f, 20000));
  lueur_test_frames (GTK_WIDGET (f->window), 12);
  for (guint i = 0; i < n; i++)
    {
      graphene_rect_t after = place_of (f, cards->pdata[i]);

      g_assert_cmpfloat (fabs (after.origin.y - before[i].origin.y), <, STEADY);
      g_assert_cmpfloat (fabs (after.origin.x - before[i].origin.x), <, STEADY);
      g_assert_cmpfloat (fabs (after.size.height - before[i].size.height), <, STEADY);
    }
}

/* The list of conversations: each row as tall as any other, with or without a face or a word in it, and who has scrolled down
 * in it does not lose their place when one of them goes to the top. */
static void
test_list (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  LueurPersona *ada = add (f, "Ada", "", 0);
  GListModel *model = lueur_library_get_conversations (library (f));
  GtkWidget *sidebar, *scroller, *row = NULL;
  GtkAdjustment *adjustment;
  LueurConversation *read;
  double before;
  int height;

  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (LueurConversation) conversation = NULL;
      g_autoptr (LueurMessage) message = lueur_message_new (LUEUR_ROLE_USER, "A word");
      CALL (started, lueur_library_start_conversation, library (f), ada);
      conversation = lueur_library_start_conversation_finish (library (f), started, NULL);
      if (i % 3 != 0)
        {
          CALL (appended, lueur_library_append_message, library (f), conversation, message);
          g_assert_true (lueur_library_append_message_finish (library (f), appended, NULL));
        }
    }
  sidebar = wait_for (f, LUEUR_TYPE_SIDEBAR);
  lueur_test_frames (GTK_WIDGET (f->window), 30);
  collect (sidebar, LUEUR_TYPE_SIDEBAR_ROW, rows);
  g_assert_cmpuint (rows->len, >, 6);
  height = gtk_widget_get_height (rows->pdata[0]);
  for (guint i = 1; i < rows->len; i++)
    g_assert_cmpint (gtk_widget_get_height (rows->pdata[i]), ==, height);

  scroller = find (sidebar, GTK_TYPE_SCROLLED_WINDOW);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_adjustment_set_value (adjustment, height * 8);
  lueur_test_frames (GTK_WIDGET (f->window), 12);
  g_ptr_array_set_size (rows, 0);
  collect (sidebar, LUEUR_TYPE_SIDEBAR_ROW, rows);
  for (guint i = 0; i < rows->len && row == NULL; i++)
    if (TOP (rows->pdata[i]) > TOP (scroller) + height * 2)
      row = rows->pdata[i];
  read = lueur_sidebar_row_get_conversation (LUEUR_SIDEBAR_ROW (row));
  before = TOP (row);
  {
    /* The last of all has something new in it. */
    g_autoptr (LueurConversation) last = g_list_model_get_item (model, g_list_model_get_n_items (model) - 1);
    g_autoptr (LueurMessage) message = lueur_message_new (LUEUR_ROLE_USER, "Something new");
    CALL (appended, lueur_library_append_message, library (f), last, message);
    g_assert_true (lueur_library_append_message_finish (library (f), appended, NULL));
    lueur_test_frames (GTK_WIDGET (f->window), 18);
    g_assert_true (g_list_model_get_item (model, 0) == last);
    g_object_unref (last);
  }
  g_ptr_array_set_size (rows, 0);
  collect (sidebar, LUEUR_TYPE_SIDEBAR_ROW, rows);
  for (row = NULL; rows->len > 0 && row == NULL; g_ptr_array_remove_index (rows, 0))
    if (lueur_sidebar_row_get_conversation (rows->pdata[0]) == read)
      row = rows->pdata[0];
  g_assert_nonnull (row);
  g_test_message ("%.1f px", TOP (row) - before);
  g_assert_cmpfloat (fabs (TOP (row) - before), <, STEADY);
}

/* The list of a server's models comes in: the rows below stay. */
static void
test_models (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurMock) mock = lueur_mock_new (NULL);
  g_autofree char *good = lueur_mock_get_base_url (mock, "good"), *silent = lueur_mock_get_base_url (mock, "silent");
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  double before;

  g_object_set (lueur_context_get_settings (f->context), "base-url", silent, "model", "", NULL);
  act (f, "win.preferences", "s", "model");
  lueur_test_frames (GTK_WIDGET (f->window), 12);
  collect (GTK_WIDGET (dialog (f)), ADW_TYPE_SPIN_ROW, rows);
  g_assert_cmpuint (rows->len, >, 0);
  before = TOP (rows->pdata[0]);
  adw_dialog_force_close (dialog (f));
  lueur_test_frames (GTK_WIDGET (f->window), 6);
  g_object_set (lueur_context_get_settings (f->context), "base-url", good, "model", "", NULL);
  act (f, "win.preferences", "s", "model");
  lueur_test_spin (800);
  g_ptr_array_set_size (rows, 0);
  collect (GTK_WIDGET (dialog (f)), ADW_TYPE_SPIN_ROW, rows);
  g_assert_cmpfloat (fabs (TOP (rows->pdata[0]) - before), <, STEADY);
  adw_dialog_force_close (dialog (f));
  lueur_test_frames (GTK_WIDGET (f->window), 6);
  disconnect_model (f);
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

#define ADD(name) g_test_add ("/steady/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (reply);
  ADD (reply_ends);
  ADD (cards);
  ADD (older);
  ADD (faces);
  ADD (list);
  ADD (models);
#undef ADD

  result = g_test_run ();
  g_clear_object (&application);
  return result;
}
