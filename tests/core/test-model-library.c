/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The library over a real store, closed and opened again to see what was kept. */

#include <string.h>

#include "core/error.h"
#include "core/model/conversation-private.h"
#include "core/model/library.h"
#include "core/model/message-private.h"
#include "core/store/database.h"
#include "store-fixture.h"
#include "support/fake-clock.h"
#include "support/loop.h"

typedef struct
{
  StoreFixture files;
  LueurFakeClock *clock;
  LueurStore *store;
  LueurLibrary *library;
} Fixture;

/* LIBRARY_CALL (result, lueur_library_x, args…): calls x_async and waits for it. */
#define CALL(result, call, ...) \
  g_autoptr (GAsyncResult) result = NULL; \
  call##_async (__VA_ARGS__, NULL, lueur_test_keep_result, &result); \
  lueur_test_await (&result)

static void
open_all (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  f->store = lueur_store_new (f->files.dir);
  f->library = lueur_library_new (f->store, LUEUR_CLOCK (f->clock));
  {
    CALL (opened, lueur_store_open, f->store);
    g_assert_true (lueur_store_open_finish (f->store, opened, &error));
    g_assert_no_error (error);
  }
  {
    CALL (read, lueur_library_open, f->library);
    g_assert_true (lueur_library_open_finish (f->library, read, &error));
    g_assert_no_error (error);
  }
}

static void
close_all (Fixture *f)
{
  lueur_library_flush (f->library);
  g_assert_true (lueur_store_close (f->store));
  lueur_test_drain ();
  g_assert_finalize_object (g_steal_pointer (&f->library));
  g_assert_finalize_object (g_steal_pointer (&f->store));
}

static void
reopen (Fixture *f)
{
  close_all (f);
  open_all (f);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->files = store_fixture_new ();
  f->clock = lueur_fake_clock_new ("Europe/Paris", 2025, 3, 10, 20, 0);
  open_all (f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  close_all (f);
  g_assert_finalize_object (g_steal_pointer (&f->clock));
  store_fixture_clear (&f->files);
}

static LueurPersona *
add_persona (Fixture *f, const char *name)
{
  g_autoptr (LueurPersona) persona = lueur_persona_new ();
  g_autoptr (GError) error = NULL;

  g_object_set (persona, "name", name, "greeting", "Bonsoir.", NULL);
  CALL (saved, lueur_library_save_persona, f->library, persona);
  g_assert_true (lueur_library_save_persona_finish (f->library, saved, &error));
  g_assert_no_error (error);
  g_assert_cmpint (lueur_persona_get_id (persona), !=, 0);
  return g_steal_pointer (&persona);
}

static LueurConversation *
start (Fixture *f, LueurPersona *persona)
{
  g_autoptr (GError) error = NULL;
  LueurConversation *conversation;

  CALL (started, lueur_library_start_conversation, f->library, persona);
  conversation = lueur_library_start_conversation_finish (f->library, started, &error);
  g_assert_no_error (error);
  return conversation;
}

static LueurMessage *
say (Fixture *f, LueurConversation *conversation, LueurRole role, const char *text)
{
  g_autoptr (LueurMessage) message = lueur_message_new (role, text);
  g_autoptr (GError) error = NULL;

  CALL (appended, lueur_library_append_message, f->library, conversation, message);
  g_assert_true (lueur_library_append_message_finish (f->library, appended, &error));
  g_assert_no_error (error);
  g_assert_cmpint (lueur_message_get_id (message), !=, 0);
  return g_steal_pointer (&message);
}

static void
load (Fixture *f, LueurConversation *conversation, gboolean older)
{
  g_autoptr (GError) error = NULL;

  CALL (loaded, lueur_library_load, f->library, conversation, older);
  g_assert_true (lueur_library_load_finish (f->library, loaded, &error));
  g_assert_no_error (error);
}

/* The first of the list, lent. */
static LueurConversation *
first (Fixture *f)
{
  g_autoptr (LueurConversation) conversation =
    g_list_model_get_item (lueur_library_get_conversations (f->library), 0);

  return conversation;
}

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
assert_texts (LueurConversation *conversation, const char *texts)
{
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (conversation)); i++)
    g_string_append_printf (shown, "%s%s", i > 0 ? "|" : "",
                            lueur_message_get_text (lueur_conversation_get_message (conversation, i)));
  g_assert_cmpstr (shown->str, ==, texts);
}

