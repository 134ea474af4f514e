/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/wellbeing/chart.h"

#include <adwaita.h>
#include <math.h>

#include "ui/direction.h"
#include "ui/pointer.h"
#include "ui/wellbeing/chart-bar.h"
#include "ui/widget.h"

#define PLOT_HEIGHT 120
#define GAP 8
/* Between two labels of the axis. */
#define LABEL_GAP 6
/* What labels and lines have of the colour of words; the second where high contrast is asked for. */
static const float label_shares[] = { 0.75f, 1.0f };
static const float line_shares[] = { 0.12f, 0.55f };

struct _LueurChart
{
  GtkWidget parent_instance;

  LueurChartStyle style;
  GtkWidget *told; /* the selected item in words */
  GtkWidget *room; /* never shown: the longest of them, so that there is room for each and nothing moves */
  GPtrArray *bars; /* LueurChartBar */
  int selected;
  double low;
  double high;
  GArray *ticks; /* LueurChartTick, labels owned */
  char *name;

  /* Of the last allocation */
  graphene_rect_t plot;
};

G_DEFINE_FINAL_TYPE (LueurChart, lueur_chart, GTK_TYPE_WIDGET)

static void
clear_tick (gpointer data)
{
  g_free ((char *) ((LueurChartTick *) data)->label);
}

static LueurChartBar *
bar_at (LueurChart *self, int index)
{
  return index >= 0 && index < (int) self->bars->len ? g_ptr_array_index (self->bars, index) : NULL;
}

/* --- Which one ---------------------------------------------------------------------------------- */

static char *
dup_words (LueurChart *self, int index)
{
  LueurChartBar *bar = bar_at (self, index);

  if (bar == NULL)
    return g_strdup ("");
  return lueur_sentence ("%s · %s", lueur_chart_bar_get_name (bar), lueur_chart_bar_get_text (bar));
}

static void
update_told (LueurChart *self)
{
  g_autofree char *text = dup_words (self, self->selected);

  gtk_label_set_label (GTK_LABEL (self->told), text);
}

static void
update_room (LueurChart *self)
{
  g_autofree char *longest = g_strdup ("");

  for (int i = 0; i < (int) self->bars->len; i++)
    {
      g_autofree char *text = dup_words (self, i);

      if (g_utf8_strlen (text, -1) > g_utf8_strlen (longest, -1))
        g_set_str (&longest, text);
    }
  gtk_label_set_label (GTK_LABEL (self->room), longest);
}

static void
select_bar (LueurChart *self, int index, gboolean focus)
{
  LueurChartBar *old = bar_at (self, self->selected), *bar = bar_at (self, index);

  if (old != NULL)
    {
      gtk_widget_unset_state_flags (GTK_WIDGET (old), GTK_STATE_FLAG_SELECTED);
      gtk_widget_set_focusable (GTK_WIDGET (old), FALSE);
    }
  self->selected = bar != NULL ? index : -1;
  update_told (self);
  if (bar == NULL)
    return;
  gtk_widget_set_state_flags (GTK_WIDGET (bar), GTK_STATE_FLAG_SELECTED, FALSE);
  /* One stop for the Tab key, however many bars there are; the arrows go on from it. */
  gtk_widget_set_focusable (GTK_WIDGET (bar), TRUE);
  if (focus)
    gtk_widget_grab_focus (GTK_WIDGET (bar));
}

static gboolean
on_move (GtkWidget *widget, GVariant *args, gpointer data)
{
  LueurChart *self = LUEUR_CHART (widget);
  int step = g_variant_get_int32 (args), last = (int) self->bars->len - 1, next;

  if (last < 0)
    return GDK_EVENT_PROPAGATE;
  if (ABS (step) > 1)
    next = step > 0 ? last : 0;
  else
    {
      if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
        step = -step;
      next = self->selected + step;
    }
  if (next < 0 || next > last)
    {
      gtk_widget_error_bell (widget);
      return GDK_EVENT_STOP;
    }
  select_bar (self, next, TRUE);
  return GDK_EVENT_STOP;
}

