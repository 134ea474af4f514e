/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Time, counts and records, as an archive tells them. A row that nothing could be shown of is passed over. */

#include "core/exchange/archive/read-private.h"

#include <string.h>

#define RECORDS_MAX 20000
#define HOURS_MAX 200000

static gboolean
is_day (gint64 day)
{
  return day >= 19000101 && day <= 99991231;
}

static gboolean
on_hour (LueurArchiveReader *self, const LueurJsonDoc *doc, guint value, GError **error)
{
  g_auto (LueurArchiveRow) row = { 0 };
  gint64 day, hour;

  if (!lueur_archive_row_read (&row, LUEUR_TABLE_USAGE, doc, value, error))
    return FALSE;
  day = number_in (&row, LUEUR_TABLE_USAGE, "day");
  hour = number_in (&row, LUEUR_TABLE_USAGE, "hour");
  if (!is_day (day) || hour < 0 || hour > 23 || number_in (&row, LUEUR_TABLE_USAGE, "seconds") < 0 ||
      number_in (&row, LUEUR_TABLE_USAGE, "seconds") > 86400 || number_in (&row, LUEUR_TABLE_USAGE, "sessions") < 0 ||
      number_in (&row, LUEUR_TABLE_USAGE, "sessions") > 3600)
    return TRUE; /* nothing that could be shown */
  if (number_in (&row, LUEUR_TABLE_USAGE, "persona") > self->summary->n_companions)
    return lueur_archive_fail_nowhere (error);
  if (++self->n_records > HOURS_MAX)
    return lueur_archive_fail_too_much (error);
  if (self->day != (int) day)
    self->summary->n_days++;
  self->day = (int) day;
  return lueur_archive_reader_tell (self, LUEUR_TABLE_USAGE, &row, NULL, error);
}

static gboolean
on_tally (LueurArchiveReader *self, const LueurJsonDoc *doc, guint value, GError **error)
{
  g_auto (LueurArchiveRow) row = { 0 };

  if (!lueur_archive_row_read (&row, LUEUR_TABLE_TALLY, doc, value, error))
    return FALSE;
  if (!is_day (number_in (&row, LUEUR_TABLE_TALLY, "day")) || number_in (&row, LUEUR_TABLE_TALLY, "n") < 0 ||
      number_in (&row, LUEUR_TABLE_TALLY, "n") > G_MAXINT || *text_in (&row, LUEUR_TABLE_TALLY, "kind") == '\0' ||
      *text_in (&row, LUEUR_TABLE_TALLY, "word") == '\0')
    return TRUE;
  if (++self->n_records > HOURS_MAX)
    return lueur_archive_fail_too_much (error);
  return lueur_archive_reader_tell (self, LUEUR_TABLE_TALLY, &row, NULL, error);
}

static gboolean
on_record (LueurArchiveReader *self, const LueurJsonDoc *doc, guint value, GError **error)
{
  g_auto (LueurArchiveRow) row = { 0 };

  if (!lueur_archive_row_read (&row, LUEUR_TABLE_RECORD, doc, value, error))
    return FALSE;
  if (*text_in (&row, LUEUR_TABLE_RECORD, "kind") == '\0' || *text_in (&row, LUEUR_TABLE_RECORD, "key") == '\0')
    return TRUE;
  if (++self->n_records > RECORDS_MAX)
    return lueur_archive_fail_too_much (error);
  if (strcmp (text_in (&row, LUEUR_TABLE_RECORD, "kind"), "person") == 0)
    self->summary->n_people++;
  return lueur_archive_reader_tell (self, LUEUR_TABLE_RECORD, &row, NULL, error);
}

gboolean
lueur_archive_reader_records (LueurArchiveReader *self, GError **error)
{
  return lueur_archive_reader_list (self, "data/wellbeing/hours", LUEUR_TABLE_USAGE, on_hour, error) &&
         lueur_archive_reader_list (self, "data/wellbeing/counts", LUEUR_TABLE_TALLY, on_tally, error) &&
         lueur_archive_reader_list (self, "data/wellbeing/records", LUEUR_TABLE_RECORD, on_record, error);
}
