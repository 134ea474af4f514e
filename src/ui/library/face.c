/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/library/face.h"

#include <adwaita.h>

#include "ui/avatar/avatar.h"
#include "ui/avatar/portrait.h"
#include "ui/avatar/stage.h"

/* A pointer that only passes over wakes nobody (ms). */
#define LIVE_DELAY 180

struct _LueurFaceTile
{
  GtkWidget parent_instance;

  LueurPersona *persona;
  GSignalGroup *signals;
  GCancellable *cancellable;
  GdkTexture *texture;
  GtkWidget *initial; /* (nullable): where there is no picture */
  GtkWidget *avatar;  /* (nullable): while it moves */
  guint live_timeout;
  int width;
  int height;
  gboolean seen;
  gboolean live;
};

typedef enum
{
  PROP_PERSONA = 1,
  PROP_SEEN,
  PROP_LIVE,
} LueurFaceTileProp;
#define N_PROPS (PROP_LIVE + 1)

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LueurFaceTile, lueur_face_tile, GTK_TYPE_WIDGET)

/* --- The still picture -------------------------------------------------------------------------- */

static void
show_initial (LueurFaceTile *self)
{
  const char *name = self->persona != NULL ? lueur_persona_get_name (self->persona) : "";

  if (self->initial == NULL)
    {
      self->initial = adw_avatar_new (MIN (self->width, self->height) * 3 / 5, name, TRUE);
      gtk_widget_set_halign (self->initial, GTK_ALIGN_CENTER);
      gtk_widget_set_valign (self->initial, GTK_ALIGN_CENTER);
      gtk_widget_set_parent (self->initial, GTK_WIDGET (self));
    }
  adw_avatar_set_text (ADW_AVATAR (self->initial), name);
}

static void
forget (LueurFaceTile *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->initial, gtk_widget_unparent);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_rendered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = lueur_avatar_render_thumbnail_finish (result, &error);
  LueurFaceTile *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* Not cancelled: it is still there. */
  self = LUEUR_FACE_TILE (data);
  g_clear_object (&self->cancellable);
  if (texture == NULL)
    {
      show_initial (self);
      return;
    }
  g_set_object (&self->texture, texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
render (LueurFaceTile *self)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  gboolean head = lueur_stage_wants_head (self->width, self->height);

  if (!self->seen || self->persona == NULL || self->texture != NULL || self->cancellable != NULL ||
      self->initial != NULL)
    return;
  self->cancellable = g_cancellable_new ();
  lueur_avatar_render_thumbnail_async (gtk_widget_get_display (GTK_WIDGET (self)),
                                       lueur_persona_get_look (self->persona), LUEUR_EMOTION_NEUTRAL,
                                       self->width * scale, self->height * scale,
                                       head ? LUEUR_PORTRAIT_HEAD : LUEUR_PORTRAIT_WHOLE, self->cancellable,
                                       on_rendered, self);
}

static void
on_look (LueurFaceTile *self)
{
  forget (self);
  if (self->avatar != NULL)
    lueur_avatar_set_look (LUEUR_AVATAR (self->avatar), lueur_persona_get_look (self->persona));
  render (self);
}

/* --- The one that moves ------------------------------------------------------------------------- */

static void
on_ready (LueurFaceTile *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
wake (gpointer data)
{
  LueurFaceTile *self = data;

  self->live_timeout = 0;
  if (self->persona == NULL || self->avatar != NULL)
    return;
  self->avatar = lueur_avatar_new ();
  lueur_avatar_set_person (LUEUR_AVATAR (self->avatar), lueur_persona_get_name (self->persona));
  lueur_avatar_set_look (LUEUR_AVATAR (self->avatar), lueur_persona_get_look (self->persona));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->avatar), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_can_target (self->avatar, FALSE);
  g_signal_connect_object (self->avatar, "notify::loading", G_CALLBACK (on_ready), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->avatar, GTK_WIDGET (self));
}

static void
doze (LueurFaceTile *self)
{
  g_clear_handle_id (&self->live_timeout, g_source_remove);
  g_clear_pointer (&self->avatar, gtk_widget_unparent);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- The widget --------------------------------------------------------------------------------- */

static void
lueur_face_tile_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  LueurFaceTile *self = LUEUR_FACE_TILE (widget);
  int ignored;

  if (self->avatar != NULL)
    gtk_widget_measure (self->avatar, orientation, -1, &ignored, NULL, NULL, NULL);
  if (self->initial != NULL)
    gtk_widget_measure (self->initial, orientation, -1, &ignored, NULL, NULL, NULL);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height;
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN (self->width, 136) : self->height;
}

