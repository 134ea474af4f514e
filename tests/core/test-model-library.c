/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The library over a real store, closed and opened again to see what was kept. */

#include "core/error.h"
#include "core/store/database.h"
#include "model-fixture.h"

typedef ModelFixture Fixture;

static guint
n_conversations (Fixture *f)
{
  return g_list_model_get_n_items (lueur_library_get_conversations (f->library));
}

static guint
n_personas (Fixture *f)
{
  return g_list_model_get_n_items (lueur_library_get_personas (f->library));
}

static void
test_kept (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) lea = model_fixture_add_persona (f, "Léa", NULL);
  g_autoptr (LueurConversation) conversation = model_fixture_start (f, lea);
  g_autoptr (LueurMessage) said = NULL;
  g_autoptr (LueurMessage) reply = NULL;
  g_autoptr (GError) error = NULL;
  LueurConversation *kept;
  LueurMessage *last;

  g_assert_true (lueur_conversation_get_loaded (conversation));
  model_fixture_assert_texts (conversation, "Bonsoir.");
  lueur_fake_clock_advance_seconds (f->clock, 60);
  said = model_fixture_say (f, conversation, LUEUR_ROLE_USER, "J’ai réussi ! Enfin.");
  g_assert_cmpint (lueur_message_get_parent_id (said), ==,
                   lueur_message_get_id (lueur_conversation_get_message (conversation, 0)));
  g_assert_cmpint (lueur_message_get_created_at (said), ==, lueur_clock_get_wall (LUEUR_CLOCK (f->clock)));

  /* A whole reply without waiting for anything in between. */
  reply = lueur_message_new (LUEUR_ROLE_COMPANION, "");
  lueur_message_set_state (reply, LUEUR_MESSAGE_WAITING);
  {
    g_autoptr (GAsyncResult) appended = NULL;
    g_autoptr (GAsyncResult) finished = NULL;

    lueur_library_append_message_async (f->library, conversation, reply, NULL, lueur_test_keep_result, &appended);
    lueur_message_set_state (reply, LUEUR_MESSAGE_STREAMING);
    lueur_message_append (reply, "Bravo ", -1);
    lueur_library_checkpoint_message (f->library, conversation, reply);
    lueur_message_append (reply, "!", -1);
    lueur_message_set_state (reply, LUEUR_MESSAGE_COMPLETE);
    lueur_message_set_label (reply, LUEUR_EMOTION_JOY);
    lueur_library_finish_message_async (f->library, conversation, reply, NULL, lueur_test_keep_result, &finished);
    lueur_test_await (&appended);
    g_assert_true (lueur_library_append_message_finish (f->library, appended, &error));
    lueur_test_await (&finished);
    g_assert_true (lueur_library_finish_message_finish (f->library, finished, &error));
    g_assert_no_error (error);
  }
  g_clear_object (&lea);
  g_clear_object (&conversation);
  model_fixture_reopen (f);

  g_assert_cmpuint (n_personas (f), ==, 1);
  g_assert_cmpuint (n_conversations (f), ==, 1);
  kept = model_fixture_first (f);
  g_assert_cmpstr (lueur_persona_get_name (lueur_conversation_get_persona (kept)), ==, "Léa");
  g_assert_cmpstr (lueur_conversation_get_title (kept), ==, "J’ai réussi !");
  g_assert_cmpstr (lueur_conversation_get_preview (kept), ==, "Bravo !");
  g_assert_cmpuint (lueur_conversation_get_n_messages (kept), ==, 3);
  g_assert_false (lueur_conversation_get_loaded (kept));
  g_assert_true (lueur_conversation_get_has_older (kept));
  model_fixture_load (f, kept, FALSE);
  model_fixture_assert_texts (kept, "Bonsoir.|J’ai réussi ! Enfin.|Bravo !");
  g_assert_false (lueur_conversation_get_has_older (kept));
  last = lueur_conversation_get_last (kept);
  g_assert_cmpint (lueur_message_get_state (last), ==, LUEUR_MESSAGE_COMPLETE);
  g_assert_cmpint (lueur_message_get_label (last), ==, LUEUR_EMOTION_JOY);
}

