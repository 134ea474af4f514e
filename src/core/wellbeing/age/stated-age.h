/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LueurStatedAge:
 *
 * Reads whether somebody says of themselves, now, that they are under 18: in figures or words, by their class at school,
 * by a birthday to come. Ages of other people, the past, durations, stories and jokes are not theirs. Immutable once
 * made: any thread may use it.
 */
typedef struct _LueurStatedAge LueurStatedAge;

LueurStatedAge *lueur_stated_age_new (void);
void            lueur_stated_age_free (LueurStatedAge *self);
gboolean        lueur_stated_age_is_minor (const LueurStatedAge *self, const char *text, const char *asked, int year);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurStatedAge, lueur_stated_age_free)

G_END_DECLS
