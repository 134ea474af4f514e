/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/chat/chat-row.h"

#include <glib/gi18n.h>

#include "ui/chat/fault-box.h"
#include "ui/chat/full-text.h"
#include "ui/chat/markdown-view.h"
#include "ui/chat/markdown.h"
#include "ui/chat/message-actions.h"
#include "ui/chat/reply-account.h"
#include "ui/chat/reply-findings.h"
#include "ui/chat/typing.h"
#include "ui/closures.h"
#include "ui/direction.h"
#include "ui/error-text.h"
#include "ui/library/opinion-popover.h"
#include "ui/toast.h"
#include "ui/widget.h"

/* A growing text whose last block is this long (bytes) is repainted at most so often (µs). */
#define LONG_TAIL 4096
#define LONG_TAIL_INTERVAL (100 * G_TIME_SPAN_MILLISECOND)
#define HUGE_TAIL 16384
#define HUGE_TAIL_INTERVAL (400 * G_TIME_SPAN_MILLISECOND)

struct _LueurChatRow
{
  GtkWidget parent_instance;

  LueurContext *context;
  LueurChatSession *session;
  LueurChatItem *item;
  GSignalGroup *item_signals;
  GSignalGroup *message_signals;
  GTimeZone *zone;

  GtkBox *bubble;
  LueurMarkdownView *words;
  AdwWrapBox *footer;
  GtkLabel *moment;
  GtkLabel *note;
  GtkWidget *mark;
  GMenuModel *message_menu;
  /* Made when they are needed, as most rows never do. */
  GtkWidget *typing;
  GtkWidget *fault;
  GtkWidget *actions;
  GtkWidget *popover;

  guint tick;
  gint64 painted_at; /* frame time of the last change of the words */
};

G_DEFINE_FINAL_TYPE (LueurChatRow, lueur_chat_row, GTK_TYPE_WIDGET)

static LueurMessage *
message_of (LueurChatRow *self)
{
  return self->item != NULL ? lueur_chat_item_get_message (self->item) : NULL;
}

static gboolean
is_growing (LueurMessage *message)
{
  LueurMessageState state = lueur_message_get_state (message);

  return state == LUEUR_MESSAGE_WAITING || state == LUEUR_MESSAGE_STREAMING;
}

/* --- What is shown ------------------------------------------------------------------------------ */

static void
paint_words (LueurChatRow *self)
{
  LueurMessage *message = message_of (self);
  const char *text = lueur_message_get_text (message);
  gboolean empty = text == NULL || *text == '\0';
  gboolean waits = empty && is_growing (message);

  lueur_markdown_view_set_text (self->words, text, is_growing (message));
  gtk_widget_set_visible (GTK_WIDGET (self->words), !empty);
  gtk_widget_set_visible (GTK_WIDGET (self->bubble), !empty || waits);
  if (waits && self->typing == NULL)
    {
      self->typing = lueur_typing_new ();
      gtk_box_append (self->bubble, self->typing);
    }
  else if (!waits && self->typing != NULL)
    {
      gtk_box_remove (self->bubble, self->typing);
      self->typing = NULL;
    }
}

