/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When the face dozes, and when it must not. */

#include "ui/avatar/avatar.h"
#include "ui/chat/chat-view.h"
#include "wellbeing-fixture.h"

#define AWAY_S 46

static LueurAvatarState
state (Fixture *f)
{
  LueurAvatarState shown;

  g_object_get (find_in (GTK_WIDGET (f->window), LUEUR_TYPE_AVATAR, NULL, NULL), "state", &shown, NULL);
  return shown;
}

/* A conversation with a companion that answers offline. */
static LueurChatView *
talk (Fixture *f)
{
  LueurChatView *view = g_object_new (LUEUR_TYPE_CHAT_VIEW, NULL);
  LueurLibrary *library = lueur_context_get_library (f->context);
  g_autoptr (LueurPersona) persona = g_object_new (LUEUR_TYPE_PERSONA, "name", "Mira", NULL);
  g_autoptr (LueurConversation) conversation = NULL;

  lueur_chat_view_set_context (view, f->context);
  adw_window_set_content (ADW_WINDOW (f->window), GTK_WIDGET (view));
  {
    LUEUR_TEST_CALL (saved, lueur_library_save_persona, library, persona);
    g_assert_true (lueur_library_save_persona_finish (library, saved, NULL));
  }
  {
    LUEUR_TEST_CALL (started, lueur_library_start_conversation, library, persona);
    conversation = lueur_library_start_conversation_finish (library, started, NULL);
  }
  lueur_chat_view_set_conversation (view, conversation);
  lueur_test_spin (300);
  lueur_chat_view_set_looked_at (view, TRUE);
  return view;
}

typedef struct
{
  Fixture *f;
  guint n;
} Awaited;

/* The companion's words come as fast as the clock goes. */
static gboolean
has_answered (gpointer data)
{
  Awaited *awaited = data;
  LueurChatView *view = LUEUR_CHAT_VIEW (find_in (GTK_WIDGET (awaited->f->window), LUEUR_TYPE_CHAT_VIEW, NULL, NULL));
  LueurConversation *conversation = lueur_chat_view_get_conversation (view);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (conversation));

  lueur_fake_clock_advance (awaited->f->clock, 200000);
  return n >= awaited->n && lueur_message_get_role (lueur_conversation_get_message (conversation, n - 1)) == LUEUR_ROLE_COMPANION &&
         lueur_message_get_state (lueur_conversation_get_message (conversation, n - 1)) == LUEUR_MESSAGE_COMPLETE &&
         state (awaited->f) != LUEUR_AVATAR_SPEAKING;
}

static void
test_dozes (Fixture *f, gconstpointer data)
{
  LueurChatView *view = talk (f);

  lueur_fake_clock_advance_seconds (f->clock, AWAY_S);
  g_assert_cmpint (state (f), ==, LUEUR_AVATAR_RESTING);
  lueur_chat_view_set_looked_at (view, FALSE);
  g_assert_cmpint (state (f), ==, LUEUR_AVATAR_RESTING);
  lueur_fake_clock_advance_seconds (f->clock, AWAY_S);
  g_assert_cmpint (state (f), ==, LUEUR_AVATAR_AWAY);
  /* It goes on where it is told so again. */
  lueur_chat_view_set_looked_at (view, FALSE);
  g_assert_cmpint (state (f), ==, LUEUR_AVATAR_AWAY);
  lueur_chat_view_set_looked_at (view, TRUE);
  g_assert_cmpint (state (f), ==, LUEUR_AVATAR_RESTING);
}

/* Whoever comes back to read a reply is looked at, and only then does it take its time again. */
static void
test_reply (Fixture *f, gconstpointer data)
{
  LueurChatView *view = talk (f);
  Awaited awaited = { f, g_list_model_get_n_items (G_LIST_MODEL (lueur_chat_view_get_conversation (view))) + 2 };

  lueur_chat_view_set_looked_at (view, FALSE);
  lueur_fake_clock_advance_seconds (f->clock, AWAY_S);
  g_assert_cmpint (state (f), ==, LUEUR_AVATAR_AWAY);
  lueur_chat_view_send (view, "Hello");
  g_assert_true (lueur_test_wait_until (has_answered, &awaited, 20000));
  g_assert_cmpint (state (f), ==, LUEUR_AVATAR_RESTING);
  lueur_fake_clock_advance_seconds (f->clock, AWAY_S);
  g_assert_cmpint (state (f), ==, LUEUR_AVATAR_AWAY);
}

/* Beside the numbers for help it stays awake, and for as long as danger was spoken of. */
static void
test_danger (Fixture *f, gconstpointer data)
{
  LueurChatView *view = talk (f);
  LueurCare *care = lueur_context_get_care (f->context);

  lueur_chat_view_set_looked_at (view, FALSE);
  lueur_fake_clock_advance_seconds (f->clock, AWAY_S);
  g_assert_cmpint (state (f), ==, LUEUR_AVATAR_AWAY);
  lueur_care_note (care, "I want to kill myself tonight");
  g_assert_true (lueur_care_get_card (care));
  g_assert_cmpint (state (f), ==, LUEUR_AVATAR_RESTING);
  lueur_fake_clock_advance_seconds (f->clock, AWAY_S);
  g_assert_cmpint (state (f), ==, LUEUR_AVATAR_RESTING);
  lueur_fake_clock_advance_seconds (f->clock, 3600);
  g_assert_false (lueur_care_get_calm (care));
  g_assert_cmpint (state (f), ==, LUEUR_AVATAR_RESTING);
  lueur_care_set_card (care, FALSE);
  g_assert_cmpint (state (f), ==, LUEUR_AVATAR_AWAY);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/away/dozes", Fixture, NULL, set_up, test_dozes, tear_down);
  g_test_add ("/away/reply", Fixture, NULL, set_up, test_reply, tear_down);
  g_test_add ("/away/danger", Fixture, NULL, set_up, test_danger, tear_down);
  return g_test_run ();
}
