/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/open-at-top.h"

/* The focus is set when the page is shown; what was asked for before the first frame scrolls in the second. */
#define FRAMES 3

typedef struct
{
  GtkViewport *viewport;
  guint frames;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  gtk_viewport_set_scroll_to_focus (opening->viewport, TRUE);
  g_object_unref (opening->viewport);
  g_free (opening);
}

static gboolean
on_frame (GtkWidget *page, GdkFrameClock *frame_clock, gpointer data)
{
  Opening *opening = data;

  return ++opening->frames < FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static GtkWidget *
find_viewport (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_VIEWPORT (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_viewport (child);
  return found;
}

static void
on_map (GtkWidget *page, gpointer data)
{
  GtkWidget *viewport = find_viewport (page);
  Opening *opening;

  /* Whoever comes back finds it as it was left. */
  g_signal_handlers_disconnect_by_func (page, on_map, data);
  if (viewport == NULL)
    return;
  opening = g_new0 (Opening, 1);
  opening->viewport = g_object_ref (GTK_VIEWPORT (viewport));
  gtk_viewport_set_scroll_to_focus (opening->viewport, FALSE);
  gtk_widget_add_tick_callback (page, on_frame, opening, opening_free);
}

void
lueur_open_at_top (GtkWidget *page)
{
  g_signal_connect (page, "map", G_CALLBACK (on_map), NULL);
}
