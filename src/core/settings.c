/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/settings.h"

#include <string.h>

#include "lueur-config.h"

struct _LueurSettings
{
  GObject parent_instance;

  GSettings *gsettings;
  char *base_url;
  char *model;
};

typedef enum
{
  PROP_BASE_URL = 1,
  PROP_MODEL,
  PROP_ADULTHOOD,
  PROP_ENTER_SENDS,
  PROP_LIVELINESS,
  PROP_NUDGE_MINUTES,
  PROP_BREAK_MINUTES,
  PROP_NUDGE_NOTIFICATIONS,
  PROP_NUDGE_SILENT_UNTIL,
  PROP_CONTEXT_TOKENS,
  PROP_REPLY_TOKENS,
  PROP_TEMPERATURE,
  PROP_CONVERSATION,
  N_PROPS,
} LueurSettingsProp;

static GParamSpec *props[N_PROPS];

G_DEFINE_ENUM_TYPE (LueurAdulthood, lueur_adulthood,
                    G_DEFINE_ENUM_VALUE (LUEUR_ADULTHOOD_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (LUEUR_ADULTHOOD_ADULT, "adult"),
                    G_DEFINE_ENUM_VALUE (LUEUR_ADULTHOOD_MINOR, "minor"))
G_DEFINE_FINAL_TYPE (LueurSettings, lueur_settings, G_TYPE_OBJECT)

/* An address as it is compared and kept: without spaces around it or slashes at its end. */
static char *
tidy_url (const char *url)
{
  char *tidy = g_strstrip (g_strdup (url != NULL ? url : ""));
  gsize length = strlen (tidy);

  while (length > 0 && tidy[length - 1] == '/')
    tidy[--length] = '\0';
  return tidy;
}

/* What consent is given to: host and port, so that another model of the same service needs no new one. */
static char *
consent_key (const char *base_url)
{
  g_autoptr (GUri) uri = g_uri_parse (base_url, G_URI_FLAGS_PARSE_RELAXED, NULL);
  g_autofree char *host = NULL;

  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0' ||
      (g_strcmp0 (g_uri_get_scheme (uri), "http") != 0 && g_strcmp0 (g_uri_get_scheme (uri), "https") != 0))
    return NULL;
  host = g_ascii_strdown (g_uri_get_host (uri), -1);
  if (g_uri_get_port (uri) > 0)
    return g_strdup_printf ("%s:%d", host, g_uri_get_port (uri));
  return g_steal_pointer (&host);
}

static void
on_changed (GSettings *gsettings, const char *key, LueurSettings *self)
{
  if (g_strcmp0 (key, "base-url") == 0)
    {
      g_autofree char *raw = g_settings_get_string (gsettings, key);

      g_free (self->base_url);
      self->base_url = tidy_url (raw);
    }
  else if (g_strcmp0 (key, "model") == 0)
    {
      g_free (self->model);
      self->model = g_settings_get_string (gsettings, key);
    }

  if (g_object_class_find_property (G_OBJECT_GET_CLASS (self), key) != NULL)
    g_object_notify (G_OBJECT (self), key);
}

