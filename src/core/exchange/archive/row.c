/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of a table as a JSON object, and back, by what tables.c says of it. */

#include "core/exchange/archive/row.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "core/exchange/archive/json.h"

/* --- Writing -------------------------------------------------------------------------------------------- */

char *
lueur_archive_select (LueurArchiveTableId id, const char *rest)
{
  const LueurArchiveTable *table = lueur_archive_table (id);
  GString *sql = g_string_new ("SELECT ");
  gboolean first = TRUE;

  for (const LueurArchiveColumn *column = table->columns; column->name != NULL; column++)
    {
      if (!lueur_archive_column_is_written (column))
        continue;
      g_string_append_printf (sql, "%s%s", first ? "" : ", ", column->sql != NULL ? column->sql : column->name);
      first = FALSE;
    }
  g_string_append_printf (sql, " FROM %s %s", table->name, rest);
  return g_string_free_and_steal (sql);
}

static void
write_time (GString *out, gint64 time)
{
  g_autofree char *text = time != 0 ? lueur_archive_time_to_text (time) : NULL;

  if (time == 0)
    g_string_append (out, "null");
  else if (text != NULL)
    g_string_append_printf (out, "\"%s\"", text);
  else
    g_string_append_printf (out, "%" G_GINT64_FORMAT, time);
}

static void
write_real (GString *out, double real)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_dtostr (digits, sizeof digits, isfinite (real) ? real : 0));
}

static void
write_value (GString *out, const LueurArchiveColumn *column, LueurStatement *query, int at, LueurArchiveNumber number,
             gpointer data, const char *file)
{
  g_autofree char *text = NULL;
  gint64 value;

  switch (column->kind)
    {
    case LUEUR_COLUMN_NUMBER:
      g_string_append_printf (out, "%" G_GINT64_FORMAT, (gint64) sqlite3_column_int64 (query, at));
      break;
    case LUEUR_COLUMN_FLAG:
      g_string_append (out, sqlite3_column_int64 (query, at) != 0 ? "true" : "false");
      break;
    case LUEUR_COLUMN_REAL:
      write_real (out, sqlite3_column_double (query, at));
      break;
    case LUEUR_COLUMN_TIME:
      write_time (out, sqlite3_column_int64 (query, at));
      break;
    case LUEUR_COLUMN_TEXT:
    case LUEUR_COLUMN_JSON:
      text = lueur_statement_dup_text (query, at, column->max);
      if (column->kind == LUEUR_COLUMN_JSON)
        lueur_archive_write_json (out, text);
      else
        lueur_json_write_string (out, text);
      break;
    case LUEUR_COLUMN_FILE:
      lueur_json_write_string (out, file);
      break;
    case LUEUR_COLUMN_ID:
    case LUEUR_COLUMN_PERSONA:
    case LUEUR_COLUMN_PERSON:
    case LUEUR_COLUMN_MESSAGE:
      value = number (data, column->kind, sqlite3_column_int64 (query, at));
      if (value != 0)
        g_string_append_printf (out, "%" G_GINT64_FORMAT, value);
      else
        g_string_append (out, "null");
      break;
    case LUEUR_COLUMN_TOLD:
    case LUEUR_COLUMN_OWNER:
    case LUEUR_COLUMN_APART:
    case LUEUR_COLUMN_NOT:
    default:
      g_assert_not_reached ();
    }
}

void
lueur_archive_row_write (GString *out, LueurArchiveTableId id, LueurStatement *query, LueurArchiveNumber number,
                         gpointer data, const char *file)
{
  int at = 0;

  for (const LueurArchiveColumn *column = lueur_archive_table (id)->columns; column->name != NULL; column++)
    {
      if (!lueur_archive_column_is_written (column))
        continue;
      g_string_append_printf (out, "%s\"%s\": ", at > 0 ? ", " : "", column->member);
      if (column->nullable && sqlite3_column_type (query, at) == SQLITE_NULL)
        g_string_append (out, "null");
      else
        write_value (out, column, query, at, number, data, file);
      at++;
    }
}

/* --- Reading -------------------------------------------------------------------------------------------- */

