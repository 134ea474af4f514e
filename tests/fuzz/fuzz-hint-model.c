/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes as the model of hints: as they are, and as a header before a body of the right sums, so that what is behind
 * the checksums is met too. A model that opens must read a message. */

#include <string.h>

#include "core/emotion/checksum.h"
#include "core/wellbeing/danger/hint.h"
#include "fuzz/fuzz.h"

#define MOST_BITS 12 /* of the tables that are made here */

static void
try (const guint8 *data, gsize size)
{
  static LueurPhraseBook *book;
  g_autofree guint8 *copy = g_memdup2 (data, MAX (size, 1));
  g_autoptr (GBytes) bytes = g_bytes_new_static (copy, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurHint) hint = lueur_hint_new_for_bytes (bytes, &error);
  g_auto (LueurPhraseReading) reading = { 0 };
  LueurHintScores scores;

  if (hint == NULL)
    {
      g_assert_nonnull (error);
      return;
    }
  if (book == NULL)
    book = lueur_phrase_book_new ();
  lueur_phrase_book_read (book, "Nobody would notice. Plus rien ne me retient, 22 h 14.", -1, &reading);
  lueur_hint_read (hint, &reading, &scores);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  LueurHintHeader header;
  g_autofree guint8 *whole = NULL;
  gsize body;

  try (data, size);
  if (size < sizeof header)
    return 0;
  memcpy (&header, data, sizeof header);
  memcpy (header.magic, LUEUR_HINT_MAGIC, sizeof header.magic);
  header.version = LUEUR_HINT_VERSION;
  header.header_size = sizeof header;
  if (header.bits < 1 || header.bits > MOST_BITS || header.deed_bits > MOST_BITS)
    header.bits = header.deed_bits = 8 + (header.bits & 3);
  body = ((gsize) 1 << (header.bits - 1)) + ((gsize) 1 << header.deed_bits);
  whole = g_malloc0 (sizeof header + body);
  for (gsize at = 0; at < body; at++)
    whole[sizeof header + at] = data[at % size];
  header.file_size = sizeof header + body;
  header.checksum = lueur_checksum (whole + sizeof header, body);
  header.header_checksum = lueur_checksum (&header, G_STRUCT_OFFSET (LueurHintHeader, header_checksum));
  memcpy (whole, &header, sizeof header);
  try (whole, sizeof header + body);
  return 0;
}
