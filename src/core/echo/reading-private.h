/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the parts of a reading share. */

#include "core/echo/reading.h"

G_BEGIN_DECLS

/* --- reading-scope.c --- */

/* “I”, « mon »: the person themselves. */
gboolean lueur_echo_reading_is_self (const char *word);
/* @first, @last: the words of @text that were found; @hit has them too */
gboolean lueur_echo_reading_is_negated (const LueurEchoText *text, guint first);
gboolean lueur_echo_reading_is_somebody_elses (const LueurEchoText *text, guint first, guint last, GHashTable *nouns);
gboolean lueur_echo_reading_needs_request (LueurEchoIntent intent);
gboolean lueur_echo_reading_needs_asking (LueurEchoIntent intent);
gboolean lueur_echo_reading_is_asked (const LueurEchoText *text);
gboolean lueur_echo_reading_is_requested (const LueurEchoText *text);
gboolean lueur_echo_reading_is_spoilt (const LueurEchoText *text, const LueurEchoHit *hit, LueurEchoEvent event);
gboolean lueur_echo_reading_is_only_tired (const LueurEchoText *text, const LueurEchoHit *hit);
gboolean lueur_echo_reading_is_of_echo (const LueurEchoText *text, const LueurEchoHit *hit);
gboolean lueur_echo_reading_is_told (const LueurEchoText *text, guint first);
gboolean lueur_echo_reading_is_past (const LueurEchoText *text, const LueurEchoHit *hit);

/* --- reading-shape.c --- */

gboolean lueur_echo_reading_does_anything (const LueurEchoReading *reading);
gboolean lueur_echo_reading_speaks_to_echo (const LueurEchoText *text);
void lueur_echo_reading_take_pictures (LueurEchoReading *reading, const LueurEchoText *text);
void lueur_echo_reading_take_shape (LueurEchoReading *reading, const LueurEchoText *text);

G_END_DECLS
