/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/wellbeing/time/records.h"

#include "core/wellbeing/time/usage.h"

/* Kinds of what is counted, and of records with a key. */
#define KIND_NUDGE "nudge"
#define KIND_CHECK_IN "check-in"
#define KIND_PERSON "person"
#define KIND_EXERCISE "exercise"

/* Time is kept for 14 weeks; a journal is looked at over years. */
#define KEPT_DAYS (14 * 7)
#define JOURNAL_DAYS (5 * 366)

typedef enum
{
  TALLY_NUDGE,
  TALLY_READ,
  TALLY_CHOSEN,
  N_TALLIES,
} Tally;

static const char *const tally_kinds[N_TALLIES] = { KIND_NUDGE, LUEUR_JOURNAL_READ, LUEUR_JOURNAL_CHOSEN };

struct _LueurRecords
{
  GObject parent_instance;

  LueurStore *store;
  LueurClock *clock;
  GSettings *settings;
  LueurWellbeing *wellbeing;

  gboolean started;
  gboolean loaded;
  guint serial; /* grows with every write: what was read before it is read again */
  GPtrArray *usage;
  GPtrArray *tallies[N_TALLIES];
  GArray *check_ins;
  GListStore *people;
  GHashTable *exercises;
};

typedef enum
{
  PROP_LOADED = 1,
} LueurRecordsProp;

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_LOADED + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LueurRecords, lueur_records, G_TYPE_OBJECT)

static void
tell_changed (LueurRecords *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static gint64
now (LueurRecords *self)
{
  return lueur_clock_get_wall (self->clock);
}

static guint32
today (LueurRecords *self)
{
  return lueur_wellbeing_get_day (self->wellbeing);
}

/* --- Counting ----------------------------------------------------------------------------------- */

static void
on_time (guint32 day, guint hour, gint64 companion, guint seconds, gpointer data)
{
  LueurRecords *self = data;
  LueurUsageRow row = { lueur_usage_day_to_date (day), (int) hour, companion, seconds, 0 };

  if (!self->started || !g_settings_get_boolean (self->settings, "keep-figures"))
    return;
  self->serial++;
  lueur_store_add_usage (self->store, &row, now (self));
  if (!self->loaded)
    return;
  g_ptr_array_add (self->usage, g_memdup2 (&row, sizeof row));
  tell_changed (self);
}

static void
count (LueurRecords *self, Tally tally, guint32 day, const char *word, double sum)
{
  LueurTallyRow *row;

  if (!self->started)
    return;
  self->serial++;
  lueur_store_add_tally (self->store, tally_kinds[tally], lueur_usage_day_to_date (day), word, 1, sum);
  if (!self->loaded)
    return;
  row = g_new0 (LueurTallyRow, 1);
  *row = (LueurTallyRow){ g_strdup (tally_kinds[tally]), g_strdup (word), lueur_usage_day_to_date (day), 1, sum };
  g_ptr_array_add (self->tallies[tally], row);
  tell_changed (self);
}

static void
on_nudge (guint32 day, const char *outcome, gpointer data)
{
  LueurRecords *self = data;

  if (g_settings_get_boolean (self->settings, "keep-figures"))
    count (self, TALLY_NUDGE, day, outcome, 0);
}

/* --- Reading ------------------------------------------------------------------------------------ */

static int
compare_contacts (gconstpointer a, gconstpointer b, gpointer data)
{
  const char *left = lueur_contact_get_name ((LueurContact *) a), *right = lueur_contact_get_name ((LueurContact *) b);

  return g_utf8_collate (left, right);
}

static void
take_people (LueurRecords *self, const GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const LueurRecordRow *row = g_ptr_array_index (rows, i);
      g_autoptr (LueurContact) contact = lueur_contact_from_json (row->key, row->body);

      if (contact != NULL)
        g_list_store_insert_sorted (self->people, contact, compare_contacts, NULL);
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

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    sum += ((LueurUsageRow *) g_ptr_array_index (rows, i))->seconds;
  if (sum > 0)
    lueur_wellbeing_restore_day (self->wellbeing, lueur_usage_day_from_date (((LueurUsageRow *) rows->pdata[0])->day),
                                 (guint) MIN (sum, 25 * 3600));
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

      if (lueur_check_in_from_json (&check_in, lueur_usage_day_from_date (atoi (row->key)), row->body))
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
  self->loaded = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADED]);
  tell_changed (self);
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
  guint32 day = today (self);

  if (loading->step == 0)
    lueur_store_read_usage_async (self->store, lueur_usage_day_to_date (day - KEPT_DAYS), lueur_usage_day_to_date (day),
                                  cancellable, on_read, g_object_ref (task));
  else if (loading->step <= N_TALLIES)
    lueur_store_read_tallies_async (self->store, tally_kinds[loading->step - 1],
                                    lueur_usage_day_to_date (day - JOURNAL_DAYS), lueur_usage_day_to_date (day),
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
  lueur_store_erase_usage_async (self->store, lueur_usage_day_to_date (today (self) - KEPT_DAYS), on_old_erased,
                                 g_object_ref (task));
}