static void
test_kept (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) lea = add_persona (f, "Léa");
  g_autoptr (LueurConversation) conversation = start (f, lea);
  g_autoptr (LueurMessage) said = NULL;
  g_autoptr (LueurMessage) reply = NULL;
  g_autoptr (GError) error = NULL;
  LueurConversation *kept;
  LueurMessage *last;

  g_assert_true (lueur_conversation_get_loaded (conversation));
  assert_texts (conversation, "Bonsoir.");
  lueur_fake_clock_advance_seconds (f->clock, 60);
  said = say (f, conversation, LUEUR_ROLE_USER, "J’ai réussi ! Enfin.");
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
  reopen (f);

  g_assert_cmpuint (n_personas (f), ==, 1);
  g_assert_cmpuint (n_conversations (f), ==, 1);
  kept = first (f);
  g_assert_cmpstr (lueur_persona_get_name (lueur_conversation_get_persona (kept)), ==, "Léa");
  g_assert_cmpstr (lueur_conversation_get_title (kept), ==, "J’ai réussi !");
  g_assert_cmpstr (lueur_conversation_get_preview (kept), ==, "Bravo !");
  g_assert_cmpuint (lueur_conversation_get_n_messages (kept), ==, 3);
  g_assert_false (lueur_conversation_get_loaded (kept));
  g_assert_true (lueur_conversation_get_has_older (kept));
  load (f, kept, FALSE);
  assert_texts (kept, "Bonsoir.|J’ai réussi ! Enfin.|Bravo !");
  g_assert_false (lueur_conversation_get_has_older (kept));
  last = lueur_conversation_get_last (kept);
  g_assert_cmpint (lueur_message_get_state (last), ==, LUEUR_MESSAGE_COMPLETE);
  g_assert_cmpint (lueur_message_get_label (last), ==, LUEUR_EMOTION_JOY);
}

static void
test_greeting (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) persona = add_persona (f, "Ada");
  g_autoptr (LueurConversation) own = start (f, persona);
  g_autoptr (LueurConversation) made = NULL;

  g_object_set (persona, "greeting", "", NULL);
  made = start (f, persona);
  g_assert_false (lueur_message_get_scripted (lueur_conversation_get_last (own)));
  g_assert_true (lueur_message_get_scripted (lueur_conversation_get_last (made)));
  g_assert_cmpstr (lueur_message_get_text (lueur_conversation_get_last (made)), !=, "");
  g_assert_true (first (f) == made);
}

/* What a card's author wrote is said with its macros followed, each of the greetings. */
static void
test_greeting_macros (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) persona = add_persona (f, "Ada");
  g_autoptr (LueurConversation) conversation = NULL;
  static const char *const others[] = { "{{char}} again", "{{// nothing to say}}", NULL };

  g_object_set (persona, "language", "en", "greeting", "I am {{char}}, {{user}}.", "alternate-greetings", others, NULL);
  conversation = start (f, persona);
  assert_texts (conversation, "I am Ada, the person.");
  g_assert_cmpuint (lueur_message_get_n_swipes (lueur_conversation_get_last (conversation)), ==, 2);
}

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  g_string_append_printf (data, "%u-%u+%u ", position, removed, added);
}

/* The latest first, and a move is one change, so that a selection can follow. */
static void
test_order (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) persona = add_persona (f, "Ada");
  g_autoptr (LueurConversation) a = start (f, persona);
  g_autoptr (LueurConversation) b = NULL;
  g_autoptr (LueurConversation) c = NULL;
  g_autoptr (LueurMessage) said = NULL;
  g_autoptr (GString) changes = g_string_new (NULL);

  lueur_fake_clock_advance_seconds (f->clock, 1);
  b = start (f, persona);
  lueur_fake_clock_advance_seconds (f->clock, 1);
  c = start (f, persona);
  g_assert_true (first (f) == c);
  g_signal_connect (lueur_library_get_conversations (f->library), "items-changed", G_CALLBACK (on_items_changed),
                    changes);
  lueur_fake_clock_advance_seconds (f->clock, 1);
  said = say (f, a, LUEUR_ROLE_USER, "x");
  g_assert_true (first (f) == a);
  g_assert_cmpstr (changes->str, ==, "0-3+3 ");
  g_clear_object (&said);
  said = say (f, a, LUEUR_ROLE_USER, "y");
  g_assert_cmpstr (changes->str, ==, "0-3+3 ");
}

