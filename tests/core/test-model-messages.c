/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said in a conversation, over a real store: read in pages, drafted, in versions, and kept while it grows. */

#include "core/error.h"
#include "core/store/database.h"
#include "model-fixture.h"

typedef ModelFixture Fixture;

static void
test_pages (Fixture *f, gconstpointer data)
{
  LueurConversation *conversation;
  guint n = 0;

  model_fixture_close (f);
  {
    g_autoptr (GError) error = NULL;

    f->files.db = lueur_database_open (f->files.path, LUEUR_DATABASE_WRITER, &error);
    g_assert_no_error (error);
    store_fixture_add_conversation (&f->files, 450);
    store_fixture_close (&f->files);
  }
  model_fixture_open (f);
  conversation = model_fixture_first (f);
  g_assert_cmpuint (lueur_conversation_get_n_messages (conversation), ==, 450);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (conversation)), ==, 0);
  model_fixture_load (f, conversation, FALSE);
  model_fixture_load (f, conversation, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (conversation)), ==, 200);
  g_assert_cmpstr (lueur_message_get_text (lueur_conversation_get_last (conversation)), ==, "message 450");
  /* Two at once are one. */
  {
    g_autoptr (GAsyncResult) one = NULL, two = NULL;

    lueur_library_load_async (f->library, conversation, TRUE, NULL, lueur_test_keep_result, &one);
    lueur_library_load_async (f->library, conversation, TRUE, NULL, lueur_test_keep_result, &two);
    lueur_test_await (&one);
    lueur_test_await (&two);
    g_assert_true (lueur_library_load_finish (f->library, one, NULL));
    g_assert_true (lueur_library_load_finish (f->library, two, NULL));
  }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (conversation)), ==, 400);
  model_fixture_load (f, conversation, TRUE);
  model_fixture_load (f, conversation, TRUE);
  n = g_list_model_get_n_items (G_LIST_MODEL (conversation));
  g_assert_cmpuint (n, ==, 450);
  g_assert_false (lueur_conversation_get_has_older (conversation));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *expected = g_strdup_printf ("message %u", i + 1);

      g_assert_cmpstr (lueur_message_get_text (lueur_conversation_get_message (conversation, i)), ==, expected);
    }
}

/* Something is said while the end is still being read: it is there once, at the end. */
static void
test_say_while_loading (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurMessage) message = lueur_message_new (LUEUR_ROLE_USER, "new");
  g_autoptr (GAsyncResult) loaded = NULL, appended = NULL;
  LueurConversation *conversation;

  {
    g_autoptr (LueurPersona) persona = model_fixture_add_persona (f, "Ada", NULL);
    g_autoptr (LueurConversation) started = model_fixture_start (f, persona);
    g_autoptr (LueurMessage) said = model_fixture_say (f, started, LUEUR_ROLE_USER, "old");
  }
  for (int order = 0; order < 2; order++)
    {
      model_fixture_reopen (f);
      conversation = model_fixture_first (f);
      g_clear_object (&message);
      message = lueur_message_new (LUEUR_ROLE_USER, order == 0 ? "new" : "newer");
      if (order == 0)
        lueur_library_load_async (f->library, conversation, FALSE, NULL, lueur_test_keep_result, &loaded);
      lueur_library_append_message_async (f->library, conversation, message, NULL, lueur_test_keep_result, &appended);
      if (order == 1)
        lueur_library_load_async (f->library, conversation, FALSE, NULL, lueur_test_keep_result, &loaded);
      lueur_test_await (&loaded);
      lueur_test_await (&appended);
      g_assert_true (lueur_library_load_finish (f->library, loaded, NULL));
      g_assert_true (lueur_library_append_message_finish (f->library, appended, NULL));
      g_clear_object (&loaded);
      g_clear_object (&appended);
      model_fixture_assert_texts (conversation, order == 0 ? "Bonsoir.|old|new" : "Bonsoir.|old|new|newer");
      g_assert_cmpuint (lueur_conversation_get_n_messages (conversation), ==, order == 0 ? 3 : 4);
    }
}

