/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who the person is: themselves, and whoever else they are in a story. */

#include "core/model/library-private.h"

#include "core/model/conversation-private.h"

static LueurPerson *
get_nth (LueurLibrary *self, guint position)
{
  g_autoptr (LueurPerson) person = g_list_model_get_item (G_LIST_MODEL (self->persons), position);

  return person;
}

LueurPerson *
lueur_library_find_person (LueurLibrary *self, gint64 id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->persons));

  for (guint i = 0; i < n && id != 0; i++)
    if (lueur_person_get_id (get_nth (self, i)) == id)
      return get_nth (self, i);
  return NULL;
}

static LueurPerson *
person_of (LueurLibrary *self, const LueurPersonRow *row)
{
  LueurPerson *person = lueur_person_from_json (row->body, -1, NULL);

  if (person != NULL)
    g_object_set (person, "id", row->id, "main", row->main, "created-at",
                  lueur_library_sane_date (self, row->created_at), NULL);
  return person;
}

void
lueur_library_show_persons (LueurLibrary *self, GPtrArray *rows)
{
  g_autoptr (GPtrArray) persons = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < rows->len; i++)
    {
      LueurPerson *person = person_of (self, g_ptr_array_index (rows, i));

      if (person != NULL)
        g_ptr_array_add (persons, person);
    }
  g_list_store_splice (self->persons, 0, g_list_model_get_n_items (G_LIST_MODEL (self->persons)), persons->pdata,
                       persons->len);
}

/* The main one first, then in the order in which they were made. */
static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  LueurPerson *left = (gpointer) a, *right = (gpointer) b;

  if (lueur_person_get_main (left) != lueur_person_get_main (right))
    return lueur_person_get_main (left) ? -1 : 1;
  return lueur_person_get_id (left) < lueur_person_get_id (right) ? -1 : 1;
}

/* Adds those that are not in the list. */
void
lueur_library_merge_persons (LueurLibrary *self, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const LueurPersonRow *row = g_ptr_array_index (rows, i);
      g_autoptr (LueurPerson) person = lueur_library_find_person (self, row->id) == NULL ? person_of (self, row) : NULL;

      if (person != NULL)
        g_list_store_insert_sorted (self->persons, person, compare, NULL);
    }
}

/**
 * lueur_library_get_persons:
 *
 * Returns: (transfer none): of [class@Person], the main one first; empty until the person says who they are
 */
GListModel *
lueur_library_get_persons (LueurLibrary *self)
{
  g_return_val_if_fail (LUEUR_IS_LIBRARY (self), NULL);
  return G_LIST_MODEL (self->persons);
}

/**
 * lueur_library_get_person:
 * @conversation: (nullable): in which one
 *
 * Returns: (transfer none) (nullable): who the person is in it, or else the main one
 */
LueurPerson *
lueur_library_get_person (LueurLibrary *self, LueurConversation *conversation)
{
  LueurPerson *person = conversation != NULL ? lueur_conversation_get_person (conversation) : NULL;

  g_return_val_if_fail (LUEUR_IS_LIBRARY (self), NULL);

  if (person != NULL || g_list_model_get_n_items (G_LIST_MODEL (self->persons)) == 0)
    return person;
  person = get_nth (self, 0);
  return lueur_person_get_main (person) ? person : NULL;
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurLibrary *self = g_task_get_source_object (task);
  LueurPerson *person = g_task_get_task_data (task), *shown;
  GError *error = NULL;
  gint64 id = lueur_store_save_person_finish (self->store, result, &error);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->persons));

  if (id == 0)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < n && lueur_person_get_main (person); i++)
    if (lueur_person_get_id (get_nth (self, i)) != id)
      g_object_set (get_nth (self, i), "main", FALSE, NULL);
  shown = lueur_library_find_person (self, id);
  if (shown != NULL)
    lueur_person_assign (shown, person);
  else
    {
      g_object_set (person, "id", id, NULL);
      g_list_store_append (self->persons, person);
    }
  g_list_store_sort (self->persons, compare, NULL);
  g_task_return_boolean (task, TRUE);
}

