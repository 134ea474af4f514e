/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The charts: by keyboard, told to who does not see them, and seen by who hardly does. */

#include <math.h>

#include "ui/pixels.h"
#include "ui/wellbeing/chart.h"
#include "wellbeing-fixture.h"

static void
test_chart (Fixture *f, gconstpointer data)
{
  const LueurChartItem items[] = { { "Mon", "Monday", "5 minutes", 300 },
                                   { "Tue", "Tuesday", "nothing", 0 },
                                   { "Wed", "Wednesday", "no figure", NAN },
                                   { "Thu", "Thursday", "an hour", 3600 } };
  GtkWidget *chart = lueur_chart_new (), *bar;

  adw_window_set_content (ADW_WINDOW (f->window), chart);
  lueur_chart_set_name (LUEUR_CHART (chart), "Minutes");
  lueur_chart_set_scale (LUEUR_CHART (chart), 0, 3600, (LueurChartTick[]){ { 0, "0" }, { 3600, "1 h" } }, 2);
  lueur_chart_set_items (LUEUR_CHART (chart), LUEUR_CHART_BARS, items, 4);
  lueur_test_spin (50);
  gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL, "Minutes");
  g_assert_cmpint (lueur_chart_get_selected (LUEUR_CHART (chart)), ==, 3);

  /* One stop for Tab, the arrows go on from there, and each bar says what it is and how much. */
  g_assert_true (gtk_widget_child_focus (chart, GTK_DIR_TAB_FORWARD));
  bar = focus_of (f);
  gtk_test_accessible_assert_role (bar, GTK_ACCESSIBLE_ROLE_METER);
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_LABEL, "Thursday: an hour");
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "an hour");
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 3600.0);
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 3600.0);
  g_assert_nonnull (find_in (chart, GTK_TYPE_LABEL, "label", "Thursday · an hour"));
  g_assert_true (press (bar, GDK_KEY_Left));
  g_assert_true (press (focus_of (f), GDK_KEY_Left));
  gtk_test_accessible_assert_property (focus_of (f), GTK_ACCESSIBLE_PROPERTY_LABEL, "Tuesday: nothing");
  g_assert_true (press (focus_of (f), GDK_KEY_Home));
  gtk_test_accessible_assert_property (focus_of (f), GTK_ACCESSIBLE_PROPERTY_LABEL, "Monday: 5 minutes");
  g_assert_true (press (focus_of (f), GDK_KEY_Left));
  g_assert_cmpint (lueur_chart_get_selected (LUEUR_CHART (chart)), ==, 0);
  g_assert_true (press (focus_of (f), GDK_KEY_End));
  g_assert_cmpint (lueur_chart_get_selected (LUEUR_CHART (chart)), ==, 3);
  /* Out again with one Tab. */
  g_assert_false (gtk_widget_child_focus (chart, GTK_DIR_TAB_FORWARD));

  /* New figures do not send the reader elsewhere. */
  lueur_chart_select (LUEUR_CHART (chart), 1);
  lueur_chart_set_items (LUEUR_CHART (chart), LUEUR_CHART_BARS, items, 4);
  g_assert_cmpint (lueur_chart_get_selected (LUEUR_CHART (chart)), ==, 1);
  lueur_chart_set_items (LUEUR_CHART (chart), LUEUR_CHART_LINE, items, 0);
  g_assert_cmpint (lueur_chart_get_selected (LUEUR_CHART (chart)), ==, -1);
}

/* Where one writes from right to left, the first bar is on the right, and the right arrow goes back. */
static void
test_chart_rtl (Fixture *f, gconstpointer data)
{
  const LueurChartItem items[] = { { "a", "A", "one", 1 }, { "b", "B", "two", 2 } };
  GtkWidget *chart = lueur_chart_new (), *first, *second;
  graphene_rect_t one, two;

  gtk_widget_set_direction (chart, GTK_TEXT_DIR_RTL);
  adw_window_set_content (ADW_WINDOW (f->window), chart);
  lueur_chart_set_items (LUEUR_CHART (chart), LUEUR_CHART_BARS, items, 2);
  lueur_test_spin (50);
  second = gtk_widget_get_last_child (chart);
  first = gtk_widget_get_prev_sibling (second);
  g_assert_true (gtk_widget_compute_bounds (first, chart, &one) && gtk_widget_compute_bounds (second, chart, &two));
  g_assert_cmpfloat (one.origin.x, >, two.origin.x);
  g_assert_true (gtk_widget_grab_focus (second));
  g_assert_true (press (second, GDK_KEY_Right));
  g_assert_cmpint (lueur_chart_get_selected (LUEUR_CHART (chart)), ==, 0);
  lueur_test_shot (f->window, "chart-rtl");
}

/* Adds what the app adds, in light or dark. (transfer full) */
static GtkCssProvider *
add_style (const char *name)
{
  GtkCssProvider *style = gtk_css_provider_new ();
  g_autofree char *path = g_strconcat ("/io/github/lueur_app/Lueur/", name, NULL);

  gtk_css_provider_load_from_resource (style, path);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  return style;
}

static void
assert_contrast (GtkWidget *widget, const graphene_rect_t *area, const char *what, double least)
{
  double got = lueur_test_contrast_in (widget, area);

  g_test_message ("%s: %.2f", what, got);
  g_assert_cmpfloat (got, >=, least);
}

