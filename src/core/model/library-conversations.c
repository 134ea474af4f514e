/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Conversations as wholes: starting, loading, naming, deleting. */

#include "core/model/library-private.h"

#include "core/chat/persona-text.h"
#include "core/chat/prompt.h"
#include "core/chat/turns.h"
#include "core/echo/echo.h"
#include "core/emotion/tags.h"
#include "core/model/conversation-private.h"
#include "core/model/message-private.h"
#include "core/model/text.h"

#define PAGE_SIZE 200

LueurMessage *
lueur_library_message_of (LueurLibrary *self, const LueurMessageRow *row)
{
  LueurMessage *message = lueur_message_new (row->role, row->text);

  lueur_message_set_id (message, row->id);
  lueur_message_set_parent_id (message, row->parent);
  lueur_message_set_created_at (message, lueur_library_sane_date (self, row->created_at));
  lueur_message_set_state (message, row->state);
  lueur_message_set_error (message, row->error_code, row->error_detail);
  lueur_message_set_scripted (message, row->scripted);
  lueur_message_set_model (message, row->model);
  lueur_message_set_label (message, row->label);
  lueur_message_set_findings (message, row->findings);
  lueur_message_set_swipes (message, row->swipe_index, row->n_swipes);
  lueur_message_set_opinion (message, row->thumb, row->reason);
  return message;
}

/* From the first row of @page that @conversation shows already, both must agree message by message; from where they do
 * not, the page is right. */
void
lueur_library_show_page (LueurLibrary *self, LueurConversation *conversation, const LueurPage *page)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (conversation));
  guint start = n, kept = 0;
  gboolean joined = FALSE;

  for (guint i = 0; page->messages->len > 0 && i < n && !joined; i++)
    {
      const LueurMessageRow *first = g_ptr_array_index (page->messages, 0);

      joined = lueur_message_get_id (lueur_conversation_get_message (conversation, i)) == first->id;
      if (joined)
        start = i;
    }
  if (!joined)
    start = 0;
  while (joined && kept < page->messages->len && start + kept < n)
    {
      const LueurMessageRow *row = g_ptr_array_index (page->messages, kept);
      LueurMessage *message = lueur_conversation_get_message (conversation, start + kept);

      if (lueur_message_get_id (message) != row->id)
        break;
      lueur_message_set_swipes (message, row->swipe_index, row->n_swipes);
      kept++;
    }
  for (guint i = kept; i < page->messages->len; i++)
    g_ptr_array_add (fresh, lueur_library_message_of (self, g_ptr_array_index (page->messages, i)));
  lueur_conversation_splice (conversation, start + kept, n - start - kept, fresh);
  if (!joined)
    lueur_conversation_set_has_older (conversation, page->has_older);
  lueur_conversation_set_n_messages (conversation, page->n_messages);
  if (page->preview != NULL)
    lueur_conversation_set_preview (conversation, page->preview);
  if (page->title != NULL)
    lueur_conversation_set_title (conversation, page->title);
  lueur_conversation_set_loaded (conversation, TRUE);
}

/* --- Starting --- */

typedef struct
{
  LueurConversation *conversation;
  LueurMessage *greeting;
  guint n_others; /* greetings beside that one */
} Start;

static void
start_free (Start *self)
{
  g_object_unref (self->conversation);
  g_object_unref (self->greeting);
  g_free (self);
}

/* What a card's author wrote to be said, to this person and now. */
static char *
follow_macros (LueurLibrary *self, LueurPersona *persona, const char *text)
{
  LueurPerson *person = lueur_library_get_person (self, NULL);
  g_autoptr (GDateTime) now = lueur_clock_get_local (self->clock);
  g_autofree char *about = lueur_persona_text_person (persona, person);
  guint64 seed = (guint64) lueur_clock_get_wall (self->clock);

  return lueur_prompt_expand (&(LueurPromptInput) { .persona = persona,
                                                    .person_name = person != NULL ? lueur_person_get_name (person) : NULL,
                                                    .person = about,
                                                    .now = now,
                                                    .idle_usec = -1,
                                                    .seed = seed,
                                                    .conversation_seed = seed },
                              text);
}

/* The companion's own first line, or one that is made of the rest. */
static LueurMessage *
greet (LueurLibrary *self, LueurPersona *persona)
{
  const char *own = lueur_persona_get_greeting (persona);
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (LueurEcho) echo = NULL;
  g_autofree char *line = NULL;
  LueurMessage *greeting;

  line = follow_macros (self, persona, own);
  if (!lueur_turns_is_blank (line))
    {
      /* Cards may write “[joy]” for a face. */
      g_autofree char *said = lueur_tags_strip (line);

      return lueur_message_new (LUEUR_ROLE_COMPANION, said);
    }
  now = lueur_clock_get_local (self->clock);
  echo = lueur_echo_new (persona, NULL, lueur_clock_get_wall (self->clock));
  g_free (line);
  line = lueur_echo_greet (echo, now != NULL ? g_date_time_get_hour (now) : 12);
  greeting = lueur_message_new (LUEUR_ROLE_COMPANION, line);
  lueur_message_set_scripted (greeting, TRUE);
  return greeting;
}

