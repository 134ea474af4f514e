/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What goes in comes out: cards of every version, through every container, changed and unchanged. */

#include "card-fixture.h"

#include "core/exchange/card-persona.h"
#include "core/exchange/card-write.h"
#include "core/exchange/zip.h"
#include "support/persona-fill.h"

static const char *const texts[] = { CARD_V1, CARD_V2, CARD_V3 };
static const LueurCardContainer containers[] = { LUEUR_CARD_JSON, LUEUR_CARD_PNG, LUEUR_CARD_CHARX };

static LueurCard *
write_and_read (LueurCard *card, LueurPersona *persona, LueurCardContainer container)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = lueur_card_write (card, persona, container, NULL, &error);
  LueurCard *again;

  g_assert_no_error (error);
  again = lueur_card_new_from_bytes (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpint (lueur_card_get_container (again), ==, container);
  return again;
}

/* Every member of the card before, byte for byte in the card after: @changed (nullable) apart. */
static void
assert_kept (LueurCard *before, LueurCard *after, const char *const *changed)
{
  LueurJsonDoc *a = lueur_card_get_doc (before), *b = lueur_card_get_doc (after);
  guint data = lueur_card_get_data (before);
  guint n = 0;

  for (guint at = lueur_json_doc_get_first (a, data); at != LUEUR_JSON_NOWHERE; at = lueur_json_doc_get_next (a, data, at))
    {
      g_autofree char *key = lueur_json_doc_dup_key (a, at);
      guint there = lueur_json_doc_find (b, lueur_card_get_data (after), key);
      gsize length, length_there;
      const char *raw = lueur_json_doc_get_raw (a, lueur_json_doc_find (a, data, key), &length);
      const char *raw_there = lueur_json_doc_get_raw (b, there, &length_there);

      if (changed != NULL && g_strv_contains (changed, key))
        continue;
      if (length != length_there || memcmp (raw, raw_there, length) != 0)
        g_error ("%s: %.*s became %.*s", key, (int) length, raw, (int) length_there, raw_there);
      n++;
    }
  g_assert_cmpuint (n, >, 5);
}

static void
test_unchanged (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (LueurCard) card = card_of (texts[i]);
      g_autoptr (LueurPersona) persona = lueur_card_make_persona (card, FALSE);

      for (guint c = 0; c < G_N_ELEMENTS (containers); c++)
        {
          g_autoptr (LueurCard) other = write_and_read (card, NULL, containers[c]);
          g_autoptr (GBytes) same = lueur_card_write (other, NULL, containers[c], NULL, NULL);
          g_autoptr (GBytes) same_persona = lueur_card_write (other, persona, containers[c], NULL, NULL);

          g_assert_true (g_bytes_equal (same, lueur_card_get_file (other)));
          g_assert_true (g_bytes_equal (same_persona, lueur_card_get_file (other)));
        }
    }
}

/* From each container into each other and on into the third: no text changes. */
static void
test_conversions (void)
{
  static const char *const moved[] = { "assets", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint path = 0; path < 27; path++)
      {
        g_autoptr (LueurCard) card = card_of (texts[i]);
        g_autoptr (LueurCard) one = write_and_read (card, NULL, containers[path % 3]);
        g_autoptr (LueurCard) two = write_and_read (one, NULL, containers[path / 3 % 3]);
        g_autoptr (LueurCard) three = write_and_read (two, NULL, containers[path / 9]);

        assert_kept (card, three, moved);
      }
}

static void
test_both_chunks (void)
{
  g_autoptr (LueurCard) card = card_of (CARD_V2);
  g_autoptr (GBytes) bytes = lueur_card_write (card, NULL, LUEUR_CARD_PNG, NULL, NULL);
  g_autoptr (LueurPng) png = lueur_png_read (bytes, NULL);
  static const char *const expected[] = { "chara", "ccv3" };
  static const char *const specs[] = { "chara_card_v2", "chara_card_v3" };

  g_assert_cmpuint (lueur_png_get_n_texts (png), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *keyword = lueur_png_dup_keyword (png, i);
      g_autoptr (GBytes) text = lueur_png_decode_text (png, i, 1000000, NULL);
      g_autoptr (LueurJsonDoc) doc = lueur_json_doc_new (text, NULL);
      g_autofree char *spec = lueur_json_doc_dup_string (doc, lueur_json_doc_find (doc, 0, "spec"));

      g_assert_cmpstr (keyword, ==, expected[i]);
      g_assert_cmpstr (spec, ==, specs[i]);
    }
}