void
lueur_archive_row_clear (LueurArchiveRow *self)
{
  for (guint i = 0; i < LUEUR_ARCHIVE_COLUMNS_MAX; i++)
    g_free (self->values[i].text);
  memset (self, 0, sizeof *self);
}

/* Whole numbers as they are spelt: a double would lose the last digits of the largest. */
static gboolean
read_number (const LueurJsonDoc *doc, guint value, gint64 *number)
{
  gsize length;
  const char *raw = lueur_json_doc_get_raw (doc, value, &length);
  char digits[24];
  char *end;

  if (lueur_json_doc_get_type (doc, value) != LUEUR_JSON_NUMBER || length >= sizeof digits)
    return FALSE;
  memcpy (digits, raw, length);
  digits[length] = '\0';
  errno = 0;
  *number = g_ascii_strtoll (digits, &end, 10);
  return *end == '\0' && errno == 0;
}

static gboolean
read_time (const LueurJsonDoc *doc, guint value, gint64 *time, GError **error)
{
  g_autofree char *text = NULL;

  if (read_number (doc, value, time))
    return TRUE;
  text = lueur_archive_dup_string (doc, value, 64, error);
  return text != NULL && (lueur_archive_time_from_text (text, time) || lueur_archive_fail_damaged (error));
}

static gboolean
read_value (LueurArchiveValue *it, const LueurArchiveColumn *column, const LueurJsonDoc *doc, guint value, GError **error)
{
  switch (column->kind)
    {
    case LUEUR_COLUMN_NUMBER:
      return read_number (doc, value, &it->number) || lueur_archive_fail_damaged (error);
    case LUEUR_COLUMN_FLAG:
      it->number = lueur_json_doc_get_boolean (doc, value, FALSE);
      return lueur_json_doc_get_type (doc, value) == LUEUR_JSON_BOOLEAN || lueur_archive_fail_damaged (error);
    case LUEUR_COLUMN_REAL:
      it->real = lueur_json_doc_get_number (doc, value, NAN);
      return isfinite (it->real) || lueur_archive_fail_damaged (error);
    case LUEUR_COLUMN_TIME:
      return read_time (doc, value, &it->number, error);
    case LUEUR_COLUMN_TEXT:
    case LUEUR_COLUMN_FILE:
      it->text = lueur_archive_dup_string (doc, value, column->max != 0 ? column->max : 512, error);
      return it->text != NULL;
    case LUEUR_COLUMN_JSON:
      return lueur_archive_read_json (doc, value, column->max, &it->text, error);
    case LUEUR_COLUMN_ID:
    case LUEUR_COLUMN_PERSONA:
    case LUEUR_COLUMN_PERSON:
    case LUEUR_COLUMN_MESSAGE:
      return (read_number (doc, value, &it->number) && it->number > 0) || lueur_archive_fail_damaged (error);
    case LUEUR_COLUMN_TOLD:
    case LUEUR_COLUMN_OWNER:
    case LUEUR_COLUMN_APART:
    case LUEUR_COLUMN_NOT:
    default:
      g_return_val_if_reached (FALSE);
    }
}

gboolean
lueur_archive_row_read (LueurArchiveRow *row, LueurArchiveTableId id, const LueurJsonDoc *doc, guint object,
                        GError **error)
{
  const LueurArchiveColumn *columns = lueur_archive_table (id)->columns;

  lueur_archive_row_clear (row);
  if (lueur_json_doc_get_type (doc, object) != LUEUR_JSON_OBJECT)
    return lueur_archive_fail_damaged (error);
  for (guint i = 0; columns[i].name != NULL; i++)
    {
      LueurArchiveValue *it = &row->values[i];
      guint value;

      if (!lueur_archive_column_is_written (&columns[i]))
        continue;
      value = lueur_json_doc_find (doc, object, columns[i].member);
      if (value != LUEUR_JSON_NOWHERE && lueur_json_doc_get_type (doc, value) != LUEUR_JSON_NULL)
        {
          if (!read_value (it, &columns[i], doc, value, error))
            return FALSE;
          continue;
        }
      if (columns[i].needed)
        return lueur_archive_fail_damaged (error);
      it->is_null = columns[i].nullable;
      if (!it->is_null && (columns[i].kind == LUEUR_COLUMN_TEXT || columns[i].kind == LUEUR_COLUMN_JSON))
        it->text = g_strdup ("");
    }
  return TRUE;
}

