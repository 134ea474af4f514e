/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Messages into markup: what chat writes, and what somebody hostile might. */

#include <pango/pango.h>
#include <string.h>

#include "ui/chat/markdown.h"

/* Every block of text is markup that Pango takes; nothing is deeper than it may be. */
static GPtrArray *
parse (const char *text, gboolean *truncated)
{
  GPtrArray *blocks = lueur_markdown_parse (text, -1, truncated);

  g_assert_cmpuint (blocks->len, <=, LUEUR_MARKDOWN_MAX_BLOCKS);
  for (guint i = 0; i < blocks->len; i++)
    {
      const LueurBlock *block = g_ptr_array_index (blocks, i);
      g_autoptr (GError) error = NULL;

      g_assert_true (g_utf8_validate (block->content, -1, NULL));
      g_assert_cmpuint (block->indent, <=, LUEUR_BLOCK_MAX_INDENT);
      g_assert_cmpuint (block->quotes, <=, LUEUR_BLOCK_MAX_QUOTES);
      g_assert_cmpuint (block->start, <=, strlen (text));
      if (block->kind == LUEUR_BLOCK_TEXT)
        {
          /* GtkLabel reads links itself; Pango must take the rest. */
          g_autoptr (GRegex) link = g_regex_new ("</?a[^>]*>", 0, 0, NULL);
          g_autofree char *plain = g_regex_replace_literal (link, block->content, -1, 0, "", 0, NULL);

          pango_parse_markup (plain, -1, 0, NULL, NULL, NULL, &error);
          g_assert_no_error (error);
        }
    }
  return blocks;
}

static void
assert_blocks (const char *text, const char *const *expected)
{
  g_autoptr (GPtrArray) blocks = parse (text, NULL);

  for (guint i = 0; i < blocks->len && expected[i] != NULL; i++)
    g_assert_cmpstr (((LueurBlock *) g_ptr_array_index (blocks, i))->content, ==, expected[i]);
  g_assert_cmpuint (blocks->len, ==, g_strv_length ((char **) expected));
}

#define assert_markdown(text, ...) assert_blocks (text, (const char *const[]) { __VA_ARGS__, NULL })

static void
test_inline (void)
{
  assert_markdown ("*smiles softly* Hello **you**!", "<i>smiles softly</i> Hello <b>you</b>!");
  assert_markdown ("one\ntwo", "one\ntwo");
  assert_markdown ("Tom & \"Jerry\" <3", "Tom &amp; &quot;Jerry&quot; &lt;3");
  assert_markdown ("use `a < b`", "use <tt>a &lt; b</tt>");
  assert_markdown ("***both***", "<i><b>both</b></i>");
  assert_markdown ("**a *b **c** d* e**", "<b>a <i>b c d</i> e</b>");
  assert_markdown ("snake_case_name stays", "snake_case_name stays");
  assert_markdown ("l’été — déjà vu 🌻", "l’été — déjà vu 🌻");
}

static void
test_links (void)
{
  assert_markdown ("see https://example.org/a_b?c=1&d=(2).",
                   "see <a href=\"https://example.org/a_b?c=1&amp;d=(2)\">https://example.org/a_b?c=1&amp;d=(2)</a>.");
  assert_markdown ("(https://example.org/)", "(<a href=\"https://example.org/\">https://example.org/</a>)");
  assert_markdown ("[here](https://example.org)", "<a href=\"https://example.org\">here</a>");
  assert_markdown ("[https://good.org](https://evil.org)", "<a href=\"https://evil.org\">https://good.org</a>");
  assert_markdown ("<mailto:a@example.org>", "<a href=\"mailto:a@example.org\">mailto:a@example.org</a>");
  /* Pictures are never loaded: at most a link to them. */
  assert_markdown ("![a cat](https://example.org/cat.png)", "<a href=\"https://example.org/cat.png\">a cat</a>");
  /* Anything that acts is only words. */
  assert_markdown ("[x](javascript:alert(1)) [y](file:///etc/passwd) [z](lueur:wipe)", "x y z");
  assert_markdown ("xhttps://example.org", "xhttps://example.org");
}

