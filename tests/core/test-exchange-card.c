/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cards of every version out of every container; and files that are none, or worse. */

#include "card-fixture.h"
#include "support/loop.h"

static void
assert_field (LueurCard *card, LueurCardField field, const char *expected)
{
  g_autofree char *text = lueur_card_dup_field (card, field);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_versions (void)
{
  g_autoptr (LueurCard) first = card_of (CARD_V1);
  g_autoptr (LueurCard) second = card_of (CARD_V2);
  g_autoptr (LueurCard) third = card_of (CARD_V3);
  g_auto (GStrv) greetings = lueur_card_dup_greetings (second);
  g_auto (GStrv) tags = lueur_card_dup_tags (second);
  g_autofree char *notes = lueur_card_dup_notes (third, "fr");

  g_assert_cmpint (lueur_card_get_spec (first), ==, LUEUR_CARD_V1);
  g_assert_cmpint (lueur_card_get_spec (second), ==, LUEUR_CARD_V2);
  g_assert_cmpint (lueur_card_get_spec (third), ==, LUEUR_CARD_V3);
  g_assert_cmpint (lueur_card_get_container (first), ==, LUEUR_CARD_JSON);
  assert_field (first, LUEUR_CARD_NAME, "Nora");
  assert_field (first, LUEUR_CARD_DESCRIPTION, "A  keeper of {{char}}’s lamp");
  assert_field (second, LUEUR_CARD_SYSTEM_PROMPT, "Be brief. {{original}}");
  assert_field (second, LUEUR_CARD_VERSION, "1.00");
  assert_field (third, LUEUR_CARD_NICKNAME, "No");
  assert_field (first, LUEUR_CARD_NICKNAME, "");
  g_assert_cmpstr (greetings[0], ==, "Good evening.");
  g_assert_cmpstr (greetings[1], ==, "You again?");
  g_assert_cmpuint (g_strv_length (tags), ==, 2);
  g_assert_cmpstr (notes, ==, "Notes en français");
  g_assert_cmpuint (lueur_card_get_book (first), ==, LUEUR_JSON_NOWHERE);
  g_assert_cmpuint (lueur_card_get_book (second), !=, LUEUR_JSON_NOWHERE);
  g_assert_cmpuint (lueur_card_get_assets (third)->len, ==, 3);
}

static void
test_later_version (void)
{
  static const struct { const char *spec, *version; gboolean newer; } cases[] = {
    { "chara_card_v2", "\"2.0\"", FALSE }, { "chara_card_v2", "\"2.1\"", TRUE }, { "chara_card_v3", "\"3.0\"", FALSE },
    { "chara_card_v3", "3.0", FALSE }, { "chara_card_v3", "\"3.2\"", TRUE }, { "chara_card_v3", "\"10.0\"", TRUE },
    { "chara_card_v4", "\"4.0\"", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"spec\":\"%s\",\"spec_version\":%s,\"data\":{\"name\":\"N\"}}",
                                               cases[i].spec, cases[i].version);
      g_autoptr (LueurCard) card = card_of (text);

      g_assert_cmpint (lueur_card_is_newer (card), ==, cases[i].newer);
      assert_field (card, LUEUR_CARD_NAME, "N");
    }
}

static void
test_picture (void)
{
  g_autoptr (GBytes) both = picture_of ("Chara", CARD_V2, "CCV3", CARD_V3, "chara-ext-asset_:assets/emotion/joy.png", "JOY",
                                        NULL);
  g_autoptr (GBytes) colonless = picture_of ("ccv3", CARD_V3, "chara-ext-asset_assets/emotion/joy.png", "JOY", NULL);
  g_autoptr (GBytes) old = picture_of ("chara", CARD_V1, NULL);
  GBytes *files[] = { both, colonless };
  g_autoptr (LueurCard) first = lueur_card_new_from_bytes (old, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (LueurCard) card = lueur_card_new_from_bytes (files[i], NULL);
      g_autoptr (GBytes) picture = NULL;
      const LueurCardAsset *joy;

      g_assert_nonnull (card);
      g_assert_cmpint (lueur_card_get_container (card), ==, LUEUR_CARD_PNG);
      g_assert_cmpint (lueur_card_get_spec (card), ==, LUEUR_CARD_V3);
      picture = lueur_card_dup_picture (card);
      g_assert_true (g_bytes_equal (picture, files[i]));
      joy = lueur_card_get_assets (card)->pdata[1];
      g_assert_cmpmem (g_bytes_get_data (joy->bytes, NULL), g_bytes_get_size (joy->bytes), "JOY", 3);
      g_assert_null (((const LueurCardAsset *) lueur_card_get_assets (card)->pdata[2])->bytes);
    }
  g_assert_cmpint (lueur_card_get_spec (first), ==, LUEUR_CARD_V1);
}

/* --- Files that are none ----------------------------------------------------------------------------- */

static void
assert_refused (GBytes *file, LueurCardError code)
{
  g_autoptr (GError) error = NULL;
  gint64 start = lueur_test_cpu_time ();
  g_autoptr (LueurCard) card = lueur_card_new_from_bytes (file, &error);

  g_assert_null (card);
  g_assert_error (error, LUEUR_CARD_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_cmpuint (strlen (error->message), <, 200);
  g_assert_cmpint (lueur_test_cpu_time () - start, <, 2 * G_USEC_PER_SEC);
}

static void
test_bad_json (void)
{
  static const struct { const char *text; LueurCardError code; } cases[] = {
    { "", LUEUR_CARD_ERROR_NOT_A_CARD },
    { "hello", LUEUR_CARD_ERROR_NOT_A_CARD },
    { "[]", LUEUR_CARD_ERROR_NOT_A_CARD },
    { "{}", LUEUR_CARD_ERROR_NOT_A_CARD },
    { "{\"name\":\"x\"", LUEUR_CARD_ERROR_DAMAGED },
    { "{\"name\":\"x\",}", LUEUR_CARD_ERROR_DAMAGED },
    { "{\"name\":\"x\"}{}", LUEUR_CARD_ERROR_DAMAGED },
    { "{\"name\":01}", LUEUR_CARD_ERROR_DAMAGED },
    { "{\"name\":\"a\nb\"}", LUEUR_CARD_ERROR_DAMAGED },
    { "{\"name\":\"\\x\"}", LUEUR_CARD_ERROR_DAMAGED },
    { "{\"name\":\"\xff\"}", LUEUR_CARD_ERROR_NOT_TEXT },
    { "{\"spec\":\"chara_card_v2\",\"data\":{\"description\":\"nobody\"}}", LUEUR_CARD_ERROR_NO_NAME },
    { "{\"spec\":\"chara_card_v2\",\"data\":{\"name\":\" \\n \"}}", LUEUR_CARD_ERROR_NO_NAME },
    { "{\"spec\":\"chara_card_v2\",\"data\":{\"name\":7}}", LUEUR_CARD_ERROR_NO_NAME },
    { "{\"personality\":\"calm\",\"first_mes\":\"Hi\"}", LUEUR_CARD_ERROR_NO_NAME },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) file = bytes_of (cases[i].text);

      assert_refused (file, cases[i].code);
    }
}

static void
test_deep_json (void)
{
  g_autoptr (GString) text = g_string_new ("{\"name\":\"x\",\"description\":");
  g_autoptr (GBytes) file = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append_c (text, '[');
  for (guint i = 0; i < 10000; i++)
    g_string_append_c (text, ']');
  g_string_append_c (text, '}');
  file = bytes_of (text->str);
  assert_refused (file, LUEUR_CARD_ERROR_TOO_LARGE);
}

static void
test_many_values (void)
{
  g_autoptr (GString) text = g_string_new ("{\"name\":\"x\",\"description\":[0");
  g_autoptr (GBytes) file = NULL;

  for (guint i = 0; i < LUEUR_JSON_DOC_MAX_VALUES; i++)
    g_string_append (text, ",0");
  g_string_append (text, "]}");
  file = bytes_of (text->str);
  assert_refused (file, LUEUR_CARD_ERROR_TOO_LARGE);
}

static GBytes *
change_byte (GBytes *file, gsize at, guint8 change)
{
  gsize size;
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (file, NULL), g_bytes_get_size (file));

  size = g_bytes_get_size (file);
  copy[at] ^= change;
  return g_bytes_new_take (g_steal_pointer (&copy), size);
}

