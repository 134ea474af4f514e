/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/emotion/checksum.h"

#include <string.h>

/**
 * lueur_checksum:
 * @data: (array length=size): any bytes
 * @size: how many
 *
 * Tells accidents, not attacks: four lanes of 64-bit words, so that megabytes take less than a
 * millisecond. The training writes it and the app checks it.
 *
 * Returns: the checksum
 */
uint64_t
lueur_checksum (const void *data, size_t size)
{
  const unsigned char *p = data;
  uint64_t lanes[4] = { 0x9E3779B97F4A7C15u, 0xC2B2AE3D27D4EB4Fu, 0x165667B19E3779F9u, 0x27D4EB2F165667C5u };
  uint64_t h = size;

  while (size > 0)
    {
      unsigned char block[32] = { 0 };
      uint64_t words[4];
      size_t n = size < sizeof block ? size : sizeof block;

      memcpy (block, p, n);
      memcpy (words, block, sizeof block);
      for (int i = 0; i < 4; i++)
        lanes[i] = ((lanes[i] ^ words[i]) * 0x9FB21C651E98DF25u) ^ (lanes[i] >> 29);
      p += n;
      size -= n;
    }
  for (int i = 0; i < 4; i++)
    h = (h ^ lanes[i]) * 0x9FB21C651E98DF25u, h ^= h >> 32;
  return h;
}
