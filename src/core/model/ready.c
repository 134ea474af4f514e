/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/model/ready.h"

#include "core/model/persona-private.h"
#include "core/model/text.h"

#define FILE_MAX_BYTES (256 * 1024)
#define LINE_MAX_CHARS 200

struct _LueurReady
{
  GObject parent_instance;

  char *id;
  char *line;
  LueurPersona *persona;
};

G_DEFINE_FINAL_TYPE (LueurReady, lueur_ready, G_TYPE_OBJECT)

static void
lueur_ready_finalize (GObject *object)
{
  LueurReady *self = LUEUR_READY (object);

  g_free (self->id);
  g_free (self->line);
  g_clear_object (&self->persona);

  G_OBJECT_CLASS (lueur_ready_parent_class)->finalize (object);
}

static void
lueur_ready_class_init (LueurReadyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lueur_ready_finalize;
}

static void
lueur_ready_init (LueurReady *self)
{
}

static JsonNode *
member (JsonObject *object, const char *name, JsonNodeType type)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_node_type (node) == type ? node : NULL;
}

static const char *
text_of (JsonNode *node)
{
  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

LueurReady *
lueur_ready_new_from_json (const char *json, gssize length, const char *language, GError **error)
{
  const char *wanted = g_strcmp0 (language, "fr") == 0 ? "fr" : "en";
  g_autoptr (JsonNode) root = lueur_json_parse_object (json, length, FILE_MAX_BYTES, error);
  g_autoptr (LueurReady) self = NULL;
  g_autofree char *body = NULL;
  JsonNode *who, *look, *lines;
  const char *id;

  if (root == NULL)
    return NULL;
  who = member (json_node_get_object (root), wanted, JSON_NODE_OBJECT);
  look = member (json_node_get_object (root), "look", JSON_NODE_OBJECT);
  lines = member (json_node_get_object (root), "tagline", JSON_NODE_OBJECT);
  id = text_of (member (json_node_get_object (root), "id", JSON_NODE_VALUE));
  if (who == NULL || id == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "no companion in “%s”", wanted);
      return NULL;
    }
  self = g_object_new (LUEUR_TYPE_READY, NULL);
  self->id = lueur_text_clean_line (id, -1, LUEUR_NAME_MAX);
  if (lines != NULL)
    self->line = lueur_text_clean_line (text_of (member (json_node_get_object (lines), wanted, JSON_NODE_VALUE)), -1,
                                        LINE_MAX_CHARS);
  else
    self->line = g_strdup ("");
  body = json_to_string (who, FALSE);
  self->persona = lueur_persona_from_json (body, -1, error);
  if (self->persona == NULL)
    return NULL;
  if (look != NULL)
    {
      g_autofree char *text = json_to_string (look, FALSE);

      g_object_set (self->persona, "look", text, NULL);
    }
  return g_steal_pointer (&self);
}

const char *
lueur_ready_get_id (LueurReady *self)
{
  g_return_val_if_fail (LUEUR_IS_READY (self), "");
  return self->id;
}

const char *
lueur_ready_get_line (LueurReady *self)
{
  g_return_val_if_fail (LUEUR_IS_READY (self), "");
  return self->line;
}

LueurPersona *
lueur_ready_get_persona (LueurReady *self)
{
  g_return_val_if_fail (LUEUR_IS_READY (self), NULL);
  return self->persona;
}

/* --- All of them -------------------------------------------------------------------------------- */

typedef struct
{
  char *folder;
  char *language;
} Listing;

static void
listing_free (Listing *self)
{
  g_free (self->folder);
  g_free (self->language);
  g_free (self);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* Bytes come back, no objects. */
static void
run_list (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Listing *listing = data;
  GError *error = NULL;
  g_autoptr (GDir) dir = g_dir_open (listing->folder, 0, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *files;
  const char *name;

  if (dir == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (names, g_build_filename (listing->folder, name, NULL));
  g_ptr_array_sort (names, compare_names);
  files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  for (guint i = 0; i < names->len; i++)
    {
      char *contents;
      gsize length;

      if (g_file_get_contents (names->pdata[i], &contents, &length, NULL))
        g_ptr_array_add (files, g_bytes_new_take (contents, length));
    }
  g_task_return_pointer (task, files, (GDestroyNotify) g_ptr_array_unref);
}

void
lueur_ready_list_async (const char *folder, const char *language, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Listing *listing = g_new0 (Listing, 1);

  listing->folder = g_strdup (folder);
  listing->language = g_strdup (language);
  g_task_set_source_tag (task, lueur_ready_list_async);
  g_task_set_task_data (task, listing, (GDestroyNotify) listing_free);
  g_task_run_in_thread (task, run_list);
}

GListModel *
lueur_ready_list_finish (GAsyncResult *result, GError **error)
{
  Listing *listing = g_task_get_task_data (G_TASK (result));
  g_autoptr (GPtrArray) files = g_task_propagate_pointer (G_TASK (result), error);
  GListStore *list;

  if (files == NULL)
    return NULL;
  list = g_list_store_new (LUEUR_TYPE_READY);
  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr (GError) local = NULL;
      gsize length;
      const char *json = g_bytes_get_data (files->pdata[i], &length);
      g_autoptr (LueurReady) ready = lueur_ready_new_from_json (json, length, listing->language, &local);

      if (ready != NULL)
        g_list_store_append (list, ready);
      else
        g_message ("A ready companion could not be read: %s", local->message);
    }
  return G_LIST_MODEL (list);
}
