/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/wellbeing/wellbeing.h"

#include "core/wellbeing/time/nudge-policy.h"

/* Records are handed on in pieces of at least this much, unless the window is left. */
#define FLUSH_USEC (G_GINT64_CONSTANT (60) * G_USEC_PER_SEC)
/* A goal below this would be warned of before it is worth anything. */
#define MIN_GOAL_MINUTES 15
/* Wall seconds, active seconds, session seconds, then the days of the late line, the goal's warning and
 * the notice, and the wall seconds of the last notice: what a restart of the program must not forget. */
#define STATE_TYPE "(xuuuuux)"

struct _LueurWellbeing
{
  GObject parent_instance;

  gboolean do_not_disturb; /* the desktop asks for it */
  gboolean quiet;          /* something weighs more */

  LueurClock *clock;
  LueurSettings *settings;

  LueurUsage usage;
  LueurNudgePolicy nudges;
  LueurLinePolicy lines;
  LueurNoticePolicy notices;
  gboolean focused;
  gboolean locked;
  guint32 wind_down_ended; /* the day it was ended for */
  guint timeout;

  LueurUsageSink sink;
  gint64 companion;
  gint64 pending; /* µs of active time not yet handed to the sink */
  guint32 pending_day;
  guint pending_hour;
  guint32 restored_day;
  gint64 restored; /* µs that earlier runs recorded for restored_day */

  /* As last notified */
  gboolean shown_nudge;
  guint shown_nudge_id;
  guint shown_active;
  guint shown_today;
  gboolean shown_notice;
  LueurLine shown_line;
  gboolean shown_wind_down;
};

typedef enum
{
  PROP_NUDGE = 1,
  PROP_NUDGE_ID,
  PROP_ACTIVE_SECONDS,
  PROP_TODAY_SECONDS,
  PROP_NOTICE,
  PROP_LINE,
  PROP_WIND_DOWN,
  PROP_DO_NOT_DISTURB,
} LueurWellbeingProp;

