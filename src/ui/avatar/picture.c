/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Pictures from anywhere. The header is read first, by hand: what claims to be too large never meets a
 * decoder. PNG and JPEG are decoded by GDK, WebP by its own library, which can scale while it decodes.
 */

#include "ui/avatar/picture.h"

#include <cairo.h>
#include <gdk/gdk.h>
#include <glib/gi18n.h>
#include <string.h>
#include <webp/decode.h>

#include "ui/avatar/rig-document.h"

typedef enum
{
  KIND_UNKNOWN,
  KIND_PNG,
  KIND_WEBP,
  KIND_JPEG,
} Kind;

static guint
be16 (const guint8 *p)
{
  return (guint) p[0] << 8 | p[1];
}

static guint32
be32 (const guint8 *p)
{
  return (guint32) be16 (p) << 16 | be16 (p + 2);
}

static gboolean
damaged (GError **error)
{
  g_set_error_literal (error, LUEUR_RIG_ERROR, LUEUR_RIG_ERROR_MALFORMED, _("The picture is damaged or cut short."));
  return FALSE;
}

/* The frame header lies behind any number of other segments. */
static gboolean
probe_jpeg (const guint8 *data, gsize size, int *width, int *height)
{
  gsize at = 2;

  while (at + 9 < size)
    {
      guint8 marker;
      guint length;

      if (data[at] != 0xff)
        return FALSE;
      marker = data[at + 1];
      if (marker == 0xff)
        {
          at++;
          continue;
        }
      length = be16 (data + at + 2);
      if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc)
        {
          *height = (int) be16 (data + at + 5);
          *width = (int) be16 (data + at + 7);
          return TRUE;
        }
      if (length < 2)
        return FALSE;
      at += 2 + length;
    }
  return FALSE;
}

