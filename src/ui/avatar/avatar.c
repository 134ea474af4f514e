/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The widget that shows a companion's face. */

#include "ui/avatar/avatar.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _LueurAvatar
{
  GtkWidget parent_instance;

  char *look;
  char *person;
  char *error;
  LueurAvatarState state;
  double liveliness;
  double loudness;
  gboolean animate;
  gboolean loading;
  LueurFeeling feeling;
};

G_DEFINE_ENUM_TYPE (LueurAvatarState, lueur_avatar_state,
                    G_DEFINE_ENUM_VALUE (LUEUR_AVATAR_RESTING, "resting"),
                    G_DEFINE_ENUM_VALUE (LUEUR_AVATAR_ATTENTIVE, "attentive"),
                    G_DEFINE_ENUM_VALUE (LUEUR_AVATAR_THINKING, "thinking"),
                    G_DEFINE_ENUM_VALUE (LUEUR_AVATAR_SPEAKING, "speaking"),
                    G_DEFINE_ENUM_VALUE (LUEUR_AVATAR_AWAY, "away"))

G_DEFINE_FINAL_TYPE (LueurAvatar, lueur_avatar, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_LOOK = 1,
  PROP_NAME_FOR_LABEL,
  PROP_STATE,
  PROP_LIVELINESS,
  PROP_ANIMATE,
  PROP_LOADING,
  PROP_ERROR,
} LueurAvatarProp;

static GParamSpec *properties[PROP_ERROR + 1];

static void
lueur_avatar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  *minimum = 16;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 300;
}

static void
lueur_avatar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LueurAvatar *self = LUEUR_AVATAR (widget);
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  float side = MIN (width, height);
  GskRoundedRect circle;
  GdkRGBA back = { 0.55, 0.5, 0.7, 1 }, white = { 1, 1, 1, 1 };

  gsk_rounded_rect_init_from_rect (
      &circle, &GRAPHENE_RECT_INIT ((width - side) / 2, (height - side) / 2, side, side), side / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, &back, &circle.bounds);
  gtk_snapshot_pop (snapshot);

  if (self->person != NULL && *self->person != '\0')
    {
      g_autoptr (PangoLayout) layout = NULL;
      g_autofree char *initial = g_utf8_substring (self->person, 0, 1);
      g_autofree char *upper = g_utf8_strup (initial, -1);
      PangoFontDescription *font = pango_font_description_new ();
      int w, h;

      layout = gtk_widget_create_pango_layout (widget, upper);
      pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
      pango_font_description_set_absolute_size (font, side * 0.4 * PANGO_SCALE);
      pango_layout_set_font_description (layout, font);
      pango_font_description_free (font);
      pango_layout_get_pixel_size (layout, &w, &h);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((width - w) / 2, (height - h) / 2));
      gtk_snapshot_append_layout (snapshot, layout, &white);
    }
}

