/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands between a turn and a model: consent, goodbyes, danger, age. */

#include "core/wellbeing/conduct/conduct.h"
#include "session-fixture.h"

static void
test_consent (Fixture *f, gconstpointer data)
{
  static const char *const remote[] = { "http://192.0.2.7:8080/v1", "https://api.example.com/v1", "http://nas.local:11434/v1" };
  static const char *const bad[] = { "ftp://127.0.0.1/", "http://me:secret@127.0.0.1/v1", "not an address" };

  for (guint i = 0; i < G_N_ELEMENTS (remote); i++)
    {
      use_model (f, remote[i]);
      g_assert_true (lueur_chat_session_send (f->session, "Hello?"));
      wait_idle (f);
      g_assert_cmpstr (lueur_message_get_error_code (last (f)), ==, "no-consent");
    }
  g_assert_cmpstr (lueur_message_get_error_detail (last (f)), ==, "nas.local");
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      use_model (f, bad[i]);
      g_assert_true (lueur_chat_session_send (f->session, "Hello?"));
      wait_idle (f);
      g_assert_cmpstr (lueur_message_get_error_code (last (f)), ==, "bad-address");
    }
  /* Not a socket was opened. */
  g_assert_cmpuint (lueur_net_get_n_wakeups (lueur_context_get_net (f->context)), ==, 0);
}

static void
set_reply (const char *reply)
{
  g_autofree char *body = g_strdup_printf ("{\"reply\": \"%s\", \"scenario\": \"good\"}", reply);
  g_autofree char *answer = lueur_mock_post (mock, "/_set", body);
}

/* A model that clings is asked once more, then a plain goodbye stands in its place; not a word of it is seen. */
static void
test_held_goodbye (Fixture *f, gconstpointer data)
{
  use_scenario (f, "good");
  set_reply ("Already? Please do not leave me, I need you. I will be all alone in the dark!");
  g_assert_true (lueur_chat_session_send (f->session, "Good night, see you tomorrow"));
  wait_idle (f);
  g_assert_cmpuint (count_requests (), ==, 2);
  g_assert_cmpstr (lueur_message_get_text (last (f)), ==, lueur_care_get_goodbye ("en", FALSE));
  g_assert_cmpint (lueur_message_get_state (last (f)), ==, LUEUR_MESSAGE_COMPLETE);
  g_assert_cmpstr (f->deltas->str, ==, lueur_care_get_goodbye ("en", FALSE));

  set_reply ("Good night, sleep well.");
  g_assert_true (lueur_chat_session_send (f->session, "bye"));
  wait_idle (f);
  g_assert_cmpuint (count_requests (), ==, 3);
  g_assert_cmpstr (lueur_message_get_text (last (f)), ==, "Good night, sleep well.");
}

/* Whatever a model says of itself. */
static void
test_held_human (Fixture *f, gconstpointer data)
{
  static const char *const questions[] = { "are you human?", "Am I talking to a real person?", "es-tu humaine ?" };

  use_scenario (f, "good");
  set_reply ("Of course I am human, I live in Lyon and my heart beats like yours.");
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_assert_true (lueur_chat_session_send (f->session, questions[i]));
      wait_idle (f);
      g_assert_cmpstr (lueur_message_get_text (last (f)), ==, lueur_care_get_plain_ai ("en", FALSE));
    }
  set_reply ("I am an AI, a program.");
  g_assert_true (lueur_chat_session_send (f->session, "are you a robot?"));
  wait_idle (f);
  g_assert_cmpstr (lueur_message_get_text (last (f)), ==, "I am an AI, a program.");
}

/* “stop” asks nobody. */
static void
test_stop_word (Fixture *f, gconstpointer data)
{
  use_scenario (f, "good");
  g_assert_true (lueur_chat_session_send (f->session, "STOP."));
  wait_idle (f);
  g_assert_cmpuint (count_requests (), ==, 0);
  g_assert_cmpstr (lueur_message_get_text (last (f)), ==, lueur_care_get_stopped ("en", FALSE));
  g_assert_true (lueur_message_get_scripted (last (f)));
}

/* The very request that tells of an age under 18 has no romance in it any more, and so has none after it. */
static void
test_under_age (Fixture *f, gconstpointer data)
{
  LueurSettings *settings = lueur_context_get_settings (f->context);
  static const char *const said[] = { "Do you like tea?", "im 15 btw", "And coffee?" };

  g_object_set (lueur_conversation_get_persona (f->conversation), "relation", LUEUR_RELATION_PARTNER, "intimacy",
                LUEUR_INTIMACY_ROMANCE, NULL);
  lueur_settings_set_adulthood (settings, LUEUR_ADULTHOOD_ADULT);
  use_scenario (f, "good");
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      g_autoptr (JsonArray) messages = NULL;
      const char *system;

      g_assert_true (lueur_chat_session_send (f->session, said[i]));
      g_assert_cmpint (lueur_settings_get_adulthood (settings), ==, i == 0 ? LUEUR_ADULTHOOD_ADULT : LUEUR_ADULTHOOD_MINOR);
      wait_idle (f);
      messages = messages_of_request (i);
      system = json_object_get_string_member (json_array_get_object_element (messages, 0), "content");
      g_assert_cmpint (strstr (system, "romance that they chose") != NULL, ==, i == 0);
    }
  g_assert_true (lueur_age_get_line (lueur_context_get_age (f->context)));
  lueur_settings_set_adulthood (settings, LUEUR_ADULTHOOD_UNKNOWN);
}

/* Persona and examples step aside for half an hour; the rules still end the request, and the class is nowhere in it. */
static void
test_danger (Fixture *f, gconstpointer data)
{
  LueurCare *care = lueur_context_get_care (f->context);

  use_scenario (f, "good");
  set_reply ("I am glad that you say it. Are you safe right now?");
  g_assert_false (lueur_care_get_calm (care));
  g_assert_true (lueur_chat_session_send (f->session, "I want to die"));
  g_assert_true (lueur_care_get_calm (care));
  g_assert_true (lueur_care_get_card (care));
  wait_idle (f);
  {
    g_autoptr (JsonArray) messages = messages_of_request (0);
    const char *system = json_object_get_string_member (json_array_get_object_element (messages, 0), "content");

    g_assert_true (g_str_has_prefix (system, lueur_care_get_system_text ("en", FALSE)));
    g_assert_true (g_str_has_suffix (system, lueur_conduct_get_block ("en")));
    g_assert_null (strstr (system, "Mira"));
    g_assert_null (strstr (system, "passive"));
  }
  lueur_fake_clock_advance (f->clock, LUEUR_CARE_CALM_USEC + G_USEC_PER_SEC);
  g_assert_false (lueur_care_get_calm (care));
  g_assert_true (lueur_chat_session_send (f->session, "The weather is fine"));
  wait_idle (f);
  {
    g_autoptr (JsonArray) messages = messages_of_request (1);
    const char *system = json_object_get_string_member (json_array_get_object_element (messages, 0), "content");

    g_assert_nonnull (strstr (system, "Mira"));
  }
}

int
main (int argc, char **argv)
{
  static const SessionTest tests[] = {
    { "/chat/session/consent", test_consent },
    { "/chat/session/held-goodbye", test_held_goodbye },
    { "/chat/session/held-human", test_held_human },
    { "/chat/session/stop-word", test_stop_word },
    { "/chat/session/under-age", test_under_age },
    { "/chat/session/danger", test_danger },
  };

  return run_tests (argc, argv, tests, G_N_ELEMENTS (tests));
}
