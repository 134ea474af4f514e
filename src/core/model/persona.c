/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/model/persona-private.h"

#include <math.h>
#include <string.h>

#include "core/model/text.h"

#define AGE_MAX 9999 /* characters out of stories are old */
#define ADULT 18

struct _LueurPersona
{
  GObject parent_instance;

  gint64 id;
  gint64 created_at;
  gint64 updated_at;
  char *name;
  char *language;
  char *about;
  char *description;
  char *greeting;
  char *look;
  GStrv chips;
  GStrv limits;
  JsonObject *extra;
  double traits[LUEUR_N_TRAITS];
  LueurRelation relation;
  LueurGender gender;
  guint age;
  gboolean formal;
  gboolean archived;
};

typedef enum
{
  PROP_ID = 1,
  PROP_NAME,
  PROP_RELATION,
  PROP_GENDER,
  PROP_LANGUAGE,
  PROP_FORMAL,
  PROP_AGE,
  PROP_CHIPS,
  PROP_ABOUT,
  PROP_DESCRIPTION,
  PROP_LIMITS,
  PROP_GREETING,
  PROP_LOOK,
  PROP_TRAITS,
  PROP_CREATED_AT,
  PROP_UPDATED_AT,
  PROP_ARCHIVED,
} LueurPersonaProp;
#define N_PROPS (PROP_ARCHIVED + 1)

static GParamSpec *props[N_PROPS];

G_DEFINE_ENUM_TYPE (LueurRelation, lueur_relation,
                    G_DEFINE_ENUM_VALUE (LUEUR_RELATION_FRIEND, "friend"),
                    G_DEFINE_ENUM_VALUE (LUEUR_RELATION_CONFIDANT, "confidant"),
                    G_DEFINE_ENUM_VALUE (LUEUR_RELATION_MENTOR, "mentor"),
                    G_DEFINE_ENUM_VALUE (LUEUR_RELATION_PARTNER, "partner"),
                    G_DEFINE_ENUM_VALUE (LUEUR_RELATION_CHARACTER, "character"),
                    G_DEFINE_ENUM_VALUE (LUEUR_RELATION_OTHER, "other"))
G_DEFINE_ENUM_TYPE (LueurGender, lueur_gender,
                    G_DEFINE_ENUM_VALUE (LUEUR_GENDER_FEMININE, "feminine"),
                    G_DEFINE_ENUM_VALUE (LUEUR_GENDER_MASCULINE, "masculine"),
                    G_DEFINE_ENUM_VALUE (LUEUR_GENDER_NEUTRAL, "neutral"))
G_DEFINE_FINAL_TYPE (LueurPersona, lueur_persona, G_TYPE_OBJECT)

