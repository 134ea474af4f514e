/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A conversation on its way out: who speaks in it, what is shown of it, and where it goes. */

#include "core/exchange/archive/common.h"
#include "core/store/database.h"

G_BEGIN_DECLS

/* The columns of a message's text: what is too large for a message is cut, or left out. */
#define LUEUR_TRANSCRIPT_TEXT \
  "CASE WHEN octet_length (text) <= 4194304 THEN text" \
  " WHEN octet_length (text) <= 25165824 THEN substr (text, 1, 1000000) ELSE '' END"

/* Takes the next of what is written. */
typedef gboolean (*LueurTranscriptSink) (gpointer data, const char *text, gsize length, GError **error);

typedef struct
{
  char *companion;
  char *person; /* "" where they have no name */
  char *language;
  char *title;
  gint64 created_at;
  gint64 leaf;
} LueurTranscriptHead;

void lueur_transcript_head_clear (LueurTranscriptHead *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LueurTranscriptHead, lueur_transcript_head_clear)

/**
 * LueurTranscriptWriting:
 * @db: in a transaction
 * @language: of the words for people
 * @alone: it is the only one in its file, for people: dates are as their locale has them, and nothing is elsewhere
 * @sink: takes what is written, in pieces of about 64 KiB: no conversation is held in memory
 */
typedef struct
{
  LueurDatabase *db;
  gint64 conversation;
  const char *language;
  gboolean alone;
  LueurArchiveProgress *progress; /* (nullable): one step a message */
  GCancellable *cancellable;      /* (nullable) */
  LueurTranscriptSink sink;
  gpointer data;
} LueurTranscriptWriting;

gboolean lueur_transcript_read_head (LueurDatabase *db, gint64 conversation, LueurTranscriptHead *head, GError **error);
/* Ids of the messages that are shown, oldest first. (transfer full) (nullable) (element-type gint64) */
GArray  *lueur_transcript_read_path (LueurDatabase *db, gint64 conversation, gint64 leaf, GError **error);
/* Passes on what is in @text, if it is much or if it is the end. */
gboolean lueur_transcript_pass_on (const LueurTranscriptWriting *self, GString *text, gboolean end, GError **error);

gboolean lueur_transcript_write_page (const LueurTranscriptWriting *self, const LueurTranscriptHead *head,
                                      const GArray *path, GError **error);
gboolean lueur_transcript_write_lines (const LueurTranscriptWriting *self, const LueurTranscriptHead *head,
                                       const GArray *path, GError **error);

/* What stands for a person without a name. */
const char *lueur_transcript_get_you (const char *language);

G_END_DECLS
