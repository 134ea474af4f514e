/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/window.h"

#include <glib/gi18n.h>

#include "lueur-config.h"
#include "ui/avatar/errands.h"
#include "ui/closures.h"
#include "ui/error-text.h"
#include "ui/library/actions.h"
#include "ui/link-question.h"
#include "ui/pages.h"
#include "ui/toast.h"
#include "ui/waiting.h"
#include "ui/welcome.h"
#include "ui/window-private.h"

/* A window appears with its conversation in it when that takes less than this (ms): one frame to draw instead of two,
 * and nothing that jumps. Later it appears with a spinner. */
#define CURTAIN_DELAY 200

typedef enum
{
  PROP_CONTEXT = 1,
  PROP_NARROW,
  PROP_CRAMPED,
  N_PROPS,
} LueurWindowProp;

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LueurWindow, lueur_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- Which page --------------------------------------------------------------------------------- */

static void open_context (LueurWindow *self);

static GtkWidget *
page_of (LueurWindow *self, GtkStack *stack, const char *name)
{
  gboolean made = gtk_stack_get_child_by_name (stack, name) == NULL;
  GtkWidget *page = lueur_pages_get (stack, "window-pages.ui", name);

  if (made && LUEUR_IS_START_FAILURE (page))
    g_signal_connect_object (page, "retry", G_CALLBACK (open_context), self, G_CONNECT_SWAPPED);
  return page;
}

static void
show_page (LueurWindow *self, GtkStack *stack, const char *name)
{
  gtk_stack_set_visible_child (stack, page_of (self, stack, name));
}

static gboolean
refocus (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer data)
{
  LueurWindow *self = LUEUR_WINDOW (widget);

  /* A page that moved is shown again a frame later. */
  if (self->focus != NULL && !gtk_widget_get_mapped (self->focus) && self->refocus_frames-- > 0)
    return G_SOURCE_CONTINUE;
  self->refocus = 0;
  if (self->focus != NULL && gtk_widget_get_mapped (self->focus))
    gtk_widget_grab_focus (self->focus);
  g_clear_weak_pointer (&self->focus);
  return G_SOURCE_REMOVE;
}

/* Where the layout changes, pages move and are out of sight for a frame: the focus is taken out first and put
 * back after, or it would land on whatever button comes next. */
static void
hold_focus (LueurWindow *self)
{
  if (self->refocus > 0)
    return;
  g_set_weak_pointer (&self->focus, gtk_window_get_focus (GTK_WINDOW (self)));
  self->refocus_frames = 6;
  self->refocus = gtk_widget_add_tick_callback (GTK_WIDGET (self), refocus, NULL, NULL);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

void
lueur_window_apply_layout (LueurWindow *self)
{
  gboolean collapsed = self->narrow || self->hidden;

  if (adw_navigation_split_view_get_collapsed (self->split) != collapsed)
    {
      hold_focus (self);
      adw_navigation_split_view_set_collapsed (self->split, collapsed);
    }
  if (self->narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  if (self->cramped)
    gtk_widget_add_css_class (GTK_WIDGET (self), "cramped");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "cramped");
}

/* In a wide window, going back to the list means having it beside the chat again. */
static void
on_show_content (LueurWindow *self)
{
  if (self->hidden && !self->narrow && !adw_navigation_split_view_get_show_content (self->split))
    {
      self->hidden = FALSE;
      lueur_window_apply_layout (self);
    }
}

static void
update_state (LueurWindow *self)
{
  LueurLibrary *library = lueur_context_get_library (self->context);
  gboolean nobody = g_list_model_get_n_items (lueur_library_get_personas (library)) == 0 &&
                    g_list_model_get_n_items (lueur_library_get_conversations (library)) == 0;
  const char *state = nobody ? "welcome" : "main";

  if (!self->ready || lueur_library_is_shown (self) ||
      g_strcmp0 (gtk_stack_get_visible_child_name (self->states), state) == 0)
    return;
  show_page (self, self->states, state);
  if (nobody)
    gtk_widget_grab_focus (page_of (self, self->states, state));
}

/* Below a conversation there is the button that sends: what is told for a moment stands above it. */
static void
place_toasts (LueurWindow *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->states), "main") == 0 &&
      g_strcmp0 (gtk_stack_get_visible_child_name (self->content), "chat") == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->toasts), "above-composer");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->toasts), "above-composer");
}