static void
on_pointed (GtkWidget *widget, double x, double y)
{
  LueurChart *self = LUEUR_CHART (widget);

  if (y < self->plot.origin.y)
    return;
  for (guint i = 0; i < self->bars->len; i++)
    {
      graphene_rect_t bounds;

      if (gtk_widget_compute_bounds (g_ptr_array_index (self->bars, i), GTK_WIDGET (self), &bounds) &&
          x >= bounds.origin.x && x < bounds.origin.x + bounds.size.width && (int) i != self->selected)
        {
          /* Where the keyboard is, it stays. */
          gboolean focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

          select_bar (self, (int) i, focus);
          return;
        }
    }
}

static void
on_pressed (GtkGestureClick *gesture, int n, double x, double y, LueurChart *self)
{
  on_pointed (GTK_WIDGET (self), x, y);
  select_bar (self, self->selected, TRUE);
}

/* --- Room --------------------------------------------------------------------------------------- */

static PangoLayout *
make_label (LueurChart *self, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (0.85));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

static void
label_size (LueurChart *self, const char *text, int *width, int *height)
{
  g_autoptr (PangoLayout) layout = make_label (self, text);

  pango_layout_get_pixel_size (layout, width, height);
}

static int
ticks_width (LueurChart *self)
{
  int widest = 0;

  for (guint i = 0; i < self->ticks->len; i++)
    {
      int width;

      label_size (self, g_array_index (self->ticks, LueurChartTick, i).label, &width, NULL);
      widest = MAX (widest, width);
    }
  return widest > 0 ? widest + GAP : 0;
}

static int
axis_height (LueurChart *self)
{
  int height;

  label_size (self, "0", NULL, &height);
  return height + GAP;
}

static GtkSizeRequestMode
lueur_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lueur_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  LueurChart *self = LUEUR_CHART (widget);
  int told_minimum, told_natural;

  gtk_widget_measure (self->room, orientation, for_size, &told_minimum, &told_natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX ((int) self->bars->len * 4 + ticks_width (self), told_minimum);
      *natural = MAX (*minimum, 300);
    }
  else
    *minimum = *natural = told_natural + GAP + PLOT_HEIGHT + axis_height (self);
}

static void
lueur_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LueurChart *self = LUEUR_CHART (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int told, ticks = ticks_width (self), n = (int) self->bars->len;
  GtkAllocation all = { 0, 0, width, 0 };

  gtk_widget_measure (self->room, GTK_ORIENTATION_VERTICAL, width, NULL, &told, NULL, NULL);
  all.height = told;
  gtk_widget_size_allocate (self->told, &all, -1);
  graphene_rect_init (&self->plot, rtl ? ticks : 0, told + GAP, MAX (width - ticks, 1),
                      MAX (height - told - GAP - axis_height (self), 1));
  for (int i = 0; i < n; i++)
    {
      int place = rtl ? n - 1 - i : i;
      int from = (int) round (self->plot.size.width * place / n), to = (int) round (self->plot.size.width * (place + 1) / n);
      GtkAllocation bounds = { (int) self->plot.origin.x + from, (int) self->plot.origin.y, MAX (to - from, 1),
                               (int) self->plot.size.height };

      gtk_widget_size_allocate (g_ptr_array_index (self->bars, i), &bounds, -1);
    }
}

/* --- Drawing ------------------------------------------------------------------------------------ */

/* The colour of words, with the share of it that is @shares. */
static GdkRGBA
colour_of (LueurChart *self, const float *shares)
{
  gboolean high = adw_style_manager_get_high_contrast (adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self))));
  GdkRGBA colour;

  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  colour.alpha = high ? shares[1] : colour.alpha * shares[0];
  return colour;
}

static void
append_label (LueurChart *self, GtkSnapshot *snapshot, PangoLayout *layout, float x, float y)
{
  GdkRGBA colour = colour_of (self, label_shares);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (roundf (x), roundf (y)));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
