/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lorebooks that were given to a companion. */

#include "core/model/library-private.h"

#include "core/model/text.h"

#define NAME_MAX_CHARS 80

/* Conversations that go on read the books anew with their next turn. */
static void
note_change (LueurLibrary *self, GTask *task)
{
  self->books_serial++;
  lueur_library_emit_books_changed (self, g_task_get_task_data (task));
}

static void
on_added (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurLibrary *self = g_task_get_source_object (task);
  GError *error = NULL;
  gint64 id = lueur_store_add_book_finish (LUEUR_STORE (source), result, &error);

  if (id == 0)
    {
      g_task_return_error (task, error);
      return;
    }
  note_change (self, task);
  g_task_return_int (task, id);
}

/**
 * lueur_library_add_book_async:
 * @persona: whose it is to be
 * @name: what it is called, for people
 * @file: as it came
 *
 * Gives @persona a lorebook beside what its card has.
 */
void
lueur_library_add_book_async (LueurLibrary *self, LueurPersona *persona, const char *name, GBytes *file,
                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  LueurBookRow *row;
  GTask *task;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_PERSONA (persona) && file != NULL);

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, lueur_library_add_book_async);
  g_task_set_task_data (task, g_object_ref (persona), g_object_unref);
  row = g_new0 (LueurBookRow, 1);
  row->persona = lueur_persona_get_id (persona);
  row->name = lueur_text_clean_line (name, -1, NAME_MAX_CHARS);
  row->file = g_bytes_ref (file);
  row->saved_at = lueur_clock_get_wall (self->clock);
  lueur_store_add_book_async (self->store, row, on_added, task);
}

gint64
lueur_library_add_book_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  gssize id;

  g_return_val_if_fail (g_task_is_valid (result, self), 0);
  id = g_task_propagate_int (G_TASK (result), error);
  return id > 0 ? id : 0;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  GPtrArray *rows = lueur_store_read_books_finish (LUEUR_STORE (source), result, &error);

  if (rows != NULL)
    g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
lueur_library_read_books_async (LueurLibrary *self, LueurPersona *persona, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data)
{
  GTask *task;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_PERSONA (persona));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, lueur_library_read_books_async);
  lueur_store_read_books_async (self->store, lueur_persona_get_id (persona), cancellable, on_read, task);
}

GPtrArray *
lueur_library_read_books_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
on_removed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurLibrary *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!lueur_store_remove_book_finish (LUEUR_STORE (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  note_change (self, task);
  g_task_return_boolean (task, TRUE);
}

/**
 * lueur_library_remove_book_async:
 * @persona: whose it is
 * @id: of the book
 *
 * Takes it away. There is no bin for books: whoever offers a way back keeps the row, and gives it again.
 */
void
lueur_library_remove_book_async (LueurLibrary *self, LueurPersona *persona, gint64 id, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data)
{
  GTask *task;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_PERSONA (persona));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, lueur_library_remove_book_async);
  g_task_set_task_data (task, g_object_ref (persona), g_object_unref);
  lueur_store_remove_book_async (self->store, id, on_removed, task);
}

gboolean
lueur_library_remove_book_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * lueur_library_get_books_serial:
 *
 * Returns: a number that is another one whenever a companion's lorebooks changed
 */
guint
lueur_library_get_books_serial (LueurLibrary *self)
{
  return self->books_serial;
}
