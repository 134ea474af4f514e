/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a library of 5,000 companions takes from being asked for to its first frame, each with a look of its own;
 * against the same view of a dozen. The last line is one JSON object: list_ms is what the person waits for. */

#include <adwaita.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "core/model/catalog.h"
#include "core/store/verbs.h"
#include "ui/library/view.h"

#define MANY 5000
#define FEW 12
#define ROUNDS 5
#define LONGEST_MS 20000

static void
spin_until (gboolean *done)
{
  gint64 end = g_get_monotonic_time () + LONGEST_MS * G_TIME_SPAN_MILLISECOND;

  while (!*done && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static void
fill (const char *dir, guint n)
{
  g_autofree char *path = g_build_filename (dir, "lueur.db", NULL);
  g_autoptr (GError) error = NULL;
  LueurDatabase *db = lueur_database_open (path, LUEUR_DATABASE_WRITER, &error);

  if (db == NULL || !lueur_database_begin (db, FALSE, &error))
    g_error ("%s", error->message);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *body = g_strdup_printf (
          "{\"name\":\"Companion %04u\",\"age\":%u,\"tags\":[\"tag %u\",\"all\"],\"background\":\"Number %u of many, raised by "
          "the sea, reads at night.\",\"look\":{\"rig\":\"%s\",\"colours\":{\"outfit\":\"#%06x\"}}}",
          i * 7919 % n, 20 + i % 50, i % 30, i, i % 2 ? "ambre" : "sorel", (i * 2654435761u) & 0xffffff);

      if (!lueur_database_run (db, &error,
                               "INSERT INTO persona (body, version, archived, created_at, updated_at)"
                               " VALUES (?1, 1, 0, ?2, ?2)",
                               "si", body, (gint64) 1700000000000000 + i))
        g_error ("%s", error->message);
    }
  if (!lueur_database_commit (db, &error))
    g_error ("%s", error->message);
  lueur_database_close (db);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!lueur_context_open_finish (LUEUR_CONTEXT (source), result, &error))
    g_error ("%s", error->message);
  *(gboolean *) data = TRUE;
}

static LueurContext *
open_context (const char *dir, double *ms)
{
  LueurContext *context = lueur_context_new (NULL, dir);
  gint64 start = g_get_monotonic_time ();
  gboolean done = FALSE;

  lueur_context_open_async (context, NULL, on_opened, &done);
  spin_until (&done);
  *ms = (g_get_monotonic_time () - start) / 1000.0;
  return context;
}

static void
on_painted (GdkFrameClock *frame_clock, gboolean *done)
{
  *done = TRUE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, two = *(const double *) b;

  return (one > two) - (one < two);
}

/* From being asked for to the frame in which it stands; the window is there already. */
static double
measure (LueurContext *context, double *pictures_ms)
{
  double times[ROUNDS];

  *pictures_ms = 0;
  for (guint i = 0; i < ROUNDS; i++)
    {
      GtkWidget *window = adw_window_new ();
      gboolean done = FALSE;
      GtkWidget *view;
      gint64 start;

      gtk_window_set_default_size (GTK_WINDOW (window), 1100, 760);
      adw_window_set_content (ADW_WINDOW (window), gtk_label_new ("."));
      gtk_window_present (GTK_WINDOW (window));
      g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_painted), &done);
      spin_until (&done);

      done = FALSE;
      start = g_get_monotonic_time ();
      view = lueur_library_view_new (context);
      adw_window_set_content (ADW_WINDOW (window), view);
      spin_until (&done);
      times[i] = (g_get_monotonic_time () - start) / 1000.0;
      if (i == 0)
        {
          gint64 end = g_get_monotonic_time () + LONGEST_MS * G_TIME_SPAN_MILLISECOND;
          gint64 quiet = g_get_monotonic_time ();

          /* Until nothing has waited for its picture for a while. */
          while (g_get_monotonic_time () < end && g_get_monotonic_time () - quiet < 200 * G_TIME_SPAN_MILLISECOND)
            {
              g_main_context_iteration (NULL, FALSE);
              if (lueur_library_view_get_n_loading (LUEUR_LIBRARY_VIEW (view)) > 0)
                quiet = g_get_monotonic_time ();
            }
          *pictures_ms = (quiet - start) / 1000.0;
        }
      g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (window), &done);
      gtk_window_destroy (GTK_WINDOW (window));
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  qsort (times, ROUNDS, sizeof *times, compare);
  return times[ROUNDS / 2];
}

static double
measure_search (LueurContext *context)
{
  g_autoptr (LueurCatalog) catalog = lueur_catalog_new (lueur_context_get_library (context));
  gint64 start = g_get_monotonic_time ();

  g_object_set (catalog, "search", "companion 42", NULL);
  return (g_get_monotonic_time () - start) / 1000.0;
}

int
main (int argc, char **argv)
{
  g_autofree char *many_dir = g_dir_make_tmp ("lueur-bench-XXXXXX", NULL);
  g_autofree char *few_dir = g_dir_make_tmp ("lueur-bench-XXXXXX", NULL);
  LueurContext *many, *few;
  double open_ms, ignored, list_ms, reference_ms, pictures_ms, search_ms;

  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  fill (many_dir, MANY);
  fill (few_dir, FEW);
  few = open_context (few_dir, &ignored);
  reference_ms = measure (few, &ignored);
  many = open_context (many_dir, &open_ms);
  list_ms = measure (many, &pictures_ms);
  search_ms = measure_search (many);
  printf ("{\"companions\": %d, \"list_ms\": %.1f, \"reference_ms\": %.1f, \"ratio\": %.2f, \"open_ms\": %.1f, "
          "\"pictures_ms\": %.1f, \"search_ms\": %.1f}\n",
          MANY, list_ms, reference_ms, list_ms / reference_ms, open_ms, pictures_ms, search_ms);
  lueur_context_close (many);
  lueur_context_close (few);
  g_object_unref (many);
  g_object_unref (few);
  return 0;
}