static void
test_safe_uri (void)
{
  g_assert_true (lueur_markdown_is_safe_uri ("https://example.org/"));
  g_assert_true (lueur_markdown_is_safe_uri ("HTTPS://EXAMPLE.ORG/"));
  g_assert_true (lueur_markdown_is_safe_uri ("mailto:a@example.org"));
  g_assert_false (lueur_markdown_is_safe_uri ("https://"));
  g_assert_false (lueur_markdown_is_safe_uri ("http:///etc/passwd"));
  g_assert_false (lueur_markdown_is_safe_uri ("mailto:"));
  g_assert_false (lueur_markdown_is_safe_uri ("file:///etc/passwd"));
  g_assert_false (lueur_markdown_is_safe_uri ("javascript:alert(1)"));
  g_assert_false (lueur_markdown_is_safe_uri ("data:text/html,x"));
  g_assert_false (lueur_markdown_is_safe_uri ("example.org"));
  g_assert_false (lueur_markdown_is_safe_uri ("https://example.org/\nHost: x"));
  g_assert_false (lueur_markdown_is_safe_uri (""));
}

static void
test_blocks (void)
{
  const char *text = "# Title\n\nIntro\n\n- one\n- two\n  - deep\n\n3. three\n4. four\n\n> quoted\n>\n> again\n\n"
                     "```python {.x}\nif a < b:\n    pass\n```\n\n---\n\nend";
  g_autoptr (GPtrArray) blocks = parse (text, NULL);
  const LueurBlock expected[] = {
    { .content = (char *) "Title", .heading = 1 },
    { .content = (char *) "Intro" },
    { .content = (char *) "one", .marker = (char *) "•", .indent = 1 },
    { .content = (char *) "two", .marker = (char *) "•", .indent = 1 },
    { .content = (char *) "deep", .marker = (char *) "•", .indent = 2 },
    { .content = (char *) "three", .marker = (char *) "3.", .indent = 1 },
    { .content = (char *) "four", .marker = (char *) "4.", .indent = 1 },
    { .content = (char *) "quoted", .quotes = 1 },
    { .content = (char *) "again", .quotes = 1 },
    { .kind = LUEUR_BLOCK_CODE, .content = (char *) "if a < b:\n    pass", .info = (char *) "python {.x}" },
    { .kind = LUEUR_BLOCK_RULE, .content = (char *) "" },
    { .content = (char *) "end" },
  };

  g_assert_cmpuint (blocks->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < blocks->len; i++)
    {
      const LueurBlock *block = g_ptr_array_index (blocks, i);

      g_test_message ("%u: %s", i, block->content);
      g_assert_true (lueur_block_equal (block, &expected[i]));
      /* Each outermost block begins where its line does. */
      g_assert_true (block->start == 0 || text[block->start - 1] == '\n');
    }
}

static void
test_html (void)
{
  assert_markdown ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;");
  assert_markdown ("a <b onclick=\"x\">bold</b><br>c", "a &lt;b onclick=&quot;x&quot;&gt;bold&lt;/b&gt;\nc");
  assert_markdown ("<span foreground='red'>x</span>", "&lt;span foreground=&#39;red&#39;&gt;x&lt;/span&gt;");
}

/* However a text is cut while it grows, it is always something to show. */
static void
test_every_cut (void)
{
  const char *text = "*a **b `c` [d](https://e.org/\"f\") &amp; <g> ```\nh\n``` ![i](j) _k __l 🌻 > m\n- n\n  1. o\n\\*p";
  gsize length = strlen (text);

  for (gsize i = 0; i <= length; i++)
    {
      g_autofree char *cut = g_strndup (text, i);
      g_autoptr (GPtrArray) blocks = parse (cut, NULL);

      g_assert_nonnull (blocks);
    }
}

