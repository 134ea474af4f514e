/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* For dispose(): lets go of every child, named in a template or not. */
static inline void
lueur_widget_clear (GtkWidget *widget)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}

/* For focus(), wherever grab_focus() is our own: Tab goes through the children and out again. What GTK does by itself takes
 * the focus back where it would leave. */
static inline gboolean
lueur_widget_focus_children (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean forward = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_RIGHT || direction == GTK_DIR_DOWN;
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child != NULL && gtk_widget_child_focus (child, direction))
    return TRUE;
  if (child != NULL)
    child = forward ? gtk_widget_get_next_sibling (child) : gtk_widget_get_prev_sibling (child);
  else
    child = forward ? gtk_widget_get_first_child (widget) : gtk_widget_get_last_child (widget);
  for (; child != NULL; child = forward ? gtk_widget_get_next_sibling (child) : gtk_widget_get_prev_sibling (child))
    if (gtk_widget_child_focus (child, direction))
      return TRUE;
  return FALSE;
}