append_ticks (LueurChart *self, GtkSnapshot *snapshot)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const graphene_rect_t *plot = &self->plot;
  GdkRGBA line = colour_of (self, line_shares);

  for (guint i = 0; i < self->ticks->len; i++)
    {
      const LueurChartTick *tick = &g_array_index (self->ticks, LueurChartTick, i);
      float y = plot->origin.y +
                roundf (plot->size.height * (float) (1 - (tick->value - self->low) / (self->high - self->low)));
      g_autoptr (PangoLayout) layout = make_label (self, tick->label);
      int width, height;

      gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (plot->origin.x, y, plot->size.width, 1));
      pango_layout_get_pixel_size (layout, &width, &height);
      append_label (self, snapshot, layout, rtl ? plot->origin.x - GAP - width : plot->origin.x + plot->size.width + GAP,
                    CLAMP (y - height / 2.0f, plot->origin.y - height / 2.0f,
                           plot->origin.y + plot->size.height - height));
    }
}

/* Of labels that would touch, the later ones are left out. */
static void
append_axis (LueurChart *self, GtkSnapshot *snapshot)
{
  float y = self->plot.origin.y + self->plot.size.height + GAP / 2.0f;
  float left = -G_MAXFLOAT, right = G_MAXFLOAT, width_of_all = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  for (guint i = 0; i < self->bars->len; i++)
    {
      LueurChartBar *bar = g_ptr_array_index (self->bars, i);
      const char *text = lueur_chart_bar_get_label (bar);
      g_autoptr (PangoLayout) layout = NULL;
      graphene_rect_t bounds;
      int width;
      float x;

      if (text == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (bar), GTK_WIDGET (self), &bounds))
        continue;
      layout = make_label (self, text);
      pango_layout_get_pixel_size (layout, &width, NULL);
      x = CLAMP (bounds.origin.x + bounds.size.width / 2 - width / 2.0f, 0, MAX (width_of_all - width, 0));
      if (rtl ? x + width + LABEL_GAP > right : x < left + LABEL_GAP)
        continue;
      left = x + width;
      right = x;
      append_label (self, snapshot, layout, x, y);
    }
}

/* Joins points that follow each other; a gap stays a gap. */
static void
append_line (LueurChart *self, GtkSnapshot *snapshot)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (2.5f);
  gboolean down = FALSE;
  GdkRGBA colour = { 0 };

  for (guint i = 0; i < self->bars->len; i++)
    {
      LueurChartBar *bar = g_ptr_array_index (self->bars, i);
      double share = lueur_chart_bar_get_share (bar);
      graphene_rect_t bounds;
      float x, y;

      if (isnan (share) || !gtk_widget_compute_bounds (GTK_WIDGET (bar), GTK_WIDGET (self), &bounds))
        continue;
      gtk_widget_get_color (GTK_WIDGET (bar), &colour);
      x = bounds.origin.x + bounds.size.width / 2;
      y = bounds.origin.y + bounds.size.height * (1 - (float) share);
      if (down)
        gsk_path_builder_line_to (builder, x, y);
      else
        gsk_path_builder_move_to (builder, x, y);
      down = TRUE;
    }
  path = gsk_path_builder_free_to_path (builder);
  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  if (!gsk_path_is_empty (path))
    gtk_snapshot_append_stroke (snapshot, path, stroke, &colour);
}

static void
lueur_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LueurChart *self = LUEUR_CHART (widget);

  append_ticks (self, snapshot);
  if (self->style == LUEUR_CHART_LINE)
    append_line (self, snapshot);
  GTK_WIDGET_CLASS (lueur_chart_parent_class)->snapshot (widget, snapshot);
  append_axis (self, snapshot);
}

/* --- The widget --------------------------------------------------------------------------------- */

static void
lueur_chart_dispose (GObject *object)
{
  LueurChart *self = LUEUR_CHART (object);

  g_ptr_array_set_size (self->bars, 0);
  self->selected = -1;
  lueur_widget_clear (GTK_WIDGET (self));
  G_OBJECT_CLASS (lueur_chart_parent_class)->dispose (object);
}

