/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding something that was said. */

#include "core/model/library-private.h"

#include "core/model/search-result.h"

#define RESULTS_MAX 100

static void
on_searched (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurLibrary *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) hits = lueur_store_search_finish (LUEUR_STORE (source), result, &error);
  g_autoptr (GHashTable) here = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  GListModel *conversations = lueur_library_get_conversations (self);
  g_autoptr (GListStore) results = g_list_store_new (LUEUR_TYPE_SEARCH_RESULT);

  if (hits == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < g_list_model_get_n_items (conversations); i++)
    {
      LueurConversation *item = g_list_model_get_item (conversations, i);
      gint64 id = lueur_conversation_get_id (item);

      g_hash_table_insert (here, g_memdup2 (&id, sizeof id), item);
    }
  for (guint i = 0; i < hits->len; i++)
    {
      const LueurSearchHit *hit = hits->pdata[i];
      LueurConversation *conversation = g_hash_table_lookup (here, &hit->conversation);

      /* What went to the bin while it was looked for is not found. */
      if (conversation != NULL)
        {
          g_autoptr (LueurSearchResult) found = lueur_search_result_new (hit, conversation);

          g_list_store_append (results, found);
        }
    }
  g_task_return_pointer (task, g_steal_pointer (&results), g_object_unref);
}

/**
 * lueur_library_search_async:
 * @words: of any origin and length; what a person typed
 *
 * Looks for conversations with all the words in one message that is shown, or in title and companion's name. A later
 * search ends an earlier one with %G_IO_ERROR_CANCELLED.
 */
void
lueur_library_search_async (LueurLibrary *self, const char *words, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer data)
{
  GTask *task;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && words != NULL);

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, lueur_library_search_async);
  lueur_store_search_async (self->store, words, RESULTS_MAX, cancellable, on_searched, task);
}

/**
 * lueur_library_search_finish:
 *
 * Returns: (transfer full) (nullable): of [class@SearchResult], the latest first; 100 at most
 */
GListModel *
lueur_library_search_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
