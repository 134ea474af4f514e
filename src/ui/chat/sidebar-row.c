/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/chat/sidebar-row.h"

#include <glib/gi18n.h>

#include "ui/accessible.h"
#include "ui/chat/markdown.h"
#include "ui/chat/thumbnail.h"
#include "ui/closures.h"
#include "ui/widget.h"

#define PREVIEW_CHARS 120

struct _LueurSidebarRow
{
  GtkWidget parent_instance;

  LueurClock *clock;
  LueurConversation *conversation;
  LueurSearchResult *result; /* (nullable) */
  GSignalGroup *signals;

  GtkLabel *time;
  GtkLabel *preview;
  GMenuModel *row_menu;
  GtkWidget *popover;
};

typedef enum
{
  PROP_CONVERSATION = 1,
  N_PROPS,
} LueurSidebarRowProp;

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LueurSidebarRow, lueur_sidebar_row, GTK_TYPE_WIDGET)

static void
describe (LueurSidebarRow *self)
{
  const char *title = lueur_conversation_get_title (self->conversation);
  const char *name = lueur_persona_get_name (lueur_conversation_get_persona (self->conversation));
  g_autofree char *label = NULL;

  if (*title != '\0')
    /* Translators: what a screen reader says of a conversation: companion's name, what it is about, when */
    label = g_strdup_printf (_("%s, %s, %s"), name, title, gtk_label_get_text (self->time));
  else
    /* Translators: what a screen reader says of a conversation: companion's name, when */
    label = g_strdup_printf (_("%s, %s"), name, gtk_label_get_text (self->time));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* The line around what was looked for, which is bold in it. */
static void
show_excerpt (LueurSidebarRow *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const char *excerpt = lueur_search_result_get_excerpt (self->result);
  guint n;
  const LueurSearchMark *marks = lueur_search_result_get_marks (self->result, &n);

  for (guint i = 0; i < n; i++)
    {
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = marks[i].start;
      bold->end_index = marks[i].end;
      pango_attr_list_insert (attributes, bold);
    }
  gtk_label_set_text (self->preview, excerpt);
  gtk_label_set_attributes (self->preview, attributes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, excerpt, -1);
}

static void
update_preview (LueurSidebarRow *self)
{
  g_autofree char *plain = lueur_markdown_to_plain (lueur_conversation_get_preview (self->conversation), PREVIEW_CHARS);

  if (self->result != NULL && *lueur_search_result_get_excerpt (self->result) != '\0')
    {
      show_excerpt (self);
      return;
    }
  gtk_label_set_attributes (self->preview, NULL);
  gtk_label_set_text (self->preview, plain);
  /* The row may have told of something else before. */
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
update_title (LueurSidebarRow *self)
{
  describe (self);
}

static void
pop_up (LueurSidebarRow *self, double x, double y)
{
  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (self->row_menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
open_it (LueurSidebarRow *self)
{
  if (self->result != NULL && lueur_search_result_get_message (self->result) != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-message", "(xx)", lueur_conversation_get_id (self->conversation),
                                lueur_search_result_get_message (self->result));
  else if (self->conversation != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-conversation", "x",
                                lueur_conversation_get_id (self->conversation));
}

static void
on_click (LueurSidebarRow *self, int n_press, double x, double y, GtkGesture *gesture)
{
  open_it (self);
}

static void
on_press (GtkWidget *widget, const char *action, GVariant *parameter)
{
  open_it (LUEUR_SIDEBAR_ROW (widget));
}

static void
on_secondary_click (LueurSidebarRow *self, int n_press, double x, double y, GtkGesture *gesture)
{
  pop_up (self, x, y);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_long_press (LueurSidebarRow *self, double x, double y, GtkGesture *gesture)
{
  pop_up (self, x, y);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_menu (GtkWidget *widget, const char *action, GVariant *parameter)
{
  pop_up (LUEUR_SIDEBAR_ROW (widget), 24, gtk_widget_get_height (widget) / 2.0);
}

static void
on_rename (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.rename", "x",
                              lueur_conversation_get_id (LUEUR_SIDEBAR_ROW (widget)->conversation));
}

static void
on_export (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.export", "(xs)",
                              lueur_conversation_get_id (LUEUR_SIDEBAR_ROW (widget)->conversation),
                              g_variant_get_string (parameter, NULL));
}

static void
on_delete (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.delete", "x",
                              lueur_conversation_get_id (LUEUR_SIDEBAR_ROW (widget)->conversation));
}

static void
lueur_sidebar_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurSidebarRow *self = LUEUR_SIDEBAR_ROW (object);

  switch ((LueurSidebarRowProp) id)
    {
    case PROP_CONVERSATION:
      g_value_set_object (value, self->conversation);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_sidebar_row_dispose (GObject *object)
{
  LueurSidebarRow *self = LUEUR_SIDEBAR_ROW (object);

  g_clear_object (&self->signals);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_SIDEBAR_ROW);
  lueur_widget_clear (GTK_WIDGET (self));
  g_clear_object (&self->conversation);
  g_clear_object (&self->result);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (lueur_sidebar_row_parent_class)->dispose (object);
}

static void
lueur_sidebar_row_class_init (LueurSidebarRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lueur_sidebar_row_get_property;
  object_class->dispose = lueur_sidebar_row_dispose;

  props[PROP_CONVERSATION] = g_param_spec_object ("conversation", NULL, NULL, LUEUR_TYPE_CONVERSATION,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (LUEUR_TYPE_THUMBNAIL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/chat/sidebar-row.ui");
  lueur_closures_bind (widget_class);
  gtk_widget_class_bind_template_child (widget_class, LueurSidebarRow, time);
  gtk_widget_class_bind_template_child (widget_class, LueurSidebarRow, preview);
  gtk_widget_class_bind_template_child (widget_class, LueurSidebarRow, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_click);
  gtk_widget_class_bind_template_callback (widget_class, on_secondary_click);
  gtk_widget_class_bind_template_callback (widget_class, on_long_press);
  gtk_widget_class_install_action (widget_class, "row.rename", NULL, on_rename);
  gtk_widget_class_install_action (widget_class, "row.export", "s", on_export);
  gtk_widget_class_install_action (widget_class, "row.delete", NULL, on_delete);
  gtk_widget_class_install_action (widget_class, LUEUR_ACTION_CLICK, NULL, on_press);
  gtk_widget_class_install_action (widget_class, "row.menu", NULL, on_menu);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "row.rename", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "row.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "row.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "row.menu", NULL);
  gtk_widget_class_set_css_name (widget_class, "conversation");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
lueur_sidebar_row_init (LueurSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);

  self->signals = g_signal_group_new (LUEUR_TYPE_CONVERSATION);
  g_signal_group_connect_swapped (self->signals, "notify::preview", G_CALLBACK (update_preview), self);
  g_signal_group_connect_swapped (self->signals, "notify::title", G_CALLBACK (update_title), self);
  g_signal_group_connect_swapped (self->signals, "notify::updated-at", G_CALLBACK (lueur_sidebar_row_update_time),
                                  self);
}

GtkWidget *
lueur_sidebar_row_new (LueurClock *clock)
{
  LueurSidebarRow *self = g_object_new (LUEUR_TYPE_SIDEBAR_ROW, NULL);

  self->clock = g_object_ref (clock);
  return GTK_WIDGET (self);
}

void
lueur_sidebar_row_set_conversation (LueurSidebarRow *self, LueurConversation *conversation)
{
  if (!g_set_object (&self->conversation, conversation))
    return;
  g_signal_group_set_target (self->signals, conversation);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CONVERSATION]);
  if (conversation == NULL)
    return;
  update_preview (self);
  lueur_sidebar_row_update_time (self);
}

void
lueur_sidebar_row_set_result (LueurSidebarRow *self, LueurSearchResult *result)
{
  g_set_object (&self->result, result);
  /* More than a line, so that what was looked for is in it. */
  gtk_label_set_single_line_mode (self->preview, result == NULL);
  gtk_label_set_wrap (self->preview, result != NULL);
  gtk_label_set_wrap_mode (self->preview, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->preview, result != NULL ? 2 : -1);
  lueur_sidebar_row_set_conversation (self, result != NULL ? lueur_search_result_get_conversation (result) : NULL);
}

LueurConversation *
lueur_sidebar_row_get_conversation (LueurSidebarRow *self)
{
  return self->conversation;
}

void
lueur_sidebar_row_update_time (LueurSidebarRow *self)
{
  g_autoptr (GTimeZone) zone = lueur_clock_get_timezone (self->clock);
  g_autofree char *when = NULL;

  if (self->conversation == NULL)
    return;
  when = lueur_format_when (self->result != NULL ? lueur_search_result_get_created_at (self->result)
                                                 : lueur_conversation_get_updated_at (self->conversation),
                            lueur_clock_get_wall (self->clock),
                            zone);
  gtk_label_set_text (self->time, when);
  describe (self);
}
