/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is deleted, taken back or erased: shown as done at once, and undone where the store refuses it. */

#include "core/model/library-private.h"

#include "core/model/persona-private.h"

/* What of one kind is hidden and shown by. */
typedef struct
{
  LueurKind kind;
  gint64 (*get_id) (gpointer subject);
  void (*hide) (LueurLibrary *self, gpointer subject);
  void (*show) (LueurLibrary *self, gpointer subject);
  void (*forget) (LueurLibrary *self, gpointer subject); /* it was erased */
} Kind;

/* Everything there is to one change. */
typedef struct
{
  const Kind *kind;
  gpointer subject;
  void (*undo) (LueurLibrary *self, gpointer subject);
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->subject);
  g_free (change);
}

/* The change is shown from here on. */
static GTask *
change_new (LueurLibrary *self, const Kind *kind, gpointer subject, gboolean hide, gpointer tag,
            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);
  Change *change = g_new0 (Change, 1);

  change->kind = kind;
  change->subject = g_object_ref (subject);
  change->undo = hide ? kind->show : kind->hide;
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, change, change_free);
  (hide ? kind->hide : kind->show) (self, subject);
  return task;
}

static void
change_end (GTask *task, gboolean done, GError *error)
{
  Change *change = g_task_get_task_data (task);

  if (done)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  change->undo (g_task_get_source_object (task), change->subject);
  g_task_return_error (task, error);
}

static void
on_set_deleted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  gboolean done = lueur_store_set_deleted_finish (LUEUR_STORE (source), result, &error);

  change_end (task, done, error);
}

static void
on_erased (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Change *change = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean done = lueur_store_erase_finish (LUEUR_STORE (source), result, &error);

  if (done)
    change->kind->forget (g_task_get_source_object (task), change->subject);
  change_end (task, done, error);
}

static void
delete (LueurLibrary *self, const Kind *kind, gpointer subject, gpointer tag, GCancellable *cancellable,
        GAsyncReadyCallback callback, gpointer data)
{
  lueur_store_set_deleted_async (self->store, kind->kind, kind->get_id (subject), lueur_clock_get_wall (self->clock),
                                 on_set_deleted,
                                 change_new (self, kind, subject, TRUE, tag, cancellable, callback, data));
}

static void
restore (LueurLibrary *self, const Kind *kind, gpointer subject, gpointer tag, GCancellable *cancellable,
         GAsyncReadyCallback callback, gpointer data)
{
  lueur_store_set_deleted_async (self->store, kind->kind, kind->get_id (subject), 0, on_set_deleted,
                                 change_new (self, kind, subject, FALSE, tag, cancellable, callback, data));
}

static void
erase (LueurLibrary *self, const Kind *kind, gpointer subject, gpointer tag, GCancellable *cancellable,
       GAsyncReadyCallback callback, gpointer data)
{
  lueur_store_erase_async (self->store, kind->kind, kind->get_id (subject), on_erased,
                           change_new (self, kind, subject, TRUE, tag, cancellable, callback, data));
}

static gboolean
finish (LueurLibrary *self, GAsyncResult *result, gpointer tag, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- Conversations --- */

/* Into the list, or to what comes back with its companion. */
static void
bring_back (LueurLibrary *self, LueurConversation *conversation)
{
  GPtrArray *left = g_hash_table_lookup (self->binned, lueur_conversation_get_persona (conversation));

  if (left == NULL)
    lueur_library_place (self, conversation);
  else if (!g_ptr_array_find (left, conversation, NULL))
    g_ptr_array_add (left, g_object_ref (conversation));
}

static void
take_away (LueurLibrary *self, LueurConversation *conversation)
{
  GPtrArray *left = g_hash_table_lookup (self->binned, lueur_conversation_get_persona (conversation));

  lueur_library_take_out (self, conversation);
  if (left != NULL)
    g_ptr_array_remove (left, conversation);
}

/* An object for each that is in the bin: whoever takes it back gets the one that views know. */
static void
note_away (LueurLibrary *self, LueurConversation *conversation, gboolean away)
{
  gint64 id = lueur_conversation_get_id (conversation);

  if (away)
    g_hash_table_replace (self->away, g_memdup2 (&id, sizeof id), g_object_ref (conversation));
  else
    g_hash_table_remove (self->away, &id);
}

static void
hide_conversation (LueurLibrary *self, gpointer subject)
{
  take_away (self, subject);
  note_away (self, subject, TRUE);
}

static void
show_conversation (LueurLibrary *self, gpointer subject)
{
  note_away (self, subject, FALSE);
  bring_back (self, subject);
}

static void
forget_conversation (LueurLibrary *self, gpointer subject)
{
  note_away (self, subject, FALSE);
}

static gint64
conversation_id (gpointer subject)
{
  return lueur_conversation_get_id (subject);
}

static const Kind conversation_kind = { LUEUR_KIND_CONVERSATION, conversation_id, hide_conversation, show_conversation,
                                        forget_conversation };

void
lueur_library_delete_conversation_async (LueurLibrary *self, LueurConversation *conversation, GCancellable *cancellable,
                                         GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_CONVERSATION (conversation));

  delete (self, &conversation_kind, conversation, lueur_library_delete_conversation_async, cancellable, callback, data);
}

