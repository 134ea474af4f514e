/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LueurLoreRegex:
 *
 * A regular expression that somebody else wrote, as JavaScript spells them, matched with a measured amount of
 * work: what would take for ever ends when its fuel does, after the same step on every machine.
 */
typedef struct _LueurLoreRegex LueurLoreRegex;

/* Longest pattern, in bytes. */
#define LUEUR_LORE_REGEX_MAX 2000
/* Fuel for all the patterns of one look at a book: a few hundredths of a second of matching. */
#define LUEUR_LORE_FUEL 2000000

/* Whether @text has the form "/pattern/flags". */
gboolean        lueur_lore_regex_is (const char *text);
/* "/pattern/flags", or a bare pattern. NULL when it is none. @caseless: of a bare pattern */
LueurLoreRegex *lueur_lore_regex_new (const char *text, gboolean caseless);
void            lueur_lore_regex_free (LueurLoreRegex *self);
/* FALSE too when @fuel (inout) ran out, which is 0 then. */
gboolean        lueur_lore_regex_match (const LueurLoreRegex *self, const char *text, gsize length, gint64 *fuel);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurLoreRegex, lueur_lore_regex_free)

G_END_DECLS
