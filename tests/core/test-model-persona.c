/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "core/model/persona.h"
#include "core/model/text.h"
#include "support/persona-fill.h"

static void
on_notify (GObject *object, GParamSpec *pspec, gpointer data)
{
  g_string_append_printf (data, "%s ", pspec->name);
}

static void
test_notify_on_change (void)
{
  g_autoptr (LueurPersona) persona = lueur_persona_new ();
  g_autoptr (GString) seen = g_string_new (NULL);
  const char *chips[] = { "calm", "curious", NULL };
  const char *same[] = { "calm ", " curious", NULL };

  g_signal_connect (persona, "notify", G_CALLBACK (on_notify), seen);
  g_object_set (persona, "name", "", "formal", FALSE, "age", 0, "language", "en", "chips", NULL, "look", "",
                "relation", LUEUR_RELATION_FRIEND, "archived", FALSE, NULL);
  lueur_persona_set_trait (persona, LUEUR_TRAIT_WARM_RESERVED, 0);
  g_assert_cmpstr (seen->str, ==, "");

  g_object_set (persona, "name", "Léa", NULL);
  g_object_set (persona, "name", "  Léa ", NULL);
  g_object_set (persona, "chips", chips, NULL);
  g_object_set (persona, "chips", same, NULL);
  g_object_set (persona, "formal", TRUE, NULL);
  g_object_set (persona, "formal", TRUE, NULL);
  lueur_persona_set_trait (persona, LUEUR_TRAIT_PLAYFUL_SERIOUS, -0.5);
  lueur_persona_set_trait (persona, LUEUR_TRAIT_PLAYFUL_SERIOUS, -0.5);
  g_object_set (persona, "look", "{\"rig\": \"ambre\"}", NULL);
  g_object_set (persona, "look", "{ \"rig\":\"ambre\" }", NULL);
  g_assert_cmpstr (seen->str, ==, "name chips formal traits look ");
}

static void
test_adults (void)
{
  g_autoptr (LueurPersona) persona = lueur_persona_new ();
  g_autoptr (LueurPersona) read = NULL;

  g_object_set (persona, "age", 15, NULL);
  g_assert_cmpuint (lueur_persona_get_age (persona), ==, 15);
  g_object_set (persona, "relation", LUEUR_RELATION_PARTNER, NULL);
  g_assert_cmpuint (lueur_persona_get_age (persona), ==, 18);
  for (guint age = 1; age < 18; age++)
    {
      g_object_set (persona, "age", age, NULL);
      g_assert_cmpuint (lueur_persona_get_age (persona), ==, 18);
    }
  g_object_set (persona, "age", 0, NULL);
  g_assert_cmpuint (lueur_persona_get_age (persona), ==, 0);
  g_object_set (persona, "relation", LUEUR_RELATION_CHARACTER, "age", 16, NULL);
  g_assert_false (lueur_persona_is_romantic (persona));
  g_assert_cmpuint (lueur_persona_get_age (persona), ==, 16);
  g_object_set (persona, "intimacy", LUEUR_INTIMACY_ROMANCE, NULL);
  g_assert_true (lueur_persona_is_romantic (persona));
  g_assert_cmpuint (lueur_persona_get_age (persona), ==, 18);

  /* Whatever the order of the members. */
  read = lueur_persona_from_json ("{\"age\": 12, \"relation\": \"partner\"}", -1, NULL);
  g_assert_cmpuint (lueur_persona_get_age (read), ==, 18);
  g_object_set (read, "age", 4000000000u, NULL);
  g_assert_cmpuint (lueur_persona_get_age (read), ==, 9999);
}

