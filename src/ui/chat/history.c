/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/chat/history.h"

#include <adwaita.h>

#include "ui/chat/history-model.h"
#include "ui/chat/chat-row.h"
#include "ui/closures.h"
#include "ui/error-text.h"
#include "ui/toast.h"
#include "ui/widget.h"

/* So near the end (px) counts as being there. */
#define END_SLACK 24
/* A scroll goes on for so long after the hand let go (µs). */
#define HAND_TIME (1500 * G_TIME_SPAN_MILLISECOND)
/* Frames that the list gets to settle on its heights. */
#define SETTLE_FRAMES 12
/* So many more are shown each time that the top comes near. */
#define REVEAL_STEP 40
/* How long a message that was looked for is marked (ms). */
#define FOUND_TIME 2500

struct _LueurHistory
{
  GtkWidget parent_instance;

  LueurContext *context;
  LueurChatSession *session;
  LueurHistoryModel *model;
  GtkAdjustment *adjustment;
  GCancellable *loading; /* older messages are being read */
  GPtrArray *headers;    /* of GtkListHeader, those on screen */
  guint midnight;        /* timeout of the clock */
  guint reveal_idle;
  gboolean at_end;
  gboolean following; /* @adjustment changes because we follow the end */
  gint64 hand_at;     /* frame time when the person last scrolled */
  double read_value;  /* where the person reads, */
  double read_page;   /* while so much of it was in sight, */
  float read_origin;  /* from so far down in the window, */
  int read_width;     /* in so wide a column */
  gint64 sought;      /* id of a message that is on its way into sight; 0: none */
  LueurChatItem *aim; /* (nullable): it; kept in sight until the list has settled */
  LueurChatItem *found; /* (nullable): it is marked */
  guint found_end;    /* timeout */
  guint settle;       /* tick */
  int settle_frames;

  GtkWidget *scroller;
  GtkListView *list;
  GtkRevealer *jump_revealer;
  GtkButton *jump;
};

typedef enum
{
  PROP_AT_END = 1,
  N_PROPS,
} LueurHistoryProp;

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LueurHistory, lueur_history, GTK_TYPE_WIDGET)

/* --- Staying at the end ------------------------------------------------------------------------- */

static gboolean
is_scrollable (LueurHistory *self)
{
  return gtk_adjustment_get_upper (self->adjustment) > gtk_adjustment_get_page_size (self->adjustment) + 1;
}

static void
set_at_end (LueurHistory *self, gboolean at_end)
{
  if (!at_end)
    gtk_button_set_icon_name (self->jump, "go-bottom-symbolic");
  gtk_revealer_set_reveal_child (self->jump_revealer, !at_end && is_scrollable (self));
  gtk_widget_set_can_target (GTK_WIDGET (self->jump_revealer), !at_end);
  if (self->at_end == at_end)
    return;
  self->at_end = at_end;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_AT_END]);
}

static void
follow_end (LueurHistory *self)
{
  double end = gtk_adjustment_get_upper (self->adjustment) - gtk_adjustment_get_page_size (self->adjustment);

  if (ABS (gtk_adjustment_get_value (self->adjustment) - end) < 0.5)
    return;
  self->following = TRUE;
  gtk_adjustment_set_value (self->adjustment, end);
  self->following = FALSE;
}

static guint
find_item (LueurHistory *self, LueurChatItem *item)
{
  GListModel *model = G_LIST_MODEL (self->model);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (LueurChatItem) other = g_list_model_get_item (model, i);

      if (other == item)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
take_aim (LueurHistory *self)
{
  guint position = find_item (self, self->aim);

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_FOCUS, NULL);
}

