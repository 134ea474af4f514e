/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/wellbeing/chart.h"

G_BEGIN_DECLS

/*
 * LueurChartBar: one item of a chart. It is as high as the plot, so that it is easy to point at, and draws what its
 * value comes to; what joins the items is the chart's.
 */
#define LUEUR_TYPE_CHART_BAR (lueur_chart_bar_get_type ())
G_DECLARE_FINAL_TYPE (LueurChartBar, lueur_chart_bar, LUEUR, CHART_BAR, GtkWidget)

GtkWidget  *lueur_chart_bar_new (LueurChartStyle style, const LueurChartItem *item);
void        lueur_chart_bar_set_scale (LueurChartBar *self, double low, double high);
/* Where its value is, in [0, 1] of the height from below; NAN for no value. */
double      lueur_chart_bar_get_share (LueurChartBar *self);
const char *lueur_chart_bar_get_label (LueurChartBar *self); /* (nullable) */
const char *lueur_chart_bar_get_name (LueurChartBar *self);
const char *lueur_chart_bar_get_text (LueurChartBar *self);

G_END_DECLS
