/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What goes wrong in a turn: the server, the disk, no model, and the end of the program. */

#include "core/error.h"
#include "session-fixture.h"

#define KEY "k3y-abcdefghijklmnop-0123456789"

static const struct
{
  const char *scenario;
  const char *code;
  const char *kept;
} faults[] = {
  { "401", "unauthorized", "" },      { "404-model", "no-model", "" },  { "404-path", "not-found", "" },
  { "429", "busy", "" },              { "500", "server", "" },          { "html", "not-a-model", "" },
  { "cut", "cut-short", "This sentence stops" },                        { "utf8", NULL, NULL },
  { "empty", "empty", "" },           { "blank", "empty", "" },         { "line", "too-much", "" },
  { "filter", "refused", "I would" }, { "error", "server", "It began well" },
  { "hang-up", "unreachable", "" },   { "redirect", "bad-address", "" },
};

static void
test_faults (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *expected = NULL;

      use_scenario (f, faults[i].scenario);
      g_assert_true (lueur_chat_session_send (f->session, "Hello?"));
      wait_idle (f);
      g_assert_cmpstr (lueur_message_get_error_code (last (f)), ==, faults[i].code);
      g_assert_cmpint (lueur_message_get_state (last (f)), ==,
                       faults[i].code != NULL ? LUEUR_MESSAGE_FAILED : LUEUR_MESSAGE_COMPLETE);
      if (faults[i].kept != NULL)
        {
          g_assert_cmpstr (lueur_message_get_text (last (f)), ==, faults[i].kept);
          expected = g_strdup_printf ("failed|%s|%s", faults[i].code, faults[i].kept);
          assert_file (f, expected);
        }
      /* What was typed is there, above it. */
      g_assert_cmpstr (lueur_message_get_text (lueur_conversation_get_message (f->conversation, count (f) - 2)), ==, "Hello?");
    }
}

static void
test_disk_refuses (Fixture *f, gconstpointer data)
{
  LueurMessage *question;

  use_scenario (f, "good");
  run_sql (f, "ALTER TABLE message RENAME TO away");
  g_assert_true (lueur_chat_session_send (f->session, "Keep this"));
  wait_idle (f);
  question = last (f);
  g_assert_cmpuint (count (f), ==, 2);
  g_assert_cmpstr (lueur_message_get_text (question), ==, "Keep this");
  g_assert_cmpint (lueur_message_get_state (question), ==, LUEUR_MESSAGE_FAILED);
  g_assert_cmpstr (lueur_message_get_error_code (question), ==, "store");
  /* What is not on disk is not sent anywhere. */
  g_assert_cmpuint (count_requests (), ==, 0);

  run_sql (f, "ALTER TABLE away RENAME TO message");
  g_assert_true (lueur_chat_session_retry (f->session, question));
  wait_idle (f);
  g_assert_cmpint (lueur_message_get_state (question), ==, LUEUR_MESSAGE_COMPLETE);
  g_assert_null (lueur_message_get_error_code (question));
  g_assert_cmpuint (count (f), ==, 3);
  g_assert_cmpint (lueur_message_get_state (last (f)), ==, LUEUR_MESSAGE_COMPLETE);
  g_assert_cmpuint (count_requests (), ==, 1);
}

static void
test_disk_refuses_the_end (Fixture *f, gconstpointer data)
{
  use_scenario (f, "endless");
  g_assert_true (lueur_chat_session_send (f->session, "Go on"));
  g_assert_true (lueur_test_wait_until (is_streaming, f->session, 5000));
  run_sql (f, "ALTER TABLE message RENAME TO away");
  lueur_chat_session_stop (f->session);
  g_assert_cmpint (lueur_message_get_state (last (f)), ==, LUEUR_MESSAGE_STOPPED);
  g_assert_true (lueur_test_wait_notify (last (f), "error-code", 5000));
  g_assert_cmpstr (lueur_message_get_error_code (last (f)), ==, "store");
  g_assert_true (g_str_has_prefix (lueur_message_get_text (last (f)), "on "));
  run_sql (f, "ALTER TABLE away RENAME TO message");
}

