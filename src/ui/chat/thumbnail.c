/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/chat/thumbnail.h"

#include "ui/avatar/avatar.h"

struct _LueurThumbnail
{
  GtkWidget parent_instance;

  LueurPersona *persona;
  GBindingGroup *bindings;
  GtkWidget *avatar;
  int size;
};

typedef enum
{
  PROP_PERSONA = 1,
  PROP_SIZE,
  N_PROPS,
} LueurThumbnailProp;

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LueurThumbnail, lueur_thumbnail, GTK_TYPE_WIDGET)

static void
lueur_thumbnail_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  LueurThumbnail *self = LUEUR_THUMBNAIL (widget);
  int ignored;

  /* Its own size, whatever the face inside would like. */
  gtk_widget_measure (self->avatar, orientation, -1, &ignored, NULL, NULL, NULL);
  *minimum = *natural = self->size;
}

static void
lueur_thumbnail_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (LUEUR_THUMBNAIL (widget)->avatar, width, height, baseline, NULL);
}

static void
lueur_thumbnail_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurThumbnail *self = LUEUR_THUMBNAIL (object);

  switch ((LueurThumbnailProp) id)
    {
    case PROP_PERSONA:
      g_value_set_object (value, self->persona);
      break;
    case PROP_SIZE:
      g_value_set_int (value, self->size);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_thumbnail_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LueurThumbnail *self = LUEUR_THUMBNAIL (object);

  switch ((LueurThumbnailProp) id)
    {
    case PROP_PERSONA:
      lueur_thumbnail_set_persona (self, g_value_get_object (value));
      break;
    case PROP_SIZE:
      if (self->size != g_value_get_int (value))
        {
          self->size = g_value_get_int (value);
          gtk_widget_queue_resize (GTK_WIDGET (self));
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_thumbnail_dispose (GObject *object)
{
  LueurThumbnail *self = LUEUR_THUMBNAIL (object);

  g_clear_object (&self->bindings);
  g_clear_pointer (&self->avatar, gtk_widget_unparent);
  g_clear_object (&self->persona);

  G_OBJECT_CLASS (lueur_thumbnail_parent_class)->dispose (object);
}

static void
lueur_thumbnail_class_init (LueurThumbnailClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lueur_thumbnail_get_property;
  object_class->set_property = lueur_thumbnail_set_property;
  object_class->dispose = lueur_thumbnail_dispose;
  widget_class->measure = lueur_thumbnail_measure;
  widget_class->size_allocate = lueur_thumbnail_size_allocate;

  props[PROP_PERSONA] = g_param_spec_object ("persona", NULL, NULL, LUEUR_TYPE_PERSONA, flags);
  props[PROP_SIZE] = g_param_spec_int ("size", NULL, NULL, 16, 512, 44, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "thumbnail");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
lueur_thumbnail_init (LueurThumbnail *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->size = 44;
  self->avatar = lueur_avatar_new ();
  g_object_set (self->avatar, "animate", FALSE, NULL);
  gtk_widget_set_parent (self->avatar, widget);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->avatar), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);

  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "look", self->avatar, "look", G_BINDING_SYNC_CREATE);
  g_binding_group_bind (self->bindings, "name", self->avatar, "name-for-label", G_BINDING_SYNC_CREATE);
}

GtkWidget *
lueur_thumbnail_new (int size)
{
  return g_object_new (LUEUR_TYPE_THUMBNAIL, "size", size, NULL);
}

void
lueur_thumbnail_set_persona (LueurThumbnail *self, LueurPersona *persona)
{
  if (!g_set_object (&self->persona, persona))
    return;
  g_binding_group_set_source (self->bindings, persona);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PERSONA]);
}