static gboolean
probe (GBytes *bytes, Kind *kind, int *width, int *height, GError **error)
{
  static const guint8 png[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  *kind = KIND_UNKNOWN;
  if (size > LUEUR_PICTURE_MAX_BYTES)
    {
      g_set_error_literal (error, LUEUR_RIG_ERROR, LUEUR_RIG_ERROR_TOO_LARGE,
                           _("The picture’s file is larger than 12 MB."));
      return FALSE;
    }
  if (size >= 33 && memcmp (data, png, sizeof png) == 0)
    {
      guint32 w = be32 (data + 16), h = be32 (data + 20);

      *kind = KIND_PNG;
      *width = w > G_MAXINT ? G_MAXINT : (int) w;
      *height = h > G_MAXINT ? G_MAXINT : (int) h;
    }
  else if (size >= 12 && memcmp (data, "RIFF", 4) == 0 && memcmp (data + 8, "WEBP", 4) == 0)
    {
      WebPBitstreamFeatures features;

      *kind = KIND_WEBP;
      if (WebPGetFeatures (data, size, &features) != VP8_STATUS_OK)
        return damaged (error);
      if (features.has_animation)
        {
          g_set_error_literal (error, LUEUR_RIG_ERROR, LUEUR_RIG_ERROR_FORBIDDEN,
                               _("The picture is animated; only still pictures can be used."));
          return FALSE;
        }
      *width = features.width;
      *height = features.height;
    }
  else if (size >= 4 && data[0] == 0xff && data[1] == 0xd8)
    {
      *kind = KIND_JPEG;
      if (!probe_jpeg (data, size, width, height))
        return damaged (error);
    }
  else
    {
      g_set_error_literal (error, LUEUR_RIG_ERROR, LUEUR_RIG_ERROR_MALFORMED,
                           _("This is not a PNG, WebP or JPEG picture."));
      return FALSE;
    }

  if (*width < 1 || *height < 1)
    return damaged (error);
  if (*width > LUEUR_PICTURE_MAX_SIDE || *height > LUEUR_PICTURE_MAX_SIDE ||
      (gint64) *width * *height > LUEUR_PICTURE_MAX_PIXELS)
    {
      g_set_error (error, LUEUR_RIG_ERROR, LUEUR_RIG_ERROR_TOO_LARGE,
                   _("The picture measures %d by %d pixels, more than is allowed."), *width, *height);
      return FALSE;
    }
  return TRUE;
}

gboolean
lueur_picture_probe (GBytes *bytes, int *width, int *height, GError **error)
{
  Kind kind;

  return probe (bytes, &kind, width, height, error);
}

static LueurPicture *
new_picture (guint8 *pixels, int width, int height, gsize stride)
{
  LueurPicture *picture = g_new0 (LueurPicture, 1);

  picture->pixels = g_bytes_new_take (pixels, stride * height);
  picture->width = width;
  picture->height = height;
  picture->stride = stride;
  return picture;
}

static LueurPicture *
decode_webp (GBytes *bytes, int width, int height, GError **error)
{
  gsize size, stride = (gsize) width * 4;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint8 *pixels = g_malloc (stride * height);
  WebPDecoderConfig config;

  WebPInitDecoderConfig (&config);
  config.options.use_scaling = 1;
  config.options.scaled_width = width;
  config.options.scaled_height = height;
  config.output.colorspace = G_BYTE_ORDER == G_LITTLE_ENDIAN ? MODE_bgrA : MODE_Argb;
  config.output.is_external_memory = 1;
  config.output.u.RGBA.rgba = pixels;
  config.output.u.RGBA.stride = (int) stride;
  config.output.u.RGBA.size = stride * height;
  if (WebPDecode (data, size, &config) != VP8_STATUS_OK)
    {
      g_free (pixels);
      damaged (error);
      return NULL;
    }
  return new_picture (pixels, width, height, stride);
}

static LueurPicture *
decode_gdk (GBytes *bytes, int width, int height, GError **error)
{
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (bytes, NULL);
  cairo_surface_t *full, *small;
  cairo_t *cr;
  LueurPicture *picture;
  gsize stride;
  guint8 *pixels;
  int w, h;

  if (texture == NULL)
    {
      damaged (error);
      return NULL;
    }
  w = gdk_texture_get_width (texture);
  h = gdk_texture_get_height (texture);
  full = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, w, h);
  gdk_texture_download (texture, cairo_image_surface_get_data (full), cairo_image_surface_get_stride (full));
  cairo_surface_mark_dirty (full);

  stride = (gsize) width * 4;
  pixels = g_malloc0 (stride * height);
  small = cairo_image_surface_create_for_data (pixels, CAIRO_FORMAT_ARGB32, width, height, (int) stride);
  cr = cairo_create (small);
  cairo_scale (cr, (double) width / w, (double) height / h);
  cairo_set_source_surface (cr, full, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (small);
  cairo_surface_destroy (small);
  cairo_surface_destroy (full);
  picture = new_picture (pixels, width, height, stride);
  return picture;
}

/**
 * lueur_picture_decode:
 * @bytes: a file
 * @max_width: pixels
 * @max_height: pixels
 * @error: return location, domain %LUEUR_RIG_ERROR
 *
 * Returns: (transfer full) (nullable): the picture, in its own proportions, never larger than it is
 */
LueurPicture *
lueur_picture_decode (GBytes *bytes, int max_width, int max_height, GError **error)
{
  Kind kind;
  int width, height;
  double scale;

  if (!probe (bytes, &kind, &width, &height, error))
    return NULL;
  scale = MIN (1, MIN ((double) MAX (max_width, 1) / width, (double) MAX (max_height, 1) / height));
  width = MAX (1, (int) (width * scale + 0.5));
  height = MAX (1, (int) (height * scale + 0.5));
  return kind == KIND_WEBP ? decode_webp (bytes, width, height, error) : decode_gdk (bytes, width, height, error);
}

void
lueur_picture_free (LueurPicture *picture)
{
  g_bytes_unref (picture->pixels);
  g_free (picture);
}
