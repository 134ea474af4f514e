/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/chat/chat-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/chat/composer.h"
#include "ui/chat/history.h"
#include "ui/chat/link-dialog.h"
#include "ui/chat/markdown.h"
#include "ui/closures.h"
#include "ui/error-text.h"
#include "ui/menu-button.h"
#include "ui/pages.h"
#include "ui/toast.h"
#include "ui/wellbeing/age-line.h"
#include "ui/wellbeing/crisis-card.h"
#include "ui/wellbeing/notice-row.h"
#include "ui/wellbeing/nudge-banner.h"
#include "ui/widget.h"
#include "ui/window.h"

/* A conversation that is read faster than this shows no spinner (ms). */
#define SPINNER_DELAY 250
/* How long the window is out of sight before the companion looks away (ms). */
#define AWAY_DELAY 45000
/* How lively the face is while the day winds down, as a share. */
#define WINDING_DOWN 0.35
/* So much of a reply is spoken by itself (characters); all of it stands in the list. */
#define SPOKEN_MAX 2000

struct _LueurChatView
{
  GtkWidget parent_instance;

  LueurContext *context;
  LueurConversation *conversation;
  LueurChatSession *session;
  GHashTable *sessions; /* LueurConversation -> LueurChatSession: the shown one, and those still busy */
  GCancellable *loading;
  guint spinner;
  guint away; /* timeout of the clock */
  gboolean is_away;
  gboolean looked_at;
  gint64 sought;     /* id of a message to go to once it is read; 0: none */
  gboolean replying; /* a reply is on its way into the conversation that is shown */
  LueurPaneShape shape;

  AdwWindowTitle *title;
  GtkMenuButton *menu_button;
  GMenuModel *conversation_menu;
  GtkWidget *notice;
  AdwClamp *care_place;
  GtkWidget *help;
  AdwClamp *age_place;
  AdwClamp *nudge_place;
  GtkWidget *note_place; /* (nullable): made with its note */
  GtkBox *body;
  GtkWidget *chat;
  GtkStack *stack;
  LueurHistory *history;
  LueurComposer *composer;
  LueurCompanionPane *pane;
};

typedef enum
{
  PROP_CONVERSATION = 1,
  PROP_SHAPE,
  N_PROPS,
} LueurChatViewProp;

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LueurChatView, lueur_chat_view, GTK_TYPE_WIDGET)

static LueurAvatar *
face (LueurChatView *self)
{
  return lueur_companion_pane_get_avatar (self->pane);
}

/* --- The face ----------------------------------------------------------------------------------- */

/* Towards the text being written, in the face's own box. */
static void
look_at_composer (LueurChatView *self)
{
  GtkWidget *avatar = GTK_WIDGET (face (self));
  float width = gtk_widget_get_width (avatar), height = gtk_widget_get_height (avatar);
  graphene_rect_t bounds;

  if (width < 1 || height < 1 || !gtk_widget_compute_bounds (GTK_WIDGET (self->composer), avatar, &bounds))
    return;
  lueur_avatar_look_at (face (self),
                        CLAMP ((bounds.origin.x + bounds.size.width / 2 - width / 2) / width, -1, 1),
                        CLAMP ((bounds.origin.y + bounds.size.height / 2 - height / 2) / height, -1, 1));
}

static void
update_face (LueurChatView *self)
{
  LueurSessionState state = self->session != NULL ? lueur_chat_session_get_state (self->session) : LUEUR_SESSION_IDLE;
  gboolean writing = lueur_composer_get_writing (self->composer);
  LueurCare *care = lueur_context_get_care (self->context);
  /* Who spoke of danger, or looks for somebody to call, does not find a face that dozes. */
  gboolean dozing = self->is_away && !lueur_care_get_calm (care) && !lueur_care_get_card (care);
  const char *status = "";
  LueurAvatarState shown;

  switch (state)
    {
    case LUEUR_SESSION_WAITING:
      shown = LUEUR_AVATAR_THINKING;
      status = _("Thinking…");
      break;
    case LUEUR_SESSION_STREAMING:
      shown = LUEUR_AVATAR_SPEAKING;
      status = _("Writing…");
      break;
    case LUEUR_SESSION_IDLE:
    default:
      shown = dozing ? LUEUR_AVATAR_AWAY : writing ? LUEUR_AVATAR_ATTENTIVE : LUEUR_AVATAR_RESTING;
    }
  lueur_avatar_set_state (face (self), shown);
  lueur_companion_pane_set_status (self->pane, status);
  if (shown == LUEUR_AVATAR_ATTENTIVE)
    look_at_composer (self);
  else
    lueur_avatar_look_at (face (self), 0, 0);
}

