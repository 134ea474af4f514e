/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What those share who go through an archive. */

#include "core/exchange/archive/common.h"
#include "core/exchange/archive/read.h"

G_BEGIN_DECLS

typedef struct
{
  LueurArchiveReading *reading;
  LueurArchiveSummary *summary; /* what is found */
  guint n_persons;
  gboolean main;                /* one of them is */
  GArray *parents;              /* of the messages of a conversation, by their numbers */
  GArray *chosen;
  guint n_texts;                /* that its requests quote */
  gint64 shown;
  int day;                      /* the last one of the hours */
  guint n_records;
  guint rituals;                /* of a companion, those that were told */
} LueurArchiveReader;

static inline gint64
number_in (const LueurArchiveRow *row, LueurArchiveTableId table, const char *name)
{
  return lueur_archive_row_get (row, table, name)->number;
}

static inline const char *
text_in (const LueurArchiveRow *row, LueurArchiveTableId table, const char *name)
{
  return lueur_archive_row_get (row, table, name)->text;
}

/* --- read-parts.c --- */

/* FALSE, for whoever returns it. */
gboolean lueur_archive_fail_nowhere (GError **error);
gboolean lueur_archive_fail_miscounted (GError **error);
gboolean lueur_archive_fail_too_much (GError **error);

/* A file that is one JSON object of text. (transfer full) (nullable) */
LueurJsonDoc *lueur_archive_read_doc (LueurArchiveIn *in, const char *name, gsize max, GError **error);

/* What is done with each element of a list. */
typedef gboolean (*LueurArchiveOnElement) (LueurArchiveReader *self, const LueurJsonDoc *doc, guint value, GError **error);

gboolean lueur_archive_reader_each (LueurArchiveReader *self, const LueurJsonDoc *doc, guint array,
                                    LueurArchiveOnElement func, GError **error);
/* A list that may go on in a next file. */
gboolean lueur_archive_reader_list (LueurArchiveReader *self, const char *prefix, LueurArchiveTableId table,
                                    LueurArchiveOnElement func, GError **error);
/* To the visitor, where there is one. */
gboolean lueur_archive_reader_tell (LueurArchiveReader *self, LueurArchiveTableId table, LueurArchiveRow *row, GBytes *file,
                                    GError **error);
/* A row that has nothing to be checked but itself. */
gboolean lueur_archive_reader_plain (LueurArchiveReader *self, LueurArchiveTableId table, const LueurJsonDoc *doc,
                                     guint value, GError **error);

/* --- read-companions.c --- */

/* Who the person is. */
gboolean lueur_archive_reader_persons (LueurArchiveReader *self, GError **error);
gboolean lueur_archive_reader_companion (LueurArchiveReader *self, guint number, GError **error);

/* --- read-conversations.c --- */

/* @again: (out): it is to be told once more */
gboolean lueur_archive_reader_conversation (LueurArchiveReader *self, guint number, gboolean *again, GError **error);

/* --- read-records.c --- */

/* Time, counts, records. */
gboolean lueur_archive_reader_records (LueurArchiveReader *self, GError **error);

G_END_DECLS
