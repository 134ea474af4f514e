/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The database's verbs, one after the other, on one thread. */

#include <glib/gstdio.h>
#include <string.h>

#include "core/store/verbs.h"
#include "store-fixture.h"

static void
test_persona_versions (void)
{
  g_auto (StoreFixture) f = store_fixture_open ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (LueurShelf) shelf = NULL;
  gint64 id = store_fixture_add_persona (&f, "{\"name\":\"Léa\"}");
  LueurPersonaRow row = { id, (char *) "{\"name\":\"Léa B.\"}", 1, 20, 0, 0, FALSE };

  g_assert_cmpint (lueur_verb_save_persona (f.db, &row, &error), ==, id);
  g_assert_no_error (error);
  /* The same again is no version. */
  row.updated_at = 30;
  g_assert_cmpint (lueur_verb_save_persona (f.db, &row, &error), ==, id);
  row.body = (char *) "{\"name\":\"Léa C.\"}";
  row.archived = TRUE;
  g_assert_cmpint (lueur_verb_save_persona (f.db, &row, &error), ==, id);
  g_assert_no_error (error);

  versions = lueur_verb_read_versions (f.db, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (versions->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (((LueurPersonaVersionRow *) versions->pdata[i])->version, ==, 3 - i);
  g_assert_cmpstr (((LueurPersonaVersionRow *) versions->pdata[2])->body, ==, "{\"name\":\"Léa\"}");
  g_assert_cmpint (((LueurPersonaVersionRow *) versions->pdata[1])->saved_at, ==, 20);

  shelf = lueur_verb_read_shelf (f.db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (shelf->personas->len, ==, 1);
  g_assert_cmpstr (((LueurPersonaRow *) shelf->personas->pdata[0])->body, ==, row.body);
  g_assert_true (((LueurPersonaRow *) shelf->personas->pdata[0])->archived);

  row.id = 999;
  g_assert_cmpint (lueur_verb_save_persona (f.db, &row, &error), ==, 0);
  g_assert_error (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_NOT_FOUND);
}

static void
test_append (void)
{
  g_auto (StoreFixture) f = store_fixture_open ();
  g_autoptr (GError) error = NULL;
  gint64 persona = store_fixture_add_persona (&f, "{}");
  LueurConversationRow conversation = { .persona = persona, .created_at = 5, .updated_at = 5 };
  g_autoptr (LueurMessageRow) greeting = lueur_message_row_new (LUEUR_ROLE_COMPANION, "Bonjour.", 5);
  g_autoptr (LueurMessageRow) said = lueur_message_row_new (LUEUR_ROLE_USER, "J’ai mal dormi. Encore.", 10);
  g_autoptr (LueurMessageRow) reply = lueur_message_row_new (LUEUR_ROLE_COMPANION, "", 11);
  g_autoptr (LueurPage) page = NULL;
  g_autoptr (LueurShelf) shelf = NULL;
  const LueurConversationRow *shown;
  const LueurMessageRow *last;

  g_assert_true (lueur_verb_start_conversation (f.db, &conversation, greeting, &error));
  g_assert_no_error (error);
  g_assert_cmpint (conversation.id, >, 0);
  g_assert_true (lueur_verb_set_draft (f.db, conversation.id, "J’ai mal", 9, &error));

  said->conversation = conversation.id;
  g_assert_true (lueur_verb_append_message (f.db, said, 0, "J’ai mal dormi", TRUE, TRUE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (said->parent, ==, greeting->id);
  g_assert_cmpuint (said->depth, ==, 2);
  reply->conversation = conversation.id;
  reply->state = LUEUR_MESSAGE_WAITING;
  g_assert_true (lueur_verb_append_message (f.db, reply, 0, NULL, FALSE, FALSE, &error));
  g_assert_cmpint (reply->parent, ==, said->id);
  g_assert_true (lueur_verb_checkpoint_message (f.db, reply->id, "Que s’est", LUEUR_MESSAGE_STREAMING, &error));

  shelf = lueur_verb_read_shelf (f.db, &error);
  shown = shelf->conversations->pdata[0];
  g_assert_cmpstr (shown->title, ==, "J’ai mal dormi");
  /* A reply without words yet does not hide the last that were said. */
  g_assert_cmpstr (shown->preview, ==, "J’ai mal dormi. Encore.");
  g_assert_cmpstr (shown->draft, ==, "");
  g_assert_cmpuint (shown->n_messages, ==, 3);
  g_assert_cmpint (shown->updated_at, ==, 11);

  g_free (reply->text);
  reply->text = g_strdup ("Que s’est-il passé ?");
  reply->state = LUEUR_MESSAGE_FAILED;
  reply->error_code = g_strdup ("cut-short");
  reply->error_detail = g_strdup ("half-way");
  reply->model = g_strdup ("tiny");
  reply->label = LUEUR_EMOTION_CARING;
  reply->scripted = TRUE;
  g_assert_true (lueur_verb_finish_message (f.db, reply, &error));
  g_assert_no_error (error);

  page = lueur_verb_read_page (f.db, conversation.id, 0, 200, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (page->messages->len, ==, 3);
  g_assert_false (page->has_older);
  g_assert_cmpuint (page->n_messages, ==, 3);
  g_assert_cmpstr (page->preview, ==, "Que s’est-il passé ?");
  last = page->messages->pdata[2];
  g_assert_cmpstr (last->text, ==, reply->text);
  g_assert_cmpint (last->state, ==, LUEUR_MESSAGE_FAILED);
  g_assert_cmpstr (last->error_code, ==, "cut-short");
  g_assert_cmpstr (last->error_detail, ==, "half-way");
  g_assert_cmpstr (last->model, ==, "tiny");
  g_assert_cmpint (last->label, ==, LUEUR_EMOTION_CARING);
  g_assert_true (last->scripted);
  g_assert_cmpint (last->created_at, ==, 11);

  /* A title is given once. */
  {
    g_autoptr (LueurMessageRow) more = lueur_message_row_new (LUEUR_ROLE_USER, "Rien.", 12);

    more->conversation = conversation.id;
    g_assert_true (lueur_verb_append_message (f.db, more, 0, "Rien", TRUE, TRUE, &error));
    g_clear_pointer (&page, lueur_page_free);
    page = lueur_verb_read_page (f.db, conversation.id, 0, 1, &error);
    g_assert_cmpstr (page->title, ==, "J’ai mal dormi");
    g_assert_true (page->has_older);
  }
  {
    g_autoptr (LueurMessageRow) nowhere = lueur_message_row_new (LUEUR_ROLE_USER, "?", 12);

    nowhere->conversation = 77;
    g_assert_false (lueur_verb_append_message (f.db, nowhere, 0, NULL, TRUE, TRUE, &error));
    g_assert_error (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_NOT_FOUND);
  }
}

static void
test_pages (void)
{
  g_auto (StoreFixture) f = store_fixture_open ();
  gint64 conversation = store_fixture_add_conversation (&f, 1000);
  gint64 before = 0;
  guint seen = 0;
  gboolean more = TRUE;

  while (more)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LueurPage) page = lueur_verb_read_page (f.db, conversation, before, 200, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (page->messages->len, ==, 200);
      for (guint i = 0; i < 200; i++)
        {
          const LueurMessageRow *row = page->messages->pdata[i];
          g_autofree char *expected = g_strdup_printf ("message %u", 800 - seen + i + 1);

          g_assert_cmpstr (row->text, ==, expected);
          if (i > 0)
            g_assert_cmpint (row->parent, ==, ((LueurMessageRow *) page->messages->pdata[i - 1])->id);
        }
      seen += 200;
      more = page->has_older;
      before = ((LueurMessageRow *) page->messages->pdata[0])->id;
    }
  g_assert_cmpuint (seen, ==, 1000);
}

/* Ten thousand messages cost a start no more than ten. */
static void
test_start_reads_little (void)
{
  g_auto (StoreFixture) f = store_fixture_open ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurShelf) shelf = NULL;
  g_autoptr (LueurPage) page = NULL;
  gint64 conversation = store_fixture_add_conversation (&f, 10000);
  sqlite3_stmt *statement = NULL;
  guint64 before;
  int steps = 0;

  store_fixture_close (&f);
  f.db = lueur_database_open (f.path, LUEUR_DATABASE_WRITER, &error);
  g_assert_no_error (error);
  before = lueur_database_get_n_rows (f.db);
  g_assert_true (lueur_verb_repair (f.db, &error));
  shelf = lueur_verb_read_shelf (f.db, &error);
  page = lueur_verb_read_page (f.db, conversation, 0, LUEUR_PAGE_SIZE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (page->messages->len, ==, 200);
  g_assert_cmpuint (page->n_messages, ==, 10000);
  g_assert_cmpuint (((LueurConversationRow *) shelf->conversations->pdata[0])->n_messages, ==, 10000);
  g_assert_cmpuint (lueur_database_get_n_rows (f.db) - before, <, 210);
  /* And what SQLite does inside: no step of a full scan beyond the two small tables. */
  while ((statement = sqlite3_next_stmt (lueur_database_get_handle (f.db), statement)) != NULL)
    steps += sqlite3_stmt_status (statement, SQLITE_STMTSTATUS_FULLSCAN_STEP, FALSE);
  g_test_message ("%d steps of full scans", steps);
  g_assert_cmpint (steps, <, 500);
}

static void
test_swipes (void)
{
  g_auto (StoreFixture) f = store_fixture_open ();
  g_autoptr (GError) error = NULL;
  gint64 conversation = store_fixture_add_conversation (&f, 0);
  gint64 said = store_fixture_say (&f, conversation, LUEUR_ROLE_USER, "A", 0);
  gint64 first = store_fixture_say (&f, conversation, LUEUR_ROLE_COMPANION, "B1", 0);
  gint64 follow = store_fixture_say (&f, conversation, LUEUR_ROLE_USER, "C1", 0);
  gint64 second = store_fixture_say (&f, conversation, LUEUR_ROLE_COMPANION, "B2", first);
  gint64 third = store_fixture_say (&f, conversation, LUEUR_ROLE_COMPANION, "B3", second);
  const struct
  {
    gint64 from;
    int step;
    const char *path;
    guint index;
  } cases[] = {
    { third, -1, "A B2", 1 }, { second, -1, "A B1 C1", 0 }, { first, -1, "A B1 C1", 0 },
    { first, 5, "A B3", 2 },  { third, 1, "A B3", 2 },      { third, -2, "A B1 C1", 0 },
  };

  g_assert_cmpint (follow, >, 0);
  store_fixture_assert_path (&f, conversation, "A B3");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LueurPage) page = lueur_verb_select_swipe (f.db, cases[i].from, cases[i].step, &error);
      const LueurMessageRow *shown;

      g_assert_no_error (error);
      store_fixture_assert_path (&f, conversation, cases[i].path);
      shown = page->messages->pdata[1];
      g_assert_cmpuint (shown->swipe_index, ==, cases[i].index);
      g_assert_cmpuint (shown->n_swipes, ==, 3);
      g_assert_cmpuint (page->n_messages, ==, page->messages->len);
    }
  /* What follows goes on from what is shown. */
  store_fixture_say (&f, conversation, LUEUR_ROLE_COMPANION, "D", 0);
  store_fixture_assert_path (&f, conversation, "A B1 C1 D");
  /* Roots have swipes too, and not those of other conversations. */
  {
    gint64 other = store_fixture_add_conversation (&f, 3);
    g_autoptr (LueurPage) page = NULL;

    store_fixture_say (&f, conversation, LUEUR_ROLE_USER, "A2", said);
    store_fixture_assert_path (&f, conversation, "A2");
    page = lueur_verb_select_swipe (f.db, said, 0, &error);
    store_fixture_assert_path (&f, conversation, "A B1 C1 D");
    g_assert_cmpuint (((LueurMessageRow *) page->messages->pdata[0])->n_swipes, ==, 2);
    store_fixture_assert_path (&f, other, "message 1 message 2 message 3");
  }
  g_assert_null (lueur_verb_select_swipe (f.db, 12345, 1, &error));
  g_assert_error (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_NOT_FOUND);
}

static void
test_repair (void)
{
  g_auto (StoreFixture) f = store_fixture_open ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurPage) page = NULL;
  gint64 conversation = store_fixture_add_conversation (&f, 2);
  const LueurMessageState states[] = { LUEUR_MESSAGE_WAITING, LUEUR_MESSAGE_STREAMING, LUEUR_MESSAGE_FAILED };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      gint64 id = store_fixture_say (&f, conversation, LUEUR_ROLE_COMPANION, "", 0);

      g_assert_true (lueur_verb_checkpoint_message (f.db, id, "so far", states[i], &error));
    }
  g_assert_true (lueur_verb_repair (f.db, &error));
  page = lueur_verb_read_page (f.db, conversation, 0, 200, &error);
  g_assert_cmpint (((LueurMessageRow *) page->messages->pdata[1])->state, ==, LUEUR_MESSAGE_COMPLETE);
  g_assert_cmpint (((LueurMessageRow *) page->messages->pdata[2])->state, ==, LUEUR_MESSAGE_STOPPED);
  g_assert_cmpint (((LueurMessageRow *) page->messages->pdata[3])->state, ==, LUEUR_MESSAGE_STOPPED);
  g_assert_cmpint (((LueurMessageRow *) page->messages->pdata[4])->state, ==, LUEUR_MESSAGE_FAILED);
  g_assert_cmpstr (((LueurMessageRow *) page->messages->pdata[3])->text, ==, "so far");
}

static void
test_rename (void)
{
  g_auto (StoreFixture) f = store_fixture_open ();
  g_autoptr (GError) error = NULL;
  gint64 conversation = store_fixture_add_conversation (&f, 0);
  g_autofree char *named = NULL, *again = NULL, *none = NULL;

  store_fixture_say (&f, conversation, LUEUR_ROLE_USER, "It rains. Again.", 0);
  named = lueur_verb_rename_conversation (f.db, conversation, "  My\nname ", &error);
  g_assert_cmpstr (named, ==, "My name");
  again = lueur_verb_rename_conversation (f.db, conversation, " ", &error);
  g_assert_cmpstr (again, ==, "It rains");
  none = lueur_verb_rename_conversation (f.db, 99, "x", &error);
  g_assert_null (none);
  g_assert_error (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_NOT_FOUND);
}

static void
test_usage (void)
{
  g_auto (StoreFixture) f = store_fixture_open ();
  g_autoptr (GError) error = NULL;
  gint64 persona = store_fixture_add_persona (&f, "{}");
  LueurUsageRow rows[] = {
    { 20250310, 9, persona, 600, 1 }, { 20250310, 9, persona, 300, 0 }, { 20250310, 9, 0, 100, 1 },
    { 20250311, 22, persona, 9999, 1 },
  };
  LueurUsageRow bad = { 20250310, 24, 0, 1, 1 };
  g_autoptr (GPtrArray) read = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_true (lueur_verb_add_usage (f.db, &rows[i], 1, &error));
  g_assert_false (lueur_verb_add_usage (f.db, &bad, 1, NULL));
  read = lueur_verb_read_usage (f.db, 20250310, 20250311, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (read->len, ==, 3);
  g_assert_cmpint (((LueurUsageRow *) read->pdata[0])->seconds, ==, 100);
  g_assert_cmpint (((LueurUsageRow *) read->pdata[1])->seconds, ==, 900);
  g_assert_cmpint (((LueurUsageRow *) read->pdata[1])->sessions, ==, 1);
  /* An hour has no more than its seconds. */
  g_assert_cmpint (((LueurUsageRow *) read->pdata[2])->seconds, ==, 3600);

  /* Erased with its companion: the hours stay, nameless. */
  g_assert_true (lueur_verb_erase (f.db, LUEUR_KIND_PERSONA, persona, &error));
  g_clear_pointer (&read, g_ptr_array_unref);
  read = lueur_verb_read_usage (f.db, 0, G_MAXINT, &error);
  g_assert_cmpuint (read->len, ==, 2);
  g_assert_cmpint (((LueurUsageRow *) read->pdata[0])->seconds, ==, 1000);
  g_assert_cmpint (((LueurUsageRow *) read->pdata[0])->persona, ==, 0);

  g_assert_true (lueur_verb_erase_usage (f.db, 20250311, &error));
  g_clear_pointer (&read, g_ptr_array_unref);
  read = lueur_verb_read_usage (f.db, 0, G_MAXINT, &error);
  g_assert_cmpuint (read->len, ==, 1);
  g_assert_true (lueur_verb_erase_usage (f.db, G_MAXINT, &error));
  g_clear_pointer (&read, g_ptr_array_unref);
  read = lueur_verb_read_usage (f.db, 0, G_MAXINT, &error);
  g_assert_cmpuint (read->len, ==, 0);
}

static void
check_marks (const LueurSearchHit *hit, const char *first)
{
  guint end = 0;

  g_assert_true (g_utf8_validate (hit->excerpt, -1, NULL));
  g_assert_cmpuint (hit->n_marks, <=, LUEUR_SEARCH_MARKS_MAX);
  for (guint i = 0; i < hit->n_marks; i++)
    {
      g_assert_cmpuint (hit->marks[i].start, >=, end);
      g_assert_cmpuint (hit->marks[i].end, >, hit->marks[i].start);
      end = hit->marks[i].end;
      g_assert_cmpuint (end, <=, strlen (hit->excerpt));
    }
  if (first != NULL)
    {
      g_autofree char *marked = NULL;

      g_assert_cmpuint (hit->n_marks, >, 0);
      marked = g_strndup (hit->excerpt + hit->marks[0].start, hit->marks[0].end - hit->marks[0].start);
      g_assert_cmpstr (marked, ==, first);
    }
}

/* Whatever case and accents, in French and English; and whatever is typed. */
static void
test_search (void)
{
  g_auto (StoreFixture) f = store_fixture_open ();
  g_autoptr (GError) error = NULL;
  gint64 conversation = store_fixture_add_conversation (&f, 50);
  gint64 id = store_fixture_say (&f, conversation, LUEUR_ROLE_USER, "Cet Été, l’**océan** était calme. 100 % bleu, ma sœur_", 0);
  const struct
  {
    const char *words;
    guint n;
    const char *first;
  } cases[] = {
    { "ete", 1, "Été" },   { "OCEAN calme", 1, "océan" }, { "l'ocean", 1, "l’océan" }, { "été hiver", 0 }, { "message", 1 },
    { "", 0 },             { "   ", 0 },                  { "%", 1, "%" },             { "100%", 0 },      { "50", 1 },
    { "\xff\xfe", 0 },     { "soeur", 1, "sœur" },        { "sœur_", 1 },              { "'; DROP", 0 },   { "\"*\"", 0 },
    { "ocea\xcc\x81n", 1 }, { "é\0x", 1, "é" },
  };
  g_autofree char *long_words = g_strnfill (100000, 'x');

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) hits = lueur_verb_search (f.db, cases[i].words, 10, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (hits->len, ==, cases[i].n);
      for (guint j = 0; j < hits->len; j++)
        check_marks (hits->pdata[j], cases[i].first != NULL && j == 0 && i != G_N_ELEMENTS (cases) - 1 ? cases[i].first : NULL);
    }
  {
    g_autoptr (GPtrArray) hits = lueur_verb_search (f.db, long_words, 10, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (hits->len, ==, 0);
  }
  {
    g_autoptr (GPtrArray) hits = lueur_verb_search (f.db, "calme", 10, &error);
    const LueurSearchHit *hit = hits->pdata[0];

    g_assert_cmpint (hit->message, ==, id);
    g_assert_cmpint (hit->conversation, ==, conversation);
    g_assert_true (hit->role == LUEUR_ROLE_USER);
    check_marks (hit, "calme");
    /* From shortly before it on, as it is read. */
    g_assert_true (g_str_has_prefix (hit->excerpt, "…l’océan était calme. 100"));
    g_assert_true (lueur_verb_set_deleted (f.db, LUEUR_KIND_CONVERSATION, conversation, 5, &error));
  }
  {
    g_autoptr (GPtrArray) hits = lueur_verb_search (f.db, "calme", 10, &error);

    g_assert_cmpuint (hits->len, ==, 0);
  }
}

/* One a conversation, the latest first; by title and by name as well; never more than were asked for. */
static void
test_search_conversations (void)
{
  g_auto (StoreFixture) f = store_fixture_open ();
  g_autoptr (GError) error = NULL;
  gint64 first = store_fixture_add_conversation (&f, 0), second = store_fixture_add_conversation (&f, 0);
  g_autofree char *title = NULL;
  gint64 persona;

  store_fixture_say (&f, first, LUEUR_ROLE_USER, "A lighthouse, once", 0);
  store_fixture_say (&f, first, LUEUR_ROLE_COMPANION, "A lighthouse, twice", 0);
  store_fixture_say (&f, second, LUEUR_ROLE_USER, "Another lighthouse", 0);
  {
    g_autoptr (GPtrArray) hits = lueur_verb_search (f.db, "LIGHTHOUSE", 10, &error);
    const LueurSearchHit *latest = hits->pdata[0], *earlier = hits->pdata[1];

    g_assert_cmpuint (hits->len, ==, 2);
    g_assert_cmpint (latest->created_at, >=, earlier->created_at);
    for (guint i = 0; i < 2; i++)
      if (((LueurSearchHit *) hits->pdata[i])->conversation == first)
        g_assert_cmpstr (((LueurSearchHit *) hits->pdata[i])->excerpt, ==, "A lighthouse, twice");
  }
  {
    g_autoptr (GPtrArray) hits = lueur_verb_search (f.db, "lighthouse", 1, &error);

    g_assert_cmpuint (hits->len, ==, 1);
  }
  title = lueur_verb_rename_conversation (f.db, second, "Vacances à Ré", &error);
  g_assert_nonnull (title);
  {
    g_autoptr (GPtrArray) hits = lueur_verb_search (f.db, "a re vacances", 10, &error);
    const LueurSearchHit *hit = hits->pdata[0];

    g_assert_cmpuint (hits->len, ==, 1);
    g_assert_cmpint (hit->conversation, ==, second);
    g_assert_cmpint (hit->message, ==, 0);
    g_assert_cmpstr (hit->excerpt, ==, "");
  }
  /* By the companion's name, and with a body that is none. */
  g_assert_true (lueur_database_get_int (f.db, &error, &persona, 0, "SELECT persona FROM conversation WHERE id = ?1", "i", second));
  g_assert_true (lueur_database_run (f.db, &error, "UPDATE persona SET body = '{\"name\": \"Zoé\"}' WHERE id = ?1", "i", persona));
  {
    g_autoptr (GPtrArray) hits = lueur_verb_search (f.db, "zoe", 10, &error);

    g_assert_cmpuint (hits->len, >=, 1);
  }
  g_assert_true (lueur_database_run (f.db, &error, "UPDATE persona SET body = '{\"name\": [' WHERE id = ?1", "i", persona));
  {
    g_autoptr (GPtrArray) hits = lueur_verb_search (f.db, "vacances", 10, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (hits->len, ==, 1);
  }
  /* With somebody in the archive, it steps aside. */
  g_assert_true (lueur_database_run (f.db, &error, "UPDATE persona SET archived = 1 WHERE id = ?1", "i", persona));
  {
    g_autoptr (GPtrArray) hits = lueur_verb_search (f.db, "vacances", 10, &error);

    g_assert_cmpuint (hits->len, ==, 0);
  }
}

/* What is not shown is not found, and nothing of what is in the bin or was erased. */
static void
test_search_shown (void)
{
  g_auto (StoreFixture) f = store_fixture_open ();
  g_autoptr (GError) error = NULL;
  gint64 conversation = store_fixture_add_conversation (&f, 0);
  gint64 asked, one, other;

  asked = store_fixture_say (&f, conversation, LUEUR_ROLE_USER, "Say something", 0);
  one = store_fixture_say (&f, conversation, LUEUR_ROLE_COMPANION, "a walrus", 0);
  other = store_fixture_say (&f, conversation, LUEUR_ROLE_COMPANION, "a penguin", one);
  g_assert_cmpint (other, !=, asked);
  {
    g_autoptr (GPtrArray) hits = lueur_verb_search (f.db, "penguin", 10, &error);
    g_autoptr (GPtrArray) hidden = lueur_verb_search (f.db, "walrus", 10, &error);

    g_assert_cmpuint (hits->len, ==, 1);
    g_assert_cmpuint (hidden->len, ==, 0);
  }
  {
    g_autoptr (LueurPage) page = lueur_verb_select_swipe (f.db, other, -1, &error);
    g_autoptr (GPtrArray) hits = lueur_verb_search (f.db, "walrus", 10, &error);
    g_autoptr (GPtrArray) hidden = lueur_verb_search (f.db, "penguin", 10, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (hits->len, ==, 1);
    g_assert_cmpuint (hidden->len, ==, 0);
  }
}

static void
test_persons (void)
{
  g_auto (StoreFixture) f = store_fixture_open ();
  g_autoptr (GError) error = NULL;
  LueurPersonRow row = { 0, (char *) "{\"name\":\"Sam\"}", 5, 5, TRUE };
  gint64 conversation = store_fixture_add_conversation (&f, 1), sam, zorro, n;

  sam = lueur_verb_save_person (f.db, &row, &error);
  row.body = (char *) "{\"name\":\"Zorro\"}";
  zorro = lueur_verb_save_person (f.db, &row, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sam, !=, 0);
  g_assert_cmpint (zorro, >, sam);
  {
    /* One is the main one: the last that was made so. */
    g_autoptr (GPtrArray) rows = lueur_verb_read_persons (f.db, &error);

    g_assert_cmpuint (rows->len, ==, 2);
    g_assert_cmpint (((LueurPersonRow *) rows->pdata[0])->id, ==, zorro);
    g_assert_true (((LueurPersonRow *) rows->pdata[0])->main);
    g_assert_false (((LueurPersonRow *) rows->pdata[1])->main);
    g_assert_cmpstr (((LueurPersonRow *) rows->pdata[1])->body, ==, "{\"name\":\"Sam\"}");
  }
  g_assert_true (lueur_verb_set_person (f.db, conversation, zorro, &error));
  {
    g_autoptr (LueurShelf) shelf = lueur_verb_read_shelf (f.db, &error);

    g_assert_cmpint (((LueurConversationRow *) shelf->conversations->pdata[0])->person, ==, zorro);
    g_assert_cmpuint (shelf->persons->len, ==, 2);
  }
  /* A conversation outlives who one was in it. */
  g_assert_true (lueur_verb_erase (f.db, LUEUR_KIND_PERSON, zorro, &error));
  g_assert_true (lueur_database_get_int (f.db, NULL, &n, -1, "SELECT person IS NULL FROM conversation WHERE id = ?1", "i",
                                         conversation));
  g_assert_cmpint (n, ==, 1);
  g_assert_false (lueur_verb_erase (f.db, LUEUR_KIND_PERSON, zorro, &error));
  g_assert_error (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (lueur_verb_set_person (f.db, 4711, sam, &error));
  g_assert_error (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/verbs/persona-versions", test_persona_versions);
  g_test_add_func ("/store/verbs/persons", test_persons);
  g_test_add_func ("/store/verbs/append", test_append);
  g_test_add_func ("/store/verbs/pages", test_pages);
  g_test_add_func ("/store/verbs/start-reads-little", test_start_reads_little);
  g_test_add_func ("/store/verbs/swipes", test_swipes);
  g_test_add_func ("/store/verbs/repair", test_repair);
  g_test_add_func ("/store/verbs/rename", test_rename);
  g_test_add_func ("/store/verbs/usage", test_usage);
  g_test_add_func ("/store/verbs/search", test_search);
  g_test_add_func ("/store/verbs/search-conversations", test_search_conversations);
  g_test_add_func ("/store/verbs/search-shown", test_search_shown);
  return g_test_run ();
}
