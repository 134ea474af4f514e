/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is counted, added, and taken away. */

#include "core/wellbeing/time/records-private.h"

static gint64
now (LueurRecords *self)
{
  return lueur_clock_get_wall (self->clock);
}

/* --- What is counted ---------------------------------------------------------------------------- */

void
lueur_records_on_time (guint32 day, guint hour, gint64 companion, guint seconds, gpointer data)
{
  LueurRecords *self = data;
  LueurUsageRow row = { lueur_day_to_date (day), (int) hour, companion, seconds, 0 };

  if (!self->started || !g_settings_get_boolean (self->settings, "keep-figures"))
    return;
  self->serial++;
  if (self->asked_today > 0)
    g_array_append_val (self->held, row);
  else
    lueur_store_add_usage (self->store, &row, now (self));
  if (!self->loaded)
    return;
  g_ptr_array_add (self->usage, g_memdup2 (&row, sizeof row));
  lueur_records_tell_changed (self);
}

void
lueur_records_write_held (LueurRecords *self)
{
  for (guint i = 0; i < self->held->len; i++)
    lueur_store_add_usage (self->store, &g_array_index (self->held, LueurUsageRow, i), now (self));
  if (self->held->len > 0)
    self->serial++;
  g_array_set_size (self->held, 0);
}

static void
count (LueurRecords *self, Tally tally, guint32 day, const char *word, double sum)
{
  LueurTallyRow *row;

  if (!self->started)
    return;
  self->serial++;
  lueur_store_add_tally (self->store, lueur_records_tally_kinds[tally], lueur_day_to_date (day), word, 1, sum);
  if (!self->loaded)
    return;
  row = g_new0 (LueurTallyRow, 1);
  *row = (LueurTallyRow){ g_strdup (lueur_records_tally_kinds[tally]), g_strdup (word), lueur_day_to_date (day), 1,
                          sum };
  g_ptr_array_add (self->tallies[tally], row);
  lueur_records_tell_changed (self);
}

void
lueur_records_on_nudge (guint32 day, const char *outcome, gpointer data)
{
  LueurRecords *self = data;

  if (g_settings_get_boolean (self->settings, "keep-figures"))
    count (self, TALLY_NUDGE, day, outcome, 0);
}

/**
 * lueur_records_note_feeling:
 * @feeling: how a message of the person's was read
 *
 * Counts it, where the journal is on. The message itself is not kept here.
 */
void
lueur_records_note_feeling (LueurRecords *self, const LueurFeeling *feeling)
{
  if (g_settings_get_boolean (self->settings, "feelings-journal"))
    count (self, TALLY_READ, lueur_records_today (self), lueur_journal_word_for (feeling),
           CLAMP (feeling->valence, -1, 1));
}

void
lueur_records_note_word (LueurRecords *self, const char *word, double valence)
{
  if (g_settings_get_boolean (self->settings, "feelings-journal"))
    count (self, TALLY_CHOSEN, lueur_records_today (self), word, CLAMP (valence, -1, 1));
}

/* --- What is added ------------------------------------------------------------------------------ */

static void
put (LueurRecords *self, const char *kind, const char *key, const char *json)
{
  self->serial++;
  lueur_store_put_record_async (self->store, kind, key, json, now (self), NULL, NULL);
}

void
lueur_records_add_check_in (LueurRecords *self, const LueurCheckIn *check_in)
{
  g_autofree char *key = g_strdup_printf ("%08d", lueur_day_to_date (check_in->day));
  g_autofree char *json = lueur_check_in_to_json (check_in);
  guint n = self->check_ins->len;

  g_return_if_fail (lueur_check_in_is_valid (check_in));

  put (self, KIND_CHECK_IN, key, json);
  if (n > 0 && g_array_index (self->check_ins, LueurCheckIn, n - 1).day == check_in->day)
    g_array_set_size (self->check_ins, n - 1);
  g_array_append_val (self->check_ins, *check_in);
  lueur_records_tell_changed (self);
}

/**
 * lueur_records_save_person:
 * @person: a new one, or one of the list that was changed
 */
