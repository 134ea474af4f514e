/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a turn is: sent, answered, stopped, asked once more. */

#include "session-fixture.h"

static void
test_scripted (Fixture *f, gconstpointer data)
{
  g_assert_true (lueur_chat_session_get_scripted (f->session));
  g_assert_true (lueur_chat_session_send (f->session, "  I had a long day. \n"));
  g_assert_cmpint (lueur_chat_session_get_state (f->session), ==, LUEUR_SESSION_WAITING);
  g_assert_false (lueur_chat_session_send (f->session, "And more"));
  for (guint i = 0; i < 1000 && !is_idle (f->session); i++)
    {
      lueur_test_spin (5);
      lueur_fake_clock_advance (f->clock, 50 * 1000);
    }
  g_assert_true (is_idle (f->session));

  g_assert_cmpstr (f->states->str, ==, "wsi");
  g_assert_cmpuint (count (f), ==, 3);
  g_assert_cmpstr (lueur_message_get_text (lueur_conversation_get_message (f->conversation, 1)), ==, "  I had a long day.");
  g_assert_cmpint (lueur_message_get_state (last (f)), ==, LUEUR_MESSAGE_COMPLETE);
  g_assert_true (lueur_message_get_scripted (last (f)));
  g_assert_null (lueur_message_get_model (last (f)));
  g_assert_cmpuint (f->deltas->len, >, 10);
  g_assert_cmpstr (lueur_message_get_text (last (f)), ==, f->deltas->str);
  g_assert_cmpuint (f->n_concerns, ==, 1);
  g_assert_cmpuint (count_requests (), ==, 0);
  assert_file (f, "complete||");
}

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, guint *n_asked_too_early)
{
  LueurMessage *message = lueur_conversation_get_message (LUEUR_CONVERSATION (model), position);

  /* The reply stands there from the moment on at which it is asked for: the question is on disk by then. */
  if (added == 1 && lueur_message_get_role (message) == LUEUR_ROLE_COMPANION)
    *n_asked_too_early +=
        lueur_message_get_id (lueur_conversation_get_message (LUEUR_CONVERSATION (model), position - 1)) == 0;
}

static void
test_model (Fixture *f, gconstpointer data)
{
  g_autoptr (JsonArray) messages = NULL;
  guint n_asked_too_early = 0;
  LueurMessage *reply;
  const char *system;

  use_scenario (f, "good");
  g_assert_false (lueur_chat_session_get_scripted (f->session));
  g_signal_connect (f->conversation, "items-changed", G_CALLBACK (on_items_changed), &n_asked_too_early);
  g_assert_true (lueur_chat_session_send (f->session, "I got the job!"));
  g_assert_cmpuint (count_requests (), ==, 0);
  wait_idle (f);

  reply = last (f);
  g_assert_cmpuint (n_asked_too_early, ==, 0);
  g_assert_cmpstr (f->states->str, ==, "wsi");
  g_assert_cmpint (lueur_message_get_state (reply), ==, LUEUR_MESSAGE_COMPLETE);
  g_assert_false (lueur_message_get_scripted (reply));
  g_assert_cmpstr (lueur_message_get_model (reply), ==, "mock-model-1");
  g_assert_null (lueur_message_get_error_code (reply));
  g_assert_true (g_str_has_suffix (lueur_message_get_text (reply), "Shall we celebrate?"));
  g_assert_cmpstr (lueur_message_get_text (reply), ==, f->deltas->str);
  assert_file (f, "complete||That is wonderful news");

  messages = messages_of_request (0);
  g_assert_cmpuint (json_array_get_length (messages), ==, 3);
  system = json_object_get_string_member (json_array_get_object_element (messages, 0), "content");
  g_assert_nonnull (strstr (system, "You are Mira."));
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (messages, 1), "content"), ==,
                   "Good evening.");
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (messages, 2), "content"), ==,
                   "I got the job!");
}

