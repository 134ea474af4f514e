/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What is said. A message is in its conversation at once and gets its id when the store has it; what is
 * asked of it in between waits.
 */

#include "core/model/library-private.h"

#include "core/error.h"
#include "core/model/conversation-private.h"
#include "core/model/message-private.h"
#include "core/model/text.h"

/* A message on its way to the store. */
typedef struct
{
  LueurConversation *conversation;
  GPtrArray *waiting;  /* Waiting, in the order they came */
  gboolean checkpoint; /* it grew in the meantime */
} Pending;

typedef struct
{
  GTask *task;
  LueurLibraryThen then;
} Waiting;

/* What an append is about, for when it comes back. */
typedef struct
{
  LueurConversation *conversation;
  LueurMessage *message;
  LueurMessage *sibling; /* (nullable) */
  GPtrArray *tail;       /* (nullable): the sibling and what followed it, to be put back */
  char *title_before;    /* (nullable): when it gave the conversation its title */
} Append;

static void
pending_free (Pending *self)
{
  g_object_unref (self->conversation);
  g_ptr_array_unref (self->waiting);
  g_free (self);
}

static void
append_free (Append *self)
{
  g_object_unref (self->conversation);
  g_object_unref (self->message);
  g_clear_object (&self->sibling);
  g_clear_pointer (&self->tail, g_ptr_array_unref);
  g_free (self->title_before);
  g_free (self);
}

void
lueur_library_init_pending (LueurLibrary *self)
{
  self->pending = g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify) pending_free);
}

static void
wait_for (Pending *pending, GTask *task, LueurLibraryThen then)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->task = g_object_ref (task);
  waiting->then = then;
  g_ptr_array_add (pending->waiting, waiting);
}

gboolean
lueur_library_wait_pending (LueurLibrary *self, LueurConversation *conversation, GTask *task, LueurLibraryThen then)
{
  GHashTableIter iter;
  Pending *pending;
  Pending *one = NULL;

  g_hash_table_iter_init (&iter, self->pending);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &pending))
    if (pending->conversation == conversation)
      one = pending;
  /* There may be several: @then is called when one of them is there, and asks again. */
  if (one != NULL)
    wait_for (one, task, then);
  return one != NULL;
}

gboolean
lueur_library_wait_message (LueurLibrary *self, LueurMessage *message, GTask *task, LueurLibraryThen then)
{
  Pending *pending = g_hash_table_lookup (self->pending, message);

  if (pending != NULL)
    wait_for (pending, task, then);
  return pending != NULL;
}

LueurMessageRow *
lueur_library_row_of (LueurConversation *conversation, LueurMessage *message)
{
  LueurMessageRow *row = lueur_message_row_new (lueur_message_get_role (message), lueur_message_get_text (message),
                                                lueur_message_get_created_at (message));

  row->id = lueur_message_get_id (message);
  row->conversation = lueur_conversation_get_id (conversation);
  row->state = lueur_message_get_state (message);
  row->error_code = g_strdup (lueur_message_get_error_code (message));
  row->error_detail = g_strdup (lueur_message_get_error_detail (message));
  row->scripted = lueur_message_get_scripted (message);
  row->model = g_strdup (lueur_message_get_model (message));
  row->label = lueur_message_get_label (message);
  row->findings = lueur_message_get_findings (message);
  return row;
}

/* What the conversation shows of itself, after its end changed. */
static void
touch (LueurLibrary *self, LueurConversation *conversation, LueurMessage *message)
{
  g_autofree char *preview = lueur_text_preview (lueur_message_get_text (message));

  if (lueur_conversation_get_last (conversation) == message && *preview != '\0')
    lueur_conversation_set_preview (conversation, preview);
}

static void
note_stored (LueurLibrary *self, Append *append, const LueurMessageRow *row)
{
  lueur_message_set_id (append->message, row->id);
  lueur_message_set_parent_id (append->message, row->parent);
  lueur_message_set_swipes (append->message, row->swipe_index, row->n_swipes);
  if (append->sibling != NULL)
    lueur_message_set_swipes (append->sibling, lueur_message_get_swipe_index (append->sibling), row->n_swipes);
  if (lueur_conversation_get_last (append->conversation) == append->message)
    lueur_conversation_set_n_messages (append->conversation, row->depth);
}

