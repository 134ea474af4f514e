/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Text that came from outside, made safe to keep and to show: valid UTF-8, no control characters, capped.
 */

/* Lengths are in characters unless a name ends in _BYTES. */
#define LUEUR_NAME_MAX 80
#define LUEUR_TITLE_MAX 120
#define LUEUR_TITLE_DERIVED_MAX 60
#define LUEUR_PREVIEW_MAX 120
#define LUEUR_ABOUT_MAX 4000
#define LUEUR_DESCRIPTION_MAX 20000
#define LUEUR_GREETING_MAX 20000
#define LUEUR_WORDS_MAX 64      /* items of a list of words */
#define LUEUR_WORD_MAX 300      /* characters of one */
#define LUEUR_TEXTS_MAX 32      /* items of a list of texts */
#define LUEUR_TEXTS_TOTAL 100000 /* characters of all of them */
#define LUEUR_PERSONA_MAX_BYTES (4 * 1024 * 1024) /* of its JSON; what a companion can hold is well below */
#define LUEUR_LOOK_MAX_BYTES (64 * 1024)
#define LUEUR_MESSAGE_MAX_BYTES (4 * 1024 * 1024)
#define LUEUR_DRAFT_MAX_BYTES (1024 * 1024)

char    *lueur_text_clean (const char *text, gssize length, gsize max_chars);
char    *lueur_text_clean_line (const char *text, gssize length, gsize max_chars);
GStrv    lueur_text_clean_words (const char *const *words);
GStrv    lueur_text_clean_texts (const char *const *texts, gsize max_chars);
char    *lueur_text_cap_bytes (const char *text, gssize length, gsize max_bytes);
char    *lueur_text_title (const char *text);
char    *lueur_text_preview (const char *text);

G_END_DECLS