static void
test_pages (Fixture *f, gconstpointer data)
{
  LueurConversation *conversation;
  guint n = 0;

  close_all (f);
  {
    g_autoptr (GError) error = NULL;

    f->files.db = lueur_database_open (f->files.path, LUEUR_DATABASE_WRITER, &error);
    g_assert_no_error (error);
    store_fixture_add_conversation (&f->files, 450);
    store_fixture_close (&f->files);
  }
  open_all (f);
  conversation = first (f);
  g_assert_cmpuint (lueur_conversation_get_n_messages (conversation), ==, 450);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (conversation)), ==, 0);
  load (f, conversation, FALSE);
  load (f, conversation, FALSE);
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
  load (f, conversation, TRUE);
  load (f, conversation, TRUE);
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
    g_autoptr (LueurPersona) persona = add_persona (f, "Ada");
    g_autoptr (LueurConversation) started = start (f, persona);
    g_autoptr (LueurMessage) said = say (f, started, LUEUR_ROLE_USER, "old");
  }
  for (int order = 0; order < 2; order++)
    {
      reopen (f);
      conversation = first (f);
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
      assert_texts (conversation, order == 0 ? "Bonsoir.|old|new" : "Bonsoir.|old|new|newer");
      g_assert_cmpuint (lueur_conversation_get_n_messages (conversation), ==, order == 0 ? 3 : 4);
    }
}

static void
test_drafts (Fixture *f, gconstpointer data)
{
  LueurConversation *conversation;

  {
    g_autoptr (LueurPersona) persona = add_persona (f, "Ada");
    g_autoptr (LueurConversation) started = start (f, persona);

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
  reopen (f);
  conversation = first (f);
  g_assert_cmpstr (lueur_conversation_get_draft (conversation), ==, "last words");
  /* What is said is no draft any more, even if it was just being typed. */
  lueur_library_set_draft (f->library, conversation, "I said it");
  {
    g_autoptr (LueurMessage) said = say (f, conversation, LUEUR_ROLE_USER, "I said it");
  }
  g_assert_cmpstr (lueur_conversation_get_draft (conversation), ==, "");
  reopen (f);
  g_assert_cmpstr (lueur_conversation_get_draft (first (f)), ==, "");
}

static void
test_bin (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) ada = add_persona (f, "Ada");
  g_autoptr (LueurPersona) lea = add_persona (f, "Léa");
  g_autoptr (LueurConversation) one = start (f, ada);
  g_autoptr (LueurConversation) two = start (f, ada);
  g_autoptr (LueurConversation) three = start (f, lea);

  {
    CALL (deleted, lueur_library_delete_conversation, f->library, one);
    g_assert_true (lueur_library_delete_conversation_finish (f->library, deleted, NULL));
  }
  g_assert_cmpuint (n_conversations (f), ==, 2);
  {
    CALL (deleted, lueur_library_delete_persona, f->library, ada);
    g_assert_true (lueur_library_delete_persona_finish (f->library, deleted, NULL));
  }
  g_assert_cmpuint (n_personas (f), ==, 1);
  g_assert_cmpuint (n_conversations (f), ==, 1);
  {
    CALL (restored, lueur_library_restore_persona, f->library, ada);
    g_assert_true (lueur_library_restore_persona_finish (f->library, restored, NULL));
  }
  /* What had gone before its companion stays in the bin. */
  g_assert_cmpuint (n_personas (f), ==, 2);
  g_assert_cmpuint (n_conversations (f), ==, 2);
  {
    CALL (restored, lueur_library_restore_conversation, f->library, one);
    g_assert_true (lueur_library_restore_conversation_finish (f->library, restored, NULL));
  }
  g_assert_cmpuint (n_conversations (f), ==, 3);
  {
    CALL (deleted, lueur_library_delete_persona, f->library, ada);
    g_assert_true (lueur_library_delete_persona_finish (f->library, deleted, NULL));
  }
  g_clear_object (&ada);
  g_clear_object (&lea);
  g_clear_object (&one);
  g_clear_object (&two);
  g_clear_object (&three);
  reopen (f);
  g_assert_cmpuint (n_personas (f), ==, 1);
  g_assert_cmpuint (n_conversations (f), ==, 1);

  /* Thirty days later it is gone; a day before it is not. */
  for (int days = 29; days <= 31; days += 2)
    {
      g_autoptr (GError) error = NULL;
      gint64 n = -1;

      lueur_fake_clock_set_local (f->clock, 2025, days == 29 ? 4 : 4, days == 29 ? 8 : 10, 21, 0);
      reopen (f);
      close_all (f);
      f->files.db = lueur_database_open (f->files.path, LUEUR_DATABASE_WRITER, &error);
      g_assert_true (lueur_database_get_int (f->files.db, &error, &n, -1, "SELECT count (*) FROM persona", ""));
      g_assert_cmpint (n, ==, days == 29 ? 2 : 1);
      store_fixture_close (&f->files);
      open_all (f);
    }
}

