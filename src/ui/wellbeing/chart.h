/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LueurChartItem:
 * @label: (nullable): short, for the axis; NULL for one that stands without
 * @name: what it is, in full (“Monday 9 March”)
 * @text: its value in words (“25 minutes”)
 * @value: NAN where there is none
 */
typedef struct
{
  const char *label;
  const char *name;
  const char *text;
  double value;
} LueurChartItem;

/* A line across the chart, with its label at the end of it. */
typedef struct
{
  double value;
  const char *label;
} LueurChartTick;

/**
 * LueurChartStyle:
 * @LUEUR_CHART_BARS: a bar an item, from the lowest value
 * @LUEUR_CHART_LINE: a point an item, joined where they follow each other
 */
typedef enum
{
  LUEUR_CHART_BARS,
  LUEUR_CHART_LINE,
} LueurChartStyle;

#define LUEUR_TYPE_CHART (lueur_chart_get_type ())
G_DECLARE_FINAL_TYPE (LueurChart, lueur_chart, LUEUR, CHART, GtkWidget)

/*
 * LueurChart: values in a row, to be looked at calmly. One item is selected, and told in words above: it is the one under
 * the pointer, or where the arrow keys, Home and End went. Each item is an accessible of its own (role meter, with its
 * name and value), in a group that bears the chart's name. Runs from right to left where the language does.
 *
 * CSS: chart, chart > bar (its colour is that of the bar; :selected, :hover), chart > label.
 */
GtkWidget *lueur_chart_new (void);
/* Takes the place of what there was; the last item that has a value is selected. */
void       lueur_chart_set_items (LueurChart *self, LueurChartStyle style, const LueurChartItem *items, guint n_items);
/* From @low to @high, with lines at @ticks. */
void       lueur_chart_set_scale (LueurChart *self, double low, double high, const LueurChartTick *ticks, guint n_ticks);
void       lueur_chart_set_name (LueurChart *self, const char *name);
guint      lueur_chart_get_n_items (LueurChart *self);
int        lueur_chart_get_selected (LueurChart *self); /* -1: none */
void       lueur_chart_select (LueurChart *self, int index);

G_END_DECLS
