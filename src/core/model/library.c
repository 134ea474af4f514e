/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lists, how they are filled, and drafts. The rest is in library-personas.c, library-conversations.c and
 * library-messages.c. */

#include "core/model/library-private.h"

#include "core/model/conversation-private.h"
#include "core/model/persona-private.h"

/* While writing fails it is tried again this often (ms). */
#define PROBE_INTERVAL_MS 15000
/* A draft is on disk this many milliseconds after its first change, at the latest. */
#define DRAFT_DELAY_MS 700

enum
{
  WRITE_FAILED,
  WRITE_RECOVERED,
  BOOKS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LueurLibrary, lueur_library, G_TYPE_OBJECT)

static void
on_probe_due (gpointer data)
{
  LueurLibrary *self = data;

  self->probe_timeout = 0;
  lueur_library_retry_writing (self);
  self->probe_timeout = lueur_clock_add_timeout (self->clock, PROBE_INTERVAL_MS, on_probe_due, self);
}

static void
stop_probing (LueurLibrary *self)
{
  if (self->probe_timeout != 0)
    lueur_clock_remove_timeout (self->clock, self->probe_timeout);
  self->probe_timeout = 0;
}

static void
on_write_failed (LueurLibrary *self, const GError *error)
{
  self->trouble = TRUE;
  stop_probing (self);
  self->probe_timeout = lueur_clock_add_timeout (self->clock, PROBE_INTERVAL_MS, on_probe_due, self);
  g_signal_emit (self, signals[WRITE_FAILED], 0, error);
}

void
lueur_library_emit_books_changed (LueurLibrary *self, LueurPersona *persona)
{
  g_signal_emit (self, signals[BOOKS_CHANGED], 0, persona);
}

/* What stands in the composers was refused like all the rest: it is written now. */
static void
keep_drafts (LueurLibrary *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->conversations));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LueurConversation) conversation = g_list_model_get_item (G_LIST_MODEL (self->conversations), i);

      if (*lueur_conversation_get_draft (conversation) != '\0')
        g_hash_table_add (self->drafts, g_object_ref (conversation));
    }
  lueur_library_flush (self);
}

static void
on_write_recovered (LueurLibrary *self)
{
  self->trouble = FALSE;
  stop_probing (self);
  g_signal_emit (self, signals[WRITE_RECOVERED], 0);
  keep_drafts (self);
}

static void
lueur_library_dispose (GObject *object)
{
  LueurLibrary *self = LUEUR_LIBRARY (object);

  if (self->store != NULL && self->clock != NULL)
    {
      lueur_library_flush (self);
      stop_probing (self);
    }
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);

  G_OBJECT_CLASS (lueur_library_parent_class)->dispose (object);
}

static void
lueur_library_finalize (GObject *object)
{
  LueurLibrary *self = LUEUR_LIBRARY (object);

  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->personas);
  g_clear_object (&self->everyone);
  g_clear_object (&self->conversations);
  g_clear_object (&self->persons);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->binned, g_hash_table_unref);
  g_clear_pointer (&self->away, g_hash_table_unref);
  g_clear_pointer (&self->drafts, g_hash_table_unref);
  g_clear_pointer (&self->pending, g_hash_table_unref);

  G_OBJECT_CLASS (lueur_library_parent_class)->finalize (object);
}

static void
lueur_library_class_init (LueurLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lueur_library_dispose;
  G_OBJECT_CLASS (klass)->finalize = lueur_library_finalize;

  /**
   * LueurLibrary::write-failed:
   * @error: of the store's domain
   *
   * Something written on the side (a checkpoint, a draft) was refused. Told once, until one succeeds.
   */
  signals[WRITE_FAILED] = g_signal_new ("write-failed", LUEUR_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);

  /**
   * LueurLibrary::write-recovered:
   *
   * Writing works again.
   */
  signals[WRITE_RECOVERED] = g_signal_new ("write-recovered", LUEUR_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 0);

  /**
   * LueurLibrary::books-changed:
   * @persona: whose they are
   *
   * The lorebooks that were given to a companion are others now.
   */
  signals[BOOKS_CHANGED] = g_signal_new ("books-changed", LUEUR_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, LUEUR_TYPE_PERSONA);
}

