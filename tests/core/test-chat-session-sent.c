/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a turn sends: older messages, books, and the account of it. */

#include "core/chat/account.h"
#include "session-fixture.h"

static void
reopen (Fixture *f)
{
  LueurLibrary *library;
  g_autoptr (GError) error = NULL;

  drop_context (f);
  open_context (f);
  library = lueur_context_get_library (f->context);
  f->conversation = g_list_model_get_item (lueur_library_get_conversations (library), 0);
  {
    CALL (loaded, lueur_library_load, library, f->conversation, FALSE);
    g_assert_true (lueur_library_load_finish (library, loaded, &error));
  }
  start_session (f);
}

/* What is not on the screen is sent all the same, as far as it fits. */
static void
test_older_messages (Fixture *f, gconstpointer data)
{
  LueurLibrary *library = lueur_context_get_library (f->context);
  LueurSettings *settings;
  g_autoptr (JsonArray) all = NULL;
  g_autoptr (JsonArray) few = NULL;
  guint loaded;

  for (guint i = 0; i < 260; i++)
    {
      g_autofree char *text = g_strdup_printf ("word %u", i);
      g_autoptr (LueurMessage) message = lueur_message_new (i % 2 ? LUEUR_ROLE_COMPANION : LUEUR_ROLE_USER, text);
      CALL (stored, lueur_library_append_message, library, f->conversation, message);

      g_assert_true (lueur_library_append_message_finish (library, stored, NULL));
    }
  reopen (f);
  loaded = count (f);
  g_assert_cmpuint (loaded, <, 261);
  use_scenario (f, "good");
  g_assert_true (lueur_chat_session_send (f->session, "And now?"));
  wait_idle (f);
  all = messages_of_request (0);
  g_assert_cmpuint (json_array_get_length (all), ==, 263);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (all, 1), "content"), ==, "Good evening.");
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (all, 2), "content"), ==, "word 0");
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (all, 262), "content"), ==, "And now?");
  /* What was read for the request is not put on the screen. */
  g_assert_cmpuint (count (f), ==, loaded + 2);

  settings = lueur_context_get_settings (f->context);
  g_object_set (settings, "context-tokens", 1800u, NULL);
  g_assert_true (lueur_chat_session_send (f->session, "And then?"));
  wait_idle (f);
  few = messages_of_request (1);
  g_assert_cmpuint (json_array_get_length (few), <, 200);
  g_object_set (settings, "context-tokens", 8192u, NULL);
}

/* What the companion's card tells of the world comes up when it is spoken of. */
static void
test_book_of_card (Fixture *f, gconstpointer data)
{
  static const char card[] =
      "{\"spec\":\"chara_card_v2\",\"spec_version\":\"2.0\",\"data\":{\"name\":\"Mira\",\"character_book\":{\"entries\":["
      "{\"keys\":[\"lamp\"],\"content\":\"The lamp burns {{random::oil}}, {{char}} says.\",\"enabled\":true}]}}}";
  LueurLibrary *library = lueur_context_get_library (f->context);
  g_autoptr (GBytes) file = g_bytes_new_static (card, strlen (card));
  const char *said[] = { "Hello", "Where is the lamp?" };

  {
    CALL (saved, lueur_library_save_card, library, lueur_conversation_get_persona (f->conversation), file);
    g_assert_true (lueur_library_save_card_finish (library, saved, NULL));
  }
  use_scenario (f, "good");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (JsonArray) messages = NULL;
      const char *system;

      g_assert_true (lueur_chat_session_send (f->session, said[i]));
      wait_idle (f);
      messages = messages_of_request (i);
      system = json_object_get_string_member (json_array_get_object_element (messages, 0), "content");
      g_assert_cmpint (strstr (system, "The lamp burns oil, Mira says.") != NULL, ==, i == 1);
    }
}

/* Books that it was given: told beside the card's, from the next message on, and no more once they are away. */
static void
test_given_book (Fixture *f, gconstpointer data)
{
  static const char book[] =
      "{\"spec\":\"lorebook_v3\",\"data\":{\"name\":\"Harbour\",\"entries\":["
      "{\"keys\":[\"pier\"],\"content\":\"The pier burnt down.\",\"enabled\":true},"
      "{\"keys\":[],\"constant\":true,\"content\":\"@@is_greeting 0\\nIt began in the evening.\",\"enabled\":true},"
      "{\"keys\":[],\"constant\":true,\"content\":\"@@is_greeting 1\\nIt began at noon.\",\"enabled\":true}]}}";
  LueurLibrary *library = lueur_context_get_library (f->context);
  LueurPersona *persona = lueur_conversation_get_persona (f->conversation);
  g_autoptr (GBytes) file = g_bytes_new_static (book, strlen (book));
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  use_scenario (f, "good");
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (JsonArray) messages = NULL;
      const char *system;

      if (i == 1)
        {
          CALL (added, lueur_library_add_book, library, persona, "Harbour", file);
          id = lueur_library_add_book_finish (library, added, &error);
          g_assert_no_error (error);
        }
      else if (i == 2)
        {
          CALL (removed, lueur_library_remove_book, library, persona, id);
          g_assert_true (lueur_library_remove_book_finish (library, removed, &error));
        }
      g_assert_true (lueur_chat_session_send (f->session, "What of the pier?"));
      wait_idle (f);
      messages = messages_of_request (i);
      system = json_object_get_string_member (json_array_get_object_element (messages, 0), "content");
      g_assert_cmpint (strstr (system, "The pier burnt down.") != NULL, ==, i == 1);
      g_assert_cmpint (strstr (system, "It began in the evening.") != NULL, ==, i == 1);
      g_assert_null (strstr (system, "It began at noon."));
    }
}

