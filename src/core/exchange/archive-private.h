/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the archive share. */

#include "core/exchange/archive.h"
#include "core/exchange/json-doc.h"
#include "core/store/database.h"

G_BEGIN_DECLS

/* Caps. A part of a list is closed when it has as many rows or bytes; one row may still be larger than the latter. */
#define LUEUR_ARCHIVE_PART_ROWS 1000
#define LUEUR_ARCHIVE_PART_BYTES (1024 * 1024)
#define LUEUR_ARCHIVE_FILE_MAX (64 * 1024 * 1024) /* a card, a book, a picture */
#define LUEUR_ARCHIVE_FILES_MAX 200000
#define LUEUR_ARCHIVE_MESSAGES_MAX 5000000
#define LUEUR_ARCHIVE_FIGURES_MAX 2000

/* --- archive-tables.c: what of the store is in an archive --- */

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

/* --- archive-row.c: rows and their JSON --- */

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

char    *lueur_archive_time_to_text (gint64 time);
gboolean lueur_archive_time_from_text (const char *text, gint64 *time);
/* JSON of the store's: an object as it is, so that no byte of it changes; else, and where it is large or deep, a string. */
void     lueur_archive_write_json (GString *out, const char *text);
gboolean lueur_archive_read_json (const LueurJsonDoc *doc, guint value, gsize max, char **text, GError **error);
/* A string of JSON; NULL with @error for one that is none, has a nul or is longer than @max. */
char    *lueur_archive_dup_string (const LueurJsonDoc *doc, guint value, gsize max, GError **error);

/* --- archive-requests.c: what was sent for a reply --- */

/* What a template refers to, by its number. */
typedef gint64 (*LueurArchiveReference) (gpointer data, char mark, gint64 id);

/* As a JSON array. */
void  lueur_archive_template_write (GString *out, const char *template, LueurArchiveReference number, gpointer data);
/* And back. @texts: (out): the numbers of texts that it uses, each once. (transfer full) (nullable) */
char *lueur_archive_template_read (const LueurJsonDoc *doc, guint array, LueurArchiveReference id, gpointer data,
                                   GArray *texts, GError **error);

/* --- archive-zip.c: files in and out of it --- */

/* Names of files are UTF-8 whatever the person's locale is, for this thread and as long as this is in scope: libarchive
 * turns them to and fro. */
typedef struct
{
  gpointer before;
  gpointer own;
} LueurArchiveLocale;

LueurArchiveLocale lueur_archive_locale_enter (void);
void               lueur_archive_locale_leave (LueurArchiveLocale *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LueurArchiveLocale, lueur_archive_locale_leave)

typedef struct _LueurArchiveOut LueurArchiveOut;

/* In a file beside @path, which takes its place at the end. */
LueurArchiveOut *lueur_archive_out_new (const char *path, gint64 now, GError **error);
gboolean         lueur_archive_out_begin (LueurArchiveOut *self, const char *name, GError **error);
gboolean         lueur_archive_out_write (LueurArchiveOut *self, gconstpointer data, gsize length, GError **error);
gboolean         lueur_archive_out_finish (LueurArchiveOut *self, GError **error);
/* One that was not finished leaves nothing. */
void             lueur_archive_out_free (LueurArchiveOut *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurArchiveOut, lueur_archive_out_free)

typedef struct _LueurArchiveIn LueurArchiveIn;

LueurArchiveIn *lueur_archive_in_new (const char *path, GCancellable *cancellable, GError **error);
/* How much was gone to and fro until now does not count. */
void            lueur_archive_in_forgive (LueurArchiveIn *self);
gboolean        lueur_archive_in_has (LueurArchiveIn *self, const char *name);
/* (transfer container) (element-type utf8): names that begin so, in the order of the archive */
GPtrArray      *lueur_archive_in_list (LueurArchiveIn *self, const char *prefix);
GBytes         *lueur_archive_in_read (LueurArchiveIn *self, const char *name, gsize max, GError **error);
void            lueur_archive_in_free (LueurArchiveIn *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurArchiveIn, lueur_archive_in_free)

/* --- archive-read.c: an archive, gone through --- */

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

/* --- archive-markdown.c: for people --- */

gboolean lueur_archive_write_markdown (LueurDatabase *db, LueurArchiveOut *out, gint64 conversation, guint number,
                                       const char *language, LueurArchiveProgress *progress, GCancellable *cancellable,
                                       GError **error);
/* What the archive says of itself, in a sentence, and as a page. */
const char *lueur_archive_get_notice (const char *language);
char       *lueur_archive_make_readme (const char *language, gint64 now);

/* --- archive-figures.c: the person's own pictures --- */

/* Returns: how many files, -1 on error */
int lueur_archive_write_figures (LueurArchiveOut *out, const char *folder, guint *n_left_out, GCancellable *cancellable,
                                 GError **error);

typedef struct
{
  GPtrArray *paths;    /* files and folders that were put in place */
  GHashTable *renamed; /* name of a figure to the one it has here */
  guint n_left_out;
} LueurArchiveFigures;

gboolean lueur_archive_take_figures (LueurArchiveFigures *self, LueurArchiveIn *in, const LueurArchiveImport *order,
                                     GCancellable *cancellable, GError **error);
/* Takes them away again. */
void     lueur_archive_drop_figures (LueurArchiveFigures *self);
void     lueur_archive_figures_clear (LueurArchiveFigures *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LueurArchiveFigures, lueur_archive_figures_clear)

/* --- archive.c --- */

void     lueur_archive_progress_set_total (LueurArchiveProgress *self, guint64 total);
void     lueur_archive_progress_advance (LueurArchiveProgress *self, guint64 n);
gboolean lueur_archive_fail (GError **error, LueurArchiveError code, const char *sentence);

G_END_DECLS