/* A picture's own text, and what follows it, come through; and both cards in it are changed alike. */
static void
test_picture_kept (void)
{
  g_autoptr (GBytes) original = picture_of ("Comment", "a comment of the painter’s", "chara", CARD_V2, "ccv3", CARD_V3,
                                            "chara-ext-asset_:9", "JOY", NULL);
  g_autoptr (LueurCard) card = lueur_card_new_from_bytes (original, NULL);
  g_autoptr (LueurPersona) persona = lueur_card_make_persona (card, FALSE);
  g_autoptr (GBytes) changed = NULL;
  g_autoptr (LueurPng) before = lueur_png_read (original, NULL);
  g_autoptr (LueurPng) after = NULL;
  const char *kept[] = { "Comment", "chara-ext-asset_:9" };

  g_object_set (persona, "scenario", "Somewhere else", NULL);
  changed = lueur_card_write (card, persona, LUEUR_CARD_PNG, NULL, NULL);
  after = lueur_png_read (changed, NULL);
  g_assert_cmpuint (lueur_png_get_n_texts (after), ==, 4);
  for (guint k = 0; k < 2; k++)
    {
      g_autofree char *keyword = lueur_png_dup_keyword (after, k);
      g_autoptr (GBytes) was = lueur_png_decode_text (before, k == 0 ? 0 : 3, 1000, NULL);
      g_autoptr (GBytes) is = lueur_png_decode_text (after, k, 1000, NULL);

      g_assert_cmpstr (keyword, ==, kept[k]);
      g_assert_true (g_bytes_equal (was, is));
    }
  for (guint k = 2; k < 4; k++)
    {
      g_autoptr (GBytes) text = lueur_png_decode_text (after, k, 1000000, NULL);
      g_autoptr (LueurJsonDoc) doc = lueur_json_doc_new (text, NULL);
      guint data = lueur_json_doc_find (doc, 0, "data");
      g_autofree char *scenario = lueur_json_doc_dup_string (doc, lueur_json_doc_find (doc, data, "scenario"));

      g_assert_cmpstr (scenario, ==, "Somewhere else");
    }
}

static GBytes *
archive_of (const char *text, gboolean cover)
{
  g_autoptr (GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);
  g_autoptr (GBytes) zip = NULL;
  GByteArray *out = g_byte_array_new ();

  g_hash_table_insert (files, (gpointer) "card.json", bytes_of (text));
  g_hash_table_insert (files, (gpointer) "module.risum", g_bytes_new ("\0\1\2", 3));
  g_hash_table_insert (files, (gpointer) "assets/emotion/joy.png", lueur_png_make_plain (3, 3));
  zip = lueur_zip_write (files, "card.json", NULL);
  if (cover)
    g_byte_array_append (out, (const guint8 *) "\xff\xd8\xff\xe0 a cover \xff\xd9", 15);
  g_byte_array_append (out, g_bytes_get_data (zip, NULL), (guint) g_bytes_get_size (zip));
  return g_byte_array_free_to_bytes (out);
}

static void
test_archive_kept (void)
{
  for (guint cover = 0; cover < 2; cover++)
    {
      g_autoptr (GBytes) original = archive_of (CARD_V3, cover);
      g_autoptr (GError) error = NULL;
      g_autoptr (LueurCard) card = lueur_card_new_from_bytes (original, &error);
      g_autoptr (LueurPersona) persona = NULL;
      g_autoptr (LueurCard) again = NULL;
      g_autoptr (GBytes) zip = NULL;
      g_autoptr (GBytes) sprites = NULL;
      g_autoptr (GHashTable) files = NULL;
      g_autoptr (GHashTable) pictures = NULL;
      static const LueurZipLimits limits = { 10, 100000, 100000 };
      static const char *const changed[] = { "scenario", "extensions", NULL };

      g_assert_no_error (error);
      persona = lueur_card_make_persona (card, FALSE);
      g_object_set (persona, "scenario", "Somewhere else", NULL);
      again = write_and_read (card, persona, LUEUR_CARD_CHARX);
      assert_kept (card, again, changed);
      zip = g_bytes_new_from_bytes (lueur_card_get_file (again), cover ? 15 : 0,
                                    g_bytes_get_size (lueur_card_get_file (again)) - (cover ? 15 : 0));
      if (cover)
        g_assert_cmpmem (g_bytes_get_data (lueur_card_get_file (again), NULL), 15, g_bytes_get_data (original, NULL), 15);
      files = lueur_zip_read (zip, &limits, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (g_hash_table_lookup (files, "module.risum"), NULL), 3, "\0\1\2", 3);

      sprites = lueur_card_make_sprites (again);
      g_assert_nonnull (sprites);
      pictures = lueur_zip_read (sprites, &limits, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_hash_table_contains (pictures, "joy-1.png"));
    }
}