static void
on_delta (LueurChatSession *session, const char *text, LueurChatView *self)
{
  lueur_avatar_speak (face (self), text);
}

static void
on_feeling (LueurChatSession *session, const LueurFeeling *feeling, LueurChatView *self)
{
  LueurFeeling calm;

  /* A face that keeps still and looks is all that is wanted now. */
  if (lueur_care_get_calm (lueur_context_get_care (self->context)))
    {
      lueur_feeling_init (&calm);
      feeling = &calm;
    }
  lueur_avatar_set_feeling (face (self), feeling);
}

/* The face answers what the person feels: it does not mirror it, anger least of all. */
static void
on_concern (LueurChatSession *session, const LueurFeeling *heard, LueurChatView *self)
{
  lueur_avatar_hear (face (self), heard);
}

static void
on_away (gpointer data)
{
  LueurChatView *self = LUEUR_CHAT_VIEW (data);

  self->away = 0;
  self->is_away = TRUE;
  update_face (self);
}

/* From now on it takes its time again to look away. */
static void
stay_awake (LueurChatView *self)
{
  LueurClock *clock = lueur_context_get_clock (self->context);

  if (self->away > 0)
    lueur_clock_remove_timeout (clock, self->away);
  self->away = self->looked_at ? 0 : lueur_clock_add_timeout (clock, AWAY_DELAY, on_away, self);
  self->is_away = FALSE;
}

/* The person asked for it: the face dims and slows once the day's goal is reached. One click brings it back. */
static void
on_wind_down (LueurChatView *self)
{
  gboolean slow = lueur_wellbeing_get_wind_down (lueur_context_get_wellbeing (self->context));
  double liveliness = lueur_settings_get_liveliness (lueur_context_get_settings (self->context));

  if (slow)
    gtk_widget_add_css_class (GTK_WIDGET (self->pane), "winding-down");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->pane), "winding-down");
  g_object_set (face (self), "liveliness", slow ? liveliness * WINDING_DOWN : liveliness, NULL);
}

/* --- Sessions ----------------------------------------------------------------------------------- */

static void
on_scripted (LueurChatView *self)
{
  lueur_companion_pane_set_scripted (self->pane,
                                     self->session != NULL && lueur_chat_session_get_scripted (self->session));
}

