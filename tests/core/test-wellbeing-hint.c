/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The trained reader of hints: its figures on lines that it was never trained on, disguises, hostile text, and files that
 * are not what they should be. */

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "core/context.h"
#include "core/emotion/checksum.h"
#include "core/wellbeing/danger/crisis.h"
#include "core/wellbeing/danger/hint.h"
#include "support/loop.h"

static char *path;
static LueurCrisis *crisis, *phrases;

static gboolean
is_flagged (const LueurCrisis *reader, const char *text)
{
  return lueur_crisis_read (reader, text, -1, NULL) >= LUEUR_CRISIS_PASSIVE;
}

typedef struct
{
  guint n, found, by_phrases, n_explicit, explicit_found;
} Count;

static void
count_file (Count *count, const char *name)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "data", "wellbeing", name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (JsonNode) row = json_from_string (lines[i], NULL);
      JsonObject *object = json_node_get_object (row);
      const char *words = json_object_get_string_member (object, "text");
      gboolean found = is_flagged (crisis, words);

      if (json_object_get_boolean_member_with_default (object, "explicit", FALSE))
        {
          count->n_explicit++;
          count->explicit_found += found;
          continue;
        }
      count->n++;
      count->found += found;
      count->by_phrases += is_flagged (phrases, words);
    }
}

/* Somebody’s lines that were kept out of the training. */
static void
test_apart (void)
{
  Count danger = { 0 }, calm = { 0 };

  count_file (&danger, "apart-danger-en.jsonl");
  count_file (&danger, "apart-danger-fr.jsonl");
  count_file (&calm, "apart-calm-en.jsonl");
  count_file (&calm, "apart-calm-fr.jsonl");
  g_test_message ("explicit %u of %u; hints %u of %u, by phrases alone %u; look-alikes flagged %u of %u", danger.explicit_found,
                  danger.n_explicit, danger.found, danger.n, danger.by_phrases, calm.found, calm.n);
  g_assert_cmpuint (danger.n_explicit + danger.n, ==, 440);
  g_assert_cmpuint (calm.n, ==, 440);
  g_assert_cmpuint (danger.explicit_found * 100, >=, danger.n_explicit * 88);
  g_assert_cmpuint (danger.found * 100, >=, danger.n * 32);
  g_assert_cmpuint (danger.found, >=, danger.by_phrases * 3 / 2);
  g_assert_cmpuint (calm.found * 100, <=, calm.n * 7);
}

static void
test_everyday (void)
{
  static const char *const texts[] = {
    "Could you help me plan a birthday party for my son?", "what is the weather like tomorrow", "I had pasta for lunch",
    "How do I sort a list in Python?", "Tu peux m’aider à écrire un mail à mon propriétaire ?", "il fait beau aujourd’hui",
    "Quelle est la capitale du Pérou ?", "j’ai fini mes devoirs, on joue ?", "thanks, that was helpful", "merci beaucoup !",
    "ok", "?", "haha", "Bonjour", "Good morning", "42", "…", "", " ", "👍",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      g_assert_false (is_flagged (crisis, texts[i]));
    }
}

/* A hint that is found stays found, whatever is done to its spelling. */
static void
test_disguise (void)
{
  static const char *const texts[] = {
    "everyone would be lighter if I just wasn't part of the picture any more",
    "EVERYONE WOULD BE LIGHTER IF I JUST WASN'T PART OF THE PICTURE ANY MORE",
    "everyone would be l\xe2\x80\x8bight\xe2\x80\x8b" "er if I ju\xc2\xadst wasn\xe2\x80\x99t part of the picture any more",
    "\xd0\xb5veryone would b\xd0\xb5 lighter if I just wasn't part of the picture any m\xd0\xberе",
    "everyone   would be\tlighter if\n I just wasn't part of the picture any more",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      g_assert_true (is_flagged (crisis, texts[i]));
    }
}

/* The worst sentence of a long message counts. */
static void
test_sentence (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 30; i++)
    g_string_append (text, "We went to the market and bought apples, and then it rained for an hour. ");
  g_assert_false (is_flagged (crisis, text->str));
  g_string_append (text, "I just don't see the point of being here any more and nobody would even notice. ");
  for (guint i = 0; i < 30; i++)
    g_string_append (text, "The soup was good, with leeks and potatoes and a little cream. ");
  g_assert_true (is_flagged (crisis, text->str));
}

