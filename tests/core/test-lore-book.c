/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lorebooks: what brings an entry up, where it goes, and what keeps it out. */

#include "card-fixture.h"

#include "core/lore/regex.h"
#include "core/lore/scan.h"

/* A book of the entries given, with members of the book before them. */
static LueurBook *
book_of (const char *members, const char *entries)
{
  g_autofree char *text = g_strdup_printf ("{%s\"entries\":[%s]}", members, entries);
  g_autoptr (GBytes) bytes = bytes_of (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurJsonDoc) doc = lueur_json_doc_new (bytes, &error);

  g_assert_no_error (error);
  return lueur_book_new (doc, 0);
}

static GPtrArray *
look_with (LueurBook *book, const char *const *messages, guint budget, LueurBookWork *spent)
{
  guint n = g_strv_length ((char **) messages);

  return lueur_book_look (book, &(LueurBookLook) {
      .messages = messages, .n_messages = n, .n_total = n, .budget = budget, .room = budget, .seed = 1, .spent = spent });
}

static GPtrArray *
look_at (LueurBook *book, const char *const *messages, guint budget)
{
  return look_with (book, messages, budget, NULL);
}

static LueurBookReason
reason_of (LueurBook *book, const char *message)
{
  const char *const messages[] = { message, NULL };
  g_autoptr (GPtrArray) hits = look_at (book, messages, 100000);

  return ((const LueurBookHit *) hits->pdata[0])->reason;
}

