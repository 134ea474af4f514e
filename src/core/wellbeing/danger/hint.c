/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The trained reader beside the phrases: a sum of weights over words and runs of letters, of the whole message and of
 * each of its sentences. Sums are of whole numbers, so that every machine agrees. */

#include "core/wellbeing/danger/hint.h"

#include <math.h>
#include <string.h>

#include "core/emotion/checksum.h"
#include "core/wellbeing/danger/hint-features.h"

G_STATIC_ASSERT (sizeof (LueurHintHeader) == 128);

#define MAX_SIZE (4 * 1024 * 1024)
#define BITS_LEAST 8
#define BITS_MOST 20
#define SENTENCE_LEAST 3   /* words of a sentence that is read by itself */
#define STRETCHES_MOST 400 /* of one message, so that hostile text takes no longer */

struct _LueurHint
{
  GBytes *bytes;
  const LueurHintHeader *header;
  const guint8 *hints, *deeds;
};

G_DEFINE_QUARK (lueur-hint-error-quark, lueur_hint_error)

static gboolean
fail (GError **error, LueurHintError code, const char *what)
{
  g_set_error (error, LUEUR_HINT_ERROR, code, "The model of hints cannot be used: %s", what);
  return FALSE;
}

static gboolean
check_numbers (const LueurHintHeader *h)
{
  const float numbers[] = { h->letters, h->step[0], h->step[1], h->step[2], h->bias[0], h->bias[1], h->bias[2],
                            h->settings.threshold, h->settings.act, h->settings.now, h->settings.doubt,
                            h->settings.apart, h->settings.calm };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (!isfinite (numbers[i]) || fabsf (numbers[i]) > 1e4f)
      return FALSE;
  return TRUE;
}

static gboolean
check (const LueurHintHeader *h, gsize size, GError **error)
{
  if (G_BYTE_ORDER != G_LITTLE_ENDIAN)
    return fail (error, LUEUR_HINT_ERROR_FOREIGN, "this machine is big-endian");
  if (size < sizeof *h || memcmp (h->magic, LUEUR_HINT_MAGIC, sizeof h->magic) != 0)
    return fail (error, LUEUR_HINT_ERROR_FOREIGN, "the file is something else");
  if (h->version != LUEUR_HINT_VERSION || h->header_size != sizeof *h)
    return fail (error, LUEUR_HINT_ERROR_FOREIGN, "it is of another version");
  if (h->header_checksum != lueur_checksum (h, G_STRUCT_OFFSET (LueurHintHeader, header_checksum)))
    return fail (error, LUEUR_HINT_ERROR_DAMAGED, "its header is damaged");
  if (h->file_size != size || size > MAX_SIZE || h->bits < BITS_LEAST || h->bits > BITS_MOST ||
      h->deed_bits < BITS_LEAST || h->deed_bits > BITS_MOST ||
      size != sizeof *h + ((gsize) 1 << (h->bits - 1)) + ((gsize) 1 << h->deed_bits))
    return fail (error, LUEUR_HINT_ERROR_DAMAGED, "its size is not what it says");
  if (h->checksum != lueur_checksum ((const guint8 *) h + sizeof *h, size - sizeof *h))
    return fail (error, LUEUR_HINT_ERROR_DAMAGED, "it is damaged");
  if (!check_numbers (h))
    return fail (error, LUEUR_HINT_ERROR_DAMAGED, "its numbers make no sense");
  return TRUE;
}

/**
 * lueur_hint_new_for_bytes:
 * @bytes: a model file, aligned to 8 bytes
 * @error: return location for an error of the domain %LUEUR_HINT_ERROR
 *
 * Returns: (transfer full) (nullable): the reader
 */