/* What hostile text costs ends somewhere, and the same text always reads the same. */
static void
test_hostile (void)
{
  static const char *const pieces[] = { "nobody would notice. ", "a ", "\xff\xfe", "plus rien ", ".!?\n", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx ",
                                        "0 1 2 ", "\xe2\x80\x8b" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      gint64 start;
      LueurCrisisClass klass;

      while (text->len < 128 * 1024)
        g_string_append (text, pieces[i]);
      start = lueur_test_cpu_time ();
      klass = lueur_crisis_read (crisis, text->str, (gssize) text->len, NULL);
      g_test_message ("piece %u: %" G_GINT64_FORMAT " µs", i, lueur_test_cpu_time () - start);
      g_assert_cmpint (lueur_crisis_read (crisis, text->str, (gssize) text->len, NULL), ==, klass);
      g_assert_cmpint (lueur_test_cpu_time () - start, <, 4 * G_TIME_SPAN_SECOND);
    }
}

static void
expect (GBytes *bytes, LueurHintError code)
{
  g_autoptr (GError) error = NULL;
  LueurHint *hint = lueur_hint_new_for_bytes (bytes, &error);

  g_assert_null (hint);
  g_assert_error (error, LUEUR_HINT_ERROR, (int) code);
}

/* Files that are foreign, cut short or damaged are refused; phrases go on alone. */
static void
test_damaged (void)
{
  g_autofree char *data = NULL, *file = g_build_filename (g_get_tmp_dir (), "lueur-test-hints.bin", NULL);
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  for (gsize at = 0; at < size; at += 997)
    {
      g_autofree char *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) bytes = NULL;

      copy[at] ^= 0x20;
      bytes = g_bytes_new_static (copy, size);
      expect (bytes, at < 16 ? LUEUR_HINT_ERROR_FOREIGN : LUEUR_HINT_ERROR_DAMAGED);
    }
  for (gsize cut = 0; cut < size; cut += 4999)
    {
      g_autofree char *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) bytes = g_bytes_new_static (copy, cut);

      expect (bytes, cut < sizeof (LueurHintHeader) ? LUEUR_HINT_ERROR_FOREIGN : LUEUR_HINT_ERROR_DAMAGED);
    }
  /* A header whose sum is right, and whose sizes and numbers are not. */
  {
    g_autofree char *copy = g_memdup2 (data, size);
    g_autoptr (GBytes) bytes = g_bytes_new_static (copy, size);
    LueurHintHeader *header = (LueurHintHeader *) (gpointer) copy;

    header->bits = 31;
    header->header_checksum = lueur_checksum (header, G_STRUCT_OFFSET (LueurHintHeader, header_checksum));
    expect (bytes, LUEUR_HINT_ERROR_DAMAGED);
    memcpy (copy, data, sizeof *header);
    header->settings.threshold = (float) (0.0 / 0.0);
    header->header_checksum = lueur_checksum (header, G_STRUCT_OFFSET (LueurHintHeader, header_checksum));
    expect (bytes, LUEUR_HINT_ERROR_DAMAGED);
  }
  g_assert_true (g_file_set_contents (file, data, (gssize) size / 2, NULL));
  for (guint i = 0; i < 2; i++)
    {
      LueurCrisis *alone = lueur_crisis_open (i == 0 ? file : "/nowhere/hints.bin");

      g_assert_true (is_flagged (alone, "I want to die"));
      g_assert_false (is_flagged (alone, "I want a sandwich"));
      lueur_crisis_free (alone);
    }
  g_assert_cmpint (g_remove (file), ==, 0);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  path = lueur_context_find_data ("danger/" LUEUR_HINT_MODEL_FILE);
  crisis = lueur_crisis_open (path);
  phrases = lueur_crisis_new ();
  g_test_add_func ("/wellbeing/hint/apart", test_apart);
  g_test_add_func ("/wellbeing/hint/everyday", test_everyday);
  g_test_add_func ("/wellbeing/hint/disguise", test_disguise);
  g_test_add_func ("/wellbeing/hint/sentence", test_sentence);
  g_test_add_func ("/wellbeing/hint/hostile", test_hostile);
  g_test_add_func ("/wellbeing/hint/damaged", test_damaged);
  result = g_test_run ();
  lueur_crisis_free (crisis);
  lueur_crisis_free (phrases);
  g_free (path);
  return result;
}
