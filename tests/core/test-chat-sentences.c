/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentences told while a text grows, and the mood that follows them. */

#include <string.h>

#include "core/chat/feelings.h"
#include "core/chat/sentences.h"
#include "support/fake-clock.h"

static void
on_sentence (const char *text, gsize length, gboolean is_action, gpointer data)
{
  g_assert_cmpuint (strlen (text), ==, length);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_string_append_printf (data, is_action ? "*%s*|" : "%s|", text);
}

static const struct
{
  const char *text;
  const char *sentences;
} cases[] = {
  { "One. Two! Three? Four… Five", "One.|Two!|Three?|Four…|Five|" },
  { "One\nTwo\n\nThree", "One|Two|Three|" },
  { "What?! No... Really.", "What?!|No...|Really.|" },
  { "It costs 3.50 euros, v1.2 too. Yes.", "It costs 3.50 euros, v1.2 too.|Yes.|" },
  { "Mr. Brown saw Dr. Green. He left.", "Mr. Brown saw Dr. Green.|He left.|" },
  { "M. Dupont et Mme. Durand arrivent. Bien.", "M. Dupont et Mme. Durand arrivent.|Bien.|" },
  { "J. R. came. So did I. Good.", "J. R. came.|So did I.|Good.|" },
  { "Vraiment\u00a0? Oui\u00a0! «\u00a0Bien.\u00a0» Merci.", "Vraiment\u00a0?|Oui\u00a0!|«\u00a0Bien.\u00a0»|Merci.|" },
  { "She said “go.” Then left.", "She said “go.”|Then left.|" },
  { "*smiles softly* I see. *nods* Yes.", "*smiles softly*|I see.|*nods*|Yes.|" },
  { "**Bold** words. * not this", "**Bold** words.|* not this|" },
  { "*never closed. Two.\nThree", "*never closed.|Two.|Three|" },
  { "日本語。はい！", "日本語。はい！|" },
  { "   \n \n", "" },
  { "", "" },
};

static void
test_splits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *text = cases[i].text;
      gsize length = strlen (text);

      for (gsize a = 0; a <= length; a++)
        {
          g_autoptr (GString) seen = g_string_new (NULL);
          g_autofree char *head = NULL;
          LueurSentences state = { 0 };

          if (a < length && (text[a] & 0xc0) == 0x80)
            continue;
          head = g_strndup (text, a);
          lueur_sentences_feed (&state, head, on_sentence, seen);
          lueur_sentences_feed (&state, text + a, on_sentence, seen);
          lueur_sentences_end (&state, on_sentence, seen);
          g_assert_cmpstr (seen->str, ==, cases[i].sentences);
        }
      {
        g_autoptr (GString) seen = g_string_new (NULL);
        LueurSentences state = { 0 };

        for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
          {
            g_autofree char *letter = g_strndup (p, (gsize) (g_utf8_next_char (p) - p));

            lueur_sentences_feed (&state, letter, on_sentence, seen);
          }
        lueur_sentences_end (&state, on_sentence, seen);
        g_assert_cmpstr (seen->str, ==, cases[i].sentences);
      }
    }
}

static void
test_early (void)
{
  g_autoptr (GString) seen = g_string_new (NULL);
  LueurSentences state = { 0 };

  /* A sentence is told as soon as something follows it, a gesture as soon as it ends. */
  lueur_sentences_feed (&state, "How nice.", on_sentence, seen);
  g_assert_cmpstr (seen->str, ==, "");
  lueur_sentences_feed (&state, " ", on_sentence, seen);
  g_assert_cmpstr (seen->str, ==, "How nice.|");
  lueur_sentences_feed (&state, "*smiles", on_sentence, seen);
  lueur_sentences_feed (&state, "*", on_sentence, seen);
  g_assert_cmpstr (seen->str, ==, "How nice.|*smiles*|");
  lueur_sentences_clear (&state);
}

static void
test_endless (void)
{
  g_autoptr (GString) seen = g_string_new (NULL);
  LueurSentences state = { 0 };
  gint64 start = g_get_monotonic_time ();

  /* A megabyte without an end, letter by letter: cut now and then, and never looked at twice. */
  for (guint i = 0; i < 1000000; i++)
    lueur_sentences_feed (&state, i % 100000 < 50000 ? "é" : "*", on_sentence, seen);
  lueur_sentences_end (&state, on_sentence, seen);
  g_assert_cmpuint (seen->len, >, 1000000);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

static void
on_mood (const LueurFeeling *feeling, gpointer data)
{
  (*(guint *) data)++;
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
  g_test_add_func ("/chat/sentences/splits", test_splits);
  g_test_add_func ("/chat/sentences/early", test_early);
  g_test_add_func ("/chat/sentences/endless", test_endless);
  g_test_add_func ("/chat/feelings/no-reader", test_no_reader);
  return g_test_run ();
}
