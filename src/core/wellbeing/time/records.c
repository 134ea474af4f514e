/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/wellbeing/time/records-private.h"

const char *const lueur_records_tally_kinds[N_TALLIES] = { KIND_NUDGE, LUEUR_JOURNAL_READ, LUEUR_JOURNAL_CHOSEN };

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

void
lueur_records_tell_changed (LueurRecords *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
lueur_records_tell_loaded (LueurRecords *self)
{
  self->loaded = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADED]);
  lueur_records_tell_changed (self);
}

guint32
lueur_records_today (LueurRecords *self)
{
  return lueur_wellbeing_get_day (self->wellbeing);
}

int
lueur_records_compare_contacts (gconstpointer a, gconstpointer b, gpointer data)
{
  const char *left = lueur_contact_get_name ((LueurContact *) a), *right = lueur_contact_get_name ((LueurContact *) b);

  return g_utf8_collate (left, right);
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
  g_array_unref (self->held);
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
  signals[CHANGED] = g_signal_new ("changed", LUEUR_TYPE_RECORDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   0);
}

static void
lueur_records_init (LueurRecords *self)
{
  self->usage = g_ptr_array_new_with_free_func (g_free);
  self->held = g_array_new (FALSE, FALSE, sizeof (LueurUsageRow));
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
  LueurUsageSink sink = { lueur_records_on_time, self, NULL, lueur_records_on_nudge };

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->settings = g_object_ref (lueur_settings_get_gsettings (settings));
  self->wellbeing = g_object_ref (wellbeing);
  lueur_wellbeing_set_sink (wellbeing, &sink);
  return self;
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
  return lueur_usage_report_new (self->usage, lueur_records_today (self), n_days);
}

guint
lueur_records_count_nudges (LueurRecords *self, guint n_days, const char *outcome)
{
  guint32 last = lueur_records_today (self);
  guint n = 0;

  for (guint i = 0; i < self->tallies[TALLY_NUDGE]->len; i++)
    {
      const LueurTallyRow *row = g_ptr_array_index (self->tallies[TALLY_NUDGE], i);
      guint32 day = lueur_day_from_date (row->day);

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
  return lueur_journal_new (self->tallies[TALLY_READ], self->tallies[TALLY_CHOSEN], lueur_records_today (self), n_days);
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
         lueur_check_in_is_due (n > 0 ? g_array_index (self->check_ins, LueurCheckIn, n - 1).day : 0,
                                lueur_records_today (self), g_settings_get_uint (self->settings, "check-in-days"));
}

guint
lueur_records_kept_days (LueurRecords *self)
{
  return 7 * g_settings_get_uint (self->settings, "keep-weeks");
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
  person = g_list_model_get_item (G_LIST_MODEL (self->people), lueur_records_today (self) % n);
  return person;
}

const char *
lueur_records_get_exercise (LueurRecords *self, const char *id)
{
  return g_hash_table_lookup (self->exercises, id);
}