static void
stop_ticking (LueurChatRow *self)
{
  if (self->tick > 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer data)
{
  LueurChatRow *self = LUEUR_CHAT_ROW (widget);
  gint64 now = gdk_frame_clock_get_frame_time (frame_clock);
  gsize tail = lueur_markdown_view_get_tail (self->words);
  gint64 interval = tail > HUGE_TAIL ? HUGE_TAIL_INTERVAL : tail > LONG_TAIL ? LONG_TAIL_INTERVAL : 0;

  if (now - self->painted_at < interval)
    return G_SOURCE_CONTINUE;
  self->painted_at = now;
  self->tick = 0;
  paint_words (self);
  return G_SOURCE_REMOVE;
}

static void
on_text (LueurChatRow *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

static void
paint_fault (LueurChatRow *self)
{
  LueurMessage *message = message_of (self);

  if (lueur_message_get_state (message) != LUEUR_MESSAGE_FAILED)
    {
      g_clear_pointer (&self->fault, gtk_widget_unparent);
      return;
    }
  if (self->fault == NULL)
    {
      self->fault = lueur_fault_box_new ();
      gtk_widget_insert_after (self->fault, GTK_WIDGET (self), GTK_WIDGET (self->bubble));
    }
  lueur_fault_box_set (LUEUR_FAULT_BOX (self->fault), lueur_message_get_error_code (message),
                       lueur_message_get_error_detail (message));
}

static void
paint_actions (LueurChatRow *self)
{
  LueurMessage *message = message_of (self);
  guint index, n_swipes;
  gboolean companion = lueur_message_get_role (message) == LUEUR_ROLE_COMPANION;
  gboolean newest = lueur_chat_item_get_newest (self->item);
  gboolean busy = self->session == NULL || lueur_chat_session_get_state (self->session) != LUEUR_SESSION_IDLE;
  /* A greeting answers nothing: there is no other one. */
  gboolean asked = companion ? lueur_message_get_parent_id (message) != 0
                             : lueur_message_get_role (message) == LUEUR_ROLE_USER;
  gboolean failed = lueur_message_get_state (message) == LUEUR_MESSAGE_FAILED;
  gboolean retry = asked && newest && !busy;
  /* Stopped before its first word there is nothing to copy, and nothing to think well or badly of. */
  gboolean said = *lueur_message_get_text (message) != '\0';
  gboolean judged = companion && said && !failed && !is_growing (message) && lueur_message_get_id (message) != 0;
  int thumb = lueur_message_get_thumb (message);
  GtkWidget *widget = GTK_WIDGET (self);

  g_object_get (message, "swipe-index", &index, "n-swipes", &n_swipes, NULL);
  gtk_widget_action_set_enabled (widget, "message.retry", retry);
  gtk_widget_action_set_enabled (widget, "message.previous", companion && !busy && index > 0);
  gtk_widget_action_set_enabled (widget, "message.next", companion && !busy && index + 1 < n_swipes);
  gtk_widget_action_set_enabled (widget, "message.copy", said);
  gtk_widget_action_set_enabled (widget, "message.like", judged);
  gtk_widget_action_set_enabled (widget, "message.dislike", judged);
  gtk_widget_action_set_enabled (widget, "message.account", companion && !is_growing (message));
  gtk_widget_action_set_enabled (widget, "message.delete", !busy && lueur_message_get_id (message) != 0);

  /* A failure has buttons of its own; a message of the person's has some only where no reply came to it. */
  if (n_swipes < 2 && (failed || (companion ? !newest && thumb == 0 : !retry)))
    {
      if (self->actions != NULL)
        adw_wrap_box_remove (self->footer, self->actions);
      self->actions = NULL;
      return;
    }
  if (self->actions == NULL)
    {
      self->actions = lueur_message_actions_new ();
      adw_wrap_box_append (self->footer, self->actions);
    }
  lueur_message_actions_set (LUEUR_MESSAGE_ACTIONS (self->actions), index, n_swipes, companion && said && newest && !failed,
                             !retry || failed ? NULL : companion ? _("Another Reply") : _("Ask for a Reply"));
  lueur_message_actions_set_thumb (LUEUR_MESSAGE_ACTIONS (self->actions), judged && (newest || thumb != 0), thumb);
}

static void
paint_footer (LueurChatRow *self)
{
  LueurMessage *message = message_of (self);
  gint64 when = lueur_message_get_created_at (message);
  g_autofree char *time = lueur_format_time (when, self->zone);
  g_autofree char *full = lueur_format_moment (when, self->zone);
  gboolean stopped = lueur_message_get_state (message) == LUEUR_MESSAGE_STOPPED;
  gboolean marked = lueur_reply_findings_has (message) && !is_growing (message);
  gboolean timed = lueur_chat_item_get_last (self->item) && lueur_message_get_role (message) != LUEUR_ROLE_SYSTEM;

  gtk_label_set_text (self->moment, time);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->moment), full);
  /* While a reply grows, the room below it is kept: what comes there when it ends moves nothing. */
  gtk_widget_set_child_visible (GTK_WIDGET (self->footer), !is_growing (message));
  gtk_widget_set_visible (GTK_WIDGET (self->moment), timed);
  gtk_label_set_text (self->note, !stopped                             ? ""
                                  : *lueur_message_get_text (message) != '\0' ? _("Stopped")
                                                                             : _("Stopped before the first word"));
  gtk_widget_set_visible (GTK_WIDGET (self->note), stopped);
  gtk_widget_set_visible (self->mark, marked);
  paint_actions (self);
  gtk_widget_set_visible (GTK_WIDGET (self->footer), timed || stopped || marked || self->actions != NULL);
}

