/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The most words of one message that are looked at: more than anybody writes, little enough to stay quick. */
#define LUEUR_CRISIS_MAX_WORDS 4000

char **lueur_crisis_words (const char *text, gssize length, guint *n_words);
guint  lueur_crisis_distance (const char *a, const char *b, guint limit);

G_END_DECLS
