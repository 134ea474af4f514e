/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/wellbeing/age-line.h"

struct _LueurAgeLine
{
  GtkWidget parent_instance;

  LueurAge *age;
  GtkRevealer *revealer;
  GtkLabel *text;
};

typedef enum
{
  PROP_AGE = 1,
} LueurAgeLineProp;

static GParamSpec *props[PROP_AGE + 1];

G_DEFINE_FINAL_TYPE (LueurAgeLine, lueur_age_line, GTK_TYPE_WIDGET)

static void
announce (LueurAgeLine *self)
{
  if (lueur_age_get_line (self->age) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_text (self->text),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
on_dismiss (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurAgeLine *self = LUEUR_AGE_LINE (widget);

  if (self->age != NULL)
    lueur_age_dismiss (self->age);
}

static void
lueur_age_line_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_AGE)
    g_value_set_object (value, LUEUR_AGE_LINE (object)->age);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lueur_age_line_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_AGE)
    LUEUR_AGE_LINE (object)->age = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lueur_age_line_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lueur_age_line_parent_class)->map (widget);
  announce (LUEUR_AGE_LINE (widget));
}

static void
lueur_age_line_constructed (GObject *object)
{
  LueurAgeLine *self = LUEUR_AGE_LINE (object);

  G_OBJECT_CLASS (lueur_age_line_parent_class)->constructed (object);
  g_signal_connect_object (self->age, "notify::line", G_CALLBACK (announce), self, G_CONNECT_SWAPPED);
}

static void
lueur_age_line_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LUEUR_TYPE_AGE_LINE);
  g_clear_object (&LUEUR_AGE_LINE (object)->age);
  G_OBJECT_CLASS (lueur_age_line_parent_class)->dispose (object);
}

static void
lueur_age_line_class_init (LueurAgeLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lueur_age_line_get_property;
  object_class->set_property = lueur_age_line_set_property;
  object_class->constructed = lueur_age_line_constructed;
  object_class->dispose = lueur_age_line_dispose;
  widget_class->map = lueur_age_line_map;

  props[PROP_AGE] = g_param_spec_object ("age", NULL, NULL, LUEUR_TYPE_AGE,
                                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/wellbeing/age-line.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurAgeLine, revealer);
  gtk_widget_class_bind_template_child (widget_class, LueurAgeLine, text);
  gtk_widget_class_install_action (widget_class, "age.dismiss", NULL, on_dismiss);
}

static void
lueur_age_line_init (LueurAgeLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lueur_age_line_new:
 * @age: who says when the line is to be seen
 *
 * Returns: (transfer floating): a new line
 */
GtkWidget *
lueur_age_line_new (LueurAge *age)
{
  return g_object_new (LUEUR_TYPE_AGE_LINE, "age", age, NULL);
}
