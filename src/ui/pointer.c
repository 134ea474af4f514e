/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/pointer.h"

typedef struct
{
  LueurPointerFunc moved;
  graphene_point_t place; /* where it was last, in the window: what scrolls below it does not move it */
} Follower;

static graphene_point_t
place_in_window (GtkEventControllerMotion *motion, double x, double y)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (motion));
  graphene_point_t place = GRAPHENE_POINT_INIT ((float) x, (float) y);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));

  if (window != NULL && !gtk_widget_compute_point (widget, window, &place, &place))
    return GRAPHENE_POINT_INIT (-1, -1);
  return place;
}

static void
on_enter (GtkEventControllerMotion *motion, double x, double y, Follower *self)
{
  self->place = place_in_window (motion, x, y);
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, Follower *self)
{
  graphene_point_t place = place_in_window (motion, x, y);

  if (graphene_point_near (&place, &self->place, 0.01f))
    return;
  self->place = place;
  self->moved (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (motion)), x, y);
}

static void
follower_free (gpointer self, GClosure *closure)
{
  g_free (self);
}

void
lueur_pointer_follow (GtkWidget *widget, LueurPointerFunc moved)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  Follower *self = g_new0 (Follower, 1);

  self->moved = moved;
  g_signal_connect (motion, "enter", G_CALLBACK (on_enter), self);
  g_signal_connect_data (motion, "motion", G_CALLBACK (on_motion), self, follower_free, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (widget, motion);
}
