/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/chat/chat-item.h"

struct _LueurChatItem
{
  GObject parent_instance;

  LueurMessage *message;
  guint day;
  gboolean first;
  gboolean last;
  gboolean newest;
  gboolean found;
};

typedef enum
{
  PROP_MESSAGE = 1,
  PROP_FIRST,
  PROP_LAST,
  PROP_NEWEST,
  PROP_DAY,
  PROP_FOUND,
  N_PROPS,
} LueurChatItemProp;

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LueurChatItem, lueur_chat_item, G_TYPE_OBJECT)

static void
lueur_chat_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurChatItem *self = LUEUR_CHAT_ITEM (object);

  switch ((LueurChatItemProp) id)
    {
    case PROP_MESSAGE:
      g_value_set_object (value, self->message);
      break;
    case PROP_FIRST:
      g_value_set_boolean (value, self->first);
      break;
    case PROP_LAST:
      g_value_set_boolean (value, self->last);
      break;
    case PROP_NEWEST:
      g_value_set_boolean (value, self->newest);
      break;
    case PROP_DAY:
      g_value_set_uint (value, self->day);
      break;
    case PROP_FOUND:
      g_value_set_boolean (value, self->found);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_chat_item_finalize (GObject *object)
{
  LueurChatItem *self = LUEUR_CHAT_ITEM (object);

  g_clear_object (&self->message);

  G_OBJECT_CLASS (lueur_chat_item_parent_class)->finalize (object);
}

static void
lueur_chat_item_class_init (LueurChatItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lueur_chat_item_get_property;
  object_class->finalize = lueur_chat_item_finalize;

  props[PROP_MESSAGE] = g_param_spec_object ("message", NULL, NULL, LUEUR_TYPE_MESSAGE, flags);
  props[PROP_FIRST] = g_param_spec_boolean ("first", NULL, NULL, FALSE, flags);
  props[PROP_LAST] = g_param_spec_boolean ("last", NULL, NULL, FALSE, flags);
  props[PROP_NEWEST] = g_param_spec_boolean ("newest", NULL, NULL, FALSE, flags);
  props[PROP_DAY] = g_param_spec_uint ("day", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_FOUND] = g_param_spec_boolean ("found", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
lueur_chat_item_init (LueurChatItem *self)
{
}

LueurChatItem *
lueur_chat_item_new (LueurMessage *message)
{
  LueurChatItem *self = g_object_new (LUEUR_TYPE_CHAT_ITEM, NULL);

  self->message = g_object_ref (message);
  return self;
}

/**
 * lueur_chat_item_get_message:
 *
 * Returns: (transfer none): the message
 */
LueurMessage *
lueur_chat_item_get_message (LueurChatItem *self)
{
  return self->message;
}

gboolean
lueur_chat_item_get_first (LueurChatItem *self)
{
  return self->first;
}

gboolean
lueur_chat_item_get_last (LueurChatItem *self)
{
  return self->last;
}

gboolean
lueur_chat_item_get_newest (LueurChatItem *self)
{
  return self->newest;
}

guint
lueur_chat_item_get_day (LueurChatItem *self)
{
  return self->day;
}

static void
set_flag (LueurChatItem *self, gboolean *field, gboolean value, LueurChatItemProp prop)
{
  if (*field == value)
    return;
  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

void
lueur_chat_item_place (LueurChatItem *self, gboolean first, gboolean last, gboolean newest)
{
  set_flag (self, &self->first, first, PROP_FIRST);
  set_flag (self, &self->last, last, PROP_LAST);
  set_flag (self, &self->newest, newest, PROP_NEWEST);
}

void
lueur_chat_item_set_day (LueurChatItem *self, guint day)
{
  if (self->day == day)
    return;
  self->day = day;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DAY]);
}

gboolean
lueur_chat_item_get_found (LueurChatItem *self)
{
  return self->found;
}

void
lueur_chat_item_set_found (LueurChatItem *self, gboolean found)
{
  if (self->found == found)
    return;
  self->found = found;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FOUND]);
}