static void
test_not_utf8 (void)
{
  g_autoptr (GPtrArray) bytes = parse ("a\xff\xfe**b\xc3**", NULL);
  g_autoptr (GPtrArray) controls = parse ("a\x01" "b\x1b[31mc\x7f", NULL);
  g_autofree char *plain = lueur_markdown_to_plain ("\xff*x*\xc3", 10);

  g_assert_cmpuint (bytes->len, ==, 1);
  g_assert_cmpstr (((LueurBlock *) g_ptr_array_index (controls, 0))->content, ==, "ab[31mc");
  g_assert_true (g_utf8_validate (plain, -1, NULL));
}

static char *
repeat (const char *unit, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, unit);
  return g_string_free_and_steal (text);
}

static void
test_hostile (void)
{
  const struct
  {
    const char *unit;
    guint n;
  } texts[] = {
    { ">", 1000 },   { "> ", 1000 },    { "- ", 1000 },     { "*", 1000 },           { "**a ", 1000 },
    { "[", 1000 },   { "![", 1000 },    { "[a](", 1000 },   { "`", 1000 },           { "<", 1000 },
    { "_a*b", 1000 },{ "\\", 1001 },    { "&", 1000 },      { "a\n\n", 400000 },     { "- a\n", 250000 },
    { "1. a\n", 200000 }, { "x", 1024 * 1024 }, { "é", 512 * 1024 }, { "https://a.b/", 80000 }, { "***a*** ", 130000 },
    { "```\n", 250000 },  { "<b>", 300000 },    { "\n", 1024 * 1024 }, { "\r", 1024 * 1024 }, { "    a\n", 150000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = repeat (texts[i].unit, texts[i].n);
      gint64 before = g_get_monotonic_time ();
      gboolean truncated;
      g_autoptr (GPtrArray) blocks = parse (text, &truncated);
      double seconds = (g_get_monotonic_time () - before) / 1e6;

      g_test_message ("%s × %u: %u blocks, %.0f ms", texts[i].unit, texts[i].n, blocks->len, seconds * 1000);
      g_assert_cmpfloat (seconds, <, 2);
      if (strlen (text) > LUEUR_MARKDOWN_MAX_BYTES)
        g_assert_true (truncated);
    }
}

/* Nested a thousand deep: shown, flat. */
static void
test_nested (void)
{
  g_autofree char *open = repeat ("> ", 1000);
  g_autofree char *text = g_strconcat (open, "deep", NULL);
  g_autoptr (GPtrArray) blocks = parse (text, NULL);
  const LueurBlock *block = g_ptr_array_index (blocks, 0);

  g_assert_cmpuint (blocks->len, ==, 1);
  g_assert_cmpstr (block->content, ==, "deep");
  g_assert_cmpuint (block->quotes, ==, LUEUR_BLOCK_MAX_QUOTES);
}

static void
test_plain (void)
{
  const struct
  {
    const char *text;
    gsize max;
    const char *plain;
  } cases[] = {
    { "*smiles* **Hi** [you](https://x.org)", 0, "smiles Hi you" },
    { "a\n\n- b\n- c", 0, "a b c" },
    { "one two three", 7, "one two…" },
    { "élève", 5, "élève" },
    { "   \n\t ", 0, "" },
    { "", 10, "" },
    { "```\ncode\n```", 0, "code" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = lueur_markdown_to_plain (cases[i].text, cases[i].max);

      g_assert_cmpstr (plain, ==, cases[i].plain);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/markdown/inline", test_inline);
  g_test_add_func ("/markdown/links", test_links);
  g_test_add_func ("/markdown/safe-uri", test_safe_uri);
  g_test_add_func ("/markdown/blocks", test_blocks);
  g_test_add_func ("/markdown/html", test_html);
  g_test_add_func ("/markdown/every-cut", test_every_cut);
  g_test_add_func ("/markdown/not-utf8", test_not_utf8);
  g_test_add_func ("/markdown/hostile", test_hostile);
  g_test_add_func ("/markdown/nested", test_nested);
  g_test_add_func ("/markdown/plain", test_plain);

  return g_test_run ();
}
