/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is in the bin, and how it comes back: in this run, or after a restart, when nobody holds an object of it. */

#include "core/model/library-private.h"

#include "core/model/conversation-private.h"

static LueurConversation *
find_conversation (LueurLibrary *self, gint64 id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->conversations));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LueurConversation) conversation = g_list_model_get_item (G_LIST_MODEL (self->conversations), i);

      if (lueur_conversation_get_id (conversation) == id)
        return g_steal_pointer (&conversation);
    }
  return NULL;
}

/* --- Reading --- */

static void
on_bin_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurLibrary *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) rows = lueur_store_read_bin_finish (self->store, result, &error);
  g_autoptr (GPtrArray) items = NULL;
  GListStore *list;

  if (rows == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < rows->len; i++)
    {
      LueurBinRow *row = g_ptr_array_index (rows, i);
      LueurPersona *known = g_hash_table_lookup (self->by_id, &row->persona);
      g_autoptr (LueurPersona) persona =
          known != NULL ? g_object_ref (known) : lueur_library_persona_of (self, row->body, row->persona);

      row->deleted_at = lueur_library_sane_date (self, row->deleted_at);
      g_ptr_array_add (items, lueur_bin_item_new (row, persona));
    }
  list = g_list_store_new (LUEUR_TYPE_BIN_ITEM);
  g_list_store_splice (list, 0, 0, items->pdata, items->len);
  g_task_return_pointer (task, list, g_object_unref);
}

void
lueur_library_read_bin_async (LueurLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer data)
{
  GTask *task;

  g_return_if_fail (LUEUR_IS_LIBRARY (self));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, lueur_library_read_bin_async);
  lueur_store_read_bin_async (self->store, cancellable, on_bin_read, task);
}

/**
 * lueur_library_read_bin_finish:
 *
 * Returns: (transfer full) (nullable): of [class@BinItem]
 */
GListModel *
lueur_library_read_bin_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Messages --- */

static void
on_page_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurLibrary *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (LueurPage) page = lueur_store_read_page_finish (self->store, result, &error);

  if (page == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  lueur_library_show_page (self, g_task_get_task_data (task), page);
  g_task_return_boolean (task, TRUE);
}

static void
on_message_restored (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurLibrary *self = g_task_get_source_object (task);
  GError *error = NULL;
  gint64 id = lueur_store_restore_message_finish (self->store, result, &error);
  g_autoptr (LueurConversation) conversation = NULL;

  if (id == 0)
    {
      g_task_return_error (task, error);
      return;
    }
  conversation = find_conversation (self, id);
  if (conversation == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  g_task_set_task_data (task, g_object_ref (conversation), g_object_unref);
  lueur_store_read_page_async (self->store, id, 0, 200, NULL, on_page_read, g_object_ref (task));
}

void
lueur_library_restore_message_async (LueurLibrary *self, gint64 id, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer data)
{
  GTask *task;

  g_return_if_fail (LUEUR_IS_LIBRARY (self));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, lueur_library_restore_message_async);
  lueur_store_restore_message_async (self->store, id, on_message_restored, task);
}

gboolean
lueur_library_restore_message_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- Whatever it is --- */

static void
on_shelf_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurLibrary *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (LueurShelf) shelf = lueur_store_read_shelf_finish (self->store, result, &error);

  if (shelf == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  lueur_library_merge_shelf (self, shelf);
  g_task_return_boolean (task, TRUE);
}

static void
on_taken_out (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurLibrary *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (lueur_store_set_deleted_finish (self->store, result, &error))
    lueur_store_read_shelf_async (self->store, NULL, on_shelf_read, g_object_ref (task));
  else
    g_task_return_error (task, error);
}

typedef gboolean (*Finish) (LueurLibrary *self, GAsyncResult *result, GError **error);

