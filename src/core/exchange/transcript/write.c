/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One conversation into one file. */

#include "core/exchange/transcript.h"

#include "core/exchange/file-out.h"
#include "core/exchange/transcript/writing.h"

static gboolean
on_piece (gpointer data, const char *text, gsize length, GError **error)
{
  return lueur_file_out_write (data, text, length, error);
}

static gint64
write_all (const LueurTranscriptWriting *self, LueurTranscriptFormat format, GError **error)
{
  g_auto (LueurTranscriptHead) head = { 0 };
  g_autoptr (GArray) path = NULL;
  gboolean done;

  if (!lueur_transcript_read_head (self->db, self->conversation, &head, error))
    return -1;
  path = lueur_transcript_read_path (self->db, self->conversation, head.leaf, error);
  if (path == NULL)
    return -1;
  lueur_archive_progress_set_total (self->progress, path->len + 1);
  done = format == LUEUR_TRANSCRIPT_LINES ? lueur_transcript_write_lines (self, &head, path, error)
                                          : lueur_transcript_write_page (self, &head, path, error);
  return done ? (gint64) path->len : -1;
}

/**
 * lueur_transcript_write:
 * @db: a connection of its own, not in a transaction
 * @order: what, and where to
 * @progress: (nullable): told how far it is
 * @cancellable: (nullable): ends it early, with nothing left behind
 * @error: %G_IO_ERROR: what the system said of the file, or %G_IO_ERROR_CANCELLED; or the store's, as
 *   %LUEUR_STORE_ERROR_NOT_FOUND for a conversation that is in the bin or nowhere
 *
 * Returns: how many messages are in the file; -1: there is none, and what was at its place is there still
 */
gint64
lueur_transcript_write (LueurDatabase *db, const LueurTranscriptOrder *order, LueurArchiveProgress *progress,
                        GCancellable *cancellable, GError **error)
{
  g_autoptr (LueurFileOut) file = lueur_file_out_new (order->path, error);
  const LueurTranscriptWriting writing = {
    db, order->conversation, order->language, TRUE, progress, cancellable, on_piece, file
  };
  gint64 n;

  if (file == NULL || !lueur_database_script (db, "BEGIN", error))
    return -1;
  n = write_all (&writing, order->format, error);
  lueur_database_rollback (db);
  if (n < 0 || g_cancellable_set_error_if_cancelled (cancellable, error) || !lueur_file_out_finish (file, error))
    return -1;
  return n;
}