#define N_PROPS (PROP_DO_NOT_DISTURB + 1)
static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LueurWellbeing, lueur_wellbeing, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (LueurLine, lueur_line,
                    G_DEFINE_ENUM_VALUE (LUEUR_LINE_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (LUEUR_LINE_LATE, "late"),
                    G_DEFINE_ENUM_VALUE (LUEUR_LINE_GOAL, "goal"))

static gint64
minutes (guint n)
{
  return n * G_GINT64_CONSTANT (60000000);
}

static guint
seconds (gint64 usec)
{
  return (guint) CLAMP (usec / G_USEC_PER_SEC, 0, G_MAXUINT);
}

/* To be undone with g_time_zone_unref (moment.zone). */
static LueurMoment
read_moment (LueurWellbeing *self)
{
  return (LueurMoment){
    .wall = lueur_clock_get_wall (self->clock),
    .monotonic = lueur_clock_get_monotonic (self->clock),
    .boottime = lueur_clock_get_boottime (self->clock),
    .zone = lueur_clock_get_timezone (self->clock),
  };
}

static void
flush (LueurWellbeing *self)
{
  guint whole = seconds (self->pending);

  if (whole == 0)
    return;
  /* What is left of a second stays for the next record, so that sums do not drift. */
  self->pending -= whole * (gint64) G_USEC_PER_SEC;
  if (self->sink.add != NULL)
    self->sink.add (self->pending_day, self->pending_hour, self->companion, whole, self->sink.data);
}

static void
on_span (guint32 day, guint hour, gint64 usec, gpointer data)
{
  LueurWellbeing *self = data;

  if (day != self->pending_day || hour != self->pending_hour)
    flush (self);
  self->pending_day = day;
  self->pending_hour = hour;
  self->pending += usec;
  if (self->pending >= FLUSH_USEC)
    flush (self);
}

static void
tell_nudge (LueurWellbeing *self, const char *outcome)
{
  if (self->sink.nudge != NULL && self->usage.day != 0)
    self->sink.nudge (self->usage.day, outcome, self->sink.data);
}

/* The person is away: what stood is settled by that. */
static void
rest (LueurWellbeing *self)
{
  if (lueur_nudge_policy_is_visible (&self->nudges))
    tell_nudge (self, LUEUR_NUDGE_TAKEN);
  lueur_nudge_policy_rested (&self->nudges);
  lueur_line_policy_dismiss (&self->lines);
}

static void
save_state (LueurWellbeing *self, const LueurMoment *now)
{
  gint64 session = self->usage.session_start != 0 ? now->boottime - self->usage.session_start : 0;
  gint64 notice = self->notices.at != 0 ? now->wall - (now->boottime - self->notices.at) : 0;

  if (!self->usage.seen)
    return;
  g_settings_set (lueur_settings_get_gsettings (self->settings), "wellbeing-state", STATE_TYPE,
                  now->wall / G_USEC_PER_SEC, seconds (self->usage.active), seconds (session),
                  self->lines.late_day, self->lines.goal_day, self->notices.day, notice / G_USEC_PER_SEC);
}

static void
load_state (LueurWellbeing *self, const LueurMoment *now)
{
  gint64 wall, notice, since_notice;
  guint32 active, session;

  g_settings_get (lueur_settings_get_gsettings (self->settings), "wellbeing-state", STATE_TYPE, &wall, &active, &session,
                  &self->lines.late_day, &self->lines.goal_day, &self->notices.day, &notice);
  wall = CLAMP (wall, 0, G_MAXINT64 / G_USEC_PER_SEC) * G_USEC_PER_SEC;
  notice = CLAMP (notice, 0, G_MAXINT64 / G_USEC_PER_SEC) * G_USEC_PER_SEC;
  lueur_usage_resume (&self->usage, now, wall, active * (gint64) G_USEC_PER_SEC, session * (gint64) G_USEC_PER_SEC);
  since_notice = now->wall - notice;
  if (notice != 0 && since_notice >= 0 && since_notice < self->notices.period)
    self->notices.at = MAX (now->boottime - since_notice, 1);
}

static gint64
today (LueurWellbeing *self, const LueurMoment *now)
{
  return lueur_usage_get_today (&self->usage, now);
}

static gboolean
winds_down (LueurWellbeing *self, const LueurMoment *now)
{
  return self->lines.goal > 0 && today (self, now) >= self->lines.goal && self->wind_down_ended != self->usage.day &&
         g_settings_get_boolean (lueur_settings_get_gsettings (self->settings), "wind-down");
}

#define NOTIFY_IF_NEW(shown, value, prop)                           \
  G_STMT_START                                                      \
  {                                                                 \
    __typeof__ (shown) current = (value);                           \
    if ((shown) != current)                                         \
      {                                                             \
        (shown) = current;                                          \
        g_object_notify_by_pspec (G_OBJECT (self), props[prop]);    \
      }                                                             \
  }                                                                 \
  G_STMT_END

static void on_timeout (gpointer data);

static void
arm (LueurWellbeing *self, gint64 delay)
{
  lueur_clock_remove_timeout (self->clock, self->timeout);
  self->timeout = 0;
  if (delay >= 0)
    /* Rounded up: a timer that fires a hair early would find nothing changed and fire again. */
    self->timeout = lueur_clock_add_timeout (self->clock, (guint) MIN (delay / 1000 + 1, G_MAXINT), on_timeout, self);
}

/* Asks every policy again, sets the one timer there is, and tells what changed. */
static void
refresh (LueurWellbeing *self, const LueurMoment *now)
{
  gint64 silent_until = self->nudges.silent_until, delay = -1;

  if (self->usage.present)
    {
      gint64 wait = lueur_nudge_policy_wait (&self->nudges, now);
      guint ignored = self->nudges.ignored;

      delay = lueur_nudge_policy_update (&self->nudges, self->usage.active, now);
      if (self->nudges.ignored > ignored)
        tell_nudge (self, LUEUR_NUDGE_UNANSWERED);
      lueur_line_policy_update (&self->lines, &self->usage, wait == 0, now);
      if (wait > 0 && lueur_line_policy_is_waiting (&self->lines, &self->usage, now))
        delay = delay < 0 ? wait : MIN (delay, wait);
      lueur_notice_policy_update (&self->notices, &self->usage, now);
    }
  if (self->nudges.phase != LUEUR_NUDGE_IDLE)
    {
      gint64 gone = MAX (self->usage.last.monotonic + self->usage.break_length - now->monotonic, 0);

      delay = delay < 0 ? gone : MIN (delay, gone);
    }
  arm (self, delay);

  if (self->nudges.silent_until != silent_until)
    g_object_set (self->settings, "nudge-silent-until", self->nudges.silent_until / G_USEC_PER_SEC, NULL);

  g_object_freeze_notify (G_OBJECT (self));
  NOTIFY_IF_NEW (self->shown_nudge_id, self->nudges.id, PROP_NUDGE_ID);
  NOTIFY_IF_NEW (self->shown_nudge, lueur_nudge_policy_is_visible (&self->nudges), PROP_NUDGE);
  NOTIFY_IF_NEW (self->shown_active, seconds (self->usage.active), PROP_ACTIVE_SECONDS);
  NOTIFY_IF_NEW (self->shown_today, seconds (today (self, now)), PROP_TODAY_SECONDS);
  NOTIFY_IF_NEW (self->shown_notice, self->notices.visible, PROP_NOTICE);
  NOTIFY_IF_NEW (self->shown_line, self->lines.line, PROP_LINE);
  NOTIFY_IF_NEW (self->shown_wind_down, winds_down (self, now), PROP_WIND_DOWN);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
handle (LueurWellbeing *self, LueurUsageChange change, const LueurMoment *now)
{
  if (change & LUEUR_USAGE_PAUSED)
    rest (self);
  if (change & LUEUR_USAGE_DAY)
    {
      lueur_nudge_policy_new_day (&self->nudges);
      if (self->usage.day == self->restored_day)
        self->usage.today += self->restored;
    }
  refresh (self, now);
}

static void
on_timeout (gpointer data)
{
  LueurWellbeing *self = data;
  LueurMoment now = read_moment (self);

  self->timeout = 0;
  if (lueur_usage_check_absence (&self->usage, &now))
    rest (self);
  refresh (self, &now);
  g_time_zone_unref (now.zone);
}

static void
update_presence (LueurWellbeing *self)
{
  LueurMoment now = read_moment (self);
  gboolean present = self->focused && !self->locked, left = self->usage.present && !present;

  handle (self, lueur_usage_set_present (&self->usage, present, &now), &now);
  if (left)
    {
      flush (self);
      save_state (self, &now);
    }
  g_time_zone_unref (now.zone);
}

static void
read_settings (LueurWellbeing *self)
{
  GSettings *gsettings = lueur_settings_get_gsettings (self->settings);
  guint goal = g_settings_get_uint (gsettings, "daily-goal-minutes");

  self->usage.break_length = minutes (lueur_settings_get_break_minutes (self->settings));
  self->lines.goal = goal > 0 ? minutes (MAX (goal, MIN_GOAL_MINUTES)) : 0;
  self->lines.goal_ahead = minutes (g_settings_get_uint (gsettings, "goal-warning-minutes"));
  self->usage.max_gap = g_settings_get_uint (gsettings, "gap-seconds") * (gint64) G_USEC_PER_SEC;
  self->nudges.ignored_max = g_settings_get_uint (gsettings, "nudges-ignored");
  self->lines.late_hour = g_settings_get_int (gsettings, "late-hour");
  self->notices.period = lueur_settings_get_adulthood (self->settings) == LUEUR_ADULTHOOD_MINOR ? LUEUR_NOTICE_PERIOD_MINOR
                                                                                                 : LUEUR_NOTICE_PERIOD;
  self->lines.morning_hour = g_settings_get_int (gsettings, "morning-hour");
  lueur_nudge_policy_set_period (&self->nudges, minutes (lueur_settings_get_nudge_minutes (self->settings)));
}

static void
on_settings_changed (LueurWellbeing *self, const char *key)
{
  LueurMoment now;

  if (g_str_equal (key, "wellbeing-state") || g_str_equal (key, "nudge-silent-until"))
    return;
  now = read_moment (self);
  read_settings (self);
  refresh (self, &now);
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
      LueurMoment now = read_moment (self);

      if (self->usage.present)
        {
          lueur_usage_set_present (&self->usage, FALSE, &now);
          save_state (self, &now);
        }
      flush (self);
      g_time_zone_unref (now.zone);
      arm (self, -1);
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
  g_object_class_install_properties (object_class, N_PROPS, props);
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
  now = read_moment (self);

  lueur_usage_init (&self->usage, 0, on_span, self);
  lueur_nudge_policy_init (&self->nudges, 0);
  lueur_line_policy_init (&self->lines);
  lueur_notice_policy_init (&self->notices);
  read_settings (self);
  g_object_get (settings, "nudge-silent-until", &silent_until, NULL);
  self->nudges.silent_until = CLAMP (silent_until, 0, G_MAXINT64 / G_USEC_PER_SEC) * G_USEC_PER_SEC;
  load_state (self, &now);
  self->shown_active = seconds (self->usage.active);
  g_signal_connect_swapped (lueur_settings_get_gsettings (settings), "changed", G_CALLBACK (on_settings_changed), self);

  g_time_zone_unref (now.zone);
  return self;
}

/**
 * lueur_wellbeing_note_input:
 * @typing: whether it was a key rather than a pointer
 *
 * The focused window saw an event.
 */
void
lueur_wellbeing_note_input (LueurWellbeing *self, gboolean typing)
{
  LueurMoment now = read_moment (self);

  if (typing)
    lueur_nudge_policy_typed (&self->nudges, &now);
  handle (self, lueur_usage_event (&self->usage, &now), &now);
  g_time_zone_unref (now.zone);
}

/**
 * lueur_wellbeing_set_focused:
 *
 * Whether a window of ours has the focus.
 */
void
lueur_wellbeing_set_focused (LueurWellbeing *self, gboolean focused)
{
  self->focused = focused;
  update_presence (self);
}

/**
 * lueur_wellbeing_set_locked:
 *
 * Whether the screen is locked or blanked (GtkApplication:screensaver-active).
 */
void
lueur_wellbeing_set_locked (LueurWellbeing *self, gboolean locked)
{
  self->locked = locked;
  update_presence (self);
}

static void
refresh_now (LueurWellbeing *self)
{
  LueurMoment now = read_moment (self);

  refresh (self, &now);
  g_time_zone_unref (now.zone);
}

/**
 * lueur_wellbeing_set_streaming:
 *
 * Whether a reply comes in, which a suggestion does not interrupt.
 */
void
lueur_wellbeing_set_streaming (LueurWellbeing *self, gboolean streaming)
{
  self->nudges.streaming = streaming;
  refresh_now (self);
}

/**
 * lueur_wellbeing_set_do_not_disturb:
 *
 * Whether the desktop asks for quiet. Time is counted all the same.
 */
void
lueur_wellbeing_set_do_not_disturb (LueurWellbeing *self, gboolean do_not_disturb)
{
  if (self->do_not_disturb == do_not_disturb)
    return;
  self->do_not_disturb = do_not_disturb;
  self->nudges.do_not_disturb = do_not_disturb || self->quiet;
  refresh_now (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DO_NOT_DISTURB]);
}

void
lueur_wellbeing_set_quiet (LueurWellbeing *self, gboolean quiet)
{
  if (self->quiet == quiet)
    return;
  self->quiet = quiet;
  self->nudges.do_not_disturb = quiet || self->do_not_disturb;
  refresh_now (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LINE]);
}