static void
notify (LueurPersona *self, LueurPersonaProp prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
set_age (LueurPersona *self, guint age)
{
  age = MIN (age, AGE_MAX);
  /* A romance is between adults, whatever a card or a file says. 0 tells no age at all. */
  if (self->relation == LUEUR_RELATION_PARTNER && age > 0 && age < ADULT)
    age = ADULT;
  if (self->age == age)
    return;
  self->age = age;
  notify (self, PROP_AGE);
}

static void
set_relation (LueurPersona *self, LueurRelation relation)
{
  if (self->relation == relation)
    return;
  self->relation = relation;
  notify (self, PROP_RELATION);
  set_age (self, self->age);
}

static void
set_line (LueurPersona *self, char **field, const char *value, gsize max, LueurPersonaProp prop)
{
  g_autofree char *line = lueur_text_clean_line (value, -1, max);

  if (g_set_str (field, line))
    notify (self, prop);
}

static void
set_text (LueurPersona *self, char **field, const char *value, gsize max, LueurPersonaProp prop)
{
  g_autofree char *clean = lueur_text_clean (value, -1, max);

  if (g_set_str (field, clean))
    notify (self, prop);
}

static void
set_words (LueurPersona *self, GStrv *field, const char *const *value, LueurPersonaProp prop)
{
  g_auto (GStrv) words = lueur_text_clean_words (value);

  if (*field != NULL && g_strv_equal ((const char *const *) *field, (const char *const *) words))
    return;
  g_strfreev (*field);
  *field = g_steal_pointer (&words);
  notify (self, prop);
}

static void
set_look (LueurPersona *self, const char *value)
{
  g_autofree char *look = NULL;

  if (value != NULL && *value != '\0')
    {
      g_autoptr (JsonNode) node = lueur_json_parse_object (value, -1, LUEUR_LOOK_MAX_BYTES, NULL);

      /* Written again in one way, so that the same look is the same string. */
      if (node != NULL)
        look = json_to_string (node, FALSE);
    }
  if (g_set_str (&self->look, look != NULL ? look : ""))
    notify (self, PROP_LOOK);
}

static void
set_language (LueurPersona *self, const char *value)
{
  if (g_set_str (&self->language, g_strcmp0 (value, "fr") == 0 ? "fr" : "en"))
    notify (self, PROP_LANGUAGE);
}

static void
set_boolean (LueurPersona *self, gboolean *field, gboolean value, LueurPersonaProp prop)
{
  value = !!value;
  if (*field == value)
    return;
  *field = value;
  notify (self, prop);
}

static void
set_date (LueurPersona *self, gint64 *field, gint64 value, LueurPersonaProp prop)
{
  if (*field == value)
    return;
  *field = value;
  notify (self, prop);
}

static void
set_traits (LueurPersona *self, GVariant *value)
{
  if (value == NULL)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < LUEUR_N_TRAITS; i++)
    {
      double trait;

      g_variant_get_child (value, i, "d", &trait);
      lueur_persona_set_trait (self, i, trait);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

static GVariant *
dup_traits (LueurPersona *self)
{
  return g_variant_new ("(ddddd)", self->traits[0], self->traits[1], self->traits[2], self->traits[3],
                        self->traits[4]);
}

static void
lueur_persona_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurPersona *self = LUEUR_PERSONA (object);

  switch ((LueurPersonaProp) id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_RELATION:
      g_value_set_enum (value, self->relation);
      break;
    case PROP_GENDER:
      g_value_set_enum (value, self->gender);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    case PROP_FORMAL:
      g_value_set_boolean (value, self->formal);
      break;
    case PROP_AGE:
      g_value_set_uint (value, self->age);
      break;
    case PROP_CHIPS:
      g_value_set_boxed (value, self->chips);
      break;
    case PROP_ABOUT:
      g_value_set_string (value, self->about);
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, self->description);
      break;
    case PROP_LIMITS:
      g_value_set_boxed (value, self->limits);
      break;
    case PROP_GREETING:
      g_value_set_string (value, self->greeting);
      break;
    case PROP_LOOK:
      g_value_set_string (value, self->look);
      break;
    case PROP_TRAITS:
      g_value_set_variant (value, dup_traits (self));
      break;
    case PROP_CREATED_AT:
      g_value_set_int64 (value, self->created_at);
      break;
    case PROP_UPDATED_AT:
      g_value_set_int64 (value, self->updated_at);
      break;
    case PROP_ARCHIVED:
      g_value_set_boolean (value, self->archived);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_persona_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LueurPersona *self = LUEUR_PERSONA (object);

  switch ((LueurPersonaProp) id)
    {
    case PROP_ID:
      lueur_persona_set_id (self, g_value_get_int64 (value));
      break;
    case PROP_NAME:
      set_line (self, &self->name, g_value_get_string (value), LUEUR_NAME_MAX, PROP_NAME);
      break;
    case PROP_RELATION:
      set_relation (self, g_value_get_enum (value));
      break;
    case PROP_GENDER:
      if (self->gender != (LueurGender) g_value_get_enum (value))
        {
          self->gender = g_value_get_enum (value);
          notify (self, PROP_GENDER);
        }
      break;
    case PROP_LANGUAGE:
      set_language (self, g_value_get_string (value));
      break;
    case PROP_FORMAL:
      set_boolean (self, &self->formal, g_value_get_boolean (value), PROP_FORMAL);
      break;
    case PROP_AGE:
      set_age (self, g_value_get_uint (value));
      break;
    case PROP_CHIPS:
      set_words (self, &self->chips, g_value_get_boxed (value), PROP_CHIPS);
      break;
    case PROP_ABOUT:
      set_text (self, &self->about, g_value_get_string (value), LUEUR_ABOUT_MAX, PROP_ABOUT);
      break;
    case PROP_DESCRIPTION:
      set_text (self, &self->description, g_value_get_string (value), LUEUR_DESCRIPTION_MAX, PROP_DESCRIPTION);
      break;
    case PROP_LIMITS:
      set_words (self, &self->limits, g_value_get_boxed (value), PROP_LIMITS);
      break;
    case PROP_GREETING:
      set_text (self, &self->greeting, g_value_get_string (value), LUEUR_GREETING_MAX, PROP_GREETING);
      break;
    case PROP_LOOK:
      set_look (self, g_value_get_string (value));
      break;
    case PROP_TRAITS:
      set_traits (self, g_value_get_variant (value));
      break;
    case PROP_CREATED_AT:
      set_date (self, &self->created_at, g_value_get_int64 (value), PROP_CREATED_AT);
      break;
    case PROP_UPDATED_AT:
      set_date (self, &self->updated_at, g_value_get_int64 (value), PROP_UPDATED_AT);
      break;
    case PROP_ARCHIVED:
      set_boolean (self, &self->archived, g_value_get_boolean (value), PROP_ARCHIVED);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_persona_finalize (GObject *object)
{
  LueurPersona *self = LUEUR_PERSONA (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->about, g_free);
  g_clear_pointer (&self->description, g_free);
  g_clear_pointer (&self->greeting, g_free);
  g_clear_pointer (&self->look, g_free);
  g_clear_pointer (&self->chips, g_strfreev);
  g_clear_pointer (&self->limits, g_strfreev);
  g_clear_pointer (&self->extra, json_object_unref);

  G_OBJECT_CLASS (lueur_persona_parent_class)->finalize (object);
}

static void
lueur_persona_class_init (LueurPersonaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags rw = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lueur_persona_get_property;
  object_class->set_property = lueur_persona_set_property;
  object_class->finalize = lueur_persona_finalize;

  props[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, G_MININT64, G_MAXINT64, 0, rw);
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", rw);
  props[PROP_RELATION] = g_param_spec_enum ("relation", NULL, NULL, LUEUR_TYPE_RELATION, LUEUR_RELATION_FRIEND, rw);
  props[PROP_GENDER] = g_param_spec_enum ("gender", NULL, NULL, LUEUR_TYPE_GENDER, LUEUR_GENDER_NEUTRAL, rw);
  props[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, "en", rw);
  props[PROP_FORMAL] = g_param_spec_boolean ("formal", NULL, NULL, FALSE, rw);
  props[PROP_AGE] = g_param_spec_uint ("age", NULL, NULL, 0, G_MAXUINT, 0, rw);
  props[PROP_CHIPS] = g_param_spec_boxed ("chips", NULL, NULL, G_TYPE_STRV, rw);
  props[PROP_ABOUT] = g_param_spec_string ("about", NULL, NULL, "", rw);
  props[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, "", rw);
  props[PROP_LIMITS] = g_param_spec_boxed ("limits", NULL, NULL, G_TYPE_STRV, rw);
  props[PROP_GREETING] = g_param_spec_string ("greeting", NULL, NULL, "", rw);
  props[PROP_LOOK] = g_param_spec_string ("look", NULL, NULL, "", rw);
  props[PROP_TRAITS] = g_param_spec_variant ("traits", NULL, NULL, G_VARIANT_TYPE ("(ddddd)"), NULL, rw);
  props[PROP_CREATED_AT] = g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, rw);
  props[PROP_UPDATED_AT] = g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, rw);
  props[PROP_ARCHIVED] = g_param_spec_boolean ("archived", NULL, NULL, FALSE, rw);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
lueur_persona_init (LueurPersona *self)
{
  self->name = g_strdup ("");
  self->language = g_strdup ("en");
  self->about = g_strdup ("");
  self->description = g_strdup ("");
  self->greeting = g_strdup ("");
  self->look = g_strdup ("");
  self->chips = g_new0 (char *, 1);
  self->limits = g_new0 (char *, 1);
  self->relation = LUEUR_RELATION_FRIEND;
  self->gender = LUEUR_GENDER_NEUTRAL;
}

/**
 * lueur_persona_new:
 *
 * Returns: (transfer full): a companion without a name: a friend, neutral, speaking English
 */
LueurPersona *
lueur_persona_new (void)
{
  return g_object_new (LUEUR_TYPE_PERSONA, NULL);
}

/**
 * lueur_persona_copy:
 *
 * Returns: (transfer full): the same in every property, id and dates included; changing one leaves the
 *   other alone
 */
LueurPersona *
lueur_persona_copy (LueurPersona *self)
{
  LueurPersona *copy = lueur_persona_new ();

  g_return_val_if_fail (LUEUR_IS_PERSONA (self), copy);

  lueur_persona_assign (copy, self);
  copy->id = self->id;
  copy->created_at = self->created_at;
  copy->updated_at = self->updated_at;
  return copy;
}

/**
 * lueur_persona_assign:
 * @other: whom to become like
 *
 * Takes over everything but the id and the dates; only what differs is notified.
 */
void
lueur_persona_assign (LueurPersona *self, LueurPersona *other)
{
  g_autoptr (GVariant) traits = NULL;

  g_return_if_fail (LUEUR_IS_PERSONA (self) && LUEUR_IS_PERSONA (other));

  if (self == other)
    return;
  traits = g_variant_ref_sink (dup_traits (other));
  g_object_set (self, "name", other->name, "relation", other->relation, "gender", other->gender, "language",
                other->language, "formal", other->formal, "age", other->age, "chips", other->chips, "about",
                other->about, "description", other->description, "limits", other->limits, "greeting",
                other->greeting, "look", other->look, "traits", traits, "archived", other->archived, NULL);
  g_clear_pointer (&self->extra, json_object_unref);
  self->extra = other->extra != NULL ? json_object_ref (other->extra) : NULL;
}

gint64
lueur_persona_get_id (LueurPersona *self)
{
  g_return_val_if_fail (LUEUR_IS_PERSONA (self), 0);
  return self->id;
}

const char *
lueur_persona_get_name (LueurPersona *self)
{
  g_return_val_if_fail (LUEUR_IS_PERSONA (self), "");
  return self->name;
}

LueurRelation
lueur_persona_get_relation (LueurPersona *self)
{
  g_return_val_if_fail (LUEUR_IS_PERSONA (self), LUEUR_RELATION_FRIEND);
  return self->relation;
}

LueurGender
lueur_persona_get_gender (LueurPersona *self)
{
  g_return_val_if_fail (LUEUR_IS_PERSONA (self), LUEUR_GENDER_NEUTRAL);
  return self->gender;
}

const char *
lueur_persona_get_language (LueurPersona *self)
{
  g_return_val_if_fail (LUEUR_IS_PERSONA (self), "en");
  return self->language;
}

gboolean
lueur_persona_get_formal (LueurPersona *self)
{
  g_return_val_if_fail (LUEUR_IS_PERSONA (self), FALSE);
  return self->formal;
}

const char *
lueur_persona_get_look (LueurPersona *self)
{
  g_return_val_if_fail (LUEUR_IS_PERSONA (self), "");
  return self->look;
}

const char *
lueur_persona_get_greeting (LueurPersona *self)
{
  g_return_val_if_fail (LUEUR_IS_PERSONA (self), "");
  return self->greeting;
}

guint
lueur_persona_get_age (LueurPersona *self)
{
  g_return_val_if_fail (LUEUR_IS_PERSONA (self), 0);
  return self->age;
}

const char *const *
lueur_persona_get_chips (LueurPersona *self)
{
  g_return_val_if_fail (LUEUR_IS_PERSONA (self), NULL);
  return (const char *const *) self->chips;
}

const char *const *
lueur_persona_get_limits (LueurPersona *self)
{
  g_return_val_if_fail (LUEUR_IS_PERSONA (self), NULL);
  return (const char *const *) self->limits;
}

const char *
lueur_persona_get_about (LueurPersona *self)
{
  g_return_val_if_fail (LUEUR_IS_PERSONA (self), "");
  return self->about;
}

const char *
lueur_persona_get_description (LueurPersona *self)
{
  g_return_val_if_fail (LUEUR_IS_PERSONA (self), "");
  return self->description;
}

gint64
lueur_persona_get_created_at (LueurPersona *self)
{
  g_return_val_if_fail (LUEUR_IS_PERSONA (self), 0);
  return self->created_at;
}

gboolean
lueur_persona_get_archived (LueurPersona *self)
{
  g_return_val_if_fail (LUEUR_IS_PERSONA (self), FALSE);
  return self->archived;
}

/**
 * lueur_persona_get_trait:
 * @trait: one of the five axes
 *
 * Returns: in [-1, 1]; 0 in between
 */
double
lueur_persona_get_trait (LueurPersona *self, LueurTrait trait)
{
  g_return_val_if_fail (LUEUR_IS_PERSONA (self), 0);
  g_return_val_if_fail ((guint) trait < LUEUR_N_TRAITS, 0);
  return self->traits[trait];
}

/**
 * lueur_persona_set_trait:
 * @trait: one of the five axes
 * @value: clamped to [-1, 1]; what is no number is 0
 *
 * Notifies "traits".
 */
void
lueur_persona_set_trait (LueurPersona *self, LueurTrait trait, double value)
{
  g_return_if_fail (LUEUR_IS_PERSONA (self));
  g_return_if_fail ((guint) trait < LUEUR_N_TRAITS);

  value = isnan (value) ? 0 : CLAMP (value, -1, 1);
  if (self->traits[trait] == value)
    return;
  self->traits[trait] = value;
  notify (self, PROP_TRAITS);
}

void
lueur_persona_set_id (LueurPersona *self, gint64 id)
{
  if (self->id == id)
    return;
  self->id = id;
  notify (self, PROP_ID);
}

JsonObject *
lueur_persona_get_extra (LueurPersona *self)
{
  return self->extra;
}

void
lueur_persona_take_extra (LueurPersona *self, JsonObject *extra)
{
  g_clear_pointer (&self->extra, json_object_unref);
  self->extra = extra;
}