void
lueur_window_show_state (LueurWindow *self)
{
  /* Away from the library first: as long as it is shown, nothing takes its place. */
  gtk_stack_set_visible_child_name (self->states, "main");
  update_state (self);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->states), "main") == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-composer", NULL);
}

/* What is in the list where @position is now, or else before it; those with companions in the archive are not in it. (transfer
 * full) (nullable) */
static LueurConversation *
find_beside (GListModel *model, guint position)
{
  guint n = g_list_model_get_n_items (model);

  for (guint i = 0; i < n; i++)
    {
      guint at = i < n - MIN (position, n) ? position + i : n - 1 - i;
      g_autoptr (LueurConversation) item = g_list_model_get_item (model, at);

      if (!lueur_persona_get_archived (lueur_conversation_get_persona (item)))
        return g_steal_pointer (&item);
    }
  return NULL;
}

/* The open conversation may have gone to the bin: the one beside it takes its place, where the focus in the list is then. */
static void
on_conversations (LueurWindow *self, guint position, guint removed, guint added)
{
  GListModel *model = lueur_library_get_conversations (lueur_context_get_library (self->context));
  LueurConversation *open = lueur_chat_view_get_conversation (self->chat);
  guint n = g_list_model_get_n_items (model);

  update_state (self);
  for (guint i = 0; open != NULL && i < n; i++)
    {
      g_autoptr (LueurConversation) item = g_list_model_get_item (model, i);

      if (item == open)
        return;
    }
  if (open != NULL)
    {
      g_autoptr (LueurConversation) beside = find_beside (model, position);

      lueur_window_open (self, beside, FALSE);
    }
}

static void
on_selected (LueurWindow *self)
{
  LueurConversation *conversation = lueur_sidebar_get_selected (self->sidebar);

  if (conversation != NULL)
    lueur_window_open (self, conversation, FALSE);
}

void
lueur_window_open (LueurWindow *self, LueurConversation *conversation, gboolean enter)
{
  gboolean fresh = conversation != lueur_chat_view_get_conversation (self->chat);

  lueur_chat_view_set_conversation (self->chat, conversation);
  lueur_sidebar_set_selected (self->sidebar, conversation);
  lueur_wellbeing_set_companion (
      lueur_context_get_wellbeing (self->context),
      conversation != NULL ? lueur_persona_get_id (lueur_conversation_get_persona (conversation)) : 0);
  show_page (self, self->content, conversation != NULL ? "chat" : "nobody");
  lueur_window_update_actions (self);
  if (conversation == NULL)
    {
      adw_navigation_split_view_set_show_content (self->split, FALSE);
      return;
    }
  if (fresh)
    lueur_library_offer_review (self);
  if (fresh)
    g_object_set (lueur_context_get_settings (self->context), "conversation",
                  lueur_conversation_get_id (conversation), NULL);
  if (enter)
    {
      lueur_library_leave (self);
      adw_navigation_split_view_set_show_content (self->split, TRUE);
      gtk_widget_activate_action (GTK_WIDGET (self->chat), "chat.focus-composer", NULL);
    }
}

void
lueur_window_open_at (LueurWindow *self, LueurConversation *conversation, gint64 message)
{
  lueur_window_open (self, conversation, FALSE);
  lueur_library_leave (self);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  lueur_chat_view_show_message (self->chat, message);
}

/* --- A disk that refuses -------------------------------------------------------------------------- */

