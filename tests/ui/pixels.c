/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/pixels.h"

#include <math.h>

#define SCALE 3

static double
luminance (const guint8 *p)
{
  double sum = 0;

  for (guint i = 0; i < 3; i++)
    {
      double v = p[i] / 255.0;

      sum += ((const double[]){ 0.2126, 0.7152, 0.0722 })[i] * (v <= 0.04045 ? v / 12.92 : pow ((v + 0.055) / 1.055, 2.4));
    }
  return sum;
}

static double
measure (GtkWindow *window, float left, float top, int width, int height)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GdkTextureDownloader) downloader = NULL;
  g_autoptr (GBytes) bytes = NULL;
  double low = 1, high = 0;
  const guint8 *pixels;
  graphene_rect_t bounds;
  gsize stride;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (window), GTK_WIDGET (window), &bounds));
  gtk_snapshot_scale (snapshot, SCALE, SCALE);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (bounds.origin.x - left, bounds.origin.y - top));
  gdk_paintable_snapshot (paintable, snapshot, bounds.size.width, bounds.size.height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width * SCALE, height * SCALE));
  downloader = gdk_texture_downloader_new (texture);
  gdk_texture_downloader_set_format (downloader, GDK_MEMORY_R8G8B8A8);
  bytes = gdk_texture_downloader_download_bytes (downloader, &stride);
  pixels = g_bytes_get_data (bytes, NULL);
  for (int y = 0; y < height * SCALE; y++)
    for (int x = 0; x < width * SCALE; x++)
      {
        double l = luminance (pixels + (gsize) y * stride + (gsize) x * 4);

        low = MIN (low, l);
        high = MAX (high, l);
      }
  return (high + 0.05) / (low + 0.05);
}

double
lueur_test_contrast_at (GtkWindow *window, const graphene_point_t *at, int half)
{
  return measure (window, at->x - half, at->y - half, half * 2, half * 2);
}

double
lueur_test_contrast_in (GtkWidget *widget, const graphene_rect_t *area)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  graphene_point_t corner;

  g_assert_true (gtk_widget_compute_point (widget, GTK_WIDGET (window), &area->origin, &corner));
  return measure (window, corner.x, corner.y, (int) area->size.width, (int) area->size.height);
}
