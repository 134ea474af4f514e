/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes of one span; what is longer is cut after a word. */
#define LUEUR_SPAN_MAX 1000

/**
 * LueurSpanKind:
 * @LUEUR_SPAN_SPEECH: a sentence
 * @LUEUR_SPAN_ACTION: what was *done*: strong evidence
 * @LUEUR_SPAN_QUOTE: somebody else’s words: weak evidence
 */
typedef enum
{
  LUEUR_SPAN_SPEECH,
  LUEUR_SPAN_ACTION,
  LUEUR_SPAN_QUOTE,
} LueurSpanKind;

/* @text: trimmed, without marks of Markdown; not nul-terminated. */
typedef void (*LueurSpanFunc) (const char *text, gsize length, LueurSpanKind kind, gpointer user_data);

/**
 * LueurSplitter:
 *
 * Cuts a text that may still grow into sentences and *actions*, for the face to follow. Leaves out what
 * nobody says: code, addresses, marks of Markdown. Takes any bytes, keeps a fixed buffer, allocates
 * nothing. A plain value; the fields are its own.
 */
typedef struct
{
  char buffer[LUEUR_SPAN_MAX + 8];
  guint used;
  char line[8]; /* the beginning of a line, until it is known what it is */
  guint in_line;
  guint action_at; /* where the text of an open “*” begins in the buffer, plus one; 0: none is open */
  char action_mark;
  guint quote_at; /* the same of an open quotation */
  char fence;     /* '`' or '~' while inside a code block */
  guint ticks;    /* back-ticks in a row */
  guint code_ticks; /* back-ticks that opened inline code; 0: none is open */
  guint link;     /* 0, 1 after “]”, 2 inside “(…)” after it */
  gboolean line_start, quoted_line, ended, ellipsis, spaced;
  guchar last;    /* the last byte seen */
} LueurSplitter;

void lueur_splitter_init (LueurSplitter *self);
void lueur_splitter_feed (LueurSplitter *self, const char *text, gssize length, LueurSpanFunc func, gpointer user_data);
void lueur_splitter_end (LueurSplitter *self, LueurSpanFunc func, gpointer user_data);

G_END_DECLS