static void
paint_classes (LueurChatRow *self)
{
  static const char *const senders[] = {
    [LUEUR_ROLE_SYSTEM] = "from-app",
    [LUEUR_ROLE_USER] = "from-user",
    [LUEUR_ROLE_COMPANION] = "from-companion",
  };
  LueurRole role = lueur_message_get_role (message_of (self));
  const char *classes[] = { "message", senders[role], NULL, NULL, NULL, NULL };
  guint n = 2;
  GtkAlign align = role == LUEUR_ROLE_USER        ? GTK_ALIGN_END
                   : role == LUEUR_ROLE_COMPANION ? GTK_ALIGN_START
                                                  : GTK_ALIGN_CENTER;

  if (lueur_chat_item_get_first (self->item))
    classes[n++] = "first";
  if (lueur_chat_item_get_found (self->item))
    classes[n++] = "found";
  if (lueur_chat_item_get_last (self->item))
    classes[n++] = "last";
  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
  gtk_widget_set_halign (GTK_WIDGET (self->bubble), align);
  gtk_widget_set_halign (GTK_WIDGET (self->footer), lueur_direction_align (GTK_WIDGET (self->footer), align));
}

/* Told when a message settles, not at each word: a screen reader follows the labels inside. */
static void
describe (LueurChatRow *self)
{
  LueurConversation *conversation =
      self->session != NULL ? lueur_chat_session_get_conversation (self->session) : NULL;
  LueurPersona *persona = conversation != NULL ? lueur_conversation_get_persona (conversation) : NULL;
  g_autofree char *words = lueur_chat_row_describe (
      message_of (self), persona != NULL ? lueur_persona_get_name (persona) : _("Companion"), self->zone);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
paint (LueurChatRow *self)
{
  if (message_of (self) == NULL)
    return;
  stop_ticking (self);
  paint_classes (self);
  paint_words (self);
  paint_fault (self);
  paint_footer (self);
  describe (self);
}

static void
on_surroundings (LueurChatRow *self)
{
  paint_classes (self);
  paint_footer (self);
}

static void
on_session_state (LueurChatRow *self)
{
  if (message_of (self) != NULL)
    paint_footer (self);
}

/* --- What can be done --------------------------------------------------------------------------- */

static void
on_copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurChatRow *self = LUEUR_CHAT_ROW (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), lueur_message_get_text (message_of (self)));
  lueur_toast (widget, _("Message copied"));
}

static void
on_retry (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurChatRow *self = LUEUR_CHAT_ROW (widget);

  if (self->session != NULL)
    lueur_chat_session_retry (self->session, message_of (self));
}

static void
on_judged (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurChatRow) self = LUEUR_CHAT_ROW (data);
  g_autoptr (GError) error = NULL;

  if (!lueur_library_set_opinion_finish (LUEUR_LIBRARY (source), result, &error))
    lueur_toast (GTK_WIDGET (self), lueur_error_text_for_error (error).sentence);
}

/* A second time takes it back; the first time asks why, and takes no answer as well. */
static void
on_judge (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurChatRow *self = LUEUR_CHAT_ROW (widget);
  LueurMessage *message = message_of (self);
  int thumb = g_str_has_suffix (action, "dislike") ? -1 : 1;
  gboolean back = lueur_message_get_thumb (message) == thumb;

  lueur_library_set_opinion_async (lueur_context_get_library (self->context), message, back ? 0 : thumb, NULL, NULL,
                                   NULL, on_judged, g_object_ref (self));
  if (!back && self->actions != NULL)
    lueur_opinion_popover_present (
        lueur_message_actions_get_thumb (LUEUR_MESSAGE_ACTIONS (self->actions), thumb), self->context, message);
}

static void
on_deleted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurChatRow) self = LUEUR_CHAT_ROW (data);
  g_autoptr (GError) error = NULL;
  gint64 id = lueur_library_delete_message_finish (LUEUR_LIBRARY (source), result, &error);
  GtkWidget *from = GTK_WIDGET (self);

  if (error != NULL)
    lueur_toast (from, lueur_error_text_for_error (error).sentence);
  else if (id != 0)
    lueur_toast_undo (from, _("Message moved to the bin"), "win.restore-message", g_variant_new_int64 (id));
}

static void
on_delete (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurChatRow *self = LUEUR_CHAT_ROW (widget);

  if (self->session != NULL)
    lueur_library_delete_message_async (lueur_context_get_library (self->context),
                                        lueur_chat_session_get_conversation (self->session), message_of (self), NULL,
                                        on_deleted, g_object_ref (self));
}