static void
test_drafts (Fixture *f, gconstpointer data)
{
  LueurConversation *conversation;

  {
    g_autoptr (LueurPersona) persona = model_fixture_add_persona (f, "Ada", NULL);
    g_autoptr (LueurConversation) started = model_fixture_start (f, persona);

    for (int i = 1; i <= 50; i++)
      {
        g_autofree char *text = g_strnfill (i, 'a');

        lueur_library_set_draft (f->library, started, text);
        lueur_fake_clock_advance (f->clock, 10 * G_TIME_SPAN_MILLISECOND);
      }
    g_assert_cmpuint (lueur_fake_clock_get_n_timeouts (f->clock), ==, 1);
    lueur_fake_clock_advance_seconds (f->clock, 1);
    g_assert_cmpuint (lueur_fake_clock_get_n_timeouts (f->clock), ==, 0);
    lueur_library_set_draft (f->library, started, "last words");
  }
  /* Closing does not wait for the second. */
  model_fixture_reopen (f);
  conversation = model_fixture_first (f);
  g_assert_cmpstr (lueur_conversation_get_draft (conversation), ==, "last words");
  /* What is said is no draft any more, even if it was just being typed. */
  lueur_library_set_draft (f->library, conversation, "I said it");
  {
    g_autoptr (LueurMessage) said = model_fixture_say (f, conversation, LUEUR_ROLE_USER, "I said it");
  }
  g_assert_cmpstr (lueur_conversation_get_draft (conversation), ==, "");
  model_fixture_reopen (f);
  g_assert_cmpstr (lueur_conversation_get_draft (model_fixture_first (f)), ==, "");
}

static void
test_swipes (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) persona = model_fixture_add_persona (f, "Ada", NULL);
  g_autoptr (LueurConversation) conversation = model_fixture_start (f, persona);
  g_autoptr (LueurMessage) said = model_fixture_say (f, conversation, LUEUR_ROLE_USER, "A");
  g_autoptr (LueurMessage) first_reply = model_fixture_say (f, conversation, LUEUR_ROLE_COMPANION, "B1");
  g_autoptr (LueurMessage) follow = model_fixture_say (f, conversation, LUEUR_ROLE_USER, "C");
  g_autoptr (LueurMessage) second = lueur_message_new (LUEUR_ROLE_COMPANION, "B2");
  g_autoptr (GString) changes = g_string_new (NULL);

  {
    LUEUR_TEST_CALL (swiped, lueur_library_append_swipe, f->library, conversation, first_reply, second);
    g_assert_true (lueur_library_append_swipe_finish (f->library, swiped, NULL));
  }
  model_fixture_assert_texts (conversation, "Bonsoir.|A|B2");
  g_assert_cmpuint (lueur_message_get_n_swipes (second), ==, 2);
  g_assert_cmpuint (lueur_message_get_swipe_index (second), ==, 1);
  g_assert_cmpuint (lueur_conversation_get_n_messages (conversation), ==, 3);
  g_signal_connect (conversation, "items-changed", G_CALLBACK (model_fixture_on_items_changed), changes);
  {
    LUEUR_TEST_CALL (selected, lueur_library_select_swipe, f->library, conversation, second, -1);
    g_assert_true (lueur_library_select_swipe_finish (f->library, selected, NULL));
  }
  model_fixture_assert_texts (conversation, "Bonsoir.|A|B1|C");
  /* What did not change stayed as it was. */
  g_assert_cmpstr (changes->str, ==, "2-1+2 ");
  g_assert_true (lueur_conversation_get_message (conversation, 1) == said);
  g_assert_cmpuint (lueur_conversation_get_n_messages (conversation), ==, 4);
  g_assert_cmpuint (lueur_message_get_n_swipes (lueur_conversation_get_message (conversation, 2)), ==, 2);

  /* A swipe of a message that is on its way itself. */
  {
    g_autoptr (LueurMessage) x = lueur_message_new (LUEUR_ROLE_COMPANION, "D1");
    g_autoptr (LueurMessage) y = lueur_message_new (LUEUR_ROLE_COMPANION, "D2");
    g_autoptr (GAsyncResult) one = NULL, two = NULL, three = NULL;

    lueur_library_append_message_async (f->library, conversation, x, NULL, lueur_test_keep_result, &one);
    lueur_library_append_swipe_async (f->library, conversation, x, y, NULL, lueur_test_keep_result, &two);
    model_fixture_assert_texts (conversation, "Bonsoir.|A|B1|C|D2");
    lueur_library_select_swipe_async (f->library, conversation, y, -1, NULL, lueur_test_keep_result, &three);
    lueur_test_await (&one);
    lueur_test_await (&two);
    lueur_test_await (&three);
    g_assert_true (lueur_library_append_message_finish (f->library, one, NULL));
    g_assert_true (lueur_library_append_swipe_finish (f->library, two, NULL));
    g_assert_true (lueur_library_select_swipe_finish (f->library, three, NULL));
    model_fixture_assert_texts (conversation, "Bonsoir.|A|B1|C|D1");
  }
  /* One that is not there cannot be replaced. */
  {
    g_autoptr (LueurMessage) stray = lueur_message_new (LUEUR_ROLE_COMPANION, "?");
    g_autoptr (LueurMessage) other = lueur_message_new (LUEUR_ROLE_COMPANION, "??");
    g_autoptr (GError) error = NULL;

    LUEUR_TEST_CALL (swiped, lueur_library_append_swipe, f->library, conversation, stray, other);
    g_assert_false (lueur_library_append_swipe_finish (f->library, swiped, &error));
    g_assert_error (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_NOT_FOUND);
  }
}

