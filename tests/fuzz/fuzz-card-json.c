/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A character card in JSON that somebody sent: read, looked through, made a companion of, written in every form. */

#include "fuzz/card-checks.h"
#include "fuzz/fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) file = g_bytes_new (data, size);

  check_card (file);
  return 0;
}
