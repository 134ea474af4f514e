/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what is kept from the store: a little at the start, all of it when a page asks. */

#include "core/wellbeing/time/records-private.h"

/* A journal is looked at over years. */
#define JOURNAL_DAYS (5 * 366)

static void
take_people (LueurRecords *self, const GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const LueurRecordRow *row = g_ptr_array_index (rows, i);
      g_autoptr (LueurContact) contact = lueur_contact_from_json (row->key, row->body);

      if (contact != NULL)
        g_list_store_insert_sorted (self->people, contact, lueur_records_compare_contacts, NULL);
    }
}

/* Who matters is known from the start: a companion may suggest one of them. */
static void
on_people (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurRecords) self = data;
  g_autoptr (GPtrArray) rows = lueur_store_read_records_finish (LUEUR_STORE (source), result, NULL);

  /* Nothing was written, or erased, since. */
  if (rows != NULL && !self->loaded && self->serial == 0)
    take_people (self, rows);
}

static void
on_today (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurRecords) self = data;
  g_autoptr (GPtrArray) rows = lueur_store_read_usage_finish (LUEUR_STORE (source), result, NULL);
  gint64 sum = 0;

  if (--self->asked_today > 0)
    return;
  lueur_records_write_held (self);
  if (!self->restoring)
    return;
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    sum += ((LueurUsageRow *) g_ptr_array_index (rows, i))->seconds;
  if (sum > 0)
    lueur_wellbeing_restore_day (self->wellbeing, lueur_day_from_date (((LueurUsageRow *) rows->pdata[0])->day),
                                 (guint) MIN (sum, (25 + LUEUR_DAY_HOUR_MAX) * 3600));
}

typedef struct
{
  guint step;
  guint serial;
  GPtrArray *usage;
  GPtrArray *tallies[N_TALLIES];
  GPtrArray *check_ins;
  GPtrArray *people;
  GPtrArray *exercises;
} Loading;

static void
loading_free (Loading *loading)
{
  g_clear_pointer (&loading->usage, g_ptr_array_unref);
  for (guint i = 0; i < N_TALLIES; i++)
    g_clear_pointer (&loading->tallies[i], g_ptr_array_unref);
  g_clear_pointer (&loading->check_ins, g_ptr_array_unref);
  g_clear_pointer (&loading->people, g_ptr_array_unref);
  g_clear_pointer (&loading->exercises, g_ptr_array_unref);
  g_free (loading);
}

static void
take_records (LueurRecords *self, Loading *loading)
{
  g_list_store_remove_all (self->people);
  g_hash_table_remove_all (self->exercises);
  g_array_set_size (self->check_ins, 0);
  take_people (self, loading->people);
  for (guint i = 0; i < loading->exercises->len; i++)
    {
      const LueurRecordRow *row = g_ptr_array_index (loading->exercises, i);

      g_hash_table_replace (self->exercises, g_strdup (row->key), g_strdup (row->body));
    }
  for (guint i = 0; i < loading->check_ins->len; i++)
    {
      const LueurRecordRow *row = g_ptr_array_index (loading->check_ins, i);
      LueurCheckIn check_in;

      if (lueur_check_in_from_json (&check_in, lueur_day_from_date (atoi (row->key)), row->body))
        g_array_append_val (self->check_ins, check_in);
    }
}

static void
take (LueurRecords *self, Loading *loading)
{
  g_clear_pointer (&self->usage, g_ptr_array_unref);
  self->usage = g_steal_pointer (&loading->usage);
  for (guint i = 0; i < N_TALLIES; i++)
    {
      g_clear_pointer (&self->tallies[i], g_ptr_array_unref);
      self->tallies[i] = g_steal_pointer (&loading->tallies[i]);
    }
  take_records (self, loading);
  lueur_records_tell_loaded (self);
}

static void begin_reading (GTask *task);
static void read_next (GTask *task);

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurStore *store = LUEUR_STORE (source);
  LueurRecords *self = g_task_get_source_object (task);
  Loading *loading = g_task_get_task_data (task);
  GPtrArray **slots[] = { &loading->usage,     &loading->tallies[TALLY_NUDGE], &loading->tallies[TALLY_READ],
                          &loading->tallies[TALLY_CHOSEN], &loading->check_ins, &loading->people, &loading->exercises };
  GError *error = NULL;

  g_clear_pointer (slots[loading->step], g_ptr_array_unref);
  if (loading->step == 0)
    *slots[0] = lueur_store_read_usage_finish (store, result, &error);
  else if (loading->step <= N_TALLIES)
    *slots[loading->step] = lueur_store_read_tallies_finish (store, result, &error);
  else
    *slots[loading->step] = lueur_store_read_records_finish (store, result, &error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (++loading->step < G_N_ELEMENTS (slots))
    {
      read_next (task);
      return;
    }
  /* Something was noted, or erased, while this was on its way. */
  if (loading->serial != self->serial)
    {
      begin_reading (task);
      return;
    }
  take (self, loading);
  g_task_return_boolean (task, TRUE);
}

static void
read_next (GTask *task)
{
  static const char *const record_kinds[] = { KIND_CHECK_IN, KIND_PERSON, KIND_EXERCISE };
  LueurRecords *self = g_task_get_source_object (task);
  Loading *loading = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  guint32 day = lueur_records_today (self);

  if (loading->step == 0)
    lueur_store_read_usage_async (self->store, lueur_day_to_date (day - lueur_records_kept_days (self)), lueur_day_to_date (day),
                                  cancellable, on_read, g_object_ref (task));
  else if (loading->step <= N_TALLIES)
    lueur_store_read_tallies_async (self->store, lueur_records_tally_kinds[loading->step - 1],
                                    lueur_day_to_date (day - JOURNAL_DAYS), lueur_day_to_date (day),
                                    cancellable, on_read, g_object_ref (task));
  else
    lueur_store_read_records_async (self->store, record_kinds[loading->step - 1 - N_TALLIES], cancellable, on_read,
                                    g_object_ref (task));
}

static void
on_old_erased (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (lueur_store_erase_usage_finish (LUEUR_STORE (source), result, &error))
    read_next (task);
  else
    g_task_return_error (task, error);
}

/* Writes come in their turn: once what is too old is erased, all that was noted before is in the file as well. */
static void
begin_reading (GTask *task)
{
  LueurRecords *self = g_task_get_source_object (task);
  Loading *loading = g_task_get_task_data (task);

  loading->step = 0;
  loading->serial = self->serial;
  lueur_store_erase_usage_async (self->store, lueur_day_to_date (lueur_records_today (self) - lueur_records_kept_days (self)),
                                 on_old_erased, g_object_ref (task));
}

void
lueur_records_start (LueurRecords *self)
{
  int date = lueur_day_to_date (lueur_records_today (self));

  if (self->started)
    return;
  self->started = TRUE;
  self->restoring = TRUE;
  self->asked_today++;
  lueur_store_read_usage_async (self->store, date, date, NULL, on_today, g_object_ref (self));
  lueur_store_read_records_async (self->store, KIND_PERSON, NULL, on_people, g_object_ref (self));
}

/**
 * lueur_records_load_async:
 *
 * Reads what is kept. Loading again reads it again.
 */
void
lueur_records_load_async (LueurRecords *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, lueur_records_load_async);
  g_task_set_task_data (task, g_new0 (Loading, 1), (GDestroyNotify) loading_free);
  begin_reading (task);
}

gboolean
lueur_records_load_finish (LueurRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
