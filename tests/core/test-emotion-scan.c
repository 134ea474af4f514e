/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tokenizer, one case a rule. */

#include <string.h>

#include "core/emotion/idioms.h"
#include "core/emotion/names.h"
#include "core/emotion/scan.h"
#include "core/emotion/signs.h"

/* A token a word: what it was folded to, and behind it L(oud), l(ong), T(itle), d(enied), D(enies). */
static char *
write_scan (const LueurScan *scan)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < scan->n_tokens; i++)
    {
      const LueurToken *t = &scan->tokens[i];
      static const char letters[] = "LlTdD";

      if (i > 0)
        g_string_append_c (out, ' ');
      if (t->kind == LUEUR_TOKEN_SIGN)
        g_string_append_printf (out, "sign%u", t->sign);
      else if (t->kind == LUEUR_TOKEN_NAME)
        g_string_append (out, "NAME");
      else if (t->kind == LUEUR_TOKEN_LINK)
        g_string_append (out, "LINK");
      else
        g_string_append_len (out, scan->text + t->start, t->length);
      for (guint bit = 0; bit < 5; bit++)
        if (t->flags & 1u << bit)
          g_string_append_printf (out, "^%c", letters[bit]);
    }
  return g_string_free (out, FALSE);
}

static const struct
{
  const char *text;
  const char *tokens;
} cases[] = {
  /* Letters. */
  { "Déjà vu", "deja^T vu" },
  { "cœur æon Straße", "coeur aeon strasse^T" },
  { "Ｆｕｌｌ width", "full width" },
  { "HELLO there", "hello^L there" },
  { "sooooo good", "soo^l good" },
  { "s\u00adoft zero\u200bwidth\ufeff", "soft zerowidth" },
  { "e\u0301te\u0301", "ete" },
  /* Apostrophes. */
  { "j’ai, I don't", "j ai , i^T dont^D" },
  { "aujourd’hui qu’il", "aujourdhui qu il" },
  /* Numbers, links, masks. */
  { "7 1984 123456", "7 0000 0000" },
  { "see https://example.org/a?b now", "see LINK now" },
  { "hi @someone_else bye", "hi LINK bye" },
  { "[NAME] left", "NAME left" },
  { "f**k", "f*k" },
  /* Marks. */
  { "no!!! what?! well...", "no^D !! what ?! well .." },
  { "«\u00a0oui\u00a0»", "\" oui \"" },
  /* “Not”. */
  { "I am not happy today", "i^T am not^D happy^d today^d" },
  { "not sad, just tired", "not^D sad^d , just tired" },
  { "not bored but happy", "not^D bored^d but happy" },
  { "je ne suis pas triste", "je ne suis^d pas^D triste^d" },
  { "je n’ai plus peur", "je n ai^d plus^D peur^d" },
  { "j’ai plus peur", "j ai plus peur" },
  { "sans toi", "sans^D toi^d" },
  /* What is no text. */
  { "", "" },
  { "\u200b\u200d\ufeff", "" },
  { "我今天", "" },
  { "a\xff" "b\xc3", "a b" },
  { "\xed\xa0\x80x", "x" }, /* half a surrogate pair */
  { "\xc0\xafx", "x" },     /* too long a form */
};

static void
test_tokens (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LueurScan scan;
      g_autofree char *tokens = NULL;

      lueur_scan_text (&scan, cases[i].text, strlen (cases[i].text));
      tokens = write_scan (&scan);
      g_assert_cmpstr (tokens, ==, cases[i].tokens);
    }
}

static void
test_signs (void)
{
  static const struct
  {
    const char *text;
    LueurSign sign;
  } signs[] = {
    { "😂", LUEUR_SIGN_LAUGH }, { "😂😂😂", LUEUR_SIGN_LAUGH }, { "😭", LUEUR_SIGN_CRY }, { "💔", LUEUR_SIGN_BROKEN },
    { "❤️", LUEUR_SIGN_LOVE },   { "👍🏽", LUEUR_SIGN_YES },       { ":)", LUEUR_SIGN_SMILE }, { ":-(", LUEUR_SIGN_SAD },
    { ":'(", LUEUR_SIGN_CRY },  { "<3", LUEUR_SIGN_LOVE },       { "xD", LUEUR_SIGN_LAUGH },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      LueurScan scan;

      lueur_scan_text (&scan, signs[i].text, strlen (signs[i].text));
      g_assert_cmpuint (scan.n_tokens, ==, 1);
      g_assert_cmpuint (scan.tokens[0].kind, ==, LUEUR_TOKEN_SIGN);
      g_assert_cmpuint (scan.tokens[0].sign, ==, signs[i].sign);
    }
}

