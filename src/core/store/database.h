/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "core/store/store.h"

G_BEGIN_DECLS

/*
 * LueurDatabase: one connection, for one thread. Its statements are prepared once and kept.
 *
 * The writer makes the file, migrates it, and repairs what a kill left; there is one in the app, and
 * lueur-tool may be another. A reader never writes and finds the file as it is.
 */
typedef struct _LueurDatabase LueurDatabase;

typedef enum
{
  LUEUR_DATABASE_WRITER,
  LUEUR_DATABASE_READER,
} LueurDatabaseMode;

/* Whether what runs should end now; called every few microseconds of SQL, on the connection's thread. */
typedef gboolean (*LueurDatabaseStop) (gpointer data);

LueurDatabase *lueur_database_open (const char *path, LueurDatabaseMode mode, GError **error);
void           lueur_database_close (LueurDatabase *self);
sqlite3       *lueur_database_get_handle (LueurDatabase *self);
void           lueur_database_set_stop (LueurDatabase *self, LueurDatabaseStop stop, gpointer data);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurDatabase, lueur_database_close)

/* A prepared statement, lent: it is reset, and free for the next use, when it goes out of scope. */
typedef sqlite3_stmt LueurStatement;
void lueur_statement_release (LueurStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LueurStatement, lueur_statement_release)

/*
 * @types: a letter a parameter: i (gint64), I (gint64, 0 is NULL), s (const char *, NULL is NULL), d (double).
 * Strings are borrowed: they must live until the statement is released.
 */
LueurStatement *lueur_database_query (LueurDatabase *self, GError **error, const char *sql, const char *types, ...);
/* SQLITE_ROW, SQLITE_DONE, or another code with @error set */
int             lueur_database_step (LueurDatabase *self, LueurStatement *statement, GError **error);
/* Runs a statement to its end, rows unread. */
gboolean        lueur_database_run (LueurDatabase *self, GError **error, const char *sql, const char *types, ...);
/* The first column of the first row, or @otherwise when there is no row or it is NULL. */
gboolean        lueur_database_get_int (LueurDatabase *self, GError **error, gint64 *value, gint64 otherwise,
                                        const char *sql, const char *types, ...);
/* Several statements without parameters, prepared for this once. */
gboolean        lueur_database_script (LueurDatabase *self, const char *sql, GError **error);
gint64          lueur_database_get_last_id (LueurDatabase *self);
gint64          lueur_database_get_changes (LueurDatabase *self);

/* @durable: it is on the disk itself, not only with the kernel, when lueur_database_commit() returns */
gboolean lueur_database_begin (LueurDatabase *self, gboolean durable, GError **error);
gboolean lueur_database_commit (LueurDatabase *self, GError **error);
/* Undoes what was begun; for the way out after an error. Harmless when nothing was begun. */
void     lueur_database_rollback (LueurDatabase *self);
/* Leaves no trace of what was deleted in the file or its log. */
gboolean lueur_database_scrub (LueurDatabase *self, GError **error);

/* FALSE with @error set, by the connection's last error. */
gboolean lueur_database_fail (LueurDatabase *self, int code, GError **error);
/* Rows stepped over since it was opened: what tests count instead of milliseconds. */
guint64  lueur_database_get_n_rows (LueurDatabase *self);

/* What hostile rows come to: never NULL, valid UTF-8, capped. */
char *lueur_statement_dup_text (LueurStatement *self, int column, gsize max_bytes);
char *lueur_statement_dup_text_or_null (LueurStatement *self, int column, gsize max_bytes);

G_END_DECLS