/* Bars, the line, and what is written beside them, on a card as on the page; figures at 3 to 1, words at 4.5 to 1. */
static void
look_at (GtkWidget *chart, gboolean high)
{
  GtkWidget *bars[4], *child = gtk_widget_get_last_child (chart), *told;
  graphene_rect_t b[4], all, words;
  float bottom, top, right;

  for (int i = 3; i >= 0; i--, child = gtk_widget_get_prev_sibling (child))
    {
      bars[i] = child;
      g_assert_true (gtk_widget_compute_bounds (bars[i], chart, &b[i]));
    }
  g_assert_true (gtk_widget_compute_bounds (chart, chart, &all));
  told = gtk_widget_get_first_child (chart);
  g_assert_true (gtk_widget_compute_bounds (told, chart, &words));
  top = b[0].origin.y;
  bottom = top + b[0].size.height;
  right = b[3].origin.x + b[3].size.width;
  lueur_chart_select (LUEUR_CHART (chart), 3);
  lueur_test_spin (30);
  /* Inside the frame that the chosen one has where high contrast is asked for. */
  assert_contrast (chart, &GRAPHENE_RECT_INIT (b[1].origin.x + 3, bottom - 20, b[1].size.width - 6, 10), "a bar", 3);
  assert_contrast (chart, &GRAPHENE_RECT_INIT (b[3].origin.x + 3, bottom - 20, b[3].size.width - 6, 10), "the chosen bar", 3);
  assert_contrast (chart, &GRAPHENE_RECT_INIT (b[0].origin.x, bottom + 2, b[0].size.width, all.size.height - bottom - 2), "below", 4.5);
  assert_contrast (chart, &GRAPHENE_RECT_INIT (right + 4, top - 8, all.size.width - right - 4, 20), "beside", 4.5);
  assert_contrast (chart, &GRAPHENE_RECT_INIT (words.origin.x, words.origin.y, 80, words.size.height), "above", 4.5);
  /* Lines that only help to read: to be seen with high contrast, quiet without. */
  if (high)
    assert_contrast (chart, &GRAPHENE_RECT_INIT (b[0].origin.x + 1, top - 4, 4, 8), "a line across", 3);
}

static void
test_contrast (Fixture *f, gconstpointer data)
{
  static const LueurChartItem items[] = { { "Mon", "Monday", "an hour", 1800 },
                                          { "Tue", "Tuesday", "an hour", 1800 },
                                          { "Wed", "Wednesday", "an hour", 1800 },
                                          { "Thu", "Thursday", "an hour", 1800 } };
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean high = adw_style_manager_get_high_contrast (manager);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *chart = lueur_chart_new (), *bar;
  g_autoptr (GtkCssProvider) style_hc = high ? add_style ("style-hc.css") : NULL;

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "lueur-figure");
  gtk_box_append (GTK_BOX (card), chart);
  adw_window_set_content (ADW_WINDOW (f->window), card);
  lueur_chart_set_scale (LUEUR_CHART (chart), 0, 3600, (LueurChartTick[]){ { 0, "0" }, { 3600, "1 h" } }, 2);
  for (guint dark = 0; dark < 2; dark++)
    {
      g_autoptr (GtkCssProvider) style_dark = dark ? add_style ("style-dark.css") : NULL;
      graphene_rect_t bounds;

      adw_style_manager_set_color_scheme (manager, dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
      g_test_message ("%s%s", dark ? "dark" : "light", high ? ", high contrast" : "");
      lueur_chart_set_items (LUEUR_CHART (chart), LUEUR_CHART_BARS, items, G_N_ELEMENTS (items));
      lueur_test_spin (100);
      look_at (chart, high);
      lueur_test_shot (f->window, dark ? high ? "chart-dark-high" : "chart-dark" : high ? "chart-high" : "chart");
      lueur_chart_set_items (LUEUR_CHART (chart), LUEUR_CHART_LINE, items, G_N_ELEMENTS (items));
      lueur_test_spin (100);
      bar = gtk_widget_get_last_child (chart);
      g_assert_true (gtk_widget_compute_bounds (bar, chart, &bounds));
      /* Half way between two points; and the chosen point, within its frame. */
      assert_contrast (chart, &GRAPHENE_RECT_INIT (bounds.origin.x - 8, bounds.origin.y + bounds.size.height / 2 - 6, 4, 12), "the line", 3);
      assert_contrast (bar, &GRAPHENE_RECT_INIT (bounds.size.width / 2 - 12, bounds.size.height / 2 - 12, 24, 24), "a point", 3);
      if (style_dark != NULL)
        gtk_style_context_remove_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style_dark));
    }
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
  if (style_hc != NULL)
    gtk_style_context_remove_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style_hc));
}

int
main (int argc, char **argv)
{
  lueur_test_init (&argc, &argv);
  g_test_add ("/wellbeing/pages/chart", Fixture, NULL, set_up, test_chart, tear_down);
  g_test_add ("/wellbeing/pages/chart-rtl", Fixture, NULL, set_up, test_chart_rtl, tear_down);
  g_test_add ("/wellbeing/pages/chart-contrast", Fixture, NULL, set_up, test_contrast, tear_down);
  return g_test_run ();
}