static void
test_greeting (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) persona = model_fixture_add_persona (f, "Ada", NULL);
  g_autoptr (LueurConversation) own = model_fixture_start (f, persona);
  g_autoptr (LueurConversation) made = NULL;

  g_object_set (persona, "greeting", "", NULL);
  made = model_fixture_start (f, persona);
  g_assert_false (lueur_message_get_scripted (lueur_conversation_get_last (own)));
  g_assert_true (lueur_message_get_scripted (lueur_conversation_get_last (made)));
  g_assert_cmpstr (lueur_message_get_text (lueur_conversation_get_last (made)), !=, "");
  g_assert_true (model_fixture_first (f) == made);
}

/* What a card's author wrote is said with its macros followed, each of the greetings. */
static void
test_greeting_macros (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) persona = model_fixture_add_persona (f, "Ada", NULL);
  g_autoptr (LueurConversation) conversation = NULL;
  static const char *const others[] = { "{{char}} again", "{{// nothing to say}}", NULL };

  g_object_set (persona, "language", "en", "greeting", "I am {{char}}, {{user}}.", "alternate-greetings", others, NULL);
  conversation = model_fixture_start (f, persona);
  model_fixture_assert_texts (conversation, "I am Ada, the person.");
  g_assert_cmpuint (lueur_message_get_n_swipes (lueur_conversation_get_last (conversation)), ==, 2);
}

/* The latest first, and a move is one change, so that a selection can follow. */
static void
test_order (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) persona = model_fixture_add_persona (f, "Ada", NULL);
  g_autoptr (LueurConversation) a = model_fixture_start (f, persona);
  g_autoptr (LueurConversation) b = NULL;
  g_autoptr (LueurConversation) c = NULL;
  g_autoptr (LueurMessage) said = NULL;
  g_autoptr (GString) changes = g_string_new (NULL);

  lueur_fake_clock_advance_seconds (f->clock, 1);
  b = model_fixture_start (f, persona);
  lueur_fake_clock_advance_seconds (f->clock, 1);
  c = model_fixture_start (f, persona);
  g_assert_true (model_fixture_first (f) == c);
  g_signal_connect (lueur_library_get_conversations (f->library), "items-changed", G_CALLBACK (model_fixture_on_items_changed),
                    changes);
  lueur_fake_clock_advance_seconds (f->clock, 1);
  said = model_fixture_say (f, a, LUEUR_ROLE_USER, "x");
  g_assert_true (model_fixture_first (f) == a);
  g_assert_cmpstr (changes->str, ==, "0-3+3 ");
  g_clear_object (&said);
  said = model_fixture_say (f, a, LUEUR_ROLE_USER, "y");
  g_assert_cmpstr (changes->str, ==, "0-3+3 ");
}

