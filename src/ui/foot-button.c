/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/foot-button.h"

#include "ui/cramped.h"

typedef struct
{
  AdwToolbarView *view; /* that holds this */
  AdwHeaderBar *bar;
  GtkWidget *button; /* owned: between its two places it is in neither */
  GtkPackType side;
  GtkWidget *foot; /* (nullable): a bar of @view, once it was needed */
  gboolean is_below;
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
on_cramped (GtkWidget *view, gboolean cramped)
{
  FootButton *self = g_object_get_data (G_OBJECT (view), "lueur-foot-button");
  gboolean focused = gtk_widget_is_focus (self->button);

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
  lueur_cramped_follow (GTK_WIDGET (view), on_cramped);
}