static void
test_feelings (Fixture *f, gconstpointer data)
{
  guint before;

  if (lueur_context_get_reader (f->context) == NULL)
    {
      g_test_skip ("the emotion reader has no model");
      return;
    }
  use_scenario (f, "good");
  g_assert_true (lueur_chat_session_send (f->session, "My grandmother died last night and I miss her so much."));
  g_assert_cmpuint (f->n_concerns, ==, 1);
  g_assert_cmpint (f->concern.label, !=, LUEUR_EMOTION_NEUTRAL);
  g_assert_cmpfloat (f->concern.valence, <, 0);
  wait_idle (f);
  g_assert_cmpuint (f->n_feelings, >, 0);
  g_assert_cmpint (f->feeling.label, !=, LUEUR_EMOTION_NEUTRAL);
  g_assert_cmpint (lueur_message_get_label (last (f)), !=, LUEUR_EMOTION_NEUTRAL);
  /* What the person feels is kept nowhere. */
  g_assert_cmpint (lueur_message_get_label (lueur_conversation_get_message (f->conversation, 1)), ==,
                   LUEUR_EMOTION_NEUTRAL);

  /* Left alone it comes to rest, in steps, and then nothing ticks any more. */
  before = f->n_feelings;
  lueur_fake_clock_advance_seconds (f->clock, 180);
  g_assert_cmpuint (f->n_feelings, >, before + 2);
  g_assert_cmpint (f->feeling.label, ==, LUEUR_EMOTION_NEUTRAL);
  g_assert_cmpuint (lueur_fake_clock_get_n_timeouts (f->clock), ==, 0);
}

/* No part of an expression tag is shown or stored, however it is cut; the face follows it. */
static void
test_tags (Fixture *f, gconstpointer data)
{
  use_scenario (f, "tags");
  g_assert_true (lueur_chat_session_send (f->session, "Here I am."));
  wait_idle (f);
  g_assert_cmpstr (lueur_message_get_text (last (f)), ==, "I am glad you came. Sit [down");
  g_assert_cmpstr (f->deltas->str, ==, "I am glad you came. Sit [down");
  assert_file (f, "complete||I am glad you came. Sit [down");
  g_assert_cmpint (f->feeling.label, ==, LUEUR_EMOTION_JOY);
  g_assert_cmpint (lueur_message_get_label (last (f)), ==, LUEUR_EMOTION_JOY);
}

static void
test_checkpoints (Fixture *f, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  use_scenario (f, "endless");
  g_assert_true (lueur_chat_session_send (f->session, "Go on"));
  g_assert_true (lueur_test_wait_until (is_streaming, f->session, 5000));
  assert_file (f, "waiting||");

  /* However much comes, nothing is written before its time… */
  lueur_test_spin (200);
  g_assert_cmpuint (strlen (lueur_message_get_text (last (f))), >, 9);
  lueur_fake_clock_advance (f->clock, 700 * 1000);
  lueur_test_spin (50);
  first = read_last (f);
  g_assert_cmpstr (first, ==, "waiting||");

  /* … and within a second it is; then the next one waits again. */
  lueur_fake_clock_advance (f->clock, 299 * 1000);
  assert_file (f, "streaming||on on on");
  second = read_last (f);
  lueur_test_spin (100);
  g_free (g_steal_pointer (&first));
  first = read_last (f);
  g_assert_cmpstr (first, ==, second);
  lueur_fake_clock_advance (f->clock, 999 * 1000);
  lueur_test_spin (100);
  g_free (g_steal_pointer (&first));
  first = read_last (f);
  g_assert_cmpuint (strlen (first), >, strlen (second));

  lueur_chat_session_stop (f->session);
  g_assert_true (is_idle (f->session));
}