static void
test_bin (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) ada = model_fixture_add_persona (f, "Ada", NULL);
  g_autoptr (LueurPersona) lea = model_fixture_add_persona (f, "Léa", NULL);
  g_autoptr (LueurConversation) one = model_fixture_start (f, ada);
  g_autoptr (LueurConversation) two = model_fixture_start (f, ada);
  g_autoptr (LueurConversation) three = model_fixture_start (f, lea);

  {
    LUEUR_TEST_CALL (deleted, lueur_library_delete_conversation, f->library, one);
    g_assert_true (lueur_library_delete_conversation_finish (f->library, deleted, NULL));
  }
  g_assert_cmpuint (n_conversations (f), ==, 2);
  {
    LUEUR_TEST_CALL (deleted, lueur_library_delete_persona, f->library, ada);
    g_assert_true (lueur_library_delete_persona_finish (f->library, deleted, NULL));
  }
  g_assert_cmpuint (n_personas (f), ==, 1);
  g_assert_cmpuint (n_conversations (f), ==, 1);
  {
    LUEUR_TEST_CALL (restored, lueur_library_restore_persona, f->library, ada);
    g_assert_true (lueur_library_restore_persona_finish (f->library, restored, NULL));
  }
  /* What had gone before its companion stays in the bin. */
  g_assert_cmpuint (n_personas (f), ==, 2);
  g_assert_cmpuint (n_conversations (f), ==, 2);
  {
    LUEUR_TEST_CALL (restored, lueur_library_restore_conversation, f->library, one);
    g_assert_true (lueur_library_restore_conversation_finish (f->library, restored, NULL));
  }
  g_assert_cmpuint (n_conversations (f), ==, 3);
  {
    LUEUR_TEST_CALL (deleted, lueur_library_delete_persona, f->library, ada);
    g_assert_true (lueur_library_delete_persona_finish (f->library, deleted, NULL));
  }
  g_clear_object (&ada);
  g_clear_object (&lea);
  g_clear_object (&one);
  g_clear_object (&two);
  g_clear_object (&three);
  model_fixture_reopen (f);
  g_assert_cmpuint (n_personas (f), ==, 1);
  g_assert_cmpuint (n_conversations (f), ==, 1);

  /* Thirty days later it is gone; a day before it is not. */
  for (int days = 29; days <= 31; days += 2)
    {
      g_autoptr (GError) error = NULL;
      gint64 n = -1;

      lueur_fake_clock_set_local (f->clock, 2025, days == 29 ? 4 : 4, days == 29 ? 8 : 10, 21, 0);
      model_fixture_reopen (f);
      model_fixture_close (f);
      f->files.db = lueur_database_open (f->files.path, LUEUR_DATABASE_WRITER, &error);
      g_assert_true (lueur_database_get_int (f->files.db, &error, &n, -1, "SELECT count (*) FROM persona", ""));
      g_assert_cmpint (n, ==, days == 29 ? 2 : 1);
      store_fixture_close (&f->files);
      model_fixture_open (f);
    }
}

static void
test_erase_message (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) persona = model_fixture_add_persona (f, "Ada", NULL);
  g_autoptr (LueurConversation) conversation = model_fixture_start (f, persona);
  g_autoptr (LueurMessage) said = model_fixture_say (f, conversation, LUEUR_ROLE_USER, "A secret. Oh.");
  g_autoptr (LueurMessage) reply = model_fixture_say (f, conversation, LUEUR_ROLE_COMPANION, "B");

  g_assert_cmpstr (lueur_conversation_get_title (conversation), ==, "A secret");
  {
    LUEUR_TEST_CALL (erased, lueur_library_erase_message, f->library, conversation, said);
    g_assert_true (lueur_library_erase_message_finish (f->library, erased, NULL));
  }
  model_fixture_assert_texts (conversation, "Bonsoir.");
  g_assert_cmpstr (lueur_conversation_get_title (conversation), ==, "");
  g_assert_cmpstr (lueur_conversation_get_preview (conversation), ==, "Bonsoir.");
  g_assert_cmpuint (lueur_conversation_get_n_messages (conversation), ==, 1);
  {
    LUEUR_TEST_CALL (erased, lueur_library_erase_conversation, f->library, conversation);
    g_assert_true (lueur_library_erase_conversation_finish (f->library, erased, NULL));
  }
  {
    LUEUR_TEST_CALL (erased, lueur_library_erase_persona, f->library, persona);
    g_assert_true (lueur_library_erase_persona_finish (f->library, erased, NULL));
  }
  g_assert_cmpuint (n_personas (f) + n_conversations (f), ==, 0);
}