/**
 * lueur_wellbeing_take_break:
 *
 * The answer "take a break". It locks nothing.
 */
void
lueur_wellbeing_take_break (LueurWellbeing *self)
{
  if (lueur_nudge_policy_is_visible (&self->nudges))
    tell_nudge (self, LUEUR_NUDGE_TAKEN);
  lueur_nudge_policy_take_break (&self->nudges, self->usage.active);
  refresh_now (self);
}

/**
 * lueur_wellbeing_postpone:
 *
 * The answer "in 5 minutes".
 */
void
lueur_wellbeing_postpone (LueurWellbeing *self)
{
  if (lueur_nudge_policy_is_visible (&self->nudges))
    tell_nudge (self, LUEUR_NUDGE_LATER);
  lueur_nudge_policy_postpone (&self->nudges, self->usage.active);
  refresh_now (self);
}

/**
 * lueur_wellbeing_not_today:
 *
 * The answer "not today", which also holds when the program is started again.
 */
void
lueur_wellbeing_not_today (LueurWellbeing *self)
{
  LueurMoment now = read_moment (self);

  if (lueur_nudge_policy_is_visible (&self->nudges))
    tell_nudge (self, LUEUR_NUDGE_NOT_TODAY);
  lueur_nudge_policy_not_today (&self->nudges, self->usage.active, &now);
  g_object_set (self->settings, "nudge-silent-until", self->nudges.silent_until / G_USEC_PER_SEC, NULL);
  refresh (self, &now);
  g_time_zone_unref (now.zone);
}

