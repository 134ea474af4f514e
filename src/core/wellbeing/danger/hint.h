/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/wellbeing/phrase/phrase.h"

G_BEGIN_DECLS

#define LUEUR_HINT_MAGIC "LUEURDG\n"
#define LUEUR_HINT_VERSION 2
#define LUEUR_HINT_MODEL_FILE "hints.bin"
#define LUEUR_HINT_ERROR (lueur_hint_error_quark ())

/**
 * LueurHintError:
 * @LUEUR_HINT_ERROR_FOREIGN: the file is something else, or of another version
 * @LUEUR_HINT_ERROR_DAMAGED: its sums or its sizes are wrong
 */
typedef enum
{
  LUEUR_HINT_ERROR_FOREIGN,
  LUEUR_HINT_ERROR_DAMAGED,
} LueurHintError;

/**
 * LueurHintSettings:
 * @threshold: from which a message hints at danger
 * @act: of the one that does, from which it is of doing it
 * @now: from which it is of doing it now
 * @doubt: below which a hint that the phrases found is taken back
 * @apart: how much less one sentence by itself counts than the whole message
 * @calm: added to @threshold where an innocent turn of phrase, a story or somebody else stands in the message
 *
 * What was tuned with the weights, on a scale of log odds.
 */
typedef struct
{
  float threshold, act, now, doubt, apart, calm;
} LueurHintSettings;

/**
 * LueurHintHeader:
 *
 * The first bytes of the file, little-endian. After it come a number of 4 bits for each of 2^@bits rows, two a byte, and
 * a byte for each of 2^@deed_bits rows: in its low half whether it is of doing, in its high half whether of now. A number
 * is worth eight less than it says, times its step.
 */
typedef struct
{
  char magic[8];
  guint32 version;
  guint32 header_size;
  guint64 file_size;
  guint64 checksum; /* of everything after the header */
  guint32 bits, deed_bits;
  float letters;     /* how much runs of letters count beside words */
  float step[3];     /* of hint, act, now */
  float bias[3];
  LueurHintSettings settings;
  guint32 unused[7];
  guint64 header_checksum; /* of everything before itself */
} LueurHintHeader;

/**
 * LueurHintScores:
 *
 * Log odds: that danger is hinted at; if so, that it is of doing something; that it is now.
 */
typedef struct
{
  float hint, act, now;
} LueurHintScores;

/**
 * LueurHint:
 *
 * A trained reader of what is only hinted at, in English and French. Immutable: any thread may use it.
 */
typedef struct _LueurHint LueurHint;

GQuark                   lueur_hint_error_quark (void);
LueurHint               *lueur_hint_open (const char *path, GError **error);
LueurHint               *lueur_hint_new_for_bytes (GBytes *bytes, GError **error);
void                     lueur_hint_free (LueurHint *self);
void                     lueur_hint_read (const LueurHint *self, const LueurPhraseReading *reading, LueurHintScores *scores);
const LueurHintSettings *lueur_hint_get_settings (const LueurHint *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurHint, lueur_hint_free)

G_END_DECLS
