/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "core/model/conversation-private.h"
#include "core/model/message-private.h"
#include "core/model/text.h"
#include "support/loop.h"

static void
count (guint *n)
{
  (*n)++;
}

static void
test_message_grows (void)
{
  g_autoptr (LueurMessage) message = lueur_message_new (LUEUR_ROLE_COMPANION, "");
  guint n_text = 0, n_state = 0;

  g_signal_connect_swapped (message, "notify::text", G_CALLBACK (count), &n_text);
  g_signal_connect_swapped (message, "notify::state", G_CALLBACK (count), &n_state);
  lueur_message_set_state (message, LUEUR_MESSAGE_STREAMING);
  for (int i = 0; i < 500; i++)
    lueur_message_append (message, "mot ", -1);
  g_assert_cmpuint (n_text, ==, 0);
  g_assert_cmpuint (strlen (lueur_message_get_text (message)), ==, 2000);
  lueur_test_drain ();
  g_assert_cmpuint (n_text, ==, 1);
  lueur_message_append (message, "fin", 3);
  /* The end is told after all of the text. */
  lueur_message_set_state (message, LUEUR_MESSAGE_COMPLETE);
  g_assert_cmpuint (n_text, ==, 2);
  g_assert_cmpuint (n_state, ==, 2);
  lueur_test_drain ();
  g_assert_cmpuint (n_text, ==, 2);
  lueur_message_append (message, "", 0);
  lueur_test_drain ();
  g_assert_cmpuint (n_text, ==, 2);

  /* One that goes before its turn comes leaves nothing behind. */
  lueur_message_append (message, "x", 1);
  g_assert_finalize_object (g_steal_pointer (&message));
  lueur_test_drain ();
}

static void
test_message_hostile (void)
{
  g_autoptr (LueurMessage) message = lueur_message_new (LUEUR_ROLE_USER, "a\xff" "b");
  g_autofree char *big = g_strnfill (LUEUR_MESSAGE_MAX_BYTES, 'x');

  g_assert_cmpstr (lueur_message_get_text (message), ==, "a\xef\xbf\xbd" "b");
  lueur_message_append (message, "\xc3", 1);
  g_assert_true (g_utf8_validate (lueur_message_get_text (message), -1, NULL));
  lueur_message_append (message, "a\0b", 3);
  g_assert_true (g_utf8_validate (lueur_message_get_text (message), -1, NULL));
  lueur_message_append (message, big, -1);
  lueur_message_append (message, big, -1);
  lueur_message_append (message, "é", -1);
  g_assert_cmpuint (strlen (lueur_message_get_text (message)), <=, LUEUR_MESSAGE_MAX_BYTES);
  lueur_message_set_label (message, 400);
  g_assert_cmpint (lueur_message_get_label (message), ==, LUEUR_EMOTION_NEUTRAL);
  lueur_message_set_error (message, "server", "one\ntwo\x01");
  g_assert_cmpstr (lueur_message_get_error_detail (message), ==, "one two");
  lueur_message_set_error (message, NULL, "left over");
  g_assert_null (lueur_message_get_error_code (message));
  g_assert_null (lueur_message_get_error_detail (message));
}

static void
test_message_notify_on_change (void)
{
  g_autoptr (LueurMessage) message = lueur_message_new (LUEUR_ROLE_COMPANION, "a");
  guint n = 0;

  g_signal_connect_swapped (message, "notify", G_CALLBACK (count), &n);
  lueur_message_set_text (message, "a");
  lueur_message_set_state (message, LUEUR_MESSAGE_COMPLETE);
  lueur_message_set_error (message, NULL, NULL);
  lueur_message_set_scripted (message, FALSE);
  lueur_message_set_model (message, "");
  lueur_message_set_label (message, LUEUR_EMOTION_NEUTRAL);
  lueur_message_set_swipes (message, 0, 1);
  lueur_message_set_swipes (message, 0, 0);
  lueur_message_set_id (message, 0);
  g_assert_cmpuint (n, ==, 0);
  lueur_message_set_swipes (message, 7, 3);
  g_assert_cmpuint (lueur_message_get_swipe_index (message), ==, 2);
  g_assert_cmpuint (n, ==, 2);
}