/* Checkpoints are many and the disk is slow: what waits is only the latest of each. */
static void
test_checkpoints_coalesce (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) persona = model_fixture_add_persona (f, "Ada", NULL);
  g_autoptr (LueurConversation) conversation = model_fixture_start (f, persona);
  g_autoptr (LueurMessage) reply = model_fixture_say (f, conversation, LUEUR_ROLE_COMPANION, "");
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 start_time = g_get_monotonic_time ();

  lueur_message_set_state (reply, LUEUR_MESSAGE_STREAMING);
  for (int i = 0; i < 20000; i++)
    {
      lueur_message_append (reply, "mot ", -1);
      lueur_library_checkpoint_message (f->library, conversation, reply);
    }
  g_test_message ("20,000 checkpoints asked for in %.1f ms",
                  (g_get_monotonic_time () - start_time) / 1000.0);
  /* Stopped and begun anew at once: the end of the first does not overtake the start of the second. */
  {
    g_autoptr (GAsyncResult) finished = NULL;

    lueur_message_set_state (reply, LUEUR_MESSAGE_STOPPED);
    lueur_library_finish_message_async (f->library, conversation, reply, NULL, lueur_test_keep_result, &finished);
    lueur_message_set_text (reply, "again");
    lueur_message_set_state (reply, LUEUR_MESSAGE_WAITING);
    lueur_library_checkpoint_message (f->library, conversation, reply);
    lueur_test_await (&finished);
    g_assert_true (lueur_library_finish_message_finish (f->library, finished, NULL));
  }
  g_clear_object (&persona);
  g_clear_object (&conversation);
  model_fixture_reopen (f);
  model_fixture_load (f, model_fixture_first (f), FALSE);
  model_fixture_assert_texts (model_fixture_first (f), "Bonsoir.|again");
  g_assert_cmpint (lueur_message_get_state (lueur_conversation_get_last (model_fixture_first (f))), ==, LUEUR_MESSAGE_STOPPED);
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (name, Fixture, NULL, model_fixture_set_up, test, model_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/model/library/pages", test_pages);
  add ("/model/library/say-while-loading", test_say_while_loading);
  add ("/model/library/drafts", test_drafts);
  add ("/model/library/swipes", test_swipes);
  add ("/model/library/checkpoints-coalesce", test_checkpoints_coalesce);
  return g_test_run ();
}
