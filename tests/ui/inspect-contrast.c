/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Contrast as WCAG 2 has it, in the pixels. A text is as dark or light as its most distant pixel; what is behind it is
 * the colour that most of its place has. Rendered at three times the size, so that a stroke has pixels all of its own. */

#include "ui/inspect.h"

#include <math.h>

#define SCALE 3
/* Six bits of each of red, green and blue. */
#define COLOURS (1 << 18)
/* Ratios of WCAG 2.2, 1.4.3 and 1.4.11. */
#define LEAST_TEXT 4.5
#define LEAST_LARGE 3.0
/* What an 8-bit pixel cannot tell apart. */
#define TOLERANCE 0.06

typedef struct
{
  GtkWidget *window;
  graphene_point_t corner; /* of the picture, in the window's coordinates */
  GdkTexture *texture;
  GBytes *bytes;
  const guint8 *pixels;
  gsize stride;
  int width;
  int height;
} Picture;

static double
linear (guint8 value)
{
  double v = value / 255.0;

  return v <= 0.04045 ? v / 12.92 : pow ((v + 0.055) / 1.055, 2.4);
}

static double
luminance (const guint8 *p)
{
  return 0.2126 * linear (p[0]) + 0.7152 * linear (p[1]) + 0.0722 * linear (p[2]);
}

static double
ratio (double a, double b)
{
  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

static gboolean
take (Picture *picture, GtkWidget *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTextureDownloader) downloader = NULL;
  graphene_rect_t bounds;

  /* The whole window: where nothing composes the screen it has a frame of its own. */
  if (!gtk_widget_compute_bounds (window, window, &bounds))
    return FALSE;
  gtk_snapshot_scale (snapshot, SCALE, SCALE);
  gdk_paintable_snapshot (paintable, snapshot, bounds.size.width, bounds.size.height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  if (node == NULL)
    return FALSE;
  picture->window = window;
  picture->corner = bounds.origin;
  picture->width = (int) bounds.size.width * SCALE;
  picture->height = (int) bounds.size.height * SCALE;
  picture->texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                                  &GRAPHENE_RECT_INIT (0, 0, picture->width, picture->height));
  downloader = gdk_texture_downloader_new (picture->texture);
  gdk_texture_downloader_set_format (downloader, GDK_MEMORY_R8G8B8A8);
  picture->bytes = gdk_texture_downloader_download_bytes (downloader, &picture->stride);
  picture->pixels = g_bytes_get_data (picture->bytes, NULL);
  return TRUE;
}

/* The widget's best pixel against its ground; 0 where there is too little of it to tell. */
static double
measure (Picture *picture, const graphene_rect_t *bounds)
{
  /* Inwards: what is beside it does not count. */
  int x0 = MAX (0, (int) ceilf (bounds->origin.x * SCALE)), y0 = MAX (0, (int) ceilf (bounds->origin.y * SCALE));
  int x1 = MIN (picture->width, (int) floorf ((bounds->origin.x + bounds->size.width) * SCALE));
  int y1 = MIN (picture->height, (int) floorf ((bounds->origin.y + bounds->size.height) * SCALE));
  g_autofree guint32 *counts = NULL;
  g_autoptr (GArray) colours = g_array_new (FALSE, FALSE, sizeof (guint));
  guint most = 0, ground = 0;
  double behind, best = 1;

  if (x1 - x0 < 2 || y1 - y0 < 2)
    return 0;
  counts = g_new0 (guint32, COLOURS);
  for (int y = y0; y < y1; y++)
    for (int x = x0; x < x1; x++)
      {
        const guint8 *p = picture->pixels + y * picture->stride + x * 4;
        guint key = (p[0] >> 2) << 12 | (p[1] >> 2) << 6 | (p[2] >> 2);

        if (counts[key]++ == 0)
          g_array_append_val (colours, key);
        if (counts[key] > most)
          {
            most = counts[key];
            ground = (guint) p[0] << 16 | (guint) p[1] << 8 | p[2];
          }
      }
  behind = luminance ((const guint8[]){ ground >> 16, ground >> 8 & 0xff, ground & 0xff });
  /* A colour that only a pixel or two have is where two strokes meet, or nothing of this text. */
  for (guint i = 0; i < colours->len; i++)
    {
      guint key = g_array_index (colours, guint, i);
      const guint8 middle[] = { (key >> 12) << 2 | 2, (key >> 6 & 63) << 2 | 2, (key & 63) << 2 | 2 };

      if (counts[key] >= 3)
        best = MAX (best, ratio (luminance (middle), behind));
    }
  return best;
}

