/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/context.h"

#include "core/wellbeing/danger/hint.h"

#include "core/store/store.h"
#include "lueur-config.h"

struct _LueurContext
{
  GObject parent_instance;

  LueurClock *clock;
  LueurSettings *settings;
  LueurSecrets *secrets;
  GThread *reading; /* opens @reader; joined by who first asks for it */
  LueurReader *reader;
  LueurWellbeing *wellbeing;
  LueurCare *care;
  LueurAge *age;
  LueurRecords *records;
  LueurStore *store;
  LueurLibrary *library;
  LueurNet *net;
  char *data_dir;
  GPtrArray *waiting; /* of GTask: who waits for the store to be open; NULL while nobody opens it */
  gboolean open;
};

enum
{
  SIGNAL_CLOSING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LueurContext, lueur_context, G_TYPE_OBJECT)

/* The face stays neutral where the model file is missing or damaged: everything else goes on. */
static gpointer
open_reader (gpointer data)
{
  g_autofree char *path = data;
  g_autoptr (GError) error = NULL;
  LueurReader *reader = lueur_reader_open (path, &error);

  if (reader == NULL)
    g_message ("The emotion reader stays neutral: %s", error->message);
  return reader;
}

/* @error: (nullable): what it failed with */
static void
end_opening (LueurContext *self, const GError *error)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);

  self->open = error == NULL;
  if (self->open)
    lueur_records_start (self->records);
  for (guint i = 0; i < waiting->len; i++)
    if (error != NULL)
      g_task_return_error (g_ptr_array_index (waiting, i), g_error_copy (error));
    else
      g_task_return_boolean (g_ptr_array_index (waiting, i), TRUE);
}

static void
on_library_open (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurContext) self = LUEUR_CONTEXT (data);
  g_autoptr (GError) error = NULL;

  lueur_library_open_finish (LUEUR_LIBRARY (source), result, &error);
  end_opening (self, error);
}

static void
on_store_open (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurContext) self = LUEUR_CONTEXT (data);
  g_autoptr (GError) error = NULL;

  if (lueur_store_open_finish (LUEUR_STORE (source), result, &error))
    lueur_library_open_async (self->library, NULL, on_library_open, g_object_ref (self));
  else
    end_opening (self, error);
}

/* Nothing is suggested while the person may be in danger, nor while they look for somebody to call. */
static void
on_care (LueurCare *care, GParamSpec *pspec, LueurWellbeing *wellbeing)
{
  lueur_wellbeing_set_quiet (wellbeing, lueur_care_get_calm (care) || lueur_care_get_card (care));
}

static void
lueur_context_dispose (GObject *object)
{
  lueur_context_close (LUEUR_CONTEXT (object));

  G_OBJECT_CLASS (lueur_context_parent_class)->dispose (object);
}

static void
lueur_context_finalize (GObject *object)
{
  LueurContext *self = LUEUR_CONTEXT (object);

  g_clear_object (&self->clock);
  g_clear_object (&self->settings);
  g_clear_object (&self->secrets);
  /* What is still to be counted goes to the records first. */
  lueur_wellbeing_set_sink (self->wellbeing, NULL);
  g_clear_object (&self->records);
  g_clear_object (&self->care);
  g_clear_object (&self->age);
  g_clear_object (&self->wellbeing);
  g_clear_object (&self->library);
  g_clear_object (&self->net);
  g_clear_object (&self->store);
  lueur_context_get_reader (self);
  g_clear_pointer (&self->reader, lueur_reader_unref);
  g_clear_pointer (&self->data_dir, g_free);

  G_OBJECT_CLASS (lueur_context_parent_class)->finalize (object);
}

