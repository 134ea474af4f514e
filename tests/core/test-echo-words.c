/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Écho's tables themselves: every line is read here as a careful editor would. */

#include <string.h>

#include "core/echo/content.h"
#include "core/echo/say.h"

static const LueurEchoLine *const english[] = { lueur_echo_say_en_ask, lueur_echo_say_en_self, lueur_echo_say_en_talk, lueur_echo_say_en_heart, lueur_echo_say_en_life, lueur_echo_say_en_play, NULL };
static const LueurEchoLine *const french[] = { lueur_echo_say_fr_ask, lueur_echo_say_fr_self, lueur_echo_say_fr_talk, lueur_echo_say_fr_heart, lueur_echo_say_fr_life, lueur_echo_say_fr_play, NULL };

typedef void (*Check) (const LueurEchoLine *line, gboolean is_french);

static void
each_line (Check check)
{
  for (const LueurEchoLine *const *t = english; *t != NULL; t++)
    for (const LueurEchoLine *line = *t; line->text != NULL; line++)
      check (line, FALSE);
  for (const LueurEchoLine *const *t = french; *t != NULL; t++)
    for (const LueurEchoLine *line = *t; line->text != NULL; line++)
      check (line, TRUE);
}

static guint
count (const char *text, const char *what)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, what)) != NULL; p += strlen (what))
    n++;
  return n;
}

#define line_fail(line, why) g_error ("%s: “%s”", why, (line)->text)

static void
check_form (const LueurEchoLine *line, gboolean is_french)
{
  const char *text = line->text;
  const char *slots[] = { "{me}", "{name}", "{quote}", "{clause}", "{Clause}", "{np}", "{np2}", "{then}", "{person}", "{list}", "{time}", "{date}", "{word}", "{hello}", "{mine}", "{a1}", "{a2}", "{a3}", "{a4}" };
  guint known = 0;

  if (!g_utf8_validate (text, -1, NULL) || *text == '\0')
    line_fail (line, "not valid");
  if (strchr (text, '\'') != NULL || strchr (text, '"') != NULL || strstr (text, "...") != NULL)
    line_fail (line, "typewriter marks");
  if (strstr (text, "  ") != NULL || g_str_has_suffix (text, " "))
    line_fail (line, "stray spaces");
  if (count (text, "?") > 1)
    line_fail (line, "more than one question");
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    known += count (text, slots[i]);
  if (known != count (text, "{") || known != count (text, "}"))
    line_fail (line, "an unknown slot");
  if (!is_french && (strchr (text, '[') != NULL || strstr (text, "« ") != NULL))
    line_fail (line, "French means in English");
  if (is_french && strstr (text, "“") != NULL)
    line_fail (line, "English quotes in French");
  /* No double sign without its space. */
  for (const char *p = text + 1; is_french && *p != '\0'; p++)
    if (strchr ("?!;:", *p) != NULL && p[-1] != ' ' && !g_str_has_prefix (p + 1, "//"))
      line_fail (line, "a sign without its space");
  /* Sentences end as sentences do. */
  if (strchr (".?!…»”", text[strlen (text) - 1]) == NULL && !g_str_has_suffix (text, "…") && !g_str_has_suffix (text, "»") && !g_str_has_suffix (text, "”"))
    line_fail (line, "no end");
}

static void
test_form (void)
{
  each_line (check_form);
}

static void
check_brackets (const LueurEchoLine *line, gboolean is_french)
{
  for (const char *p = line->text; *p != '\0'; p++)
    {
      char close = *p == '[' ? ']' : *p == '<' ? '>' : '\0';
      const char *end;
      g_autofree char *inside = NULL;

      if (close == '\0')
        {
          if (*p == ']' || *p == '>')
            line_fail (line, "a bracket closes nothing");
          continue;
        }
      end = strchr (p, close);
      if (end == NULL)
        line_fail (line, "a bracket is open");
      inside = g_strndup (p + 1, (gsize) (end - p - 1));
      if (count (inside, "/") != (close == ']' ? 1 : 2))
        line_fail (line, "the wrong number of forms");
      p = end;
    }
}