/* A screen reader hears of a reply once: when all of it is there, and only where somebody is. */
static void
speak_reply (LueurChatView *self)
{
  LueurMessage *last = lueur_conversation_get_last (self->conversation);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *plain = NULL, *words = NULL;

  if (last == NULL || lueur_message_get_role (last) != LUEUR_ROLE_COMPANION ||
      lueur_message_get_state (last) != LUEUR_MESSAGE_COMPLETE || !GTK_IS_WINDOW (root) ||
      !gtk_window_is_active (GTK_WINDOW (root)))
    return;
  plain = lueur_markdown_to_plain (lueur_message_get_text (last), SPOKEN_MAX);
  /* Translators: what a screen reader says when a reply is there: a companion's name, and the reply */
  words = g_strdup_printf (_("%s: %s"), lueur_persona_get_name (lueur_conversation_get_persona (self->conversation)), plain);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
on_state (LueurChatView *self)
{
  gboolean busy = lueur_chat_session_get_state (self->session) != LUEUR_SESSION_IDLE;

  if (self->replying && !busy)
    {
      speak_reply (self);
      /* Whoever comes back to read it is looked at. */
      stay_awake (self);
    }
  self->replying = busy;
  lueur_composer_set_busy (self->composer, busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chat.stop", busy);
  update_face (self);
}

/* A reply ended in a conversation that is not looked at: nobody needs its session any more. */
static void
on_any_state (LueurChatSession *session, GParamSpec *pspec, LueurChatView *self)
{
  GHashTableIter iter;
  gpointer value;
  gboolean streaming = FALSE;

  g_hash_table_iter_init (&iter, self->sessions);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (lueur_chat_session_get_state (value) != LUEUR_SESSION_IDLE)
      streaming = TRUE;
  lueur_wellbeing_set_streaming (lueur_context_get_wellbeing (self->context), streaming);

  if (session != self->session && lueur_chat_session_get_state (session) == LUEUR_SESSION_IDLE)
    g_hash_table_remove (self->sessions, lueur_chat_session_get_conversation (session));
}

static void
drop_session (gpointer data)
{
  g_autoptr (LueurChatSession) session = data;

  g_signal_handlers_disconnect_matched (session, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, on_any_state, NULL);
}

static void
leave_session (LueurChatView *self)
{
  if (self->session == NULL)
    return;
  g_signal_handlers_disconnect_by_func (self->session, on_delta, self);
  g_signal_handlers_disconnect_by_func (self->session, on_feeling, self);
  g_signal_handlers_disconnect_by_func (self->session, on_concern, self);
  g_signal_handlers_disconnect_by_func (self->session, on_state, self);
  g_signal_handlers_disconnect_by_func (self->session, on_scripted, self);
  self->replying = FALSE;
  lueur_history_set_session (self->history, NULL);
  if (lueur_chat_session_get_state (self->session) == LUEUR_SESSION_IDLE)
    g_hash_table_remove (self->sessions, self->conversation);
  self->session = NULL;
}

static void
enter_session (LueurChatView *self)
{
  LueurFeeling calm;

  self->session = g_hash_table_lookup (self->sessions, self->conversation);
  if (self->session == NULL)
    {
      self->session = lueur_chat_session_new (self->context, self->conversation);
      g_signal_connect (self->session, "notify::state", G_CALLBACK (on_any_state), self);
      g_hash_table_insert (self->sessions, g_object_ref (self->conversation), self->session);
    }
  g_signal_connect (self->session, "delta", G_CALLBACK (on_delta), self);
  g_signal_connect (self->session, "feeling", G_CALLBACK (on_feeling), self);
  g_signal_connect (self->session, "concern", G_CALLBACK (on_concern), self);
  g_signal_connect_swapped (self->session, "notify::state", G_CALLBACK (on_state), self);
  g_signal_connect_swapped (self->session, "notify::scripted", G_CALLBACK (on_scripted), self);
  lueur_feeling_init (&calm);
  lueur_avatar_set_feeling (face (self), &calm);
  lueur_history_set_session (self->history, self->session);
  gtk_stack_set_visible_child_name (self->stack, "messages");
  gtk_widget_set_sensitive (GTK_WIDGET (self->composer), TRUE);
  on_scripted (self);
  on_state (self);
  if (self->sought != 0)
    lueur_history_show_message (self->history, self->sought);
  self->sought = 0;
}

/* --- Reading ------------------------------------------------------------------------------------ */

static void
show_spinner (gpointer data)
{
  LueurChatView *self = LUEUR_CHAT_VIEW (data);

  self->spinner = 0;
  gtk_stack_set_visible_child (self->stack, lueur_pages_get (self->stack, "chat/chat-pages.ui", "loading"));
}

static void
stop_loading (LueurChatView *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_handle_id (&self->spinner, g_source_remove);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurChatView) self = LUEUR_CHAT_VIEW (data);
  g_autoptr (GError) error = NULL;
  gboolean loaded = lueur_library_load_finish (LUEUR_LIBRARY (source), result, &error);
  GtkWidget *failed;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  stop_loading (self);
  if (loaded)
    {
      enter_session (self);
      return;
    }
  failed = lueur_pages_get (self->stack, "chat/chat-pages.ui", "failed");
  adw_status_page_set_description (ADW_STATUS_PAGE (failed), lueur_error_text_for_reading (error));
  gtk_stack_set_visible_child (self->stack, failed);
}

static void
load (LueurChatView *self)
{
  if (lueur_conversation_get_loaded (self->conversation))
    {
      enter_session (self);
      return;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->composer), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "messages");
  self->spinner = g_timeout_add_once (SPINNER_DELAY, show_spinner, self);
  g_source_set_name_by_id (self->spinner, "lueur-chat-spinner");
  self->loading = g_cancellable_new ();
  lueur_library_load_async (lueur_context_get_library (self->context), self->conversation, FALSE, self->loading,
                            on_loaded, g_object_ref (self));
}

static void
on_reload (GtkWidget *widget, const char *action, GVariant *parameter)
{
  load (LUEUR_CHAT_VIEW (widget));
}

/* --- Writing ------------------------------------------------------------------------------------ */

