/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was sent for replies. */

#include "core/model/library-private.h"

typedef struct
{
  LueurMessage *message;
  LueurRequestRow *row;
} Request;

static void
request_free (Request *self)
{
  g_object_unref (self->message);
  g_clear_pointer (&self->row, lueur_request_row_free);
  g_free (self);
}

static void
then_save (GTask *task, const GError *error)
{
  LueurLibrary *self = g_task_get_source_object (task);
  Request *request = g_task_get_task_data (task);

  request->row->message = lueur_message_get_id (request->message);
  if (error == NULL && request->row->message != 0)
    lueur_store_save_request (self->store, g_steal_pointer (&request->row));
  g_task_return_boolean (task, error == NULL);
}

/**
 * lueur_library_save_request:
 * @message: a reply, on its way to the store or there
 * @row: (transfer full): what was sent for it, in the place of what was known before; without pieces, nothing was
 *
 * Waits for nothing. A failure is told by #LueurLibrary::write-failed, and costs no more than the account.
 */
void
lueur_library_save_request (LueurLibrary *self, LueurMessage *message, LueurRequestRow *row)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, NULL, NULL);
  Request *request = g_new0 (Request, 1);

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_MESSAGE (message));

  g_task_set_source_tag (task, lueur_library_save_request);
  request->message = g_object_ref (message);
  request->row = row;
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  if (!lueur_library_wait_message (self, message, task, then_save))
    then_save (task, NULL);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  LueurRequestRow *row = lueur_store_read_request_finish (LUEUR_STORE (source), result, &error);

  if (row != NULL)
    g_task_return_pointer (task, row, (GDestroyNotify) lueur_request_row_free);
  else
    g_task_return_error (task, error);
}

/**
 * lueur_library_read_request_async:
 * @message: a reply
 *
 * Reads what was sent for it.
 */
void
lueur_library_read_request_async (LueurLibrary *self, LueurMessage *message, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, lueur_library_read_request_async);
  lueur_store_read_request_async (self->store, lueur_message_get_id (message), cancellable, on_read, task);
}

/**
 * lueur_library_read_request_finish:
 *
 * Returns: (transfer full): what was sent; without pieces when nothing was, or nothing of it was kept
 */
LueurRequestRow *
lueur_library_read_request_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