static void
test_idioms (void)
{
  static const char *const idioms[][2] = {
    { "je suis mort de rire", "je suis mdr" },
    { "j’étais morte de rire", "j etais mdr" },
    { "on a pleuré de joie", "on a tellement heureux" },
    { "j’en peux plus de rire", "j en mdr" },
    { "c’est à mourir d’ennui", "c est a m ennuie" },
    { "I was dying of laughter", "i^T was lmao" },
    { "we were crying with laughter", "we were lmao" },
    { "you are killing it", "you are awesome" },
    { "dead serious", "serious" },
    { "never been so happy", "been so happy" },
    { "je n’ai jamais été aussi heureux", "je n ai ete si heureux" },
    { "tu m’as tué 😂", "tu m mdr sign3" },
    { "not only sad", "also sad" },
    { "not bad", "good" },
    { "I’m dying to see it", "im^T want to see it" },
    /* Nothing is lost where death is meant. */
    { "mon père est mort", "mon pere est mort" },
    { "she is dying", "she is dying" },
    { "he died of cancer", "he died of cancer" },
    { "mort de", "mort de" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (idioms); i++)
    {
      LueurScan scan;
      g_autofree char *tokens = NULL;

      lueur_scan_text (&scan, idioms[i][0], strlen (idioms[i][0]));
      tokens = write_scan (&scan);
      g_assert_cmpstr (tokens, ==, idioms[i][1]);
    }
}

/* An idiom weighs what its meaning weighs. */
static void
test_idiom_hash (void)
{
  LueurScan said, meant;

  lueur_scan_text (&said, "MORT DE RIRE", 12);
  lueur_scan_text (&meant, "MDR", 3);
  g_assert_cmpuint (said.n_tokens, ==, 1);
  g_assert_cmpuint (said.n_words, ==, 1);
  g_assert_cmpuint (said.tokens[0].hash, ==, meant.tokens[0].hash);
  g_assert_cmpuint (said.tokens[0].flags, ==, meant.tokens[0].flags);
}

static void
test_names (void)
{
  static const char *const names[] = { "Chloé", "Jean Aimé", NULL };
  static const char *const texts[][2] = {
    { "I saw Grace yesterday", "i^T saw NAME yesterday" },
    { "with grace and joy", "with grace and joy" },
    { "Hope, come here", "NAME , come here" },
    { "Hope is all we have", "hope^T is all we have" },
    { "Merci Chloé", "merci^T NAME" },
    { "chloé", "chloe" },
    { "Jean Aimé rit", "NAME NAME rit" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      LueurScan scan;
      g_autofree char *tokens = NULL;

      lueur_scan_text (&scan, texts[i][0], strlen (texts[i][0]));
      lueur_names_mask (&scan, names);
      tokens = write_scan (&scan);
      g_assert_cmpstr (tokens, ==, texts[i][1]);
    }
}

/* Nothing is too long: what is over is left unread. */
static void
test_limits (void)
{
  static const char *const units[] = { "a", "a ", "é", "mort de rire ", "ABC def! ", "😀 😂 ", "*" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      LueurScan scan;

      while (text->len < 100000)
        g_string_append (text, units[i]);
      lueur_scan_text (&scan, text->str, text->len);
      g_assert_cmpuint (scan.n_tokens, <=, LUEUR_SCAN_TOKENS);
      g_assert_cmpuint (scan.used, <=, LUEUR_SCAN_BYTES);
      for (guint k = 0; k < scan.n_tokens; k++)
        g_assert_cmpuint (scan.tokens[k].start + scan.tokens[k].length, <=, LUEUR_SCAN_BYTES);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/emotion/scan/tokens", test_tokens);
  g_test_add_func ("/emotion/scan/signs", test_signs);
  g_test_add_func ("/emotion/scan/idioms", test_idioms);
  g_test_add_func ("/emotion/scan/idiom-hash", test_idiom_hash);
  g_test_add_func ("/emotion/scan/names", test_names);
  g_test_add_func ("/emotion/scan/limits", test_limits);
  return g_test_run ();
}
