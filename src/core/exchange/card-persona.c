/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A card as a companion, and a companion as the members of a card.
 *
 * What cards have a field for is in that field. What only Lueur knows (temperament, limits, rituals, the look…)
 * is in our member of "extensions", and, for programs that do not know us, in words in the description. The
 * extension remembers a checksum of those words: where they are as we wrote them, the exact fields count; where
 * somebody wrote others, those are the description.
 */

#include "core/exchange/card-persona.h"

#include <string.h>

#include "core/chat/persona-text.h"
#include "core/model/persona-private.h"
#include "core/model/text.h"

#define EXAMPLE_MARK "<START>"
/* As much of a text is searched for ages. */
#define READ_MAX_BYTES (256 * 1024)

/* Texts that go from a card into a companion as they are. */
static const struct
{
  LueurCardField card;
  LueurPersonaField persona;
} plain[] = {
  { LUEUR_CARD_NAME, LUEUR_PERSONA_NAME },
  { LUEUR_CARD_NICKNAME, LUEUR_PERSONA_NICKNAME },
  { LUEUR_CARD_SCENARIO, LUEUR_PERSONA_SCENARIO },
  { LUEUR_CARD_FIRST_MESSAGE, LUEUR_PERSONA_GREETING },
  { LUEUR_CARD_SYSTEM_PROMPT, LUEUR_PERSONA_SYSTEM },
  { LUEUR_CARD_POST_HISTORY, LUEUR_PERSONA_POST_HISTORY },
};

/* What is told in words in "description", and in "personality". */
static const LueurPersonaField described[] = {
  LUEUR_PERSONA_RELATION, LUEUR_PERSONA_ROLE, LUEUR_PERSONA_GENDER, LUEUR_PERSONA_PRONOUNS, LUEUR_PERSONA_AGE,
  LUEUR_PERSONA_ORIGIN, LUEUR_PERSONA_BACKGROUND, LUEUR_PERSONA_TASTES, LUEUR_PERSONA_HABITS, LUEUR_PERSONA_SHARED,
  LUEUR_PERSONA_SAYINGS, LUEUR_PERSONA_DESCRIPTION, LUEUR_PERSONA_LANGUAGE,
};
static const LueurPersonaField tempered[] = { LUEUR_PERSONA_CHIPS, LUEUR_PERSONA_TRAITS, LUEUR_PERSONA_ABOUT };

/* Fields whose words somebody else's description stands for. */
static const LueurPersonaField detailed[] = {
  LUEUR_PERSONA_BACKGROUND, LUEUR_PERSONA_TASTES, LUEUR_PERSONA_HABITS, LUEUR_PERSONA_SHARED, LUEUR_PERSONA_ORIGIN,
};

static const char *const members[] = {
  "name", "nickname", "description", "personality", "scenario", "first_mes", "mes_example", "system_prompt",
  "post_history_instructions", "alternate_greetings", "tags", NULL,
};

/* --- Reading between the lines ----------------------------------------------------------------------- */

static gboolean
matches (const char *pattern, const char *text, char **first)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;
  gboolean found = g_regex_match (regex, text, 0, &info);

  if (found && first != NULL)
    *first = g_match_info_fetch (info, 1);
  return found;
}

static guint
count (const char *pattern, const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;
  guint n = 0;

  g_regex_match (regex, text, 0, &info);
  for (; g_match_info_matches (info) && n < 1000; g_match_info_next (info, NULL))
    n++;
  return n;
}

static const char *
guess_language (const char *text)
{
  guint french = count ("\\b(?:le|la|les|des|une|est|et|elle|il|avec|pour|dans|vous|tu|je|son|ses|qui|que)\\b", text);
  guint english = count ("\\b(?:the|and|is|of|to|a|her|his|with|for|in|you|she|he|that|are|i)\\b", text);

  return french > english ? "fr" : "en";
}

static LueurGender
guess_gender (const char *text, const char *language)
{
  gboolean french = strcmp (language, "fr") == 0;
  guint she = count (french ? "\\belle\\b" : "\\b(?:she|her|hers|herself)\\b", text);
  guint he = count (french ? "\\bil\\b" : "\\b(?:he|him|his|himself)\\b", text);

  /* One “she” in a page on him says nothing. */
  if (she >= 2 && she > 3 * he)
    return LUEUR_GENDER_FEMININE;
  if (he >= 2 && he > 3 * she)
    return LUEUR_GENDER_MASCULINE;
  return LUEUR_GENDER_NEUTRAL;
}

