/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/wellbeing/chart-bar.h"

#include <math.h>

/* Widest a bar gets, and its share of its room otherwise. */
#define BAR_MAX 34.0f
#define BAR_SHARE 0.68f
/* What stands for nothing at all: a dash on the ground. */
#define NOTHING_HEIGHT 2.0f
#define POINT 5.0f

struct _LueurChartBar
{
  GtkWidget parent_instance;

  LueurChartStyle style;
  char *label;
  char *name;
  char *text;
  double value;
  double low;
  double high;
};

G_DEFINE_FINAL_TYPE (LueurChartBar, lueur_chart_bar, GTK_TYPE_WIDGET)

static void
update_accessible (LueurChartBar *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, self->low,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, self->high, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  isnan (self->value) ? self->low : CLAMP (self->value, self->low, self->high),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, self->text, -1);
}

static void
snapshot_bar (LueurChartBar *self, GtkSnapshot *snapshot, float width, float height, const GdkRGBA *colour)
{
  double share = lueur_chart_bar_get_share (self);
  float w = MAX (floorf (MIN (width * BAR_SHARE, BAR_MAX)), 2), x = floorf ((width - w) / 2);
  float h = MAX ((float) share * height, NOTHING_HEIGHT), round = MIN (MIN (w / 2, 6), h);
  GskRoundedRect shape;
  GdkRGBA faint = *colour;

  if (isnan (share))
    return;
  if (share <= 0)
    faint.alpha *= 0.45f;
  gsk_rounded_rect_init (&shape, &GRAPHENE_RECT_INIT (x, height - h, w, h), &GRAPHENE_SIZE_INIT (round, round),
                         &GRAPHENE_SIZE_INIT (round, round), &GRAPHENE_SIZE_INIT (0, 0), &GRAPHENE_SIZE_INIT (0, 0));
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, share > 0 ? colour : &faint, &shape.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_point (LueurChartBar *self, GtkSnapshot *snapshot, float width, float height, const GdkRGBA *colour)
{
  double share = lueur_chart_bar_get_share (self);
  gboolean strong = (gtk_widget_get_state_flags (GTK_WIDGET (self)) &
                     (GTK_STATE_FLAG_SELECTED | GTK_STATE_FLAG_PRELIGHT)) != 0;
  float radius = strong ? POINT + 1.5f : MIN (POINT, MAX (width / 3, 2));
  GskRoundedRect shape;

  if (isnan (share))
    return;
  gsk_rounded_rect_init_from_rect (
      &shape, &GRAPHENE_RECT_INIT (width / 2 - radius, (1 - (float) share) * height - radius, radius * 2, radius * 2),
      radius);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, colour, &shape.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
lueur_chart_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LueurChartBar *self = LUEUR_CHART_BAR (widget);
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRGBA colour;

  gtk_widget_get_color (widget, &colour);
  if (self->style == LUEUR_CHART_LINE)
    snapshot_point (self, snapshot, width, height, &colour);
  else
    snapshot_bar (self, snapshot, width, height, &colour);
}

static void
lueur_chart_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 4 : 60;
}

static void
lueur_chart_bar_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  gtk_widget_queue_draw (widget);
  GTK_WIDGET_CLASS (lueur_chart_bar_parent_class)->state_flags_changed (widget, previous);
}

static void
lueur_chart_bar_finalize (GObject *object)
{
  LueurChartBar *self = LUEUR_CHART_BAR (object);

  g_free (self->label);
  g_free (self->name);
  g_free (self->text);
  G_OBJECT_CLASS (lueur_chart_bar_parent_class)->finalize (object);
}

static void
lueur_chart_bar_class_init (LueurChartBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lueur_chart_bar_finalize;
  widget_class->snapshot = lueur_chart_bar_snapshot;
  widget_class->measure = lueur_chart_bar_measure;
  widget_class->state_flags_changed = lueur_chart_bar_state_flags_changed;
  gtk_widget_class_set_css_name (widget_class, "bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
lueur_chart_bar_init (LueurChartBar *self)
{
  self->high = 1;
}

GtkWidget *
lueur_chart_bar_new (LueurChartStyle style, const LueurChartItem *item)
{
  LueurChartBar *self = g_object_new (LUEUR_TYPE_CHART_BAR, NULL);
  g_autofree char *spoken = g_strconcat (item->name, ": ", item->text, NULL);

  self->style = style;
  self->label = g_strdup (item->label);
  self->name = g_strdup (item->name);
  self->text = g_strdup (item->text);
  self->value = item->value;
  /* The value is part of the label as well: not every screen reader asks a meter for it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  update_accessible (self);
  return GTK_WIDGET (self);
}

void
lueur_chart_bar_set_scale (LueurChartBar *self, double low, double high)
{
  self->low = low;
  self->high = high > low ? high : low + 1;
  update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

double
lueur_chart_bar_get_share (LueurChartBar *self)
{
  return isnan (self->value) ? NAN : CLAMP ((self->value - self->low) / (self->high - self->low), 0, 1);
}

const char *
lueur_chart_bar_get_label (LueurChartBar *self)
{
  return self->label;
}

const char *
lueur_chart_bar_get_name (LueurChartBar *self)
{
  return self->name;
}

const char *
lueur_chart_bar_get_text (LueurChartBar *self)
{
  return self->text;
}