static void
on_send (LueurChatView *self, const char *text)
{
  if (self->session == NULL || !lueur_chat_session_send (self->session, text))
    return;
  lueur_composer_set_text (self->composer, "");
  lueur_chat_view_set_note (self, NULL);
  lueur_history_scroll_to_end (self->history);
}

static void
on_stop (LueurChatView *self)
{
  if (self->session != NULL)
    lueur_chat_session_stop (self->session);
  gtk_widget_grab_focus (GTK_WIDGET (self->composer));
}

static void
on_overflow (LueurChatView *self)
{
  /* Translators: %d is a number of kilobytes */
  g_autofree char *text = g_strdup_printf (_("A message holds at most %d kB; the rest was left out"),
                                           LUEUR_COMPOSER_MAX_BYTES / 1024);

  lueur_toast (GTK_WIDGET (self), text);
}

static void
on_composer_text (LueurChatView *self)
{
  g_autofree char *text = NULL;

  if (self->conversation == NULL)
    return;
  text = lueur_composer_dup_text (self->composer);
  if (g_strcmp0 (text, lueur_conversation_get_draft (self->conversation)) != 0)
    lueur_library_set_draft (lueur_context_get_library (self->context), self->conversation, text);
}

static void
on_writing (LueurChatView *self)
{
  update_face (self);
}

/* --- Suggestions -------------------------------------------------------------------------------- */

/* The banner is made with the first thing that it has to say. */
static void
on_wellbeing (LueurWellbeing *wellbeing, GParamSpec *pspec, LueurChatView *self)
{
  if (adw_clamp_get_child (self->nudge_place) != NULL ||
      (!lueur_wellbeing_get_nudge (wellbeing) && !lueur_wellbeing_get_wind_down (wellbeing) &&
       lueur_wellbeing_get_line (wellbeing) == LUEUR_LINE_NONE))
    return;
  adw_clamp_set_child (self->nudge_place, lueur_nudge_banner_new (wellbeing));
}

/* So is the line about an age that was understood. */
static void
on_age (LueurAge *age, GParamSpec *pspec, LueurChatView *self)
{
  if (lueur_age_get_line (age) && adw_clamp_get_child (self->age_place) == NULL)
    adw_clamp_set_child (self->age_place, lueur_age_line_new (age));
}

/* The card, too; its button stays once it was shown. */
static void
on_care (LueurCare *care, GParamSpec *pspec, LueurChatView *self)
{
  gtk_widget_set_visible (self->help, lueur_care_get_offered (care));
  if (lueur_care_get_card (care))
    lueur_chat_view_set_note (self, NULL);
  if (lueur_care_get_card (care) && adw_clamp_get_child (self->care_place) == NULL)
    adw_clamp_set_child (self->care_place, lueur_crisis_card_new (care));
  update_face (self);
}

static void
on_help (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurChatView *self = LUEUR_CHAT_VIEW (widget);
  LueurCare *care = self->context != NULL ? lueur_context_get_care (self->context) : NULL;

  if (care != NULL)
    lueur_care_set_card (care, TRUE);
}

/* Beside large letters the name alone has the room: two more lines of a title would be taken from what is said. */
static char *
subtitle (LueurChatView *self, const char *title, gboolean cramped)
{
  return cramped ? g_strdup ("") : lueur_closure_title (G_OBJECT (self), title, "");
}

static gboolean
is_column (LueurChatView *self, LueurPaneShape shape)
{
  return shape == LUEUR_PANE_COLUMN;
}

/* --- Actions ------------------------------------------------------------------------------------ */

static void
on_open_link (GtkWidget *widget, const char *action, GVariant *parameter)
{
  lueur_link_dialog_present (widget, g_variant_get_string (parameter, NULL));
}

static void
on_focus_composer (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (LUEUR_CHAT_VIEW (widget)->composer));
}

static void
on_stop_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  on_stop (LUEUR_CHAT_VIEW (widget));
}

/* --- The widget --------------------------------------------------------------------------------- */

static void
set_shape (LueurChatView *self, LueurPaneShape shape)
{
  gboolean column = shape == LUEUR_PANE_COLUMN;

  if (self->shape == shape)
    return;
  self->shape = shape;
  /* The same widgets in another order: nothing is made anew, nothing loses its place. */
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->body),
                                  column ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_box_reorder_child_after (self->body, GTK_WIDGET (self->pane), column ? self->chat : NULL);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHAPE]);
}