static void
lueur_face_tile_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LueurFaceTile *self = LUEUR_FACE_TILE (widget);

  if (self->avatar != NULL)
    gtk_widget_allocate (self->avatar, MIN (width, self->width), self->height, -1,
                         gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (MAX (0, (width - self->width) / 2), 0)));
  if (self->initial != NULL)
    gtk_widget_allocate (self->initial, width, height, -1, NULL);
}

static void
lueur_face_tile_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LueurFaceTile *self = LUEUR_FACE_TILE (widget);
  gboolean awake = self->avatar != NULL && lueur_avatar_is_ready (LUEUR_AVATAR (self->avatar));
  int width = gtk_widget_get_width (widget);

  if (awake)
    gtk_widget_snapshot_child (widget, self->avatar, snapshot);
  else if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture,
                                 &GRAPHENE_RECT_INIT ((width - self->width) / 2, 0, self->width, self->height));
  else if (self->initial != NULL)
    gtk_widget_snapshot_child (widget, self->initial, snapshot);
}

static void
lueur_face_tile_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurFaceTile *self = LUEUR_FACE_TILE (object);

  switch ((LueurFaceTileProp) id)
    {
    case PROP_PERSONA:
      g_value_set_object (value, self->persona);
      break;
    case PROP_SEEN:
      g_value_set_boolean (value, self->seen);
      break;
    case PROP_LIVE:
      g_value_set_boolean (value, self->live);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_face_tile_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LueurFaceTile *self = LUEUR_FACE_TILE (object);

  switch ((LueurFaceTileProp) id)
    {
    case PROP_PERSONA:
      lueur_face_tile_set_persona (self, g_value_get_object (value));
      break;
    case PROP_SEEN:
      lueur_face_tile_set_seen (self, g_value_get_boolean (value));
      break;
    case PROP_LIVE:
      lueur_face_tile_set_live (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_face_tile_dispose (GObject *object)
{
  LueurFaceTile *self = LUEUR_FACE_TILE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->live_timeout, g_source_remove);
  g_clear_pointer (&self->avatar, gtk_widget_unparent);
  g_clear_pointer (&self->initial, gtk_widget_unparent);
  g_clear_object (&self->texture);
  g_clear_object (&self->signals);
  g_clear_object (&self->persona);

  G_OBJECT_CLASS (lueur_face_tile_parent_class)->dispose (object);
}

static void
lueur_face_tile_class_init (LueurFaceTileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lueur_face_tile_get_property;
  object_class->set_property = lueur_face_tile_set_property;
  object_class->dispose = lueur_face_tile_dispose;
  widget_class->measure = lueur_face_tile_measure;
  widget_class->size_allocate = lueur_face_tile_size_allocate;
  widget_class->snapshot = lueur_face_tile_snapshot;

  props[PROP_PERSONA] = g_param_spec_object ("persona", NULL, NULL, LUEUR_TYPE_PERSONA, flags);
  props[PROP_SEEN] = g_param_spec_boolean ("seen", NULL, NULL, FALSE, flags);
  props[PROP_LIVE] = g_param_spec_boolean ("live", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "facetile");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
lueur_face_tile_init (LueurFaceTile *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->signals = g_signal_group_new (LUEUR_TYPE_PERSONA);
  g_signal_group_connect_swapped (self->signals, "notify::look", G_CALLBACK (on_look), self);
}

/**
 * lueur_face_tile_new:
 * @width: of the picture; the widget may be wider or narrower
 * @height: of the picture and the widget
 *
 * Returns: (transfer floating): an empty one
 */
GtkWidget *
lueur_face_tile_new (int width, int height)
{
  LueurFaceTile *self = g_object_new (LUEUR_TYPE_FACE_TILE, NULL);

  self->width = width;
  self->height = height;
  return GTK_WIDGET (self);
}

void
lueur_face_tile_set_persona (LueurFaceTile *self, LueurPersona *persona)
{
  if (!g_set_object (&self->persona, persona))
    return;
  doze (self);
  self->live = FALSE;
  self->seen = FALSE;
  forget (self);
  g_signal_group_set_target (self->signals, persona);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PERSONA]);
}

void
lueur_face_tile_set_seen (LueurFaceTile *self, gboolean seen)
{
  if (self->seen == seen)
    return;
  self->seen = seen;
  if (seen)
    render (self);
  else if (self->cancellable != NULL)
    {
      g_cancellable_cancel (self->cancellable);
      g_clear_object (&self->cancellable);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SEEN]);
}

void
lueur_face_tile_set_live (LueurFaceTile *self, gboolean live)
{
  if (self->live == live)
    return;
  self->live = live;
  if (!live)
    doze (self);
  else
    {
      self->live_timeout = g_timeout_add_once (LIVE_DELAY, wake, self);
      g_source_set_name_by_id (self->live_timeout, "[lueur] face wakes");
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LIVE]);
}

gboolean
lueur_face_tile_is_loading (LueurFaceTile *self)
{
  return self->cancellable != NULL;
}
