/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Links of the scheme “lueur”: what they may ask for, and what nobody needs to hear of. */

#include <string.h>

#include "core/link.h"

typedef struct
{
  const char *uri;
  LueurLinkKind kind;
  const char *what;
} Case;

static const Case cases[] = {
  { "lueur:companion/Nora", LUEUR_LINK_COMPANION, "Nora" },
  { "LUEUR:companion/Nora", LUEUR_LINK_COMPANION, "Nora" },
  { "lueur://companion/%C3%89lio%20B", LUEUR_LINK_COMPANION, "Élio B" },
  { "lueur:companion/Élio", LUEUR_LINK_COMPANION, "Élio" },
  { "lueur:exercise/calm", LUEUR_LINK_EXERCISE, "calm" },
  { "lueur:help/model", LUEUR_LINK_HELP, "model" },
  { "lueur:import?url=https%3A%2F%2Fcards.example%2Fa.png%3Fx%3D1", LUEUR_LINK_IMPORT, "cards.example" },
  { "lueur:import?a=1&url=http://b%C3%BCcher.example/", LUEUR_LINK_IMPORT, "xn--bcher-kva.example" },
  /* One letter that looks like another. */
  { "lueur:import?url=https://\xd0\xb0pple.com/", LUEUR_LINK_IMPORT, "xn--pple-43d.com" },
  { "lueur:", LUEUR_LINK_UNKNOWN, NULL },
  { "lueur:companion/", LUEUR_LINK_UNKNOWN, NULL },
  { "lueur:companion", LUEUR_LINK_UNKNOWN, NULL },
  { "lueur:erase/everything", LUEUR_LINK_UNKNOWN, NULL },
  { "lueur:COMPANION/Nora", LUEUR_LINK_UNKNOWN, NULL },
  { "lueur:import", LUEUR_LINK_UNKNOWN, NULL },
  { "lueur:import?", LUEUR_LINK_UNKNOWN, NULL },
  { "lueur:import?url=file:///etc/passwd", LUEUR_LINK_UNKNOWN, NULL },
  { "lueur:import?url=javascript:alert(1)", LUEUR_LINK_UNKNOWN, NULL },
  { "lueur:import?url=https:///", LUEUR_LINK_UNKNOWN, NULL },
  { "lueur:companion/a%0Ab", LUEUR_LINK_UNKNOWN, NULL },
  { "lueur:companion/a%00b", LUEUR_LINK_UNKNOWN, NULL },
  { "lueur:companion/%FF", LUEUR_LINK_UNKNOWN, NULL },
  { "lueur:companion/%", LUEUR_LINK_UNKNOWN, NULL },
  { "lueur:companion/%E2%80%AEaroN", LUEUR_LINK_UNKNOWN, NULL }, /* turned round */
  { "lueur:companion/%E2%80%8B", LUEUR_LINK_UNKNOWN, NULL },     /* of no width */
  { "https://example.org/", LUEUR_LINK_UNKNOWN, NULL },
  { "", LUEUR_LINK_UNKNOWN, NULL },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *what = NULL;

      g_test_message ("%s", cases[i].uri);
      g_assert_cmpint (lueur_link_parse (cases[i].uri, &what), ==, cases[i].kind);
      g_assert_cmpstr (what, ==, cases[i].what);
    }
  g_assert_true (lueur_link_is ("lueur:erase/everything"));
  g_assert_true (lueur_link_is ("Lueur:"));
  g_assert_false (lueur_link_is ("lueur"));
  g_assert_false (lueur_link_is ("/home/lueur:"));
}

/* Neither a long name nor a long link gets anywhere. */
static void
test_long (void)
{
  g_autofree char *most = g_strnfill (LUEUR_LINK_MAX_CHARS, 'a');
  g_autofree char *fits = g_strconcat ("lueur:companion/", most, NULL);
  g_autofree char *over = g_strconcat (fits, "a", NULL);
  g_autofree char *fill = g_strnfill (1 << 20, 'a');
  g_autofree char *huge = g_strconcat ("lueur:import?url=https://a.example/", fill, NULL);
  g_autofree char *what = NULL;

  g_assert_cmpint (lueur_link_parse (fits, &what), ==, LUEUR_LINK_COMPANION);
  g_assert_cmpstr (what, ==, most);
  g_clear_pointer (&what, g_free);
  g_assert_cmpint (lueur_link_parse (over, &what), ==, LUEUR_LINK_UNKNOWN);
  g_assert_null (what);
  g_assert_cmpint (lueur_link_parse (huge, &what), ==, LUEUR_LINK_UNKNOWN);
  g_assert_null (what);
}

/* Whatever the bytes, what comes out can be shown. */
static void
test_noise (void)
{
  static const char *const heads[] = { "lueur:companion/", "lueur:import?url=https://", "lueur:", "lueur:help/%" };

  for (guint n = 0; n < 20000; n++)
    {
      g_autoptr (GString) uri = g_string_new (heads[n % G_N_ELEMENTS (heads)]);
      g_autofree char *what = NULL;
      guint length = g_test_rand_int_range (0, 40);

      for (guint i = 0; i < length; i++)
        g_string_append_c (uri, g_test_rand_int_range (1, 256));
      if (lueur_link_parse (uri->str, &what) == LUEUR_LINK_UNKNOWN)
        g_assert_null (what);
      else
        {
          g_assert_true (g_utf8_validate (what, -1, NULL));
          g_assert_null (strpbrk (what, "\n\r\t"));
          g_assert_cmpint (g_utf8_strlen (what, -1), <=, LUEUR_LINK_MAX_CHARS);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link/cases", test_cases);
  g_test_add_func ("/link/long", test_long);
  g_test_add_func ("/link/noise", test_noise);
  return g_test_run ();
}