/**
 * lueur_wellbeing_dismiss_line:
 *
 * Takes the line away before its time.
 */
void
lueur_wellbeing_dismiss_line (LueurWellbeing *self)
{
  lueur_line_policy_dismiss (&self->lines);
  refresh_now (self);
}

/**
 * lueur_wellbeing_end_wind_down:
 *
 * Back to full life for the rest of the day.
 */
void
lueur_wellbeing_end_wind_down (LueurWellbeing *self)
{
  self->wind_down_ended = self->usage.day;
  refresh_now (self);
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
  return seconds (self->usage.active);
}

guint
lueur_wellbeing_get_today_seconds (LueurWellbeing *self)
{
  LueurMoment now = read_moment (self);
  guint result = seconds (today (self, &now));

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
  return (guint) (self->usage.break_length / minutes (1));
}

/**
 * lueur_wellbeing_get_goal_warning_minutes:
 *
 * Returns: how long before the day’s goal the line comes
 */
guint
lueur_wellbeing_get_goal_warning_minutes (LueurWellbeing *self)
{
  return (guint) (self->lines.goal_ahead / minutes (1));
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
  LueurMoment now = read_moment (self);
  gboolean result = winds_down (self, &now);

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
  LueurMoment now = read_moment (self);
  gboolean night = lueur_line_policy_is_night (&self->lines, &now);

  g_time_zone_unref (now.zone);
  return night;
}

