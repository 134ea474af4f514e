/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/wellbeing/age/age.h"

#include "core/wellbeing/age/stated-age.h"

struct _LueurAge
{
  GObject parent_instance;

  LueurClock *clock;
  LueurSettings *settings;
  LueurStatedAge *reader; /* made when the first message is read */
  gboolean line;
};

typedef enum
{
  PROP_LINE = 1,
} LueurAgeProp;

static GParamSpec *props[PROP_LINE + 1];

G_DEFINE_FINAL_TYPE (LueurAge, lueur_age, G_TYPE_OBJECT)

static void
set_line (LueurAge *self, gboolean line)
{
  if (self->line == line)
    return;
  self->line = line;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LINE]);
}

static int
this_year (LueurAge *self)
{
  g_autoptr (GTimeZone) zone = lueur_clock_get_timezone (self->clock);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (lueur_clock_get_wall (self->clock));
  g_autoptr (GDateTime) now = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  return now != NULL ? g_date_time_get_year (now) : 0;
}

/* Corrected, or erased: there is nothing left to tell. */
static void
on_adulthood (LueurAge *self)
{
  if (lueur_settings_get_adulthood (self->settings) != LUEUR_ADULTHOOD_MINOR)
    set_line (self, FALSE);
}

static void
lueur_age_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LINE)
    g_value_set_boolean (value, LUEUR_AGE (object)->line);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lueur_age_finalize (GObject *object)
{
  LueurAge *self = LUEUR_AGE (object);

  g_clear_pointer (&self->reader, lueur_stated_age_free);
  g_clear_object (&self->settings);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (lueur_age_parent_class)->finalize (object);
}

static void
lueur_age_class_init (LueurAgeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lueur_age_get_property;
  object_class->finalize = lueur_age_finalize;

  props[PROP_LINE] = g_param_spec_boolean ("line", NULL, NULL, FALSE,
                                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
lueur_age_init (LueurAge *self)
{
}

/**
 * lueur_age_new:
 * @clock: what year it is
 * @settings: where it is written down
 *
 * Returns: (transfer full): one that has read nothing yet
 */
LueurAge *
lueur_age_new (LueurClock *clock, LueurSettings *settings)
{
  LueurAge *self = g_object_new (LUEUR_TYPE_AGE, NULL);

  self->clock = g_object_ref (clock);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "notify::adulthood", G_CALLBACK (on_adulthood), self, G_CONNECT_SWAPPED);
  return self;
}

void
lueur_age_note (LueurAge *self, const char *text, const char *asked)
{
  /* Who said so once is not told twice. */
  if (lueur_settings_get_adulthood (self->settings) == LUEUR_ADULTHOOD_MINOR)
    return;
  if (self->reader == NULL)
    self->reader = lueur_stated_age_new ();
  if (!lueur_stated_age_is_minor (self->reader, text, asked, this_year (self)))
    return;
  lueur_settings_set_adulthood (self->settings, LUEUR_ADULTHOOD_MINOR);
  set_line (self, TRUE);
}

gboolean
lueur_age_get_line (LueurAge *self)
{
  return self->line;
}

void
lueur_age_dismiss (LueurAge *self)
{
  set_line (self, FALSE);
}