/* A message stays, marked, so that nothing that was typed is lost; a swipe makes room for what it had replaced. */
static void
note_refused (LueurLibrary *self, Append *append, const GError *error)
{
  guint n = lueur_conversation_get_n_messages (append->conversation);
  guint position;

  lueur_message_set_error (append->message, lueur_fault_get_name (LUEUR_FAULT_STORE), error->message);
  lueur_message_set_state (append->message, LUEUR_MESSAGE_FAILED);
  if (append->title_before != NULL)
    lueur_conversation_set_title (append->conversation, append->title_before);
  if (append->tail == NULL)
    {
      lueur_conversation_set_n_messages (append->conversation, n > 0 ? n - 1 : 0);
      return;
    }
  if (lueur_conversation_find (append->conversation, append->message, &position))
    lueur_conversation_splice (append->conversation, position,
                               g_list_model_get_n_items (G_LIST_MODEL (append->conversation)) - position,
                               append->tail);
  lueur_conversation_set_n_messages (append->conversation, n + append->tail->len - 1);
}

static void
on_appended (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurLibrary *self = g_task_get_source_object (task);
  Append *append = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurMessageRow) row = lueur_store_append_message_finish (self->store, result, &error);
  g_autoptr (LueurMessage) key = NULL;
  Pending *pending = NULL;

  if (row != NULL)
    note_stored (self, append, row);
  else
    note_refused (self, append, error);
  g_hash_table_steal_extended (self->pending, append->message, (gpointer *) &key, (gpointer *) &pending);
  if (row != NULL && pending->checkpoint)
    lueur_library_checkpoint_message (self, append->conversation, append->message);
  if (row != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_error_copy (error));
  for (guint i = 0; i < pending->waiting->len; i++)
    {
      Waiting *waiting = g_ptr_array_index (pending->waiting, i);

      waiting->then (waiting->task, error);
      g_object_unref (waiting->task);
    }
  pending_free (pending);
}

/* Sends it off. The message is in the conversation by now, and whatever it replaces is stored. */
static void
submit (LueurLibrary *self, GTask *task)
{
  Append *append = g_task_get_task_data (task);
  gboolean ours = lueur_message_get_role (append->message) == LUEUR_ROLE_USER;
  Pending *pending = g_new0 (Pending, 1);

  pending->conversation = g_object_ref (append->conversation);
  pending->waiting = g_ptr_array_new_with_free_func (g_free);
  g_hash_table_insert (self->pending, g_object_ref (append->message), pending);
  lueur_store_append_message_async (self->store, lueur_library_row_of (append->conversation, append->message),
                                    append->sibling != NULL ? lueur_message_get_id (append->sibling) : 0,
                                    append->title_before != NULL ? lueur_conversation_get_title (append->conversation)
                                                                 : NULL,
                                    ours && append->sibling == NULL, on_appended, g_object_ref (task));
}

/* The last stored one before the end: a first word on where the message will stand. */
static gint64
guess_parent (LueurConversation *conversation)
{
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (conversation)); i > 0; i--)
    {
      gint64 id = lueur_message_get_id (lueur_conversation_get_message (conversation, i - 1));

      if (id != 0)
        return id;
    }
  return 0;
}

static void
prepare (LueurLibrary *self, Append *append)
{
  LueurConversation *conversation = append->conversation;
  gint64 now = lueur_clock_get_wall (self->clock);

  lueur_message_set_error (append->message, NULL, NULL);
  if (lueur_message_get_state (append->message) == LUEUR_MESSAGE_FAILED)
    lueur_message_set_state (append->message, lueur_message_get_role (append->message) == LUEUR_ROLE_COMPANION
                                                ? LUEUR_MESSAGE_WAITING
                                                : LUEUR_MESSAGE_COMPLETE);
  lueur_message_set_created_at (append->message, now);
  lueur_conversation_set_updated_at (conversation, now);
  if (lueur_message_get_role (append->message) == LUEUR_ROLE_USER && !lueur_conversation_get_renamed (conversation) &&
      *lueur_conversation_get_title (conversation) == '\0')
    {
      g_autofree char *title = lueur_text_title (lueur_message_get_text (append->message));

      if (*title != '\0')
        {
          append->title_before = g_strdup (lueur_conversation_get_title (conversation));
          lueur_conversation_set_title (conversation, title);
        }
    }
}

