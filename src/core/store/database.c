/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/store/database.h"

#include <errno.h>
#include <string.h>

#include "core/model/text.h"
#include "core/store/file-check.h"
#include "core/store/schema.h"

/* How long to wait for another process to let go, in milliseconds. */
#define BUSY_TIMEOUT 2000
/* What a look at a file that was not closed well may take of the start, in microseconds. */
#define CHECK_BUDGET (300 * 1000)
/* Instructions of SQLite's machine between two questions whether to stop: some tens of microseconds. */
#define STOP_EVERY 2000
/* Bytes of one value. A page of messages must not be able to fill the memory. */
#define VALUE_MAX (32 * 1024 * 1024)

struct _LueurDatabase
{
  sqlite3 *handle;
  GHashTable *statements; /* SQL -> sqlite3_stmt; borrowed while one is in use */
  LueurDatabaseStop stop;
  gpointer stop_data;
  gint64 deadline; /* monotonic; 0: none */
  guint64 n_rows;
  int synchronous;
  LueurDatabaseMode mode;
};

static int
on_progress (void *data)
{
  LueurDatabase *self = data;

  if (self->deadline != 0 && g_get_monotonic_time () > self->deadline)
    return 1;
  return self->stop != NULL && self->stop (self->stop_data);
}

gboolean
lueur_database_fail (LueurDatabase *self, int code, GError **error)
{
  int errsv = self->handle != NULL ? sqlite3_system_errno (self->handle) : 0;
  int ours = LUEUR_STORE_ERROR_FAILED;

  switch (code & 0xff)
    {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      ours = LUEUR_STORE_ERROR_CORRUPT;
      break;
    case SQLITE_FULL:
      ours = LUEUR_STORE_ERROR_FULL;
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      ours = LUEUR_STORE_ERROR_READ_ONLY;
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      ours = LUEUR_STORE_ERROR_LOCKED;
      break;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      ours = LUEUR_STORE_ERROR_IO;
      if (errsv == ENOSPC || errsv == EDQUOT)
        ours = LUEUR_STORE_ERROR_FULL;
      else if (errsv == EACCES || errsv == EROFS || errsv == EPERM)
        ours = LUEUR_STORE_ERROR_READ_ONLY;
      break;
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "stopped");
      return FALSE;
    default:
      break;
    }
  /* SQLite's own message names tables and columns, never values. */
  g_set_error (error, LUEUR_STORE_ERROR, ours, "%s (%d)",
               self->handle != NULL ? sqlite3_errmsg (self->handle) : sqlite3_errstr (code), code);
  return FALSE;
}

static int
bind (LueurStatement *statement, const char *types, va_list args)
{
  int code = SQLITE_OK;

  for (int i = 0; types[i] != '\0' && code == SQLITE_OK; i++)
    switch (types[i])
      {
      case 'i':
        code = sqlite3_bind_int64 (statement, i + 1, va_arg (args, gint64));
        break;
      case 'I':
        {
          gint64 id = va_arg (args, gint64);

          code = id != 0 ? sqlite3_bind_int64 (statement, i + 1, id) : sqlite3_bind_null (statement, i + 1);
          break;
        }
      case 's':
        code = sqlite3_bind_text (statement, i + 1, va_arg (args, const char *), -1, SQLITE_STATIC);
        break;
      case 'd':
        code = sqlite3_bind_double (statement, i + 1, va_arg (args, double));
        break;
      default:
        g_assert_not_reached ();
      }
  return code;
}

static LueurStatement *
query_va (LueurDatabase *self, GError **error, const char *sql, const char *types, va_list args)
{
  g_autofree char *key = NULL;
  LueurStatement *statement = g_hash_table_lookup (self->statements, sql);
  int code;

  /* One that is in use (a query inside the rows of itself) is not the cache's to lend. */
  g_return_val_if_fail (statement == NULL || !sqlite3_stmt_busy (statement), NULL);
  if (statement == NULL)
    {
      code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
      if (code != SQLITE_OK)
        {
          lueur_database_fail (self, code, error);
          return NULL;
        }
      g_hash_table_insert (self->statements, g_strdup (sql), statement);
    }
  code = bind (statement, types, args);
  if (code != SQLITE_OK)
    {
      lueur_database_fail (self, code, error);
      lueur_statement_release (statement);
      return NULL;
    }
  return statement;
}

void
lueur_statement_release (LueurStatement *self)
{
  if (self == NULL)
    return;
  sqlite3_reset (self);
  sqlite3_clear_bindings (self);
}

