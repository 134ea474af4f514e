/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/wellbeing/nudge-banner.h"

#include <adwaita.h>

#include "ui/wellbeing/nudge-text.h"

struct _LueurNudgeBanner
{
  GtkWidget parent_instance;

  LueurWellbeing *wellbeing;
  GSignalGroup *signals;

  GtkRevealer *pause_revealer;
  GtkLabel *pause_title;
  GtkLabel *pause_text;
  GtkButton *later_button;
  GtkRevealer *line_revealer;
  GtkLabel *line_text;
  GtkRevealer *wind_down_revealer;
};

typedef enum
{
  PROP_WELLBEING = 1,
} LueurNudgeBannerProp;

static GParamSpec *props[PROP_WELLBEING + 1];

G_DEFINE_FINAL_TYPE (LueurNudgeBanner, lueur_nudge_banner, GTK_TYPE_WIDGET)

static void
announce (LueurNudgeBanner *self, const char *text)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

/* The words are set when a suggestion comes rather than bound: while it is folded away again they stay. */
static void
update_pause (LueurNudgeBanner *self)
{
  g_autofree char *title = NULL, *body = NULL, *later = NULL;

  if (!lueur_wellbeing_get_nudge (self->wellbeing))
    return;
  title = lueur_nudge_text_title (self->wellbeing);
  body = lueur_nudge_text_body (self->wellbeing);
  later = lueur_nudge_text_later (self->wellbeing);
  gtk_label_set_label (self->pause_title, title);
  gtk_label_set_label (self->pause_text, body);
  gtk_button_set_label (self->later_button, later);
  announce (self, title);
}

static void
update_line (LueurNudgeBanner *self)
{
  g_autofree char *text = lueur_nudge_text_line (self->wellbeing);

  if (*text != '\0')
    {
      gtk_label_set_label (self->line_text, text);
      announce (self, text);
    }
  gtk_revealer_set_reveal_child (self->line_revealer, *text != '\0');
}

static void
on_bind (LueurNudgeBanner *self, LueurWellbeing *wellbeing)
{
  self->wellbeing = wellbeing;
  update_pause (self);
  update_line (self);
}

static void
answer (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LueurNudgeBanner *self = LUEUR_NUDGE_BANNER (widget);

  if (self->wellbeing == NULL)
    return;
  if (g_str_equal (action, "nudge.break"))
    lueur_wellbeing_take_break (self->wellbeing);
  else if (g_str_equal (action, "nudge.later"))
    lueur_wellbeing_postpone (self->wellbeing);
  else if (g_str_equal (action, "nudge.not-today"))
    lueur_wellbeing_not_today (self->wellbeing);
  else if (g_str_equal (action, "nudge.dismiss-line"))
    lueur_wellbeing_dismiss_line (self->wellbeing);
  else if (g_str_equal (action, "nudge.end-wind-down"))
    lueur_wellbeing_end_wind_down (self->wellbeing);
}

static void
lueur_nudge_banner_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurNudgeBanner *self = LUEUR_NUDGE_BANNER (object);

  switch ((LueurNudgeBannerProp) id)
    {
    case PROP_WELLBEING:
      g_value_take_object (value, g_signal_group_dup_target (self->signals));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_nudge_banner_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LueurNudgeBanner *self = LUEUR_NUDGE_BANNER (object);

  switch ((LueurNudgeBannerProp) id)
    {
    case PROP_WELLBEING:
      if (g_value_get_object (value) == self->wellbeing)
        return;
      self->wellbeing = NULL;
      g_signal_group_set_target (self->signals, g_value_get_object (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_nudge_banner_dispose (GObject *object)
{
  LueurNudgeBanner *self = LUEUR_NUDGE_BANNER (object);

  self->wellbeing = NULL;
  g_clear_object (&self->signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), LUEUR_TYPE_NUDGE_BANNER);
  G_OBJECT_CLASS (lueur_nudge_banner_parent_class)->dispose (object);
}

static void
lueur_nudge_banner_class_init (LueurNudgeBannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const char *const actions[] = { "nudge.break", "nudge.later", "nudge.not-today", "nudge.dismiss-line",
                                         "nudge.end-wind-down" };

  object_class->get_property = lueur_nudge_banner_get_property;
  object_class->set_property = lueur_nudge_banner_set_property;
  object_class->dispose = lueur_nudge_banner_dispose;

  props[PROP_WELLBEING] = g_param_spec_object ("wellbeing", NULL, NULL, LUEUR_TYPE_WELLBEING,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, answer);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lueur_app/Lueur/wellbeing/nudge-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, LueurNudgeBanner, pause_revealer);
  gtk_widget_class_bind_template_child (widget_class, LueurNudgeBanner, pause_title);
  gtk_widget_class_bind_template_child (widget_class, LueurNudgeBanner, pause_text);
  gtk_widget_class_bind_template_child (widget_class, LueurNudgeBanner, later_button);
  gtk_widget_class_bind_template_child (widget_class, LueurNudgeBanner, line_revealer);
  gtk_widget_class_bind_template_child (widget_class, LueurNudgeBanner, line_text);
  gtk_widget_class_bind_template_child (widget_class, LueurNudgeBanner, wind_down_revealer);
}

static void
lueur_nudge_banner_init (LueurNudgeBanner *self)
{
  g_type_ensure (LUEUR_TYPE_WELLBEING);
  g_type_ensure (ADW_TYPE_WRAP_BOX);
  self->signals = g_signal_group_new (LUEUR_TYPE_WELLBEING);
  g_signal_connect_swapped (self->signals, "bind", G_CALLBACK (on_bind), self);
  g_signal_group_connect_swapped (self->signals, "notify::nudge", G_CALLBACK (update_pause), self);
  g_signal_group_connect_swapped (self->signals, "notify::line", G_CALLBACK (update_line), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lueur_nudge_banner_new:
 * @wellbeing: (nullable): whose suggestions to show
 *
 * Returns: (transfer floating): a new banner
 */
GtkWidget *
lueur_nudge_banner_new (LueurWellbeing *wellbeing)
{
  return g_object_new (LUEUR_TYPE_NUDGE_BANNER, "wellbeing", wellbeing, NULL);
}
