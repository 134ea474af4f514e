/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentences, gestures and quotations told while a text grows. */

#include <string.h>

#include "core/emotion/splitter.h"
#include "support/loop.h"

static void
on_span (const char *text, gsize length, LueurSpanKind kind, gpointer data)
{
  static const char *const frames[] = { "", "*", "\"" };

  g_assert_true (g_utf8_validate (text, (gssize) length, NULL));
  g_string_append_printf (data, "%s%.*s%s|", frames[kind], (int) length, text, frames[kind]);
}

static const struct
{
  const char *text;
  const char *spans;
} cases[] = {
  { "One. Two! Three? Four… Five", "One.|Two!|Three?|Four…|Five|" },
  { "One\nTwo\n\nThree", "One|Two|Three|" },
  { "What?! Really.", "What?!|Really.|" },
  { "It costs 3.50 euros, v1.2 too. Yes.", "It costs 3.50 euros, v1.2 too.|Yes.|" },
  { "Mr. Brown saw Dr. Green. He left.", "Mr. Brown saw Dr. Green.|He left.|" },
  { "M. Dupont et Mme. Durand arrivent. Bien.", "M. Dupont et Mme. Durand arrivent.|Bien.|" },
  { "J. R. came. So did I. Good.", "J. R. came.|So did I.|Good.|" },
  { "Vraiment\u00a0? Oui\u00a0! Merci.", "Vraiment\u00a0?|Oui\u00a0!|Merci.|" },
  { "Je… je ne sais pas. Toi\u00a0?", "Je… je ne sais pas.|Toi\u00a0?|" },
  { "Good news! 😀 Really.", "Good news! 😀|Really.|" },
  /* Gestures, and what only stresses. */
  { "*smiles softly* I see. *nods* Yes.", "*smiles softly*|I see.|*nods*|Yes.|" },
  { "_sourit_ Bonjour.", "*sourit*|Bonjour.|" },
  { "I *really* mean it.", "I really mean it.|" },
  { "**Bold** words.", "Bold words.|" },
  { "f*ck and snake_case", "f*ck and snake_case|" },
  { "- a list\n- of two", "a list|of two|" },
  { "1. first\n2) second", "first|second|" },
  { "# A title", "A title|" },
  /* What nobody says. */
  { "Look: `rm -rf` done.", "Look:  done.|" },
  { "```c\nint fear;\n```\nThere.", "There.|" },
  { "See [the page](https://example.org/angry) here.", "See  the page  here.|" },
  /* Somebody else’s words. */
  { "> I hate you all.\nOh no.", "\"I hate you all.\"|Oh no.|" },
  { "He said “I am so angry with you” and left.", "\"I am so angry with you\"|He said   and left.|" },
  { "   \n \n", "" },
  { "", "" },
};

static char *
split (const char *text, gsize a)
{
  GString *seen = g_string_new (NULL);
  LueurSplitter state;

  lueur_splitter_init (&state);
  lueur_splitter_feed (&state, text, (gssize) a, on_span, seen);
  lueur_splitter_feed (&state, text + a, -1, on_span, seen);
  lueur_splitter_end (&state, on_span, seen);
  return g_string_free (seen, FALSE);
}

static void
test_cuts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize a = 0; a <= strlen (cases[i].text); a++)
      {
        g_autofree char *seen = split (cases[i].text, a);

        g_assert_cmpstr (seen, ==, cases[i].spans);
      }
}

/* Each sentence comes with the first letter of the next, a gesture with its end. */
static void
test_early (void)
{
  g_autoptr (GString) seen = g_string_new (NULL);
  LueurSplitter state;

  lueur_splitter_init (&state);
  lueur_splitter_feed (&state, "How nice. ", -1, on_span, seen);
  lueur_splitter_feed (&state, "I", -1, on_span, seen);
  g_assert_cmpstr (seen->str, ==, "How nice.|");
  lueur_splitter_feed (&state, "t is. *smiles", -1, on_span, seen);
  g_assert_cmpstr (seen->str, ==, "How nice.|It is.|");
  lueur_splitter_feed (&state, "*", -1, on_span, seen);
  g_assert_cmpstr (seen->str, ==, "How nice.|It is.|*smiles*|");
}

static void
test_endless (void)
{
  g_autoptr (GString) seen = g_string_new (NULL);
  gint64 start = lueur_test_cpu_time ();
  LueurSplitter state;

  /* A megabyte without an end, letter by letter: cut now and then, and at no character. */
  lueur_splitter_init (&state);
  for (guint i = 0; i < 1000000; i++)
    lueur_splitter_feed (&state, "é", -1, on_span, seen);
  lueur_splitter_end (&state, on_span, seen);
  g_assert_cmpuint (seen->len, >, 2000000);
  g_assert_cmpint (lueur_test_cpu_time () - start, <, 5 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/emotion/splitter/cuts", test_cuts);
  g_test_add_func ("/emotion/splitter/early", test_early);
  g_test_add_func ("/emotion/splitter/endless", test_endless);
  return g_test_run ();
}
