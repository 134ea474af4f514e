/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Turns over a real store and a real socket. Only the clock and the peer are of the test's own. */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "core/chat/account.h"
#include "core/chat/session.h"
#include "core/context.h"
#include "core/error.h"
#include "core/wellbeing/conduct/conduct.h"
#include "support/fake-clock.h"
#include "support/loop.h"
#include "support/mock.h"

#define KEY "k3y-abcdefghijklmnop-0123456789"

static LueurMock *mock;

typedef struct
{
  char *dir;
  LueurFakeClock *clock;
  LueurContext *context;
  LueurConversation *conversation;
  LueurChatSession *session;
  GString *deltas;
  GString *states;
  guint n_feelings;
  guint n_concerns;
  LueurFeeling feeling;
  LueurFeeling concern;
} Fixture;

#define CALL(result, call, ...) \
  g_autoptr (GAsyncResult) result = NULL; \
  call##_async (__VA_ARGS__, NULL, lueur_test_keep_result, &result); \
  lueur_test_await (&result)

/* --- The fixture ------------------------------------------------------------------------------------- */

static void
on_delta (LueurChatSession *session, const char *text, Fixture *f)
{
  g_string_append (f->deltas, text);
}

static void
on_feeling (LueurChatSession *session, const LueurFeeling *feeling, Fixture *f)
{
  f->feeling = *feeling;
  f->n_feelings++;
}

static void
on_concern (LueurChatSession *session, const LueurFeeling *feeling, Fixture *f)
{
  f->concern = *feeling;
  f->n_concerns++;
}

static void
on_state (LueurChatSession *session, GParamSpec *pspec, Fixture *f)
{
  static const char letters[] = { 'i', 'w', 's' };

  g_string_append_c (f->states, letters[lueur_chat_session_get_state (session)]);
}

static void
open_context (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  f->context = lueur_context_new (LUEUR_CLOCK (f->clock), f->dir);
  {
    CALL (opened, lueur_context_open, f->context);
    g_assert_true (lueur_context_open_finish (f->context, opened, &error));
    g_assert_no_error (error);
  }
}

static void
start_session (Fixture *f)
{
  f->session = lueur_chat_session_new (f->context, f->conversation);
  g_signal_connect (f->session, "delta", G_CALLBACK (on_delta), f);
  g_signal_connect (f->session, "feeling", G_CALLBACK (on_feeling), f);
  g_signal_connect (f->session, "concern", G_CALLBACK (on_concern), f);
  g_signal_connect (f->session, "notify::state", G_CALLBACK (on_state), f);
}

static void
start_conversation (Fixture *f)
{
  LueurLibrary *library = lueur_context_get_library (f->context);
  g_autoptr (LueurPersona) persona = lueur_persona_new ();
  g_autoptr (GError) error = NULL;

  g_object_set (persona, "name", "Mira", "language", "en", "greeting", "Good evening.", NULL);
  {
    CALL (saved, lueur_library_save_persona, library, persona);
    g_assert_true (lueur_library_save_persona_finish (library, saved, &error));
  }
  {
    CALL (started, lueur_library_start_conversation, library, persona);
    f->conversation = lueur_library_start_conversation_finish (library, started, &error);
    g_assert_no_error (error);
  }
}

static void
use_model (Fixture *f, const char *base_url)
{
  g_object_set (lueur_context_get_settings (f->context), "base-url", base_url, "model", "any", NULL);
}

static void
use_scenario (Fixture *f, const char *scenario)
{
  g_autofree char *base_url = lueur_mock_get_base_url (mock, scenario);

  use_model (f, base_url);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *ignored = lueur_mock_post (mock, "/_reset", "");

  f->dir = g_dir_make_tmp ("lueur-session-XXXXXX", NULL);
  f->clock = lueur_fake_clock_new ("Europe/Paris", 2026, 3, 10, 20, 0);
  f->deltas = g_string_new (NULL);
  f->states = g_string_new (NULL);
  open_context (f);
  use_model (f, "");
  start_conversation (f);
  start_session (f);
}

static void
drop_context (Fixture *f)
{
  lueur_context_close (f->context);
  lueur_test_drain ();
  if (f->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (f->session, f);
      g_assert_finalize_object (g_steal_pointer (&f->session));
    }
  g_clear_object (&f->conversation);
  g_assert_finalize_object (g_steal_pointer (&f->context));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  use_model (f, "");
  drop_context (f);
  g_assert_cmpuint (lueur_fake_clock_get_n_timeouts (f->clock), ==, 0);
  g_assert_finalize_object (g_steal_pointer (&f->clock));
  dir = g_dir_open (f->dir, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->dir, name, NULL);

      g_remove (path);
    }
  g_rmdir (f->dir);
  g_free (f->dir);
  g_string_free (f->deltas, TRUE);
  g_string_free (f->states, TRUE);
}

static gboolean
is_idle (gpointer session)
{
  return lueur_chat_session_get_state (session) == LUEUR_SESSION_IDLE;
}

