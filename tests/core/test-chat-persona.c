/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is told of a companion reaches the model: every field there is, in both languages. A field that is added
 * without words for it fails here on its first day. */

#include <string.h>

#include "core/chat/persona-text.h"
#include "core/chat/persona-words.h"
#include "core/chat/prompt.h"
#include "core/wellbeing/conduct/conduct.h"
#include "support/persona-fill.h"

static const char *const languages[] = { "en", "fr" };

/* One whose rituals and quiet hours are on, so that their times are told. */
static LueurPersona *
make (const char *language)
{
  return g_object_new (LUEUR_TYPE_PERSONA, "name", "Sol", "language", language, "morning", TRUE, "evening", TRUE, "quiet",
                       TRUE, NULL);
}

static char *
compose (LueurPersona *persona, LueurPerson *person)
{
  LueurTurn turn = { LUEUR_TURN_USER, "Hello" };
  g_autofree char *about = lueur_persona_text_person (persona, person);
  g_autoptr (LueurPrompt) prompt = NULL;
  const LueurTurn *turns;
  guint n;

  prompt = lueur_prompt_compose (&(LueurPromptInput) { .persona = persona, .history = &turn, .n_history = 1,
                                                       .context_tokens = 32000, .reply_tokens = 800, .person = about,
                                                       .person_name = person != NULL ? lueur_person_get_name (person) : NULL });
  turns = lueur_prompt_get_turns (prompt, &n);
  return g_strdup (turns[0].text);
}

static void
test_every_field (gconstpointer data)
{
  const char *language = data;
  g_autoptr (LueurPersona) plain = make (language);
  g_autofree char *before = compose (plain, NULL);

  for (guint i = 0; i < LUEUR_N_PERSONA_FIELDS; i++)
    {
      const LueurPersonaFieldInfo *info = lueur_persona_field_get_info (i);
      g_autoptr (LueurPersona) persona = lueur_persona_copy (plain);
      g_autofree char *after = NULL;

      lueur_persona_fill (persona, i, "Abracadabra");
      after = compose (persona, NULL);
      g_test_message ("%s: %s", language, info->name);
      if (info->use != LUEUR_FIELD_TOLD)
        {
          g_assert_cmpstr (after, ==, before);
          continue;
        }
      if (strcmp (after, before) == 0)
        g_error ("“%s” is not told in “%s”", info->name, language);
      /* Word for word. */
      if (info->kind == LUEUR_FIELD_LINE || info->kind == LUEUR_FIELD_TEXT || info->kind == LUEUR_FIELD_WORDS ||
          info->kind == LUEUR_FIELD_TEXTS)
        if (strstr (after, "Abracadabra") == NULL)
          g_error ("“%s” is not told word for word in “%s”", info->name, language);
      if (info->kind == LUEUR_FIELD_WORDS || info->kind == LUEUR_FIELD_TEXTS)
        g_assert_nonnull (strstr (after, "Abracadabra 2"));
      /* Whatever is told, conduct has the last word. */
      g_assert_true (g_str_has_suffix (after, lueur_conduct_get_block (lueur_persona_get_language (persona))));
    }
}

/* Every value of every enumeration says something of its own. */
static void
test_every_value (gconstpointer data)
{
  for (guint i = 0; i < LUEUR_N_PERSONA_FIELDS; i++)
    {
      const LueurPersonaFieldInfo *info = lueur_persona_field_get_info (i);
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr (GEnumClass) klass = NULL;

      if (info->kind != LUEUR_FIELD_ENUM)
        continue;
      klass = g_type_class_ref (info->get_type ());
      for (guint j = 0; j < klass->n_values; j++)
        {
          g_autoptr (LueurPersona) persona = make (data);

          g_object_set (persona, info->name, klass->values[j].value, NULL);
          g_assert_true (g_hash_table_add (seen, compose (persona, NULL)));
        }
    }
}

/* Off is off: what the person did not ask for is not spoken of. */
static void
test_rhythm_off (gconstpointer data)
{
  g_autoptr (LueurPersona) persona = g_object_new (LUEUR_TYPE_PERSONA, "name", "Sol", "language", data, NULL);
  g_autofree char *rhythm = lueur_persona_text_rhythm (persona);
  g_autofree char *limits = lueur_persona_text_limits (persona);
  g_autofree char *before = compose (persona, NULL);
  g_autofree char *after = NULL;

  g_assert_cmpstr (rhythm, ==, "");
  g_assert_cmpstr (limits, ==, "");
  g_object_set (persona, "morning-time", 123, "evening-time", 456, "quiet-from", 78, "quiet-to", 90, NULL);
  after = compose (persona, NULL);
  g_assert_cmpstr (before, ==, after);
}