static void
on_swiped (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurChatRow) self = LUEUR_CHAT_ROW (data);
  g_autoptr (GError) error = NULL;

  if (!lueur_library_select_swipe_finish (LUEUR_LIBRARY (source), result, &error))
    lueur_toast (GTK_WIDGET (self), lueur_error_text_for_error (error).sentence);
}

static void
on_step (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurChatRow *self = LUEUR_CHAT_ROW (widget);

  if (self->session != NULL)
    lueur_library_select_swipe_async (lueur_context_get_library (self->context),
                                      lueur_chat_session_get_conversation (self->session), message_of (self),
                                      g_str_equal (action, "message.next") ? 1 : -1, NULL, on_swiped,
                                      g_object_ref (self));
}

static void
on_show_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  lueur_full_text_present (widget, lueur_message_get_text (message_of (LUEUR_CHAT_ROW (widget))));
}

static void
on_account (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurChatRow *self = LUEUR_CHAT_ROW (widget);

  LueurMessage *message = message_of (self);
  AdwDialog *dialog = lueur_reply_account_new (self->context, message);
  LueurConversation *conversation = self->session != NULL ? lueur_chat_session_get_conversation (self->session) : NULL;
  gboolean retry = lueur_chat_item_get_newest (self->item) && self->session != NULL &&
                   lueur_chat_session_get_state (self->session) == LUEUR_SESSION_IDLE;

  lueur_reply_findings_fill (LUEUR_REPLY_ACCOUNT (dialog), self->context, retry ? self->session : NULL,
                             conversation != NULL ? lueur_conversation_get_persona (conversation) : NULL, message);
  adw_dialog_present (dialog, widget);
}

static void
pop_up (LueurChatRow *self, const GdkRectangle *at)
{
  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (self->message_menu);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), at);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
pop_up_at (LueurChatRow *self, GtkGesture *gesture, double x, double y)
{
  GtkWidget *from = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  graphene_point_t point;

  if (gtk_widget_compute_point (from, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (x, y), &point))
    pop_up (self, &(GdkRectangle) { point.x, point.y, 1, 1 });
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_secondary_click (LueurChatRow *self, int n_press, double x, double y, GtkGesture *gesture)
{
  pop_up_at (self, gesture, x, y);
}

static void
on_long_press (LueurChatRow *self, double x, double y, GtkGesture *gesture)
{
  pop_up_at (self, gesture, x, y);
}

static void
on_menu (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurChatRow *self = LUEUR_CHAT_ROW (widget);
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (self->bubble), widget, &bounds))
    pop_up (self, &(GdkRectangle) { bounds.origin.x + 24, bounds.origin.y + bounds.size.height / 2, 1, 1 });
}

/* --- The widget --------------------------------------------------------------------------------- */

static void
lueur_chat_row_dispose (GObject *object)
{
  LueurChatRow *self = LUEUR_CHAT_ROW (object);

  stop_ticking (self);
  lueur_chat_row_set_item (self, NULL);
  lueur_chat_row_set_session (self, NULL);
  g_clear_object (&self->item_signals);
  g_clear_object (&self->message_signals);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->fault, gtk_widget_unparent);
  g_clear_object (&self->context);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_CHAT_ROW);
  lueur_widget_clear (GTK_WIDGET (self));

  G_OBJECT_CLASS (lueur_chat_row_parent_class)->dispose (object);
}

static void
lueur_chat_row_class_init (LueurChatRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lueur_chat_row_dispose;

  g_type_ensure (LUEUR_TYPE_MARKDOWN_VIEW);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ARTICLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/chat/chat-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurChatRow, bubble);
  gtk_widget_class_bind_template_child (widget_class, LueurChatRow, words);
  gtk_widget_class_bind_template_child (widget_class, LueurChatRow, footer);
  gtk_widget_class_bind_template_child (widget_class, LueurChatRow, moment);
  gtk_widget_class_bind_template_child (widget_class, LueurChatRow, note);
  gtk_widget_class_bind_template_child (widget_class, LueurChatRow, mark);
  gtk_widget_class_bind_template_child (widget_class, LueurChatRow, message_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_secondary_click);
  gtk_widget_class_bind_template_callback (widget_class, on_long_press);

  gtk_widget_class_install_action (widget_class, "message.copy", NULL, on_copy);
  gtk_widget_class_install_action (widget_class, "message.retry", NULL, on_retry);
  gtk_widget_class_install_action (widget_class, "message.like", NULL, on_judge);
  gtk_widget_class_install_action (widget_class, "message.dislike", NULL, on_judge);
  gtk_widget_class_install_action (widget_class, "message.delete", NULL, on_delete);
  gtk_widget_class_install_action (widget_class, "message.previous", NULL, on_step);
  gtk_widget_class_install_action (widget_class, "message.next", NULL, on_step);
  gtk_widget_class_install_action (widget_class, "message.show-all", NULL, on_show_all);
  gtk_widget_class_install_action (widget_class, "message.account", NULL, on_account);
  gtk_widget_class_install_action (widget_class, "message.menu", NULL, on_menu);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "message.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "message.menu", NULL);
}

