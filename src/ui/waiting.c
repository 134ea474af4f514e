/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/waiting.h"

#include <adwaita.h>

#include "ui/widget.h"

/* What is there sooner than this (ms) was never waited for. */
#define PATIENCE 200

struct _LueurWaiting
{
  GtkWidget parent_instance;

  char *sentence;
  gboolean small;
  guint patience; /* source */

  GtkWidget *spinner;
  GtkWidget *dots;
  GtkWidget *label;
};

typedef enum
{
  PROP_SENTENCE = 1,
  PROP_SMALL,
  N_PROPS,
} LueurWaitingProp;

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LueurWaiting, lueur_waiting, GTK_TYPE_WIDGET)

static void
on_patience (gpointer data)
{
  LueurWaiting *self = LUEUR_WAITING (data);

  self->patience = 0;
  gtk_widget_set_opacity (GTK_WIDGET (self), 1);
}

/* A wheel that turns is motion, too: it is there only where things may move. */
static void
update_motion (LueurWaiting *self)
{
  gboolean moves = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &moves, NULL);
  gtk_widget_set_visible (self->spinner, moves);
  gtk_widget_set_visible (self->dots, !moves);
}

static void
update_size (LueurWaiting *self)
{
  int size = self->small ? 16 : 32;

  gtk_widget_set_size_request (self->spinner, size, size);
  gtk_image_set_pixel_size (GTK_IMAGE (self->dots), size);
  gtk_widget_set_visible (self->label, !self->small && self->sentence != NULL && *self->sentence != '\0');
}

static void
lueur_waiting_map (GtkWidget *widget)
{
  LueurWaiting *self = LUEUR_WAITING (widget);

  gtk_widget_set_opacity (widget, self->small ? 1 : 0);
  GTK_WIDGET_CLASS (lueur_waiting_parent_class)->map (widget);
  if (self->small || self->patience > 0)
    return;
  self->patience = g_timeout_add_once (PATIENCE, on_patience, self);
  g_source_set_name_by_id (self->patience, "lueur-waiting");
}

static void
lueur_waiting_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&LUEUR_WAITING (widget)->patience, g_source_remove);
  GTK_WIDGET_CLASS (lueur_waiting_parent_class)->unmap (widget);
}

static void
lueur_waiting_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurWaiting *self = LUEUR_WAITING (object);

  switch ((LueurWaitingProp) id)
    {
    case PROP_SENTENCE:
      g_value_set_string (value, self->sentence);
      break;
    case PROP_SMALL:
      g_value_set_boolean (value, self->small);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_waiting_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LueurWaiting *self = LUEUR_WAITING (object);

  switch ((LueurWaitingProp) id)
    {
    case PROP_SENTENCE:
      if (!g_set_str (&self->sentence, g_value_get_string (value)))
        return;
      gtk_label_set_label (GTK_LABEL (self->label), self->sentence != NULL ? self->sentence : "");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      self->sentence != NULL ? self->sentence : "", -1);
      break;
    case PROP_SMALL:
      if (self->small == g_value_get_boolean (value))
        return;
      self->small = g_value_get_boolean (value);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  update_size (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
lueur_waiting_dispose (GObject *object)
{
  LueurWaiting *self = LUEUR_WAITING (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  lueur_widget_clear (GTK_WIDGET (self));

  G_OBJECT_CLASS (lueur_waiting_parent_class)->dispose (object);
}

static void
lueur_waiting_finalize (GObject *object)
{
  g_clear_pointer (&LUEUR_WAITING (object)->sentence, g_free);

  G_OBJECT_CLASS (lueur_waiting_parent_class)->finalize (object);
}

static void
lueur_waiting_class_init (LueurWaitingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lueur_waiting_get_property;
  object_class->set_property = lueur_waiting_set_property;
  object_class->dispose = lueur_waiting_dispose;
  object_class->finalize = lueur_waiting_finalize;
  widget_class->map = lueur_waiting_map;
  widget_class->unmap = lueur_waiting_unmap;

  props[PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, NULL, flags);
  props[PROP_SMALL] = g_param_spec_boolean ("small", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
lueur_waiting_init (LueurWaiting *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (widget);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 18);
  gtk_widget_set_halign (widget, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  self->spinner = g_object_new (ADW_TYPE_SPINNER, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->dots = g_object_new (GTK_TYPE_IMAGE, "icon-name", "content-loading-symbolic", "accessible-role",
                             GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "justify", GTK_JUSTIFY_CENTER, "max-width-chars", 32,
                              "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->label, "dimmed");
  gtk_widget_set_parent (self->spinner, widget);
  gtk_widget_set_parent (self->dots, widget);
  gtk_widget_set_parent (self->label, widget);
  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-enable-animations", G_CALLBACK (update_motion), self,
                           G_CONNECT_SWAPPED);
  update_motion (self);
  update_size (self);
}

/**
 * lueur_waiting_new:
 * @sentence: what is waited for
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
lueur_waiting_new (const char *sentence)
{
  return g_object_new (LUEUR_TYPE_WAITING, "sentence", sentence, NULL);
}