static guint
guess_age (const char *text)
{
  static const char *const patterns[] = {
    "\\bage\\W{1,12}(\\d{1,4})\\b", "\\bâge\\W{1,12}(\\d{1,4})\\b", "\\b(\\d{1,4})[ -]years?[ -]old\\b", "\\b(\\d{1,4}) ans\\b",
  };

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autofree char *digits = NULL;

      if (matches (patterns[i], text, &digits))
        return (guint) g_ascii_strtoull (digits, NULL, 10);
    }
  return 0;
}

/**
 * lueur_card_text_find_minor:
 * @text: of a card
 *
 * Returns: (transfer full) (nullable): where an age under 18 is told in it, or words that mean one
 */
char *
lueur_card_text_find_minor (const char *text)
{
  static const char *const patterns[] = {
    "\\b(?:age|âge)\\W{1,12}(?:[1-9]|1[0-7])\\b(?!\\d|[.,]\\d| ?(?:000|centuries|siècles|millenni))",
    "\\b(?:[1-9]|1[0-7])[ -](?:years?|yrs?)[ -]old\\b",
    "\\b(?:[1-9]|1[0-7]) ?y/?o\\b",
    "(?<!\\by )\\b(?:a|âgée? de) (?:[1-9]|1[0-7]) ans\\b",
    "\\b(?:she|he|they)(?:’|'| i)s (?:only |just )?(?:[1-9]|1[0-7])\\b(?! ?(?:cm|feet|foot|kg|\\d))",
    "\\b(?:underage|minor girl|minor boy|loli|lolicon|shota|preteen|schoolgirl|schoolboy|middle schooler|high schooler|child bride)\\b",
    "\\b(?:elle|il) est mineure?\\b",
    "\\b(?:collégien|lycéen|écolier|écolière)(?:ne)?s?\\b",
  };

  g_autofree char *capped = lueur_text_cap_bytes (text, -1, READ_MAX_BYTES);

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autofree char *around = g_strconcat ("([^.\\n]{0,40}(?:", patterns[i], ")[^.\\n]{0,40})", NULL);
      char *words = NULL;

      if (matches (patterns[i], capped, NULL) && matches (around, capped, &words))
        return words;
    }
  return NULL;
}

/**
 * lueur_card_text_tells_minor:
 * @text: of a card
 *
 * Returns: whether [func@card_text_find_minor] finds anything
 */
gboolean
lueur_card_text_tells_minor (const char *text)
{
  g_autofree char *words = lueur_card_text_find_minor (text);

  return words != NULL;
}

/**
 * lueur_persona_find_minor:
 * @persona: a companion, as the person made or changed it
 *
 * Looks through what is told of them in words, and at their age.
 *
 * Returns: (transfer full) (nullable): the words, or the number, that say that they are under 18
 */
char *
lueur_persona_find_minor (LueurPersona *persona)
{
  static const LueurPersonaField fields[] = {
    LUEUR_PERSONA_ROLE, LUEUR_PERSONA_ABOUT, LUEUR_PERSONA_BACKGROUND, LUEUR_PERSONA_DESCRIPTION, LUEUR_PERSONA_HABITS,
    LUEUR_PERSONA_TASTES, LUEUR_PERSONA_SCENARIO, LUEUR_PERSONA_STYLE, LUEUR_PERSONA_SYSTEM, LUEUR_PERSONA_POST_HISTORY,
    LUEUR_PERSONA_GREETING,
  };
  guint age = lueur_persona_get_age (persona);

  if (age > 0 && age < LUEUR_ADULT)
    return g_strdup_printf ("%u", age);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      char *words = lueur_card_text_find_minor (lueur_persona_get_text (persona, fields[i]));

      if (words != NULL)
        return g_strstrip (words);
    }
  return NULL;
}

/* --- Card to companion ------------------------------------------------------------------------------- */