static void
test_brackets (void)
{
  each_line (check_brackets);
}

/* Whatever can be recognised has something to be said to, in both languages alike. */
static void
test_complete (void)
{
  g_autoptr (LueurEchoLines) en = lueur_echo_lines_new (english), fr = lueur_echo_lines_new (french);
  const struct
  {
    LueurEchoKind kind;
    guint n;
    guint parts;
  } kinds[] = {
    { ECHO_KIND_FEELING, ECHO_N_FEELINGS, 2 }, { ECHO_KIND_EVENT, ECHO_N_EVENTS, 2 }, { ECHO_KIND_STANCE, ECHO_N_STANCES, 1 },
    { ECHO_KIND_TOPIC, ECHO_N_TOPICS, 1 },     { ECHO_KIND_SAY, ECHO_N_SAYS, 1 },
  };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint id = kinds[k].kind == ECHO_KIND_SAY ? 0 : 1; id < kinds[k].n; id++)
      for (guint part = 0; part < kinds[k].parts; part++)
        {
          guint key = ECHO_KEY (kinds[k].kind, id, part);
          GPtrArray *a = lueur_echo_lines_get (en, key), *b = lueur_echo_lines_get (fr, key);

          if (a == NULL || b == NULL || a->len < 2 || b->len < 2)
            g_error ("kind %u id %u part %u has too little to say", kinds[k].kind, id, part);
        }
  for (guint id = ECHO_INTENT_CRISIS; id < ECHO_N_INTENTS; id++)
    {
      guint key = ECHO_KEY (ECHO_KIND_INTENT, id, 0);
      /* These are answered by their own pieces. */
      gboolean elsewhere = id == ECHO_INTENT_STOP || id == ECHO_INTENT_STORY || id == ECHO_INTENT_RATHER || id == ECHO_INTENT_WORDS ||
                           id == ECHO_INTENT_BREATHE || id == ECHO_INTENT_GROUND || id == ECHO_INTENT_ORDER || id == ECHO_INTENT_MORE;

      if (!elsewhere && (lueur_echo_lines_get (en, key) == NULL || lueur_echo_lines_get (fr, key) == NULL))
        g_error ("intent %u has nothing to say", id);
    }
}

static void
check_then (const LueurEchoLine *line, gboolean is_french)
{
  g_autoptr (LueurEchoLines) lines = NULL;

  if (line->then == 0 || line->then == ECHO_CALM_SAID || line->then == ECHO_LIMIT_SAID || ECHO_KEY_KIND (line->then) == ECHO_KIND_INTENT)
    return;
  lines = lueur_echo_lines_new (is_french ? french : english);
  if (lueur_echo_lines_get (lines, line->then) == NULL)
    line_fail (line, "the step after it is missing");
}

static void
test_steps (void)
{
  each_line (check_then);
}

/* It claims no feelings and clings to nobody. */
static void
check_conduct (const LueurEchoLine *line, gboolean is_french)
{
  static const char *const never[] = {
    "I’m glad", "I am glad", "I’m happy", "I feel", "I love", "I missed you", "I’ll miss", "I’m sorry", "I’m sad", "I hope", "I’m proud of you", "don’t go yet", "stay with me", "before you go", "already leaving", "so soon", "without you",
    "Don’t leave", "I need you", "je suis content", "Je suis content", "je suis heureu", "Je suis heureu", "je t’aime", "je vous aime", "tu me manques", "vous me manquez", "je suis triste", "Je suis désolé", "je suis désolé", "ne pars pas.", "reste avec moi", "avant de partir", "déjà partir", "si tôt", "j’espère", "J’espère", "j’ai peur",
  };

  for (guint i = 0; i < G_N_ELEMENTS (never); i++)
    if (strstr (line->text, never[i]) != NULL)
      line_fail (line, never[i]);
}

