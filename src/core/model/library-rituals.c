/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a companion says at an hour that the person chose, as a message. */

#include "core/model/library-private.h"

#include "core/wellbeing/rituals/ritual-words.h"

typedef struct
{
  LueurPersona *persona;
  LueurRitual ritual;
  guint32 day; /* 0: it was said already */
  LueurConversation *conversation;
} Saying;

static void
saying_free (Saying *self)
{
  g_object_unref (self->persona);
  g_clear_object (&self->conversation);
  g_free (self);
}

static void
on_appended (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Saying *saying = g_task_get_task_data (task);
  GError *error = NULL;

  if (lueur_library_append_message_finish (LUEUR_LIBRARY (source), result, &error))
    g_task_return_pointer (task, g_object_ref (saying->conversation), g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
say (LueurLibrary *self, GTask *task)
{
  Saying *saying = g_task_get_task_data (task);
  LueurMessage *last = lueur_conversation_get_last (saying->conversation);
  g_autoptr (LueurMessage) message = NULL;
  g_autofree char *text = NULL;

  /* Nobody is interrupted in the middle of a reply. */
  if (last != NULL && (lueur_message_get_state (last) == LUEUR_MESSAGE_WAITING ||
                       lueur_message_get_state (last) == LUEUR_MESSAGE_STREAMING))
    {
      g_task_return_pointer (task, g_object_ref (saying->conversation), g_object_unref);
      return;
    }
  text = lueur_ritual_say (saying->persona, saying->ritual, saying->day);
  message = lueur_message_new (LUEUR_ROLE_COMPANION, text);
  lueur_message_set_scripted (message, TRUE);
  lueur_library_append_message_async (self, saying->conversation, message, NULL, on_appended, g_object_ref (task));
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (lueur_library_load_finish (LUEUR_LIBRARY (source), result, &error))
    say (LUEUR_LIBRARY (source), task);
  else
    g_task_return_error (task, error);
}

static void
go_on (LueurLibrary *self, GTask *task)
{
  Saying *saying = g_task_get_task_data (task);

  if (saying->day != 0)
    lueur_library_load_async (self, saying->conversation, FALSE, NULL, on_loaded, g_object_ref (task));
  else
    g_task_return_pointer (task, g_object_ref (saying->conversation), g_object_unref);
}

static void
on_started (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Saying *saying = g_task_get_task_data (task);
  GError *error = NULL;

  saying->conversation = lueur_library_start_conversation_finish (LUEUR_LIBRARY (source), result, &error);
  if (saying->conversation != NULL)
    go_on (LUEUR_LIBRARY (source), task);
  else
    g_task_return_error (task, error);
}

static void
on_claimed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurLibrary *self = g_task_get_source_object (task);
  GListModel *conversations = lueur_library_get_conversations (self);
  Saying *saying = g_task_get_task_data (task);
  GError *error = NULL;

  saying->day = (guint32) lueur_store_claim_ritual_finish (self->store, result, &error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  /* The latest comes first. */
  for (guint i = 0; i < g_list_model_get_n_items (conversations) && saying->conversation == NULL; i++)
    {
      g_autoptr (LueurConversation) conversation = g_list_model_get_item (conversations, i);

      if (lueur_conversation_get_persona (conversation) == saying->persona)
        saying->conversation = g_steal_pointer (&conversation);
    }
  if (saying->conversation != NULL)
    go_on (self, task);
  else
    lueur_library_start_conversation_async (self, saying->persona, NULL, on_started, g_object_ref (task));
}

/**
 * lueur_library_say_ritual_async:
 * @persona: one of the library's own
 * @ritual: which
 *
 * Puts what @persona says for the last @ritual that came at the end of the latest conversation with them, or of a new
 * one; once, however often it is asked for.
 */
void
lueur_library_say_ritual_async (LueurLibrary *self, LueurPersona *persona, LueurRitual ritual, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data)
{
  GTask *task;
  Saying *saying;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_PERSONA (persona));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, lueur_library_say_ritual_async);
  saying = g_new0 (Saying, 1);
  saying->persona = g_object_ref (persona);
  saying->ritual = ritual;
  g_task_set_task_data (task, saying, (GDestroyNotify) saying_free);
  lueur_store_claim_ritual_async (self->store, lueur_persona_get_id (persona), lueur_ritual_to_word (ritual), on_claimed,
                                  task);
}

/**
 * lueur_library_say_ritual_finish:
 *
 * Returns: (transfer full) (nullable): where it stands
 */
LueurConversation *
lueur_library_say_ritual_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