static void
lueur_context_class_init (LueurContextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lueur_context_dispose;
  G_OBJECT_CLASS (klass)->finalize = lueur_context_finalize;

  signals[SIGNAL_CLOSING] = g_signal_new ("closing", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
lueur_context_init (LueurContext *self)
{
}

/**
 * lueur_context_new:
 * @clock: (nullable): all the time there is; the system's when NULL
 * @data_dir: (nullable): where the person's data lives; their own data folder when NULL
 *
 * Returns: (transfer full): the services, with the store not yet open
 */
LueurContext *
lueur_context_new (LueurClock *clock, const char *data_dir)
{
  LueurContext *self = g_object_new (LUEUR_TYPE_CONTEXT, NULL);

  self->clock = clock != NULL ? g_object_ref (clock) : lueur_clock_new ();
  self->settings = lueur_settings_new ();
  self->secrets = lueur_secrets_new ();
  self->data_dir = data_dir != NULL ? g_strdup (data_dir) : g_build_filename (g_get_user_data_dir (), "lueur", NULL);
  /* Its file is read through once, to check it: a millisecond or two that nothing needs to wait for. */
  self->reading = g_thread_new ("lueur-reader", open_reader,
                                lueur_context_find_data ("emotion/" LUEUR_READER_MODEL_FILE));
  self->wellbeing = lueur_wellbeing_new (self->clock, self->settings);
  self->care = lueur_care_new (self->clock);
  {
    g_autofree char *hints = lueur_context_find_data ("danger/" LUEUR_HINT_MODEL_FILE);

    lueur_care_set_hints (self->care, hints);
  }
  self->age = lueur_age_new (self->clock, self->settings);
  g_signal_connect_object (self->care, "notify::calm", G_CALLBACK (on_care), self->wellbeing, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->care, "notify::card", G_CALLBACK (on_care), self->wellbeing, G_CONNECT_DEFAULT);
  self->store = lueur_store_new (self->data_dir);
  self->records = lueur_records_new (self->store, self->clock, self->settings, self->wellbeing);
  self->library = lueur_library_new (self->store, self->clock);
  self->net = lueur_net_new (NULL);
  return self;
}

/**
 * lueur_context_open_async:
 *
 * Opens the store and reads the companions and the list of conversations; who asks while that goes on gets the same
 * answer, and who asks when it is open gets it at once. Fails with an error of %LUEUR_STORE_ERROR; it may be called
 * again then.
 */
void
lueur_context_open_async (LueurContext *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, lueur_context_open_async);
  if (self->open)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (self->waiting != NULL)
    {
      g_ptr_array_add (self->waiting, g_steal_pointer (&task));
      return;
    }
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->waiting, g_steal_pointer (&task));
  lueur_store_open_async (self->store, NULL, on_store_open, g_object_ref (self));
}

gboolean
lueur_context_open_finish (LueurContext *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * lueur_context_close:
 *
 * Writes what waits to be written and ends the threads. Blocks for at most two seconds; it is called when
 * there is nothing left to look at. Harmless a second time.
 */
void
lueur_context_close (LueurContext *self)
{
  if (self->open)
    g_signal_emit (self, signals[SIGNAL_CLOSING], 0);
  lueur_net_close (self->net);
  if (!self->open)
    return;
  self->open = FALSE;
  /* The window may still have the focus: what it counted goes to the store now. */
  lueur_wellbeing_set_focused (self->wellbeing, FALSE);
  lueur_library_flush (self->library);
  lueur_store_close (self->store);
}

LueurClock *
lueur_context_get_clock (LueurContext *self)
{
  return self->clock;
}

LueurSettings *
lueur_context_get_settings (LueurContext *self)
{
  return self->settings;
}

LueurSecrets *
lueur_context_get_secrets (LueurContext *self)
{
  return self->secrets;
}

LueurLibrary *
lueur_context_get_library (LueurContext *self)
{
  return self->library;
}

const LueurReader *
lueur_context_get_reader (LueurContext *self)
{
  if (self->reading != NULL)
    self->reader = g_thread_join (g_steal_pointer (&self->reading));
  return self->reader;
}

LueurNet *
lueur_context_get_net (LueurContext *self)
{
  return self->net;
}

LueurWellbeing *
lueur_context_get_wellbeing (LueurContext *self)
{
  return self->wellbeing;
}

LueurRecords *
lueur_context_get_records (LueurContext *self)
{
  return self->records;
}

LueurCare *
lueur_context_get_care (LueurContext *self)
{
  return self->care;
}

LueurAge *
lueur_context_get_age (LueurContext *self)
{
  return self->age;
}

const char *
lueur_context_get_data_dir (LueurContext *self)
{
  return self->data_dir;
}

/**
 * lueur_context_find_data:
 * @relative_path: a path below the folder of the data files that ship
 *
 * Returns: (transfer full): where it is; $LUEUR_DATA_DIR comes first, so that tests need no installing
 */
char *
lueur_context_find_data (const char *relative_path)
{
  const char *dir = g_getenv ("LUEUR_DATA_DIR");

  return g_build_filename (dir != NULL && *dir != '\0' ? dir : LUEUR_PKGDATADIR, relative_path, NULL);
}
