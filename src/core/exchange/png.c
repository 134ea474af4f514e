/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PNG as a string of chunks: read to find text in it, and written with other text in it. Pixels are
 * nobody's business here. */

#include "core/exchange/png.h"

#include <string.h>

#include "core/exchange/card.h"

#define SIGNATURE "\x89PNG\r\n\x1a\n"
#define SIGNATURE_LENGTH 8
#define MAX_CHUNKS (64 * 1024)
#define MAX_KEYWORD 255 /* the specification says 79; paths of assets are longer */

typedef struct
{
  gsize at; /* of its length */
  guint32 length;
  char type[5];
} Chunk;

struct _LueurPng
{
  GBytes *file;
  GArray *chunks;
  GArray *texts; /* guint: which of the chunks are text */
};

static guint32
crc_add (guint32 crc, const guint8 *bytes, gsize n)
{
  static guint32 table[256];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (guint32 i = 0; i < 256; i++)
        {
          guint32 c = i;

          for (guint bit = 0; bit < 8; bit++)
            c = c & 1 ? 0xedb88320u ^ c >> 1 : c >> 1;
          table[i] = c;
        }
      g_once_init_leave (&ready, 1);
    }
  for (gsize i = 0; i < n; i++)
    crc = table[(crc ^ bytes[i]) & 0xff] ^ crc >> 8;
  return crc;
}

static guint32
read_u32 (const guint8 *at)
{
  return (guint32) at[0] << 24 | (guint32) at[1] << 16 | (guint32) at[2] << 8 | at[3];
}

static const guint8 *
get_bytes (const LueurPng *self, gsize *size)
{
  return g_bytes_get_data (self->file, size);
}

gboolean
lueur_png_is (GBytes *file)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (file, &size);

  return size >= SIGNATURE_LENGTH && memcmp (bytes, SIGNATURE, SIGNATURE_LENGTH) == 0;
}

static gboolean
read_chunks (LueurPng *self, GError **error)
{
  gsize size;
  const guint8 *bytes = get_bytes (self, &size);

  for (gsize at = SIGNATURE_LENGTH;;)
    {
      Chunk chunk = { .at = at };

      if (size - at < 12)
        {
          g_set_error_literal (error, LUEUR_CARD_ERROR, LUEUR_CARD_ERROR_DAMAGED, "The picture is cut short.");
          return FALSE;
        }
      chunk.length = read_u32 (bytes + at);
      memcpy (chunk.type, bytes + at + 4, 4);
      for (guint i = 0; i < 4; i++)
        if (!g_ascii_isalpha (chunk.type[i]))
          {
            g_set_error_literal (error, LUEUR_CARD_ERROR, LUEUR_CARD_ERROR_DAMAGED,
                                 "The picture holds something that no picture holds.");
            return FALSE;
          }
      if (chunk.length > size - at - 12)
        {
          g_set_error_literal (error, LUEUR_CARD_ERROR, LUEUR_CARD_ERROR_DAMAGED,
                               "The picture is cut short, or a piece of it claims to be longer than it is.");
          return FALSE;
        }
      if ((crc_add (0xffffffffu, bytes + at + 4, chunk.length + 4) ^ 0xffffffffu) != read_u32 (bytes + at + 8 + chunk.length))
        {
          g_set_error_literal (error, LUEUR_CARD_ERROR, LUEUR_CARD_ERROR_DAMAGED,
                               "The picture is damaged: a checksum in it is wrong.");
          return FALSE;
        }
      if (self->chunks->len >= MAX_CHUNKS)
        {
          g_set_error_literal (error, LUEUR_CARD_ERROR, LUEUR_CARD_ERROR_TOO_LARGE,
                               "The picture is made of more pieces than is allowed.");
          return FALSE;
        }
      if (strcmp (chunk.type, "tEXt") == 0)
        g_array_append_val (self->texts, self->chunks->len);
      g_array_append_val (self->chunks, chunk);
      at += 12 + (gsize) chunk.length;
      if (strcmp (chunk.type, "IEND") == 0)
        return TRUE;
    }
}

/**
 * lueur_png_read:
 * @file: kept
 * @error: domain %LUEUR_CARD_ERROR
 *
 * Every length and every checksum is looked at, whatever the chunk.
 *
 * Returns: (transfer full) (nullable): its chunks
 */
