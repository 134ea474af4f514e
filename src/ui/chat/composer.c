/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/chat/composer.h"

#include <string.h>

#include "ui/widget.h"

#define MAX_LINES 8
/* Characters without a place to break a line: the toolkit’s time for one such word grows with its square. */
#define MAX_WORD 4000

struct _LueurComposer
{
  GtkWidget parent_instance;

  char *placeholder;
  gboolean enter_sends;
  gboolean busy;
  gboolean writing;
  gboolean composing; /* an input method is at work */

  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkScrolledWindow *scroller;
  GtkWidget *hint;
  GtkStack *buttons;
  GtkButton *stop;
};

typedef enum
{
  PROP_TEXT = 1,
  PROP_PLACEHOLDER,
  PROP_ENTER_SENDS,
  PROP_BUSY,
  PROP_WRITING,
  N_PROPS,
} LueurComposerProp;

enum
{
  SEND,
  STOP,
  OVERFLOW,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LueurComposer, lueur_composer, GTK_TYPE_WIDGET)

static gboolean
has_words (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)) && !g_unichar_iszerowidth (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Whether a word is too long to look for words in the line: a key, a picture as text. Wide characters break anywhere. */
static gboolean
has_endless_word (const char *text)
{
  guint length = 0;

  for (const char *p = text; *p != '\0' && length <= MAX_WORD; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      length = g_unichar_isspace (c) || g_unichar_iswide (c) ? 0 : length + 1;
    }
  return length > MAX_WORD;
}

static void
update (LueurComposer *self)
{
  gboolean empty = gtk_text_buffer_get_char_count (self->buffer) == 0;
  gboolean writing = !empty && gtk_widget_has_focus (GTK_WIDGET (self->view));
  gboolean words = FALSE, endless = FALSE;

  if (!empty)
    {
      g_autofree char *text = lueur_composer_dup_text (self);

      words = has_words (text);
      endless = has_endless_word (text);
    }
  gtk_text_view_set_wrap_mode (self->view, endless ? GTK_WRAP_CHAR : GTK_WRAP_WORD_CHAR);
  gtk_widget_set_visible (self->hint, empty && !self->composing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "composer.send", words && !self->busy);
  if (self->writing != writing)
    {
      self->writing = writing;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WRITING]);
    }
}

static void
on_changed (LueurComposer *self)
{
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
}

/* Bytes that @buffer holds, told from its characters where that suffices. */
static gsize
count_bytes (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  gsize chars = gtk_text_buffer_get_char_count (buffer);

  if (chars * 4 <= LUEUR_COMPOSER_MAX_BYTES / 2)
    return chars * 4;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  return strlen (text);
}

/* Typed, pasted or dropped: whatever comes, the text stays within its limit. */
static void
on_insert (GtkTextBuffer *buffer, GtkTextIter *where, char *text, int length, LueurComposer *self)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  gsize held, room;

  if (size + gtk_text_buffer_get_char_count (buffer) * 4 <= LUEUR_COMPOSER_MAX_BYTES)
    return;
  held = count_bytes (buffer);
  room = held < LUEUR_COMPOSER_MAX_BYTES ? LUEUR_COMPOSER_MAX_BYTES - held : 0;
  if (size <= room)
    return;

  g_signal_stop_emission_by_name (buffer, "insert-text");
  while (room > 0 && ((guchar) text[room] & 0xc0) == 0x80)
    room--;
  if (room > 0)
    {
      g_signal_handlers_block_by_func (buffer, on_insert, self);
      gtk_text_buffer_insert (buffer, where, text, room);
      g_signal_handlers_unblock_by_func (buffer, on_insert, self);
    }
  g_signal_emit (self, signals[OVERFLOW], 0);
}

static void
on_preedit (GtkTextView *view, const char *preedit, LueurComposer *self)
{
  self->composing = preedit != NULL && *preedit != '\0';
  update (self);
}

