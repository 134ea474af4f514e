/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Rows of the store and their JSON. */

#include "core/exchange/archive/tables.h"
#include "core/exchange/json-doc.h"
#include "core/store/database.h"

G_BEGIN_DECLS

/* One value of a row, by the place of its column in the table. */
typedef struct
{
  gboolean is_null;
  gint64 number; /* flags, times and references, too */
  double real;
  char *text;    /* of JSON, its text; of a file, its name in the archive */
} LueurArchiveValue;

typedef struct
{
  LueurArchiveValue values[LUEUR_ARCHIVE_COLUMNS_MAX];
} LueurArchiveRow;

void lueur_archive_row_clear (LueurArchiveRow *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LueurArchiveRow, lueur_archive_row_clear)

/* What an id of the store is called in the archive; 0: not there. */
typedef gint64 (*LueurArchiveNumber) (gpointer data, LueurArchiveKind kind, gint64 id);

/* "SELECT …" with the columns that are read, in the order of the table. */
char    *lueur_archive_select (LueurArchiveTableId id, const char *rest);
/* The row that @query stands on as members of an object, without its brackets. @file: of a FILE column, its name */
void     lueur_archive_row_write (GString *out, LueurArchiveTableId id, LueurStatement *query, LueurArchiveNumber number,
                                  gpointer data, const char *file);
/* Out of @object; everything checked but what the numbers refer to. */
gboolean lueur_archive_row_read (LueurArchiveRow *row, LueurArchiveTableId id, const LueurJsonDoc *doc, guint object,
                                 GError **error);
/* The value of the column @name. */
const LueurArchiveValue *lueur_archive_row_get (const LueurArchiveRow *row, LueurArchiveTableId id, const char *name);
LueurArchiveValue       *lueur_archive_row_at (LueurArchiveRow *row, LueurArchiveTableId id, const char *name);
/* Inserts it. @owner: for the column that tells it; FILE columns are @file. Returns: the new id (of a table that has
 * one), 0 on error */
gint64   lueur_archive_row_insert (LueurDatabase *db, const LueurArchiveRow *row, LueurArchiveTableId id, gint64 owner,
                                   GBytes *file, GError **error);

G_END_DECLS