LueurArchiveValue *
lueur_archive_row_at (LueurArchiveRow *row, LueurArchiveTableId id, const char *name)
{
  const LueurArchiveColumn *columns = lueur_archive_table (id)->columns;

  for (guint i = 0; columns[i].name != NULL; i++)
    if (strcmp (columns[i].name, name) == 0)
      return &row->values[i];
  g_assert_not_reached ();
}

const LueurArchiveValue *
lueur_archive_row_get (const LueurArchiveRow *row, LueurArchiveTableId id, const char *name)
{
  return lueur_archive_row_at ((LueurArchiveRow *) row, id, name);
}

/* --- Into the store -------------------------------------------------------------------------------------- */

static char *
make_insert (LueurArchiveTableId id)
{
  const LueurArchiveTable *table = lueur_archive_table (id);
  g_autoptr (GString) names = g_string_new (NULL), marks = g_string_new (NULL);

  for (const LueurArchiveColumn *column = table->columns; column->name != NULL; column++)
    if (column->kind <= LUEUR_COLUMN_OWNER && column->kind != LUEUR_COLUMN_ID)
      {
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", column->name);
        g_string_append (marks, marks->len > 0 ? ", ?" : "?");
      }
  /* An hour, a count or a record that is here stays as it is. */
  return g_strdup_printf ("INSERT %sINTO %s (%s) VALUES (%s)", id >= LUEUR_TABLE_USAGE ? "OR IGNORE " : "", table->name,
                          names->str, marks->str);
}

static int
bind_value (LueurStatement *query, int at, const LueurArchiveColumn *column, const LueurArchiveValue *it, gint64 owner,
            GBytes *file)
{
  if (column->kind == LUEUR_COLUMN_OWNER)
    return sqlite3_bind_int64 (query, at, owner);
  if (it->is_null)
    return sqlite3_bind_null (query, at);
  switch (column->kind)
    {
    case LUEUR_COLUMN_REAL:
      return sqlite3_bind_double (query, at, it->real);
    case LUEUR_COLUMN_TEXT:
    case LUEUR_COLUMN_JSON:
      return sqlite3_bind_text (query, at, it->text, -1, SQLITE_STATIC);
    case LUEUR_COLUMN_FILE:
      return sqlite3_bind_blob64 (query, at, g_bytes_get_data (file, NULL), g_bytes_get_size (file), SQLITE_STATIC);
    case LUEUR_COLUMN_NUMBER:
    case LUEUR_COLUMN_FLAG:
    case LUEUR_COLUMN_TIME:
    case LUEUR_COLUMN_PERSONA:
    case LUEUR_COLUMN_PERSON:
    case LUEUR_COLUMN_MESSAGE:
    case LUEUR_COLUMN_TOLD:
      return sqlite3_bind_int64 (query, at, it->number);
    case LUEUR_COLUMN_ID:
    case LUEUR_COLUMN_OWNER:
    case LUEUR_COLUMN_APART:
    case LUEUR_COLUMN_NOT:
    default:
      return SQLITE_MISUSE;
    }
}

gint64
lueur_archive_row_insert (LueurDatabase *db, const LueurArchiveRow *row, LueurArchiveTableId id, gint64 owner,
                          GBytes *file, GError **error)
{
  g_autofree char *sql = make_insert (id);
  g_autoptr (LueurStatement) query = lueur_database_query (db, error, sql, "");
  const LueurArchiveColumn *columns = lueur_archive_table (id)->columns;
  int at = 0;

  if (query == NULL)
    return 0;
  for (guint i = 0; columns[i].name != NULL; i++)
    if (columns[i].kind <= LUEUR_COLUMN_OWNER && columns[i].kind != LUEUR_COLUMN_ID)
      {
        int code = bind_value (query, ++at, &columns[i], &row->values[i], owner, file);

        if (code != SQLITE_OK)
          return lueur_database_fail (db, code, error);
      }
  return lueur_database_step (db, query, error) == SQLITE_DONE ? MAX (lueur_database_get_last_id (db), 1) : 0;
}
