/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts that are kept packed. */

#include "core/store/packing.h"

#include <string.h>

static GBytes *
convert (GConverter *converter, gconstpointer data, gsize length, gsize max)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  gsize done = 0;

  while (TRUE)
    {
      guint8 buffer[16384];
      gsize n_read = 0, n_written = 0;
      GConverterResult result =
          g_converter_convert (converter, (const char *) data + done, length - done, buffer, sizeof buffer,
                               G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);

      if (result == G_CONVERTER_ERROR || out->len + n_written > max)
        return NULL;
      g_byte_array_append (out, buffer, n_written);
      done += n_read;
      if (result == G_CONVERTER_FINISHED)
        return g_byte_array_free_to_bytes (g_steal_pointer (&out));
    }
}

GBytes *
lueur_pack (const char *text)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 6);

  return convert (G_CONVERTER (compressor), text, strlen (text), LUEUR_PACK_MAX_BYTES);
}

char *
lueur_unpack (gconstpointer data, gsize length, gsize max)
{
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  if (data == NULL)
    return NULL;
  bytes = convert (G_CONVERTER (decompressor), data, length, max);
  if (bytes == NULL)
    return NULL;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return g_utf8_validate (text, -1, NULL) ? g_steal_pointer (&text) : NULL;
}