static void
test_bad_picture (void)
{
  g_autoptr (GBytes) plain = lueur_png_make_plain (4, 4);
  g_autoptr (GBytes) good = picture_of ("chara", CARD_V2, NULL);
  g_autoptr (GBytes) no_json = picture_of ("chara", "nothing", NULL);
  gsize size = g_bytes_get_size (good);
  const guint8 *bytes = g_bytes_get_data (good, NULL);
  const guint8 *text = memmem (bytes, size, "tEXt", 4);

  assert_refused (plain, LUEUR_CARD_ERROR_NOT_A_CARD);
  assert_refused (no_json, LUEUR_CARD_ERROR_DAMAGED);
  /* Cut anywhere. */
  for (gsize length = 8; length < size; length += 7)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (good, 0, length);

      assert_refused (cut, LUEUR_CARD_ERROR_DAMAGED);
    }
  /* A checksum, a length, and the text itself. */
  {
    g_autoptr (GBytes) length = change_byte (good, (gsize) (text - bytes) - 4, 0x7f);
    g_autoptr (GBytes) longer = change_byte (good, (gsize) (text - bytes) - 1, 0x01);
    g_autoptr (GBytes) content = change_byte (good, (gsize) (text - bytes) + 40, 0x01);
    g_autoptr (GBytes) checksum = change_byte (good, size - 1, 0x01);

    assert_refused (length, LUEUR_CARD_ERROR_DAMAGED);
    assert_refused (longer, LUEUR_CARD_ERROR_DAMAGED);
    assert_refused (content, LUEUR_CARD_ERROR_DAMAGED);
    assert_refused (checksum, LUEUR_CARD_ERROR_DAMAGED);
  }
}