static void
lueur_library_init (LueurLibrary *self)
{
  self->personas = g_list_store_new (LUEUR_TYPE_PERSONA);
  self->everyone = g_list_store_new (LUEUR_TYPE_PERSONA);
  self->conversations = g_list_store_new (LUEUR_TYPE_CONVERSATION);
  self->away = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->persons = g_list_store_new (LUEUR_TYPE_PERSON);
  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->binned = g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify) g_ptr_array_unref);
  self->drafts = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  lueur_library_init_pending (self);
}

/**
 * lueur_library_new:
 * @store: where all of it is kept; may be opened later
 * @clock: all the time there is
 *
 * Returns: (transfer full): an empty library
 */
LueurLibrary *
lueur_library_new (LueurStore *store, LueurClock *clock)
{
  LueurLibrary *self;

  g_return_val_if_fail (LUEUR_IS_STORE (store) && LUEUR_IS_CLOCK (clock), NULL);

  self = g_object_new (LUEUR_TYPE_LIBRARY, NULL);
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  g_signal_connect_swapped (store, "write-failed", G_CALLBACK (on_write_failed), self);
  g_signal_connect_swapped (store, "write-recovered", G_CALLBACK (on_write_recovered), self);
  return self;
}

GListModel *
lueur_library_get_personas (LueurLibrary *self)
{
  g_return_val_if_fail (LUEUR_IS_LIBRARY (self), NULL);
  return G_LIST_MODEL (self->personas);
}

GListModel *
lueur_library_get_everyone (LueurLibrary *self)
{
  g_return_val_if_fail (LUEUR_IS_LIBRARY (self), NULL);
  return G_LIST_MODEL (self->everyone);
}

GListModel *
lueur_library_get_conversations (LueurLibrary *self)
{
  g_return_val_if_fail (LUEUR_IS_LIBRARY (self), NULL);
  return G_LIST_MODEL (self->conversations);
}

gint64
lueur_library_sane_date (LueurLibrary *self, gint64 date)
{
  gint64 now = lueur_clock_get_wall (self->clock);

  /* A clock that is a little ahead, or a journey westward, is no nonsense. */
  if (date > now + G_TIME_SPAN_DAY)
    return now;
  return MAX (date, 0);
}

void
lueur_library_place (LueurLibrary *self, LueurConversation *conversation)
{
  GListModel *list = G_LIST_MODEL (self->conversations);
  guint n = g_list_model_get_n_items (list);
  gint64 date = lueur_conversation_get_updated_at (conversation);
  guint from, to;

  if (!g_list_store_find (self->conversations, conversation, &from))
    from = n;
  for (to = 0; to < n; to++)
    {
      g_autoptr (LueurConversation) other = g_list_model_get_item (list, to);

      if (other != conversation && lueur_conversation_get_updated_at (other) <= date)
        break;
    }
  if (from == n)
    {
      g_list_store_insert (self->conversations, to, conversation);
      return;
    }
  if (to == from || to == from + 1)
    return;
  /* One change that holds both places: a selection follows an item that moves within it. */
  if (to < from)
    {
      g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

      g_ptr_array_add (items, g_object_ref (conversation));
      for (guint i = to; i < from; i++)
        g_ptr_array_add (items, g_list_model_get_item (list, i));
      g_list_store_splice (self->conversations, to, items->len, items->pdata, items->len);
    }
  else
    {
      g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = from + 1; i < to; i++)
        g_ptr_array_add (items, g_list_model_get_item (list, i));
      g_ptr_array_add (items, g_object_ref (conversation));
      g_list_store_splice (self->conversations, from, items->len, items->pdata, items->len);
    }
}

void
lueur_library_take_out (LueurLibrary *self, LueurConversation *conversation)
{
  guint position;

  if (g_list_store_find (self->conversations, conversation, &position))
    g_list_store_remove (self->conversations, position);
}

/* --- Opening --- */

void
lueur_library_remember (LueurLibrary *self, LueurPersona *persona)
{
  gint64 id = lueur_persona_get_id (persona);

  g_hash_table_replace (self->by_id, g_memdup2 (&id, sizeof id), g_object_ref (persona));
}

LueurPersona *
lueur_library_persona_of (LueurLibrary *self, const char *body, gint64 id)
{
  LueurPersona *persona = lueur_persona_from_json (body, -1, NULL);

  /* One that cannot be read still has conversations: it is shown without a name. */
  if (persona == NULL)
    persona = lueur_persona_new ();
  lueur_persona_set_id (persona, id);
  return persona;
}

