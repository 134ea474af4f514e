/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store/verbs.h"

G_BEGIN_DECLS

/* A store as people fill one, for what is timed over it. Ends the program where that cannot be. */

/* (transfer full): the database in @dir. */
LueurDatabase *lueur_bench_open_store (const char *dir, LueurDatabaseMode mode);

/*
 * @n_conversations with one companion, of @n_messages together: sentences of up to @most_words words with accents, not the
 * same one twice, a minute after each other, the same each time. Half of them have a model's name.
 */
void lueur_bench_fill_store (const char *dir, guint n_conversations, guint n_messages, guint most_words);

/* Milliseconds of processor time. */
double lueur_bench_now_ms (void);

G_END_DECLS
