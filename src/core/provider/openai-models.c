/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the list of models, on the network thread. */

#include <string.h>

#include "core/net/json.h"
#include "core/provider/openai-fault.h"
#include "core/provider/openai-reply.h"

#define MAX_MODELS 5000
#define MAX_NAME 256

typedef struct
{
  LueurSink parent;

  char *key;
  GString *whole;
  GPtrArray *names;
} Models;

static LueurSinkVerdict
models_body (LueurSink *sink, const LueurHead *head, const char *bytes, gsize length, GString *out)
{
  Models *self = (Models *) sink;
  gboolean refusal = head->status < 200 || head->status >= 300;

  if (refusal)
    {
      g_string_append_len (self->whole, bytes, (gssize) MIN (length, LUEUR_OPENAI_MAX_REFUSAL - self->whole->len));
      return self->whole->len < LUEUR_OPENAI_MAX_REFUSAL ? LUEUR_SINK_MORE : LUEUR_SINK_DONE;
    }
  if (self->whole->len + length > LUEUR_OPENAI_MAX_JSON)
    return LUEUR_SINK_FULL;
  g_string_append_len (self->whole, bytes, (gssize) length);
  return LUEUR_SINK_MORE;
}

static void
take_name (Models *self, const LueurJson *entry)
{
  static const char *const members[] = { "id", "model", "name" };
  g_autofree char *name = lueur_json_dup_string (entry, MAX_NAME);

  for (guint i = 0; i < G_N_ELEMENTS (members) && name == NULL; i++)
    {
      LueurJson value = lueur_json_get_member (entry, members[i]);

      name = lueur_json_dup_string (&value, MAX_NAME);
    }
  if (name != NULL && *g_strstrip (name) != '\0' && strpbrk (name, "\n\r\t") == NULL)
    g_ptr_array_add (self->names, g_steal_pointer (&name));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  int order = g_ascii_strcasecmp (a, b);

  return order != 0 ? order : strcmp (a, b);
}

static void
sort_names (GPtrArray *names)
{
  g_ptr_array_sort_values (names, compare_names);
  for (guint i = names->len; i > 1; i--)
    if (strcmp (g_ptr_array_index (names, i - 1), g_ptr_array_index (names, i - 2)) == 0)
      g_ptr_array_remove_index (names, i - 1);
}

static GError *
models_end (LueurSink *sink, const LueurHead *head, gboolean complete, GString *out)
{
  Models *self = (Models *) sink;
  LueurJson root, list, error;
  LueurJson entry = { 0 };

  if (head->status < 200 || head->status >= 300)
    return lueur_openai_fault_from_answer (head, self->whole->str, self->whole->len, self->key);
  if (!complete)
    return lueur_openai_fault (LUEUR_FAULT_CUT_SHORT, 0, "", 0, NULL);
  if (!lueur_json_parse (&root, self->whole->str, self->whole->len))
    return lueur_openai_fault (LUEUR_FAULT_NOT_A_MODEL, 0, "", 0, NULL);

  list = root;
  if (lueur_json_get_type (&root) == LUEUR_JSON_OBJECT)
    {
      if (lueur_openai_find_error (&root, &error))
        return lueur_openai_fault_from_error (&error, self->key);
      list = lueur_json_get_member (&root, "data");
      if (lueur_json_get_type (&list) != LUEUR_JSON_ARRAY)
        list = lueur_json_get_member (&root, "models");
      /* A server without any model writes null. */
      if (lueur_json_get_type (&list) == LUEUR_JSON_NULL)
        return NULL;
    }
  if (lueur_json_get_type (&list) != LUEUR_JSON_ARRAY)
    return lueur_openai_fault (LUEUR_FAULT_NOT_A_MODEL, 0, "", 0, NULL);
  while (self->names->len < MAX_MODELS && lueur_json_next_element (&list, &entry))
    take_name (self, &entry);
  sort_names (self->names);
  return NULL;
}

static void
models_free (LueurSink *sink)
{
  Models *self = (Models *) sink;

  if (self->key != NULL)
    explicit_bzero (self->key, strlen (self->key));
  g_free (self->key);
  g_string_free (self->whole, TRUE);
  g_ptr_array_unref (self->names);
  g_free (self);
}

static const LueurSinkClass models_class = { models_body, models_end, models_free };

/**
 * lueur_openai_models_new:
 * @key: (nullable): the key that is sent, to be kept out of errors
 *
 * Returns: (transfer full): a reader of one list of models
 */
LueurSink *
lueur_openai_models_new (const char *key)
{
  Models *self = g_new0 (Models, 1);

  self->parent.klass = &models_class;
  self->key = g_strdup (key);
  self->whole = g_string_new (NULL);
  self->names = g_ptr_array_new_with_free_func (g_free);
  return &self->parent;
}

/**
 * lueur_openai_models_get_names:
 *
 * Returns: (transfer full): the names, sorted without regard to case, each once
 */
GStrv
lueur_openai_models_get_names (LueurSink *sink)
{
  Models *self = (Models *) sink;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < self->names->len; i++)
    g_strv_builder_add (names, g_ptr_array_index (self->names, i));
  return g_strv_builder_end (names);
}
