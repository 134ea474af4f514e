/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes as a model file: as they are, and as a header before a body of the right sums, so that what is
 * behind the checksums is met too. A model that opens must read a sentence. */

#include <string.h>

#include "core/emotion/checksum.h"
#include "core/emotion/express.h"
#include "core/emotion/model.h"
#include "fuzz/fuzz.h"

#define BODY (1024 * 1024)

static void
read_with (const LueurModel *model)
{
  static const char text[] = "I am not sad, mort de rire 😂 HELLO";
  LueurScan scan;
  LueurFeatures features;
  LueurReading reading = { .settings = model->settings[LUEUR_MODEL_FR] };
  LueurFeeling feeling;
  float linear[LUEUR_MODEL_OUT], network[LUEUR_MODEL_OUT];

  lueur_scan_text (&scan, text, strlen (text));
  lueur_features_read (&features, &scan);
  lueur_model_score_linear (model, &features, linear);
  lueur_model_score_network (model, &scan, network);
  for (guint k = 0; k < LUEUR_N_EMOTIONS; k++)
    reading.odds[k] = linear[k] + network[k];
  lueur_reading_decide (&reading, &feeling);
  g_assert_cmpuint (feeling.label, <, LUEUR_N_EMOTIONS);
  g_assert_cmpuint (feeling.second, <, LUEUR_N_EMOTIONS);
  g_assert_cmpuint (feeling.labels >> LUEUR_N_EMOTIONS, ==, 0);
  g_assert_true (feeling.intensity >= 0 && feeling.intensity <= 1);
}

static void
try (guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  LueurModel model;

  if (lueur_model_open (&model, data, size, &error))
    read_with (&model);
  else
    g_assert_nonnull (error);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree guint8 *copy = g_malloc (MAX (size, 1));
  g_autofree guint8 *whole = NULL;
  LueurModelHeader header;

  memcpy (copy, data, size);
  try (copy, size);

  if (size < sizeof header)
    return 0;
  whole = g_malloc0 (sizeof header + BODY);
  memcpy (&header, data, sizeof header);
  for (gsize at = 0; size > sizeof header && at < BODY; at += size - sizeof header)
    memcpy (whole + sizeof header + at, data + sizeof header, MIN (size - sizeof header, BODY - at));
  memcpy (header.magic, LUEUR_MODEL_MAGIC, sizeof header.magic);
  header.version = LUEUR_MODEL_VERSION;
  header.header_size = sizeof header;
  header.file_size = sizeof header + BODY;
  header.checksum = lueur_checksum (whole + sizeof header, BODY);
  header.header_checksum = lueur_checksum (&header, G_STRUCT_OFFSET (LueurModelHeader, header_checksum));
  memcpy (whole, &header, sizeof header);
  try (whole, sizeof header + BODY);
  return 0;
}