/* What was looked for is in sight, and has the focus. */
static void
arrive (LueurHistory *self)
{
  double end = gtk_adjustment_get_upper (self->adjustment) - gtk_adjustment_get_page_size (self->adjustment);

  g_clear_object (&self->aim);
  set_at_end (self, !is_scrollable (self) || gtk_adjustment_get_value (self->adjustment) >= end - END_SLACK);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->list)))
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* The list guesses heights until its rows are measured, and moves what is shown when it learns better. */
static gboolean
on_settle (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer data)
{
  LueurHistory *self = LUEUR_HISTORY (widget);

  if (self->aim != NULL)
    take_aim (self);
  else if (self->at_end)
    follow_end (self);
  if ((self->at_end || self->aim != NULL) && --self->settle_frames > 0)
    return G_SOURCE_CONTINUE;
  if (self->aim != NULL)
    arrive (self);
  self->settle = 0;
  return G_SOURCE_REMOVE;
}

static void
settle (LueurHistory *self)
{
  self->settle_frames = SETTLE_FRAMES;
  if (self->settle == 0)
    self->settle = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_settle, NULL, NULL);
}

static gint64
frame_time (LueurHistory *self)
{
  GdkFrameClock *frame_clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  return frame_clock != NULL ? gdk_frame_clock_get_frame_time (frame_clock) : 0;
}

/* The person scrolls: nothing else leaves the end. */
static void
on_hand (LueurHistory *self)
{
  self->hand_at = frame_time (self);
  self->sought = 0;
  g_clear_object (&self->aim);
}

static gboolean
on_scroll_event (GtkEventController *controller, GdkEvent *event, LueurHistory *self)
{
  GdkModifierType state = gdk_event_get_modifier_state (event);

  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_SCROLL:
    case GDK_TOUCH_UPDATE:
    case GDK_KEY_PRESS:
      on_hand (self);
      break;
    case GDK_MOTION_NOTIFY:
      if (state & GDK_BUTTON1_MASK)
        on_hand (self);
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

static gboolean reveal_now (gpointer data);
static void seek (LueurHistory *self);

static void
maybe_show_older (LueurHistory *self)
{
  double value = gtk_adjustment_get_value (self->adjustment);
  double page = gtk_adjustment_get_page_size (self->adjustment);

  /* In sight before there is anything to show: the disk is slow. */
  if (self->model == NULL)
    return;
  if (page <= 1 || value > page || self->reveal_idle > 0)
    return;
  /* The list is being laid out, or scrolled: it changes after that. */
  self->reveal_idle = g_idle_add (reveal_now, self);
  g_source_set_name_by_id (self->reveal_idle, "lueur-history-reveal");
}

static void
on_older_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurHistory) self = LUEUR_HISTORY (data);
  g_autoptr (GError) error = NULL;
  gboolean loaded = lueur_library_load_finish (LUEUR_LIBRARY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->loading);
  if (loaded && self->sought != 0)
    seek (self);
  else if (loaded)
    maybe_show_older (self);
  else
    {
      /* What is read later, for another reason, leads nowhere. */
      self->sought = 0;
      lueur_toast (GTK_WIDGET (self), lueur_error_text_for_reading (error));
    }
}

/* Whether there is more to come. */
static gboolean
load_older (LueurHistory *self)
{
  LueurConversation *conversation = lueur_chat_session_get_conversation (self->session);

  if (self->loading != NULL)
    return TRUE;
  if (!lueur_conversation_get_has_older (conversation))
    return FALSE;
  self->loading = g_cancellable_new ();
  lueur_library_load_async (lueur_context_get_library (self->context), conversation, TRUE, self->loading,
                            on_older_loaded, g_object_ref (self));
  return TRUE;
}

static gboolean
reveal_now (gpointer data)
{
  LueurHistory *self = LUEUR_HISTORY (data);

  self->reveal_idle = 0;
  if (lueur_history_model_reveal (self->model, REVEAL_STEP) == 0 && self->session != NULL)
    load_older (self);
  return G_SOURCE_REMOVE;
}

/* --- What was looked for ------------------------------------------------------------------------- */

static void
end_found (LueurHistory *self)
{
  g_clear_handle_id (&self->found_end, g_source_remove);
  if (self->found != NULL)
    lueur_chat_item_set_found (self->found, FALSE);
  g_clear_object (&self->found);
}