/* What every "items-changed" must agree with: a copy that is told only of changes. */
static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  GPtrArray *mirror = data;

  g_assert_cmpuint (position + removed, <=, mirror->len);
  if (removed > 0)
    g_ptr_array_remove_range (mirror, position, removed);
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (LueurMessage) message = g_list_model_get_item (model, position + i);

      g_assert_nonnull (message);
      g_ptr_array_insert (mirror, position + i, message);
    }
  g_assert_cmpuint (mirror->len, ==, g_list_model_get_n_items (model));
}

static void
test_list_model (void)
{
  g_autoptr (LueurPersona) persona = lueur_persona_new ();
  g_autoptr (LueurConversation) conversation = lueur_conversation_new (persona);
  g_autoptr (GPtrArray) mirror = g_ptr_array_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  g_signal_connect (conversation, "items-changed", G_CALLBACK (on_items_changed), mirror);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (conversation)) == LUEUR_TYPE_MESSAGE);
  for (int round = 0; round < 2000; round++)
    {
      guint n = g_list_model_get_n_items (G_LIST_MODEL (conversation));
      guint position = g_rand_int_range (rand, 0, n + 1);
      guint removals = g_rand_int_range (rand, 0, n - position + 1);
      guint additions = g_rand_int_range (rand, 0, 6);
      g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < additions; i++)
        g_ptr_array_add (fresh, lueur_message_new (LUEUR_ROLE_USER, "x"));
      lueur_conversation_splice (conversation, position, removals, fresh);
      n = g_list_model_get_n_items (G_LIST_MODEL (conversation));
      for (guint i = 0; i < n; i++)
        {
          LueurMessage *message = lueur_conversation_get_message (conversation, i);
          guint at;

          g_assert_true (message == mirror->pdata[i]);
          g_assert_cmpuint (G_OBJECT (message)->ref_count, >=, 1);
          g_assert_true (lueur_conversation_find (conversation, message, &at));
          g_assert_cmpuint (at, ==, i);
        }
      g_assert_null (g_list_model_get_item (G_LIST_MODEL (conversation), n));
      g_assert_true (lueur_conversation_get_last (conversation) == (n > 0 ? mirror->pdata[n - 1] : NULL));
    }
  g_assert_finalize_object (g_steal_pointer (&conversation));
}

static void
test_conversation_notify_on_change (void)
{
  g_autoptr (LueurPersona) persona = lueur_persona_new ();
  g_autoptr (LueurConversation) conversation = lueur_conversation_new (persona);
  guint n = 0;

  g_signal_connect_swapped (conversation, "notify", G_CALLBACK (count), &n);
  lueur_conversation_set_title (conversation, "");
  lueur_conversation_set_preview (conversation, NULL);
  lueur_conversation_set_draft (conversation, "");
  lueur_conversation_set_n_messages (conversation, 0);
  lueur_conversation_set_loaded (conversation, FALSE);
  g_assert_cmpuint (n, ==, 0);
  lueur_conversation_set_title (conversation, "  A\nday ");
  g_assert_cmpstr (lueur_conversation_get_title (conversation), ==, "A day");
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (lueur_conversation_get_persona (conversation) == persona);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/message/grows", test_message_grows);
  g_test_add_func ("/model/message/hostile", test_message_hostile);
  g_test_add_func ("/model/message/notify-on-change", test_message_notify_on_change);
  g_test_add_func ("/model/conversation/list-model", test_list_model);
  g_test_add_func ("/model/conversation/notify-on-change", test_conversation_notify_on_change);
  return g_test_run ();
}