LueurHint *
lueur_hint_new_for_bytes (GBytes *bytes, GError **error)
{
  gsize size;
  const LueurHintHeader *header = g_bytes_get_data (bytes, &size);
  LueurHint *self;

  if (!check (header, size, error))
    return NULL;
  self = g_new0 (LueurHint, 1);
  self->bytes = g_bytes_ref (bytes);
  self->header = header;
  self->hints = (const guint8 *) header + sizeof *header;
  self->deeds = self->hints + ((gsize) 1 << (header->bits - 1));
  return self;
}

/**
 * lueur_hint_open:
 * @path: the model file
 * @error: return location for an error of the domain %LUEUR_HINT_ERROR or %G_FILE_ERROR
 *
 * Maps a model file into memory and checks it: a tenth of a millisecond.
 *
 * Returns: (transfer full) (nullable): the reader
 */
LueurHint *
lueur_hint_open (const char *path, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  g_autoptr (GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;

  return bytes != NULL ? lueur_hint_new_for_bytes (bytes, error) : NULL;
}

void
lueur_hint_free (LueurHint *self)
{
  g_bytes_unref (self->bytes);
  g_free (self);
}

const LueurHintSettings *
lueur_hint_get_settings (const LueurHint *self)
{
  return &self->header->settings;
}

/* --- Reading ----------------------------------------------------------------------------------------- */

static void
score (const LueurHint *self, const LueurPhraseReading *reading, guint from, guint to, float out[3])
{
  const LueurHintHeader *h = self->header;
  LueurHintFeatures features;
  gint32 words[3] = { 0 }, letters[3] = { 0 };
  float of_words, of_letters;

  lueur_hint_features_read (&features, reading, from, to);
  for (guint i = 0; i < features.n; i++)
    {
      guint32 hint = features.ids[i] >> (32 - h->bits), deed = features.ids[i] >> (32 - h->deed_bits);
      gint32 *sum = i < features.n_words ? words : letters;

      sum[0] += ((self->hints[hint / 2] >> (hint % 2 * 4)) & 15) - 8;
      sum[1] += (self->deeds[deed] & 15) - 8;
      sum[2] += (self->deeds[deed] >> 4) - 8;
    }
  of_words = 1 / sqrtf ((float) features.n_words + LUEUR_HINT_SOFT_WORDS);
  of_letters = h->letters / sqrtf ((float) (features.n - features.n_words) + LUEUR_HINT_SOFT_LETTERS);
  for (guint k = 0; k < 3; k++)
    out[k] = ((float) words[k] * of_words + (float) letters[k] * of_letters) * h->step[k] + h->bias[k];
}

static void
read_stretch (const LueurHint *self, const LueurPhraseReading *reading, guint from, guint to, float less,
              LueurHintScores *scores)
{
  float out[3];

  score (self, reading, from, to, out);
  if (out[0] - less <= scores->hint)
    return;
  *scores = (LueurHintScores) { out[0] - less, out[1], out[2] };
}

/**
 * lueur_hint_read:
 * @reading: a message, read
 * @scores: (out): of its worst stretch: the whole message (of a long one, pieces that overlap), or one of its sentences
 */
void
lueur_hint_read (const LueurHint *self, const LueurPhraseReading *reading, LueurHintScores *scores)
{
  guint tries = STRETCHES_MOST, n = reading->n_words;

  *scores = (LueurHintScores) { -1e6f, -1e6f, -1e6f };
  if (n == 0)
    return;
  for (guint from = 0; tries > 0; from += LUEUR_HINT_WORDS_MAX / 2, tries--)
    {
      read_stretch (self, reading, from, MIN (n, from + LUEUR_HINT_WORDS_MAX), 0, scores);
      if (from + LUEUR_HINT_WORDS_MAX >= n)
        break;
    }
  if (reading->words[0].sentence == reading->words[n - 1].sentence)
    return;
  for (guint from = 0, to; from < n && tries > 0; from = to)
    {
      for (to = from + 1; to < n && reading->words[to].sentence == reading->words[from].sentence;)
        to++;
      if (to - from < SENTENCE_LEAST)
        continue;
      read_stretch (self, reading, from, to, self->header->settings.apart, scores);
      tries--;
    }
}
