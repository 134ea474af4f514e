/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When a pause is suggested, and when it is not. */

#include "wellbeing-fixture.h"

static void
test_after_thirty_minutes (void)
{
  Fixture f;

  setup (&f, 10, 0);
  point (&f, 30 * MINUTE - 20 * SECOND);
  g_assert_false (nudge (&f));
  point (&f, 20 * SECOND);
  g_assert_true (nudge (&f));
  g_assert_cmpuint (lueur_wellbeing_get_nudge_id (f.wellbeing), ==, 1);
  g_assert_cmpuint (lueur_wellbeing_get_active_seconds (f.wellbeing), ==, 30 * 60);

  /* Five minutes away: the suggestion goes by itself, with the window closed or not, and all begins anew. */
  lueur_fake_clock_advance (f.clock, 5 * MINUTE + SECOND);
  g_assert_false (nudge (&f));
  g_assert_cmpuint (lueur_wellbeing_get_active_seconds (f.wellbeing), ==, 0);
  lueur_wellbeing_note_input (f.wellbeing, FALSE);
  point (&f, 30 * MINUTE - 20 * SECOND);
  g_assert_false (nudge (&f));
  point (&f, 20 * SECOND);
  g_assert_true (nudge (&f));
  teardown (&f);
}

static void
test_absence_resets (void)
{
  Fixture f;

  setup (&f, 10, 0);
  for (int i = 0; i < 5; i++)
    {
      point (&f, 25 * MINUTE);
      lueur_fake_clock_advance (f.clock, 5 * MINUTE);
      lueur_wellbeing_note_input (f.wellbeing, FALSE);
      g_assert_false (nudge (&f));
    }
  /* Four minutes are no pause. */
  point (&f, 25 * MINUTE);
  lueur_fake_clock_advance (f.clock, 4 * MINUTE);
  lueur_wellbeing_note_input (f.wellbeing, FALSE);
  point (&f, 5 * MINUTE);
  g_assert_true (nudge (&f));
  teardown (&f);
}

static void
test_other_window (void)
{
  Fixture f;

  setup (&f, 10, 0);
  lueur_wellbeing_set_focused (f.wellbeing, FALSE);
  point (&f, 2 * HOUR);
  g_assert_cmpuint (lueur_wellbeing_get_today_seconds (f.wellbeing), ==, 0);
  lueur_wellbeing_set_focused (f.wellbeing, TRUE);
  lueur_wellbeing_set_locked (f.wellbeing, TRUE);
  point (&f, 2 * HOUR);
  g_assert_cmpuint (lueur_wellbeing_get_today_seconds (f.wellbeing), ==, 0);
  lueur_wellbeing_set_locked (f.wellbeing, FALSE);
  point (&f, 10 * MINUTE);
  g_assert_cmpuint (lueur_wellbeing_get_today_seconds (f.wellbeing), ==, 600);
  g_assert_false (nudge (&f));
  teardown (&f);
}

static void
test_waits_for_a_pause (void)
{
  Fixture f;

  setup (&f, 10, 0);
  point (&f, 30 * MINUTE - 20 * SECOND);
  type (&f, 60 * SECOND);
  g_assert_false (nudge (&f));
  /* It comes five seconds after the last key, without any further event. */
  lueur_fake_clock_advance (f.clock, 4900 * 1000);
  g_assert_false (nudge (&f));
  lueur_fake_clock_advance (f.clock, 200 * 1000);
  g_assert_true (nudge (&f));
  teardown (&f);

  /* Who never stops is told after two minutes. */
  setup (&f, 10, 0);
  point (&f, 30 * MINUTE - 20 * SECOND);
  type (&f, 20 * SECOND + 2 * MINUTE - 4 * SECOND);
  g_assert_false (nudge (&f));
  type (&f, 8 * SECOND);
  g_assert_true (nudge (&f));
  teardown (&f);
}

