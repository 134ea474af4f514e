/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/model/library.h"

#include "core/echo/echo.h"
#include "core/model/conversation-private.h"
#include "core/model/message-private.h"
#include "core/model/persona-private.h"
#include "core/model/text.h"

struct _LueurLibrary
{
  GObject parent_instance;

  LueurStore *store;
  LueurClock *clock;
  GListStore *personas;
  GListStore *conversations;
  gint64 last_id;
};

enum
{
  WRITE_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LueurLibrary, lueur_library, G_TYPE_OBJECT)

static void
take_out (GListStore *list, gpointer item)
{
  guint position;

  if (g_list_store_find (list, item, &position))
    g_list_store_remove (list, position);
}

static void
touch (LueurLibrary *self, LueurConversation *conversation)
{
  LueurMessage *last = lueur_conversation_get_last (conversation);
  g_autofree char *preview = lueur_text_preview (last != NULL ? lueur_message_get_text (last) : "");

  lueur_conversation_set_preview (conversation, preview);
  lueur_conversation_set_updated_at (conversation, lueur_clock_get_wall (self->clock));
  lueur_conversation_set_n_messages (conversation, g_list_model_get_n_items (G_LIST_MODEL (conversation)));
}

static void
add_message (LueurLibrary *self, LueurConversation *conversation, LueurMessage *message)
{
  LueurMessage *last = lueur_conversation_get_last (conversation);

  lueur_message_set_parent_id (message, last != NULL ? lueur_message_get_id (last) : 0);
  lueur_message_set_created_at (message, lueur_clock_get_wall (self->clock));
  lueur_message_set_id (message, ++self->last_id);
  if (lueur_message_get_role (message) == LUEUR_ROLE_USER && *lueur_conversation_get_title (conversation) == '\0')
    {
      g_autofree char *title = lueur_text_title (lueur_message_get_text (message));

      lueur_conversation_set_title (conversation, title);
    }
  lueur_conversation_append (conversation, message);
  touch (self, conversation);
}

static void
lueur_library_finalize (GObject *object)
{
  LueurLibrary *self = LUEUR_LIBRARY (object);

  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->personas);
  g_clear_object (&self->conversations);

  G_OBJECT_CLASS (lueur_library_parent_class)->finalize (object);
}

