/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Companions: saving, versions, and how they go and come back with their conversations. */

#include "core/model/library-private.h"

#include "core/model/conversation-private.h"
#include "core/model/persona-private.h"

void
lueur_library_drop_persona (GListStore *list, LueurPersona *persona)
{
  guint position;

  if (g_list_store_find (list, persona, &position))
    g_list_store_remove (list, position);
}

static void
put_in (GListStore *list, LueurPersona *persona)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  guint position;

  if (g_list_store_find (list, persona, NULL))
    return;
  for (position = 0; position < n; position++)
    {
      g_autoptr (LueurPersona) other = g_list_model_get_item (G_LIST_MODEL (list), position);

      if (lueur_persona_get_created_at (other) <= lueur_persona_get_created_at (persona))
        break;
    }
  g_list_store_insert (list, position, persona);
}

void
lueur_library_show_persona (LueurLibrary *self, LueurPersona *persona)
{
  put_in (self->everyone, persona);
  if (lueur_persona_get_archived (persona))
    lueur_library_drop_persona (self->personas, persona);
  else
    put_in (self->personas, persona);
}

static void
on_persona_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurLibrary *self = g_task_get_source_object (task);
  LueurPersona *persona = g_task_get_task_data (task);
  GError *error = NULL;
  gint64 id = lueur_store_save_persona_finish (self->store, result, &error);
  gint64 now = lueur_clock_get_wall (self->clock);
  LueurPersona *shown;

  if (id == 0)
    {
      g_task_return_error (task, error);
      return;
    }
  shown = g_hash_table_lookup (self->by_id, &id);
  if (shown == NULL)
    {
      lueur_persona_set_id (persona, id);
      lueur_library_remember (self, persona);
      shown = persona;
    }
  else
    lueur_persona_assign (shown, persona);
  g_object_set (shown, "updated-at", now, NULL);
  if (!g_hash_table_contains (self->binned, shown))
    lueur_library_show_persona (self, shown);
  g_task_return_boolean (task, TRUE);
}

/* @original: (nullable): whose card @persona, a new one, has too */
static void
save_persona (LueurLibrary *self, LueurPersona *persona, LueurPersona *original, GTask *task)
{
  gint64 now = lueur_clock_get_wall (self->clock);
  LueurPersonaRow *row;

  g_task_set_task_data (task, g_object_ref (persona), g_object_unref);
  if (lueur_persona_get_id (persona) == 0)
    g_object_set (persona, "created-at", now, NULL);
  row = g_new0 (LueurPersonaRow, 1);
  row->id = lueur_persona_get_id (persona);
  row->body = lueur_persona_to_json (persona);
  row->card_of = original != NULL ? lueur_persona_get_id (original) : 0;
  row->archived = lueur_persona_get_archived (persona);
  row->created_at = lueur_persona_get_created_at (persona);
  row->updated_at = now;
  lueur_store_save_persona_async (self->store, row, on_persona_saved, task);
}

/**
 * lueur_library_save_persona_async:
 * @persona: with id 0 it is added, and is itself in the list when the callback comes; else the one of its
 *   id, which may be itself, becomes like it
 *
 * Every save that changes something is kept as a version.
 */
void
lueur_library_save_persona_async (LueurLibrary *self, LueurPersona *persona, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer data)
{
  GTask *task;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_PERSONA (persona));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, lueur_library_save_persona_async);
  save_persona (self, persona, NULL, task);
}

/**
 * lueur_library_save_copy_async:
 * @persona: with id 0
 * @original: what it was copied from
 *
 * Adds @persona as [method@Library.save_persona_async] does, with the card that @original came in.
 */
void
lueur_library_save_copy_async (LueurLibrary *self, LueurPersona *persona, LueurPersona *original,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_PERSONA (persona) && LUEUR_IS_PERSONA (original));
  g_return_if_fail (lueur_persona_get_id (persona) == 0);

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, lueur_library_save_copy_async);
  save_persona (self, persona, original, task);
}

gboolean
lueur_library_save_persona_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_versions_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurLibrary *self = g_task_get_source_object (task);
  LueurPersona *persona = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) rows = lueur_store_read_versions_finish (self->store, result, &error);
  g_autoptr (GListStore) versions = NULL;

  if (rows == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  versions = g_list_store_new (LUEUR_TYPE_PERSONA);
  for (guint i = 0; i < rows->len; i++)
    {
      const LueurPersonaVersionRow *row = g_ptr_array_index (rows, i);
      g_autoptr (LueurPersona) version = lueur_persona_from_json (row->body, -1, NULL);

      if (version == NULL)
        continue;
      lueur_persona_set_id (version, lueur_persona_get_id (persona));
      /* Whether it is put away is no part of what it was like. */
      g_object_set (version, "created-at", lueur_persona_get_created_at (persona), "updated-at",
                    lueur_library_sane_date (self, row->saved_at), "archived", lueur_persona_get_archived (persona),
                    NULL);
      g_list_store_append (versions, version);
    }
  g_task_return_pointer (task, g_steal_pointer (&versions), g_object_unref);
}

/**
 * lueur_library_read_versions_async:
 * @persona: one that is stored
 *
 * Reads what it was like after each save, the latest first.
 */
void
lueur_library_read_versions_async (LueurLibrary *self, LueurPersona *persona, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer data)
{
  GTask *task;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_PERSONA (persona));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, lueur_library_read_versions_async);
  g_task_set_task_data (task, g_object_ref (persona), g_object_unref);
  lueur_store_read_versions_async (self->store, lueur_persona_get_id (persona), cancellable, on_versions_read, task);
}

GListModel *
lueur_library_read_versions_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- The file they came in --- */

static void
on_card_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (lueur_store_save_card_finish (LUEUR_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
lueur_library_save_card_async (LueurLibrary *self, LueurPersona *persona, GBytes *file, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer data)
{
  GTask *task;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_PERSONA (persona) && file != NULL);

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, lueur_library_save_card_async);
  lueur_store_save_card_async (self->store, lueur_persona_get_id (persona), file, lueur_clock_get_wall (self->clock),
                               on_card_saved, task);
}

gboolean
lueur_library_save_card_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_card_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (GBytes) file = lueur_store_read_card_finish (LUEUR_STORE (source), result, &error);

  if (file == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_bytes_get_size (file) > 0 ? g_bytes_ref (file) : NULL,
                           (GDestroyNotify) g_bytes_unref);
}

void
lueur_library_read_card_async (LueurLibrary *self, LueurPersona *persona, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer data)
{
  GTask *task;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_PERSONA (persona));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, lueur_library_read_card_async);
  lueur_store_read_card_async (self->store, lueur_persona_get_id (persona), cancellable, on_card_read, task);
}

GBytes *
lueur_library_read_card_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
