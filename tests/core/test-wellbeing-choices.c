/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person set is what counts. */

#include "wellbeing-fixture.h"

static void
test_settings (void)
{
  Fixture f;

  setup (&f, 10, 0);
  g_object_set (f.settings, "nudge-minutes", 0, NULL);
  point (&f, 2 * HOUR);
  g_assert_false (nudge (&f));
  g_object_set (f.settings, "nudge-minutes", 10, NULL);
  point (&f, 20 * SECOND);
  g_assert_true (nudge (&f));
  g_object_set (f.settings, "nudge-minutes", 0, NULL);
  g_assert_false (nudge (&f));
  teardown (&f);
}

/* How long it is put off, and how long it waits for who writes. */
static void
test_waits_are_editable (void)
{
  GSettings *gsettings;
  Fixture f;

  setup (&f, 10, 0);
  gsettings = lueur_settings_get_gsettings (f.settings);
  g_settings_set_uint (gsettings, "postpone-minutes", 12);
  g_assert_cmpuint (lueur_wellbeing_get_postpone_minutes (f.wellbeing), ==, 12);
  point (&f, 30 * MINUTE);
  g_assert_true (nudge (&f));
  lueur_wellbeing_postpone (f.wellbeing);
  point (&f, 12 * MINUTE - 20 * SECOND);
  g_assert_false (nudge (&f));
  point (&f, 20 * SECOND);
  g_assert_true (nudge (&f));
  teardown (&f);

  setup (&f, 10, 0);
  gsettings = lueur_settings_get_gsettings (f.settings);
  g_settings_set_uint (gsettings, "typing-pause-seconds", 20);
  point (&f, 30 * MINUTE - 20 * SECOND);
  type (&f, 60 * SECOND);
  lueur_fake_clock_advance (f.clock, 19900 * 1000);
  g_assert_false (nudge (&f));
  lueur_fake_clock_advance (f.clock, 200 * 1000);
  g_assert_true (nudge (&f));
  teardown (&f);

  setup (&f, 10, 0);
  gsettings = lueur_settings_get_gsettings (f.settings);
  g_settings_set_uint (gsettings, "typing-patience-seconds", 30);
  point (&f, 30 * MINUTE - 20 * SECOND);
  type (&f, 20 * SECOND + 26 * SECOND);
  g_assert_false (nudge (&f));
  type (&f, 8 * SECOND);
  g_assert_true (nudge (&f));
  teardown (&f);
}

/* What a person may set otherwise: the gap that counts as use, how many silences are an answer, when the night ends. */
static void
test_defaults_are_editable (void)
{
  GSettings *gsettings;
  Fixture f;

  setup (&f, 10, 0);
  gsettings = lueur_settings_get_gsettings (f.settings);
  use (&f, 20 * MINUTE, 4 * MINUTE, FALSE);
  g_assert_cmpuint (lueur_wellbeing_get_active_seconds (f.wellbeing), ==, 0);
  g_settings_set_uint (gsettings, "gap-seconds", 300);
  use (&f, 20 * MINUTE, 4 * MINUTE, FALSE);
  g_assert_cmpuint (lueur_wellbeing_get_active_seconds (f.wellbeing), ==, 20 * 60);
  g_settings_set_uint (gsettings, "nudges-ignored", 1);
  point (&f, 10 * MINUTE);
  g_assert_true (nudge (&f));
  point (&f, 120 * MINUTE);
  g_assert_false (nudge (&f));
  g_assert_cmpuint (lueur_wellbeing_get_nudge_id (f.wellbeing), ==, 1);
  lueur_fake_clock_set_local (f.clock, 2026, 5, 5, 8, 0);
  g_assert_false (lueur_wellbeing_is_night (f.wellbeing));
  g_settings_set_int (gsettings, "morning-hour", 9);
  g_assert_true (lueur_wellbeing_is_night (f.wellbeing));
  teardown (&f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wellbeing/nudge/settings", test_settings);
  g_test_add_func ("/wellbeing/nudge/defaults-are-editable", test_defaults_are_editable);
  g_test_add_func ("/wellbeing/nudge/waits-are-editable", test_waits_are_editable);
  return g_test_run ();
}