static void
test_one_entry (void)
{
  static const struct { const char *entry, *message; LueurBookReason expected; } cases[] = {
    { "\"keys\":[\"lamp\"]", "the Lamp burns", LUEUR_BOOK_MATCHED },
    { "\"keys\":[\"lamp\"]", "the light", LUEUR_BOOK_NO_KEY },
    { "\"keys\":[\"lamp\"]", "lampoon", LUEUR_BOOK_NO_KEY },
    { "\"keys\":[\"lamp\"]", "clamp", LUEUR_BOOK_NO_KEY },
    { "\"keys\":[\"lamp\"],\"extensions\":{\"match_whole_words\":false}", "clamp", LUEUR_BOOK_MATCHED },
    { "\"keys\":[\"灯台\"]", "あの灯台はどこ", LUEUR_BOOK_MATCHED },
    { "\"keys\":[\"l'île\"]", "Sur l’île, un phare", LUEUR_BOOK_MATCHED },
    { "\"keys\":[\"ÉTOILE\"]", "une étoile", LUEUR_BOOK_MATCHED },
    { "\"keys\":[\"old keeper\"]", "an old keeper.", LUEUR_BOOK_MATCHED },
    { "\"keys\":[\"C++\"]", "I like C++!", LUEUR_BOOK_MATCHED },
    { "\"keys\":[\" \",\"\"]", "a b", LUEUR_BOOK_NO_KEY },
    { "\"keys\":[\"Lamp\"],\"case_sensitive\":true", "the lamp", LUEUR_BOOK_NO_KEY },
    { "\"keys\":[\"Lamp\"],\"case_sensitive\":true", "the Lamp", LUEUR_BOOK_MATCHED },
    { "\"keys\":[],\"constant\":true", "", LUEUR_BOOK_CONSTANT },
    { "\"keys\":[\"lamp\"],\"enabled\":false", "lamp", LUEUR_BOOK_OFF },
    { "\"keys\":[\"lamp\"],\"constant\":true,\"enabled\":false", "lamp", LUEUR_BOOK_OFF },
    { "\"keys\":[\"lamp\"],\"selective\":true,\"secondary_keys\":[\"oil\"]", "lamp", LUEUR_BOOK_SECONDARY },
    { "\"keys\":[\"lamp\"],\"selective\":true,\"secondary_keys\":[\"oil\"]", "oil lamp", LUEUR_BOOK_MATCHED },
    { "\"keys\":[\"lamp\"],\"selective\":false,\"secondary_keys\":[\"oil\"]", "lamp", LUEUR_BOOK_MATCHED },
    { "\"keys\":[\"lamp\"],\"selective\":true,\"secondary_keys\":[]", "lamp", LUEUR_BOOK_MATCHED },
    { "\"keys\":[\"a\"],\"selective\":true,\"secondary_keys\":[\"b\",\"c\"],\"extensions\":{\"selectiveLogic\":1}", "a b c",
      LUEUR_BOOK_SECONDARY },
    { "\"keys\":[\"a\"],\"selective\":true,\"secondary_keys\":[\"b\",\"c\"],\"extensions\":{\"selectiveLogic\":1}", "a b",
      LUEUR_BOOK_MATCHED },
    { "\"keys\":[\"a\"],\"selective\":true,\"secondary_keys\":[\"b\",\"c\"],\"extensions\":{\"selectiveLogic\":2}", "a b",
      LUEUR_BOOK_SECONDARY },
    { "\"keys\":[\"a\"],\"selective\":true,\"secondary_keys\":[\"b\",\"c\"],\"extensions\":{\"selectiveLogic\":3}", "a b",
      LUEUR_BOOK_SECONDARY },
    { "\"keys\":[\"a\"],\"selective\":true,\"secondary_keys\":[\"b\",\"c\"],\"extensions\":{\"selectiveLogic\":3}", "a b c",
      LUEUR_BOOK_MATCHED },
    { "\"keys\":[\"/l.mp/\"]", "a limp", LUEUR_BOOK_MATCHED },
    { "\"keys\":[\"/L.mp/\"]", "a limp", LUEUR_BOOK_NO_KEY },
    { "\"keys\":[\"/L.mp/i\"]", "a limp", LUEUR_BOOK_MATCHED },
    { "\"keys\":[\"/^b$/m\"]", "a\nb", LUEUR_BOOK_MATCHED },
    { "\"keys\":[\"/a.b/s\"]", "a\nb", LUEUR_BOOK_MATCHED },
    { "\"keys\":[\"/\\\\u00e9t./gi\"]", "ÉTÉ", LUEUR_BOOK_MATCHED },
    { "\"keys\":[\"l.mp\"],\"use_regex\":true", "a LIMP", LUEUR_BOOK_MATCHED },
    { "\"keys\":[\"l.mp\"]", "a limp", LUEUR_BOOK_NO_KEY },
    { "\"keys\":[\"/(/\"]", "(", LUEUR_BOOK_NO_KEY },
    { "\"keys\":[\"/and/or\"]", "x/and/or", LUEUR_BOOK_MATCHED },
    { "\"keys\":[\"lamp\"],\"extensions\":{\"probability\":0,\"useProbability\":true}", "lamp", LUEUR_BOOK_NOT_NOW },
    { "\"keys\":[\"lamp\"],\"extensions\":{\"probability\":0,\"useProbability\":false}", "lamp", LUEUR_BOOK_MATCHED },
    { "\"key\":[\"lamp\"],\"disable\":false,\"order\":5", "lamp", LUEUR_BOOK_MATCHED },
    { "\"key\":[\"lamp\"],\"disable\":true", "lamp", LUEUR_BOOK_OFF },
    { "\"keys\":\"lamp\"", "lamp", LUEUR_BOOK_NO_KEY },
    { "\"keys\":[7,null,{}]", "7", LUEUR_BOOK_NO_KEY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *entry = g_strdup_printf ("{\"content\":\"X\",%s}", cases[i].entry);
      g_autoptr (LueurBook) book = book_of ("", entry);
      LueurBookReason reason = reason_of (book, cases[i].message);

      if (reason != cases[i].expected)
        g_error ("%s with “%s”: %s", cases[i].entry, cases[i].message, lueur_book_reason_get_name (reason));
    }
}

static void
test_decorators (void)
{
  static const struct { const char *content, *message; LueurBookReason expected; const char *left; } cases[] = {
    { "@@activate\\nX", "", LUEUR_BOOK_CONSTANT, "X" },
    { "@@dont_activate\\nX", "lamp", LUEUR_BOOK_OFF, "X" },
    { "@@additional_keys wick, oil\\nX", "oil", LUEUR_BOOK_MATCHED, "X" },
    { "@@exclude_keys sun\\nX", "lamp", LUEUR_BOOK_MATCHED, "X" },
    { "@@exclude_keys sun\\nX", "lamp and sun", LUEUR_BOOK_SECONDARY, "X" },
    { "@@activate_only_after 2\\nX", "lamp", LUEUR_BOOK_NOT_NOW, "X" },
    { "@@activate_only_every 1\\nX", "lamp", LUEUR_BOOK_MATCHED, "X" },
    { "@@activate_only_every 2\\nX", "lamp", LUEUR_BOOK_NOT_NOW, "X" },
    { "@@unheard_of 3\\n@@@activate\\nX", "", LUEUR_BOOK_CONSTANT, "X" },
    { "@@depth 3\\n@@@activate\\nX", "", LUEUR_BOOK_NO_KEY, "X" },
    { "@@scan_depth 0\\nX", "lamp", LUEUR_BOOK_NO_KEY, "X" },
    { "@@is_greeting 0\\nX", "lamp", LUEUR_BOOK_MATCHED, "X" },
    { "@@is_greeting 2\\nX", "lamp", LUEUR_BOOK_NOT_NOW, "X" },
    { "@@is_greeting two\\nX", "lamp", LUEUR_BOOK_MATCHED, "X" },
    { "@@is_greeting 1\\n@@activate\\nX", "", LUEUR_BOOK_NOT_NOW, "X" },
    { "@@instruct_depth 40\\n@@@depth 2\\nX", "lamp", LUEUR_BOOK_MATCHED, "X" },
    { "X\\n@@activate", "", LUEUR_BOOK_NO_KEY, "X\n@@activate" },
    { "@@activate", "", LUEUR_BOOK_OFF, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *entry = g_strdup_printf ("{\"keys\":[\"lamp\"],\"content\":\"%s\"}", cases[i].content);
      g_autoptr (LueurBook) book = book_of ("", entry);
      LueurBookReason reason = reason_of (book, cases[i].message);

      if (reason != cases[i].expected)
        g_error ("%s with “%s”: %s", cases[i].content, cases[i].message, lueur_book_reason_get_name (reason));
      g_assert_cmpstr (((const LueurBookEntry *) book->entries->pdata[0])->content, ==, cases[i].left);
    }
}

static void
test_places (void)
{
  g_autoptr (LueurBook) book = book_of (
      "", "{\"content\":\"@@depth 3\\n@@role assistant\\nX\"},{\"content\":\"X\",\"position\":\"after_char\"},"
          "{\"content\":\"X\",\"position\":\"before_char\"},{\"content\":\"X\",\"extensions\":{\"position\":4,\"depth\":7,"
          "\"role\":1}},{\"content\":\"@@reverse_depth 2\\nX\"},{\"content\":\"@@position after_desc\\nX\"},{\"content\":\"X\","
          "\"position\":1}");
  static const struct { LueurBookPosition position; int depth; LueurBookRole role; gboolean from_start; } expected[] = {
    { LUEUR_BOOK_DEPTH, 3, LUEUR_BOOK_COMPANION, FALSE }, { LUEUR_BOOK_AFTER, 4, 0, FALSE }, { LUEUR_BOOK_BEFORE, 4, 0, FALSE },
    { LUEUR_BOOK_DEPTH, 7, LUEUR_BOOK_USER, FALSE }, { LUEUR_BOOK_DEPTH, 2, 0, TRUE }, { LUEUR_BOOK_AFTER, 4, 0, FALSE },
    { LUEUR_BOOK_AFTER, 4, 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const LueurBookEntry *entry = book->entries->pdata[i];

      g_assert_cmpint (entry->position, ==, expected[i].position);
      g_assert_cmpint (entry->depth, ==, expected[i].depth);
      g_assert_cmpint (entry->role, ==, expected[i].role);
      g_assert_cmpint (entry->from_start, ==, expected[i].from_start);
    }
}

static void
test_scan_depth (void)
{
  static const char *const messages[] = { "the lamp", "one", "two", NULL };

  for (guint depth = 0; depth < 4; depth++)
    {
      g_autofree char *members = g_strdup_printf ("\"scan_depth\":%u,", depth);
      g_autoptr (LueurBook) book = book_of (members, "{\"keys\":[\"lamp\"],\"content\":\"X\"}");
      g_autoptr (GPtrArray) hits = look_at (book, messages, 1000);

      g_assert_cmpint (((LueurBookHit *) hits->pdata[0])->reason, ==, depth < 3 ? LUEUR_BOOK_NO_KEY : LUEUR_BOOK_MATCHED);
    }
}

static void
test_order_and_budget (void)
{
  g_autoptr (LueurBook) book = book_of (
      "", "{\"keys\":[\"a\"],\"content\":\"third\",\"insertion_order\":30},{\"keys\":[\"a\"],\"content\":\"first\","
          "\"insertion_order\":10},{\"keys\":[\"a\"],\"content\":\"second\",\"insertion_order\":10,\"priority\":-5},"
          "{\"keys\":[\"z\"],\"content\":\"never\"}");
  static const char *const messages[] = { "a", NULL };
  static const char *const expected[] = { "first", "second", "third" };
  g_autoptr (GPtrArray) hits = look_at (book, messages, 1000);

  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (((LueurBookHit *) hits->pdata[i])->text, ==, expected[i]);
  g_assert_cmpint (((LueurBookHit *) hits->pdata[3])->reason, ==, LUEUR_BOOK_NO_KEY);

  /* With less room the one of the least priority goes, then the one of the lowest order. */
  {
    const LueurBookHit *first = hits->pdata[0], *third = hits->pdata[2];
    g_autoptr (GPtrArray) two = look_at (book, messages, 4 * (first->tokens + third->tokens));
    g_autoptr (GPtrArray) one = look_at (book, messages, 4 * third->tokens);
    g_autoptr (GPtrArray) none = look_at (book, messages, 4);

    g_assert_cmpstr (((LueurBookHit *) two->pdata[0])->text, ==, "first");
    g_assert_cmpstr (((LueurBookHit *) two->pdata[1])->text, ==, "third");
    g_assert_cmpint (((LueurBookHit *) two->pdata[2])->reason, ==, LUEUR_BOOK_NO_ROOM);
    g_assert_cmpstr (((LueurBookHit *) one->pdata[0])->text, ==, "third");
    g_assert_cmpint (((LueurBookHit *) one->pdata[1])->reason, ==, LUEUR_BOOK_NO_ROOM);
    g_assert_cmpint (((LueurBookHit *) none->pdata[0])->reason, ==, LUEUR_BOOK_NO_ROOM);
  }
}

static void
test_own_budget (void)
{
  g_autoptr (LueurBook) none = book_of ("\"token_budget\":0,", "{\"content\":\"X\",\"constant\":true}");
  g_autoptr (LueurBook) vast = book_of ("\"token_budget\":100000,", "{\"content\":\"one two three four five six\",\"constant\":true}");
  static const char *const messages[] = { "a", NULL };
  g_autoptr (GPtrArray) a = look_at (none, messages, 1000);
  g_autoptr (GPtrArray) b = look_at (vast, messages, 10);
  g_autoptr (GPtrArray) c = look_at (vast, messages, 100);

  g_assert_cmpint (((LueurBookHit *) a->pdata[0])->reason, ==, LUEUR_BOOK_NO_ROOM);
  g_assert_cmpint (((LueurBookHit *) b->pdata[0])->reason, ==, LUEUR_BOOK_NO_ROOM);
  g_assert_cmpint (((LueurBookHit *) c->pdata[0])->reason, ==, LUEUR_BOOK_CONSTANT);
}

static void
test_recursion (void)
{
  static const char entries[] =
      "{\"keys\":[\"a\"],\"content\":\"speaks of b\"},{\"keys\":[\"b\"],\"content\":\"speaks of c\"},"
      "{\"keys\":[\"c\"],\"content\":\"speaks of a\"},{\"keys\":[\"b\"],\"content\":\"X\",\"extensions\":"
      "{\"exclude_recursion\":true}},{\"keys\":[\"a\"],\"content\":\"speaks of d\",\"extensions\":{\"prevent_recursion\":true}},"
      "{\"keys\":[\"d\"],\"content\":\"X\"},{\"keys\":[\"a\"],\"content\":\"X\",\"extensions\":{\"delay_until_recursion\":true}}";
  static const LueurBookReason expected[] = { LUEUR_BOOK_MATCHED, LUEUR_BOOK_RECURSED, LUEUR_BOOK_RECURSED, LUEUR_BOOK_NO_KEY,
                                              LUEUR_BOOK_MATCHED, LUEUR_BOOK_NO_KEY, LUEUR_BOOK_RECURSED };
  static const char *const messages[] = { "a", NULL };
  g_autoptr (LueurBook) deep = book_of ("\"recursive_scanning\":true,", entries);
  g_autoptr (LueurBook) flat = book_of ("", entries);
  g_autoptr (GPtrArray) hits = look_at (deep, messages, 10000);
  g_autoptr (GPtrArray) flat_hits = look_at (flat, messages, 10000);

  for (guint i = 0; i < hits->len; i++)
    {
      const LueurBookHit *hit = hits->pdata[i];

      g_assert_cmpint (hit->reason, ==, expected[hit->entry->index]);
    }
  for (guint i = 0; i < flat_hits->len; i++)
    g_assert_cmpint (((LueurBookHit *) flat_hits->pdata[i])->reason, !=, LUEUR_BOOK_RECURSED);
}

/* Chance is the same for the same seed, and about what the book says over many. */
static void
test_probability (void)
{
  g_autoptr (LueurBook) book = book_of ("", "{\"keys\":[\"a\"],\"content\":\"X\",\"extensions\":{\"probability\":30}}");
  static const char *const messages[] = { "a", NULL };
  guint n = 0;

  for (guint seed = 0; seed < 2000; seed++)
    {
      LueurBookLook look = { .messages = messages, .n_messages = 1, .n_total = 1, .budget = 1000, .room = 1000, .seed = seed };
      g_autoptr (GPtrArray) once = lueur_book_look (book, &look);
      g_autoptr (GPtrArray) again = lueur_book_look (book, &look);

      g_assert_cmpint (((LueurBookHit *) once->pdata[0])->reason, ==, ((LueurBookHit *) again->pdata[0])->reason);
      n += ((LueurBookHit *) once->pdata[0])->reason == LUEUR_BOOK_MATCHED;
    }
  g_assert_cmpuint (n, >, 500);
  g_assert_cmpuint (n, <, 700);
}

static void
test_depth_prompt (void)
{
  g_autoptr (LueurCard) card = card_of ("{\"spec\":\"chara_card_v2\",\"spec_version\":\"2.0\",\"data\":{\"name\":\"N\",\"extensions\":"
                                        "{\"depth_prompt\":{\"prompt\":\"Keep it short.\",\"depth\":2,\"role\":\"system\"}}}}");
  g_autoptr (LueurCard) plain = card_of ("{\"spec\":\"chara_card_v2\",\"spec_version\":\"2.0\",\"data\":{\"name\":\"N\"}}");
  g_autoptr (LueurBook) book = lueur_book_new_from_card (card);
  const LueurBookEntry *entry;

  g_assert_nonnull (book);
  entry = book->entries->pdata[0];
  g_assert_cmpstr (entry->content, ==, "Keep it short.");
  g_assert_cmpint (entry->depth, ==, 2);
  g_assert_null (lueur_book_new_from_card (plain));
}

/* What came up once stays, or never comes up again; it is looked for as the book looks for it. */
static void
test_after_match (void)
{
  static const struct { const char *content; const char *messages[5]; LueurBookReason expected; } cases[] = {
    { "@@keep_activate_after_match\\nX", { "a lamp", "b", "c", "d" }, LUEUR_BOOK_MATCHED },
    { "@@keep_activate_after_match\\nX", { "a", "b", "c", "d" }, LUEUR_BOOK_NO_KEY },
    { "@@keep_activate_after_match\\nX", { "a", "b", "c", "lamp" }, LUEUR_BOOK_MATCHED },
    { "@@keep_activate_after_match\\n@@scan_depth 0\\nX", { "a lamp", "b", "c", "d" }, LUEUR_BOOK_NO_KEY },
    { "@@keep_activate_after_match\\n@@exclude_keys sun\\nX", { "a lamp, a sun", "b", "c", "d" }, LUEUR_BOOK_NO_KEY },
    { "@@dont_activate_after_match\\nX", { "a", "b", "c", "lamp" }, LUEUR_BOOK_MATCHED },
    { "@@dont_activate_after_match\\nX", { "lamp", "b", "c", "lamp" }, LUEUR_BOOK_NOT_NOW },
    { "@@dont_activate_after_match\\nX", { "lamp", "b", "c", "d" }, LUEUR_BOOK_NOT_NOW },
    { "X", { "a lamp", "b", "c", "d" }, LUEUR_BOOK_NO_KEY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *entry = g_strdup_printf ("{\"keys\":[\"lamp\"],\"content\":\"%s\"}", cases[i].content);
      g_autoptr (LueurBook) book = book_of ("", entry);
      g_autoptr (GPtrArray) hits = look_at (book, cases[i].messages, 100000);
      const LueurBookHit *hit = hits->pdata[0];

      if (hit->reason != cases[i].expected)
        g_error ("%s, %s…: %s", cases[i].content, cases[i].messages[0], lueur_book_reason_get_name (hit->reason));
      g_assert_cmpint (book->whole_talk, ==, strstr (cases[i].content, "after_match") != NULL);
      if (hit->reason == LUEUR_BOOK_MATCHED)
        g_assert_cmpstr (hit->key, ==, "lamp");
    }
}

/* What means nothing here is taken off, and told of. */
static void
test_unheeded (void)
{
  g_autoptr (LueurBook) book = book_of ("", "{\"keys\":[\"lamp\"],\"content\":\"@@instruct_depth 40\\n@@depth 1\\n"
                                            "@@instruct_scan_depth 9\\nX\"},{\"keys\":[],\"content\":\"X\"}");
  const LueurBookEntry *entry = book->entries->pdata[0];

  g_assert_cmpstr (entry->unheeded, ==, "@@instruct_depth, @@instruct_scan_depth");
  g_assert_cmpint (entry->depth, ==, 1);
  g_assert_cmpstr (entry->content, ==, "X");
  g_assert_null (((const LueurBookEntry *) book->entries->pdata[1])->unheeded);
}

/* --- What somebody made to hang a program ------------------------------------------------------------ */

static void
test_regex_bombs (void)
{
  static const char *const patterns[] = {
    "/(a+)+$/", "/(a|aa)+$/", "/(.*)*x/", "/(a*)*b/", "/^(([a-z])+.)+[A-Z]([a-z])+$/", "/(x+x+)+y/", "/.*.*.*.*.*.*=/",
    "/(?:(?:(?:a{0,9}){0,9}){0,9}){0,9}b/", "/(a(?R)?)+b/", "/(?<=a{1,200})b/", "/\\b(\\w+\\s?)+:/",
  };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) entries = g_string_new (NULL);
  g_autoptr (LueurBook) book = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  LueurBookWork spent, again;
  const char *messages[] = { NULL, NULL };

  for (guint i = 0; i < 40000; i++)
    g_string_append_c (text, 'a');
  messages[0] = text->str;
  for (guint i = 0; i < 600; i++)
    {
      g_autofree char *quoted = g_strescape (patterns[i % G_N_ELEMENTS (patterns)], NULL);

      g_string_append_printf (entries, "%s{\"keys\":[\"%s\"],\"content\":\"X\"}", i > 0 ? "," : "", quoted);
    }
  book = book_of ("", entries->str);
  hits = look_with (book, messages, 10000, &spent);
  g_assert_cmpuint (hits->len, ==, 600);
  /* They end at their own limits, long before all there is for a book is spent; a second look spends the same. */
  g_assert_cmpint (spent.steps, >, 0);
  g_assert_cmpint (spent.steps, <, LUEUR_LORE_FUEL / 2);
  g_ptr_array_unref (hits);
  hits = look_with (book, messages, 10000, &again);
  g_assert_cmpmem (&again, sizeof again, &spent, sizeof spent);
}

/* The work is measured, not the time: the same pattern ends at the same step. */
static void
test_regex_fuel (void)
{
  g_autoptr (LueurLoreRegex) bomb = lueur_lore_regex_new ("/(a+)+$/", FALSE);
  g_autoptr (LueurLoreRegex) plain = lueur_lore_regex_new ("/lamp/", FALSE);
  gint64 first = 50000, second = 50000, little = 1000;

  g_assert_false (lueur_lore_regex_match (bomb, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", 41, &first));
  g_assert_false (lueur_lore_regex_match (bomb, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", 41, &second));
  g_assert_cmpint (first, ==, 0);
  g_assert_cmpint (second, ==, 0);
  g_assert_true (lueur_lore_regex_match (plain, "the lamp", 8, &little));
  g_assert_cmpint (little, >, 900);
  /* Without fuel nothing is found. */
  g_assert_false (lueur_lore_regex_match (plain, "the lamp", 8, &first));
}

static void
test_huge_book (void)
{
  g_autoptr (GString) entries = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (LueurBook) book = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  const char *messages[] = { NULL, NULL };
  LueurBookWork spent;

  for (guint i = 0; i < LUEUR_BOOK_MAX_ENTRIES + 10; i++)
    {
      g_string_append_printf (entries, "%s{\"content\":\"k%u\",\"keys\":[\"none\"", i > 0 ? "," : "", i + 1);
      for (guint k = 0; k < 60; k++)
        g_string_append_printf (entries, ",\"k%u\"", i + k * 7919);
      g_string_append (entries, "]}");
    }
  /* As long as a message may be that is looked through. */
  for (guint i = 0; i < 60000; i++)
    g_string_append (text, "k ");
  messages[0] = text->str;
  book = book_of ("\"recursive_scanning\":true,", entries->str);
  g_assert_cmpuint (book->entries->len, ==, LUEUR_BOOK_MAX_ENTRIES);
  hits = look_with (book, messages, 10000, &spent);
  g_assert_cmpuint (hits->len, ==, LUEUR_BOOK_MAX_ENTRIES);
  g_assert_cmpint (spent.bytes, >, LUEUR_BOOK_MAX_BYTES / 2);
  g_assert_cmpint (spent.bytes, <=, LUEUR_BOOK_MAX_BYTES + 256 * 1024);
  g_assert_cmpint (spent.steps, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lore/book/one-entry", test_one_entry);
  g_test_add_func ("/lore/book/decorators", test_decorators);
  g_test_add_func ("/lore/book/after-match", test_after_match);
  g_test_add_func ("/lore/book/unheeded", test_unheeded);
  g_test_add_func ("/lore/book/places", test_places);
  g_test_add_func ("/lore/book/scan-depth", test_scan_depth);
  g_test_add_func ("/lore/book/order-and-budget", test_order_and_budget);
  g_test_add_func ("/lore/book/own-budget", test_own_budget);
  g_test_add_func ("/lore/book/recursion", test_recursion);
  g_test_add_func ("/lore/book/probability", test_probability);
  g_test_add_func ("/lore/book/depth-prompt", test_depth_prompt);
  g_test_add_func ("/lore/book/regex-bombs", test_regex_bombs);
  g_test_add_func ("/lore/book/regex-fuel", test_regex_fuel);
  g_test_add_func ("/lore/book/huge", test_huge_book);
  return g_test_run ();
}
