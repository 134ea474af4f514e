/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/model/conversation-private.h"

#include <string.h>

#include "core/model/text.h"

struct _LueurConversation
{
  GObject parent_instance;

  LueurPersona *persona;
  LueurPerson *person; /* NULL: the main one */
  GPtrArray *messages; /* the loaded end of the active path, oldest first */
  char *title;
  char *preview;
  char *draft;
  gint64 id;
  gint64 updated_at;
  guint n_messages;
  gboolean renamed;
  gboolean loaded;
  gboolean has_older;
};

typedef enum
{
  PROP_ID = 1,
  PROP_PERSONA,
  PROP_PERSON,
  PROP_TITLE,
  PROP_UPDATED_AT,
  PROP_N_MESSAGES,
  PROP_LOADED,
  PROP_HAS_OLDER,
  PROP_PREVIEW,
  PROP_DRAFT,
} LueurConversationProp;
#define N_PROPS (PROP_DRAFT + 1)

static GParamSpec *props[N_PROPS];

static void lueur_conversation_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LueurConversation, lueur_conversation, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, lueur_conversation_list_model_init))

static void
notify (LueurConversation *self, LueurConversationProp prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static GType
lueur_conversation_get_item_type (GListModel *model)
{
  return LUEUR_TYPE_MESSAGE;
}

static guint
lueur_conversation_get_n_items (GListModel *model)
{
  return LUEUR_CONVERSATION (model)->messages->len;
}

static gpointer
lueur_conversation_get_item (GListModel *model, guint position)
{
  LueurConversation *self = LUEUR_CONVERSATION (model);

  if (position >= self->messages->len)
    return NULL;
  return g_object_ref (g_ptr_array_index (self->messages, position));
}

static void
lueur_conversation_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = lueur_conversation_get_item_type;
  iface->get_n_items = lueur_conversation_get_n_items;
  iface->get_item = lueur_conversation_get_item;
}