static void
test_conduct (void)
{
  each_line (check_conduct);
}

/* Each of the two halves of a goodbye is one sentence, without a question. */
static void
check_farewell (const LueurEchoLine *line, gboolean is_french)
{
  guint id = ECHO_KEY_ID (line->key);

  if (ECHO_KEY_KIND (line->key) != ECHO_KIND_INTENT || (id != ECHO_INTENT_BYE && id != ECHO_INTENT_GOODNIGHT))
    return;
  if (strchr (line->text, '?') != NULL || count (line->text, ".") + count (line->text, "!") != 1)
    line_fail (line, "a goodbye that does not end");
}

static void
test_farewell (void)
{
  each_line (check_farewell);
}

/* No two lines of a language are the same: one of them would be lost. */
static void
test_unique (void)
{
  const LueurEchoLine *const *languages[] = { english, french };

  for (guint l = 0; l < 2; l++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      guint lines = 0;

      for (const LueurEchoLine *const *t = languages[l]; *t != NULL; t++)
        for (const LueurEchoLine *line = *t; line->text != NULL; line++, lines++)
          if (!g_hash_table_add (seen, g_strdup_printf ("%u %s", line->key, line->text)))
            line_fail (line, "twice");
      g_test_message ("%u lines", lines);
      g_assert_cmpuint (lines, >, 600);
    }
}

static void
test_patterns (void)
{
  const LueurEchoPattern *const tables[] = { lueur_echo_patterns_en_ask, lueur_echo_patterns_fr_ask, lueur_echo_patterns_en_self, lueur_echo_patterns_en_talk, lueur_echo_patterns_en_heart, lueur_echo_patterns_fr_self, lueur_echo_patterns_fr_talk, lueur_echo_patterns_fr_heart };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const LueurEchoPattern *p = tables[i]; p->text != NULL; p++)
      for (const char *c = p->text; *c != '\0'; c++)
        /* Patterns are compared with folded words: nothing else can ever match. */
        if (!g_ascii_islower (*c) && !g_ascii_isdigit (*c) && strchr ("|*+?^$~ \n", *c) == NULL)
          g_error ("“%c” in a pattern matches nothing: %.50s", *c, p->text);
}

static void
test_lexicon (void)
{
  const LueurEchoNoun *const tables[] = { lueur_echo_nouns_en, lueur_echo_nouns_fr };

  for (guint i = 0; i < 2; i++)
    for (const LueurEchoNoun *noun = tables[i]; noun->word != NULL; noun++)
      {
        g_autofree char *fold = lueur_echo_fold (noun->word, -1);

        /* "Weekend" is read in one word and written in two. */
        if (strcmp (noun->fold, "weekend") != 0)
          g_assert_cmpstr (fold, ==, noun->fold);
        g_assert_nonnull (strchr ("mfpn", noun->gender));
      }
  for (guint i = 0; i < 2; i++)
    for (const char *const(*link)[2] = i == 0 ? lueur_echo_links_en : lueur_echo_links_fr; (*link)[0] != NULL; link++)
      {
        g_autofree char *fold = lueur_echo_fold ((*link)[0], -1);

        g_assert_cmpstr (fold, ==, (*link)[0]);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/echo/words/form", test_form);
  g_test_add_func ("/echo/words/brackets", test_brackets);
  g_test_add_func ("/echo/words/complete", test_complete);
  g_test_add_func ("/echo/words/steps", test_steps);
  g_test_add_func ("/echo/words/conduct", test_conduct);
  g_test_add_func ("/echo/words/farewell", test_farewell);
  g_test_add_func ("/echo/words/unique", test_unique);
  g_test_add_func ("/echo/words/patterns", test_patterns);
  g_test_add_func ("/echo/words/lexicon", test_lexicon);

  return g_test_run ();
}
