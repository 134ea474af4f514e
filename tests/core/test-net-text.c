/* SPDX-License-Identifier: GPL-3.0-or-later */

/* JSON, UTF-8, secrets and addresses: what the network makes of text. */

#include <string.h>

#include "core/error.h"
#include "core/net/endpoint.h"
#include "core/net/json.h"
#include "core/net/scrub.h"
#include "core/net/utf8.h"

/* --- UTF-8 ------------------------------------------------------------------------------------------- */

static const struct
{
  const char *bytes;
  const char *text;
} repairs[] = {
  { "plain", "plain" },
  { "é€😀", "é€😀" },
  { "a\xff" "b", "a\xef\xbf\xbd" "b" },
  { "caf\xe9 ok", "caf\xef\xbf\xbd ok" },
  { "\xc3(", "\xef\xbf\xbd(" },
  { "\xe2\x82(", "\xef\xbf\xbd(" },
  { "\xf0\x9f\x98", "\xef\xbf\xbd" },
  { "\xc0\x80", "\xef\xbf\xbd\xef\xbf\xbd" },                                 /* overlong */
  { "\xf4\x90\x80\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd" }, /* beyond the last one */
  { "\xed\xa0\xbd\xed\xb8\x80", "😀" },                                       /* surrogate pair */
  { "\xed\xa0\xbd" "a", "\xef\xbf\xbd" "a" },
  { "\xed\xb8\x80" "a", "\xef\xbf\xbd" "a" },
  { "\xed\xa0\xbd\xed\xa0\xbd\xed\xb8\x80", "\xef\xbf\xbd😀" },
  { "\xed\xa0\xbd\xc3\xa9", "\xef\xbf\xbdé" },
  { "a\x01\x1b[0m\x7f\tb\r\nc", "a[0m\tb\r\nc" },
};

static void
test_utf8 (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (repairs); i++)
    {
      const char *bytes = repairs[i].bytes;
      gsize length = strlen (bytes);
      g_autofree char *once = lueur_utf8_make_valid (bytes, length);

      g_assert_cmpstr (once, ==, repairs[i].text);
      for (gsize a = 0; a <= length; a++)
        for (gsize b = a; b <= length; b++)
          {
            g_autoptr (GString) out = g_string_new (NULL);
            LueurUtf8 state = { 0 };

            lueur_utf8_feed (&state, bytes, a, out);
            g_assert_true (g_utf8_validate (out->str, (gssize) out->len, NULL));
            lueur_utf8_feed (&state, bytes + a, b - a, out);
            lueur_utf8_feed (&state, bytes + b, length - b, out);
            lueur_utf8_end (&state, out);
            g_assert_cmpstr (out->str, ==, repairs[i].text);
          }
    }
}

static void
test_utf8_random (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      static const guchar likely[] = { 0xed, 0xa0, 0xbd, 0xb8, 0x80, 0xf0, 0x9f, 0xc3, 0xa9, 'a', 0x00, 0xff };
      g_autoptr (GString) whole = g_string_new (NULL);
      g_autoptr (GString) pieces = g_string_new (NULL);
      LueurUtf8 one = { 0 }, many = { 0 };
      char bytes[24];

      for (guint i = 0; i < sizeof bytes; i++)
        bytes[i] = (char) likely[g_test_rand_int_range (0, G_N_ELEMENTS (likely))];
      lueur_utf8_feed (&one, bytes, sizeof bytes, whole);
      lueur_utf8_end (&one, whole);
      for (guint i = 0; i < sizeof bytes; i++)
        lueur_utf8_feed (&many, bytes + i, 1, pieces);
      lueur_utf8_end (&many, pieces);
      g_assert_true (g_utf8_validate (whole->str, (gssize) whole->len, NULL));
      g_assert_cmpstr (whole->str, ==, pieces->str);
    }
}

/* --- JSON -------------------------------------------------------------------------------------------- */

