/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/inspect.h"

/* What is left of a text that ends in an ellipsis must be at least so many letters, to be told from another. */
#define LEAST_LETTERS 3
/* Half a pixel each side comes of rounding. */
#define SLACK 1.5f

static void
report (GPtrArray *wrong, GtkWidget *widget, const char *what)
{
  g_autofree char *name = lueur_inspect_describe (widget);

  g_ptr_array_add (wrong, g_strdup_printf ("%s: %s", name, what));
}

/* Whether what is in @widget can be brought into sight sideways. */
static gboolean
scrolls_across (GtkWidget *widget)
{
  GtkPolicyType across = GTK_POLICY_NEVER;

  if (GTK_IS_SCROLLED_WINDOW (widget))
    gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (widget), &across, NULL);
  return across != GTK_POLICY_NEVER;
}

/* How many letters the ellipsis in @layout stands for. */
static glong
count_hidden (PangoLayout *layout)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  glong hidden = 0;

  do
    {
      const PangoLayoutRun *run = pango_layout_iter_get_run_readonly (iter);

      if (run != NULL && (run->item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS) != 0)
        hidden += g_utf8_strlen (pango_layout_get_text (layout) + run->item->offset, run->item->length);
    }
  while (pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);
  return hidden;
}

/* Whether the ellipsis has left next to nothing of it. */
static gboolean
is_eaten_up (GtkWidget *widget)
{
  PangoLayout *layout;

  if (!GTK_IS_LABEL (widget))
    return FALSE;
  layout = gtk_label_get_layout (GTK_LABEL (widget));
  return pango_layout_is_ellipsized (layout) &&
         g_utf8_strlen (pango_layout_get_text (layout), -1) - count_hidden (layout) < LEAST_LETTERS;
}

/* The ends of a bar of titles and the title: each has its own place. */
static void
look_for_overlap (GtkCenterBox *bar, GtkWidget *root, GPtrArray *wrong)
{
  GtkWidget *parts[] = { gtk_center_box_get_start_widget (bar), gtk_center_box_get_center_widget (bar),
                         gtk_center_box_get_end_widget (bar) };
  graphene_rect_t bounds[3], over;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i] == NULL || !gtk_widget_get_mapped (parts[i]) || !gtk_widget_compute_bounds (parts[i], root, &bounds[i]))
        graphene_rect_init (&bounds[i], 0, 0, 0, 0);
      for (guint j = 0; j < i; j++)
        if (bounds[i].size.width > 0 && bounds[j].size.width > 0 &&
            graphene_rect_intersection (&bounds[i], &bounds[j], &over) && over.size.width > SLACK && over.size.height > SLACK)
          report (wrong, parts[i], "lies over what stands beside it");
    }
}

static void
look (GtkWidget *widget, GtkWidget *root, GPtrArray *wrong)
{
  graphene_rect_t bounds;
  int width = gtk_widget_get_width (root);

  /* A bar that shows where a page is scrolled to says nothing, and lies over its edge. */
  if (!gtk_widget_get_mapped (widget) || (widget != root && GTK_IS_NATIVE (widget)) || GTK_IS_SCROLLBAR (widget))
    return;
  /* The window’s own frame is outside of it. */
  if (widget != root && gtk_widget_compute_bounds (widget, root, &bounds) && bounds.size.width > 0 &&
      (bounds.origin.x < -SLACK || bounds.origin.x + bounds.size.width > (float) width + SLACK))
    {
      /* What is in it does so too. */
      report (wrong, widget, "reaches out of the window");
      return;
    }
  if (is_eaten_up (widget))
    report (wrong, widget, "is shortened to nothing");
  if (GTK_IS_CENTER_BOX (widget))
    look_for_overlap (GTK_CENTER_BOX (widget), root, wrong);
  if (scrolls_across (widget))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    look (child, root, wrong);
}

void
lueur_inspect_bounds (GtkWidget *root, GPtrArray *wrong)
{
  look (root, root, wrong);
}