LueurPng *
lueur_png_read (GBytes *file, GError **error)
{
  g_autoptr (LueurPng) self = g_new0 (LueurPng, 1);

  self->file = g_bytes_ref (file);
  self->chunks = g_array_new (FALSE, FALSE, sizeof (Chunk));
  self->texts = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!lueur_png_is (file))
    {
      g_set_error_literal (error, LUEUR_CARD_ERROR, LUEUR_CARD_ERROR_NOT_A_CARD, "This is not a PNG picture.");
      return NULL;
    }
  return read_chunks (self, error) ? g_steal_pointer (&self) : NULL;
}

void
lueur_png_free (LueurPng *self)
{
  g_clear_pointer (&self->file, g_bytes_unref);
  g_clear_pointer (&self->chunks, g_array_unref);
  g_clear_pointer (&self->texts, g_array_unref);
  g_free (self);
}

GBytes *
lueur_png_get_file (const LueurPng *self)
{
  return self->file;
}

gsize
lueur_png_get_end (const LueurPng *self)
{
  const Chunk *last = &g_array_index (self->chunks, Chunk, self->chunks->len - 1);

  return last->at + 12 + last->length;
}

guint
lueur_png_get_n_texts (const LueurPng *self)
{
  return self->texts->len;
}

/* @body: what follows the keyword and its nul; NULL when there is none */
static char *
dup_keyword (const LueurPng *self, const Chunk *chunk, const guint8 **body, gsize *length)
{
  gsize size;
  const guint8 *start = get_bytes (self, &size) + chunk->at + 8;
  const guint8 *nul = memchr (start, '\0', MIN (chunk->length, MAX_KEYWORD + 1));

  *body = nul != NULL ? nul + 1 : NULL;
  *length = nul != NULL ? chunk->length - (gsize) (nul + 1 - start) : 0;
  return nul != NULL ? g_strndup ((const char *) start, (gsize) (nul - start)) : NULL;
}

static const Chunk *
get_text (const LueurPng *self, guint text)
{
  return &g_array_index (self->chunks, Chunk, g_array_index (self->texts, guint, text));
}

/**
 * lueur_png_dup_keyword:
 *
 * Returns: (transfer full) (nullable): the keyword of a text chunk, as bytes that may be in any encoding
 */
char *
lueur_png_dup_keyword (const LueurPng *self, guint text)
{
  const guint8 *body;
  gsize length;

  return dup_keyword (self, get_text (self, text), &body, &length);
}

GBytes *
lueur_png_decode_text (const LueurPng *self, guint text, gsize max, GError **error)
{
  const guint8 *body;
  gsize length, n = 0;
  g_autofree char *keyword = dup_keyword (self, get_text (self, text), &body, &length);
  g_autofree guchar *out = NULL;
  int state = 0;
  guint save = 0;

  if (length / 4 > max / 3 + 1)
    {
      g_set_error_literal (error, LUEUR_CARD_ERROR, LUEUR_CARD_ERROR_TOO_LARGE,
                           "The text in the picture is longer than is allowed.");
      return NULL;
    }
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (body[i]) && strchr ("+/=\r\n", body[i]) == NULL)
      n++;
  if (keyword == NULL || n > 0 || memchr (body, '\0', length) != NULL)
    {
      g_set_error_literal (error, LUEUR_CARD_ERROR, LUEUR_CARD_ERROR_DAMAGED,
                           "The text in the picture is not in the form that cards have (base64).");
      return NULL;
    }
  out = g_malloc (length / 4 * 3 + 8);
  n = g_base64_decode_step ((const char *) body, length, out, &state, &save);
  return g_bytes_new_take (g_steal_pointer (&out), n);
}

/* --- Writing ----------------------------------------------------------------------------------------- */

static void
append_u32 (GByteArray *out, guint32 number)
{
  guint32 big = GUINT32_TO_BE (number);

  g_byte_array_append (out, (const guint8 *) &big, 4);
}