/**
 * lueur_database_query:
 * @error: of the store's domain
 * @sql: one statement
 * @types: a letter a parameter: i (gint64), I (gint64, 0 is NULL), s (const char *), d (double)
 *
 * Returns: (transfer full) (nullable): the statement, bound and not yet stepped; not to be asked for again
 *   before it is released
 */
LueurStatement *
lueur_database_query (LueurDatabase *self, GError **error, const char *sql, const char *types, ...)
{
  LueurStatement *statement;
  va_list args;

  va_start (args, types);
  statement = query_va (self, error, sql, types, args);
  va_end (args);
  return statement;
}

int
lueur_database_step (LueurDatabase *self, LueurStatement *statement, GError **error)
{
  int code = sqlite3_step (statement);

  if (code == SQLITE_ROW)
    self->n_rows++;
  else if (code != SQLITE_DONE)
    lueur_database_fail (self, code, error);
  return code;
}

static gboolean
run_statement (LueurDatabase *self, LueurStatement *statement, GError **error)
{
  int code;

  do
    code = lueur_database_step (self, statement, error);
  while (code == SQLITE_ROW);
  return code == SQLITE_DONE;
}

gboolean
lueur_database_run (LueurDatabase *self, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr (LueurStatement) statement = NULL;
  va_list args;

  va_start (args, types);
  statement = query_va (self, error, sql, types, args);
  va_end (args);
  return statement != NULL && run_statement (self, statement, error);
}

gboolean
lueur_database_get_int (LueurDatabase *self, GError **error, gint64 *value, gint64 otherwise, const char *sql,
                        const char *types, ...)
{
  g_autoptr (LueurStatement) statement = NULL;
  va_list args;
  int code;

  va_start (args, types);
  statement = query_va (self, error, sql, types, args);
  va_end (args);
  if (statement == NULL)
    return FALSE;
  code = lueur_database_step (self, statement, error);
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    return FALSE;
  *value = code == SQLITE_ROW && sqlite3_column_type (statement, 0) != SQLITE_NULL
             ? sqlite3_column_int64 (statement, 0) : otherwise;
  return TRUE;
}

gboolean
lueur_database_script (LueurDatabase *self, const char *sql, GError **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  return code == SQLITE_OK || lueur_database_fail (self, code, error);
}

gint64
lueur_database_get_last_id (LueurDatabase *self)
{
  return sqlite3_last_insert_rowid (self->handle);
}

gint64
lueur_database_get_changes (LueurDatabase *self)
{
  return sqlite3_changes64 (self->handle);
}

sqlite3 *
lueur_database_get_handle (LueurDatabase *self)
{
  return self->handle;
}

guint64
lueur_database_get_n_rows (LueurDatabase *self)
{
  return self->n_rows;
}

void
lueur_database_set_stop (LueurDatabase *self, LueurDatabaseStop stop, gpointer data)
{
  self->stop = stop;
  self->stop_data = data;
}

/**
 * lueur_database_begin:
 * @durable: whether the commit waits for the disk
 * @error: of the store's domain
 *
 * In a write-ahead log, what is committed survives the end of the program however it ends: the kernel
 * has it. Only a power cut can take it, unless the commit waits for the disk (synchronous = FULL). What the
 * person did waits; what only repeats or can be done again does not. The log is one file, written in order:
 * a commit that waits takes with it all that came before.
 */