/* Whatever else the companion may begin with: as other versions of its first line. */
static GPtrArray *
other_greetings (LueurLibrary *self, LueurPersona *persona, const LueurMessageRow *first)
{
  const char *const *texts = lueur_persona_get_words (persona, LUEUR_PERSONA_GREETINGS);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) lueur_message_row_free);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *text = follow_macros (self, persona, texts[i]);
      LueurMessageRow *row;

      if (lueur_turns_is_blank (text))
        continue;
      row = lueur_message_row_new (LUEUR_ROLE_COMPANION, text, first->created_at);
      row->conversation = first->conversation;
      g_ptr_array_add (rows, row);
    }
  return g_steal_pointer (&rows);
}

static void
on_started (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurLibrary *self = g_task_get_source_object (task);
  Start *start = g_task_get_task_data (task);
  GError *error = NULL;
  gint64 conversation, greeting;

  if (!lueur_store_start_conversation_finish (self->store, result, &conversation, &greeting, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  lueur_conversation_set_id (start->conversation, conversation);
  lueur_message_set_id (start->greeting, greeting);
  lueur_message_set_swipes (start->greeting, 0, start->n_others + 1);
  /* The companion may have gone to the bin in the meantime: then it comes back with it. */
  if (g_hash_table_contains (self->binned, lueur_conversation_get_persona (start->conversation)))
    g_ptr_array_add (g_hash_table_lookup (self->binned, lueur_conversation_get_persona (start->conversation)),
                     g_object_ref (start->conversation));
  else
    lueur_library_place (self, start->conversation);
  g_task_return_pointer (task, g_object_ref (start->conversation), g_object_unref);
}

/**
 * lueur_library_start_conversation_async:
 * @persona: one that is stored
 *
 * A new conversation, with the companion's greeting as its first message and the alternate ones as its swipes. It is on top of the list when
 * the callback comes.
 */
void
lueur_library_start_conversation_async (LueurLibrary *self, LueurPersona *persona, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer data)
{
  g_autofree char *preview = NULL;
  LueurConversationRow *row;
  LueurMessageRow *first;
  GPtrArray *others;
  Start *start;
  GTask *task;
  gint64 now;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_PERSONA (persona));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, lueur_library_start_conversation_async);
  now = lueur_clock_get_wall (self->clock);
  start = g_new0 (Start, 1);
  start->conversation = lueur_conversation_new (persona);
  start->greeting = greet (self, persona);
  g_task_set_task_data (task, start, (GDestroyNotify) start_free);
  lueur_message_set_created_at (start->greeting, now);
  lueur_conversation_append (start->conversation, start->greeting);
  preview = lueur_text_preview (lueur_message_get_text (start->greeting));
  lueur_conversation_set_preview (start->conversation, preview);
  lueur_conversation_set_updated_at (start->conversation, now);
  lueur_conversation_set_n_messages (start->conversation, 1);
  lueur_conversation_set_loaded (start->conversation, TRUE);

  row = g_new0 (LueurConversationRow, 1);
  row->persona = lueur_persona_get_id (persona);
  row->created_at = row->updated_at = now;
  first = lueur_library_row_of (start->conversation, start->greeting);
  others = other_greetings (self, persona, first);
  start->n_others = others->len;
  lueur_store_start_conversation_async (self->store, row, first, others, on_started, task);
}

/**
 * lueur_library_start_conversation_finish:
 *
 * Returns: (transfer full) (nullable): it, loaded
 */
LueurConversation *
lueur_library_start_conversation_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Loading --- */

typedef struct
{
  LueurConversation *conversation;
  LueurPage *page;
  gint64 before; /* 0 for the end */
} Load;

static void
load_free (Load *self)
{
  g_object_unref (self->conversation);
  g_clear_pointer (&self->page, lueur_page_free);
  g_free (self);
}

/* What was said while the end was being read stands at the end, and may be in what was read as well. */
static void
show_end (LueurLibrary *self, Load *load)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) there = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (load->conversation));

  if (lueur_conversation_get_loaded (load->conversation))
    return;
  for (guint i = 0; i < n; i++)
    {
      gint64 id = lueur_message_get_id (lueur_conversation_get_message (load->conversation, i));

      g_hash_table_add (there, g_memdup2 (&id, sizeof id));
    }
  for (guint i = 0; i < load->page->messages->len; i++)
    {
      const LueurMessageRow *row = g_ptr_array_index (load->page->messages, i);

      if (!g_hash_table_contains (there, &row->id))
        g_ptr_array_add (fresh, lueur_library_message_of (self, row));
    }
  lueur_conversation_splice (load->conversation, 0, 0, fresh);
  lueur_conversation_set_has_older (load->conversation, load->page->has_older);
  if (n == 0)
    lueur_conversation_set_n_messages (load->conversation, load->page->n_messages);
  lueur_conversation_set_loaded (load->conversation, TRUE);
}