/* (transfer full) (nullable) */
static LueurAccount *
account_of (Fixture *f, LueurMessage *message)
{
  LueurLibrary *library = lueur_context_get_library (f->context);
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurRequestRow) row = NULL;
  CALL (read, lueur_library_read_request, library, message);

  row = lueur_library_read_request_finish (library, read, &error);
  g_assert_no_error (error);
  return row->pieces != NULL ? lueur_account_new_from_row (row) : NULL;
}

/* What was sent is written after the reply is: on a busy machine that is not done yet when the session rests. */
static LueurAccount *
await_account (Fixture *f, LueurMessage *message)
{
  LueurAccount *account = account_of (f, message);

  for (guint i = 0; i < 100 && account == NULL; i++)
    {
      lueur_test_spin (50);
      account = account_of (f, message);
    }
  return account;
}

static void
assert_sent (Fixture *f, LueurMessage *message, guint index, guint n_asked)
{
  g_autoptr (JsonArray) log = lueur_mock_get_log (mock);
  g_autoptr (LueurAccount) account = await_account (f, message);
  guint n_parts, tokens = 0;
  const LueurPart *parts;

  g_assert_nonnull (account);
  g_assert_cmpstr (lueur_account_get_request (account), ==,
                   json_object_get_string_member (json_array_get_object_element (log, index), "raw"));
  g_assert_true (lueur_account_is_exact (account));
  g_assert_cmpuint (lueur_account_get_n_asked (account), ==, n_asked);
  g_assert_true (g_str_has_prefix (lueur_account_get_to (account), "http://127.0.0.1:"));
  parts = lueur_account_get_parts (account, &n_parts);
  g_assert_cmpuint (n_parts, >, 3);
  for (guint i = 0; i < n_parts; i++)
    {
      tokens += parts[i].tokens;
      /* Each part that is in tells its words, and they are among what was sent. */
      if (parts[i].kind != LUEUR_PART_HISTORY && parts[i].tokens > 0)
        {
          g_autofree char *line = g_strndup (parts[i].text, strcspn (parts[i].text, "\"\n\t\\"));

          g_assert_cmpstr (parts[i].text, !=, "");
          g_assert_nonnull (strstr (lueur_account_get_request (account), line));
        }
    }
  g_assert_cmpint (parts[n_parts - 1].kind, ==, LUEUR_PART_CONDUCT);
  g_assert_cmpuint (lueur_account_get_tokens (account), >=, tokens);
}

static void
test_account (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurMessage) greeting = g_object_ref (last (f));

  use_scenario (f, "reply");
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (lueur_chat_session_send (f->session, i == 1 ? "\"Quoted\"\n\nand in two parts" : "Tell me more"));
      wait_idle (f);
      assert_sent (f, last (f), i, 1);
    }
  /* Another version has an account of its own. */
  {
    g_autoptr (LueurMessage) first = g_object_ref (last (f));

    g_assert_true (lueur_chat_session_retry (f->session, last (f)));
    wait_idle (f);
    assert_sent (f, last (f), 3, 1);
    assert_sent (f, first, 2, 1);
  }
  g_assert_null (account_of (f, greeting));

  /* One that failed was sent all the same; Écho in its place sends nothing. */
  use_scenario (f, "500");
  g_assert_true (lueur_chat_session_send (f->session, "And now?"));
  wait_idle (f);
  g_assert_cmpint (lueur_message_get_state (last (f)), ==, LUEUR_MESSAGE_FAILED);
  assert_sent (f, last (f), 4, 1);
  use_model (f, "");
  g_assert_true (lueur_chat_session_retry (f->session, last (f)));
  for (guint i = 0; i < 1000 && !is_idle (f->session); i++)
    {
      lueur_test_spin (5);
      lueur_fake_clock_advance (f->clock, 50 * 1000);
    }
  g_assert_cmpint (lueur_message_get_state (last (f)), ==, LUEUR_MESSAGE_COMPLETE);
  g_assert_null (account_of (f, last (f)));
}

int
main (int argc, char **argv)
{
  static const SessionTest tests[] = {
    { "/chat/session/older-messages", test_older_messages },
    { "/chat/session/book-of-card", test_book_of_card },
    { "/chat/session/given-book", test_given_book },
    { "/chat/session/account", test_account },
  };

  return run_tests (argc, argv, tests, G_N_ELEMENTS (tests));
}
