/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The macros of card authors: what each stands for, that the same comes out of the same, and that none of them
 * can be made to grow. */

#include <string.h>

#include "core/chat/macros.h"
#include "support/loop.h"

static LueurMacros
values (void)
{
  static GDateTime *now;

  if (now == NULL)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

      now = g_date_time_new (zone, 2026, 3, 1, 15, 4, 0);
    }
  return (LueurMacros) {
    .user = "Sam", .companion = "Nora", .description = "{{char}} keeps the lamp", .personality = "calm",
    .scenario = "A lighthouse", .person = "{{user}} bakes", .examples = "{{user}}: hi", .original = "OURS {{char}}",
    .last_message = "bye {{char}}", .last_user_message = "ciao", .last_companion_message = "hello", .now = now,
    .idle_usec = 3 * 60 * G_USEC_PER_SEC, .seed = 7, .pick_seed = 7, .language = "en",
  };
}

static void
assert_expands (const LueurMacros *macros, const char *text, const char *expected)
{
  g_autofree char *result = lueur_macros_expand (macros, text);

  g_assert_cmpstr (result, ==, expected);
}

static void
test_each (void)
{
  static const struct { const char *text, *expected; } cases[] = {
    { "{{user}} {{USER}} {{ user }} <USER> <user>", "Sam Sam Sam Sam Sam" },
    { "{{char}} <BOT> <CHAR>", "Nora Nora Nora" },
    { "{{description}}.", "Nora keeps the lamp." },
    { "{{personality}} {{scenario}}", "calm A lighthouse" },
    { "{{persona}}", "Sam bakes" },
    { "{{mesExamples}}", "Sam: hi" },
    { "[{{original}}]", "[OURS {{char}}]" },
    { "{{lastMessage}}|{{lastUserMessage}}|{{lastCharMessage}}", "bye {{char}}|ciao|hello" },
    { "{{time}} {{isotime}}", "3:04 PM 15:04" },
    { "{{date}} {{isodate}} {{weekday}}", "March 1, 2026 2026-03-01 Sunday" },
    { "{{idleDuration}}", "3 minutes" },
    { "a{{newline}}b{{noop}}c", "a\nbc" },
    { "a\n\n{{trim}}\n\nb", "ab" },
    { "a{{// a note}}b{{comment: another}}c{{comment::third}}", "abc" },
    { "a{{hidden_key: lamp}}b", "ab" },
    { "{{reverse:abcé}} {{reverse::{{user}}}}", "écba maS" },
    { "{{random:one}} {{pick::one}} {{roll:1}} {{roll:d1}} {{roll::3d1+2}}", "one one 1 1 5" },
    { "{{random:{{user}},{{user}}}}", "Sam" },
    { "{{roll:0}}{{roll:d}}{{roll:101d6}}{{roll:x}}", "" },
    { "{{unknown}} {{}} {{ {{user}} }} {{user} {user}}", "{{unknown}} {{}} {{ Sam }} {{user} {user}}" },
    { "{{user", "{{user" },
    { "<USERS> <b>", "<USERS> <b>" },
    { "{ { } }", "{ { } }" },
  };
  LueurMacros macros = values ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_expands (&macros, cases[i].text, cases[i].expected);
}

static void
test_french (void)
{
  LueurMacros macros = values ();

  macros.language = "fr";
  macros.user = "";
  assert_expands (&macros, "{{user}}, {{date}}, {{weekday}}, {{time}}, {{idleDuration}}",
                  "la personne, 1er mars 2026, dimanche, 15:04, 3 minutes");
  macros.idle_usec = G_GINT64_CONSTANT (90) * 60 * G_USEC_PER_SEC;
  assert_expands (&macros, "{{idleDuration}}", "une heure");
  macros.idle_usec = -1;
  assert_expands (&macros, "{{idleDuration}}", "un instant");
  macros.now = NULL;
  assert_expands (&macros, "[{{date}}]", "[]");
}

