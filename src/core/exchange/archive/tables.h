/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What of the store is in an archive, table by table. */

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LUEUR_COLUMN_NUMBER,
  LUEUR_COLUMN_FLAG,
  LUEUR_COLUMN_REAL,
  LUEUR_COLUMN_TIME,    /* µs since the epoch, as a date; 0 and NULL as null */
  LUEUR_COLUMN_TEXT,
  LUEUR_COLUMN_JSON,    /* an object */
  LUEUR_COLUMN_FILE,    /* a file of its own, beside */
  LUEUR_COLUMN_ID,      /* its number in the archive, counted from 1 */
  LUEUR_COLUMN_PERSONA, /* the number of another */
  LUEUR_COLUMN_PERSON,
  LUEUR_COLUMN_MESSAGE,
  LUEUR_COLUMN_TOLD,    /* told anew when it is taken in; why tells out of what */
  LUEUR_COLUMN_OWNER,   /* told by where the row stands */
  LUEUR_COLUMN_APART,   /* in the archive, but not as a column: why tells how */
  LUEUR_COLUMN_NOT,     /* not in the archive: why tells */
} LueurArchiveKind;

typedef struct
{
  const char *name;   /* of the column */
  LueurArchiveKind kind;
  const char *member; /* of the JSON object; NULL where it has none */
  gboolean nullable;  /* or else the kind's nothing: 0, "" */
  gboolean needed;    /* an object without it is damaged */
  gsize max;          /* bytes of text; 0: LUEUR_MESSAGE_MAX_BYTES */
  const char *sql;    /* how it is read, where that is not its name */
  const char *why;
} LueurArchiveColumn;

typedef struct
{
  const char *name;
  const char *member; /* of the JSON object that holds a row, or the array that holds several; NULL: none of its own */
  const LueurArchiveColumn *columns; /* until one without a name */
  const char *why;    /* of a table that is not written as rows */
} LueurArchiveTable;

typedef enum
{
  LUEUR_TABLE_PERSON,
  LUEUR_TABLE_PERSONA,
  LUEUR_TABLE_VERSION,
  LUEUR_TABLE_CARD,
  LUEUR_TABLE_BOOK,
  LUEUR_TABLE_REVIEW,
  LUEUR_TABLE_RITUAL,
  LUEUR_TABLE_CONVERSATION,
  LUEUR_TABLE_DRAFT,
  LUEUR_TABLE_MESSAGE,
  LUEUR_TABLE_OPINION,
  LUEUR_TABLE_REQUEST,
  LUEUR_TABLE_REQUEST_TEXT,
  LUEUR_TABLE_REQUEST_USE,
  LUEUR_TABLE_USAGE,
  LUEUR_TABLE_TALLY,
  LUEUR_TABLE_RECORD,
  LUEUR_TABLE_CHORE,
  LUEUR_N_TABLES,
} LueurArchiveTableId;

#define LUEUR_ARCHIVE_COLUMNS_MAX 16

const LueurArchiveTable *lueur_archive_table (LueurArchiveTableId id);
/* Whether a column is a member of a row's object. */
gboolean lueur_archive_column_is_written (const LueurArchiveColumn *column);

G_END_DECLS
