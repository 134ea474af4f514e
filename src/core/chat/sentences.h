/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LueurSentenceFunc:
 * @text: a finished sentence, or what stands between two asterisks; without spaces around it
 * @length: of @text, in bytes
 * @is_action: whether it is a gesture, “*like this*”
 */
typedef void (*LueurSentenceFunc) (const char *text, gsize length, gboolean is_action, gpointer data);

/**
 * LueurSentences:
 *
 * Tells sentences while a text grows. It serves the face, not grammar: a sentence too many does no harm,
 * one that comes late does. A plain value; zeroed to begin with, cleared in the end.
 */
typedef struct
{
  /*< private >*/
  GString *pending;
  gsize seen; /* of @pending, known to hold no end */
} LueurSentences;

void lueur_sentences_feed (LueurSentences *self, const char *text, LueurSentenceFunc func, gpointer data);
void lueur_sentences_end (LueurSentences *self, LueurSentenceFunc func, gpointer data);
void lueur_sentences_clear (LueurSentences *self);

G_END_DECLS
