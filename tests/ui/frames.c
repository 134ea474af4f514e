/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/frames.h"

#include "support/loop.h"

#define LONGEST_MS 10000

static void
on_painted (GdkFrameClock *frame_clock, gboolean *painted)
{
  *painted = TRUE;
}

void
lueur_test_frames (GtkWidget *widget, guint n)
{
  GdkFrameClock *frame_clock = gtk_widget_get_frame_clock (widget);

  g_assert_nonnull (frame_clock);
  for (guint i = 0; i < n; i++)
    {
      gboolean painted = FALSE;
      gulong id = g_signal_connect (frame_clock, "after-paint", G_CALLBACK (on_painted), &painted);

      gdk_frame_clock_request_phase (frame_clock, GDK_FRAME_CLOCK_PHASE_PAINT);
      if (!lueur_test_wait_flag (&painted, LONGEST_MS))
        g_error ("nothing was drawn within %d s", LONGEST_MS / 1000);
      g_signal_handler_disconnect (frame_clock, id);
    }
}