static void
test_swipes (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) persona = add_persona (f, "Ada");
  g_autoptr (LueurConversation) conversation = start (f, persona);
  g_autoptr (LueurMessage) said = say (f, conversation, LUEUR_ROLE_USER, "A");
  g_autoptr (LueurMessage) first_reply = say (f, conversation, LUEUR_ROLE_COMPANION, "B1");
  g_autoptr (LueurMessage) follow = say (f, conversation, LUEUR_ROLE_USER, "C");
  g_autoptr (LueurMessage) second = lueur_message_new (LUEUR_ROLE_COMPANION, "B2");
  g_autoptr (GString) changes = g_string_new (NULL);

  {
    CALL (swiped, lueur_library_append_swipe, f->library, conversation, first_reply, second);
    g_assert_true (lueur_library_append_swipe_finish (f->library, swiped, NULL));
  }
  assert_texts (conversation, "Bonsoir.|A|B2");
  g_assert_cmpuint (lueur_message_get_n_swipes (second), ==, 2);
  g_assert_cmpuint (lueur_message_get_swipe_index (second), ==, 1);
  g_assert_cmpuint (lueur_conversation_get_n_messages (conversation), ==, 3);
  g_signal_connect (conversation, "items-changed", G_CALLBACK (on_items_changed), changes);
  {
    CALL (selected, lueur_library_select_swipe, f->library, conversation, second, -1);
    g_assert_true (lueur_library_select_swipe_finish (f->library, selected, NULL));
  }
  assert_texts (conversation, "Bonsoir.|A|B1|C");
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
    assert_texts (conversation, "Bonsoir.|A|B1|C|D2");
    lueur_library_select_swipe_async (f->library, conversation, y, -1, NULL, lueur_test_keep_result, &three);
    lueur_test_await (&one);
    lueur_test_await (&two);
    lueur_test_await (&three);
    g_assert_true (lueur_library_append_message_finish (f->library, one, NULL));
    g_assert_true (lueur_library_append_swipe_finish (f->library, two, NULL));
    g_assert_true (lueur_library_select_swipe_finish (f->library, three, NULL));
    assert_texts (conversation, "Bonsoir.|A|B1|C|D1");
  }
  /* One that is not there cannot be replaced. */
  {
    g_autoptr (LueurMessage) stray = lueur_message_new (LUEUR_ROLE_COMPANION, "?");
    g_autoptr (LueurMessage) other = lueur_message_new (LUEUR_ROLE_COMPANION, "??");
    g_autoptr (GError) error = NULL;

    CALL (swiped, lueur_library_append_swipe, f->library, conversation, stray, other);
    g_assert_false (lueur_library_append_swipe_finish (f->library, swiped, &error));
    g_assert_error (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_NOT_FOUND);
  }
}