static void
test_json_valid (void)
{
  static const char *const good[] = { "{}", "[]", " { \"a\" : [ 1 , -2.5e3 , true , false , null , \"x\" ] } ", "\"a\\\"b\"",
                                      "7", "{\"a\":{\"b\":{\"c\":[[[]]]}}}", "{\"a\":\"\xff\"}" };
  static const char *const bad[] = { "", " ", "{", "}", "[1", "[1,]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "\"a",
                                     "\"a\\", "nul", "truefalse", "{} {}", "[1 2]", "data", "<html>", "{\"a\":1]" };
  LueurJson value;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    if (!lueur_json_parse (&value, good[i], strlen (good[i])))
      g_error ("refused: %s", good[i]);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      if (lueur_json_parse (&value, bad[i], strlen (bad[i])))
        g_error ("accepted: %s", bad[i]);
      g_assert_cmpint (lueur_json_get_type (&value), ==, LUEUR_JSON_NONE);
    }
}

static void
test_json_read (void)
{
  static const char text[] = "{\"no\": {\"id\": 1}, \"id\": \"caf\\u00e9 \\ud83d\\ude00 \\n\\\"\\/\", \"n\": 42, "
                             "\"list\": [ {\"id\": \"a\"}, 2, \"b\" ], \"s\": \"7\", \"empty\": []}";
  LueurJson root, value, element = { 0 };
  g_autofree char *id = NULL;
  guint n = 0;

  g_assert_true (lueur_json_parse (&root, text, strlen (text)));
  value = lueur_json_get_member (&root, "id");
  id = lueur_json_dup_string (&value, 100);
  g_assert_cmpstr (id, ==, "café 😀 \n\"/");
  value = lueur_json_get_member (&root, "n");
  g_assert_cmpint (lueur_json_get_int (&value, -1), ==, 42);
  value = lueur_json_get_member (&root, "s");
  g_assert_cmpint (lueur_json_get_int (&value, -1), ==, 7);
  g_assert_true (lueur_json_string_equal (&value, "7"));
  g_assert_false (lueur_json_string_equal (&value, "77"));
  value = lueur_json_get_member (&root, "missing");
  g_assert_cmpint (lueur_json_get_type (&value), ==, LUEUR_JSON_NONE);
  g_assert_cmpint (lueur_json_get_int (&value, -1), ==, -1);
  g_assert_null (lueur_json_dup_string (&value, 10));
  value = lueur_json_get_member (&value, "of nothing");
  g_assert_cmpint (lueur_json_get_type (&value), ==, LUEUR_JSON_NONE);
  value = lueur_json_get_member (&root, "empty");
  g_assert_false (lueur_json_next_element (&value, &element));

  value = lueur_json_get_member (&root, "list");
  while (lueur_json_next_element (&value, &element))
    n++;
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (lueur_json_get_type (&element), ==, LUEUR_JSON_STRING);
}

static void
test_json_cut (void)
{
  LueurJson value;
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  g_assert_true (lueur_json_parse (&value, "\"\\u00e9\\u00e9\\u00e9\"", 20));
  a = lueur_json_dup_string (&value, 2);
  g_assert_cmpstr (a, ==, "é");
  b = lueur_json_dup_string (&value, 3);
  g_assert_true (g_utf8_validate (b, -1, NULL));
}

static void
test_json_deep (void)
{
  g_autofree char *brackets = g_strnfill (1000 * 1000, '[');
  LueurJson value;

  g_assert_false (lueur_json_parse (&value, brackets, 1000 * 1000));
}

static void
test_json_write (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  LueurJson value;
  g_autofree char *back = NULL;

  lueur_json_write_string (out, "a\"b\\c\n\t\x01é😀</script>");
  g_assert_cmpstr (out->str, ==, "\"a\\\"b\\\\c\\n\\t\\u0001é😀</script>\"");
  g_assert_true (lueur_json_parse (&value, out->str, out->len));
  back = lueur_json_dup_string (&value, 100);
  g_assert_cmpstr (back, ==, "a\"b\\c\n\té😀</script>"); /* a control character is not read back */
}

/* --- Secrets ----------------------------------------------------------------------------------------- */