/* A message on its way may be in what was read, without an id to know it by: it arrives first. */
static void
show_loaded (GTask *task, const GError *error)
{
  LueurLibrary *self = g_task_get_source_object (task);
  Load *load = g_task_get_task_data (task);

  if (lueur_library_wait_pending (self, load->conversation, task, show_loaded))
    return;
  show_end (self, load);
  g_task_return_boolean (task, TRUE);
}

static void
show_older (LueurLibrary *self, Load *load)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (g_object_unref);
  LueurMessage *first = lueur_conversation_get_message (load->conversation, 0);

  /* Another load, or another path, came before this one. */
  if (first == NULL || lueur_message_get_id (first) != load->before)
    return;
  for (guint i = 0; i < load->page->messages->len; i++)
    g_ptr_array_add (fresh, lueur_library_message_of (self, g_ptr_array_index (load->page->messages, i)));
  lueur_conversation_splice (load->conversation, 0, 0, fresh);
  lueur_conversation_set_has_older (load->conversation, load->page->has_older);
}

static void
on_page_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurLibrary *self = g_task_get_source_object (task);
  Load *load = g_task_get_task_data (task);
  GError *error = NULL;

  load->page = lueur_store_read_page_finish (self->store, result, &error);
  if (load->page == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (load->before != 0)
    {
      show_older (self, load);
      g_task_return_boolean (task, TRUE);
    }
  else
    show_loaded (task, NULL);
}

/**
 * lueur_library_load_async:
 * @older: the 200 before the first loaded message, rather than the end
 *
 * Asking for an end that is there, or for older ones where there are none, does nothing.
 */
void
lueur_library_load_async (LueurLibrary *self, LueurConversation *conversation, gboolean older,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  LueurMessage *first;
  GTask *task;
  Load *load;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_CONVERSATION (conversation));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, lueur_library_load_async);
  first = lueur_conversation_get_message (conversation, 0);
  if (older ? !lueur_conversation_get_loaded (conversation) || !lueur_conversation_get_has_older (conversation) ||
                first == NULL || lueur_message_get_id (first) == 0
            : lueur_conversation_get_loaded (conversation))
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  load = g_new0 (Load, 1);
  load->conversation = g_object_ref (conversation);
  load->before = older ? lueur_message_get_id (first) : 0;
  g_task_set_task_data (task, load, (GDestroyNotify) load_free);
  lueur_store_read_page_async (self->store, lueur_conversation_get_id (conversation), load->before, PAGE_SIZE,
                               cancellable, on_page_read, task);
}

gboolean
lueur_library_load_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- Naming --- */

typedef struct
{
  LueurConversation *conversation;
  char *before;
  gboolean renamed_before;
} Rename;

static void
rename_free (Rename *self)
{
  g_object_unref (self->conversation);
  g_free (self->before);
  g_free (self);
}

static void
on_renamed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LueurLibrary *self = g_task_get_source_object (task);
  Rename *rename = g_task_get_task_data (task);
  GError *error = NULL;
  g_autofree char *title = lueur_store_rename_conversation_finish (self->store, result, &error);

  if (title == NULL)
    {
      lueur_conversation_set_title (rename->conversation, rename->before);
      lueur_conversation_set_renamed (rename->conversation, rename->renamed_before);
      g_task_return_error (task, error);
      return;
    }
  lueur_conversation_set_title (rename->conversation, title);
  g_task_return_boolean (task, TRUE);
}

void
lueur_library_rename_conversation_async (LueurLibrary *self, LueurConversation *conversation, const char *title,
                                         GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task;
  Rename *rename;
  g_autofree char *line = NULL;

  g_return_if_fail (LUEUR_IS_LIBRARY (self) && LUEUR_IS_CONVERSATION (conversation));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, lueur_library_rename_conversation_async);
  rename = g_new0 (Rename, 1);
  rename->conversation = g_object_ref (conversation);
  rename->before = g_strdup (lueur_conversation_get_title (conversation));
  rename->renamed_before = lueur_conversation_get_renamed (conversation);
  g_task_set_task_data (task, rename, (GDestroyNotify) rename_free);
  line = lueur_text_clean_line (title, -1, LUEUR_TITLE_MAX);
  lueur_conversation_set_renamed (conversation, *line != '\0');
  /* What the person's words make of an empty one is the store's to say. */
  if (*line != '\0')
    lueur_conversation_set_title (conversation, line);
  lueur_store_rename_conversation_async (self->store, lueur_conversation_get_id (conversation), line, on_renamed, task);
}

gboolean
lueur_library_rename_conversation_finish (LueurLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