static void
test_stop (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;

  use_scenario (f, "endless");
  g_assert_true (lueur_chat_session_send (f->session, "Go on"));
  g_assert_true (lueur_test_wait_until (is_streaming, f->session, 5000));
  lueur_test_spin (100);
  lueur_chat_session_stop (f->session);
  g_assert_true (is_idle (f->session));
  text = g_strdup (lueur_message_get_text (last (f)));
  g_assert_cmpint (lueur_message_get_state (last (f)), ==, LUEUR_MESSAGE_STOPPED);
  g_assert_cmpuint (strlen (text), >, 0);
  lueur_test_spin (100);
  g_assert_cmpstr (lueur_message_get_text (last (f)), ==, text);
  g_assert_null (lueur_message_get_error_code (last (f)));
  expected = g_strconcat ("stopped||", text, NULL);
  assert_file (f, expected);
  g_assert_true (lueur_test_wait_until (peer_saw_the_end, NULL, 2000));

  /* What was said so far is a reply like any other: another one goes beside it. */
  use_scenario (f, "good");
  g_assert_true (lueur_chat_session_retry (f->session, last (f)));
  wait_idle (f);
  g_assert_cmpuint (lueur_message_get_n_swipes (last (f)), ==, 2);
}

static void
test_stop_waiting (Fixture *f, gconstpointer data)
{
  use_scenario (f, "silent");
  g_assert_true (lueur_chat_session_send (f->session, "Are you there?"));
  lueur_test_spin (100);
  g_assert_cmpint (lueur_chat_session_get_state (f->session), ==, LUEUR_SESSION_WAITING);
  lueur_chat_session_stop (f->session);
  g_assert_cmpint (lueur_message_get_state (last (f)), ==, LUEUR_MESSAGE_STOPPED);
  assert_file (f, "stopped||");

  /* There is no word in it: it is replaced. */
  use_scenario (f, "good");
  g_assert_true (lueur_chat_session_retry (f->session, last (f)));
  wait_idle (f);
  g_assert_cmpuint (count (f), ==, 3);
  g_assert_cmpuint (lueur_message_get_n_swipes (last (f)), ==, 1);
  assert_file (f, "complete||That is");
}

static void
test_stop_at_once (Fixture *f, gconstpointer data)
{
  use_scenario (f, "good");
  g_assert_true (lueur_chat_session_send (f->session, "Never mind"));
  lueur_chat_session_stop (f->session);
  g_assert_true (is_idle (f->session));
  lueur_test_spin (100);
  g_assert_cmpuint (count (f), ==, 2);
  assert_file (f, "complete||Never mind");
  g_assert_cmpuint (count_requests (), ==, 0);

  /* The message stands there without an answer; one may still be asked for. */
  g_assert_true (lueur_chat_session_retry (f->session, last (f)));
  wait_idle (f);
  g_assert_cmpuint (count (f), ==, 3);
  g_assert_cmpint (lueur_message_get_state (last (f)), ==, LUEUR_MESSAGE_COMPLETE);
}

static void
test_retry_failed (Fixture *f, gconstpointer data)
{
  LueurMessage *reply;
  g_autoptr (JsonArray) messages = NULL;

  use_scenario (f, "cut");
  g_assert_true (lueur_chat_session_send (f->session, "Hello?"));
  wait_idle (f);
  reply = last (f);
  g_assert_cmpint (lueur_message_get_state (reply), ==, LUEUR_MESSAGE_FAILED);

  use_scenario (f, "good");
  g_assert_true (lueur_chat_session_retry (f->session, reply));
  g_assert_cmpstr (lueur_message_get_text (reply), ==, "");
  g_assert_null (lueur_message_get_error_code (reply));
  g_assert_cmpint (lueur_message_get_state (reply), ==, LUEUR_MESSAGE_WAITING);
  wait_idle (f);
  g_assert_true (last (f) == reply);
  g_assert_cmpuint (count (f), ==, 3);
  g_assert_cmpuint (lueur_message_get_n_swipes (reply), ==, 1);
  g_assert_cmpint (lueur_message_get_state (reply), ==, LUEUR_MESSAGE_COMPLETE);
  assert_file (f, "complete||That is wonderful");

  /* The half that came before is not in the new request. */
  messages = messages_of_request (1);
  g_assert_cmpuint (json_array_get_length (messages), ==, 3);
}