static LueurPersona *
persona_of (LueurLibrary *self, const LueurPersonaRow *row)
{
  LueurPersona *persona = lueur_library_persona_of (self, row->body, row->id);

  g_object_set (persona, "created-at", lueur_library_sane_date (self, row->created_at), "updated-at",
                lueur_library_sane_date (self, row->updated_at), "archived", row->archived, NULL);
  return persona;
}

static LueurConversation *
conversation_of (LueurLibrary *self, const LueurConversationRow *row, LueurPersona *persona)
{
  LueurConversation *conversation = lueur_conversation_new (persona);

  lueur_conversation_set_id (conversation, row->id);
  lueur_conversation_set_person (conversation, lueur_library_find_person (self, row->person));
  lueur_conversation_set_title (conversation, row->title);
  lueur_conversation_set_renamed (conversation, row->renamed);
  lueur_conversation_set_updated_at (conversation, lueur_library_sane_date (self, row->updated_at));
  lueur_conversation_set_n_messages (conversation, row->n_messages);
  lueur_conversation_set_has_older (conversation, row->n_messages > 0);
  lueur_conversation_set_preview (conversation, row->preview);
  lueur_conversation_set_draft (conversation, row->draft);
  return conversation;
}

void
lueur_library_show_shelf (LueurLibrary *self, const LueurShelf *shelf)
{
  g_autoptr (GPtrArray) everyone = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) personas = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) conversations = g_ptr_array_new_with_free_func (g_object_unref);

  g_hash_table_remove_all (self->by_id);
  g_hash_table_remove_all (self->binned);
  g_hash_table_remove_all (self->away);
  g_hash_table_remove_all (self->drafts);
  lueur_library_show_persons (self, shelf->persons);
  for (guint i = 0; i < shelf->personas->len; i++)
    {
      g_autoptr (LueurPersona) persona = persona_of (self, g_ptr_array_index (shelf->personas, i));

      lueur_library_remember (self, persona);
      g_ptr_array_add (everyone, g_object_ref (persona));
      if (!lueur_persona_get_archived (persona))
        g_ptr_array_add (personas, g_steal_pointer (&persona));
    }
  for (guint i = 0; i < shelf->conversations->len; i++)
    {
      const LueurConversationRow *row = g_ptr_array_index (shelf->conversations, i);
      LueurPersona *persona = g_hash_table_lookup (self->by_id, &row->persona);

      if (persona != NULL)
        g_ptr_array_add (conversations, conversation_of (self, row, persona));
    }
  g_list_store_splice (self->everyone, 0, g_list_model_get_n_items (G_LIST_MODEL (self->everyone)), everyone->pdata,
                       everyone->len);
  g_list_store_splice (self->personas, 0, g_list_model_get_n_items (G_LIST_MODEL (self->personas)), personas->pdata,
                       personas->len);
  g_list_store_splice (self->conversations, 0, g_list_model_get_n_items (G_LIST_MODEL (self->conversations)),
                       conversations->pdata, conversations->len);
}

/* What came back from the bin after a restart: the lists have never seen it. */
void
lueur_library_merge_shelf (LueurLibrary *self, const LueurShelf *shelf)
{
  g_autoptr (GHashTable) there = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->conversations));

  for (guint i = 0; i < shelf->personas->len; i++)
    {
      const LueurPersonaRow *row = g_ptr_array_index (shelf->personas, i);
      g_autoptr (LueurPersona) persona = NULL;

      if (g_hash_table_contains (self->by_id, &row->id))
        continue;
      persona = persona_of (self, row);
      lueur_library_remember (self, persona);
      lueur_library_show_persona (self, persona);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LueurConversation) conversation = g_list_model_get_item (G_LIST_MODEL (self->conversations), i);
      gint64 id = lueur_conversation_get_id (conversation);

      g_hash_table_add (there, g_memdup2 (&id, sizeof id));
    }
  for (guint i = 0; i < shelf->conversations->len; i++)
    {
      const LueurConversationRow *row = g_ptr_array_index (shelf->conversations, i);
      LueurPersona *persona = g_hash_table_lookup (self->by_id, &row->persona);
      g_autoptr (LueurConversation) conversation = NULL;

      if (persona == NULL || g_hash_table_contains (there, &row->id) || g_hash_table_contains (self->away, &row->id) ||
          g_hash_table_contains (self->binned, persona))
        continue;
      conversation = conversation_of (self, row, persona);
      lueur_library_place (self, conversation);
    }
}