static GTask *
new_append (LueurLibrary *self, LueurConversation *conversation, LueurMessage *message, gpointer tag,
            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);
  Append *append = g_new0 (Append, 1);

  g_task_set_source_tag (task, tag);
  append->conversation = g_object_ref (conversation);
  append->message = g_object_ref (message);
  g_task_set_task_data (task, append, (GDestroyNotify) append_free);
  return task;
}

static gboolean
refuse_stored (LueurLibrary *self, LueurMessage *message, GTask *task)
{
  if (lueur_message_get_id (message) == 0 && !g_hash_table_contains (self->pending, message))
    return FALSE;
  g_task_return_new_error_literal (task, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_FAILED, "the message is stored already");
  return TRUE;
}

/**
 * lueur_library_append_message_async:
 * @conversation: one that is in the list
 * @message: one that is in none, or one that stayed here because the store refused it
 *
 * Puts it at the end. The callback comes when it is on disk: a message of the person's on the disk itself,
 * any other with the kernel. If the store refuses, it stays as %LUEUR_MESSAGE_FAILED with the code of
 * %LUEUR_FAULT_STORE; append it again to retry.
 */
void
lueur_library_append_message_async (LueurLibrary *self, LueurConversation *conversation, LueurMessage *message,
                                    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;
  guint position;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_CONVERSATION (conversation) && LUEUR_IS_MESSAGE (message));

  task = new_append (self, conversation, message, lueur_library_append_message_async, cancellable, callback, data);
  if (refuse_stored (self, message, task))
    return;
  if (lueur_conversation_find (conversation, message, &position))
    lueur_conversation_splice (conversation, position, 1, NULL);
  prepare (self, g_task_get_task_data (task));
  lueur_message_set_parent_id (message, guess_parent (conversation));
  lueur_conversation_append (conversation, message);
  lueur_conversation_set_n_messages (conversation, lueur_conversation_get_n_messages (conversation) + 1);
  touch (self, conversation, message);
  if (lueur_message_get_role (message) == LUEUR_ROLE_USER)
    {
      lueur_conversation_set_draft (conversation, "");
      g_hash_table_remove (self->drafts, conversation);
    }
  lueur_library_place (self, conversation);
  submit (self, task);
}

gboolean
lueur_library_append_message_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* The sibling was on its way itself. */
static void
then_submit (GTask *task, const GError *error)
{
  LueurLibrary *self = g_task_get_source_object (task);

  if (error != NULL)
    {
      note_refused (self, g_task_get_task_data (task), error);
      g_task_return_error (task, g_error_copy (error));
      return;
    }
  submit (self, task);
}

/**
 * lueur_library_append_swipe_async:
 * @sibling: a message of @conversation
 * @message: another version of it
 *
 * What followed @sibling stays with it, in the store, and comes back with it.
 */
void
lueur_library_append_swipe_async (LueurLibrary *self, LueurConversation *conversation, LueurMessage *sibling,
                                  LueurMessage *message, GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GPtrArray) only = g_ptr_array_new_with_free_func (g_object_unref);
  Append *append;
  Pending *pending;
  guint position, n, followers;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_CONVERSATION (conversation));
  g_return_if_fail (LUEUR_IS_MESSAGE (sibling) && LUEUR_IS_MESSAGE (message) && sibling != message);

  task = new_append (self, conversation, message, lueur_library_append_swipe_async, cancellable, callback, data);
  if (refuse_stored (self, message, task))
    return;
  pending = g_hash_table_lookup (self->pending, sibling);
  if (!lueur_conversation_find (conversation, sibling, &position) ||
      (lueur_message_get_id (sibling) == 0 && pending == NULL))
    {
      g_task_return_new_error_literal (task, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_NOT_FOUND,
                                       "there is no such message to replace");
      return;
    }
  append = g_task_get_task_data (task);
  append->sibling = g_object_ref (sibling);
  append->tail = g_ptr_array_new_with_free_func (g_object_unref);
  n = g_list_model_get_n_items (G_LIST_MODEL (conversation));
  for (guint i = position; i < n; i++)
    g_ptr_array_add (append->tail, g_object_ref (lueur_conversation_get_message (conversation, i)));
  followers = append->tail->len - 1;
  prepare (self, append);
  lueur_message_set_parent_id (message, lueur_message_get_parent_id (sibling));
  lueur_message_set_swipes (message, lueur_message_get_n_swipes (sibling), lueur_message_get_n_swipes (sibling) + 1);
  g_ptr_array_add (only, g_object_ref (message));
  lueur_conversation_splice (conversation, position, n - position, only);
  n = lueur_conversation_get_n_messages (conversation);
  lueur_conversation_set_n_messages (conversation, n > followers ? n - followers : 1);
  touch (self, conversation, message);
  lueur_library_place (self, conversation);
  if (pending != NULL)
    wait_for (pending, task, then_submit);
  else
    submit (self, task);
}