static void
lueur_chat_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurChatView *self = LUEUR_CHAT_VIEW (object);

  switch ((LueurChatViewProp) id)
    {
    case PROP_CONVERSATION:
      g_value_set_object (value, self->conversation);
      break;
    case PROP_SHAPE:
      g_value_set_enum (value, self->shape);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_chat_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LueurChatView *self = LUEUR_CHAT_VIEW (object);

  switch ((LueurChatViewProp) id)
    {
    case PROP_SHAPE:
      set_shape (self, g_value_get_enum (value));
      break;
    case PROP_CONVERSATION:
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_chat_view_dispose (GObject *object)
{
  LueurChatView *self = LUEUR_CHAT_VIEW (object);

  stop_loading (self);
  if (self->away > 0)
    lueur_clock_remove_timeout (lueur_context_get_clock (self->context), self->away);
  self->away = 0;
  if (self->history != NULL)
    leave_session (self);
  g_clear_pointer (&self->sessions, g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_CHAT_VIEW);
  lueur_widget_clear (GTK_WIDGET (self));
  g_clear_object (&self->conversation);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (lueur_chat_view_parent_class)->dispose (object);
}

static void
lueur_chat_view_class_init (LueurChatViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lueur_chat_view_get_property;
  object_class->set_property = lueur_chat_view_set_property;
  object_class->dispose = lueur_chat_view_dispose;

  props[PROP_CONVERSATION] = g_param_spec_object ("conversation", NULL, NULL, LUEUR_TYPE_CONVERSATION,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_SHAPE] = g_param_spec_enum ("shape", NULL, NULL, LUEUR_TYPE_PANE_SHAPE, LUEUR_PANE_COLUMN,
                                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (LUEUR_TYPE_HISTORY);
  g_type_ensure (LUEUR_TYPE_COMPOSER);
  g_type_ensure (LUEUR_TYPE_COMPANION_PANE);
  g_type_ensure (LUEUR_TYPE_NOTICE_ROW);
  g_type_ensure (LUEUR_TYPE_WINDOW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/chat/chat-view.ui");
  lueur_closures_bind (widget_class);
  gtk_widget_class_bind_template_child (widget_class, LueurChatView, title);
  gtk_widget_class_bind_template_child (widget_class, LueurChatView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LueurChatView, conversation_menu);
  gtk_widget_class_bind_template_child (widget_class, LueurChatView, notice);
  gtk_widget_class_bind_template_child (widget_class, LueurChatView, care_place);
  gtk_widget_class_bind_template_child (widget_class, LueurChatView, help);
  gtk_widget_class_bind_template_child (widget_class, LueurChatView, age_place);
  gtk_widget_class_bind_template_child (widget_class, LueurChatView, nudge_place);
  gtk_widget_class_bind_template_child (widget_class, LueurChatView, body);
  gtk_widget_class_bind_template_child (widget_class, LueurChatView, chat);
  gtk_widget_class_bind_template_child (widget_class, LueurChatView, stack);
  gtk_widget_class_bind_template_child (widget_class, LueurChatView, history);
  gtk_widget_class_bind_template_child (widget_class, LueurChatView, composer);
  gtk_widget_class_bind_template_child (widget_class, LueurChatView, pane);
  gtk_widget_class_bind_template_callback (widget_class, subtitle);
  gtk_widget_class_bind_template_callback (widget_class, is_column);
  gtk_widget_class_bind_template_callback (widget_class, on_send);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_bind_template_callback (widget_class, on_overflow);
  gtk_widget_class_bind_template_callback (widget_class, on_composer_text);
  gtk_widget_class_bind_template_callback (widget_class, on_writing);
  gtk_widget_class_install_action (widget_class, "chat.reload", NULL, on_reload);
  gtk_widget_class_install_action (widget_class, "chat.open-link", "s", on_open_link);
  gtk_widget_class_install_action (widget_class, "chat.focus-composer", NULL, on_focus_composer);
  gtk_widget_class_install_action (widget_class, "chat.stop", NULL, on_stop_action);
  gtk_widget_class_install_action (widget_class, "chat.help", NULL, on_help);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "chat.stop", NULL);
}

static void
lueur_chat_view_init (LueurChatView *self)
{
  self->sessions = g_hash_table_new_full (NULL, NULL, g_object_unref, drop_session);
  self->looked_at = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  lueur_menu_button_set_menu (self->menu_button, self->conversation_menu);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chat.stop", FALSE);
}

/**
 * lueur_chat_view_set_context:
 * @context: once, opened
 */
void
lueur_chat_view_set_context (LueurChatView *self, LueurContext *context)
{
  LueurSettings *settings = lueur_context_get_settings (context);

  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  lueur_history_set_context (self->history, context);
  g_object_bind_property (settings, "enter-sends", self->composer, "enter-sends", G_BINDING_SYNC_CREATE);
  g_object_set (self->notice, "wellbeing", lueur_context_get_wellbeing (context), NULL);
  g_signal_connect_object (lueur_context_get_wellbeing (context), "notify", G_CALLBACK (on_wellbeing), self,
                           G_CONNECT_DEFAULT);
  on_wellbeing (lueur_context_get_wellbeing (context), NULL, self);
  g_signal_connect_object (lueur_context_get_care (context), "notify", G_CALLBACK (on_care), self, G_CONNECT_DEFAULT);
  on_care (lueur_context_get_care (context), NULL, self);
  g_signal_connect_object (lueur_context_get_age (context), "notify::line", G_CALLBACK (on_age), self, G_CONNECT_DEFAULT);
  on_age (lueur_context_get_age (context), NULL, self);
  g_signal_connect_object (settings, "notify::liveliness", G_CALLBACK (on_wind_down), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lueur_context_get_wellbeing (context), "notify::wind-down", G_CALLBACK (on_wind_down), self,
                           G_CONNECT_SWAPPED);
  on_wind_down (self);
}

/**
 * lueur_chat_view_set_conversation:
 * @conversation: (nullable): what to show; NULL for nothing
 */
void
lueur_chat_view_set_conversation (LueurChatView *self, LueurConversation *conversation)
{
  g_autoptr (LueurConversation) left = NULL;

  if (self->conversation == conversation)
    return;
  stop_loading (self);
  leave_session (self);
  self->sought = 0;
  left = g_steal_pointer (&self->conversation);
  /* The text of the one is not a draft of the other. */
  lueur_composer_set_text (self->composer, conversation != NULL ? lueur_conversation_get_draft (conversation) : "");
  g_set_object (&self->conversation, conversation);
  lueur_composer_set_busy (self->composer, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CONVERSATION]);
  if (conversation != NULL)
    load (self);
}

/**
 * lueur_chat_view_send:
 * @text: what the person says, chosen rather than typed
 *
 * Nothing is said while a reply goes on. What stands in the composer stays there.
 */
void
lueur_chat_view_send (LueurChatView *self, const char *text)
{
  if (self->session != NULL && lueur_chat_session_send (self->session, text))
    lueur_history_scroll_to_end (self->history);
}

/**
 * lueur_chat_view_show_message:
 * @id: of a message of the open conversation
 */
void
lueur_chat_view_show_message (LueurChatView *self, gint64 id)
{
  g_return_if_fail (LUEUR_IS_CHAT_VIEW (self));

  if (self->session != NULL)
    lueur_history_show_message (self->history, id);
  else
    self->sought = id;
}

LueurConversation *
lueur_chat_view_get_conversation (LueurChatView *self)
{
  return self->conversation;
}

void
lueur_chat_view_set_looked_at (LueurChatView *self, gboolean looked_at)
{
  self->looked_at = looked_at;
  /* Nobody comes by looking elsewhere: a face that dozes goes on. */
  if (self->is_away && !looked_at)
    return;
  stay_awake (self);
  update_face (self);
}

/**
 * lueur_chat_view_set_note:
 * @note: (nullable): a card; NULL takes away the one that is there
 */
void
lueur_chat_view_set_note (LueurChatView *self, GtkWidget *note)
{
  GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (self->nudge_place));

  if (self->note_place != NULL)
    gtk_box_remove (GTK_BOX (box), self->note_place);
  self->note_place = NULL;
  if (note == NULL)
    return;
  self->note_place = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (self->note_place), adw_clamp_get_maximum_size (self->nudge_place));
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->note_place), adw_clamp_get_tightening_threshold (self->nudge_place));
  adw_clamp_set_child (ADW_CLAMP (self->note_place), note);
  gtk_box_insert_child_after (GTK_BOX (box), self->note_place, GTK_WIDGET (self->nudge_place));
}