static char *
checksum (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

/* What programs put between examples; texts before the first mark are one too. */
static GStrv
split_examples (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GRegex) mark = g_regex_new ("^[ \\t]*<START>[ \\t]*\\r?$", G_REGEX_CASELESS | G_REGEX_MULTILINE, 0, NULL);
  g_auto (GStrv) pieces = g_regex_split (mark, text, 0);

  for (guint i = 0; pieces[i] != NULL; i++)
    if (*g_strstrip (pieces[i]) != '\0')
      g_strv_builder_add (builder, pieces[i]);
  return g_strv_builder_end (builder);
}

static guint
find_extension (const LueurCard *card)
{
  LueurJsonDoc *doc = lueur_card_get_doc (card);

  return lueur_json_doc_find (doc, lueur_json_doc_find (doc, lueur_card_get_data (card), "extensions"),
                              LUEUR_CARD_EXTENSION);
}

static gboolean
is_as_written (const LueurCard *card, guint extension, const char *member, const char *text)
{
  LueurJsonDoc *doc = lueur_card_get_doc (card);
  guint sums = lueur_json_doc_find (doc, extension, "sha256");
  g_autofree char *wanted = lueur_json_doc_dup_string (doc, lueur_json_doc_find (doc, sums, member));
  g_autofree char *sum = checksum (text);

  return g_strcmp0 (wanted, sum) == 0;
}

static LueurPersona *
read_extension (const LueurCard *card, guint extension)
{
  LueurJsonDoc *doc = lueur_card_get_doc (card);
  guint persona = lueur_json_doc_find (doc, extension, "persona");
  gsize length;
  const char *raw = lueur_json_doc_get_raw (doc, persona, &length);

  return length > 0 && lueur_json_doc_get_type (doc, persona) == LUEUR_JSON_OBJECT
    ? lueur_persona_from_json (raw, (gssize) length, NULL)
    : NULL;
}

static LueurPersona *
guess_persona (const LueurCard *card)
{
  LueurPersona *persona = lueur_persona_new ();
  g_autoptr (GString) all = g_string_new (NULL);
  const char *language;

  for (LueurCardField field = LUEUR_CARD_DESCRIPTION; field <= LUEUR_CARD_FIRST_MESSAGE; field++)
    {
      g_autofree char *text = lueur_card_dup_field (card, field);

      g_string_append_printf (all, "%.20000s\n", text);
    }
  if (!g_utf8_validate_len (all->str, all->len, NULL))
    {
      g_autofree char *valid = g_utf8_make_valid (all->str, (gssize) all->len);

      g_string_assign (all, valid);
    }
  language = guess_language (all->str);
  g_object_set (persona, "relation", LUEUR_RELATION_CHARACTER, "language", language, "gender",
                guess_gender (all->str, language), "age", guess_age (all->str), NULL);
  return persona;
}

static gboolean
tells_minor (const LueurCard *card, LueurPersona *persona)
{
  static const LueurCardField fields[] = { LUEUR_CARD_DESCRIPTION, LUEUR_CARD_PERSONALITY, LUEUR_CARD_SCENARIO,
                                           LUEUR_CARD_FIRST_MESSAGE, LUEUR_CARD_SYSTEM_PROMPT };

  if (lueur_persona_get_age (persona) > 0 && lueur_persona_get_age (persona) < LUEUR_ADULT)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *text = lueur_card_dup_field (card, fields[i]);

      if (lueur_card_text_tells_minor (text))
        return TRUE;
    }
  return FALSE;
}

static void
set_text (LueurPersona *persona, LueurPersonaField field, const char *text)
{
  g_object_set (persona, lueur_persona_field_get_info (field)->name, text, NULL);
}

/**
 * lueur_card_make_persona:
 * @adult: whether the person said that they are
 *
 * Language, gender and age are guessed from a card that is not ours, and the relation is that of a character
 * of a story: what was not told is for the person to say. The same card gives the same companion.
 *
 * Returns: (transfer full) (nullable): a companion that is not stored yet; %NULL for a lorebook
 */