/**
 * lueur_wellbeing_set_sink:
 * @sink: (nullable): who keeps the records; copied
 */
void
lueur_wellbeing_set_sink (LueurWellbeing *self, const LueurUsageSink *sink)
{
  if (self->sink.destroy != NULL)
    self->sink.destroy (self->sink.data);
  self->sink = sink != NULL ? *sink : (LueurUsageSink){ NULL };
}

/**
 * lueur_wellbeing_set_companion:
 * @companion: LueurPersona:id, 0 for nobody
 */
void
lueur_wellbeing_set_companion (LueurWellbeing *self, gint64 companion)
{
  if (self->companion == companion)
    return;
  flush (self);
  self->companion = companion;
}

/**
 * lueur_wellbeing_restore_day:
 * @day: Julian number
 * @seconds_recorded: active seconds
 */
void
lueur_wellbeing_restore_day (LueurWellbeing *self, guint32 day, guint seconds_recorded)
{
  self->restored_day = day;
  self->restored = seconds_recorded * (gint64) G_USEC_PER_SEC;
  if (self->usage.day == day)
    self->usage.today += self->restored;
  refresh_now (self);
}

/**
 * lueur_wellbeing_get_day:
 *
 * Returns: the Julian number of today, a day that started at 03:00
 */
guint32
lueur_wellbeing_get_day (LueurWellbeing *self)
{
  LueurMoment now = read_moment (self);
  guint32 day = lueur_usage_day (now.wall, now.zone);

  g_time_zone_unref (now.zone);
  return day;
}

/**
 * lueur_wellbeing_forget:
 *
 * Starts today's count at nothing and takes away what a restart would bring back. The suggestion of a pause goes on
 * from where it is: it depends on the time since the last one alone.
 */
void
lueur_wellbeing_forget (LueurWellbeing *self)
{
  self->pending = 0;
  self->restored = 0;
  self->usage.today = 0;
  g_settings_reset (lueur_settings_get_gsettings (self->settings), "wellbeing-state");
  refresh_now (self);
}
