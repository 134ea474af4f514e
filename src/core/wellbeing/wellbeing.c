/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/wellbeing/wellbeing-private.h"

/* A goal below this would be warned of before it is worth anything. */
#define MIN_GOAL_MINUTES 15

GParamSpec *lueur_wellbeing_props[LUEUR_WELLBEING_N_PROPS];

G_DEFINE_FINAL_TYPE (LueurWellbeing, lueur_wellbeing, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (LueurLine, lueur_line,
                    G_DEFINE_ENUM_VALUE (LUEUR_LINE_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (LUEUR_LINE_LATE, "late"),
                    G_DEFINE_ENUM_VALUE (LUEUR_LINE_GOAL, "goal"))

LueurMoment
lueur_wellbeing_read_moment (LueurWellbeing *self)
{
  return (LueurMoment){
    .wall = lueur_clock_get_wall (self->clock),
    .monotonic = lueur_clock_get_monotonic (self->clock),
    .boottime = lueur_clock_get_boottime (self->clock),
    .zone = lueur_clock_get_timezone (self->clock),
    .day_start = &self->day_start,
  };
}

gint64
lueur_wellbeing_today (LueurWellbeing *self, const LueurMoment *now)
{
  return lueur_usage_get_today (&self->usage, now);
}

gboolean
lueur_wellbeing_winds_down (LueurWellbeing *self, const LueurMoment *now)
{
  return self->lines.goal > 0 && lueur_wellbeing_today (self, now) >= self->lines.goal &&
         self->wind_down_ended != self->usage.day &&
         g_settings_get_boolean (lueur_settings_get_gsettings (self->settings), "wind-down");
}

static void
read_settings (LueurWellbeing *self, const LueurMoment *now)
{
  GSettings *gsettings = lueur_settings_get_gsettings (self->settings);
  LueurAdulthood adulthood = lueur_settings_get_adulthood (self->settings);
  guint nudge = lueur_settings_get_nudge_minutes (self->settings);
  guint goal = g_settings_get_uint (gsettings, "daily-goal-minutes");

  self->usage.break_length = lueur_wellbeing_minutes (lueur_settings_get_break_minutes (self->settings));
  self->lines.goal = goal > 0 ? lueur_wellbeing_minutes (MAX (goal, MIN_GOAL_MINUTES)) : 0;
  self->lines.goal_ahead = lueur_wellbeing_minutes (g_settings_get_uint (gsettings, "goal-warning-minutes"));
  self->usage.max_gap = g_settings_get_uint (gsettings, "gap-seconds") * (gint64) G_USEC_PER_SEC;
  self->nudges.postpone = lueur_wellbeing_minutes (g_settings_get_uint (gsettings, "postpone-minutes"));
  self->nudges.typing_pause = g_settings_get_uint (gsettings, "typing-pause-seconds") * (gint64) G_USEC_PER_SEC;
  self->nudges.patience = g_settings_get_uint (gsettings, "typing-patience-seconds") * (gint64) G_USEC_PER_SEC;
  self->nudges.ignored_max = g_settings_get_uint (gsettings, "nudges-ignored");
  self->lines.late_hour = g_settings_get_int (gsettings, "late-hour");
  self->notices.period = adulthood == LUEUR_ADULTHOOD_MINOR ? LUEUR_NOTICE_PERIOD_MINOR : LUEUR_NOTICE_PERIOD;
  self->lines.morning_hour = g_settings_get_int (gsettings, "morning-hour");
  lueur_nudge_policy_set_period (&self->nudges, lueur_wellbeing_minutes (nudge));
  lueur_wellbeing_choose_day_start (self, g_settings_get_uint (gsettings, "day-start"), now);
}

static void
on_settings_changed (LueurWellbeing *self, const char *key)
{
  LueurMoment now;

  if (g_str_equal (key, "wellbeing-state") || g_str_equal (key, "day-start-state") || g_str_equal (key, "nudge-silent-until"))
    return;
  now = lueur_wellbeing_read_moment (self);
  read_settings (self, &now);
  lueur_wellbeing_refresh (self, &now);
  g_time_zone_unref (now.zone);
}

static void
lueur_wellbeing_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LueurWellbeing *self = LUEUR_WELLBEING (object);

  switch ((LueurWellbeingProp) id)
    {
    case PROP_NUDGE:
      g_value_set_boolean (value, lueur_wellbeing_get_nudge (self));
      break;
    case PROP_NUDGE_ID:
      g_value_set_uint (value, lueur_wellbeing_get_nudge_id (self));
      break;
    case PROP_ACTIVE_SECONDS:
      g_value_set_uint (value, lueur_wellbeing_get_active_seconds (self));
      break;
    case PROP_TODAY_SECONDS:
      g_value_set_uint (value, lueur_wellbeing_get_today_seconds (self));
      break;
    case PROP_NOTICE:
      g_value_set_boolean (value, lueur_wellbeing_get_notice (self));
      break;
    case PROP_LINE:
      g_value_set_enum (value, lueur_wellbeing_get_line (self));
      break;
    case PROP_WIND_DOWN:
      g_value_set_boolean (value, lueur_wellbeing_get_wind_down (self));
      break;
    case PROP_DO_NOT_DISTURB:
      g_value_set_boolean (value, lueur_wellbeing_get_do_not_disturb (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lueur_wellbeing_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DO_NOT_DISTURB)
    lueur_wellbeing_set_do_not_disturb (LUEUR_WELLBEING (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lueur_wellbeing_dispose (GObject *object)
{
  LueurWellbeing *self = LUEUR_WELLBEING (object);

  if (self->clock != NULL)
    {
      LueurMoment now = lueur_wellbeing_read_moment (self);

      if (self->usage.present)
        {
          lueur_usage_set_present (&self->usage, FALSE, &now);
          lueur_wellbeing_save_state (self, &now);
        }
      lueur_wellbeing_flush (self);
      g_time_zone_unref (now.zone);
      lueur_wellbeing_arm (self, -1);
    }
  lueur_wellbeing_set_sink (self, NULL);
  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (lueur_settings_get_gsettings (self->settings), self);
  g_clear_object (&self->clock);
  g_clear_object (&self->settings);
  lueur_usage_clear (&self->usage);
  G_OBJECT_CLASS (lueur_wellbeing_parent_class)->dispose (object);
}

static void
lueur_wellbeing_class_init (LueurWellbeingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamSpec **props = lueur_wellbeing_props;
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lueur_wellbeing_get_property;
  object_class->set_property = lueur_wellbeing_set_property;
  object_class->dispose = lueur_wellbeing_dispose;

  props[PROP_NUDGE] = g_param_spec_boolean ("nudge", NULL, NULL, FALSE, flags);
  props[PROP_NUDGE_ID] = g_param_spec_uint ("nudge-id", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_ACTIVE_SECONDS] = g_param_spec_uint ("active-seconds", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_TODAY_SECONDS] = g_param_spec_uint ("today-seconds", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_NOTICE] = g_param_spec_boolean ("notice", NULL, NULL, FALSE, flags);
  props[PROP_LINE] = g_param_spec_enum ("line", NULL, NULL, LUEUR_TYPE_LINE, LUEUR_LINE_NONE, flags);
  props[PROP_WIND_DOWN] = g_param_spec_boolean ("wind-down", NULL, NULL, FALSE, flags);
  props[PROP_DO_NOT_DISTURB] = g_param_spec_boolean ("do-not-disturb", NULL, NULL, FALSE, flags | G_PARAM_WRITABLE);
  g_object_class_install_properties (object_class, LUEUR_WELLBEING_N_PROPS, props);
}

static void
lueur_wellbeing_init (LueurWellbeing *self)
{
}

/**
 * lueur_wellbeing_new:
 * @clock: the only source of time
 * @settings: periods, goal and late hour are read from it as they change
 *
 * Returns: (transfer full):
 */
LueurWellbeing *
lueur_wellbeing_new (LueurClock *clock, LueurSettings *settings)
{
  LueurWellbeing *self = g_object_new (LUEUR_TYPE_WELLBEING, NULL);
  LueurMoment now;
  gint64 silent_until;

  self->clock = g_object_ref (clock);
  self->settings = g_object_ref (settings);
  now = lueur_wellbeing_read_moment (self);

  lueur_usage_init (&self->usage, 0, lueur_wellbeing_on_span, self);
  lueur_nudge_policy_init (&self->nudges, 0);
  lueur_line_policy_init (&self->lines);
  lueur_notice_policy_init (&self->notices);
  lueur_wellbeing_load_day_start (self, &now);
  read_settings (self, &now);
  g_object_get (settings, "nudge-silent-until", &silent_until, NULL);
  self->nudges.silent_until = CLAMP (silent_until, 0, G_MAXINT64 / G_USEC_PER_SEC) * G_USEC_PER_SEC;
  lueur_wellbeing_load_state (self, &now);
  self->shown_active = lueur_wellbeing_seconds (self->usage.active);
  g_signal_connect_swapped (lueur_settings_get_gsettings (settings), "changed", G_CALLBACK (on_settings_changed), self);

  g_time_zone_unref (now.zone);
  return self;
}

gboolean
lueur_wellbeing_get_nudge (LueurWellbeing *self)
{
  return lueur_nudge_policy_is_visible (&self->nudges);
}

guint
lueur_wellbeing_get_nudge_id (LueurWellbeing *self)
{
  return self->nudges.id;
}

guint
lueur_wellbeing_get_active_seconds (LueurWellbeing *self)
{
  return lueur_wellbeing_seconds (self->usage.active);
}

guint
lueur_wellbeing_get_today_seconds (LueurWellbeing *self)
{
  LueurMoment now = lueur_wellbeing_read_moment (self);
  guint result = lueur_wellbeing_seconds (lueur_wellbeing_today (self, &now));

  g_time_zone_unref (now.zone);
  return result;
}

/**
 * lueur_wellbeing_get_break_minutes:
 *
 * Returns: the length of pause that is suggested
 */
guint
lueur_wellbeing_get_break_minutes (LueurWellbeing *self)
{
  return (guint) (self->usage.break_length / lueur_wellbeing_minutes (1));
}

/**
 * lueur_wellbeing_get_postpone_minutes:
 *
 * Returns: for how long a suggestion is put off, in minutes of active time
 */
guint
lueur_wellbeing_get_postpone_minutes (LueurWellbeing *self)
{
  return (guint) (self->nudges.postpone / lueur_wellbeing_minutes (1));
}

/**
 * lueur_wellbeing_get_goal_warning_minutes:
 *
 * Returns: how long before the day’s goal the line comes
 */
guint
lueur_wellbeing_get_goal_warning_minutes (LueurWellbeing *self)
{
  return (guint) (self->lines.goal_ahead / lueur_wellbeing_minutes (1));
}

gboolean
lueur_wellbeing_get_notice (LueurWellbeing *self)
{
  return self->notices.visible;
}

LueurLine
lueur_wellbeing_get_line (LueurWellbeing *self)
{
  return self->quiet ? LUEUR_LINE_NONE : self->lines.line;
}

gboolean
lueur_wellbeing_get_wind_down (LueurWellbeing *self)
{
  LueurMoment now = lueur_wellbeing_read_moment (self);
  gboolean result = lueur_wellbeing_winds_down (self, &now);

  g_time_zone_unref (now.zone);
  return result;
}

gboolean
lueur_wellbeing_get_do_not_disturb (LueurWellbeing *self)
{
  return self->do_not_disturb;
}

/**
 * lueur_wellbeing_is_night:
 *
 * Returns: whether the app must not reach out of its window now
 */
gboolean
lueur_wellbeing_is_night (LueurWellbeing *self)
{
  LueurMoment now = lueur_wellbeing_read_moment (self);
  gboolean night = lueur_line_policy_is_night (&self->lines, &now);

  g_time_zone_unref (now.zone);
  return night;
}
