/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A companion: what persona-fields.c lists, kept by kind, cleaned and capped on the way in. */

#include "core/model/persona-private.h"

#include <math.h>
#include <string.h>

#include "core/model/text.h"

/* Which of them is used follows from the field's kind. */
typedef union
{
  char *text;  /* NULL for "" */
  GStrv words; /* NULL for none */
  gint64 number;
} Value;

struct _LueurPersona
{
  GObject parent_instance;

  gint64 id;
  gint64 created_at;
  gint64 updated_at;
  JsonObject *extra;
  Value values[LUEUR_N_PERSONA_FIELDS];
  double traits[LUEUR_N_TRAITS];
};

/* Fields come first: the id of their property is the field and one. */
typedef enum
{
  PROP_ID = LUEUR_N_PERSONA_FIELDS + 1,
  PROP_CREATED_AT,
  PROP_UPDATED_AT,
} LueurPersonaProp;
#define N_PROPS (PROP_UPDATED_AT + 1)

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
G_DEFINE_ENUM_TYPE (LueurIntimacy, lueur_intimacy,
                    G_DEFINE_ENUM_VALUE (LUEUR_INTIMACY_FRIENDLY, "friendly"),
                    G_DEFINE_ENUM_VALUE (LUEUR_INTIMACY_AFFECTIONATE, "affectionate"),
                    G_DEFINE_ENUM_VALUE (LUEUR_INTIMACY_ROMANCE, "romance"))
G_DEFINE_ENUM_TYPE (LueurReplyLength, lueur_reply_length,
                    G_DEFINE_ENUM_VALUE (LUEUR_REPLY_LENGTH_NATURAL, "natural"),
                    G_DEFINE_ENUM_VALUE (LUEUR_REPLY_LENGTH_SHORT, "short"),
                    G_DEFINE_ENUM_VALUE (LUEUR_REPLY_LENGTH_LONG, "long"))
G_DEFINE_FINAL_TYPE (LueurPersona, lueur_persona, G_TYPE_OBJECT)

static gboolean
holds_text (LueurFieldKind kind)
{
  return kind == LUEUR_FIELD_LINE || kind == LUEUR_FIELD_TEXT || kind == LUEUR_FIELD_LANGUAGE || kind == LUEUR_FIELD_LOOK;
}

static gboolean
holds_words (LueurFieldKind kind)
{
  return kind == LUEUR_FIELD_WORDS || kind == LUEUR_FIELD_TEXTS;
}

static LueurFieldKind
kind_of (LueurPersonaField field)
{
  return lueur_persona_field_get_info (field)->kind;
}

static void
notify (LueurPersona *self, LueurPersonaField field)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[field + 1]);
}

/* --- Setting ------------------------------------------------------------------------------------ */

/* Written again in one way, so that the same look is the same string. */
static char *
clean_look (const char *value)
{
  g_autoptr (JsonNode) node = NULL;

  if (value != NULL && *value != '\0')
    node = lueur_json_parse_object (value, -1, LUEUR_LOOK_MAX_BYTES, NULL);
  return node != NULL ? json_to_string (node, FALSE) : NULL;
}

void
lueur_persona_set_text (LueurPersona *self, LueurPersonaField field, const char *text)
{
  const LueurPersonaFieldInfo *info = lueur_persona_field_get_info (field);
  g_autofree char *clean = NULL;

  if (info->kind == LUEUR_FIELD_LINE)
    clean = lueur_text_clean_line (text, -1, info->max);
  else if (info->kind == LUEUR_FIELD_LANGUAGE)
    clean = g_strdup (g_strcmp0 (text, "fr") == 0 ? "fr" : "en");
  else if (info->kind == LUEUR_FIELD_LOOK)
    clean = clean_look (text);
  else
    clean = lueur_text_clean (text, -1, info->max);
  if (clean != NULL && *clean == '\0')
    g_clear_pointer (&clean, g_free);
  if (g_set_str (&self->values[field].text, clean))
    notify (self, field);
}

void
lueur_persona_set_words (LueurPersona *self, LueurPersonaField field, const char *const *words)
{
  const LueurPersonaFieldInfo *info = lueur_persona_field_get_info (field);
  GStrv *kept = &self->values[field].words;
  g_auto (GStrv) clean = info->kind == LUEUR_FIELD_TEXTS ? lueur_text_clean_texts (words, info->max)
                                                         : lueur_text_clean_words (words);

  if (*clean == NULL)
    g_clear_pointer (&clean, g_strfreev);
  if (clean == NULL ? *kept == NULL
                    : *kept != NULL && g_strv_equal ((const char *const *) *kept, (const char *const *) clean))
    return;
  g_strfreev (*kept);
  *kept = g_steal_pointer (&clean);
  notify (self, field);
}