static void
lueur_avatar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurAvatar *self = LUEUR_AVATAR (object);

  switch ((LueurAvatarProp) id)
    {
    case PROP_LOOK:
      g_value_set_string (value, self->look);
      break;
    case PROP_NAME_FOR_LABEL:
      g_value_set_string (value, self->person);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_LIVELINESS:
      g_value_set_double (value, self->liveliness);
      break;
    case PROP_ANIMATE:
      g_value_set_boolean (value, self->animate);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_avatar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LueurAvatar *self = LUEUR_AVATAR (object);

  switch ((LueurAvatarProp) id)
    {
    case PROP_LOOK:
      lueur_avatar_set_look (self, g_value_get_string (value));
      break;
    case PROP_NAME_FOR_LABEL:
      lueur_avatar_set_person (self, g_value_get_string (value));
      break;
    case PROP_STATE:
      lueur_avatar_set_state (self, g_value_get_enum (value));
      break;
    case PROP_LIVELINESS:
      if (self->liveliness != g_value_get_double (value))
        {
          self->liveliness = g_value_get_double (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case PROP_ANIMATE:
      if (self->animate != g_value_get_boolean (value))
        {
          self->animate = g_value_get_boolean (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case PROP_LOADING:
    case PROP_ERROR:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_avatar_finalize (GObject *object)
{
  LueurAvatar *self = LUEUR_AVATAR (object);

  g_free (self->look);
  g_free (self->person);
  g_free (self->error);
  G_OBJECT_CLASS (lueur_avatar_parent_class)->finalize (object);
}

static void
lueur_avatar_class_init (LueurAvatarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags both = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lueur_avatar_get_property;
  object_class->set_property = lueur_avatar_set_property;
  object_class->finalize = lueur_avatar_finalize;
  widget_class->measure = lueur_avatar_measure;
  widget_class->snapshot = lueur_avatar_snapshot;

  properties[PROP_LOOK] = g_param_spec_string ("look", NULL, NULL, NULL, both);
  properties[PROP_NAME_FOR_LABEL] = g_param_spec_string ("name-for-label", NULL, NULL, NULL, both);
  properties[PROP_STATE]
      = g_param_spec_enum ("state", NULL, NULL, lueur_avatar_state_get_type (), LUEUR_AVATAR_RESTING, both);
  properties[PROP_LIVELINESS] = g_param_spec_double ("liveliness", NULL, NULL, 0, 1, 0.6, both);
  properties[PROP_ANIMATE] = g_param_spec_boolean ("animate", NULL, NULL, TRUE, both);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, read);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, read);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "lueur-avatar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
lueur_avatar_init (LueurAvatar *self)
{
  self->liveliness = 0.6;
  self->animate = TRUE;
  self->loudness = -1;
  self->feeling.label = self->feeling.second = LUEUR_EMOTION_NEUTRAL;
}

/**
 * lueur_avatar_new:
 *
 * Returns: (transfer floating): an avatar without a look: a circle with the person's initial
 */
GtkWidget *
lueur_avatar_new (void)
{
  return g_object_new (LUEUR_TYPE_AVATAR, NULL);
}

void
lueur_avatar_set_look (LueurAvatar *self, const char *look)
{
  g_return_if_fail (LUEUR_IS_AVATAR (self));

  if (g_set_str (&self->look, look))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOOK]);
}

void
lueur_avatar_set_person (LueurAvatar *self, const char *name)
{
  g_return_if_fail (LUEUR_IS_AVATAR (self));

  if (!g_set_str (&self->person, name))
    return;
  if (name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME_FOR_LABEL]);
}

void
lueur_avatar_set_state (LueurAvatar *self, LueurAvatarState state)
{
  g_return_if_fail (LUEUR_IS_AVATAR (self));

  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

void
lueur_avatar_set_feeling (LueurAvatar *self, const LueurFeeling *feeling)
{
  g_return_if_fail (LUEUR_IS_AVATAR (self));
  g_return_if_fail (feeling != NULL);

  self->feeling = *feeling;
}

void
lueur_avatar_speak (LueurAvatar *self, const char *text)
{
  g_return_if_fail (LUEUR_IS_AVATAR (self));
}

void
lueur_avatar_set_loudness (LueurAvatar *self, double loudness)
{
  g_return_if_fail (LUEUR_IS_AVATAR (self));

  self->loudness = loudness;
}

void
lueur_avatar_look_at (LueurAvatar *self, double x, double y)
{
  g_return_if_fail (LUEUR_IS_AVATAR (self));
}

char *
lueur_avatar_dup_default_look (guint index)
{
  static const char *const looks[] = {
    "{\"rig\":\"ambre\"}",
    "{\"rig\":\"ambre\",\"choices\":{\"hair\":\"curly\"},\"colours\":{\"skin\":\"#8d5a3c\",\"hair\":\"#2a1c18\"}}",
  };

  return g_strdup (looks[index % G_N_ELEMENTS (looks)]);
}