static void
lueur_conversation_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurConversation *self = LUEUR_CONVERSATION (object);

  switch ((LueurConversationProp) id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_PERSONA:
      g_value_set_object (value, self->persona);
      break;
    case PROP_PERSON:
      g_value_set_object (value, self->person);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_UPDATED_AT:
      g_value_set_int64 (value, self->updated_at);
      break;
    case PROP_N_MESSAGES:
      g_value_set_uint (value, self->n_messages);
      break;
    case PROP_LOADED:
      g_value_set_boolean (value, self->loaded);
      break;
    case PROP_HAS_OLDER:
      g_value_set_boolean (value, self->has_older);
      break;
    case PROP_PREVIEW:
      g_value_set_string (value, self->preview);
      break;
    case PROP_DRAFT:
      g_value_set_string (value, self->draft);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_conversation_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LueurConversation *self = LUEUR_CONVERSATION (object);

  switch ((LueurConversationProp) id)
    {
    case PROP_PERSONA:
      g_set_object (&self->persona, g_value_get_object (value));
      break;
    case PROP_ID:
    case PROP_PERSON:
    case PROP_TITLE:
    case PROP_UPDATED_AT:
    case PROP_N_MESSAGES:
    case PROP_LOADED:
    case PROP_HAS_OLDER:
    case PROP_PREVIEW:
    case PROP_DRAFT:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_conversation_finalize (GObject *object)
{
  LueurConversation *self = LUEUR_CONVERSATION (object);

  g_clear_object (&self->persona);
  g_clear_object (&self->person);
  g_clear_pointer (&self->messages, g_ptr_array_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->preview, g_free);
  g_clear_pointer (&self->draft, g_free);

  G_OBJECT_CLASS (lueur_conversation_parent_class)->finalize (object);
}

static void
lueur_conversation_class_init (LueurConversationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags ro = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lueur_conversation_get_property;
  object_class->set_property = lueur_conversation_set_property;
  object_class->finalize = lueur_conversation_finalize;

  props[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, G_MININT64, G_MAXINT64, 0, ro);
  props[PROP_PERSONA] = g_param_spec_object ("persona", NULL, NULL, LUEUR_TYPE_PERSONA,
                                             ro | G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY);
  props[PROP_PERSON] = g_param_spec_object ("person", NULL, NULL, LUEUR_TYPE_PERSON, ro);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", ro);
  props[PROP_UPDATED_AT] = g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, ro);
  props[PROP_N_MESSAGES] = g_param_spec_uint ("n-messages", NULL, NULL, 0, G_MAXUINT, 0, ro);
  props[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, ro);
  props[PROP_HAS_OLDER] = g_param_spec_boolean ("has-older", NULL, NULL, FALSE, ro);
  props[PROP_PREVIEW] = g_param_spec_string ("preview", NULL, NULL, "", ro);
  props[PROP_DRAFT] = g_param_spec_string ("draft", NULL, NULL, "", ro);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
lueur_conversation_init (LueurConversation *self)
{
  self->messages = g_ptr_array_new_with_free_func (g_object_unref);
  self->title = g_strdup ("");
  self->preview = g_strdup ("");
  self->draft = g_strdup ("");
}

LueurConversation *
lueur_conversation_new (LueurPersona *persona)
{
  return g_object_new (LUEUR_TYPE_CONVERSATION, "persona", persona, NULL);
}

gint64
lueur_conversation_get_id (LueurConversation *self)
{
  g_return_val_if_fail (LUEUR_IS_CONVERSATION (self), 0);
  return self->id;
}

/**
 * lueur_conversation_get_persona:
 *
 * Returns: (transfer none): whom it is with
 */
LueurPersona *
lueur_conversation_get_persona (LueurConversation *self)
{
  g_return_val_if_fail (LUEUR_IS_CONVERSATION (self), NULL);
  return self->persona;
}

/**
 * lueur_conversation_get_person:
 *
 * Returns: (transfer none) (nullable): who the person is in it; %NULL for the library's main one
 */
LueurPerson *
lueur_conversation_get_person (LueurConversation *self)
{
  g_return_val_if_fail (LUEUR_IS_CONVERSATION (self), NULL);
  return self->person;
}

void
lueur_conversation_set_person (LueurConversation *self, LueurPerson *person)
{
  if (g_set_object (&self->person, person))
    notify (self, PROP_PERSON);
}

const char *
lueur_conversation_get_title (LueurConversation *self)
{
  g_return_val_if_fail (LUEUR_IS_CONVERSATION (self), "");
  return self->title;
}

const char *
lueur_conversation_get_preview (LueurConversation *self)
{
  g_return_val_if_fail (LUEUR_IS_CONVERSATION (self), "");
  return self->preview;
}

const char *
lueur_conversation_get_draft (LueurConversation *self)
{
  g_return_val_if_fail (LUEUR_IS_CONVERSATION (self), "");
  return self->draft;
}

/**
 * lueur_conversation_get_last:
 *
 * Returns: (transfer none) (nullable): the end of the active path, %NULL when nothing is there or loaded
 */
LueurMessage *
lueur_conversation_get_last (LueurConversation *self)
{
  g_return_val_if_fail (LUEUR_IS_CONVERSATION (self), NULL);
  return self->messages->len > 0 ? g_ptr_array_index (self->messages, self->messages->len - 1) : NULL;
}

/**
 * lueur_conversation_get_message:
 * @position: among the loaded ones, from 0
 *
 * Returns: (transfer none) (nullable): g_list_model_get_item() without a reference
 */
LueurMessage *
lueur_conversation_get_message (LueurConversation *self, guint position)
{
  g_return_val_if_fail (LUEUR_IS_CONVERSATION (self), NULL);
  return position < self->messages->len ? g_ptr_array_index (self->messages, position) : NULL;
}

gboolean
lueur_conversation_get_has_older (LueurConversation *self)
{
  g_return_val_if_fail (LUEUR_IS_CONVERSATION (self), FALSE);
  return self->has_older;
}

gboolean
lueur_conversation_get_loaded (LueurConversation *self)
{
  g_return_val_if_fail (LUEUR_IS_CONVERSATION (self), FALSE);
  return self->loaded;
}

guint
lueur_conversation_get_n_messages (LueurConversation *self)
{
  g_return_val_if_fail (LUEUR_IS_CONVERSATION (self), 0);
  return self->n_messages;
}

gint64
lueur_conversation_get_updated_at (LueurConversation *self)
{
  g_return_val_if_fail (LUEUR_IS_CONVERSATION (self), 0);
  return self->updated_at;
}

gboolean
lueur_conversation_get_renamed (LueurConversation *self)
{
  return self->renamed;
}

void
lueur_conversation_set_renamed (LueurConversation *self, gboolean renamed)
{
  self->renamed = renamed;
}

void
lueur_conversation_set_id (LueurConversation *self, gint64 id)
{
  if (self->id == id)
    return;
  self->id = id;
  notify (self, PROP_ID);
}

void
lueur_conversation_set_title (LueurConversation *self, const char *title)
{
  g_autofree char *line = lueur_text_clean_line (title, -1, LUEUR_TITLE_MAX);

  if (g_set_str (&self->title, line))
    notify (self, PROP_TITLE);
}

void
lueur_conversation_set_updated_at (LueurConversation *self, gint64 updated_at)
{
  if (self->updated_at == updated_at)
    return;
  self->updated_at = updated_at;
  notify (self, PROP_UPDATED_AT);
}

void
lueur_conversation_set_n_messages (LueurConversation *self, guint n)
{
  if (self->n_messages == n)
    return;
  self->n_messages = n;
  notify (self, PROP_N_MESSAGES);
}

void
lueur_conversation_set_loaded (LueurConversation *self, gboolean loaded)
{
  if (self->loaded == loaded)
    return;
  self->loaded = loaded;
  notify (self, PROP_LOADED);
}

void
lueur_conversation_set_has_older (LueurConversation *self, gboolean has_older)
{
  if (self->has_older == has_older)
    return;
  self->has_older = has_older;
  notify (self, PROP_HAS_OLDER);
}

void
lueur_conversation_set_preview (LueurConversation *self, const char *preview)
{
  g_autofree char *line = lueur_text_clean_line (preview, -1, LUEUR_PREVIEW_MAX);

  if (g_set_str (&self->preview, line))
    notify (self, PROP_PREVIEW);
}

void
lueur_conversation_set_draft (LueurConversation *self, const char *draft)
{
  g_autofree char *valid = lueur_text_cap_bytes (draft, -1, LUEUR_DRAFT_MAX_BYTES);

  if (g_set_str (&self->draft, valid))
    notify (self, PROP_DRAFT);
}

/**
 * lueur_conversation_splice:
 * @position: where
 * @n_removals: how many go, from there on
 * @messages: (nullable) (element-type LueurMessage): what comes in their place, oldest first
 */
void
lueur_conversation_splice (LueurConversation *self, guint position, guint n_removals, GPtrArray *messages)
{
  guint n_additions = messages != NULL ? messages->len : 0;

  g_return_if_fail (position <= self->messages->len && n_removals <= self->messages->len - position);

  if (n_removals == 0 && n_additions == 0)
    return;
  /* One move of what follows, however many come: a page of 200 in front of 10,000 must not cost 200 moves. */
  if (n_additions > n_removals)
    {
      guint more = n_additions - n_removals;
      guint len = self->messages->len;

      g_ptr_array_set_size (self->messages, len + more);
      memmove (&self->messages->pdata[position + n_additions], &self->messages->pdata[position + n_removals],
               (len - position - n_removals) * sizeof (gpointer));
      /* The slots that open are empty or hold what moved on: only those that go are let go of. */
      for (guint i = 0; i < n_additions; i++)
        {
          if (i < n_removals)
            g_object_unref (self->messages->pdata[position + i]);
          self->messages->pdata[position + i] = g_object_ref (messages->pdata[i]);
        }
    }
  else
    {
      if (n_removals > n_additions)
        g_ptr_array_remove_range (self->messages, position + n_additions, n_removals - n_additions);
      for (guint i = 0; i < n_additions; i++)
        {
          g_object_unref (self->messages->pdata[position + i]);
          self->messages->pdata[position + i] = g_object_ref (messages->pdata[i]);
        }
    }
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removals, n_additions);
}

void
lueur_conversation_append (LueurConversation *self, LueurMessage *message)
{
  g_ptr_array_add (self->messages, g_object_ref (message));
  g_list_model_items_changed (G_LIST_MODEL (self), self->messages->len - 1, 0, 1);
}

/**
 * lueur_conversation_find:
 * @message: one of them, perhaps
 * @position: (out) (optional): where it is
 *
 * Looks from the end, where what changes is.
 *
 * Returns: whether it is there
 */
gboolean
lueur_conversation_find (LueurConversation *self, LueurMessage *message, guint *position)
{
  for (guint i = self->messages->len; i > 0; i--)
    if (self->messages->pdata[i - 1] == message)
      {
        if (position != NULL)
          *position = i - 1;
        return TRUE;
      }
  return FALSE;
}