static void
test_caps (void)
{
  g_autoptr (LueurPersona) persona = lueur_persona_new ();
  g_autofree char *long_name = g_strnfill (5000, 'x');
  g_autofree char *long_text = g_strnfill (100000, 'y');
  g_autofree char *look = g_strdup_printf ("{\"rig\":\"%s\"}", long_text);
  const char *limits[] = { long_text, NULL };

  g_object_set (persona, "name", long_name, "about", long_text, "description", long_text, "greeting", long_text,
                "limits", limits, "look", look, NULL);
  g_assert_cmpuint (strlen (lueur_persona_get_name (persona)), ==, LUEUR_NAME_MAX);
  g_assert_cmpuint (strlen (lueur_persona_get_about (persona)), ==, LUEUR_ABOUT_MAX);
  g_assert_cmpuint (strlen (lueur_persona_get_description (persona)), ==, LUEUR_DESCRIPTION_MAX);
  g_assert_cmpuint (strlen (lueur_persona_get_greeting (persona)), ==, LUEUR_GREETING_MAX);
  g_assert_cmpuint (strlen (lueur_persona_get_limits (persona)[0]), ==, LUEUR_WORD_MAX);
  g_assert_cmpstr (lueur_persona_get_look (persona), ==, "");

  g_object_set (persona, "name", "a\xff\nb", "language", "tlh", NULL);
  g_assert_cmpstr (lueur_persona_get_name (persona), ==, "a\xef\xbf\xbd b");
  g_assert_cmpstr (lueur_persona_get_language (persona), ==, "en");
  lueur_persona_set_trait (persona, LUEUR_TRAIT_CANDID_DIPLOMATIC, 7);
  g_assert_cmpfloat (lueur_persona_get_trait (persona, LUEUR_TRAIT_CANDID_DIPLOMATIC), ==, 1);
  lueur_persona_set_trait (persona, LUEUR_TRAIT_CANDID_DIPLOMATIC, NAN);
  g_assert_cmpfloat (lueur_persona_get_trait (persona, LUEUR_TRAIT_CANDID_DIPLOMATIC), ==, 0);
}

static LueurPersona *
make_full (void)
{
  LueurPersona *persona = lueur_persona_new ();
  const char *chips[] = { "curieuse", "calme", NULL };
  const char *limits[] = { "ne parle jamais de mon poids", NULL };

  g_object_set (persona, "name", "Léa", "relation", LUEUR_RELATION_CONFIDANT, "gender", LUEUR_GENDER_FEMININE,
                "language", "fr", "formal", TRUE, "age", 28, "chips", chips, "about", "Douce, mais franche.",
                "description", "Libraire à Nantes.\nElle nage.", "limits", limits, "greeting", "Bonsoir !", "look",
                "{\"rig\":\"ambre\",\"choices\":{\"hair\":\"curly\"}}", NULL);
  for (int i = 0; i < LUEUR_N_TRAITS; i++)
    lueur_persona_set_trait (persona, i, i / 4.0 - 0.5);
  return persona;
}

static void
assert_same (LueurPersona *a, LueurPersona *b)
{
  g_assert_cmpstr (lueur_persona_get_name (a), ==, lueur_persona_get_name (b));
  g_assert_cmpint (lueur_persona_get_relation (a), ==, lueur_persona_get_relation (b));
  g_assert_cmpint (lueur_persona_get_gender (a), ==, lueur_persona_get_gender (b));
  g_assert_cmpstr (lueur_persona_get_language (a), ==, lueur_persona_get_language (b));
  g_assert_cmpint (lueur_persona_get_formal (a), ==, lueur_persona_get_formal (b));
  g_assert_cmpuint (lueur_persona_get_age (a), ==, lueur_persona_get_age (b));
  g_assert_cmpstrv (lueur_persona_get_chips (a), lueur_persona_get_chips (b));
  g_assert_cmpstrv (lueur_persona_get_limits (a), lueur_persona_get_limits (b));
  g_assert_cmpstr (lueur_persona_get_about (a), ==, lueur_persona_get_about (b));
  g_assert_cmpstr (lueur_persona_get_description (a), ==, lueur_persona_get_description (b));
  g_assert_cmpstr (lueur_persona_get_greeting (a), ==, lueur_persona_get_greeting (b));
  g_assert_cmpstr (lueur_persona_get_look (a), ==, lueur_persona_get_look (b));
  g_assert_cmpint (lueur_persona_get_archived (a), ==, lueur_persona_get_archived (b));
  for (int i = 0; i < LUEUR_N_TRAITS; i++)
    g_assert_cmpfloat (lueur_persona_get_trait (a, i), ==, lueur_persona_get_trait (b, i));
}

static void
test_json (void)
{
  g_autoptr (LueurPersona) persona = make_full ();
  g_autoptr (LueurPersona) back = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = lueur_persona_to_json (persona);
  g_autofree char *again = NULL;

  back = lueur_persona_from_json (json, -1, &error);
  g_assert_no_error (error);
  assert_same (persona, back);
  again = lueur_persona_to_json (back);
  g_assert_cmpstr (json, ==, again);
}