static void
on_other (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Finish finish = (Finish) g_object_get_data (G_OBJECT (task), "lueur-finish");
  GError *error = NULL;

  if (finish (LUEUR_LIBRARY (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* @task ends as the other call does. */
static GTask *
ends_with (GTask *task, Finish finish)
{
  g_object_set_data (G_OBJECT (task), "lueur-finish", (gpointer) finish);
  return g_object_ref (task);
}

/**
 * lueur_library_restore_item_async:
 * @item: one that [method@Library.read_bin_finish] told
 *
 * Takes it out of the bin: it is in its list, or in its conversation, when the callback comes.
 */
void
lueur_library_restore_item_async (LueurLibrary *self, LueurBinItem *item, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;
  gint64 id;
  gpointer known;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_BIN_ITEM (item));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, lueur_library_restore_item_async);
  id = lueur_bin_item_get_id (item);
  switch (lueur_bin_item_get_kind (item))
    {
    case LUEUR_KIND_PERSONA:
      known = g_hash_table_lookup (self->by_id, &id);
      if (known != NULL)
        lueur_library_restore_persona_async (self, known, NULL, on_other,
                                             ends_with (task, lueur_library_restore_persona_finish));
      else
        lueur_store_set_deleted_async (self->store, LUEUR_KIND_PERSONA, id, 0, on_taken_out, g_object_ref (task));
      break;
    case LUEUR_KIND_CONVERSATION:
      known = g_hash_table_lookup (self->away, &id);
      if (known != NULL)
        lueur_library_restore_conversation_async (self, known, NULL, on_other,
                                                  ends_with (task, lueur_library_restore_conversation_finish));
      else
        lueur_store_set_deleted_async (self->store, LUEUR_KIND_CONVERSATION, id, 0, on_taken_out,
                                       g_object_ref (task));
      break;
    case LUEUR_KIND_MESSAGE:
    default:
      lueur_library_restore_message_async (self, id, NULL, on_other,
                                           ends_with (task, lueur_library_restore_message_finish));
    }
}

gboolean
lueur_library_restore_item_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_item_erased (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurLibrary *self = g_task_get_source_object (task);
  LueurBinItem *item = g_task_get_task_data (task);
  gint64 id = lueur_bin_item_get_id (item);
  GError *error = NULL;

  if (!lueur_store_erase_finish (self->store, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (lueur_bin_item_get_kind (item) == LUEUR_KIND_CONVERSATION)
    g_hash_table_remove (self->away, &id);
  else if (lueur_bin_item_get_kind (item) == LUEUR_KIND_PERSONA)
    {
      g_hash_table_remove (self->binned, lueur_bin_item_get_persona (item));
      g_hash_table_remove (self->by_id, &id);
    }
  g_task_return_boolean (task, TRUE);
}

/**
 * lueur_library_erase_item_async:
 * @item: one that [method@Library.read_bin_finish] told
 *
 * At once and for good.
 */
void
lueur_library_erase_item_async (LueurLibrary *self, LueurBinItem *item, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data)
{
  GTask *task;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_BIN_ITEM (item));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, lueur_library_erase_item_async);
  g_task_set_task_data (task, g_object_ref (item), g_object_unref);
  /* A message is in the bin as a conversation of its own. */
  lueur_store_erase_async (self->store,
                           lueur_bin_item_get_kind (item) == LUEUR_KIND_PERSONA ? LUEUR_KIND_PERSONA
                                                                                : LUEUR_KIND_CONVERSATION,
                           lueur_bin_item_get_id (item), on_item_erased, task);
}

gboolean
lueur_library_erase_item_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- All that was said with somebody --- */

static void
on_talks_erased (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurLibrary *self = g_task_get_source_object (task);
  LueurPersona *persona = g_task_get_task_data (task);
  GError *error = NULL;

  if (!lueur_store_erase_finish (self->store, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->conversations)); i > 0; i--)
    {
      g_autoptr (LueurConversation) conversation = g_list_model_get_item (G_LIST_MODEL (self->conversations), i - 1);

      if (lueur_conversation_get_persona (conversation) == persona)
        g_list_store_remove (self->conversations, i - 1);
    }
  g_task_return_boolean (task, TRUE);
}

void
lueur_library_erase_talks_async (LueurLibrary *self, LueurPersona *persona, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data)
{
  GTask *task;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_PERSONA (persona));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, lueur_library_erase_talks_async);
  g_task_set_task_data (task, g_object_ref (persona), g_object_unref);
  lueur_store_erase_async (self->store, LUEUR_KIND_TALKS, lueur_persona_get_id (persona), on_talks_erased, task);
}

gboolean
lueur_library_erase_talks_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
