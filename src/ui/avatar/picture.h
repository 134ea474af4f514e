/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a picture may be at most. */
#define LUEUR_PICTURE_MAX_BYTES (12 * 1024 * 1024)
#define LUEUR_PICTURE_MAX_SIDE 6000
#define LUEUR_PICTURE_MAX_PIXELS (12 * 1000 * 1000)

/**
 * LueurPicture:
 * @pixels: premultiplied, in the machine's own byte order
 *
 * A picture that was decoded and brought to the size at which it is shown.
 */
typedef struct
{
  GBytes *pixels;
  int width, height;
  gsize stride;
} LueurPicture;

/* Size by the header alone, of PNG, WebP or JPEG; nothing is decoded. Errors: LUEUR_RIG_ERROR. */
gboolean      lueur_picture_probe (GBytes *bytes, int *width, int *height, GError **error);
/* Decodes at most @max_width by @max_height pixels of it. Any thread. (transfer full) (nullable) */
LueurPicture *lueur_picture_decode (GBytes *bytes, int max_width, int max_height, GError **error);
void          lueur_picture_free (LueurPicture *picture);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurPicture, lueur_picture_free)

G_END_DECLS
