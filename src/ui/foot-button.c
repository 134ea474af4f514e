/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/foot-button.h"

#include "ui/window.h"

typedef struct
{
  AdwToolbarView *view; /* that holds this */
  AdwHeaderBar *bar;
  GtkWidget *button; /* owned: between its two places it is in neither */
  GtkPackType side;
  GtkWidget *foot; /* (nullable): a bar of @view, once it was needed */
  gboolean is_below;
  GtkRoot *root; /* (nullable): the window that is followed */
} FootButton;

static void
foot_button_free (gpointer data)
{
  FootButton *self = data;

  g_object_unref (self->button);
  g_free (self);
}

static void
put_below (FootButton *self)
{
  if (self->foot == NULL)
    {
      self->foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      gtk_widget_add_css_class (self->foot, "lueur-foot");
      adw_toolbar_view_add_bottom_bar (self->view, self->foot);
    }
  adw_header_bar_remove (self->bar, self->button);
  gtk_box_append (GTK_BOX (self->foot), self->button);
}

static void
put_beside (FootButton *self)
{
  gtk_box_remove (GTK_BOX (self->foot), self->button);
  if (self->side == GTK_PACK_START)
    adw_header_bar_pack_start (self->bar, self->button);
  else
    adw_header_bar_pack_end (self->bar, self->button);
}

static void
follow (GObject *window, GParamSpec *pspec, AdwToolbarView *view)
{
  FootButton *self = g_object_get_data (G_OBJECT (view), "lueur-foot-button");
  gboolean cramped, focused = gtk_widget_is_focus (self->button);

  g_object_get (window, "cramped", &cramped, NULL);
  if (self->is_below == cramped)
    return;
  self->is_below = cramped;
  if (cramped)
    put_below (self);
  else
    put_beside (self);
  gtk_widget_set_visible (self->foot, cramped);
  if (focused)
    gtk_widget_grab_focus (self->button);
}

static void
on_root (AdwToolbarView *view)
{
  FootButton *self = g_object_get_data (G_OBJECT (view), "lueur-foot-button");
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (view));

  if (self->root != NULL)
    g_signal_handlers_disconnect_by_func (self->root, follow, view);
  self->root = LUEUR_IS_WINDOW (root) ? root : NULL;
  if (self->root == NULL)
    return;
  g_signal_connect_object (root, "notify::cramped", G_CALLBACK (follow), view, G_CONNECT_DEFAULT);
  follow (G_OBJECT (root), NULL, view);
}

/**
 * lueur_foot_button_add:
 * @view: where @bar is the bar on top; one such button each
 * @bar: of @view
 * @button: (transfer floating): in no bar yet
 * @side: of @bar
 */
void
lueur_foot_button_add (AdwToolbarView *view, AdwHeaderBar *bar, GtkWidget *button, GtkPackType side)
{
  FootButton *self = g_new0 (FootButton, 1);

  self->view = view;
  self->bar = bar;
  self->button = g_object_ref_sink (button);
  self->side = side;
  if (side == GTK_PACK_START)
    adw_header_bar_pack_start (bar, button);
  else
    adw_header_bar_pack_end (bar, button);
  g_object_set_data_full (G_OBJECT (view), "lueur-foot-button", self, foot_button_free);
  g_signal_connect (view, "notify::root", G_CALLBACK (on_root), NULL);
}
