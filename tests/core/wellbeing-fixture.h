/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/wellbeing/wellbeing.h"
#include "support/fake-clock.h"

#define SECOND ((gint64) G_USEC_PER_SEC)
#define MINUTE (60 * SECOND)
#define HOUR (60 * MINUTE)

/* The real object with the real settings (in memory) under a clock of the test's own. */
typedef struct
{
  LueurFakeClock *clock;
  LueurSettings *settings;
  LueurWellbeing *wellbeing;
  guint seconds_kept;
  guint records;
} Fixture;

static inline void
keep (guint32 day, guint hour, gint64 companion, guint seconds, gpointer data)
{
  Fixture *f = data;

  g_assert_cmpuint (hour, <, 24);
  g_assert_cmpuint (seconds, >, 0);
  f->seconds_kept += seconds;
  f->records++;
}

static inline void
start (Fixture *f)
{
  LueurUsageSink sink = { keep, f, NULL };

  f->wellbeing = lueur_wellbeing_new (LUEUR_CLOCK (f->clock), f->settings);
  lueur_wellbeing_set_sink (f->wellbeing, &sink);
  lueur_wellbeing_set_focused (f->wellbeing, TRUE);
}

static inline void
stop (Fixture *f)
{
  g_assert_finalize_object (f->wellbeing);
  g_assert_cmpuint (lueur_fake_clock_get_n_timeouts (f->clock), ==, 0);
}

static inline void
setup (Fixture *f, int hour, int minute)
{
  GSettings *gsettings;
  g_auto (GStrv) keys = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;

  f->seconds_kept = f->records = 0;
  f->clock = lueur_fake_clock_new ("Europe/Paris", 2026, 5, 4, hour, minute);
  f->settings = lueur_settings_new ();
  gsettings = lueur_settings_get_gsettings (f->settings);
  g_object_get (gsettings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (gsettings, keys[i]);
  start (f);
}

static inline void
teardown (Fixture *f)
{
  stop (f);
  g_assert_finalize_object (f->settings);
  g_assert_finalize_object (f->clock);
}

/* Moves the pointer every 20 s for that long; types instead where @typing. */
static inline void
use (Fixture *f, gint64 length, gint64 every, gboolean typing)
{
  for (gint64 done = 0; done < length; done += every)
    {
      lueur_fake_clock_advance (f->clock, MIN (every, length - done));
      lueur_wellbeing_note_input (f->wellbeing, typing);
    }
}

static inline void
point (Fixture *f, gint64 length)
{
  use (f, length, 20 * SECOND, FALSE);
}

static inline void
type (Fixture *f, gint64 length)
{
  use (f, length, 2 * SECOND, TRUE);
}

static inline gboolean
nudge (Fixture *f)
{
  return lueur_wellbeing_get_nudge (f->wellbeing);
}