gboolean
lueur_library_append_swipe_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * lueur_library_checkpoint_message:
 * @message: a reply that grows
 *
 * Call it once a second while it does. It waits for nothing and supersedes a checkpoint that waits; a
 * failure is told by #LueurLibrary::write-failed.
 */
void
lueur_library_checkpoint_message (LueurLibrary *self, LueurConversation *conversation, LueurMessage *message)
{
  Pending *pending;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_MESSAGE (message));

  pending = g_hash_table_lookup (self->pending, message);
  if (lueur_message_get_id (message) != 0)
    lueur_store_checkpoint_message (self->store, lueur_message_get_id (message), lueur_message_get_text (message),
                                    lueur_message_get_state (message));
  else if (pending != NULL)
    pending->checkpoint = TRUE;
}

static void
on_finished (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurLibrary *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (lueur_store_finish_message_finish (self->store, result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
then_finish (GTask *task, const GError *error)
{
  LueurLibrary *self = g_task_get_source_object (task);
  Append *append = g_task_get_task_data (task);

  if (error != NULL)
    {
      g_task_return_error (task, g_error_copy (error));
      return;
    }
  touch (self, append->conversation, append->message);
  lueur_store_finish_message_async (self->store, lueur_library_row_of (append->conversation, append->message),
                                    on_finished, g_object_ref (task));
}

/**
 * lueur_library_finish_message_async:
 * @message: one that was appended, whether its callback came yet or not
 *
 * Writes all of it as it is when the store gets to it. The callback comes when that is on the disk itself.
 */
void
lueur_library_finish_message_async (LueurLibrary *self, LueurConversation *conversation, LueurMessage *message,
                                    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;
  Pending *pending;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_CONVERSATION (conversation) && LUEUR_IS_MESSAGE (message));

  task = new_append (self, conversation, message, lueur_library_finish_message_async, cancellable, callback, data);
  pending = g_hash_table_lookup (self->pending, message);
  if (pending != NULL)
    wait_for (pending, task, then_finish);
  else if (lueur_message_get_id (message) != 0)
    then_finish (task, NULL);
  else
    g_task_return_new_error_literal (task, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_NOT_FOUND,
                                     "the message was never stored");
}

gboolean
lueur_library_finish_message_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_swipe_selected (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurLibrary *self = g_task_get_source_object (task);
  Append *about = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (LueurPage) page = lueur_store_select_swipe_finish (self->store, result, &error);

  if (page == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  lueur_library_show_page (self, about->conversation, page);
  g_task_return_boolean (task, TRUE);
}

static void
then_select (GTask *task, const GError *error)
{
  LueurLibrary *self = g_task_get_source_object (task);
  Append *about = g_task_get_task_data (task);

  if (lueur_library_wait_pending (self, about->conversation, task, then_select))
    return;
  if (lueur_message_get_id (about->message) == 0)
    g_task_return_new_error_literal (task, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_NOT_FOUND,
                                     "the message was never stored");
  else
    lueur_store_select_swipe_async (self->store, lueur_message_get_id (about->message),
                                    GPOINTER_TO_INT (g_object_get_data (G_OBJECT (task), "step")), on_swipe_selected,
                                    g_object_ref (task));
}

/**
 * lueur_library_select_swipe_async:
 * @message: one of @conversation
 * @step: how many of its siblings to go on, or back when negative; stops at the last
 *
 * Shows that sibling in its place, and what followed it when it was shown last.
 */
void
lueur_library_select_swipe_async (LueurLibrary *self, LueurConversation *conversation, LueurMessage *message, int step,
                                  GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_CONVERSATION (conversation) && LUEUR_IS_MESSAGE (message));

  task = new_append (self, conversation, message, lueur_library_select_swipe_async, cancellable, callback, data);
  g_object_set_data (G_OBJECT (task), "step", GINT_TO_POINTER (step));
  then_select (task, NULL);
}

gboolean
lueur_library_select_swipe_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- Erasing --- */

static void
on_rest_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurLibrary *self = g_task_get_source_object (task);
  Append *about = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (LueurPage) page = lueur_store_read_page_finish (self->store, result, &error);

  if (page == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  lueur_library_show_page (self, about->conversation, page);
  g_task_return_boolean (task, TRUE);
}

/* Out of the list, and what is left of the path is read anew. */
static void
close_gap (LueurLibrary *self, GTask *task)
{
  Append *about = g_task_get_task_data (task);
  guint position;

  if (lueur_conversation_find (about->conversation, about->message, &position))
    lueur_conversation_splice (about->conversation, position,
                               g_list_model_get_n_items (G_LIST_MODEL (about->conversation)) - position, NULL);
  lueur_store_read_page_async (self->store, lueur_conversation_get_id (about->conversation), 0, 200, NULL,
                               on_rest_read, g_object_ref (task));
}

static void
on_message_erased (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurLibrary *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (lueur_store_erase_finish (self->store, result, &error))
    close_gap (self, task);
  else
    g_task_return_error (task, error);
}

static void
on_message_deleted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurLibrary *self = g_task_get_source_object (task);
  GError *error = NULL;
  gint64 id = lueur_store_delete_message_finish (self->store, result, &error);

  if (id == 0)
    {
      g_task_return_error (task, error);
      return;
    }
  g_object_set_data_full (G_OBJECT (task), "lueur-holder", g_memdup2 (&id, sizeof id), g_free);
  close_gap (self, task);
}

static void
then_erase (GTask *task, const GError *error)
{
  LueurLibrary *self = g_task_get_source_object (task);
  Append *about = g_task_get_task_data (task);
  guint position;

  if (lueur_library_wait_pending (self, about->conversation, task, then_erase))
    return;
  if (lueur_message_get_id (about->message) != 0)
    {
      if (g_task_get_source_tag (task) == lueur_library_delete_message_async)
        lueur_store_delete_message_async (self->store, lueur_message_get_id (about->message),
                                          lueur_clock_get_wall (self->clock), on_message_deleted, g_object_ref (task));
      else
        lueur_store_erase_async (self->store, LUEUR_KIND_MESSAGE, lueur_message_get_id (about->message),
                                 on_message_erased, g_object_ref (task));
      return;
    }
  /* It never got to the store. */
  if (lueur_conversation_find (about->conversation, about->message, &position))
    lueur_conversation_splice (about->conversation, position, 1, NULL);
  g_task_return_boolean (task, TRUE);
}

/**
 * lueur_library_erase_message_async:
 * @message: one of @conversation
 *
 * Erases it with all that follows it, in every version. Another version of it is shown where there is one.
 */
void
lueur_library_erase_message_async (LueurLibrary *self, LueurConversation *conversation, LueurMessage *message,
                                   GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_CONVERSATION (conversation) && LUEUR_IS_MESSAGE (message));

  task = new_append (self, conversation, message, lueur_library_erase_message_async, cancellable, callback, data);
  then_erase (task, NULL);
}

gboolean
lueur_library_erase_message_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * lueur_library_delete_message_async:
 * @message: one of @conversation
 *
 * Puts it into the bin with all that follows it, in every version. Another version of it is shown where there is one.
 */
void
lueur_library_delete_message_async (LueurLibrary *self, LueurConversation *conversation, LueurMessage *message,
                                    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_CONVERSATION (conversation) && LUEUR_IS_MESSAGE (message));

  task = new_append (self, conversation, message, lueur_library_delete_message_async, cancellable, callback, data);
  then_erase (task, NULL);
}

gint64
lueur_library_delete_message_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  gint64 *id;

  g_return_val_if_fail (g_task_is_valid (result, self), 0);

  id = g_object_get_data (G_OBJECT (result), "lueur-holder");
  return g_task_propagate_boolean (G_TASK (result), error) && id != NULL ? *id : 0;
}