static void
on_purged (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LueurLibrary) self = data;
  g_autoptr (GError) error = NULL;

  /* What is not emptied today is emptied at the next start. */
  if (!lueur_store_purge_finish (LUEUR_STORE (source), result, &error))
    g_message ("The bin was not looked through: %s", error->message);
}

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
  lueur_library_show_shelf (self, shelf);
  lueur_store_purge_async (self->store, lueur_clock_get_wall (self->clock), FALSE, on_purged, g_object_ref (self));
  g_task_return_boolean (task, TRUE);
}

/**
 * lueur_library_open_async:
 *
 * Reads companions and conversations, not their messages, and then lets the store look through the bin for
 * what is in it for 30 days.
 */
void
lueur_library_open_async (LueurLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task;

  g_return_if_fail (LUEUR_IS_LIBRARY (self));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, lueur_library_open_async);
  lueur_store_read_shelf_async (self->store, cancellable, on_shelf_read, task);
}

gboolean
lueur_library_open_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- Drafts --- */

/**
 * lueur_library_flush:
 *
 * Hands to the store what waits for its moment; [method@Store.close] then waits for the disk.
 */
void
lueur_library_flush (LueurLibrary *self)
{
  GHashTableIter iter;
  LueurConversation *conversation;

  g_return_if_fail (LUEUR_IS_LIBRARY (self));

  lueur_clock_remove_timeout (self->clock, g_steal_handle_id (&self->drafts_timeout));
  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, (gpointer *) &conversation, NULL))
    {
      lueur_store_set_draft (self->store, lueur_conversation_get_id (conversation),
                             lueur_conversation_get_draft (conversation), lueur_clock_get_wall (self->clock));
      g_hash_table_iter_remove (&iter);
    }
}

static void
on_drafts_due (gpointer data)
{
  LueurLibrary *self = data;

  self->drafts_timeout = 0;
  lueur_library_flush (self);
}

/**
 * lueur_library_set_draft:
 * @conversation: one that is in the list
 * @text: (nullable): what stands in its composer
 *
 * Call it for every key: it is written once, less than a second after the first of them.
 */
void
lueur_library_set_draft (LueurLibrary *self, LueurConversation *conversation, const char *text)
{
  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_CONVERSATION (conversation));

  if (g_strcmp0 (lueur_conversation_get_draft (conversation), text != NULL ? text : "") == 0)
    return;
  lueur_conversation_set_draft (conversation, text);
  g_hash_table_add (self->drafts, g_object_ref (conversation));
  if (self->drafts_timeout == 0)
    self->drafts_timeout = lueur_clock_add_timeout (self->clock, DRAFT_DELAY_MS, on_drafts_due, self);
}

/**
 * lueur_library_retry_writing:
 *
 * While writing fails, tries whether it works again; #LueurLibrary::write-recovered tells if it does.
 */
void
lueur_library_retry_writing (LueurLibrary *self)
{
  g_return_if_fail (LUEUR_IS_LIBRARY (self));

  if (self->trouble)
    lueur_store_probe (self->store);
}

gboolean
lueur_library_get_trouble (LueurLibrary *self)
{
  g_return_val_if_fail (LUEUR_IS_LIBRARY (self), FALSE);
  return self->trouble;
}

/* --- The bin --- */

static void
on_bin_emptied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurLibrary *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (lueur_store_purge_finish (self->store, result, &error))
    {
      GHashTableIter iter;
      LueurPersona *persona;

      g_hash_table_iter_init (&iter, self->binned);
      while (g_hash_table_iter_next (&iter, (gpointer *) &persona, NULL))
        {
          gint64 id = lueur_persona_get_id (persona);

          g_hash_table_remove (self->by_id, &id);
          g_hash_table_iter_remove (&iter);
        }
      g_hash_table_remove_all (self->away);
      g_task_return_boolean (task, TRUE);
    }
  else
    g_task_return_error (task, error);
}

/**
 * lueur_library_empty_bin_async:
 *
 * Erases whatever was deleted; what a view still holds for an undo cannot be restored any more.
 */
void
lueur_library_empty_bin_async (LueurLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer data)
{
  GTask *task;

  g_return_if_fail (LUEUR_IS_LIBRARY (self));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, lueur_library_empty_bin_async);
  lueur_store_purge_async (self->store, lueur_clock_get_wall (self->clock), TRUE, on_bin_emptied, task);
}

gboolean
lueur_library_empty_bin_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