/* What the store refuses is put back, or stays where it can be tried again. */
static void
test_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) persona = model_fixture_add_persona (f, "Ada", NULL);
  g_autoptr (LueurConversation) conversation = model_fixture_start (f, persona);
  g_autoptr (LueurMessage) said = lueur_message_new (LUEUR_ROLE_USER, "Hold on to this. Please.");
  g_autoptr (GError) error = NULL;

  g_assert_true (lueur_store_close (f->store));
  {
    LUEUR_TEST_CALL (appended, lueur_library_append_message, f->library, conversation, said);
    g_assert_false (lueur_library_append_message_finish (f->library, appended, &error));
    g_assert_error (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_CLOSED);
    g_clear_error (&error);
  }
  model_fixture_assert_texts (conversation, "Bonsoir.|Hold on to this. Please.");
  g_assert_cmpint (lueur_message_get_state (said), ==, LUEUR_MESSAGE_FAILED);
  g_assert_cmpstr (lueur_message_get_error_code (said), ==, lueur_fault_get_name (LUEUR_FAULT_STORE));
  g_assert_cmpstr (lueur_conversation_get_title (conversation), ==, "");
  g_assert_cmpuint (lueur_conversation_get_n_messages (conversation), ==, 1);
  {
    LUEUR_TEST_CALL (deleted, lueur_library_delete_persona, f->library, persona);
    g_assert_false (lueur_library_delete_persona_finish (f->library, deleted, NULL));
  }
  g_assert_cmpuint (n_personas (f), ==, 1);
  g_assert_cmpuint (n_conversations (f), ==, 1);
  {
    LUEUR_TEST_CALL (renamed, lueur_library_rename_conversation, f->library, conversation, "x");
    g_assert_false (lueur_library_rename_conversation_finish (f->library, renamed, NULL));
  }
  g_assert_cmpstr (lueur_conversation_get_title (conversation), ==, "");
  {
    g_autoptr (LueurMessage) other = lueur_message_new (LUEUR_ROLE_COMPANION, "Autre");

    LUEUR_TEST_CALL (swiped, lueur_library_append_swipe, f->library, conversation,
                     lueur_conversation_get_message (conversation, 0), other);
    g_assert_false (lueur_library_append_swipe_finish (f->library, swiped, NULL));
  }
  model_fixture_assert_texts (conversation, "Bonsoir.|Hold on to this. Please.");

  {
    LUEUR_TEST_CALL (opened, lueur_store_open, f->store);
    g_assert_true (lueur_store_open_finish (f->store, opened, &error));
  }
  {
    LUEUR_TEST_CALL (appended, lueur_library_append_message, f->library, conversation, said);
    g_assert_true (lueur_library_append_message_finish (f->library, appended, &error));
    g_assert_no_error (error);
  }
  model_fixture_assert_texts (conversation, "Bonsoir.|Hold on to this. Please.");
  g_assert_cmpint (lueur_message_get_state (said), ==, LUEUR_MESSAGE_COMPLETE);
  g_assert_null (lueur_message_get_error_code (said));
  g_assert_cmpstr (lueur_conversation_get_title (conversation), ==, "Hold on to this");
  {
    LUEUR_TEST_CALL (appended, lueur_library_append_message, f->library, conversation, said);
    g_assert_false (lueur_library_append_message_finish (f->library, appended, NULL));
  }
  model_fixture_assert_texts (conversation, "Bonsoir.|Hold on to this. Please.");
}

