/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether anything may move. */

#include "ui/avatar/motion.h"

#include <gio/gio.h>

struct _LueurMotion
{
  GObject parent_instance;

  GtkWidget *widget; /* its owner */
  GtkWindow *window; /* (nullable): the window it is mapped in */
  GtkSettings *settings;
  GPowerProfileMonitor *power;
  LueurMotionLevel level;
};

G_DEFINE_ENUM_TYPE (LueurMotionLevel, lueur_motion_level,
                    G_DEFINE_ENUM_VALUE (LUEUR_MOTION_HIDDEN, "hidden"),
                    G_DEFINE_ENUM_VALUE (LUEUR_MOTION_FADES, "fades"),
                    G_DEFINE_ENUM_VALUE (LUEUR_MOTION_FULL, "full"))

G_DEFINE_FINAL_TYPE (LueurMotion, lueur_motion, G_TYPE_OBJECT)

typedef enum
{
  PROP_LEVEL = 1,
} LueurMotionProp;

static GParamSpec *properties[PROP_LEVEL + 1];

static void
update (LueurMotion *self)
{
  gboolean animations = TRUE;
  LueurMotionLevel level = LUEUR_MOTION_FULL;

  g_object_get (self->settings, "gtk-enable-animations", &animations, NULL);
  if (self->widget == NULL || !gtk_widget_get_mapped (self->widget) ||
      (self->window != NULL && gtk_window_is_suspended (self->window)))
    level = LUEUR_MOTION_HIDDEN;
  else if (!animations || g_power_profile_monitor_get_power_saver_enabled (self->power))
    level = LUEUR_MOTION_FADES;
  if (self->level == level)
    return;
  self->level = level;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVEL]);
}

static void
set_window (LueurMotion *self, GtkWindow *window)
{
  if (self->window == window)
    return;
  if (self->window != NULL)
    g_signal_handlers_disconnect_by_func (self->window, update, self);
  g_set_weak_pointer (&self->window, window);
  if (window != NULL)
    g_signal_connect_swapped (window, "notify::suspended", G_CALLBACK (update), self);
}

static void
on_map (LueurMotion *self)
{
  GtkRoot *root = gtk_widget_get_root (self->widget);

  set_window (self, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  update (self);
}

static void
lueur_motion_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((LueurMotionProp) id)
    {
    case PROP_LEVEL:
      g_value_set_enum (value, LUEUR_MOTION (object)->level);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_motion_dispose (GObject *object)
{
  LueurMotion *self = LUEUR_MOTION (object);

  set_window (self, NULL);
  if (self->widget != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->widget, self);
      g_clear_weak_pointer (&self->widget);
    }
  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  if (self->power != NULL)
    g_signal_handlers_disconnect_by_data (self->power, self);
  g_clear_object (&self->settings);
  g_clear_object (&self->power);
  G_OBJECT_CLASS (lueur_motion_parent_class)->dispose (object);
}

static void
lueur_motion_class_init (LueurMotionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lueur_motion_dispose;
  object_class->get_property = lueur_motion_get_property;
  properties[PROP_LEVEL] = g_param_spec_enum ("level", NULL, NULL, lueur_motion_level_get_type (), LUEUR_MOTION_HIDDEN,
                                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
lueur_motion_init (LueurMotion *self)
{
}

/**
 * lueur_motion_new:
 * @widget: what moves
 *
 * Returns: (transfer full): its watcher
 */
LueurMotion *
lueur_motion_new (GtkWidget *widget)
{
  LueurMotion *self = g_object_new (LUEUR_TYPE_MOTION, NULL);

  g_set_weak_pointer (&self->widget, widget);
  self->settings = g_object_ref (gtk_widget_get_settings (widget));
  self->power = g_power_profile_monitor_dup_default ();
  g_signal_connect_object (widget, "map", G_CALLBACK (on_map), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (widget, "unmap", G_CALLBACK (update), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->settings, "notify::gtk-enable-animations", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->power, "notify::power-saver-enabled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  if (gtk_widget_get_mapped (widget))
    on_map (self);
  return self;
}

LueurMotionLevel
lueur_motion_get_level (LueurMotion *self)
{
  return self->level;
}