static gint64
bound (const LueurPersonaFieldInfo *info, gint64 number)
{
  switch ((int) info->kind)
    {
    case LUEUR_FIELD_BOOLEAN:
      return number != 0;
    case LUEUR_FIELD_ENUM:
      {
        g_autoptr (GEnumClass) klass = g_type_class_ref (info->get_type ());

        return number >= klass->minimum && number <= klass->maximum ? number : info->initial;
      }
    case LUEUR_FIELD_DATE:
      return MAX (number, 0);
    default:
      return CLAMP (number, 0, (gint64) info->max);
    }
}

void
lueur_persona_set_number (LueurPersona *self, LueurPersonaField field, gint64 number)
{
  number = bound (lueur_persona_field_get_info (field), number);
  /* A romance is between adults, whatever a card or a file says. 0 tells no age at all. */
  if (field == LUEUR_PERSONA_AGE && lueur_persona_is_romantic (self) && number > 0)
    number = MAX (number, LUEUR_ADULT);
  if (self->values[field].number == number)
    return;
  self->values[field].number = number;
  notify (self, field);
  if (field == LUEUR_PERSONA_RELATION || field == LUEUR_PERSONA_INTIMACY)
    lueur_persona_set_number (self, LUEUR_PERSONA_AGE, self->values[LUEUR_PERSONA_AGE].number);
}