/**
 * lueur_library_save_person_async:
 * @person: with id 0 it is added, and is itself in the list when the callback comes; else the one of its id
 *   becomes like it
 *
 * The first there is is the main one, whatever it says; a later one that is saved as the main one takes that from
 * the other.
 */
void
lueur_library_save_person_async (LueurLibrary *self, LueurPerson *person, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data)
{
  gint64 now;
  LueurPersonRow *row;
  GTask *task;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_PERSON (person));

  now = lueur_clock_get_wall (self->clock);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->persons)) == 0)
    g_object_set (person, "main", TRUE, NULL);
  if (lueur_person_get_id (person) == 0)
    g_object_set (person, "created-at", now, NULL);
  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, lueur_library_save_person_async);
  g_task_set_task_data (task, g_object_ref (person), g_object_unref);
  row = g_new0 (LueurPersonRow, 1);
  row->id = lueur_person_get_id (person);
  row->body = lueur_person_to_json (person);
  row->main = lueur_person_get_main (person);
  row->created_at = lueur_person_get_created_at (person);
  row->updated_at = now;
  lueur_store_save_person_async (self->store, row, on_saved, task);
}

gboolean
lueur_library_save_person_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_erased (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurLibrary *self = g_task_get_source_object (task);
  LueurPerson *person = lueur_library_find_person (self, lueur_person_get_id (g_task_get_task_data (task)));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->conversations));
  GError *error = NULL;
  guint position;

  if (!lueur_store_erase_finish (self->store, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LueurConversation) conversation = g_list_model_get_item (G_LIST_MODEL (self->conversations), i);

      if (lueur_conversation_get_person (conversation) == person)
        lueur_conversation_set_person (conversation, NULL);
    }
  if (person != NULL && g_list_store_find (self->persons, person, &position))
    g_list_store_remove (self->persons, position);
  g_task_return_boolean (task, TRUE);
}

/**
 * lueur_library_erase_person_async:
 * @person: one that is stored
 *
 * At once and for good. Conversations it was in go on with the main one; if it was the main one, there is none until
 * another is saved as such.
 */
void
lueur_library_erase_person_async (LueurLibrary *self, LueurPerson *person, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer data)
{
  GTask *task;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_PERSON (person));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, lueur_library_erase_person_async);
  g_task_set_task_data (task, g_object_ref (person), g_object_unref);
  lueur_store_erase_async (self->store, LUEUR_KIND_PERSON, lueur_person_get_id (person), on_erased, task);
}

gboolean
lueur_library_erase_person_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

typedef struct
{
  LueurConversation *conversation;
  LueurPerson *before;
} Change;

static void
change_free (Change *self)
{
  g_object_unref (self->conversation);
  g_clear_object (&self->before);
  g_free (self);
}

static void
on_set (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurLibrary *self = g_task_get_source_object (task);
  Change *change = g_task_get_task_data (task);
  GError *error = NULL;

  if (lueur_store_set_person_finish (self->store, result, &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  lueur_conversation_set_person (change->conversation, change->before);
  g_task_return_error (task, error);
}

/**
 * lueur_library_set_person_async:
 * @person: (nullable): one that is stored, or %NULL for the main one, whoever that is
 *
 * Who the person is in @conversation, from the next reply on. It shows at once.
 */
void
lueur_library_set_person_async (LueurLibrary *self, LueurConversation *conversation, LueurPerson *person,
                                GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task;
  Change *change;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_CONVERSATION (conversation));
  g_return_if_fail (person == NULL || LUEUR_IS_PERSON (person));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, lueur_library_set_person_async);
  change = g_new0 (Change, 1);
  change->conversation = g_object_ref (conversation);
  g_set_object (&change->before, lueur_conversation_get_person (conversation));
  g_task_set_task_data (task, change, (GDestroyNotify) change_free);
  lueur_conversation_set_person (conversation, person);
  lueur_store_set_person_async (self->store, lueur_conversation_get_id (conversation),
                                person != NULL ? lueur_person_get_id (person) : 0, on_set, task);
}

gboolean
lueur_library_set_person_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
