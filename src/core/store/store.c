/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The store's two threads, and how a call gets to them and back. The calls themselves are in the files calls-*.c. */

#include "core/store/store-private.h"

#include "core/store/verbs.h"

#define CLOSE_TIMEOUT_MS 2000
#define READER_TIMEOUT_MS 300

struct _LueurStore
{
  GObject parent_instance;

  char *path;
  LueurStoreThread *writer; /* NULL when closed */
  LueurStoreThread *reader; /* NULL until the writer has opened the file */
  GHashTable *checkpoints; /* message id -> Checkpoint that waits */
  gboolean trouble;    /* a write failed of which nobody else is told, and none has succeeded since */
};

/* A growing reply's latest text, between who writes it down and the thread that stores it. */
typedef struct
{
  gatomicrefcount ref;
  GMutex lock;
  gint64 id;
  char *text; /* NULL once it was taken, or is not wanted any more */
  LueurMessageState state;
} Checkpoint;

enum
{
  WRITE_FAILED,
  WRITE_RECOVERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_QUARK (lueur-store-error, lueur_store_error)
G_DEFINE_FINAL_TYPE (LueurStore, lueur_store, G_TYPE_OBJECT)

static void
checkpoint_unref (Checkpoint *self)
{
  if (!g_atomic_ref_count_dec (&self->ref))
    return;
  g_mutex_clear (&self->lock);
  g_free (self->text);
  g_free (self);
}

static Checkpoint *
checkpoint_ref (Checkpoint *self)
{
  g_atomic_ref_count_inc (&self->ref);
  return self;
}

static char *
checkpoint_take (Checkpoint *self, LueurMessageState *state)
{
  char *text;

  g_mutex_lock (&self->lock);
  text = g_steal_pointer (&self->text);
  *state = self->state;
  g_mutex_unlock (&self->lock);
  return text;
}

/* Whether it still waited, and so says @text now. */
static gboolean
checkpoint_replace (Checkpoint *self, const char *text, LueurMessageState state)
{
  gboolean waits;

  g_mutex_lock (&self->lock);
  waits = self->text != NULL;
  if (waits)
    {
      g_set_str (&self->text, text);
      self->state = state;
    }
  g_mutex_unlock (&self->lock);
  return waits;
}

static void
lueur_store_finalize (GObject *object)
{
  LueurStore *self = LUEUR_STORE (object);

  lueur_store_close (self);
  g_clear_pointer (&self->checkpoints, g_hash_table_unref);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (lueur_store_parent_class)->finalize (object);
}

static void
lueur_store_class_init (LueurStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lueur_store_finalize;
  signals[WRITE_FAILED] = g_signal_new ("write-failed", LUEUR_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[WRITE_RECOVERED] = g_signal_new ("write-recovered", LUEUR_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
}

static void
lueur_store_init (LueurStore *self)
{
  self->checkpoints = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) checkpoint_unref);
}

LueurAsk *
lueur_ask_new (void)
{
  return g_new0 (LueurAsk, 1);
}

void
lueur_ask_free (LueurAsk *self)
{
  g_free (self->text);
  g_clear_pointer (&self->persona, lueur_persona_row_free);
  g_clear_pointer (&self->person, lueur_person_row_free);
  g_clear_pointer (&self->book, lueur_book_row_free);
  g_clear_pointer (&self->conversation, lueur_conversation_row_free);
  g_clear_pointer (&self->message, lueur_message_row_free);
  g_clear_pointer (&self->messages, g_ptr_array_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->opinion, lueur_opinion_row_free);
  g_clear_pointer (&self->review, lueur_review_row_free);
  g_clear_pointer (&self->tally, lueur_tally_row_free);
  g_clear_pointer (&self->record, lueur_record_row_free);
  if (self->other_free != NULL)
    self->other_free (self->other_data);
  g_free (self);
}

/* @error: (nullable): what became of a write */
static void
note_write (LueurStore *self, const GError *error)
{
  if (self->trouble == (error != NULL))
    return;
  self->trouble = error != NULL;
  if (error != NULL)
    g_signal_emit (self, signals[WRITE_FAILED], 0, error);
  else
    g_signal_emit (self, signals[WRITE_RECOVERED], 0);
}

/* Whether it is the disk that refuses: whatever is written next will fare no better. */
static gboolean
is_disk (const GError *error)
{
  return error->domain == LUEUR_STORE_ERROR &&
         (error->code == LUEUR_STORE_ERROR_FULL || error->code == LUEUR_STORE_ERROR_READ_ONLY ||
          error->code == LUEUR_STORE_ERROR_IO);
}

static void
on_reply (gpointer answer, const GError *error, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurStore *self = g_task_get_source_object (task);

  if (g_object_get_data (G_OBJECT (task), "lueur-write") != NULL && (error == NULL || is_disk (error)))
    note_write (self, error);
  if (error != NULL)
    g_task_return_error (task, g_error_copy (error));
  else
    g_task_return_pointer (task, answer, g_task_get_task_data (task));
}

static void
call (LueurStore *self, LueurStoreThread *thread, LueurThreadVerb verb, LueurAsk *ask, GDestroyNotify answer_free,
      gboolean supersedes, gpointer tag, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);
  LueurThreadJob job = { verb, ask, (GDestroyNotify) lueur_ask_free, on_reply, task, cancellable, supersedes };

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, answer_free, NULL);
  if (thread == NULL)
    {
      g_task_return_new_error_literal (task, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_CLOSED, "the store is closed");
      g_object_unref (task);
      lueur_ask_free (ask);
      return;
    }
  if (thread == self->writer)
    g_object_set_data (G_OBJECT (task), "lueur-write", self);
  lueur_store_thread_push (thread, &job);
}