static void
on_write_failed (LueurWindow *self, const GError *error)
{
  if (self->trouble == NULL)
    {
      self->trouble = g_object_new (ADW_TYPE_BANNER, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL);
      adw_banner_set_use_markup (self->trouble, FALSE);
      adw_banner_set_button_label (self->trouble, _("_Try Again"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->trouble), "win.retry-writing");
      gtk_box_append (self->layout, GTK_WIDGET (self->trouble));
    }
  adw_banner_set_title (self->trouble, lueur_error_text_for_writing (error));
  adw_banner_set_revealed (self->trouble, TRUE);
}

static void
on_write_recovered (LueurWindow *self)
{
  if (self->trouble == NULL || !adw_banner_get_revealed (self->trouble))
    return;
  adw_banner_set_revealed (self->trouble, FALSE);
  lueur_toast (GTK_WIDGET (self->toasts), _("What you write is being saved again"));
}

/* --- Opening ------------------------------------------------------------------------------------ */

static void
show_spinner (gpointer data)
{
  LueurWindow *self = LUEUR_WINDOW (data);

  self->spinner = 0;
  show_page (self, self->states, "opening");
}

static void
raise_curtain (gpointer data)
{
  LueurWindow *self = LUEUR_WINDOW (data);

  self->curtain = 0;
  gtk_window_present (GTK_WINDOW (self));
}

static void
settle (LueurWindow *self)
{
  self->settled = TRUE;
  if (self->curtain == 0)
    return;
  g_clear_handle_id (&self->curtain, g_source_remove);
  gtk_window_present (GTK_WINDOW (self));
}

/* Settled once its messages are read. */
static void
settle_with (LueurWindow *self, LueurConversation *conversation)
{
  if (conversation == NULL || lueur_conversation_get_loaded (conversation))
    settle (self);
  else
    g_signal_connect_object (conversation, "notify::loaded", G_CALLBACK (settle), self, G_CONNECT_SWAPPED);
}

/* The conversation that was open last, or the latest. */
static void
reopen (LueurWindow *self)
{
  GListModel *model = lueur_library_get_conversations (lueur_context_get_library (self->context));
  g_autoptr (LueurConversation) first = g_list_model_get_item (model, 0);
  gint64 id;

  g_object_get (lueur_context_get_settings (self->context), "conversation", &id, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (LueurConversation) item = g_list_model_get_item (model, i);

      if (lueur_conversation_get_id (item) == id)
        {
          lueur_window_open (self, item, TRUE);
          settle_with (self, item);
          return;
        }
    }
  lueur_window_open (self, first, first != NULL);
  settle_with (self, first);
}

static void
list_conversations (LueurWindow *self)
{
  if (self->listed)
    return;
  self->listed = TRUE;
  lueur_sidebar_set_context (self->sidebar, self->context);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurWindow) self = LUEUR_WINDOW (data);
  LueurLibrary *library = lueur_context_get_library (self->context);
  g_autoptr (GError) error = NULL;
  gboolean opened = lueur_context_open_finish (LUEUR_CONTEXT (source), result, &error);

  g_clear_handle_id (&self->spinner, g_source_remove);
  /* Closed in the meantime. */
  if (self->split == NULL)
    return;
  if (!opened)
    {
      GtkWidget *failure = page_of (self, self->states, "failed");

      lueur_start_failure_set (LUEUR_START_FAILURE (failure), error, lueur_context_get_data_dir (self->context));
      gtk_stack_set_visible_child (self->states, failure);
      settle (self);
      gtk_widget_grab_focus (failure);
      return;
    }
  self->ready = TRUE;
  lueur_chat_view_set_context (self->chat, self->context);
  g_signal_connect_object (lueur_library_get_conversations (library), "items-changed", G_CALLBACK (on_conversations),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lueur_library_get_personas (library), "items-changed", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "write-failed", G_CALLBACK (on_write_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "write-recovered", G_CALLBACK (on_write_recovered), self, G_CONNECT_SWAPPED);
  lueur_window_update_actions (self);
  update_state (self);
  reopen (self);
  if (self->coming != NULL)
    {
      g_autoptr (GFile) file = g_steal_pointer (&self->coming);

      lueur_library_import_file (self, file);
    }
  if (self->link != NULL)
    {
      g_autofree char *uri = g_steal_pointer (&self->link);

      lueur_link_question_ask (self, uri);
    }
  /* Where there is a conversation to look at, the list beside it comes with the second frame. */
  if (!self->holding || lueur_chat_view_get_conversation (self->chat) == NULL)
    list_conversations (self);
}