/* --- The object --------------------------------------------------------------------------------- */

static void
forget (LueurRecords *self)
{
  self->serial++;
  g_ptr_array_set_size (self->usage, 0);
  for (guint i = 0; i < N_TALLIES; i++)
    g_ptr_array_set_size (self->tallies[i], 0);
  g_array_set_size (self->check_ins, 0);
  g_list_store_remove_all (self->people);
  g_hash_table_remove_all (self->exercises);
}

static void
lueur_records_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LOADED)
    g_value_set_boolean (value, LUEUR_RECORDS (object)->loaded);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lueur_records_dispose (GObject *object)
{
  LueurRecords *self = LUEUR_RECORDS (object);

  g_clear_object (&self->wellbeing);
  G_OBJECT_CLASS (lueur_records_parent_class)->dispose (object);
}

static void
lueur_records_finalize (GObject *object)
{
  LueurRecords *self = LUEUR_RECORDS (object);

  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->settings);
  g_ptr_array_unref (self->usage);
  for (guint i = 0; i < N_TALLIES; i++)
    g_ptr_array_unref (self->tallies[i]);
  g_array_unref (self->check_ins);
  g_object_unref (self->people);
  g_hash_table_unref (self->exercises);
  G_OBJECT_CLASS (lueur_records_parent_class)->finalize (object);
}

static void
lueur_records_class_init (LueurRecordsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lueur_records_get_property;
  object_class->dispose = lueur_records_dispose;
  object_class->finalize = lueur_records_finalize;

  props[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE,
                                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  signals[CHANGED] = g_signal_new ("changed", LUEUR_TYPE_RECORDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lueur_records_init (LueurRecords *self)
{
  self->usage = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < N_TALLIES; i++)
    self->tallies[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) lueur_tally_row_free);
  self->check_ins = g_array_new (FALSE, FALSE, sizeof (LueurCheckIn));
  self->people = g_list_store_new (LUEUR_TYPE_CONTACT);
  self->exercises = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * lueur_records_new:
 * @store: where all of it is kept; may be opened later
 * @clock: all the time there is
 * @settings: what may be kept
 * @wellbeing: whose time is recorded; its sink is set
 *
 * Returns: (transfer full): nothing loaded yet
 */
LueurRecords *
lueur_records_new (LueurStore *store, LueurClock *clock, LueurSettings *settings, LueurWellbeing *wellbeing)
{
  LueurRecords *self = g_object_new (LUEUR_TYPE_RECORDS, NULL);
  LueurUsageSink sink = { on_time, self, NULL, on_nudge };

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->settings = g_object_ref (lueur_settings_get_gsettings (settings));
  self->wellbeing = g_object_ref (wellbeing);
  lueur_wellbeing_set_sink (wellbeing, &sink);
  return self;
}

void
lueur_records_start (LueurRecords *self)
{
  int date = lueur_usage_day_to_date (today (self));

  if (self->started)
    return;
  self->started = TRUE;
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

gboolean
lueur_records_get_loaded (LueurRecords *self)
{
  return self->loaded;
}

/* --- What is kept ------------------------------------------------------------------------------- */

/**
 * lueur_records_get_usage:
 *
 * Returns: (transfer full): the last @n_days
 */
LueurUsageReport *
lueur_records_get_usage (LueurRecords *self, guint n_days)
{
  return lueur_usage_report_new (self->usage, today (self), n_days);
}

guint
lueur_records_count_nudges (LueurRecords *self, guint n_days, const char *outcome)
{
  guint32 last = today (self);
  guint n = 0;

  for (guint i = 0; i < self->tallies[TALLY_NUDGE]->len; i++)
    {
      const LueurTallyRow *row = g_ptr_array_index (self->tallies[TALLY_NUDGE], i);
      guint32 day = lueur_usage_day_from_date (row->day);

      if (day <= last && last - day < n_days && (outcome == NULL || g_str_equal (row->word, outcome)))
        n += (guint) row->n;
    }
  return n;
}

/**
 * lueur_records_get_journal:
 *
 * Returns: (transfer full): the last @n_days
 */
LueurJournal *
lueur_records_get_journal (LueurRecords *self, guint n_days)
{
  return lueur_journal_new (self->tallies[TALLY_READ], self->tallies[TALLY_CHOSEN], today (self), n_days);
}

gboolean
lueur_records_has_journal (LueurRecords *self)
{
  return self->tallies[TALLY_READ]->len > 0 || self->tallies[TALLY_CHOSEN]->len > 0;
}

const GArray *
lueur_records_get_check_ins (LueurRecords *self)
{
  return self->check_ins;
}

gboolean
lueur_records_is_check_in_due (LueurRecords *self)
{
  guint n = self->check_ins->len;

  return g_settings_get_boolean (self->settings, "check-in") &&
         lueur_check_in_is_due (n > 0 ? g_array_index (self->check_ins, LueurCheckIn, n - 1).day : 0, today (self));
}

GListModel *
lueur_records_get_people (LueurRecords *self)
{
  return G_LIST_MODEL (self->people);
}

LueurContact *
lueur_records_suggest_person (LueurRecords *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->people));
  g_autoptr (LueurContact) person = NULL;

  if (n == 0)
    return NULL;
  person = g_list_model_get_item (G_LIST_MODEL (self->people), today (self) % n);
  return person;
}

const char *
lueur_records_get_exercise (LueurRecords *self, const char *id)
{
  return g_hash_table_lookup (self->exercises, id);
}

/* --- What is added ------------------------------------------------------------------------------ */

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
    count (self, TALLY_READ, today (self), lueur_journal_word_for (feeling), CLAMP (feeling->valence, -1, 1));
}