gboolean
lueur_database_begin (LueurDatabase *self, gboolean durable, GError **error)
{
  int synchronous = durable ? 2 : 1;

  if (synchronous != self->synchronous)
    {
      if (!lueur_database_script (self, durable ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL", error))
        return FALSE;
      self->synchronous = synchronous;
    }
  return lueur_database_run (self, error, "BEGIN IMMEDIATE", "");
}

gboolean
lueur_database_commit (LueurDatabase *self, GError **error)
{
  if (lueur_database_run (self, error, "COMMIT", ""))
    return TRUE;
  lueur_database_rollback (self);
  return FALSE;
}

void
lueur_database_rollback (LueurDatabase *self)
{
  if (sqlite3_get_autocommit (self->handle))
    return;
  lueur_database_run (self, NULL, "ROLLBACK", "");
}

/* Everything a stranger could have put into the file beside tables is left asleep. */
static void
harden (LueurDatabase *self)
{
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_limit (self->handle, SQLITE_LIMIT_LENGTH, VALUE_MAX);
  sqlite3_limit (self->handle, SQLITE_LIMIT_ATTACHED, 0);
}

/* The whole of a small file, as much of a large one as fits the budget. */
static gboolean
check_pages (LueurDatabase *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (LueurStatement) statement = NULL;
  gboolean good = TRUE;
  int code;

  statement = lueur_database_query (self, error, "PRAGMA quick_check (1)", "");
  if (statement == NULL)
    return FALSE;
  self->deadline = g_get_monotonic_time () + CHECK_BUDGET;
  code = lueur_database_step (self, statement, &local);
  self->deadline = 0;
  if (code == SQLITE_ROW)
    good = g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;
  else if (code != SQLITE_INTERRUPT)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (!good)
    g_set_error_literal (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_CORRUPT, "pages that do not fit together");
  return good;
}

static gboolean
set_up_writer (LueurDatabase *self, gboolean unclean, GError **error)
{
  int version;

  /* Nothing is written before the file is known to be ours: closing would otherwise move a later
   * version's log into its file. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (!lueur_schema_check (self, &version, error))
    return FALSE;
  if (sqlite3_db_readonly (self->handle, "main") == 1)
    {
      g_set_error_literal (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_READ_ONLY, "the file cannot be written");
      return FALSE;
    }
  if (unclean && !check_pages (self, error))
    return FALSE;
  if (!lueur_database_script (self,
                              "PRAGMA journal_mode = WAL;"
                              "PRAGMA foreign_keys = ON;"
                              "PRAGMA secure_delete = ON;"
                              "PRAGMA cell_size_check = ON;"
                              /* Sorting and undoing leave no words in a folder of temporary files. */
                              "PRAGMA temp_store = MEMORY;"
                              "PRAGMA journal_size_limit = 1048576;",
                              error) ||
      !lueur_schema_migrate (self, error))
    return FALSE;
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  return TRUE;
}

static gboolean
set_up_reader (LueurDatabase *self, GError **error)
{
  int version;

  if (!lueur_schema_check (self, &version, error))
    return FALSE;
  if (version != LUEUR_SCHEMA_VERSION)
    {
      g_set_error (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_FAILED, "schema %d was not migrated yet", version);
      return FALSE;
    }
  return lueur_database_script (self,
                                "PRAGMA query_only = ON; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;",
                                error);
}

/**
 * lueur_database_open:
 * @path: the file
 * @mode: a writer makes, migrates and checks it; a reader takes it as it is
 * @error: of the store's domain
 *
 * Blocks: for at most two seconds when another process holds the file, and for at most 300 ms to look at
 * one that was not closed well.
 *
 * Returns: (transfer full) (nullable): a connection, to be used on this thread alone
 */
LueurDatabase *
lueur_database_open (const char *path, LueurDatabaseMode mode, GError **error)
{
  g_autoptr (LueurDatabase) self = g_new0 (LueurDatabase, 1);
  gboolean unclean = FALSE;
  gboolean good;
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  int code;

  self->mode = mode;
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) sqlite3_finalize);
  good = mode == LUEUR_DATABASE_WRITER ? lueur_file_prepare (path, &unclean, error)
                                       : lueur_file_inspect (path, &unclean, error);
  if (!good)
    return NULL;
  flags |= mode == LUEUR_DATABASE_WRITER ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
  code = sqlite3_open_v2 (path, &self->handle, flags, NULL);
  if (code != SQLITE_OK)
    {
      lueur_database_fail (self, code, error);
      return NULL;
    }
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT);
  sqlite3_progress_handler (self->handle, STOP_EVERY, on_progress, self);
  harden (self);
  good = mode == LUEUR_DATABASE_WRITER ? set_up_writer (self, unclean, error) : set_up_reader (self, error);
  return good ? g_steal_pointer (&self) : NULL;
}

void
lueur_database_close (LueurDatabase *self)
{
  g_hash_table_unref (self->statements);
  if (self->handle != NULL && sqlite3_close (self->handle) != SQLITE_OK)
    g_warning ("a connection was closed with statements in use");
  g_free (self);
}

/* What a hostile row comes to: no NULL, no invalid UTF-8, no more than fits. */
char *
lueur_statement_dup_text (LueurStatement *self, int column, gsize max_bytes)
{
  const char *text = (const char *) sqlite3_column_text (self, column);

  return lueur_text_cap_bytes (text, text != NULL ? sqlite3_column_bytes (self, column) : 0, max_bytes);
}

char *
lueur_statement_dup_text_or_null (LueurStatement *self, int column, gsize max_bytes)
{
  if (sqlite3_column_type (self, column) == SQLITE_NULL)
    return NULL;
  return lueur_statement_dup_text (self, column, max_bytes);
}