/* At least 18 points, or 14 and bold. */
static gboolean
is_large (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (pango_font_description_get_size_is_absolute (font))
    size *= 72.0 / 96.0;
  return size >= 18 || (size >= 14 && pango_font_description_get_weight (font) >= PANGO_WEIGHT_BOLD);
}

/* The ink of a label alone, so that what stands beside it does not count. */
static void
narrow_to_ink (GtkWidget *widget, graphene_rect_t *bounds)
{
  graphene_rect_t ink;
  graphene_point_t corner;
  PangoRectangle extents;
  int x, y;

  if (!GTK_IS_LABEL (widget))
    return;
  gtk_label_get_layout_offsets (GTK_LABEL (widget), &x, &y);
  pango_layout_get_pixel_extents (gtk_label_get_layout (GTK_LABEL (widget)), NULL, &extents);
  if (!gtk_widget_compute_point (widget, GTK_WIDGET (gtk_widget_get_root (widget)),
                                 &GRAPHENE_POINT_INIT (x + extents.x, y + extents.y), &corner))
    return;
  graphene_rect_init (&ink, corner.x, corner.y, extents.width, extents.height);
  graphene_rect_intersection (bounds, &ink, bounds);
}

static gboolean
has_letters (const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

static gboolean
is_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return has_letters (gtk_label_get_text (GTK_LABEL (widget)));
  if (GTK_IS_INSCRIPTION (widget))
    return has_letters (gtk_inscription_get_text (GTK_INSCRIPTION (widget)));
  return GTK_IS_TEXT (widget) && (has_letters (gtk_editable_get_text (GTK_EDITABLE (widget))) ||
                                  has_letters (gtk_text_get_placeholder_text (GTK_TEXT (widget))));
}

/* All that a button shows is a picture. */
static gboolean
is_sign (GtkWidget *widget)
{
  return GTK_IS_IMAGE (widget) && GTK_IS_BUTTON (gtk_widget_get_parent (widget)) &&
         gtk_image_get_icon_name (GTK_IMAGE (widget)) != NULL &&
         g_str_has_suffix (gtk_image_get_icon_name (GTK_IMAGE (widget)), "-symbolic");
}

static void
look (GtkWidget *widget, GtkWidget *root, Picture *picture, GPtrArray *wrong)
{
  graphene_rect_t bounds, whole;
  double least, got;

  /* What is fading in or away is not there to be read. */
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget) || gtk_widget_get_opacity (widget) < 0.05)
    return;
  /* Initials are a picture of the name that stands beside them. */
  if (ADW_IS_AVATAR (widget))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    look (child, root, picture, wrong);
  if (!is_text (widget) && !is_sign (widget))
    return;
  if (!gtk_widget_compute_bounds (widget, picture->window, &whole) ||
      !lueur_inspect_get_visible (widget, picture->window, &bounds) ||
      bounds.size.height < whole.size.height * 0.6f || bounds.size.width < whole.size.width * 0.6f)
    return;
  narrow_to_ink (widget, &bounds);
  graphene_rect_offset (&bounds, -picture->corner.x, -picture->corner.y);
  least = is_text (widget) && !is_large (widget) ? LEAST_TEXT : LEAST_LARGE;
  got = measure (picture, &bounds);
  if (got > 0 && got < least - TOLERANCE)
    {
      g_autofree char *name = lueur_inspect_describe (widget);

      g_ptr_array_add (wrong, g_strdup_printf ("%s: contrast %.2f, at least %.1f", name, got, least));
    }
}

void
lueur_inspect_contrast (GtkWidget *root, GPtrArray *wrong)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (root));
  Picture picture = { 0 };

  if (!take (&picture, window))
    {
      g_ptr_array_add (wrong, g_strdup ("nothing is rendered"));
      return;
    }
  look (root, root, &picture, wrong);
  g_bytes_unref (picture.bytes);
  g_object_unref (picture.texture);
}