static void
test_save_copy (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) persona = model_fixture_add_persona (f, "Ada", NULL);
  g_autoptr (LueurPersona) copy = lueur_persona_copy (persona);
  g_autoptr (LueurPersona) shown = NULL;

  g_object_set (copy, "name", "Grace", NULL);
  lueur_fake_clock_advance_seconds (f->clock, 5);
  {
    LUEUR_TEST_CALL (saved, lueur_library_save_persona, f->library, copy);
    g_assert_true (lueur_library_save_persona_finish (f->library, saved, NULL));
  }
  g_assert_cmpuint (n_personas (f), ==, 1);
  shown = g_list_model_get_item (lueur_library_get_personas (f->library), 0);
  g_assert_true (shown == persona);
  g_assert_cmpstr (lueur_persona_get_name (shown), ==, "Grace");
  g_object_set (copy, "archived", TRUE, NULL);
  {
    LUEUR_TEST_CALL (saved, lueur_library_save_persona, f->library, copy);
    g_assert_true (lueur_library_save_persona_finish (f->library, saved, NULL));
  }
  g_assert_cmpuint (n_personas (f), ==, 0);
  g_object_set (copy, "archived", FALSE, NULL);
  {
    LUEUR_TEST_CALL (saved, lueur_library_save_persona, f->library, copy);
    g_assert_true (lueur_library_save_persona_finish (f->library, saved, NULL));
  }
  g_assert_cmpuint (n_personas (f), ==, 1);
}

static void
test_versions (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) persona = model_fixture_add_persona (f, "Ada", NULL);
  g_autoptr (GListModel) versions = NULL;
  g_autoptr (LueurPersona) oldest = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start_time = lueur_clock_get_wall (LUEUR_CLOCK (f->clock));
  gint64 saved_at;
  const char *const names[] = { "Grace", "Grace", "Hedy" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      lueur_fake_clock_advance_seconds (f->clock, 60);
      g_object_set (persona, "name", names[i], NULL);
      LUEUR_TEST_CALL (saved, lueur_library_save_persona, f->library, persona);
      g_assert_true (lueur_library_save_persona_finish (f->library, saved, NULL));
    }
  {
    LUEUR_TEST_CALL (read, lueur_library_read_versions, f->library, persona);
    versions = lueur_library_read_versions_finish (f->library, read, &error);
    g_assert_no_error (error);
  }
  g_assert_cmpuint (g_list_model_get_n_items (versions), ==, 3);
  oldest = g_list_model_get_item (versions, 2);
  g_assert_cmpstr (lueur_persona_get_name (oldest), ==, "Ada");
  g_object_get (oldest, "updated-at", &saved_at, NULL);
  g_assert_cmpint (saved_at, ==, start_time);
  {
    LUEUR_TEST_CALL (saved, lueur_library_save_persona, f->library, oldest);
    g_assert_true (lueur_library_save_persona_finish (f->library, saved, NULL));
  }
  g_assert_cmpstr (lueur_persona_get_name (persona), ==, "Ada");
  g_assert_cmpuint (n_personas (f), ==, 1);
}

/* Dates from a clock that was wrong do not put a conversation on top for ever. */
static void
test_future (Fixture *f, gconstpointer data)
{
  gint64 now = lueur_clock_get_wall (LUEUR_CLOCK (f->clock));
  gint64 date;

  {
    g_autoptr (LueurPersona) persona = model_fixture_add_persona (f, "Ada", NULL);
    g_autoptr (LueurConversation) conversation = NULL;

    lueur_fake_clock_jump (f->clock, 365 * G_TIME_SPAN_DAY);
    conversation = model_fixture_start (f, persona);
    lueur_fake_clock_jump (f->clock, -365 * G_TIME_SPAN_DAY);
  }
  model_fixture_reopen (f);
  g_object_get (model_fixture_first (f), "updated-at", &date, NULL);
  g_assert_cmpint (date, ==, now);
  model_fixture_load (f, model_fixture_first (f), FALSE);
  g_assert_cmpint (lueur_message_get_created_at (lueur_conversation_get_last (model_fixture_first (f))), ==, now);
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
  add ("/model/library/kept", test_kept);
  add ("/model/library/greeting", test_greeting);
  add ("/model/library/greeting-macros", test_greeting_macros);
  add ("/model/library/order", test_order);
  add ("/model/library/bin", test_bin);
  add ("/model/library/erase-message", test_erase_message);
  add ("/model/library/refused", test_refused);
  add ("/model/library/save-copy", test_save_copy);
  add ("/model/library/versions", test_versions);
  add ("/model/library/future", test_future);
  return g_test_run ();
}