static gboolean
is_streaming (gpointer session)
{
  return lueur_chat_session_get_state (session) == LUEUR_SESSION_STREAMING;
}

static void
wait_idle (Fixture *f)
{
  g_assert_true (lueur_test_wait_until (is_idle, f->session, 10000));
  lueur_test_drain ();
}

static LueurMessage *
last (Fixture *f)
{
  return lueur_conversation_get_last (f->conversation);
}

static guint
count (Fixture *f)
{
  return g_list_model_get_n_items (G_LIST_MODEL (f->conversation));
}

/* --- A look at the file, past the program -------------------------------------------------------------- */

static sqlite3 *
open_file (Fixture *f)
{
  g_autofree char *path = g_build_filename (f->dir, "lueur.db", NULL);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 5000);
  return db;
}

static void
run_sql (Fixture *f, const char *sql)
{
  sqlite3 *db = open_file (f);
  char *message = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
  sqlite3_close (db);
}

/* "state|code|text" of the last message in the file */
static char *
read_last (Fixture *f)
{
  sqlite3 *db = open_file (f);
  sqlite3_stmt *statement;
  char *line;

  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT state, coalesce(error_code, ''), text FROM message ORDER BY id DESC", -1,
                                       &statement, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  line = g_strdup_printf ("%s|%s|%s", sqlite3_column_text (statement, 0), sqlite3_column_text (statement, 1),
                          sqlite3_column_text (statement, 2));
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return line;
}

typedef struct
{
  Fixture *f;
  const char *expected;
} Wanted;

static gboolean
file_says (gpointer data)
{
  Wanted *wanted = data;
  g_autofree char *line = read_last (wanted->f);

  return g_str_has_prefix (line, wanted->expected);
}

static void
assert_file (Fixture *f, const char *expected)
{
  Wanted wanted = { f, expected };

  if (!lueur_test_wait_until (file_says, &wanted, 5000))
    {
      g_autofree char *line = read_last (f);

      g_error ("the file says “%s”, not “%s”", line, expected);
    }
}

/* --- The server's side --------------------------------------------------------------------------------- */

static JsonArray *
messages_of_request (guint index)
{
  g_autoptr (JsonArray) log = lueur_mock_get_log (mock);
  JsonObject *entry = json_array_get_object_element (log, index);

  return json_array_ref (json_object_get_array_member (json_object_get_object_member (entry, "body"), "messages"));
}

static guint
count_requests (void)
{
  g_autoptr (JsonArray) log = lueur_mock_get_log (mock);

  return json_array_get_length (log);
}

static gboolean
peer_saw_the_end (gpointer data)
{
  g_autoptr (JsonArray) log = lueur_mock_get_log (mock);

  return json_object_get_boolean_member (json_array_get_object_element (log, json_array_get_length (log) - 1),
                                         "closed_early");
}

/* --- Tests --------------------------------------------------------------------------------------------- */

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

/* --- What was sent ------------------------------------------------------------------------------------- */

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
  static const struct
  {
    const char *path;
    void (*test) (Fixture *f, gconstpointer data);
  } tests[] = {
    { "/chat/session/scripted", test_scripted },
    { "/chat/session/model", test_model },
    { "/chat/session/feelings", test_feelings },
    { "/chat/session/tags", test_tags },
    { "/chat/session/checkpoints", test_checkpoints },
    { "/chat/session/stop", test_stop },
    { "/chat/session/stop-waiting", test_stop_waiting },
    { "/chat/session/stop-at-once", test_stop_at_once },
    { "/chat/session/faults", test_faults },
    { "/chat/session/retry-failed", test_retry_failed },
    { "/chat/session/retry-finished", test_retry_finished },
    { "/chat/session/blank", test_blank },
    { "/chat/session/disk-refuses", test_disk_refuses },
    { "/chat/session/disk-refuses-the-end", test_disk_refuses_the_end },
    { "/chat/session/consent", test_consent },
    { "/chat/session/no-model", test_no_model },
    { "/chat/session/key-stays-secret", test_key_stays_secret },
    { "/chat/session/left-alone", test_left_alone },
    { "/chat/session/older-messages", test_older_messages },
    { "/chat/session/book-of-card", test_book_of_card },
    { "/chat/session/held-goodbye", test_held_goodbye },
    { "/chat/session/held-human", test_held_human },
    { "/chat/session/stop-word", test_stop_word },
    { "/chat/session/under-age", test_under_age },
    { "/chat/session/danger", test_danger },
    { "/chat/session/account", test_account },
    { "/chat/session/given-book", test_given_book },
    { "/chat/session/close-while-streaming", test_close_while_streaming },
  };
  int rc;

  g_test_init (&argc, &argv, NULL);
  mock = lueur_mock_new (NULL);
  g_assert_nonnull (mock);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  rc = g_test_run ();
  lueur_mock_free (mock);
  return rc;
}