gboolean
lueur_library_delete_conversation_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, lueur_library_delete_conversation_async, error);
}

void
lueur_library_restore_conversation_async (LueurLibrary *self, LueurConversation *conversation,
                                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_CONVERSATION (conversation));

  restore (self, &conversation_kind, conversation, lueur_library_restore_conversation_async, cancellable, callback,
           data);
}

gboolean
lueur_library_restore_conversation_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, lueur_library_restore_conversation_async, error);
}

void
lueur_library_erase_conversation_async (LueurLibrary *self, LueurConversation *conversation, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_CONVERSATION (conversation));

  erase (self, &conversation_kind, conversation, lueur_library_erase_conversation_async, cancellable, callback, data);
}

gboolean
lueur_library_erase_conversation_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, lueur_library_erase_conversation_async, error);
}

/* --- Companions --- */

/* Out of both lists; what it leaves there is remembered for the way back. */
static void
hide_persona (LueurLibrary *self, gpointer subject)
{
  LueurPersona *persona = subject;
  GPtrArray *left;

  if (g_hash_table_contains (self->binned, persona))
    return;
  left = g_ptr_array_new_with_free_func (g_object_unref);
  lueur_library_drop_persona (self->personas, persona);
  lueur_library_drop_persona (self->everyone, persona);
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->conversations)); i > 0; i--)
    {
      g_autoptr (LueurConversation) conversation = g_list_model_get_item (G_LIST_MODEL (self->conversations), i - 1);

      if (lueur_conversation_get_persona (conversation) != persona)
        continue;
      g_list_store_remove (self->conversations, i - 1);
      g_ptr_array_add (left, g_steal_pointer (&conversation));
    }
  g_hash_table_insert (self->binned, g_object_ref (persona), left);
}

static void
show_persona (LueurLibrary *self, gpointer subject)
{
  LueurPersona *persona = subject;
  g_autoptr (GPtrArray) left = NULL;

  if (!g_hash_table_lookup_extended (self->binned, persona, NULL, (gpointer *) &left))
    return;
  g_ptr_array_ref (left);
  g_hash_table_remove (self->binned, persona);
  lueur_library_show_persona (self, persona);
  for (guint i = 0; i < left->len; i++)
    lueur_library_place (self, left->pdata[i]);
}

static void
forget_persona (LueurLibrary *self, gpointer subject)
{
  gint64 id = lueur_persona_get_id (subject);

  g_hash_table_remove (self->by_id, &id);
  g_hash_table_remove (self->binned, subject);
}

static gint64
persona_id (gpointer subject)
{
  return lueur_persona_get_id (subject);
}

static const Kind persona_kind = { LUEUR_KIND_PERSONA, persona_id, hide_persona, show_persona, forget_persona };

void
lueur_library_delete_persona_async (LueurLibrary *self, LueurPersona *persona, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_PERSONA (persona));

  delete (self, &persona_kind, persona, lueur_library_delete_persona_async, cancellable, callback, data);
}

gboolean
lueur_library_delete_persona_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, lueur_library_delete_persona_async, error);
}

void
lueur_library_restore_persona_async (LueurLibrary *self, LueurPersona *persona, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_PERSONA (persona));

  restore (self, &persona_kind, persona, lueur_library_restore_persona_async, cancellable, callback, data);
}

gboolean
lueur_library_restore_persona_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, lueur_library_restore_persona_async, error);
}

void
lueur_library_erase_persona_async (LueurLibrary *self, LueurPersona *persona, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_PERSONA (persona));

  erase (self, &persona_kind, persona, lueur_library_erase_persona_async, cancellable, callback, data);
}

gboolean
lueur_library_erase_persona_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, lueur_library_erase_persona_async, error);
}
