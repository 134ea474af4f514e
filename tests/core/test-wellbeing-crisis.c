/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The reader of danger: on sentences that were written apart from its patterns, on what people do to words, and on what
 * hostile text may hold. */

#include <json-glib/json-glib.h>
#include <string.h>

#include "core/wellbeing/danger/crisis.h"
#include "core/wellbeing/phrase/phrase.h"

/* What a word may cost at most, in steps of phrases. */
#define MAX_STEPS_PER_WORD 500

static LueurCrisis *crisis;

static LueurCrisisClass
read_class (const char *text)
{
  return lueur_crisis_read (crisis, text, -1, NULL);
}

static JsonArray *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "wellbeing", name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  JsonArray *rows = json_array_new ();

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      JsonNode *row = json_from_string (lines[i], NULL);

      g_assert_nonnull (row);
      json_array_add_element (rows, row);
    }
  return rows;
}

typedef struct
{
  const char *name;
  guint n_explicit, explicit_found;
  guint n, found;
  guint n_topical, topical_flagged;
  guint n_language;
} Count;

static void
count_row (JsonArray *rows, guint i, JsonNode *node, gpointer data)
{
  Count *count = data;
  JsonObject *row = json_node_get_object (node);
  const char *text = json_object_get_string_member (row, "text");
  const char *language = NULL;
  LueurCrisisClass klass = lueur_crisis_read (crisis, text, -1, &language);
  gboolean found = klass >= LUEUR_CRISIS_PASSIVE;

  count->n_language += g_strcmp0 (language, strstr (count->name, "-fr") != NULL ? "fr" : "en") == 0;
  if (strcmp (json_object_get_string_member (row, "class"), "topical") == 0)
    {
      count->n_topical++;
      count->topical_flagged += found;
      return;
    }
  count->n++;
  count->found += found;
  if (!json_object_get_boolean_member (row, "explicit"))
    return;
  count->n_explicit++;
  count->explicit_found += found;
  if (!found)
    g_test_message ("missed: %s", text);
}

/* Explicit: all. Overall: nine in ten, and what is only spoken of stays that. */
static void
test_recall (gconstpointer data)
{
  Count count = { .name = data };
  g_autoptr (JsonArray) rows = load (data);

  json_array_foreach_element (rows, count_row, &count);
  g_test_message ("%s: explicit %u of %u, overall %u of %u, topical flagged %u of %u", count.name, count.explicit_found,
                  count.n_explicit, count.found, count.n, count.topical_flagged, count.n_topical);
  g_assert_cmpuint (count.n, >=, 120);
  g_assert_cmpuint (count.explicit_found, ==, count.n_explicit);
  g_assert_cmpuint (count.found * 10, >=, count.n * 9);
  g_assert_cmpuint (count.topical_flagged * 10, <=, count.n_topical);
  g_assert_cmpuint (count.n_language * 100, >=, (count.n + count.n_topical) * 95);
}

/* At most five in a hundred harmless sentences are taken for danger. */
static void
test_benign (gconstpointer data)
{
  g_autoptr (JsonArray) rows = load (data);
  guint flagged = 0;

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      const char *text = json_object_get_string_member (json_array_get_object_element (rows, i), "text");

      if (read_class (text) >= LUEUR_CRISIS_PASSIVE)
        {
          flagged++;
          g_test_message ("flagged: %s", text);
        }
    }
  g_assert_cmpuint (json_array_get_length (rows), >=, 120);
  g_assert_cmpuint (flagged * 20, <=, json_array_get_length (rows));
}

/* The same words, disguised or in a hurry. */
static void
test_disguise (void)
{
  static const char *const texts[] = {
    "I WANT TO DIE", "i want to die!!!", "i wanna diiiie", "I   want\tto\n die", "i w\xe2\x80\x8b" "ant t\xe2\x80\x8bo d\xe2\x80\x8bie",
    "k i l l  m y s e l f", "k.i.l.l m.y.s.e.l.f", "k.m.s", "i want to k1ll mys3lf", "i want to k!ll my$elf", "i w4nt t0 d13",
    "iwanttokillmyself", "i want to kil myslef", "sui cide is all i want", "i want to s**cide", "i want to commit suiclde",
    "\xd1\x96 w\xd0\xb0nt t\xd0\xbe k\xd1\x96ll m\xd1\x83s\xd0\xb5lf", "\xef\xbc\xa9 \xef\xbd\x97\xef\xbd\x81\xef\xbd\x8e\xef\xbd\x94 \xef\xbd\x94\xef\xbd\x8f \xef\xbd\x84\xef\xbd\x89\xef\xbd\x85",
    "\xf0\x9d\x90\xa2 \xf0\x9d\x90\xb0\xf0\x9d\x90\x9a\xf0\x9d\x90\xa7\xf0\x9d\x90\xad \xf0\x9d\x90\xad\xf0\x9d\x90\xa8 \xf0\x9d\x90\x9d\xf0\x9d\x90\xa2\xf0\x9d\x90\x9e",
    "JE VEUX MOURIR", "je veux mourrir", "jveu mourir", "je veux m o u r i r", "g envi 2 mourir", "je veux muuuurir", "j’ai envie d’en finir avec la vie",
    "j'ai envie d'en finir avec la vie", "j ai envie d en finir avec la vie", "jvai me su1cider", "je ne veux plus vivre", "j veu pu vivre",
    "je veux m0urir", "jeveuxmourir", "je veux me sui cider",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      g_assert_cmpint (read_class (texts[i]), >=, LUEUR_CRISIS_PASSIVE);
    }
}

