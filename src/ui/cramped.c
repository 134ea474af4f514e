/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/cramped.h"

#include <adwaita.h>

#include "ui/window.h"

typedef struct
{
  GtkWidget *widget; /* that owns this */
  LueurCrampedFunc changed;
  GtkRoot *root; /* (nullable): the window that is followed */
  gulong handler;
} Follower;

static void
on_cramped (Follower *self)
{
  gboolean cramped;

  g_object_get (self->root, "cramped", &cramped, NULL);
  self->changed (self->widget, cramped);
}

/* A widget leaves its window before either is gone. */
static void
on_root (GtkWidget *widget, GParamSpec *pspec, Follower *self)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (self->root != NULL)
    g_clear_signal_handler (&self->handler, self->root);
  self->root = LUEUR_IS_WINDOW (root) ? root : NULL;
  if (self->root == NULL)
    return;
  self->handler = g_signal_connect_swapped (root, "notify::cramped", G_CALLBACK (on_cramped), self);
  on_cramped (self);
}

static void
follower_free (gpointer self, GClosure *closure)
{
  g_free (self);
}

void
lueur_cramped_follow (GtkWidget *widget, LueurCrampedFunc changed)
{
  Follower *self = g_new0 (Follower, 1);

  self->widget = widget;
  self->changed = changed;
  g_signal_connect_data (widget, "notify::root", G_CALLBACK (on_root), self, follower_free, G_CONNECT_DEFAULT);
}

/* --- Rows ----------------------------------------------------------------------------------------- */

/* An AdwActionRow has all it shows in one box of this class, and no property for which way it runs. */
static void
turn_row (GtkWidget *row, GtkOrientation way)
{
  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BOX (child) && gtk_widget_has_css_class (child, "header"))
      gtk_orientable_set_orientation (GTK_ORIENTABLE (child), way);
}

static void
stack_rows (GtkWidget *widget, gboolean cramped)
{
  if (ADW_IS_SPIN_ROW (widget))
    {
      turn_row (widget, cramped ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    stack_rows (child, cramped);
}

void
lueur_cramped_stack_rows (GtkWidget *page)
{
  lueur_cramped_follow (page, stack_rows);
}
