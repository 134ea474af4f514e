/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* An archive, gone through. */

#include "core/exchange/archive/row.h"
#include "core/exchange/archive/zip.h"
#include "core/exchange/archive.h"

G_BEGIN_DECLS

/* What becomes of it. All are called in the order in which rows stand: a companion before what is its own. */
typedef struct
{
  gboolean (*row) (gpointer data, LueurArchiveTableId id, LueurArchiveRow *row, GBytes *file, GError **error);
  /* A text that requests of the conversation quote, and a request: @template with ids, @texts those it uses. */
  gboolean (*text) (gpointer data, const char *text, GError **error);
  gint64   (*reference) (gpointer data, char mark, gint64 number);
  gboolean (*request) (gpointer data, LueurArchiveRow *row, const char *account, const char *template, GArray *texts,
                       GError **error);
  /* All of a conversation was told. @again: (out): to be told once more, from its row on */
  gboolean (*ended) (gpointer data, gboolean *again, GError **error);
} LueurArchiveVisitor;

typedef struct
{
  LueurArchiveIn *in;
  const LueurArchiveVisitor *visitor; /* (nullable) */
  gpointer data;
  LueurArchiveProgress *progress; /* (nullable) */
  GCancellable *cancellable;      /* (nullable) */
} LueurArchiveReading;

/* Goes through all of it, checks all of it. (transfer full) (nullable) */
LueurArchiveSummary *lueur_archive_read (LueurArchiveReading *reading, GError **error);
/* lueur.json alone. */
LueurArchiveSummary *lueur_archive_read_manifest (LueurArchiveIn *in, GError **error);
GBytes *lueur_archive_read_settings (LueurArchiveIn *in, GError **error);

G_END_DECLS
