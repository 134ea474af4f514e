/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exchange/archive.h"

G_BEGIN_DECLS

/*
 * One conversation in a file of the person's own, as it is shown: a page to read, or lines for other programs. docs/archive.md
 * tells what is in them. What the person does not see in a conversation (what was sent for replies, what is remembered) is
 * in neither.
 */

/**
 * LueurTranscriptFormat:
 * @LUEUR_TRANSCRIPT_MARKDOWN: a page to read
 * @LUEUR_TRANSCRIPT_LINES: JSON Lines, as chat programs have them: one about the chat, then one a message, with the other
 *   versions of each
 */
typedef enum
{
  LUEUR_TRANSCRIPT_MARKDOWN,
  LUEUR_TRANSCRIPT_LINES,
} LueurTranscriptFormat;

/**
 * LueurTranscriptOrder:
 * @path: of the file; one that is there is replaced once the new one is whole
 * @conversation: which
 * @format: as what
 * @language: of the words for people: "fr", else English
 *
 * What is to be written. A plain value.
 */
typedef struct
{
  const char *path;
  gint64 conversation;
  LueurTranscriptFormat format;
  const char *language;
} LueurTranscriptOrder;

/* One look at @db, whatever is written to it meanwhile. Blocks: for a thread of its own. */
gint64 lueur_transcript_write (LueurDatabase *db, const LueurTranscriptOrder *order, LueurArchiveProgress *progress,
                               GCancellable *cancellable, GError **error);

/* "md", "jsonl" */
const char *lueur_transcript_format_get_ending (LueurTranscriptFormat format);
/* What a file called so is; FALSE, and @format as it was, where its name does not tell. */
gboolean    lueur_transcript_format_from_name (const char *name, LueurTranscriptFormat *format);
/* What a file may be called, on any file system. */
char       *lueur_transcript_make_name (const char *companion, const char *title, gint64 date,
                                        LueurTranscriptFormat format);

G_END_DECLS