LueurPersona *
lueur_card_make_persona (const LueurCard *card, gboolean adult)
{
  guint extension = find_extension (card);
  g_autoptr (LueurPersona) persona = NULL;
  g_autofree char *description = lueur_card_dup_field (card, LUEUR_CARD_DESCRIPTION);
  g_autofree char *personality = lueur_card_dup_field (card, LUEUR_CARD_PERSONALITY);
  g_autofree char *examples = lueur_card_dup_field (card, LUEUR_CARD_EXAMPLES);
  g_auto (GStrv) split = split_examples (examples);
  g_auto (GStrv) greetings = lueur_card_dup_greetings (card);
  g_auto (GStrv) tags = lueur_card_dup_tags (card);
  gboolean ours;

  if (lueur_card_get_spec (card) == LUEUR_CARD_BOOK)
    return NULL;
  persona = read_extension (card, extension);
  ours = persona != NULL;
  if (!ours)
    persona = guess_persona (card);
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_autofree char *text = lueur_card_dup_field (card, plain[i].card);

      set_text (persona, plain[i].persona, text);
    }
  g_object_set (persona, "examples", split, "alternate-greetings", greetings, "tags", tags, "archived", FALSE,
                "used-at", G_GINT64_CONSTANT (0), "reviewed-at", G_GINT64_CONSTANT (0), NULL);
  if (!ours || !is_as_written (card, extension, "description", description))
    {
      set_text (persona, LUEUR_PERSONA_DESCRIPTION, description);
      for (guint i = 0; i < G_N_ELEMENTS (detailed); i++)
        set_text (persona, detailed[i], "");
    }
  if (!ours || !is_as_written (card, extension, "personality", personality))
    set_text (persona, LUEUR_PERSONA_ABOUT, personality);
  if (lueur_persona_is_romantic (persona) && (!adult || tells_minor (card, persona)))
    g_object_set (persona, "relation",
                  lueur_persona_get_relation (persona) == LUEUR_RELATION_PARTNER ? LUEUR_RELATION_FRIEND
                                                                                 : lueur_persona_get_relation (persona),
                  "intimacy", LUEUR_INTIMACY_FRIENDLY, NULL);
  return g_steal_pointer (&persona);
}

/* --- Companion to card ------------------------------------------------------------------------------- */

static gboolean
differ (LueurPersona *a, LueurPersona *b, const LueurPersonaField *fields, guint n)
{
  for (guint i = 0; i < n; i++)
    if (b == NULL || !lueur_persona_is_same (a, b, fields[i]))
      return TRUE;
  return FALSE;
}

gboolean
lueur_card_persona_is_same (LueurPersona *a, LueurPersona *b)
{
  for (guint i = 0; i < LUEUR_N_PERSONA_FIELDS; i++)
    if (lueur_persona_field_get_info (i)->use != LUEUR_FIELD_STATE && !lueur_persona_is_same (a, b, i))
      return FALSE;
  return TRUE;
}

const char *const *
lueur_card_get_members (void)
{
  return members;
}

static char *
quote (const char *text)
{
  GString *out = g_string_new (NULL);

  lueur_json_write_string (out, text);
  return g_string_free_and_steal (out);
}

