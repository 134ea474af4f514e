/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes as a text: tokens, features, sentences, tags, cut in two. */

#include <string.h>

#include "core/emotion/features.h"
#include "core/emotion/splitter.h"
#include "core/emotion/tags.h"
#include "fuzz/fuzz.h"

static void
on_span (const char *text, gsize length, LueurSpanKind kind, gpointer user_data)
{
  guint *spans = user_data;

  g_assert_cmpuint (length, >, 0);
  g_assert_cmpuint (length, <=, LUEUR_SPAN_MAX);
  (*spans)++;
}

static void
on_text (const char *text, gsize length, gpointer user_data)
{
  g_string_append_len (user_data, text, (gssize) length);
}

/* Where a text is cut changes nothing of what people read. */
static void
read_tags (const char *text, gsize size)
{
  g_autoptr (GString) whole = g_string_new (NULL), halves = g_string_new (NULL);
  LueurTags tags;

  lueur_tags_init (&tags);
  lueur_tags_feed (&tags, text, (gssize) size, on_text, NULL, whole);
  lueur_tags_end (&tags, on_text, NULL, whole);
  lueur_tags_feed (&tags, text, (gssize) (size / 2), on_text, NULL, halves);
  lueur_tags_feed (&tags, text + size / 2, (gssize) (size - size / 2), on_text, NULL, halves);
  lueur_tags_end (&tags, on_text, NULL, halves);
  g_assert_cmpuint (whole->len, <=, size);
  g_assert_true (g_string_equal (whole, halves));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *copy = g_memdup2 (data, size);
  LueurScan scan;
  LueurFeatures features;
  LueurSplitter splitter;
  guint spans = 0;

  lueur_scan_text (&scan, size > 0 ? copy : "", size);
  g_assert_cmpuint (scan.n_tokens, <=, LUEUR_SCAN_TOKENS);
  g_assert_cmpuint (scan.used, <=, LUEUR_SCAN_BYTES);
  lueur_features_read (&features, &scan);
  g_assert_cmpuint (features.n, <=, LUEUR_FEATURES_MAX);
  for (guint i = 0; i < scan.n_tokens; i++)
    {
      guint32 ids[LUEUR_PIECES_MAX];

      g_assert_cmpuint (lueur_features_of_token (&scan, i, ids), <=, LUEUR_PIECES_MAX);
    }
  lueur_splitter_init (&splitter);
  lueur_splitter_feed (&splitter, size > 0 ? copy : "", (gssize) (size / 2), on_span, &spans);
  lueur_splitter_feed (&splitter, size > 0 ? copy + size / 2 : "", (gssize) (size - size / 2), on_span, &spans);
  lueur_splitter_end (&splitter, on_span, &spans);
  read_tags (size > 0 ? copy : "", size);
  return 0;
}
