/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes as a model file. */

#include "core/emotion/model.h"
#include "fuzz/fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree guint8 *copy = g_memdup2 (data, size);
  g_autoptr (GError) error = NULL;
  LueurModel model;

  if (!lueur_model_open (&model, size > 0 ? (const void *) copy : "", size, &error))
    g_assert_nonnull (error);
  return 0;
}