static void
open_context (LueurWindow *self)
{
  self->spinner = g_timeout_add_once (CURTAIN_DELAY, show_spinner, self);
  g_source_set_name_by_id (self->spinner, "lueur-window-spinner");
  lueur_context_open_async (self->context, NULL, on_opened, g_object_ref (self));
}

/* --- The first frame ---------------------------------------------------------------------------- */

static void
let_errands_go (LueurWindow *self)
{
  if (!self->holding)
    return;
  self->holding = FALSE;
  lueur_errands_release ();
}

/* What took the focus before there was a window to see does not have it any more: GTK gives it to the first that can. */
static void
settle_focus (LueurWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (self->chat == NULL || lueur_chat_view_get_conversation (self->chat) == NULL || (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->chat))) ||
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (self->chat), "chat.focus-composer", NULL);
}

static void
on_painted (GdkFrameClock *frame_clock, LueurWindow *self)
{
  g_signal_handlers_disconnect_by_func (frame_clock, on_painted, self);
  let_errands_go (self);
  if (!self->ready)
    return;
  settle_focus (self);
  list_conversations (self);
}

static void
on_realize (LueurWindow *self)
{
  if (self->holding)
    g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (self)), "after-paint", G_CALLBACK (on_painted),
                             self, G_CONNECT_DEFAULT);
}

/* --- Time spent --------------------------------------------------------------------------------- */

