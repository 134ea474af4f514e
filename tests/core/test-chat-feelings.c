/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The mood that follows a reply while it grows, and the tags that nobody sees. */

#include "core/chat/feelings.h"
#include "support/fake-clock.h"

static void
on_mood (const LueurFeeling *feeling, gpointer data)
{
  (*(guint *) data)++;
}

/* A tag moves the face without a model, and no part of it is seen, however the reply is cut. */
static void
test_tags (void)
{
  static const char text[] = "[joy] Oh, you came! (smile) Come in. [jo";
  g_autoptr (LueurFakeClock) clock = lueur_fake_clock_new ("Europe/Paris", 2026, 3, 10, 20, 0);
  guint n = 0;
  g_autoptr (LueurFeelings) feelings = lueur_feelings_new (LUEUR_CLOCK (clock), NULL, on_mood, &n);
  g_autoptr (GString) seen = g_string_new (NULL);
  LueurFeeling now;

  for (const char *p = text; *p != '\0'; p++)
    {
      char letter[2] = { *p, 0 };

      g_string_append (seen, lueur_feelings_feed (feelings, letter));
      g_assert_true (g_str_has_prefix ("Oh, you came! Come in. ", seen->str));
      if (p - text > 6)
        {
          lueur_feelings_get (feelings, &now);
          g_assert_cmpint (now.label, ==, LUEUR_EMOTION_JOY);
        }
    }
  g_string_append (seen, lueur_feelings_end (feelings));
  g_assert_cmpstr (seen->str, ==, "Oh, you came! Come in. [jo");
  g_assert_cmpuint (n, >, 0);
  lueur_fake_clock_advance_seconds (clock, 120);
  lueur_feelings_get (feelings, &now);
  g_assert_cmpint (now.label, ==, LUEUR_EMOTION_NEUTRAL);
  g_assert_cmpuint (lueur_fake_clock_get_n_timeouts (clock), ==, 0);
}

static void
test_no_reader (void)
{
  g_autoptr (LueurFakeClock) clock = lueur_fake_clock_new ("Europe/Paris", 2026, 3, 10, 20, 0);
  guint n = 0;
  g_autoptr (LueurFeelings) feelings = lueur_feelings_new (LUEUR_CLOCK (clock), NULL, on_mood, &n);
  LueurFeeling now;

  /* Without a model the face stays as it is, and nothing ticks. */
  lueur_feelings_feed (feelings, "I am so happy! This is the best day of my life. ");
  lueur_feelings_end (feelings);
  lueur_feelings_get (feelings, &now);
  g_assert_cmpint (now.label, ==, LUEUR_EMOTION_NEUTRAL);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (lueur_fake_clock_get_n_timeouts (clock), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chat/feelings/tags", test_tags);
  g_test_add_func ("/chat/feelings/no-reader", test_no_reader);
  return g_test_run ();
}