void
lueur_records_note_word (LueurRecords *self, const char *word, double valence)
{
  if (g_settings_get_boolean (self->settings, "feelings-journal"))
    count (self, TALLY_CHOSEN, today (self), word, CLAMP (valence, -1, 1));
}

static void
put (LueurRecords *self, const char *kind, const char *key, const char *json)
{
  self->serial++;
  lueur_store_put_record_async (self->store, kind, key, json, now (self), NULL, NULL);
}

void
lueur_records_add_check_in (LueurRecords *self, const LueurCheckIn *check_in)
{
  g_autofree char *key = g_strdup_printf ("%08d", lueur_usage_day_to_date (check_in->day));
  g_autofree char *json = lueur_check_in_to_json (check_in);
  guint n = self->check_ins->len;

  g_return_if_fail (lueur_check_in_is_valid (check_in));

  put (self, KIND_CHECK_IN, key, json);
  if (n > 0 && g_array_index (self->check_ins, LueurCheckIn, n - 1).day == check_in->day)
    g_array_set_size (self->check_ins, n - 1);
  g_array_append_val (self->check_ins, *check_in);
  tell_changed (self);
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
    g_list_store_insert_sorted (self->people, person, compare_contacts, NULL);
  else
    g_list_store_sort (self->people, compare_contacts, NULL);
  tell_changed (self);
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
  tell_changed (self);
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
  tell_changed (self);
}

/* --- What is taken away ------------------------------------------------------------------------- */

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
  tell_changed (self);
  lueur_store_erase_records_async (self->store, LUEUR_JOURNAL_READ, NULL, on_read_erased, g_object_ref (task));
}

/**
 * lueur_records_erase_all_async:
 *
 * Erases time, pauses, check-ins, the journal, people and exercises, in the store and in the settings.
 */
void
lueur_records_erase_all_async (LueurRecords *self, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  g_task_set_source_tag (task, lueur_records_erase_all_async);
  forget (self);
  lueur_wellbeing_forget (self->wellbeing);
  tell_changed (self);
  lueur_store_erase_records_async (self->store, NULL, NULL, on_erased, g_object_ref (task));
}

gboolean
lueur_records_erase_finish (LueurRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