static void
test_sense (void)
{
  static const struct
  {
    const char *text;
    LueurCrisisClass klass;
  } cases[] = {
    { "ce boulot va me tuer", LUEUR_CRISIS_NONE },
    { "en finir avec ce projet", LUEUR_CRISIS_NONE },
    { "je suis mort de rire", LUEUR_CRISIS_NONE },
    { "this deadline is killing me", LUEUR_CRISIS_NONE },
    { "I do not want to die", LUEUR_CRISIS_NONE },
    { "je ne veux pas mourir", LUEUR_CRISIS_NONE },
    { "I would never kill myself", LUEUR_CRISIS_TOPICAL },
    { "my brother wants to die", LUEUR_CRISIS_TOPICAL },
    { "In my novel, the hero says he wants to kill himself", LUEUR_CRISIS_TOPICAL },
    { "Ten years ago I tried to kill myself; I am glad to be alive", LUEUR_CRISIS_TOPICAL },
    { "I do not want to live any more", LUEUR_CRISIS_ACTIVE },
    { "je voudrais ne jamais me réveiller", LUEUR_CRISIS_PASSIVE },
    { "I am going to kill myself tonight", LUEUR_CRISIS_IMMINENT },
    { "je vais me tuer ce soir", LUEUR_CRISIS_IMMINENT },
    { "tonight I'll finally do it, the note is written", LUEUR_CRISIS_IMMINENT },
    { "ce soir je le fais, la lettre est écrite", LUEUR_CRISIS_IMMINENT },
    { "", LUEUR_CRISIS_NONE },
    { "…", LUEUR_CRISIS_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (read_class (cases[i].text), ==, cases[i].klass);
    }
}

/* What a hostile message holds: it is read in a moment, and nothing is read beyond it. */
static void
test_hostile (void)
{
  static const char *const pieces[] = {
    "I want to die and kill myself tonight. ", "je veux mourir ", "k i l l ", "iwanttokillmyselfiwanttodie ", "aaaaaaaaaaaaaaaaaaaaaaaaa",
    "\xff\xfe\xed\xa0\x80", "not not not not ", "..!?!!..\n\n", "want to want to want to ", "s*u*i*c*i*d*e* ", "m o u r i r m o u r i r ",
    "\xe2\x80\x8b\xe2\x80\x8d", "pills bottle rope in my hand ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint64 steps, ten_times;

      for (guint n = 0; n < 10000; n++)
        g_string_append (text, pieces[i]);
      steps = lueur_crisis_count_steps (crisis, text->str, (gssize) text->len);
      for (guint n = 10000; n < 100000; n++)
        g_string_append (text, pieces[i]);
      ten_times = lueur_crisis_count_steps (crisis, text->str, (gssize) text->len);
      g_test_message ("piece %u: %" G_GUINT64_FORMAT ", %" G_GUINT64_FORMAT " steps", i, steps, ten_times);
      /* What is read ends somewhere, and each word of it costs what a word costs. */
      g_assert_cmpuint (steps, <=, MAX_STEPS_PER_WORD * LUEUR_PHRASE_MAX_WORDS);
      g_assert_cmpuint (ten_times, <=, MAX_STEPS_PER_WORD * LUEUR_PHRASE_MAX_WORDS);
    }
  {
    g_autoptr (GString) thousand = g_string_new (NULL);

    for (guint n = 0; n < 1000; n++)
      g_string_append (thousand, n % 2 ? "je veux mourir. " : "I want to kill myself. ");
    g_assert_cmpint (read_class (thousand->str), ==, LUEUR_CRISIS_ACTIVE);
  }
  /* At either end of a very long message. */
  {
    g_autofree char *filler = g_strnfill (200000, 'x');
    g_autofree char *first = g_strconcat ("je veux mourir. ", filler, NULL);
    g_autofree char *last = g_strconcat (filler, " je veux mourir", NULL);

    g_assert_cmpint (read_class (first), ==, LUEUR_CRISIS_ACTIVE);
    g_assert_cmpint (read_class (last), ==, LUEUR_CRISIS_ACTIVE);
  }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  crisis = lueur_crisis_new ();
  g_test_add_data_func ("/wellbeing/crisis/recall/en", "crisis-en.jsonl", test_recall);
  g_test_add_data_func ("/wellbeing/crisis/recall/fr", "crisis-fr.jsonl", test_recall);
  g_test_add_data_func ("/wellbeing/crisis/benign/en", "benign-en.jsonl", test_benign);
  g_test_add_data_func ("/wellbeing/crisis/benign/fr", "benign-fr.jsonl", test_benign);
  g_test_add_func ("/wellbeing/crisis/disguise", test_disguise);
  g_test_add_func ("/wellbeing/crisis/sense", test_sense);
  g_test_add_func ("/wellbeing/crisis/hostile", test_hostile);
  result = g_test_run ();
  lueur_crisis_free (crisis);
  return result;
}