static gboolean
on_event (GtkEventController *controller, GdkEvent *event, LueurWindow *self)
{
  LueurWellbeing *wellbeing = lueur_context_get_wellbeing (self->context);

  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_KEY_PRESS:
      lueur_wellbeing_note_input (wellbeing, TRUE);
      break;
    case GDK_MOTION_NOTIFY:
    case GDK_BUTTON_PRESS:
    case GDK_SCROLL:
    case GDK_TOUCH_BEGIN:
    case GDK_TOUCH_UPDATE:
      lueur_wellbeing_note_input (wellbeing, FALSE);
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
on_active (LueurWindow *self)
{
  gboolean active = gtk_window_is_active (GTK_WINDOW (self));

  lueur_wellbeing_set_focused (lueur_context_get_wellbeing (self->context), active);
  if (self->ready)
    lueur_chat_view_set_looked_at (self->chat, active);
}

/* --- The widget --------------------------------------------------------------------------------- */

static void
lueur_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurWindow *self = LUEUR_WINDOW (object);

  switch ((LueurWindowProp) id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_CRAMPED:
      g_value_set_boolean (value, self->cramped);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LueurWindow *self = LUEUR_WINDOW (object);

  switch ((LueurWindowProp) id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    case PROP_NARROW:
      if (self->narrow != g_value_get_boolean (value))
        {
          self->narrow = g_value_get_boolean (value);
          lueur_window_apply_layout (self);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case PROP_CRAMPED:
      if (self->cramped != g_value_get_boolean (value))
        {
          self->cramped = g_value_get_boolean (value);
          lueur_window_apply_layout (self);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_window_constructed (GObject *object)
{
  LueurWindow *self = LUEUR_WINDOW (object);
  GSettings *settings = lueur_settings_get_gsettings (lueur_context_get_settings (self->context));

  G_OBJECT_CLASS (lueur_window_parent_class)->constructed (object);

  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  if (g_str_equal (LUEUR_PROFILE, "development"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
  open_context (self);
}

static void
lueur_window_dispose (GObject *object)
{
  LueurWindow *self = LUEUR_WINDOW (object);

  let_errands_go (self);
  g_clear_handle_id (&self->curtain, g_source_remove);
  g_clear_handle_id (&self->spinner, g_source_remove);
  g_clear_handle_id (&self->tour, g_source_remove);
  g_clear_handle_id (&self->offer, g_source_remove);
  if (self->refocus > 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->refocus);
  self->refocus = 0;
  g_clear_weak_pointer (&self->focus);
  if (self->chat != NULL && self->ready)
    lueur_chat_view_set_conversation (self->chat, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_WINDOW);
  g_clear_pointer (&self->binned, g_hash_table_unref);
  g_clear_object (&self->coming);
  g_clear_pointer (&self->link, g_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (lueur_window_parent_class)->dispose (object);
}

static void
lueur_window_class_init (LueurWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lueur_window_get_property;
  object_class->set_property = lueur_window_set_property;
  object_class->constructed = lueur_window_constructed;
  object_class->dispose = lueur_window_dispose;

  props[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, LUEUR_TYPE_CONTEXT,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * LueurWindow:cramped:
   *
   * Narrow, and the text so large that a few words fill a line.
   */
  props[PROP_CRAMPED] = g_param_spec_boolean ("cramped", NULL, NULL, FALSE,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (LUEUR_TYPE_CHAT_VIEW);
  g_type_ensure (LUEUR_TYPE_SIDEBAR);
  g_type_ensure (LUEUR_TYPE_START_FAILURE);
  g_type_ensure (LUEUR_TYPE_WELCOME);
  g_type_ensure (LUEUR_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/window.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, LueurWindow, layout);
  gtk_widget_class_bind_template_child (widget_class, LueurWindow, states);
  gtk_widget_class_bind_template_child (widget_class, LueurWindow, split);
  gtk_widget_class_bind_template_child (widget_class, LueurWindow, content_page);
  gtk_widget_class_bind_template_child (widget_class, LueurWindow, content);
  gtk_widget_class_bind_template_child (widget_class, LueurWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, LueurWindow, chat);
  gtk_widget_class_bind_template_callback (widget_class, place_toasts);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_show_content);
  lueur_window_install_actions (widget_class);
}

static void
lueur_window_init (LueurWindow *self)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();

  self->binned = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  lueur_library_accept_drops (self);
  lueur_errands_hold ();
  self->holding = TRUE;
  g_signal_connect (self, "realize", G_CALLBACK (on_realize), NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  lueur_window_update_actions (self);

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect (events, "event", G_CALLBACK (on_event), self);
  gtk_widget_add_controller (GTK_WIDGET (self), events);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_active), NULL);
  g_signal_connect (self, "notify::current-breakpoint", G_CALLBACK (hold_focus), NULL);
}

/**
 * lueur_window_new:
 * @context: opened by the window, so that it can say what went wrong
 *
 * Returns: (transfer none): a window, owned by GTK
 */
LueurWindow *
lueur_window_new (AdwApplication *application, LueurContext *context)
{
  return g_object_new (LUEUR_TYPE_WINDOW, "application", application, "context", context, NULL);
}

/**
 * lueur_window_appear:
 *
 * Presents the window: at once when what it opens on is there, else as soon as it is, and after a fifth of a second
 * at the latest.
 */
void
lueur_window_appear (LueurWindow *self)
{
  if (self->settled || gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      gtk_window_present (GTK_WINDOW (self));
      return;
    }
  if (self->curtain != 0)
    return;
  self->curtain = g_timeout_add_once (CURTAIN_DELAY, raise_curtain, self);
  g_source_set_name_by_id (self->curtain, "lueur-window-curtain");
}

/**
 * lueur_window_open_file:
 * @file: a character card
 *
 * Shows what is in it, to be saved or not.
 */
void
lueur_window_open_file (LueurWindow *self, GFile *file)
{
  g_return_if_fail (LUEUR_IS_WINDOW (self) && G_IS_FILE (file));

  lueur_library_import_file (self, file);
}

/**
 * lueur_window_open_link:
 * @uri: of the scheme “lueur”
 *
 * Asks whether to do what it wants.
 */
void
lueur_window_open_link (LueurWindow *self, const char *uri)
{
  g_return_if_fail (LUEUR_IS_WINDOW (self) && uri != NULL);

  lueur_link_question_ask (self, uri);
}
