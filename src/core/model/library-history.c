/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was said before the messages that are loaded, for who has to read more than is shown. */

#include "core/model/library-private.h"

static void
on_page_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurLibrary *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (LueurPage) page = lueur_store_read_page_finish (self->store, result, &error);

  if (page != NULL)
    g_task_return_pointer (task, g_ptr_array_ref (page->messages), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
return_nothing (GTask *task)
{
  g_task_return_pointer (task, g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
  g_object_unref (task);
}

/**
 * lueur_library_read_earlier_async:
 * @n: messages wanted, at most
 *
 * Reads what stands before the first loaded message of @conversation, without loading it.
 */
void
lueur_library_read_earlier_async (LueurLibrary *self, LueurConversation *conversation, guint n, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer data)
{
  LueurMessage *first;
  GTask *task;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_CONVERSATION (conversation));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, lueur_library_read_earlier_async);
  first = lueur_conversation_get_message (conversation, 0);
  /* One that is still on its way to the store is the first there is. */
  if (n == 0 || !lueur_conversation_get_has_older (conversation) || first == NULL || lueur_message_get_id (first) == 0)
    return_nothing (task);
  else
    lueur_store_read_page_async (self->store, lueur_conversation_get_id (conversation), lueur_message_get_id (first), n,
                                 cancellable, on_page_read, task);
}

/**
 * lueur_library_read_earlier_finish:
 *
 * Returns: (transfer full) (nullable) (element-type LueurMessageRow): oldest first, without a gap to what is loaded
 */
GPtrArray *
lueur_library_read_earlier_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