static void
on_found_end (gpointer data)
{
  LueurHistory *self = LUEUR_HISTORY (data);

  self->found_end = 0;
  end_found (self);
}

static void
show_found (LueurHistory *self, guint position)
{
  guint hidden = lueur_history_model_get_n_hidden (self->model);
  g_autoptr (LueurChatItem) item = NULL;

  /* With some of what was said before. */
  if (position < hidden + REVEAL_STEP / 4)
    hidden -= lueur_history_model_reveal (self->model, hidden + REVEAL_STEP / 4 - position);
  item = g_list_model_get_item (G_LIST_MODEL (self->model), position - hidden);
  if (item == NULL)
    return;
  end_found (self);
  self->found = g_object_ref (item);
  lueur_chat_item_set_found (item, TRUE);
  self->found_end = g_timeout_add_once (FOUND_TIME, on_found_end, self);
  g_source_set_name_by_id (self->found_end, "lueur-history-found");
  set_at_end (self, FALSE);
  g_set_object (&self->aim, item);
  settle (self);
  take_aim (self);
}

/* From the latest to the earliest; older ones are read until it comes. */
static void
seek (LueurHistory *self)
{
  GListModel *messages = lueur_history_model_get_messages (self->model);

  for (guint i = messages != NULL ? g_list_model_get_n_items (messages) : 0; i > 0; i--)
    {
      g_autoptr (LueurMessage) message = g_list_model_get_item (messages, i - 1);

      if (lueur_message_get_id (message) == self->sought)
        {
          self->sought = 0;
          show_found (self, i - 1);
          return;
        }
    }
  if (self->session == NULL || !load_older (self))
    self->sought = 0;
}

static float
get_origin (LueurHistory *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  graphene_point_t origin;

  if (root == NULL || !gtk_widget_compute_point (self->scroller, GTK_WIDGET (root), graphene_point_zero (), &origin))
    return 0;
  return origin.y;
}

/* A card that comes below, or a line above, takes some of the height away. By itself the list would keep its middle in sight;
 * what somebody reads keeps its place in the window. */
static void
keep_place (LueurHistory *self)
{
  double page = gtk_adjustment_get_page_size (self->adjustment);
  float origin = get_origin (self);
  int width = gtk_widget_get_width (self->scroller);

  /* Where lines break anew, the list knows better what stood where. */
  if (self->read_page != page && self->read_width == width && self->read_page > 1 && !self->at_end)
    {
      self->following = TRUE;
      gtk_adjustment_set_value (self->adjustment, self->read_value + (origin - self->read_origin));
      self->following = FALSE;
    }
  self->read_page = page;
  self->read_origin = origin;
  self->read_width = width;
  self->read_value = gtk_adjustment_get_value (self->adjustment);
}

/* The list or the window changed size. */
static void
on_bounds (LueurHistory *self)
{
  keep_place (self);
  if (self->at_end)
    {
      follow_end (self);
      settle (self);
      gtk_revealer_set_reveal_child (self->jump_revealer, FALSE);
    }
  maybe_show_older (self);
}

static void
on_value (LueurHistory *self)
{
  double value = gtk_adjustment_get_value (self->adjustment);
  double page = gtk_adjustment_get_page_size (self->adjustment);
  double end = gtk_adjustment_get_upper (self->adjustment) - page;

  if (page == self->read_page)
    self->read_value = value;
  if (!self->following && (value >= end - END_SLACK || frame_time (self) - self->hand_at < HAND_TIME))
    set_at_end (self, value >= end - END_SLACK);
  else if (!self->following && self->at_end)
    settle (self);
  maybe_show_older (self);
}

static void
on_to_end (GtkWidget *widget, const char *action, GVariant *parameter)
{
  lueur_history_scroll_to_end (LUEUR_HISTORY (widget));
}

/* --- Rows and days ------------------------------------------------------------------------------ */

static void
on_row_setup (GtkSignalListItemFactory *factory, GtkListItem *item, LueurHistory *self)
{
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  /* The row itself takes the focus, so that its keys work. */
  gtk_list_item_set_focusable (item, FALSE);
  gtk_list_item_set_child (item, lueur_chat_row_new (self->context));
}