static void
lueur_chart_finalize (GObject *object)
{
  LueurChart *self = LUEUR_CHART (object);

  g_ptr_array_unref (self->bars);
  g_array_unref (self->ticks);
  g_free (self->name);
  G_OBJECT_CLASS (lueur_chart_parent_class)->finalize (object);
}

static void
lueur_chart_class_init (LueurChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lueur_chart_dispose;
  object_class->finalize = lueur_chart_finalize;
  widget_class->get_request_mode = lueur_chart_get_request_mode;
  widget_class->measure = lueur_chart_measure;
  widget_class->size_allocate = lueur_chart_size_allocate;
  widget_class->snapshot = lueur_chart_snapshot;
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, on_move, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, on_move, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Left, 0, on_move, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Right, 0, on_move, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, on_move, "i", -2);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, on_move, "i", 2);
}

static void
lueur_chart_init (LueurChart *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->bars = g_ptr_array_new ();
  self->ticks = g_array_new (FALSE, FALSE, sizeof (LueurChartTick));
  g_array_set_clear_func (self->ticks, clear_tick);
  self->selected = -1;
  self->high = 1;
  self->told = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->told), 0);
  gtk_label_set_yalign (GTK_LABEL (self->told), 0);
  gtk_label_set_wrap (GTK_LABEL (self->told), TRUE);
  gtk_widget_set_parent (self->told, GTK_WIDGET (self));
  self->room = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->room), TRUE);
  gtk_widget_set_child_visible (self->room, FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->room), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_parent (self->room, GTK_WIDGET (self));
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  lueur_pointer_follow (GTK_WIDGET (self), on_pointed);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
lueur_chart_new (void)
{
  return g_object_new (LUEUR_TYPE_CHART, NULL);
}

void
lueur_chart_set_items (LueurChart *self, LueurChartStyle style, const LueurChartItem *items, guint n_items)
{
  /* The same chart with newer figures: who reads it is not sent elsewhere. */
  int keep = style == self->style && n_items == self->bars->len ? self->selected : -1, last = -1;
  gboolean focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  self->selected = -1;
  for (guint i = 0; i < self->bars->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->bars, i));
  g_ptr_array_set_size (self->bars, 0);
  self->style = style;
  for (guint i = 0; i < n_items; i++)
    {
      GtkWidget *bar = lueur_chart_bar_new (style, &items[i]);

      lueur_chart_bar_set_scale (LUEUR_CHART_BAR (bar), self->low, self->high);
      gtk_widget_set_parent (bar, GTK_WIDGET (self));
      g_ptr_array_add (self->bars, bar);
      if (!isnan (items[i].value))
        last = (int) i;
    }
  update_room (self);
  select_bar (self, keep >= 0 ? keep : last, focus);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
lueur_chart_set_scale (LueurChart *self, double low, double high, const LueurChartTick *ticks, guint n_ticks)
{
  self->low = low;
  self->high = high > low ? high : low + 1;
  g_array_set_size (self->ticks, 0);
  for (guint i = 0; i < n_ticks; i++)
    {
      LueurChartTick tick = { ticks[i].value, g_strdup (ticks[i].label) };

      g_array_append_val (self->ticks, tick);
    }
  for (guint i = 0; i < self->bars->len; i++)
    lueur_chart_bar_set_scale (g_ptr_array_index (self->bars, i), self->low, self->high);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * lueur_chart_set_name:
 * @name: what the chart shows, for who does not see it
 */
void
lueur_chart_set_name (LueurChart *self, const char *name)
{
  if (g_set_str (&self->name, name))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

guint
lueur_chart_get_n_items (LueurChart *self)
{
  return self->bars->len;
}

int
lueur_chart_get_selected (LueurChart *self)
{
  return self->selected;
}

void
lueur_chart_select (LueurChart *self, int index)
{
  select_bar (self, index, FALSE);
}
