/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Starts either an empty AdwApplicationWindow (--bare) or Lueur itself, waits for the first frame that
 * shows what there is to show, prints milliseconds since $LUEUR_BENCH_T0 (nanoseconds of
 * CLOCK_MONOTONIC, taken by the parent before the fork), the memory in use, and the milliseconds of processor
 * that the main thread and all threads had spent by then, and ends. */

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "lueur-config.h"
#include "ui/application.h"
#include "ui/chat/chat-row.h"

static double first_frame_ms;
static gboolean bare;
static guint settle_frames;
static double thread_cpu_ms;
static double process_cpu_ms;

static double
now_ms (void)
{
  struct timespec now;
  const char *t0 = g_getenv ("LUEUR_BENCH_T0");

  clock_gettime (CLOCK_MONOTONIC, &now);
  return (now.tv_sec * 1e9 + now.tv_nsec - g_ascii_strtod (t0 != NULL ? t0 : "0", NULL)) / 1e6;
}

static double
cpu_ms (clockid_t clock)
{
  struct timespec spent;

  clock_gettime (clock, &spent);
  return spent.tv_sec * 1e3 + spent.tv_nsec / 1e6;
}

static long
rss_kb (void)
{
  long size = 0, resident = 0;
  FILE *statm = fopen ("/proc/self/statm", "r");

  if (statm != NULL)
    {
      if (fscanf (statm, "%ld %ld", &size, &resident) != 2)
        resident = 0;
      fclose (statm);
    }
  return resident * (sysconf (_SC_PAGESIZE) / 1024);
}

/* The first message row that is on screen: the conversation is there, not just a window. */
static gboolean
shows_conversation (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (LUEUR_IS_CHAT_ROW (widget))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows_conversation (child))
      return TRUE;
  return FALSE;
}

static void
report (gpointer data)
{
  g_print ("%.2f %.2f %ld %.2f %.2f\n", first_frame_ms, *(double *) data, rss_kb (), thread_cpu_ms, process_cpu_ms);
  _exit (0);
}

static void
give_up (gpointer data)
{
  g_printerr ("no conversation was shown within 30 seconds\n");
  _exit (3);
}

static void
on_after_paint (GdkFrameClock *clock, GtkWidget *window)
{
  static double ready_ms;

  if (first_frame_ms == 0)
    first_frame_ms = now_ms ();
  if (ready_ms != 0)
    return;
  if (bare || shows_conversation (window))
    {
      ready_ms = now_ms ();
      thread_cpu_ms = cpu_ms (CLOCK_THREAD_CPUTIME_ID);
      process_cpu_ms = cpu_ms (CLOCK_PROCESS_CPUTIME_ID);
      /* Memory is read once things are quiet. */
      g_timeout_add_once (1500, report, &ready_ms);
    }
  else if (settle_frames++ < 600)
    {
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);
    }
}

static void
on_realize (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_after_paint), window);
}

static void
on_window_added (GtkApplication *app, GtkWindow *window)
{
  if (gtk_widget_get_realized (GTK_WIDGET (window)))
    on_realize (GTK_WIDGET (window));
  else
    g_signal_connect (window, "realize", G_CALLBACK (on_realize), NULL);
}

static void
on_activate_bare (GtkApplication *app)
{
  GtkWidget *window = adw_application_window_new (app);

  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 720);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), adw_toolbar_view_new ());
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkApplication) app = NULL;

  bare = argc > 1 && strcmp (argv[1], "--bare") == 0;
  if (bare)
    {
      app = GTK_APPLICATION (adw_application_new ("io.github.lueur_app.Bare", G_APPLICATION_NON_UNIQUE));
      g_signal_connect (app, "activate", G_CALLBACK (on_activate_bare), NULL);
    }
  else
    {
      app = GTK_APPLICATION (lueur_application_new ());
      g_application_set_flags (G_APPLICATION (app),
                               g_application_get_flags (G_APPLICATION (app)) | G_APPLICATION_NON_UNIQUE);
    }
  g_signal_connect (app, "window-added", G_CALLBACK (on_window_added), NULL);
  g_timeout_add_seconds_once (30, give_up, NULL);
  return g_application_run (G_APPLICATION (app), 1, argv);
}