static void
on_row_bind (GtkSignalListItemFactory *factory, GtkListItem *item, LueurHistory *self)
{
  LueurChatRow *row = LUEUR_CHAT_ROW (gtk_list_item_get_child (item));

  lueur_chat_row_set_session (row, self->session);
  lueur_chat_row_set_item (row, gtk_list_item_get_item (item));
}

static void
on_row_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, LueurHistory *self)
{
  LueurChatRow *row = LUEUR_CHAT_ROW (gtk_list_item_get_child (item));

  lueur_chat_row_set_item (row, NULL);
  lueur_chat_row_set_session (row, NULL);
}

static void
fill_header (LueurHistory *self, GtkListHeader *header)
{
  LueurChatItem *item = gtk_list_header_get_item (header);
  LueurClock *clock = lueur_context_get_clock (self->context);
  g_autoptr (GTimeZone) zone = lueur_clock_get_timezone (clock);
  g_autofree char *day = NULL;

  if (item == NULL)
    return;
  day = lueur_format_day (lueur_message_get_created_at (lueur_chat_item_get_message (item)),
                          lueur_clock_get_wall (clock), zone);
  gtk_label_set_text (GTK_LABEL (gtk_list_header_get_child (header)), day);
}

static void
on_header_setup (GtkSignalListItemFactory *factory, GtkListHeader *header, LueurHistory *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "day");
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_set_halign (label, GTK_ALIGN_CENTER);
  gtk_list_header_set_child (header, label);
}

static void
on_header_bind (GtkSignalListItemFactory *factory, GtkListHeader *header, LueurHistory *self)
{
  g_ptr_array_add (self->headers, header);
  fill_header (self, header);
}

static void
on_header_unbind (GtkSignalListItemFactory *factory, GtkListHeader *header, LueurHistory *self)
{
  g_ptr_array_remove_fast (self->headers, header);
}

static void on_midnight (gpointer data);

/* "Today" is another day after midnight, and after travelling. */
static void
arm_midnight (LueurHistory *self)
{
  LueurClock *clock = lueur_context_get_clock (self->context);
  g_autoptr (GDateTime) now = lueur_clock_get_local (clock);
  guint seconds = g_date_time_get_hour (now) * 3600 + g_date_time_get_minute (now) * 60 + g_date_time_get_second (now);

  /* At most an hour: a suspended machine's clock would be late. */
  self->midnight = lueur_clock_add_timeout (clock, MIN (86401 - seconds, 3600) * 1000, on_midnight, self);
}

static void
on_midnight (gpointer data)
{
  LueurHistory *self = LUEUR_HISTORY (data);

  lueur_history_model_update_days (self->model);
  for (guint i = 0; i < self->headers->len; i++)
    fill_header (self, g_ptr_array_index (self->headers, i));
  arm_midnight (self);
}

/* --- The widget --------------------------------------------------------------------------------- */

