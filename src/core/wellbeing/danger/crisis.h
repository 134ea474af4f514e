/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/wellbeing/phrase/phrase.h"

G_BEGIN_DECLS

/**
 * LueurCrisisClass:
 * @LUEUR_CRISIS_NONE: nothing of the kind
 * @LUEUR_CRISIS_TOPICAL: the subject is spoken of: a film, statistics, somebody else, long ago
 * @LUEUR_CRISIS_PASSIVE: not wanting to live, without wanting to die by one's own hand
 * @LUEUR_CRISIS_ACTIVE: wanting to die or to hurt oneself
 * @LUEUR_CRISIS_IMMINENT: a means, a time, a farewell: now
 *
 * How urgent a message is. Detected here, before anything is sent anywhere; it is neither stored nor logged.
 */
typedef enum
{
  LUEUR_CRISIS_NONE,
  LUEUR_CRISIS_TOPICAL,
  LUEUR_CRISIS_PASSIVE,
  LUEUR_CRISIS_ACTIVE,
  LUEUR_CRISIS_IMMINENT,
} LueurCrisisClass;

/**
 * LueurCrisis:
 *
 * Reads messages for danger to the person's own life, in English and French at once. Immutable once made: any
 * thread may use it.
 */
typedef struct _LueurCrisis LueurCrisis;

LueurCrisis     *lueur_crisis_new (void);
LueurCrisis     *lueur_crisis_open (const char *path);
void             lueur_crisis_free (LueurCrisis *self);
LueurCrisisClass lueur_crisis_read (const LueurCrisis *self, const char *text, gssize length, const char **language);
LueurCrisisClass lueur_crisis_read_phrases (const LueurCrisis *self, const char *text, gssize length,
                                            LueurPhraseReading *reading, gboolean *explained, gboolean *named);
guint64          lueur_crisis_count_steps (const LueurCrisis *self, const char *text, gssize length);
const char      *lueur_crisis_class_get_name (LueurCrisisClass klass);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurCrisis, lueur_crisis_free)

G_END_DECLS