void
lueur_records_save_person (LueurRecords *self, LueurContact *person)
{
  g_autofree char *json = lueur_contact_to_json (person);
  guint position;

  put (self, KIND_PERSON, lueur_contact_get_id (person), json);
  if (!g_list_store_find (self->people, person, &position))
    g_list_store_insert_sorted (self->people, person, lueur_records_compare_contacts, NULL);
  else
    g_list_store_sort (self->people, lueur_records_compare_contacts, NULL);
  lueur_records_tell_changed (self);
}

void
lueur_records_erase_person (LueurRecords *self, LueurContact *person)
{
  guint position;

  if (!g_list_store_find (self->people, person, &position))
    return;
  self->serial++;
  lueur_store_erase_records_async (self->store, KIND_PERSON, lueur_contact_get_id (person), NULL, NULL);
  g_list_store_remove (self->people, position);
  lueur_records_tell_changed (self);
}

void
lueur_records_save_exercise (LueurRecords *self, const char *id, const char *json)
{
  if (json != NULL)
    {
      put (self, KIND_EXERCISE, id, json);
      g_hash_table_replace (self->exercises, g_strdup (id), g_strdup (json));
    }
  else if (g_hash_table_remove (self->exercises, id))
    {
      self->serial++;
      lueur_store_erase_records_async (self->store, KIND_EXERCISE, id, NULL, NULL);
    }
  lueur_records_tell_changed (self);
}

/* --- What is taken away ------------------------------------------------------------------------- */

static void
forget (LueurRecords *self)
{
  self->serial++;
  self->restoring = FALSE;
  g_array_set_size (self->held, 0);
  g_ptr_array_set_size (self->usage, 0);
  for (guint i = 0; i < N_TALLIES; i++)
    g_ptr_array_set_size (self->tallies[i], 0);
  g_array_set_size (self->check_ins, 0);
  g_list_store_remove_all (self->people);
  g_hash_table_remove_all (self->exercises);
}

static void
on_erased (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (lueur_store_erase_records_finish (LUEUR_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_read_erased (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurRecords *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!lueur_store_erase_records_finish (LUEUR_STORE (source), result, &error))
    g_task_return_error (task, error);
  else
    lueur_store_erase_records_async (self->store, LUEUR_JOURNAL_CHOSEN, NULL, on_erased, g_object_ref (task));
}

void
lueur_records_erase_journal_async (LueurRecords *self, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  g_task_set_source_tag (task, lueur_records_erase_journal_async);
  self->serial++;
  g_ptr_array_set_size (self->tallies[TALLY_READ], 0);
  g_ptr_array_set_size (self->tallies[TALLY_CHOSEN], 0);
  lueur_records_tell_changed (self);
  lueur_store_erase_records_async (self->store, LUEUR_JOURNAL_READ, NULL, on_read_erased, g_object_ref (task));
}

/**
 * lueur_records_erase_all_async:
 *
 * Erases time, pauses, check-ins, the journal, people and exercises, in the store and in the settings; there also what the
 * person said of their age.
 */
void
lueur_records_erase_all_async (LueurRecords *self, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  g_task_set_source_tag (task, lueur_records_erase_all_async);
  forget (self);
  lueur_wellbeing_forget (self->wellbeing);
  g_settings_reset (self->settings, "adulthood");
  lueur_records_tell_changed (self);
  lueur_store_erase_records_async (self->store, NULL, NULL, on_erased, g_object_ref (task));
}

/**
 * lueur_records_reread_async:
 *
 * Forgets what was read and what was counted today, and reads all of it again: for when the store was filled anew.
 */
void
lueur_records_reread_async (LueurRecords *self, GAsyncReadyCallback callback, gpointer data)
{
  forget (self);
  lueur_wellbeing_forget (self->wellbeing);
  lueur_records_tell_changed (self);
  self->started = FALSE;
  lueur_records_start (self);
  lueur_records_load_async (self, NULL, callback, data);
}

gboolean
lueur_records_erase_finish (LueurRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
