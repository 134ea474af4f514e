/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Expression tags: taken out of a text however it is cut, and never seen in part. */

#include <string.h>

#include "core/emotion/tags.h"
#include "support/loop.h"

typedef struct
{
  GString *visible;
  GString *tags;
} Seen;

static void
on_text (const char *text, gsize length, gpointer data)
{
  Seen *seen = data;

  g_string_append_len (seen->visible, text, (gssize) length);
}

static void
on_tag (LueurEmotion label, float strength, gpointer data)
{
  Seen *seen = data;

  g_assert_cmpfloat (strength, >, 0);
  g_assert_cmpfloat (strength, <=, 1);
  g_string_append_printf (seen->tags, "%s ", lueur_emotion_get_name (label));
}

static const struct
{
  const char *text;
  const char *visible;
  const char *tags;
} cases[] = {
  { "[joy] Hello there!", "Hello there!", "joy " },
  { "Hello [joy] there!", "Hello there!", "joy " },
  { "Hello there! [joy]", "Hello there!", "joy " },
  { "Hello there [joy].", "Hello there.", "joy " },
  { "[joy]\nHello", "Hello", "joy " },
  { "One\n[sad]\nTwo", "One\nTwo", "sadness " },
  { "[Joy][LOVE] Both", "Both", "joy love " },
  { "[emotion: joy] Yes", "Yes", "joy " },
  { "[expression=sourire]Oui", "Oui", "joy " },
  { "[joy:0.8] Yes", "Yes", "joy " },
  { "[joie] Bonjour", "Bonjour", "joy " },
  { "[fierté] Bravo\u00a0!", "Bravo\u00a0!", "pride " },
  { "(smile) Hello", "Hello", "joy " },
  { "Hello (smile) you", "Hello you", "joy " },
  { "Hello. (sad) I see.", "Hello. I see.", "sadness " },
  { "(soupir) Bon.", "Bon.", "disappointment " },
  { "<|ACT emotion=joy intensity=0.5|>Hi", "Hi", "joy " },
  { "<|ACT:{\"emotion\":{\"name\":\"happy\",\"intensity\":1}}|>Hi", "Hi", "joy " },
  { "Hi <|ACT {\"emotion\": \"sad\"}|> you", "Hi you", "sadness " },
  { "<|EMOTE_HAPPY|> Hi", "Hi", "joy " },
  { "Hi <|DELAY:1|>you", "Hi you", "" },
  /* What looks like a tag and is none stays as it is. */
  { "See [joy](https://example.org)", "See [joy](https://example.org)", "" },
  { "[joy]: https://example.org", "[joy]: https://example.org", "" },
  { "A list [1], [x] and [see below].", "A list [1], [x] and [see below].", "" },
  { "The stages (anger) are known.", "The stages (anger) are known.", "" },
  { "He was (so I hear) happy (and sad).", "He was (so I hear) happy (and sad).", "" },
  { "`[joy]` and ``a [joy] b``", "`[joy]` and ``a [joy] b``", "" },
  { "```\n[joy] (smile)\n```\n[joy]ok", "```\n[joy] (smile)\n```\nok", "joy " },
  { "`a` [joy] b", "`a` b", "joy " },
  { "[ joy ]", "[ joy ]", "" },
  { "a[] b() <| c", "a[] b() <| c", "" },
  { "<|im_end|> a < b", "<|im_end|> a < b", "" },
  { "<|ACT never closed\nnext", "<|ACT never closed\nnext", "" },
  { "open [jo", "open [jo", "" },
  { "open (smil", "open (smil", "" },
  { "[joy and a very long text that goes on and on]", "[joy and a very long text that goes on and on]", "" },
  { "[[joy]]", "[]", "joy " },
  { "two  spaces   stay", "two  spaces   stay", "" },
  { "trailing ", "trailing ", "" },
  { "", "", "" },
};

static void
feed_cut (const char *text, gsize a, gsize b, const char *visible, const char *tags)
{
  gsize length = strlen (text), cuts[] = { 0, a, b, length };
  Seen seen = { g_string_new (NULL), g_string_new (NULL) };
  LueurTags state;

  lueur_tags_init (&state);
  for (guint i = 0; i < 3; i++)
    {
      lueur_tags_feed (&state, text + cuts[i], (gssize) (cuts[i + 1] - cuts[i]), on_text, on_tag, &seen);
      /* What was shown once is part of what is shown in the end. */
      g_assert_true (g_str_has_prefix (visible, seen.visible->str));
    }
  lueur_tags_end (&state, on_text, on_tag, &seen);
  g_assert_cmpstr (seen.visible->str, ==, visible);
  g_assert_cmpstr (seen.tags->str, ==, tags);
  g_string_free (seen.visible, TRUE);
  g_string_free (seen.tags, TRUE);
}

static void
test_cuts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length = strlen (cases[i].text);
      g_autofree char *stripped = lueur_tags_strip (cases[i].text);

      g_assert_cmpstr (stripped, ==, cases[i].visible);
      for (gsize a = 0; a <= length; a++)
        for (gsize b = a; b <= length; b++)
          feed_cut (cases[i].text, a, b, cases[i].visible, cases[i].tags);
    }
}

static void
add_strength (LueurEmotion label, float strength, gpointer data)
{
  *(float *) data = strength;
}

static void
ignore_text (const char *text, gsize length, gpointer data)
{
}

static void
test_strength (void)
{
  static const char *const texts[] = { "[joy]", "[joy:0.3] ", "[joy 70%] ", "<|ACT joy intensity=0.5|>", "[joy:0] " };
  static const float wanted[] = { 1.0f, 0.3f, 0.7f, 0.5f, 0.1f };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      LueurTags state;
      float strength = -1;

      lueur_tags_init (&state);
      lueur_tags_feed (&state, texts[i], -1, ignore_text, add_strength, &strength);
      lueur_tags_end (&state, ignore_text, add_strength, &strength);
      g_assert_cmpfloat_with_epsilon (strength, wanted[i], 1e-5);
    }
}

static void
count (const char *text, gsize length, gpointer data)
{
  *(gsize *) data += length;
}

/* Megabytes of openings come through, quickly and whole. */
static void
test_openings (void)
{
  static const char *const units[] = { "[", "(", "<|ACT ", "[joy", "`[", "   " };
  gint64 start = lueur_test_cpu_time ();

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      gsize n = 0, fed = 0;
      LueurTags state;

      lueur_tags_init (&state);
      while (fed < 1000000)
        {
          lueur_tags_feed (&state, units[i], -1, count, NULL, &n);
          fed += strlen (units[i]);
        }
      lueur_tags_end (&state, count, NULL, &n);
      g_assert_cmpuint (n, ==, fed);
    }
  g_assert_cmpint (lueur_test_cpu_time () - start, <, 5 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/emotion/tags/cuts", test_cuts);
  g_test_add_func ("/emotion/tags/strength", test_strength);
  g_test_add_func ("/emotion/tags/openings", test_openings);
  return g_test_run ();
}