static void
send (LueurComposer *self)
{
  g_autofree char *text = lueur_composer_dup_text (self);

  if (!self->busy && has_words (text))
    g_signal_emit (self, signals[SEND], 0, text);
}

static void
on_send (GtkWidget *widget, const char *action, GVariant *parameter)
{
  send (LUEUR_COMPOSER (widget));
}

static void
on_stop (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[STOP], 0);
}

static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, LueurComposer *self)
{
  GdkModifierType mods = state & gtk_accelerator_get_default_mod_mask ();
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));

  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter)
    return GDK_EVENT_PROPAGATE;
  /* This Enter may choose a word of the input method. */
  if (self->composing)
    return GDK_EVENT_PROPAGATE;
  if (event != NULL && gtk_text_view_im_context_filter_keypress (self->view, event))
    return GDK_EVENT_STOP;

  if (mods == GDK_CONTROL_MASK || (mods == 0 && self->enter_sends))
    {
      send (self);
      return GDK_EVENT_STOP;
    }
  if (mods == GDK_SHIFT_MASK)
    {
      gtk_text_buffer_delete_selection (self->buffer, TRUE, TRUE);
      gtk_text_buffer_insert_at_cursor (self->buffer, "\n", 1);
      gtk_text_view_scroll_mark_onscreen (self->view, gtk_text_buffer_get_insert (self->buffer));
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

/* Eight lines of the font as it is now, larger text included. */
static void
lueur_composer_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  LueurComposer *self = LUEUR_COMPOSER (widget);
  PangoContext *context;
  PangoFontMetrics *metrics;
  int height;

  GTK_WIDGET_CLASS (lueur_composer_parent_class)->css_changed (widget, change);
  if (self->view == NULL)
    return;
  context = gtk_widget_get_pango_context (GTK_WIDGET (self->view));
  metrics = pango_context_get_metrics (context, NULL, NULL);
  height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics)) * MAX_LINES +
           gtk_text_view_get_top_margin (self->view) + gtk_text_view_get_bottom_margin (self->view);
  pango_font_metrics_unref (metrics);
  gtk_scrolled_window_set_max_content_height (self->scroller, height);
}

static gboolean
lueur_composer_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LUEUR_COMPOSER (widget)->view));
}