static void
test_huge_file (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "lueur-huge-card.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurCard) card = NULL;
  gint64 start;

  /* Sparse: 200 MB of text that is not on the disk. */
  stream = g_file_replace_readwrite (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (stream)),
                             "\x89PNG\r\n\x1a\n\x0b\xeb\xc2\x00tEXtchara\0", 22, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_seekable_truncate (G_SEEKABLE (stream), 200 * 1024 * 1024, NULL, &error));
  g_clear_object (&stream);
  start = lueur_test_cpu_time ();
  card = lueur_card_load (file, NULL, &error);
  g_assert_null (card);
  g_assert_error (error, LUEUR_CARD_ERROR, LUEUR_CARD_ERROR_TOO_LARGE);
  g_assert_cmpint (lueur_test_cpu_time () - start, <, 2 * G_USEC_PER_SEC);
  g_file_delete (file, NULL, NULL);
}

static void
test_no_file (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/card.png");
  g_autoptr (GError) error = NULL;

  g_assert_null (lueur_card_load (file, NULL, &error));
  g_assert_error (error, LUEUR_CARD_ERROR, LUEUR_CARD_ERROR_IO);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/card/versions", test_versions);
  g_test_add_func ("/exchange/card/later-version", test_later_version);
  g_test_add_func ("/exchange/card/picture", test_picture);
  g_test_add_func ("/exchange/card/bad/json", test_bad_json);
  g_test_add_func ("/exchange/card/bad/deep", test_deep_json);
  g_test_add_func ("/exchange/card/bad/many", test_many_values);
  g_test_add_func ("/exchange/card/bad/picture", test_bad_picture);
  g_test_add_func ("/exchange/card/bad/huge", test_huge_file);
  g_test_add_func ("/exchange/card/bad/missing", test_no_file);
  return g_test_run ();
}
