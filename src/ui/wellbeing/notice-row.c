/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/wellbeing/notice-row.h"

struct _LueurNoticeRow
{
  GtkWidget parent_instance;

  LueurWellbeing *wellbeing;
  GtkRevealer *revealer;
  GtkLabel *text;
};

typedef enum
{
  PROP_WELLBEING = 1,
} LueurNoticeRowProp;

static GParamSpec *props[PROP_WELLBEING + 1];

G_DEFINE_FINAL_TYPE (LueurNoticeRow, lueur_notice_row, GTK_TYPE_WIDGET)

static void
on_notice (LueurNoticeRow *self)
{
  if (lueur_wellbeing_get_notice (self->wellbeing) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_text (self->text),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
set_wellbeing (LueurNoticeRow *self, LueurWellbeing *wellbeing)
{
  if (self->wellbeing != NULL)
    g_signal_handlers_disconnect_by_func (self->wellbeing, on_notice, self);
  g_set_object (&self->wellbeing, wellbeing);
  if (self->wellbeing != NULL)
    g_signal_connect_object (self->wellbeing, "notify::notice", G_CALLBACK (on_notice), self, G_CONNECT_SWAPPED);
}

static void
lueur_notice_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((LueurNoticeRowProp) id)
    {
    case PROP_WELLBEING:
      g_value_set_object (value, LUEUR_NOTICE_ROW (object)->wellbeing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_notice_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LueurNoticeRow *self = LUEUR_NOTICE_ROW (object);

  switch ((LueurNoticeRowProp) id)
    {
    case PROP_WELLBEING:
      if (g_value_get_object (value) == self->wellbeing)
        return;
      set_wellbeing (self, g_value_get_object (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_notice_row_dispose (GObject *object)
{
  set_wellbeing (LUEUR_NOTICE_ROW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LUEUR_TYPE_NOTICE_ROW);
  G_OBJECT_CLASS (lueur_notice_row_parent_class)->dispose (object);
}

static void
lueur_notice_row_class_init (LueurNoticeRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lueur_notice_row_get_property;
  object_class->set_property = lueur_notice_row_set_property;
  object_class->dispose = lueur_notice_row_dispose;

  props[PROP_WELLBEING] = g_param_spec_object ("wellbeing", NULL, NULL, LUEUR_TYPE_WELLBEING,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/wellbeing/notice-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurNoticeRow, revealer);
  gtk_widget_class_bind_template_child (widget_class, LueurNoticeRow, text);
}

static void
lueur_notice_row_init (LueurNoticeRow *self)
{
  g_type_ensure (LUEUR_TYPE_WELLBEING);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lueur_notice_row_new:
 * @wellbeing: (nullable): who says when the notice is due
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
lueur_notice_row_new (LueurWellbeing *wellbeing)
{
  return g_object_new (LUEUR_TYPE_NOTICE_ROW, "wellbeing", wellbeing, NULL);
}
