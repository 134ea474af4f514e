/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/wellbeing/wellbeing.h"

/* Longest gap between two events that still counts as use: ActivityWatch's own default. */
#define MAX_GAP (180 * G_GINT64_CONSTANT (1000000))

struct _LueurWellbeing
{
  GObject parent_instance;

  LueurClock *clock;
  LueurSettings *settings;

  gint64 last_event; /* monotonic µs, 0 for none */
  gint64 active;     /* µs since the last real pause */
  gint64 next_nudge; /* value of active, µs */
  guint nudge_id;
  gboolean nudge;
  gboolean focused;
  gboolean locked;
  gboolean streaming;
};

typedef enum
{
  PROP_NUDGE = 1,
  PROP_NUDGE_ID,
  PROP_ACTIVE_SECONDS,
  PROP_TODAY_SECONDS,
  PROP_NOTICE,
} LueurWellbeingProp;

#define N_PROPS (PROP_NOTICE + 1)
static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LueurWellbeing, lueur_wellbeing, G_TYPE_OBJECT)

static gint64
minutes (guint n)
{
  return n * G_GINT64_CONSTANT (60000000);
}

static void
set_nudge (LueurWellbeing *self, gboolean nudge)
{
  if (self->nudge == nudge)
    return;
  self->nudge = nudge;
  if (nudge)
    {
      self->nudge_id++;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NUDGE_ID]);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NUDGE]);
}

static void
count (LueurWellbeing *self)
{
  gint64 now = lueur_clock_get_monotonic (self->clock);
  gint64 gap = now - self->last_event;
  guint period = lueur_settings_get_nudge_minutes (self->settings);

  if (!self->focused || self->locked)
    return;
  if (self->last_event != 0 && gap >= minutes (lueur_settings_get_break_minutes (self->settings)))
    {
      self->active = 0;
      self->next_nudge = minutes (period);
      set_nudge (self, FALSE);
    }
  else if (self->last_event != 0 && gap <= MAX_GAP)
    self->active += gap;
  self->last_event = now;
  if (self->next_nudge == 0)
    self->next_nudge = minutes (period);
  if (period > 0 && self->active >= self->next_nudge && !self->streaming)
    set_nudge (self, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACTIVE_SECONDS]);
}

static void
lueur_wellbeing_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurWellbeing *self = LUEUR_WELLBEING (object);

  switch ((LueurWellbeingProp) id)
    {
    case PROP_NUDGE:
      g_value_set_boolean (value, self->nudge);
      break;
    case PROP_NUDGE_ID:
      g_value_set_uint (value, self->nudge_id);
      break;
    case PROP_ACTIVE_SECONDS:
      g_value_set_uint (value, lueur_wellbeing_get_active_seconds (self));
      break;
    case PROP_TODAY_SECONDS:
      g_value_set_uint (value, lueur_wellbeing_get_today_seconds (self));
      break;
    case PROP_NOTICE:
      g_value_set_boolean (value, TRUE);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_wellbeing_dispose (GObject *object)
{
  LueurWellbeing *self = LUEUR_WELLBEING (object);

  g_clear_object (&self->clock);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (lueur_wellbeing_parent_class)->dispose (object);
}

static void
lueur_wellbeing_class_init (LueurWellbeingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lueur_wellbeing_get_property;
  object_class->dispose = lueur_wellbeing_dispose;

  props[PROP_NUDGE] = g_param_spec_boolean ("nudge", NULL, NULL, FALSE, flags);
  props[PROP_NUDGE_ID] = g_param_spec_uint ("nudge-id", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_ACTIVE_SECONDS] = g_param_spec_uint ("active-seconds", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_TODAY_SECONDS] = g_param_spec_uint ("today-seconds", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_NOTICE] = g_param_spec_boolean ("notice", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
lueur_wellbeing_init (LueurWellbeing *self)
{
}

LueurWellbeing *
lueur_wellbeing_new (LueurClock *clock, LueurSettings *settings)
{
  LueurWellbeing *self = g_object_new (LUEUR_TYPE_WELLBEING, NULL);

  self->clock = g_object_ref (clock);
  self->settings = g_object_ref (settings);
  return self;
}

void
lueur_wellbeing_note_input (LueurWellbeing *self, gboolean typing)
{
  count (self);
}

void
lueur_wellbeing_set_focused (LueurWellbeing *self, gboolean focused)
{
  count (self);
  self->focused = focused;
  count (self);
}

void
lueur_wellbeing_set_locked (LueurWellbeing *self, gboolean locked)
{
  count (self);
  self->locked = locked;
}

void
lueur_wellbeing_set_streaming (LueurWellbeing *self, gboolean streaming)
{
  self->streaming = streaming;
}

void
lueur_wellbeing_take_break (LueurWellbeing *self)
{
  self->next_nudge = self->active + minutes (lueur_settings_get_nudge_minutes (self->settings));
  set_nudge (self, FALSE);
}

void
lueur_wellbeing_postpone (LueurWellbeing *self)
{
  self->next_nudge = self->active + minutes (5);
  set_nudge (self, FALSE);
}

void
lueur_wellbeing_not_today (LueurWellbeing *self)
{
  self->next_nudge = G_MAXINT64;
  set_nudge (self, FALSE);
}

gboolean
lueur_wellbeing_get_nudge (LueurWellbeing *self)
{
  return self->nudge;
}

guint
lueur_wellbeing_get_active_seconds (LueurWellbeing *self)
{
  return (guint) (self->active / G_USEC_PER_SEC);
}

guint
lueur_wellbeing_get_today_seconds (LueurWellbeing *self)
{
  return lueur_wellbeing_get_active_seconds (self);
}