static void
test_json_unknown (void)
{
  const char *json = "{\"name\":\"Ada\",\"rituals\":[{\"at\":\"08:00\",\"on\":true}],\"x\":null,"
                     "\"extensions\":{\"else\":{\"n\":1.5}}}";
  g_autoptr (LueurPersona) persona = lueur_persona_from_json (json, -1, NULL);
  g_autoptr (LueurPersona) copy = NULL;
  g_autofree char *written = NULL;

  g_object_set (persona, "name", "Grace", NULL);
  copy = lueur_persona_copy (persona);
  g_clear_object (&persona);
  written = lueur_persona_to_json (copy);
  g_assert_nonnull (strstr (written, "\"rituals\":[{\"at\":\"08:00\",\"on\":true}]"));
  g_assert_nonnull (strstr (written, "\"x\":null"));
  g_assert_nonnull (strstr (written, "\"extensions\":{\"else\":{\"n\":1.5}}"));
  g_assert_nonnull (strstr (written, "\"name\":\"Grace\""));
  g_assert_null (strstr (written, "Ada"));
}

static void
test_json_bad (void)
{
  g_autoptr (GString) deep = g_string_new ("{\"look\":");
  g_autofree char *huge = NULL;
  const char *refused[] = { "", "[]", "12", "{", "nul", "{\"name\":\"\xff\"}", "{\"name\" \"x\"}" };
  g_autoptr (LueurPersona) wrong = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (lueur_persona_from_json (refused[i], -1, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
  for (int i = 0; i < 100000; i++)
    g_string_append (deep, "{\"a\":");
  g_assert_null (lueur_persona_from_json (deep->str, deep->len, NULL));
  huge = g_strnfill (3 * 1024 * 1024, ' ');
  g_assert_null (lueur_persona_from_json (huge, -1, NULL));

  /* Wrong kinds take the default; nothing of it is a crash. */
  wrong = lueur_persona_from_json ("{\"name\":12,\"relation\":\"boss\",\"gender\":3,\"language\":[],\"formal\":\"yes\","
                                   "\"age\":-4,\"traits\":[1,2],\"chips\":\"calm\",\"about\":{},\"limits\":[1,\"a\",null],"
                                   "\"look\":\"not json\",\"greeting\":null}",
                                   -1, NULL);
  g_assert_nonnull (wrong);
  g_assert_cmpstr (lueur_persona_get_name (wrong), ==, "");
  g_assert_cmpint (lueur_persona_get_relation (wrong), ==, LUEUR_RELATION_FRIEND);
  g_assert_cmpuint (lueur_persona_get_age (wrong), ==, 0);
  g_assert_cmpstr (lueur_persona_get_limits (wrong)[0], ==, "a");
  g_assert_null (lueur_persona_get_limits (wrong)[1]);
  g_assert_cmpstr (lueur_persona_get_look (wrong), ==, "");
}

/* Whatever a companion is told to be is kept, compared, copied and read again; a field that is added is in this. */
static void
test_fields (void)
{
  g_autoptr (LueurPersona) plain = lueur_persona_new ();

  for (guint i = 0; i < LUEUR_N_PERSONA_FIELDS; i++)
    {
      const LueurPersonaFieldInfo *info = lueur_persona_field_get_info (i);
      g_autoptr (LueurPersona) persona = lueur_persona_new ();
      g_autoptr (LueurPersona) back = NULL, copy = NULL, taken = lueur_persona_new ();
      g_autoptr (GString) seen = g_string_new (NULL);
      g_autofree char *json = NULL;
      LueurPersonaField found;

      g_test_message ("%s", info->name);
      g_assert_true (lueur_persona_field_find (info->name, &found));
      g_assert_cmpint (found, ==, i);
      g_signal_connect (persona, "notify", G_CALLBACK (on_notify), seen);
      lueur_persona_fill (persona, i, "Aube");
      g_assert_true (g_str_has_prefix (seen->str, info->name));
      g_assert_false (lueur_persona_is_same (persona, plain, i));
      json = lueur_persona_to_json (persona);
      back = lueur_persona_from_json (json, -1, NULL);
      copy = lueur_persona_copy (persona);
      lueur_persona_take_over (taken, persona, i);
      for (guint j = 0; j < LUEUR_N_PERSONA_FIELDS; j++)
        {
          g_assert_true (lueur_persona_is_same (back, persona, j));
          g_assert_true (lueur_persona_is_same (copy, persona, j));
          g_assert_true (lueur_persona_is_same (taken, persona, j));
          g_assert_true (i == j || lueur_persona_is_same (plain, persona, j));
        }
    }
  g_assert_false (lueur_persona_field_find ("nothing", &(LueurPersonaField) { 0 }));
}

/* What was written before there were so many fields. */
static void
test_json_old (void)
{
  const char *json = "{\"name\":\"Léa\",\"relation\":\"partner\",\"gender\":\"feminine\",\"language\":\"fr\","
                     "\"formal\":false,\"age\":28,\"traits\":{\"gentle-teasing\":-0.5,\"playful-serious\":0.0,"
                     "\"talkative-quiet\":0.0,\"candid-diplomatic\":0.0,\"warm-reserved\":0.25},\"chips\":[\"calm\"],"
                     "\"about\":\"a\",\"description\":\"d\",\"limits\":[\"l\"],\"greeting\":\"g\"}";
  g_autoptr (LueurPersona) persona = lueur_persona_from_json (json, -1, NULL);

  g_assert_cmpstr (lueur_persona_get_name (persona), ==, "Léa");
  g_assert_cmpstr (lueur_persona_get_called (persona), ==, "Léa");
  g_assert_cmpfloat (lueur_persona_get_trait (persona, LUEUR_TRAIT_GENTLE_TEASING), ==, -0.5);
  g_assert_cmpint (lueur_persona_get_intimacy (persona), ==, LUEUR_INTIMACY_ROMANCE);
  g_assert_true (lueur_persona_get_number (persona, LUEUR_PERSONA_GESTURES));
  g_assert_false (lueur_persona_get_ritual (persona, LUEUR_RITUAL_MORNING, NULL));
  g_assert_false (lueur_persona_get_ritual (persona, LUEUR_RITUAL_EVENING, NULL));
  g_assert_false (lueur_persona_get_number (persona, LUEUR_PERSONA_QUIET));
}

/* The largest companion there can be is still one that can be read again. */
static void
test_largest (void)
{
  g_autoptr (LueurPersona) persona = lueur_persona_new ();
  g_autoptr (LueurPersona) back = NULL;
  g_autoptr (GString) wide = g_string_new (NULL);
  g_autoptr (GPtrArray) many = g_ptr_array_new ();
  g_autofree char *json = NULL;

  for (guint i = 0; i < 30000; i++)
    g_string_append (wide, "😀");
  for (guint i = 0; i < 200; i++)
    g_ptr_array_add (many, wide->str);
  g_ptr_array_add (many, NULL);
  for (guint i = 0; i < LUEUR_N_PERSONA_FIELDS; i++)
    {
      const LueurPersonaFieldInfo *info = lueur_persona_field_get_info (i);

      if (info->kind == LUEUR_FIELD_LINE || info->kind == LUEUR_FIELD_TEXT)
        g_object_set (persona, info->name, wide->str, NULL);
      else if (info->kind == LUEUR_FIELD_WORDS || info->kind == LUEUR_FIELD_TEXTS)
        g_object_set (persona, info->name, many->pdata, NULL);
    }
  json = lueur_persona_to_json (persona);
  g_assert_cmpuint (strlen (json), <, LUEUR_PERSONA_MAX_BYTES / 2);
  back = lueur_persona_from_json (json, -1, NULL);
  g_assert_nonnull (back);
  for (guint i = 0; i < LUEUR_N_PERSONA_FIELDS; i++)
    g_assert_true (lueur_persona_is_same (back, persona, i));
}

static void
test_copy (void)
{
  g_autoptr (LueurPersona) persona = make_full ();
  g_autoptr (LueurPersona) copy = NULL;
  g_autoptr (GString) seen = g_string_new (NULL);

  g_object_set (persona, "id", (gint64) 12, "created-at", (gint64) 34, NULL);
  copy = lueur_persona_copy (persona);
  assert_same (persona, copy);
  g_assert_cmpint (lueur_persona_get_id (copy), ==, 12);
  g_assert_cmpint (lueur_persona_get_created_at (copy), ==, 34);

  g_object_set (copy, "name", "Inès", "id", (gint64) 99, NULL);
  g_assert_cmpstr (lueur_persona_get_name (persona), ==, "Léa");
  g_signal_connect (persona, "notify", G_CALLBACK (on_notify), seen);
  lueur_persona_assign (persona, copy);
  g_assert_cmpstr (seen->str, ==, "name ");
  g_assert_cmpint (lueur_persona_get_id (persona), ==, 12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/persona/notify-on-change", test_notify_on_change);
  g_test_add_func ("/model/persona/adults", test_adults);
  g_test_add_func ("/model/persona/caps", test_caps);
  g_test_add_func ("/model/persona/json", test_json);
  g_test_add_func ("/model/persona/json-unknown", test_json_unknown);
  g_test_add_func ("/model/persona/json-bad", test_json_bad);
  g_test_add_func ("/model/persona/json-old", test_json_old);
  g_test_add_func ("/model/persona/fields", test_fields);
  g_test_add_func ("/model/persona/largest", test_largest);
  g_test_add_func ("/model/persona/copy", test_copy);
  return g_test_run ();
}
