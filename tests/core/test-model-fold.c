/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text as it is compared: what is written in many ways is one, and whatever comes, nothing breaks. */

#include <string.h>

#include "core/model/fold.h"

static void
test_same (void)
{
  static const char *const same[][2] = {
    { "Été, l’Œuvre", "ete, l'oeuvre" },
    { "STRASSE", "straße" },
    { "STRASSE", "STRAẞE" },
    { "cafe\u0301", "CAFÉ" },
    { "ﬁn", "fin" },
    { "10\u202f€", "10 €" },
    { "**gras** et `code`", "gras et code" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *left = lueur_fold (same[i][0]), *right = lueur_fold (same[i][1]);

      g_assert_cmpstr (left, ==, right);
    }
}

/* Every character there is, beside its neighbours: what comes of it fits, is valid, and is told where it comes from. */
static void
test_every_character (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GArray) map = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (gunichar c = 1; c <= 0x10ffff; c++)
    {
      char text[16] = "a";
      int length;

      if (!g_unichar_validate (c))
        continue;
      length = 1 + g_unichar_to_utf8 (c, text + 1);
      text[length++] = 'b';
      g_string_truncate (out, 0);
      g_array_set_size (map, 0);
      lueur_fold_append (out, map, text, length);
      g_assert_cmpuint (out->len, ==, map->len);
      g_assert_cmpuint (out->len, ==, strlen (out->str));
      g_assert_true (g_utf8_validate (out->str, -1, NULL));
      g_assert_cmpint (out->str[0], ==, 'a');
      g_assert_cmpint (out->str[out->len - 1], ==, 'b');
      g_assert_cmpuint (g_array_index (map, guint32, 0), ==, 0);
      g_assert_cmpuint (g_array_index (map, guint32, map->len - 1), ==, length - 1);
      for (guint i = 1; i + 1 < map->len; i++)
        g_assert_cmpuint (g_array_index (map, guint32, i), ==, 1);
    }
}

/* Bytes of any origin, of no length and without an end: on the heap, each in a place of its own size. */
static void
test_bytes (void)
{
  for (guint seed = 0; seed < 20000; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      gsize length = (gsize) g_rand_int_range (rand, 0, 24);
      g_autofree char *bytes = g_malloc (length + (length == 0));
      g_autoptr (GString) out = g_string_new ("before");
      g_autoptr (GArray) map = g_array_new (FALSE, FALSE, sizeof (guint32));

      for (gsize i = 0; i < length; i++)
        bytes[i] = (char) (g_rand_boolean (rand) ? g_rand_int_range (rand, 0x80, 0x100) : g_rand_int_range (rand, 0, 0x80));
      lueur_fold_append (out, map, bytes, length);
      g_assert_true (g_str_has_prefix (out->str, "before"));
      g_assert_cmpuint (out->len, ==, strlen (out->str));
      g_assert_cmpuint (out->len - strlen ("before"), ==, map->len);
      g_assert_true (g_utf8_validate (out->str, -1, NULL));
      for (guint i = 0; i < map->len; i++)
        g_assert_cmpuint (g_array_index (map, guint32, i), <, length);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/fold/same", test_same);
  g_test_add_func ("/model/fold/every-character", test_every_character);
  g_test_add_func ("/model/fold/bytes", test_bytes);
  return g_test_run ();
}