static char *
quote_list (const char *const *texts)
{
  GString *out = g_string_new ("[");

  for (guint i = 0; texts[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (out, ", ");
      lueur_json_write_string (out, texts[i]);
    }
  g_string_append_c (out, ']');
  return g_string_free_and_steal (out);
}

static char *
join_examples (LueurPersona *persona)
{
  const char *const *examples = lueur_persona_get_words (persona, LUEUR_PERSONA_EXAMPLES);
  GString *out = g_string_new (NULL);

  for (guint i = 0; examples[i] != NULL; i++)
    g_string_append_printf (out, "%s%s\n%s", i > 0 ? "\n" : "", EXAMPLE_MARK, examples[i]);
  return g_string_free_and_steal (out);
}

static gboolean
has_details (LueurPersona *persona, LueurPersona *was)
{
  static const LueurPersonaField identity[] = { LUEUR_PERSONA_GENDER, LUEUR_PERSONA_PRONOUNS, LUEUR_PERSONA_AGE,
                                                LUEUR_PERSONA_ROLE };

  for (guint i = 0; i < G_N_ELEMENTS (detailed); i++)
    if (*lueur_persona_get_text (persona, detailed[i]) != '\0')
      return TRUE;
  return *lueur_persona_get_words (persona, LUEUR_PERSONA_SAYINGS) != NULL ||
         differ (persona, was, identity, G_N_ELEMENTS (identity));
}

/* In words for any program, where there is more to say than the text that a card had. */
static char *
describe (LueurPersona *persona, LueurPersona *was)
{
  return has_details (persona, was) ? lueur_persona_text_description (persona)
                                    : g_strdup (lueur_persona_get_description (persona));
}

static char *
temper (LueurPersona *persona, LueurPersona *was)
{
  static const LueurPersonaField picked[] = { LUEUR_PERSONA_CHIPS, LUEUR_PERSONA_TRAITS };

  return differ (persona, was, picked, G_N_ELEMENTS (picked)) ? lueur_persona_text_personality (persona)
                                                              : g_strdup (lueur_persona_get_about (persona));
}

/**
 * lueur_card_write_member:
 * @was: (nullable): the companion as the card told it
 * @name: one of [func@card_get_members]
 *
 * Returns: (transfer full) (nullable): the JSON of that member; %NULL when nothing it tells was changed
 */
char *
lueur_card_write_member (LueurPersona *persona, LueurPersona *was, const char *name)
{
  static const LueurPersonaField examples[] = { LUEUR_PERSONA_EXAMPLES };
  static const LueurPersonaField greetings[] = { LUEUR_PERSONA_GREETINGS };
  static const LueurPersonaField tags[] = { LUEUR_PERSONA_TAGS };
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    if (strcmp (name, lueur_card_field_get_name (plain[i].card)) == 0)
      return differ (persona, was, &plain[i].persona, 1) ? quote (lueur_persona_get_text (persona, plain[i].persona)) : NULL;
  if (strcmp (name, "description") == 0 && differ (persona, was, described, G_N_ELEMENTS (described)))
    text = describe (persona, was);
  else if (strcmp (name, "personality") == 0 && differ (persona, was, tempered, G_N_ELEMENTS (tempered)))
    text = temper (persona, was);
  else if (strcmp (name, "mes_example") == 0 && differ (persona, was, examples, 1))
    text = join_examples (persona);
  else if (strcmp (name, "alternate_greetings") == 0 && differ (persona, was, greetings, 1))
    return quote_list (lueur_persona_get_words (persona, LUEUR_PERSONA_GREETINGS));
  else if (strcmp (name, "tags") == 0 && differ (persona, was, tags, 1))
    return quote_list (lueur_persona_get_words (persona, LUEUR_PERSONA_TAGS));
  return text != NULL ? quote (text) : NULL;
}

/**
 * lueur_card_write_extension:
 * @was: (nullable): the companion as @card told it
 *
 * Returns: (transfer full): our member of a card's extensions: the companion's own fields, without how it stands
 *   with the person, and checksums of what was put into words
 */
char *
lueur_card_write_extension (LueurPersona *persona, LueurPersona *was, const LueurCard *card)
{
  g_autoptr (LueurPersona) copy = lueur_persona_copy (persona);
  g_autofree char *body = NULL;
  g_autofree char *description = was != NULL && !differ (persona, was, described, G_N_ELEMENTS (described))
    ? lueur_card_dup_field (card, LUEUR_CARD_DESCRIPTION) : describe (persona, was);
  g_autofree char *personality = was != NULL && !differ (persona, was, tempered, G_N_ELEMENTS (tempered))
    ? lueur_card_dup_field (card, LUEUR_CARD_PERSONALITY) : temper (persona, was);
  g_autofree char *description_sum = checksum (description);
  g_autofree char *personality_sum = checksum (personality);

  g_object_set (copy, "archived", FALSE, "used-at", G_GINT64_CONSTANT (0), "reviewed-at", G_GINT64_CONSTANT (0), NULL);
  /* What the card's own members say is not said twice. */
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    if (plain[i].persona != LUEUR_PERSONA_NAME)
      set_text (copy, plain[i].persona, "");
  g_object_set (copy, "examples", NULL, "alternate-greetings", NULL, "tags", NULL, NULL);
  body = lueur_persona_to_json (copy);
  return g_strdup_printf ("{\"version\":1,\"persona\":%s,\"sha256\":{\"description\":\"%s\",\"personality\":\"%s\"}}", body,
                          description_sum, personality_sum);
}