static void
test_erase_message (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) persona = add_persona (f, "Ada");
  g_autoptr (LueurConversation) conversation = start (f, persona);
  g_autoptr (LueurMessage) said = say (f, conversation, LUEUR_ROLE_USER, "A secret. Oh.");
  g_autoptr (LueurMessage) reply = say (f, conversation, LUEUR_ROLE_COMPANION, "B");

  g_assert_cmpstr (lueur_conversation_get_title (conversation), ==, "A secret");
  {
    CALL (erased, lueur_library_erase_message, f->library, conversation, said);
    g_assert_true (lueur_library_erase_message_finish (f->library, erased, NULL));
  }
  assert_texts (conversation, "Bonsoir.");
  g_assert_cmpstr (lueur_conversation_get_title (conversation), ==, "");
  g_assert_cmpstr (lueur_conversation_get_preview (conversation), ==, "Bonsoir.");
  g_assert_cmpuint (lueur_conversation_get_n_messages (conversation), ==, 1);
  {
    CALL (erased, lueur_library_erase_conversation, f->library, conversation);
    g_assert_true (lueur_library_erase_conversation_finish (f->library, erased, NULL));
  }
  {
    CALL (erased, lueur_library_erase_persona, f->library, persona);
    g_assert_true (lueur_library_erase_persona_finish (f->library, erased, NULL));
  }
  g_assert_cmpuint (n_personas (f) + n_conversations (f), ==, 0);
}

/* What the store refuses is put back, or stays where it can be tried again. */
static void
test_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) persona = add_persona (f, "Ada");
  g_autoptr (LueurConversation) conversation = start (f, persona);
  g_autoptr (LueurMessage) said = lueur_message_new (LUEUR_ROLE_USER, "Hold on to this. Please.");
  g_autoptr (GError) error = NULL;

  g_assert_true (lueur_store_close (f->store));
  {
    CALL (appended, lueur_library_append_message, f->library, conversation, said);
    g_assert_false (lueur_library_append_message_finish (f->library, appended, &error));
    g_assert_error (error, LUEUR_STORE_ERROR, LUEUR_STORE_ERROR_CLOSED);
    g_clear_error (&error);
  }
  assert_texts (conversation, "Bonsoir.|Hold on to this. Please.");
  g_assert_cmpint (lueur_message_get_state (said), ==, LUEUR_MESSAGE_FAILED);
  g_assert_cmpstr (lueur_message_get_error_code (said), ==, lueur_fault_get_name (LUEUR_FAULT_STORE));
  g_assert_cmpstr (lueur_conversation_get_title (conversation), ==, "");
  g_assert_cmpuint (lueur_conversation_get_n_messages (conversation), ==, 1);
  {
    CALL (deleted, lueur_library_delete_persona, f->library, persona);
    g_assert_false (lueur_library_delete_persona_finish (f->library, deleted, NULL));
  }
  g_assert_cmpuint (n_personas (f), ==, 1);
  g_assert_cmpuint (n_conversations (f), ==, 1);
  {
    CALL (renamed, lueur_library_rename_conversation, f->library, conversation, "x");
    g_assert_false (lueur_library_rename_conversation_finish (f->library, renamed, NULL));
  }
  g_assert_cmpstr (lueur_conversation_get_title (conversation), ==, "");
  {
    g_autoptr (LueurMessage) other = lueur_message_new (LUEUR_ROLE_COMPANION, "Autre");

    CALL (swiped, lueur_library_append_swipe, f->library, conversation,
          lueur_conversation_get_message (conversation, 0), other);
    g_assert_false (lueur_library_append_swipe_finish (f->library, swiped, NULL));
  }
  assert_texts (conversation, "Bonsoir.|Hold on to this. Please.");

  {
    CALL (opened, lueur_store_open, f->store);
    g_assert_true (lueur_store_open_finish (f->store, opened, &error));
  }
  {
    CALL (appended, lueur_library_append_message, f->library, conversation, said);
    g_assert_true (lueur_library_append_message_finish (f->library, appended, &error));
    g_assert_no_error (error);
  }
  assert_texts (conversation, "Bonsoir.|Hold on to this. Please.");
  g_assert_cmpint (lueur_message_get_state (said), ==, LUEUR_MESSAGE_COMPLETE);
  g_assert_null (lueur_message_get_error_code (said));
  g_assert_cmpstr (lueur_conversation_get_title (conversation), ==, "Hold on to this");
  {
    CALL (appended, lueur_library_append_message, f->library, conversation, said);
    g_assert_false (lueur_library_append_message_finish (f->library, appended, NULL));
  }
  assert_texts (conversation, "Bonsoir.|Hold on to this. Please.");
}