static void
lueur_library_class_init (LueurLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lueur_library_finalize;
  signals[WRITE_FAILED] = g_signal_new ("write-failed", LUEUR_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
lueur_library_init (LueurLibrary *self)
{
  self->personas = g_list_store_new (LUEUR_TYPE_PERSONA);
  self->conversations = g_list_store_new (LUEUR_TYPE_CONVERSATION);
}

LueurLibrary *
lueur_library_new (LueurStore *store, LueurClock *clock)
{
  LueurLibrary *self = g_object_new (LUEUR_TYPE_LIBRARY, NULL);

  g_set_object (&self->store, store);
  g_set_object (&self->clock, clock);
  return self;
}

GListModel *
lueur_library_get_personas (LueurLibrary *self)
{
  return G_LIST_MODEL (self->personas);
}

GListModel *
lueur_library_get_conversations (LueurLibrary *self)
{
  return G_LIST_MODEL (self->conversations);
}

void
lueur_library_flush (LueurLibrary *self)
{
}

void
lueur_library_set_draft (LueurLibrary *self, LueurConversation *conversation, const char *text)
{
  lueur_conversation_set_draft (conversation, text);
}

void
lueur_library_checkpoint_message (LueurLibrary *self, LueurConversation *conversation, LueurMessage *message)
{
}

void
lueur_library_open_async (LueurLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_task_return_boolean (task, TRUE);
}

gboolean
lueur_library_open_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
lueur_library_save_persona_async (LueurLibrary *self, LueurPersona *persona, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  if (lueur_persona_get_id (persona) == 0)
    {
      lueur_persona_set_id (persona, ++self->last_id);
      g_object_set (persona, "created-at", lueur_clock_get_wall (self->clock), NULL);
      g_list_store_insert (self->personas, 0, persona);
    }
  g_object_set (persona, "updated-at", lueur_clock_get_wall (self->clock), NULL);
  g_task_return_boolean (task, TRUE);
}

gboolean
lueur_library_save_persona_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
lueur_library_delete_persona_async (LueurLibrary *self, LueurPersona *persona, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  take_out (self->personas, persona);
  g_task_return_boolean (task, TRUE);
}

gboolean
lueur_library_delete_persona_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
lueur_library_restore_persona_async (LueurLibrary *self, LueurPersona *persona, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_list_store_insert (self->personas, 0, persona);
  g_task_return_boolean (task, TRUE);
}

gboolean
lueur_library_restore_persona_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
lueur_library_start_conversation_async (LueurLibrary *self, LueurPersona *persona, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  g_autoptr (LueurConversation) conversation = lueur_conversation_new (persona);
  g_autoptr (LueurEcho) echo = lueur_echo_new (persona, NULL, self->last_id);
  g_autoptr (GDateTime) now = lueur_clock_get_local (self->clock);
  g_autofree char *line = g_strdup (lueur_persona_get_greeting (persona));
  g_autoptr (LueurMessage) greeting = NULL;
  gboolean scripted = *line == '\0';

  if (scripted)
    {
      g_free (line);
      line = lueur_echo_greet (echo, g_date_time_get_hour (now));
    }
  greeting = lueur_message_new (LUEUR_ROLE_COMPANION, line);
  lueur_message_set_scripted (greeting, scripted);
  lueur_conversation_set_id (conversation, ++self->last_id);
  lueur_conversation_set_loaded (conversation, TRUE);
  add_message (self, conversation, greeting);
  g_list_store_insert (self->conversations, 0, conversation);
  g_task_return_pointer (task, g_steal_pointer (&conversation), g_object_unref);
}

LueurConversation *
lueur_library_start_conversation_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
lueur_library_load_async (LueurLibrary *self, LueurConversation *conversation, gboolean older, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  lueur_conversation_set_loaded (conversation, TRUE);
  g_task_return_boolean (task, TRUE);
}

gboolean
lueur_library_load_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
lueur_library_rename_conversation_async (LueurLibrary *self, LueurConversation *conversation, const char *title, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  lueur_conversation_set_title (conversation, title);
  g_task_return_boolean (task, TRUE);
}

gboolean
lueur_library_rename_conversation_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
lueur_library_delete_conversation_async (LueurLibrary *self, LueurConversation *conversation, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  take_out (self->conversations, conversation);
  g_task_return_boolean (task, TRUE);
}

gboolean
lueur_library_delete_conversation_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
lueur_library_restore_conversation_async (LueurLibrary *self, LueurConversation *conversation, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_list_store_insert (self->conversations, 0, conversation);
  g_task_return_boolean (task, TRUE);
}

gboolean
lueur_library_restore_conversation_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
lueur_library_append_message_async (LueurLibrary *self, LueurConversation *conversation, LueurMessage *message, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  add_message (self, conversation, message);
  g_task_return_boolean (task, TRUE);
}

gboolean
lueur_library_append_message_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
lueur_library_append_swipe_async (LueurLibrary *self, LueurConversation *conversation, LueurMessage *sibling, LueurMessage *message, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  guint position;

  if (lueur_conversation_find (conversation, sibling, &position))
    lueur_conversation_splice (conversation, position,
                               g_list_model_get_n_items (G_LIST_MODEL (conversation)) - position, NULL);
  add_message (self, conversation, message);
  g_task_return_boolean (task, TRUE);
}

gboolean
lueur_library_append_swipe_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
lueur_library_finish_message_async (LueurLibrary *self, LueurConversation *conversation, LueurMessage *message, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  touch (self, conversation);
  g_task_return_boolean (task, TRUE);
}

gboolean
lueur_library_finish_message_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
lueur_library_select_swipe_async (LueurLibrary *self, LueurConversation *conversation, LueurMessage *message, int step, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_task_return_boolean (task, TRUE);
}

gboolean
lueur_library_select_swipe_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