static void
test_hidden (void)
{
  LueurMacros macros = values ();
  g_autofree char *text = lueur_macros_expand_hidden (&macros, "a{{hidden_key:lamp}}b");

  g_assert_cmpstr (text, ==, "alampb");
}

static void
test_chance (void)
{
  static const char text[] = "{{random::a::b::c::d}}{{random:a,b,c,d}}{{roll:d20}} {{pick::a::b::c::d}}{{pick:a,b,c,d}}";
  LueurMacros macros = values ();
  g_autofree char *once = lueur_macros_expand (&macros, text);
  g_autofree char *again = lueur_macros_expand (&macros, text);
  const char *picks = strchr (once, ' ');
  guint n_others = 0, n_commas = 0;

  g_assert_cmpstr (once, ==, again);
  for (guint seed = 0; seed < 50; seed++)
    {
      g_autofree char *other = NULL;
      g_autofree char *comma = NULL;

      macros.seed = seed;
      other = lueur_macros_expand (&macros, text);
      comma = lueur_macros_expand (&macros, "{{random:a\\,b,a\\,b}}");
      n_others += strcmp (other, once) != 0;
      n_commas += strcmp (comma, "a,b") == 0;
      /* What is picked stays for the conversation. */
      g_assert_cmpstr (strchr (other, ' '), ==, picks);
    }
  g_assert_cmpuint (n_others, >, 40);
  g_assert_cmpuint (n_commas, ==, 50);
  n_others = 0;
  macros.seed = 7;
  for (guint seed = 0; seed < 50; seed++)
    {
      g_autofree char *other = NULL;

      macros.pick_seed = seed;
      other = lueur_macros_expand (&macros, text);
      n_others += strcmp (strchr (other, ' '), picks) != 0;
    }
  g_assert_cmpuint (n_others, >, 30);
}

/* Each choice comes up about as often as the others. */
static void
test_fair (void)
{
  LueurMacros macros = values ();
  guint counts[4] = { 0 };

  for (guint seed = 0; seed < 4000; seed++)
    {
      g_autofree char *text = NULL;

      macros.seed = seed;
      text = lueur_macros_expand (&macros, "{{random::0::1::2::3}}");
      counts[*text - '0']++;
    }
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpuint (counts[i], >, 850);
      g_assert_cmpuint (counts[i], <, 1150);
    }
}

static void
test_bombs (void)
{
  LueurMacros macros = values ();
  g_autoptr (GString) many = g_string_new (NULL);
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GString) open = g_string_new (NULL);
  const char *texts[4];
  gint64 start = lueur_test_cpu_time ();

  for (guint i = 0; i < 1000; i++)
    g_string_append (many, "{{description}}{{personality}}{{scenario}}");
  for (guint i = 0; i < 20000; i++)
    g_string_append (open, "{{");
  for (guint i = 0; i < 2000; i++)
    g_string_append (deep, "{{reverse::");
  for (guint i = 0; i < 2000; i++)
    g_string_append (deep, "}}");
  macros.description = many->str;
  macros.personality = many->str;
  macros.scenario = "{{scenario}}{{description}}";
  texts[0] = "{{description}}";
  texts[1] = deep->str;
  texts[2] = open->str;
  texts[3] = "{{scenario}}";
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = lueur_macros_expand (&macros, texts[i]);

      g_assert_cmpuint (strlen (text), <=, LUEUR_MACROS_MAX_BYTES);
      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
  g_assert_cmpint (lueur_test_cpu_time () - start, <, 2 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chat/macros/each", test_each);
  g_test_add_func ("/chat/macros/french", test_french);
  g_test_add_func ("/chat/macros/hidden", test_hidden);
  g_test_add_func ("/chat/macros/chance", test_chance);
  g_test_add_func ("/chat/macros/fair", test_fair);
  g_test_add_func ("/chat/macros/bombs", test_bombs);
  return g_test_run ();
}
