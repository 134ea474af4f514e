/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture with a character card in it: as it comes, and with checksums that are right, or next to nothing would come
 * past them. */

#include "fuzz/card-checks.h"
#include "fuzz/fuzz.h"

static uint32_t
checksum (const uint8_t *bytes, size_t n)
{
  uint32_t crc = 0xffffffffu;

  for (size_t i = 0; i < n; i++)
    {
      crc ^= bytes[i];
      for (int bit = 0; bit < 8; bit++)
        crc = crc & 1 ? 0xedb88320u ^ crc >> 1 : crc >> 1;
    }
  return crc ^ 0xffffffffu;
}

static void
mend (uint8_t *bytes, size_t size)
{
  for (size_t at = 8; size >= 12 && at <= size - 12;)
    {
      size_t length = (size_t) bytes[at] << 24 | (size_t) bytes[at + 1] << 16 | (size_t) bytes[at + 2] << 8 | bytes[at + 3];
      uint32_t crc;

      if (length > size - at - 12)
        return;
      crc = GUINT32_TO_BE (checksum (bytes + at + 4, length + 4));
      memcpy (bytes + at + 8 + length, &crc, 4);
      at += 12 + length;
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree uint8_t *copy = g_memdup2 (data, size);
  g_autoptr (GBytes) raw = g_bytes_new (data, size);
  g_autoptr (GBytes) mended = NULL;

  check_card (raw);
  if (copy == NULL)
    return 0;
  mend (copy, size);
  mended = g_bytes_new (copy, size);
  check_card (mended);
  return 0;
}
