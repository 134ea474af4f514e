/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/wellbeing/people/contact.h"

#include <json-glib/json-glib.h>
#include <string.h>

struct _LueurContact
{
  GObject parent_instance;

  char *id;
  char *texts[4]; /* by property, name first */
};

typedef enum
{
  PROP_NAME = 1,
  PROP_RELATION,
  PROP_MAIL,
  PROP_PHONE,
  PROP_ID,
} LueurContactProp;

static GParamSpec *props[PROP_ID + 1];

G_DEFINE_FINAL_TYPE (LueurContact, lueur_contact, G_TYPE_OBJECT)

/* One line, valid, without spaces around it, not longer than a line. */
static char *
tidy (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *cut = g_utf8_strlen (valid, -1) > LUEUR_CONTACT_MAX_CHARS
                             ? g_utf8_substring (valid, 0, LUEUR_CONTACT_MAX_CHARS)
                             : g_strdup (valid);

  for (char *p = cut; *p != '\0'; p++)
    if ((guchar) *p < 0x20 || *p == 0x7f)
      *p = ' ';
  return g_strdup (g_strstrip (cut));
}

static void
lueur_contact_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurContact *self = LUEUR_CONTACT (object);

  switch ((LueurContactProp) id)
    {
    case PROP_NAME:
    case PROP_RELATION:
    case PROP_MAIL:
    case PROP_PHONE:
      g_value_set_string (value, self->texts[id - 1]);
      break;
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_contact_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LueurContact *self = LUEUR_CONTACT (object);
  g_autofree char *text = NULL;

  switch ((LueurContactProp) id)
    {
    case PROP_NAME:
    case PROP_RELATION:
    case PROP_MAIL:
    case PROP_PHONE:
      text = tidy (g_value_get_string (value));
      if (g_set_str (&self->texts[id - 1], text))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_ID:
      self->id = g_value_get_string (value) != NULL ? g_value_dup_string (value) : g_uuid_string_random ();
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_contact_finalize (GObject *object)
{
  LueurContact *self = LUEUR_CONTACT (object);

  g_free (self->id);
  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_free (self->texts[i]);
  G_OBJECT_CLASS (lueur_contact_parent_class)->finalize (object);
}

static void
lueur_contact_class_init (LueurContactClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lueur_contact_get_property;
  object_class->set_property = lueur_contact_set_property;
  object_class->finalize = lueur_contact_finalize;

  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", flags);
  props[PROP_RELATION] = g_param_spec_string ("relation", NULL, NULL, "", flags);
  props[PROP_MAIL] = g_param_spec_string ("mail", NULL, NULL, "", flags);
  props[PROP_PHONE] = g_param_spec_string ("phone", NULL, NULL, "", flags);
  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL,
                                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
lueur_contact_init (LueurContact *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    self->texts[i] = g_strdup ("");
}

LueurContact *
lueur_contact_new (const char *id)
{
  return g_object_new (LUEUR_TYPE_CONTACT, "id", id, NULL);
}

const char *
lueur_contact_get_id (LueurContact *self)
{
  return self->id;
}

const char *
lueur_contact_get_name (LueurContact *self)
{
  return self->texts[PROP_NAME - 1];
}

const char *
lueur_contact_get_relation (LueurContact *self)
{
  return self->texts[PROP_RELATION - 1];
}

/**
 * lueur_contact_get_mail_uri:
 *
 * Returns: (transfer full) (nullable): a mailto: address and nothing more: no header can be smuggled in
 */
char *
lueur_contact_get_mail_uri (LueurContact *self)
{
  const char *mail = self->texts[PROP_MAIL - 1], *at = strchr (mail, '@');
  g_autofree char *escaped = NULL;

  if (at == NULL || at == mail || at[1] == '\0' || strchr (at + 1, '@') != NULL || strpbrk (mail, " ,;<>\"") != NULL)
    return NULL;
  escaped = g_uri_escape_string (mail, "@+", FALSE);
  return g_strconcat ("mailto:", escaped, NULL);
}

/**
 * lueur_contact_get_phone_uri:
 *
 * Returns: (transfer full) (nullable): a tel: number of digits, without the spaces people put in
 */
char *
lueur_contact_get_phone_uri (LueurContact *self)
{
  g_autoptr (GString) digits = g_string_new ("tel:");
  guint n = 0;

  for (const char *p = self->texts[PROP_PHONE - 1]; *p != '\0'; p = g_utf8_next_char (p))
    if (g_ascii_isdigit (*p) || (*p == '+' && n == 0))
      {
        g_string_append_c (digits, *p);
        n++;
      }
    else if (strchr (" .-/()", *p) == NULL && !g_unichar_isspace (g_utf8_get_char (p)))
      return NULL;
  return n >= 2 ? g_string_free_and_steal (g_steal_pointer (&digits)) : NULL;
}

/**
 * lueur_contact_to_json:
 *
 * Returns: (transfer full): without the id, which is its key
 */
char *
lueur_contact_to_json (LueurContact *self)
{
  static const char *const names[] = { "name", "relation", "mail", "phone" };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      json_builder_set_member_name (builder, names[i]);
      json_builder_add_string_value (builder, self->texts[i]);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

LueurContact *
lueur_contact_from_json (const char *id, const char *json)
{
  static const char *const names[] = { "name", "relation", "mail", "phone" };
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (LueurContact) self = NULL;
  JsonNode *root;

  if (!json_parser_load_from_data (parser, json, -1, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  self = lueur_contact_new (id);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      JsonNode *node = json_object_get_member (json_node_get_object (root), names[i]);

      if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        g_object_set (self, names[i], json_node_get_string (node), NULL);
    }
  return *lueur_contact_get_name (self) != '\0' ? g_steal_pointer (&self) : NULL;
}