static void
set_date (LueurPersona *self, gint64 *field, gint64 value, LueurPersonaProp prop)
{
  if (*field == value)
    return;
  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
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

/* --- The object --------------------------------------------------------------------------------- */

static void
get_field (LueurPersona *self, LueurPersonaField field, GValue *value)
{
  gint64 number = self->values[field].number;

  switch (kind_of (field))
    {
    case LUEUR_FIELD_LINE:
    case LUEUR_FIELD_TEXT:
    case LUEUR_FIELD_LANGUAGE:
    case LUEUR_FIELD_LOOK:
      g_value_set_string (value, lueur_persona_get_text (self, field));
      break;
    case LUEUR_FIELD_WORDS:
    case LUEUR_FIELD_TEXTS:
      g_value_set_boxed (value, lueur_persona_get_words (self, field));
      break;
    case LUEUR_FIELD_ENUM:
      g_value_set_enum (value, number);
      break;
    case LUEUR_FIELD_BOOLEAN:
      g_value_set_boolean (value, number);
      break;
    case LUEUR_FIELD_NUMBER:
      g_value_set_uint (value, number);
      break;
    case LUEUR_FIELD_DATE:
      g_value_set_int64 (value, number);
      break;
    case LUEUR_FIELD_TRAITS:
      g_value_set_variant (value, dup_traits (self));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
set_field (LueurPersona *self, LueurPersonaField field, const GValue *value)
{
  switch (kind_of (field))
    {
    case LUEUR_FIELD_LINE:
    case LUEUR_FIELD_TEXT:
    case LUEUR_FIELD_LANGUAGE:
    case LUEUR_FIELD_LOOK:
      lueur_persona_set_text (self, field, g_value_get_string (value));
      break;
    case LUEUR_FIELD_WORDS:
    case LUEUR_FIELD_TEXTS:
      lueur_persona_set_words (self, field, g_value_get_boxed (value));
      break;
    case LUEUR_FIELD_ENUM:
      lueur_persona_set_number (self, field, g_value_get_enum (value));
      break;
    case LUEUR_FIELD_BOOLEAN:
      lueur_persona_set_number (self, field, g_value_get_boolean (value));
      break;
    case LUEUR_FIELD_NUMBER:
      lueur_persona_set_number (self, field, g_value_get_uint (value));
      break;
    case LUEUR_FIELD_DATE:
      lueur_persona_set_number (self, field, g_value_get_int64 (value));
      break;
    case LUEUR_FIELD_TRAITS:
      set_traits (self, g_value_get_variant (value));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
lueur_persona_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurPersona *self = LUEUR_PERSONA (object);

  if (id <= LUEUR_N_PERSONA_FIELDS)
    {
      get_field (self, id - 1, value);
      return;
    }
  switch ((LueurPersonaProp) id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_CREATED_AT:
      g_value_set_int64 (value, self->created_at);
      break;
    case PROP_UPDATED_AT:
      g_value_set_int64 (value, self->updated_at);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_persona_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LueurPersona *self = LUEUR_PERSONA (object);

  if (id <= LUEUR_N_PERSONA_FIELDS)
    {
      set_field (self, id - 1, value);
      return;
    }
  switch ((LueurPersonaProp) id)
    {
    case PROP_ID:
      lueur_persona_set_id (self, g_value_get_int64 (value));
      break;
    case PROP_CREATED_AT:
      set_date (self, &self->created_at, g_value_get_int64 (value), PROP_CREATED_AT);
      break;
    case PROP_UPDATED_AT:
      set_date (self, &self->updated_at, g_value_get_int64 (value), PROP_UPDATED_AT);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_persona_finalize (GObject *object)
{
  LueurPersona *self = LUEUR_PERSONA (object);

  for (guint i = 0; i < LUEUR_N_PERSONA_FIELDS; i++)
    {
      if (holds_text (kind_of (i)))
        g_clear_pointer (&self->values[i].text, g_free);
      else if (holds_words (kind_of (i)))
        g_clear_pointer (&self->values[i].words, g_strfreev);
    }
  g_clear_pointer (&self->extra, json_object_unref);

  G_OBJECT_CLASS (lueur_persona_parent_class)->finalize (object);
}

static GParamSpec *
make_spec (const LueurPersonaFieldInfo *info, GParamFlags flags)
{
  switch (info->kind)
    {
    case LUEUR_FIELD_LINE:
    case LUEUR_FIELD_TEXT:
    case LUEUR_FIELD_LOOK:
      return g_param_spec_string (info->name, NULL, NULL, "", flags);
    case LUEUR_FIELD_LANGUAGE:
      return g_param_spec_string (info->name, NULL, NULL, "en", flags);
    case LUEUR_FIELD_WORDS:
    case LUEUR_FIELD_TEXTS:
      return g_param_spec_boxed (info->name, NULL, NULL, G_TYPE_STRV, flags);
    case LUEUR_FIELD_ENUM:
      return g_param_spec_enum (info->name, NULL, NULL, info->get_type (), info->initial, flags);
    case LUEUR_FIELD_BOOLEAN:
      return g_param_spec_boolean (info->name, NULL, NULL, info->initial, flags);
    case LUEUR_FIELD_NUMBER:
      return g_param_spec_uint (info->name, NULL, NULL, 0, G_MAXUINT, info->initial, flags);
    case LUEUR_FIELD_DATE:
      return g_param_spec_int64 (info->name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    case LUEUR_FIELD_TRAITS:
      return g_param_spec_variant (info->name, NULL, NULL, G_VARIANT_TYPE ("(ddddd)"), NULL, flags);
    default:
      g_assert_not_reached ();
    }
}

static void
lueur_persona_class_init (LueurPersonaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags rw = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lueur_persona_get_property;
  object_class->set_property = lueur_persona_set_property;
  object_class->finalize = lueur_persona_finalize;

  for (guint i = 0; i < LUEUR_N_PERSONA_FIELDS; i++)
    props[i + 1] = make_spec (lueur_persona_field_get_info (i), rw);
  props[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, G_MININT64, G_MAXINT64, 0, rw);
  props[PROP_CREATED_AT] = g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, rw);
  props[PROP_UPDATED_AT] = g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, rw);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
lueur_persona_init (LueurPersona *self)
{
  for (guint i = 0; i < LUEUR_N_PERSONA_FIELDS; i++)
    if (!holds_text (kind_of (i)) && !holds_words (kind_of (i)))
      self->values[i].number = lueur_persona_field_get_info (i)->initial;
  self->values[LUEUR_PERSONA_LANGUAGE].text = g_strdup ("en");
}

/* --- Public ------------------------------------------------------------------------------------- */

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
 * lueur_persona_take_over:
 * @other: whom to become like there
 * @field: what
 *
 * Takes over one field; notified when it differs.
 */
void
lueur_persona_take_over (LueurPersona *self, LueurPersona *other, LueurPersonaField field)
{
  g_return_if_fail (LUEUR_IS_PERSONA (self) && LUEUR_IS_PERSONA (other));
  g_return_if_fail ((guint) field < LUEUR_N_PERSONA_FIELDS);

  if (holds_text (kind_of (field)))
    lueur_persona_set_text (self, field, other->values[field].text);
  else if (holds_words (kind_of (field)))
    lueur_persona_set_words (self, field, (const char *const *) other->values[field].words);
  else if (kind_of (field) == LUEUR_FIELD_TRAITS)
    for (guint i = 0; i < LUEUR_N_TRAITS; i++)
      lueur_persona_set_trait (self, i, other->traits[i]);
  else
    lueur_persona_set_number (self, field, other->values[field].number);
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
  g_return_if_fail (LUEUR_IS_PERSONA (self) && LUEUR_IS_PERSONA (other));

  if (self == other)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  /* What bounds the age comes before it. */
  lueur_persona_take_over (self, other, LUEUR_PERSONA_RELATION);
  lueur_persona_take_over (self, other, LUEUR_PERSONA_INTIMACY);
  for (guint i = 0; i < LUEUR_N_PERSONA_FIELDS; i++)
    lueur_persona_take_over (self, other, i);
  g_clear_pointer (&self->extra, json_object_unref);
  self->extra = other->extra != NULL ? json_object_ref (other->extra) : NULL;
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * lueur_persona_is_same:
 * @other: whom to compare with
 * @field: where
 *
 * Returns: whether both say the same there
 */
gboolean
lueur_persona_is_same (LueurPersona *self, LueurPersona *other, LueurPersonaField field)
{
  g_return_val_if_fail (LUEUR_IS_PERSONA (self) && LUEUR_IS_PERSONA (other), FALSE);

  if (holds_text (kind_of (field)))
    return strcmp (lueur_persona_get_text (self, field), lueur_persona_get_text (other, field)) == 0;
  if (holds_words (kind_of (field)))
    return g_strv_equal (lueur_persona_get_words (self, field), lueur_persona_get_words (other, field));
  if (kind_of (field) == LUEUR_FIELD_TRAITS)
    return memcmp (self->traits, other->traits, sizeof self->traits) == 0;
  return self->values[field].number == other->values[field].number;
}

/**
 * lueur_persona_get_text:
 * @field: one that holds text
 *
 * Returns: (transfer none): never %NULL
 */
const char *
lueur_persona_get_text (LueurPersona *self, LueurPersonaField field)
{
  g_return_val_if_fail (LUEUR_IS_PERSONA (self), "");
  g_return_val_if_fail (holds_text (kind_of (field)), "");
  return self->values[field].text != NULL ? self->values[field].text : "";
}

/**
 * lueur_persona_get_words:
 * @field: one that holds a list
 *
 * Returns: (transfer none) (array zero-terminated=1): never %NULL
 */
const char *const *
lueur_persona_get_words (LueurPersona *self, LueurPersonaField field)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (LUEUR_IS_PERSONA (self), none);
  g_return_val_if_fail (holds_words (kind_of (field)), none);
  return self->values[field].words != NULL ? (const char *const *) self->values[field].words : none;
}

/**
 * lueur_persona_get_number:
 * @field: one that holds a number, a boolean, an enumeration or a date
 *
 * Returns: within the bounds of the field
 */
gint64
lueur_persona_get_number (LueurPersona *self, LueurPersonaField field)
{
  g_return_val_if_fail (LUEUR_IS_PERSONA (self), 0);
  g_return_val_if_fail (!holds_text (kind_of (field)) && !holds_words (kind_of (field)), 0);
  return self->values[field].number;
}

/**
 * lueur_persona_get_ritual:
 * @ritual: which
 * @minute: (out) (optional): of the local day, in [0, 1440), told whether it is wanted or not
 *
 * Returns: whether the person asked for it
 */
gboolean
lueur_persona_get_ritual (LueurPersona *self, LueurRitual ritual, guint *minute)
{
  gboolean morning = ritual == LUEUR_RITUAL_MORNING;

  g_return_val_if_fail (LUEUR_IS_PERSONA (self), FALSE);
  g_return_val_if_fail ((guint) ritual < LUEUR_N_RITUALS, FALSE);

  if (minute != NULL)
    *minute = self->values[morning ? LUEUR_PERSONA_MORNING_TIME : LUEUR_PERSONA_EVENING_TIME].number;
  return self->values[morning ? LUEUR_PERSONA_MORNING : LUEUR_PERSONA_EVENING].number;
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
  notify (self, LUEUR_PERSONA_TRAITS);
}

gint64
lueur_persona_get_id (LueurPersona *self)
{
  g_return_val_if_fail (LUEUR_IS_PERSONA (self), 0);
  return self->id;
}

void
lueur_persona_set_id (LueurPersona *self, gint64 id)
{
  set_date (self, &self->id, id, PROP_ID);
}

gint64
lueur_persona_get_created_at (LueurPersona *self)
{
  g_return_val_if_fail (LUEUR_IS_PERSONA (self), 0);
  return self->created_at;
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