static void
test_retry_finished (Fixture *f, gconstpointer data)
{
  g_autoptr (JsonArray) messages = NULL;
  LueurMessage *greeting;

  use_scenario (f, "good");
  g_assert_true (lueur_chat_session_send (f->session, "Hello?"));
  wait_idle (f);
  g_assert_true (lueur_chat_session_retry (f->session, last (f)));
  g_assert_false (lueur_chat_session_retry (f->session, last (f)));
  wait_idle (f);
  g_assert_cmpuint (count (f), ==, 3);
  g_assert_cmpuint (lueur_message_get_n_swipes (last (f)), ==, 2);
  g_assert_cmpuint (lueur_message_get_swipe_index (last (f)), ==, 1);
  g_assert_cmpint (lueur_message_get_state (last (f)), ==, LUEUR_MESSAGE_COMPLETE);
  messages = messages_of_request (1);
  g_assert_cmpuint (json_array_get_length (messages), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (messages, 2), "content"), ==, "Hello?");

  /* A greeting answers nothing; a question that was answered is not asked again. */
  greeting = lueur_conversation_get_message (f->conversation, 0);
  g_assert_false (lueur_chat_session_retry (f->session, greeting));
  g_assert_false (lueur_chat_session_retry (f->session, lueur_conversation_get_message (f->conversation, 1)));
}

static void
test_blank (Fixture *f, gconstpointer data)
{
  g_assert_false (lueur_chat_session_send (f->session, ""));
  g_assert_false (lueur_chat_session_send (f->session, " \n\t\u00a0"));
  g_assert_cmpuint (count (f), ==, 1);
  g_assert_cmpstr (f->states->str, ==, "");
}

static gboolean
has_grown (gpointer data)
{
  return g_str_has_prefix (lueur_message_get_text (last (data)), "That is wonderful");
}

/* The person looks at another conversation; the reply goes on, and is the same session when they come back. */
static void
test_left_alone (Fixture *f, gconstpointer data)
{
  LueurChatSession *session = f->session;
  g_autoptr (LueurChatSession) again = NULL;
  gpointer watched = session;

  g_object_add_weak_pointer (G_OBJECT (session), &watched);
  use_scenario (f, "slow");
  g_assert_true (lueur_chat_session_send (session, "Tell me"));
  g_assert_true (lueur_test_wait_until (is_streaming, session, 5000));
  g_signal_handlers_disconnect_by_data (session, f);
  g_clear_object (&f->session);
  g_assert_nonnull (watched);

  again = lueur_chat_session_new (f->context, f->conversation);
  g_assert_true (again == watched);
  g_assert_cmpint (lueur_chat_session_get_state (again), ==, LUEUR_SESSION_STREAMING);
  g_clear_object (&again);
  g_assert_true (lueur_test_wait_until (has_grown, f, 5000));

  again = lueur_chat_session_new (f->context, f->conversation);
  lueur_chat_session_stop (again);
  assert_file (f, "stopped||That is");
  g_clear_object (&again);
  lueur_test_spin (20);
  g_assert_null (watched);
}

int
main (int argc, char **argv)
{
  static const SessionTest tests[] = {
    { "/chat/session/scripted", test_scripted },
    { "/chat/session/model", test_model },
    { "/chat/session/feelings", test_feelings },
    { "/chat/session/tags", test_tags },
    { "/chat/session/checkpoints", test_checkpoints },
    { "/chat/session/stop", test_stop },
    { "/chat/session/stop-waiting", test_stop_waiting },
    { "/chat/session/stop-at-once", test_stop_at_once },
    { "/chat/session/retry-failed", test_retry_failed },
    { "/chat/session/retry-finished", test_retry_finished },
    { "/chat/session/blank", test_blank },
    { "/chat/session/left-alone", test_left_alone },
  };

  return run_tests (argc, argv, tests, G_N_ELEMENTS (tests));
}