static void
test_save_copy (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) persona = add_persona (f, "Ada");
  g_autoptr (LueurPersona) copy = lueur_persona_copy (persona);
  g_autoptr (LueurPersona) shown = NULL;

  g_object_set (copy, "name", "Grace", NULL);
  lueur_fake_clock_advance_seconds (f->clock, 5);
  {
    CALL (saved, lueur_library_save_persona, f->library, copy);
    g_assert_true (lueur_library_save_persona_finish (f->library, saved, NULL));
  }
  g_assert_cmpuint (n_personas (f), ==, 1);
  shown = g_list_model_get_item (lueur_library_get_personas (f->library), 0);
  g_assert_true (shown == persona);
  g_assert_cmpstr (lueur_persona_get_name (shown), ==, "Grace");
  g_object_set (copy, "archived", TRUE, NULL);
  {
    CALL (saved, lueur_library_save_persona, f->library, copy);
    g_assert_true (lueur_library_save_persona_finish (f->library, saved, NULL));
  }
  g_assert_cmpuint (n_personas (f), ==, 0);
  g_object_set (copy, "archived", FALSE, NULL);
  {
    CALL (saved, lueur_library_save_persona, f->library, copy);
    g_assert_true (lueur_library_save_persona_finish (f->library, saved, NULL));
  }
  g_assert_cmpuint (n_personas (f), ==, 1);
}

static void
test_versions (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) persona = add_persona (f, "Ada");
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
      CALL (saved, lueur_library_save_persona, f->library, persona);
      g_assert_true (lueur_library_save_persona_finish (f->library, saved, NULL));
    }
  {
    CALL (read, lueur_library_read_versions, f->library, persona);
    versions = lueur_library_read_versions_finish (f->library, read, &error);
    g_assert_no_error (error);
  }
  g_assert_cmpuint (g_list_model_get_n_items (versions), ==, 3);
  oldest = g_list_model_get_item (versions, 2);
  g_assert_cmpstr (lueur_persona_get_name (oldest), ==, "Ada");
  g_object_get (oldest, "updated-at", &saved_at, NULL);
  g_assert_cmpint (saved_at, ==, start_time);
  {
    CALL (saved, lueur_library_save_persona, f->library, oldest);
    g_assert_true (lueur_library_save_persona_finish (f->library, saved, NULL));
  }
  g_assert_cmpstr (lueur_persona_get_name (persona), ==, "Ada");
  g_assert_cmpuint (n_personas (f), ==, 1);
}

/* Checkpoints are many and the disk is slow: what waits is only the latest of each. */
static void
test_checkpoints_coalesce (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) persona = add_persona (f, "Ada");
  g_autoptr (LueurConversation) conversation = start (f, persona);
  g_autoptr (LueurMessage) reply = say (f, conversation, LUEUR_ROLE_COMPANION, "");
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
  reopen (f);
  load (f, first (f), FALSE);
  assert_texts (first (f), "Bonsoir.|again");
  g_assert_cmpint (lueur_message_get_state (lueur_conversation_get_last (first (f))), ==, LUEUR_MESSAGE_STOPPED);
}

/* Dates from a clock that was wrong do not put a conversation on top for ever. */
static void
test_future (Fixture *f, gconstpointer data)
{
  gint64 now = lueur_clock_get_wall (LUEUR_CLOCK (f->clock));
  gint64 date;

  {
    g_autoptr (LueurPersona) persona = add_persona (f, "Ada");
    g_autoptr (LueurConversation) conversation = NULL;

    lueur_fake_clock_jump (f->clock, 365 * G_TIME_SPAN_DAY);
    conversation = start (f, persona);
    lueur_fake_clock_jump (f->clock, -365 * G_TIME_SPAN_DAY);
  }
  reopen (f);
  g_object_get (first (f), "updated-at", &date, NULL);
  g_assert_cmpint (date, ==, now);
  load (f, first (f), FALSE);
  g_assert_cmpint (lueur_message_get_created_at (lueur_conversation_get_last (first (f))), ==, now);
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (name, Fixture, NULL, set_up, test, tear_down);
}