/* An emotion's picture goes from an archive into a picture, JSON, and back, as the same bytes. */
static void
test_assets_travel (void)
{
  g_autoptr (GBytes) original = archive_of (CARD_V3, FALSE);
  g_autoptr (LueurCard) card = lueur_card_new_from_bytes (original, NULL);
  g_autoptr (GBytes) joy = lueur_png_make_plain (3, 3);

  for (guint path = 0; path < 27; path++)
    {
      g_autoptr (LueurCard) one = write_and_read (card, NULL, containers[path % 3]);
      g_autoptr (LueurCard) two = write_and_read (one, NULL, containers[path / 3 % 3]);
      g_autoptr (LueurCard) three = write_and_read (two, NULL, containers[path / 9]);
      const LueurCardAsset *asset = lueur_card_get_assets (three)->pdata[1];

      g_assert_cmpstr (asset->type, ==, "emotion");
      g_assert_nonnull (asset->bytes);
      g_assert_true (g_bytes_equal (asset->bytes, joy));
    }
}

static void
assert_same_persona (LueurPersona *a, LueurPersona *b)
{
  for (guint i = 0; i < LUEUR_N_PERSONA_FIELDS; i++)
    if (lueur_persona_field_get_info (i)->use != LUEUR_FIELD_STATE && !lueur_persona_is_same (a, b, i))
      g_error ("%s did not come through", lueur_persona_field_get_info (i)->name);
}

/* One field after the other: it comes back as it was changed, and no member changes that does not tell it. */
static void
test_each_field (void)
{
  static const char *const expected[LUEUR_N_PERSONA_FIELDS] = {
    [LUEUR_PERSONA_NAME] = "name", [LUEUR_PERSONA_NICKNAME] = "nickname", [LUEUR_PERSONA_SCENARIO] = "scenario",
    [LUEUR_PERSONA_GREETING] = "first_mes", [LUEUR_PERSONA_GREETINGS] = "alternate_greetings",
    [LUEUR_PERSONA_EXAMPLES] = "mes_example", [LUEUR_PERSONA_SYSTEM] = "system_prompt",
    [LUEUR_PERSONA_POST_HISTORY] = "post_history_instructions", [LUEUR_PERSONA_TAGS] = "tags",
    [LUEUR_PERSONA_CHIPS] = "personality", [LUEUR_PERSONA_TRAITS] = "personality", [LUEUR_PERSONA_ABOUT] = "personality",
    [LUEUR_PERSONA_RELATION] = "description", [LUEUR_PERSONA_ROLE] = "description", [LUEUR_PERSONA_GENDER] = "description",
    [LUEUR_PERSONA_PRONOUNS] = "description", [LUEUR_PERSONA_AGE] = "description", [LUEUR_PERSONA_ORIGIN] = "description",
    [LUEUR_PERSONA_BACKGROUND] = "description", [LUEUR_PERSONA_TASTES] = "description",
    [LUEUR_PERSONA_HABITS] = "description", [LUEUR_PERSONA_SHARED] = "description", [LUEUR_PERSONA_SAYINGS] = "description",
    [LUEUR_PERSONA_DESCRIPTION] = "description", [LUEUR_PERSONA_LANGUAGE] = "description",
  };

  for (guint i = 0; i < LUEUR_N_PERSONA_FIELDS; i++)
    for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
      {
        g_autoptr (LueurCard) card = card_of (texts[t]);
        g_autoptr (LueurPersona) persona = lueur_card_make_persona (card, TRUE);
        g_autoptr (LueurCard) again = NULL;
        g_autoptr (LueurCard) twice = NULL;
        g_autoptr (LueurPersona) back = NULL;
        g_autoptr (LueurPersona) back_twice = NULL;
        const char *changed[] = { "extensions", expected[i], NULL };

        if (lueur_persona_field_get_info (i)->use == LUEUR_FIELD_STATE)
          continue;
        lueur_persona_fill (persona, i, "Changed “here” \\ \n and there");
        again = write_and_read (card, persona, LUEUR_CARD_JSON);
        assert_kept (card, again, changed);
        back = lueur_card_make_persona (again, TRUE);
        assert_same_persona (persona, back);
        /* And once more, through a card that is ours now. */
        g_object_set (back, "scenario", "Elsewhere", "habits", "Rises early", NULL);
        twice = write_and_read (again, back, LUEUR_CARD_PNG);
        back_twice = lueur_card_make_persona (twice, TRUE);
        assert_same_persona (back, back_twice);
      }
}