static void
test_waits_for_a_reply (void)
{
  Fixture f;

  setup (&f, 10, 0);
  point (&f, 29 * MINUTE);
  lueur_wellbeing_set_streaming (f.wellbeing, TRUE);
  point (&f, MINUTE + 40 * SECOND);
  g_assert_false (nudge (&f));
  lueur_wellbeing_set_streaming (f.wellbeing, FALSE);
  g_assert_true (nudge (&f));
  teardown (&f);

  setup (&f, 10, 0);
  point (&f, 29 * MINUTE);
  lueur_wellbeing_set_streaming (f.wellbeing, TRUE);
  point (&f, MINUTE);
  g_assert_false (nudge (&f));
  lueur_fake_clock_advance (f.clock, 2 * MINUTE + SECOND);
  g_assert_true (nudge (&f));
  teardown (&f);
}

static void
test_due_elsewhere (void)
{
  Fixture f;

  /* Due while typing, then away in another window: nothing follows the person there. */
  setup (&f, 10, 0);
  point (&f, 29 * MINUTE);
  type (&f, MINUTE);
  lueur_wellbeing_set_focused (f.wellbeing, FALSE);
  lueur_fake_clock_advance (f.clock, MINUTE);
  g_assert_false (nudge (&f));
  lueur_wellbeing_set_focused (f.wellbeing, TRUE);
  g_assert_true (nudge (&f));
  teardown (&f);
}

static void
test_postpone (void)
{
  Fixture f;

  setup (&f, 10, 0);
  point (&f, 30 * MINUTE);
  for (guint i = 1; i <= 40; i++)
    {
      g_assert_true (nudge (&f));
      g_assert_cmpuint (lueur_wellbeing_get_nudge_id (f.wellbeing), ==, i);
      lueur_wellbeing_postpone (f.wellbeing);
      g_assert_false (nudge (&f));
      point (&f, 5 * MINUTE - 20 * SECOND);
      g_assert_false (nudge (&f));
      point (&f, 20 * SECOND);
    }
  teardown (&f);
}

static void
test_take_break (void)
{
  Fixture f;

  setup (&f, 10, 0);
  point (&f, 30 * MINUTE);
  lueur_wellbeing_take_break (f.wellbeing);
  g_assert_false (nudge (&f));
  /* They stay all the same: nobody insists before a whole period. */
  point (&f, 29 * MINUTE + 40 * SECOND);
  g_assert_false (nudge (&f));
  point (&f, 20 * SECOND);
  g_assert_true (nudge (&f));
  teardown (&f);
}

static void
test_not_today (void)
{
  Fixture f;
  gint64 until;

  setup (&f, 10, 0);
  point (&f, 30 * MINUTE);
  lueur_wellbeing_not_today (f.wellbeing);
  g_assert_false (nudge (&f));
  g_object_get (f.settings, "nudge-silent-until", &until, NULL);
  g_assert_cmpint (until, ==, lueur_clock_get_wall (LUEUR_CLOCK (f.clock)) / SECOND + (16 * 60 + 30) * 60);
  point (&f, 3 * HOUR);
  g_assert_false (nudge (&f));

  /* It holds when the program is started again. */
  stop (&f);
  start (&f);
  point (&f, 13 * HOUR + 29 * MINUTE);
  g_assert_false (nudge (&f));
  /* 03:00: the day after starts with a whole period. */
  point (&f, 20 * MINUTE);
  g_assert_false (nudge (&f));
  point (&f, 12 * MINUTE);
  g_assert_true (nudge (&f));
  g_object_get (f.settings, "nudge-silent-until", &until, NULL);
  g_assert_cmpint (until, ==, 0);
  teardown (&f);
}

static void
test_silence_of_another_year (void)
{
  Fixture f;

  setup (&f, 10, 0);
  point (&f, 30 * MINUTE);
  lueur_wellbeing_not_today (f.wellbeing);
  /* The clock had been a year ahead: that silence is not to last a year. */
  lueur_fake_clock_jump (f.clock, -365 * 24 * HOUR);
  point (&f, 31 * MINUTE);
  g_assert_true (nudge (&f));
  teardown (&f);
}