static LueurPerson *
add_person (Fixture *f, const char *name, gboolean main)
{
  g_autoptr (LueurPerson) person = lueur_person_new ();
  g_autoptr (GError) error = NULL;

  g_object_set (person, "name", name, "agreement", LUEUR_GENDER_FEMININE, "about", "Likes tea.", "main", main, NULL);
  CALL (saved, lueur_library_save_person, f->library, person);
  g_assert_true (lueur_library_save_person_finish (f->library, saved, &error));
  g_assert_no_error (error);
  return g_steal_pointer (&person);
}

static void
test_persons (Fixture *f, gconstpointer data)
{
  g_autoptr (LueurPersona) lea = add_persona (f, "Léa");
  g_autoptr (LueurConversation) conversation = start (f, lea);
  g_autoptr (GError) error = NULL;
  GListModel *persons = lueur_library_get_persons (f->library);

  g_assert_null (lueur_library_get_person (f->library, conversation));
  {
    g_autoptr (LueurPerson) sam = add_person (f, "Sam", FALSE);
    g_autoptr (LueurPerson) zorro = add_person (f, "Zorro", FALSE);

    /* The first is the main one without being told so. */
    g_assert_true (lueur_person_get_main (sam));
    g_assert_true (lueur_library_get_person (f->library, conversation) == sam);
    CALL (set, lueur_library_set_person, f->library, conversation, zorro);
    g_assert_true (lueur_library_get_person (f->library, conversation) == zorro);
    g_assert_true (lueur_library_set_person_finish (f->library, set, &error));
    g_assert_true (lueur_library_get_person (f->library, NULL) == sam);
  }
  g_clear_object (&conversation);
  reopen (f);
  persons = lueur_library_get_persons (f->library);
  g_assert_cmpuint (g_list_model_get_n_items (persons), ==, 2);
  {
    LueurPerson *zorro = lueur_library_get_person (f->library, first (f));
    g_autoptr (LueurPerson) copy = lueur_person_copy (zorro);

    g_assert_cmpstr (lueur_person_get_name (zorro), ==, "Zorro");
    g_assert_cmpint (lueur_person_get_agreement (zorro), ==, LUEUR_GENDER_FEMININE);
    g_assert_cmpstr (lueur_person_get_about (zorro), ==, "Likes tea.");
    g_object_set (copy, "name", "Diego", "main", TRUE, NULL);
    CALL (saved, lueur_library_save_person, f->library, copy);
    g_assert_true (lueur_library_save_person_finish (f->library, saved, &error));
    g_assert_cmpstr (lueur_person_get_name (zorro), ==, "Diego");
    g_assert_true (lueur_library_get_person (f->library, NULL) == zorro);
    CALL (erased, lueur_library_erase_person, f->library, zorro);
    g_assert_true (lueur_library_erase_person_finish (f->library, erased, &error));
  }
  g_assert_null (lueur_conversation_get_person (first (f)));
  g_assert_cmpuint (g_list_model_get_n_items (persons), ==, 1);
  g_assert_null (lueur_library_get_person (f->library, NULL));
}

static void
test_person_json (void)
{
  g_autoptr (LueurPerson) odd = lueur_person_from_json ("{\"name\":3,\"agreement\":\"x\",\"about\":[]}", -1, NULL);

  g_assert_nonnull (odd);
  g_assert_cmpstr (lueur_person_get_name (odd), ==, "");
  g_assert_cmpint (lueur_person_get_agreement (odd), ==, LUEUR_GENDER_NEUTRAL);
  g_assert_null (lueur_person_from_json ("[]", -1, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/model/library/kept", test_kept);
  add ("/model/library/greeting", test_greeting);
  add ("/model/library/greeting-macros", test_greeting_macros);
  add ("/model/library/order", test_order);
  add ("/model/library/pages", test_pages);
  add ("/model/library/say-while-loading", test_say_while_loading);
  add ("/model/library/drafts", test_drafts);
  add ("/model/library/bin", test_bin);
  add ("/model/library/swipes", test_swipes);
  add ("/model/library/erase-message", test_erase_message);
  add ("/model/library/refused", test_refused);
  add ("/model/library/save-copy", test_save_copy);
  add ("/model/library/versions", test_versions);
  add ("/model/library/checkpoints-coalesce", test_checkpoints_coalesce);
  add ("/model/library/future", test_future);
  add ("/model/library/persons", test_persons);
  g_test_add_func ("/model/person/json", test_person_json);
  return g_test_run ();
}