/* A companion that was made here opens elsewhere, with everything in words, and comes back exactly. */
static void
test_own (void)
{
  g_autoptr (LueurPersona) persona = lueur_persona_new ();

  for (guint i = 0; i < LUEUR_N_PERSONA_FIELDS; i++)
    if (i != LUEUR_PERSONA_INTIMACY)
      lueur_persona_fill (persona, i, lueur_persona_field_get_info (i)->name);
  for (guint c = 0; c < G_N_ELEMENTS (containers); c++)
    {
      g_autoptr (LueurCard) card = write_and_read (NULL, persona, containers[c]);
      g_autoptr (LueurPersona) back = lueur_card_make_persona (card, FALSE);
      g_autofree char *description = lueur_card_dup_field (card, LUEUR_CARD_DESCRIPTION);
      gsize length;
      const char *raw = lueur_json_doc_get_raw (lueur_card_get_doc (card), 0, &length);
      g_autofree char *all = g_strndup (raw, length);

      g_assert_cmpint (lueur_card_get_spec (card), ==, LUEUR_CARD_V3);
      assert_same_persona (persona, back);
      g_assert_nonnull (strstr (description, "description"));
      /* How it stands with the person is nobody else's business. */
      g_assert_null (strstr (all, "used-at"));
      g_assert_null (strstr (all, "reviewed-at"));
      g_assert_null (strstr (all, "archived"));
    }
}

/* Somebody else changed the words: those count, and the fields they stood for are empty. */
static void
test_edited_elsewhere (void)
{
  g_autoptr (LueurPersona) persona = lueur_persona_new ();
  g_autoptr (LueurCard) card = NULL;
  g_autoptr (LueurJsonEdit) edit = NULL;
  g_autoptr (GBytes) text = NULL;
  g_autoptr (LueurCard) edited = NULL;
  g_autoptr (LueurPersona) back = NULL;

  g_object_set (persona, "name", "Nora", "habits", "Rises early", "tastes", "Tea", "age", 30, NULL);
  card = write_and_read (NULL, persona, LUEUR_CARD_JSON);
  edit = lueur_json_edit_new (lueur_card_get_doc (card));
  lueur_json_edit_set (edit, lueur_card_get_data (card), "description", "\"A captain.\"");
  text = lueur_json_edit_apply (edit);
  edited = lueur_card_new_from_bytes (text, NULL);
  back = lueur_card_make_persona (edited, FALSE);
  g_assert_cmpstr (lueur_persona_get_description (back), ==, "A captain.");
  g_assert_cmpstr (lueur_persona_get_text (back, LUEUR_PERSONA_HABITS), ==, "");
  g_assert_cmpuint (lueur_persona_get_age (back), ==, 30);
}

static void
test_order_of_members (void)
{
  static const char *const one = "{\"spec\":\"chara_card_v2\",\"spec_version\":\"2.0\",\"data\":{\"name\":\"A\",\"description\":"
                                 "\"She is kind. She sings.\",\"tags\":[\"x\"],\"first_mes\":\"Hi\"}}";
  static const char *const other = "{\"data\":{\"first_mes\":\"Hi\",\"tags\":[\"x\"],\"description\":\"She is kind. She sings.\","
                                   "\"name\":\"A\"},\"spec_version\":\"2.0\",\"spec\":\"chara_card_v2\"}";
  g_autoptr (LueurCard) a = card_of (one);
  g_autoptr (LueurCard) b = card_of (other);
  g_autoptr (LueurPersona) persona_a = lueur_card_make_persona (a, FALSE);
  g_autoptr (LueurPersona) persona_b = lueur_card_make_persona (b, FALSE);
  g_autofree char *json_a = lueur_persona_to_json (persona_a);
  g_autofree char *json_b = lueur_persona_to_json (persona_b);

  g_assert_cmpstr (json_a, ==, json_b);
  g_assert_cmpint (lueur_persona_get_gender (persona_a), ==, LUEUR_GENDER_FEMININE);
  g_assert_cmpint (lueur_persona_get_relation (persona_a), ==, LUEUR_RELATION_CHARACTER);
}