static void
lueur_chat_row_init (LueurChatRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lueur_direction_wrap (self->footer);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);

  self->item_signals = g_signal_group_new (LUEUR_TYPE_CHAT_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "notify::first", G_CALLBACK (on_surroundings), self);
  g_signal_group_connect_swapped (self->item_signals, "notify::last", G_CALLBACK (on_surroundings), self);
  g_signal_group_connect_swapped (self->item_signals, "notify::newest", G_CALLBACK (on_surroundings), self);
  g_signal_group_connect_swapped (self->item_signals, "notify::found", G_CALLBACK (on_surroundings), self);

  self->message_signals = g_signal_group_new (LUEUR_TYPE_MESSAGE);
  g_signal_group_connect_swapped (self->message_signals, "notify::text", G_CALLBACK (on_text), self);
  g_signal_group_connect_swapped (self->message_signals, "notify::state", G_CALLBACK (paint), self);
  g_signal_group_connect_swapped (self->message_signals, "notify::error-code", G_CALLBACK (paint), self);
  g_signal_group_connect_swapped (self->message_signals, "notify::parent-id", G_CALLBACK (on_surroundings), self);
  g_signal_group_connect_swapped (self->message_signals, "notify::swipe-index", G_CALLBACK (on_surroundings), self);
  g_signal_group_connect_swapped (self->message_signals, "notify::n-swipes", G_CALLBACK (on_surroundings), self);
  g_signal_group_connect_swapped (self->message_signals, "notify::thumb", G_CALLBACK (on_surroundings), self);
  g_signal_group_connect_swapped (self->message_signals, "notify::findings", G_CALLBACK (on_surroundings), self);
  g_signal_group_connect_swapped (self->message_signals, "notify::id", G_CALLBACK (on_surroundings), self);
}

GtkWidget *
lueur_chat_row_new (LueurContext *context)
{
  LueurChatRow *self = g_object_new (LUEUR_TYPE_CHAT_ROW, NULL);

  self->context = g_object_ref (context);
  self->zone = lueur_clock_get_timezone (lueur_context_get_clock (context));
  return GTK_WIDGET (self);
}

/**
 * lueur_chat_row_set_item:
 * @item: (nullable): what to show
 */
void
lueur_chat_row_set_item (LueurChatRow *self, LueurChatItem *item)
{
  if (!g_set_object (&self->item, item))
    return;
  stop_ticking (self);
  self->painted_at = 0;
  g_signal_group_set_target (self->item_signals, item);
  g_signal_group_set_target (self->message_signals, message_of (self));
  paint (self);
}

/**
 * lueur_chat_row_set_session:
 * @session: (nullable): whom retry and swipes are asked of
 */
void
lueur_chat_row_set_session (LueurChatRow *self, LueurChatSession *session)
{
  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, on_session_state, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_swapped (session, "notify::state", G_CALLBACK (on_session_state), self);
}

LueurChatItem *
lueur_chat_row_get_item (LueurChatRow *self)
{
  return self->item;
}

char *
lueur_chat_row_describe (LueurMessage *message, const char *companion, GTimeZone *zone)
{
  g_autofree char *words = lueur_markdown_to_plain (lueur_message_get_text (message), 0);
  g_autofree char *time = lueur_format_time (lueur_message_get_created_at (message), zone);

  switch (lueur_message_get_role (message))
    {
    case LUEUR_ROLE_USER:
      /* Translators: what a screen reader says of a message: time, words */
      return g_strdup_printf (_("You, %s: %s"), time, words);
    case LUEUR_ROLE_COMPANION:
      if (is_growing (message))
        return g_strdup_printf (_("%s is writing"), companion);
      /* Translators: what a screen reader says of a message: companion's name, time, words */
      return g_strdup_printf (_("%s, %s: %s"), companion, time, words);
    case LUEUR_ROLE_SYSTEM:
    default:
      return g_steal_pointer (&words);
    }
}