static void
lueur_composer_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurComposer *self = LUEUR_COMPOSER (object);

  switch ((LueurComposerProp) id)
    {
    case PROP_TEXT:
      g_value_take_string (value, lueur_composer_dup_text (self));
      break;
    case PROP_PLACEHOLDER:
      g_value_set_string (value, self->placeholder);
      break;
    case PROP_ENTER_SENDS:
      g_value_set_boolean (value, self->enter_sends);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    case PROP_WRITING:
      g_value_set_boolean (value, self->writing);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_composer_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LueurComposer *self = LUEUR_COMPOSER (object);

  switch ((LueurComposerProp) id)
    {
    case PROP_TEXT:
      lueur_composer_set_text (self, g_value_get_string (value));
      break;
    case PROP_PLACEHOLDER:
      lueur_composer_set_placeholder (self, g_value_get_string (value));
      break;
    case PROP_ENTER_SENDS:
      if (self->enter_sends != g_value_get_boolean (value))
        {
          self->enter_sends = g_value_get_boolean (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case PROP_BUSY:
      lueur_composer_set_busy (self, g_value_get_boolean (value));
      break;
    case PROP_WRITING:
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_composer_dispose (GObject *object)
{
  LueurComposer *self = LUEUR_COMPOSER (object);

  if (self->buffer != NULL)
    g_signal_handlers_disconnect_by_data (self->buffer, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_COMPOSER);
  lueur_widget_clear (GTK_WIDGET (self));
  g_clear_pointer (&self->placeholder, g_free);

  G_OBJECT_CLASS (lueur_composer_parent_class)->dispose (object);
}

static void
lueur_composer_class_init (LueurComposerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags both = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lueur_composer_get_property;
  object_class->set_property = lueur_composer_set_property;
  object_class->dispose = lueur_composer_dispose;
  widget_class->css_changed = lueur_composer_css_changed;
  widget_class->grab_focus = lueur_composer_grab_focus;
  widget_class->focus = lueur_widget_focus_children;

  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", both);
  props[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, both);
  props[PROP_ENTER_SENDS] = g_param_spec_boolean ("enter-sends", NULL, NULL, TRUE, both);
  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, both);
  props[PROP_WRITING] = g_param_spec_boolean ("writing", NULL, NULL, FALSE, read);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SEND] = g_signal_new ("send", LUEUR_TYPE_COMPOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[STOP] =
      g_signal_new ("stop", LUEUR_TYPE_COMPOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OVERFLOW] =
      g_signal_new ("overflow", LUEUR_TYPE_COMPOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/chat/composer.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurComposer, view);
  gtk_widget_class_bind_template_child (widget_class, LueurComposer, buffer);
  gtk_widget_class_bind_template_child (widget_class, LueurComposer, scroller);
  gtk_widget_class_bind_template_child (widget_class, LueurComposer, hint);
  gtk_widget_class_bind_template_child (widget_class, LueurComposer, buttons);
  gtk_widget_class_bind_template_child (widget_class, LueurComposer, stop);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_install_action (widget_class, "composer.send", NULL, on_send);
  gtk_widget_class_install_action (widget_class, "composer.stop", NULL, on_stop);
}

static void
lueur_composer_init (LueurComposer *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->enter_sends = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  /* In large text it takes two lines. */
  gtk_overlay_set_measure_overlay (GTK_OVERLAY (gtk_widget_get_parent (self->hint)), self->hint, TRUE);

  /* Before the text view sees it. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  g_signal_connect (self->view, "preedit-changed", G_CALLBACK (on_preedit), self);
  g_signal_connect_swapped (self->view, "notify::has-focus", G_CALLBACK (update), self);
  g_signal_connect (self->buffer, "insert-text", G_CALLBACK (on_insert), self);
  update (self);
}

GtkWidget *
lueur_composer_new (void)
{
  return g_object_new (LUEUR_TYPE_COMPOSER, NULL);
}

/**
 * lueur_composer_dup_text:
 *
 * Returns: (transfer full): what stands in it
 */
char *
lueur_composer_dup_text (LueurComposer *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

/**
 * lueur_composer_set_text:
 * @text: (nullable): takes the place of what stands there, as one step to undo
 */
void
lueur_composer_set_text (LueurComposer *self, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *old = lueur_composer_dup_text (self);

  if (strcmp (old, valid) == 0)
    return;
  gtk_text_buffer_set_text (self->buffer, valid, -1);
}

void
lueur_composer_set_placeholder (LueurComposer *self, const char *placeholder)
{
  if (!g_set_str (&self->placeholder, placeholder))
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
                                  placeholder != NULL ? placeholder : "", -1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PLACEHOLDER]);
}

void
lueur_composer_set_busy (LueurComposer *self, gboolean busy)
{
  GtkWidget *root_focus;
  gboolean had_focus;

  if (self->busy == busy)
    return;
  self->busy = busy;
  /* The button that had the focus is about to go. */
  root_focus = gtk_widget_get_root (GTK_WIDGET (self)) != NULL
                   ? gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)))
                   : NULL;
  had_focus = root_focus != NULL && gtk_widget_is_ancestor (root_focus, GTK_WIDGET (self->buttons));
  if (busy)
    gtk_button_set_icon_name (self->stop, "media-playback-stop-symbolic");
  gtk_stack_set_visible_child_name (self->buttons, busy ? "stop" : "send");
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

gboolean
lueur_composer_get_writing (LueurComposer *self)
{
  return self->writing;
}

/**
 * lueur_composer_get_view:
 *
 * Returns: (transfer none): the text view itself, for focus and tests
 */
GtkWidget *
lueur_composer_get_view (LueurComposer *self)
{
  return GTK_WIDGET (self->view);
}
