/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Turns over a real store and a real socket. Only the clock and the peer are of the tests' own. */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "core/chat/session.h"
#include "core/context.h"
#include "support/fake-clock.h"
#include "support/loop.h"
#include "support/mock.h"

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

static inline void
on_delta (LueurChatSession *session, const char *text, Fixture *f)
{
  g_string_append (f->deltas, text);
}

static inline void
on_feeling (LueurChatSession *session, const LueurFeeling *feeling, Fixture *f)
{
  f->feeling = *feeling;
  f->n_feelings++;
}

static inline void
on_concern (LueurChatSession *session, const LueurFeeling *feeling, Fixture *f)
{
  f->concern = *feeling;
  f->n_concerns++;
}

static inline void
on_state (LueurChatSession *session, GParamSpec *pspec, Fixture *f)
{
  static const char letters[] = { 'i', 'w', 's' };

  g_string_append_c (f->states, letters[lueur_chat_session_get_state (session)]);
}

static inline void
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

static inline void
start_session (Fixture *f)
{
  f->session = lueur_chat_session_new (f->context, f->conversation);
  g_signal_connect (f->session, "delta", G_CALLBACK (on_delta), f);
  g_signal_connect (f->session, "feeling", G_CALLBACK (on_feeling), f);
  g_signal_connect (f->session, "concern", G_CALLBACK (on_concern), f);
  g_signal_connect (f->session, "notify::state", G_CALLBACK (on_state), f);
}

static inline void
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

static inline void
use_model (Fixture *f, const char *base_url)
{
  g_object_set (lueur_context_get_settings (f->context), "base-url", base_url, "model", "any", NULL);
}

static inline void
use_scenario (Fixture *f, const char *scenario)
{
  g_autofree char *base_url = lueur_mock_get_base_url (mock, scenario);

  use_model (f, base_url);
}

static inline void
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

static inline void
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

static inline void
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

static inline gboolean
is_idle (gpointer session)
{
  return lueur_chat_session_get_state (session) == LUEUR_SESSION_IDLE;
}

static inline gboolean
is_streaming (gpointer session)
{
  return lueur_chat_session_get_state (session) == LUEUR_SESSION_STREAMING;
}

static inline void
wait_idle (Fixture *f)
{
  g_assert_true (lueur_test_wait_until (is_idle, f->session, 10000));
  lueur_test_drain ();
}

static inline LueurMessage *
last (Fixture *f)
{
  return lueur_conversation_get_last (f->conversation);
}

static inline guint
count (Fixture *f)
{
  return g_list_model_get_n_items (G_LIST_MODEL (f->conversation));
}

/* --- A look at the file, past the program -------------------------------------------------------------- */

static inline sqlite3 *
open_file (Fixture *f)
{
  g_autofree char *path = g_build_filename (f->dir, "lueur.db", NULL);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 5000);
  return db;
}

static inline void
run_sql (Fixture *f, const char *sql)
{
  sqlite3 *db = open_file (f);
  char *message = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
  sqlite3_close (db);
}

/* "state|code|text" of the last message in the file */
static inline char *
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

static inline gboolean
file_says (gpointer data)
{
  Wanted *wanted = data;
  g_autofree char *line = read_last (wanted->f);

  return g_str_has_prefix (line, wanted->expected);
}

static inline void
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

static inline JsonArray *
messages_of_request (guint index)
{
  g_autoptr (JsonArray) log = lueur_mock_get_log (mock);
  JsonObject *entry = json_array_get_object_element (log, index);

  return json_array_ref (json_object_get_array_member (json_object_get_object_member (entry, "body"), "messages"));
}

static inline guint
count_requests (void)
{
  g_autoptr (JsonArray) log = lueur_mock_get_log (mock);

  return json_array_get_length (log);
}

static inline gboolean
peer_saw_the_end (gpointer data)
{
  g_autoptr (JsonArray) log = lueur_mock_get_log (mock);

  return json_object_get_boolean_member (json_array_get_object_element (log, json_array_get_length (log) - 1),
                                         "closed_early");
}

/* --- Running ------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *path;
  void (*test) (Fixture *f, gconstpointer data);
} SessionTest;

static inline int
run_tests (int argc, char **argv, const SessionTest *tests, guint n)
{
  int rc;

  g_test_init (&argc, &argv, NULL);
  mock = lueur_mock_new (NULL);
  g_assert_nonnull (mock);
  for (guint i = 0; i < n; i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  rc = g_test_run ();
  lueur_mock_free (mock);
  return rc;
}
