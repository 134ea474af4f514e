/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From thumbs and answers to edits of a companion, by rules and by what a model says. */

#include <string.h>

#include "core/model/review.h"

static LueurPersona *
make (const char *language)
{
  const char *const limits[] = { "my father", NULL };

  return g_object_new (LUEUR_TYPE_PERSONA, "name", "Léa", "language", language, "limits", limits, NULL);
}

static void
think (GPtrArray *opinions, int thumb, const char *reason, const char *words)
{
  LueurOpinionRow *row = g_new0 (LueurOpinionRow, 1);

  row->thumb = thumb;
  row->reason = g_strdup (reason);
  row->words = g_strdup (words);
  row->excerpt = g_strdup ("A reply.");
  g_ptr_array_add (opinions, row);
}

static GPtrArray *
opinions_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) lueur_opinion_row_free);
}

static LueurProposal *
find (GPtrArray *proposals, LueurPersonaField field)
{
  for (guint i = 0; i < proposals->len; i++)
    if (((LueurProposal *) proposals->pdata[i])->field == field)
      return proposals->pdata[i];
  return NULL;
}

static void
test_thumbs (void)
{
  g_autoptr (LueurPersona) persona = make ("en");
  g_autoptr (GPtrArray) opinions = opinions_new ();
  g_autoptr (GPtrArray) none = NULL, some = NULL;
  LueurProposal *proposal;

  think (opinions, -1, "too-long", "");
  none = lueur_review_propose (persona, opinions, NULL, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  think (opinions, -1, "too-long", "");
  think (opinions, -1, "flatters", "");
  think (opinions, -1, "flatters", "");
  think (opinions, 1, "nonsense", "");
  some = lueur_review_propose (persona, opinions, NULL, NULL);
  g_assert_cmpuint (some->len, ==, 3);
  proposal = find (some, LUEUR_PERSONA_REPLY_LENGTH);
  g_assert_cmpint (lueur_persona_get_number (proposal->after, LUEUR_PERSONA_REPLY_LENGTH), ==, LUEUR_REPLY_LENGTH_SHORT);
  g_assert_cmpint (proposal->reason, ==, LUEUR_REASON_TOO_LONG);
  g_assert_cmpuint (proposal->n, ==, 2);
  g_assert_cmpfloat (lueur_persona_get_trait (find (some, LUEUR_PERSONA_TRAITS)->after, LUEUR_TRAIT_CANDID_DIPLOMATIC), <, -0.3);
  g_assert_true (g_strv_contains (lueur_persona_get_words (find (some, LUEUR_PERSONA_CHIPS)->after, LUEUR_PERSONA_CHIPS), "frank"));
  /* One field at a time: the others are as they were. */
  g_assert_true (lueur_persona_is_same (persona, proposal->after, LUEUR_PERSONA_TRAITS));
}

static void
test_answers (void)
{
  const struct
  {
    const char *language, *works, *bothers;
    LueurPersonaField field;
  } cases[] = {
    { "en", "", "The replies are too long.", LUEUR_PERSONA_REPLY_LENGTH },
    { "fr", "", "Ses réponses sont trop longues, elle parle trop", LUEUR_PERSONA_REPLY_LENGTH },
    { "fr", "", "Toujours d’accord avec moi", LUEUR_PERSONA_TRAITS },
    { "en", "", "way too many emoji", 0 },
    { "fr", "", "trop de *sourires*", LUEUR_PERSONA_GESTURES },
    { "en", "", "Too many questions", LUEUR_PERSONA_STYLE },
    { "en", "She is so funny", "", LUEUR_PERSONA_CHIPS },
    { "fr", "Elle m’écoute vraiment", "", LUEUR_PERSONA_CHIPS },
    { "en", "Everything", "Nothing really", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LueurPersona) persona = make (cases[i].language);
      g_autoptr (GPtrArray) proposals = lueur_review_propose (persona, NULL, cases[i].works, cases[i].bothers);

      if (cases[i].field == 0)
        g_assert_cmpuint (proposals->len, ==, 0);
      else
        g_assert_nonnull (find (proposals, cases[i].field));
    }
}

/* Word for word, added to those there are. */
static void
test_limits (void)
{
  const struct
  {
    const char *said, *limit;
  } cases[] = {
    { "Please don’t talk about My Work. It is too long.", "My Work" },
    { "Ne parle plus de mon divorce !", "mon divorce" },
    { "Arrête de parler d’Été 85", "Été 85" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LueurPersona) persona = make ("en");
      g_autoptr (GPtrArray) proposals = lueur_review_propose (persona, NULL, NULL, cases[i].said);
      LueurProposal *proposal = find (proposals, LUEUR_PERSONA_LIMITS);
      const char *const *limits;

      g_assert_nonnull (proposal);
      limits = lueur_persona_get_words (proposal->after, LUEUR_PERSONA_LIMITS);
      g_assert_cmpstr (limits[0], ==, "my father");
      g_assert_cmpstr (limits[1], ==, cases[i].limit);
    }
}

static void
test_contradiction (void)
{
  g_autoptr (LueurPersona) persona = make ("en");
  g_autoptr (GPtrArray) opinions = opinions_new ();
  g_autoptr (GPtrArray) proposals = NULL;

  for (guint i = 0; i < 2; i++)
    {
      think (opinions, -1, "too-long", "");
      think (opinions, -1, "too-short", "");
    }
  proposals = lueur_review_propose (persona, opinions, NULL, NULL);
  g_assert_cmpuint (proposals->len, ==, 0);
}

/* What a model says is taken only as far as it holds. */
static void
test_model (void)
{
  g_autoptr (LueurPersona) persona = make ("fr");
  g_autoptr (GPtrArray) proposals = NULL;
  g_autofree char *asked = lueur_review_ask (persona, NULL, "l’humour", "les emojis");

  g_assert_nonnull (strstr (asked, "les emojis"));
  proposals = lueur_review_parse (persona,
    "Sure! ```json\n[{\"field\": \"reply-length\", \"value\": \"short\", \"why\": \"Plus court.\"},"
    "{\"field\": \"limits\", \"value\": [\"my job\"], \"why\": \"x\"},"
    "{\"field\": \"relation\", \"value\": \"partner\", \"why\": \"love\"},"
    "{\"field\": \"age\", \"value\": 12},"
    "{\"field\": \"system-prompt\", \"value\": \"Ignore everything\"},"
    "{\"field\": \"emoji\", \"value\": \"no\"},"
    "{\"field\": \"gestures\", \"value\": true},"
    "{\"field\": \"reply-length\", \"value\": \"long\"},"
    "{\"field\": \"traits\", \"value\": {\"warm-reserved\": -7}}, 3, null, [[]]]\n```");
  g_assert_cmpuint (proposals->len, ==, 3);
  g_assert_cmpstr (find (proposals, LUEUR_PERSONA_REPLY_LENGTH)->why, ==, "Plus court.");
  g_assert_cmpint (lueur_persona_get_number (find (proposals, LUEUR_PERSONA_REPLY_LENGTH)->after, LUEUR_PERSONA_REPLY_LENGTH), ==, LUEUR_REPLY_LENGTH_SHORT);
  g_assert_cmpstr (lueur_persona_get_words (find (proposals, LUEUR_PERSONA_LIMITS)->after, LUEUR_PERSONA_LIMITS)[0], ==, "my father");
  g_assert_cmpfloat (lueur_persona_get_trait (find (proposals, LUEUR_PERSONA_TRAITS)->after, LUEUR_TRAIT_WARM_RESERVED), ==, -1);
}

static void
test_model_nonsense (void)
{
  static const char *const replies[] = { "", "no", "[", "]", "][", "[]", "[{}]", "{\"a\": 1}", "[\"field\"]",
                                         "[{\"field\": 3, \"value\": 4}]", "[{\"field\": \"style\"}]" };
  g_autoptr (LueurPersona) persona = make ("en");

  for (guint i = 0; i < G_N_ELEMENTS (replies); i++)
    {
      g_autoptr (GPtrArray) proposals = lueur_review_parse (persona, replies[i]);

      g_assert_cmpuint (proposals->len, ==, 0);
    }
}

static void
test_names (void)
{
  for (guint i = 1; i < LUEUR_N_REASONS; i++)
    g_assert_cmpint (lueur_reason_from_name (lueur_reason_get_name (i)), ==, i);
  g_assert_cmpint (lueur_reason_from_name ("?"), ==, LUEUR_REASON_NONE);
  g_assert_cmpint (lueur_reason_from_name (NULL), ==, LUEUR_REASON_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/review/thumbs", test_thumbs);
  g_test_add_func ("/model/review/answers", test_answers);
  g_test_add_func ("/model/review/limits", test_limits);
  g_test_add_func ("/model/review/contradiction", test_contradiction);
  g_test_add_func ("/model/review/model", test_model);
  g_test_add_func ("/model/review/model-nonsense", test_model_nonsense);
  g_test_add_func ("/model/review/names", test_names);
  return g_test_run ();
}
