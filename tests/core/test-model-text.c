/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "core/model/text.h"

static void
test_clean (void)
{
  const struct
  {
    const char *in;
    const char *out;
  } cases[] = {
    { "bonjour", "bonjour" },
    { "a\r\nb\rc", "a\nb\nc" },
    { "a\x01" "b\x1b[31mc\x7f", "ab[31mc" },
    { "tab\tand\nline", "tab\tand\nline" },
    { "\xef\xbb\xbf" "byte order", "byte order" },
    { "bad\xff" "byte", "bad\xef\xbf\xbd" "byte" },
    { "l’été : ça va ?", "l’été : ça va ?" },
    { "\xe2\x80\xa8", "\n" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *out = lueur_text_clean (cases[i].in, -1, 1000);

      g_assert_cmpstr (out, ==, cases[i].out);
    }
  {
    g_autofree char *none = lueur_text_clean (NULL, -1, 10);
    g_autofree char *zero = lueur_text_clean ("a\0b", 3, 10);
    g_autofree char *capped = lueur_text_clean ("éééééé", -1, 4);

    g_assert_cmpstr (none, ==, "");
    g_assert_true (g_utf8_validate (zero, -1, NULL));
    g_assert_cmpstr (capped, ==, "éééé");
  }
}

static void
test_line (void)
{
  g_autofree char *spaces = lueur_text_clean_line ("  Marie \t\n Curie  ", -1, 80);
  g_autofree char *turned = lueur_text_clean_line ("a\xe2\x80\xae" "b\xe2\x81\xa6" "c", -1, 80);
  g_autofree char *french = lueur_text_clean_line ("ça va\xc2\xa0?", -1, 80);
  g_autofree char *capped = lueur_text_clean_line ("abc def", -1, 4);
  g_autofree char *exact = lueur_text_clean_line ("abc def", -1, 5);

  g_assert_cmpstr (spaces, ==, "Marie Curie");
  g_assert_cmpstr (turned, ==, "abc");
  g_assert_cmpstr (french, ==, "ça va\xc2\xa0?");
  /* Never a blank at the end, and never more than was asked for. */
  g_assert_cmpstr (capped, ==, "abc");
  g_assert_cmpstr (exact, ==, "abc d");
}

static void
test_words (void)
{
  const char *in[] = { " curious ", "", "\t", "calm", NULL };
  g_auto (GStrv) out = lueur_text_clean_words (in);
  g_auto (GStrv) none = lueur_text_clean_words (NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) many = NULL;
  g_auto (GStrv) capped = NULL;

  g_assert_cmpuint (g_strv_length (out), ==, 2);
  g_assert_cmpstr (out[0], ==, "curious");
  g_assert_cmpstr (out[1], ==, "calm");
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  for (int i = 0; i < 500; i++)
    g_strv_builder_add (builder, "word");
  many = g_strv_builder_end (builder);
  capped = lueur_text_clean_words ((const char *const *) many);
  g_assert_cmpuint (g_strv_length (capped), ==, LUEUR_WORDS_MAX);
}

/* At every length, what is kept is valid and no longer than asked, and loses at most one character. */
static void
test_cap_bytes (void)
{
  const char *text = "aé漢😀b\xff" "c";
  gsize whole = strlen (text);

  for (gsize max = 0; max <= whole + 4; max++)
    {
      g_autofree char *capped = lueur_text_cap_bytes (text, -1, max);

      g_assert_true (g_utf8_validate (capped, -1, NULL));
      g_assert_cmpuint (strlen (capped), <=, max);
      if (max > 12)
        continue;
      g_assert_true (g_str_has_prefix (text, capped));
      g_assert_cmpuint (strlen (capped) + 4, >, MIN (max, whole));
    }
}

static void
test_title (void)
{
  const struct
  {
    const char *in;
    const char *out;
  } cases[] = {
    { "I had a bad day. My boss shouted at me.", "I had a bad day" },
    { "Tu dors bien\xc2\xa0? Moi oui.", "Tu dors bien\xc2\xa0?" },
    { "Wait… what?", "Wait…" },
    { "3.14 is not three. Really.", "3.14 is not three" },
    { "## Heading\nand text", "Heading" },
    { "> quoted", "quoted" },
    { "helium", "helium" },
    { "hello", "" },
    { "Bonjour\xc2\xa0!", "" },
    { "Salut Léa, ça va\xc2\xa0?", "" },
    { "Hellooo!! 😀", "" },
    { "Bonjour\xc2\xa0! J’ai mal dormi. Encore.", "J’ai mal dormi" },
    { "Hi there!\n\nMy boss shouted at me.\nAgain.", "My boss shouted at me" },
    { "Bonjour Nora, j’ai mal dormi", "Bonjour Nora, j’ai mal dormi" },
    { "Salut\xc2\xa0! Comment ça va\xc2\xa0? Tu connais Lisbonne\xc2\xa0?", "Tu connais Lisbonne\xc2\xa0?" },
    { "COUCOU C’EST MOI", "" },
    { "Hello World program in C", "Hello World program in C" },
    { "hi hi hi hi hi hi hi hi hi hi hi hi hi hi", "hi hi hi hi hi hi hi hi hi hi hi hi hi hi" },
    { "...", "" },
    { "?!", "" },
    { "", "" },
    { "   \n\n  second line", "second line" },
    { "😀", "😀" },
    { "I wonder whether one could, in principle, at least on a quiet evening, say everything in one go",
      "I wonder whether one could, in principle, at least on a…" },
    { "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
      "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunt…" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *out = lueur_text_title (cases[i].in);

      g_assert_cmpstr (out, ==, cases[i].out);
      g_assert_cmpint (g_utf8_strlen (out, -1), <=, LUEUR_TITLE_DERIVED_MAX);
    }
  {
    g_autofree char *none = lueur_text_title (NULL);

    g_assert_cmpstr (none, ==, "");
  }
}

static void
test_preview (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *preview = NULL;
  g_autofree char *none = lueur_text_preview (NULL);

  for (int i = 0; i < 100; i++)
    g_string_append (text, "mot\n");
  preview = lueur_text_preview (text->str);
  g_assert_cmpint (g_utf8_strlen (preview, -1), <=, LUEUR_PREVIEW_MAX);
  g_assert_true (g_str_has_prefix (preview, "mot mot mot"));
  g_assert_true (g_str_has_suffix (preview, "mot…"));
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/text/clean", test_clean);
  g_test_add_func ("/model/text/line", test_line);
  g_test_add_func ("/model/text/words", test_words);
  g_test_add_func ("/model/text/cap-bytes", test_cap_bytes);
  g_test_add_func ("/model/text/title", test_title);
  g_test_add_func ("/model/text/preview", test_preview);
  return g_test_run ();
}