static void
test_three_ignored (void)
{
  Fixture f;

  setup (&f, 10, 0);
  for (guint i = 1; i <= 3; i++)
    {
      point (&f, i == 1 ? 30 * MINUTE : 25 * MINUTE);
      g_assert_true (nudge (&f));
      g_assert_cmpuint (lueur_wellbeing_get_nudge_id (f.wellbeing), ==, i);
      point (&f, 4 * MINUTE + 40 * SECOND);
      g_assert_true (nudge (&f));
      point (&f, 20 * SECOND);
      g_assert_false (nudge (&f));
    }
  point (&f, 15 * HOUR);
  g_assert_cmpuint (lueur_wellbeing_get_nudge_id (f.wellbeing), ==, 3);
  /* It is 02:35 or so; at 03:00 tomorrow begins. */
  point (&f, HOUR);
  g_assert_cmpuint (lueur_wellbeing_get_nudge_id (f.wellbeing), ==, 4);
  teardown (&f);
}

static void
test_answers_end_the_row (void)
{
  Fixture f;

  setup (&f, 10, 0);
  for (guint i = 1; i <= 9; i++)
    {
      point (&f, i == 1 ? 30 * MINUTE : 25 * MINUTE);
      g_assert_cmpuint (lueur_wellbeing_get_nudge_id (f.wellbeing), ==, i);
      if (i % 3 == 0)
        {
          lueur_wellbeing_take_break (f.wellbeing);
          point (&f, 5 * MINUTE);
        }
      else
        point (&f, 5 * MINUTE);
      g_assert_false (nudge (&f));
    }
  teardown (&f);
}

static void
test_do_not_disturb (void)
{
  Fixture f;

  setup (&f, 10, 0);
  lueur_wellbeing_set_do_not_disturb (f.wellbeing, TRUE);
  point (&f, 50 * MINUTE);
  g_assert_false (nudge (&f));
  g_assert_cmpuint (lueur_wellbeing_get_active_seconds (f.wellbeing), ==, 50 * 60);
  lueur_wellbeing_set_do_not_disturb (f.wellbeing, FALSE);
  g_assert_true (nudge (&f));

  /* What was hidden meanwhile was not ignored. */
  lueur_wellbeing_set_do_not_disturb (f.wellbeing, TRUE);
  g_assert_false (nudge (&f));
  point (&f, 20 * MINUTE);
  lueur_wellbeing_set_do_not_disturb (f.wellbeing, FALSE);
  g_assert_true (nudge (&f));
  g_assert_cmpuint (lueur_wellbeing_get_nudge_id (f.wellbeing), ==, 1);
  teardown (&f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wellbeing/nudge/after-thirty-minutes", test_after_thirty_minutes);
  g_test_add_func ("/wellbeing/nudge/absence-resets", test_absence_resets);
  g_test_add_func ("/wellbeing/nudge/other-window", test_other_window);
  g_test_add_func ("/wellbeing/nudge/waits-for-a-pause", test_waits_for_a_pause);
  g_test_add_func ("/wellbeing/nudge/waits-for-a-reply", test_waits_for_a_reply);
  g_test_add_func ("/wellbeing/nudge/due-elsewhere", test_due_elsewhere);
  g_test_add_func ("/wellbeing/nudge/postpone", test_postpone);
  g_test_add_func ("/wellbeing/nudge/take-break", test_take_break);
  g_test_add_func ("/wellbeing/nudge/not-today", test_not_today);
  g_test_add_func ("/wellbeing/nudge/silence-of-another-year", test_silence_of_another_year);
  g_test_add_func ("/wellbeing/nudge/three-ignored", test_three_ignored);
  g_test_add_func ("/wellbeing/nudge/answers-end-the-row", test_answers_end_the_row);
  g_test_add_func ("/wellbeing/nudge/do-not-disturb", test_do_not_disturb);
  return g_test_run ();
}