static void
append_chunk (GByteArray *out, const char *type, const guint8 *bytes, gsize n)
{
  guint start;

  append_u32 (out, (guint32) n);
  start = out->len;
  g_byte_array_append (out, (const guint8 *) type, 4);
  g_byte_array_append (out, bytes, (guint) n);
  append_u32 (out, crc_add (0xffffffffu, out->data + start, n + 4) ^ 0xffffffffu);
}

static void
append_text (GByteArray *out, const char *keyword, GBytes *text)
{
  gsize size;
  const guchar *bytes = g_bytes_get_data (text, &size);
  g_autofree char *encoded = g_base64_encode (bytes, size);
  g_autoptr (GByteArray) body = g_byte_array_new ();

  g_byte_array_append (body, (const guint8 *) keyword, (guint) strlen (keyword) + 1);
  g_byte_array_append (body, (const guint8 *) encoded, (guint) strlen (encoded));
  append_chunk (out, "tEXt", body->data, body->len);
}

/**
 * lueur_png_write:
 * @drop: (nullable) (scope call): told each keyword of a text chunk
 * @keywords: (array length=n_texts): for the new ones
 * @texts: (array length=n_texts): their content, which is written as base64
 *
 * Returns: (transfer full): the file with the new chunks before its end, and all else byte for byte, what
 *   follows the picture included
 */
GBytes *
lueur_png_write (const LueurPng *self, LueurPngDrop drop, gpointer data, const char *const *keywords,
                 GBytes *const *texts, guint n_texts)
{
  gsize size;
  const guint8 *bytes = get_bytes (self, &size);
  GByteArray *out = g_byte_array_new ();

  g_byte_array_append (out, bytes, SIGNATURE_LENGTH);
  for (guint i = 0; i < self->chunks->len; i++)
    {
      const Chunk *chunk = &g_array_index (self->chunks, Chunk, i);
      const guint8 *body;
      gsize length;

      if (strcmp (chunk->type, "tEXt") == 0 && drop != NULL)
        {
          g_autofree char *keyword = dup_keyword (self, chunk, &body, &length);

          if (keyword != NULL && drop (keyword, data))
            continue;
        }
      if (i + 1 == self->chunks->len)
        for (guint t = 0; t < n_texts; t++)
          append_text (out, keywords[t], texts[t]);
      g_byte_array_append (out, bytes + chunk->at, chunk->length + 12);
    }
  g_byte_array_append (out, bytes + lueur_png_get_end (self), (guint) (size - lueur_png_get_end (self)));
  return g_byte_array_free_to_bytes (out);
}

static GBytes *
deflate (const GByteArray *raw)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 1);
  g_autoptr (GBytes) bytes = g_bytes_new (raw->data, raw->len);

  return g_converter_convert_bytes (G_CONVERTER (compressor), bytes, NULL);
}

/**
 * lueur_png_make_plain:
 *
 * Returns: (transfer full): a picture of an evening sky and nothing on it
 */
GBytes *
lueur_png_make_plain (guint width, guint height)
{
  static const guint8 above[3] = { 0x3b, 0x3a, 0x5e }, below[3] = { 0xe9, 0xb2, 0x8a };
  g_autoptr (GByteArray) raw = g_byte_array_new ();
  g_autoptr (GBytes) packed = NULL;
  GByteArray *out = g_byte_array_new ();
  guint8 header[13] = { 0, 0, (guint8) (width >> 8), (guint8) width, 0, 0, (guint8) (height >> 8), (guint8) height,
                        8, 2, 0, 0, 0 };

  g_byte_array_set_size (raw, height * (1 + 3 * width));
  for (guint y = 0; y < height; y++)
    {
      guint8 *row = raw->data + y * (1 + 3 * width);

      *row++ = 0;
      for (guint x = 0; x < 3 * width; x++)
        row[x] = (guint8) ((above[x % 3] * (height - y) + below[x % 3] * y) / height);
    }
  packed = deflate (raw);
  g_byte_array_append (out, (const guint8 *) SIGNATURE, SIGNATURE_LENGTH);
  append_chunk (out, "IHDR", header, sizeof header);
  append_chunk (out, "IDAT", g_bytes_get_data (packed, NULL), g_bytes_get_size (packed));
  append_chunk (out, "IEND", NULL, 0);
  return g_byte_array_free_to_bytes (out);
}