static void
lueur_history_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurHistory *self = LUEUR_HISTORY (object);

  switch ((LueurHistoryProp) id)
    {
    case PROP_AT_END:
      g_value_set_boolean (value, self->at_end);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_history_dispose (GObject *object)
{
  LueurHistory *self = LUEUR_HISTORY (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_handle_id (&self->reveal_idle, g_source_remove);
  end_found (self);
  g_clear_object (&self->aim);
  if (self->settle > 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->settle);
  self->settle = 0;
  if (self->midnight > 0)
    lueur_clock_remove_timeout (lueur_context_get_clock (self->context), self->midnight);
  self->midnight = 0;
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_clear_object (&self->adjustment);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_HISTORY);
  lueur_widget_clear (GTK_WIDGET (self));
  g_clear_object (&self->model);
  g_clear_object (&self->session);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (lueur_history_parent_class)->dispose (object);
}

static void
lueur_history_finalize (GObject *object)
{
  LueurHistory *self = LUEUR_HISTORY (object);

  g_clear_pointer (&self->headers, g_ptr_array_unref);

  G_OBJECT_CLASS (lueur_history_parent_class)->finalize (object);
}

static void
lueur_history_class_init (LueurHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lueur_history_get_property;
  object_class->dispose = lueur_history_dispose;
  object_class->finalize = lueur_history_finalize;

  props[PROP_AT_END] = g_param_spec_boolean ("at-end", NULL, NULL, TRUE,
                                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/chat/history.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurHistory, scroller);
  gtk_widget_class_bind_template_child (widget_class, LueurHistory, list);
  gtk_widget_class_bind_template_child (widget_class, LueurHistory, jump_revealer);
  gtk_widget_class_bind_template_child (widget_class, LueurHistory, jump);
  gtk_widget_class_install_action (widget_class, "history.to-end", NULL, on_to_end);
}

static void
lueur_history_init (LueurHistory *self)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();

  self->at_end = TRUE;
  self->hand_at = G_MININT64 / 2;
  self->headers = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect (events, "event", G_CALLBACK (on_scroll_event), self);
  gtk_widget_add_controller (self->scroller, events);
  g_signal_connect_swapped (self->scroller, "scroll-child", G_CALLBACK (on_hand), self);

  self->adjustment = g_object_ref (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)));
  g_signal_connect_swapped (self->adjustment, "changed", G_CALLBACK (on_bounds), self);
  g_signal_connect_swapped (self->adjustment, "value-changed", G_CALLBACK (on_value), self);
}

/**
 * lueur_history_set_context:
 * @context: once, before anything is shown
 */
void
lueur_history_set_context (LueurHistory *self, LueurContext *context)
{
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) headers = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) selection = NULL;

  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  self->model = lueur_history_model_new (lueur_context_get_clock (context));

  g_signal_connect_object (rows, "setup", G_CALLBACK (on_row_setup), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (rows, "bind", G_CALLBACK (on_row_bind), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (rows, "unbind", G_CALLBACK (on_row_unbind), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (headers, "setup", G_CALLBACK (on_header_setup), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (headers, "bind", G_CALLBACK (on_header_bind), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (headers, "unbind", G_CALLBACK (on_header_unbind), self, G_CONNECT_DEFAULT);
  gtk_list_view_set_factory (self->list, rows);
  gtk_list_view_set_header_factory (self->list, headers);

  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->model))));
  gtk_list_view_set_model (self->list, selection);
  arm_midnight (self);
}

/**
 * lueur_history_set_session:
 * @session: (nullable): whose conversation is shown, from its end
 */
void
lueur_history_set_session (LueurHistory *self, LueurChatSession *session)
{
  if (self->session == session)
    return;
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->sought = 0;
  end_found (self);
  lueur_history_model_set_messages (self->model, NULL);
  g_set_object (&self->session, session);
  if (session != NULL)
    lueur_history_model_set_messages (self->model, G_LIST_MODEL (lueur_chat_session_get_conversation (session)));
  lueur_history_scroll_to_end (self);
}

/**
 * lueur_history_scroll_to_end:
 *
 * Shows what was said last, and stays there.
 */
void
lueur_history_scroll_to_end (LueurHistory *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  self->hand_at = G_MININT64 / 2;
  g_clear_object (&self->aim);
  set_at_end (self, TRUE);
  settle (self);
  if (n > 0)
    gtk_list_view_scroll_to (self->list, n - 1, GTK_LIST_SCROLL_NONE, NULL);
  follow_end (self);
}

gboolean
lueur_history_get_at_end (LueurHistory *self)
{
  return self->at_end;
}

/**
 * lueur_history_show_message:
 * @id: of a message of the conversation that is shown
 *
 * Reads older messages until it is there, scrolls to it, gives it the focus and marks it for a moment. A scroll of the person’s
 * own ends it.
 */
void
lueur_history_show_message (LueurHistory *self, gint64 id)
{
  g_return_if_fail (LUEUR_IS_HISTORY (self) && id != 0);

  self->sought = id;
  seek (self);
}
