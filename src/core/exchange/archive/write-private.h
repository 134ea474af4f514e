/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What those share who write an archive. */

#include "core/exchange/archive/common.h"
#include "core/exchange/archive/row.h"
#include "core/exchange/archive/zip.h"

G_BEGIN_DECLS

typedef struct
{
  LueurDatabase *db;
  LueurArchiveOut *out;
  const LueurArchiveExport *order;
  LueurArchiveProgress *progress;
  GCancellable *cancellable;
  GArray *personas;      /* ids, by their numbers */
  GArray *persons;
  GArray *conversations;
  GArray *messages;      /* of the conversation that is being written */
  GArray *texts;         /* of its requests, in the order of the archive */
  GString *buffer;
  gint64 number;         /* of the row that is being written, where rows have one */
  LueurArchiveSummary *summary;
} LueurArchiveWriter;

/* A list that goes on in a next file when one is full. */
typedef struct
{
  LueurArchiveWriter *writing;
  const char *prefix; /* "data/conversations/00001/messages" */
  const char *member;
  guint part;
  guint n_rows;
  gsize n_bytes;
} LueurArchiveList;

/* --- write-list.c --- */

/* Ids in order: where @id stands is its number, counted from 1. 0: it is not there */
gint64   lueur_archive_find_number (const GArray *ids, gint64 id);
/* A LueurArchiveNumber. */
gint64   lueur_archive_writer_number (gpointer writer, LueurArchiveKind kind, gint64 id);
/* (transfer full) (nullable): what @sql, which may ask for ?1, finds */
GArray  *lueur_archive_writer_ids (LueurArchiveWriter *self, const char *sql, gint64 of, GError **error);
gboolean lueur_archive_writer_text (LueurArchiveWriter *self, const char *text, GError **error);
gboolean lueur_archive_writer_file (LueurArchiveWriter *self, const char *name, const char *text, GError **error);
/* One row: the JSON that is in @buffer. */
gboolean lueur_archive_list_add (LueurArchiveList *list, GString *buffer, GError **error);
gboolean lueur_archive_list_end (LueurArchiveList *list, GError **error);
/* Puts what is not in the table at the end of the row that is in @buffer. */
typedef void (*LueurArchiveRowFunc) (LueurArchiveWriter *self, LueurStatement *query);
/* The rows of @table that @rest picks, as a list. */
gboolean lueur_archive_writer_list_with (LueurArchiveWriter *self, LueurArchiveTableId table, const char *prefix,
                                         const char *rest, gint64 of, LueurArchiveRowFunc complete, GError **error);
gboolean lueur_archive_writer_list (LueurArchiveWriter *self, LueurArchiveTableId table, const char *prefix,
                                    const char *rest, gint64 of, GError **error);
/* Those that are @of something, joined by commas. @number: 0 where they have none */
gboolean lueur_archive_writer_rows (LueurArchiveWriter *self, GString *out, LueurArchiveTableId table, const char *rest,
                                    gint64 of, guint number, GError **error);

/* --- write-companions.c --- */

gboolean lueur_archive_writer_companion (LueurArchiveWriter *self, gint64 persona, guint number, GError **error);

/* --- write-conversations.c --- */

gboolean lueur_archive_writer_conversation (LueurArchiveWriter *self, gint64 conversation, guint number, GError **error);

G_END_DECLS