static void
lueur_settings_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurSettings *self = LUEUR_SETTINGS (object);

  switch ((LueurSettingsProp) id)
    {
    case PROP_BASE_URL:
      g_value_set_string (value, self->base_url);
      break;
    case PROP_MODEL:
      g_value_set_string (value, self->model);
      break;
    case PROP_ADULTHOOD:
      g_value_set_enum (value, (int) lueur_settings_get_adulthood (self));
      break;
    case PROP_ENTER_SENDS:
    case PROP_NUDGE_NOTIFICATIONS:
      g_value_set_boolean (value, g_settings_get_boolean (self->gsettings, pspec->name));
      break;
    case PROP_LIVELINESS:
    case PROP_TEMPERATURE:
      g_value_set_double (value, g_settings_get_double (self->gsettings, pspec->name));
      break;
    case PROP_NUDGE_MINUTES:
    case PROP_BREAK_MINUTES:
    case PROP_CONTEXT_TOKENS:
    case PROP_REPLY_TOKENS:
      g_value_set_uint (value, g_settings_get_uint (self->gsettings, pspec->name));
      break;
    case PROP_NUDGE_SILENT_UNTIL:
    case PROP_CONVERSATION:
      g_value_set_int64 (value, g_settings_get_int64 (self->gsettings, pspec->name));
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_settings_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LueurSettings *self = LUEUR_SETTINGS (object);

  /* Written through: the "changed" signal of the schema brings it back and notifies. */
  switch ((LueurSettingsProp) id)
    {
    case PROP_BASE_URL:
      {
        g_autofree char *tidy = tidy_url (g_value_get_string (value));

        if (g_strcmp0 (tidy, self->base_url) != 0)
          g_settings_set_string (self->gsettings, pspec->name, tidy);
        break;
      }
    case PROP_MODEL:
      g_settings_set_string (self->gsettings, pspec->name,
                             g_value_get_string (value) != NULL ? g_value_get_string (value) : "");
      break;
    case PROP_ADULTHOOD:
      lueur_settings_set_adulthood (self, g_value_get_enum (value));
      break;
    case PROP_ENTER_SENDS:
    case PROP_NUDGE_NOTIFICATIONS:
      g_settings_set_boolean (self->gsettings, pspec->name, g_value_get_boolean (value));
      break;
    case PROP_LIVELINESS:
    case PROP_TEMPERATURE:
      g_settings_set_double (self->gsettings, pspec->name, g_value_get_double (value));
      break;
    case PROP_NUDGE_MINUTES:
    case PROP_BREAK_MINUTES:
    case PROP_CONTEXT_TOKENS:
    case PROP_REPLY_TOKENS:
      g_settings_set_uint (self->gsettings, pspec->name, g_value_get_uint (value));
      break;
    case PROP_NUDGE_SILENT_UNTIL:
    case PROP_CONVERSATION:
      g_settings_set_int64 (self->gsettings, pspec->name, g_value_get_int64 (value));
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_settings_finalize (GObject *object)
{
  LueurSettings *self = LUEUR_SETTINGS (object);

  g_clear_object (&self->gsettings);
  g_clear_pointer (&self->base_url, g_free);
  g_clear_pointer (&self->model, g_free);

  G_OBJECT_CLASS (lueur_settings_parent_class)->finalize (object);
}

static void
lueur_settings_class_init (LueurSettingsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lueur_settings_get_property;
  object_class->set_property = lueur_settings_set_property;
  object_class->finalize = lueur_settings_finalize;

  props[PROP_BASE_URL] = g_param_spec_string ("base-url", NULL, NULL, "", flags);
  props[PROP_MODEL] = g_param_spec_string ("model", NULL, NULL, "", flags);
  props[PROP_ADULTHOOD] =
      g_param_spec_enum ("adulthood", NULL, NULL, LUEUR_TYPE_ADULTHOOD, LUEUR_ADULTHOOD_UNKNOWN, flags);
  props[PROP_ENTER_SENDS] = g_param_spec_boolean ("enter-sends", NULL, NULL, TRUE, flags);
  props[PROP_LIVELINESS] = g_param_spec_double ("liveliness", NULL, NULL, 0, 1, 0.6, flags);
  props[PROP_NUDGE_MINUTES] = g_param_spec_uint ("nudge-minutes", NULL, NULL, 0, 240, 30, flags);
  props[PROP_BREAK_MINUTES] = g_param_spec_uint ("break-minutes", NULL, NULL, 1, 60, 5, flags);
  props[PROP_NUDGE_NOTIFICATIONS] = g_param_spec_boolean ("nudge-notifications", NULL, NULL, TRUE, flags);
  props[PROP_NUDGE_SILENT_UNTIL] =
      g_param_spec_int64 ("nudge-silent-until", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  props[PROP_CONTEXT_TOKENS] = g_param_spec_uint ("context-tokens", NULL, NULL, 1024, 2000000, 8192, flags);
  props[PROP_REPLY_TOKENS] = g_param_spec_uint ("reply-tokens", NULL, NULL, 64, 32768, 800, flags);
  props[PROP_TEMPERATURE] = g_param_spec_double ("temperature", NULL, NULL, 0, 2, 0.8, flags);
  props[PROP_CONVERSATION] = g_param_spec_int64 ("conversation", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
lueur_settings_init (LueurSettings *self)
{
  g_autofree char *raw = NULL;

  self->gsettings = g_settings_new (LUEUR_APP_ID);
  raw = g_settings_get_string (self->gsettings, "base-url");
  self->base_url = tidy_url (raw);
  self->model = g_settings_get_string (self->gsettings, "model");
  g_signal_connect_object (self->gsettings, "changed", G_CALLBACK (on_changed), self, G_CONNECT_DEFAULT);
}

/**
 * lueur_settings_new:
 *
 * Returns: (transfer full): the app's settings; the schema must be installed
 */
LueurSettings *
lueur_settings_new (void)
{
  return g_object_new (LUEUR_TYPE_SETTINGS, NULL);
}

/**
 * lueur_settings_get_gsettings:
 *
 * Returns: (transfer none): the schema itself, for [method@Gio.Settings.bind]
 */
GSettings *
lueur_settings_get_gsettings (LueurSettings *self)
{
  return self->gsettings;
}

/**
 * lueur_settings_get_base_url:
 *
 * Returns: (transfer none): the address of the model's API, "" for Écho
 */
const char *
lueur_settings_get_base_url (LueurSettings *self)
{
  return self->base_url;
}

/**
 * lueur_settings_get_model:
 *
 * Returns: (transfer none): the model asked for, "" when none was chosen
 */
const char *
lueur_settings_get_model (LueurSettings *self)
{
  return self->model;
}

/**
 * lueur_settings_has_consent:
 * @base_url: an address
 *
 * Returns: whether the person agreed that messages go to the host of @base_url
 */
gboolean
lueur_settings_has_consent (LueurSettings *self, const char *base_url)
{
  g_auto (GStrv) agreed = g_settings_get_strv (self->gsettings, "consents");
  g_autofree char *key = consent_key (base_url);

  return key != NULL && g_strv_contains ((const char *const *) agreed, key);
}

/**
 * lueur_settings_set_consent:
 * @base_url: an address
 * @agreed: FALSE takes an earlier consent back
 */
void
lueur_settings_set_consent (LueurSettings *self, const char *base_url, gboolean agreed)
{
  g_auto (GStrv) old = g_settings_get_strv (self->gsettings, "consents");
  g_autofree char *key = consent_key (base_url);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) new = NULL;

  if (key == NULL)
    return;
  for (guint i = 0; old[i] != NULL; i++)
    if (g_strcmp0 (old[i], key) != 0)
      g_strv_builder_add (builder, old[i]);
  if (agreed)
    g_strv_builder_add (builder, key);
  new = g_strv_builder_end (builder);
  g_settings_set_strv (self->gsettings, "consents", (const char *const *) new);
}

/**
 * lueur_settings_get_adulthood:
 *
 * Returns: what the person said of their age
 */
LueurAdulthood
lueur_settings_get_adulthood (LueurSettings *self)
{
  g_autofree char *word = g_settings_get_string (self->gsettings, "adulthood");

  return strcmp (word, "adult") == 0   ? LUEUR_ADULTHOOD_ADULT
         : strcmp (word, "minor") == 0 ? LUEUR_ADULTHOOD_MINOR
                                       : LUEUR_ADULTHOOD_UNKNOWN;
}

void
lueur_settings_set_adulthood (LueurSettings *self, LueurAdulthood adulthood)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (LUEUR_TYPE_ADULTHOOD);
  GEnumValue *value = g_enum_get_value (klass, (int) adulthood);

  g_return_if_fail (value != NULL);
  g_settings_set_string (self->gsettings, "adulthood", value->value_nick);
}

gboolean
lueur_settings_get_enter_sends (LueurSettings *self)
{
  return g_settings_get_boolean (self->gsettings, "enter-sends");
}

/**
 * lueur_settings_get_nudge_minutes:
 *
 * Returns: minutes of active time before a pause is suggested; 0 for never
 */
guint
lueur_settings_get_nudge_minutes (LueurSettings *self)
{
  return g_settings_get_uint (self->gsettings, "nudge-minutes");
}

/**
 * lueur_settings_get_break_minutes:
 *
 * Returns: how long a suggested pause is, in minutes
 */
guint
lueur_settings_get_break_minutes (LueurSettings *self)
{
  return g_settings_get_uint (self->gsettings, "break-minutes");
}

/**
 * lueur_settings_get_liveliness:
 *
 * Returns: how much the avatar moves on its own, in [0, 1]
 */
double
lueur_settings_get_liveliness (LueurSettings *self)
{
  return g_settings_get_double (self->gsettings, "liveliness");
}