/* --- Romance ----------------------------------------------------------------------------------------- */

static void
test_romance (void)
{
  g_autoptr (LueurPersona) persona = lueur_persona_new ();
  g_autoptr (LueurCard) card = NULL;
  g_autoptr (LueurPersona) told = NULL;
  g_autoptr (LueurPersona) untold = NULL;

  g_object_set (persona, "name", "Nora", "relation", LUEUR_RELATION_PARTNER, "intimacy", LUEUR_INTIMACY_ROMANCE, "age", 30,
                NULL);
  card = write_and_read (NULL, persona, LUEUR_CARD_JSON);
  told = lueur_card_make_persona (card, TRUE);
  untold = lueur_card_make_persona (card, FALSE);
  g_assert_true (lueur_persona_is_romantic (told));
  g_assert_false (lueur_persona_is_romantic (untold));
}

static void
test_no_minor_in_romance (void)
{
  g_autoptr (LueurCard) card
      = card_of ("{\"spec\":\"chara_card_v2\",\"spec_version\":\"2.0\",\"data\":{\"name\":\"X\",\"description\":\"Age: 16.\","
                 "\"extensions\":{\"" LUEUR_CARD_EXTENSION "\":{\"version\":1,\"persona\":{\"name\":\"X\",\"relation\":\"partner\","
                 "\"intimacy\":\"romance\",\"age\":16}}}}}");
  g_autoptr (LueurPersona) persona = lueur_card_make_persona (card, TRUE);

  g_assert_false (lueur_persona_is_romantic (persona));
}

static void
test_tells_minor (void)
{
  static const struct { const char *text; gboolean minor; } cases[] = {
    { "Age: 16", TRUE }, { "She is 17 years old.", TRUE }, { "a 15-year-old", TRUE }, { "Elle a 14 ans.", TRUE },
    { "une fille âgée de 12 ans", TRUE }, { "She's 16", TRUE }, { "a schoolgirl", TRUE }, { "il est mineur", TRUE },
    { "16yo", TRUE },
    { "Age: 26", FALSE }, { "She is 170 cm tall", FALSE }, { "Age: 1,700", FALSE }, { "il y a 5 ans, à Nantes", FALSE },
    { "She is 16 feet tall", FALSE }, { "Elle a 34 ans.", FALSE }, { "married for 12 years", FALSE },
    { "a minor chord", FALSE }, { "Age: 5 centuries", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (lueur_card_text_tells_minor (cases[i].text) != cases[i].minor)
      g_error ("“%s”", cases[i].text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/roundtrip/unchanged", test_unchanged);
  g_test_add_func ("/exchange/roundtrip/conversions", test_conversions);
  g_test_add_func ("/exchange/roundtrip/both-chunks", test_both_chunks);
  g_test_add_func ("/exchange/roundtrip/picture-kept", test_picture_kept);
  g_test_add_func ("/exchange/roundtrip/archive-kept", test_archive_kept);
  g_test_add_func ("/exchange/roundtrip/assets-travel", test_assets_travel);
  g_test_add_func ("/exchange/roundtrip/each-field", test_each_field);
  g_test_add_func ("/exchange/roundtrip/own", test_own);
  g_test_add_func ("/exchange/roundtrip/edited-elsewhere", test_edited_elsewhere);
  g_test_add_func ("/exchange/roundtrip/order", test_order_of_members);
  g_test_add_func ("/exchange/roundtrip/romance", test_romance);
  g_test_add_func ("/exchange/roundtrip/no-minor", test_no_minor_in_romance);
  g_test_add_func ("/exchange/roundtrip/tells-minor", test_tells_minor);
  return g_test_run ();
}