static void
test_rhythm_says (void)
{
  g_autoptr (LueurPersona) persona = make ("fr");
  g_autofree char *text = NULL;

  g_object_set (persona, "daily-minutes", 30, NULL);
  text = lueur_persona_text_rhythm (persona);
  g_assert_nonnull (strstr (text, "Chaque jour à 8 h, la personne"));
  g_assert_nonnull (strstr (text, "Chaque jour à 20 h 30, la personne"));
  g_assert_nonnull (strstr (text, "environ 30 min"));
  g_assert_nonnull (strstr (text, "Entre 22 h et 8 h"));
}

/* --- Gender ------------------------------------------------------------------------------------------ */

/* The words that may differ between two companions of which one is feminine and the other masculine: pronouns,
 * articles, and words of which both forms are in the tables. */
static gboolean
is_grammar (const char *a, const char *b)
{
  static const char *const pairs[][2] = {
    { "féminin", "masculin" }, { "she/her", "he/him" }, { "une", "un" }, { "la", "le" },        { "amie", "ami" },
    { "confidente", "confident" }, { "mentore", "mentor" }, { "l’une", "l’un" },
  };
  guint n;
  const LueurPersonaWord *chips = lueur_persona_words_get_chips (&n);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (strcmp (a, pairs[i][0]) == 0 && strcmp (b, pairs[i][1]) == 0)
      return TRUE;
  for (guint i = 0; i < n; i++)
    if (strcmp (a, chips[i].french[0]) == 0 && strcmp (b, chips[i].french[1]) == 0)
      return TRUE;
  for (guint i = 0; i < LUEUR_N_TRAITS; i++)
    for (guint high = 0; high < 2; high++)
      {
        const LueurPersonaWord *word = lueur_persona_words_get_trait (i, high);

        if (strcmp (a, word->french[0]) == 0 && strcmp (b, word->french[1]) == 0)
          return TRUE;
      }
  return FALSE;
}

static GStrv
split_words (const char *text)
{
  g_autofree char *plain = g_strdelimit (g_strdup (text), " \n.,:;!?*", 0x20);

  return g_strsplit_set (plain, " ", -1);
}

/* The same companion, feminine and masculine: word by word the same text but for grammar. */
static void
test_gender_is_grammar (gconstpointer data)
{
  for (guint relation = 0; relation <= LUEUR_RELATION_OTHER; relation++)
    {
      g_autoptr (LueurPersona) she = make (data), he = NULL;
      g_autofree char *her = NULL, *his = NULL;
      g_auto (GStrv) hers = NULL, of_him = NULL;
      g_autoptr (GPtrArray) all = g_ptr_array_new ();
      guint n;
      const LueurPersonaWord *chips = lueur_persona_words_get_chips (&n);

      for (guint i = 0; i < n; i++)
        g_ptr_array_add (all, (gpointer) chips[i].key);
      g_ptr_array_add (all, NULL);
      for (guint i = 0; i < LUEUR_N_PERSONA_FIELDS; i++)
        if (i != LUEUR_PERSONA_LANGUAGE && i != LUEUR_PERSONA_SYSTEM && i != LUEUR_PERSONA_PRONOUNS)
          lueur_persona_fill (she, i, "Abracadabra");
      g_object_set (she, "chips", all->pdata, "relation", relation, "gender", LUEUR_GENDER_FEMININE, NULL);
      he = lueur_persona_copy (she);
      g_object_set (he, "gender", LUEUR_GENDER_MASCULINE, NULL);
      her = compose (she, NULL);
      his = compose (he, NULL);
      hers = split_words (her);
      of_him = split_words (his);
      g_assert_cmpuint (g_strv_length (hers), ==, g_strv_length (of_him));
      for (guint i = 0; hers[i] != NULL; i++)
        if (strcmp (hers[i], of_him[i]) != 0 && !is_grammar (hers[i], of_him[i]))
          g_error ("“%s” of her is “%s” of him", hers[i], of_him[i]);
    }
}

/* Neither: no word of the tables agrees with either. */
static void
test_gender_neutral (void)
{
  g_autoptr (LueurPersona) persona = make ("fr");
  g_autofree char *text = NULL;

  g_object_set (persona, "chips", (const char *[]) { "attentive", NULL }, "intimacy", LUEUR_INTIMACY_AFFECTIONATE, NULL);
  text = compose (persona, NULL);
  g_assert_nonnull (strstr (text, "sans marque de genre"));
  g_assert_nonnull (strstr (text, "Ton caractère est attentionné."));
  g_assert_null (strstr (text, "Tu es attentionné"));
}

/* --- Order ------------------------------------------------------------------------------------------- */

/* Whatever order it is told in, the request is the same. */
static void
test_order_of_telling (gconstpointer data)
{
  g_autoptr (LueurPersona) forth = g_object_new (LUEUR_TYPE_PERSONA, NULL);
  g_autoptr (LueurPersona) back = g_object_new (LUEUR_TYPE_PERSONA, NULL);
  g_autofree char *one = NULL, *other = NULL;

  for (int i = 0; i < LUEUR_N_PERSONA_FIELDS; i++)
    lueur_persona_fill (forth, i, "Abracadabra");
  for (int i = LUEUR_N_PERSONA_FIELDS - 1; i >= 0; i--)
    lueur_persona_fill (back, i, "Abracadabra");
  g_object_set (forth, "language", data, "age", 30, NULL);
  g_object_set (back, "language", data, "age", 30, NULL);
  one = compose (forth, NULL);
  other = compose (back, NULL);
  g_assert_cmpstr (one, ==, other);
}

