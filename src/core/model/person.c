/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/model/person.h"

#include "core/model/persona-private.h"
#include "core/model/text.h"

#define JSON_MAX_BYTES (256 * 1024)

struct _LueurPerson
{
  GObject parent_instance;

  gint64 id;
  gint64 created_at;
  char *name;
  char *about;
  LueurGender agreement;
  gboolean main;
};

typedef enum
{
  PROP_ID = 1,
  PROP_NAME,
  PROP_AGREEMENT,
  PROP_ABOUT,
  PROP_MAIN,
  PROP_CREATED_AT,
  N_PROPS,
} LueurPersonProp;

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LueurPerson, lueur_person, G_TYPE_OBJECT)

static void
notify (LueurPerson *self, LueurPersonProp prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
set_agreement (LueurPerson *self, LueurGender agreement)
{
  agreement = MIN (agreement, LUEUR_GENDER_NEUTRAL);
  if (self->agreement == agreement)
    return;
  self->agreement = agreement;
  notify (self, PROP_AGREEMENT);
}

static void
lueur_person_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurPerson *self = LUEUR_PERSON (object);

  switch ((LueurPersonProp) id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_AGREEMENT:
      g_value_set_enum (value, (int) self->agreement);
      break;
    case PROP_ABOUT:
      g_value_set_string (value, self->about);
      break;
    case PROP_MAIN:
      g_value_set_boolean (value, self->main);
      break;
    case PROP_CREATED_AT:
      g_value_set_int64 (value, self->created_at);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_person_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LueurPerson *self = LUEUR_PERSON (object);
  g_autofree char *text = NULL;

  switch ((LueurPersonProp) id)
    {
    case PROP_ID:
      if (self->id != g_value_get_int64 (value))
        {
          self->id = g_value_get_int64 (value);
          notify (self, PROP_ID);
        }
      break;
    case PROP_NAME:
      text = lueur_text_clean_line (g_value_get_string (value), -1, LUEUR_NAME_MAX);
      if (g_set_str (&self->name, text))
        notify (self, PROP_NAME);
      break;
    case PROP_AGREEMENT:
      set_agreement (self, g_value_get_enum (value));
      break;
    case PROP_ABOUT:
      text = lueur_text_clean (g_value_get_string (value), -1, LUEUR_ABOUT_MAX);
      if (g_set_str (&self->about, text))
        notify (self, PROP_ABOUT);
      break;
    case PROP_MAIN:
      if (self->main != g_value_get_boolean (value))
        {
          self->main = g_value_get_boolean (value);
          notify (self, PROP_MAIN);
        }
      break;
    case PROP_CREATED_AT:
      if (self->created_at != g_value_get_int64 (value))
        {
          self->created_at = g_value_get_int64 (value);
          notify (self, PROP_CREATED_AT);
        }
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_person_finalize (GObject *object)
{
  LueurPerson *self = LUEUR_PERSON (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->about, g_free);

  G_OBJECT_CLASS (lueur_person_parent_class)->finalize (object);
}

static void
lueur_person_class_init (LueurPersonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags rw = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lueur_person_get_property;
  object_class->set_property = lueur_person_set_property;
  object_class->finalize = lueur_person_finalize;

  props[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, rw);
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", rw);
  props[PROP_AGREEMENT] = g_param_spec_enum ("agreement", NULL, NULL, LUEUR_TYPE_GENDER, LUEUR_GENDER_NEUTRAL, rw);
  props[PROP_ABOUT] = g_param_spec_string ("about", NULL, NULL, "", rw);
  props[PROP_MAIN] = g_param_spec_boolean ("main", NULL, NULL, FALSE, rw);
  props[PROP_CREATED_AT] = g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, rw);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
lueur_person_init (LueurPerson *self)
{
  self->name = g_strdup ("");
  self->about = g_strdup ("");
  self->agreement = LUEUR_GENDER_NEUTRAL;
}

LueurPerson *
lueur_person_new (void)
{
  return g_object_new (LUEUR_TYPE_PERSON, NULL);
}

/**
 * lueur_person_copy:
 *
 * Returns: (transfer full): the same in every property, id and date included
 */
LueurPerson *
lueur_person_copy (LueurPerson *self)
{
  LueurPerson *copy = lueur_person_new ();

  g_return_val_if_fail (LUEUR_IS_PERSON (self), copy);

  lueur_person_assign (copy, self);
  copy->id = self->id;
  copy->created_at = self->created_at;
  return copy;
}

/**
 * lueur_person_assign:
 * @other: whom to become like
 *
 * Takes over everything but the id and the date; only what differs is notified.
 */
void
lueur_person_assign (LueurPerson *self, LueurPerson *other)
{
  g_return_if_fail (LUEUR_IS_PERSON (self) && LUEUR_IS_PERSON (other));

  if (self != other)
    g_object_set (self, "name", other->name, "agreement", other->agreement, "about", other->about, "main", other->main,
                  NULL);
}

gint64
lueur_person_get_id (LueurPerson *self)
{
  g_return_val_if_fail (LUEUR_IS_PERSON (self), 0);
  return self->id;
}

const char *
lueur_person_get_name (LueurPerson *self)
{
  g_return_val_if_fail (LUEUR_IS_PERSON (self), "");
  return self->name;
}

LueurGender
lueur_person_get_agreement (LueurPerson *self)
{
  g_return_val_if_fail (LUEUR_IS_PERSON (self), LUEUR_GENDER_NEUTRAL);
  return self->agreement;
}

const char *
lueur_person_get_about (LueurPerson *self)
{
  g_return_val_if_fail (LUEUR_IS_PERSON (self), "");
  return self->about;
}

gboolean
lueur_person_get_main (LueurPerson *self)
{
  g_return_val_if_fail (LUEUR_IS_PERSON (self), FALSE);
  return self->main;
}

gint64
lueur_person_get_created_at (LueurPerson *self)
{
  g_return_val_if_fail (LUEUR_IS_PERSON (self), 0);
  return self->created_at;
}

/**
 * lueur_person_to_json:
 *
 * Returns: (transfer full): name, agreement and about as one JSON object on one line
 */
char *
lueur_person_to_json (LueurPerson *self)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (GEnumClass) klass = g_type_class_ref (LUEUR_TYPE_GENDER);

  g_return_val_if_fail (LUEUR_IS_PERSON (self), NULL);

  json_object_set_string_member (object, "name", self->name);
  json_object_set_string_member (object, "agreement", g_enum_get_value (klass, (int) self->agreement)->value_nick);
  json_object_set_string_member (object, "about", self->about);
  json_node_set_object (root, object);
  return json_to_string (root, FALSE);
}

static const char *
get_string (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

/**
 * lueur_person_from_json:
 * @json: what [method@Person.to_json] wrote, or anything
 * @length: bytes, or -1 when nul-terminated
 * @error: %G_IO_ERROR_INVALID_DATA when it is no JSON object, or longer than 256 KiB
 *
 * What is missing or of the wrong kind takes its default.
 *
 * Returns: (transfer full) (nullable): without id and date, and not the main one
 */
LueurPerson *
lueur_person_from_json (const char *json, gssize length, GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GEnumClass) klass = g_type_class_ref (LUEUR_TYPE_GENDER);
  LueurPerson *self;
  JsonObject *object;
  const char *nick;
  GEnumValue *value;

  g_return_val_if_fail (json != NULL, NULL);

  root = lueur_json_parse_object (json, length, JSON_MAX_BYTES, error);
  if (root == NULL)
    return NULL;
  object = json_node_get_object (root);
  nick = get_string (object, "agreement");
  value = nick != NULL ? g_enum_get_value_by_nick (klass, nick) : NULL;
  self = lueur_person_new ();
  g_object_set (self, "name", get_string (object, "name"), "about", get_string (object, "about"), "agreement",
                value != NULL ? value->value : LUEUR_GENDER_NEUTRAL, NULL);
  return self;
}