static void
test_no_model (Fixture *f, gconstpointer data)
{
  use_scenario (f, "good");
  g_object_set (lueur_context_get_settings (f->context), "model", "", NULL);
  g_assert_true (lueur_chat_session_send (f->session, "Hello?"));
  wait_idle (f);
  g_assert_cmpstr (lueur_message_get_error_code (last (f)), ==, "no-model");
  g_assert_cmpuint (count_requests (), ==, 0);
}

static void
test_key_stays_secret (Fixture *f, gconstpointer data)
{
  LueurSecrets *secrets = lueur_context_get_secrets (f->context);
  g_autofree char *base_url = lueur_mock_get_base_url (mock, "401");
  g_autoptr (JsonArray) log = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  {
    CALL (stored, lueur_secrets_store, secrets, base_url, KEY);
    g_assert_true (lueur_secrets_store_finish (secrets, stored, &error));
  }
  use_model (f, base_url);
  g_assert_true (lueur_chat_session_send (f->session, "Hello?"));
  wait_idle (f);
  g_assert_cmpstr (lueur_message_get_error_code (last (f)), ==, "unauthorized");
  log = lueur_mock_get_log (mock);
  g_assert_cmpstr (json_object_get_string_member (
                       json_object_get_object_member (json_array_get_object_element (log, 0), "headers"), "authorization"),
                   ==, "Bearer " KEY);

  /* The server sent the key back twice. It is neither in what is shown nor in any file. */
  g_assert_nonnull (strstr (lueur_message_get_error_detail (last (f)), "Incorrect API key"));
  g_assert_null (strstr (lueur_message_get_error_detail (last (f)), "abcdef"));
  assert_file (f, "failed|unauthorized|");
  dir = g_dir_open (f->dir, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->dir, name, NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      g_assert_null (memmem (bytes, length, "abcdefghij", 10));
    }
  {
    CALL (forgotten, lueur_secrets_store, secrets, base_url, NULL);
    g_assert_true (lueur_secrets_store_finish (secrets, forgotten, &error));
  }
}

static void
test_close_while_streaming (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  LueurLibrary *library;
  g_autoptr (GError) error = NULL;

  use_scenario (f, "endless");
  g_assert_true (lueur_chat_session_send (f->session, "Go on"));
  g_assert_true (lueur_test_wait_until (is_streaming, f->session, 5000));
  lueur_test_spin (150);
  lueur_context_close (f->context);
  text = g_strdup (lueur_message_get_text (last (f)));
  g_assert_cmpuint (strlen (text), >, 9);
  expected = g_strconcat ("stopped||", text, NULL);
  {
    g_autofree char *line = read_last (f);

    g_assert_cmpstr (line, ==, expected);
  }
  drop_context (f);
  g_assert_true (lueur_test_wait_until (peer_saw_the_end, NULL, 2000));

  /* Tomorrow everything is still there. */
  open_context (f);
  library = lueur_context_get_library (f->context);
  f->conversation = g_list_model_get_item (lueur_library_get_conversations (library), 0);
  {
    CALL (loaded, lueur_library_load, library, f->conversation, FALSE);
    g_assert_true (lueur_library_load_finish (library, loaded, &error));
  }
  g_assert_cmpuint (count (f), ==, 3);
  g_assert_cmpint (lueur_message_get_state (last (f)), ==, LUEUR_MESSAGE_STOPPED);
  g_assert_cmpstr (lueur_message_get_text (last (f)), ==, text);
  start_session (f);
}

int
main (int argc, char **argv)
{
  static const SessionTest tests[] = {
    { "/chat/session/faults", test_faults },
    { "/chat/session/disk-refuses", test_disk_refuses },
    { "/chat/session/disk-refuses-the-end", test_disk_refuses_the_end },
    { "/chat/session/no-model", test_no_model },
    { "/chat/session/key-stays-secret", test_key_stays_secret },
    { "/chat/session/close-while-streaming", test_close_while_streaming },
  };

  return run_tests (argc, argv, tests, G_N_ELEMENTS (tests));
}