static void
test_scrub (void)
{
  static const char key[] = "mykey-0123456789abcdefghij";
  static const struct
  {
    const char *text;
    const char *line;
  } lines[] = {
    { "Incorrect API key provided: mykey-0123456789abcdefghij.", "Incorrect API key provided: …" },
    { "Incorrect API key provided: mykey-01****ghij.", "Incorrect API key provided: …" },
    { "the key 0123456789ab is wrong", "the key … is wrong" },
    { "(mykey-0123456789abcdefghij)", "(…)" },
    { "You sent Bearer abcdefgh12345678 here", "You sent Bearer … here" },
    { "authorization: bearer \"abcdefgh12345678\"", "authorization: bearer \"…\"" },
    { "keys look like sk-proj-abcdef1234567890, see the docs", "keys look like …, see the docs" },
    { "try sk-… or task-oriented words", "try sk-… or task-oriented words" },
    { "http://x/?api_key=abcdef123456", "http://x/?api_key=…" },
    { "two\n  lines\tof\r\ntext ", "two lines of text" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *line = lueur_scrub (lines[i].text, strlen (lines[i].text), key);

      g_assert_cmpstr (line, ==, lines[i].line);
    }
}

static void
test_scrub_everywhere (void)
{
  static const char key[] = "0a1B2c3D4e5F6g7H8i9J";

  /* Wherever the key stands, and however much of it, no six characters of it get through. */
  for (gsize start = 0; start + 6 <= strlen (key); start++)
    for (gsize length = 6; start + length <= strlen (key); length++)
      {
        g_autofree char *part = g_strndup (key + start, length);
        g_autofree char *text = g_strdup_printf ("é: “%s”, %s%s", part, part, part);
        g_autofree char *line = lueur_scrub (text, strlen (text), key);

        for (gsize i = 0; i + 6 <= strlen (key); i++)
          {
            g_autofree char *six = g_strndup (key + i, 6);

            g_assert_null (strstr (line, six));
          }
      }
}

static void
test_scrub_length (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *line = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "é\xff ");
  line = lueur_scrub (text->str, text->len, NULL);
  g_assert_true (g_utf8_validate (line, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (line, -1), <=, LUEUR_SCRUB_MAX_CHARS);
  g_assert_cmpint (g_utf8_strlen (line, -1), >, LUEUR_SCRUB_MAX_CHARS - 10);
}

/* --- Addresses --------------------------------------------------------------------------------------- */

static void
test_endpoint_normalize (void)
{
  static const struct
  {
    const char *text;
    const char *url;
  } addresses[] = {
    { "http://127.0.0.1:11434/v1", "http://127.0.0.1:11434/v1" },
    { "http://127.0.0.1:11434/v1/", "http://127.0.0.1:11434/v1" },
    { "  http://127.0.0.1:11434/v1//\n", "http://127.0.0.1:11434/v1" },
    { "http://localhost:11434", "http://localhost:11434/v1" },
    { "http://localhost:11434/", "http://localhost:11434/v1" },
    { "http://localhost:11434/api", "http://localhost:11434/v1" },
    { "http://localhost:11434/api/chat", "http://localhost:11434/v1" },
    { "localhost:8080", "http://localhost:8080/v1" },
    { "127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1" },
    { "[::1]:8080", "http://[::1]:8080/v1" },
    { "api.example.com", "https://api.example.com/v1" },
    { "https://api.example.com/v1/chat/completions", "https://api.example.com/v1" },
    { "https://api.example.com/v1/chat/completions/", "https://api.example.com/v1" },
    { "https://api.example.com/v1/models", "https://api.example.com/v1" },
    { "https://api.example.com/chat/completions", "https://api.example.com/v1" },
    { "https://example.com/openai/v1", "https://example.com/openai/v1" },
    { "https://example.com/v1beta/openai/", "https://example.com/v1beta/openai" },
    { "https://example.com/api/paas/v4", "https://example.com/api/paas/v4" },
    { "https://example.com/v1?x=1#y", "https://example.com/v1" },
    { "HTTPS://Example.COM/v1", "https://Example.COM/v1" },
    { "", NULL },
    { "   ", NULL },
    { "ftp://example.com/v1", NULL },
    { "file:///etc/passwd", NULL },
    { "javascript:alert(1)", NULL },
    { "http://", NULL },
    { "http://user:pass@example.com/v1", NULL },
    { "http://127.0.0.1@example.com/v1", NULL },
    { "http://exa mple.com", NULL },
    { "http://example.com:99999", NULL },
    { "http://example.com\r\nHost: other", NULL },
    { "\xff", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *url = lueur_endpoint_normalize (addresses[i].text, &error);

      g_assert_cmpstr (url, ==, addresses[i].url);
      if (addresses[i].url == NULL)
        g_assert_error (error, LUEUR_FAULT_ERROR, LUEUR_FAULT_BAD_ADDRESS);
      else
        {
          g_autofree char *again = lueur_endpoint_normalize (url, NULL);

          g_assert_cmpstr (again, ==, url);
        }
    }
}

static void
test_endpoint_local (void)
{
  static const char *const here[] = { "http://127.0.0.1/v1", "http://127.8.9.10:1/v1", "http://localhost:11434/v1",
                                      "http://LOCALHOST/v1", "http://localhost./v1", "http://me.localhost/v1",
                                      "http://[::1]:8080/v1" };
  static const char *const elsewhere[] = { "http://127.0.0.1.example.com/v1", "http://localhost.example.com/v1",
                                           "http://192.168.1.10/v1", "http://10.0.0.1/v1", "http://nas.local/v1",
                                           "http://0.0.0.0/v1", "http://[::ffff:192.168.0.1]/v1", "http://[fe80::1]/v1",
                                           "https://api.example.com/v1", "http://notlocalhost/v1",
                                           "http://127.0.0.1@example.com/v1", "nonsense", "" };

  for (guint i = 0; i < G_N_ELEMENTS (here); i++)
    if (!lueur_endpoint_is_local (here[i]))
      g_error ("taken for remote: %s", here[i]);
  for (guint i = 0; i < G_N_ELEMENTS (elsewhere); i++)
    if (lueur_endpoint_is_local (elsewhere[i]))
      g_error ("taken for local: %s", elsewhere[i]);
}

/* --- Faults ------------------------------------------------------------------------------------------ */

static void
test_detail (void)
{
  g_autofree char *both = lueur_fault_detail_new (20, "Rate limit");
  g_autofree char *text = lueur_fault_detail_new (0, "Rate limit");
  guint seconds;

  g_assert_cmpstr (lueur_fault_detail_parse (both, &seconds), ==, "Rate limit");
  g_assert_cmpuint (seconds, ==, 20);
  g_assert_cmpstr (lueur_fault_detail_parse (text, &seconds), ==, "Rate limit");
  g_assert_cmpuint (seconds, ==, 0);
  g_assert_cmpstr (lueur_fault_detail_parse (NULL, &seconds), ==, "");
  g_assert_cmpuint (seconds, ==, 0);
  g_assert_cmpstr (lueur_fault_detail_parse ("retry-after: soon", &seconds), ==, "retry-after: soon");
  g_assert_cmpuint (seconds, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/utf8/splits", test_utf8);
  g_test_add_func ("/net/utf8/random", test_utf8_random);
  g_test_add_func ("/net/json/valid", test_json_valid);
  g_test_add_func ("/net/json/read", test_json_read);
  g_test_add_func ("/net/json/cut", test_json_cut);
  g_test_add_func ("/net/json/deep", test_json_deep);
  g_test_add_func ("/net/json/write", test_json_write);
  g_test_add_func ("/net/scrub/lines", test_scrub);
  g_test_add_func ("/net/scrub/everywhere", test_scrub_everywhere);
  g_test_add_func ("/net/scrub/length", test_scrub_length);
  g_test_add_func ("/net/endpoint/normalize", test_endpoint_normalize);
  g_test_add_func ("/net/endpoint/local", test_endpoint_local);
  g_test_add_func ("/error/detail", test_detail);
  return g_test_run ();
}