static void
test_order_of_parts (gconstpointer data)
{
  static const struct
  {
    const char *property;
    const char *text;
  } parts[] = { { "style", "AA" }, { "background", "BB" }, { "about", "CC" }, { "scenario", "DD" }, { "post-history", "EE" } };
  g_autoptr (LueurPersona) persona = make (data);
  g_autofree char *text = NULL;
  const char *at;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_object_set (persona, parts[i].property, parts[i].text, NULL);
  g_object_set (persona, "limits", (const char *[]) { "FF", NULL }, NULL);
  at = text = compose (persona, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      at = strstr (at, parts[i].text);
      g_assert_nonnull (at);
    }
  at = strstr (at, "– FF");
  g_assert_nonnull (at);
  g_assert_nonnull (strstr (at, lueur_conduct_get_block (data)));
}

/* --- The person, and romance -------------------------------------------------------------------------- */

static void
test_person (gconstpointer data)
{
  g_autoptr (LueurPersona) persona = make (data);
  g_autoptr (LueurPerson) person = g_object_new (LUEUR_TYPE_PERSON, "name", "Noor", "about", "Night nurse.", NULL);
  g_autofree char *text = NULL, *agreed = NULL;

  g_object_set (persona, "scenario", "{{char}} and {{user}} on a train.", "nickname", "Solsol", NULL);
  text = compose (persona, person);
  g_assert_nonnull (strstr (text, "Noor."));
  g_assert_nonnull (strstr (text, "Night nurse."));
  g_assert_nonnull (strstr (text, "Solsol and Noor on a train."));
  g_object_set (person, "agreement", LUEUR_GENDER_FEMININE, NULL);
  agreed = compose (persona, person);
  g_assert_nonnull (strstr (agreed, strcmp (data, "fr") == 0 ? "s’accorde au féminin" : "she/her"));
  g_assert_cmpstr (text, !=, agreed);
}

static void
test_without_romance (gconstpointer data)
{
  static const struct
  {
    LueurRelation relation;
    LueurIntimacy intimacy;
  } cases[] = { { LUEUR_RELATION_PARTNER, LUEUR_INTIMACY_ROMANCE }, { LUEUR_RELATION_PARTNER, LUEUR_INTIMACY_FRIENDLY },
                { LUEUR_RELATION_CHARACTER, LUEUR_INTIMACY_ROMANCE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LueurPersona) persona = make (data), cool = NULL;
      g_autofree char *before = NULL, *after = NULL;

      g_object_set (persona, "relation", cases[i].relation, "intimacy", cases[i].intimacy, NULL);
      g_assert_true (lueur_persona_is_romantic (persona));
      cool = lueur_persona_without_romance (persona);
      before = lueur_persona_text_main (persona);
      after = lueur_persona_text_main (cool);
      g_assert_nonnull (strstr (before, "romance"));
      g_assert_null (strstr (after, "romance"));
      g_assert_false (lueur_persona_is_romantic (cool));
    }
}

static void
test_french_of (void)
{
  static const struct
  {
    const char *name;
    const char *expected;
  } cases[] = { { "Inès", "message d’Inès" }, { "Élias", "message d’Élias" }, { "Sol", "message de Sol" },
                { "Yasmine", "message de Yasmine" }, { "Yves", "message d’Yves" }, { "Hugo", "message de Hugo" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LueurPersona) persona = g_object_new (LUEUR_TYPE_PERSONA, "name", cases[i].name, "language", "fr", NULL);
      g_autofree char *text = lueur_persona_text_main (persona);

      g_assert_nonnull (strstr (text, cases[i].expected));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      const struct
      {
        const char *name;
        GTestDataFunc func;
      } tests[] = {
        { "every-field", test_every_field },       { "every-value", test_every_value },
        { "rhythm-off", test_rhythm_off },         { "gender-is-grammar", test_gender_is_grammar },
        { "order-of-telling", test_order_of_telling }, { "order-of-parts", test_order_of_parts },
        { "person", test_person },                 { "without-romance", test_without_romance },
      };

      for (guint j = 0; j < G_N_ELEMENTS (tests); j++)
        {
          g_autofree char *path = g_strdup_printf ("/chat/persona/%s/%s", tests[j].name, languages[i]);

          g_test_add_data_func (path, languages[i], tests[j].func);
        }
    }
  g_test_add_func ("/chat/persona/rhythm-says", test_rhythm_says);
  g_test_add_func ("/chat/persona/gender-neutral", test_gender_neutral);
  g_test_add_func ("/chat/persona/french-of", test_french_of);
  return g_test_run ();
}