void
lueur_store_write (LueurStore *self, LueurThreadVerb verb, LueurAsk *ask, GDestroyNotify answer_free, gpointer tag,
                   GAsyncReadyCallback callback, gpointer data)
{
  call (self, self->writer, verb, ask, answer_free, FALSE, tag, NULL, callback, data);
}

void
lueur_store_read (LueurStore *self, LueurThreadVerb verb, LueurAsk *ask, GDestroyNotify answer_free,
                  gboolean supersedes, gpointer tag, GCancellable *cancellable, GAsyncReadyCallback callback,
                  gpointer data)
{
  call (self, self->reader, verb, ask, answer_free, supersedes, tag, cancellable, callback, data);
}

static void
on_written_aside (gpointer answer, const GError *error, gpointer data)
{
  g_autoptr (LueurStore) self = data;

  note_write (self, error);
}

void
lueur_store_write_aside (LueurStore *self, LueurThreadVerb verb, gpointer request, GDestroyNotify request_free)
{
  LueurThreadJob job = { verb, request, request_free, on_written_aside, NULL, NULL, FALSE };

  if (self->writer == NULL)
    {
      request_free (request);
      return;
    }
  job.reply_data = g_object_ref (self);
  lueur_store_thread_push (self->writer, &job);
}

gpointer
lueur_store_finish (LueurStore *self, GAsyncResult *result, gpointer tag, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

gint64
lueur_store_finish_id (LueurStore *self, GAsyncResult *result, gpointer tag, GError **error)
{
  g_autofree gint64 *id = lueur_store_finish (self, result, tag, error);

  return id != NULL ? *id : 0;
}

gpointer
lueur_store_box_id (gint64 id)
{
  return id != 0 ? g_memdup2 (&id, sizeof id) : NULL;
}

void
lueur_store_free_array (gpointer array)
{
  g_ptr_array_unref (array);
}

/**
 * lueur_store_new:
 * @data_dir: a folder; nothing is done with it before [method@Store.open_async]
 *
 * Returns: (transfer full): a closed store
 */
LueurStore *
lueur_store_new (const char *data_dir)
{
  LueurStore *self;

  g_return_val_if_fail (data_dir != NULL, NULL);

  self = g_object_new (LUEUR_TYPE_STORE, NULL);
  self->path = g_build_filename (data_dir, "lueur.db", NULL);
  return self;
}

/**
 * lueur_store_get_path:
 *
 * Returns: (transfer none): of the file, for a person who wants to look at it or keep a copy
 */
const char *
lueur_store_get_path (LueurStore *self)
{
  g_return_val_if_fail (LUEUR_IS_STORE (self), NULL);
  return self->path;
}

static gpointer
do_open (LueurDatabase *db, gpointer request, GError **error)
{
  return GINT_TO_POINTER (lueur_verb_repair (db, error));
}

static void
on_opened (gpointer answer, const GError *error, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurStore *self = g_task_get_source_object (task);

  if (error != NULL)
    {
      if (self->writer != NULL && self->reader == NULL)
        lueur_store_thread_end (g_steal_pointer (&self->writer), CLOSE_TIMEOUT_MS);
      g_task_return_error (task, g_error_copy (error));
    }
  else if (self->writer == NULL)
    g_task_return_new_error_literal (task, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_CLOSED, "closed while it was opened");
  else
    {
      self->reader = lueur_store_thread_new ("lueur-reader", self->path, LUEUR_DATABASE_READER);
      g_task_return_boolean (task, TRUE);
    }
}

/**
 * lueur_store_open_async:
 * @cancellable: (nullable): does not end the opening, only the wait
 *
 * Makes the folder and the file where there are none, migrates an older file, and marks replies that a
 * kill left growing as stopped. When it fails the file is as it was, and it may be tried again. An open
 * store stays so.
 */
void
lueur_store_open_async (LueurStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task;
  LueurThreadJob job = { do_open, NULL, NULL, on_opened, NULL, NULL, FALSE };

  g_return_if_fail (LUEUR_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, lueur_store_open_async);
  if (self->writer != NULL)
    {
      if (self->reader != NULL)
        g_task_return_boolean (task, TRUE);
      else
        g_task_return_new_error_literal (task, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_FAILED, "it is being opened");
      g_object_unref (task);
      return;
    }
  self->trouble = FALSE;
  self->writer = lueur_store_thread_new ("lueur-writer", self->path, LUEUR_DATABASE_WRITER);
  job.reply_data = task;
  lueur_store_thread_push (self->writer, &job);
}

gboolean
lueur_store_open_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * lueur_store_close:
 *
 * Writes all that waits, then ends both threads. Calls that are on their way still get their callbacks;
 * later ones get %LUEUR_STORE_ERROR_CLOSED. Harmless when it is closed.
 *
 * Returns: %FALSE when the disk took longer than two seconds: what waits is then written behind, as long
 *   as the program runs
 */
gboolean
lueur_store_close (LueurStore *self)
{
  gint64 start = g_get_monotonic_time ();
  gboolean done = TRUE;

  g_return_val_if_fail (LUEUR_IS_STORE (self), TRUE);

  g_hash_table_remove_all (self->checkpoints);
  /* The reader first: the last connection to close moves the log into the file, and that is the writer's. */
  if (self->reader != NULL)
    lueur_store_thread_end (g_steal_pointer (&self->reader), READER_TIMEOUT_MS);
  if (self->writer != NULL)
    {
      gint64 spent = (g_get_monotonic_time () - start) / G_TIME_SPAN_MILLISECOND;

      done = lueur_store_thread_end (g_steal_pointer (&self->writer), CLOSE_TIMEOUT_MS - MIN (spent, CLOSE_TIMEOUT_MS));
    }
  return done;
}

static gpointer
do_checkpoint (LueurDatabase *db, gpointer request, GError **error)
{
  Checkpoint *checkpoint = request;
  LueurMessageState state;
  g_autofree char *text = checkpoint_take (checkpoint, &state);

  return GINT_TO_POINTER (text == NULL || lueur_verb_checkpoint_message (db, checkpoint->id, text, state, error));
}

/**
 * lueur_store_checkpoint_message:
 * @id: a message that is stored
 * @text: all of it so far
 * @state: %LUEUR_MESSAGE_WAITING or %LUEUR_MESSAGE_STREAMING
 *
 * Writes it soon, behind what was asked for before. One of the same message that still waits is not
 * written any more: however slow the disk is, no queue of checkpoints builds up. It survives the end of
 * the program, however it ends, but does not wait for the disk.
 */
void
lueur_store_checkpoint_message (LueurStore *self, gint64 id, const char *text, LueurMessageState state)
{
  Checkpoint *checkpoint;

  g_return_if_fail (LUEUR_IS_STORE (self) && id != 0 && text != NULL);

  if (self->writer == NULL)
    return;
  checkpoint = g_hash_table_lookup (self->checkpoints, &id);
  if (checkpoint != NULL && checkpoint_replace (checkpoint, text, state))
    return;
  checkpoint = g_new0 (Checkpoint, 1);
  g_atomic_ref_count_init (&checkpoint->ref);
  g_mutex_init (&checkpoint->lock);
  checkpoint->id = id;
  checkpoint->text = g_strdup (text);
  checkpoint->state = state;
  g_hash_table_replace (self->checkpoints, &checkpoint->id, checkpoint_ref (checkpoint));
  lueur_store_write_aside (self, do_checkpoint, checkpoint, (GDestroyNotify) checkpoint_unref);
}

static gpointer
do_finish_message (LueurDatabase *db, gpointer request, GError **error)
{
  LueurAsk *ask = request;

  return GINT_TO_POINTER (lueur_verb_finish_message (db, ask->message, error));
}

/**
 * lueur_store_finish_message_async:
 * @row: (transfer full): all of the message as it is to stay, with its id
 *
 * A checkpoint of it that still waits is not written any more. What it says is on the disk itself when the
 * callback comes.
 */
void
lueur_store_finish_message_async (LueurStore *self, LueurMessageRow *row, GAsyncReadyCallback callback, gpointer data)
{
  LueurAsk *ask;
  Checkpoint *checkpoint;

  g_return_if_fail (LUEUR_IS_STORE (self) && row != NULL && row->id != 0);

  checkpoint = g_hash_table_lookup (self->checkpoints, &row->id);
  if (checkpoint != NULL)
    {
      LueurMessageState state;

      g_free (checkpoint_take (checkpoint, &state));
      g_hash_table_remove (self->checkpoints, &row->id);
    }
  ask = lueur_ask_new ();
  ask->message = row;
  lueur_store_write (self, do_finish_message, ask, NULL, lueur_store_finish_message_async, callback, data);
}

gboolean
lueur_store_finish_message_finish (LueurStore *self, GAsyncResult *result, GError **error)
{
  return lueur_store_finish (self, result, lueur_store_finish_message_async, error) != NULL;
}
